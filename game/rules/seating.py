"""Seats coming, going and changing places, with all that belongs to a seat: token, voice, turn."""

from game.model.lenses import Lens
from game.rules.draft import Draft, OpenRound, open_closing, open_seats
from game.rules.events import SeatJoined, SeatKindChanged, SeatLeft, SeatMoved, SeatRenamed
from game.rules.piles import without
from game.rules.state import Seat, SeatId, Stage

# Looked up once: see `apply.py`.
_ROUND = Stage.ROUND


def place_of(seats: tuple[Seat, ...], seat: SeatId) -> int:
    """Where the seat stands in the order; `LookupError` where nobody sits there."""
    # Most tables stay as they sat down, so the number is the place.
    if 0 <= seat < len(seats) and seats[seat].id == seat:
        return seat
    place = 0
    for each in seats:
        if each.id == seat:
            return place
        place += 1  # noqa: SIM113 - counting by hand is what replaying a long session can feel
    raise LookupError(f"nobody sits on seat {seat}")


def sits(seats: tuple[Seat, ...], seat: SeatId) -> bool:
    return any(each.id == seat for each in seats)


def after(seats: tuple[Seat, ...], seat: SeatId) -> SeatId:
    """The seat whose turn comes next."""
    return seats[(place_of(seats, seat) + 1) % len(seats)].id


def renamed(draft: Draft, event: SeatRenamed) -> None:
    held = open_seats(draft)
    held.open(held.at(event.seat)).name = event.name


def kind_changed(draft: Draft, event: SeatKindChanged) -> None:
    held = open_seats(draft)
    held.open(held.at(event.seat)).kind = event.kind


def joined(draft: Draft, event: SeatJoined) -> None:
    """The seat sits down last, its token at the start; before a round is over it has a voice."""
    seat = event.seat
    sitting = open_seats(draft)
    sitting.ids.append(seat.id)
    sitting.seats.append(seat)
    sitting.places.append(0)
    draft.joined = seat.id + 1
    held = draft.round
    if held is not None and draft.stage <= _ROUND:
        draft.round = OpenRound(held.card, (*held.order, seat.id), (*held.lenses, Lens.NONE))


def left(draft: Draft, event: SeatLeft) -> None:
    """
    The seat goes with its token, voice and commitment; its turn is the next seat's.

    Where it held the current voice, the next one stands in its place, or nobody if it was the last.
    """
    seat = event.seat
    sitting = open_seats(draft)
    ids = sitting.ids
    at = sitting.at(seat)
    if draft.turn == seat:
        draft.turn = ids[(at + 1) % len(ids)]
    del ids[at], sitting.seats[at], sitting.places[at]
    held = draft.round
    if held is not None and seat in held.order:
        voice = held.order.index(seat)
        lenses = held.lenses[:voice] + held.lenses[voice + 1 :]
        draft.round = OpenRound(held.card, without(held.order, seat), lenses)
        if voice < draft.voice:
            draft.voice -= 1
    promises = draft.closing.commitments
    if promises:
        open_closing(draft).commitments = tuple([each for each in promises if each[0] != seat])


def moved(draft: Draft, event: SeatMoved) -> None:
    """The seat and its token stand at the event's place in the order."""
    held = open_seats(draft)
    at, to = held.at(event.seat), event.place
    held.ids.insert(to, held.ids.pop(at))
    held.seats.insert(to, held.seats.pop(at))
    held.places.insert(to, held.places.pop(at))
