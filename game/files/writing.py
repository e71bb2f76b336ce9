"""
The one way to put a whole file: settings, packs, reports, exports.

After a crash of the program or the machine the file is the old one or the new one, whole.
"""

import contextlib
import errno
import os
import stat
import sys
import zlib
from pathlib import Path
from typing import Final

from game.files.disk import Disk, move, reason, waited_for, write_all
from game.tongue import _

DISK: Final = Disk()

_GOES: Final = 4
"""How often a file is begun anew when its temporary is taken away under our hands."""

# Beyond this Windows wants a path written in its long form.
_LONGEST_PLAIN: Final = 240


class NotWritten(Exception):  # noqa: N818 (it is named for what is true, and shown to people)
    """The file is as it was. `sentence` says why, and what helps, for people."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(why)
        self.path = path
        self.sentence = _("{name} was not written: {why}.").format(name=path.name, why=why)


def write_atomically(path: Path, data: bytes | str, *, disk: Disk = DISK) -> None:
    """
    Make the file hold exactly this, on the disk itself, or raise `NotWritten` and change nothing.

    Text is written as UTF-8, its line ends as they are. Folders that are missing are made. A file
    that is there keeps its permissions, and a link goes on pointing where it did. A file that
    somebody made read-only is left alone.
    """
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        target = reachable(path)
        _make_folders(disk, target.parent)
        mode = _mode(target)
        if mode is not None and not mode & stat.S_IWUSR:
            raise NotWritten(path, "it is marked as read-only. Save it under another name")
        _sweep(target)
        goes = _GOES
        while goes:
            try:
                _put(disk, target, content, mode)
                goes = 0
            except FileNotFoundError:
                # Somebody else who writes this file took our temporary for a leftover.
                goes -= 1
                if not (goes and target.parent.is_dir()):
                    raise
    except ValueError:
        raise NotWritten(path, "this name cannot be a file’s. Choose another") from None
    except OSError as fault:
        raise NotWritten(path, _why(fault)) from fault


def reachable(path: Path, *, windows: bool = sys.platform == "win32") -> Path:
    """The file itself, links followed; on Windows in the form that long paths need."""
    real = Path(os.path.realpath(path))
    text = str(real)
    if windows and len(text) > _LONGEST_PLAIN and not text.startswith("\\\\?\\"):
        # A share's name takes another form than a drive's.
        share = text.startswith("\\\\")
        return Path(f"\\\\?\\UNC{text[1:]}" if share else f"\\\\?\\{text}")
    return real


def _put(disk: Disk, target: Path, content: bytes, mode: int | None) -> None:
    # A name of its own for every writer, and a short one: the target's may be as long as may be.
    new = target.with_name(f"{_mark(target)}{os.getpid()}-{os.urandom(3).hex()}.new")
    try:
        handle = waited_for(disk, lambda: disk.open(new, fresh=True))
        try:
            if mode is not None and sys.platform != "win32":
                os.fchmod(handle, mode)
            write_all(disk, handle, content)
            disk.sync(handle)
        finally:
            disk.close(handle)
        move(disk, new, target)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def _make_folders(disk: Disk, folder: Path) -> None:
    """Make the folder and those above it that are missing, so that their names last."""
    if folder.is_dir():
        return
    _make_folders(disk, folder.parent)
    with contextlib.suppress(FileExistsError):
        disk.make_folder(folder)
    disk.sync_folder(folder.parent)


def _mode(target: Path) -> int | None:
    """The permissions of the file that is there; None where there is none."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EISDIR, "there is something else of that name")
    return stat.S_IMODE(found.st_mode)


def _mark(target: Path) -> str:
    """How the names of this file's temporaries begin."""
    return f".{zlib.crc32(os.fsencode(target.name)):08x}-"


def _sweep(target: Path) -> None:
    """Take away what a program that was killed while it wrote this file has left."""
    ours = f"{_mark(target)}{os.getpid()}-"
    with contextlib.suppress(OSError):
        for left in target.parent.glob(f"{_mark(target)}*.new"):
            if not left.name.startswith(ours):
                left.unlink(missing_ok=True)


def _why(fault: OSError) -> str:
    if fault.errno == errno.EISDIR:
        return "there is a folder of that name. Choose another name"
    if fault.errno == errno.ENAMETOOLONG:
        return "the name is too long. Choose a shorter one"
    return reason(fault)
