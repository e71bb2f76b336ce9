"""Turns pygame's events into the kit's."""

import sys

import pygame

from game.ui.kit.inputs import (
    CloseAsked,
    FileDropped,
    FingerDown,
    FingerMoved,
    FingerUp,
    FocusLost,
    InputEvent,
    KeyPressed,
    PointerMoved,
    PointerPressed,
    PointerReleased,
    Resized,
    TextComposed,
    TextTyped,
    WheelTurned,
)

_NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_TAB: "tab",
    pygame.K_ESCAPE: "escape",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "page up",
    pygame.K_PAGEDOWN: "page down",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    **{getattr(pygame, f"K_KP{n}"): str(n) for n in range(10)},
    **{getattr(pygame, f"K_F{n}"): f"f{n}" for n in range(1, 13)},
}


TRACKPAD = sys.platform == "darwin"
"""Whether fingers are on a trackpad rather than on the screen: there the mouse tells what they mean."""
_FINGERS: dict[int, type[FingerDown | FingerMoved | FingerUp]] = {
    pygame.FINGERDOWN: FingerDown,
    pygame.FINGERMOTION: FingerMoved,
    pygame.FINGERUP: FingerUp,
}


def _pointed(event: pygame.event.Event) -> InputEvent | None:
    """What a mouse or a finger does."""
    if event.type in _FINGERS and not TRACKPAD:
        # Fingers are told in shares of the window's width and height.
        w, h = pygame.display.get_window_size()
        return _FINGERS[event.type](round(event.x * w), round(event.y * h), event.finger_id)
    if getattr(event, "touch", False) and not TRACKPAD:
        # A finger, told a second time for programs that know only mice.
        return None
    match event.type:
        case pygame.MOUSEMOTION:
            return PointerMoved(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == 1:
            return PointerPressed(*event.pos)
        case pygame.MOUSEBUTTONDOWN if event.button == 3:
            # Nothing here is done with it, but a switch box may send it.
            return KeyPressed("mouse right")
        case pygame.MOUSEBUTTONUP if event.button == 1:
            return PointerReleased(*event.pos)
        case pygame.MOUSEWHEEL:
            x, y = pygame.mouse.get_pos()
            return WheelTurned(x, y, event.precise_y)
        case _:
            return None


class Keyboard:
    """Remembers which keys are held, so that a repeat is told from a press."""

    def __init__(self) -> None:
        self._held: set[int] = set()
        self._names: dict[int, str] = {}
        """What each key was called when it went down: letting go tells only which it was."""

    def name(self, key: int) -> str | None:
        return self._names.get(key)

    def read(self, event: pygame.event.Event) -> InputEvent | None:
        """What the event means, or None where it means nothing here."""
        match event.type:
            case pygame.KEYDOWN:
                return self._key(event)
            case pygame.KEYUP:
                self._held.discard(event.key)
                return None
            case pygame.TEXTINPUT:
                return TextTyped(event.text)
            case pygame.TEXTEDITING:
                return TextComposed(event.text)
            case pygame.WINDOWSIZECHANGED:
                return Resized(event.x, event.y)
            case pygame.WINDOWFOCUSLOST:
                # Keys let go elsewhere never tell us.
                self._held.clear()
                return FocusLost()
            case pygame.DROPFILE:
                return FileDropped(event.file)
            case pygame.QUIT | pygame.WINDOWCLOSE:
                return CloseAsked()
            case _:
                return _pointed(event)

    def _key(self, event: pygame.event.Event) -> KeyPressed | None:
        name = _NAMES.get(event.key)
        shift = bool(event.mod & pygame.KMOD_SHIFT)
        if name is None:
            name = self._letter(event)
            if name is None:
                return None
            # "?" and "+" are keys of their own, however a keyboard reaches them.
            shift = shift and name.isalpha()
        # On a Mac the command key does what Ctrl does elsewhere.
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        alt = bool(event.mod & pygame.KMOD_ALT) and not event.mod & pygame.KMOD_MODE
        repeat = event.key in self._held
        self._held.add(event.key)
        self._names[event.key] = name
        return KeyPressed(name, ctrl, shift, alt, repeat)

    @staticmethod
    def _letter(event: pygame.event.Event) -> str | None:
        typed: str = event.unicode
        if len(typed) == 1 and typed.isprintable() and typed != " ":
            return typed.lower()
        # With Ctrl held the typed character is a control code: the key's own name is meant.
        name = pygame.key.name(event.key)
        return name.lower() if len(name) == 1 else None
