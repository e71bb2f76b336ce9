"""Tab and Enter are enough: every screen in reading order, no trap, and a session to the open door."""

import pytest
from ui_fits import Rect
from ui_hands import TabAndEnter, play
from ui_order import faults, out_of_order
from ui_screens import every_screen
from ui_table import Table

from game.rules.state import Phase
from game.ui.kit.boxes import Column, Row
from game.ui.kit.controls import Button
from game.ui.kit.focus import beyond
from game.ui.kit.layout import Layout, Placed

LIKE_ANOTHER = {f"editor {part}" for part in ("meet", "think", "round", "talk", "notes", "new")}


def test_every_screen_is_worked_by_tab_and_enter_alone(tmp_path, faces, monkeypatch):
    # Where much has to be scrolled; `order.py` goes through all sizes.
    monkeypatch.setenv("HOME", str(tmp_path))
    # Where everything stands is what counts here; nobody looks at the thousands of pictures.
    monkeypatch.setattr("game.ui.frames.paint_all", lambda *_: None)
    laid = Table(tmp_path, faces, size=(1024, 768))
    kinds, found = set(), []

    def look(name):
        # One line of the survey is like the next, and one stage's preview or form too.
        kind = name.rstrip("0123456789")
        if kind.startswith("preview") or kind in LIKE_ANOTHER:
            kind = kind.split()[0]
        if kind not in kinds:
            kinds.add(kind)
            found.extend(f"{name}: {each}" for each in faults(laid.host))

    every_screen(laid, look)
    laid.desk.leave()
    assert len(kinds) > 36
    assert found == []


def test_a_session_is_played_to_the_open_door_by_tab_and_enter_alone(table):
    laid = table(size=(1280, 720))
    play(TabAndEnter(laid))
    assert laid.desk.session.state.phase is Phase.DOOR
    assert laid.desk.session.state.seats[0].name == "Ann"


def pair(faces, holder):
    one, other = (Button(name, name, name) for name in ("one", "other"))
    return holder((one, other)).place(Layout(faces, 1.0), Rect(0, 0, 600, 400))


@pytest.mark.parametrize("holder", [Row, Column])
def test_the_eye_for_reading_order_sees_what_stands_the_wrong_way_round(faces, holder):
    right = pair(faces, holder)
    assert out_of_order(right) == []
    wrong = Placed(right.widget, right.rect, tuple(reversed(right.parts)))
    assert len(out_of_order(wrong)) == 1


def test_tab_goes_on_from_where_the_focus_was_when_what_had_it_has_gone(faces):
    row = pair(faces, Row)
    assert beyond(row, "gone", 1, stood=1) == "other"
    assert beyond(row, "gone", -1, stood=1) == "one"
    assert beyond(row, "gone", 1, stood=2) == "one"


def test_taking_a_seat_away_leaves_the_next_tab_beside_it(table):
    laid = table()
    laid.press("tab")
    for _ in range(40):
        if laid.host.interaction.focus == "step by step":
            break
        laid.press("tab")
    laid.press("enter")
    order = laid.host.reachable()
    last = [key for key in order if key.startswith("remove ")][-1]
    laid.host.attention.focus(last)
    stood = order.index(last)
    laid.press("enter")
    assert last not in laid.host.reachable()
    laid.press("tab")
    assert laid.host.interaction.focus == laid.host.reachable()[stood]
