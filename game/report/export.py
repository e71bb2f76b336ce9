"""Reports as files: which there are, what they are called, and writing them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from game.files.writing import write_atomically
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
    report = session_document(facts, icons)
    sheet = takehome_document(facts, icons)
    written = write_document(report, out, f"report-{facts.stem}", formats, assets)
    # A sheet to take home is to be read; there is nothing in it to count.
    readable = [each for each in formats if each != "csv"]
    written += write_document(sheet, out, f"take-home-{facts.stem}", readable, assets)
    if not facts.gathered.commitments:
        return written
    asks = followup_document(facts, icons)
    return written + write_document(asks, out, f"follow-up-{facts.stem}", readable, assets)


def write_document(
    document: Document, out: Path, stem: str, formats: Sequence[str], assets: Path
) -> tuple[Path, ...]:
    """The document in each of the formats."""
    written = []
    for kind in formats:
        path = out / f"{stem}.{kind}"
        write_atomically(path, _MAKERS[kind](document, assets))
        written.append(path)
    return tuple(written)


def _pdf(document: Document, assets: Path) -> bytes:
    from game.report.paper import pdf_of  # noqa: PLC0415 - only PDF needs what it brings

    return pdf_of(document, assets)


_MAKERS: dict[str, Callable[[Document, Path], str | bytes]] = {
    "html": html_of,
    "csv": lambda document, _: csv_of(document),
    "pdf": _pdf,
}
