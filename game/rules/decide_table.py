"""What the table settles at any time: the agreement, the plan, pauses, and who sits where."""

from game.model.lenses import Lens
from game.model.pack import Pack
from game.outcomes.answers import Form
from game.rules.answers import NOBODY, Answer, not_now
from game.rules.commands import (
    AcceptAgreement,
    ChangePlan,
    ChangeSeatKind,
    EndBefore,
    JoinSeat,
    LeaveSeat,
    MoveSeat,
    Pause,
    Refusal,
    RenameSeat,
    Resume,
    WriteAgreement,
)
from game.rules.events import (
    AgreementAccepted,
    AgreementWritten,
    BeforeBegun,
    BeforeEnded,
    ClosingBegun,
    Event,
    LensesDealt,
    Paused,
    PlanChanged,
    Resumed,
    SeatJoined,
    SeatKindChanged,
    SeatLeft,
    SeatMoved,
    SeatRenamed,
    StageBegun,
    VoiceOffered,
)
from game.rules.lenses import newcomer
from game.rules.piles import without
from game.rules.planner import MAX_CARDS, MIN_CARDS
from game.rules.seating import sits
from game.rules.setup import name_trouble
from game.rules.state import (
    MAX_SEATS,
    MIN_SEATS,
    Phase,
    Plan,
    PlayedOn,
    Round,
    Seat,
    SeatId,
    Stage,
    State,
)
from game.rules.words import LINE, clean
from game.tongue import _

MOST_LINES = 16

_NOT_AT_TABLE = frozenset({Phase.UNOPENED, Phase.FINISHED})
PLAYING = frozenset(
    {
        Phase.FOLLOW_UP,
        Phase.AGREEMENT,
        Phase.BEFORE,
        Phase.ROLL,
        Phase.WALK,
        Phase.CROSSROADS,
        Phase.CARD,
        Phase.TALK,
        Phase.MOMENT,
        Phase.BREATHER,
        Phase.BREAK,
    }
)
"""The phases before the closing."""


def write_agreement(_pack: Pack, state: State, command: WriteAgreement) -> Answer:
    """New lines; empty ones fall away."""
    if state.phase is not Phase.AGREEMENT:
        return not_now(state)
    kept = tuple(filter(None, map(clean, command.lines)))
    if not kept:
        return Refusal(_("An agreement has at least one line."))
    if len(kept) > MOST_LINES:
        return Refusal(_("An agreement has up to {most} lines.").format(most=MOST_LINES))
    if any(len(line) > LINE for line in kept):
        return Refusal(_("Keep each line to {most} characters.").format(most=LINE))
    return (AgreementWritten(kept),)


def accept_agreement(_pack: Pack, state: State, _command: AcceptAgreement) -> Answer:
    """On to the die, or first to the questions about before, where they are asked at the start."""
    if state.phase is not Phase.AGREEMENT:
        return not_now(state)
    if state.setup.form is Form.BEFORE_AND_AFTER:
        return (AgreementAccepted(), BeforeBegun())
    return (AgreementAccepted(),)


def end_before(_pack: Pack, state: State, _command: EndBefore) -> Answer:
    return (BeforeEnded(),) if state.phase is Phase.BEFORE else not_now(state)


def pause(_pack: Pack, state: State, _command: Pause) -> Answer:
    return not_now(state) if state.phase in _NOT_AT_TABLE else (Paused(),)


def resume(_pack: Pack, state: State, _command: Resume) -> Answer:
    return (Resumed(),) if state.paused else Refusal(_("The game is not paused."))


def change_plan(pack: Pack, state: State, command: ChangePlan) -> Answer:
    """
    Another number of cards in all; a plan that is met already leads straight to the closing.

    The last card planned is never a hard one, so a hard card on the table, or just played, keeps a
    gentler one after it.
    """
    if state.phase not in PLAYING:
        return not_now(state)
    cards = command.cards
    if not MIN_CARDS <= cards <= MAX_CARDS:
        return Refusal(
            _("A session has {least} to {most} cards.").format(least=MIN_CARDS, most=MAX_CARDS)
        )
    played = len(state.played)
    begun = played + (state.round is not None)
    if cards < begun:
        return Refusal(_("{begun} cards have been begun already.").format(begun=begun))
    # A printed card is in the table's own hand: what it chooses last is its own affair.
    on_screen = state.setup.played_on is PlayedOn.SCREEN
    if on_screen and cards < _gentle_end(pack, state):
        return Refusal(_("A gentler card follows this one. To end now, choose Stop here."))
    had = state.plan.break_after
    plan = Plan(cards, had if had is not None and had < cards else None)
    if played == cards:
        return (PlanChanged(plan), *_back(pack, state))
    return (PlanChanged(plan),)


