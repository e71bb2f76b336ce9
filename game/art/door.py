"""The door with its seven panes: three in the fanlight, four in two leaves that can swing open."""

import math
from functools import lru_cache

from game.art.palettes import DARK_THEMES, GLASS, GLOW, LEAD, STEP, WOOD, fill_of
from game.art.svg import WHITE, document, glass, halo, path, polygon
from game.art.tones import GOLD, Colour, Palette, contrast, hex_of, mixed
from game.model.themes import Theme
from game.values import dataclass

# The drawing's own units: steps from edge to edge, the arch's middle at (CX, CY).
W, H = 660.0, 792.0
CX, CY = 330.0, 242.0
FRAME, GLASS_R, SUN = 238.0, 206.0, 58.0
LEFT, RIGHT, TOP, MID, BOTTOM = CX - GLASS_R, CX + GLASS_R, CY + 4, 482.0, 722.0

BLACK = (0, 0, 0)
MARKED = 5.2
"""The least contrast of a mark with the glass behind it."""

_FAN = (Theme.ROLES, Theme.VIEWPOINTS, Theme.PERSON)
_LEAVES = ((Theme.MESSAGE, Theme.EARLY), (Theme.WELLBEING, Theme.MOVING))


@lru_cache(maxsize=64)
def halo_svg(colour: Colour, strength: float) -> str:
    body = f"<defs>{halo('h', colour, 50, 50, 50, strength)}</defs>"
    return document(100, 100, body + '<circle cx="50" cy="50" r="50" fill="url(#h)"/>')


@dataclass(frozen=True, slots=True)
class DoorColours:
    """The palette's part in the drawing, as a cache key."""

    themes: tuple[Colour, ...]
    glass: Colour
    wood: Colour
    step: Colour
    line: Colour
    gold: Colour
    light: Colour
    flat: bool = False
    """Whether light lies evenly on the glass, without any shading."""

    @classmethod
    @lru_cache(maxsize=8)
    def _made(cls, flat: bool, colours: tuple[Colour, ...]) -> "DoorColours":
        glass, wood, step, lead, gold, light = colours[7:]
        return cls(colours[:7], glass, wood, step, lead, gold, light, flat)

    @classmethod
    def of(cls, palette: Palette) -> "DoorColours":
        rest = (palette[each] for each in (GLASS, WOOD, STEP, LEAD, GOLD, GLOW))
        return cls._made(palette.plain, (*(palette[fill_of(t)] for t in Theme), *rest))


def pane_mark(theme: Theme, opened: float) -> tuple[float, float, float]:
    """Where a pane's icon stands (its middle) and how large it is, in drawing units."""
    if theme in _FAN:
        angle = math.radians(150 - 60 * _FAN.index(theme))
        r = (SUN + GLASS_R) / 2 + 8
        return CX + r * math.cos(angle), CY - r * math.sin(angle), 62
    for side, leaf in enumerate(_LEAVES):
        if theme in leaf:
            quad = _pane(side, leaf.index(theme), opened)
            cx = sum(x for x, _ in quad) / 4
            cy = sum(y for _, y in quad) / 4
            return cx, cy, 62 - 22 * opened
    raise ValueError(theme)


def _pane(side: int, row: int, opened: float) -> list[tuple[float, float]]:
    """The corners of a leaf's pane; an open leaf has swung towards us round its outer edge."""
    tops = (TOP, MID, BOTTOM)
    outer = LEFT if side == 0 else RIGHT
    inner = CX + (outer - CX) * 0.62 * opened
    # The free edge comes nearer, so it looks a little taller than the hinge.
    lean = 34 * opened

    def corner(edge: float, at: float) -> tuple[float, float]:
        near = abs(edge - outer) / abs(CX - outer) if edge != outer else 0.0
        away = (at - (TOP + BOTTOM) / 2) / ((BOTTOM - TOP) / 2)
        return edge, at + lean * away * (1 if near else 0)

    top, bottom = tops[row], tops[row + 1]
    return [corner(outer, top), corner(inner, top), corner(inner, bottom), corner(outer, bottom)]


def leaf_gap(opened: float) -> tuple[float, float]:
    """Half the width between the two leaves, and how low their free corners hang."""
    _, _, (x, y), _ = _pane(1, 1, opened)
    return x - CX, y


@lru_cache(maxsize=96)
def door_svg(
    palette: str, w: int, h: int, light: tuple[float, ...], opened: float, colours: DoorColours
) -> str:
    """The whole door at w × h pixels."""
    del palette
    defs: list[str] = []
    body = [_steps(colours), _frame(colours)]
    fan = [_fan_pane(theme, light, colours, defs) for theme in _FAN]
    body.extend(fan)
    body.append(_sun(colours))
    if opened:
        body.append(_way(colours, opened, defs))
    for side, leaf in enumerate(_LEAVES):
        for row, theme in enumerate(leaf):
            quad = _pane(side, row, opened)
            cx = sum(x for x, _ in quad) / 4
            cy = sum(y for _, y in quad) / 4
            fill = _pane_fill(theme, light, colours, defs, cx, cy)
            body.append(path(polygon(quad), fill, colours.line, 8))
    body.append(_knob(colours, opened))
    return document(w, h, f"<defs>{''.join(defs)}</defs>{''.join(body)}", view=(W, H))


