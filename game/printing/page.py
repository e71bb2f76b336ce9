"""
What a sheet of paper is: its size, what is drawn on it, and what has to be cut out of it.

All lengths are points (1/72 inch) from the top left corner, down and to the right. Marks stand in
reading order, which is also the order in which they are drawn.
"""

from collections.abc import Iterable
from enum import StrEnum

from game.art.tones import Colour
from game.tuples import NamedTuple
from game.values import dataclass

MM = 72 / 25.4


class Box(NamedTuple):
    """A rectangle from its top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, by: float, down: float | None = None) -> "Box":
        v = by if down is None else down
        return Box(self.x + by, self.y + v, self.w - 2 * by, self.h - 2 * v)

    def encloses(self, other: "Box", slack: float = 0.01) -> bool:
        return (
            self.x - slack <= other.x
            and self.y - slack <= other.y
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Paper(StrEnum):
    """The paper in the printer."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height, upright."""
        return (210 * MM, 297 * MM) if self is Paper.A4 else (612.0, 792.0)


A3 = (420 * MM, 297 * MM)
"""The board's own size, lying."""


class Segment(NamedTuple):
    """One piece of an outline: `m`ove, `l`ine, `c`urve (two handles and an end) or close, `z`."""

    kind: str
    points: tuple[float, ...] = ()


class Shading(NamedTuple):
    """A fill that runs from one colour in the middle to another at the rim."""

    x: float
    y: float
    r: float
    inner: Colour
    outer: Colour


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline with a fill, a line, or both."""

    segments: tuple[Segment, ...]
    fill: Colour | Shading | None = None
    line: Colour | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    line_opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of type, from the left end of its baseline."""

    x: float
    y: float
    text: str
    face: str
    size: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class ClipOn:
    """From here until `ClipOff` nothing is drawn outside the box."""

    box: Box


@dataclass(frozen=True, slots=True)
class ClipOff:
    """Ends the clip."""


Mark = Shape | Words | ClipOn | ClipOff


@dataclass(frozen=True, slots=True)
class Slot:
    """Something to cut out, where it stands, and which side of it this is."""

    name: str
    side: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page."""

    size: tuple[float, float]
    marks: tuple[Mark, ...]
    title: str
    """What the outline calls it."""
    chapter: str = ""
    """The part of the kit that starts here; empty on the pages that carry on."""
    slots: tuple[Slot, ...] = ()

    def texts(self) -> tuple[Words, ...]:
        return tuple(mark for mark in self.marks if isinstance(mark, Words))


def moved(marks: Iterable[Mark], dx: float, dy: float, by: float = 1.0) -> tuple[Mark, ...]:
    """The same marks *by* times as large, and then moved."""
    return tuple(_moved(mark, dx, dy, by) for mark in marks)


def _moved(mark: Mark, dx: float, dy: float, by: float) -> Mark:
    if isinstance(mark, ClipOff):
        return mark
    if isinstance(mark, ClipOn):
        x, y, w, h = mark.box
        return ClipOn(Box(x * by + dx, y * by + dy, w * by, h * by))
    # Made anew field by field: thousands of marks are moved, and copying by name is slow.
    if isinstance(mark, Words):
        x, y = mark.x * by + dx, mark.y * by + dy
        return Words(x, y, mark.text, mark.face, mark.size * by, mark.colour)
    fill = mark.fill
    if isinstance(fill, Shading):
        fill = fill._replace(x=fill.x * by + dx, y=fill.y * by + dy, r=fill.r * by)
    segments = tuple(Segment(kind, _placed(points, dx, dy, by)) for kind, points in mark.segments)
    dash = tuple(each * by for each in mark.dash) if mark.dash else ()
    width = mark.width * by
    return Shape(segments, fill, mark.line, width, dash, mark.opacity, mark.line_opacity)


def _placed(points: tuple[float, ...], dx: float, dy: float, by: float) -> tuple[float, ...]:
    if len(points) == 2:
        x, y = points
        return x * by + dx, y * by + dy
    if len(points) == 6:
        a, b, c, d, x, y = points
        return a * by + dx, b * by + dy, c * by + dx, d * by + dy, x * by + dx, y * by + dy
    return ()


KAPPA = 0.5523
"""How far a handle stands off for a quarter of a circle."""


def rectangle(box: Box, r: float = 0.0) -> tuple[Segment, ...]:
    """The outline of a box, its corners rounded by *r*."""
    x, y, w, h = box
    if not r:
        return (
            Segment("m", (x, y)),
            Segment("l", (x + w, y)),
            Segment("l", (x + w, y + h)),
            Segment("l", (x, y + h)),
            Segment("z"),
        )
    r = min(r, w / 2, h / 2)
    k = r * (1 - KAPPA)
    right, low = x + w, y + h
    return (
        Segment("m", (x + r, y)),
        Segment("l", (right - r, y)),
        Segment("c", (right - k, y, right, y + k, right, y + r)),
        Segment("l", (right, low - r)),
        Segment("c", (right, low - k, right - k, low, right - r, low)),
        Segment("l", (x + r, low)),
        Segment("c", (x + k, low, x, low - k, x, low - r)),
        Segment("l", (x, y + r)),
        Segment("c", (x, y + k, x + k, y, x + r, y)),
        Segment("z"),
    )


def panel(
    box: Box,
    fill: Colour | None = None,
    line: Colour | None = None,
    width: float = 0.75,
    r: float = 0.0,
    dash: tuple[float, ...] = (),
) -> Shape:
    """A box with a fill, a line, or both."""
    return Shape(rectangle(box, r), fill, line, width if line else 0.0, dash)


def rule(
    x: float,
    y: float,
    to_x: float,
    to_y: float,
    colour: Colour,
    width: float = 0.75,
    dash: tuple[float, ...] = (),
) -> Shape:
    """A straight line."""
    return Shape((Segment("m", (x, y)), Segment("l", (to_x, to_y))), None, colour, width, dash)
