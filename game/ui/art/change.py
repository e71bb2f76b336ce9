"""
Before and now, theme by theme: an open dot, a full dot in the theme's colour, and a line between.

Where too few people answered, the row says so in words and shows no dot.
"""

from game.art.palettes import THEME_ICONS, fill_of
from game.outcomes.change import Line
from game.outcomes.items import POINTS
from game.tongue import N_, _
from game.ui.kit.boxes import Row, paint_box
from game.ui.kit.content import Icon, Painting, Text
from game.ui.kit.drawing import Fill
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, INK, SAND_LINE, SOFT
from game.values import dataclass

TOO_FEW = N_("too few answers to show")

_NAME = Style(28, Face.SEMIBOLD, INK, 1.15)
_POINT = Style(24, Face.REGULAR, SOFT, 1.15)
_ICON = 34
_ROW = 42
BEFORE_DOT, NOW_DOT = 24, 31


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything of the chart stands, in pixels from its top left corner."""

    stacked: bool
    """Names above their lines, where they do not fit beside them."""
    names: int
    """How wide the column of names is."""
    ticks: tuple[int, ...]
    """The five points' places across."""
    name_tall: int
    row: int
    axis: int
    """How tall the points' names are; only the two ends are named where five do not fit."""
    ends_only: bool
    side: int
    """How wide each point's name may run between the ends."""
    end: int
    """How wide the two at the ends may run, so that they stay within the chart."""

    def tall(self, rows: int) -> int:
        return self.row * rows + self.axis


