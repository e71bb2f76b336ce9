"""
Text in lines: styles, wrapping, and where each word of a paragraph stands.

The kit measures through `Fonts`, which the window provides; nothing here knows how type is drawn.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from game.script.letters import is_plain
from game.tuples import NamedTuple
from game.ui.kit.tones import INK, Tone
from game.values import dataclass, replace


class Face(StrEnum):
    """A weight of the one typeface."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    HEAVY = "ExtraBold"


class Fonts(Protocol):
    """What layout needs to know of type; sizes and answers are in pixels."""

    def width(self, text: str, face: str, size: int) -> int:
        """How far *text* runs on one line."""

    def line(self, face: str, size: int) -> int:
        """The height of one line of type, from its highest to its lowest mark."""


class Setting(NamedTuple):
    """How far apart the reader wants lines and letters, and in which typeface."""

    lines: float = 1.0
    """A multiple of what is usual; for texts in lines, not for labels and buttons."""
    letters: int = 0
    """Per cent of the type's size between two letters."""
    family: str = ""
    """The usual typeface where empty."""

    def face(self, style: "Style") -> str:
        """The face's name with what is asked of it, as `Fonts` knows it: "Lexend:Regular+8"."""
        spaced = f"{style.face}+{self.letters}" if self.letters else style.face
        return f"{self.family}:{spaced}" if self.family else spaced


SHAPED = "~"
"""At a face's end: room above and below for joined and stacked letters, from left to right."""
FROM_RIGHT = "<"
"""At a face's end: the same, from right to left."""
HANGING = "^"
"""Before one of these: in the hanging hand that Urdu is read in."""


def hanging_reach(face: str, size: int) -> int:
    """How far, at most, letters of the hanging hand reach over on either side of where they stand."""
    return round(size * 0.45) if HANGING in face else 0


class Language(NamedTuple):
    """What the words are in, where that is known, and whether they run from the right."""

    code: str = ""
    from_right: bool = False


READ_IN_LINES = 1.3
"""A leading as large as this is for reading; labels and buttons are set closer."""


class Style(NamedTuple):
    """How words look; `size` in logical units, `leading` as a multiple of the size."""

    size: float
    face: Face = Face.REGULAR
    tone: Tone = INK
    leading: float = 1.4

    @property
    def is_reading(self) -> bool:
        """Whether this is for texts in lines: there the reader's spacing counts."""
        return self.leading >= READ_IN_LINES


class Span(NamedTuple):
    """Words within a text that look different from their neighbours."""

    text: str
    style: Style


class Run(NamedTuple):
    """Words of one style on one line; `x` and `y` count from the paragraph's corner."""

    x: int
    y: int
    w: int
    h: int
    text: str
    face: str
    size: int
    tone: Tone


class Stop(NamedTuple):
    """A place for a caret: the line, how far from its left, and before which letter of the text."""

    row: int
    x: int
    at: int
    far: int
    """The other side of that letter: to its left where it runs from the right."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text broken into lines."""

    runs: tuple[Run, ...]
    w: int
    h: int
    lines: int
    pitch: int
    """From one line to the next."""
    from_right: bool = False
    """Whether its lines begin at the right."""
    stops: tuple[Stop, ...] = ()
    """Where a caret can stand, of a text that is not plain: one place a letter, one at the end."""
    squeezed: bool = False
    """Whether it was set closer or smaller than the reader asked, so that no word is broken."""


