"""The board: whole on A3, and in four parts to glue together; and the door with panes to colour."""

from game.art.door import DoorColours, door_svg, pane_mark
from game.art.door import H as DOOR_H
from game.art.door import W as DOOR_W
from game.art.palettes import GLASS, GLASS_MARK, STEP, THEME_ICONS, WOOD, fill_of
from game.art.ring import (
    KIND_ICONS,
    LANE,
    ROUND,
    TALL,
    TILE,
    WIDE,
    spot,
    tile_svg,
)
from game.art.tones import CARD, GOLD, SAND, Colour
from game.model.pack import Pack, Space, SpaceKind
from game.model.themes import Theme
from game.printing.flow import Style
from game.printing.grid import CUT
from game.printing.look import PALETTE, WHITE, Look
from game.printing.page import (
    A3,
    MM,
    Box,
    ClipOff,
    ClipOn,
    Mark,
    Paper,
    Sheet,
    Words,
    moved,
    panel,
    rule,
)
from game.printing.typeface import BOLD, REGULAR, SEMIBOLD
from game.tongue import _

DARK = tuple(0.0 for each in Theme)
TAB = 10 * MM
"""How much of a part of the board goes under its neighbour."""


def _door_colours(look: Look) -> DoorColours:
    saving = look.ink_saving
    glass: Colour = WHITE
    wood = WHITE if saving else look.tone(WOOD)
    step = WHITE if saving else look.tone(STEP)
    gold = WHITE if saving else look.tone(GOLD)
    themes = tuple(look.tone(fill_of(theme)) for theme in Theme)
    return DoorColours(themes, glass, wood, step, look.ink, gold, look.tone(GLASS))


def board_marks(pack: Pack, look: Look, width: float) -> tuple[tuple[Mark, ...], float]:
    """The board so wide, from its own top left corner, and how tall it is."""
    by = width / WIDE
    marks: list[Mark] = []
    ground = look.ground(CARD)
    edge = look.ink if look.ink_saving else look.tone(SAND)
    outer, inner = Box(0, 0, WIDE * by, TALL * by), Box(0, 0, WIDE * by, TALL * by).inset(LANE * by)
    thick = (1.5 if look.ink_saving else 5) * by
    marks.append(panel(outer.inset(thick / 2), ground, edge, thick, r=(ROUND + LANE / 2) * by))
    marks.append(panel(inner, WHITE, edge, thick, r=(ROUND - LANE / 2) * by))
    tall = (TALL - 2 * LANE - 60) * by
    wide = tall * DOOR_W / DOOR_H
    door = Box((WIDE * by - wide) / 2, (LANE + 34) * by, wide, tall)
    marks.extend(_door(door, look))
    marks.extend(_names(look, by))
    count = len(pack.board.spaces)
    for place, space in enumerate(pack.board.spaces):
        marks.extend(_tile(place, space, count, look, by))
    return tuple(marks), TALL * by


def _tile(place: int, space: Space, count: int, look: Look, by: float) -> list[Mark]:
    x, y, tilt = spot(float(place), count)
    if space.theme is not None:
        fill, on = look.theme(space.theme), look.on_theme(space.theme)
        icon = THEME_ICONS[space.theme]
        if look.ink_saving:
            fill, on = WHITE, look.words_of(space.theme)
    else:
        plain = space.kind is SpaceKind.CROSSROADS or look.ink_saving
        fill, on = (WHITE if plain else look.tone(SAND)), look.ink
        icon = KIND_ICONS[space.kind]
    side = TILE * 1.42 * by
    box = Box(x * by - side / 2, y * by - side / 2, side, side)
    marks: list[Mark] = [*look.sketch(tile_svg(100, round(tilt, 1), fill, look.ink), box)]
    small = 48 * by
    marks.extend(look.icon(icon, Box(x * by - small / 2, y * by - small / 2, small, small), on))
    if look.ink_saving and space.theme is not None:
        # A bar of the theme's colour, thin enough to be cheap and wide enough to be told.
        bar = Box(x * by - 22 * by, y * by + 29 * by, 44 * by, 7 * by)
        marks.append(panel(bar, look.theme(space.theme), look.ink, 0.4, r=3.5 * by))
    return marks


