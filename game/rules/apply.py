"""
What an event does to a state. Total and dull: everything was decided before.

The rules stand here once, written over a draft, so that one event and a whole session of them take
the same road.
"""

from collections.abc import Callable, Iterable
from typing import Any, assert_never, get_args

from game.model.themes import Theme
from game.outcomes.answers import Hands
from game.rules.draft import Draft, OpenRound, freeze, open_proposal, thaw
from game.rules.events import (
    AgreementAccepted,
    AgreementWritten,
    BreakBegun,
    BreakEnded,
    BreatherBegun,
    BreatherEnded,
    CardSwapped,
    CardTurned,
    ClosingBegun,
    CommitmentsBegun,
    CommitmentWritten,
    ConversationBegun,
    ConversationEnded,
    CrossroadsReached,
    DebriefStepBegun,
    DeckReshuffled,
    DieRolled,
    DoorOpened,
    Event,
    HandsCounted,
    LensesDealt,
    MarkerPlaced,
    MessageWritten,
    MomentEnded,
    MomentTurned,
    PanesProposed,
    Paused,
    PlanChanged,
    Resumed,
    SeatJoined,
    SeatKindChanged,
    SeatLeft,
    SeatMoved,
    SeatRenamed,
    SessionFinished,
    SessionOpened,
    SheetsHandedIn,
    StageBegun,
    SurveyBegun,
    TokenWalked,
    TurnBegun,
    VoiceOffered,
    WordsWritten,
)
from game.rules.piles import put, without
from game.rules.seating import joined, kind_changed, left, moved, place_of, renamed
from game.rules.state import (
    UNOPENED,
    Closing,
    Phase,
    Proposal,
    SeatId,
    Stage,
    State,
)

SHUFFLES = len(Theme) + 1
"""How often chance speaks when a session opens: once for each theme's pile, once for the moments."""

_AgreedEvent = PanesProposed | MarkerPlaced | WordsWritten
_WalkEvent = DieRolled | TokenWalked | TurnBegun | CrossroadsReached
_CardEvent = CardTurned | CardSwapped | DeckReshuffled
_TalkEvent = ConversationBegun | ConversationEnded
_PauseEvent = Paused | Resumed
_RestEvent = MomentTurned | MomentEnded | BreatherBegun | BreatherEnded | BreakBegun | BreakEnded
_SeatEvent = SeatJoined | SeatLeft | SeatRenamed | SeatKindChanged | SeatMoved
_TableEvent = SessionOpened | AgreementWritten | AgreementAccepted | PlanChanged
_ClosingEvent = (
    ClosingBegun
    | DebriefStepBegun
    | MessageWritten
    | SurveyBegun
    | HandsCounted
    | SheetsHandedIn
    | CommitmentsBegun
    | CommitmentWritten
    | DoorOpened
    | SessionFinished
)

# Python takes longer to look a member up in its enum than most events take to apply.
_ROLL = Phase.ROLL
_WALK = Phase.WALK
_CARD = Phase.CARD
_CROSSROADS = Phase.CROSSROADS
_TALK = Phase.TALK
_MEET = Stage.MEET
_NO_PROPOSAL = Proposal()
_NO_CLOSING = Closing()


def apply(state: State, event: Event) -> State:
    """The state after the event."""
    draft = thaw(state)
    _PARTS[type(event)](draft, event)
    return freeze(draft)


def replay(events: Iterable[Event], state: State = UNOPENED) -> State:
    """The state after all the events: the same as applying one after the other, and faster."""
    draft = thaw(state)
    parts = _PARTS
    for event in events:
        parts[type(event)](draft, event)
    return freeze(draft)


def _stage(draft: Draft, event: StageBegun) -> None:
    draft.stage = event.stage


def _voice(draft: Draft, event: VoiceOffered) -> None:
    draft.voice = event.voice


def _lenses(draft: Draft, event: LensesDealt) -> None:
    held = draft.round
    if type(held) is OpenRound:
        held.lenses = event.lenses
    elif held is not None:
        draft.round = OpenRound(held.card, held.order, event.lenses)


