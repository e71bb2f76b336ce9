"""
A report's parts as a screen shows them: in its own type, colours and width.

They are the parts of the page that is written as well; what the page hides is nowhere in them.
"""

from collections.abc import Iterable, Sequence

from game.model.themes import Theme
from game.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Lights,
    Part,
    Prose,
    Quote,
    Table,
)
from game.tongue import _
from game.ui.art.change import Change, legend
from game.ui.art.door import Door
from game.ui.art.palettes import THEME_ICONS, fill_of
from game.ui.kit.boxes import Centre, Column, Fixed, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.layout import Role, Widget
from game.ui.kit.text import Face, Span, Style
from game.ui.kit.tones import INK, SAND, SOFT
from game.ui.screens.cardsheet import soft, tone_on
from game.values import dataclass

NAME_ROOM, CELL_ROOM, PANE = 320, 180, 60
"""How much room a table's first column and its others want, and how wide a pane is."""
READ, SMALL = Style(29, Face.REGULAR, INK, 1.35), Style(25, Face.REGULAR, SOFT, 1.3)
CELL, HEAD = Style(26, Face.REGULAR, INK, 1.25), Style(24, Face.SEMIBOLD, SOFT, 1.2)
NAME = Style(27, Face.SEMIBOLD, INK, 1.25)
CAPTION = Style(26, Face.SEMIBOLD, SOFT, 1.25)


def part_widget(part: Part, room: float) -> Widget:
    """One part under its heading; *room* is its width in units of text at its plain size."""
    lead = (soft(part.lead, 26),) if part.lead else ()
    blocks = tuple(_block(each, room) for each in part.blocks)
    return Column((heading(part.title, 38), *lead, *blocks), gap=22)


def glance(document: Document) -> Widget:
    """The numbers of the top of the page, beside the door with the panes that shine."""
    lit = lit_in(document)
    light = tuple(1.0 if theme in lit else 0.0 for theme in Theme)
    door = Fixed(
        Door(light, glow=0.0, label=_("{count} of 7 panes lit").format(count=len(lit))), 250, 348
    )
    numbers = tuple(
        Text(
            (
                Span(f"{number} ", Style(54, Face.HEAVY, INK, 1.2)),
                Span(name, Style(30, Face.REGULAR, SOFT, 1.2)),
            )
        )
        for number, name in document.facts
    )
    words = Column(
        (*numbers, soft(_("{count} of 7 panes shine.").format(count=len(lit)), 27)), gap=10
    )
    return Flow((door, words), gap=60, line_gap=24)


def lit_in(document: Document) -> tuple[Theme, ...]:
    """The panes that any row of the document's lights has lit."""
    fed = [
        counts
        for part in document.parts
        for block in part.blocks
        if isinstance(block, Lights)
        for name, counts, cells in block.rows
    ]
    return tuple(theme for theme in Theme if any(counts[theme.place] for counts in fed))


def _block(block: Block, room: float) -> Widget:
    match block:
        case Prose(text, small):
            return Text(text, SMALL if small else READ)
        case Quote(text):
            return Text(f"“{text}”", READ)
        case Bullets(items):
            return Column(tuple(_bullet(each) for each in items), gap=12)
        case Figure(table=table, lines=lines) if lines:
            chart = Change(lines, label=block.picture.name)
            return Column((legend(), chart, _table(table, room)), gap=22)
        case Figure(table=table):
            return _table(table, room)
        case Table():
            return _table(block, room)
        case Lights():
            return _lights(block, room)
        case _:
            raise LookupError(f"no screen shows {type(block).__name__}")


def _bullet(words: str) -> Widget:
    return Row((Icon("info-circle", 30, SOFT), Grow(Text(words, READ))), gap=16, align=0)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Cells of one row in columns that stand under each other from row to row."""

    first: float
    rest: int

    def row(self, first: Widget, cells: Iterable[Widget]) -> Widget:
        others = tuple(Grow(each, CELL_ROOM) for each in cells)
        return Row((Grow(first, self.first), *others), gap=16, align=0.5)


def _table(table: Table, room: float) -> Widget:
    caption = Text(table.caption, CAPTION, kind="heading")
    if NAME_ROOM + (CELL_ROOM + 16) * (len(table.heads) - 1) > room:
        rows: list[Widget] = [
            Column((Text(row[0], NAME), _told(table.heads[1:], row[1:])), gap=4)
            for row in table.rows
        ]
        return _ruled(caption, rows)
    columns = _Columns(NAME_ROOM, len(table.heads) - 1)
    align = 1.0 if table.numbers else 0.0
    head = columns.row(
        Text(table.heads[0], HEAD), (Text(each, HEAD, align) for each in table.heads[1:])
    )
    rows = [
        columns.row(Text(row[0], CELL), (Text(each, CELL, align) for each in row[1:]))
        for row in table.rows
    ]
    return _ruled(caption, [head, *rows])


def _ruled(caption: Widget, rows: Sequence[Widget]) -> Widget:
    """The rows, each with a thin line above it."""
    parts: list[Widget] = [caption]
    for row in rows:
        parts.extend((Rule(), row))
    return Column(tuple(parts), gap=10)


def _told(heads: Sequence[str], cells: Sequence[str]) -> Widget:
    """A row's cells in words, one after the other, where columns have no room."""
    return Flow(
        tuple(
            Text((Span(f"{head}: ", SMALL), Span(cell, CELL)))
            for head, cell in zip(heads, cells, strict=True)
        ),
        gap=34,
        line_gap=4,
    )


def _lights(block: Lights, room: float) -> Widget:
    caption = Text(block.caption, CAPTION, kind="heading")
    beside = NAME_ROOM + (PANE + 10) * len(Theme) <= room
    rows: list[Widget] = []
    for name, counts, cells in block.rows:
        words, panes = (Text(name, NAME), _told(block.heads, cells)), _panes(counts)
        if beside:
            rows.append(Row((Grow(Column(words, gap=4)), panes), gap=24))
        else:
            rows.append(Column((words[0], panes, words[1]), gap=10))
    return _ruled(caption, rows)


def _panes(counts: Sequence[int]) -> Widget:
    panes = tuple(
        Fixed(_pane(theme, count), PANE, scaled=True)
        for theme, count in zip(Theme, counts, strict=True)
    )
    return Flow(panes, gap=10, line_gap=10)


def _pane(theme: Theme, count: int) -> Widget:
    """A pane with how many conversations fed it; a dark one keeps its theme's mark."""
    tone = tone_on(theme) if count else SOFT
    inner = Column(
        (
            Centre(Icon(THEME_ICONS[theme], 28, tone)),
            Text(str(count), Style(24, Face.BOLD, tone, 1.15), 0.5, kind="label"),
        ),
        gap=2,
    )
    role = Role("image", f"{theme.label}: {count}")
    fill = fill_of(theme) if count else SAND
    return Panel(inner, fill=fill, raised=False, radius=12, pad=6, pad_y=6, role=role)
