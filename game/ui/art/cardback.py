"""The back of a card, turning over."""

from functools import lru_cache

from game.art.palettes import fill_of
from game.art.svg import document
from game.model.themes import Theme
from game.tongue import N_
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Sketch
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed
from game.ui.kit.tones import CARD, INK, SAND_LINE, Colour, hex_of
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class CardBack(Painting):
    """A card on its way from back to front: `turned` from 0 to 1, edge-on in the middle."""

    usual = N_("A card is being turned")

    theme: Theme
    turned: float
    label: str | None = None
    aspect: float = 63 / 88

    def measure(self, lay: Layout, width: int) -> Size:
        h = min(lay.px(820), round(width / self.aspect))
        return Size(round(h * self.aspect), h)

    def paint(self, placed: Placed, pen: Pen) -> None:
        share = abs(1 - 2 * self.turned)
        x, y, w, h = placed.rect
        wide = max(4, round(w * share))
        rect = Rect(x + (w - wide) // 2, y, wide, h)
        front = self.turned >= 0.5
        fill = pen.colour(CARD if front else INK)
        svg = back_svg(rect.w, rect.h, fill, pen.colour(fill_of(self.theme)), pen.colour(SAND_LINE))
        pen.ops.append(Sketch(rect, svg, keep=False))


@lru_cache(maxsize=32)
def back_svg(w: int, h: int, fill: Colour, band: Colour, edge: Colour) -> str:
    """A plain card with a band of its theme's colour."""
    body = (
        f'<rect x="2" y="2" width="{w - 4}" height="{h - 4}" rx="{min(34, w // 2)}" '
        f'fill="{hex_of(fill)}" stroke="{hex_of(edge)}" stroke-width="3"/>'
        f'<rect x="{w * 0.12:.1f}" y="{h * 0.12:.1f}" width="{w * 0.76:.1f}" '
        f'height="{h * 0.16:.1f}" rx="{min(18, w // 4)}" fill="{hex_of(band)}"/>'
    )
    return document(w, h, body)
