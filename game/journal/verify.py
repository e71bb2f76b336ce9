"""What state a session's files are in, told without touching them."""

from enum import IntEnum
from pathlib import Path

from game.files.disk import Disk
from game.journal.folder import read_texts
from game.journal.lines import json_of
from game.journal.merge import NAMES, Copies, Merged, merge, read_copies
from game.journal.records import Closed, Step, decode_record
from game.journal.replay import Entry, replay
from game.journal.store import CannotOpen, header_of, left_out, texts_lost, update_to
from game.values import dataclass


class Soundness(IntEnum):
    """How a session would open; the numbers are the command's exit statuses."""

    WHOLE = 0
    MENDED = 1
    """Opening it will mend a copy or leave something out; the sentences say what."""
    CLOSED_TO_US = 2
    """This version cannot open it: nothing is readable, or a newer version wrote it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found."""

    folder: Path
    soundness: Soundness
    sentences: tuple[str, ...]
    """What is amiss and what was lost; for a whole session, that it is whole and how far it goes."""
    steps: int = 0
    """How many steps can be read, those taken back included."""


def verify(folder: Path, disk: Disk | None = None) -> Verdict:
    """Read a session as opening it would, and change nothing."""
    disk = disk or Disk()
    copies = read_copies(disk, folder)
    merged = merge(copies, folder.name)
    header = header_of(copies, merged)
    if isinstance(header, CannotOpen):
        return Verdict(folder, Soundness.CLOSED_TO_US, (header.sentence,))
    entries = tuple(
        Entry(seq, decode_record(json_of(line))) for seq, line in enumerate(merged.lines)
    )
    played = replay(entries)
    _, lost = read_texts(disk, folder, header.session.texts)
    steps = sum(isinstance(each.record, Step) for each in entries)
    ended = isinstance(entries[-1].record, Closed)
    amiss = (
        *_copies(copies, merged),
        _kept(merged, ended=ended) if copies != (merged.whole, merged.whole) else "",
        played.sentence,
    )
    found = (*filter(None, amiss), *filter(None, [texts_lost(lost)]))
    if header.newer:
        # It may be looked at, but what its records mean is not for this version to judge.
        seen = found or ("Both copies are alike.",)
        return Verdict(folder, Soundness.CLOSED_TO_US, (update_to(header.newer), *seen), steps)
    if found:
        return Verdict(folder, Soundness.MENDED, found, steps)
    told = f"Whole: {steps} step{'' if steps == 1 else 's'}, both copies alike, the pack as played."
    unclosed = () if ended else (left_out(merged, ended=False),)
    return Verdict(folder, Soundness.WHOLE, (told, *unclosed), steps)


def _copies(copies: Copies, merged: Merged) -> list[str]:
    """What is wrong with each of the two files."""
    amiss: list[str] = []
    for name, data in zip(NAMES, copies, strict=True):
        if data is None:
            amiss.append(f"{name} is missing or cannot be read.")
        elif data == merged.whole:
            continue
        elif merged.whole.startswith(data):
            amiss.append(f"{name} is incomplete.")
        else:
            amiss.append(f"{name} is damaged.")
    return amiss


def _kept(merged: Merged, *, ended: bool) -> str:
    """What the copies have lost between them."""
    if merged.beyond or (merged.torn and not ended):
        return left_out(merged, ended=ended)
    return "No step is lost: the copies complete each other."
