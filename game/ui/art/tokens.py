"""Seats as people see them: a shape with a letter, never a colour alone; and the die."""

from dataclasses import dataclass
from functools import lru_cache

from game.ui.art.svg import around, document, path, polygon
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Sketch, Words
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Role
from game.ui.kit.tones import CARD, INK, ON_INK, Colour, hex_of

SHAPES = ("circle", "square", "triangle", "diamond", "pentagon", "hexagon", "star", "shield")


def outline(shape: str, c: float, r: float) -> str:
    """Path data of a seat's shape, of about equal weight to the eye, round the middle (c, c)."""
    match shape:
        case "square":
            s = r * 0.86
            return polygon([(c - s, c - s), (c + s, c - s), (c + s, c + s), (c - s, c + s)])
        case "triangle":
            return polygon([(x, y + r * 0.16) for x, y in around(c, c, r * 1.16, 3)])
        case "diamond":
            return polygon(around(c, c, r * 1.12, 4))
        case "pentagon":
            return polygon(around(c, c + r * 0.04, r * 1.04, 5))
        case "hexagon":
            return polygon(around(c, c, r * 1.02, 6))
        case "star":
            outer, inner = around(c, c, r * 1.22, 6), around(c, c, r * 0.86, 6, -60)
            return polygon([p for pair in zip(outer, inner, strict=True) for p in pair])
        case "shield":
            s = r * 0.9
            return (
                f"M{c - s:.2f} {c - s:.2f}H{c + s:.2f}V{c + s * 0.1:.2f}"
                f"C{c + s:.2f} {c + s * 0.8:.2f} {c + s * 0.4:.2f} {c + s * 1.15:.2f} "
                f"{c:.2f} {c + s * 1.3:.2f}C{c - s * 0.4:.2f} {c + s * 1.15:.2f} "
                f"{c - s:.2f} {c + s * 0.8:.2f} {c - s:.2f} {c + s * 0.1:.2f}Z"
            )
        case _:
            return (
                f"M{c - r:.2f} {c:.2f}A{r:.2f} {r:.2f} 0 1 1 {c + r:.2f} {c:.2f}"
                f"A{r:.2f} {r:.2f} 0 1 1 {c - r:.2f} {c:.2f}Z"
            )


@lru_cache(maxsize=256)
def token_svg(shape: str, side: int, fill: Colour, edge: Colour | None) -> str:
    """A seat's shape; *edge* is a line round it that lifts it off a busy ground."""
    rim = side * 0.075 if edge is not None else 0.0
    r = side * 0.4 - rim / 2
    c = side / 2
    drop = -side * 0.05 if shape == "shield" else 0.0
    d = outline(shape, c, r)
    if drop:
        d = outline(shape, c, r * 0.92)
    return document(side, side, path(d, hex_of(fill), edge, rim))


def paint_token(
    rect: Rect, pen: Pen, shape: str, letter: str, width: int, *, rim: bool = False
) -> None:
    """Draw a seat's mark; *width* is how far its letter runs at this size."""
    side = rect.w
    edge = pen.colour(CARD) if rim else None
    pen.ops.append(Sketch(rect, token_svg(shape, side, pen.colour(INK), edge)))
    size = letter_size(side, shape)
    down = side * (0.56 if shape == "triangle" else 0.5)
    x, y = rect.x + (side - width) // 2, rect.y + round(down - size * 0.62)
    bounds = Rect(x, y, width, round(size * 1.3))
    pen.ops.append(Words(bounds, letter, "Bold", size, pen.colour(ON_INK)))


def letter_size(side: int, shape: str) -> int:
    return max(8, round(side * (0.34 if shape in {"triangle", "star", "shield"} else 0.42)))


@dataclass(frozen=True, slots=True)
class Token:
    """A seat's mark as a widget."""

    shape: str
    letter: str
    size: float = 62
    rim: bool = False

    def measure(self, lay: Layout, width: int) -> Size:
        side = min(width, lay.px(self.size * min(lay.text, 1.5)))
        return Size(side, side)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        side = self.measure(lay, rect.w).w
        box = Rect(rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2, side, side)
        width = lay.fonts.width(self.letter, "Bold", letter_size(side, self.shape))
        return Placed(self, box, data=width, role=Role("image", f"{self.shape} {self.letter}"))

    def paint(self, placed: Placed, pen: Pen) -> None:
        paint_token(placed.rect, pen, self.shape, self.letter, placed.data, rim=self.rim)


_PIPS = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, -1), (-1, 1), (1, 1)),
    5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)),
    6: ((-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)),
}


@dataclass(frozen=True, slots=True)
class Die(Painting):
    """The die; while it rolls (`rolling` from 0 to 1) it tumbles through other faces."""

    value: int
    rolling: float = 1.0
    label: str = "The die"
    aspect: float = 1.0

    def paint(self, placed: Placed, pen: Pen) -> None:
        value, turn, keep = self.value, 7.0, True
        if self.rolling < 1:
            value = (self.value + round((1 - self.rolling) * 17)) % 6 + 1
            turn, keep = 7 + 400 * (1 - self.rolling), False
        rect = placed.rect
        svg = die_svg(value, rect.w, turn, pen.colour(CARD), pen.colour(INK))
        pen.ops.append(Sketch(rect, svg, keep=keep))


@lru_cache(maxsize=64)
def die_svg(value: int, side: int, turn: float, fill: Colour, ink: Colour) -> str:
    pips = "".join(
        f'<circle cx="{50 + 20 * x}" cy="{50 + 20 * y}" r="8.5" fill="{hex_of(ink)}"/>'
        for x, y in _PIPS.get(value, ())
    )
    body = (
        f'<g transform="rotate({turn:.1f} 50 50)"><rect x="12" y="12" width="76" height="76" '
        f'rx="17" fill="{hex_of(fill)}" stroke="{hex_of(ink)}" stroke-width="4.5"/>{pips}</g>'
    )
    return document(side, side, body, view=(100, 100))
