"""Leaving out the one card that cannot be read, so that the others of the file still can."""

import re
from collections.abc import Collection

from game.content.nodes import SourceText

# Kept as text: Python compiles each when a fault first asks for it, and most files have none.
_NAME = r"^\s*([\w-]+)\s*:"
_ITEM_ID = r"""^\s*(?:- +)?id: *["']?([^"'#\s]+)"""
_ENTRY_NAME = r"""^\s*["']?([^:"']+?)["']?\s*:"""


class Repair:
    """
    A file's lines, in which broken items are replaced by spaces, one after another.

    Spaces, because every later place keeps its line, column and offset.
    """

    def __init__(self, source: SourceText, sections: Collection[str]) -> None:
        self._source = source
        self._sections = sections
        # A good file never needs these.
        self._lines: list[str] = []
        self._starts: list[int] = []
        self.lost: set[str] = set()
        self.left_out: set[int] = set()

    @property
    def text(self) -> str:
        return "\n".join(self._lines)

    def leave_out(self, line: int) -> bool:
        """
        Leave out the item that holds *line*, or its whole section where there is no item.

        False when nothing more can be left out, so that the file has to be given up.
        """
        if not self._lines:
            self._lines = list(self._source.lines)
            self._starts = self._section_starts(self._sections)
        row = min(line, len(self._lines)) - 1
        return self._blank(*self._item(row)) or self._blank(*self._section(row))

    def _blank(self, first: int, end: int) -> bool:
        chunk = self._lines[first:end]
        if not any(each.strip() for each in chunk):
            return False
        for each in chunk:
            if name := re.match(_ITEM_ID, each):
                self.lost.add(name[1])
        if name := re.match(_ENTRY_NAME, chunk[0]):
            self.lost.add(name[1].strip())
        self._lines[first:end] = [" " * len(each) for each in chunk]
        self.left_out.update(range(first + 1, end + 1))
        return True

    def _section_starts(self, sections: Collection[str]) -> list[int]:
        rows = [row for row, line in enumerate(self._lines) if line[:1] not in ("", " ", "#", "-")]
        known = [
            row
            for row in rows
            if (name := re.match(_NAME, self._lines[row])) and name[1] in sections
        ]
        return known or rows

    def _section(self, row: int) -> tuple[int, int]:
        first = max((start for start in self._starts if start <= row), default=0)
        end = min((start for start in self._starts if start > row), default=len(self._lines))
        return first, end

    def _item(self, row: int) -> tuple[int, int]:
        first, end = self._section(row)
        inside = [each for each in range(first + 1, end) if _speaks(self._lines[each])]
        if not inside or row == first:
            return first, first
        starts = self._item_starts(inside)
        start = max((each for each in starts if each <= row), default=first + 1)
        if start == starts[0] > inside[0]:
            # What stands above the first item belongs to none, and puts it out of line.
            start = row = first + 1
        return start, min((each for each in starts if each > row), default=end)

    def _item_starts(self, inside: list[int]) -> list[int]:
        """The rows at which items begin: dashes as far left as the first, or else names."""
        indent = _indent(self._lines[inside[0]])
        dashed = [each for each in inside if self._lines[each].lstrip().startswith("-")]
        first_dash = next((each for each in dashed if _indent(self._lines[each]) <= indent), None)
        if first_dash is None:
            return [each for each in inside if _indent(self._lines[each]) == indent]
        indent = _indent(self._lines[first_dash])
        return [each for each in dashed if _indent(self._lines[each]) == indent]


def _speaks(line: str) -> bool:
    text = line.strip()
    return bool(text) and not text.startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
