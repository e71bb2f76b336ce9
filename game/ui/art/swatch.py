"""A small picture of a palette, drawn in that palette's own colours whichever is in use."""

from functools import lru_cache

from game.art.palettes import PALETTES, fill_of
from game.art.svg import document
from game.model.themes import Theme
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Sketch
from game.ui.kit.layout import Pen, Placed
from game.ui.kit.tones import CARD, INK, PAPER, SAND_LINE, hex_of
from game.values import dataclass

_SHOWN = (Theme.ROLES, Theme.VIEWPOINTS, Theme.PERSON, Theme.MOVING)


@dataclass(frozen=True, slots=True)
class Swatch(Painting):
    """A page with a card, two lines of type and four theme tiles."""

    palette: str
    label: str = ""
    aspect: float = 1.6

    def paint(self, placed: Placed, pen: Pen) -> None:
        rect = placed.rect
        pen.ops.append(Sketch(rect, swatch_svg(self.palette, rect.w, rect.h)))


@lru_cache(maxsize=32)
def swatch_svg(name: str, w: int, h: int) -> str:
    palette = PALETTES[name]
    ink, card, edge = hex_of(palette[INK]), hex_of(palette[CARD]), hex_of(palette[SAND_LINE])
    tiles = "".join(
        f'<rect x="{26 + 29 * n}" y="60" width="23" height="23" rx="5" '
        f'fill="{hex_of(palette[fill_of(theme)])}" stroke="{ink}" stroke-width="1.6"/>'
        for n, theme in enumerate(_SHOWN)
    )
    body = (
        f'<rect x="2" y="2" width="156" height="96" rx="12" fill="{hex_of(palette[PAPER])}" '
        f'stroke="{edge}" stroke-width="3"/>'
        f'<rect x="14" y="14" width="132" height="36" rx="8" fill="{card}" stroke="{edge}" '
        'stroke-width="1.6"/>'
        f'<rect x="26" y="22" width="76" height="7" rx="3.5" fill="{ink}"/>'
        f'<rect x="26" y="35" width="104" height="6" rx="3" fill="{ink}" fill-opacity="0.7"/>'
        f"{tiles}"
    )
    return document(w, h, body, view=(160, 100))
