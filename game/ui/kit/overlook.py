"""A picture that is seen whole, in a region that scrolls on to what stands below it."""

from game.ui.kit.boxes import Column, Fixed, Grow
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Widget
from game.ui.kit.scroll import Scroll
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Overlook:
    """
    A *picture* as high as what is seen of the region, with what stands before and after it there, and
    below the region a *foot*.

    *ruler* is a foot that comes in its place at other times: where it is the higher one the picture
    leaves room for it, so that it keeps its size from one to the other.
    """

    picture: Widget
    before: tuple[Widget, ...]
    after: tuple[Widget, ...]
    foot: Widget
    ruler: Widget
    key: str
    least: float = 420
    most: float = 660

    def measure(self, lay: Layout, width: int) -> Size:
        return lay.size_of(self._column(self.most), width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        feet = (lay.size_of(each, rect.w).h for each in (self.foot, self.ruler))
        seen = rect.h - max(feet) - lay.px(_GAP)
        high = min(lay.px(self.most), max(lay.px(self.least), seen))
        return Placed(self, rect, (lay.put(self._column(high / lay.scale), rect),))

    def _column(self, high: float) -> Widget:
        parts = (*self.before, Fixed(self.picture, height=high), *self.after)
        region = Scroll(Column(parts, gap=24), key=self.key)
        return Column((Grow(region), self.foot), gap=_GAP)

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


_GAP = 18
