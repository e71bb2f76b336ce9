"""
What the screens outside the turn share: their keys, and the messages that open and close screens.

Home, seats, library and every overlay understand these beside their own messages.
"""

from collections.abc import Callable

from game.app.desk import Desk
from game.model.pack import Pack
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Fixed, Grow, Pad, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, Tone
from game.ui.screens.cardsheet import soft
from game.ui.screens.registry import OVERLAYS, Ask
from game.ui.stack import Binding, Env, Outcome, Pop, Push, Screen, Signal, Stay
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Close:
    """Back to the screen below."""


@dataclass(frozen=True, slots=True)
class Reread:
    """To the screen below: what is on the disk may have changed; and what to say of it."""

    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PutAside:
    """To the screen below: what was written on this one, to be gone on with when it is opened again."""

    screen: Screen
    pack: Pack | None
    """In play when it was written: of another one, people and topics mean nothing."""


@dataclass(frozen=True, slots=True)
class Open:
    """Put a screen on top; `make` gets the desk and the name of the screen that opens it."""

    make: Callable[[Desk, str], Screen]


@dataclass(frozen=True, slots=True)
class FullScreen:
    """To full screen or back to a window."""


def front_keys(*own: Binding, close: str = N_("back")) -> tuple[Binding, ...]:
    """Help, accessibility, Esc (named *close*; none where that is empty) and the screen's own."""
    keys = [
        Binding("f1", _("help"), Ask.HELP),
        Binding("?", _("help"), Ask.HELP, footer=False),
        Binding("shift+a", _("accessibility"), Ask.SETTINGS, cap="Shift A"),
    ]
    if close:
        keys.append(Binding("escape", _(close), Close(), cap="Esc"))
    keys.extend(own)
    keys.append(Binding("f11", _("full screen"), FullScreen()))
    return tuple(keys)


def front(desk: Desk, screen: Screen, message: Message) -> Outcome | None:
    """What opening and closing messages come to; None for a screen's own messages."""
    match message:
        case Ask.HELP | Ask.SETTINGS | Ask.SUPPORT | Ask.PRINT | Ask.SAVING:
            return Push(OVERLAYS[message](desk, screen.name))
        case Open(make):
            return Push(make(desk, screen.name))
        case FullScreen():
            return Stay(screen, (Signal("full screen"),))
        case Signal():
            return Stay(screen, (message,))
        case Close():
            return Pop()
        case _:
            return None


def icon_button(
    icon: str, label: str, message: Message, key: str, tone: Tone = INK, *, ringed: bool = False
) -> Widget:
    """A small round button that shows an icon alone; *label* is what it is called."""
    inner: Widget = Pad(Icon(icon, 34, tone), 13, 13, 13, 13)
    if ringed:
        sheet = Panel(Icon(icon, 38, tone), pad=15, radius=40, line=tone, raised=False)
        inner = sheet
    return Tap(inner, message, key, Role("button", label), 34)


def bottom(env: Env, said: str, *buttons: tuple[Widget, float]) -> Widget:
    """
    A line of buttons at the lower right, each with its width, the primary one last.

    Where the text is large they stand under one another, the primary one first.
    """
    if env.narrow:
        return Column(tuple(each for each, width in reversed(buttons)), gap=14)
    placed = tuple(Fixed(button, width, scaled=True) for button, width in buttons)
    return Row((Grow(soft(said, 26)), *placed), gap=22)


def small(words: str, tone: Tone = INK, size: float = 26, face: Face = Face.SEMIBOLD) -> Text:
    """A short line of labelling."""
    return Text(words, Style(size, face, tone, 1.25), kind="label")
