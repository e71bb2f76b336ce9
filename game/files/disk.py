"""
Every touch of the disk that we make, in one value, and the pieces of writing safely.

Tests put another `Disk` in its place, which counts, fails, tears and dies.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeVar

from game.tongue import N_, _

if sys.platform != "win32":
    import fcntl

T = TypeVar("T")

LARGEST: Final = 64 * 1024 * 1024
"""Larger than any session can grow; a larger file is none of ours."""

# What Windows says while a virus scanner, the indexer or OneDrive holds a file.
_HELD: Final = frozenset({5, 32, 33})
_WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.8)

# What a network share answers to a kind of flushing that it does not know.
_UNKNOWN_HERE: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOTTY})

# Windows would otherwise turn every line end into two bytes; elsewhere, a link that somebody left
# in the folder must not lead our bytes into another file.
SAFELY: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Disk:
    """The real disk. Everything raises `OSError` and nothing else."""

    def read(self, path: Path) -> bytes:
        """The whole file; refused unread where it is no plain file, or too large to be ours."""
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise OSError(f"{path.name} is not a file of ours")
        return path.read_bytes()

    def open(self, path: Path, *, fresh: bool = False) -> int:
        """A handle to write with; *fresh* makes the file anew and empty."""
        flags = os.O_CREAT | os.O_TRUNC if fresh else 0
        return os.open(path, os.O_WRONLY | SAFELY | flags, 0o666)

    def write(self, handle: int, data: bytes) -> int:
        """How many of the bytes were taken: on a full disk it may be fewer, with no error."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Return when the bytes are on the disk itself."""
        if sys.platform == "darwin":
            # There, fsync stops at the drive's own cache.
            try:
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            except OSError as fault:
                if fault.errno not in _UNKNOWN_HERE:
                    raise
            else:
                return
        os.fsync(handle)

    def sync_both(self, first: int, second: int) -> None:
        """Return when both files are on the disk itself; they are flushed at the same time."""
        # Brought by the first step: the first screen writes nothing.
        from game.files.together import PAIR  # noqa: PLC0415

        PAIR.both(lambda: self.sync(first), lambda: self.sync(second))

    def cut(self, handle: int, length: int) -> None:
        os.ftruncate(handle, length)
        os.lseek(handle, length, os.SEEK_SET)

    def close(self, handle: int) -> None:
        os.close(handle)

    def replace(self, new: Path, old: Path) -> None:
        new.replace(old)

    def sync_folder(self, folder: Path) -> None:
        """Make names in the folder last. Windows has no such thing, and needs none."""
        if sys.platform != "win32":
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            except OSError as fault:
                if fault.errno not in _UNKNOWN_HERE:
                    raise
            finally:
                os.close(handle)

    def make_folder(self, folder: Path) -> None:
        folder.mkdir()

    def wait(self, seconds: float) -> None:
        time.sleep(seconds)


def write_all(disk: Disk, handle: int, data: bytes) -> None:
    """Write every byte, however many goes it takes."""
    while data:
        taken = disk.write(handle, data)
        if taken <= 0:
            raise OSError("the disk takes no more bytes")
        data = data[taken:]


def put(disk: Disk, path: Path, data: bytes) -> None:
    """Make the file hold exactly this: after a crash it is the old one or the new one, whole."""
    new = path.with_name(f"{path.name}.new")
    handle = disk.open(new, fresh=True)
    try:
        write_all(disk, handle, data)
        disk.sync(handle)
    finally:
        disk.close(handle)
    move(disk, new, path)


def move(disk: Disk, new: Path, old: Path) -> None:
    """Put a file or folder in another's place, waiting up to 1.6 s for whoever holds it."""
    waited_for(disk, lambda: disk.replace(new, old))
    disk.sync_folder(old.parent)


def waited_for(disk: Disk, touch: Callable[[], T]) -> T:
    """What the touch gives, tried again for up to 1.6 s while another program holds the file."""
    for wait in _WAITS:
        try:
            return touch()
        except OSError as fault:
            if getattr(fault, "winerror", None) not in _HELD:
                raise
            disk.wait(wait)
    return touch()


def reason(fault: OSError) -> str:
    """Why the disk refused, as the end of a sentence, with a way on."""
    return _told(fault, _REASONS)


def hindrance(fault: OSError) -> str:
    """Why the disk lets nothing be taken away, in the same way: another place is no help there."""
    return _told(fault, _HINDRANCES)


def _told(fault: OSError, known: Mapping[int, str]) -> str:
    words = known.get(fault.errno or 0)
    if words is not None:
        return _(words)
    return _("the disk refused ({fault})").format(fault=fault.strerror or fault)


_FULL = N_("the disk is full. Free some space, or choose another place")
_SHUT = N_("this folder cannot be written to. Choose another place")
_GONE = N_("the folder cannot be found. Put it back, or choose another place")
_FAR = N_("the network folder does not answer. Choose another place")
_FAULT = N_("the disk reported a fault. Choose another place")
_REASONS: Final[Mapping[int, str]] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _SHUT,
    errno.EPERM: _SHUT,
    errno.EROFS: _SHUT,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
    errno.ESTALE: _GONE,
    errno.ETIMEDOUT: _FAR,
    errno.EHOSTDOWN: _FAR,
    errno.EHOSTUNREACH: _FAR,
    errno.ENETDOWN: _FAR,
    errno.ENETUNREACH: _FAR,
    errno.ENOTCONN: _FAR,
    errno.EIO: _FAULT,
}
_INSTEAD: Final = {
    _FULL: N_("the disk is full. Free some space, then erase again"),
    _SHUT: N_(
        "this folder cannot be changed. Ask whoever looks after this computer to allow it, then erase "
        "again"
    ),
    _GONE: N_("the folder cannot be found. Put it back, then erase again"),
    _FAR: N_("the network folder does not answer. Erase again when it does"),
    _FAULT: N_("the disk reported a fault. Erase again, or delete the folder by hand"),
}
_HINDRANCES: Final[Mapping[int, str]] = {
    number: _INSTEAD[words] for number, words in _REASONS.items()
}
