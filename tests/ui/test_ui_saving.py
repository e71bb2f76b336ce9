"""Where the disk refuses: one calm sentence with a way on, play goes on, and all is saved in the end."""

import errno
import functools
from dataclasses import replace

import pytest
from journal_faults import CountedDisk, failing
from saved_sessions import everything_in
from ui_fits import misfits
from ui_screens import focus

from game.app import shelf
from game.app.clock import stamp_after
from game.app.desk import Desk
from game.app.places import elsewhere, find
from game.cli import main
from game.journal.sessions import session_folders
from game.journal.store import create, open_session
from game.journal.verify import Soundness, verify
from game.rules.state import Phase
from game.ui.screens.finale import FinaleScreen
from game.ui.screens.saving import SavingScreen

REFUSALS = {
    "a full disk": (errno.ENOSPC, "the disk is full. Free some space, or choose another place"),
    "a quota": (errno.EDQUOT, "the disk is full. Free some space, or choose another place"),
    "a read-only folder": (errno.EROFS, "this folder cannot be written to. Choose another place"),
    "no permission": (errno.EACCES, "this folder cannot be written to. Choose another place"),
    "a vanished folder": (
        errno.ENOENT,
        "the folder cannot be found. Put it back, or choose another place",
    ),
    "a share that went": (
        errno.ETIMEDOUT,
        "the network folder does not answer. Choose another place",
    ),
    "a share that is stale": (
        errno.ESTALE,
        "the folder cannot be found. Put it back, or choose another place",
    ),
    "a faulty disk": (errno.EIO, "the disk reported a fault. Choose another place"),
}


@pytest.fixture
def disk(monkeypatch):
    made = CountedDisk()
    monkeypatch.setattr(shelf, "create", functools.partial(create, disk=made))
    return made


@pytest.fixture
def laid(table, disk):  # noqa: ARG001 - the disk must stand before the first session
    """A table on the board, the agreement accepted."""
    each = table(size=(1280, 720))
    return each.press("q", "space")


def refuse(disk, code):
    disk.fault = failing(0, code, for_ever=True)


def allow(disk):
    disk.fault = lambda _number, _name: None


def words(laid):
    laid.host.stir()
    return " ".join(getattr(each.widget, "plain", "") for each in laid.host.frame().root.walk())


def last_saved(laid):
    return open_session(laid.desk.session.folder, "").history.at


@pytest.mark.parametrize("case", REFUSALS)
def test_each_refusal_is_one_sentence_with_a_way_on_and_play_goes_on(laid, disk, case):
    code, why = REFUSALS[case]
    refuse(disk, code)
    laid.press("space")
    sentence = f"Not saved: {why}. Play goes on in memory."
    assert words(laid).count(sentence) == 1
    assert "Ways on" in words(laid)
    assert misfits(laid.host.frame()) == []
    laid.press("2")
    at = laid.desk.session.at
    assert laid.desk.session.state.phase is not Phase.WALK
    laid.press("ctrl+s")
    assert laid.screen == "saving"
    assert sentence in words(laid)
    # Still refused; then the disk is well again.
    laid.press("r")
    assert "It still cannot be saved there." in words(laid)
    allow(disk)
    laid.press("r")
    assert "Everything is saved in" in words(laid)
    laid.press("space")
    assert "Not saved" not in words(laid)
    folder = laid.desk.session.folder
    laid.desk.leave()
    assert verify(folder).soundness is Soundness.WHOLE
    assert laid.desk.resume(folder) == ()
    assert laid.desk.session.at == at


def test_the_strip_itself_leads_to_the_ways_on(laid, disk):
    refuse(disk, errno.ENOSPC)
    laid.press("space")
    focus(laid, "unsaved")
    laid.press("enter")
    assert laid.screen == "saving"
    laid.press("page down")
    assert laid.screen == "board"


def test_a_folder_that_was_really_taken_away_is_said_and_comes_back_whole(laid):
    folder = laid.desk.session.folder
    away = folder.with_name("away")
    folder.rename(away)
    laid.press("space")
    assert "Not saved: the folder cannot be found." in words(laid)
    away.rename(folder)
    laid.press("ctrl+s", "r")
    assert "Everything is saved in" in words(laid)
    assert last_saved(laid) == laid.desk.session.at


