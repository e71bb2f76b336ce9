"""Full disks, short writes, held files, vanished folders: nothing is called saved that is not."""

import errno
import os
import shutil

import pytest
from journal_faults import (
    NOW,
    STEPS,
    CountedDisk,
    begin,
    failing,
    goes_on,
    look,
    open_well,
    play,
    steps_of,
    whole_session,
)

from game.files.disk import Disk, put, reason
from game.journal.lines import MOST_BYTES
from game.journal.merge import NAMES
from game.journal.store import NotSaved, create, open_session
from game.rules.events import AgreementWritten

ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT]


def touches_of(task) -> int:
    disk = CountedDisk()
    task(disk)
    return len(disk.touches)


def refusal(journal, events) -> str:
    """Why the step was not saved; empty where it was."""
    try:
        journal.step(events, NOW)
    except NotSaved as fault:
        return fault.sentence
    return ""


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_any_touch_that_fails_while_steps_are_written_is_told_and_nothing_is_lost(
    tmp_path, for_ever
):
    def task(disk):
        nonlocal saved
        opened = open_session(folder, NOW, disk)
        if opened.journal is None:
            assert "can be looked at but not gone on with" in opened.notices[0]
            return
        for events in STEPS[:5]:
            refused = refusal(opened.journal, events)
            if refused and for_ever:
                break
            if refused:
                assert refused.startswith("Not saved: ")
                opened.journal.retry()
            saved += 1
        opened.journal.let_go()

    saved = 0
    folder = whole_session(tmp_path / "first", ())
    for number in range(touches_of(task)):
        saved = 0
        folder = whole_session(tmp_path / f"run-{number}", ())
        disk = CountedDisk()
        disk.fault = failing(number, ERRORS[number % len(ERRORS)], for_ever=for_ever)
        task(disk)
        kept = len(steps_of(look(folder)))
        assert saved <= kept <= saved + 1
        if not for_ever:
            assert saved == kept == 5
            a, b = ((folder / name).read_bytes() for name in NAMES)
            assert a == b
        goes_on(folder, kept)


@pytest.mark.parametrize("code", ERRORS)
def test_a_session_that_cannot_be_begun_leaves_nothing(tmp_path, code):
    for number in range(touches_of(lambda disk: begin(tmp_path / "first", disk).let_go())):
        saves = tmp_path / f"run-{number}"
        disk = CountedDisk()
        disk.fault = failing(number, code, for_ever=True)
        with pytest.raises(NotSaved):
            begin(saves, disk)
        left = [each.name for each in saves.iterdir()]
        # Only the very last touch comes after the session has its name; by then it is whole.
        assert left == [] or (len(left) == 1 and look(saves / left[0]))


def test_short_writes_without_an_error_are_written_on(tmp_path):
    disk = CountedDisk()
    disk.part = lambda _number, size: (size + 1) // 2
    journal = begin(tmp_path, disk)
    play(journal)
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS


def test_a_disk_that_takes_no_more_bytes_and_says_nothing_is_full(tmp_path):
    disk = CountedDisk()
    journal = begin(tmp_path, disk)
    disk.part = lambda _number, _size: 0
    with pytest.raises(NotSaved):
        journal.step(STEPS[0], NOW)
    disk.part = lambda _number, size: size
    play(journal, STEPS[1:])
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS


