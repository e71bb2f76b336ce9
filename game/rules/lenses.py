"""Who speaks when in a round, and from which viewpoint."""

from game.model.lenses import DEALT, Lens
from game.model.pack import Card
from game.rules.state import SeatId

_PERSON = Lens.PERSON
_OTHERS = tuple(lens for lens in DEALT if lens is not _PERSON)
_AMONG_OTHERS = frozenset(_OTHERS)


def voices_in_order(seats: tuple[SeatId, ...], begun: int) -> tuple[SeatId, ...]:
    """The seats as the round asks them: the first voice is one seat further on each card."""
    first = begun % len(seats)
    return seats[first:] + seats[:first]


def deal(
    card: Card,
    order: tuple[SeatId, ...],
    begun: int,
    met: tuple[tuple[SeatId, Lens], ...],
) -> tuple[Lens, ...]:
    """
    A lens for each voice of *order*, when *begun* conversations came before.

    "The person" is always dealt, to the first voice or to the last in turn, so that over twice as
    many cards as seats everybody holds it twice. All that the card names are dealt as far as there
    are seats, the rest rotate, and each seat gets what it has met least of those still to be had.
    """
    count = len(order)
    speaks_first = _person_speaks_first(begun, count)
    named = _named(card)
    rest = _rest(named, begun * (count - 1))
    dealt: list[Lens] = []
    seats_left = count - 1
    for seat in order[1:] if speaks_first else order[:-1]:
        held = [lens for whose, lens in met if whose == seat]
        lens = _least_met(named + rest if len(named) < seats_left else named, held)
        (named if lens in named else rest).remove(lens)
        dealt.append(lens)
        seats_left -= 1
    return (_PERSON, *dealt) if speaks_first else (*dealt, _PERSON)


def _least_met(lenses: list[Lens], held: list[Lens]) -> Lens:
    """The first of those that somebody who has *held* these has met least."""
    for lens in lenses:
        if lens not in held:
            return lens
    # `min` keeps the first of equals, which is the order of rotation.
    return min(lenses, key=held.count)


def newcomer(card: Card, taken: tuple[Lens, ...], begun: int) -> Lens:
    """The lens for a seat that joins a round in which *taken* are held."""
    named = _named(card)
    free = [lens for lens in named + _rest(named, begun) if lens not in taken]
    return free[0] if free else _PERSON


def _person_speaks_first(begun: int, count: int) -> bool:
    """
    First and last in turn.

    As the first voice moves on, an even number of seats would find the same half of the table
    first every time round; so each time round begins the other way.
    """
    turns = begun + begun // count if count % 2 == 0 else begun
    return turns % 2 == 0


def _named(card: Card) -> list[Lens]:
    """The lenses that the card names, besides the person."""
    named: list[Lens] = []
    for prompt in card.lenses:
        lens = prompt.lens
        if lens in _AMONG_OTHERS and lens not in named:
            named.append(lens)
    return named


def _rest(named: list[Lens], turned: int) -> list[Lens]:
    """The other lenses, rotated by so many."""
    rest = [*_OTHERS]
    for lens in named:
        rest.remove(lens)
    first = turned % len(rest) if rest else 0
    return rest[first:] + rest[:first]
