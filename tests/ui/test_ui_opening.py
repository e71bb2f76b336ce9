"""
A disk that does not answer while sessions are looked for, opened, brought back or taken along: the
window stands by, calmly.
"""

import functools
import threading

import pytest
from saved_sessions import copied, everything_in, three_sessions
from ui_screens import focus

from game.app import errand, listing, programmes, returning, shelf, takeaway
from game.files.disk import Disk
from game.journal import sessions
from game.journal.lock import holder
from game.journal.merge import NAMES
from game.journal.store import open_session
from game.ui.kit.inputs import PointerMoved
from game.ui.screens import erasing
from game.ui.screens.home import HomeScreen
from game.ui.screens.standby import LOOK_SECONDS, SLOW_SECONDS


class Gate(Disk):
    """A disk that answers no reading while its gate is shut."""

    def __init__(self):
        self.gate = threading.Event()
        self.gate.set()

    def read(self, path):
        assert self.gate.wait(30)
        return super().read(path)


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    return three_sessions(tmp_path_factory.mktemp("played") / "saves")


@pytest.fixture
def gate(monkeypatch):
    disk = Gate()
    monkeypatch.setattr(shelf, "open_session", functools.partial(open_session, disk=disk))
    monkeypatch.setattr(listing, "Disk", lambda: disk)
    yield disk
    disk.gate.set()


@pytest.fixture
def laid(table, played, gate):  # noqa: ARG001 - the gate must stand before anything is read
    """The title page in a window that never waits for the disk."""
    each = table()
    copied(played, each.desk.places.saves)
    each.desk.patience = 0
    each.host_on(HomeScreen(each.desk))
    assert each.host.screen.reading.wait(30)
    return goes_on(each)


def goes_on(laid):
    """So much time passes that every screen looks again."""
    for _ in range(2):
        laid.clock.wait(1)
        laid.host.frame()
    return laid


def words(laid):
    return " ".join(getattr(each.widget, "plain", "") for each in laid.host.frame().root.walk())


def opening(laid):
    assert laid.screen == "opening"
    return laid.host.screen.opening


def test_a_session_that_is_slow_to_open_is_waited_for_without_a_frozen_picture(laid, gate):
    gate.gate.clear()
    laid.press("space")
    first = laid.host.frame()
    assert "Reading it from the disk" in words(laid)
    # Time passes, a pointer moves and help is asked for: the window lives.
    goes_on(laid).host.accept(PointerMoved(500, 500))
    laid.press("f1", "escape")
    assert laid.host.frame() is not first
    opening(laid)
    gate.gate.set()
    assert opening(laid).wait(30)
    goes_on(laid)
    assert laid.desk.session is not None
    assert laid.screen not in {"opening", "home"}


def test_after_a_while_the_disk_is_called_slow(laid, gate):
    gate.gate.clear()
    laid.press("space")
    assert "slow to answer" not in words(laid)
    laid.clock.wait(SLOW_SECONDS)
    assert "slow to answer" in words(laid)
    assert "nothing is lost" in words(laid)


def test_a_pointer_that_never_rests_puts_nothing_off(laid, gate):
    gate.gate.clear()
    laid.press("space")
    gate.gate.set()
    assert opening(laid).wait(30)
    laid.host.frame()
    for step in range(11):
        laid.clock.wait(LOOK_SECONDS / 10)
        laid.host.accept(PointerMoved(500 + step, 500))
        laid.host.frame()
    assert laid.desk.session is not None


def test_esc_goes_back_and_what_comes_all_the_same_is_let_go_of(laid, gate):
    saves = laid.desk.places.saves
    before = everything_in(saves)
    gate.gate.clear()
    laid.press("space")
    given_up = opening(laid)
    laid.press("escape")
    assert laid.screen == "home"
    gate.gate.set()
    assert given_up.wait(30)
    goes_on(laid)
    assert (laid.screen, laid.desk.session) == ("home", None)
    assert holder(given_up.folder) == ""
    # But for the empty file of the lock nothing is new.
    assert {
        name: data for name, data in everything_in(saves).items() if not name.endswith("lock")
    } == {name: data for name, data in before.items() if not name.endswith("lock")}


def test_a_session_given_up_and_wanted_again_is_not_taken_for_somebody_elses(laid, gate):
    gate.gate.clear()
    laid.press("space", "escape", "space")
    again = opening(laid)
    gate.gate.set()
    assert again.wait(30)
    goes_on(laid)
    assert laid.desk.session is not None
    assert not laid.desk.session.read_only


def test_one_given_up_at_the_moment_it_came_is_let_go_of(laid, gate):
    gate.gate.clear()
    laid.press("space")
    came = opening(laid)
    gate.gate.set()
    assert came.wait(30)
    came.give_up()
    assert not laid.desk.running.take(came)
    came.end()
    assert holder(came.folder) == ""


def test_a_session_that_cannot_be_opened_says_so_and_goes_back(laid, gate):
    gate.gate.clear()
    laid.press("space")
    folder = opening(laid).folder
    for name in NAMES:
        (folder / name).write_bytes(b"nothing of ours\n")
    gate.gate.set()
    assert opening(laid).wait(30)
    goes_on(laid)
    assert laid.screen == "home"
    assert "damaged in both copies" in words(laid)


def test_a_fault_that_nobody_thought_of_says_that_nothing_was_changed(laid, gate, monkeypatch):
    def broken(*_):
        raise RuntimeError("broken")

    monkeypatch.setattr(shelf, "open_session", broken)
    gate.gate.clear()
    laid.press("space")
    goes_on(laid)
    assert laid.screen in {"opening", "home"}
    if laid.screen == "opening":
        assert opening(laid).wait(30)
        goes_on(laid)
    assert "Nothing was changed" in words(laid)