class SmallDisk(Disk):
    """A disk with room for so many more bytes; a write that does not fit is cut, like on a real one."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.sizes: dict[int, int] = {}

    def write(self, handle, data):
        if self.room == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = super().write(handle, data[: self.room])
        self.room -= taken
        return taken

    def cut(self, handle, length):
        self.room += os.fstat(handle).st_size - length
        super().cut(handle, length)


def test_a_disk_that_is_full_at_any_byte_keeps_what_was_acknowledged_and_is_left_clean(tmp_path):
    size = len((whole_session(tmp_path / "all", STEPS[:4]) / NAMES[0]).read_bytes())
    for room in range(0, 2 * size, 29):
        journal = begin(tmp_path / f"run-{room}")
        journal.let_go()
        disk = SmallDisk(room)
        journal = open_session(journal.folder, NOW, disk).journal
        refused = [refusal(journal, events) for events in STEPS[:4]]
        saved = refused.count("")
        # Nothing is saved behind a step that is not.
        assert refused[:saved] == [""] * saved
        assert all("the disk is full" in each for each in refused[saved:])
        assert journal.waiting == 4 - saved
        a, b = ((journal.folder / name).read_bytes() for name in NAMES)
        assert a == b
        assert a.count(b"\n") == saved + 1
        # Play went on in memory; somebody frees some space, and the next step brings them all.
        disk.room = 10**6
        play(journal, STEPS[4:])
        assert journal.waiting == 0
        journal.let_go()
        assert steps_of(look(journal.folder)) == STEPS


def test_after_a_failed_flush_the_same_handle_is_never_asked_again(tmp_path):
    failed: list[int] = []
    asked: list[int] = []

    class Flaky(CountedDisk):
        def open(self, path, *, fresh=False):
            handle = super().open(path, fresh=fresh)
            # The system gives a number again; what counts is that it was opened anew.
            asked.append(handle)
            failed[:] = [each for each in failed if each != handle]
            return handle

        def sync(self, handle):
            assert handle not in failed
            if trouble:
                trouble.pop()
                failed.append(handle)
                raise OSError(errno.EIO, "Input/output error")
            super().sync(handle)

    trouble: list[bool] = []
    journal = begin(tmp_path, Flaky())
    journal.step(STEPS[0], NOW)
    trouble.append(True)
    with pytest.raises(NotSaved, match="the disk reported a fault"):
        journal.step(STEPS[1], NOW)
    play(journal, STEPS[2:])
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS


def test_an_interrupted_step_is_cut_off_before_the_next(tmp_path):
    disk = CountedDisk()
    journal = begin(tmp_path, disk)
    play(journal, STEPS[:2])

    def interrupt(_number, name):
        if name == "sync":
            disk.fault = lambda _number, _name: None
            raise KeyboardInterrupt

    disk.fault = interrupt
    with pytest.raises(KeyboardInterrupt):
        journal.step(STEPS[2], NOW)
    play(journal, STEPS[3:])
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_deleted_during_play_is_put_back(tmp_path, name):
    journal = begin(tmp_path)
    play(journal, STEPS[:3])
    (journal.folder / name).unlink()
    play(journal, STEPS[3:])
    journal.close(NOW)
    assert look(journal.folder).notices == ()
    assert steps_of(look(journal.folder)) == STEPS


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_written_over_during_play_is_put_back_and_what_was_written_is_kept(tmp_path, name):
    journal = begin(tmp_path)
    play(journal, STEPS[:3])
    (journal.folder / name).write_bytes(b"tidied")
    play(journal, STEPS[3:])
    journal.close(NOW)
    assert steps_of(look(journal.folder)) == STEPS
    assert (journal.folder / f"{name}.damaged-1").read_bytes() == b"tidied"


def test_a_folder_that_vanishes_is_told_and_play_goes_on_when_it_is_back(tmp_path):
    journal = begin(tmp_path / "saves")
    play(journal, STEPS[:3])
    shutil.move(journal.folder, tmp_path / "elsewhere")
    with pytest.raises(NotSaved, match="the folder cannot be found"):
        journal.step(STEPS[3], NOW)
    shutil.move(tmp_path / "elsewhere", journal.folder)
    journal.retry()
    assert journal.waiting == 0
    play(journal, STEPS[4:])
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS


class HeldError(PermissionError):
    """What Windows says while somebody else holds a file."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "Access is denied")
        self.winerror = winerror