def _door(box: Box, look: Look) -> list[Mark]:
    """The door with its panes dark, each with its icon in grey."""
    svg = door_svg("print", 660, 792, DARK, 0.0, _door_colours(look))
    marks: list[Mark] = [*look.sketch(svg, box)]
    by = box.w / DOOR_W
    for theme in Theme:
        cx, cy, side = pane_mark(theme, 0.0)
        size = side * by
        at = Box(box.x + cx * by - size / 2, box.y + cy * by - size / 2, size, size)
        marks.extend(look.theme_icon(theme, at, PALETTE[GLASS_MARK]))
    return marks


def _names(look: Look, by: float) -> list[Mark]:
    """The panes' names left and right of the door, as on screen, each with a dot of its colour."""
    marks: list[Mark] = []
    themes = tuple(Theme)
    style = Style(24 * by, SEMIBOLD, look.ink, 1.2)
    for column, x, start, step in (
        ((0, 1, 3, 5), LANE + 30 + 222 + 24, 288, 98),
        ((2, 4, 6), WIDE - 370 - 24, 336, 99),
    ):
        for row, n in enumerate(column):
            y = (start + row * step) * by
            side = 30 * by
            dot = Box(x * by - side / 2, y - side / 2, side, side)
            marks.append(panel(dot, look.theme(themes[n]), look.ink, 1, r=side / 2))
            label = themes[n].label
            wide = look.type.width(label, SEMIBOLD, style.size)
            left = x * by - side - wide if x < WIDE / 2 else x * by + side
            marks.extend(look.label(label, left, y - style.line / 2, style))
    return marks


def board(pack: Pack, look: Look) -> tuple[Sheet, ...]:
    """The board on one sheet of A3."""
    w, h = A3
    tall = h - 2 * 11 * MM
    marks = board_marks(pack, look, tall * WIDE / TALL)[0]
    width = tall * WIDE / TALL
    placed = moved(marks, (w - width) / 2, 11 * MM)
    return (Sheet((w, h), placed, _("The board, A3"), _("Board, A3")),)


