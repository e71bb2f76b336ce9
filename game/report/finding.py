"""Where sessions lie: a session's own folder, or those anywhere below a folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

from game.journal.merge import NAMES


def is_session(folder: Path) -> bool:
    """Whether this folder is a session's own."""
    return any((folder / name).is_file() for name in NAMES)


def always() -> bool:
    """Nobody stops it."""
    return True


def session_folders(root: Path, going: Callable[[], bool] = always) -> Iterator[Path]:
    """
    Every session's folder at or below *root*, in a steady order.

    Folders that are hidden, half made or half deleted (they begin with a dot) are passed by, and
    so is whatever cannot be looked into. *going* is asked at each folder whether to look further.
    """
    if not going():
        return
    if is_session(root):
        yield root
        return
    try:
        inside = sorted(each for each in root.iterdir() if not each.name.startswith("."))
    except OSError:
        return
    for each in inside:
        if each.is_dir() and not each.is_symlink():
            yield from session_folders(each, going)
