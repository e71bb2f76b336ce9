"""The curtain: over every screen, saying nothing of what it covers, and lifting to the very same."""

import pytest
from test_ui_aloud import listening
from ui_screens import every_screen, focus, in_words
from ui_table import Table

from game.ui.kit.inputs import KeyPressed
from game.values import replace

OWN = {"preview", "one", "library", "choosing"}
"""Screens by the first word of their name where B goes back a page; F2 covers them as well."""


def words_of(host):
    frame = host.frame()
    return frame.view.title, in_words(frame.root), frame.ops


@pytest.fixture(scope="module")
def covered(tmp_path_factory, faces):
    """For each screen: what was shown and said while the curtain was down, and what had changed."""
    folder = tmp_path_factory.mktemp("curtain")
    laid = Table(folder, faces, size=(1280, 720))
    speaker = listening(laid)
    told = {}

    def look(name):
        if laid.screen == "curtain":
            return
        laid.host.settle()
        before = words_of(laid.host), tuple(laid.host.stack), laid.host.interaction
        key = "f2" if laid.host.typing or name.split()[0] in OWN else "b"
        speaker.said.clear()
        laid.press(key, seconds=0)
        title, lines, _ = words_of(laid.host)
        said = " ".join(speaker.said)
        laid.press(key if key == "f2" else "space", seconds=0.2)
        laid.clock.wait(-0.2)
        after = words_of(laid.host), tuple(laid.host.stack), laid.host.interaction
        same = tuple(one == other for one, other in zip(before, after, strict=True))
        told[name] = (title, tuple(lines), said, same)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        laid.press("v", "tab")
        every_screen(laid, look)
    yield told
    laid.desk.leave()


def test_it_shows_the_same_calm_card_over_every_screen(covered):
    assert len(covered) > 50
    calm = covered["board"]
    for name, (title, lines, _, _) in covered.items():
        assert title == "Back in a moment", name
        assert lines == calm[1], name


def test_it_says_nothing_of_what_it_covers(covered):
    allowed = set(covered["home"][2].splitlines())
    assert "Rest your eyes, stretch, or have a word with your neighbour." in allowed
    for name, (_, _, said, _) in covered.items():
        # What was said a moment ago is not always said again.
        assert said.startswith("Back in a moment."), name
        assert set(said.splitlines()) <= allowed, name


def test_it_lifts_to_the_very_same_screen_with_focus_caret_and_scrolling(covered):
    changed = {name for name, (*_, same) in covered.items() if same != (True, True, True)}
    assert changed == set()


def test_in_a_field_b_is_a_letter_and_f2_covers_what_is_typed_and_brings_the_caret_back(table):
    laid = table()
    laid.press("n")
    focus(laid, "name 0")
    laid.press("b").type("Bo")
    laid.press("left")
    typed, held = laid.host.interaction.editing, laid.host.interaction
    assert typed.text.endswith("Bo")
    laid.press("f2")
    assert laid.screen == "curtain"
    assert not laid.host.typing
    # Nothing that is pressed behind the curtain reaches the field.
    laid.type("xyz").press("f2")
    assert laid.host.interaction == held
    assert laid.host.interaction.editing == typed


def test_it_comes_down_at_one_press_while_something_moves(table):
    laid = table()
    laid.press("q", "space", "space")
    laid.host.accept(KeyPressed("2"))
    assert laid.host.moving
    laid.clock.wait(0.1)
    laid.host.accept(KeyPressed("f2"))
    assert laid.screen == "curtain"


def test_what_is_heard_is_not_put_into_words_below_the_calm_card(table):
    laid = table()
    laid.desk.change(replace(laid.desk.settings, captions=True))
    laid.press("q", "space", "space")
    assert "the die rolls" in " ".join(words_of(laid.host)[1])
    laid.press("b")
    assert "the die rolls" not in " ".join(words_of(laid.host)[1])
