"""
Keeps a running session on disk, in a thread of its own, so that a slow disk never stalls a frame.

Writes happen one at a time, in the order in which they were asked for. `hold` tells how long the
screen has been waiting for the last of them: until it gives None, the table must not be shown what
came of it. Where the disk refuses, or does not answer for too long, play goes on in memory and
`trouble` says why, until everything is safe again.
"""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from game.app.errand import CLOSING_SECONDS
from game.journal.journal import Journal
from game.journal.twin import NotSaved
from game.tongue import N_, _
from game.values import dataclass, field

LONGEST_HOLD: Final = 4.0
"""Seconds after which the screen goes on without the disk, and says so."""
RETRY_SECONDS: Final = 5.0
"""How often the disk is tried again by itself while something is not saved."""

_IDLE_SECONDS = 1.0
_SILENT = N_("the disk does not answer. It is being tried again")

Write: TypeAlias = Callable[[Journal], None]
Begin: TypeAlias = Callable[[Path], Journal]


@dataclass(slots=True, eq=False)
class _Job:
    """Something for the thread to do; `why` is why it failed, once it is done."""

    do: Callable[[], None]
    asked: float
    holds: bool
    told: bool = True
    """Whether its failing means that something is not saved."""
    done: threading.Event = field(default_factory=threading.Event)
    why: str = ""


class Keeper:
    """
    One session's writer.

    *journal* is the open session, or what makes one under *saves* when the first step is kept.
    *patience* is for how many seconds a call waits for the disk before it returns:
    None waits until the write is done, which suits everybody but a window. With *in_memory* nothing
    comes to any disk until somebody asks for it with `move`.
    """

    def __init__(
        self,
        journal: Journal | Begin,
        saves: Path,
        *,
        clock: Callable[[], float],
        patience: float | None = None,
        in_memory: bool = False,
    ) -> None:
        self._in_memory = in_memory
        self._journal = journal if isinstance(journal, Journal) else None
        self._saves = saves
        self._begin: Begin = (lambda _: journal) if isinstance(journal, Journal) else journal
        self._clock = clock
        self._patience = patience
        self._unborn: list[Write] = []
        """What was asked for while no folder could be made, in order."""
        self._why = ""
        self._silent = False
        self._tried = 0.0
        self._jobs: deque[_Job] = deque()
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None

    @property
    def folder(self) -> Path | None:
        """The session's folder; None until it could be made."""
        return None if self._journal is None else self._journal.folder

    @property
    def in_memory(self) -> bool:
        """Whether the session is on no disk because nobody wants it there."""
        return self._in_memory

    @property
    def trouble(self) -> str:
        """Why something is not saved, as the end of a sentence; empty while all is well."""
        return self._why or (_SILENT if self._silent else "")

    @property
    def busy(self) -> bool:
        """Whether anything is still to be written."""
        return bool(self._jobs)

    def hold(self) -> float | None:
        """
        For how long the screen has been waiting for the disk; None when it need not wait.

        Where something is not saved anyway, and the table knows, there is nothing to wait for.
        """
        since = next((job.asked for job in tuple(self._jobs) if job.holds), None)
        if since is None or self.trouble:
            return None
        waited = self._clock() - since
        if waited < LONGEST_HOLD:
            return waited
        self._silent = True
        return None

    # Asking.

    def keep(self, write: Write) -> None:
        """Let the thread write this, after everything before it."""
        self._ask(lambda: self._write(write), self._patience)

    def retry(self) -> None:
        """Try again now what could not be saved; nothing where all is saved."""
        if self.trouble and not self.busy:
            self._tried = self._clock()
            self._ask(self._rewrite, self._patience, holds=False)

    def tick(self) -> None:
        """Called now and then: tries again by itself."""
        if self.trouble and self._clock() - self._tried >= RETRY_SECONDS:
            self.retry()

    def move(self, saves: Path, now: str) -> str:
        """
        Go on in a copy of the whole session under another folder; why not, where it cannot be.

        Waits for the disk in every case, but not for ever.
        """
        job = self._ask(lambda: self._move(saves, now), CLOSING_SECONDS, told=False)
        return job.why if job.done.is_set() else _SILENT

    def close(self, at: str) -> None:
        """Say that this was a proper end, and let the session go, whether that could be said."""
        self._ask(lambda: self._close(at), self._patience)

    def settle(self) -> bool:
        """Wait until all is written, or for as long as the end of the program may take."""
        return all(job.done.wait(CLOSING_SECONDS) for job in tuple(self._jobs))

    # In the thread.

    def _write(self, write: Write) -> None:
        if self._journal is None:
            self._unborn.append(write)
            self._rewrite()
        else:
            write(self._journal)

    def _rewrite(self) -> None:
        """Bring to the disk whatever waits; begin the session where it has no folder yet."""
        if self._journal is None:
            if self._in_memory:
                return
            self._journal = self._begin(self._saves)
            for write in self._unborn:
                try:
                    write(self._journal)
                except NotSaved:
                    # It waits in the journal now, in its place.
                    continue
            self._unborn.clear()
        self._journal.retry()

    def _move(self, saves: Path, now: str) -> None:
        if self._journal is None:
            before = self._saves, self._in_memory
            self._saves, self._in_memory = saves, False
            try:
                self._rewrite()
            except NotSaved:
                self._saves, self._in_memory = before
                raise
        else:
            self._journal.move(saves, now)

    def _close(self, at: str) -> None:
        self._write(lambda journal: journal.close(at))

    # The thread.

    def _ask(
        self,
        do: Callable[[], None],
        patience: float | None,
        *,
        holds: bool = True,
        told: bool = True,
    ) -> _Job:
        job = _Job(do, self._clock(), holds, told)
        with self._wake:
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
            self._wake.notify()
        job.done.wait(patience)
        return job

    def _work(self) -> None:
        while True:
            with self._wake:
                if not self._wake.wait_for(lambda: self._jobs, _IDLE_SECONDS):
                    self._thread = None
                    return
                job = self._jobs[0]
            try:
                job.do()
            except NotSaved as trouble:
                job.why = str(trouble)
            except Exception as fault:  # noqa: BLE001 - a thread that died would save nothing more
                job.why = _("something unexpected happened ({fault})").format(
                    fault=type(fault).__name__
                )
            if job.told or not job.why:
                self._why = job.why
            self._silent = False
            with self._wake:
                self._jobs.popleft()
            job.done.set()
