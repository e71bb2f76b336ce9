"""The path of the board: a ring of spaces round the door, as places and tiles."""

import math
from functools import lru_cache

from game.art.svg import document
from game.art.tones import Colour, hex_of
from game.model.pack import Space, SpaceKind
from game.tongue import N_, _

# In the board's own units.
WIDE, TALL = 1250.0, 930.0
LANE = 128.0
TILE = 105.0
ROUND = 206.0
"""The radius of the lane's middle line at the corners."""

KIND_ICONS = {
    SpaceKind.CROSSROADS: "arrows-shuffle",
    SpaceKind.MOMENT: "bolt",
    SpaceKind.PAUSE: "coffee",
}
KIND_NAMES = {
    SpaceKind.CROSSROADS: N_("Crossroads"),
    SpaceKind.MOMENT: N_("A moment"),
    SpaceKind.PAUSE: N_("A pause"),
}


def space_name(space: Space) -> str:
    """What a space is called on screen."""
    return space.theme.label if space.theme is not None else _(KIND_NAMES[space.kind])


@lru_cache(maxsize=512)
def spot(at: float, count: int) -> tuple[float, float, float]:
    """
    The middle of a place on the ring, in board units, and its tilt in degrees clockwise.

    Place 0 is the top left corner; places run clockwise and may be fractions.
    """
    w, h = WIDE - LANE, TALL - LANE
    arc = math.pi * ROUND / 2
    sides = (w - 2 * ROUND, h - 2 * ROUND, w - 2 * ROUND, h - 2 * ROUND)
    whole = sum(sides) + 4 * arc
    s = (at / count * whole + arc / 2) % whole
    x0 = y0 = LANE / 2
    corners = (
        (x0 + ROUND, y0 + ROUND),
        (x0 + w - ROUND, y0 + ROUND),
        (x0 + w - ROUND, y0 + h - ROUND),
        (x0 + ROUND, y0 + h - ROUND),
    )
    for n in range(4):
        cx, cy = corners[n]
        start = 180 + 90 * n
        if s < arc:
            angle = start + 90 * s / arc
            a = math.radians(angle)
            tilt = (angle - 225 + 45 + 90) % 180 - 90
            return cx + ROUND * math.cos(a), cy + ROUND * math.sin(a), _upright(tilt)
        s -= arc
        if s < sides[n]:
            dx, dy = ((1, 0), (0, 1), (-1, 0), (0, -1))[n]
            ox, oy = ((0, -ROUND), (ROUND, 0), (0, ROUND), (-ROUND, 0))[n]
            return cx + ox + dx * s, cy + oy + dy * s, 0.0
        s -= sides[n]
    return spot(0.0, count)


def _upright(tilt: float) -> float:
    """The same line of tiles, turned at most 45 degrees so that icons never lie on their side."""
    while tilt > 45:
        tilt -= 90
    while tilt < -45:
        tilt += 90
    return tilt


@lru_cache(maxsize=256)
def tile_svg(side: int, tilt: float, fill: Colour, line: Colour) -> str:
    """A space: a rounded square, tilted with the lane."""
    s = 100 / 1.42
    a = (100 - s) / 2
    body = (
        f'<g transform="rotate({tilt:g} 50 50)"><rect x="{a:.2f}" y="{a:.2f}" width="{s:.2f}" '
        f'height="{s:.2f}" rx="14" fill="{hex_of(fill)}" stroke="{hex_of(line)}" '
        'stroke-width="1.9"/></g>'
    )
    return document(side, side, body, view=(100, 100))


@lru_cache(maxsize=256)
def dashes_svg(side: int, tilt: float, line: Colour) -> str:
    s = 72.0
    a = (100 - s) / 2
    body = (
        f'<g transform="rotate({tilt:g} 50 50)"><rect x="{a}" y="{a}" width="{s}" height="{s}" '
        f'rx="16" fill="none" stroke="{hex_of(line)}" stroke-width="3" '
        'stroke-dasharray="6.5 4"/></g>'
    )
    return document(side, side, body, view=(100, 100))
