"""Who speaks when in a round, and from which viewpoint."""

from game.model.lenses import DEALT, Lens
from game.model.pack import Card
from game.rules.state import SeatId

_OTHERS = tuple(lens for lens in DEALT if lens is not Lens.PERSON)


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
    many cards as seats everybody holds it twice. The card's own lenses come next and the rest
    rotate; each seat gets what it has met least of those still to be had.
    """
    count = len(order)
    speaks_first = (begun + begun // count) % 2 == 0
    pool = _pool(card, count - 1, begun)
    dealt: list[Lens] = []
    for seat in order[1:] if speaks_first else order[:-1]:
        held = [lens for whose, lens in met if whose == seat]
        # `min` keeps the first of equals, which is the order of rotation.
        lens = min(pool, key=held.count)
        pool.remove(lens)
        dealt.append(lens)
    return (Lens.PERSON, *dealt) if speaks_first else (*dealt, Lens.PERSON)


def newcomer(card: Card, taken: tuple[Lens, ...], begun: int) -> Lens:
    """The lens for a seat that joins a round in which *taken* are held."""
    free = [lens for lens in _pool(card, len(_OTHERS), begun) if lens not in taken]
    return free[0] if free else Lens.PERSON


def _pool(card: Card, wanted: int, begun: int) -> list[Lens]:
    """What there is for *wanted* seats: all that the card names, then as many as needed."""
    named: list[Lens] = []
    for prompt in card.lenses:
        if prompt.lens in _OTHERS and prompt.lens not in named:
            named.append(prompt.lens)
    rest = [lens for lens in _OTHERS if lens not in named]
    more = max(0, wanted - len(named))
    if not more:
        return named
    turned = begun * more % len(rest)
    return named + (rest[turned:] + rest[:turned])[:more]
