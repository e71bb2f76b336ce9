"""
What an event does to a state. Total and dull: everything was decided before.

The rules stand here once, written over a draft, so that one event and a whole session of them take
the same road.
"""

from collections.abc import Callable, Iterable
from typing import Any

from game.model.themes import Theme
from game.rules import closing
from game.rules.draft import Draft, OpenRound, OpenSeats, freeze, open_proposal, thaw
from game.rules.events import (
    AgreementAccepted,
    AgreementWritten,
    BeforeBegun,
    BeforeEnded,
    BreakBegun,
    BreakEnded,
    BreatherBegun,
    BreatherEnded,
    CardLaid,
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
    EvaluationsHandedIn,
    Event,
    FollowedUp,
    FollowUpEnded,
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
    Stage,
    State,
)

SHUFFLES = len(Theme) + 1
"""How often chance speaks when a session opens: once for each theme's pile, once for the moments."""

# Python takes longer to look a member up in its enum than most events take to apply.
_ROLL = Phase.ROLL
_WALK = Phase.WALK
_CARD = Phase.CARD
_CROSSROADS = Phase.CROSSROADS
_TALK = Phase.TALK
_MOMENT = Phase.MOMENT
_BREATHER = Phase.BREATHER
_BREAK = Phase.BREAK
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


def _panes(draft: Draft, event: PanesProposed) -> None:
    open_proposal(draft).panes = event.panes


def _marker(draft: Draft, event: MarkerPlaced) -> None:
    open_proposal(draft).weight = event.weight


def _words(draft: Draft, event: WordsWritten) -> None:
    open_proposal(draft).words = event.words


def _rolled(draft: Draft, event: DieRolled) -> None:
    draft.rolled = event.value
    draft.chances += 1
    draft.phase = _WALK


def _walked(draft: Draft, event: TokenWalked) -> None:
    held = draft.seats
    if type(held) is OpenSeats:
        held.places[held.at(event.seat)] = event.place
    else:
        # Nothing but the token moves, so the seats can stay closed.
        at, places = place_of(held, event.seat), draft.places
        draft.places = (*places[:at], event.place, *places[at + 1 :])


def _turn(draft: Draft, event: TurnBegun) -> None:
    draft.turn = event.seat
    draft.rolled = 0
    draft.phase = _ROLL


def _crossroads(draft: Draft, _event: CrossroadsReached) -> None:
    draft.phase = _CROSSROADS


def _card_turned(draft: Draft, event: CardTurned) -> None:
    at = event.theme.place
    draft.draw = put(draft.draw, at, without(draft.draw[at], event.card))
    draft.face_up = event.card
    draft.phase = _CARD


def _card_laid(draft: Draft, event: CardLaid) -> None:
    at, card = event.theme.place, event.card
    if card in draft.draw[at]:
        draft.draw = put(draft.draw, at, without(draft.draw[at], card))
    else:
        # Played today already: a printed card can be taken up again from where it lies.
        draft.discard = put(draft.discard, at, without(draft.discard[at], card))
    draft.face_up = card
    draft.phase = _CARD


def _card_swapped(draft: Draft, event: CardSwapped) -> None:
    at = event.theme.place
    draft.draw = put(draft.draw, at, (*draft.draw[at], event.card))
    draft.swapped += 1
    _clear_conversation(draft)


def _reshuffled(draft: Draft, event: DeckReshuffled) -> None:
    at = event.theme.place
    draft.draw = put(draft.draw, at, event.order)
    draft.discard = put(draft.discard, at, ())
    draft.chances += 1


def _talk_begun(draft: Draft, event: ConversationBegun) -> None:
    draft.phase = _TALK
    draft.face_up = None
    draft.round = OpenRound(event.card, event.order, event.lenses)
    draft.stage = _MEET
    draft.voice = 0
    draft.proposal = _NO_PROPOSAL
    draft.lens_met += tuple(zip(event.order, event.lenses, strict=True))


def _talk_ended(draft: Draft, event: ConversationEnded) -> None:
    at, played = event.theme.place, event.played
    piles = draft.discard
    draft.discard = put(piles, at, (played.card, *piles[at]))
    for pane in played.panes:
        if pane not in draft.lit:
            draft.lit += (pane,)
    draft.played += (played,)
    _clear_conversation(draft)


def _clear_conversation(draft: Draft) -> None:
    draft.face_up = None
    draft.round = None
    draft.stage = _MEET
    draft.voice = 0
    draft.proposal = _NO_PROPOSAL


