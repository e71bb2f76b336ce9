"""
Power cuts: a disk that remembers what was flushed, and what a crash may leave of the rest.

Files and folders are kept twice: as the program sees them, and as the platter has them. A file's bytes
reach the platter when it is flushed, a folder's names when the folder is. A crash keeps all that was
written, or only what was flushed, or of every name either the one or the other, and of every sector of
512 bytes the old, the new, or the new up to some byte and the old behind it. A sector may be torn, but it
can be read: one that cannot takes older lines with it, in both copies where the power went just then.
"""

import contextlib
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from journal_faults import NOW, STEPS, begin, play, steps_of
from proof_tally import Tally

from game.files.disk import Disk
from game.journal import journal as journal_module
from game.journal import store
from game.journal.lock import Lock
from game.journal.merge import NAMES
from game.journal.sessions import sessions
from game.journal.store import CannotOpen, open_session

SECTOR = 512


class CrashError(BaseException):
    """The machine is off. No `except OSError` and no `except Exception` sees it."""


@dataclass(eq=False, slots=True)
class File:
    now: bytes = b""
    safe: bytes = b""


@dataclass(eq=False, slots=True)
class Folder:
    now: dict[str, "File | Folder"] = field(default_factory=dict)
    safe: dict[str, "File | Folder"] = field(default_factory=dict)


class PowerDisk(Disk):
    """The real disk, with a second account of what is on the platter; off at touch number *at*."""

    def __init__(self, root: Path, at: int = 1 << 60, part: int = 0) -> None:
        self.root = root
        self.tree = _read(root)
        self.touches: list[str] = []
        self.sizes: list[int] = []
        self._at = at
        self._part = part
        self._open: dict[int, tuple[File, int]] = {}

    def _touch(self, name: str, size: int = 0) -> bool:
        """Whether the machine goes off here."""
        if len(self.touches) > self._at:
            raise CrashError
        self.touches.append(name)
        self.sizes.append(size)
        return len(self.touches) - 1 == self._at

    def _folder(self, path: Path) -> Folder:
        found: File | Folder = self.tree
        for part in path.relative_to(self.root).parts:
            assert isinstance(found, Folder)
            found = found.now[part]
        assert isinstance(found, Folder)
        return found

    def open(self, path, *, fresh=False):
        if self._touch("open"):
            raise CrashError
        handle = super().open(path, fresh=fresh)
        names = self._folder(path.parent).now
        if path.name not in names:
            names[path.name] = File()
        file = names[path.name]
        if fresh:
            file.now = b""
        self._open[handle] = (file, 0)
        return handle

    def write(self, handle, data):
        off = self._touch("write", len(data))
        data = data[: self._part] if off else data
        taken = super().write(handle, data) if data else 0
        file, at = self._open[handle]
        file.now = file.now[:at] + data[:taken] + file.now[at + taken :]
        self._open[handle] = (file, at + taken)
        if off:
            raise CrashError
        return taken

    def sync(self, handle):
        if self._touch("sync"):
            raise CrashError
        file, _ = self._open[handle]
        file.safe = file.now

    def sync_both(self, first, second):
        # In a fixed order, so that every run is the same; what is not flushed may be there anyway.
        self.sync(first)
        self.sync(second)

    def cut(self, handle, length):
        if self._touch("cut"):
            raise CrashError
        super().cut(handle, length)
        file, _ = self._open[handle]
        file.now = file.now[:length].ljust(length, b"\0")
        self._open[handle] = (file, length)

    def close(self, handle):
        self._open.pop(handle)
        super().close(handle)
        if self._touch("close"):
            raise CrashError

    def replace(self, new, old):
        if self._touch("replace"):
            raise CrashError
        super().replace(new, old)
        moved = self._folder(new.parent).now.pop(new.name)
        self._folder(old.parent).now[old.name] = moved

    def sync_folder(self, folder):
        if self._touch("sync folder"):
            raise CrashError
        if folder.is_relative_to(self.root):
            found = self._folder(folder)
            found.safe = dict(found.now)

    def make_folder(self, folder):
        if self._touch("make folder"):
            raise CrashError
        super().make_folder(folder)
        self._folder(folder.parent).now[folder.name] = Folder()

    def off(self) -> None:
        """Let go of what the program had open."""
        for handle in list(self._open):
            with contextlib.suppress(OSError):
                super().close(handle)
        self._open.clear()

    def left(self, to: Path, chance: random.Random | None, *, kept: bool) -> None:
        """Lay out in *to* what the crash leaves: everything, what was flushed, or some of each."""
        _lay(self.tree, to, lambda: kept if chance is None else chance.random() < 0.5, chance)


def _read(path: Path) -> Folder:
    tree = Folder()
    for each in path.iterdir():
        if each.is_dir():
            tree.now[each.name] = _read(each)
        else:
            data = each.read_bytes()
            tree.now[each.name] = File(data, data)
    tree.safe = dict(tree.now)
    return tree


def _lay(folder: Folder, to: Path, newer: Callable[[], bool], chance: random.Random | None) -> None:
    to.mkdir(exist_ok=True)
    for name in {**folder.safe, **folder.now}:
        now, safe = folder.now.get(name), folder.safe.get(name)
        chosen = now if now is safe or newer() else safe
        if isinstance(chosen, Folder):
            _lay(chosen, to / name, newer, chance)
        elif chosen is not None:
            (to / name).write_bytes(_torn(chosen, newer, chance))


