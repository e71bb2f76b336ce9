"""What a session was, in sentences that are true: for the screens of its close and for its report."""

from collections.abc import Iterable, Sequence

from game.model.themes import Theme
from game.rules.apply import apply
from game.rules.events import ConversationEnded, Event, StageBegun
from game.rules.state import UNOPENED, Played, Stage, State

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def counted(number: int) -> str:
    """A number as a sentence begins with it: in words up to ten, then in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def summary(conversations_held: int, minutes: int, *, every_voice: bool) -> str:
    """What the session was, in one line that is true."""
    if not conversations_held:
        return "However far we came today, the door opens."
    said = "conversation" if conversations_held == 1 else "conversations"
    parts = [f"{counted(conversations_held)} {said}"]
    if minutes > 0:
        parts.append("1 minute" if minutes == 1 else f"{minutes} minutes")
    if every_voice:
        parts.append("every seat offered a voice")
    return f"{', '.join(parts)}."


def panes_words(lit: int) -> str:
    """How many panes shine, such as "Four panes are lit"."""
    if lit == len(Theme):
        return "All seven panes are lit"
    return "One pane is lit" if lit == 1 else f"{counted(lit)} panes are lit"


def agreed_lines(state: State) -> tuple[str, ...]:
    """What the table agreed on, conversation by conversation; each line once."""
    return tuple(dict.fromkeys(each.words for each in state.played if each.words))


def scale_sentence(played: Sequence[Played]) -> str:
    """
    Where this session's plans put their weight, in words; empty where nobody placed the marker.

    A mirror, not a score: neither side is better than the other.
    """
    weights = [each.weight for each in played if each.weight is not None]
    if not weights:
        return ""
    lean = sum(weights)
    ours = "Our plan" if len(weights) == 1 else "Our plans"
    if lean == 0:
        return f"{ours} gave mind and body equal weight."
    heavier, lighter = ("body", "mind") if lean > 0 else ("mind", "body")
    if all(weight * lean >= 0 for weight in weights) and abs(lean) == 2 * len(weights):
        return (
            f"{ours} put all their weight on {heavier}."
            if len(weights) > 1
            else (f"{ours} put all its weight on {heavier}.")
        )
    little = "a little more" if abs(lean) * 2 <= len(weights) else "more"
    return f"{ours} gave {heavier} {little} weight than {lighter}."


def every_voice_offered(events: Iterable[Event]) -> bool:
    """Whether each conversation that counts went once round the whole table before it moved on."""
    state, whole, counts = UNOPENED, False, False
    for event in events:
        match event:
            case StageBegun(Stage.TALK) if state.round is not None:
                whole = state.voice + 1 >= len(state.round.order)
            case ConversationEnded():
                counts = True
                if not whole:
                    return False
        state = apply(state, event)
    return counts
