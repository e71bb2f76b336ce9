"""Many groups on screen: which folder, reading it and stopping, part by part, and written down."""

import shutil
import threading

import pytest
from report_sessions import PAIRS, TODAY, hands_of, play, sheets
from ui_fits import misfits
from ui_screens import focus

from game.app.overview import Overview
from game.app.places import find
from game.journal.merge import NAMES
from game.report.collection import collect
from game.report.dashboard import dashboard_document
from game.report.document import Figure, Lights, Prose, Table
from game.report.picture import Icons
from game.report.reading import CardWords
from game.report.wording import said as said_of
from game.ui.kit.inputs import FileDropped
from game.ui.screens.dashboard import DashboardScreen

LONG = "Clapton and Stamford Hill Surgery"
BROKEN = "2026-11-01-1000-aaaa"


@pytest.fixture(scope="module")
def fleet(tmp_path_factory):
    """Two groups of twelve, one of three; a second copy of the first; and a session that is spoilt."""
    root = tmp_path_factory.mktemp("fleet")
    play(root / "Acton", answers=sheets(), hands=hands_of(), cards=2, seed=1)
    play(root / LONG, answers=sheets(), cards=1, seed=2)
    play(root / "Ealing", answers=sheets(PAIRS[:3]), cards=1, seed=3)
    shutil.copytree(root / "Acton" / "saves", root / "Acton" / "stick")
    broken = root / "Fulham" / BROKEN
    broken.mkdir(parents=True)
    for name in NAMES:
        (broken / name).write_bytes(b"spoilt")
    return root


@pytest.fixture
def asking(table, fleet):
    """The screen with that folder typed, before it is read."""

    def lay(**choices):
        laid = table(**choices)
        laid.host_on(DashboardScreen(laid.desk, "sessions", typed=str(fleet)))
        return laid

    return lay


@pytest.fixture
def document(fleet):
    found = collect(fleet, lambda *_: None)
    return dashboard_document(found, Icons(find().assets), CardWords(TODAY))


def words(laid):
    return " ".join(getattr(each.widget, "plain", "") for each in laid.host.frame().root.walk())


def whole(laid):
    """Everything the screen says, part by part."""
    said = [words(laid)]
    for number in range(1, len(laid.host.screen.document.parts) + 1):
        laid.press("space")
        assert laid.host.screen.part == number
        said.append(words(laid))
    return said


@pytest.mark.parametrize("tile", ["tile sessions", "tile programmes"])
def test_it_opens_from_saved_sessions_and_from_programmes(table, tile):
    laid = table()
    focus(laid, tile)
    laid.press("enter")
    before = laid.screen
    laid.press("m")
    assert laid.screen == "dashboard"
    laid.press("escape")
    assert laid.screen == before