@dataclass(frozen=True, slots=True)
class Change(Painting):
    """The chart. `share` is how far the full dots have come from the open ones, 0 to 1."""

    usual = N_("Before and now, theme by theme")

    lines: tuple[Line, ...]
    share: float = 1.0
    label: str | None = None

    def _plan(self, lay: Layout, width: int) -> _Plan:
        icon = lay.size_of(Icon("users", _ICON), width).w
        names = [lay.line(line.theme.label, _NAME) for line in self.lines]
        left = icon + lay.px(16) + max((each.w for each in names), default=0) + lay.px(26)
        stacked = width - left < lay.px(360)
        room = width if stacked else width - left
        points = [lay.line(_(words), _POINT) for words in POINTS]
        # The first and the last name stand centred under their points, and reach past them.
        edge = max(points[0].w, points[-1].w) // 2 + lay.px(6)
        step = (room - 2 * edge) / (len(POINTS) - 1)
        ends_only = max(each.w for each in points) + lay.px(14) > step
        start = (0 if stacked else left) + edge
        ticks = tuple(round(start + step * n) for n in range(len(POINTS)))
        tall = max(max((each.h for each in names), default=0), icon)
        dot = lay.px(NOW_DOT + 14)
        row = tall + dot + lay.px(8) if stacked else max(lay.px(_ROW), tall + lay.px(8))
        side, end = round(step), round(2 * edge)
        end = end if ends_only else min(end, side)
        return _Plan(stacked, left, ticks, tall, row, points[0].h + lay.px(8), ends_only, side, end)

    def measure(self, lay: Layout, width: int) -> Size:
        return Size(width, self._plan(lay, width).tall(len(self.lines)))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        plan = self._plan(lay, rect.w)
        parts: list[Placed] = []
        for place, line in enumerate(self.lines):
            top = rect.y + place * plan.row
            parts.extend(self._row(lay, plan, line, Rect(rect.x, top, rect.w, plan.row)))
        foot = rect.y + plan.row * len(self.lines) + lay.px(8)
        for place, (words, tick) in enumerate(zip(POINTS, plan.ticks, strict=True)):
            last = place in {0, len(POINTS) - 1}
            if plan.ends_only and not last:
                continue
            wide = plan.end if last else plan.side
            at = Rect(rect.x + tick - wide // 2, foot, wide, plan.axis)
            parts.append(Text(_(words), _POINT, 0.5, kind="label").place(lay, at))
        return Placed(self, rect, tuple(parts), data=plan, role=Role("chart", self.told))

    def _row(self, lay: Layout, plan: _Plan, line: Line, rect: Rect) -> list[Placed]:
        tall = plan.name_tall if plan.stacked else plan.row
        icon = Icon(THEME_ICONS[line.theme], _ICON)
        side = lay.size_of(icon, rect.w).w
        name = lay.line(line.theme.label, _NAME)
        indent = side + lay.px(16)
        down = rect.y + (tall - name.h) // 2
        words = Rect(rect.x + indent, down, rect.w - indent, name.h)
        left, top = (0, tall) if plan.stacked else (plan.names, 0)
        track = Rect(rect.x + left, rect.y + top, rect.w - left, plan.row - top)
        ticks = tuple(tick - left for tick in plan.ticks)
        return [
            icon.place(lay, Rect(rect.x, rect.y, side, tall)),
            Text(line.theme.label, _NAME, kind="label").place(lay, words),
            _Track(line, self.share, ticks).place(lay, track),
        ]

    def paint(self, placed: Placed, pen: Pen) -> None:
        plan: _Plan = placed.data
        rect, wide = placed.rect, max(1, pen.px(2))
        tall = plan.row * len(self.lines)
        for tick in plan.ticks:
            if plan.stacked:
                # The lines would run through the names, so they stand by each row's own dots.
                top = plan.name_tall
                for place in range(len(self.lines)):
                    y = rect.y + place * plan.row + top
                    bounds = Rect(rect.x + tick - wide // 2, y, wide, plan.row - top)
                    pen.ops.append(Fill(bounds, pen.colour(SAND_LINE)))
                continue
            bounds = Rect(rect.x + tick - wide // 2, rect.y, wide, tall)
            pen.ops.append(Fill(bounds, pen.colour(SAND_LINE)))


@dataclass(frozen=True, slots=True)
class _Track:
    """One theme's two dots upon the scale; `ticks` count from its left edge."""

    line: Line
    share: float
    ticks: tuple[int, ...]

    def measure(self, lay: Layout, width: int) -> Size:
        return Size(width, lay.px(_ROW))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        few: tuple[Placed, ...] = ()
        line = self.line
        if line.before is None or line.now is None:
            words = Text(_(TOO_FEW), Style(24, Face.REGULAR, SOFT, 1.2), kind="label")
            size = lay.size_of(words, rect.w - lay.px(40))
            left = rect.x + self.ticks[0] + lay.px(18)
            y = rect.y + (rect.h - size.h) // 2
            backing = Rect(left - lay.px(10), y, size.w + lay.px(20), size.h)
            few = (words.place(lay, Rect(left, y, size.w, size.h)),)
            return Placed(
                self, rect, few, data=backing, role=Role("list item", line.theme.label, _(TOO_FEW))
            )
        said = _("before: {before}; now: {now}").format(
            before=point_words(line.before), now=point_words(line.now)
        )
        return Placed(self, rect, few, role=Role("list item", line.theme.label, said))

    def _across(self, point: float) -> int:
        first, last = self.ticks[0], self.ticks[-1]
        return round(first + (last - first) * (point - 1) / (len(POINTS) - 1))

    def paint(self, placed: Placed, pen: Pen) -> None:
        x, y, _, h = placed.rect
        line = self.line
        if line.before is None or line.now is None:
            # The words lie on a strip of card, so that no grid line runs through them.
            pen.ops.append(Fill(placed.data, pen.colour(CARD)))
            return
        middle = y + h // 2
        start = x + self._across(line.before)
        end = x + self._across(line.before + (line.now - line.before) * self.share)
        thick = max(2, pen.px(4))
        left, right = min(start, end), max(start, end)
        bar = Rect(left, middle - thick // 2, right - left, thick)
        pen.ops.append(Fill(bar, pen.colour(INK)))
        # Where both dots stand on one spot, the open one shows as a ring round the full one.
        around = BEFORE_DOT if line.before != line.now else NOW_DOT + 13
        _dot(start, middle, pen.px(around), pen, None)
        _dot(end, middle, pen.px(NOW_DOT), pen, self)


def _dot(x: int, y: int, side: int, pen: Pen, track: _Track | None) -> None:
    fill = CARD if track is None else fill_of(track.line.theme)
    rect = Rect(x - side // 2, y - side // 2, side, side)
    paint_box(rect, pen, fill, radius=100, line=pen.colour(INK), line_width=3)


@dataclass(frozen=True, slots=True)
class Mark:
    """One dot of the chart by itself, for its key: open for before, full for now."""

    full: bool

    def measure(self, lay: Layout, width: int) -> Size:
        side = min(width, lay.px((NOW_DOT if self.full else BEFORE_DOT) * min(lay.text, 1.5)))
        return Size(side, side)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        side = self.measure(lay, rect.w).w
        y = rect.y + (rect.h - side) // 2
        return Placed(self, Rect(rect.x, y, side, side))

    def paint(self, placed: Placed, pen: Pen) -> None:
        fill = INK if self.full else CARD
        paint_box(placed.rect, pen, fill, radius=100, line=pen.colour(INK), line_width=3)


def point_words(point: float) -> str:
    """A middle answer in words, such as "well" or "between a little and fairly well"."""
    low, high = POINTS[int(point) - 1], POINTS[min(len(POINTS), int(point + 0.5)) - 1]
    if low == high:
        return _(low).lower()
    return _("between {low} and {high}").format(low=_(low).lower(), high=_(high).lower())


def legend() -> Widget:
    """Which dot is before and which is now."""
    words = Style(25, Face.REGULAR, INK, 1.2)
    before = Row((Mark(full=False), Text(_("before"), words)), gap=10)
    now = Row((Mark(full=True), Text(_("now"), words)), gap=10)
    return Row((before, now), gap=24)
