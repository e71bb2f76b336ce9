"""Whole files: the old one or the new one after any fault, nothing beside it, one calm sentence."""

import errno
import os
import shutil
import threading

import pytest
from journal_faults import FULL, CountedDisk, dies, failing
from test_journal_faults import HeldError, SmallDisk

from game.app import settings as settings_file
from game.app.settings import Settings
from game.files.disk import Disk
from game.files.writing import NotWritten, reachable, write_atomically

OLD, NEW = b"what was there\n" * 9, b"what comes in its place\n" * 9


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "room" / "settings.json"
    file.parent.mkdir()
    file.write_bytes(OLD)
    return file


def beside(path):
    """The names of everything else in the file's folder."""
    return sorted(each.name for each in path.parent.iterdir() if each.name != path.name)


def why(path, disk=None, data=NEW):
    """The sentence that is said where the file was not written; it must have been left alone."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(NotWritten) as told:
        write_atomically(path, data, disk=disk or Disk())
    assert (path.read_bytes() if path.is_file() else None) == before
    assert beside(path) == []
    assert told.value.path == path
    return told.value.sentence


def test_the_file_is_flushed_before_it_takes_its_name_and_the_name_before_it_counts(path):
    disk = CountedDisk()
    write_atomically(path, NEW, disk=disk)
    assert [each.split()[0] for each in disk.touches] == [
        "open",
        "write",
        "sync",
        "close",
        "replace",
        "sync",
    ]
    assert disk.touches[-1] == "sync folder"
    assert path.read_bytes() == NEW
    assert beside(path) == []


def test_text_is_written_as_utf_8_with_its_own_line_ends(path):
    write_atomically(path, "Zoë\r\n李 😀\n")
    assert path.read_bytes() == "Zoë\r\n李 😀\n".encode()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="dies in a forked child")
def test_dying_at_any_touch_leaves_the_old_file_or_the_new_and_the_next_write_tidies_up(path):
    disk = CountedDisk()
    write_atomically(path, NEW, disk=disk)
    for at, name in enumerate(disk.touches):
        for part in ("none", "one", "half", "but one") if name == "write" else ("none",):
            path.write_bytes(OLD)
            told, died = dies(
                lambda disk, told: (write_atomically(path, NEW, disk=disk), told()), at, part
            )
            assert died
            assert told == 0
            assert path.read_bytes() == (NEW if name == "sync folder" else OLD)
            assert len(beside(path)) <= 1
            write_atomically(path, NEW)
            assert path.read_bytes() == NEW
            assert beside(path) == []


@pytest.mark.parametrize("code", [FULL, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT])
def test_any_touch_that_fails_leaves_the_old_file_and_says_one_sentence(path, code):
    disk = CountedDisk()
    write_atomically(path, OLD, disk=disk)
    # After the last touch the new file is in place, and only the folder could not be flushed.
    for number in range(len(disk.touches) - 1):
        broken = CountedDisk()
        broken.fault = failing(number, code, for_ever=True)
        sentence = why(path, broken)
        assert sentence.startswith("settings.json was not written: ")
        assert sentence.endswith(".")


def test_a_disk_that_is_full_at_any_byte_leaves_the_old_file(path):
    for room in range(len(NEW)):
        assert "the disk is full" in why(path, SmallDisk(room))


def test_a_folder_that_cannot_be_flushed_is_told_though_the_name_is_taken(path):
    disk = CountedDisk()
    disk.fault = lambda _number, name: (
        failing(0, errno.EIO, for_ever=True)(0, name) if name == "sync folder" else None
    )
    with pytest.raises(NotWritten, match="the disk reported a fault"):
        write_atomically(path, NEW, disk=disk)


@pytest.mark.parametrize("touch", ["open", "replace"])
def test_a_file_that_a_scanner_or_a_cloud_holds_is_waited_for(path, touch):
    disk = CountedDisk()
    times = iter(range(3))

    def held(_number, name):
        if name.startswith(touch) and next(times, None) is not None:
            raise HeldError(32)

    disk.fault = held
    write_atomically(path, NEW, disk=disk)
    assert [each for each in disk.touches if each.startswith("wait")] == [
        "wait 0.05",
        "wait 0.1",
        "wait 0.2",
    ]
    assert path.read_bytes() == NEW


def test_a_file_that_is_held_for_ever_is_given_up_after_a_second_and_a_half(path):
    disk = CountedDisk()

    def held(_number, name):
        if name.startswith("replace"):
            raise HeldError(5)

    disk.fault = held
    assert "Choose another place" in why(path, disk)
    waited = sum(float(each.split()[1]) for each in disk.touches if each.startswith("wait"))
    assert waited == pytest.approx(1.55)


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_permissions_stay_and_a_link_goes_on_pointing_where_it_did(path, tmp_path):
    path.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_marked_read_only_is_left_alone(path):
    path.chmod(0o444)
    assert why(path) == (
        "settings.json was not written: it is marked as read-only. Save it under another name."
    )


def test_a_folder_in_the_way_and_a_name_too_long_are_said(path, tmp_path):
    folder = tmp_path / "elsewhere" / "settings.json"
    folder.mkdir(parents=True)
    assert "a folder of that name" in why(folder)
    with pytest.raises(NotWritten, match="the name is too long"):
        write_atomically(path.with_name("x" * 300), NEW)
    assert beside(path) == []


def test_missing_folders_are_made_with_long_and_foreign_names(tmp_path):
    deep = tmp_path / "Zoë Ł 李 😀 . x" / ("ü" * 100) / ("n" * 200) / ("e" * 251 + ".csv")
    disk = CountedDisk()
    write_atomically(deep, NEW, disk=disk)
    assert deep.read_bytes() == NEW
    assert beside(deep) == []
    assert disk.touches.count("make folder") == 3
    assert disk.touches.count("sync folder") == 4


def test_a_file_where_a_folder_should_be_is_said(path):
    with pytest.raises(NotWritten, match="the folder cannot be found"):
        write_atomically(path / "below" / "report.csv", NEW)
    assert path.read_bytes() == OLD


def test_a_name_that_no_system_takes_is_said(tmp_path):
    with pytest.raises(NotWritten, match="this name cannot be a file’s"):
        write_atomically(tmp_path / "a\0b", NEW)


def test_two_who_write_the_same_file_at_once_leave_one_of_both_whole(path):
    texts = [bytes([letter]) * 50_000 for letter in b"abcd"]

    def writes(text):
        for _ in range(8):
            write_atomically(path, text)

    writers = [threading.Thread(target=writes, args=(text,)) for text in texts]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    assert path.read_bytes() in texts
    assert beside(path) == []


def test_a_temporary_that_somebody_tidied_away_is_written_anew(path):
    disk = CountedDisk()

    def tidied(_number, name):
        if name.startswith("replace") and disk.touches.count(name) == 1:
            for each in beside(path):
                (path.parent / each).unlink()

    disk.fault = tidied
    write_atomically(path, NEW, disk=disk)
    assert path.read_bytes() == NEW


def test_a_folder_that_vanishes_meanwhile_is_said(path):
    disk = CountedDisk()

    def vanishes(_number, name):
        if name.startswith("replace"):
            shutil.rmtree(path.parent)

    disk.fault = vanishes
    with pytest.raises(NotWritten, match="the folder cannot be found"):
        write_atomically(path, NEW, disk=disk)


def test_windows_is_given_long_paths_in_its_long_form(tmp_path):
    short, long = tmp_path / "x", tmp_path / ("n" * 200) / ("e" * 100)
    assert reachable(short, windows=True) == short.resolve()
    assert str(reachable(long, windows=True)).startswith("\\\\?\\")
    assert not str(reachable(long, windows=False)).startswith("\\\\?\\")


def test_settings_are_kept_whole_or_not_at_all(tmp_path):
    path = tmp_path / "data" / "settings.json"
    assert settings_file.write(path, Settings(text=150))
    assert settings_file.read(path).settings.text == 150
    path.chmod(0o444)
    assert not settings_file.write(path, Settings(text=100))
    assert settings_file.read(path).settings.text == 150
    assert beside(path) == []
