"""What before-and-now adds up to: the middle answer, and silence where too few answered."""

import pytest

from game.model.themes import Theme
from game.outcomes.change import can_be_shown, from_hands, from_sheets, middle
from game.outcomes.items import FEWEST, ITEMS, POINTS

NOBODY = (0, 0, 0, 0, 0)


def sheet(before, now):
    """A sheet that answers every line alike."""
    return (before,) * 7, (now,) * 7


def test_there_is_one_item_a_theme_in_the_order_of_the_door():
    assert [item.theme for item in ITEMS] == list(Theme)
    assert len(POINTS) == 5


@pytest.mark.parametrize(
    ("counts", "answer"),
    [
        ((0, 0, 5, 0, 0), 3.0),
        ((2, 1, 0, 0, 2), 2.0),
        ((0, 3, 3, 0, 0), 2.5),
        ((3, 0, 0, 0, 3), 3.0),
        ((1, 0, 0, 0, 4), 5.0),
        (NOBODY, None),
    ],
)
def test_the_middle_answer_has_as_many_answers_below_as_above(counts, answer):
    assert middle(counts) == answer


def test_hands_are_two_counts_of_the_room():
    line = from_hands([(2, (1, 3, 1, 0, 0), (0, 0, 1, 4, 0))])[2]
    assert (line.theme, line.people, line.before, line.now) == (Theme.PERSON, 5, 2.0, 4.0)


def test_a_line_counts_the_smaller_of_two_shows_of_hands():
    line = from_hands([(0, (0, 0, 6, 0, 0), (0, 0, 0, 8, 0))])[0]
    assert line.people == 6


def test_lines_that_nobody_counted_say_so():
    lines = from_hands([(0, (0, 0, 6, 0, 0), (0, 0, 0, 6, 0))])
    assert [line.people for line in lines] == [6, 0, 0, 0, 0, 0, 0]
    assert [line.shows for line in lines] == [True] + [False] * 6


def test_sheets_are_pairs_so_half_an_answer_does_not_count():
    whole = [sheet(2, 4)] * 5
    halves = [((1,) + (None,) * 6, (None,) * 7)] * 3
    lines = from_sheets([*whole, *halves])
    assert {line.people for line in lines} == {5}
    assert lines[0].before == 2.0


def test_four_answers_are_too_few_and_five_are_enough():
    assert not can_be_shown(from_sheets([sheet(2, 4)] * (FEWEST - 1)))
    assert can_be_shown(from_sheets([sheet(2, 4)] * FEWEST))


def test_a_theme_with_too_few_answers_gives_away_nothing_but_their_number():
    skipping = ((2,) * 6 + (None,), (4,) * 7)
    lines = from_sheets([sheet(2, 4)] * 4 + [skipping] * 2)
    last = lines[-1]
    assert (last.people, last.before, last.now) == (4, None, None)
    assert lines[0].people == 6


def test_a_group_that_feels_less_sure_now_is_shown_as_it_is():
    line = from_sheets([sheet(4, 3)] * 6)[0]
    assert (line.before, line.now) == (4.0, 3.0)
