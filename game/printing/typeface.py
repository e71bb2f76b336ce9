"""
The typeface as print measures it: how wide each letter runs, read from the font files themselves.

So a page can be laid out, and a card judged, without the library that draws PDF.
"""

import struct
from functools import lru_cache
from pathlib import Path

FAMILY = "AtkinsonHyperlegibleNext"
REGULAR, SEMIBOLD, BOLD, HEAVY = "Regular", "SemiBold", "Bold", "ExtraBold"
FACES = (REGULAR, SEMIBOLD, BOLD, HEAVY)

# The face draws Greek mu but not the micro sign; to a reader they are one letter.
_LOOK_ALIKES = {0xB5: 0x3BC, 0x2011: 0x2D, 0x202F: 0x20, 0xA0: 0x20, 0x2212: 0x2013}


def drawable(text: str) -> str:
    """The text in letters that the typeface has, where a look-alike can stand in."""
    return text if text.isascii() else text.translate(_LOOK_ALIKES)


class Face:
    """One weight of the typeface."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        tables = _tables(data)
        units: int = struct.unpack_from(">H", data, tables["head"] + 18)[0]
        long: int = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
        hmtx = tables["hmtx"]
        self.x_height = struct.unpack_from(">h", data, tables["OS/2"] + 86)[0] / units
        """How tall an x stands, at size 1."""
        advances: list[int] = [struct.unpack_from(">H", data, hmtx + 4 * n)[0] for n in range(long)]
        glyphs = _characters(data, tables["cmap"])
        self._wide = {
            chr(code): advances[min(glyph, long - 1)] / units for code, glyph in glyphs.items()
        }
        self._missing = advances[0] / units
        self._words: dict[str, float] = {}
        self._texts: dict[str, tuple[tuple[str, float], ...]] = {}

    def measured(self, text: str) -> tuple[tuple[str, float], ...]:
        """The words of a text, each with its width at size 1: the same at every size, so kept."""
        known = self._texts.get(text)
        if known is None:
            words = drawable(text).split()
            known = self._texts[text] = tuple((word, self.width(word, 1.0)) for word in words)
        return known

    def width(self, text: str, size: float) -> float:
        """How far the text runs at this size, in points."""
        known = self._words.get(text)
        if known is None:
            wide, missing = self._wide, self._missing
            known = sum(wide.get(each, missing) for each in drawable(text))
            self._words[text] = known
        return known * size

    def has(self, character: str) -> bool:
        return drawable(character) in self._wide


class Type:
    """All the weights."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faces = {name: Face(folder / f"{FAMILY}-{name}.ttf") for name in FACES}

    def width(self, text: str, face: str, size: float) -> float:
        return self.faces[face].width(text, size)


@lru_cache(maxsize=4)
def typeface(assets: Path) -> Type:
    """The typeface among the assets, read once."""
    return Type(assets / "fonts")


def _tables(data: bytes) -> dict[str, int]:
    count: int = struct.unpack_from(">H", data, 4)[0]
    found = {}
    for n in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * n)
        found[tag.decode("latin-1")] = offset
    return found


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    """Which glyph draws which character, from the table for the first 65,536 of them."""
    count: int = struct.unpack_from(">H", data, cmap + 2)[0]
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * n)
        at = cmap + offset
        if (platform, encoding) in {(3, 1), (0, 3)} and data[at : at + 2] == b"\0\4":
            return _segments(data, at)
    raise ValueError("the font has no table of characters that can be read")


def _segments(data: bytes, at: int) -> dict[int, int]:
    doubled: int = struct.unpack_from(">H", data, at + 6)[0]
    ends, starts = at + 14, at + 16 + doubled
    deltas, offsets = starts + doubled, starts + 2 * doubled
    found = {}
    for n in range(0, doubled, 2):
        first: int = struct.unpack_from(">H", data, starts + n)[0]
        last: int = struct.unpack_from(">H", data, ends + n)[0]
        delta: int = struct.unpack_from(">H", data, deltas + n)[0]
        offset: int = struct.unpack_from(">H", data, offsets + n)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                where = offsets + n + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", data, where)[0]
                if not glyph:
                    continue
            found[code] = (glyph + delta) & 0xFFFF
    return found
