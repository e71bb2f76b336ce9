"""
Colours by name. A widget names a tone; a palette says which colour that is.

The kit needs the tones listed here; a game adds its own beside them.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NewType

from game.values import dataclass

Tone = NewType("Tone", str)
Colour = tuple[int, int, int]

PAPER = Tone("paper")
PAPER_LOW = Tone("paper low")
INK = Tone("ink")
ON_INK = Tone("on ink")
SOFT = Tone("soft ink")
CARD = Tone("card")
SAND = Tone("sand")
SAND_LINE = Tone("sand line")
CREAM = Tone("cream")
GOLD = Tone("gold")
GOOD = Tone("good")
SHADE = Tone("shade")
CAP_LINE = Tone("cap line")


@dataclass(frozen=True, slots=True)
class Palette:
    """One colour a tone, and whether shadows and glows are drawn at all."""

    name: str
    colours: Mapping[Tone, Colour]
    on: Mapping[Tone, Tone]
    """Which tone text takes upon a fill; ink where a fill is not named."""
    plain: bool = False
    """No gradients, no shadows, no glows; sheets have edges instead."""

    def __getitem__(self, tone: Tone) -> Colour:
        return self.colours[tone]

    def text_on(self, fill: Tone) -> Tone:
        return self.on.get(fill, INK)


def hex_of(colour: Colour) -> str:
    """The colour as SVG writes it, such as #14213d."""
    return f"#{colour[0]:02x}{colour[1]:02x}{colour[2]:02x}"


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """*one* with *share* (0 to 1) of *other* stirred in."""
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


def contrast(one: Colour, other: Colour) -> float:
    """How far apart two colours are in light, 1 to 21, as WCAG 2 counts it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=4096)
def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (_linear(each / 255) for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