@pytest.mark.parametrize("winerror", [5, 32, 33])
@pytest.mark.parametrize("times", [1, 3, 5])
def test_a_file_that_somebody_holds_for_a_moment_is_waited_for(tmp_path, winerror, times):
    disk = CountedDisk()

    def held(_number, name):
        if name.startswith("replace") and disk.touches.count(name) <= times:
            raise HeldError(winerror)

    disk.fault = held
    put(disk, tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    waits = [float(each.split()[1]) for each in disk.touches if each.startswith("wait")]
    assert waits == [0.05, 0.1, 0.2, 0.4, 0.8][:times]


@pytest.mark.parametrize(("winerror", "waits"), [(32, 5), (2, 0)])
def test_a_file_that_is_held_for_ever_or_refused_for_another_reason_is_given_up(
    tmp_path, winerror, waits
):
    (tmp_path / "file").write_bytes(b"old")
    disk = CountedDisk()

    def held(_number, name):
        if name.startswith("replace"):
            raise HeldError(winerror)

    disk.fault = held
    with pytest.raises(HeldError):
        put(disk, tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert sum(each.startswith("wait") for each in disk.touches) == waits


def test_nothing_is_saved_behind_a_step_too_large_for_a_line(tmp_path):
    journal = begin(tmp_path)
    play(journal, STEPS[:3])
    for events in ((AgreementWritten(("x" * MOST_BYTES,)),), STEPS[3]):
        with pytest.raises(NotSaved, match="larger than a step may be"):
            journal.step(events, NOW)
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS[:3]


def test_what_was_taken_back_in_memory_is_saved_in_its_place(tmp_path):
    disk = CountedDisk()
    journal = begin(tmp_path, disk)
    play(journal, STEPS[:4])
    disk.fault = failing(0, errno.ENOSPC, for_ever=True)
    for call in (
        lambda: journal.step(STEPS[4], NOW),
        lambda: journal.rewound(1, NOW),
        lambda: journal.restored(1, NOW),
    ):
        with pytest.raises(NotSaved):
            call()
    disk.fault = lambda _number, _name: None
    journal.close(NOW)
    kinds = [type(each.record).__name__ for each in look(journal.folder).entries[5:]]
    assert kinds == ["Step", "Rewound", "Restored", "Closed"]


def test_retrying_with_nothing_to_save_touches_nothing(tmp_path):
    disk = CountedDisk()
    journal = begin(tmp_path, disk)
    disk.touches.clear()
    journal.retry()
    assert disk.touches == []
    journal.let_go()


def test_a_pack_of_too_many_files_for_a_line_is_refused(tmp_path):
    texts = tuple((f"{number}.yaml", "") for number in range(1000))
    with pytest.raises(NotSaved, match="more files than a session can hold"):
        create(tmp_path, app="0.1.0", title="", texts=texts, now=NOW)
    assert not any(tmp_path.iterdir())


def test_a_closed_session_takes_no_more_steps(tmp_path):
    journal = begin(tmp_path)
    journal.close(NOW)
    with pytest.raises(NotSaved, match="no longer open"):
        journal.step(STEPS[0], NOW)
    assert journal.waiting == 0
    journal.let_go()


def test_a_session_whose_close_fails_is_let_go_all_the_same(tmp_path):
    disk = CountedDisk()
    journal = begin(tmp_path, disk)
    play(journal)
    disk.fault = failing(0, errno.ENOSPC, for_ever=True)
    with pytest.raises(NotSaved):
        journal.close(NOW)
    assert steps_of(look(journal.folder)) == STEPS


def test_a_folder_that_cannot_be_written_to_is_opened_to_look_at(tmp_path, monkeypatch):
    folder = whole_session(tmp_path)

    def shut(*_args):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("game.journal.store.take", shut)
    opened = open_session(folder, NOW)
    assert opened.journal is None
    assert steps_of(opened) == STEPS
    assert opened.notices == (
        (
            "This session can be looked at but not gone on with: "
            "this folder cannot be written to. Choose another place."
        ),
    )
    with pytest.raises(NotSaved, match="this folder cannot be written to"):
        begin(tmp_path / "other")
    assert not any((tmp_path / "other").iterdir())


def test_damage_that_cannot_be_mended_is_looked_past(tmp_path):
    folder = whole_session(tmp_path)
    (folder / NAMES[0]).write_bytes(b"spoilt")
    disk = CountedDisk()
    disk.fault = failing(0, errno.ENOSPC, for_ever=True)
    opened = open_session(folder, NOW, disk)
    assert opened.journal is None
    assert steps_of(opened) == STEPS
    assert "the disk is full" in opened.notices[0]
    assert open_well(folder).journal.let_go() is None


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OSError(errno.ENOENT, "x"), "the folder cannot be found"),
        (OSError(errno.ELOOP, "Too many links"), "the disk refused (Too many links)"),
        (OSError("just so"), "the disk refused (just so)"),
    ],
)
def test_every_refusal_of_the_disk_has_a_sentence(fault, told):
    assert reason(fault).startswith(told)


def test_flushing_asks_the_system_to_flush(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("game.files.disk.os.fsync", asked.append)
    disk = Disk()
    handle = disk.open(tmp_path / "file", fresh=True)
    disk.sync(handle)
    disk.close(handle)
    assert asked == [handle]


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="this system follows no links")
def test_a_link_left_in_the_folder_leads_our_bytes_nowhere(tmp_path):
    folder = whole_session(tmp_path / "saves")
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    (folder / f"{NAMES[0]}.new").symlink_to(precious)
    (folder / NAMES[0]).unlink()
    assert open_session(folder, NOW).journal is None
    assert precious.read_bytes() == b"precious"


def test_a_share_that_knows_no_flushing_of_folders_is_good_enough(tmp_path, monkeypatch):
    def unknown(_handle):
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr("game.files.disk.os.fsync", unknown)
    Disk().sync_folder(tmp_path)


def test_a_folder_that_cannot_be_flushed_is_told(tmp_path, monkeypatch):
    def broken(_handle):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("game.files.disk.os.fsync", broken)
    with pytest.raises(OSError, match="Input/output error"):
        Disk().sync_folder(tmp_path)
