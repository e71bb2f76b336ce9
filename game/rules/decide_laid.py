"""
The table's own printed cards, laid by code: in sessions whose board is not on the screen.

What the table has in hand is never refused. What the plan would rather have is said as advice.
"""

from game.model.pack import CardId, Pack
from game.rules.answers import Answer, not_now
from game.rules.commands import LayCard, Refusal
from game.rules.decide_turn import begun
from game.rules.events import CardLaid
from game.rules.planner import level_cap
from game.rules.state import Phase, PlayedOn, State
from game.tongue import _


def lay(pack: Pack, state: State, command: LayCard) -> Answer:
    """The card on the table and the conversation about it: somebody reads it aloud already."""
    if state.phase is not Phase.ROLL or state.setup.played_on is PlayedOn.SCREEN:
        return not_now(state)
    found = next((each for each in pack.cards if each.id == command.card), None)
    if found is None:
        return Refusal(_("That card is not in this pack."))
    return (CardLaid(found.theme, found.id), begun(state, found))


def advice(pack: Pack, state: State, card: CardId) -> tuple[str, ...]:
    """What a table may want to know before it reads this card; it decides by itself."""
    found = pack.card(card)
    position, cards = len(state.played), state.plan.cards
    said: list[str] = []
    if any(each.card == card for each in state.played):
        said.append(_("This card has been played today."))
    if position == 0 and found.level > 1:
        said.append(_("A first card goes best when it is gentle: level 1."))
    elif position >= cards - 1 and found.level > 2:
        said.append(_("The last card goes best when it is gentler: level 1 or 2."))
    elif found.level > level_cap(position, cards, state.setup.hardest):
        said.append(_("This is harder than planned at this point of the session."))
    left_out = [pack.topic(each).label for each in found.notes if each in state.setup.left_out]
    if left_out:
        said.append(
            _("It touches what you left out today: {left_out}.").format(
                left_out=", ".join(left_out)
            )
        )
    return tuple(said)
