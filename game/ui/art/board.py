"""The board: a ring of spaces round the door, with tokens that walk it."""

import math
from functools import lru_cache

from game.art.door import H as DOOR_H
from game.art.door import W as DOOR_W
from game.art.palettes import THEME_ICONS, fill_of
from game.art.ring import (
    KIND_ICONS,
    LANE,
    ROUND,
    TALL,
    TILE,
    WIDE,
    dashes_svg,
    spot,
    tile_svg,
)
from game.art.tokens import letter_size
from game.model.pack import Space, SpaceKind
from game.tongue import N_
from game.ui.art.door import Door
from game.ui.art.tokens import paint_token
from game.ui.kit.again import Again
from game.ui.kit.boxes import paint_box
from game.ui.kit.content import Painting, Text, Zone
from game.ui.kit.drawing import Icon, Op, Sketch
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Message, Pen, Placed, Role
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, INK, PAPER, SAND, SAND_LINE, SOFT, Palette, Tone
from game.values import dataclass, replace

# The panes whose names stand on either side of the door, from the top.
_LEFT, _RIGHT = (0, 1, 3, 5), (2, 4, 6)


@dataclass(frozen=True, slots=True)
class Piece:
    """A seat's token: where it stands, in spaces from the start, whole while it rests."""

    shape: str
    letter: str
    name: str
    at: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A space that may be walked to, and what choosing it says."""

    place: int
    message: Message
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class BoardArt(Painting):
    """The board as it stands, with the door in its middle and the panes' names beside it."""

    usual = N_("The board")

    spaces: tuple[Space, ...]
    pieces: tuple[Piece, ...]
    door: Door
    names: tuple[tuple[str, bool], ...]
    """Each pane's name in theme order, and whether it is lit."""
    choices: tuple[Choice, ...] = ()
    fills: tuple[Tone, ...] = ()
    named: bool = True
    label: str | None = None
    aspect: float = WIDE / TALL

    def zones(self, lay: Layout, rect: Rect) -> tuple[Zone, ...]:
        del lay
        by = rect.w / WIDE
        zones = []
        for choice in self.choices:
            x, y, _ = spot(float(choice.place), len(self.spaces))
            side = round(TILE * 1.16 * by)
            box = Rect(
                round(rect.x + x * by) - side // 2, round(rect.y + y * by) - side // 2, side, side
            )
            zones.append(Zone(box, choice.key, choice.message, Role("button", choice.label)))
        return tuple(sorted(zones, key=lambda zone: (zone.rect.y, zone.rect.x)))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        # Named in full: a slotted dataclass is not the class that `super()` would remember.
        placed = Painting.place(self, lay, rect)
        # Most steps change one of these at most, and the others are as they were placed and drawn.
        lane = _Lane(
            self.spaces,
            self.door,
            tuple(choice.place for choice in self.choices),
            tuple(lit for _, lit in self.names) if self.named else (),
            self.fills,
        )
        marks = _Marks(tuple((p.shape, p.letter, p.at) for p in self.pieces), len(self.spaces))
        middle = _Middle(self.door, self.names if self.named else ())
        parts = (_LANE.same(lane), _MARKS.same(marks), _MIDDLE.same(middle))
        placed.parts = (*(lay.put(each, placed.rect) for each in parts), *placed.parts)
        return placed

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


# The three parts as they were last, so that layouts know them again while nothing in them changes.
_LANE: "Again[_Lane]" = Again()
_MARKS: "Again[_Marks]" = Again()
_MIDDLE: "Again[_Middle]" = Again()