def _gentle_end(pack: Pack, state: State) -> int:
    """How many cards the plan must hold so that it does not end on a hard one."""
    played = len(state.played)
    if state.round is not None:
        newest, count = state.round.card, played + 1
    elif state.face_up is not None:
        newest, count = state.face_up, played + 1
    elif state.played:
        newest, count = state.played[-1].card, played
    else:
        return MIN_CARDS
    return count + 1 if pack.card(newest).level > 2 else 0


def _back(pack: Pack, state: State) -> tuple[Event, ...]:
    """On to the closing from before a conversation; a card face up goes back to its pile."""
    if state.face_up is None:
        return (ClosingBegun(),)
    return (ClosingBegun(pack.card(state.face_up).theme),)


def join(pack: Pack, state: State, command: JoinSeat) -> Answer:
    if state.phase in _NOT_AT_TABLE:
        return not_now(state)
    if len(state.seats) >= MAX_SEATS:
        return Refusal(_("All eight seats are taken. Two people can share one."))
    name = clean(command.name)
    trouble = name_trouble(name)
    if trouble:
        return Refusal(trouble)
    seat = SeatJoined(Seat(SeatId(state.joined), name, command.kind))
    held = state.round
    if held is None or state.stage > Stage.ROUND:
        return (seat,)
    lens = newcomer(pack.card(held.card), held.lenses, len(state.played))
    return (seat, LensesDealt((*held.lenses, lens)))


def leave(_pack: Pack, state: State, command: LeaveSeat) -> Answer:
    if state.phase in _NOT_AT_TABLE:
        return not_now(state)
    seat = command.seat
    if not sits(state.seats, seat):
        return NOBODY
    if len(state.seats) <= MIN_SEATS:
        return Refusal(_("Two seats are needed to talk. To end the session, choose Stop here."))
    held = state.round
    if held is None or state.stage > Stage.ROUND:
        return (SeatLeft(seat),)
    return (SeatLeft(seat), *_voices_without(state, held, seat))


def _voices_without(state: State, held: Round, seat: SeatId) -> tuple[Event, ...]:
    """What the round needs when a seat leaves it: the person's lens kept, the next voice offered."""
    at = held.order.index(seat)
    order = without(held.order, seat)
    lenses = held.lenses[:at] + held.lenses[at + 1 :]
    voice = state.voice - (at < state.voice)
    events: list[Event] = []
    if held.lenses[at] is Lens.PERSON and Lens.PERSON not in lenses:
        heir = min(voice, len(order) - 1)
        events.append(LensesDealt((*lenses[:heir], Lens.PERSON, *lenses[heir + 1 :])))
    if state.stage is Stage.ROUND and at == state.voice:
        gone_last = voice == len(order)
        events.append(StageBegun(Stage.TALK) if gone_last else VoiceOffered(voice))
    return tuple(events)


def rename(_pack: Pack, state: State, command: RenameSeat) -> Answer:
    if state.phase in _NOT_AT_TABLE:
        return not_now(state)
    if not sits(state.seats, command.seat):
        return NOBODY
    name = clean(command.name)
    trouble = name_trouble(name)
    return Refusal(trouble) if trouble else (SeatRenamed(command.seat, name),)


def change_kind(_pack: Pack, state: State, command: ChangeSeatKind) -> Answer:
    if state.phase in _NOT_AT_TABLE:
        return not_now(state)
    if not sits(state.seats, command.seat):
        return NOBODY
    return (SeatKindChanged(command.seat, command.kind),)


def move(_pack: Pack, state: State, command: MoveSeat) -> Answer:
    if state.phase in _NOT_AT_TABLE:
        return not_now(state)
    if not sits(state.seats, command.seat):
        return NOBODY
    if not 0 <= command.place < len(state.seats):
        return Refusal(_("There is no such place at the table."))
    return (SeatMoved(command.seat, command.place),)
