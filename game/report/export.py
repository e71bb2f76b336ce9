"""Reports as files: which there are, what they are called, and writing them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from game.files.writing import NotWritten, write_atomically
from game.printing.letters import CannotSetError
from game.report.document import Document
from game.report.facts import Facts
from game.report.followup import followup_document
from game.report.html import html_of
from game.report.picture import Icons
from game.report.session import session_document
from game.report.tables import csv_of
from game.report.takehome import takehome_document

FORMATS = ("html", "csv", "pdf")


def write_session(
    facts: Facts, out: Path, formats: Sequence[str], assets: Path
) -> tuple[Path, ...]:
    """
    One session's report, its take-home sheet and, where anything was promised, its follow-up sheet.

    The files written are returned, the first to open first.

    Names hold the month and a short sum, so that a folder of them gives away no day and no group.
    `NotWritten` where a file cannot be put.
    """
    icons = Icons(assets)
    # A sheet to take home is to be read, and so is what to ask later; nothing in them is counted.
    readable = [each for each in formats if each != "csv"]
    documents = [
        (session_document(facts, icons), "report", formats),
        (takehome_document(facts, icons), "take-home", readable),
    ]
    if facts.gathered.commitments:
        documents.append((followup_document(facts, icons), "follow-up", readable))
    written: list[Path] = []
    refused: NotSet | None = None
    for document, name, kinds in documents:
        try:
            written += write_document(document, out, f"{name}-{facts.stem}", kinds, assets)
        except NotSet as fault:
            # The others can still be had.
            refused = refused or fault
    if refused is not None:
        raise refused
    return tuple(written)


class NotSet(NotWritten):
    """Paper cannot set these letters; the other formats were written."""


def write_document(
    document: Document, out: Path, stem: str, formats: Sequence[str], assets: Path
) -> tuple[Path, ...]:
    """
    The document in each of the formats.

    Raises `NotSet`, once the others are written, where paper cannot set its letters.
    """
    written = []
    refused: NotSet | None = None
    for kind in formats:
        path = out / f"{stem}.{kind}"
        try:
            write_atomically(path, _MAKERS[kind](document, assets))
        except CannotSetError as fault:
            refused = NotSet(path, str(fault))
        else:
            written.append(path)
    if refused is not None:
        raise refused
    return tuple(written)


def _pdf(document: Document, assets: Path) -> bytes:
    from game.report.paper import pdf_of  # noqa: PLC0415 - only PDF needs what it brings

    return pdf_of(document, assets)


_MAKERS: dict[str, Callable[[Document, Path], str | bytes]] = {
    "html": html_of,
    "csv": lambda document, _: csv_of(document),
    "pdf": _pdf,
}
