"""
Taking cards from piles: which card may be turned now, and what happens when a pile runs dry.

Index 0 is the top of every pile; piles stand in the order of `Theme`.
"""

from collections.abc import Iterable
from typing import TypeVar

from game.model.pack import CardId, Pack
from game.model.themes import Theme
from game.rules.events import CardTurned, DeckReshuffled, Event
from game.rules.planner import level_cap
from game.rules.rng import shuffled
from game.rules.state import State

Item = TypeVar("Item")
Piles = tuple[tuple[CardId, ...], ...]


def put(piles: Piles, place: int, pile: tuple[CardId, ...]) -> Piles:
    """The piles with the one at *place* replaced."""
    changed = list(piles)
    changed[place] = pile
    return tuple(changed)


def without(pile: tuple[Item, ...], item: Item) -> tuple[Item, ...]:
    """The pile with the first *item* in it taken out."""
    at = pile.index(item)
    return pile[:at] + pile[at + 1 :]


def first_within(pack: Pack, pile: Iterable[CardId], cap: int) -> CardId | None:
    """The top-most card that is no harder than *cap*."""
    for card in pile:
        if pack.card(card).level <= cap:
            return card
    return None


def cap_now(pack: Pack, state: State) -> int:
    """
    How hard the next card may be; 0 where the piles have nothing at all to give.

    Where no theme has a card within the usual cap, one in the middle of the session may be harder.
    The first card's cap and the last one's never give way.
    """
    position, cards, hardest = len(state.played), state.plan.cards, state.setup.hardest
    usual = level_cap(position, cards, hardest)
    most = hardest if 0 < position < cards - 1 else usual
    for cap in range(usual, most + 1):
        for pile in state.draw + state.discard:
            if first_within(pack, pile, cap) is not None:
                return cap
    return 0


def gives(pack: Pack, state: State, theme: Theme, cap: int) -> bool:
    """Whether the theme has a card no harder than *cap*, its discard pile included."""
    place = theme.place
    return (
        first_within(pack, state.draw[place], cap) is not None
        or first_within(pack, state.discard[place], cap) is not None
    )


def turned(pack: Pack, state: State, theme: Theme, cap: int) -> tuple[Event, ...]:
    """The top-most card of the theme that may be turned; nothing where it has none to give."""
    place = theme.place
    card = first_within(pack, state.draw[place], cap)
    if card is not None:
        return (CardTurned(theme, card),)
    back = reshuffled(state, theme)
    card = first_within(pack, back.order, cap)
    return () if card is None else (back, CardTurned(theme, card))


def reshuffled(state: State, theme: Theme) -> DeckReshuffled:
    """The whole discard pile comes back, shuffled, beneath what is left to draw."""
    place = theme.place
    order = state.draw[place] + shuffled(state.discard[place], state.seed, state.chances)
    return DeckReshuffled(theme, order)
