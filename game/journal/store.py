"""
A session on disk: make one, open one, write to it.

This is the door to the room. Every time is passed in as ISO text; who calls owns the clock.
"""

import shutil
from pathlib import Path
from typing import Final

from game.files.disk import Disk, reason
from game.journal.folder import Texts, build, marks, new_name, pack_hash, read_texts
from game.journal.heal import Mended, heal
from game.journal.journal import Journal
from game.journal.lines import LongLineError, format_line, json_of
from game.journal.lock import Held, Lock, take
from game.journal.merge import Copies, Merged, merge, read_copies
from game.journal.records import (
    FORMAT,
    Closed,
    Restored,
    Rewound,
    Session,
    Step,
    Unreadable,
    decode_record,
    encode_record,
    parse_json,
)
from game.journal.replay import Entry, replay
from game.journal.twin import NotSaved, Twin
from game.rules.history import History
from game.tongue import _, ngettext
from game.values import dataclass

DISK: Final = Disk()


@dataclass(frozen=True, slots=True)
class Opened:
    """A session that was read."""

    folder: Path
    session: Session
    journal: Journal | None
    """None where the session can only be looked at; the notices say why."""
    entries: tuple[Entry, ...]
    """Every record, the first included, in order."""
    records: tuple[Step | Rewound | Restored, ...]
    """Those of them that play a part: what the history is made of."""
    history: History
    texts: Texts
    """The pack's texts as played; those that are no longer as they were are left out."""
    texts_lost: tuple[str, ...]
    """The names of the texts left out."""
    notices: tuple[str, ...]
    """What people should know, in sentences; empty when all is well."""


