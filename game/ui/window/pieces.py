"""
The pieces of the first picture: how far its words run, its words and its drawings, kept ready for
the next start.

Only pieces are kept, never a picture of the screen: what stands where is laid out anew each time, and
a piece that is not among those kept is measured or drawn as ever. They are told apart by all that they
were made from (a drawing by its whole SVG text), and given up together when the program, the faces or
the libraries that draw have changed. Nothing in the file can do more than look wrong.
"""

import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pygame

from game import __version__
from game.content.kept import signs
from game.ui.kit.tones import Colour
from game.values import dataclass, field

_HEAD = b"MaP has drawn 1 "
_MOST_HEAD = 64
MOST_BYTES = 48_000_000
"""A title page at 3840 by 2160 needs a third of it."""

Type = tuple[str, int]
"""A face and a size."""
Drawing = tuple[str, int, int]
"""An SVG text, and the width and height it is drawn at."""


@dataclass(slots=True, eq=False)
class Pieces:
    """What measuring and drawing gave; empty where nothing is kept."""

    widths: dict[Type, dict[str, int]] = field(default_factory=dict)
    lines: dict[Type, int] = field(default_factory=dict)
    words: dict[tuple[str, int, Colour], dict[str, pygame.Surface]] = field(default_factory=dict)
    drawings: dict[Drawing, pygame.Surface] = field(default_factory=dict)


def recall(file: Path, assets: Path) -> Pieces:
    """What was kept, as far as it still holds; a window must be open."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return Pieces()
        return _recalled(file.read_bytes(), assets)
    # Whatever is wrong with the file, everything in it can be drawn again.
    except (OSError, ValueError, TypeError, LookupError, RecursionError, pygame.error):
        return Pieces()


def keep(file: Path, assets: Path, pieces: Pieces) -> None:
    """Keep the pieces, where they are not too large and the file can be written."""
    from game.files.writing import NotWritten, write_atomically  # noqa: PLC0415 - at the end of a run

    written = _written(pieces, assets)
    if len(written) <= MOST_BYTES:
        with suppress(NotWritten, OSError):
            write_atomically(file, written)


def _key(assets: Path) -> list[Any]:
    """What a piece follows from, besides what it is told apart by."""
    drawing = [__version__, pygame.version.ver, *pygame.get_sdl_version()]
    # The faces, and the files of this program that measure and draw.
    return [drawing, *signs(assets / "fonts", ".ttf"), *signs(Path(__file__).parent, ".py")]


def _written(pieces: Pieces, assets: Path) -> bytes:
    """
    A line with a length and a checksum, a table in JSON of that length and sum, and the pixels.

    Of the pixels only the number is checked: one that is wrong is seen, and does no harm.
    """
    import json  # noqa: PLC0415 - as in `_recalled`

    pixels: list[bytes] = []

    def told(surface: pygame.Surface) -> tuple[int, int]:
        pixels.append(pygame.image.tobytes(surface, "BGRA"))
        return surface.get_size()

    table = [
        _key(assets),
        [[*key, widths] for key, widths in pieces.widths.items()],
        [[*key, high] for key, high in pieces.lines.items()],
        [
            [*key, [[text, *told(each)] for text, each in words.items() if all(each.get_size())]]
            for key, words in pieces.words.items()
        ],
        [[*key, *told(each)] for key, each in pieces.drawings.items()],
    ]
    text = json.dumps(table, separators=(",", ":")).encode()
    return b"%s%d %08x\n%s" % (_HEAD, len(text), zlib.crc32(text), b"".join((text, *pixels)))


def _recalled(data: bytes, assets: Path) -> Pieces:
    import json  # noqa: PLC0415 - where nothing is kept, a start does without it

    begin = data.index(b"\n", 0, _MOST_HEAD) + 1
    length, total = data[:begin].removeprefix(_HEAD).split()
    end = begin + int(length)
    text = data[begin:end]
    if int(total, 16) != zlib.crc32(text):
        raise ValueError("damaged")
    key, widths, lines, words, drawings = json.loads(text)
    if key != _key(assets):
        raise ValueError("made by another program")
    left = memoryview(data)[end:]

    def surface(w: int, h: int) -> pygame.Surface:
        nonlocal left
        pixels, left = left[: 4 * w * h], left[4 * w * h :]
        # It lies in the bytes of the file, and needs no others: nearly all windows are drawn in this order.
        return pygame.image.frombuffer(pixels, (w, h), "BGRA")

    return Pieces(
        {(face, size): known for face, size, known in widths},
        {(face, size): high for face, size, high in lines},
        {
            (face, size, (r, g, b)): {text: surface(w, h) for text, w, h in each}
            for face, size, (r, g, b), each in words
        },
        {(svg, w, h): surface(*size) for svg, w, h, *size in drawings},
    )
