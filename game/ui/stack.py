"""
A stack of screens with typed results.

A screen describes itself (`view`) and answers messages (`update`) with an outcome: stay as a new
screen, push another, pop with a result, be replaced, or quit.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

from game.ui.kit.layout import Message, Widget
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Tween:
    """Something that moves from 0 to 1 in so many milliseconds, after a delay."""

    key: str
    ms: int
    delay: int = 0
    then: Message = None
    """What the screen is told when it has come to its end, or was cut short."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A soft sound from the assets, and what is heard in words."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence to show for a while, such as why something may not happen now."""

    words: str


@dataclass(frozen=True, slots=True)
class FocusOn:
    """Give the focus to the widget with this key."""

    key: str


@dataclass(frozen=True, slots=True)
class PutDown:
    """Told to a screen that `keeps_drafts` before the window closes: keep what is in hand."""


@dataclass(frozen=True, slots=True)
class Signal:
    """Something for the window to do, such as full screen."""

    name: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class ReadScreen:
    """Read the whole screen aloud, once."""


Cue = Tween | Sound | Notice | FocusOn | Signal | ReadScreen


@dataclass(frozen=True, slots=True)
class Env:
    """What a view may depend on besides its screen: room, type size, motion and the time."""

    width: float
    """In logical units: 1440 (4:3) to 1920 (16:9)."""
    height: float
    text: float
    now: float
    """Seconds on a clock that only moves forward."""
    palette: str = "paper"
    motion: Mapping[str, float] | None = None
    """How far each running tween has come, eased, 0 to 1."""
    still: bool = False
    """Whether motion is reduced: nothing moves, glows or slides."""
    notice: str = ""
    standing: str = ""
    """What is shown where there is no notice, for as long as it holds."""
    unsaved: str = ""
    """Why the running session is not saved, for as long as it is not."""
    caption: str = ""
    """What is being heard, in words, for those who want it so."""
    aloud: bool | None = None
    """Whether what is new is read aloud; None where there is no voice for it."""

    def moved(self, key: str) -> float:
        """How far the tween has come; 1 where none is running."""
        return 1.0 if self.motion is None else self.motion.get(key, 1.0)

    @property
    def narrow(self) -> bool:
        """Whether two columns no longer fit side by side at this text size."""
        return self.width / self.text < 1250


@dataclass(frozen=True, slots=True)
class Binding:
    """A key of a screen: what it is called, what it does, and whether the footer names it."""

    combo: str
    label: str
    message: Message
    cap: str = ""
    """How the key is written on screen; made from the combo where empty."""
    footer: bool = True

    @property
    def written(self) -> str:
        return self.cap or _written(self.combo)


@cache
def _written(combo: str) -> str:
    """A key as a keyboard has it, such as "Ctrl Z"."""
    return " ".join(part.capitalize() for part in combo.split("+"))


@dataclass(frozen=True, slots=True)
class View:
    """One look of a screen."""

    title: str
    """What the screen is called, for speech, help and the window's title."""
    body: Widget
    keys: tuple[Binding, ...] = ()
    primary: Message = None
    back: Message = None
    focus: str | None = None
    """What has the focus when the screen first appears."""
    private: bool = False
    """Whether this is for one person's eyes, so that nothing of it is read aloud."""
    afresh: bool = False
    """Whether a scan begins anew after each press, as it should among letters."""
    refresh: float | None = None
    """Seconds after which the view changes by itself, as a timer does."""
    then: Message = None
    """What the screen is told when that time has come."""


class Screen(Protocol):
    """One screen: frozen, so that the one before is still there to come back to."""

    @property
    def name(self) -> str:
        """Which screen it is; focus and scrolling start afresh when it changes."""

    def view(self, env: Env) -> View: ...

    def update(self, message: Message) -> "Outcome": ...


@dataclass(frozen=True, slots=True)
class Stay:
    screen: Screen
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Push:
    """Put *screen* on top; `below` takes the place of the one that pushes."""

    screen: Screen
    below: Screen | None = None
    cues: tuple[Cue, ...] = ()
    keep: bool = False
    """Whether focus, caret and scrolling below are as they were when *screen* has gone."""


@dataclass(frozen=True, slots=True)
class Pop:
    """Back to the screen below, which gets `result` as a message unless it is None."""

    result: Message = None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Replace:
    """Take the place of this screen; with `all_of_them`, of the whole stack."""

    screen: Screen
    all_of_them: bool = False
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Quit:
    cues: tuple[Cue, ...] = ()


Outcome = Stay | Push | Pop | Replace | Quit