def _agreed(draft: Draft, event: _AgreedEvent) -> None:
    proposal = open_proposal(draft)
    match event:
        case PanesProposed():
            proposal.panes = event.panes
        case MarkerPlaced():
            proposal.weight = event.weight
        case WordsWritten():
            proposal.words = event.words
        case _:
            assert_never(event)


def _walk(draft: Draft, event: _WalkEvent) -> None:
    match event:
        case TokenWalked():
            places = list(draft.places)
            places[place_of(draft.seats, event.seat)] = event.place
            draft.places = tuple(places)
        case DieRolled():
            draft.rolled = event.value
            draft.chances += 1
            draft.phase = _WALK
        case TurnBegun():
            draft.turn = event.seat
            draft.rolled = 0
            draft.phase = _ROLL
        case CrossroadsReached():
            draft.phase = _CROSSROADS
        case _:
            assert_never(event)


def _card(draft: Draft, event: _CardEvent) -> None:
    at = event.theme.place
    match event:
        case CardTurned():
            draft.draw = put(draft.draw, at, without(draft.draw[at], event.card))
            draft.face_up = event.card
            draft.phase = _CARD
        case CardSwapped():
            draft.draw = put(draft.draw, at, (*draft.draw[at], event.card))
            draft.swapped += 1
            _clear_conversation(draft)
        case DeckReshuffled():
            draft.draw = put(draft.draw, at, event.order)
            draft.discard = put(draft.discard, at, ())
            draft.chances += 1
        case _:
            assert_never(event)


def _talk(draft: Draft, event: _TalkEvent) -> None:
    match event:
        case ConversationBegun():
            draft.phase = _TALK
            draft.face_up = None
            draft.round = OpenRound(event.card, event.order, event.lenses)
            draft.stage = _MEET
            draft.voice = 0
            draft.proposal = _NO_PROPOSAL
            draft.lens_met += tuple(zip(event.order, event.lenses, strict=True))
        case ConversationEnded():
            at, played = event.theme.place, event.played
            draft.discard = put(draft.discard, at, (played.card, *draft.discard[at]))
            lit = draft.lit
            for pane in played.panes:
                if pane not in lit:
                    draft.lit = lit = (*lit, pane)
            draft.played += (played,)
            _clear_conversation(draft)
        case _:
            assert_never(event)


def _clear_conversation(draft: Draft) -> None:
    draft.face_up = None
    draft.round = None
    draft.stage = _MEET
    draft.voice = 0
    draft.proposal = _NO_PROPOSAL


def _pause(draft: Draft, event: _PauseEvent) -> None:
    draft.paused = type(event) is Paused


def _rest(draft: Draft, event: _RestEvent) -> None:
    match event:
        case MomentTurned():
            draft.moments = without(draft.moments, event.moment)
            draft.moment = event.moment
            draft.phase = Phase.MOMENT
        case MomentEnded():
            _put_moment_back(draft)
            _roll_again(draft)
        case BreatherBegun():
            draft.phase = Phase.BREATHER
        case BreatherEnded():
            draft.breather += 1
            _roll_again(draft)
        case BreakBegun():
            draft.phase = Phase.BREAK
        case BreakEnded():
            _roll_again(draft)
        case _:
            assert_never(event)


def _roll_again(draft: Draft) -> None:
    draft.rolled = 0
    draft.phase = _ROLL


def _put_moment_back(draft: Draft) -> None:
    if draft.moment is not None:
        draft.moments += (draft.moment,)
        draft.moment = None


def _seat(draft: Draft, event: _SeatEvent) -> None:
    match event:
        case SeatRenamed():
            renamed(draft, event.seat, event.name)
        case SeatMoved():
            moved(draft, event.seat, event.place)
        case SeatKindChanged():
            kind_changed(draft, event.seat, event.kind)
        case SeatJoined():
            joined(draft, event.seat)
        case SeatLeft():
            left(draft, event.seat)
        case _:
            assert_never(event)


def _table(draft: Draft, event: _TableEvent) -> None:
    match event:
        case SessionOpened():
            _open(draft, event)
        case AgreementWritten():
            draft.agreement = event.lines
        case AgreementAccepted():
            draft.phase = _ROLL
        case PlanChanged():
            draft.plan = event.plan
        case _:
            assert_never(event)


