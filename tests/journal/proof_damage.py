"""Damage: every bit, every length, of one copy and of both; full disks; lost copies; two at once."""

import os
import random
import shutil
from pathlib import Path

from journal_faults import NOW, STEPS, begin, look, play, steps_of, whole_session
from proof_tally import Tally
from test_journal_faults import SmallDisk, refusal

from game.journal.lines import format_line, json_of
from game.journal.merge import NAMES, merge
from game.journal.store import CannotOpen, open_session

OLD = Path(__file__).parent / "old" / "format-1"
REAL = "2026-11-23-1402-67d0"


def real_session() -> bytes:
    """A real session's file."""
    return (OLD / REAL / NAMES[0]).read_bytes()


def flips(tally: Tally, whole: bytes, *, every: int) -> Tally:
    """Every single bit of one copy, of the other, and the same bit of both."""
    ends = _ends(whole)
    for bit in tally.each(range(0, len(whole) * 8, every)):
        spoilt = bytearray(whole)
        spoilt[bit // 8] ^= 1 << bit % 8
        bad = bytes(spoilt)
        for copies in ((bad, whole), (whole, bad)):
            tally.count()
            if merge(copies, REAL).whole != whole:
                tally.lose(f"bit {bit} of one copy")
        tally.count()
        _no_more_than(merge((bad, bad), REAL).whole, whole, bit // 8, ends, tally)
    return tally


def cuts(tally: Tally, whole: bytes, *, every: int) -> Tally:
    """Every length of one copy, of the other, and of both."""
    ends = _ends(whole)
    for length in tally.each(range(0, len(whole), every)):
        short = whole[:length]
        for copies in ((short, whole), (whole, short), (None, whole)):
            tally.count()
            if merge(copies, REAL).whole != whole:
                tally.lose(f"cut at {length}")
        tally.count()
        _no_more_than(merge((short, short), REAL).whole, whole, length, ends, tally)
    return tally


def edits(tally: Tally, whole: bytes, *, times: int) -> Tally:
    """Several random edits in both copies at once: what comes out is a beginning of the truth."""
    for number in tally.each(range(times)):
        chance = random.Random(number)
        tally.count()
        try:
            merged = merge((_edited(whole, chance), _edited(whole, chance)), REAL).whole
        except Exception as fault:  # noqa: BLE001 - a person would have seen it
            tally.show(fault)
            continue
        if not whole.startswith(merged):
            tally.mistake(f"edits number {number}")
    return tally


def opened(room: Path, tally: Tally, *, every: int) -> Tally:
    """Real files with a damaged copy, opened: mended, alike, and the damage kept aside."""
    whole = real_session()
    for at in tally.each(range(0, len(whole), every)):
        folder = Path(shutil.copytree(OLD / REAL, room / REAL))
        bad = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        name = NAMES[at % 2]
        (folder / name).write_bytes(bad)
        tally.count()
        look(folder)
        if any((folder / each).read_bytes() != whole for each in NAMES):
            tally.mistake(f"not mended, byte {at}")
        aside = folder / f"{name}.damaged-1"
        if not aside.is_file() or aside.read_bytes() != bad:
            tally.lose(f"the damaged file, byte {at}")
        shutil.rmtree(folder)
    return tally


def one_copy_gone(room: Path, tally: Tally) -> Tally:
    """After each acknowledgement either file alone is enough."""
    journal = begin(room / "saves")
    folder = journal.folder
    for number, events in enumerate(STEPS, 1):
        journal.step(events, NOW)
        for name in NAMES:
            tally.count()
            data = (folder / name).read_bytes()
            if merge((data, None), folder.name).whole.count(b"\n") != number + 1:
                tally.lose(f"step {number} is not in {name}")
    journal.close(NOW)
    return tally


def mixed(room: Path, tally: Tally) -> Tally:
    """A copy of another session, or of another way the session went, is never mixed in."""
    mine = whole_session(room / "saves", STEPS[:4])
    other = whole_session(room / "saves", STEPS)
    ours = (mine / NAMES[0]).read_bytes()
    theirs = (other / NAMES[0]).read_bytes()
    for copies in ((ours, theirs), (theirs, ours)):
        tally.count()
        if merge(copies, mine.name).whole != ours:
            tally.mistake("two sessions were mixed")
    # A session that a newer version wrote is looked at, and not written to.
    lines = ours.splitlines(keepends=True)
    header = json_of(lines[0].rstrip(b"\n")).replace('"min_reader": 1', '"min_reader": 2')
    newer = b"".join([format_line(0, header), *lines[1:]])
    for name in NAMES:
        (mine / name).write_bytes(newer)
    tally.count()
    result = open_session(mine, NOW)
    if isinstance(result, CannotOpen) or result.journal is not None:
        tally.mistake("a newer session was opened for writing")
    return tally


def full_disks(room: Path, tally: Tally, *, every: int) -> Tally:
    """A disk that is full at any byte: nothing is called saved that is not, and nothing is lost."""
    size = 2 * len((whole_session(room / "all", STEPS[:4]) / NAMES[0]).read_bytes())
    start = 2 * len((whole_session(room / "none", ()) / NAMES[0]).read_bytes())
    for free in tally.each(range(0, size - start, every)):
        tally.count()
        saves = room / "saves"
        journal = begin(saves)
        journal.let_go()
        disk = SmallDisk(free)
        journal = open_session(journal.folder, NOW, disk).journal
        refused = [refusal(journal, events) for events in STEPS[:4]]
        saved = refused.count("")
        a, b = ((journal.folder / name).read_bytes() for name in NAMES)
        if a != b or a.count(b"\n") != saved + 1:
            tally.mistake(f"{free} bytes free: {saved} steps were called saved")
        disk.room = 10**6
        play(journal, STEPS[4:])
        journal.let_go()
        if steps_of(look(journal.folder)) != STEPS:
            tally.lose(f"{free} bytes free")
        shutil.rmtree(saves)
    return tally


def locks(room: Path, tally: Tally, *, races: int, racers: int = 4) -> Tally:
    """Several processes open one session at the same moment: exactly one may write."""
    folder = whole_session(room / "saves")
    for number in tally.each(range(races)):
        tally.count()
        start_r, start_w = os.pipe()
        told_r, told_w = os.pipe()
        end_r, end_w = os.pipe()
        children = []
        for _ in range(racers):
            child = os.fork()
            if child == 0:
                os.close(start_w)
                os.close(end_w)
                os.read(start_r, 1)
                result = open_session(folder, NOW)
                writes = not isinstance(result, CannotOpen) and result.journal is not None
                os.write(told_w, b"w" if writes else b"r")
                os.read(end_r, 1)
                os._exit(0)
            children.append(child)
        for each in (start_r, told_w, end_r):
            os.close(each)
        os.close(start_w)
        told = b"".join(os.read(told_r, 1) for _ in range(racers))
        # The winner dies without giving the lock back: the next race must find it free.
        os.close(end_w)
        os.close(told_r)
        for child in children:
            os.waitpid(child, 0)
        if told.count(b"w") != 1:
            tally.mistake(f"race {number}: {told.count(b'w')} writers")
    return tally


def short_writes(room: Path, tally: Tally) -> Tally:
    """A disk that takes fewer bytes than it is given, and says nothing."""

    class Slow(SmallDisk):
        def write(self, handle, data):
            return super().write(handle, data[: (len(data) + 1) // 2])

    tally.count()
    journal = begin(room / "saves", Slow(10**6))
    play(journal)
    journal.let_go()
    if steps_of(look(journal.folder)) != STEPS:
        tally.lose("short writes")
    return tally


def _ends(whole: bytes) -> list[int]:
    return [place + 1 for place, byte in enumerate(whole) if byte == 10]


def _no_more_than(merged: bytes, whole: bytes, sound: int, ends: list[int], tally: Tally) -> None:
    """Of two copies damaged alike at a place, all lines before it are kept, and nothing made up."""
    expected = max((end for end in ends if end <= sound), default=0)
    if not whole.startswith(merged):
        tally.mistake(f"damage at byte {sound} was believed")
    elif len(merged) < expected:
        tally.lose(f"lines before byte {sound}")


def _edited(whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.randrange(1, 7)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                del data[at : at + chance.randrange(1, 400)]
            case 2:
                data[at:at] = data[at : at + chance.randrange(1, 400)]
            case _:
                data[at : at + 64] = bytes(min(64, len(data) - at))
    return bytes(data)
