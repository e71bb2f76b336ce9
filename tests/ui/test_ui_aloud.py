"""Read aloud: what is said of every screen, as it was last read over, and when nothing is said."""

import os
from pathlib import Path

import pytest
from ui_fits import misfits
from ui_screens import every_screen, focus

from game.app.voice import Recording, Silent
from game.ui.aloud import ON, PRIVATE, Aloud
from game.ui.kit.inputs import PointerPressed
from game.ui.screens.sheets import SheetsScreen
from game.ui.stack import Push

SPOKEN = Path(__file__).with_name("spoken")


def listening(table):
    """The table with somebody who listens; what was said is in the speaker."""
    speaker = Recording()
    table.desk.speaker = speaker
    table.host.join(Aloud(speaker, lambda: table.desk.settings.speak))
    return speaker


@pytest.fixture(scope="module")
def heard(tmp_path_factory, faces):
    """What was said of each screen by itself, and when the whole was asked for; and misfits."""
    from ui_table import Table  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("aloud")
    laid = Table(folder, faces, size=(1280, 720))
    speaker = listening(laid)
    told, unfit = {}, set()

    def look(name):
        frame = laid.host.frame()
        unfit.update(f"{name}: {each}" for each in misfits(frame))
        unasked = "\n\n".join(speaker.said) or "(nothing)"
        speaker.said.clear()
        laid.press("shift+v")
        laid.host.frame()
        whole = "\n\n".join(speaker.said)
        speaker.said.clear()
        told[name] = f"{unasked}\n\n----- Shift V -----\n\n{whole}\n"

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        laid.press("v")
        every_screen(laid, look)
    yield told, unfit
    laid.desk.leave()


def test_what_is_said_of_every_screen_is_as_it_was_read_over(heard):
    told, _ = heard
    writing = os.environ.get("MAP_SNAPSHOTS") == "write"
    changed = []
    for name, words in told.items():
        path = SPOKEN / f"{name.replace(' ', '-')}.txt"
        if writing:
            SPOKEN.mkdir(exist_ok=True)
            path.write_text(words, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != words:
            changed.append(name)
    assert changed == [], "run with MAP_SNAPSHOTS=write and read the difference"


def test_every_screen_fits_with_the_key_that_reads_aloud_in_its_footer(heard):
    told, unfit = heard
    assert unfit == set()
    assert "V: stop reading" in told["board"]


def test_v_turns_it_on_and_says_so_and_the_next_press_of_it_is_silence(table):
    laid = table()
    speaker = listening(laid)
    laid.host.frame()
    assert speaker.said == []
    laid.press("v")
    laid.host.frame()
    assert speaker.said[0].startswith(ON)
    assert "Quick start" in speaker.said[0]
    assert laid.desk.settings.speak
    stops = speaker.stops
    laid.press("v")
    laid.host.frame()
    assert len(speaker.said) == 1
    assert speaker.stops > stops
    assert not laid.desk.settings.speak


def test_the_whole_screen_can_be_asked_for_while_it_is_off(table):
    laid = table()
    speaker = listening(laid)
    laid.press("shift+v")
    laid.host.frame()
    assert "Step by step, button, key N." in speaker.said[0]
    laid.press("f1")
    laid.host.frame()
    assert len(speaker.said) == 1


def test_a_move_of_the_focus_says_where_it_went_and_nothing_else(table):
    laid = table()
    speaker = listening(laid)
    laid.press("v")
    laid.host.frame()
    focus(laid, "tile library")
    laid.host.frame()
    assert speaker.said[-1] == "Library, button."
    laid.press("shift+a")
    focus(laid, "text 150")
    laid.host.frame()
    laid.press("enter")
    laid.host.frame()
    assert speaker.said[-1] == "150 %, choice, chosen."


def test_any_key_and_any_press_of_the_pointer_ends_what_is_being_said(table):
    laid = table()
    speaker = listening(laid)
    laid.press("v")
    laid.host.frame()
    before = speaker.stops
    laid.host.accept(PointerPressed(2, 2))
    assert speaker.stops == before + 1
    laid.press("tab")
    assert speaker.stops == before + 2


def test_what_is_typed_is_not_said_back(table):
    laid = table()
    speaker = listening(laid)
    laid.press("v", "n")
    focus(laid, "name 0")
    laid.host.frame()
    said = len(speaker.said)
    laid.type("Viv")
    laid.host.frame()
    assert speaker.said[said:] == []
    # And a V in a name is a letter.
    assert laid.desk.settings.speak


def at_the_table(laid):
    laid.press("v", "q", "space")
    laid.host.frame()


def test_behind_the_curtain_only_the_calm_card_is_said_and_never_the_notes(table):
    laid = table()
    speaker = listening(laid)
    at_the_table(laid)
    speaker.said.clear()
    laid.press("b")
    laid.host.frame()
    assert speaker.said[-1].startswith("Back in a moment.")
    assert "rolls" not in speaker.said[-1]
    for _ in range(2):
        laid.press("f")
        laid.host.frame()
    assert speaker.said[-1] == f"Notes.\n{PRIVATE}"
    laid.press("shift+v", "tab")
    laid.host.frame()
    assert speaker.said[-1] == f"Notes.\n{PRIVATE}"


def test_a_private_sheet_is_not_said_nor_what_has_the_focus_on_it(table):
    laid = table()
    speaker = listening(laid)
    at_the_table(laid)
    laid.host.follow(Push(SheetsScreen(laid.desk)))
    laid.press("space")
    laid.host.frame()
    assert speaker.said[-1].endswith(PRIVATE)
    said = len(speaker.said)
    laid.press("tab", "4")
    laid.host.frame()
    assert speaker.said[said:] == []


def test_coming_back_from_what_lay_on_top_does_not_begin_all_over(table):
    laid = table()
    speaker = listening(laid)
    at_the_table(laid)
    board = speaker.said[-1]
    laid.press("p")
    laid.host.frame()
    laid.press("p")
    laid.host.frame()
    assert "Panes lit" in board
    assert speaker.said[-1].startswith("The board.")
    assert "Panes lit" not in speaker.said[-1]


def test_without_a_voice_the_footer_says_nothing_of_v_and_v_says_why(table):
    laid = table()
    laid.desk.speaker = Silent()
    assert "key v" not in laid.host.reachable()
    laid.press("v")
    alerts = [each.role.name for each in laid.host.frame().root.walk() if each.role]
    assert laid.desk.speaker.why in alerts
    assert not laid.desk.settings.speak


def test_the_footers_key_can_be_pressed_with_the_pointer(table):
    laid = table()
    listening(laid)
    focus(laid, "key v")
    laid.press("enter")
    assert laid.desk.settings.speak


def test_nothing_of_a_paper_sheet_or_a_private_one_is_in_what_was_read_over(heard):
    told, _ = heard
    private = [name for name in told if name.startswith(("papers", "sheets answer"))]
    assert len(private) > 1
    for name in private:
        # Its title and that it is not read aloud; in a text field Shift V is a letter.
        title, *rest = told[name].partition("Shift V -----")[2].split("\n")[2:]
        assert title.startswith(("Your sheet", "Paper sheet")) or not title
        assert set(rest) <= {PRIVATE, ""}
        assert "button" not in told[name]


def test_dots_before_questions_are_for_the_eye_alone(heard):
    told, _ = heard
    assert "debrief 0" in told
    assert [name for name, words in told.items() if "•" in words] == []
