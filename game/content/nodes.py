"""
The small tree that a YAML file becomes: text, lists and groups of fields, each with its place.

Every value is text, exactly as typed; what it means is the decoder's business.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import TypeGuard

from game.tuples import NamedTuple
from game.values import dataclass, field

_COMMON = bytes(range(32, 127)) + b"\t\n"

Text = tuple[str, int, int, str]
"""
A piece of text: what it says, where it starts and ends, and its opening quote.

Places count characters from the top of the file. The quote is empty for plain text, `'` or `"`,
or `|` and `>` for blocks. A bare tuple, because a pack of 1,000 cards has 45,000 of them, and
anything with a name takes two to five times as long to make.
"""


class List(NamedTuple):
    """A list, either with dashes or in square brackets."""

    items: "tuple[Node, ...]"
    start: int
    end: int


class Group(NamedTuple):
    """
    A group of fields in file order, each its name and what it holds.

    A name that is written twice stands here twice.
    """

    entries: "tuple[tuple[Text, Node], ...]"
    start: int
    end: int


Node = Text | List | Group


def is_text(node: Node) -> TypeGuard[Text]:
    """Whether a node is a text; `type(node) is tuple` says the same where every moment counts."""
    return type(node) is tuple


def start_of(node: Node) -> int:
    """Where a node starts, in characters from the top of the file."""
    return node[1]


def end_of(node: Node) -> int:
    """Where a node ends; for what has several lines, in its last."""
    return node[2]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text with its name as people know it; turns offsets into lines and columns."""

    name: str
    text: str
    # Only a problem asks for lines and places, so a good file never pays for these.
    _lines: list[str] = field(init=False, repr=False, compare=False, default_factory=list)
    _starts: list[int] = field(init=False, repr=False, compare=False, default_factory=list)
    _raw: bytes | None = field(init=False, repr=False, compare=False, default=None)
    _uncommon: frozenset[str] | None = field(init=False, repr=False, compare=False, default=None)

    @property
    def lines(self) -> list[str]:
        """The author's own lines."""
        if not self._lines:
            self._lines.extend(self.text.split("\n"))
        return self._lines

    @property
    def raw(self) -> bytes:
        """The text in UTF-8, written once for all who look at it so."""
        if self._raw is None:
            raw = self.text.encode("utf-8", "surrogatepass")
            object.__setattr__(self, "_raw", raw)
            return raw
        return self._raw

    @property
    def uncommon(self) -> frozenset[str]:
        """The characters of the text that are not letters, digits, marks or spaces of ASCII."""
        if self._uncommon is None:
            # Taking all plain letters away leaves only the few others. This is twenty times as
            # fast as looking at each character.
            rest = self.raw.translate(None, _COMMON)
            others = frozenset(rest.decode("utf-8", "surrogatepass"))
            object.__setattr__(self, "_uncommon", others)
            return others
        return self._uncommon

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of *offset*, both counted from 1, columns in characters."""
        starts = self._line_starts()
        row = bisect_right(starts, offset) - 1
        return row + 1, offset - starts[row] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a place; the reverse of `place`."""
        return self._line_starts()[line - 1] + column - 1

    def line(self, number: int) -> str:
        """The author's own line, counted from 1; empty beyond the end of the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _line_starts(self) -> list[int]:
        if not self._starts:
            lengths = accumulate(len(line) + 1 for line in self.lines)
            self._starts.extend((0, *lengths))
            self._starts.pop()
        return self._starts


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file's text turned into."""

    source: SourceText
    root: Group | None
    """Missing when the file holds no group of sections at all."""
    lost: frozenset[str] = frozenset()
    """Names of items that were left out because they could not be read."""
    damaged: bool = False
    """Whether anything was left out."""
