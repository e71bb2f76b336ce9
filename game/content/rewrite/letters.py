"""A file's bytes as text and back: the same letters, mark at the start and line ends as before."""

import codecs
from bisect import bisect_right

from game.content.encoding import kind_of_letters
from game.content.rewrite.layout import Splice
from game.values import dataclass

_MARKS = {
    "utf-8-sig": ("utf-8", codecs.BOM_UTF8),
    "utf-16": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be-marked": ("utf-16-be", codecs.BOM_UTF16_BE),
}


@dataclass(frozen=True, slots=True)
class Letters:
    """How a file is written down, next to what it says."""

    raw: str
    """The text with its own line ends."""
    kind: str = "utf-8"
    mark: bytes = b""

    @classmethod
    def of(cls, data: bytes) -> "Letters | None":
        """None for bytes that are no text in letters we can write again."""
        kind = kind_of_letters(data)
        if data.startswith(codecs.BOM_UTF16_BE):
            kind = "utf-16-be-marked"
        coder, mark = _MARKS.get(kind, (kind, b""))
        try:
            return cls(data[len(mark) :].decode(coder), coder, mark)
        except UnicodeDecodeError:
            return None

    @property
    def text(self) -> str:
        """The text as the reader sees it, with plain line ends."""
        return self.raw.replace("\r\n", "\n").replace("\r", "\n")

    def spliced(self, splices: tuple[Splice, ...]) -> "Letters":
        """The same file after *splices*, whose places count in `text`; every other byte stays."""
        # Only a pair of return and line feed is longer here than it is for the reader.
        pairs: list[int] = []
        at = self.raw.find("\r\n")
        while at >= 0:
            pairs.append(at - len(pairs))
            at = self.raw.find("\r\n", at + 2)
        ending = self.line_end
        parts: list[str] = []
        last = 0
        for each in splices:
            # A splice at a line's end stands before the pair, so places at a pair are not shifted.
            start, end = (
                place + bisect_right(pairs, place - 1) for place in (each.start, each.end)
            )
            parts += (self.raw[last:start], each.text.replace("\n", ending))
            last = end
        return Letters("".join((*parts, self.raw[last:])), self.kind, self.mark)

    @property
    def line_end(self) -> str:
        """The line end that most lines of the file have."""
        pairs = self.raw.count("\r\n")
        plain = self.raw.count("\n") - pairs
        returns = self.raw.count("\r") - pairs
        most = max(pairs, plain, returns)
        return "\n" if most == plain else "\r\n" if most == pairs else "\r"

    def data(self) -> bytes:
        """The bytes to write; letters that the old kind lacks turn the file into UTF-8."""
        try:
            return self.mark + self.raw.encode(self.kind)
        except UnicodeEncodeError:
            return self.raw.encode("utf-8")
