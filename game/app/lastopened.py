"""
Which session was opened last, by name: dates tell wrongly where a clock has been wrong.

`saves/last-opened` holds that name and nothing else. Without it, dates have to do.
"""

import contextlib
from pathlib import Path
from typing import Final

from game.files.disk import Disk
from game.files.writing import NotWritten, write_atomically

NAME: Final = "last-opened"
_LONGEST = 255
"""No folder has a longer name, so what is longer is not ours."""


def note(folder: Path) -> None:
    """Write down that this session was opened. Where that cannot be, dates have to do."""
    with contextlib.suppress(NotWritten):
        write_atomically(folder.parent / NAME, f"{folder.name}\n")


def noted(saves: Path) -> Path | None:
    """The folder that the session opened last had; it may be gone by now. None where nothing tells."""
    try:
        told = Disk().read(saves / NAME)[: _LONGEST + 1].decode().strip()
    except (OSError, UnicodeDecodeError):
        return None
    # A name that leads out of the folder is none of ours.
    is_name = 0 < len(told) <= _LONGEST and Path(told).name == told and "\0" not in told
    return saves / told if is_name else None


def forget(saves: Path) -> None:
    """Take the name away where its session is gone."""
    folder = noted(saves)
    if folder is None or not folder.exists():
        with contextlib.suppress(OSError):
            (saves / NAME).unlink(missing_ok=True)
