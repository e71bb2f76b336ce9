"""The light of an open door: rays behind it, and a warm shine that falls upon its steps."""

import math
from functools import lru_cache

from game.art.door import BOTTOM, CX, H, W, leaf_gap
from game.art.palettes import GLOW
from game.art.svg import document
from game.tongue import N_
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Sketch
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Pen, Placed
from game.ui.kit.tones import GOLD, Colour, hex_of
from game.values import dataclass

RAYS = 18


@dataclass(frozen=True, slots=True)
class Rays(Painting):
    """Rays behind the door; lay the door upon them. `strength` runs from 0 to 1."""

    usual = N_("Light")

    strength: float
    label: str | None = None
    aspect: float = W / H

    def paint(self, placed: Placed, pen: Pen) -> None:
        if pen.palette.plain or not self.strength:
            return
        x, y, w, h = placed.rect
        side = round(h * 1.36)
        bounds = Rect(x + (w - side) // 2, y + round(h * 0.52) - side // 2, side, side)
        svg = rays_svg(pen.colour(GLOW), pen.colour(GOLD))
        pen.ops.append(Sketch(bounds, svg, opacity=round(self.strength, 2)))


@dataclass(frozen=True, slots=True)
class Shine(Painting):
    """What falls through the open door upon its steps; lay it upon a door that is as far open."""

    usual = N_("Light on the steps")

    open: float
    label: str | None = None
    aspect: float = W / H

    def paint(self, placed: Placed, pen: Pen) -> None:
        if pen.palette.plain or not self.open:
            return
        svg = shine_svg(pen.colour(GOLD), self.open)
        pen.ops.append(Sketch(placed.rect, svg, keep=self.open == 1.0))


@lru_cache(maxsize=8)
def rays_svg(glow: Colour, gold: Colour) -> str:
    """Wedges of light from the middle outwards, paling to nothing."""
    wedges = []
    for n in range(RAYS):
        # Uneven wedges look like light; even ones look like a wheel.
        turn = 360 * n / RAYS + (5 if n % 3 else -4)
        half = (3.2, 5.4, 4.2)[n % 3]
        ends = []
        for angle in (turn - half, turn + half):
            r = math.radians(angle)
            ends.append(f"{100 + 110 * math.cos(r):.2f} {100 + 110 * math.sin(r):.2f}")
        wedges.append(f'<path d="M100 100L{ends[0]}L{ends[1]}Z" fill="url(#r)"/>')
    light = (
        '<radialGradient id="r" gradientUnits="userSpaceOnUse" cx="100" cy="100" r="100">'
        f'<stop offset="0.25" stop-color="{hex_of(gold)}" stop-opacity="0.30"/>'
        f'<stop offset="0.62" stop-color="{hex_of(glow)}" stop-opacity="0.32"/>'
        f'<stop offset="1" stop-color="{hex_of(glow)}" stop-opacity="0"/></radialGradient>'
    )
    return document(200, 200, f"<defs>{light}</defs>{''.join(wedges)}")


@lru_cache(maxsize=32)
def shine_svg(gold: Colour, opened: float) -> str:
    """A sheet of light that comes out between the leaves and widens over the steps."""
    half, low = leaf_gap(opened)
    light = (
        f'<linearGradient id="s" gradientUnits="userSpaceOnUse" x1="0" y1="{BOTTOM}" x2="0" '
        f'y2="{H}"><stop offset="0" stop-color="#ffffff" stop-opacity="{0.85 * opened:.2f}"/>'
        f'<stop offset="0.35" stop-color="{hex_of(gold)}" stop-opacity="{0.55 * opened:.2f}"/>'
        f'<stop offset="1" stop-color="{hex_of(gold)}" stop-opacity="{0.15 * opened:.2f}"/></linearGradient>'
    )
    wide = half + 1.6 * (H - 5 - low)
    sheet = (
        f"M{CX - half:.1f} {BOTTOM + 5}H{CX + half:.1f}V{low:.1f}"
        f"L{CX + wide:.1f} {H - 5}H{CX - wide:.1f}L{CX - half:.1f} {low:.1f}Z"
    )
    return document(W, H, f'<defs>{light}</defs><path d="{sheet}" fill="url(#s)"/>')
