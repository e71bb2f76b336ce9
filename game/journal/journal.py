"""A session that is open for writing: its records go to both copies, in order and without gaps."""

from pathlib import Path

from game.files.disk import Disk, reason
from game.journal.backups import back_up
from game.journal.folder import Texts, build_copy, file_bytes, free_name
from game.journal.lines import LongLineError, format_line
from game.journal.lock import Held, Lock, take
from game.journal.records import (
    Closed,
    PassedOver,
    Record,
    Restored,
    Rewound,
    Session,
    Step,
    encode_record,
)
from game.journal.twin import NotSaved, Twin
from game.rules.events import Event


class Journal:
    """
    A session that is open for writing.

    Each call returns when the record is on the disk in both copies. When it raises `NotSaved`, the
    files are as they were and the record waits in memory, in its place: the next call, or `retry`,
    writes it first. So play may go on, and a file never holds a step without those before it.
    Calls may come from any thread, one at a time.
    """

    def __init__(
        self,
        folder: Path,
        session: Session,
        twin: Twin,
        lock: Lock,
        count: int,
        unplayable: tuple[int, int] | None,
        *,
        closed: bool,
        texts: Texts,
        disk: Disk,
    ) -> None:
        self.folder = folder
        self.session = session
        self._texts = texts
        self._disk = disk
        self._twin = twin
        self._lock = lock
        self._count = count
        self._waiting: list[Record] = []
        self._unplayable = unplayable
        self._closed = closed
        self._open = True

    @property
    def records(self) -> int:
        """How many records stand on the disk."""
        return self._count

    @property
    def waiting(self) -> int:
        """How many records are not saved yet."""
        return len(self._waiting)

    def step(self, events: tuple[Event, ...], at: str) -> None:
        self._append(Step(at, events))

    def rewound(self, by: int, at: str) -> None:
        self._append(Rewound(at, by))

    def restored(self, by: int, at: str) -> None:
        self._append(Restored(at, by))

    def retry(self) -> None:
        """Write what waits; nothing where nothing does."""
        if not self._open:
            raise NotSaved("the session is no longer open")
        if not self._waiting:
            return
        self._twin.append(self._lines())
        self._written()

    def move(self, saves: Path, now: str) -> None:
        """
        Go on in a copy of the session in a new folder under *saves*, with all that waits in it.

        Where that fails, everything is as it was. The old folder stays as it is, and is let go.
        """
        if not self._open:
            raise NotSaved("the session is no longer open")
        whole = self._twin.whole + self._lines()
        try:
            saves.mkdir(parents=True, exist_ok=True)
            name = free_name(saves, self.session.session)
            folder = build_copy(self._disk, saves, name, whole, self._pack())
            lock = take(folder, now)
        except OSError as fault:
            raise NotSaved(reason(fault)) from fault
        if isinstance(lock, Held):
            raise NotSaved("somebody else opened the new session first")
        self._twin.close()
        self._lock.release()
        self.folder, self._lock = folder, lock
        self._twin = Twin(self._disk, folder, whole)
        self._written()

    def close(self, at: str) -> None:
        """
        Write that this was the proper end, and let the session go, even where that fails.

        Nothing is written where nothing happened since the last end, or while records that cannot
        be played wait for somebody to go on without them.
        """
        try:
            if self._unplayable is None and (self._waiting or not self._closed):
                self._append(Closed(at, self._count + len(self._waiting)))
            if self._open and self._closed:
                back_up(self._disk, self.folder, self._twin.whole, at)
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Let the session go without a word, as a crash would."""
        if self._open:
            self._open = False
            self._twin.close()
            self._lock.release()

    def _pack(self) -> dict[str, bytes]:
        """The pack's files as played, by the names that the first record gives them."""
        contents = dict(self._texts)
        return {
            each.file: file_bytes(contents[each.name])
            for each in self.session.texts
            if each.name in contents
        }

    def _lines(self) -> bytes:
        """What waits, as it will stand in the files."""
        try:
            return b"".join(
                format_line(self._count + place, encode_record(record))
                for place, record in enumerate(self._waiting)
            )
        except LongLineError:
            raise NotSaved("a step is larger than a step may be") from None

    def _written(self) -> None:
        """What waited is on the disk."""
        self._count += len(self._waiting)
        if self._waiting:
            self._closed = isinstance(self._waiting[-1], Closed)
        self._waiting.clear()

    def _append(self, record: Record) -> None:
        if self._open and self._unplayable is not None:
            # From here on the session goes on without them; before, nothing had been decided.
            self._waiting.append(PassedOver(record.at, *self._unplayable))
            self._unplayable = None
        if self._open:
            self._waiting.append(record)
        self.retry()