@dataclass(frozen=True, slots=True)
class CannotOpen:
    """There is no session to be read here: why. Nothing was touched."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Found:
    """Both copies, put together."""

    merged: Merged
    session: Session
    newer: str
    """The version to update to, where this one may only look; otherwise empty."""


def create(
    saves: Path, *, app: str, title: str, texts: Texts, now: str, disk: Disk = DISK
) -> Journal:
    """
    Begin a session in a new folder under *saves*, with the pack's texts as they are played.

    `NotSaved` where the folder cannot be made; then nothing of it is left.
    """
    try:
        saves.mkdir(parents=True, exist_ok=True)
        disk.sync_folder(saves.parent)
        name = new_name(saves, now)
        listed = marks(texts)
        session = Session(FORMAT, 1, app, pack_hash(listed), name, title, now, listed)
        line = format_line(0, encode_record(session))
        folder = build(disk, saves, name, line, texts)
    except OSError as fault:
        raise NotSaved(reason(fault)) from fault
    except LongLineError:
        raise NotSaved("the pack has more files than a session can hold") from None
    try:
        lock = take(folder, now)
    except OSError as fault:
        # Without a lock the session could be written by two at once.
        shutil.rmtree(folder, ignore_errors=True)
        raise NotSaved(reason(fault)) from fault
    if isinstance(lock, Held):
        raise NotSaved("somebody else opened the new session first")
    twin = Twin(disk, folder, line)
    return Journal(folder, session, twin, lock, 1, None, closed=False, texts=texts, disk=disk)


def open_session(folder: Path, now: str, disk: Disk = DISK) -> Opened | CannotOpen:
    """
    Read a session, mend what is damaged, and take it for writing where that may be done.

    A session that somebody else has open, or that a newer version wrote, is not touched.
    """
    found = _find(disk, folder)
    if isinstance(found, CannotOpen):
        return found
    if found.newer:
        return _opened(disk, folder, found, update_to(found.newer))
    try:
        lock = take(folder, now)
    except OSError as fault:
        return _opened(disk, folder, found, _only_look(fault))
    if isinstance(lock, Held):
        return _opened(disk, folder, found, lock.sentence)
    # Until the lock was ours, somebody may have written.
    current = _find(disk, folder)
    if isinstance(current, CannotOpen):
        lock.release()
        return current
    try:
        mended = heal(disk, folder, current.merged.whole)
    except OSError as fault:
        lock.release()
        return _opened(disk, folder, current, _only_look(fault))
    return _opened(disk, folder, current, _mended(mended), lock)


def look_at(folder: Path, disk: Disk = DISK) -> Opened | CannotOpen:
    """Read a session as it stands: nothing is locked, mended or written, whoever has it open."""
    found = _find(disk, folder)
    if isinstance(found, CannotOpen):
        return found
    return _opened(disk, folder, found, update_to(found.newer) if found.newer else "")


def _find(disk: Disk, folder: Path) -> Found | CannotOpen:
    copies = read_copies(disk, folder)
    return header_of(copies, merge(copies, folder.name))


def header_of(copies: Copies, merged: Merged) -> Found | CannotOpen:
    """Whose session two copies are, where they are one at all."""
    if copies == (None, None):
        return CannotOpen(_("There is no session here that can be read."))
    if not merged.lines:
        return CannotOpen(
            _(
                "The beginning of this session is damaged in both copies, so it cannot be read. "
                "Nothing was changed."
            )
        )
    text = json_of(merged.lines[0])
    header = parse_json(text)
    newer = "" if isinstance(header, Unreadable) else _newer(header)
    session = decode_record(text)
    if isinstance(session, Session):
        return Found(merged, session, newer)
    why = session.why if isinstance(session, Unreadable) else _("it does not say whose it is")
    return CannotOpen(
        update_to(newer)
        if newer
        else _("This is not a session of this game: {why}.").format(why=why)
    )


def _newer(header: dict[str, object]) -> str:
    oldest = header.get("min_reader")
    if isinstance(oldest, int) and oldest > FORMAT:
        return str(header.get("app") or "unknown")[:40]
    return ""


def _opened(
    disk: Disk, folder: Path, found: Found, notice: str, lock: Lock | None = None
) -> Opened:
    merged = found.merged
    entries = tuple(
        Entry(seq, decode_record(json_of(line))) for seq, line in enumerate(merged.lines)
    )
    played = replay(entries)
    texts, lost = read_texts(disk, folder, found.session.texts)
    closed = isinstance(entries[-1].record, Closed)
    # While somebody else writes, an open end says nothing.
    ended = closed or lock is None
    notices = [notice, left_out(merged, ended=ended), played.sentence, texts_lost(lost)]
    journal = None
    if lock is not None:
        twin = Twin(disk, folder, merged.whole)
        journal = Journal(
            folder,
            found.session,
            twin,
            lock,
            len(entries),
            played.unplayable,
            closed=closed,
            texts=texts,
            disk=disk,
        )
    return Opened(
        folder=folder,
        session=found.session,
        journal=journal,
        entries=entries,
        records=played.records,
        history=played.history,
        texts=texts,
        texts_lost=lost,
        notices=tuple(filter(None, notices)),
    )


def update_to(version: str) -> str:
    """What to do about a session that a newer version wrote."""
    return _(
        "Made by a newer version ({version}). Update to continue; nothing was changed."
    ).format(version=version)


def _only_look(fault: OSError) -> str:
    return _("This session can be looked at but not gone on with: {why}.").format(why=reason(fault))


def _mended(copies: tuple[Mended, ...]) -> str:
    told = [
        _("{name} was damaged and has been mended; the damaged file is kept as {kept}.").format(
            name=each.name, kept=each.kept
        )
        if each.kept
        else _("{name} was incomplete and has been completed from its twin.").format(name=each.name)
        for each in copies
    ]
    return " ".join(told)


def left_out(merged: Merged, *, ended: bool) -> str:
    """What of the session is missing, or may be; empty where nothing is."""
    if merged.beyond:
        return ngettext(
            "Steps in the middle could not be read in either copy, so {count} line after them "
            "cannot be used. The session goes on from the last step before the gap.",
            "Steps in the middle could not be read in either copy, so {count} lines after them "
            "cannot be used. The session goes on from the last step before the gap.",
            merged.beyond,
        ).format(count=merged.beyond)
    if ended:
        return ""
    if merged.torn:
        return _("The last step may be missing: it was not written whole.")
    return _("This session was not closed last time. It goes on from the last step that was saved.")


def texts_lost(lost: tuple[str, ...]) -> str:
    """Which of the pack's texts are no longer as played; empty where none."""
    if not lost:
        return ""
    return _("The pack as played is damaged or missing: {files}.").format(files=", ".join(lost))
