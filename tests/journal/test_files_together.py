"""Two flushes at the same time: never told as done before both are, whatever comes between."""

import errno
import threading

import pytest
from journal_faults import STEPS, begin, look, play, steps_of

from game.files.disk import Disk
from game.files.together import Pair
from game.journal.twin import NotSaved


@pytest.fixture
def pair():
    return Pair()


def test_both_are_done_at_the_same_time(pair):
    # Neither gets past the barrier alone.
    barrier = threading.Barrier(2, timeout=30)
    for _ in range(20):
        pair.both(barrier.wait, barrier.wait)


@pytest.mark.parametrize("fault", [None, OSError(errno.EIO, "here"), KeyboardInterrupt()])
def test_it_returns_only_when_the_other_is_done_too(pair, fault):
    for _ in range(20):
        gate, done = threading.Event(), []

        def here(gate=gate):
            gate.set()
            if fault is not None:
                raise fault

        def there(gate=gate, done=done):
            assert gate.wait(30)
            done.append("there")

        if fault is None:
            pair.both(here, there)
        else:
            with pytest.raises(type(fault)):
                pair.both(here, there)
        assert done == ["there"]


def test_a_fault_of_the_other_thread_is_raised_here_and_the_next_pair_is_whole(pair):
    done = []

    def refuse():
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        pair.both(lambda: done.append("here"), refuse)
    pair.both(lambda: done.append("here"), lambda: done.append("there"))
    assert sorted(done) == ["here", "here", "there"]


def test_nobody_waits_for_the_flush_of_somebody_else(pair):
    begun, gate, done = threading.Event(), threading.Event(), []

    def stuck():
        begun.set()
        assert gate.wait(30)

    first = threading.Thread(target=pair.both, args=(lambda: None, stuck))
    first.start()
    assert begun.wait(30)
    ours = threading.get_ident()
    pair.both(
        lambda: done.append(threading.get_ident()), lambda: done.append(threading.get_ident())
    )
    assert done == [ours, ours]
    gate.set()
    first.join(30)
    assert not first.is_alive()


def test_without_a_thread_to_be_had_both_are_done_in_turn(pair, monkeypatch):
    def refuse(_thread):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    done = []
    for _ in range(2):
        pair.both(lambda: done.append("here"), lambda: done.append("there"))
    assert done == ["here", "there"] * 2


def test_a_process_that_was_split_off_gets_a_thread_of_its_own(pair):
    # What such a process finds: a thread that is remembered and does not run.
    pair._thread = threading.Thread(target=lambda: None)
    barrier = threading.Barrier(2, timeout=30)
    pair.both(barrier.wait, barrier.wait)


@pytest.mark.parametrize("second", [False, True])
def test_a_step_is_saved_only_when_both_copies_were_flushed(tmp_path, second):
    class Refusing(Disk):
        refuses = False

        def sync(self, handle):
            elsewhere = threading.current_thread() is not threading.main_thread()
            if self.refuses and elsewhere is second:
                self.refuses = False
                raise OSError(errno.EIO, "Input/output error")
            super().sync(handle)

    disk = Refusing()
    journal = begin(tmp_path, disk)
    play(journal, STEPS[:2])
    disk.refuses = True
    with pytest.raises(NotSaved, match="the disk reported a fault"):
        journal.step(STEPS[2], "2026-11-23T14:02:00Z")
    assert journal.waiting == 1
    play(journal, STEPS[3:])
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS
