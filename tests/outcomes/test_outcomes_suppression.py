"""What may leave the room: tried against everybody who would subtract, for every small table."""

from collections import defaultdict
from itertools import permutations, product

import pytest

from game.outcomes.suppression import (
    may_leave,
    mixed,
    none_hidden,
    percent,
    room_may_see,
    rounded,
    shared,
    shared_parts,
)


def test_the_room_sees_from_five_and_the_world_from_eight():
    assert [n for n in range(12) if room_may_see(n)] == [5, 6, 7, 8, 9, 10, 11]
    assert [n for n in range(12) if may_leave(n)] == [8, 9, 10, 11]


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (1, None), (5, None), (7, None), (8, 10), (9, 10), (12, 10)]
)
def test_one_to_seven_are_hidden_and_the_rest_is_rounded(count, shown):
    assert shared(count) == shown


def test_rounding_goes_to_the_nearest_five():
    assert [rounded(n) for n in range(8, 19)] == [10, 10, 10, 10, 10, 15, 15, 15, 15, 15, 20]
    assert all(rounded(n) % 5 == 0 and abs(rounded(n) - n) <= 2 for n in range(500))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((5, 2, 1), (None, None, None)),
        ((5, 1, 1), (None, None, None)),
        ((0, 0, 7), (None, None, None)),
        ((8, 0, 0), (10, 0, 0)),
        ((8, 1, 1), (None, None, None)),
        ((8, 2, 1), (None, None, None)),
        ((9, 2, 2), (None, None, None)),
        ((9, 3, 2), (10, None, None)),
        ((10, 9, 3), (10, None, None)),
        ((9, 10, 3), (None, 10, None)),
        ((9, 0, 3), (None, 0, None)),
        ((20, 3, 2), (20, None, None)),
        ((30, 12, 9), (30, 10, 10)),
    ],
)
def test_a_second_count_goes_where_the_total_would_tell_the_first(counts, shown):
    assert shared_parts(counts) == shown


def published(counts):
    """All that a reader has: the rounded total, and the parts."""
    total = sum(counts)
    return (rounded(total) if may_leave(total) else None, shared_parts(counts))


MOST = 26


def test_no_hidden_count_can_be_worked_out_from_the_others_and_the_total():
    could_be = defaultdict(set)
    for counts in product(range(MOST + 4), repeat=3):
        if sum(counts) <= MOST + 4:
            could_be[published(counts)].add(counts)
    for counts in product(range(MOST), repeat=3):
        if not 0 < sum(counts) <= MOST - 4:
            continue
        total, parts = published(counts)
        for place, part in enumerate(parts):
            possible = {each[place] for each in could_be[total, parts]}
            if part is None:
                # Neither told, nor narrowed to "one or two people".
                assert len(possible) >= 3, (counts, place, possible)
                assert max(possible) >= 3, (counts, place, possible)


def test_even_with_the_exact_total_no_hidden_count_is_told():
    could_be = defaultdict(set)
    for counts in product(range(MOST), repeat=3):
        could_be[sum(counts), shared_parts(counts)].add(counts)
    for counts in product(range(MOST), repeat=3):
        if not 8 <= sum(counts) < MOST:
            continue
        parts = shared_parts(counts)
        for place, part in enumerate(parts):
            if part is None:
                possible = {each[place] for each in could_be[sum(counts), parts]}
                assert len(possible) >= 3, (counts, place, possible)


def test_one_more_person_never_shows_as_one():
    for count in range(200):
        before, after = shared(count), shared(count + 1)
        if before is not None and after is not None:
            assert after - before in {0, 5}


def test_hiding_does_not_depend_on_the_order_of_the_parts():
    for counts in [(10, 9, 3), (20, 3, 2), (9, 9, 1)]:
        for order in permutations(counts):
            assert shared_parts(order).count(None) == shared_parts(counts).count(None)


def test_percentages_come_from_twenty_people_on_and_from_rounded_counts():
    assert percent(10, 19) is None
    assert percent(None, 60) is None
    assert percent(10, 21) == 50
    assert percent(0, 40) == 0


def test_figures_come_only_from_counts_that_are_all_shown():
    assert none_hidden(shared_parts((30, 12, 9)))
    assert not none_hidden(shared_parts((30, 12, 1)))


def test_free_text_stands_in_an_order_that_does_not_follow_its_entry():
    texts = [f"remark {n}" for n in range(9)]
    once = mixed(texts)
    assert sorted(once) == texts
    assert list(once) != texts
    assert all(mixed(order) == once for order in (texts[::-1], texts[3:] + texts[:3]))
    assert [each for each in mixed([*texts, "one more"]) if each in texts] != list(once)