def _door_rect(rect: Rect) -> Rect:
    by = rect.w / WIDE
    h = round((TALL - 2 * LANE - 60) * by)
    w = round(h * DOOR_W / DOOR_H)
    return Rect(rect.x + (rect.w - w) // 2, rect.y + round((LANE + 34) * by), w, h)


class _Part:
    """What the parts of the board share: they are given their room, and none of them is a thing by itself."""

    __slots__ = ()

    def measure(self, lay: Layout, width: int) -> Size:
        del lay
        return Size(width, round(width * TALL / WIDE))


@dataclass(frozen=True, slots=True)
class _Lane(_Part):
    """The ground, the ring of spaces, and beside the door the panes' dots and light."""

    spaces: tuple[Space, ...]
    door: Door
    ways: tuple[int, ...]
    """The spaces that may be walked to."""
    lit: tuple[bool, ...]
    """Of each pane that is named, whether it is lit."""
    fills: tuple[Tone, ...]

    def place(self, lay: Layout, rect: Rect) -> Placed:
        del lay
        return Placed(self, rect)

    def paint(self, placed: Placed, pen: Pen) -> None:
        rect = placed.rect
        by = rect.w / WIDE
        lane = by / pen.scale
        paint_box(
            rect,
            pen,
            CARD,
            radius=(ROUND + LANE / 2) * lane,
            line=pen.colour(SAND_LINE),
            line_width=5 * lane,
        )
        inner = rect.inset(round(LANE * by))
        paint_box(
            inner,
            pen,
            PAPER,
            radius=(ROUND - LANE / 2) * lane,
            line=pen.colour(SAND_LINE),
            line_width=5 * lane,
        )
        if not pen.palette.plain:
            # The board lays the door's light itself, beneath the names and dots.
            pen.ops.append(self.door.halo(_door_rect(rect), pen))
        pen.ops.extend(_tiles(self.spaces, rect, pen))
        for place in self.ways:
            self._ring(rect, pen, place)
        self._dots(rect, pen)

    def _ring(self, rect: Rect, pen: Pen, place: int) -> None:
        """A dashed line round a space that may be walked to."""
        by = rect.w / WIDE
        x, y, tilt = spot(float(place), len(self.spaces))
        side = round(TILE * 1.72 * by)
        cx, cy = round(rect.x + x * by), round(rect.y + y * by)
        svg = dashes_svg(side, round(tilt, 1), pen.colour(INK))
        pen.ops.append(Sketch(Rect(cx - side // 2, cy - side // 2, side, side), svg))

    def _dots(self, rect: Rect, pen: Pen) -> None:
        """A dot of the pane's colour beside its name."""
        if not self.lit:
            return
        by = rect.w / WIDE
        side = max(8, round(30 * by))
        for column, x, start, step in (
            (_LEFT, LANE + 30 + 222 + 24, 288, 98),
            (_RIGHT, WIDE - 370 - 24, 336, 99),
        ):
            for row, n in enumerate(column):
                fill = self.fills[n] if self.lit[n] and self.fills else CARD
                cx, cy = rect.x + round(x * by), rect.y + round((start + row * step) * by)
                box = Rect(cx - side // 2, cy - side // 2, side, side)
                paint_box(box, pen, fill, radius=40, line=pen.colour(INK), line_width=3)


@dataclass(frozen=True, slots=True)
class _Marks(_Part):
    """The tokens upon a ring of so many spaces."""

    pieces: tuple[tuple[str, str, float], ...]
    """Each one's shape and letter, and where it stands."""
    spaces: int

    def place(self, lay: Layout, rect: Rect) -> Placed:
        side = round(64 * rect.w / WIDE)
        widths = tuple(
            lay.fonts.width(letter, "Bold", letter_size(side, shape))
            for shape, letter, _ in self.pieces
        )
        return Placed(self, rect, data=widths)

    def paint(self, placed: Placed, pen: Pen) -> None:
        rect = placed.rect
        by = rect.w / WIDE
        side = round(64 * by)
        together: dict[float, int] = {}
        totals: dict[float, int] = {}
        for _, _, at in self.pieces:
            totals[at] = totals.get(at, 0) + 1
        for (shape, letter, at), width in zip(self.pieces, placed.data, strict=True):
            n = together.get(at, 0)
            together[at] = n + 1
            x, y, _ = spot(at % self.spaces, self.spaces)
            dx, dy = _huddle(n, totals[at])
            cx, cy = round(rect.x + (x + dx) * by), round(rect.y + (y + dy) * by)
            box = Rect(cx - side // 2, cy - side // 2, side, side)
            paint_token(box, pen, shape, letter, width, rim=True)


@dataclass(frozen=True, slots=True)
class _Middle(_Part):
    """The door, and the panes' names left and right of it where there is room for them."""

    door: Door
    names: tuple[tuple[str, bool], ...]

    def place(self, lay: Layout, rect: Rect) -> Placed:
        door = lay.put(_unlit(self.door), _door_rect(rect))
        return Placed(self, rect, (door, *self._names(lay, rect)))

    def _names(self, lay: Layout, rect: Rect) -> list[Placed]:
        placed: list[Placed] = []
        if not self.names:
            return placed
        by = rect.w / WIDE
        # Larger with the reader's text as far as two lines of each fit beside the door.
        texts = _texts(self.names, 24 * by / lay.scale * min(1.25, max(1.0, lay.text)) / lay.text)
        for column, align in ((_LEFT, 1.0), (_RIGHT, 0.0)):
            for row, n in enumerate(column):
                text = texts[n]
                wide = round((236 if align else 214) * by)
                x = rect.x + round((LANE + 16) * by) if align else rect.right - round(370 * by)
                step = 98 if align else 99
                y = rect.y + round((288 + (0 if align else 48) + row * step) * by)
                h = lay.size_of(text, wide).h
                placed.append(lay.put(text, Rect(x, y - h // 2, wide, h)))
        return placed

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


@lru_cache(maxsize=8)
def _unlit(door: Door) -> Door:
    """The door without its light: the same widget while no pane changes, so that layouts know it again."""
    return replace(door, glow=0.0)


def _huddle(n: int, total: int) -> tuple[float, float]:
    """Where the n-th of so many tokens stands on one space, so that none hides another."""
    if total == 1:
        return 0.0, 0.0
    if total == 2:
        return ((-20.0, -22.0), (22.0, 20.0))[n]
    across = 3 if total > 4 else 2
    rows = math.ceil(total / across)
    gap = 40.0 if total > 4 else 42.0
    return (n % across - (across - 1) / 2) * gap, (n // across - (rows - 1) / 2) * gap


@lru_cache(maxsize=8)
def _texts(names: tuple[tuple[str, bool], ...], size: float) -> tuple[Text, ...]:
    """The panes' names: the same widgets while nothing is lit, so that layouts know them again."""
    return tuple(
        Text(
            words,
            Style(size, Face.BOLD if lit else Face.REGULAR, INK if lit else SOFT, 1.2),
            1.0 if n in _LEFT else 0.0,
            kind="label",
        )
        for n, (words, lit) in enumerate(names)
    )


_TILES: dict[tuple[tuple[Space, ...], Rect], tuple[Palette, tuple[Op, ...]]] = {}


def _tiles(spaces: tuple[Space, ...], rect: Rect, pen: Pen) -> tuple[Op, ...]:
    """The ring, which never changes while a game goes on: drawn once for its place and palette."""
    known = _TILES.get((spaces, rect))
    if known is None or known[0] is not pen.palette:
        if len(_TILES) > 8:
            _TILES.clear()
        ops = [op for place in range(len(spaces)) for op in _tile(spaces, place, rect, pen)]
        known = _TILES[spaces, rect] = (pen.palette, tuple(ops))
    return known[1]


def _tile(spaces: tuple[Space, ...], place: int, rect: Rect, pen: Pen) -> tuple[Op, Op]:
    space = spaces[place]
    by = rect.w / WIDE
    x, y, tilt = spot(float(place), len(spaces))
    fill = _fill(space)
    side = round(TILE * 1.42 * by)
    cx, cy = round(rect.x + x * by), round(rect.y + y * by)
    svg = tile_svg(side, round(tilt, 1), pen.colour(fill), pen.colour(INK))
    icon = round(48 * by)
    name = THEME_ICONS[space.theme] if space.theme else KIND_ICONS[space.kind]
    tone = pen.palette.text_on(fill) if space.theme else INK
    return (
        Sketch(Rect(cx - side // 2, cy - side // 2, side, side), svg),
        Icon(Rect(cx - icon // 2, cy - icon // 2, icon, icon), name, pen.colour(tone)),
    )


def _fill(space: Space) -> Tone:
    if space.theme is not None:
        return fill_of(space.theme)
    return CARD if space.kind is SpaceKind.CROSSROADS else SAND
