"""Gone without a word, at every touch of the disk and inside every write: the promise holds."""

import os

import pytest
from journal_faults import (
    NOW,
    STEPS,
    CountedDisk,
    begin,
    dies,
    goes_on,
    look,
    open_well,
    play,
    steps_of,
    whole_session,
)

from game.journal.merge import NAMES
from game.journal.sessions import sessions
from game.journal.store import NotSaved, Opened, open_session

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="dies in a forked child")

PARTS = ("none", "one", "half", "but one")


def moments(task) -> list[tuple[int, str]]:
    """Every moment at which a task can be cut off: before each touch, and inside each write."""
    disk = CountedDisk()
    task(disk, lambda: None)
    return [
        (number, part)
        for number, name in enumerate(disk.touches)
        for part in (PARTS if name == "write" else PARTS[:1])
    ]


def fresh(tmp_path):
    """A saves folder of its own for every run."""
    count = iter(range(10**6))
    return lambda: tmp_path / f"run-{next(count)}"


def test_dying_while_a_session_is_begun_leaves_none_or_one_that_opens(tmp_path):
    saves = fresh(tmp_path)

    def task(disk, told):
        begin(here, disk)
        told()

    here = saves()
    for at, part in moments(task):
        here = saves()
        acknowledged, died = dies(task, at, part)
        assert died
        found = sessions(here)
        assert acknowledged == 0
        assert len(found) <= 1
        for each in found:
            goes_on(each.folder, 0)


def test_dying_while_steps_are_written_loses_nothing_acknowledged(tmp_path):
    saves = fresh(tmp_path)

    def task(disk, told):
        journal = open_session(folder, NOW, disk).journal
        play(journal, STEPS, told)
        journal.close(NOW)

    folder = whole_session(saves(), ())
    for at, part in moments(task):
        folder = whole_session(saves(), ())
        acknowledged, died = dies(task, at, part)
        assert died
        goes_on(folder, acknowledged)


def spoil(folder) -> None:
    """Damage both copies, each in another place."""
    for name, line in zip(NAMES, (2, 5), strict=True):
        lines = (folder / name).read_bytes().splitlines(keepends=True)
        lines[line] = b"spoilt" + lines[line][6:]
        (folder / name).write_bytes(b"".join(lines))


def test_dying_while_damage_is_mended_costs_nothing_even_twice(tmp_path):
    saves = fresh(tmp_path)

    def task(disk, _told):
        opened = open_session(folder, NOW, disk)
        assert isinstance(opened, Opened)
        opened.journal.let_go()

    folder = whole_session(saves())
    spoil(folder)
    whole = moments(task)
    for number, (at, part) in enumerate(whole):
        folder = whole_session(saves())
        spoil(folder)
        assert dies(task, at, part)[1]
        # And once more, at another moment of the mending of what is left.
        dies(task, (number * 7) % len(whole), "half")
        opened = look(folder)
        assert steps_of(opened) == STEPS
        for name in NAMES:
            kept = list(folder.glob(f"{name}.damaged-?"))
            assert len(kept) == 1
            assert b"spoilt" in kept[0].read_bytes()
        goes_on(folder, len(STEPS))


def test_dying_while_a_half_written_step_is_cut_back_costs_nothing(tmp_path):
    saves = fresh(tmp_path)

    def task(disk, told):
        journal = open_session(folder, NOW, disk).journal
        play(journal, STEPS[:2], told)
        before = len(disk.touches)
        earlier = disk.fault

        def fault(number, name):
            earlier(number, name)
            if number == before + 3:
                raise OSError(5, "Input/output error")

        disk.fault = fault
        for events in STEPS[2:4]:
            try:
                journal.step(events, NOW)
            except NotSaved:
                journal.retry()
            told()

    folder = whole_session(saves(), ())
    for at, part in moments(task):
        folder = whole_session(saves(), ())
        acknowledged, died = dies(task, at, part)
        assert died
        goes_on(folder, acknowledged)


def test_a_step_is_on_the_disk_in_both_copies_before_it_is_acknowledged(tmp_path):
    disk = CountedDisk()
    journal = begin(tmp_path / "saves", disk)
    journal.step(STEPS[0], NOW)
    disk.touches.clear()
    journal.step(STEPS[1], NOW)
    assert disk.touches == ["write", "write", "sync", "sync"]
    journal.let_go()


def test_a_file_is_on_the_disk_before_it_takes_its_name_and_the_name_before_it_counts(tmp_path):
    disk = CountedDisk()
    begin(tmp_path / "saves", disk).let_go()
    for number, touch in enumerate(disk.touches):
        if touch.startswith("replace journal"):
            assert disk.touches[number - 3 : number + 2] == [
                "write",
                "sync",
                "close",
                touch,
                "sync folder",
            ]
    assert disk.touches[0] == "sync folder"
    assert disk.touches[-2].startswith("replace 2026-11-23-1402-")
    assert disk.touches[-1] == "sync folder"


def test_a_session_that_was_killed_says_so_and_one_that_was_closed_says_nothing(tmp_path):
    journal = begin(tmp_path / "saves")
    play(journal)
    journal.let_go()
    opened = open_well(journal.folder)
    assert opened.notices == (
        "This session was not closed last time. It goes on from the last step that was saved.",
    )
    opened.journal.close(NOW)
    assert look(journal.folder).notices == ()
