"""A ring that empties: the soft timer."""

from game.ui.kit.drawing import Dial as DialOp
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Role
from game.ui.kit.tones import INK, SAND, Tone
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Dial:
    """`share` of the ring, 0 to 1, is still full; an empty one may glow."""

    share: float
    size: float = 64
    tone: Tone = INK
    track: Tone = SAND
    glow: Tone | None = None
    label: str = ""

    def measure(self, lay: Layout, width: int) -> Size:
        side = min(width, lay.px(self.size))
        return Size(side, side)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        side = min(lay.px(self.size), rect.w)
        x, y = rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2
        return Placed(self, Rect(x, y, side, side), role=Role("timer", self.label))

    def paint(self, placed: Placed, pen: Pen) -> None:
        glow = None if self.glow is None else pen.colour(self.glow)
        width = max(3, placed.rect.w // 8)
        pen.ops.append(
            DialOp(
                placed.rect,
                self.share,
                pen.colour(self.tone),
                pen.colour(self.track),
                width,
                glow,
            )
        )
