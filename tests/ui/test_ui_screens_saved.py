"""Saved sessions on screen: the list, one session, its log, going back, erasing, bringing back."""

import shutil

import pytest
from saved_sessions import copied, everything_in, three_sessions
from ui_fits import misfits
from ui_screens import focus

from game.app.errand import Errand
from game.app.held import IN_SHORT
from game.app.listing import Listing, Summaries, last_open
from game.journal.lock import take
from game.journal.merge import NAMES
from game.journal.sessions import session_folders
from game.rules.state import Phase
from game.ui.screens.home import HomeScreen
from game.ui.screens.sessions import PAGE, SessionsScreen

NOW = "2026-11-23T14:02:11Z"


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    return three_sessions(tmp_path_factory.mktemp("played") / "saves")


@pytest.fixture
def shelf(table, played):
    """A table whose computer holds the three sessions, on its list of sessions."""

    def lay(**choices):
        laid = table(**choices)
        copied(played, laid.desk.places.saves)
        laid.host_on(HomeScreen(laid.desk))
        focus(laid, "tile sessions")
        return laid.press("enter")

    return lay


def words(laid):
    return " ".join(getattr(each.widget, "plain", "") for each in laid.host.frame().root.walk())


def names(laid):
    return [folder.name for folder in session_folders(laid.desk.places.saves)]


def choose(laid, name):
    focus(laid, f"session {name}")
    return laid.press("enter")


def test_a_session_tells_its_cards_and_goes_on_with_the_main_key(shelf):
    laid = shelf()
    choose(laid, names(laid)[1])
    assert laid.screen == "session"
    assert "Cards we met" in words(laid)
    laid.press("space")
    assert laid.desk.session is not None
    assert laid.desk.session.state.phase not in {Phase.UNOPENED, Phase.FINISHED}


def test_the_log_of_a_saved_session_can_be_read_and_taken_along_and_changes_nothing(shelf):
    laid = shelf()
    before = everything_in(laid.desk.places.saves)
    choose(laid, names(laid)[0]).press("l")
    assert "2 steps were taken back." in words(laid)
    assert words(laid).count("taken back") > 3
    assert not [key for key in laid.host.reachable() if key.startswith("step ")]
    while "older" in laid.host.reachable():
        laid.press("o")
    assert "The session began with" in words(laid)
    laid.press("n", "e")
    assert "Written: " in words(laid)
    assert (laid.desk.places.exports / f"{names(laid)[0]}.zip").exists()
    laid.press("escape")
    assert laid.screen == "session"
    laid.press("e", "escape")
    assert everything_in(laid.desk.places.saves) == before


def test_going_back_in_the_running_session_is_asked_once_and_can_be_undone(table):
    laid = table().press("q", "space", "space", "2")
    session = laid.desk.session
    at = session.at
    laid.press("t", "l")
    assert laid.screen == "log"
    focus(laid, "step 2")
    laid.press("enter")
    assert "Go back to here?" in words(laid)
    # The main key, and so the clicker, stays.
    laid.press("page down")
    assert (laid.screen, session.at) == ("log", at)
    focus(laid, "step 2")
    laid.press("enter", "g")
    assert session.at == 2
    assert laid.screen == "board"
    assert f"{at - 2} steps were taken back." in words(laid)
    laid.press("t", "l")
    assert words(laid).count("taken back") >= at - 2
    focus(laid, f"step {at}")
    laid.press("enter", "g")
    assert session.at == at
    assert "put on again" in words(laid)


def test_three_hundred_steps_are_read_page_by_page(table):
    laid = table().press("q", "space")
    session = laid.desk.session
    while len(session.records) < 300:
        session.undo()
        session.redo()
    laid.press("t", "l")
    seen = []
    while True:
        seen += [key for key in laid.host.reachable() if key.startswith("step ")]
        if "older" not in laid.host.reachable():
            break
        laid.press("o")
    assert "Page 10 of 10" in words(laid)
    assert seen == ["step 1"]
    laid.press("escape", "escape")
    assert laid.screen == "board"


