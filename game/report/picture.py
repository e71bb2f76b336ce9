"""
A picture of vector art with words in it: drawn into a page as SVG, and onto paper from its parts.

Every picture has a name for those who do not see it, and stands beside a table that says the same.
"""

from functools import lru_cache
from html import escape
from pathlib import Path

from game.art.palettes import PALETTES
from game.art.tones import INK, Tone, hex_of
from game.values import dataclass

PALETTE = PALETTES["paper"]
"""What a page is drawn in, on screen and on paper."""

REGULAR, SEMIBOLD, BOLD = "Regular", "SemiBold", "Bold"
_WEIGHTS = {REGULAR: 400, SEMIBOLD: 700, BOLD: 700}
# How wide a letter is at most on average, as a share of the type size: enough to keep lines apart.
_LETTER = 0.54


def colour(tone: Tone) -> str:
    """The tone as SVG and style sheets write it."""
    return hex_of(PALETTE[tone])


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words, by the end, the middle or the start of its baseline."""

    x: float
    y: float
    text: str
    size: float = 16
    face: str = REGULAR
    tone: Tone = INK
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Picture:
    """Art in its own units, and the words upon it."""

    w: float
    h: float
    art: str
    labels: tuple[Label, ...]
    name: str

    def svg(self) -> str:
        """The whole picture, for a page."""
        words = "".join(_text(each) for each in self.labels)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.w:g} {self.h:g}" '
            f'role="img" aria-label="{escape(self.name)}">{self.art}{words}</svg>'
        )

    def bare(self) -> str:
        """The art alone, for whoever sets the words in type."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.w:g}" height="{self.h:g}" '
            f'viewBox="0 0 {self.w:g} {self.h:g}">{self.art}</svg>'
        )


def _text(label: Label) -> str:
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" font-size="{label.size:g}" '
        f'font-weight="{_WEIGHTS[label.face]}" fill="{colour(label.tone)}"{anchor}>'
        f"{escape(label.text)}</text>"
    )


class Icons:
    """The icons of the game, to be set into art."""

    def __init__(self, assets: Path) -> None:
        self._folder = assets / "icons"

    def at(self, name: str, x: float, y: float, side: float, tone: Tone) -> str:
        """The icon with its top left corner at (x, y)."""
        return (
            f'<g transform="translate({x:.2f} {y:.2f}) scale({side / 24:.4f})" fill="none" '
            f'stroke="{colour(tone)}" stroke-width="2" stroke-linecap="round" '
            f'stroke-linejoin="round">{_inside(self._folder / f"{name}.svg", colour(tone))}</g>'
        )

    def alone(self, name: str, tone: Tone, side: int = 24) -> str:
        """The icon as a small drawing by itself; the words beside it say what it means."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" '
            f'viewBox="0 0 24 24" aria-hidden="true">{self.at(name, 0, 0, 24, tone)}</svg>'
        )


@lru_cache(maxsize=128)
def _inside(path: Path, tone: str) -> str:
    text = path.read_text(encoding="utf-8")
    _, _, body = text.partition(">")
    return body.rpartition("</svg>")[0].replace("currentColor", tone).replace("\n", "")


def dot(x: float, y: float, r: float, fill: str, line: str, width: float) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r:g}" fill="{fill}" stroke="{line}" '
        f'stroke-width="{width:g}"/>'
    )


def bar(x: float, y: float, w: float, h: float, fill: str, *, r: float = 0, line: str = "") -> str:
    edge = f' stroke="{line}" stroke-width="1.5"' if line else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{r:g}" '
        f'fill="{fill}"{edge}/>'
    )


def stroke(points: list[tuple[float, float]], line: str, width: float) -> str:
    d = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return (
        f'<path d="{d}" fill="none" stroke="{line}" stroke-width="{width:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def fitted(text: str, size: float, width: float) -> tuple[str, ...]:
    """The text in lines that fit the width, at words' ends, by a careful estimate."""
    most = max(8, int(width / (size * _LETTER)))
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)
