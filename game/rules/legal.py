"""
Every command that would be accepted now: candidates are proposed, and `decide` picks.

So the two cannot disagree. A command that carries words of people's own stands for all like it.
"""

from collections.abc import Iterator

from game.model.lenses import Lens
from game.model.pack import Pack
from game.model.themes import Theme
from game.outcomes.answers import CONFIDENCE, Evaluation, FollowUp, Form, Hands, Sheet
from game.outcomes.promises import Done
from game.rules.commands import (
    AcceptAgreement,
    ChangePlan,
    ChangeSeatKind,
    ChooseLens,
    ChooseTheme,
    Command,
    CountHands,
    EndBefore,
    EndBreak,
    EndBreather,
    EndFollowUp,
    EndMoment,
    EndSurvey,
    FinishSession,
    HandInSheets,
    JoinSeat,
    LayCard,
    LeaveSeat,
    MoveSeat,
    NextDebriefStep,
    NextStage,
    NextVoice,
    OpenDoor,
    OpenSession,
    Pass,
    Pause,
    PlaceMarker,
    PlayCard,
    Refusal,
    RenameSeat,
    Resume,
    RollDie,
    StopHere,
    SwapCard,
    TellFollowUp,
    TogglePane,
    Walk,
    WriteAgreement,
    WriteCommitment,
    WriteMessage,
    WriteWords,
)
from game.rules.decide import decide
from game.rules.decide_survey import ITEMS
from game.rules.planner import MAX_CARDS, MIN_CARDS
from game.rules.state import (
    Direction,
    Phase,
    PlayedOn,
    Seat,
    SeatId,
    SeatKind,
    Setup,
    State,
)

WORDS = "We would all say the same."
"""What stands for anything people may write."""

_PLAIN: tuple[Command, ...] = (
    NextVoice(),
    Pass(),
    NextStage(),
    RollDie(),
    *(Walk(direction) for direction in Direction),
    *(ChooseTheme(theme) for theme in Theme),
    PlayCard(),
    SwapCard(),
    *(TogglePane(theme) for theme in Theme),
    *(PlaceMarker(weight) for weight in range(-2, 3)),
    WriteWords(WORDS),
    EndMoment(),
    EndBreather(),
    EndBreak(),
    Pause(),
    Resume(),
    OpenSession(Setup((Seat(SeatId(0), "Seat 1"), Seat(SeatId(1), "Seat 2"))), seed=1),
    *(JoinSeat("Somebody new", kind) for kind in SeatKind),
    WriteAgreement((WORDS,)),
    AcceptAgreement(),
    *(ChangePlan(cards) for cards in range(MIN_CARDS, MAX_CARDS + 1)),
    StopHere(),
    NextDebriefStep(),
    WriteMessage(WORDS),
    *(CountHands(Hands(item, (1, 0, 0, 0, 0), (0, 0, 0, 0, 1))) for item in range(CONFIDENCE + 1)),
    *(
        HandInSheets((Sheet(before, now, form=form),))
        for form in Form
        for before, now in (((None,) * ITEMS, (3,) * ITEMS), ((3,) * ITEMS, (None,) * ITEMS))
    ),
    HandInSheets((), (Evaluation((3, 3, 3)),)),
    TellFollowUp((FollowUp("", Done.FULLY),)),
    EndFollowUp(),
    EndBefore(),
    EndSurvey(),
    OpenDoor(),
    FinishSession(),
)


def legal_commands(pack: Pack, state: State) -> tuple[Command, ...]:
    """The commands that `decide` accepts now, one for each choice there is."""
    return tuple(
        command
        for command in _candidates(pack, state)
        if not isinstance(decide(pack, state, command), Refusal)
    )


def _candidates(pack: Pack, state: State) -> Iterator[Command]:
    yield from _PLAIN
    if state.setup.played_on is not PlayedOn.SCREEN and state.phase is Phase.ROLL:
        for card in pack.cards:
            yield LayCard(card.id)
    for seat in state.seats:
        yield LeaveSeat(seat.id)
        yield RenameSeat(seat.id, "Another name")
        yield WriteCommitment(seat.id, WORDS)
        for kind in SeatKind:
            yield ChangeSeatKind(seat.id, kind)
        for place in range(len(state.seats)):
            yield MoveSeat(seat.id, place)
        for lens in Lens:
            yield ChooseLens(seat.id, lens)
