"""The card as a sheet: coloured head with theme, title and code, and whatever a stage shows below."""

from collections.abc import Sequence

from game.model.pack import Card
from game.model.themes import Theme
from game.ui.art.palettes import NIGHT, OUTLINE, THEME_ICONS, VOICE, fill_of
from game.ui.kit.boxes import Centre, Column, Grow, Pad, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.layout import Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK, SOFT, Tone

READING = Style(31, Face.REGULAR, INK, 1.42)


def bulleted(words: str, style: Style, tone: Tone = INK, gap: int = 20) -> Widget:
    """One of several questions, with a dot before it."""
    # A dot that is type itself stays on its line at every text size and spacing. Nobody is told of it.
    dot = Text("•", Style(style.size, Face.HEAVY, tone, style.leading), kind="")
    return Row((dot, Grow(Text(words, style))), gap=gap, align=0)


def tone_on(theme: Theme) -> Tone:
    """What words and icons upon a theme's colour are drawn in, the same in every palette."""
    return OUTLINE if theme in {Theme.VIEWPOINTS, Theme.WELLBEING, Theme.MOVING} else NIGHT


def card_head(card: Card, stage: str = "") -> Widget:
    """The coloured band: icon, theme, title, short code; *stage* where no strip shows it."""
    tone = tone_on(card.theme)
    above = f"{stage} · {card.theme.label}" if stage else card.theme.label
    names = Column(
        (
            Text(above, Style(27, Face.SEMIBOLD, tone, 1.2)),
            Text(card.title, Style(38, Face.BOLD, tone, 1.2), kind="heading"),
        ),
        gap=2,
    )
    code = Text(card.code, Style(26, Face.REGULAR, tone, 1.2))
    return Panel(
        Row((Icon(THEME_ICONS[card.theme], 58, tone), Grow(names), code), gap=26),
        fill=fill_of(card.theme),
        raised=False,
        radius=34,
        pad=40,
        pad_y=24,
        corners=(True, True, False, False),
    )


def card_sheet(
    card: Card,
    parts: Sequence[Widget],
    *,
    gap: float = 26,
    middle: bool = False,
    stage: str = "",
) -> Widget:
    """A whole card with *parts* below its head, or in the middle of what room is left."""
    column: Widget = Column(tuple(parts), gap=gap)
    if middle:
        column = Centre(column, down=0.42)
    body = Pad(column, 44, 36, 44, 40)
    return Panel(Column((card_head(card, stage), Grow(body)), gap=0), pad=0, radius=34)


def voice_box(card: Card, name: str) -> Widget:
    """The person's own words, in quotation marks; *name* says whose, or is empty."""
    said = f"“{card.voice}”"
    words = Text(f"{name}: {said}" if name else said, Style(31, Face.SEMIBOLD, INK, 1.35))
    return quoted("user-heart", VOICE, words)


def quoted(icon: str, tone: Tone, words: Text) -> Widget:
    """Somebody's own words, on cream."""
    return Panel(
        Row((Icon(icon, 46, tone), Grow(words)), gap=22),
        fill=CREAM,
        raised=False,
        radius=20,
        pad=30,
        pad_y=22,
    )


def note_line(icon: str, words: str, tone: Tone = INK, size: float = 29) -> Widget:
    """A short line with an icon before it."""
    return Row(
        (Icon(icon, 40, tone), Grow(Text(words, Style(size, Face.REGULAR, tone, 1.3)))), gap=18
    )


def soft(words: str, size: float = 25) -> Text:
    """A line of secondary text."""
    return Text(words, Style(size, Face.REGULAR, SOFT, 1.35))
