"""Which key does what to a text in hand. `editing` says how; this says when."""

from typing import Protocol

from game.ui.kit import editing as edit
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.interaction import Editing
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Lettered:
    """What was written without a keyboard, for the field that it was written for."""

    text: str


class Clipboard(Protocol):
    def copy(self, text: str) -> None: ...

    def paste(self) -> str: ...


class PlainClipboard:
    """A clipboard of this program's own, for tests and where the system gives none."""

    def __init__(self) -> None:
        self._text = ""

    def copy(self, text: str) -> None:
        self._text = text

    def paste(self) -> str:
        return self._text


def by_key(editing: Editing, event: KeyPressed, clipboard: Clipboard, limit: int) -> Editing | None:
    """The text after the key, or None for a key that does nothing to a text."""
    word, select = event.ctrl or event.alt, event.shift
    match event.key:
        case "left" | "right":
            return edit.move(editing, -1 if event.key == "left" else 1, word=word, select=select)
        case "home":
            return edit.move_to(editing, 0, select=select)
        case "end":
            return edit.move_to(editing, len(editing.text), select=select)
        case "backspace":
            return edit.erase(editing, -1, word=word)
        case "delete":
            return edit.erase(editing, 1, word=word)
        case _ if event.ctrl and not event.alt:
            return _with_ctrl(editing, event, clipboard, limit)
        case _:
            return None


def _with_ctrl(
    editing: Editing, event: KeyPressed, clipboard: Clipboard, limit: int
) -> Editing | None:
    match event.key:
        case "a":
            return edit.select_all(editing)
        case "c":
            if edit.selected(editing):
                clipboard.copy(edit.selected(editing))
            return editing
        case "x":
            if not edit.selected(editing):
                return editing
            clipboard.copy(edit.selected(editing))
            return edit.erase(editing, 1)
        case "v":
            return edit.insert(editing, clipboard.paste(), limit)
        case "z":
            return edit.redo(editing) if event.shift else edit.undo(editing)
        case "y":
            return edit.redo(editing)
        case _:
            return None
