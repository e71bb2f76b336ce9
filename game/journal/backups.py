"""
Copies of a session, made whenever it is closed properly, and the way back from one.

    saves/backups/SESSION/0007-2026-11-23T1405Z.zip

They lie outside the session's folder, so that they outlive somebody's tidying of it, and go when the
session is erased. Kept are the last ten, and besides one a day for the last seven days on which there
were any. Order is the number's: the time is a label, and where dates run backwards nothing is thrown
away, because then some clock was wrong. Older backups have a date alone.
"""

import io
import re
import zipfile
import zlib
from datetime import date
from pathlib import Path
from typing import Final

from game.files.disk import LARGEST, Disk, put, reason
from game.journal.folder import PACK, build_copy, free_name, read_pack
from game.journal.lines import json_of
from game.journal.merge import NAMES, merge
from game.journal.records import Session, decode_record
from game.journal.twin import NotSaved
from game.values import dataclass

BACKUPS: Final = "backups"
LAST: Final = 10
DAYS: Final = 7

# What reading a file that is no sound archive can raise.
_BROKEN = (
    OSError,
    ValueError,
    LookupError,
    EOFError,
    RuntimeError,
    zlib.error,
    zipfile.BadZipFile,
)

_SESSION = re.compile(r"[0-9][A-Za-z0-9._-]{0,79}")
_NAME = re.compile(r"(\d{4,9})-(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3])([0-5]\d)Z)?\.zip")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d).*(?:Z|\+00:00)")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a session."""

    path: Path
    number: int
    at: str
    """When it was made, as the clock had it then: a UTC stamp, or a date alone."""

    @property
    def day(self) -> str:
        """The date on which it was made."""
        return self.at[:10]

    @property
    def session(self) -> str:
        """The name of the session's folder."""
        return self.path.parent.name


def backups(saves: Path) -> tuple[Backup, ...]:
    """Every backup under *saves*, by session, the newest first."""
    try:
        folders = sorted((saves / BACKUPS).iterdir())
    except OSError:
        return ()
    return tuple(each for folder in folders for each in backups_of(saves, folder.name))


def backups_of(saves: Path, session: str) -> tuple[Backup, ...]:
    """The backups of one session, the newest first."""
    try:
        found = [_backup(path) for path in (saves / BACKUPS / session).iterdir()]
    except OSError:
        return ()
    return tuple(sorted((each for each in found if each), key=lambda each: -each.number))


def back_up(disk: Disk, folder: Path, whole: bytes, at: str) -> None:
    """
    Copy a closed session to the backups, unless the last one is of the same state.

    A backup that cannot be made is no fault of the session's, which is safe: nothing is raised.
    """
    try:
        there = backups_of(folder.parent, folder.name)
        if there and _journal_in(there[0].path) == whole:
            return
        room = folder.parent / BACKUPS
        for each in (room, room / folder.name):
            if not each.is_dir():
                disk.make_folder(each)
                disk.sync_folder(each.parent)
        number = there[0].number + 1 if there else 1
        told = _STAMP.fullmatch(at)
        when = f"{told[1]}T{told[2]}{told[3]}Z" if told is not None else at[:10]
        path = room / folder.name / f"{number:04}-{when}.zip"
        put(disk, path, _packed(disk, folder, whole))
        for old in thrown_away(backups_of(folder.parent, folder.name)):
            old.path.unlink(missing_ok=True)
    except OSError:
        return


def thrown_away(there: tuple[Backup, ...]) -> tuple[Backup, ...]:
    """Which of a session's backups, the newest first, are no longer kept."""
    days = [each.day for each in there]
    if days != sorted(days, reverse=True):
        return ()
    daily: dict[str, Backup] = {}
    for each in there:
        daily.setdefault(each.day, each)
    kept = {*there[:LAST], *list(daily.values())[:DAYS]}
    return tuple(each for each in there if each not in kept)


def restore(backup: Path, saves: Path, disk: Disk | None = None) -> Path:
    """
    A session made of a backup, in a folder of its own under *saves*; nothing else is touched.

    A session that was exported is such a copy as well. `NotSaved` where the copy cannot be read, or
    the folder not made.
    """
    disk = disk or Disk()
    try:
        with zipfile.ZipFile(backup) as archive:
            whole = _member(archive, NAMES[0])
            pack = {
                info.filename.removeprefix(f"{PACK}/"): _member(archive, info.filename)
                for info in archive.infolist()
                if re.fullmatch(rf"{PACK}/[A-Za-z0-9._-]+", info.filename)
            }
    except _BROKEN:
        raise NotSaved("this backup cannot be read. Choose another") from None
    merged = merge((whole, None), backup.parent.name)
    header = decode_record(json_of(merged.lines[0])) if merged.lines else None
    if not isinstance(header, Session) or merged.whole != whole:
        raise NotSaved("this backup is damaged. Choose another")
    try:
        saves.mkdir(parents=True, exist_ok=True)
        return build_copy(disk, saves, free_name(saves, _named(backup, header)), whole, pack)
    except OSError as fault:
        raise NotSaved(reason(fault)) from fault


def _named(copy: Path, header: Session) -> str:
    """A backup lies in a folder of its session's name; any other copy must tell the name itself."""
    if copy.parent.parent.name == BACKUPS:
        return copy.parent.name
    return header.session if _SESSION.fullmatch(header.session) else "session"


def _backup(path: Path) -> Backup | None:
    told = _NAME.fullmatch(path.name)
    if told is None:
        return None
    try:
        date.fromisoformat(told[2])
    except ValueError:
        return None
    at = f"{told[2]}T{told[3]}:{told[4]}:00Z" if told[3] else told[2]
    return Backup(path, int(told[1]), at)


def _packed(disk: Disk, folder: Path, whole: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        # Every member gets the same old date, so that the same session gives the same bytes.
        archive.writestr(zipfile.ZipInfo(NAMES[0]), whole, zipfile.ZIP_DEFLATED)
        for name, content in read_pack(disk, folder).items():
            archive.writestr(zipfile.ZipInfo(f"{PACK}/{name}"), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError(name)
    return data


def _journal_in(path: Path) -> bytes | None:
    try:
        with zipfile.ZipFile(path) as archive:
            return _member(archive, NAMES[0])
    except _BROKEN:
        return None
