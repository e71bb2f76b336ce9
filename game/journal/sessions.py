"""Which sessions are there, how far each came, and taking one away for good."""

import contextlib
import shutil
from pathlib import Path

from game.files.disk import Disk, hindrance, move
from game.journal.backups import BACKUPS
from game.journal.folder import ERASING, MAKING
from game.journal.lines import json_of
from game.journal.lock import Held, take
from game.journal.merge import NAMES, merge, read_copies
from game.journal.raw import Raw, events_of, object_of, played, quiet, text_of
from game.journal.records import FORMAT
from game.tongue import _
from game.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Summary:
    """One session, as a list shows it. Texts are empty where the session does not tell."""

    folder: Path
    id: str
    title: str = ""
    begun: str = ""
    last_step: str = ""
    """When the last step was taken; ISO text as everywhere."""
    played: int = 0
    planned: int = 0
    finished: bool = False
    damaged: bool = False
    """Whether opening it will mend or leave out something, or cannot succeed."""
    newer: bool = False
    """Whether a newer version wrote it, so that this one may only look."""
    on_paper: bool = False
    """Whether it was played on paper and typed in: then `begun` is the day on the paper."""


@dataclass(frozen=True, slots=True)
class NotErased:
    """The session is still there: why."""

    sentence: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """How far a session had come after a step."""

    played: int = 0
    planned: int = 0
    finished: bool = False
    paper: str = ""
    """The day on the paper."""


def sessions(saves: Path) -> tuple[Summary, ...]:
    """Every session under *saves*, the one begun last first. Never fails: a stray file is no session."""
    disk = Disk()
    found = [summarise(disk, folder) for folder in session_folders(saves)]
    return tuple(sorted(found, key=lambda each: (each.begun, each.id), reverse=True))


def summarise(disk: Disk, folder: Path) -> Summary:
    copies = read_copies(disk, folder)
    merged = merge(copies, folder.name)
    told = [object_of(json_of(line)) for line in merged.lines]
    if not told:
        return Summary(folder, folder.name, damaged=True)
    header = told[0]
    oldest = header.get("min_reader")
    mark, last = _fold(told)
    return Summary(
        folder=folder,
        id=text_of(header, "session") or folder.name,
        title=text_of(header, "title"),
        begun=mark.paper or text_of(header, "at"),
        last_step=last,
        played=mark.played,
        planned=mark.planned,
        finished=mark.finished,
        damaged=any(data != merged.whole for data in copies),
        on_paper=bool(mark.paper),
        newer=isinstance(oldest, int) and oldest > FORMAT,
    )


def erase(folder: Path, now: str) -> NotErased | None:
    """
    Delete a session with everything in its folder, and its backups; None when it is gone.

    One that somebody has open stays. A deletion that is cut short leaves nothing that is listed as
    a session, and `sweep` ends it.
    """
    if not _is_session(folder):
        return NotErased(_("There is no session here."))
    disk = Disk()
    away = folder.with_name(f"{ERASING}{folder.name}")
    try:
        lock = take(folder, now)
        if isinstance(lock, Held):
            return NotErased(lock.sentence)
        # Windows moves no folder in which a file is open, so the lock goes first.
        lock.release()
        move(disk, folder, away)
    except OSError as fault:
        return NotErased(_("Not erased: {reason}.").format(reason=hindrance(fault)))
    try:
        _erase_backups(folder.parent, folder.name)
        shutil.rmtree(away)
    except OSError:
        return NotErased(
            _("Not all of it could be deleted yet. The rest goes when the game is closed.")
        )
    return None


def erase_backups(saves: Path, session: str) -> NotErased | None:
    """Delete all backups of a session; None when they are gone."""
    try:
        _erase_backups(saves, session)
    except OSError as fault:
        return NotErased(_("Not erased: {reason}.").format(reason=hindrance(fault)))
    return None


def sweep(saves: Path) -> None:
    """Take away what deletions and beginnings that were cut short have left under *saves*."""
    for name in (ERASING, MAKING):
        for left in saves.glob(f"{name}*"):
            with contextlib.suppress(OSError):
                if name == ERASING:
                    _erase_backups(saves, left.name.removeprefix(ERASING))
                shutil.rmtree(left)


def _erase_backups(saves: Path, name: str) -> None:
    room = saves / BACKUPS
    if (room / name).is_dir():
        shutil.rmtree(room / name)
    with contextlib.suppress(OSError):
        # Only the empty folder goes.
        room.rmdir()


def session_folders(saves: Path) -> tuple[Path, ...]:
    """The folders of all sessions, unread; by name, which begins with the day, the newest first."""
    try:
        return tuple(sorted(filter(_is_session, saves.iterdir()), reverse=True))
    except OSError:
        return ()


def _is_session(folder: Path) -> bool:
    """Whether this is a session's own folder, in which at least one copy lies, sound or not."""
    try:
        return (
            not folder.name.startswith(".")
            and folder.is_dir()
            and not folder.is_symlink()
            and any((folder / name).exists() for name in NAMES)
        )
    except OSError:
        return False


def _fold(told: list[Raw]) -> tuple[_Mark, str]:
    """How far the session is now, what was taken back left out; and when the last step was."""
    marks, at, last = [_Mark()], 0, ""
    for record in played(told):
        by = record.get("by")
        match record.get("kind"):
            case "step":
                last = text_of(record, "at")
                events = events_of(record)
                if not events or (at and quiet(events)):
                    continue
                marks[at + 1 :] = [_after(marks[at], events)]
                at += 1
            # The opening of a session is never taken back.
            case "rewound" if isinstance(by, int):
                at = min(max(at - by, 1), len(marks) - 1)
            case "restored" if isinstance(by, int):
                at = min(max(at + by, 1), len(marks) - 1)
    return marks[at], last


def _after(mark: _Mark, events: list[Raw]) -> _Mark:
    for event in events:
        match event.get("event"):
            case "conversation_ended":
                mark = replace(mark, played=mark.played + 1)
            case "session_opened" | "plan_changed":
                plan = event.get("plan")
                cards = plan.get("cards") if isinstance(plan, dict) else None
                mark = replace(mark, planned=cards if isinstance(cards, int) else 0)
                if "setup" in event:
                    mark = replace(mark, paper=_paper_day(event))
            case "session_finished":
                mark = replace(mark, finished=True)
    return mark


def _paper_day(opened: Raw) -> str:
    setup = opened.get("setup")
    paper = setup.get("paper") if isinstance(setup, dict) else None
    return text_of(paper, "date") if isinstance(paper, dict) else ""
