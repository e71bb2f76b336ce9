"""Chance: the same for the same seed, and fair."""

from collections import Counter
from itertools import permutations

import pytest

from game.rules.rng import below, die, shuffled


def test_the_same_seed_and_count_always_give_the_same():
    assert [die(7, n) for n in range(12)] == [die(7, n) for n in range(12)]
    assert shuffled("abcdefg", 7, 3) == shuffled("abcdefg", 7, 3)


def test_another_seed_or_count_gives_something_else():
    rolls = [die(7, n) for n in range(40)]
    assert rolls != [die(8, n) for n in range(40)]
    assert rolls != [die(7, n) for n in range(1, 41)]


def test_what_was_rolled_once_is_rolled_for_ever():
    """A seed told from table to table must bring the same session in every version."""
    assert [die(7, n) for n in range(8)] == [3, 5, 4, 3, 2, 3, 1, 6]
    assert shuffled(range(8), 7, 0) == (1, 5, 2, 7, 4, 3, 0, 6)
    assert shuffled("abcdefghijklmnopqrstuvwx", -5, 2) == tuple("udwefnvjgalphbkcxosmiqtr")


def test_a_die_falls_on_every_side_alike():
    rolls = Counter(die(2026, n) for n in range(12_000))
    assert sorted(rolls) == [1, 2, 3, 4, 5, 6]
    # Far beyond five standard deviations of a fair die (41 each).
    assert all(abs(count - 2000) < 210 for count in rolls.values())


def test_every_order_of_three_comes_up_alike():
    orders = Counter(shuffled("abc", seed, 5) for seed in range(6000))
    assert set(orders) == set(permutations("abc"))
    assert all(abs(count - 1000) < 150 for count in orders.values())


@pytest.mark.parametrize("count", [0, 1, 2, 12, 84])
def test_shuffling_loses_and_copies_nothing(count):
    assert sorted(shuffled(range(count), 3, 9)) == list(range(count))


@pytest.mark.parametrize("seed", [0, -1, 2**64, 10**30])
def test_any_whole_number_is_a_seed(seed):
    assert all(0 <= below(10, seed, n) < 10 for n in range(50))


def test_words_from_the_uneven_end_are_thrown_away():
    """With so large a bound a third of all words are too high; the rest must still spread."""
    bound = 2**64 // 3 * 2
    drawn = [below(bound, 1, n) for n in range(3000)]
    assert all(number < bound for number in drawn)
    low = sum(number < bound // 2 for number in drawn)
    assert abs(low - 1500) < 150
