"""
What stands round a card's words: its coloured band with icon, theme, title and code, and its sizes.

With ink-saving the card is white under a thin band of its colour.
"""

from functools import cached_property

from game.art.signs import LEVELS
from game.art.tones import Colour
from game.model.pack import Card
from game.printing.flow import Line, Run, Style, broken, height, set_lines
from game.printing.look import Look
from game.printing.page import MM, Box, Mark, panel
from game.printing.typeface import BOLD, REGULAR, SEMIBOLD
from game.tongue import _
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A size of type, the distance of its lines, and how far the parts of a card stand apart."""

    size: float
    leading: float
    gap: float = 1.0
    run_on: bool = False
    """Whether the questions follow one another on the line rather than each on its own."""


@dataclass(frozen=True, slots=True)
class Format:
    """A size of card, and the sizes of type that may be tried on it, largest first."""

    w: float
    h: float
    edge: float
    """How far the coloured band stays off the cut."""
    margin: float
    sizes: tuple["Setting", ...]
    """What is tried in turn; the last is the smallest that is ever set."""
    title: float
    small: float
    """The size of the lines about the card: theme, code, level."""

    @property
    def least(self) -> float:
        return self.sizes[-1].size


def _settings(*given: tuple[float, float]) -> tuple[Setting, ...]:
    least, tightest = given[-1]
    return (
        *(Setting(*each) for each in given),
        Setting(least, tightest, 0.5),
        Setting(least, tightest, 0.5, run_on=True),
    )


POCKET = Format(
    63 * MM,
    88 * MM,
    2 * MM,
    3.1 * MM,
    _settings(
        (9, 1.24), (8.5, 1.22), (8.25, 1.2), (8, 1.2), (7.75, 1.17), (7.5, 1.16), (7.5, 1.12)
    ),
    10.5,
    7.5,
)


def large(w: float, h: float) -> Format:
    """Half a sheet of paper, for large print."""
    sizes = _settings((18, 1.28), (17.5, 1.25), (17, 1.22), (16.5, 1.2), (16, 1.18), (16, 1.13))
    return Format(w, h, 5 * MM, 8 * MM, sizes, 21, 16)


class Frame:
    """One card's band and strip in one format."""

    def __init__(self, card: Card, form: Format, look: Look, topics: tuple[str, ...]) -> None:
        self.card, self.form, self.look, self._topics = card, form, look, topics

    @property
    def _on(self) -> Colour:
        """What stands upon the band is drawn in."""
        return self.look.ink if self.look.ink_saving else self.look.on_theme(self.card.theme)

    @cached_property
    def _title(self) -> list[Line]:
        """The title as large as it fits on one line, or on as many as it needs."""
        form = self.form
        width = form.w - 2 * form.margin - form.small * 3.1
        for part in (1.0, 0.94, 0.88, 0.82, 0.78):
            style = Style(max(form.title * part, form.least), BOLD, self._on, 1.14)
            lines = broken(self.look.type, (Run(self.card.title, style),), width)
            if len(lines) == 1:
                return lines
        style = Style(form.title * 0.88, BOLD, self._on, 1.1)
        return broken(self.look.type, (Run(self.card.title, style),), width)

    @cached_property
    def _band(self) -> Box:
        form = self.form
        tall = form.small * 1.3 + height(self._title) + form.small * 0.95
        return Box(form.edge, form.edge, form.w - 2 * form.edge, tall)

    @cached_property
    def _notes(self) -> list[Line]:
        """How heavy the card is and what it touches: before the scene, so that nobody is caught."""
        words = _(LEVELS[self.card.level][1])
        if self._topics:
            words += ". " + _("Touches {topics}.").format(topics=_listed(self._topics))
        style = Style(self.form.small, REGULAR, self.look.soft, 1.14)
        width = self.form.w - 2 * self.form.margin - self.form.small * 1.4
        return broken(self.look.type, (Run(words, style),), width)

    @property
    def front_top(self) -> float:
        """Where the front's words begin."""
        small = self.form.small
        return self._band.bottom + small * 0.85 + height(self._notes)

    @property
    def back_top(self) -> float:
        return self.form.edge + self.form.small * 1.95

    def band(self) -> tuple[Mark, ...]:
        """The head of a front: icon, theme and title on the colour, the code, and what it touches."""
        card, form, look, band = self.card, self.form, self.look, self._band
        colour = look.theme(card.theme)
        if look.ink_saving:
            strip = Box(band.x, band.y, band.w, form.small * 0.35)
            marks: list[Mark] = [panel(strip, colour, look.ink, 0.3)]
        else:
            marks = [panel(band, colour, r=form.small * 0.7)]
        side = form.small * 2.45
        icon = Box(form.margin + form.small * 0.15, band.y + (band.h - side) / 2, side, side)
        mark = look.words_of(card.theme) if look.ink_saving else self._on
        marks.extend(look.theme_icon(card.theme, icon, mark))
        x = form.margin + form.small * 3.0
        y = band.y + form.small * (0.6 if look.ink_saving else 0.45)
        small = Style(form.small, SEMIBOLD, self._on, 1.14)
        marks.extend(look.label(card.theme.label, x, y, small))
        wide = look.type.width(card.code, BOLD, form.small)
        code = Style(form.small, BOLD, self._on, 1.14)
        marks.extend(look.label(card.code, band.right - form.small * 0.7 - wide, y, code))
        marks.extend(set_lines(self._title, x, y + small.line + form.small * 0.1))
        top = band.bottom + form.small * 0.45
        leaf = form.small * 1.1
        at = Box(form.margin, top + form.small * 0.02, leaf, leaf)
        marks.extend(look.icon(LEVELS[card.level][0], at, look.soft))
        marks.extend(set_lines(self._notes, form.margin + form.small * 1.4, top))
        return tuple(marks)

    def strip(self, number: int = 0) -> tuple[Mark, ...]:
        """The head of a back: code and title, so that the two sides are never mixed up."""
        card, form, look = self.card, self.form, self.look
        box = Box(form.edge, form.edge, form.w - 2 * form.edge, form.small * 1.5)
        colour = look.theme(card.theme)
        if look.ink_saving:
            thin = Box(box.x, box.y, box.w, form.small * 0.35)
            marks: list[Mark] = [panel(thin, colour, look.ink, 0.3)]
        else:
            marks = [panel(box, colour, r=form.small * 0.5)]
        y = box.y + (box.h - form.small * 1.14) / 2 + (form.small * 0.28 if look.ink_saving else 0)
        bold = Style(form.small, BOLD, self._on, 1.14)
        marks.extend(look.label(card.code, form.margin + form.small * 0.2, y, bold))
        x = form.margin + form.small * 0.2 + look.type.width(f"{card.code}  ", BOLD, form.small)
        title = card.title if not number else f"{card.title} ({number})"
        style = Style(form.small, SEMIBOLD, self._on, 1.14)
        fitting = broken(look.type, (Run(title, style),), form.w - form.margin - x)[:1]
        marks.extend(set_lines(fitting, x, y))
        return tuple(marks)


def _listed(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return words[0]
    return _("{one} and {other}").format(one=", ".join(words[:-1]), other=words[-1])
