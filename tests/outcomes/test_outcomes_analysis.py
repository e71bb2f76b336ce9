"""What sheets add up to: pairs, halves, ceilings, two forms apart, many groups with the group as unit."""

import pytest

from game.outcomes.analysis import analyse, change, mean_differences
from game.outcomes.answers import Form, Sheet
from game.outcomes.exact import signed_rank
from game.outcomes.pooled import pool

VECTOR = ((2, 3), (3, 4), (4, 4), (2, 4), (4, 3), (1, 2), (5, 5), (3, 4))


def sheet(before, now, **more):
    return Sheet((before,) * 7, (now,) * 7, **more)


SHEETS = tuple(sheet(*pair, sure_before=pair[0], sure_now=pair[1]) for pair in VECTOR)


def test_the_research_vector_question_by_question():
    found = analyse(SHEETS, Form.RETROSPECTIVE)
    assert found.sheets == 8
    for each in found.questions:
        assert (each.pairs, each.rose, each.same, each.fell) == (8, 5, 2, 1)
        assert each.balance == 0.5
        assert (each.sign_p, each.rank.p) == (0.21875, 0.1875)
        assert (each.before, each.now) == (3.0, 4.0)
        assert each.ceiling == 1
        assert each.interval is None
    assert found.adjusted == (1.0,) * 7
    assert found.overall == signed_rank([now - before for before, now in VECTOR])


def test_those_who_fell_are_counted_like_those_who_rose():
    found = change([(4, 3)] * 6 + [(2, 3)] * 2)
    assert (found.rose, found.same, found.fell) == (2, 0, 6)
    assert found.balance == -0.5
    assert found.rank.r < 0


def test_halves_and_open_answers_are_counted_apart_and_make_no_pair():
    found = change([(2, 3), (None, 4), (3, None), (None, None), (3, 3)])
    assert (found.pairs, found.half, found.open, found.missing) == (2, 2, 1, 3)
    assert (found.before, found.now) == (2.5, 3.0)


def test_a_question_that_nobody_answered_says_so_and_nothing_else():
    found = change([(None, None)] * 3)
    assert (found.pairs, found.before, found.now, found.balance) == (0, None, None, None)
    assert found.open == 3


def test_the_two_forms_are_never_in_one_total():
    later = tuple(sheet(1, 5, form=Form.BEFORE_AND_AFTER) for _ in range(9))
    mixed = (*SHEETS, *later)
    assert analyse(mixed, Form.RETROSPECTIVE) == analyse(SHEETS, Form.RETROSPECTIVE)
    assert analyse(mixed, Form.BEFORE_AND_AFTER) == analyse(later, Form.BEFORE_AND_AFTER)
    assert pool([mixed], Form.RETROSPECTIVE) == pool([SHEETS], Form.RETROSPECTIVE)


def test_fifteen_pairs_have_an_interval_and_fourteen_have_none():
    assert change([(2, 3)] * 14).interval is None
    low, high = change([(2, 3)] * 12 + [(3, 2)] * 3).interval
    assert low < 0.6 < high


def test_the_mean_of_a_person_leaves_out_what_they_left_open():
    half = Sheet((1, None, 2, None, None, None, None), (3, 4, 2, None, None, None, None))
    assert mean_differences([half, sheet(None, None)]) == (1,)


def test_over_groups_the_group_is_the_unit():
    up, level = [sheet(2, 4)] * 10, [sheet(3, 3)] * 10
    (first, *_) = pool([up] * 3 + [level] * 2, Form.RETROSPECTIVE)
    assert (first.groups, first.pairs, first.rose, first.same, first.fell) == (5, 50, 30, 20, 0)
    assert first.balance == 0.6
    # Three groups that rose, not thirty people: p = 2 / 2³.
    assert first.rank.p == 0.25
    assert first.interval is None


def test_from_ten_groups_on_there_is_an_interval_over_groups():
    groups = [[sheet(2, 3)] * 8] * 7 + [[sheet(3, 2)] * 8] * 3
    (first, *_) = pool(groups, Form.RETROSPECTIVE)
    low, high = first.interval
    assert -1 <= low < first.balance < high <= 1


@pytest.mark.parametrize(("sizes", "counted"), [((8, 8, 7), None), ((8, 8, 8), 3), ((9,) * 5, 5)])
def test_how_groups_differ_is_told_of_three_large_groups_or_more(sizes, counted):
    groups = [[sheet(2, 3)] * size for size in sizes]
    (first, *_) = pool(groups, Form.RETROSPECTIVE)
    assert (first.spread and first.spread.groups) == counted


def test_a_group_without_an_answer_is_no_group():
    first, *_ = pool([[], [sheet(None, None)], [sheet(2, 3)] * 3], Form.RETROSPECTIVE)
    assert (first.groups, first.pairs) == (1, 3)
