"""The three palettes. Every colour of the game is named here and nowhere else."""

from functools import lru_cache

from game.art.tones import (
    CAP_LINE,
    CARD,
    CREAM,
    GOLD,
    GOOD,
    INK,
    ON_INK,
    PAPER,
    PAPER_LOW,
    SAND,
    SAND_LINE,
    SHADE,
    SOFT,
    Colour,
    Palette,
    Tone,
)
from game.model.themes import Theme

MIND = Tone("mind")
BODY_TONE = Tone("body")
MIND_PALE = Tone("mind pale")
BODY_PALE = Tone("body pale")
GLOW = Tone("glow")
KEEPER = Tone("footer")
ON_KEEPER = Tone("on footer")
KEEPER_SOFT = Tone("footer soft")
ON_DARK_GOLD = Tone("gold on footer")
VOICE = Tone("voice icon")
NIGHT = Tone("words on dark fills")
GLASS = Tone("unlit pane")
GLASS_MARK = Tone("unlit mark")
WOOD = Tone("door frame")
STEP = Tone("door step")
OUTLINE = Tone("outline")
LEAD = Tone("lead between panes")


def fill_of(theme: Theme) -> Tone:
    """The tone of a theme's tile, pane or card head."""
    return Tone(f"theme {theme.value}")


def text_of(theme: Theme) -> Tone:
    """A theme's colour as it reads on a white card: headings and bullets."""
    return Tone(f"theme {theme.value} text")


def _rgb(text: str) -> Colour:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


_LIGHT_THEMES = {Theme.VIEWPOINTS, Theme.WELLBEING, Theme.MOVING}
DARK_THEMES = frozenset(Theme) - _LIGHT_THEMES
"""What stands on these is white, in every palette."""

_THEMES = {
    Theme.ROLES: "#3156D3",
    Theme.VIEWPOINTS: "#6FD6D2",
    Theme.PERSON: "#C7356F",
    Theme.MESSAGE: "#3E1558",
    Theme.WELLBEING: "#A9CF7F",
    Theme.EARLY: "#8F4A0B",
    Theme.MOVING: "#F2B81C",
}

# Light theme colours cannot be read as words on white; these darker cousins can.
_THEME_WORDS = {
    **_THEMES,
    Theme.VIEWPOINTS: "#14666A",
    Theme.WELLBEING: "#3F6A1C",
    Theme.MOVING: "#7A5600",
}


def _themes(words: dict[Theme, str]) -> dict[Tone, Colour]:
    tones = {fill_of(theme): _rgb(colour) for theme, colour in _THEMES.items()}
    return {**tones, **{text_of(theme): _rgb(colour) for theme, colour in words.items()}}


_ON_THEMES = {fill_of(theme): (OUTLINE if theme in _LIGHT_THEMES else NIGHT) for theme in Theme}

_PAPER = Palette(
    "paper",
    {
        PAPER: _rgb("#FDFBF6"),
        PAPER_LOW: _rgb("#F1E9D8"),
        INK: _rgb("#14213D"),
        ON_INK: _rgb("#FFFFFF"),
        SOFT: _rgb("#424B5F"),
        CARD: _rgb("#FFFFFF"),
        SAND: _rgb("#E9DFCB"),
        SAND_LINE: _rgb("#DDD3C0"),
        CREAM: _rgb("#F6F0E2"),
        GOLD: _rgb("#F2B81C"),
        GOOD: _rgb("#266A42"),
        SHADE: _rgb("#8A7A55"),
        CAP_LINE: _rgb("#B9AD95"),
        MIND: _rgb("#5B4BB7"),
        BODY_TONE: _rgb("#B94A33"),
        MIND_PALE: _rgb("#E2DFF3"),
        BODY_PALE: _rgb("#F5E0DA"),
        GLOW: _rgb("#FFE9A8"),
        KEEPER: _rgb("#14213D"),
        ON_KEEPER: _rgb("#FFFFFF"),
        KEEPER_SOFT: _rgb("#D5DAE6"),
        ON_DARK_GOLD: _rgb("#F2B81C"),
        VOICE: _rgb("#B52C63"),
        NIGHT: _rgb("#FFFFFF"),
        OUTLINE: _rgb("#14213D"),
        LEAD: _rgb("#14213D"),
        GLASS: _rgb("#F4EEDF"),
        GLASS_MARK: _rgb("#5C5545"),
        WOOD: _rgb("#E9DFCB"),
        STEP: _rgb("#D9CCB0"),
        **_themes(_THEME_WORDS),
    },
    {INK: ON_INK, KEEPER: ON_KEEPER, MIND: NIGHT, BODY_TONE: NIGHT, GOOD: NIGHT, **_ON_THEMES},
)

