"""The promise to the clock, as the table of the rules tells it."""

import pytest

from game.rules.planner import (
    MAX_CARDS,
    MIN_CARDS,
    before_minutes,
    card_seconds,
    cards_that_fit,
    closing_minutes,
    debrief_minutes,
    level_cap,
    pairs_at,
    plan_for,
    seconds_left,
    stage_seconds,
    welcome_minutes,
)
from game.rules.state import Plan, Seat, SeatId, SeatKind, Stage


@pytest.mark.parametrize("seats", range(2, 9))
def test_half_an_hour_gives_two_cards(seats):
    assert plan_for(30, seats, pairs=False) == Plan(2)


@pytest.mark.parametrize("seats", range(2, 9))
def test_an_hour_gives_five_cards_and_four_with_eight_seats(seats):
    assert plan_for(60, seats, pairs=False) == Plan(4 if seats == 8 else 5)


@pytest.mark.parametrize("seats", range(2, 9))
def test_an_hour_and_a_half_gives_four_a_break_and_four(seats):
    assert plan_for(90, seats, pairs=False) == Plan(8, break_after=4)


@pytest.mark.parametrize(
    ("minutes", "welcome", "before", "debrief", "close"),
    [(30, 4, 2, 6, 4), (60, 6, 3, 10, 6), (90, 8, 3, 10, 5), (180, 8, 3, 10, 5)],
)
def test_the_parts_around_the_cards_take_what_the_table_says(
    minutes, welcome, before, debrief, close
):
    parts = (welcome_minutes, before_minutes, debrief_minutes, closing_minutes)
    assert [part(minutes) for part in parts] == [welcome, before, debrief, close]


def test_more_minutes_never_mean_fewer_cards_but_for_the_break():
    cards = [plan_for(minutes, 4, pairs=False).cards for minutes in range(10, 241)]
    assert cards[0] == MIN_CARDS
    assert cards[-1] == MAX_CARDS
    falls = [at + 10 for at in range(1, len(cards)) if cards[at] < cards[at - 1]]
    assert falls in ([], [75])


def test_pairs_and_long_turns_mean_fewer_cards():
    assert plan_for(60, 6, pairs=True).cards < plan_for(60, 6, pairs=False).cards
    assert plan_for(60, 6, pairs=False, voice_seconds=45).cards < 5


def test_one_card_needs_no_break():
    assert plan_for(75, 8, pairs=True, voice_seconds=45).break_after is not None
    assert plan_for(10, 8, pairs=True).break_after is None


@pytest.mark.parametrize("seats", [2, 5, 8])
def test_a_card_takes_five_minutes_and_eighteen_seconds_a_seat(seats):
    assert card_seconds(seats, pairs=False) == 300 + 18 * seats
    assert card_seconds(seats, pairs=True) == 360 + 18 * seats
    assert card_seconds(seats, pairs=False, voice_seconds=45) == 300 + 45 * seats


@pytest.mark.parametrize(
    ("stage", "seconds"),
    [
        (Stage.MEET, 50),
        (Stage.THINK, 30),
        (Stage.ROUND, 72),
        (Stage.TALK, 90),
        (Stage.EVIDENCE, 40),
        (Stage.AGREE, 50),
        (Stage.KEEP, 20),
    ],
)
def test_each_stage_takes_what_the_table_says(stage, seconds):
    assert stage_seconds(stage, 4, pairs=False) == seconds


@pytest.mark.parametrize("pairs", [False, True])
def test_the_stages_fill_the_card_but_for_rolling_and_walking(pairs):
    stages = sum(stage_seconds(stage, 6, pairs, 30) for stage in Stage)
    assert card_seconds(6, pairs, 30) - stages == 20


def test_a_pair_makes_a_longer_card():
    alone = Seat(SeatId(0), "Priya")
    assert not pairs_at((alone, alone))
    assert pairs_at((alone, Seat(SeatId(1), "Tom and Lee", SeatKind.PAIR)))


def test_time_left_goes_below_nothing_without_complaint():
    assert seconds_left(30, 600.0) == 1200
    assert seconds_left(30, 1860.0) == -60


def test_cards_are_offered_only_where_they_still_fit():
    # At 22 minutes of 60, there are 22 left before the debrief: three cards of six and a bit.
    assert cards_that_fit(60, 4, False, 18, 22 * 60) == 3
    assert cards_that_fit(60, 4, False, 18, 22 * 60, break_ahead=True) == 2
    assert cards_that_fit(60, 4, False, 18, 44 * 60) == 0
    assert cards_that_fit(60, 4, False, 18, 90 * 60) == 0


@pytest.mark.parametrize(
    ("cards", "caps"),
    [
        (1, [1]),
        (2, [1, 2]),
        (3, [1, 3, 2]),
        (4, [1, 2, 3, 2]),
        (5, [1, 2, 3, 3, 2]),
        (8, [1, 2, 3, 3, 3, 3, 3, 2]),
    ],
)
def test_cards_run_gentle_middle_hardest_gentle(cards, caps):
    assert [level_cap(at, cards, hardest=3) for at in range(cards)] == caps


@pytest.mark.parametrize("hardest", [1, 2, 3])
def test_no_card_is_harder_than_the_table_allows(hardest):
    assert all(level_cap(at, 12, hardest) <= hardest for at in range(12))


def test_a_card_past_the_plan_counts_as_the_last():
    assert level_cap(6, 5, hardest=3) == 2
