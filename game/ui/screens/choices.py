"""One line of the accessibility screen: what is chosen, why it matters, and a chip for each choice."""

from collections.abc import Callable, Iterable
from typing import Any

from game.app.settings import Settings
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Flow, Grow, Row
from game.ui.kit.content import Icon, heading
from game.ui.kit.controls import Chip
from game.ui.kit.layout import Message, Widget
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import soft
from game.ui.stack import Env
from game.values import dataclass, replace

Changing = Callable[[Settings], Message]
"""What makes a message of the settings to use from now on."""

SIDE_BY_SIDE = 1800
"""Below this width, at the reader's text size, the chips stand under the words."""


LETTERS = 14
"""Chips with more letters than these, all together, stand under the words as well."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; what is `taken` is told by a tick as well as by colour."""

    label: str
    message: Message
    taken: bool
    as_it_is: bool = False
    """Whether the label is a name that no reader's language changes."""

    @property
    def shown(self) -> str:
        return self.label if self.as_it_is else _(self.label)


def line(env: Env, icon: str, title: str, words: str, choices: tuple[Choice, ...]) -> Widget:
    """
    All choices are named, so that none is told by colour or place alone.

    Title, words and labels are given in English, and shown in the reader's language.
    """
    chips = tuple(_chip(title, each) for each in choices)
    told = Column((heading(_(title), 32), *((soft(_(words), 25),) if words else ())), gap=2)
    if not chips:
        return Row((Icon(icon, 44, INK), Grow(told)), gap=18, align=0)
    letters = sum(len(each.shown) for each in choices)
    if len(chips) > 2 or letters > LETTERS or env.width / env.text < SIDE_BY_SIDE:
        told = Column((told, Flow(chips, gap=12, line_gap=12)), gap=12)
        return Row((Icon(icon, 44, INK), Grow(told)), gap=18, align=0)
    titled = Row((Icon(icon, 44, INK), Grow(told)), gap=18, align=0)
    return Row((Grow(titled), *chips), gap=18)


def _chip(title: str, choice: Choice) -> Widget:
    label = choice.shown
    return Chip(
        label,
        choice.message,
        f"{title.lower()} {choice.label.lower()}",
        choice.taken,
        radio=True,
        size=27,
        pad=24,
        # Alone, "On" would say nothing to somebody who hears one chip at a time.
        told=f"{_(title)}: {label}",
    )


def one_of(
    now: Settings, name: str, named: Iterable[tuple[Any, str]], change: Changing
) -> tuple[Choice, ...]:
    """The values that a setting can have, each with what it is called."""
    chosen = getattr(now, name)
    return tuple(
        Choice(label, change(replace(now, **{name: value})), chosen == value)
        for value, label in named
    )


def on_off(now: Settings, name: str, change: Changing) -> tuple[Choice, ...]:
    """The two sides of a setting that is a yes or a no."""
    return one_of(now, name, ((True, N_("On")), (False, N_("Off"))), change)
