"""
The loop: reads input, asks the host for a frame, paints what changed, and otherwise rests.

It ticks at a steady low rate and flips only when something changed: that rests deeper than
waiting for an event, which polls every millisecond.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

import pygame

from game.ui.host import Host
from game.ui.keytimes import KeyTimes
from game.ui.kit.inputs import (
    CloseAsked,
    FocusLost,
    InputEvent,
    KeyPressed,
    PointerMoved,
    Resized,
    TextTyped,
)
from game.ui.screens.registry import CHANGE_DISPLAYS, NOTES_WINDOW, SHOW_NOTES
from game.ui.stack import Signal, Sound
from game.ui.window.display import position, set_mode
from game.ui.window.input import Keyboard
from game.ui.window.pads import Pads
from game.ui.window.paint import Painter
from game.ui.window.sound import Sounds

if TYPE_CHECKING:
    from game.ui.hands import Hands
    from game.ui.kit.geometry import Rect
    from game.ui.window.bridge import Bridge
    from game.ui.window.second import SecondWindow

RESTING, MOVING, DOZING, CALM = 30, 60, 8, 20
"""Ticks a second: while nothing moves, while something does, in the background, and after a while of calm."""
CALM_AFTER = 4.0
"""Seconds without any input after which the first may wait a twentieth of a second."""
ASLEEP_SECONDS = 5.0
"""A gap this long between two ticks means that the machine slept."""


_WINDOW = {
    *(pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST, pygame.WINDOWMOVED),
    *(pygame.WINDOWSIZECHANGED, pygame.WINDOWSHOWN),
}
"""What happens to the window that a screen reader should know."""


class Outside(Protocol):
    """What the loop does for the game besides drawing."""

    def woke(self, seconds: float) -> None:
        """The machine slept, or was too busy to run, for so long."""

    def sound_on(self) -> bool: ...

    def tick(self, now: float) -> bool:
        """Called a few times a second; whether the screen should be drawn anew."""


class Loop:
    """Runs one host in one window until it is done."""

    def __init__(
        self,
        surface: pygame.Surface,
        host: Host,
        painter: Painter,
        sounds: Sounds,
        outside: Outside,
        keys: KeyTimes | None = None,
        bridge: "Callable[[], Bridge] | None" = None,
        hands: "Callable[[], Hands] | None" = None,
        second: "Callable[[Callable[[int, Rect], None]], SecondWindow] | None" = None,
    ) -> None:
        self._surface = surface
        self._host = host
        self._painter = painter
        self._sounds = sounds
        self._outside = outside
        self._keyboard = Keyboard()
        self._keys = keys
        self._make_bridge = bridge
        self._bridge: Bridge | None = None
        self._make_hands = hands
        self._hands_known: Hands | None = None
        self._pads = Pads()
        self._make_second = second
        self._second: SecondWindow | None = None
        """The facilitator's window, made when it is first asked for."""
        self._full = bool(surface.get_flags() & pygame.FULLSCREEN)
        self._window_size = surface.get_size()
        self._texting = False
        self._last_ops: object = None
        self._touched = time.monotonic()
        self.repaints = 0

    def run(self, until: Callable[[], bool] | None = None) -> None:
        """Play until the host is done, or *until* says so."""
        clock = pygame.time.Clock()
        pygame.key.set_repeat(400, 40)
        pygame.key.stop_text_input()
        last = time.monotonic()
        while self._host.running and not (until is not None and until()):
            events = pygame.event.get()
            if events:
                self._touched = time.monotonic()
            for event in events:
                self._take(event)
            for key in self._keys.due() if self._keys is not None else ():
                self._hands.take(key)
            for asked in self._bridge.asked() if self._bridge is not None else ():
                self._host.accept(asked)
            for key in self._pads.due():
                self._press(key)
            if self.repaints:
                # Nothing goes on by itself before there is a picture.
                self._hands.due()
            now = time.monotonic()
            if now - last > ASLEEP_SECONDS:
                self._outside.woke(now - last)
                self._painter.forget()
                self._host.stir()
            last = now
            self.show()
            self._reach_out()
            self._pads.open()
            if self._second is not None:
                self._second.show(self._host.frame())
            self._signals()
            self._text_input()
            # After the first frame, not before: it may look at files.
            if self._outside.tick(now):
                self._host.stir()
            clock.tick(self._rate())
        if self._second is not None and not self._host.running:
            self._second.close()

    @property
    def _hands(self) -> "Hands":
        """What understands all that hands do, made when they first do something."""
        if self._hands_known is None:
            from game.ui.hands import Hands  # noqa: PLC0415 - the first picture needs none

            made = self._make_hands
            self._hands_known = Hands(self._host, time.monotonic) if made is None else made()
        return self._hands_known

    def close(self) -> None:
        """Let go of whoever followed what was shown, and of the notes' window while there is a display."""
        if self._second is not None:
            self._second.close()
        if self._bridge is not None:
            self._bridge.close()

    def _reach_out(self) -> None:
        """Tell screen readers what is new; the way to them is built after the first picture."""
        if self._bridge is None and self._make_bridge is not None:
            self._bridge = self._make_bridge()
            self._host.join(self._bridge.readable)
            self._bridge.window_focused(pygame.key.get_focused())
            self._bridge.window_at(*position(), *pygame.display.get_window_size())
            self._bridge.open()
        if self._bridge is not None:
            self._bridge.keep_up()

    def _rate(self) -> int:
        if self._host.moving or self._hands.moving:
            return MOVING
        if not pygame.display.get_active():
            return DOZING
        return RESTING if time.monotonic() - self._touched < CALM_AFTER else CALM

    def show(self) -> None:
        """Paint the frame if it differs from the last one."""
        frame = self._host.frame()
        if frame.ops is self._last_ops:
            return
        self._last_ops = frame.ops
        patches = self._painter.paint(self._surface, frame.ops)
        if patches:
            self.repaints += 1
            pygame.display.update([pygame.Rect(patch) for patch in patches])

    def _take(self, event: pygame.event.Event) -> None:
        meant = self._keyboard.read(event)
        if self._second is not None and self._second.takes(event, meant):
            return
        if event.type in {pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN}:
            self._painter.forget()
            self._last_ops = None
        if event.type in _WINDOW and self._bridge is not None:
            self._tell_window(self._bridge, event)
        self._read_pads(event)
        if self._keys is not None:
            meant = self._timed(self._keys, event, meant)
        if meant is None:
            return
        if isinstance(meant, Resized):
            self._resized()
        elif isinstance(meant, CloseAsked):
            self._host.accept(meant)
            self._host.running = False
        elif isinstance(meant, PointerMoved) and self._hands_known is None:
            # It lies upon the window before the first picture, which is nothing done by hand.
            self._host.accept(meant)
        else:
            self._hands.take(meant)

    def _read_pads(self, event: pygame.event.Event) -> None:
        pressed, gone = self._pads.read(event)
        for name in gone:
            if self._keys is not None:
                self._keys.released(name)
        for key in pressed:
            self._press(key)

    def _press(self, key: KeyPressed) -> None:
        """A button of a game pad; it must be held, and is ignored, as keys are."""
        counts = key if self._keys is None else self._keys.pressed(key, typing=self._host.typing)
        if counts is not None:
            self._hands.take(counts)

    @staticmethod
    def _tell_window(bridge: "Bridge", event: pygame.event.Event) -> None:
        if event.type in {pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST}:
            bridge.window_focused(event.type == pygame.WINDOWFOCUSGAINED)
        else:
            bridge.window_at(*position(), *pygame.display.get_window_size())

    def _timed(
        self, keys: KeyTimes, event: pygame.event.Event, meant: InputEvent | None
    ) -> InputEvent | None:
        """The event, unless it comes of a press that does not count, or not yet."""
        if event.type == pygame.KEYUP:
            keys.released(self._keyboard.name(event.key))
        elif isinstance(meant, FocusLost):
            keys.released(None)
        elif isinstance(meant, TextTyped) and keys.dropped:
            return None
        elif isinstance(meant, KeyPressed):
            return keys.pressed(meant, typing=self._host.typing)
        return meant

    def _resized(self) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            return
        self._surface = surface
        if not self._full:
            self._window_size = surface.get_size()
        self._painter.forget()
        self._host.accept(Resized(*surface.get_size()))

    def _signals(self) -> None:
        while self._host.signals:
            signal = self._host.signals.pop(0)
            if isinstance(signal, Sound):
                if self._outside.sound_on():
                    self._sounds.play(signal.name)
            else:
                self._obey(signal)

    def _obey(self, signal: Signal) -> None:
        if signal.name == "full screen":
            self._full = not self._full
            self._surface = set_mode(self._window_size, full=self._full)
            self._painter.forget()
            self._last_ops = None
            self._host.accept(Resized(*self._surface.get_size()))
            return
        if signal not in {NOTES_WINDOW, SHOW_NOTES, CHANGE_DISPLAYS}:
            return
        if self._second is None and self._make_second is not None:
            self._second = self._make_second(self._move_to)
        if self._second is not None:
            self._second.obey(signal)

    def _move_to(self, number: int, place: "Rect") -> None:
        """Take the window to the middle of another display; one that fills a display fills that."""
        if self._full:
            set_mode(self._window_size, full=False)
        w, h = pygame.display.get_window_size()
        pygame.display.set_window_position(
            (place.x + (place.w - w) // 2, place.y + (place.h - h) // 2)
        )
        if self._full:
            self._surface = set_mode(self._window_size, full=True, on=number)
        self._painter.forget()
        self._last_ops = None
        self._resized()

    def _text_input(self) -> None:
        """Offer the system's text input exactly while a field has the focus."""
        if self._host.typing != self._texting:
            self._texting = self._host.typing
            if self._texting:
                pygame.key.start_text_input()
            else:
                pygame.key.stop_text_input()
        caret = self._host.caret
        if self._texting and caret is not None:
            pygame.key.set_text_input_rect(pygame.Rect(caret))
