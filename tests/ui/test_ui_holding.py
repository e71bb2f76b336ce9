"""A step is seen when it is saved: the picture waits for the disk, keys keep their order, nothing sticks."""

import functools
import threading

import pytest

from game.app import shelf
from game.app.keeper import LONGEST_HOLD, RETRY_SECONDS
from game.files.disk import Disk
from game.journal.store import create
from game.rules.state import Phase
from game.ui.holding import MARK_SECONDS, MOST_WAITING, WORDS
from game.ui.host import Host
from game.ui.kit.drawing import Words
from game.ui.kit.inputs import KeyPressed, PointerMoved, Resized, TextTyped
from game.ui.screens.all import beforehand, home, look_of, mend
from game.ui.window.play import Outside


class Gate(Disk):
    """A disk that stands still at every flush while the gate is shut, or refuses everything."""

    def __init__(self):
        self.open_gate = threading.Event()
        self.open_gate.set()
        self.full = False

    def write(self, handle, data):
        if self.full:
            raise OSError(28, "No space left on device")
        return super().write(handle, data)

    def sync(self, handle):
        assert self.open_gate.wait(30)
        super().sync(handle)


@pytest.fixture
def gate(monkeypatch):
    disk = Gate()
    monkeypatch.setattr(shelf, "create", functools.partial(create, disk=disk))
    yield disk
    disk.full = False
    disk.open_gate.set()


@pytest.fixture
def laid(table, gate):  # noqa: ARG001 - the gate must stand before the first session
    """A table whose window never waits for the disk, one press before the agreement is accepted."""
    each = table()
    each.desk.patience = 0
    each.host = Host(
        home(each.desk),
        fonts=each.faces,
        look=lambda: look_of(each.desk),
        clock=each.clock,
        size=each.size,
        beforehand=beforehand(each.desk),
        hold=lambda: each.desk.saving,
        mend=mend(each.desk),
    )
    key(each, "q")
    each.desk.session.settle()
    each.host.frame()
    assert each.screen == "agreement"
    return each


def key(each, name, *, seconds=1.0, repeat=False):
    each.clock.wait(seconds)
    each.host.accept(KeyPressed(name, repeat=repeat))


def words(frame):
    return [op.text for op in frame.ops if isinstance(op, Words)]


def test_the_picture_stays_until_the_step_is_saved_and_says_so_after_a_while(laid, gate):
    before = laid.host.frame()
    gate.open_gate.clear()
    key(laid, "space")
    assert laid.host.frame() is before
    assert not laid.host.due()
    laid.clock.wait(MARK_SECONDS)
    assert laid.host.due()
    marked = laid.host.frame()
    assert words(marked) == [*words(before), WORDS]
    assert laid.host.frame() is marked
    gate.open_gate.set()
    laid.desk.session.settle()
    assert laid.host.due()
    assert "Roll the die" in " ".join(words(laid.host.frame()))
    assert laid.desk.session.unsaved == ""


def test_keys_pressed_meanwhile_keep_their_order_and_act_once(laid, gate):
    gate.open_gate.clear()
    key(laid, "space")
    # Accepted; a roll; its echo from a nervous finger; a held key; the first way; a look round.
    key(laid, "space")
    key(laid, "space", seconds=0.01)
    key(laid, "space", seconds=0.5, repeat=True)
    laid.host.accept(PointerMoved(1, 1))
    laid.host.accept(PointerMoved(2, 2))
    key(laid, "2")
    laid.host.frame()
    assert laid.desk.session.state.phase is Phase.ROLL
    gate.open_gate.set()
    for _ in range(3):
        laid.desk.session.settle()
        laid.host.frame()
    names = [type(event).__name__ for event in laid.desk.session.events]
    assert names.count("AgreementAccepted") == names.count("DieRolled") == 1
    assert names.count("TokenWalked") == 1


def test_typing_during_a_slow_write_is_not_lost(laid, gate):
    gate.open_gate.clear()
    key(laid, "t")
    assert laid.host.screen.name != "agreement"
    gate.open_gate.set()
    laid.host.frame()
    laid.host.accept(KeyPressed("escape"))
    gate.open_gate.clear()
    key(laid, "space")
    for letter in "abc":
        laid.host.accept(TextTyped(letter))
    laid.host.accept(Resized(1280, 720))
    assert laid.host.frame().size == (1920, 1080)
    gate.open_gate.set()
    laid.desk.session.settle()
    assert laid.host.frame().size == (1280, 720)


def test_a_flood_of_keys_during_a_slow_write_is_bounded(laid, gate):
    gate.open_gate.clear()
    key(laid, "space")
    for _ in range(65_535):
        laid.host.accept(KeyPressed("f9"))
    assert len(laid.host._queue._events) == MOST_WAITING
    gate.open_gate.set()
    laid.desk.session.settle()
    laid.host.frame()
    assert laid.desk.session.state.phase is Phase.ROLL


def test_a_disk_that_never_answers_lets_the_table_play_on_and_says_so(laid, gate):
    told = []
    outside = Outside(laid.desk, told.append, sound=False)
    gate.open_gate.clear()
    key(laid, "space")
    laid.clock.wait(LONGEST_HOLD)
    laid.host.frame()
    assert outside.tick(0.0)
    assert laid.host.screen.name == "board"
    key(laid, "space", seconds=6)
    laid.host.settle()
    laid.host.frame()
    assert laid.desk.session.state.phase is Phase.WALK
    assert "not saved" in words(laid.host.frame())
    gate.open_gate.set()
    laid.desk.session.settle()
    assert outside.tick(0.0)
    assert not outside.tick(0.0)
    assert told == [
        "Not saved: the disk does not answer. It is being tried again. Play goes on in memory.",
        "Everything is saved again.",
    ]


def test_a_full_disk_is_said_steadily_until_it_is_tried_again_and_saves(laid, gate):
    told = []
    outside = Outside(laid.desk, told.append, sound=False)
    gate.full = True
    key(laid, "space")
    laid.desk.session.settle()
    assert outside.tick(0.0)
    laid.host.stir()
    assert "not saved" in words(laid.host.frame())
    gate.full = False
    assert not outside.tick(0.0)
    laid.clock.wait(RETRY_SECONDS)
    outside.tick(0.0)
    laid.desk.session.settle()
    assert outside.tick(0.0)
    assert told[0].startswith("Not saved: the disk is full.")
    assert told[1] == "Everything is saved again."
    laid.host.stir()
    assert "not saved" not in words(laid.host.frame())
    laid.desk.leave()
    assert not outside.tick(0.0)


def test_leaving_a_session_waits_for_its_end_and_taking_it_up_again_for_the_lock(laid, gate):
    folder = laid.desk.session.folder
    gate.open_gate.clear()
    laid.desk.leave()
    assert laid.desk.saving == 0
    threading.Timer(0.05, gate.open_gate.set).start()
    assert laid.desk.resume(folder) == ()
    assert laid.desk.session.unsaved == ""
    assert laid.desk.saving is None