def _paused(draft: Draft, _event: Paused) -> None:
    draft.paused = True


def _resumed(draft: Draft, _event: Resumed) -> None:
    draft.paused = False


def _moment_turned(draft: Draft, event: MomentTurned) -> None:
    draft.moments = without(draft.moments, event.moment)
    draft.moment = event.moment
    draft.phase = _MOMENT


def _moment_ended(draft: Draft, _event: MomentEnded) -> None:
    _put_moment_back(draft)
    _roll_again(draft)


def _breather_begun(draft: Draft, _event: BreatherBegun) -> None:
    draft.phase = _BREATHER


def _breather_ended(draft: Draft, _event: BreatherEnded) -> None:
    draft.breather += 1
    _roll_again(draft)


def _break_begun(draft: Draft, _event: BreakBegun) -> None:
    draft.phase = _BREAK


def _break_ended(draft: Draft, _event: BreakEnded) -> None:
    _roll_again(draft)


def _roll_again(draft: Draft) -> None:
    draft.rolled = 0
    draft.phase = _ROLL


def _put_moment_back(draft: Draft) -> None:
    if draft.moment is not None:
        draft.moments += (draft.moment,)
        draft.moment = None


def _agreement_written(draft: Draft, event: AgreementWritten) -> None:
    draft.agreement = event.lines


def _agreement_accepted(draft: Draft, _event: AgreementAccepted) -> None:
    draft.phase = _ROLL


def _before_begun(draft: Draft, _event: BeforeBegun) -> None:
    draft.phase = Phase.BEFORE


def _before_ended(draft: Draft, _event: BeforeEnded) -> None:
    draft.phase = _ROLL


def _plan_changed(draft: Draft, event: PlanChanged) -> None:
    draft.plan = event.plan


def _open(draft: Draft, event: SessionOpened) -> None:
    """Everything begins anew, whatever was there before."""
    setup = event.setup
    draft.phase = Phase.FOLLOW_UP if setup.promised else Phase.AGREEMENT
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
    draft.swapped = 0 if setup.paper is None else setup.paper.swapped
    draft.lit = setup.lit
    draft.lens_met = ()
    draft.closing = _NO_CLOSING


def _closing_begun(draft: Draft, event: ClosingBegun) -> None:
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


# Each kind of event goes to its rule in one look-up: asking forty classes in turn, "is it one of
# you?", would take longer than most events take to apply.
_PARTS: dict[type[Event], Callable[[Draft, Any], None]] = {
    StageBegun: _stage,
    VoiceOffered: _voice,
    LensesDealt: _lenses,
    PanesProposed: _panes,
    MarkerPlaced: _marker,
    WordsWritten: _words,
    DieRolled: _rolled,
    TokenWalked: _walked,
    TurnBegun: _turn,
    CrossroadsReached: _crossroads,
    CardTurned: _card_turned,
    CardLaid: _card_laid,
    CardSwapped: _card_swapped,
    DeckReshuffled: _reshuffled,
    ConversationBegun: _talk_begun,
    ConversationEnded: _talk_ended,
    Paused: _paused,
    Resumed: _resumed,
    MomentTurned: _moment_turned,
    MomentEnded: _moment_ended,
    BreatherBegun: _breather_begun,
    BreatherEnded: _breather_ended,
    BreakBegun: _break_begun,
    BreakEnded: _break_ended,
    SeatJoined: joined,
    SeatLeft: left,
    SeatRenamed: renamed,
    SeatKindChanged: kind_changed,
    SeatMoved: moved,
    SessionOpened: _open,
    AgreementWritten: _agreement_written,
    AgreementAccepted: _agreement_accepted,
    BeforeBegun: _before_begun,
    BeforeEnded: _before_ended,
    FollowedUp: closing.followed_up,
    FollowUpEnded: closing.follow_up_ended,
    PlanChanged: _plan_changed,
    ClosingBegun: _closing_begun,
    DebriefStepBegun: closing.step_begun,
    MessageWritten: closing.message_written,
    SurveyBegun: closing.survey_begun,
    HandsCounted: closing.hands_counted,
    SheetsHandedIn: closing.sheets_handed_in,
    EvaluationsHandedIn: closing.evaluations_handed_in,
    CommitmentsBegun: closing.commitments_begun,
    CommitmentWritten: closing.commitment_written,
    DoorOpened: closing.door_opened,
    SessionFinished: closing.session_finished,
}
