"""What everything printed shares: the colours of the paper palette, icons, and how much ink to use."""

from pathlib import Path

from game.art.palettes import PALETTES, THEME_ICONS, fill_of, text_of
from game.art.tones import CARD, CREAM, INK, SAND, SAND_LINE, SOFT, Colour, Tone
from game.model.themes import Theme
from game.printing import svgread
from game.printing.flow import Run, Style, broken, set_lines
from game.printing.page import Box, Mark, Shape, moved
from game.printing.typeface import BOLD, REGULAR, SEMIBOLD, Type, typeface
from game.values import dataclass

PALETTE = PALETTES["paper"]
WHITE: Colour = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Look:
    """The assets to draw with, and whether ink is to be saved."""

    assets: Path
    ink_saving: bool = False
    large_print: bool = False

    @property
    def type(self) -> Type:
        return typeface(self.assets)

    def tone(self, tone: Tone) -> Colour:
        return PALETTE[tone]

    @property
    def ink(self) -> Colour:
        return PALETTE[INK]

    @property
    def soft(self) -> Colour:
        return PALETTE[SOFT]

    @property
    def line(self) -> Colour:
        return PALETTE[SAND_LINE]

    def ground(self, tone: Tone) -> Colour:
        """A filled ground such as a panel; white where ink is saved."""
        return PALETTE[CARD] if self.ink_saving else PALETTE[tone]

    @property
    def cream(self) -> Colour:
        return self.ground(CREAM)

    @property
    def sand(self) -> Colour:
        return self.ground(SAND)

    # Themes.

    def theme(self, theme: Theme) -> Colour:
        return PALETTE[fill_of(theme)]

    def on_theme(self, theme: Theme) -> Colour:
        """What words and icons upon the theme's colour are drawn in."""
        return PALETTE[PALETTE.text_on(fill_of(theme))]

    def words_of(self, theme: Theme) -> Colour:
        """The theme's colour as it reads on white."""
        return PALETTE[text_of(theme)]

    # Pieces.

    def icon(self, name: str, box: Box, colour: Colour) -> tuple[Mark, ...]:
        """An icon of the assets, drawn to fill *box*."""
        return self._drawn(svgread.asset(self.assets, f"icons/{name}"), box, colour)

    def theme_icon(self, theme: Theme, box: Box, colour: Colour) -> tuple[Mark, ...]:
        return self.icon(THEME_ICONS[theme], box, colour)

    def art(self, name: str, box: Box) -> tuple[Mark, ...]:
        """A many-coloured picture of the assets, such as a portrait."""
        return self._drawn(svgread.asset(self.assets, f"art/{name}"), box, (0, 0, 0))

    @staticmethod
    def sketch(svg: str, box: Box) -> tuple[Mark, ...]:
        """A drawing given as SVG text, as the screens give theirs."""
        return Look._drawn(svg, box, (0, 0, 0))

    @staticmethod
    def _drawn(svg: str, box: Box, colour: Colour) -> tuple[Shape, ...]:
        (w, h), found = svgread.shapes(svg, colour)
        by = min(box.w / w, box.h / h)
        x, y = box.x + (box.w - w * by) / 2, box.y + (box.h - h * by) / 2
        return tuple(mark for mark in moved(found, x, y, by) if isinstance(mark, Shape))

    # Words.

    def pt(self, size: float) -> float:
        """A size of type on pages of running words; never under 16 in large print."""
        return max(16.0, size * 1.5) if self.large_print else size

    def body(self, size: float = 10.5, leading: float = 1.35) -> Style:
        return Style(self.pt(size), REGULAR, self.ink, leading)

    def strong(self, size: float = 10.5, leading: float = 1.35) -> Style:
        return Style(self.pt(size), SEMIBOLD, self.ink, leading)

    def head(self, size: float = 16, leading: float = 1.2) -> Style:
        return Style(self.pt(size), BOLD, self.ink, leading)

    def quiet(self, size: float = 9, leading: float = 1.3) -> Style:
        return Style(self.pt(size), REGULAR, self.soft, leading)

    def label(
        self, text: str, x: float, y: float, style: Style, *, width: float = 0.0, align: float = 0.0
    ) -> list[Mark]:
        """Words in the room from (x, y) down; on one line where *width* is 0."""
        lines = broken(self.type, (Run(text, style),), width or 100_000.0)
        return set_lines(lines, x, y, width=width, align=align, type_=self.type)
