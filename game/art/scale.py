"""The marker of the scale between mind and body."""

from functools import lru_cache

from game.art.svg import document, path, polygon
from game.art.tones import Colour, hex_of


@lru_cache(maxsize=16)
def marker_svg(side: int, ink: Colour) -> str:
    return document(
        side, side, path(polygon([(50, 8), (94, 92), (6, 92)]), hex_of(ink)), view=(100, 100)
    )
