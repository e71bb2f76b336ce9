"""
A state while it is being moved: `thaw` opens a private copy, `freeze` closes it for good.

A draft is written to by `apply.py` alone and never leaves it.
"""

from typing import Any, final

from game.model.lenses import Lens
from game.model.pack import CardId
from game.rules.state import Closing, Proposal, Round, Seat, SeatId, State


@final
class OpenProposal:
    """The fields of `Proposal`, open to change: it is written to more often than it is read."""

    __slots__ = ("panes", "weight", "words")

    def __init__(self, proposal: Proposal) -> None:
        self.panes = proposal.panes
        self.weight = proposal.weight
        self.words = proposal.words


@final
class OpenRound:
    """The fields of `Round`, open to change."""

    __slots__ = ("card", "lenses", "order")

    def __init__(self, card: CardId, order: tuple[SeatId, ...], lenses: tuple[Lens, ...]) -> None:
        self.card = card
        self.order = order
        self.lenses = lenses


@final
class OpenClosing:
    """The fields of `Closing`, open to change."""

    __slots__ = (
        "commitments",
        "evaluations",
        "follow_ups",
        "hands",
        "message",
        "remarks",
        "sheets",
        "step",
    )

    def __init__(self, closing: Closing) -> None:
        self.step = closing.step
        self.message = closing.message
        self.hands = closing.hands
        self.sheets = closing.sheets
        self.commitments = closing.commitments
        self.evaluations = closing.evaluations
        self.remarks = closing.remarks
        self.follow_ups = closing.follow_ups


@final
class OpenSeat:
    """The fields of `Seat`, open to change."""

    __slots__ = ("id", "kind", "name")

    def __init__(self, seat: Seat) -> None:
        self.id = seat.id
        self.name = seat.name
        self.kind = seat.kind


@final
class OpenSeats:
    """A draft's seats with their tokens, open to change; a seat is found by its id."""

    __slots__ = ("ids", "places", "seats")

    def __init__(self, seats: tuple[Seat, ...], places: tuple[int, ...]) -> None:
        self.ids = [seat.id for seat in seats]
        self.seats: list[Seat | OpenSeat] = [*seats]
        self.places = [*places]

    def at(self, seat: SeatId) -> int:
        """As `place_of`, of seats that may come and go."""
        ids = self.ids
        if 0 <= seat < len(ids) and ids[seat] == seat:
            return seat
        if seat not in ids:
            raise LookupError(f"nobody sits on seat {seat}")
        return ids.index(seat)

    def open(self, at: int) -> OpenSeat:
        """The seat that stands there, to be written to."""
        held = self.seats[at]
        if type(held) is OpenSeat:
            return held
        self.seats[at] = opened = OpenSeat(held)
        return opened

    def closed(self) -> tuple[Seat, ...]:
        """The seats as they stand, for good."""
        for each in self.seats:
            if type(each) is OpenSeat:
                seat: Any = each
                seat.__class__ = Seat
        seats: Any = self.seats
        return tuple(seats)


@final
class Draft:
    """The fields of `State`, name for name, open to change."""

    __slots__ = (
        "agreement",
        "breather",
        "chances",
        "closing",
        "discard",
        "draw",
        "face_up",
        "joined",
        "lens_met",
        "lit",
        "moment",
        "moments",
        "paused",
        "phase",
        "places",
        "plan",
        "played",
        "proposal",
        "rolled",
        "round",
        "seats",
        "seed",
        "setup",
        "stage",
        "swapped",
        "turn",
        "voice",
    )

    def __init__(self, state: State) -> None:
        self.phase = state.phase
        self.paused = state.paused
        self.setup = state.setup
        self.seed = state.seed
        self.chances = state.chances
        self.plan = state.plan
        self.agreement = state.agreement
        self.seats: tuple[Seat, ...] | OpenSeats = state.seats
        self.places = state.places
        self.joined = state.joined
        self.turn = state.turn
        self.rolled = state.rolled
        self.draw = state.draw
        self.discard = state.discard
        self.moments = state.moments
        self.face_up = state.face_up
        self.moment = state.moment
        self.breather = state.breather
        self.round: Round | OpenRound | None = state.round
        self.stage = state.stage
        self.voice = state.voice
        self.proposal: Proposal | OpenProposal = state.proposal
        self.played = state.played
        self.swapped = state.swapped
        self.lit = state.lit
        self.lens_met = state.lens_met
        self.closing: Closing | OpenClosing = state.closing


thaw = Draft


def open_proposal(draft: Draft) -> OpenProposal:
    """The draft's proposal, to be written to."""
    held = draft.proposal
    if type(held) is OpenProposal:
        return held
    draft.proposal = opened = OpenProposal(held)
    return opened


def open_closing(draft: Draft) -> OpenClosing:
    """The draft's closing, to be written to."""
    held = draft.closing
    if type(held) is OpenClosing:
        return held
    draft.closing = opened = OpenClosing(held)
    return opened


def open_seats(draft: Draft) -> OpenSeats:
    """The draft's seats and where their tokens stand, to be written to."""
    held = draft.seats
    if type(held) is OpenSeats:
        return held
    draft.seats = opened = OpenSeats(held, draft.places)
    return opened


def freeze(draft: Draft) -> State:
    """
    The draft as a state; the draft itself is gone.

    Both classes have the very same slots, so the draft can become the state on the spot, and what
    was opened in it likewise. Building a frozen state of this width anew would cost ten times as much
    as everything else in a step.
    """
    if type(draft.proposal) is OpenProposal:
        proposal: Any = draft.proposal
        proposal.__class__ = Proposal
    if type(draft.round) is OpenRound:
        held: Any = draft.round
        held.__class__ = Round
    if type(draft.closing) is OpenClosing:
        closing: Any = draft.closing
        closing.__class__ = Closing
    seats = draft.seats
    if type(seats) is OpenSeats:
        draft.seats, draft.places = seats.closed(), tuple(seats.places)
    frozen: Any = draft
    frozen.__class__ = State
    state: State = frozen
    return state
