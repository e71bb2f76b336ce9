"""What two copies of a journal say together: the longest unbroken run of lines from the first."""

from itertools import count, takewhile
from pathlib import Path
from typing import Final

from game.files.disk import Disk
from game.journal.lines import Scan, json_of, scan
from game.journal.records import parse_json
from game.values import dataclass

NAMES: Final = ("journal.a.log", "journal.b.log")


@dataclass(frozen=True, slots=True)
class Merged:
    """The lines that hold, and what had to be left."""

    lines: tuple[bytes, ...]
    """Sound lines from sequence number 0 on, without a gap, each without its end."""
    beyond: int
    """Sound lines that lie behind a gap and cannot be used."""
    torn: bool
    """Whether something unreadable follows the last line: most likely a step half written."""
    apart: bool
    """Whether the copies contradict each other, so that only one of them was used."""

    @property
    def whole(self) -> bytes:
        """What each of the two files should hold."""
        return b"".join(line + b"\n" for line in self.lines)


Copies = tuple[bytes | None, bytes | None]
"""What the two files hold; None for one that cannot be read at all."""


def read_copies(disk: Disk, folder: Path) -> Copies:
    first, second = (_read(disk, folder / name) for name in NAMES)
    return first, second


def merge(copies: Copies, session: str) -> Merged:
    """
    What both copies say together.

    Copies that contradict each other are never mixed: the one that belongs to *session* counts,
    and between two that do, the longer.
    """
    scans = [scan(data or b"") for data in copies]
    first, second = (each.lines for each in scans)
    apart = any(second.get(seq, line) != line for seq, line in first.items())
    if apart:
        scans = [max(scans, key=lambda each: (_session(each) == session, len(_run(each.lines))))]
    found: dict[int, bytes] = {}
    for each in scans:
        found |= each.lines
    run = _run(found)
    return Merged(
        lines=run,
        beyond=sum(seq >= len(run) for seq in found),
        torn=any(each.rest and len(_run(each.lines)) == len(run) for each in scans),
        apart=apart,
    )


def _read(disk: Disk, path: Path) -> bytes | None:
    try:
        return disk.read(path)
    except OSError:
        return None


def _run(lines: dict[int, bytes]) -> tuple[bytes, ...]:
    return tuple(lines[seq] for seq in takewhile(lines.__contains__, count()))


def _session(found: Scan) -> object:
    header = parse_json(json_of(found.lines[0])) if 0 in found.lines else None
    return header.get("session") if isinstance(header, dict) else None
