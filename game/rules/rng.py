"""
Chance, as plain functions of a seed and of how many chances have been taken before.

SplitMix64 (Steele, Lea and Flood, 2014) read as a counter: nothing is carried along but the count
in `State.chances`, so undo, redo and replay need no generator to be wound back.
"""

from collections.abc import Sequence
from functools import lru_cache
from struct import Struct
from typing import TypeVar

Item = TypeVar("Item")

_WORDS = 1 << 64
_WORD = _WORDS - 1
_GAMMA = 0x9E3779B97F4A7C15


def _mixed(word: int) -> int:
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 & _WORD
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB & _WORD
    return word ^ (word >> 31)


def _chance(seed: int, n: int) -> int:
    """Where the words of the *n*-th chance begin. Any whole number will do as a seed."""
    return _mixed((_root(seed) + (n + 1) * _GAMMA) & _WORD)


@lru_cache(4)
def _root(seed: int) -> int:
    """Where the chances of a seed begin: a session asks for each of its own, and rarely another's."""
    return _mixed(seed & _WORD)


def _drawn(bound: int, chance: int, k: int) -> int:
    """
    A number below *bound* from the *k*-th word of a chance.

    Words from the uneven end of the range are thrown away. The next try then takes a word far from
    those that other draws of the same chance take.
    """
    even = _WORDS - _WORDS % bound
    while (word := _mixed((chance + (k + 1) * _GAMMA) & _WORD)) >= even:
        k += 1 << 32
    return word % bound


def below(bound: int, seed: int, n: int) -> int:
    """A whole number from 0 to *bound* - 1, all equally likely, by the *n*-th chance."""
    return _drawn(bound, _chance(seed, n), 0)


def die(seed: int, n: int) -> int:
    """The *n*-th chance as a die, 1 to 6."""
    return 1 + below(6, seed, n)


def shuffled(items: Sequence[Item], seed: int, n: int) -> tuple[Item, ...]:
    """The items in an order that the *n*-th chance gives, all orders equally likely."""
    order = list(items)
    chance = _chance(seed, n)
    last = len(order) - 1
    # No range below has an uneven end that begins further down.
    even = _WORDS - len(order)
    for word in reversed(_words(chance, last)):
        drawn = word % (last + 1) if word < even else _drawn(last + 1, chance, last)
        order[last], order[drawn] = order[drawn], order[last]
        last -= 1
    return tuple(order)


def _words(chance: int, count: int) -> tuple[int, ...]:
    """
    So many words of a chance, without its first: that would be drawn below 1.

    They are mixed as `_mixed` does it, but side by side in one long number, where each has 128 bits:
    room for its product. A session opens with some hundred words, and one by one they would
    take longer than all else in its opening.
    """
    ones, ramp, low, apart = _lanes(count)
    lanes = chance * ones + ramp & low
    lanes = (lanes ^ (lanes >> 30) & low) * 0xBF58476D1CE4E5B9 & low
    lanes = (lanes ^ (lanes >> 27) & low) * 0x94D049BB133111EB & low
    # What comes down from the next lane lies in the upper half, which is left behind.
    lanes ^= lanes >> 31
    return apart.unpack(lanes.to_bytes(apart.size, "little"))


@lru_cache(64)
def _lanes(count: int) -> tuple[int, int, int, Struct]:
    """
    In so many lanes of 128 bits: a one in each, how far its word lies from the chance, and its lower
    half; and how the lanes come apart.
    """
    ones = sum(1 << 128 * lane for lane in range(count))
    ramp = sum((lane + 2) * _GAMMA << 128 * lane for lane in range(count))
    return ones, ramp, ones * _WORD, Struct("<" + "Q8x" * count)
