"""Appending to both copies, so that what was acknowledged stays."""

import os
from pathlib import Path

from game.files.disk import Disk, reason, write_all
from game.journal.heal import restore
from game.journal.merge import NAMES
from game.tongue import _


class NotSaved(Exception):  # noqa: N818 (it is named for what is true, and shown to people)
    """Not on the disk: why, and what helps. `sentence` says so whole, for people."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.sentence = _("Not saved: {why}.").format(why=why)


class Twin:
    """
    The two copies of one journal, open for appending.

    Everything that was acknowledged is also held in memory, so that a copy that is deleted, cut or
    written over during play is put back. Needs both files to hold *whole* when it begins.
    """

    def __init__(self, disk: Disk, folder: Path, whole: bytes) -> None:
        self._disk = disk
        self._paths = tuple(folder / name for name in NAMES)
        self._whole = bytearray(whole)
        self._handles: list[int] = []
        # False from the first byte written until both copies are on the disk. Whatever comes
        # between, be it an error or a key press that ends the program, is mended before the next.
        self._sound = False

    @property
    def whole(self) -> bytes:
        """Everything that was acknowledged."""
        return bytes(self._whole)

    def append(self, data: bytes) -> None:
        """Return when the bytes are on the disk in both copies; else `NotSaved`."""
        try:
            if not self._sound or not self._in_place():
                self._mend()
            self._sound = False
            # Both are written before either is flushed, and both are flushed at the same time:
            # most systems then flush both in one go.
            for handle in self._handles:
                write_all(self._disk, handle, data)
            self._disk.sync_both(*self._handles)
        except OSError as fault:
            self._cut_back()
            raise NotSaved(reason(fault)) from fault
        self._whole += data
        self._sound = True

    def close(self) -> None:
        """Let go of both files."""
        while self._handles:
            try:
                self._disk.close(self._handles.pop())
            except OSError:
                # All that was acknowledged is on the disk: closing has nothing left to lose.
                continue

    def _in_place(self) -> bool:
        """Whether both names still stand for the files in hand, and nobody else wrote to them."""
        try:
            for path, handle in zip(self._paths, self._handles, strict=True):
                ours, named = os.fstat(handle), path.stat()
                if not os.path.samestat(ours, named) or ours.st_size != len(self._whole):
                    return False
        except OSError:
            return False
        return True

    def _cut_back(self) -> None:
        """Take off what was half written, if the disk lets us; the next append tries again."""
        try:
            self._mend()
        except OSError:
            self.close()

    def _mend(self) -> None:
        """Make both files hold what was acknowledged, under new handles."""
        # After a failed fsync the old handle may say "done" without having done it.
        self._sound = False
        self.close()
        for path in self._paths:
            if not self._begins_right(path):
                restore(self._disk, path, bytes(self._whole))
            handle = self._disk.open(path)
            self._handles.append(handle)
            self._disk.cut(handle, len(self._whole))
            self._disk.sync(handle)
        self._sound = True

    def _begins_right(self, path: Path) -> bool:
        try:
            return self._disk.read(path).startswith(self._whole)
        except OSError:
            return False
