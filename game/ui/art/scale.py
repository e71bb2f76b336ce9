"""The scale between mind and body: a mirror of where plans put their weight, never a score."""

from game.art.palettes import BODY_PALE, BODY_TONE, MIND, MIND_PALE
from game.art.scale import marker_svg
from game.tongue import N_
from game.ui.kit.boxes import paint_box
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Sketch
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Role
from game.ui.kit.tones import INK
from game.values import dataclass

TALLEST = 56


@dataclass(frozen=True, slots=True)
class ScaleBar(Painting):
    """
    The scale so far. `mind` and `body` are how much of each half is filled, 0 to 1.

    `lean` is where the marker stands, -1 (all mind) to 1 (all body).
    """

    usual = N_("The scale between mind and body")

    mind: float
    body: float
    lean: float
    label: str | None = None
    aspect: float = 9.2

    def measure(self, lay: Layout, width: int) -> Size:
        return Size(width, min(round(width / self.aspect), lay.px(TALLEST)))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        # As wide as it is given: a long bar is a bar still.
        tall = min(rect.h, self.measure(lay, rect.w).h)
        box = Rect(rect.x, rect.y + (rect.h - tall) // 2, rect.w, tall)
        return Placed(self, box, role=Role("image", self.told))

    def paint(self, placed: Placed, pen: Pen) -> None:
        x, y, w, h = placed.rect
        bar, gap = round(h * 0.5), max(2, pen.px(10))
        half = (w - gap) // 2
        for n, (share, tone, pale) in enumerate(
            ((self.mind, MIND, MIND_PALE), (self.body, BODY_TONE, BODY_PALE))
        ):
            left = x + n * (half + gap)
            paint_box(Rect(left, y, half, bar), pen, pale, radius=20)
            long = round(half * min(1.0, share))
            if long >= bar // 2:
                start = left + half - long if n == 0 else left
                paint_box(Rect(start, y, max(long, bar), bar), pen, tone, radius=20)
        side = round(h * 0.46)
        at = x + round((w - side) * (self.lean + 1) / 2)
        mark = Rect(at, y + h - side, side, side)
        pen.ops.append(Sketch(mark, marker_svg(side, pen.colour(INK))))
