"""
A few kinds of events of a session, cheaply: for readers of many sessions who need no whole replay.

Every line's checksum is still proved, and what was taken back is left out. Only lines that can
matter are parsed; where anything was undone or passed over, all of them are.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from game.files.disk import Disk
from game.journal.codec import EVENTS, decode_event
from game.journal.lines import json_of, scan
from game.journal.merge import NAMES, merge, read_copies
from game.journal.raw import Raw, events_of, object_of, played, quiet, text_of
from game.journal.records import FORMAT, parse_json
from game.journal.shapes import ShapeError
from game.rules.events import Event
from game.values import dataclass

DISK: Final = Disk()
_TURNS: Final = (b'"kind": "rewound"', b'"kind": "restored"', b'"kind": "passed_over"')
_STEP: Final = b'"kind": "step"'


@dataclass(frozen=True, slots=True)
class Extract:
    """What was asked for of one session."""

    folder: Path
    id: str
    title: str
    """Of the pack."""
    pack: str
    """The pack's hash: sessions with the same one played the same texts."""
    begun: str
    records: int
    """How many sound records it has: of two copies of one session the longer counts."""
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class NotRead:
    """A session that cannot be used: why."""

    folder: Path
    why: str


def extract(folder: Path, kinds: Iterable[type[Event]], disk: Disk = DISK) -> Extract | NotRead:
    """The events of these kinds that are in force, in order."""
    lines = _lines(folder, disk)
    if not lines:
        return NotRead(folder, "its beginning cannot be read in either copy")
    header = parse_json(json_of(lines[0]))
    if not isinstance(header, dict) or header.get("kind") != "session":
        return NotRead(folder, "it is not a session of this game")
    oldest = header.get("min_reader")
    if isinstance(oldest, int) and oldest > FORMAT:
        return NotRead(folder, "a newer version of the game wrote it")
    names = frozenset(EVENTS.names[kind] for kind in kinds)
    events: list[Event] = []
    for data in _in_force(lines, names):
        if data.get("event") not in names:
            continue
        event = decode_event(data)
        if isinstance(event, ShapeError):
            return NotRead(folder, f"a step makes no sense ({event})")
        events.append(event)
    return Extract(
        folder,
        text_of(header, "session") or folder.name,
        text_of(header, "title"),
        text_of(header, "pack_sha256"),
        text_of(header, "at"),
        len(lines),
        tuple(events),
    )


def _lines(folder: Path, disk: Disk) -> tuple[bytes, ...]:
    """The sound lines: of the first copy where nothing hints at damage, else of both together."""
    first, second = (folder / name for name in NAMES)
    try:
        alike = first.stat().st_size == second.stat().st_size
        data = disk.read(first) if alike else b""
    except OSError:
        data = b""
    found = scan(data)
    if found.lines and not found.rest and max(found.lines) == len(found.lines) - 1:
        return tuple(found.lines[seq] for seq in range(len(found.lines)))
    return merge(read_copies(disk, folder), folder.name).lines


def _in_force(lines: tuple[bytes, ...], names: frozenset[str]) -> list[Raw]:
    """The events as JSON, those of no interest left out where that is safe."""
    written_plainly = all(b'"kind": "' in line for line in lines)
    if written_plainly and not any(turn in line for line in lines for turn in _TURNS):
        tokens = tuple(f'"event": "{name}"'.encode() for name in names)
        told = [
            object_of(json_of(line))
            for line in lines
            if _STEP in line and any(token in line for token in tokens)
        ]
        return [event for record in told for event in events_of(record)]
    return _folded([object_of(json_of(line)) for line in lines])


def _folded(told: list[Raw]) -> list[Raw]:
    """All events that stand after every undo and redo."""
    steps: list[list[Raw]] = []
    at = 0
    for record in played(told):
        by = record.get("by")
        match record.get("kind"):
            case "step":
                events = events_of(record)
                if not events or (at and quiet(events)):
                    continue
                steps[at:] = [events]
                at += 1
            # The opening of a session is never taken back.
            case "rewound" if isinstance(by, int):
                at = min(max(at - by, 1), len(steps))
            case "restored" if isinstance(by, int):
                at = min(max(at + by, 1), len(steps))
    return [event for step in steps[:at] for event in step]