def test_the_saves_folder_is_read_where_nothing_else_is_typed(table, fleet, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    laid = table()
    shutil.copytree(fleet / "Ealing" / "saves", laid.desk.places.saves)
    laid.host_on(DashboardScreen(laid.desk, "sessions"))
    laid.press("space")
    assert "1 session" in words(laid)
    assert "Groups and the panes they lit" in words(laid)


def test_a_folder_without_sessions_and_one_that_is_not_there_are_told(table, tmp_path):
    laid = table()
    for folder, told in ((tmp_path / "none", "There is no folder"), (tmp_path, "no session in")):
        laid.host_on(DashboardScreen(laid.desk, "sessions", typed=f'"{folder}"'))
        laid.press("space")
        assert told in words(laid)
        assert "Which folder?" in words(laid)


def test_a_folder_is_typed_or_dropped_on_the_window(table, fleet):
    laid = table()
    laid.host_on(DashboardScreen(laid.desk, "sessions"))
    focus(laid, "dashboard path")
    laid.press("ctrl+a").type(str(fleet / "Ealing")).press("enter")
    assert "1 session" in words(laid)
    laid.press("f")
    assert "Which folder?" in words(laid)
    laid.host.accept(FileDropped(str(fleet)))
    assert "3 sessions" in words(laid)


def test_the_screen_says_what_the_page_says_part_by_part(asking, document):
    said = whole(asking().press("space"))
    assert "3 groups" in said[0]
    assert "3 sessions" in said[0]
    for part, shown in zip(document.parts, said[1:], strict=True):
        assert part.title in shown
        for block in part.blocks:
            for each in in_words(block):
                assert each in shown


def in_words(block):
    match block:
        case Figure(table=table):
            return in_words(table)
        case Table(rows=rows):
            return [cell for row in rows for cell in row]
        case Lights(rows=rows):
            return [
                each for name, counts, cells in rows for each in (name, *map(str, counts), *cells)
            ]
        case Prose(text):
            return [text]
        case _:
            return list(block.items)


def test_change_is_drawn_and_small_groups_hidden_and_bad_files_listed(asking):
    laid = asking().press("space")
    titles = [part.title for part in laid.host.screen.document.parts]
    said = dict(zip(["At a glance", *titles], whole(laid), strict=True))
    groups = said["Groups and the panes they lit"]
    assert "Ealing" in groups
    assert groups.count(f"Sheets: {said_of(None)}") == 2
    assert "Self-reported understanding rose" in said["Before and now"]
    assert "12 commitments were made." in said["What people said they would do"]
    left_out = said["What was left out, and why"]
    assert BROKEN in left_out
    assert "1 further copy" in left_out
    focus(laid, "show 2")
    laid.press("enter")
    charts = [
        each.role.name
        for each in laid.host.frame().root.walk()
        if each.role is not None and each.role.kind == "chart"
    ]
    assert charts == ["The middle answers before and now, over all groups"]


def test_three_answers_show_no_dot(table, fleet):
    laid = table()
    laid.host_on(DashboardScreen(laid.desk, "sessions", typed=str(fleet / "Ealing")))
    said = " ".join(whole(laid.press("space")))
    assert "Fewer than 8 people have answered so far, so nothing is shown." in said


def test_one_goes_back_part_by_part_or_straight_to_one(asking):
    laid = asking().press("space", "space", "space", "p")
    assert laid.host.screen.part == 1
    focus(laid, "show 3")
    laid.press("enter")
    assert laid.host.screen.part == 3


def test_one_key_writes_the_page_and_the_table_and_says_where(asking, document):
    laid = asking().press("space", "r")
    out = laid.desk.places.exports
    assert sorted(path.name for path in out.iterdir()) == ["dashboard.csv", "dashboard.html"]
    assert document.title in (out / "dashboard.html").read_text(encoding="utf-8")
    assert "open dashboard.html" in words(laid)


def test_a_page_that_cannot_be_written_is_told(asking):
    laid = asking()
    exports = laid.desk.places.exports
    exports.parent.mkdir(parents=True, exist_ok=True)
    exports.write_text("not a folder", encoding="utf-8")
    laid.press("space", "r")
    assert "Dashboard.html was not written" in words(laid)
    assert "open dashboard.html" not in words(laid)


# Reading beside the screen.


@pytest.fixture
def held(asking, monkeypatch):
    """The screen while a folder is being read, by a reader that waits until it is told to go on."""
    goes_on = threading.Event()
    real = Overview.read

    def read(overview):
        assert goes_on.wait(60)
        return real(overview)

    monkeypatch.setattr(Overview, "read", read)
    laid = asking()
    laid.desk.patience = 1.0
    laid.press("space")
    yield laid, goes_on
    goes_on.set()


def test_reading_shows_how_far_it_has_come_and_then_what_it_found(held):
    laid, goes_on = held
    screen = laid.host.screen
    assert "Looking for sessions" in words(laid)
    screen.overview.done, screen.overview.of = 1250, 10000
    laid.clock.wait(1)
    assert "1,250 of 10,000 sessions read" in words(laid)
    assert misfits(laid.host.frame()) == []
    assert lonely(laid) == []
    goes_on.set()
    assert screen.reading.wait(60)
    laid.clock.wait(1)
    assert "At a glance" in words(laid)


def test_escape_stops_reading_and_asks_again(held):
    laid, goes_on = held
    reading = laid.host.screen.reading
    laid.press("escape")
    assert "Which folder?" in words(laid)
    assert "Stopped. Nothing was changed." in words(laid)
    goes_on.set()
    assert reading.wait(60)
    assert reading.answer == "Stopped."


def test_what_is_stopped_reads_no_further(fleet):
    read = []
    found = collect(fleet, lambda done, _: read.append(done), lambda: len(read) < 2)
    assert read == [1, 2]
    assert len(found.sessions) + found.twice == 2
    assert collect(fleet, lambda *_: None, lambda: False).sessions == ()


def test_something_unforeseen_is_told_and_the_screen_lives_on(asking, monkeypatch):
    def read(_):
        raise RuntimeError("odd")

    monkeypatch.setattr(Overview, "read", read)
    laid = asking().press("space")
    assert "could not be read: RuntimeError: odd." in words(laid)
    laid.press("escape")
    assert "Which folder?" in words(laid)


# Fitting.


def lonely(laid):
    frame = laid.host.frame()
    pressable = [each.message for each in frame.root.walk() if each.message is not None]
    return [
        binding.combo
        for binding in frame.view.keys
        if binding.message not in pressable and binding.combo != "?"
    ]


SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
ROOMS = (
    *(((w, h), text, "paper") for w, h in SIZES for text in (100, 200)),
    ((1366, 768), 150, "dark"),
    ((1280, 720), 200, "high contrast"),
)


@pytest.mark.parametrize(
    "room", ROOMS, ids=lambda room: f"{room[0][0]}x{room[0][1]} {room[1]} % {room[2]}"
)
def test_every_part_fits_and_every_key_can_be_pressed(asking, room, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    size, text, palette = room
    laid = asking(size=size, text=text, palette=palette)
    found = []

    def look():
        found.extend((laid.host.screen.part, each) for each in misfits(laid.host.frame()))
        assert lonely(laid) == []

    look()
    laid.press("space")
    look()
    for _ in laid.host.screen.document.parts:
        laid.press("space")
        look()
    laid.press("r")
    look()
    assert found == []