def test_the_title_page_stands_before_the_disk_has_answered(laid, gate):
    laid.desk._saves = None
    gate.gate.clear()
    laid.host_on(HomeScreen(laid.desk))
    assert "Looking for the last session" in words(laid)
    assert "Continue last session" not in words(laid)
    # Space might mean that session, so it begins no other.
    laid.press("space")
    assert (laid.screen, laid.desk.session) == ("home", None)
    laid.press("f1", "escape")
    gate.gate.set()
    assert laid.host.screen.reading.wait(30)
    assert "Continue last session" in words(goes_on(laid))


@pytest.mark.parametrize("tile", ["sessions", "programmes"])
def test_the_lists_stand_before_the_disk_has_answered(laid, gate, tile, monkeypatch):
    laid.desk._saves = None
    monkeypatch.setattr(programmes, "programmes", lambda _saves: () if gate.gate.wait(30) else None)
    gate.gate.clear()
    focus(laid, f"tile {tile}")
    laid.press("enter")
    assert laid.screen == tile
    assert "Reading" in words(laid)
    laid.press("escape")
    assert laid.screen == "home"


@pytest.fixture
def one(laid, gate, monkeypatch):
    """A saved session's page; the disk answers neither reading backups nor taking along."""
    for module, name in ((returning, "restore"), (takeaway, "read_copies")):
        real = getattr(module, name)
        monkeypatch.setattr(
            *(module, name),
            lambda *given, real=real: real(*given) if gate.gate.wait(30) else None,
        )
    focus(laid, "tile sessions")
    laid.press("enter")
    assert laid.host.screen.listing.wait(30)
    goes_on(laid)
    focus(laid, f"session {sessions.session_folders(laid.desk.places.saves)[0].name}")
    laid.press("enter")
    assert laid.host.screen.reading.wait(30)
    assert laid.host.screen.keeping.wait(30)
    gate.gate.clear()
    return goes_on(laid)


def brings_back(one):
    focus(one, "backup 1")
    one.press("enter")


def takes_along(one):
    one.press("e")


def takes_the_log_along(one):
    one.press("l", "e")


@pytest.mark.parametrize(
    ("asks", "meanwhile", "after"),
    [
        (brings_back, "writing it as a session of its own", "Brought back as "),
        (takes_along, "Writing it to the disk", "Written: "),
        (takes_the_log_along, "Writing it to the disk", "Written: "),
    ],
)
def test_what_a_button_reads_and_writes_is_waited_for_without_a_frozen_picture(
    one, gate, asks, meanwhile, after
):
    asks(one)
    assert one.screen == "standby"
    first = one.host.frame()
    assert meanwhile in words(one)
    assert "slow to answer" not in words(one)
    # Time passes, a pointer moves and help is asked for: the window lives.
    one.clock.wait(SLOW_SECONDS)
    assert "slow to answer" in words(one)
    one.host.accept(PointerMoved(500, 500))
    one.press("f1", "escape")
    assert one.host.frame() is not first
    assert after not in words(one)
    gate.gate.set()
    assert one.host.screen.errand.wait(30)
    goes_on(one)
    assert one.screen != "standby"
    assert after in words(one)


def test_going_back_leaves_a_backup_to_come_back_by_itself(one, gate):
    saves = one.desk.places.saves
    before = sessions.session_folders(saves)
    brings_back(one)
    errand = one.host.screen.errand
    one.press("escape")
    assert one.screen == "session"
    assert sessions.session_folders(saves) == before
    gate.gate.set()
    assert errand.wait(30)
    goes_on(one)
    assert one.screen == "session"
    assert len(sessions.session_folders(saves)) == len(before) + 1


@pytest.mark.parametrize(
    ("module", "name", "asks", "told"),
    [
        (returning, "restore", brings_back, "Not brought back: something unexpected happened"),
        (takeaway, "read_copies", takes_along, "Not written: something unexpected happened"),
    ],
)
def test_a_fault_that_nobody_thought_of_is_told_where_it_was_asked_for(
    one, monkeypatch, module, name, asks, told
):
    def broken(*_):
        raise RuntimeError("broken")

    monkeypatch.setattr(module, name, broken)
    asks(one)
    if one.screen == "standby":
        assert one.host.screen.errand.wait(30)
        goes_on(one)
    assert one.screen == "session"
    assert told in words(one)


def test_the_end_of_the_program_waits_for_no_disk_for_ever(laid, monkeypatch):
    answers, left = threading.Event(), threading.Event()
    monkeypatch.setattr(errand, "CLOSING_SECONDS", 0)
    monkeypatch.setattr(sessions, "sweep", lambda _saves: answers.wait(30) and left.set())
    laid.desk.tidy()
    assert not left.is_set()
    answers.set()
    assert left.wait(30)


def test_nothing_can_be_erased_before_what_goes_is_shown(laid, monkeypatch):
    answers = threading.Event()
    before = erasing.what_goes
    monkeypatch.setattr(
        erasing, "what_goes", lambda *given: before(*given) if answers.wait(30) else ()
    )
    names = tuple(each.name for each in sessions.session_folders(laid.desk.places.saves))
    laid.host_on(erasing.EraseScreen(laid.desk, names, programmes=True))
    assert "Reading" in words(laid)
    assert "erase now" not in laid.host.reachable()
    laid.host.send(erasing.EraseNow())
    assert laid.host.screen.working is None
    answers.set()
    assert laid.host.screen.looking.wait(30)
    assert "2 copies of the session’s steps" in words(goes_on(laid))
    assert "erase now" in laid.host.reachable()
