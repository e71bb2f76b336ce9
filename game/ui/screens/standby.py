"""
Standing by while the disk takes its time: a calm word, and a way back.

What was asked for is done beside the screen; usually it has come before this is ever shown.
"""

from collections.abc import Callable
from typing import Generic, TypeVar, cast

from game.app.desk import Desk
from game.app.errand import Errand
from game.tongue import _
from game.ui.kit.boxes import Column, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import READING, soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys
from game.ui.stack import Env, Outcome, Pop, Push, Replace, Screen, Stay, View
from game.values import dataclass, field

SLOW_SECONDS = 3.0
"""After so long the disk is called slow."""
LOOK_SECONDS = 0.1

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Look:
    """See whether it has come."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said meanwhile."""

    called: str
    """The screen's short name."""
    title: str
    under: str
    """What it is about."""
    doing: str


def beside(
    desk: Desk,
    screen: Screen,
    words: Words,
    do: Callable[[], T],
    failed: Callable[[Exception], T],
    *,
    soon: int = 1,
) -> Outcome:
    """
    Do something slow beside *screen*, which is then told what came of it as a message.

    It is waited for *soon* moments before that is shown.
    """
    return waited_for(desk, screen, words, desk.errand(do, failed, soon=soon))


def waited_for(
    desk: Desk, screen: Screen, words: Words, errand: Errand[T], left: Message = None
) -> Outcome:
    """Tell *screen* what comes of an errand; whoever goes back before makes it be told *left*."""
    if errand.done:
        return screen.update(errand.answer)
    standing = StandbyScreen(desk, screen.name, words, errand, desk.clock(), left=left)
    return Push(standing, keep=True)


def when_read(
    desk: Desk,
    below: str,
    words: Words,
    do: Callable[[], T],
    make: Callable[[T], Screen],
    failed: Callable[[Exception], T],
    *,
    soon: int = 1,
) -> Screen:
    """The screen that *make* makes of what *do* brings; until that has come, one that stands by."""
    errand = desk.errand(do, failed, soon=soon)
    if errand.done:
        return make(cast("T", errand.answer))
    return StandbyScreen(desk, below, words, errand, desk.clock(), make)


@dataclass(frozen=True, slots=True)
class StandbyScreen(Generic[T]):
    """See the module. Whoever goes back leaves it to end by itself."""

    desk: Desk = field(compare=False, repr=False)
    below: str
    words: Words
    errand: Errand[T] = field(compare=False, repr=False)
    since: float
    make: Callable[[T], Screen] | None = field(default=None, compare=False, repr=False)
    """What takes the place of this screen when it has come; otherwise the one below is told."""
    left: Message = None
    """What the screen below is told when somebody goes back before."""
    name: str = "standby"

    def update(self, message: Message) -> Outcome:
        match message:
            case Look() if not self.errand.done:
                return Stay(self)
            case Look() if self.make is not None:
                return Replace(self.make(cast("T", self.errand.answer)))
            case Look():
                return Pop(self.errand.answer)
            case Close():
                return Pop(self.left)
            case _:
                return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        return standing_by(env, self.words, self.since)


def standing_by(env: Env, words: Words, since: float) -> View:
    """The page that is shown meanwhile; it sends `Look` now and then, and `Close`."""
    keys = front_keys()
    said: list[Widget] = [Text(words.doing, READING)]
    if env.now - since >= SLOW_SECONDS:
        said.append(
            soft(_("The disk is slow to answer. You can wait, or go back: nothing is lost."), 28)
        )
    row = Row((Icon("hourglass", 42, INK), Grow(Column(tuple(said), gap=12))), gap=20, align=0)
    shown = Panel(row, pad=40, pad_y=34)
    back = Button(_("Back"), Close(), "back", "Esc")
    body = Column(
        (Grow(Scroll(Column((shown,)), key="standby")), bottom(env, "", (back, 300))), gap=22
    )
    return View(
        words.called,
        framed(env, titled(words.title, words.under, body), keys),
        keys,
        back=Close(),
        refresh=LOOK_SECONDS,
        then=Look(),
    )
