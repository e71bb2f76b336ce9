"""Many groups in one view, for the screen: read aside with progress, stopped at will, written down."""

import threading
from pathlib import Path

from game.app.places import shortened
from game.files.writing import NotWritten
from game.report.collection import collect
from game.report.dashboard import dashboard_document
from game.report.document import Document
from game.report.export import write_document
from game.report.picture import Icons
from game.report.reading import CardWords
from game.tongue import _

FORMATS = ("html", "csv")


class Overview:
    """
    Reads one folder. `done`, `of` and `stop` may be used at any time, from any thread.

    What comes of it is the document that is written as a page as well, so that the screen cannot
    show what the page would hide.
    """

    def __init__(self, folder: Path, assets: Path, today: str) -> None:
        self.done = 0
        self.of = 0
        """How many sessions there are; 0 while they are still being looked for."""
        self._folder, self._assets, self._today = folder, assets, today
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Read no further; nobody looks at what comes of it any more."""
        self._stopped.set()

    def read(self) -> Document | str:
        """The whole view, or a sentence that says why there is none."""
        if not self._folder.is_dir():
            return _("There is no folder {folder}.").format(folder=shortened(self._folder))
        found = collect(self._folder, self._told, lambda: not self._stopped.is_set())
        if self._stopped.is_set():
            return _("Stopped.")
        if not found.sessions and not found.bad:
            return _("There is no session in {folder}.").format(folder=shortened(self._folder))
        return dashboard_document(found, Icons(self._assets), CardWords(self._today))

    def _told(self, done: int, of: int) -> None:
        self.done, self.of = done, of


def unread(fault: Exception) -> str:
    """What is said where something that nobody foresaw went wrong."""
    return _("This folder could not be read: {name}: {fault}.").format(
        name=type(fault).__name__, fault=fault
    )


def write_overview(document: Document, out: Path, assets: Path) -> str:
    """Write the page and the table; where they are, or why they are nowhere, in a sentence."""
    try:
        page, table = write_document(document, out, "dashboard", FORMATS, assets)
    except NotWritten as fault:
        return f"{fault.sentence[:1].upper()}{fault.sentence[1:]}"
    return _("Written to {folder}: open {page}; {table} is for a spreadsheet.").format(
        folder=shortened(out), page=page.name, table=table.name
    )
