"""Widgets that arrange others: rows, columns, grids, panels, and scrolled regions."""

from game.ui.kit.drawing import Box
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Role, Widget
from game.ui.kit.text import Language
from game.ui.kit.tones import CARD, SHADE, Tone
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Grow:
    """In a row or column: takes its share of what the others leave."""

    child: Widget
    share: float = 1
    least: float = 0
    """For `Fit`: the width it needs at the usual text size; as much as one line where 0."""

    def measure(self, lay: Layout, width: int) -> Size:
        return lay.size_of(self.child, width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        return lay.put(self.child, rect)

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


@dataclass(frozen=True, slots=True)
class Fixed:
    """A child of a set width, height or both, in logical units; `scaled` lets text size stretch it."""

    child: Widget
    width: float | None = None
    height: float | None = None
    scaled: bool = False

    def measure(self, lay: Layout, width: int) -> Size:
        by = lay.text if self.scaled else 1.0
        w = width if self.width is None else min(width, lay.px(self.width * by))
        size = lay.size_of(self.child, w)
        return Size(
            size.w if self.width is None else w,
            size.h if self.height is None else lay.px(self.height * by),
        )

    def place(self, lay: Layout, rect: Rect) -> Placed:
        size = self.measure(lay, rect.w)
        spare = rect.w - size.w if self.width is not None and lay.language.from_right else 0
        return lay.put(
            self.child,
            Rect(
                rect.x + spare,
                rect.y,
                rect.w if self.width is None else size.w,
                rect.h if self.height is None else size.h,
            ),
        )

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


class _Holder:
    """Shared by widgets that draw nothing of their own."""

    __slots__ = ()

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


@dataclass(frozen=True, slots=True)
class Row(_Holder):
    """Children side by side. `align` is their vertical place: 0 top, 0.5 middle, 1 bottom."""

    children: tuple[Widget, ...]
    gap: float = 24
    align: float = 0.5
    stretch: bool = False
    """Whether every child is as tall as the row."""

    def widths(self, lay: Layout, width: int) -> list[int]:
        """What each child gets: those that do not grow as much as they need, the rest shared."""
        children = self.children
        spare = width - lay.px(self.gap) * (len(children) - 1)
        widths, growing = [0] * len(children), []
        for place, child in enumerate(children):
            if type(child) is Grow:
                growing.append((place, child.share))
            else:
                widths[place] = lay.size_of(child, max(0, spare)).w
                spare -= widths[place]
        if not growing:
            return widths
        spare = left = max(0, spare)
        shares = sum(share for _, share in growing)
        for place, share in growing[:-1]:
            widths[place] = round(spare * share / shares)
            left -= widths[place]
        widths[growing[-1][0]] = left
        return widths

    def measure(self, lay: Layout, width: int) -> Size:
        widths = self.widths(lay, width)
        pairs = zip(self.children, widths, strict=True)
        height = max((lay.size_of(child, w).h for child, w in pairs), default=0)
        return Size(sum(widths) + lay.px(self.gap) * max(0, len(widths) - 1), height)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        x, top, wide, tall = rect
        gap, turned = lay.px(self.gap), lay.language.from_right
        parts = []
        for child, w in zip(self.children, self.widths(lay, wide), strict=True):
            h = tall if self.stretch else min(tall, lay.size_of(child, w).h)
            room = Rect(x, top + round((tall - h) * self.align), w, h)
            parts.append(lay.put(child, lay.turned(room, rect) if turned else room))
            x += w + gap
        return Placed(self, rect, tuple(parts))


@dataclass(frozen=True, slots=True)
class Column(_Holder):
    """Children one under another. `align` is their horizontal place; 0 also fills the width."""

    children: tuple[Widget, ...]
    gap: float = 24
    align: float = 0.0

    def measure(self, lay: Layout, width: int) -> Size:
        sizes = [lay.size_of(child, width) for child in self.children]
        gaps = lay.px(self.gap) * max(0, len(sizes) - 1)
        return Size(max((size.w for size in sizes), default=0), sum(s.h for s in sizes) + gaps)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        left, y, wide, tall = rect
        gap, turned = lay.px(self.gap), lay.language.from_right
        heights, shares = [], 0.0
        for child in self.children:
            if type(child) is Grow:
                shares += child.share
                heights.append(0)
            else:
                heights.append(lay.size_of(child, wide).h)
        spare = max(0, tall - sum(heights) - gap * max(0, len(heights) - 1))
        parts = []
        for child, given in zip(self.children, heights, strict=True):
            h = round(spare * child.share / shares) if type(child) is Grow else given
            x, w = left, wide
            if self.align:
                w = min(wide, lay.size_of(child, wide).w)
                x += round((wide - w) * self.align)
            room = Rect(x, y, w, h)
            parts.append(lay.put(child, lay.turned(room, rect) if turned else room))
            y += h + gap
        return Placed(self, rect, tuple(parts))


@dataclass(frozen=True, slots=True)
class Fit(_Holder):
    """The first of several arrangements that is not too wide for the room; else the last."""

    options: tuple[Widget, ...]

    def _chosen(self, lay: Layout, width: int) -> Widget:
        fitting = (each for each in self.options if natural_width(lay, each) <= width)
        return next(fitting, self.options[-1])

    def measure(self, lay: Layout, width: int) -> Size:
        return lay.size_of(self._chosen(lay, width), width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        return Placed(self, rect, (lay.put(self._chosen(lay, rect.w), rect),))


def natural_width(lay: Layout, widget: Widget) -> int:
    """How wide a widget is with every text on one line."""
    match widget:
        case Row(children, gap):
            gaps = lay.px(gap) * max(0, len(children) - 1)
            shares = sum(each.share for each in children if isinstance(each, Grow))
            growing = [
                # What grows gets its share of what the others leave, not what it would need.
                round(natural_width(lay, each) * shares / each.share)
                for each in children
                if isinstance(each, Grow)
            ]
            fixed = [natural_width(lay, each) for each in children if not isinstance(each, Grow)]
            return sum(fixed) + max(growing, default=0) + gaps
        case Column(children):
            return max((natural_width(lay, each) for each in children), default=0)
        case Grow(child, _, least):
            return lay.px(least * lay.text) if least else natural_width(lay, child)
        case _:
            return lay.size_of(widget, 1_000_000).w


@dataclass(frozen=True, slots=True)
class Flow(_Holder):
    """Children side by side, wrapping to further lines as words do."""

    children: tuple[Widget, ...]
    gap: float = 16
    line_gap: float = 16

    def _lines(self, lay: Layout, width: int) -> list[list[tuple[Widget, Size]]]:
        lines: list[list[tuple[Widget, Size]]] = [[]]
        x, gap = 0, lay.px(self.gap)
        for child in self.children:
            size = lay.size_of(child, width)
            if lines[-1] and x + size.w > width:
                lines.append([])
                x = 0
            lines[-1].append((child, size))
            x += size.w + gap
        return lines

    def measure(self, lay: Layout, width: int) -> Size:
        lines = self._lines(lay, width)
        gap = lay.px(self.gap)
        w = max(
            (sum(s.w for _, s in line) + gap * (len(line) - 1) for line in lines if line), default=0
        )
        h = sum(max((s.h for _, s in line), default=0) for line in lines)
        return Size(w, h + lay.px(self.line_gap) * (len(lines) - 1))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        y, gap, parts = rect.y, lay.px(self.gap), []
        for line in self._lines(lay, rect.w):
            x = rect.x
            tall = max((size.h for _, size in line), default=0)
            for child, size in line:
                top = y + (tall - size.h) // 2
                parts.append(lay.put(child, lay.turned(Rect(x, top, size.w, size.h), rect)))
                x += size.w + gap
            y += tall + lay.px(self.line_gap)
        return Placed(self, rect, tuple(parts))


@dataclass(frozen=True, slots=True)
class Grid(_Holder):
    """Children in equal columns, row by row; fewer columns where one would be under `least` units."""

    children: tuple[Widget, ...]
    columns: int = 2
    gap: float = 20
    least: float = 0

    def _count(self, lay: Layout, width: int) -> int:
        least = lay.px(self.least * lay.text)
        count = self.columns
        while count > 1 and (width - lay.px(self.gap) * (count - 1)) // count < least:
            count -= 1
        return count

    def measure(self, lay: Layout, width: int) -> Size:
        return Size(width, self._placed(lay, Rect(0, 0, width, 0))[1])

    def _placed(self, lay: Layout, rect: Rect) -> tuple[list[tuple[Widget, Rect]], int]:
        count, gap = self._count(lay, rect.w), lay.px(self.gap)
        wide = (rect.w - gap * (count - 1)) // count
        y, cells = rect.y, []
        for start in range(0, len(self.children), count):
            row = self.children[start : start + count]
            tall = max(lay.size_of(child, wide).h for child in row)
            for column, child in enumerate(row):
                cells.append((child, Rect(rect.x + column * (wide + gap), y, wide, tall)))
            y += tall + gap
        return cells, max(0, y - gap - rect.y) if self.children else 0

    def place(self, lay: Layout, rect: Rect) -> Placed:
        cells, _ = self._placed(lay, rect)
        parts = tuple(lay.put(child, lay.turned(cell, rect)) for child, cell in cells)
        return Placed(self, rect, parts)


@dataclass(frozen=True, slots=True)
class Pad(_Holder):
    """A child with room round it, in logical units."""

    child: Widget
    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0

    def measure(self, lay: Layout, width: int) -> Size:
        dx, dy = lay.px(self.left) + lay.px(self.right), lay.px(self.top) + lay.px(self.bottom)
        size = lay.size_of(self.child, max(0, width - dx))
        return Size(size.w + dx, size.h + dy)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        left, top = lay.px(self.left), lay.px(self.top)
        inner = Rect(
            rect.x + left,
            rect.y + top,
            max(0, rect.w - left - lay.px(self.right)),
            max(0, rect.h - top - lay.px(self.bottom)),
        )
        return Placed(self, rect, (lay.put(self.child, lay.turned(inner, rect)),))


@dataclass(frozen=True, slots=True)
class Panel:
    """A child upon a rounded sheet, with a soft shadow where `raised`."""

    child: Widget
    fill: Tone | None = CARD
    radius: float = 28
    pad: float = 34
    pad_y: float | None = None
    line: Tone | None = None
    line_width: float = 3
    dash: float = 0
    raised: bool = True
    corners: tuple[bool, bool, bool, bool] = (True, True, True, True)
    key: str | None = None
    role: Role | None = None

    def measure(self, lay: Layout, width: int) -> Size:
        pad = lay.px(self.pad)
        pad_y = pad if self.pad_y is None else lay.px(self.pad_y)
        size = lay.size_of(self.child, max(0, width - 2 * pad))
        return Size(size.w + 2 * pad, size.h + 2 * pad_y)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        pad = lay.px(self.pad)
        pad_y = pad if self.pad_y is None else lay.px(self.pad_y)
        inner = Rect(
            rect.x + pad, rect.y + pad_y, max(0, rect.w - 2 * pad), max(0, rect.h - 2 * pad_y)
        )
        return Placed(self, rect, (lay.put(self.child, inner),), key=self.key, role=self.role)

    def paint(self, placed: Placed, pen: Pen) -> None:
        shadow = pen.px(14) if self.raised and not pen.palette.plain else 0
        line = pen.colour(self.line) if self.line is not None else None
        sheet = self.raised or self.fill != CARD
        if line is None and pen.palette.plain and self.fill is not None and sheet:
            # Without shadows a sheet needs an edge to be seen at all.
            line = pen.colour(pen.palette.text_on(self.fill))
        paint_box(
            placed.rect,
            pen,
            None if self.fill is None else self.fill,
            radius=self.radius,
            line=line,
            line_width=self.line_width,
            dash=self.dash,
            shadow=shadow,
            corners=self.corners,
        )


def paint_box(
    rect: Rect,
    pen: Pen,
    fill: Tone | None,
    *,
    radius: float,
    line: tuple[int, int, int] | None = None,
    line_width: float = 3,
    dash: float = 0,
    shadow: int = 0,
    corners: tuple[bool, bool, bool, bool] = (True, True, True, True),
) -> None:
    """Draw a rounded sheet; `radius`, `line_width` and `dash` in logical units, `shadow` in pixels."""
    r = min(pen.px(radius), rect.h // 2, rect.w // 2)
    bounds = Rect(rect.x - shadow, rect.y - shadow, rect.w + 2 * shadow, rect.h + 2 * shadow)
    pen.ops.append(
        Box(
            bounds,
            rect,
            None if fill is None else pen.colour(fill),
            r,
            line,
            max(1, pen.px(line_width)) if line is not None else 0,
            pen.px(dash),
            shadow,
            pen.colour(SHADE),
            corners,
        )
    )


@dataclass(frozen=True, slots=True)
class Centre(_Holder):
    """A child in the middle of whatever room there is."""

    child: Widget
    across: float = 0.5
    down: float = 0.5

    def measure(self, lay: Layout, width: int) -> Size:
        return lay.size_of(self.child, width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        size = lay.size_of(self.child, rect.w)
        w, h = min(size.w, rect.w), min(size.h, rect.h)
        x, y = rect.x + round((rect.w - w) * self.across), rect.y + round((rect.h - h) * self.down)
        return Placed(self, rect, (lay.put(self.child, lay.turned(Rect(x, y, w, h), rect)),))


@dataclass(frozen=True, slots=True)
class Layers(_Holder):
    """Children upon one another, each with the whole room; the last lies on top."""

    children: tuple[Widget, ...]

    def measure(self, lay: Layout, width: int) -> Size:
        sizes = [lay.size_of(child, width) for child in self.children]
        return Size(max(size.w for size in sizes), max(size.h for size in sizes))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        return Placed(self, rect, tuple(lay.put(child, rect) for child in self.children))


@dataclass(frozen=True, slots=True)
class InLanguage(_Holder):
    """
    A child whose words are in *language*: set in its letters and said in its voice.

    Where it runs from the right, so does what stands in it: rows, lists, margins, lines of text.
    """

    child: Widget
    language: Language
    aloud: bool = True
    """Whether it is read aloud; of two languages side by side, one is."""

    def measure(self, lay: Layout, width: int) -> Size:
        around, lay.language = lay.language, self.language
        try:
            return lay.size_of(self.child, width)
        finally:
            lay.language = around

    def place(self, lay: Layout, rect: Rect) -> Placed:
        around, lay.language = lay.language, self.language
        try:
            return Placed(self, rect, (lay.put(self.child, rect),))
        finally:
            lay.language = around
