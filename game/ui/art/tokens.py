"""Seats as people see them: a shape with a letter, never a colour alone; and the die."""

from game.art.tokens import die_svg, letter_size, token_svg
from game.tongue import N_, _
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Sketch, Words
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Role
from game.ui.kit.tones import CARD, INK, ON_INK
from game.values import dataclass


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
        return Placed(self, box, data=width, role=Role("image", f"{_(self.shape)} {self.letter}"))

    def paint(self, placed: Placed, pen: Pen) -> None:
        paint_token(placed.rect, pen, self.shape, self.letter, placed.data, rim=self.rim)


FACES = 3
"""How many others a rolling die shows before its own."""


@dataclass(frozen=True, slots=True)
class Die(Painting):
    """The die; while it rolls (`rolling` from 0 to 1) it tumbles through other faces."""

    usual = N_("The die")

    value: int
    rolling: float = 1.0
    label: str | None = None
    aspect: float = 1.0

    def paint(self, placed: Placed, pen: Pen) -> None:
        value, turn, keep = self.value, 7.0, True
        if self.rolling < 1:
            # A few faces and half a turn: more of either, so fast, would flash.
            value = (self.value - 1 + round((1 - self.rolling) * FACES)) % 6 + 1
            turn, keep = 7 + 180 * (1 - self.rolling), False
        rect = placed.rect
        svg = die_svg(value, rect.w, turn, pen.colour(CARD), pen.colour(INK))
        pen.ops.append(Sketch(rect, svg, keep=keep))
