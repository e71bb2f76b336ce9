"""Reports as CSV for a spreadsheet: one row a figure, the same figures as on the page and no others."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from game.model.themes import Theme
from game.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Lights,
    PlayedCard,
    Prose,
    Quote,
    Table,
    Terms,
    WriteLine,
)

# A spreadsheet takes a cell that begins so for something to work out.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEADS = ("part", "line", "figure", "value")


def csv_of(document: Document) -> str:
    """The document as rows of part, line, figure and value, with a mark that spreadsheets know."""
    rows: list[Sequence[str]] = [HEADS, ("report", "title", "", document.title)]
    rows.append(("report", "when", "", document.when))
    rows.append(("report", "summary", "", document.told))
    rows.extend(("report", name, "", value) for value, name in document.facts)
    for part in document.parts:
        for block in part.blocks:
            rows.extend((part.title, *row) for row in _rows(block))
    return written(rows)


def written(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV text: UTF-8 with its mark, and no cell that a spreadsheet would work out."""
    out = StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([plain(cell) for cell in row])
    return out.getvalue()


def plain(cell: str) -> str:
    """The cell with spaces that anybody can search for; never a formula."""
    cell = cell.replace("\u00a0", " ")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _rows(block: Block) -> Iterable[tuple[str, str, str]]:
    match block:
        case Prose(text, small):
            return () if small else (("", "", text),)
        case Quote(text):
            return (("", "", text),)
        case Bullets(items):
            return tuple((str(n), "", item) for n, item in enumerate(items, 1))
        case Table():
            return _cells(block)
        case Figure(table=table):
            return _cells(table)
        case Terms(pairs):
            return tuple((name, "", told) for name, told in pairs)
        case PlayedCard():
            return _card(block)
        case Lights(_, heads, rows):
            return tuple(
                (name, head, cell)
                for name, fed, rest in rows
                for head, cell in zip(
                    (*(theme.label for theme in Theme), *heads),
                    (*(str(n) for n in fed), *rest),
                    strict=True,
                )
            )
        case WriteLine():
            return ()


def _cells(table: Table) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (row[0], head, cell)
        for row in table.rows
        for head, cell in zip(table.heads[1:], row[1:], strict=True)
    )


def _card(card: PlayedCard) -> tuple[tuple[str, str, str], ...]:
    title = f"{card.code} {card.title}".strip()
    told = (
        ("theme", card.theme.label if card.theme else ""),
        ("level", card.level),
        ("scene", card.scene),
        ("voice", card.voice),
        ("agreed", card.agreed),
        ("panes fed", ", ".join(pane.label for pane in card.panes)),
        ("weight", card.weight),
        ("evidence", card.evidence),
    )
    return tuple((title, name, value) for name, value in told if value)
