"""Bringing a session back: from one of its backups, from an export, or from a folder elsewhere."""

from pathlib import Path

from game.files.disk import Disk, reason
from game.journal.backups import Backup, backups_of, restore
from game.journal.folder import build_copy, free_name, read_pack
from game.journal.merge import merge, read_copies
from game.journal.store import CannotOpen, header_of
from game.journal.twin import NotSaved
from game.tongue import _
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Returned:
    """The folder of the session that was brought back; None where the sentence says why not."""

    folder: Path | None
    sentence: str


def bring_back(copy: Path, saves: Path) -> Returned:
    """A session made of a backup, an export or a session's folder; the copy stays as it is."""
    try:
        folder = _of_folder(copy, saves) if copy.is_dir() else restore(copy, saves)
    except NotSaved as why:
        told = str(why)
        return Returned(None, f"{told[:1].upper()}{told[1:]}.")
    return Returned(
        folder, _("Brought back as {name}. Everything else is as it was.").format(name=folder.name)
    )


def kept_of(saves: Path, session: str) -> tuple[Backup, ...]:
    """A session's backups, the newest first."""
    return backups_of(saves, session)


def _of_folder(copy: Path, saves: Path) -> Path:
    disk = Disk()
    copies = read_copies(disk, copy)
    merged = merge(copies, copy.name)
    found = header_of(copies, merged)
    if isinstance(found, CannotOpen):
        raise NotSaved(found.sentence.rstrip("."))
    try:
        pack = read_pack(disk, copy)
    except OSError:
        pack = {}
    try:
        saves.mkdir(parents=True, exist_ok=True)
        return build_copy(disk, saves, free_name(saves, copy.resolve().name), merged.whole, pack)
    except OSError as fault:
        raise NotSaved(reason(fault)) from fault
