"""Widgets that can be pressed: buttons, chips, and anything wrapped in a tap."""

from enum import Enum
from functools import lru_cache
from typing import Final

from game.tongue import _
from game.ui.kit.boxes import Column, Grow, Row, paint_box
from game.ui.kit.content import Icon, Text, paint_paragraph
from game.ui.kit.focus import paint_focus
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Message, Pen, Placed, Role, Widget
from game.ui.kit.text import Face, Paragraph, Style
from game.ui.kit.tones import CAP_LINE, CARD, CREAM, INK, ON_INK, SAND_LINE, SOFT, Tone
from game.values import dataclass


class Kind(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECOND = "second"
    QUIET = "quiet"


SAME_AS: Final = {"f3": "s", "f4": "p", "f6": "t"}
"""Keys that do what the screen has bound a letter to, also where that letter is written."""
_TYPING_INSTEAD = {
    "Space": "PgDn",
    **{letter.upper(): key.upper() for key, letter in SAME_AS.items()},
    # These are keys of every screen.
    "B": "F2",
    "V": "F7",
    "Shift A": "F9",
}
"""The key that does the same while somebody writes, and is as short."""
_TYPING_DEAF = frozenset({"Space", "Enter", "Shift A", "Shift V"})


@dataclass(frozen=True, slots=True)
class KeyCap:
    """
    A key's name in a small outlined cap.

    While words are written, letters and Space are written too: then the cap names the key that does
    the same, or is not drawn, so that no key is shown that does nothing.
    """

    name: str
    tone: Tone = INK
    line: Tone = CAP_LINE
    size: float = 19

    def measure(self, lay: Layout, width: int) -> Size:
        line = lay.line(self.name, self._style)
        pad = lay.px(14)
        height = max(lay.px(34), line.h + lay.px(4))
        return Size(min(width, max(height, line.w + 2 * pad)), height)

    @property
    def _style(self) -> Style:
        return Style(self.size, Face.SEMIBOLD, self.tone, 1.2)

    @property
    def _deaf(self) -> bool:
        """Whether the key is written where words are."""
        return len(self.name) == 1 or self.name in _TYPING_DEAF

    def place(self, lay: Layout, rect: Rect) -> Placed:
        size = self.measure(lay, rect.w)
        line = lay.line(self.name, self._style)
        box = Rect(rect.x, rect.y + (rect.h - size.h) // 2, size.w, size.h)
        lines = (line, lay.line(_TYPING_INSTEAD.get(self.name, self.name), self._style))
        return Placed(self, box, data=tuple((each, _middle(box, each)) for each in lines))

    def paint(self, placed: Placed, pen: Pen) -> None:
        writing = pen.interaction.editing
        deaf = writing is not None and not writing.digits and self._deaf
        if deaf and self.name not in _TYPING_INSTEAD:
            return
        line, inner = placed.data[deaf]
        paint_box(placed.rect, pen, None, radius=9, line=pen.colour(self.line), line_width=2)
        paint_paragraph(line, inner, pen)


def _middle(box: Rect, line: Paragraph) -> Rect:
    return Rect(box.x + (box.w - line.w) // 2, box.y + (box.h - line.h) // 2, line.w, line.h)


@dataclass(frozen=True, slots=True)
class Button:
    """A button; its key, where it has one, is named in a cap at its right end."""

    label: str
    message: Message
    key: str
    cap: str = ""
    kind: Kind = Kind.SECOND
    icon: str = ""
    size: float = 32
    height: float = 76
    live: bool = True
    """Whether it can be pressed now; a button that cannot is drawn in soft ink."""

    def _inside(self) -> Widget:
        primary = self.kind is Kind.PRIMARY
        tone = SOFT if not self.live else ON_INK if primary else INK
        line = tone if primary else CAP_LINE
        return _in_button(self.label, self.icon, self.cap, self.size, tone, line)

    def measure(self, lay: Layout, width: int) -> Size:
        pad = lay.px(22)
        line = lay.line(self.label, Style(self.size, Face.BOLD, INK, 1.2))
        caps = lay.size_of(KeyCap(self.cap), width).w + lay.px(14) if self.cap else 0
        icons = round(lay.px(self.size * 1.2) * min(lay.text, 1.5)) + lay.px(14) if self.icon else 0
        natural = min(width, line.w + caps + icons + 2 * pad + lay.px(16))
        inside = lay.size_of(self._inside(), max(1, natural - 2 * pad))
        return Size(natural, max(lay.px(self.height), inside.h + lay.px(20)))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        pad = lay.px(22)
        inner = Rect(rect.x + pad, rect.y, max(0, rect.w - 2 * pad), rect.h)
        return Placed(
            self,
            rect,
            (lay.put(self._inside(), inner),),
            key=self.key,
            message=self.message if self.live else None,
            role=Role("button", self.label, value="" if self.live else _("not now")),
        )

    def paint(self, placed: Placed, pen: Pen) -> None:
        hover = pen.hovered(placed) and self.live
        pressed = pen.pressed(placed) and self.live
        shadow = 0 if pen.palette.plain or pressed or not self.live else pen.px(7)
        if self.kind is Kind.PRIMARY:
            fill: Tone | None = INK if self.live else CREAM
            line = pen.colour(ON_INK) if hover else None
            paint_box(placed.rect, pen, fill, radius=20, line=line, shadow=shadow)
        elif self.kind is Kind.SECOND:
            line = pen.colour(INK if self.live else SAND_LINE)
            fill = CREAM if hover or pressed else CARD
            paint_box(placed.rect, pen, fill, radius=20, line=line, shadow=shadow)
        elif hover or pressed:
            paint_box(placed.rect, pen, CREAM, radius=20)
        paint_focus(placed, pen, 20)


# What stands in a button or chip is asked for when it is measured and when it is placed, and again when
# another one of the same words is: the same widget each time, so that layouts know it again.


@lru_cache(maxsize=128)
def _in_button(label: str, icon: str, cap: str, size: float, tone: Tone, line: Tone) -> Widget:
    words = Text(label, Style(size, Face.BOLD, tone, 1.2), 0.0 if icon else 0.5, kind="label")
    parts: list[Widget] = [Icon(icon, size * 1.2, tone)] if icon else []
    parts.append(Grow(words))
    if cap:
        parts.append(KeyCap(cap, tone, line))
    return Row(tuple(parts), gap=14)


@lru_cache(maxsize=128)
def _in_chip(label: str, under: str, mark: str, size: float, face: Face, chosen: bool) -> Widget:
    tone = ON_INK if chosen else INK
    words = Text(label, Style(size, face, tone, 1.2), 0.5, kind="label")
    body: Widget = words
    if under:
        soft = ON_INK if chosen else SOFT
        below = Text(under, Style(24, Face.REGULAR, soft, 1.2), 0.5, kind="label")
        body = Column((words, below), gap=4)
    return Row((Icon(mark, size, tone), body), gap=10) if mark else body


@dataclass(frozen=True, slots=True)
class Chip:
    """One of several choices; the chosen ones are filled with ink and ticked."""

    label: str
    message: Message
    key: str
    chosen: bool = False
    under: str = ""
    """A second, smaller line."""
    icon: str = ""
    radio: bool = False
    """Whether choosing this one lets go of the others."""
    size: float = 27
    radius: float = 32
    pad: float = 28
    height: float = 58
    """The least height."""
    told: str = ""
    """Its name for those who do not see what it belongs to; the label where empty."""

    def _inside(self) -> Widget:
        face = Face.BOLD if self.chosen or self.under else Face.REGULAR
        mark = "check" if self.chosen and not self.under else self.icon
        return _in_chip(self.label, self.under, mark, self.size, face, self.chosen)

    def measure(self, lay: Layout, width: int) -> Size:
        pad = lay.px(self.pad)
        size = lay.size_of(self._inside(), max(1, width - 2 * pad))
        least = lay.px(self.height)
        air = lay.px(24 if self.height >= 58 else 14)
        return Size(min(width, size.w + 2 * pad), max(least, size.h + air))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        inside = self._inside()
        size = lay.size_of(inside, max(1, rect.w - 2 * lay.px(self.pad)))
        w, h = min(size.w, rect.w), min(size.h, rect.h)
        box = Rect(rect.x + (rect.w - w) // 2, rect.y + (rect.h - h) // 2, w, h)
        return Placed(
            self,
            rect,
            (lay.put(inside, box),),
            key=self.key,
            message=self.message,
            role=Role(
                "radio" if self.radio else "checkbox",
                self.told or self.label,
                self.under,
                self.chosen,
            ),
        )

    def paint(self, placed: Placed, pen: Pen) -> None:
        hover = pen.hovered(placed) or pen.pressed(placed)
        fill = INK if self.chosen else CREAM
        edge = None
        if hover or (pen.palette.plain and not self.chosen):
            edge = pen.colour(ON_INK if self.chosen else INK)
        paint_box(placed.rect, pen, fill, radius=self.radius, line=edge, line_width=2)
        paint_focus(placed, pen, self.radius)


@dataclass(frozen=True, slots=True)
class Tap:
    """Anything that can be pressed as a whole; it draws its child and, with the focus, a ring."""

    child: Widget
    message: Message
    key: str
    role: Role
    radius: float = 24

    def measure(self, lay: Layout, width: int) -> Size:
        return lay.size_of(self.child, width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        return Placed(
            self,
            rect,
            (self.child.place(lay, rect),),
            key=self.key,
            message=self.message,
            role=self.role,
        )

    def paint(self, placed: Placed, pen: Pen) -> None:
        paint_focus(placed, pen, self.radius)