def _steps(colours: DoorColours) -> str:
    parts = []
    for n, (top, half) in enumerate(((726, 236), (746, 284), (766, 328))):
        fill = hex_of(mixed(colours.wood, colours.step, n / 2))
        parts.append(
            f'<rect x="{CX - half:g}" y="{top}" width="{2 * half:g}" height="22" rx="6" '
            f'fill="{fill}" stroke="{hex_of(colours.line)}" stroke-width="2.5"/>'
        )
    return "".join(reversed(parts))


def _frame(colours: DoorColours) -> str:
    outer = f"M{CX - FRAME:g} 728V{CY:g}A{FRAME:g} {FRAME:g} 0 0 1 {CX + FRAME:g} {CY:g}V728Z"
    r = GLASS_R + 4
    inner = f"M{CX - r:g} 726V{CY:g}A{r:g} {r:g} 0 0 1 {CX + r:g} {CY:g}V726Z"
    return path(outer, hex_of(colours.wood), colours.line, 3.5) + path(
        inner, hex_of(colours.line), colours.line, 4
    )


def _fan_pane(theme: Theme, light: tuple[float, ...], colours: DoorColours, defs: list[str]) -> str:
    n = _FAN.index(theme)
    start, end = math.radians(180 - 60 * n), math.radians(120 - 60 * n)

    def at(r: float, angle: float) -> str:
        return f"{CX + r * math.cos(angle):.2f} {CY - r * math.sin(angle):.2f}"

    d = (
        f"M{at(SUN, start)}L{at(GLASS_R, start)}"
        f"A{GLASS_R:g} {GLASS_R:g} 0 0 1 {at(GLASS_R, end)}L{at(SUN, end)}"
        f"A{SUN:g} {SUN:g} 0 0 0 {at(SUN, start)}Z"
    )
    cx, cy, _ = pane_mark(theme, 0)
    return path(d, _pane_fill(theme, light, colours, defs, cx, cy), colours.line, 8)


def _pane_fill(
    theme: Theme,
    light: tuple[float, ...],
    colours: DoorColours,
    defs: list[str],
    cx: float,
    cy: float,
) -> str:
    share = light[theme.place]
    if not share:
        return hex_of(colours.glass)
    colour = colours.themes[theme.place]
    # While it fills, light spreads from the pane's middle outwards.
    if share < 1:
        colour = mixed(colours.glass, colour, share)
    if colours.flat:
        return hex_of(colour)
    name = f"g{theme.place}"
    if theme in DARK_THEMES and share == 1:
        defs.append(glass(name, mixed(colour, BLACK, 0.22), _lit(colour), cx, cy - 10, 170))
        return f"url(#{name})"
    pale = mixed(colour, WHITE, 0.38 + 0.4 * (1 - share))
    defs.append(glass(name, colour, pale, cx, cy - 20, 150))
    return f"url(#{name})"


@lru_cache(maxsize=16)
def _lit(colour: Colour) -> Colour:
    """As pale as light makes a dark glass without hiding the white mark upon it."""
    paler = (mixed(colour, WHITE, share / 100) for share in range(38, 0, -2))
    return next((each for each in paler if contrast(each, WHITE) >= MARKED), colour)


def _sun(colours: DoorColours) -> str:
    d = f"M{CX - SUN:g} {CY:g}A{SUN:g} {SUN:g} 0 0 1 {CX + SUN:g} {CY:g}Z"
    return path(d, hex_of(mixed(colours.wood, colours.gold, 0.18)), colours.line, 8)


def _way(colours: DoorColours, opened: float, defs: list[str]) -> str:
    """What the open door shows: light, and a path that leads on."""
    warm = mixed(colours.gold, (255, 255, 255), 0.72)
    light = hex_of(warm)
    if not colours.flat:
        light = "url(#way)"
        defs.append(
            f'<linearGradient id="way" gradientUnits="userSpaceOnUse" x1="{CX}" y1="{TOP}" '
            f'x2="{CX}" y2="{BOTTOM}"><stop offset="0" stop-color="#ffffff"/>'
            f'<stop offset="1" stop-color="{hex_of(warm)}"/></linearGradient>'
        )
    room = f"M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}Z"
    trail = (
        f"M{CX - 70} {BOTTOM}C{CX - 20} 620 {CX + 60} 600 {CX + 6} 520"
        f"C{CX - 10} 490 {CX + 4} 470 {CX + 10} 452L{CX + 16} 452"
        f"C{CX + 16} 480 {CX + 34} 500 {CX + 44} 530C{CX + 76} 610 {CX + 60} 640 {CX + 70} {BOTTOM}Z"
    )
    fade = f' fill-opacity="{0.85 * opened:.2f}"'
    tone = hex_of(mixed(colours.gold, (255, 255, 255), 0.38))
    return path(room, light) + path(trail, tone, extra=fade)


def _knob(colours: DoorColours, opened: float) -> str:
    x = CX - 18 - (CX - LEFT) * 0.62 * opened + 8 * opened
    return (
        f'<circle cx="{x:.1f}" cy="{MID}" r="13" fill="{hex_of(colours.gold)}" '
        f'stroke="{hex_of(colours.line)}" stroke-width="4"/>'
    )