def test_erasing_shows_what_goes_and_only_its_own_button_erases(shelf):
    laid = shelf()
    gone = names(laid)[0]
    choose(laid, gone)
    focus(laid, "erase")
    laid.press("enter")
    assert laid.screen == "erase"
    assert gone in words(laid)
    assert "1 backup" in words(laid)
    for key in ("space", "page down", "enter", "escape", "page up"):
        laid.press(key)
        assert laid.screen == "session"
        assert gone in names(laid)
        focus(laid, "erase")
        laid.press("enter")
    focus(laid, "erase now")
    laid.press("enter")
    assert laid.screen == "sessions"
    assert gone not in names(laid)
    assert "1 session is erased." in words(laid)
    assert f"session {gone}" not in laid.host.reachable()
    assert not any(gone in name for name in everything_in(laid.desk.places.saves))


def test_erasing_all_leaves_nothing_and_home_has_nothing_to_go_on_with(shelf):
    laid = shelf()
    laid.desk.make_programme("Ward 7, winter", 3)
    focus(laid, "erase all")
    laid.press("enter")
    assert "and 1 programme’s name" in words(laid)
    assert all(name in words(laid) for name in names(laid))
    focus(laid, "erase now")
    laid.press("enter")
    assert "3 sessions are erased." in words(laid)
    assert "No session has been saved yet." in words(laid)
    assert everything_in(laid.desk.places.saves) == {}
    laid.press("space")
    assert "continue" not in laid.host.reachable()


def test_a_session_that_is_open_elsewhere_says_who_has_it_is_only_read_and_is_not_erased(shelf):
    laid = shelf()
    name = names(laid)[1]
    folder = laid.desk.places.saves / name
    lock = take(folder, NOW)
    laid.host_on(SessionsScreen(laid.desk))
    assert "Already open since" in words(laid)
    before = everything_in(folder)
    choose(laid, name)
    focus(laid, "erase")
    laid.press("enter")
    focus(laid, "erase now")
    laid.press("enter")
    assert "Nothing was erased." in words(laid)
    choose(laid, name)
    assert "Open for reading" in words(laid)
    laid.press("space")
    session = laid.desk.session
    at = session.at
    assert "Open for reading only: nothing here changes it. Already open since" in words(laid)
    for key in ("space", "ctrl+z", "ctrl+y", "p", "escape", "x", "enter"):
        laid.press(key)
    assert session.at == at
    laid.host_on(HomeScreen(laid.desk))
    laid.desk.leave()
    after = everything_in(folder)
    assert after == before
    lock.release()


def test_a_damaged_and_an_unreadable_session_are_told_calmly(shelf):
    laid = shelf()
    damaged, lost = names(laid)[0], names(laid)[1]
    saves = laid.desk.places.saves
    (saves / damaged / NAMES[0]).write_bytes(b"spoilt")
    for name in NAMES:
        (saves / lost / name).write_bytes(b"spoilt")
    laid.host_on(SessionsScreen(laid.desk))
    assert "Needs mending" in words(laid)
    assert "It cannot be read" in words(laid)
    choose(laid, lost)
    assert "so it cannot be read. Nothing was changed." in words(laid)
    laid.press("space")
    assert laid.desk.session is None
    assert "cannot be read" in words(laid)
    # Its backup brings it back.
    focus(laid, "backup 1")
    laid.press("enter")
    assert f"Brought back as {lost}-2." in words(laid)
    choose(laid, damaged).press("space")
    assert "was damaged and has been mended; the damaged file is kept as" in words(laid)


def test_a_session_of_a_newer_version_says_so_and_stays_as_it_is(shelf):
    laid = shelf()
    name = names(laid)[0]
    folder = laid.desk.places.saves / name
    newer(folder)
    before = everything_in(folder)
    laid.host_on(SessionsScreen(laid.desk))
    assert "Made by a newer version" in words(laid)
    choose(laid, name)
    assert "Update to continue; nothing was changed." in words(laid)
    laid.press("space", "space", "x")
    laid.host_on(HomeScreen(laid.desk))
    laid.desk.leave()
    assert everything_in(folder) == before


def newer(folder):
    import json  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    for name in NAMES:
        first, rest = (folder / name).read_bytes().split(b"\n", 1)
        record = json.loads(first.split(b" ", 2)[2]) | {"min_reader": 99, "app": "9.0"}
        body = b"0 " + json.dumps(record).encode()
        (folder / name).write_bytes(b"%08x %s\n" % (zlib.crc32(body), body) + rest)


