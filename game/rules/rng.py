"""
Chance, as plain functions of a seed and of how many chances have been taken before.

SplitMix64 (Steele, Lea and Flood, 2014) read as a counter: nothing is carried along but the count
in `State.chances`, so undo, redo and replay need no generator to be wound back.
"""

from collections.abc import Sequence
from functools import cache
from struct import unpack
from typing import TypeVar

Item = TypeVar("Item")

_WORD = (1 << 64) - 1
_GAMMA = 0x9E3779B97F4A7C15


def _mixed(word: int) -> int:
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 & _WORD
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB & _WORD
    return word ^ (word >> 31)


def _chance(seed: int, n: int) -> int:
    """Where the words of the *n*-th chance begin. Any whole number will do as a seed."""
    return _mixed((_mixed(seed & _WORD) + (n + 1) * _GAMMA) & _WORD)


def _drawn(bound: int, chance: int, k: int) -> int:
    """
    A number below *bound* from the *k*-th word of a chance.

    Words from the uneven end of the range are thrown away. The next try then takes a word far from
    those that other draws of the same chance take.
    """
    even = _WORD + 1 - (_WORD + 1) % bound
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
    words = _words(chance, len(order))
    for last in range(len(order) - 1, 0, -1):
        word, bound = words[2 * last], last + 1
        drawn = word % bound
        if word - drawn > _WORD + 1 - bound:
            drawn = _drawn(bound, chance, last)
        order[last], order[drawn] = order[drawn], order[last]
    return tuple(order)


def _words(chance: int, count: int) -> tuple[int, ...]:
    """
    The first words of a chance, each followed by a nought.

    They are mixed as `_mixed` does it, but side by side in one long number, where each has 128 bits:
    room for its product. A session opens with some hundred words, and one by one they would
    take longer than all else in its opening.
    """
    ones, ramp, low = _lanes(count)
    lanes = chance * ones + _GAMMA * ramp & low
    lanes = (lanes ^ (lanes >> 30) & low) * 0xBF58476D1CE4E5B9 & low
    lanes = (lanes ^ (lanes >> 27) & low) * 0x94D049BB133111EB & low
    lanes ^= (lanes >> 31) & low
    return unpack(f"<{2 * count}Q", lanes.to_bytes(16 * count, "little"))


@cache
def _lanes(count: int) -> tuple[int, int, int]:
    """In so many lanes of 128 bits: a one in each, the number of each, and its lower half."""
    ones = sum(1 << 128 * lane for lane in range(count))
    return ones, sum(lane + 1 << 128 * lane for lane in range(count)), ones * _WORD
