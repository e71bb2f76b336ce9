"""What the accessibility screen offers for the eye: letters, colours, shades and motion."""

from game.app.settings import (
    EDGES,
    LETTER_SPACINGS,
    LINE_SPACINGS,
    PALETTE_NAMES,
    TEXT_SIZES,
    Settings,
)
from game.tongue import N_, _
from game.ui.art.swatch import Swatch
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Chip, Tap
from game.ui.kit.layout import Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SAND_LINE
from game.ui.screens.choices import Changing, line, on_off, one_of
from game.ui.stack import Env
from game.values import replace

_PALETTE_LABELS = {"paper": N_("Paper"), "dark": N_("Dark"), "high contrast": N_("High contrast")}


def sizes(now: Settings, change: Changing) -> Widget:
    """How large the text is, with a sample of it."""
    chips = tuple(
        Chip(
            _("{size} %").format(size=size),
            change(replace(now, text=size)),
            f"text {size}",
            now.text == size,
            radio=True,
            size=28,
            pad=12,
        )
        for size in TEXT_SIZES
    )
    sample = Panel(
        Text(_("Her sister rang. Somebody answered."), Style(31, Face.REGULAR, INK, 1.4)),
        fill=CREAM,
        raised=False,
        radius=18,
        pad=28,
        pad_y=18,
    )
    body = Column(
        (
            _titled("text-size", _("Text size")),
            Grid(chips, columns=4, gap=12, least=150),
            sample,
        ),
        gap=20,
    )
    return Panel(body, pad=34, pad_y=30)


def spacings(env: Env, now: Settings, change: Changing) -> Widget:
    """The typeface, and how far lines and letters stand apart."""
    faces = (("usual", "Atkinson"), ("lexend", "Lexend"))
    rows = (
        line(
            env,
            "arrow-down",
            N_("Between lines"),
            "",
            one_of(now, "lines", ((each, f"{each} %") for each in LINE_SPACINGS), change),
        ),
        line(
            env,
            "arrow-right",
            N_("Between letters"),
            N_("Where a label would no longer fit, its letters stand closer."),
            one_of(now, "letters", ((each, _letters(each)) for each in LETTER_SPACINGS), change),
        ),
        line(
            env,
            "pencil",
            N_("Typeface"),
            N_("Some who find reading hard find Lexend easier."),
            one_of(now, "typeface", faces, change),
        ),
    )
    return Panel(Column(rows, gap=26), pad=34, pad_y=30)


def palettes(now: Settings, change: Changing) -> Widget:
    """Three sheets of colours to choose from."""
    cells = tuple(_swatch(name, now, change) for name in PALETTE_NAMES)
    grid = Grid(cells, columns=3, gap=18, least=200)
    return Panel(Column((_titled("contrast", _("Colours")), grid), gap=20), pad=34, pad_y=30)


def shades(env: Env, now: Settings, change: Changing) -> Widget:
    """Contrast, shading, edges and motion."""
    motion = one_of(now, "still", ((False, N_("On")), (True, N_("Off"))), change)
    rows = (
        line(
            env,
            "contrast",
            N_("Strong contrast"),
            N_("No pale words or lines."),
            on_off(now, "strong", change),
        ),
        line(
            env,
            "sun",
            N_("Plain colours"),
            N_("No shading, shadows or glow."),
            on_off(now, "flat", change),
        ),
        line(
            env,
            "square",
            N_("Clear edges"),
            N_("Where a screen cuts its edges off."),
            one_of(now, "edges", ((each, _per_cent(each)) for each in EDGES), change),
        ),
        line(env, "wind", N_("Motion"), N_("Tokens walk, cards turn, panes fill."), motion),
    )
    return Panel(Column(rows, gap=30), pad=34, pad_y=34)


def _per_cent(number: int) -> str:
    return f"{number} %" if number else N_("None")


def _letters(per_cent: int) -> str:
    return f"+{per_cent} %" if per_cent else N_("Usual")


def _titled(icon: str, words: str) -> Widget:
    return Row((Icon(icon, 44, INK), Grow(heading(words, 34))), gap=18)


def _swatch(name: str, now: Settings, change: Changing) -> Widget:
    chosen = now.palette == name
    label = Text(_(_PALETTE_LABELS[name]), Style(27, Face.BOLD, INK, 1.2), kind="label")
    mark: tuple[Widget, ...] = (Icon("circle-check", 34, INK),) if chosen else ()
    sheet = Panel(
        Column((Swatch(name), Row((Grow(label), *mark), gap=10)), gap=14),
        fill=CREAM if chosen else CARD,
        line=INK if chosen else SAND_LINE,
        line_width=5 if chosen else 2,
        raised=False,
        radius=22,
        pad=18,
    )
    return Tap(
        sheet,
        change(replace(now, palette=name)),
        f"palette {name}",
        Role("radio", _(_PALETTE_LABELS[name]), on=chosen),
        radius=22,
    )
