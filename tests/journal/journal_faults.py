"""What the journal's tests share: a session to write, and a disk that counts, fails and dies."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

from game.files.disk import Disk
from game.journal.journal import Journal
from game.journal.records import Step
from game.journal.store import Opened, create, open_session
from game.model.pack import CardId, MomentId
from game.model.themes import Theme
from game.rules.events import (
    AgreementAccepted,
    AgreementWritten,
    Event,
    Paused,
    Resumed,
    SeatRenamed,
    SessionOpened,
)
from game.rules.state import Plan, Seat, SeatId, Setup

NOW = "2026-11-23T14:02:11+00:00"
TEXTS = (("core/scenarios.yaml", "title: Ähnlich\r\ncards: []\n"), ("evidence.yaml", "facts: []\n"))

OPENING = SessionOpened(
    setup=Setup(seats=(Seat(SeatId(0), "Zoë 😀"), Seat(SeatId(1), "Seat 2"))),
    seed=7,
    plan=Plan(cards=2),
    agreement=("What is shared stays.",),
    draw=tuple((CardId(f"{theme.letter}-01"), CardId(f"{theme.letter}-02")) for theme in Theme),
    moments=(MomentId("a-letter"),),
)

STEPS: tuple[tuple[Event, ...], ...] = (
    (OPENING,),
    (AgreementWritten(("Pass any time.", "No real person is named.")),),
    (SeatRenamed(SeatId(0), "李"),),
    (AgreementAccepted(),),
    *(((Paused(),), (Resumed(),)) * 4),
)

Texts = tuple[tuple[str, str], ...]


def begin(saves: Path, disk: Disk | None = None) -> Journal:
    return create(saves, app="0.1.0", title="Our pack", texts=TEXTS, now=NOW, disk=disk or Disk())


def play(journal: Journal, steps=STEPS, told: Callable[[], None] = lambda: None) -> None:
    """Write the steps, and tell after each that it was acknowledged."""
    for number, events in enumerate(steps):
        journal.step(events, f"2026-11-23T14:{number:02}:00Z")
        told()


def whole_session(saves: Path, steps=STEPS) -> Path:
    """A session that was begun, played and closed."""
    journal = begin(saves)
    play(journal, steps)
    journal.close(NOW)
    return journal.folder


def open_well(folder: Path) -> Opened:
    """The session, opened for writing."""
    opened = open_session(folder, NOW)
    assert isinstance(opened, Opened), opened
    assert opened.journal is not None, opened.notices
    return opened


def steps_of(opened: Opened) -> tuple[tuple[Event, ...], ...]:
    return tuple(each.record.events for each in opened.entries if isinstance(each.record, Step))


def look(folder: Path) -> Opened:
    """The session as it opens, let go again."""
    opened = open_well(folder)
    opened.journal.let_go()
    return opened


def goes_on(folder: Path, acknowledged: int, true=STEPS) -> None:
    """
    The promise after any crash.

    The session is a prefix of the true one with everything acknowledged and at most one step more;
    it takes three further steps, and has them when it is opened again.
    """
    opened = open_well(folder)
    kept = steps_of(opened)
    assert kept == true[: len(kept)]
    assert acknowledged <= len(kept) <= acknowledged + 1
    further = ((Paused(),), (Resumed(),), (Paused(),)) if len(kept) else true[:3]
    play(opened.journal, further)
    opened.journal.let_go()
    again = look(folder)
    assert steps_of(again) == (*kept, *further)
    assert (folder / "journal.a.log").read_bytes() == (folder / "journal.b.log").read_bytes()


class CountedDisk(Disk):
    """
    A disk on which `fault` is called before every touch, with its number and its name.

    A write asks first how much of it to take.
    """

    def __init__(self) -> None:
        self.touches: list[str] = []
        self.fault: Callable[[int, str], None] = lambda _number, _name: None
        self.part: Callable[[int, int], int] = lambda _number, size: size

    def _touch(self, name: str) -> None:
        self.touches.append(name)
        self.fault(len(self.touches) - 1, name)

    def open(self, path, *, fresh=False):
        self._touch(f"open {path.name}")
        return super().open(path, fresh=fresh)

    def write(self, handle, data):
        number = len(self.touches)
        part = self.part(number, len(data))
        if part < len(data):
            taken = super().write(handle, data[:part]) if part else 0
            self._touch("write")
            return taken
        self._touch("write")
        return super().write(handle, data)

    def sync(self, handle):
        self._touch("sync")
        super().sync(handle)

    def sync_both(self, first, second):
        # In a fixed order, so that touches can be counted.
        self.sync(first)
        self.sync(second)

    def cut(self, handle, length):
        self._touch("cut")
        super().cut(handle, length)

    def close(self, handle):
        # The handle is gone even where closing fails, as POSIX has it.
        super().close(handle)
        self._touch("close")

    def replace(self, new, old):
        self._touch(f"replace {old.name}")
        super().replace(new, old)

    def sync_folder(self, folder):
        self._touch("sync folder")
        super().sync_folder(folder)

    def make_folder(self, folder):
        self._touch("make folder")
        super().make_folder(folder)

    def wait(self, seconds):
        self._touch(f"wait {seconds}")


def failing(number: int, code: int, *, for_ever: bool) -> Callable[[int, str], None]:
    """A fault at one touch, or from it on."""

    def fault(at: int, _name: str) -> None:
        if at == number or (for_ever and at > number):
            raise OSError(code, os.strerror(code))

    return fault


FULL = errno.ENOSPC


def dies(
    task: Callable[[CountedDisk, Callable[[], None]], None], at: int, part: str
) -> tuple[int, bool]:
    """
    Run *task* in a child process that is gone, without a word, at its touch number *at*.

    A write is cut to *part* first: "none", "one", "half", "but one". Gives how many times the task
    told that something was acknowledged, and whether the child really died.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            sys.stderr = sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123
            disk = CountedDisk()
            parts = {"none": lambda _: 0, "one": lambda n: min(1, n), "half": lambda n: n // 2}
            shorten = parts.get(part, lambda n: n - 1)
            disk.part = lambda number, size: shorten(size) if number == at else size

            def fault(number: int, _name: str) -> None:
                if number == at:
                    os._exit(137)

            disk.fault = fault
            task(disk, lambda: os.write(writer, b"."))
        except BaseException:  # noqa: BLE001 (the parent must see that the task itself failed)
            os._exit(3)
        os._exit(0)
    os.close(writer)
    told = b""
    while more := os.read(reader, 4096):
        told += more
    os.close(reader)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, 137}, "the task failed of itself"
    return len(told), status == 137
