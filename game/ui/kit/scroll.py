"""A region that shows part of something taller, and says so where more waits below or above."""

from game.tongue import _
from game.tuples import NamedTuple
from game.ui.kit.boxes import paint_box
from game.ui.kit.drawing import Icon
from game.ui.kit.focus import paint_focus
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Role, Widget
from game.ui.kit.tones import INK, ON_INK
from game.values import dataclass

MARK = 50
"""The width of the round marks, in logical units."""


class Scrolled(NamedTuple):
    """How far a region has moved, and how far it could."""

    at: int
    most: int


class ScrollBy(NamedTuple):
    """Pressing a region's mark asks to move it by so many pixels."""

    region: str
    pixels: int


@dataclass(frozen=True, slots=True)
class Scroll:
    """
    A child that may be taller than its room.

    A round mark with an arrow stands at the lower edge: on to what waits below, and at the end back
    to the top. The child gets a little room at the sides, so that shadows and focus rings are not cut.
    """

    child: Widget
    key: str
    margin: float = 16

    def measure(self, lay: Layout, width: int) -> Size:
        margin = lay.px(self.margin)
        size = lay.size_of(self.child, width)
        return Size(size.w, size.h + 2 * margin if self.margin else size.h)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        margin = lay.px(self.margin)
        wanted = lay.size_of(self.child, rect.w).h
        # What just fits needs no margin at its end, and must not scroll for the margin's sake.
        most = wanted + margin - rect.h if wanted > rect.h else 0
        at = min(most, max(0, lay.scroll_of(self.key)))
        inner = Rect(rect.x, rect.y - at, rect.w, max(wanted, rect.h) if not most else wanted)
        parts = [lay.put(self.child, inner)]
        # At its beginning it stands level with what is beside it, and rings may pass the edge there.
        over = 0 if at else margin
        clip = Rect(rect.x - margin, rect.y - over, rect.w + 2 * margin, rect.h + over)
        if not most:
            # Nothing is hidden, so shadows and rings may pass the edge.
            return Placed(self, rect, tuple(parts), data=Scrolled(0, 0), key=self.key)
        # The marks stand at the very edge, over a panel's padding rather than over its words.
        side = lay.px(MARK)
        left = rect.right + margin - side
        step = max(side, rect.h - 3 * side)
        if at > 0:
            mark = Rect(left, rect.y + lay.px(8), side, side)
            parts.append(
                Placed(
                    _More("chevron-up"),
                    mark,
                    key=f"{self.key} back",
                    message=ScrollBy(self.key, -step),
                    role=Role("button", _("More above")),
                    by_pointer=True,
                )
            )
        # The lower mark is always there, so that whoever goes by Tab alone finds the same stops on
        # every round, and by pressing it again and again reads everything.
        on = at < most
        parts.append(
            Placed(
                _More("chevron-down" if on else "arrow-up"),
                Rect(left, rect.bottom - side - lay.px(8), side, side),
                key=f"{self.key} more",
                message=ScrollBy(self.key, step if on else -most),
                role=Role("button", _("More below") if on else _("Back to the top")),
            )
        )
        return Placed(self, rect, tuple(parts), data=Scrolled(at, most), key=self.key, clip=clip)

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


@dataclass(frozen=True, slots=True)
class _More:
    """The round mark that says more waits."""

    icon: str

    def measure(self, lay: Layout, width: int) -> Size:
        del width
        return Size(lay.px(MARK), lay.px(MARK))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        del lay
        return Placed(self, rect)

    def paint(self, placed: Placed, pen: Pen) -> None:
        paint_box(placed.rect, pen, INK, radius=MARK / 2)
        pen.ops.append(Icon(placed.rect.inset(placed.rect.w // 5), self.icon, pen.colour(ON_INK)))
        paint_focus(placed, pen, MARK / 2)
