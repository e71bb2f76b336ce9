"""
A disk that hangs: whoever touches a folder waits until it answers, but the loop, which must not.

What the drawing loop touches all the same is written down, and a test that ends says so.
"""

import builtins
import io
import os
import threading
from pathlib import Path

_TOUCHES = (
    *("stat", "lstat", "open", "scandir", "listdir", "mkdir", "rmdir", "unlink", "remove"),
    *("rename", "replace", "utime", "chmod", "link", "symlink", "readlink", "access"),
)


class HangingDisk:
    """See the module. *folder* is what lies on that disk; the thread that makes this is the loop."""

    def __init__(self, folder, monkeypatch):
        self._folder = f"{folder}{os.sep}"
        self._loop = threading.get_ident()
        self._answers = threading.Event()
        self._answers.set()
        self.asked = threading.Event()
        """Set when somebody waits for it."""
        self._watches = False
        self.touched = []
        """What the loop did there while the disk hung."""
        for name in _TOUCHES:
            monkeypatch.setattr(os, name, self._slow(getattr(os, name)))
        opened = self._slow(io.open)
        monkeypatch.setattr(io, "open", opened)
        monkeypatch.setattr(builtins, "open", opened)

    def hang(self):
        self.asked.clear()
        self._answers.clear()

    def answer(self):
        self._answers.set()

    def only_watch(self):
        """Whoever is not the loop is let through, as on a quick disk."""
        self._watches = True

    def _slow(self, real):
        def touch(*given, **named):
            # Most are told where; `open` may be given what is open already.
            place = given[0] if given else None
            counts = self._watches or not self._answers.is_set()
            if counts and self._lies_here(place):
                if threading.get_ident() == self._loop:
                    self.touched.append(f"{real.__name__} {place}")
                else:
                    self.asked.set()
                    assert self._answers.wait(30)
            return real(*given, **named)

        return touch

    def _lies_here(self, place):
        if not isinstance(place, (str, Path)):
            return False
        return f"{place}{os.sep}".startswith(self._folder)
