"""
A session to take along: its log for people and for spreadsheets, and with it the session itself.

    log.txt  log.csv               to read
    journal.a.log  journal.b.log   the session, which `sessions restore` takes in again
    pack/                          the pack as played
"""

import contextlib
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from game.app.log import LogLine, as_text
from game.app.looking import Looked
from game.content.sheet.separated import write_csv
from game.files.disk import Disk
from game.files.writing import NotWritten, write_atomically
from game.journal.folder import PACK, read_pack
from game.journal.merge import NAMES, merge, read_copies
from game.tongue import _

COLUMNS = ("number", "time (UTC)", "what happened", "taken back")
KINDS = (".zip", ".txt", ".csv")


def take_along(looked: Looked, out: Path) -> Path:
    """
    Write the session as *out*: .zip with everything, .txt or .csv with the log alone.

    Where *out* is a folder, a zip of the session's name in it. `NotWritten` where that cannot be.
    """
    path = out / f"{looked.folder.name}.zip" if out.is_dir() else out
    match path.suffix.lower():
        case ".txt":
            data = _with_mark(readable(looked))
        case ".csv":
            data = as_csv(looked.lines)
        case ".zip":
            data = _packed(looked)
        case _:
            raise NotWritten(path, "the name should end in .zip, .txt or .csv")
    write_atomically(path, data)
    return path


def readable(looked: Looked) -> str:
    """The log as a page of text."""
    heading = [
        looked.title or _("A session"),
        _("Session {name}, begun {begun} (all times are UTC).").format(
            name=looked.folder.name, begun=looked.begun
        ),
        _("Seats: {seats}.").format(seats=", ".join(looked.seats) or "none"),
        *looked.notices,
    ]
    cards = [
        f"  {each.title}" + (f": “{each.agreed}”" if each.agreed else "") for each in looked.met
    ]
    return "\n".join(
        [
            *heading,
            "",
            _("Cards met:") if cards else _("No card has been talked about yet."),
            *cards,
            "",
            _("What happened, step by step:"),
            as_text(looked.lines),
        ]
    )


def as_csv(lines: Iterable[LogLine]) -> bytes:
    """The log as a table that any spreadsheet program opens, in which nothing is a formula."""
    return write_csv(
        COLUMNS,
        (
            (
                str(line.number),
                line.at,
                # Half a character pair is no text, and no reason to lose the rest.
                " ".join(line.words).encode("utf-8", "replace").decode("utf-8"),
                "taken back" if line.taken_back else "",
            )
            for line in lines
        ),
    )


def _with_mark(text: str) -> bytes:
    # Some programs take a file for UTF-8 only where a mark says so.
    return text.encode("utf-8-sig", "replace")


def _packed(looked: Looked) -> bytes:
    disk = Disk()
    # Both copies as mending would have them, so that what is taken along is whole.
    whole = merge(read_copies(disk, looked.folder), looked.folder.name).whole
    files = {"log.txt": _with_mark(readable(looked)), "log.csv": as_csv(looked.lines)}
    files |= dict.fromkeys(NAMES, whole)
    # A lost pack takes nothing from the session.
    with contextlib.suppress(OSError):
        files |= {f"{PACK}/{name}": data for name, data in read_pack(disk, looked.folder).items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
