"""Widgets that only show: text, icons, pictures, rules and space."""

from game.tongue import _
from game.ui.kit.drawing import Art as ArtOp
from game.ui.kit.drawing import Fill, Words
from game.ui.kit.drawing import Icon as IconOp
from game.ui.kit.drawing import Photo as PhotoOp
from game.ui.kit.focus import paint_focus
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Message, Pen, Placed, Role
from game.ui.kit.text import Face, Paragraph, Span, Style, pushed_right, row_of
from game.ui.kit.tones import INK, SAND_LINE, Tone
from game.values import dataclass

__all__ = ["BODY", "Art", "Icon", "Painting", "Rule", "Space", "Text", "Zone", "heading"]


BODY = Style(31)
"""The size of anything the room must read."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in lines. `align` is 0 for left, 0.5 for the middle, 1 for right."""

    words: str | tuple[Span, ...]
    style: Style = BODY
    align: float = 0.0
    kind: str = "text"
    """Its role: text, heading or status; none for a sign that would only disturb who listens."""
    key: str | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        if isinstance(self.words, str):
            return (Span(self.words, self.style),)
        return self.words

    @property
    def plain(self) -> str:
        return self.words if isinstance(self.words, str) else "".join(s.text for s in self.words)

    def measure(self, lay: Layout, width: int) -> Size:
        paragraph = lay.paragraph(self.spans, width)
        return Size(paragraph.w, paragraph.h)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        paragraph = lay.paragraph(self.spans, rect.w)
        if not self.align and (paragraph.from_right or lay.language.from_right):
            paragraph = pushed_right(paragraph, rect.w)
        role = Role(self.kind, self.plain, language=lay.language.code) if self.kind else None
        return Placed(self, rect, data=paragraph, key=self.key, role=role)

    def paint(self, placed: Placed, pen: Pen) -> None:
        paint_paragraph(placed.data, placed.rect, pen, align=self.align)


def paint_paragraph(
    paragraph: Paragraph, rect: Rect, pen: Pen, *, align: float = 0.0, tone: Tone | None = None
) -> None:
    """Draw a paragraph from the rectangle's top; *tone* overrides the runs' own tones."""
    append = pen.ops.append
    colours = pen.palette.colours
    if not align:
        x, y = rect.x, rect.y
        for run in paragraph.runs:
            bounds = Rect(x + run.x, y + run.y, run.w, run.h)
            append(Words(bounds, run.text, run.face, run.size, colours[tone or run.tone]))
        return
    ends: dict[int, int] = {}
    for run in paragraph.runs:
        row = row_of(run, paragraph)
        ends[row] = max(ends.get(row, 0), run.x + run.w)
    for run in paragraph.runs:
        spare = rect.w - ends[row_of(run, paragraph)]
        bounds = Rect(rect.x + run.x + round(spare * align), rect.y + run.y, run.w, run.h)
        append(Words(bounds, run.text, run.face, run.size, colours[tone or run.tone]))


def heading(words: str, size: float = 38, tone: Tone = INK, align: float = 0.0) -> Text:
    """A heading in bold."""
    return Text(words, Style(size, Face.BOLD, tone, 1.25), align, kind="heading")


@dataclass(frozen=True, slots=True)
class Icon:
    """A one-colour icon. It grows with the reader's text unless `fixed`."""

    name: str
    size: float = 40
    tone: Tone = INK
    label: str = ""
    """What it says; empty where words beside it say so already."""
    fixed: bool = False

    def measure(self, lay: Layout, width: int) -> Size:
        side = lay.px(self.size) if self.fixed else lay.px(self.size * min(lay.text, 1.5))
        return Size(min(side, width), min(side, width))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        side = self.measure(lay, rect.w).w
        x, y = rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2
        role = Role("image", self.label) if self.label else None
        return Placed(self, Rect(x, y, side, side), role=role)

    def paint(self, placed: Placed, pen: Pen) -> None:
        pen.ops.append(IconOp(placed.rect, self.name, pen.colour(self.tone)))


@dataclass(frozen=True, slots=True)
class Art:
    """A picture from the assets, `size` units square."""

    name: str
    size: float
    label: str = ""

    def measure(self, lay: Layout, width: int) -> Size:
        side = min(lay.px(self.size), width)
        return Size(side, side)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        side = min(lay.px(self.size), rect.w, rect.h)
        x, y = rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2
        return Placed(self, Rect(x, y, side, side), role=Role("image", self.label))

    def paint(self, placed: Placed, pen: Pen) -> None:
        pen.ops.append(ArtOp(placed.rect, self.name))


@dataclass(frozen=True, slots=True)
class Photo(Art):
    """A picture file, round, `size` units across; its path is its name."""

    def paint(self, placed: Placed, pen: Pen) -> None:
        pen.ops.append(PhotoOp(placed.rect, self.name))


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""

    tone: Tone = SAND_LINE
    weight: float = 2

    def measure(self, lay: Layout, width: int) -> Size:
        return Size(width, max(1, lay.px(self.weight)))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        return Placed(self, Rect(rect.x, rect.y, rect.w, max(1, lay.px(self.weight))))

    def paint(self, placed: Placed, pen: Pen) -> None:
        pen.ops.append(Fill(placed.rect, pen.colour(self.tone)))


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a given size."""

    height: float = 0
    width: float = 0

    def measure(self, lay: Layout, width: int) -> Size:
        return Size(min(lay.px(self.width), width), lay.px(self.height))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        del lay
        return Placed(self, rect)

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


@dataclass(frozen=True, slots=True)
class Zone:
    """Part of a painting that can be pressed; `rect` is in pixels of the painting's rectangle."""

    rect: Rect
    key: str
    message: Message
    role: Role


class Painting:
    """
    A picture drawn by code, such as a board.

    Subclasses are frozen dataclasses that give `aspect` (width over height), draw themselves into
    any rectangle, and may name zones that can be focused and pressed.
    """

    __slots__ = ()

    aspect: float = 1.0
    label: str | None = None
    """What it shows; what it usually is called where nothing is said."""
    usual = ""

    @property
    def told(self) -> str:
        """Its name for somebody who does not see it."""
        return _(self.usual) if self.label is None else self.label

    def measure(self, lay: Layout, width: int) -> Size:
        del lay
        return Size(width, round(width / self.aspect))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        w = min(rect.w, round(rect.h * self.aspect))
        h = min(rect.h, round(w / self.aspect))
        inner = Rect(rect.x + (rect.w - w) // 2, rect.y + (rect.h - h) // 2, w, h)
        parts = tuple(
            Placed(_Spot(zone), zone.rect, key=zone.key, message=zone.message, role=zone.role)
            for zone in self.zones(lay, inner)
        )
        return Placed(self, inner, parts, role=Role("image", self.told))

    def zones(self, lay: Layout, rect: Rect) -> tuple[Zone, ...]:
        """What can be pressed, in reading order."""
        del lay, rect
        return ()

    def paint(self, placed: Placed, pen: Pen) -> None:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _Spot:
    """A zone of a painting, placed: the painting draws it, this only draws the focus."""

    zone: Zone

    def measure(self, lay: Layout, width: int) -> Size:
        del lay, width
        return Size(self.zone.rect.w, self.zone.rect.h)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        del lay
        return Placed(self, rect)

    def paint(self, placed: Placed, pen: Pen) -> None:
        paint_focus(placed, pen, radius=24)
