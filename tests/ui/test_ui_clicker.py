"""A presenter's clicker: forward, back, black screen, start and stop lead a whole session."""

import pytest
from ui_hands import phase
from ui_screens import focus

from game.rules.state import Phase

MOST = 200


def forward(laid, wanted):
    for _ in range(MOST):
        session = laid.desk.session
        if session is not None and session.state.phase is wanted:
            return
        laid.press("page down", seconds=2)
    raise AssertionError(f"a clicker comes no further than {laid.screen}")


@pytest.mark.parametrize(("seed", "text"), [(1, 100), (2, 100), (4, 100), (8, 100), (8, 200)])
def test_a_session_is_led_from_the_title_page_to_the_open_door(table, seed, text):
    # Some of these come to a crossroads, where a clicker's forward chooses a theme still dark.
    laid = table(seed=seed, size=(1280, 720), text=text)
    forward(laid, Phase.DOOR)
    assert laid.screen == "finale"
    state = laid.desk.session.state
    assert len(state.played) == state.plan.cards
    # And on, home again, once all of the door was seen.
    region = "finale" if text == 100 else "finale all"
    while not seen(laid, region):
        laid.press("page down")
    laid.press("page down")
    assert laid.screen == "home"


def seen(laid, key):
    """Whether the end of the region with this key is in view."""
    region = next(each for each in laid.host.frame().root.walk() if each.key == key)
    return region.data.at == region.data.most


def test_at_large_text_forward_first_shows_what_waits_below_and_once_only(table):
    laid = table(size=(1280, 720), text=200)
    forward(laid, Phase.ROLL)
    assert not seen(laid, "board all")
    while not seen(laid, "board all"):
        laid.press("page down")
        assert phase(laid) is Phase.ROLL
    laid.press("page down")
    assert phase(laid) is Phase.WALK
    # The path is in view again, and is the whole of what forward leads on from now.
    assert laid.host.interaction.scrolls["board all"] == 0
    laid.press("page down")
    assert phase(laid) is not Phase.WALK


def test_the_next_table_is_shown_what_waits_below_as_the_first_was(table):
    laid = table(size=(1280, 720), text=200)
    for _ in range(2):
        forward(laid, Phase.ROLL)
        laid.press("page down")
        assert phase(laid) is Phase.ROLL
        forward(laid, Phase.WALK)
        laid.press("t")
        focus(laid, "home")
        laid.press("enter")
        assert laid.screen == "home"


def test_space_leads_on_at_once_at_any_text(table):
    laid = table(size=(1280, 720), text=200)
    forward(laid, Phase.ROLL)
    laid.press("space")
    assert phase(laid) is Phase.WALK


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


def test_a_button_that_shows_page_down_is_pressed_by_it_at_once(table):
    laid = table(size=(1280, 720), text=200)
    focus(laid, "tile library")
    laid.press("enter")
    focus(laid, f"card {laid.desk.pack.cards[0].id}")
    laid.press("enter", "e")
    assert laid.screen == "editor card"
    for part in ("meet", "think", "round", "talk", "evidence", "agree"):
        laid.press("page down")
        assert laid.screen == f"editor {part}"
