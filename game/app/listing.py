"""The saved sessions as they are read, the newest first: two of them or two thousand."""

import threading
from pathlib import Path

from game.app.lastopened import noted
from game.app.shelf import SavedSession, saved_session
from game.files.disk import Disk
from game.journal.holdings import only_backups
from game.journal.lock import holder
from game.journal.merge import NAMES
from game.journal.sessions import Summary, session_folders, summarise
from game.values import dataclass, replace

_Mark = tuple[tuple[int, int], ...]
"""Times and sizes of a session's two files: where these stand, so does its summary."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list so far."""

    sessions: tuple[SavedSession, ...] = ()
    """The one begun last first."""
    total: int = 0
    only_backups: tuple[str, ...] = ()
    """Names of sessions of which only backups are left."""

    @property
    def complete(self) -> bool:
        return len(self.sessions) == self.total


class Summaries:
    """Summaries read before, each for as long as its files stay as they were."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[_Mark, Summary]] = {}

    def of(self, folder: Path) -> Summary:
        mark = _mark(folder)
        known = self._known.get(folder)
        if known is not None and known[0] == mark:
            return known[1]
        summary = summarise(Disk(), folder)
        self._known[folder] = (mark, summary)
        return summary


class Listing:
    """
    Reads the sessions under *saves* in a thread; `now` is the list as far as it has come.

    With *at_once* everything is read before this returns.
    """

    def __init__(self, saves: Path, summaries: Summaries, *, at_once: bool) -> None:
        self._saves = saves
        self._summaries = summaries
        self._now = Listed()
        self._stopped = threading.Event()
        self._ended = threading.Event()
        if at_once:
            self._read()
        else:
            threading.Thread(target=self._read, daemon=True).start()

    @property
    def now(self) -> Listed:
        return self._now

    @property
    def done(self) -> bool:
        return self._ended.is_set()

    def stop(self) -> None:
        """Read no further; the list stays as it is."""
        self._stopped.set()

    def wait(self, seconds: float | None = None) -> bool:
        return self._ended.wait(seconds)

    def _read(self) -> None:
        try:
            folders = session_folders(self._saves)
            self._now = Listed((), len(folders), only_backups(self._saves))
            found: list[SavedSession] = []
            for folder in folders:
                if self._stopped.is_set():
                    return
                found.append(saved_session(self._summaries.of(folder), holder(folder)))
                # Told in ever larger parts, or a long list would be sorted over and over.
                if len(found) in {1, 24, 100} or len(found) % 250 == 0:
                    self._now = replace(self._now, sessions=_sorted(found))
            self._now = replace(self._now, sessions=_sorted(found))
        finally:
            self._ended.set()


def last_open(saves: Path, summaries: Summaries, now: str) -> Summary | None:
    """
    The session to go on with: of those that have not ended, the one opened last.

    Where nothing tells which that is, the one played last by its date. Dates from after *now* are
    believed last: a clock was set ahead then. Files tell by their times where to look first, so that
    of two thousand only a few are read.
    """
    folders = sorted(session_folders(saves), key=_touched, reverse=True)
    opened = noted(saves)
    if opened in folders and _goes_on(found := summaries.of(opened)):
        return found
    for start in range(0, len(folders), _AT_A_TIME):
        read = (summaries.of(folder) for folder in folders[start : start + _AT_A_TIME])
        going = [each for each in read if _goes_on(each)]
        if going:
            return max(going, key=lambda each: (each.last_step <= now, each.last_step))
    return None


def _goes_on(summary: Summary) -> bool:
    return bool(summary.planned) and not summary.finished


_AT_A_TIME = 12


def _sorted(found: list[SavedSession]) -> tuple[SavedSession, ...]:
    return tuple(sorted(found, key=lambda each: (each.begun, each.folder.name), reverse=True))


def _touched(folder: Path) -> int:
    return max((time for time, _ in _mark(folder)), default=0)


def _mark(folder: Path) -> _Mark:
    told: list[tuple[int, int]] = []
    for name in NAMES:
        try:
            found = (folder / name).lstat()
        except OSError:
            told.append((0, -1))
        else:
            told.append((found.st_mtime_ns, found.st_size))
    return tuple(told)
