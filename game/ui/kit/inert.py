"""Something to look at only: what could be pressed or typed into in it does nothing and has no focus."""

from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Widget
from game.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Inert:
    """Draws its child as it is, without its controls."""

    child: Widget

    def measure(self, lay: Layout, width: int) -> Size:
        return lay.size_of(self.child, width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        return Placed(self, rect, (_without_controls(self.child.place(lay, rect)),))

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


def _without_controls(placed: Placed) -> Placed:
    parts = tuple(map(_without_controls, placed.parts))
    if placed.message is None and not placed.takes_text:
        return replace(placed, parts=parts)
    return replace(placed, parts=parts, message=None, takes_text=False, key=None)
