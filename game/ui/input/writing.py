"""What is typed into the text field that has the focus, and what its keys do."""

from collections.abc import Callable

from game.ui.input.player import Player
from game.ui.kit import editing as edit
from game.ui.kit.field import TextField
from game.ui.kit.focus import beyond
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.interaction import Editing
from game.ui.kit.typing import Clipboard, by_key
from game.values import replace


class Writing:
    """See the module."""

    def __init__(self, player: Player, clipboard: Clipboard) -> None:
        self._player = player
        self._attention = player.attention
        self._clipboard = clipboard

    def type(self, text: str) -> None:
        self.edit(lambda e, f: edit.insert(e, f.of(text), f.limit) if f.of(text) else e)

    def compose(self, text: str) -> None:
        """Show what an input method has composed but not yet given."""
        self.edit(lambda e, _: edit.compose(e, text))

    def press(self, event: KeyPressed) -> bool:
        """Whether the key belonged to the text field."""
        field = self._attention.field
        editing = self._attention.interaction.editing
        if field is None or editing is None:
            return False
        if editing.composing:
            # Enter, arrows and Escape belong to the input method until it is done.
            return event.key not in {"tab", "f1"}
        match event.key:
            case "escape":
                self._attention.unfocus()
                return True
            case "enter" if not event.ctrl:
                self._finish(field)
                return True
            case key if field.digits and no_digit(key) and not (event.ctrl or event.alt):
                return False
            case _:
                changed = by_key(editing, event, self._clipboard, field.limit)
        if changed is None:
            # A letter arrives as typed text, and must not act as a shortcut too.
            return (len(event.key) == 1 or event.key == "space") and not (event.ctrl or event.alt)
        if changed is editing and field.digits:
            # A number that nobody has changed has nothing to take back: the table's step is meant.
            return False
        self.become(changed)
        return True

    def _finish(self, field: TextField) -> None:
        if field.done is not None:
            self._attention.unfocus()
            self._player.send(field.done)
            return
        self._attention.focus(beyond(self._player.current().root, field.key, 1))

    def edit(self, change: Callable[[Editing, TextField], Editing]) -> None:
        """Change the text in hand; nothing, where none is."""
        field, editing = self._attention.field, self._attention.interaction.editing
        if field is not None and editing is not None:
            self.become(change(editing, field))

    def become(self, changed: Editing) -> None:
        """The text in hand is this now; its screen is told where the words differ."""
        before = self._attention.interaction.editing
        field = self._attention.field
        self._attention.touch(replace(self._attention.interaction, editing=changed))
        if field is not None and before is not None and before.text != changed.text:
            self._player.send(field.changed(changed.text))


def no_digit(key: str) -> bool:
    """Whether a field for numbers has no use for the key: Space and every letter."""
    return key == "space" or (len(key) == 1 and key.isalpha())
