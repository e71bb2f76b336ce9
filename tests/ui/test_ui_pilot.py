"""The pilot plays whole sessions through the real screens, and everything fits wherever it looks."""

import pytest
from ui_fits import misfits

from game.rules.state import Phase
from game.ui.pilot import Pilot


def play(table, minutes, seats, look=lambda _: None, *, by_words=True):
    """Play to the open door; what the pilot looked at, in order. Typing by words is sooner done."""
    seen = []

    def note(each):
        seen.append(each)
        look(each)

    wait = table.clock.wait
    Pilot(table.desk, table.host, wait=wait, seen=note, by_words=by_words).play(minutes, seats)
    return seen


# Every length and every number of seats, and both ends of each together.
@pytest.mark.parametrize(
    ("minutes", "seats"), [(30, 2), (30, 8), (60, 4), (60, 8), (90, 2), (90, 8)]
)
def test_a_session_reaches_the_open_door(table, minutes, seats):
    laid = table()
    # The longest of all is typed letter by letter.
    play(laid, minutes, seats, by_words=(minutes, seats) != (90, 8))
    state = laid.desk.session.state
    assert state.phase is Phase.DOOR
    assert len(state.seats) == seats
    assert len(state.played) == state.plan.cards
    assert laid.screen == "finale"


# In `test_ui_everywhere` every screen meets every size and text; here a session goes on between.
@pytest.mark.parametrize(
    ("size", "text"),
    [((1024, 768), 200), ((3840, 2160), 100)],
)
def test_everything_fits_in_a_whole_session(table, size, text):
    laid = table(size=size, text=text)
    found = set()
    play(
        laid,
        30,
        4,
        lambda each: found.update(f"{each.screen}: {m}" for m in misfits(laid.host.frame())),
    )
    assert sorted(found) == []


def test_eight_seats_fit_as_well(table):
    laid = table(size=(1280, 720))
    found = set()
    play(
        laid,
        30,
        8,
        lambda each: found.update(f"{each.screen}: {m}" for m in misfits(laid.host.frame())),
    )
    assert sorted(found) == []


def test_two_demos_with_one_seed_are_the_same_session(table):
    first, second = table(seed=3), table(seed=3)
    play(first, 30, 3)
    play(second, 30, 3)
    assert first.desk.session.state == second.desk.session.state
