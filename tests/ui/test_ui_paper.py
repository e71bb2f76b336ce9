"""A record on paper, typed in by keyboard alone: quick, kept as it is typed, and told its mistakes."""

from dataclasses import replace

import pytest
from ui_fits import misfits
from ui_screens import focus
from ui_table import Table

from game.rules.state import Phase, PlayedOn
from game.ui.kit.inputs import TextTyped

HEAD = ("18 nov", "60", "62", "", "8", "Tuesday group", "4")
CARDS = (
    ("r1", "We say who calls, and we call.", "r", "3"),
    ("e7", "First step: one diary, by Friday.", "ew", "2"),
    ("p3", "We ask what matters today first.", "p", "3"),
    ("m2", "We all say the same line about the tablets.", "mb", "4"),
    ("b12", "We ring before the move.", "b", "3"),
)
MESSAGE = "We check body and mind together, once."
HANDS = ("02310", "00231", "03210", "00141", "22200", "01221", "12300", "02220") * 2
EVALUATION = ("0134", "0044", "0026", "7 1 0", "The diary.", "", "More time.", "")
COMMITMENTS = ("ring before the yearly check", "keep one list of medicines", "", "ask what helps")

ABOUT_THREE_MINUTES = 560
"""Key presses: somebody who types with few fingers makes about three a second."""


@pytest.fixture
def form(table):
    made = table(size=(1280, 720))
    open_form(made)
    return made


def open_form(made):
    focus(made, "tile paper")
    made.press("enter")
    assert made.screen == "paper"


def fill(made, *words):
    """Type into the fields, one after another, with Enter after each; how many presses that took."""
    for each in words:
        made.type(each).press("enter", seconds=0.3)
    return sum(len(each) + 1 for each in words)


def paste(made, *words):
    """As `fill`, each field's words at once: for where only what stands there counts."""
    for each in words:
        if each:
            made.host.accept(TextTyped(each))
        made.press("enter", seconds=0.3)


def words_on(made):
    return " ".join(each.role.name for each in made.host.frame().root.walk() if each.role)


def test_a_session_of_five_cards_is_typed_in_by_keyboard_in_three_minutes(form):
    presses = fill(form, *HEAD)
    for card in CARDS:
        presses += fill(form, *card)
    presses += fill(form, "", MESSAGE, *HANDS, "", *EVALUATION, *COMMITMENTS, "2")
    assert form.host.interaction.focus == "enter"
    form.press("enter")
    assert presses + 1 < ABOUT_THREE_MINUTES
    assert form.screen == "finale"
    state = form.desk.session.state
    assert (state.phase, state.setup.played_on) == (Phase.FINISHED, PlayedOn.PAPER)
    codes = [form.desk.session.pack.card(each.card).code for each in state.played]
    assert codes == ["R-01", "E-07", "P-03", "M-02", "B-12"]
    assert (state.swapped, state.closing.message, len(state.closing.hands)) == (2, MESSAGE, 8)
    assert len(state.closing.evaluations) == 8
    assert "Entered from paper." in words_on(form)
    form.press("space")
    focus(form, "tile sessions")
    form.press("enter")
    assert "entered from paper, 5 cards" in words_on(form)
    assert "18 November 2026" in words_on(form)
    assert not list((form.desk.places.data / "paper").iterdir())


def test_what_a_field_says_is_shown_at_once(form):
    form.type("18 nov")
    assert "18 November 2026" in words_on(form)
    fill(form, "", *HEAD[1:])
    form.type("e7")
    assert "Green diary, blue diary" in words_on(form)


def test_a_mistake_is_told_and_its_field_has_the_focus(form):
    fill(form, "18 nov", "sixty")
    form.press("ctrl+enter")
    assert form.screen == "paper"
    assert form.host.interaction.focus == "planned"
    assert "Minutes planned: A number from 10 to 240 is wanted here." in words_on(form)
    form.press("ctrl+a").type("60")
    form.press("ctrl+enter")
    assert form.host.interaction.focus == "played"


def test_a_draft_survives_a_kill(form, faces):
    """Nothing is closed: another program opens the same folders afterwards."""
    fill(form, *HEAD[:3], "")
    form.type("12")
    folder = form.desk.places.data
    after = Table(folder, faces, size=(1280, 720))
    assert "A paper session is half typed in: 18 nov, no card yet." in words_on(after)
    focus(after, "half typed")
    after.press("enter")
    assert after.host.screen.form["played"] == "62"
    after.desk.leave()


def test_a_draft_is_written_while_somebody_types_without_a_stop(form):
    for letter in "the Tuesday group of the ward":
        form.clock.wait(0.2)
        form.type(letter)
    (path,) = (form.desk.places.data / "paper").iterdir()
    assert "the Tuesday group of the w" in path.read_text("utf-8")


def test_a_draft_is_listed_with_the_sessions_and_gone_on_with(form):
    fill(form, *HEAD[:2])
    form.press("escape", "escape")
    assert form.screen == "home"
    focus(form, "tile sessions")
    form.press("enter")
    assert "A paper session, half typed in" in words_on(form)
    draft = next(key for key in form.host.reachable() if key.startswith("draft "))
    focus(form, draft)
    form.press("enter")
    assert form.screen == "paper"
    assert form.host.screen.form["planned"] == "60"


def test_a_form_is_thrown_away_only_when_asked_twice(form):
    fill(form, *HEAD[:2])
    focus(form, "away")
    form.press("enter")
    assert "Press it once more to throw it away." in words_on(form)
    form.press("enter")
    assert form.screen == "home"
    assert not list((form.desk.places.data / "paper").iterdir())


def test_another_form_leaves_the_first_where_it_is(form):
    fill(form, *HEAD[:2])
    focus(form, "another")
    form.press("enter")
    assert form.host.screen.form["planned"] == ""
    fill(form, "19 nov")
    assert len(list((form.desk.places.data / "paper").iterdir())) == 2


def test_where_nothing_is_to_be_left_neither_draft_nor_session_is(form):
    form.desk.change(replace(form.desk.settings, leave_nothing=True))
    fill(form, *HEAD, *CARDS[0])
    assert "Nothing is kept: finish in one go." in words_on(form)
    form.press("ctrl+enter")
    assert form.screen == "finale"
    assert form.desk.session.folder is None
    assert not (form.desk.places.data / "paper").exists()
    assert not form.desk.has_saved()


@pytest.mark.parametrize(
    ("size", "text", "palette"),
    [
        ((1024, 768), 100, "paper"),
        ((1280, 720), 200, "high contrast"),
        ((1920, 1080), 200, "dark"),
    ],
)
def test_it_fits_empty_filled_and_with_mistakes(table, size, text, palette):
    made = table(size=size, text=text, palette=palette)
    open_form(made)
    assert misfits(made.host.frame()) == []
    paste(made, *HEAD)
    for card in CARDS[:2]:
        paste(made, *card)
        assert misfits(made.host.frame()) == []
    paste(
        made,
        "E-57",
        "",
        "xyz",
        "9",
        "",
        MESSAGE,
        "1 2",
        *HANDS[1:],
        "233",
        "",
        "5",
        *EVALUATION[1:],
    )
    assert misfits(made.host.frame()) == []
    made.press("ctrl+enter")
    assert misfits(made.host.frame()) == []