def test_the_session_goes_on_in_a_folder_that_somebody_types(laid, disk, tmp_path):
    old = laid.desk.session.folder
    stick = tmp_path / "Stick Ł 李"
    stick.mkdir()
    refuse(disk, errno.ENOSPC)
    laid.press("space", "ctrl+s")
    # No name, a place that cannot be, and then the stick; the disk of the test takes all again.
    focus(laid, "save typed")
    laid.press("enter")
    assert "Type a folder, or choose a place." in words(laid)
    allow(disk)
    (tmp_path / "file").write_text("")
    focus(laid, "place")
    laid.type(f"{tmp_path / 'file'}").press("enter")
    assert "Not saved there: the folder cannot be found." in words(laid)
    focus(laid, "place")
    laid.press("ctrl+a")
    laid.type(f"{stick}").press("enter")
    assert "Everything is saved in" in words(laid)
    assert "--data-dir" in words(laid)
    session = laid.desk.session
    assert session.folder.parent == stick / "saves"
    laid.press("space", "2")
    assert last_saved(laid) == session.at
    # The old folder keeps what it had.
    assert verify(old).soundness is Soundness.WHOLE


def test_places_to_choose_from_can_all_be_written_to(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    assert tmp_path / "Documents" in elsewhere()
    assert tmp_path in elsewhere()
    monkeypatch.setattr("game.app.places.can_write", lambda _: False)
    assert elsewhere() == ()


def test_a_place_on_offer_takes_the_session(laid, disk, tmp_path, monkeypatch):
    monkeypatch.setattr("game.ui.screens.saving.elsewhere", lambda: (tmp_path,))
    refuse(disk, errno.EROFS)
    laid.press("space", "ctrl+s")
    allow(disk)
    focus(laid, "place 0")
    laid.press("enter")
    assert len(session_folders(tmp_path / "saves")) == 1


def test_leaving_what_is_not_saved_is_asked_first_and_the_main_key_stays(laid, disk):
    refuse(disk, errno.ENOSPC)
    laid.press("space", "t")
    focus(laid, "home")
    laid.press("enter")
    assert "Leaving now loses what is not saved." in words(laid)
    laid.press("page down")
    assert laid.desk.session is not None
    laid.press("ctrl+q")
    assert (laid.screen, laid.host.running) == ("saving", True)
    allow(disk)
    laid.press("r")
    assert "Leave: it is saved" in words(laid)
    laid.press("space")
    assert not laid.host.running


def test_leaving_all_the_same_is_a_button_of_its_own(laid, disk):
    refuse(disk, errno.ENOSPC)
    laid.press("space", "t")
    focus(laid, "home")
    laid.press("enter")
    focus(laid, "leave")
    laid.press("enter")
    assert laid.screen == "home"
    assert laid.desk.session is None


def test_with_all_saved_the_key_says_so(laid):
    laid.press("ctrl+s")
    assert laid.screen == "board"
    assert "Everything is saved already, at each step." in words(laid)


def test_a_clock_set_back_loses_nothing_and_keeps_the_order(laid, monkeypatch):
    session = laid.desk.session
    monkeypatch.setattr(session, "_stamp", lambda: stamp_after("2016-01-01T00:00:00Z", 0))
    laid.press("space", "2")
    at, elapsed = session.at, session.elapsed
    assert elapsed > 0
    folder = session.folder
    laid.desk.leave()
    assert laid.desk.resume(folder) == ()
    assert laid.desk.session.at == at
    assert laid.desk.session.elapsed >= 0
    laid.host_on(SavingScreen(laid.desk))
    laid.press("escape")
    laid.desk.leave()
    assert laid.desk.last_open().folder == folder


# Leave nothing on this computer.


@pytest.fixture
def trace(table, tmp_path):
    """A table that is to leave nothing, and everything that its computer holds before."""
    laid = table()
    laid.desk._leave_nothing = True
    return laid, tmp_path, everything_in(tmp_path)


def test_a_whole_session_leaves_nothing_and_says_so_from_start_to_end(trace):
    from game.ui.pilot import Pilot  # noqa: PLC0415

    laid, folder, before = trace
    said = []

    def look(_):
        if laid.desk.session is not None:
            said.append("not kept" in laid.host.reachable())

    Pilot(laid.desk, laid.host, wait=laid.clock.wait, seen=look).play(30, 2)
    laid.desk.change(laid.desk.settings.larger())
    assert laid.screen == "finale"
    assert said.count(True) > 15
    assert laid.desk.session.unsaved == ""
    assert everything_in(folder) == before
    # A report would be a file: first the table says where it may go.
    laid.press("r")
    assert laid.screen == "saving"
    laid.press("escape")
    assert everything_in(folder) == before
    # The main key of the finale asks, and the main key there stays.
    laid.press("space")
    assert "Leave, and keep nothing?" in words(laid)
    laid.press("space")
    assert laid.screen == "finale"
    laid.press("space")
    focus(laid, "leave")
    laid.press("enter")
    assert laid.screen == "home"
    assert everything_in(folder) == before
    assert "leave nothing on this computer" in words(laid)


def test_at_the_end_it_can_be_taken_along_whole(trace, tmp_path):
    laid, _, _ = trace
    laid.press("q", "space", "space", "2")
    at = laid.desk.session.at
    laid.press("ctrl+s")
    assert "Nothing is kept on this computer" in words(laid)
    focus(laid, "place")
    laid.type(f"{tmp_path / 'stick'}").press("enter")
    folder = laid.desk.session.folder
    assert folder.is_relative_to(tmp_path / "stick")
    laid.press("space")
    assert "not kept" not in words(laid)
    assert open_session(folder, "").history.at == at
    # What is exported from now on goes to the stick as well.
    laid.press("t", "l", "e", "escape")
    assert (tmp_path / "stick" / "exports" / f"{folder.name}.zip").exists()
    focus(laid, "home")
    laid.press("enter")
    assert laid.screen == "home"
    assert not laid.desk.places.saves.exists()
    assert verify(folder).soundness is Soundness.WHOLE


def test_no_programme_is_kept_where_nothing_is_to_be_left(trace):
    laid, folder, before = trace
    assert "no programme is kept here" in laid.desk.make_programme("Ward 7, winter", 3)
    assert laid.desk.programmes() == ()
    assert everything_in(folder) == before


def test_a_place_that_refuses_leaves_it_in_memory(trace, tmp_path):
    laid, _, _ = trace
    (tmp_path / "file").write_text("")
    laid.press("q", "space", "ctrl+s")
    focus(laid, "place")
    laid.type(f"{tmp_path / 'file'}").press("enter")
    assert "Not saved there" in words(laid)
    assert laid.desk.session.in_memory
    assert laid.desk.session.unsaved == ""


def test_the_log_of_a_session_in_memory_is_exported_by_taking_it_along(trace):
    laid, folder, before = trace
    laid.press("q", "space", "t", "l", "e")
    assert laid.screen == "saving"
    assert everything_in(folder) == before


def test_it_can_be_chosen_in_the_settings_and_let_go_again(table):
    laid = table().press("shift+a")
    focus(laid, "new sessions not kept")
    laid.press("enter", "escape")
    assert laid.desk.leaves_nothing
    laid.press("q", "space")
    assert laid.desk.session.in_memory
    assert not laid.desk.places.saves.exists()


def test_the_command_that_leaves_nothing_writes_no_settings_and_takes_its_pictures_away(
    tmp_path, monkeypatch
):
    asked = {}
    monkeypatch.setattr("game.ui.window.play.play", lambda _, **told: asked.update(told) or 0)
    assert main(["--data-dir", str(tmp_path), "--leave-nothing"]) == 0
    assert asked["leave_nothing"]
    desk = Desk(replace(find(), saves=tmp_path / "saves", data=tmp_path), leave_nothing=True)
    desk.change(desk.settings.larger())
    assert desk.leaves_nothing
    passing = desk._passing
    assert passing.is_dir()
    desk.tidy()
    assert not passing.exists()
    assert everything_in(tmp_path) == {}


def test_what_was_said_at_the_start_is_not_undone_in_the_settings(trace):
    laid, _, _ = trace
    laid.press("shift+a")
    assert "new sessions not kept" in laid.host.reachable()
    assert "new sessions kept" not in laid.host.reachable()


SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_strip_and_the_ways_on_fit_everywhere(table, disk, size, text):
    laid = table(size=size, text=text).press("q", "space")
    refuse(disk, errno.ENOENT)
    found = []

    def look(*keys):
        laid.press(*keys)
        laid.host.stir()
        found.extend((laid.screen, each) for each in misfits(laid.host.frame()))

    look("space")
    look("ctrl+s")
    look("escape")
    look("t")
    focus(laid, "home")
    look("enter")
    laid.host_on(FinaleScreen(laid.desk))
    look()
    assert found == []