_DARK = Palette(
    "dark",
    {
        PAPER: _rgb("#10182B"),
        PAPER_LOW: _rgb("#0B1120"),
        INK: _rgb("#F4EFE3"),
        ON_INK: _rgb("#10182B"),
        SOFT: _rgb("#BCC3D2"),
        CARD: _rgb("#1C2740"),
        SAND: _rgb("#33405E"),
        SAND_LINE: _rgb("#46547A"),
        CREAM: _rgb("#27334F"),
        GOLD: _rgb("#F2B81C"),
        GOOD: _rgb("#7FD3A0"),
        SHADE: _rgb("#000000"),
        CAP_LINE: _rgb("#7C89A8"),
        MIND: _rgb("#A79BF0"),
        BODY_TONE: _rgb("#F09A86"),
        MIND_PALE: _rgb("#37335C"),
        BODY_PALE: _rgb("#53352F"),
        GLOW: _rgb("#4A4326"),
        KEEPER: _rgb("#070C17"),
        ON_KEEPER: _rgb("#FFFFFF"),
        KEEPER_SOFT: _rgb("#C9D0E0"),
        ON_DARK_GOLD: _rgb("#F2B81C"),
        VOICE: _rgb("#F28AB2"),
        NIGHT: _rgb("#FFFFFF"),
        OUTLINE: _rgb("#0B1120"),
        LEAD: _rgb("#0B1120"),
        GLASS: _rgb("#2A3654"),
        GLASS_MARK: _rgb("#B7C1D9"),
        WOOD: _rgb("#4A4636"),
        STEP: _rgb("#5A553F"),
        **_themes(
            {
                Theme.ROLES: "#9DB2FF",
                Theme.VIEWPOINTS: "#6FD6D2",
                Theme.PERSON: "#F28AB2",
                Theme.MESSAGE: "#D3A6F0",
                Theme.WELLBEING: "#A9CF7F",
                Theme.EARLY: "#F0AE72",
                Theme.MOVING: "#F2B81C",
            }
        ),
    },
    {
        INK: ON_INK,
        KEEPER: ON_KEEPER,
        MIND: OUTLINE,
        BODY_TONE: OUTLINE,
        GOOD: OUTLINE,
        **_ON_THEMES,
    },
)

_BLACK, _WHITE, _YELLOW = _rgb("#000000"), _rgb("#FFFFFF"), _rgb("#FFE600")

_CONTRAST = Palette(
    "high contrast",
    {
        PAPER: _BLACK,
        PAPER_LOW: _BLACK,
        INK: _WHITE,
        ON_INK: _BLACK,
        SOFT: _WHITE,
        CARD: _BLACK,
        SAND: _rgb("#333333"),
        SAND_LINE: _WHITE,
        CREAM: _rgb("#262626"),
        GOLD: _YELLOW,
        GOOD: _YELLOW,
        SHADE: _BLACK,
        CAP_LINE: _WHITE,
        MIND: _WHITE,
        BODY_TONE: _YELLOW,
        MIND_PALE: _rgb("#333333"),
        BODY_PALE: _rgb("#333300"),
        GLOW: _BLACK,
        KEEPER: _BLACK,
        ON_KEEPER: _WHITE,
        KEEPER_SOFT: _WHITE,
        ON_DARK_GOLD: _YELLOW,
        VOICE: _YELLOW,
        NIGHT: _WHITE,
        OUTLINE: _BLACK,
        LEAD: _WHITE,
        GLASS: _BLACK,
        GLASS_MARK: _WHITE,
        WOOD: _rgb("#1A1A1A"),
        STEP: _rgb("#333333"),
        **_themes(dict.fromkeys(Theme, "#FFE600")),
    },
    {
        INK: ON_INK,
        KEEPER: ON_KEEPER,
        MIND: OUTLINE,
        BODY_TONE: OUTLINE,
        GOOD: OUTLINE,
        **_ON_THEMES,
    },
    plain=True,
)

PALETTES: dict[str, Palette] = {each.name: each for each in (_PAPER, _DARK, _CONTRAST)}


@lru_cache(maxsize=8)
def suited(name: str, *, flat: bool = False, strong: bool = False) -> Palette:
    """
    A palette without shadings (*flat*), or with nothing soft, thin and light in it (*strong*).

    A video call turns shadings into bands; a projector in a light room shows no difference between
    white and cream, and loses lines that are hardly darker than their ground.
    """
    palette = PALETTES[name]
    if not flat and not strong:
        return palette
    colours = {**palette.colours}
    if strong:
        colours |= {
            PAPER: colours[CARD] if name == "paper" else colours[PAPER_LOW],
            SOFT: colours[INK],
            SAND_LINE: colours[INK],
            CAP_LINE: colours[INK],
            GLASS_MARK: colours[INK],
            KEEPER_SOFT: colours[ON_KEEPER],
        }
    # One colour from top to bottom.
    colours[PAPER_LOW] = colours[PAPER]
    return Palette(name, colours, palette.on, plain=True)


THEME_ICONS = {
    Theme.ROLES: "users-group",
    Theme.VIEWPOINTS: "messages",
    Theme.PERSON: "user-heart",
    Theme.MESSAGE: "message-2-check",
    Theme.WELLBEING: "seedling",
    Theme.EARLY: "sunrise",
    Theme.MOVING: "route-2",
}
