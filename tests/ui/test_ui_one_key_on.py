"""Space and a clicker lead on everywhere, and Esc never takes something back without a word."""

import pytest
from ui_screens import focus

from game.model.themes import Theme
from game.rules.state import Phase
from game.ui.screens.registry import screen_for


def phase(laid):
    return laid.desk.session.state.phase


def on_by(laid, key, wanted, presses=60):
    """Press one key until the session has come so far; whether it has."""
    for _ in range(presses):
        if phase(laid) in wanted:
            return True
        laid.press(key)
    return phase(laid) in wanted


def talking(laid, stage):
    """On to this stage of the first card."""
    laid.press("q")
    assert on_by(laid, "space", {Phase.CARD})
    while laid.screen != f"conversation {stage}":
        laid.press("page down")
    return laid


@pytest.fixture
def at_a_crossroads(table):
    for seed in range(1, 60):
        laid = table(seed=seed)
        laid.press("q")
        if on_by(laid, "space", {Phase.CROSSROADS, Phase.CARD}) and phase(laid) is Phase.CROSSROADS:
            return laid
        laid.desk.leave()
    raise AssertionError("no seed leads to a crossroads at once")


@pytest.mark.parametrize("key", ["space", "page down"])
def test_at_a_crossroads_one_key_leads_to_the_themes_and_chooses(at_a_crossroads, key):
    laid = at_a_crossroads
    laid.press(key)
    assert phase(laid) is Phase.CROSSROADS
    assert laid.host.interaction.focus == "theme roles"
    laid.press("space")
    assert phase(laid) is Phase.CARD


def test_the_lens_in_hand_has_the_focus_where_another_may_be_chosen(table):
    laid = talking(table(), "round")
    before = laid.desk.session.state.round.lenses
    laid.press("l")
    assert laid.screen == "lens"
    assert laid.host.interaction.focus.startswith("lens ")
    focus(laid, "lens self")
    laid.press("space")
    assert laid.screen == "conversation round"
    assert laid.desk.session.state.round.lenses != before


def test_space_keeps_the_lens_in_hand_and_writes_no_step(table):
    laid = talking(table(), "round")
    steps = laid.desk.session.state
    for key in ("space", "page down", "escape"):
        laid.press("l")
        assert laid.screen == "lens"
        laid.press(key)
        assert laid.screen == "conversation round"
    assert laid.desk.session.state == steps


def test_a_third_pane_says_whose_place_it_takes(table):
    laid = talking(table(), "agree")
    oldest, kept = laid.desk.session.state.proposal.panes
    new = next(each for each in Theme if each not in {oldest, kept})
    focus(laid, f"pane {new.value}")
    laid.press("space")
    assert laid.desk.session.state.proposal.panes == (kept, new)
    words = f"Two panes at most: “{new.label}” took the place of “{oldest.label}”."
    assert words in notices(laid)
    focus(laid, f"pane {new.value}")
    laid.press("space")
    assert "Two panes" not in notices(laid)


def test_going_back_by_esc_says_what_it_did_and_how_to_undo_that(table):
    laid = table()
    laid.press("q", "space", "space")
    assert phase(laid) is Phase.WALK
    laid.press("escape")
    assert phase(laid) is Phase.ROLL
    assert "One step was taken back. Ctrl+Y brings it again." in notices(laid)
    laid.press("ctrl+y")
    assert phase(laid) is Phase.WALK
    # Ctrl+Z is asked for by name and needs no telling.
    laid.host_on(screen_for(laid.desk))
    laid.press("ctrl+z")
    assert "taken back" not in notices(laid)


def notices(laid):
    return " ".join(
        each.role.name
        for each in laid.host.frame().root.walk()
        if each.role and each.role.kind == "alert"
    )
