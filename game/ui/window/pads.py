"""
Game pads as pygame tells of them: which button went down, as keys named "pad a", "pad left" and so on.

Pads that SDL knows are read by their meaning, wherever their maker has put the buttons; others by
their numbers. They may come and go. The stick is a cross with a dead zone; a cross held down repeats.
"""

import time
from collections.abc import Callable
from typing import Any

import pygame

from game.ui.kit.inputs import KeyPressed

OPEN_AFTER = 0.5
"""Seconds after the first picture at which pads are looked for, so that it does not wait for them."""
PUSHED, LET_GO = 0.55, 0.35
"""How far a stick must be pushed to count, and come back to be let go: a worn one rests beside 0."""
DELAY, EVERY = 0.45, 0.16
"""Seconds until a cross held down repeats, and between repeats."""

_BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: "pad a",
    pygame.CONTROLLER_BUTTON_B: "pad b",
    pygame.CONTROLLER_BUTTON_X: "pad x",
    pygame.CONTROLLER_BUTTON_Y: "pad y",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "pad left shoulder",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "pad right shoulder",
    pygame.CONTROLLER_BUTTON_BACK: "pad back",
    pygame.CONTROLLER_BUTTON_START: "pad start",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "pad up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "pad down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "pad left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "pad right",
}
_NUMBERS = (
    *("pad a", "pad b", "pad x", "pad y", "pad left shoulder", "pad right shoulder"),
    *("pad back", "pad start"),
)
"""The commonest order of buttons where nobody knows the pad."""
_TRIGGERS = {
    pygame.CONTROLLER_AXIS_TRIGGERLEFT: "pad left trigger",
    pygame.CONTROLLER_AXIS_TRIGGERRIGHT: "pad right trigger",
}
_CROSS = ("pad left", "pad right", "pad up", "pad down")


class Pads:
    """See the module. *clock* gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._first: float | None = None
        self._opened = False
        self._pads: dict[int, Any] = {}
        """Those that are open, by the number SDL gave each when it came."""
        self._mapped: set[int] = set()
        """Those that SDL knows the buttons of: their numbers mean nothing more."""
        self._down: dict[str, float] = {}
        """The parts of crosses that are held down, and when each repeats next."""
        self._stick: dict[tuple[int, int], str] = {}
        """What the stick of a pad is pushed to on each of its two axes."""

    def open(self) -> None:
        """Look for pads, once the first picture has been seen for a moment."""
        if self._opened:
            return
        now = self._clock()
        self._first = now if self._first is None else self._first
        if now - self._first < OPEN_AFTER:
            return
        self._opened = True
        from pygame._sdl2 import controller  # noqa: PLC0415 - the first picture needs none

        try:
            # Those that are there already are told of as if they came now.
            pygame.joystick.init()
            controller.init()
        except pygame.error:
            # A machine without them, or a driver that fails: all else plays on.
            return

    def read(self, event: pygame.event.Event) -> tuple[tuple[KeyPressed, ...], tuple[str, ...]]:
        """Which buttons the event presses, and which it lets go."""
        match event.type:
            case pygame.CONTROLLERBUTTONDOWN:
                return self._press(_BUTTONS.get(event.button))
            case pygame.CONTROLLERBUTTONUP:
                return self._let_go(_BUTTONS.get(event.button))
            case pygame.CONTROLLERAXISMOTION:
                return self._axis(event.instance_id, event.axis, event.value / 32767)
            case pygame.JOYBUTTONDOWN if self._by_number(event):
                return self._press(_numbered(event.button))
            case pygame.JOYBUTTONUP if self._by_number(event):
                return self._let_go(_numbered(event.button))
            case pygame.JOYHATMOTION if self._by_number(event):
                return self._hat(event.instance_id, *event.value)
            case pygame.JOYAXISMOTION if self._by_number(event) and event.axis in {0, 1}:
                return self._axis(event.instance_id, event.axis, event.value)
            case pygame.JOYDEVICEADDED:
                self._come(event.device_index)
            case pygame.JOYDEVICEREMOVED | pygame.WINDOWFOCUSLOST:
                return self._gone(event)
        return (), ()

    def due(self) -> tuple[KeyPressed, ...]:
        """Parts of a cross that have been held for long enough to count again."""
        now = self._clock()
        ripe = tuple(name for name, at in self._down.items() if now >= at)
        for name in ripe:
            self._down[name] = now + EVERY
        return tuple(KeyPressed(name, repeat=True) for name in ripe)

    def _press(self, name: str | None) -> tuple[tuple[KeyPressed, ...], tuple[str, ...]]:
        if name is None or name in self._down:
            return (), ()
        if name in _CROSS:
            self._down[name] = self._clock() + DELAY
        return (KeyPressed(name),), ()

    def _let_go(self, name: str | None) -> tuple[tuple[KeyPressed, ...], tuple[str, ...]]:
        if name is None:
            return (), ()
        self._down.pop(name, None)
        return (), (name,)

    def _by_number(self, event: pygame.event.Event) -> bool:
        return event.instance_id not in self._mapped

    def _axis(
        self, pad: int, axis: int, value: float
    ) -> tuple[tuple[KeyPressed, ...], tuple[str, ...]]:
        if axis in {0, 1}:
            names = ("pad left", "pad right") if axis == 0 else ("pad up", "pad down")
        elif axis in _TRIGGERS:
            names = ("", _TRIGGERS[axis])
        else:
            return (), ()
        return self._pushed(pad, axis, names, value)

    def _pushed(
        self, pad: int, axis: int, names: tuple[str, str], value: float
    ) -> tuple[tuple[KeyPressed, ...], tuple[str, ...]]:
        """A stick or trigger stands at a value from -1 to 1 on its axis."""
        held = self._stick.get((pad, axis), "")
        far = LET_GO if held else PUSHED
        now = names[0] if value < -far else names[1] if value > far else ""
        if now == held:
            return (), ()
        self._stick[pad, axis] = now
        _, gone = self._let_go(held or None)
        pressed, _ = self._press(now or None)
        return pressed, gone

    def _hat(self, pad: int, x: int, y: int) -> tuple[tuple[KeyPressed, ...], tuple[str, ...]]:
        """The cross of a pad by numbers: up is 1."""
        across = self._pushed(pad, 100, ("pad left", "pad right"), float(x))
        along = self._pushed(pad, 101, ("pad up", "pad down"), float(-y))
        return (*across[0], *along[0]), (*across[1], *along[1])

    def _come(self, index: int) -> None:
        from pygame._sdl2 import controller  # noqa: PLC0415 - brought by `open` already

        try:
            if controller.is_controller(index):
                pad: Any = controller.Controller(index)
                number = pad.as_joystick().get_instance_id()
                self._mapped.add(number)
            else:
                pad = pygame.joystick.Joystick(index)
                number = pad.get_instance_id()
        except pygame.error:
            # It went before it could be opened.
            return
        self._pads[number] = pad

    def _gone(self, event: pygame.event.Event) -> tuple[tuple[KeyPressed, ...], tuple[str, ...]]:
        """A pad was unplugged, or the window lies behind: nothing of it is held down any more."""
        number = getattr(event, "instance_id", None)
        if number is not None:
            self._pads.pop(number, None)
            self._mapped.discard(number)
        self._stick.clear()
        gone = tuple(self._down)
        self._down.clear()
        return (), gone


def _numbered(button: int) -> str | None:
    return _NUMBERS[button] if button < len(_NUMBERS) else None
