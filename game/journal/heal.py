"""Making both copies whole again, with every damaged file kept beside them."""

import os
from collections.abc import Iterator
from itertools import count, takewhile
from pathlib import Path

from game.files.disk import Disk, put
from game.journal.merge import NAMES
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Mended:
    """A copy that was not as it should be, and the name its old content was kept under, if any."""

    name: str
    kept: str = ""


def restore(disk: Disk, path: Path, whole: bytes) -> Mended | None:
    """
    Make the file hold exactly *whole*; None where it did already, and nothing was done.

    A file that is only shorter, or missing, holds nothing that would be lost; any other is kept.
    """
    kept: Path | None = None
    try:
        found = disk.read(path)
    except FileNotFoundError:
        found = b""
    except OSError:
        # Not a plain file, or not readable: out of the way with it, unopened.
        kept, found = _free(path), b""
        disk.replace(path, kept)
    if found == whole:
        return None
    if not whole.startswith(found):
        kept = _keep(disk, path, found)
    put(disk, path, whole)
    return Mended(path.name, kept.name if kept else "")


def heal(disk: Disk, folder: Path, whole: bytes) -> tuple[Mended, ...]:
    """Make both copies hold *whole*; what had to be done for that."""
    mended = [restore(disk, folder / name, whole) for name in NAMES]
    return tuple(each for each in mended if each is not None)


def _keep(disk: Disk, path: Path, found: bytes) -> Path:
    # A crash during healing must not fill the folder: the same damage is kept once.
    there = takewhile(os.path.lexists, _names_aside(path))
    same = next((each for each in there if _holds(disk, each, found)), None)
    if same is not None:
        return same
    aside = _free(path)
    put(disk, aside, found)
    return aside


def _holds(disk: Disk, path: Path, content: bytes) -> bool:
    try:
        return disk.read(path) == content
    except OSError:
        return False


def _free(path: Path) -> Path:
    return next(each for each in _names_aside(path) if not os.path.lexists(each))


def _names_aside(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.name}.damaged-{number}") for number in count(1))
