"""A presenter's clicker: forward, back, black screen, start and stop lead a whole session."""

import pytest
from ui_hands import phase

from game.rules.state import Phase

MOST = 200


def forward(laid, wanted):
    for _ in range(MOST):
        session = laid.desk.session
        if session is not None and session.state.phase is wanted:
            return
        laid.press("page down", seconds=2)
    raise AssertionError(f"a clicker comes no further than {laid.screen}")


@pytest.mark.parametrize("seed", [1, 2, 4, 8])
def test_a_session_is_led_from_the_title_page_to_the_open_door(table, seed):
    # Some of these come to a crossroads, where a clicker's forward chooses a theme still dark.
    laid = table(seed=seed, size=(1280, 720))
    forward(laid, Phase.DOOR)
    assert laid.screen == "finale"
    state = laid.desk.session.state
    assert len(state.played) == state.plan.cards
    # And on, home again.
    laid.press("page down")
    assert laid.screen == "home"


def test_going_round_the_lines_of_before_and_now_once_is_enough(table):
    laid = table(seed=2)
    forward(laid, Phase.SURVEY)
    forward(laid, Phase.COMMITMENTS)
    assert laid.desk.session.state.closing.hands == ()


@pytest.mark.parametrize("key", ["b", "."])
def test_black_screen_draws_the_curtain_and_lifts_it(table, key):
    laid = table()
    forward(laid, Phase.ROLL)
    laid.press(key)
    assert laid.screen == "curtain"
    laid.press(key)
    assert laid.screen == "board"
    laid.press(key, "page down")
    assert laid.screen == "board"


def test_start_and_stop_of_a_slide_show_lose_nothing(table):
    laid = table()
    forward(laid, Phase.WALK)
    before = laid.desk.session.state
    laid.press("f5", "shift+f5")
    assert laid.desk.session.state == before
    # Stop is Esc: a step back, which is said, and which forward takes again.
    laid.press("escape")
    assert phase(laid) is Phase.ROLL
    forward(laid, Phase.WALK)


def test_back_goes_a_step_back(table):
    laid = table()
    forward(laid, Phase.WALK)
    laid.press("page up")
    assert phase(laid) is Phase.ROLL