def row_of(run: Run, paragraph: Paragraph) -> int:
    """Which line a run stands on, from 0; tall type may begin a little above its line."""
    return (run.y + run.h // 2) // max(1, paragraph.pitch)


def pushed_right(paragraph: Paragraph, width: int) -> Paragraph:
    """The paragraph with every line moved to end at *width*."""
    ends: dict[int, int] = {}
    for run in () if paragraph.stops else paragraph.runs:
        row = row_of(run, paragraph)
        ends[row] = max(ends.get(row, 0), run.x + run.w)
    for each in paragraph.stops:
        ends[each.row] = max(ends.get(each.row, 0), each.x, each.far)
    by = {row: max(0, width - end) for row, end in ends.items()}
    # An empty line has no letter to move; its caret stands at the right.
    moved = tuple(
        each._replace(x=each.x + by.get(each.row, width), far=each.far + by.get(each.row, width))
        for each in paragraph.stops
    )
    runs = tuple(run._replace(x=run.x + by[row_of(run, paragraph)]) for run in paragraph.runs)
    return replace(paragraph, runs=runs, stops=moved, w=max(paragraph.w, width))


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each of the text's own lines."""
    return tuple(tuple(line.split(" ")) for line in text.split("\n"))


def set_text(
    fonts: Fonts,
    spans: tuple[Span, ...],
    sizes: tuple[int, ...],
    width: int,
    setting: Setting = Setting(),  # noqa: B008 - it never changes
    language: Language = Language(),  # noqa: B008 - as above
) -> Paragraph:
    """
    Break *spans* (at *sizes* pixels each) into lines no wider than *width* where words allow.

    A word too long for a line is broken between characters, so nothing ever runs over.
    """
    if not all(is_plain(span.text) for span in spans):
        from game.ui.kit.turning import set_turned  # noqa: PLC0415 - most packs never need it

        return set_turned(fonts, spans, sizes, width, setting, language)
    size = max(sizes)
    leading = max(span.style.leading for span in spans)
    pitch = round(size * leading * (setting.lines if leading >= READ_IN_LINES else 1.0))
    runs: list[Run] = []
    x = row = 0
    widest = 0
    open_run: list[str] = []
    start = 0

    def close(span: Span, px: int, end: int) -> None:
        nonlocal open_run, widest
        if open_run:
            face = setting.face(span.style)
            height = fonts.line(face, px)
            top = row * pitch + (pitch - height) // 2
            run = " ".join(open_run)
            runs.append(Run(start, top, end - start, height, run, face, px, span.style.tone))
            widest = max(widest, end)
        open_run = []

    for span, px in zip(spans, sizes, strict=True):
        face = setting.face(span.style)
        space = fonts.width(" ", face, px)
        start = x
        for number, line in enumerate(words_of(span.text)):
            if number:
                close(span, px, x)
                row += 1
                x = start = 0
            for word in line:
                wide = fonts.width(word, face, px)
                gap = space if open_run else 0
                if x + gap + wide <= width or (x == 0 and wide <= width):
                    x += gap + wide
                    open_run.append(word)
                    continue
                close(span, px, x)
                if x > 0:
                    row += 1
                x = start = 0
                for piece in _pieces(fonts, word, face, px, width, wide):
                    if open_run:
                        close(span, px, x)
                        row += 1
                        start = 0
                    x = fonts.width(piece, face, px)
                    open_run.append(piece)
        close(span, px, x)
    return Paragraph(tuple(runs), widest, (row + 1) * pitch, row + 1, pitch)


LEAST_SHARE = 0.6
"""A label is set no smaller than this share of its size; then rather a word is broken."""


def fit_text(
    fonts: Fonts,
    spans: tuple[Span, ...],
    sizes: tuple[int, ...],
    width: int,
    setting: Setting,
    language: Language = Language(),  # noqa: B008 - as above
) -> Paragraph:
    """
    As `set_text`, but the words of a label or a heading stay whole where that can be had.

    Where one is too long its letters close up first, and then the whole label is set smaller.
    """
    plain = all(is_plain(span.text) for span in spans)
    # Joined and stacked letters run as far as their whole word does; nothing here can tell.
    if not plain or all(span.style.is_reading for span in spans):
        return set_text(fonts, spans, sizes, width, setting, language)
    closer = setting._replace(letters=0)
    longest = _longest(fonts, spans, sizes, setting)
    if longest <= width:
        return set_text(fonts, spans, sizes, width, setting, language)
    least = tuple(round(size * LEAST_SHARE) for size in sizes)
    tried = sizes
    while (longest := _longest(fonts, spans, tried, closer)) > width and tried != least:
        share = min(0.99, width / longest)
        tried = tuple(max(low, int(px * share)) for low, px in zip(least, tried, strict=True))
    return replace(set_text(fonts, spans, tried, width, closer, language), squeezed=True)


def _longest(
    fonts: Fonts, spans: tuple[Span, ...], sizes: tuple[int, ...], setting: Setting
) -> int:
    """How far the longest word runs."""
    return max(
        fonts.width(word, setting.face(span.style), px)
        for span, px in zip(spans, sizes, strict=True)
        for line in words_of(span.text)
        for word in line
    )


def _pieces(fonts: Fonts, word: str, face: str, px: int, width: int, wide: int) -> list[str]:
    """The word whole, or cut between characters where it is wider than a line."""
    if wide <= width:
        return [word]
    pieces: list[str] = []
    piece = ""
    for character in word:
        if piece and fonts.width(piece + character, face, px) > width:
            pieces.append(piece)
            piece = ""
        piece += character
    pieces.append(piece)
    return pieces