def test_a_session_that_was_tidied_away_is_listed_and_brought_back(shelf):
    laid = shelf()
    name = names(laid)[0]
    shutil.rmtree(laid.desk.places.saves / name)
    laid.host_on(SessionsScreen(laid.desk))
    choose(laid, name)
    assert "Somebody has taken the session’s folder away." in words(laid)
    focus(laid, "backup 1")
    laid.press("enter")
    assert name in names(laid)


def test_what_we_hold_is_one_press_from_the_list(shelf):
    laid = shelf().press("h")
    assert IN_SHORT in words(laid)
    assert "Who passed." in words(laid)
    laid.press("space")
    assert laid.screen == "sessions"


@pytest.fixture
def many(tmp_path, played):
    """Two thousand sessions: one is real, the rest are as light as a session can be."""
    saves = tmp_path / "many"
    saves.mkdir()
    header = (next(saves_of(played)) / NAMES[0]).read_bytes().split(b"\n", 1)[0] + b"\n"
    for number in range(1999):
        folder = saves / f"2025-{1 + number % 12:02}-01-0900-{number:04x}"
        folder.mkdir()
        for name in NAMES:
            (folder / name).write_bytes(header)
    shutil.copytree(next(saves_of(played)), saves / "2026-02-01-0900-real")
    return saves


def saves_of(saves):
    return iter(session_folders(saves))


def test_two_thousand_sessions_come_page_by_page_as_they_are_read(many, table, monkeypatch):
    laid = table()
    monkeypatch.setattr(laid.desk.places.__class__, "saves", many)
    # The window does not wait: what has been read is shown, and the rest comes.
    listing = Listing(many, Summaries(), at_once=False)
    laid.host_on(SessionsScreen(laid.desk, listing=listing))
    laid.host.frame()
    assert listing.wait(60)
    laid.host.stir()
    shown = [key for key in laid.host.reachable() if key.startswith("session ")]
    assert len(shown) == PAGE
    assert listing.now.complete
    assert "1 of 84" in words(laid)
    laid.press("o")
    assert "2 of 84" in words(laid)
    assert not set(shown) & set(laid.host.reachable())


def test_a_list_that_nobody_looks_at_any_more_is_read_no_further(many):
    summaries = Summaries()
    listing = Listing(many, summaries, at_once=False)
    listing.stop()
    assert listing.wait(60)
    assert last_open(many, summaries, NOW).folder.name == "2026-02-01-0900-real"


def test_an_errand_that_fails_is_done_with_an_answer():
    def fail():
        raise RuntimeError

    for at_once in (True, False):
        errand = Errand(fail, lambda fault: type(fault).__name__, at_once=at_once)
        assert errand.wait(30)
        assert (errand.done, errand.answer) == (True, "RuntimeError")


SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
ROOMS = (
    *(((w, h), text, "paper") for w, h in SIZES for text in (100, 200)),
    # Colours move nothing: one room each shows that they do not.
    ((1280, 720), 100, "dark"),
    ((1280, 720), 200, "high contrast"),
)


@pytest.mark.parametrize(
    "room", ROOMS, ids=lambda room: f"{room[0][0]}x{room[0][1]} {room[1]} % {room[2]}"
)
def test_every_screen_of_saved_sessions_fits(shelf, room, tmp_path, monkeypatch):
    size, text, palette = room
    monkeypatch.setenv("HOME", str(tmp_path))
    laid = shelf(size=size, text=text, palette=palette)
    shutil.rmtree(laid.desk.places.saves / names(laid)[2])
    (laid.desk.places.saves / names(laid)[1] / NAMES[0]).write_bytes(b"spoilt")
    laid.host_on(SessionsScreen(laid.desk))
    found = [(laid.screen, each) for each in misfits(laid.host.frame())]

    def look(*keys):
        laid.press(*keys)
        found.extend((laid.screen, each) for each in misfits(laid.host.frame()))

    look("h")
    look("escape")
    focus(laid, f"session {names(laid)[0]}")
    look("enter")
    look("l")
    look("escape")
    focus(laid, "erase")
    look("enter")
    assert laid.screen == "erase"
    assert found == []
