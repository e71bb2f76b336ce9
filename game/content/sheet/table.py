"""A sheet as plain rows of text, whatever file it came from, and what can be wrong with it."""

import re

from game.content import limits
from game.content.diagnostics import Severity
from game.values import dataclass

FILE_BYTES = 8 * 1_048_576
ROWS = limits.LIST_ITEMS
COLUMNS = 200

# What a spreadsheet program would take for a formula; an apostrophe in front keeps it a text.
_STARTS_FORMULA = re.compile(r"'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a sheet, with the row and the column's name as the sheet has them."""

    file: str
    row: int
    """0 where the whole sheet is meant."""
    column: str
    code: str
    severity: Severity
    sentence: str
    fix: str
    cell: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def in_words(self) -> str:
        """The problem as a few lines: place, what was found, the cell, and what would be right."""
        place = self.file + (f", row {self.row}" if self.row else "")
        place += f', column "{self.column}"' if self.column else ""
        code = f" {self.code}" if self.code else ""
        lines = [f"{place}: {self.severity.value}{code}: {self.sentence}"]
        if self.cell:
            lines.append(f"    {self.cell}")
        if self.fix:
            lines.append(f"  {self.fix}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet, each with its own number there, blank ones left out."""

    file: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    problems: tuple[Problem, ...] = ()
    """What the file's own form says, such as a cell that holds a formula."""


class SheetError(Exception):
    """The whole sheet cannot be read; the sentence and the fix are for its author."""

    def __init__(self, sentence: str, fix: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fix = fix


def guarded_text(text: str) -> str:
    """The text as a cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if _STARTS_FORMULA.match(text) else text


def plain_text(cell: str) -> str:
    """What a cell says: the reverse of `guarded_text`, with plain line ends."""
    if cell.startswith("'") and _STARTS_FORMULA.match(cell):
        cell = cell[1:]
    return cell.replace("\r\n", "\n").replace("\r", "\n")
