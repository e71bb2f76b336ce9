"""
One writer a session, by a lock of the operating system: it ends with the process that holds it.

The file's text says who holds it, for people; only the lock itself counts.
"""

import contextlib
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from game.files.disk import SAFELY
from game.tongue import _
from game.values import dataclass

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME: Final = "lock"

# Windows keeps others from reading what is locked, so the lock lies far behind the text.
_FAR: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody else has the session: the sentence to show."""

    sentence: str


class Lock:
    """A lock in hand; `release` gives it back."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        """Give the lock back, and leave no name of a computer behind."""
        # The lock goes with the handle; a disk that is gone by now holds no name to take away.
        with contextlib.suppress(OSError):
            os.ftruncate(self._handle, 0)
        if sys.platform == "win32":
            os.lseek(self._handle, _FAR, os.SEEK_SET)
            msvcrt.locking(self._handle, msvcrt.LK_UNLCK, 1)
        os.close(self._handle)


def take(folder: Path, now: str) -> Lock | Held:
    """The folder's lock, or who has it; `OSError` where this place gives no locks."""
    path = folder / NAME
    handle = os.open(path, os.O_RDWR | os.O_CREAT | SAFELY, 0o666)
    try:
        ours = _locked(handle)
    except OSError:
        os.close(handle)
        raise
    if not ours:
        os.close(handle)
        return Held(_who(path))
    text = f"process {os.getpid()}\ncomputer {socket.gethostname()}\nsince {now}\n"
    # On a full disk the lock holds without its text.
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.write(handle, text.encode("utf-8", "backslashreplace"))
    return Lock(handle)


def holder(folder: Path) -> str:
    """
    Who has the session open, in a sentence; empty where nobody has, or where it cannot be told.

    A text that a crash has left behind counts for nothing: the lock itself is tried, for an instant.
    """
    path = folder / NAME
    try:
        if not path.lstat().st_size:
            return ""
        handle = os.open(path, os.O_RDWR | SAFELY)
    except OSError:
        return ""
    try:
        return "" if _locked(handle) else _who(path)
    except OSError:
        return ""
    finally:
        # A lock that was got goes with the handle.
        os.close(handle)


def _locked(handle: int) -> bool:
    """Whether the lock is now ours."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _who(path: Path) -> str:
    """Who holds the lock, as far as the text tells."""
    try:
        with path.open("rb") as file:
            text = file.read(1024).decode("utf-8", "replace")
    except OSError:
        text = ""
    told = dict(line.split(" ", 1) for line in text.splitlines() if " " in line)
    try:
        since = f"{datetime.fromisoformat(told.get('since', '')).astimezone():%H:%M}"
    except (ValueError, OverflowError):
        since = ""
    process = told.get("process", "")
    where = told.get("computer", "")
    elsewhere = bool(where) and where != socket.gethostname()
    match bool(since), elsewhere:
        case True, True:
            words = _("Already open since {hour} on {computer}")
        case True, False:
            words = _("Already open since {hour}")
        case False, True:
            words = _("Already open on {computer}")
        case _:
            words = _("Already open")
    words = words.format(hour=since, computer=where)
    if process.isdecimal() and process.isascii():
        words = _("{open} (process {number})").format(open=words, number=process)
    return f"{words}."