def _open(draft: Draft, event: SessionOpened) -> None:
    """Everything begins anew, whatever was there before."""
    setup = event.setup
    draft.phase = Phase.AGREEMENT
    draft.paused = False
    draft.setup = setup
    draft.seed = event.seed
    draft.chances = SHUFFLES
    draft.plan = event.plan
    draft.agreement = event.agreement
    draft.seats = setup.seats
    draft.places = (0,) * len(setup.seats)
    draft.joined = len(setup.seats)
    draft.turn = setup.seats[0].id
    draft.rolled = 0
    draft.draw = event.draw
    draft.discard = ((),) * len(event.draw)
    draft.moments = event.moments
    draft.moment = None
    draft.breather = 0
    _clear_conversation(draft)
    draft.played = ()
    draft.swapped = 0
    draft.lit = setup.lit
    draft.lens_met = ()
    draft.closing = _NO_CLOSING


def _closing(draft: Draft, event: _ClosingEvent) -> None:
    said = draft.closing
    match event:
        case ClosingBegun():
            _begin_closing(draft, event)
        case DebriefStepBegun():
            draft.closing = Closing(
                event.step, said.message, said.hands, said.sheets, said.commitments
            )
        case MessageWritten():
            draft.closing = Closing(
                said.step, event.words, said.hands, said.sheets, said.commitments
            )
        case SurveyBegun():
            draft.phase = Phase.SURVEY
        case HandsCounted():
            hands = _counted(said.hands, event.hands)
            draft.closing = Closing(said.step, said.message, hands, said.sheets, said.commitments)
        case SheetsHandedIn():
            sheets = said.sheets + event.sheets
            draft.closing = Closing(said.step, said.message, said.hands, sheets, said.commitments)
        case CommitmentsBegun():
            draft.phase = Phase.COMMITMENTS
        case CommitmentWritten():
            promises = _promised(said.commitments, event.seat, event.words)
            draft.closing = Closing(said.step, said.message, said.hands, said.sheets, promises)
        case DoorOpened():
            draft.phase = Phase.DOOR
        case SessionFinished():
            draft.phase = Phase.FINISHED
        case _:
            assert_never(event)


def _begin_closing(draft: Draft, event: ClosingBegun) -> None:
    if event.theme is not None:
        at = event.theme.place
        if draft.face_up is not None:
            draft.draw = put(draft.draw, at, (*draft.draw[at], draft.face_up))
        if draft.round is not None:
            draft.discard = put(draft.discard, at, (draft.round.card, *draft.discard[at]))
    _clear_conversation(draft)
    _put_moment_back(draft)
    draft.rolled = 0
    draft.phase = Phase.DEBRIEF


def _counted(hands: tuple[Hands, ...], new: Hands) -> tuple[Hands, ...]:
    """One count for each item, in the order of the items."""
    others = [each for each in hands if each.item != new.item]
    return tuple(sorted([*others, new], key=lambda each: each.item))


def _promised(
    promises: tuple[tuple[SeatId, str], ...], seat: SeatId, words: str
) -> tuple[tuple[SeatId, str], ...]:
    """One commitment for each seat, in the order in which seats joined; empty words take it away."""
    others = [each for each in promises if each[0] != seat]
    return tuple(sorted([*others, (seat, words)])) if words else tuple(others)


# Which part an event belongs to is one look-up: asking forty classes in turn, "is it one of you?",
# would take longer than most events take to apply.
_PARTS: dict[type[Event], Callable[[Draft, Any], None]] = {
    kind: part
    for part, kinds in (
        (_stage, StageBegun),
        (_voice, VoiceOffered),
        (_lenses, LensesDealt),
        (_agreed, _AgreedEvent),
        (_walk, _WalkEvent),
        (_card, _CardEvent),
        (_talk, _TalkEvent),
        (_pause, _PauseEvent),
        (_rest, _RestEvent),
        (_seat, _SeatEvent),
        (_table, _TableEvent),
        (_closing, _ClosingEvent),
    )
    for kind in get_args(kinds) or (kinds,)
}