def tiles(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """The same board in four quarters for the paper in the printer, with tabs to glue."""
    w, h = paper.size[1], paper.size[0]
    across = min(2 * (w - 26 * MM - TAB), 400 * MM)
    across = min(across, 2 * (h - 30 * MM - TAB) * WIDE / TALL)
    marks, tall = board_marks(pack, look, across)
    out = []
    for n in range(4):
        row, column = divmod(n, 2)
        out.append(_quarter(marks, across, tall, row, column, (w, h), look))
    first, *rest = out
    return (
        Sheet(
            first.size,
            first.marks,
            first.title,
            f"{_('Board in four parts')}, {paper.value}",
        ),
        *rest,
    )


def _quarter(
    marks: tuple[Mark, ...],
    across: float,
    tall: float,
    row: int,
    column: int,
    page: tuple[float, float],
    look: Look,
) -> Sheet:
    half, half_tall = across / 2, tall / 2
    # The right-hand and lower parts have tabs that go under the left-hand and upper ones.
    tab_left, tab_top = (TAB if column else 0.0), (TAB if row else 0.0)
    left = (page[0] - half - tab_left) / 2 + tab_left
    top = (page[1] - half_tall - tab_top) / 2 + tab_top + 8
    cut = Box(left, top, half, half_tall)
    window = Box(left - tab_left, top - tab_top, half + tab_left, half_tall + tab_top)
    placed = moved(marks, left - column * half, top - row * half_tall)
    shown = [mark for mark in placed if not isinstance(mark, Words) or _within(mark, window, look)]
    drawn: list[Mark] = [ClipOn(window), *shown, ClipOff()]
    drawn.extend(_tabs(window, cut, look))
    for x in (cut.x, cut.right):
        drawn.append(rule(x, cut.y - 14, x, cut.y - 4, CUT, 0.5))
        drawn.append(rule(x, cut.bottom + 4, x, cut.bottom + 14, CUT, 0.5))
    for y in (cut.y, cut.bottom):
        drawn.append(rule(cut.x - 14, y, cut.x - 4, y, CUT, 0.5))
        drawn.append(rule(cut.right + 4, y, cut.right + 14, y, CUT, 0.5))
    corners = (_("upper left"), _("upper right"), _("lower left"), _("lower right"))
    where = _("Board, {where}").format(where=corners[2 * row + column])
    hint = _("Cut at the marks; leave the striped tab on, and glue it under the part beside it.")
    size = look.pt(9)
    words = f"{where}. " + (hint if tab_left or tab_top else _("Cut at the marks."))
    drawn.extend(look.label(words, 14 * MM, 7 * MM, Style(size, REGULAR, look.ink, 1.2)))
    return Sheet(page, tuple(drawn), where)


def _within(mark: Words, box: Box, look: Look) -> bool:
    right = mark.x + look.type.width(mark.text, mark.face, mark.size)
    return mark.x < box.right and right > box.x and box.y < mark.y < box.bottom + mark.size


def _tabs(window: Box, cut: Box, look: Look) -> list[Mark]:
    """Stripes over what will be glued under a neighbour."""
    marks: list[Mark] = []
    strips = []
    if window.x < cut.x - 1:
        strips.append(Box(window.x, window.y, cut.x - window.x, window.h))
    if window.y < cut.y - 1:
        strips.append(Box(window.x, window.y, window.w, cut.y - window.y))
    for strip in strips:
        marks.append(panel(strip, WHITE, CUT, 0.4))
        marks.append(ClipOn(strip))
        at = strip.x - strip.h
        while at < strip.right:
            marks.append(rule(at, strip.bottom, at + strip.h, strip.y, look.line, 1.2))
            at += 9
        marks.append(ClipOff())
        style = Style(look.pt(9), SEMIBOLD, look.ink)
        marks.extend(look.label(_("glue"), strip.x + 3, strip.y + 3, style))
    return marks


def door(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """The door on a page of its own: its panes are coloured as conversations feed them."""
    w, h = paper.size
    margin = 14 * MM
    marks: list[Mark] = []
    marks.extend(look.label(_("Our door"), margin, margin, Style(30, BOLD, look.ink)))
    words = _(
        "After each card, colour the one or two panes that the conversation fed. At the end the door opens, however many are coloured."
    )
    marks.extend(
        look.label(
            words, margin, margin + 40, Style(16, REGULAR, look.soft, 1.3), width=w - 2 * margin
        )
    )
    top = margin + 100
    legend = 4 * 26.0
    tall = h - top - margin - legend - 14
    wide = min(w - 2 * margin, tall * DOOR_W / DOOR_H)
    box = Box((w - wide) / 2, top, wide, wide * DOOR_H / DOOR_W)
    marks.extend(_door(box, look))
    # Each pane's icon, colour and name: beside the door, so that the panes stay free for colour.
    style = Style(16, SEMIBOLD, look.ink, 1.2)
    column = (w - 2 * margin) / 2
    for theme in Theme:
        x = margin + 20 + (theme.place // 4) * column
        y = h - margin - legend + (theme.place % 4) * 26
        marks.append(panel(Box(x, y + 2, 30, 18), look.theme(theme), look.ink, 0.8, r=4))
        marks.extend(look.theme_icon(theme, Box(x + 38, y, 22, 22), look.ink))
        marks.extend(look.label(theme.label, x + 68, y + 2, style))
    del pack
    return (Sheet((w, h), tuple(marks), _("The door"), _("Door to colour")),)