def _torn(file: File, newer: Callable[[], bool], chance: random.Random | None) -> bytes:
    if file.now == file.safe:
        return file.now
    length = len(file.now if newer() else file.safe)
    whole = b""
    for at in range(0, length, SECTOR):
        new, old = (each[at : at + SECTOR].ljust(SECTOR, b"\0") for each in (file.now, file.safe))
        cut = SECTOR if newer() else 0
        if chance is not None and chance.random() < 0.3:
            cut = chance.randrange(SECTOR)
        whole += new[:cut] + old[cut:]
    return whole[:length]


@contextlib.contextmanager
def locks_freed() -> Iterator[None]:
    """The end of a process gives its locks back; here the process goes on."""
    taken: list[Lock] = []

    def take(folder: Path, now: str):
        lock = before(folder, now)
        if isinstance(lock, Lock):
            taken.append(lock)
        return lock

    before = store.take
    store.take = journal_module.take = take
    try:
        yield
    finally:
        store.take = journal_module.take = before
        for lock in taken:
            # Most were given back by the program itself.
            with contextlib.suppress(OSError):
                lock.release()


def written(disk: Disk, saves: Path, told: list[str]) -> None:
    """The task: begin a session, play it, close it; *told* grows with every acknowledgement."""
    journal = begin(saves, disk)
    told.append("begun")
    play(journal, STEPS, lambda: told.append("step"))
    journal.close(NOW)
    told.append("closed")


def moments(saves: Path, *, bytes_between: int) -> list[tuple[int, int]]:
    """Every moment at which the task can end: at each touch, and inside each write."""
    saves.mkdir()
    disk = PowerDisk(saves)
    written(disk, saves, [])
    found: list[tuple[int, int]] = []
    writes = [number for number, name in enumerate(disk.touches) if name == "write"]
    # In the lines of the last step and of the end every byte; elsewhere a few. (The very last
    # write is the backup's.)
    last = set(writes[-5:-1])
    for number, size in enumerate(disk.sizes):
        found.append((number, 0))
        if size:
            step = 1 if number in last and bytes_between == 1 else max(1, size // 3, bytes_between)
            found.extend((number, part) for part in range(step, size, step))
            found.append((number, size))
    return found


def power_cuts(
    room: Path, tally: Tally, *, every: int, seeds: int, again: int, bytes_between: int
) -> Tally:
    """
    Cut the power at every *every*-th moment, in each way, and again at moments of the recovery.

    *seeds* is how many times chance decides what is torn; *again* how many moments of a recovery are
    cut (all of them, where it is large).
    """
    points = moments(room / "count", bytes_between=bytes_between)
    for place in tally.each(range(0, len(points), every)):
        at, part = points[place]
        saves = room / "saves"
        saves.mkdir()
        disk, told = PowerDisk(saves, at, part), []
        with locks_freed(), contextlib.suppress(CrashError):
            written(disk, saves, told)
        disk.off()
        ways = [(None, True), (None, False), *((seed, False) for seed in range(seeds))]
        for seed, kept in ways:
            chance = None if seed is None else random.Random(place * 1000 + seed)
            left = room / "left"
            disk.left(left, chance, kept=kept)
            where = f"at touch {at}, byte {part}, chance {seed}, kept {kept}"
            _recovered(left, told, tally, where)
            for moment in range(again):
                if not _cut_again(room, left, told, tally, place, moment, where):
                    break
            shutil.rmtree(left)
        shutil.rmtree(saves)
    shutil.rmtree(room / "count")
    return tally


def _cut_again(
    room: Path, left: Path, told: list[str], tally: Tally, place: int, moment: int, where: str
) -> bool:
    """Cut the power once more while what is left is opened; whether there was such a moment."""
    opened = room / "opened"
    shutil.copytree(left, opened)
    found = sessions(opened)
    crashed = False
    if found:
        disk = PowerDisk(opened, moment, part=7)
        with locks_freed():
            try:
                open_session(found[0].folder, NOW, disk)
            except CrashError:
                crashed = True
        disk.off()
        if crashed:
            again = room / "again"
            disk.left(again, random.Random(place * 77 + moment), kept=False)
            _recovered(again, told, tally, f"{where}, and again at touch {moment} of opening")
            shutil.rmtree(again)
    shutil.rmtree(opened)
    return crashed


def _recovered(saves: Path, told: list[str], tally: Tally, where: str) -> None:
    """Open what is left, on a copy, and hold it against what was promised."""
    tally.count()
    acknowledged = told.count("step")
    before = saves.with_name("read")
    shutil.copytree(saves, before)
    try:
        with locks_freed():
            _held_to(before, acknowledged, begun=bool(told), tally=tally, where=where)
    except Exception as fault:  # noqa: BLE001 - whatever it is, a person would have seen it
        tally.show(fault)
    finally:
        shutil.rmtree(before)


def _held_to(saves: Path, acknowledged: int, *, begun: bool, tally: Tally, where: str) -> None:
    found = sessions(saves)
    if not found:
        if begun:
            tally.lose(f"the session, {where}")
        return
    opened = open_session(found[0].folder, NOW)
    if isinstance(opened, CannotOpen) or opened.journal is None:
        tally.lose(f"the session cannot be opened, {where}")
        return
    kept = steps_of(opened)
    if kept != STEPS[: len(kept)] or opened.texts_lost:
        tally.mistake(where)
    if len(kept) < acknowledged:
        tally.lose(f"{acknowledged - len(kept)} steps, {where}")
    if len(kept) > acknowledged + 1:
        tally.mistake(f"{len(kept)} steps of {acknowledged}, {where}")
    a, b = ((opened.folder / name).read_bytes() for name in NAMES)
    if a != b:
        tally.mistake(f"the copies are not alike, {where}")
    opened.journal.let_go()
