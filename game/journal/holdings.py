"""What lies on the disk for a session: all that erasing it takes away, told before anything goes."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from game.journal.backups import BACKUPS, Backup, backups_of
from game.journal.folder import PACK
from game.journal.lock import NAME as LOCK
from game.journal.merge import NAMES
from game.values import dataclass

PICTURES = "pictures"
MOST = 10_000
"""A folder with more in it than this was filled by somebody else; the rest is not counted."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much there is of a session."""

    journals: int = 0
    """The copies of the journal that are there."""
    kept_aside: int = 0
    """Damaged files that mending has kept."""
    texts: int = 0
    """Texts of the pack as played."""
    pictures: int = 0
    """Pictures of the pack’s people."""
    others: tuple[str, ...] = ()
    """Names of whatever else lies in the folder, such as what somebody put there."""
    backups: tuple[Backup, ...] = ()
    bytes: int = 0
    """Of all of it together."""


def holdings(folder: Path) -> Holdings:
    """Count what there is, by names and sizes alone; nothing is opened, no link is followed."""
    kept = backups_of(folder.parent, folder.name)
    size = sum(_size(each.path) for each in kept)
    journals = aside = texts = pictures = 0
    others: list[str] = []
    for path in _files(folder):
        size += _size(path)
        name = path.relative_to(folder).as_posix()
        if name in NAMES:
            journals += 1
        elif name.startswith(tuple(f"{each}.damaged-" for each in NAMES)):
            aside += 1
        elif path.parent == folder / PACK:
            texts += 1
        elif path.parent == folder / PICTURES:
            pictures += 1
        elif name != LOCK:
            others.append(name)
    return Holdings(journals, aside, texts, pictures, tuple(sorted(others)), kept, size)


def only_backups(saves: Path) -> tuple[str, ...]:
    """The names of sessions of which nothing but backups is left, the newest first."""
    try:
        names = sorted((each.name for each in (saves / BACKUPS).iterdir()), reverse=True)
    except OSError:
        return ()
    return tuple(
        name for name in names if not os.path.lexists(saves / name) and backups_of(saves, name)
    )


def _files(folder: Path) -> Iterator[Path]:
    counted = 0
    for place, folders, files in os.walk(folder):
        # A link to a folder is listed among the folders, and erased as a link.
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*files, *links):
            counted += 1
            if counted > MOST:
                return
            yield Path(place) / name


def _size(path: Path) -> int:
    try:
        found = path.lstat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0
