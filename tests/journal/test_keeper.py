"""A slow, silent or refusing disk: what the session says, what it keeps, and how it gets on."""

import errno
import shutil
import threading

import pytest
from journal_faults import FULL, NOW, STEPS, TEXTS, CountedDisk, failing, look, steps_of

from game.app.keeper import LONGEST_HOLD, RETRY_SECONDS, Keeper
from game.journal.sessions import sessions
from game.journal.store import create, open_session


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class GatedDisk(CountedDisk):
    """A disk that stands still at every flush while its gate is shut."""

    def __init__(self):
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()

    def sync(self, handle):
        assert self.gate.wait(30)
        super().sync(handle)


class Kept:
    """A keeper with a session that is begun by its first step, and a disk to trouble it with."""

    def __init__(self, saves, patience):
        self.saves = saves
        self.clock = Clock()
        self.disk = GatedDisk()
        self.keeper = Keeper(self.make, saves, clock=self.clock, patience=patience)

    def make(self, saves):
        return create(saves, app="0.1.0", title="x", texts=TEXTS, now=NOW, disk=self.disk)

    def play(self, *numbers):
        for number in numbers:
            events = STEPS[number]
            self.keeper.keep(lambda journal, events=events: journal.step(events, NOW))

    def refuse(self, code=FULL):
        self.disk.fault = failing(0, code, for_ever=True)

    def allow(self):
        self.disk.fault = lambda _number, _name: None

    def ends(self):
        self.keeper.close(NOW)
        assert self.keeper.settle()
        return steps_of(look(self.keeper.folder))


@pytest.fixture
def kept(tmp_path):
    made = []

    def make(patience=None):
        made.append(Kept(tmp_path / "saves", patience))
        return made[-1]

    yield make
    for each in made:
        each.disk.gate.set()
        each.allow()
        each.keeper.close(NOW)
        each.keeper.settle()


def test_with_no_limit_to_its_patience_a_call_returns_when_the_step_is_on_the_disk(kept):
    each = kept()
    for number in range(4):
        each.play(number)
        assert each.keeper.hold() is None
        assert not each.keeper.busy
        # Read by another, as a crash would leave it.
        assert steps_of(open_session(each.keeper.folder, NOW)) == STEPS[: number + 1]


def test_a_slow_disk_is_waited_for_elsewhere_and_the_screen_is_told_for_how_long(kept):
    each = kept(patience=0)
    each.disk.gate.clear()
    each.play(0, 1)
    assert each.keeper.hold() == 0
    each.clock.now = 1.5
    assert each.keeper.hold() == 1.5
    assert each.keeper.trouble == ""
    assert sessions(each.saves) == ()
    each.disk.gate.set()
    assert each.keeper.settle()
    assert each.keeper.hold() is None
    assert each.ends() == STEPS[:2]


def test_a_disk_that_does_not_answer_lets_play_go_on_and_says_so_until_it_does(kept):
    each = kept(patience=0)
    each.disk.gate.clear()
    each.play(0)
    each.clock.now = LONGEST_HOLD
    assert each.keeper.hold() is None
    assert "does not answer" in each.keeper.trouble
    each.play(1, 2)
    assert each.keeper.hold() is None
    each.disk.gate.set()
    assert each.keeper.settle()
    assert each.keeper.trouble == ""
    assert each.ends() == STEPS[:3]


def test_a_session_that_could_not_be_begun_is_begun_when_the_disk_allows_it(kept):
    each = kept()
    each.refuse()
    each.play(0, 1, 2)
    assert "the disk is full" in each.keeper.trouble
    assert each.keeper.folder is None
    assert sessions(each.saves) == ()
    each.allow()
    each.keeper.tick()
    assert each.keeper.trouble
    each.clock.now += RETRY_SECONDS
    each.keeper.tick()
    assert each.keeper.trouble == ""
    assert steps_of(open_session(each.keeper.folder, NOW)) == STEPS[:3]


def test_what_could_not_be_saved_is_tried_again_by_itself_and_by_hand(kept):
    for by_hand in (True, False):
        each = kept()
        each.play(0, 1)
        each.refuse(errno.EIO)
        each.play(2, 3)
        assert "fault" in each.keeper.trouble
        each.keeper.retry()
        assert "fault" in each.keeper.trouble
        each.allow()
        each.clock.now += RETRY_SECONDS
        if by_hand:
            each.keeper.retry()
        else:
            each.keeper.tick()
        assert each.keeper.trouble == ""
        assert each.ends() == STEPS[:4]


def test_trying_again_where_all_is_saved_touches_nothing(kept):
    each = kept()
    each.play(0)
    each.disk.touches.clear()
    each.keeper.retry()
    each.clock.now = 1000
    each.keeper.tick()
    assert each.disk.touches == []


@pytest.mark.parametrize("begun", [True, False])
def test_a_session_moves_elsewhere_with_all_that_waited_and_goes_on_there(kept, tmp_path, begun):
    each = kept()
    if begun:
        each.play(0, 1)
    each.refuse()
    each.play(*range(2 if begun else 0, 4))
    assert "full" in each.keeper.move(tmp_path / "stick", NOW)
    assert each.keeper.trouble
    each.allow()
    assert each.keeper.move(tmp_path / "stick", NOW) == ""
    assert each.keeper.trouble == ""
    assert each.keeper.folder.parent == tmp_path / "stick"
    each.play(4, 5)
    assert each.ends() == STEPS[:6]
    assert look(each.keeper.folder).texts == TEXTS
    # What was on the old disk stays as it was.
    assert [steps_of(look(s.folder)) for s in sessions(each.saves)] == [STEPS[:2]] * begun


def test_a_move_that_fails_says_so_and_calls_nothing_unsaved_that_is_saved(kept, tmp_path):
    each = kept()
    each.play(0, 1)
    (tmp_path / "file").write_bytes(b"")
    assert "cannot be found" in each.keeper.move(tmp_path / "file" / "below", NOW)
    assert each.keeper.trouble == ""
    each.play(2)
    assert each.ends() == STEPS[:3]


def test_a_move_from_a_stick_that_was_pulled_out_takes_everything_along(kept, tmp_path):
    each = kept()
    each.play(0, 1)
    shutil.rmtree(each.keeper.folder)
    each.play(2)
    assert "cannot be found" in each.keeper.trouble
    assert each.keeper.move(tmp_path / "here", NOW) == ""
    assert each.ends() == STEPS[:3]
    assert look(each.keeper.folder).texts == TEXTS


def test_what_nobody_expected_is_said_too_and_the_next_steps_are_still_written(kept):
    each = kept()
    each.play(0)

    def odd(_journal):
        raise TypeError("?")

    each.keeper.keep(odd)
    assert "something unexpected happened (TypeError)" in each.keeper.trouble
    each.play(1)
    assert each.keeper.trouble == ""
    assert each.ends() == STEPS[:2]


def test_an_end_that_cannot_be_written_lets_the_session_go_all_the_same(kept):
    each = kept()
    each.play(0, 1)
    each.refuse()
    each.keeper.close(NOW)
    assert each.keeper.trouble
    assert steps_of(look(each.keeper.folder)) == STEPS[:2]
