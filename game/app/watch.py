"""
Watching the open pack's files, so that an edit in any text editor shows within a second.

A look costs a few stats; whoever watches for a window looks beside it. A slow drive is looked at the more seldom, the longer a look
takes, so that looking never takes more than a fiftieth of the time.
"""

from collections.abc import Callable
from pathlib import Path

LEAST_SECONDS = 0.4
_SHARE = 50
_LONGEST_WAIT = 60.0


class Watch:
    """Tells whether files say something else than when they were last looked at."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._paths: tuple[Path, ...] = ()
        self._marks: tuple[tuple[int, int] | None, ...] = ()
        self._sum = ""
        self._next = 0.0

    def follow(self, paths: tuple[Path, ...]) -> None:
        """Watch these from now on, as they are now."""
        self._paths = paths
        self._marks = self._look()
        self._sum = self._read()

    @property
    def due(self) -> bool:
        """Whether it is time to look again."""
        return self._clock() >= self._next

    def changed(self) -> bool:
        """Whether a file holds something new; asks the disk only now and then."""
        begun = self._clock()
        if begun < self._next:
            return False
        marks = self._look()
        # A file that is gone for a moment is being written by an editor: wait for it.
        whole = all(now or not was for now, was in zip(marks, self._marks, strict=True))
        different = whole and marks != self._marks
        if different:
            self._marks = marks
            now = self._read()
            different = now != self._sum
            self._sum = now
        took = self._clock() - begun
        self._next = begun + min(_LONGEST_WAIT, max(LEAST_SECONDS, took * _SHARE))
        return different

    def _look(self) -> tuple[tuple[int, int] | None, ...]:
        marks: list[tuple[int, int] | None] = []
        for path in self._paths:
            try:
                stat = path.stat()
            except OSError:
                marks.append(None)
            else:
                marks.append((stat.st_mtime_ns, stat.st_size))
        return tuple(marks)

    def _read(self) -> str:
        import hashlib  # noqa: PLC0415 - the first screen stands before anything is watched

        total = hashlib.sha256()
        for path in self._paths:
            try:
                total.update(path.read_bytes())
            except OSError:
                total.update(b"none")
        return total.hexdigest()
