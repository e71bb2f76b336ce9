"""What may leave the room of real answers: tried for every small group there can be."""

from collections import defaultdict
from dataclasses import fields
from itertools import product

import pytest

from game.outcomes.analysis import analyse, change
from game.outcomes.answers import CONFIDENCE, Evaluation, FollowUp, Form, Hands, Remarks, Sheet
from game.outcomes.evaluation import Group, Harm
from game.outcomes.pooled import pool
from game.outcomes.promises import Done
from game.outcomes.shown import (
    ShownChange,
    leave_change,
    leave_changes,
    leave_evaluation,
    leave_follow_ups,
    leave_hands,
    leave_pooled,
)
from game.values import replace

RISE, STAY, FALL = (2, 4), (3, 3), (4, 3)


def people(rose, same, fell):
    return [RISE] * rose + [STAY] * same + [FALL] * fell


@pytest.mark.parametrize("number", range(8))
def test_up_to_seven_people_leave_nothing_at_all(number):
    shown = leave_change(change(people(number, 0, 0)), 0.01)
    assert shown == ShownChange(missing=0)
    assert not shown.shows


def test_eight_people_leave_their_middles_and_a_rounded_number():
    shown = leave_change(change(people(8, 0, 0)), 0.01)
    assert (shown.people, shown.before, shown.now) == (10, 2.0, 4.0)
    assert (shown.rose, shown.same, shown.fell) == (10, 0, 0)
    assert shown.figures.adjusted_p == 0.01


def test_no_figure_is_computed_from_a_hidden_count():
    for rose, same, fell in product(range(14), repeat=3):
        if 8 <= rose + same + fell <= 26:
            shown = leave_change(change(people(rose, same, fell)), None)
            hidden = None in {shown.rose, shown.same, shown.fell}
            assert (shown.figures is None) == hidden, (rose, same, fell)


def test_all_that_is_shown_together_never_tells_a_hidden_count():
    # Only numbers that people could compare: the rounded total, three parts, ceiling and missing.
    could_be = defaultdict(set)
    every = [counts for counts in product(range(23), repeat=3) if 8 <= sum(counts) <= 22]
    shown = {counts: leave_change(change(people(*counts)), None) for counts in every}
    for counts, each in shown.items():
        could_be[each.people, each.rose, each.same, each.fell].add(counts)
    for counts, each in shown.items():
        if sum(counts) > 17:
            continue
        possible = could_be[each.people, each.rose, each.same, each.fell]
        for place, part in enumerate((each.rose, each.same, each.fell)):
            if part is None:
                assert len({other[place] for other in possible}) > 1, counts


def test_people_who_could_not_rise_are_hidden_like_any_count():
    few_at_top = [(5, 5)] * 3 + [(2, 4)] * 12
    assert leave_change(change(few_at_top), None).ceiling is None
    # Three who could rise would be told by those who could not.
    few_below = [(5, 5)] * 12 + [(2, 4)] * 3
    assert leave_change(change(few_below), None).ceiling is None
    assert leave_change(change([(5, 5)] * 12 + [(2, 4)] * 12), None).ceiling == 10


def test_missing_answers_are_hidden_like_any_count():
    assert leave_change(change([*people(9, 0, 0), (None, 3)]), None).missing is None
    assert leave_change(change([*people(9, 0, 0), *[(None, 3)] * 11]), None).missing == 10


def test_confidence_is_never_adjusted_with_the_seven():
    sheets = [Sheet((2,) * 7, (4,) * 7, 2, 4)] * 10
    shown = leave_changes(analyse(sheets, Form.RETROSPECTIVE))
    assert shown[CONFIDENCE].figures.adjusted_p is None
    assert all(each.figures.adjusted_p is not None for each in shown[:CONFIDENCE])


def test_pooled_groups_are_shown_with_the_number_of_groups():
    groups = [[Sheet((2,) * 7, (4,) * 7)] * 4] * 3
    shown = leave_pooled(pool(groups, Form.RETROSPECTIVE))
    assert (shown[0].groups, shown[0].people, shown[0].rose) == (3, 10, 10)
    assert shown[0].figures.sign_p is None
    assert not leave_pooled(pool(groups[:1], Form.RETROSPECTIVE))[0].shows


def test_hands_are_two_counts_each_hidden_by_itself():
    (shown,) = leave_hands([Hands(0, (0, 5, 2, 0, 0), (0, 0, 0, 9, 3))])
    assert (shown.people_before, shown.before) == (None, None)
    assert (shown.people_now, shown.now) == (10, 4.0)
    assert shown.counts_before == (None,) * 5
    assert leave_hands([Hands(1, (0,) * 5, (0,) * 5)]) == ()


def ticked(number, harm=Harm.NO, card=None):
    return [Evaluation((4, 3, None), harm, card)] * number


@pytest.mark.parametrize("number", range(1, 8))
def test_up_to_seven_evaluations_leave_only_that_they_are_held_back(number):
    remarks = Remarks(("It stays.",), ("Chairs.",), (Group.PERSON,) * 9)
    shown = leave_evaluation(ticked(number, Harm.YES, "card"), remarks)
    assert shown.held_back
    empty = leave_evaluation([], Remarks())
    assert replace(shown, held_back=False) == empty


def test_harm_that_one_person_told_is_shown_as_hidden_not_as_none():
    shown = leave_evaluation([*ticked(20), *ticked(1, Harm.YES, "card")], Remarks())
    assert None in shown.harm
    assert shown.harm[2] != 0
    assert shown.cards == ("card",)


def test_roles_are_counted_by_themselves_and_never_beside_answers():
    shown = leave_evaluation(ticked(20), Remarks(came=(Group.PERSON,) * 10 + (Group.NURSE,) * 2))
    assert shown.came.count(None) == 2
    for kind in (ShownChange, Evaluation, Sheet):
        assert "came" not in {each.name for each in fields(kind)}


def test_free_words_come_in_another_order_than_they_were_given():
    words = tuple(f"words {n}" for n in range(9))
    shown = leave_evaluation(ticked(9), Remarks(stays=words, change=words))
    assert sorted(shown.stays) == sorted(words)
    assert shown.stays != words


def test_commitments_that_were_kept_are_hidden_where_one_could_be_told():
    kept = [FollowUp("x", Done.FULLY)] * 9
    assert leave_follow_ups(kept) == (10, 0, 0, 0)
    assert leave_follow_ups([*kept, FollowUp("y", Done.CHANGED)]) == (None, 0, 0, None)
    assert leave_follow_ups(kept[:7]) == (None,) * 4
