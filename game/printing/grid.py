"""
Cards on sheets: how many go on a page, where each stands, and marks to cut and fold by.

Fronts and backs are in register: whatever way the printer turns the paper over, the back of a card
comes out behind its front.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from game.art.tones import Colour
from game.printing.page import MM, Box, Mark, Paper, Sheet, Slot, moved, rule
from game.tongue import _
from game.values import dataclass

CUT_LENGTH, CUT_GAP = 4 * MM, 1.2 * MM
CUT: Colour = (60, 66, 82)
GUIDE: Colour = (203, 196, 181)


class Layout(StrEnum):
    """How the two sides of a card come together."""

    SINGLE = "single"
    """Printed on one side: front and back are two pieces, for sleeves or to glue together."""
    DUPLEX = "duplex"
    """Backs on a page of their own, printed on the other side of the paper."""
    FOLD = "fold"
    """Front and back side by side, to fold in the middle and glue."""


class Flip(StrEnum):
    """Which edge of the paper the printer turns it over on."""

    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something with a front and a back, each drawn from its own top left corner."""

    name: str
    front: tuple[Mark, ...]
    back: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How pieces of one size are put on paper."""

    paper: Paper
    layout: Layout
    flip: Flip = Flip.LONG
    offset: tuple[float, float] = (0.0, 0.0)
    """How far all backs are moved right and down, for a printer that turns paper over askew."""


@dataclass(frozen=True, slots=True)
class Grid:
    """So many cells of one size, in the middle of a page."""

    page: tuple[float, float]
    columns: int
    rows: int
    w: float
    h: float

    @property
    def area(self) -> Box:
        w, h = self.columns * self.w, self.rows * self.h
        return Box((self.page[0] - w) / 2, (self.page[1] - h) / 2, w, h)

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def cell(self, n: int) -> Box:
        row, column = divmod(n, self.columns)
        area = self.area
        return Box(area.x + column * self.w, area.y + row * self.h, self.w, self.h)


def best_grid(paper: Paper, w: float, h: float) -> Grid:
    """As many cells as fit, on paper upright or lying."""
    pw, ph = paper.size
    grids = [
        Grid(page, int((page[0] + 0.01) // w), int((page[1] + 0.01) // h), w, h)
        for page in ((pw, ph), (ph, pw))
    ]
    return max(grids, key=lambda grid: grid.count)


def behind(box: Box, page: tuple[float, float], flip: Flip) -> Box:
    """Where on the other side of the paper *box* comes out, once the page is turned over."""
    upright = page[0] <= page[1]
    if upright == (flip is Flip.LONG):
        return Box(page[0] - box.right, box.y, box.w, box.h)
    return Box(box.x, page[1] - box.bottom, box.w, box.h)


def sheets(
    pieces: Sequence[Piece], w: float, h: float, plan: Plan, title: str, chapter: str
) -> Iterator[Sheet]:
    """All pieces on as few sheets as they need, in their order."""
    if plan.layout is Layout.FOLD:
        yield from _folded(pieces, w, h, plan, title, chapter)
        return
    grid = best_grid(plan.paper, w, h)
    if plan.layout is Layout.SINGLE:
        cells = [
            (piece.name, side, marks)
            for piece in pieces
            for side, marks in (("front", piece.front), ("back", piece.back))
            if marks
        ]
        for first in range(0, len(cells), grid.count):
            some = cells[first : first + grid.count]
            yield _page(grid, some, title, "" if first else chapter)
        return
    for first in range(0, len(pieces), grid.count):
        some_pieces = pieces[first : first + grid.count]
        fronts = [(piece.name, "front", piece.front) for piece in some_pieces]
        yield _page(
            grid, fronts, _("{title}, fronts").format(title=title), "" if first else chapter
        )
        yield _backs(grid, some_pieces, plan, title)


def _page(
    grid: Grid, cells: Sequence[tuple[str, str, tuple[Mark, ...]]], title: str, chapter: str
) -> Sheet:
    marks: list[Mark] = []
    slots = []
    boxes = [grid.cell(n) for n in range(len(cells))]
    marks.extend(cut_marks(boxes, grid.page))
    for box, (name, side, drawn) in zip(boxes, cells, strict=True):
        marks.extend(moved(drawn, box.x, box.y))
        slots.append(Slot(name, side, box))
    return Sheet(grid.page, tuple(marks), title, chapter, tuple(slots))


def _backs(grid: Grid, pieces: Sequence[Piece], plan: Plan, title: str) -> Sheet:
    marks: list[Mark] = []
    slots = []
    dx, dy = plan.offset
    for n, piece in enumerate(pieces):
        place = behind(grid.cell(n), grid.page, plan.flip)
        box = Box(place.x + dx, place.y + dy, place.w, place.h)
        slots.append(Slot(piece.name, "back", box))
        marks.extend(moved(piece.back, box.x, box.y))
    return Sheet(grid.page, tuple(marks), _("{title}, backs").format(title=title), "", tuple(slots))


def _folded(
    pieces: Sequence[Piece], w: float, h: float, plan: Plan, title: str, chapter: str
) -> Iterator[Sheet]:
    grid = best_grid(plan.paper, 2 * w, h)
    for first in range(0, len(pieces), grid.count):
        some = pieces[first : first + grid.count]
        boxes = [grid.cell(n) for n in range(len(some))]
        marks: list[Mark] = [*cut_marks(boxes, grid.page)]
        slots = []
        for box, piece in zip(boxes, some, strict=True):
            marks.append(rule(box.x + w, box.y, box.x + w, box.bottom, CUT, 0.4, (3.0, 3.0)))
            marks.extend(moved(piece.front, box.x, box.y))
            marks.extend(moved(piece.back, box.x + w, box.y))
            slots.append(Slot(piece.name, "front", Box(box.x, box.y, w, h)))
            slots.append(Slot(piece.name, "back", Box(box.x + w, box.y, w, h)))
        yield Sheet(grid.page, tuple(marks), title, "" if first else chapter, tuple(slots))


def cut_marks(boxes: Sequence[Box], page: tuple[float, float]) -> list[Mark]:
    """
    Crop marks outside all boxes at every edge, and a faint line along each cut for scissors.

    Marks end short of the boxes, so that none is left on what has been cut out.
    """
    if not boxes:
        return []
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    xs = sorted({round(x, 3) for box in boxes for x in (box.x, box.right)})
    ys = sorted({round(y, 3) for box in boxes for y in (box.y, box.bottom)})
    marks: list[Mark] = []
    for x in xs:
        column = [box for box in boxes if box.x - 0.01 <= x <= box.right + 0.01]
        bottom = max(box.bottom for box in column)
        marks.append(rule(x, min(box.y for box in column), x, bottom, GUIDE, 0.3))
        for start, end in (
            (top - CUT_GAP, top - CUT_GAP - CUT_LENGTH),
            (bottom + CUT_GAP, bottom + CUT_GAP + CUT_LENGTH),
        ):
            if 0 < end < page[1]:
                marks.append(rule(x, start, x, end, CUT, 0.4))
    for y in ys:
        row = [box for box in boxes if box.y - 0.01 <= y <= box.bottom + 0.01]
        far = max(box.right for box in row)
        marks.append(rule(left, y, far, y, GUIDE, 0.3))
        for start, end in (
            (left - CUT_GAP, left - CUT_GAP - CUT_LENGTH),
            (far + CUT_GAP, far + CUT_GAP + CUT_LENGTH),
        ):
            if 0 < end < page[0]:
                marks.append(rule(start, y, end, y, CUT, 0.4))
    return marks
