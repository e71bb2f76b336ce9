"""The door as a widget: its panes, their icons, and the light round it."""

from game.art.door import DoorColours, H, W, door_svg, halo_svg, pane_mark
from game.art.palettes import GLASS_MARK, GLOW, THEME_ICONS, fill_of
from game.model.themes import Theme
from game.tongue import N_
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Icon, Sketch
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Pen, Placed
from game.values import dataclass

SMALLEST_MARK = 34


@dataclass(frozen=True, slots=True)
class Door(Painting):
    """
    The door as it stands: which panes are lit, one that is filling with light, how far it is open.

    `light` maps to the panes in theme order, 0 dark to 1 lit; `open` runs from 0 to 1.
    """

    usual = N_("The door")

    light: tuple[float, ...]
    open: float = 0.0
    glow: float = 1.0
    label: str | None = None
    aspect: float = W / H

    def paint(self, placed: Placed, pen: Pen) -> None:
        x, y, w, h = placed.rect
        still = all(each in {0.0, 1.0} for each in self.light) and self.open in {0.0, 1.0}
        if not pen.palette.plain and self.glow:
            pen.ops.append(self.halo(placed.rect, pen))
        svg = door_svg(pen.palette.name, w, h, self.light, self.open, DoorColours.of(pen.palette))
        pen.ops.append(Sketch(Rect(x, y, w, h), svg, keep=still))
        for theme in Theme:
            cx, cy, side = pane_mark(theme, self.open)
            # On a small door the marks are larger, or nobody could tell what they are.
            size = round(max(side * w / W, min(1.7 * side * w / W, pen.px(SMALLEST_MARK))))
            lit = self.light[theme.place] >= 0.5
            tone = pen.palette.text_on(fill_of(theme)) if lit else GLASS_MARK
            at = Rect(
                round(x + cx * w / W) - size // 2, round(y + cy * h / H) - size // 2, size, size
            )
            pen.ops.append(Icon(at, THEME_ICONS[theme], pen.colour(tone)))

    def halo(self, rect: Rect, pen: Pen) -> Sketch:
        """Light round the door, more of it the more panes are lit."""
        lit = sum(self.light) / len(self.light)
        strength = (0.25 + 0.5 * lit + 0.25 * self.open) * self.glow
        side = round(rect.h * 1.2)
        cx, cy = rect.x + rect.w // 2, rect.y + round(rect.h * 0.5)
        bounds = Rect(cx - side // 2, cy - side // 2, side, side)
        svg = halo_svg(pen.colour(GLOW), round(strength * 20) / 20)
        return Sketch(bounds, svg, soft=True)
