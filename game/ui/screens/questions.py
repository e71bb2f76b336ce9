"""The eight questions of before-and-now as every way of asking shows them, and the plain switch."""

from game.app.desk import Desk
from game.outcomes.answers import CONFIDENCE, Form
from game.outcomes.items import (
    ITEMS,
    LEAD,
    POINTS,
    STEM,
    STEM_AFTER,
    STEM_BEFORE,
    SURE,
    SURE_PLAIN,
    SURE_POINTS,
    Item,
)
from game.rules.state import Phase, State
from game.tongue import N_, _, pgettext
from game.ui.art.palettes import THEME_ICONS, fill_of
from game.ui.kit.boxes import Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Chip, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, INK, SAND, Tone
from game.ui.screens.cardsheet import tone_on
from game.ui.stack import Binding
from game.values import dataclass, replace

QUESTIONS = len(ITEMS) + 1
"""The seven outcomes, and how sure one feels."""
HALVES = (N_("Before today"), N_("Now"))
BEFORE, NOW = 0, 1


@dataclass(frozen=True, slots=True)
class Plainly:
    """Ask everything in plainer words, or in the full ones again."""


def turn_plain(desk: Desk) -> None:
    desk.change(replace(desk.settings, plain=not desk.settings.plain))


def plain_switch(desk: Desk) -> tuple[Widget, Binding]:
    """The switch and its key."""
    chip = Chip(
        _("Plain words"), Plainly(), "plain", desk.settings.plain, size=25, pad=22, height=50
    )
    return chip, Binding("e", _("plain words"), Plainly(), footer=False)


def halves(state: State) -> tuple[int, ...]:
    """Which halves are asked now: both at the end, or one at the start and one at the end."""
    if state.phase is Phase.BEFORE:
        return (BEFORE,)
    return (BEFORE, NOW) if state.setup.form is Form.RETROSPECTIVE else (NOW,)


def stem(state: State) -> str:
    """The sentence over the whole form."""
    asked = halves(state)
    return _(STEM if len(asked) > 1 else STEM_BEFORE if asked == (BEFORE,) else STEM_AFTER)


def half_title(state: State, half: int) -> str:
    """What a half is called; at the start of a session it is still today."""
    return _("Today, before we start") if state.phase is Phase.BEFORE else _(HALVES[half])


def half_in_short(state: State, half: int) -> str:
    """The same in a word, over a column of answers."""
    if state.phase is Phase.BEFORE:
        return pgettext("over a column", "Today")
    return (
        pgettext("over a column", "Before") if half == BEFORE else pgettext("over a column", "Now")
    )


def asked(place: int, *, plain: bool) -> str:
    """The whole question, as it is read aloud."""
    if place == CONFIDENCE:
        return _(SURE_PLAIN if plain else SURE)
    item = ITEMS[place]
    return _(item.plain) if plain else question(item)


def question(item: Item) -> str:
    return f"{_(LEAD).removesuffix(' …')} {_(item.asks).removeprefix('… ')}"


def label_of(place: int) -> str:
    return _("Starting to talk") if place == CONFIDENCE else ITEMS[place].theme.label


def points_of(place: int) -> tuple[str, ...]:
    return SURE_POINTS if place == CONFIDENCE else POINTS


def line_head(place: int) -> Widget:
    """The coloured band over one question: its icon and name, and which of the eight it is."""
    sure = place == CONFIDENCE
    tone = INK if sure else tone_on(ITEMS[place].theme)
    icon = "message-circle" if sure else THEME_ICONS[ITEMS[place].theme]
    return band(
        icon,
        label_of(place),
        _("{place} of {count}").format(place=place + 1, count=QUESTIONS),
        fill=SAND if sure else fill_of(ITEMS[place].theme),
        tone=tone,
    )


def band(icon: str, title: str, where: str, *, fill: Tone = SAND, tone: Tone = INK) -> Widget:
    """The band at the top of a sheet with one question on it."""
    return Panel(
        Row(
            (
                Icon(icon, 54, tone),
                Grow(Text(title, Style(38, Face.BOLD, tone, 1.2), kind="heading")),
                Text(where, Style(28, Face.SEMIBOLD, tone, 1.2)),
            ),
            gap=24,
        ),
        fill=fill,
        raised=False,
        radius=34,
        pad=44,
        pad_y=20,
        corners=(True, True, False, False),
    )


def step_button(icon: str, label: str, message: Message, key: str) -> Widget:
    """A small button beside a count: one hand more, or one less."""
    sheet = Panel(
        Icon(icon, 30), fill=CARD, raised=False, radius=16, pad=12, line=INK, line_width=2
    )
    return Tap(sheet, message, f"{icon} {key}", Role("button", label), 16)
