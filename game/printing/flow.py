"""Type in lines: breaking words to a width, and paragraphs that know how tall they are."""

from collections.abc import Iterable, Sequence

from game.art.tones import Colour
from game.printing.page import Mark, Words
from game.printing.typeface import REGULAR, Type
from game.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set; `leading` is the distance of lines in parts of the size."""

    size: float
    face: str = REGULAR
    colour: Colour = (20, 33, 61)
    leading: float = 1.3

    @property
    def line(self) -> float:
        return self.size * self.leading

    def at(self, size: float, leading: float | None = None) -> "Style":
        return replace(self, size=size, leading=self.leading if leading is None else leading)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style within a paragraph."""

    text: str
    style: Style


_NOTHING = Style(1.0)

Line = tuple[tuple[float, str, Style], ...]
"""Pieces of one line: how far in, what, and how."""


def broken(type_: Type, runs: Iterable[Run], width: float) -> list[Line]:
    """The runs in lines of at most *width*; a word too long for a line is cut, never lost."""
    lines: list[Line] = []
    line: list[tuple[float, str, Style]] = []
    # The words of one style on this line, and where they begin; joined when the piece ends.
    held: list[str] = []
    start = x = 0.0
    room = width + 0.01
    before = _NOTHING
    for run in runs:
        style = run.style
        size, face = style.size, type_.faces[style.face]
        space = face.width(" ", size)
        if held:
            line.append((start, " ".join(held), before))
            held = []
        before = style
        for word, unit in face.measured(run.text):
            wide = unit * size
            parts = _cut(type_, word, style, width) if wide > room else ((word, wide),)
            for part, wide_part in parts:
                gap = space if held or line else 0.0
                if gap and x + gap + wide_part > room:
                    if held:
                        line.append((start, " ".join(held), style))
                    lines.append(tuple(line))
                    line, held, x, gap = [], [], 0.0, 0.0
                if not held:
                    start = x + gap
                held.append(part)
                x += gap + wide_part
    if held:
        line.append((start, " ".join(held), before))
    if line:
        lines.append(tuple(line))
    return lines


def _cut(type_: Type, word: str, style: Style, width: float) -> tuple[tuple[str, float], ...]:
    """A word too long for a line, in pieces that are not."""
    parts = []
    rest = word
    while rest:
        cut = len(rest)
        while cut > 1 and type_.width(rest[:cut], style.face, style.size) > width:
            cut -= 1
        parts.append((rest[:cut], type_.width(rest[:cut], style.face, style.size)))
        rest = rest[cut:]
    return tuple(parts)


def set_line(line: Line, x: float, y: float) -> list[Mark]:
    """One line's marks; *y* is its top."""
    tallest = max(style.size for _, _, style in line)
    drop = max(style.line for _, _, style in line)
    # The line's room stands half above and half below its letters.
    base = y + (drop - tallest) / 2 + tallest * 0.80
    return [
        Words(x + at, base, text, style.face, style.size, style.colour) for at, text, style in line
    ]


def height(lines: Sequence[Line]) -> float:
    return sum(line_height(line) for line in lines)


def line_height(line: Line) -> float:
    return max(style.line for _, _, style in line)


def set_lines(
    lines: Sequence[Line],
    x: float,
    y: float,
    *,
    width: float = 0.0,
    align: float = 0.0,
    type_: Type | None = None,
) -> list[Mark]:
    """All lines from *y* down; with *align* (0.5 middle, 1 right) they stand so in *width*."""
    marks: list[Mark] = []
    for line in lines:
        start = x
        if align and type_ is not None:
            start += (width - line_width(type_, line)) * align
        marks.extend(set_line(line, start, y))
        y += line_height(line)
    return marks


def line_width(type_: Type, line: Line) -> float:
    at, text, style = line[-1]
    return at + type_.width(text, style.face, style.size)
