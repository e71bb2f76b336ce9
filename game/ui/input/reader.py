"""What a screen reader asks for; nothing, where what it asks for has gone."""

from game.ui.input.player import Player
from game.ui.input.writing import Writing
from game.ui.kit import editing as edit
from game.ui.kit.inputs import CaretPut, ControlPressed, FocusAsked, Stepped, TextPut


class FromReader:
    """See the module."""

    def __init__(self, player: Player, writing: Writing) -> None:
        self._player = player
        self._attention = player.attention
        self._writing = writing

    def take(self, event: ControlPressed | FocusAsked | TextPut | CaretPut | Stepped) -> None:
        match event:
            case ControlPressed(key):
                self._press(key)
            case FocusAsked(key):
                self._attention.focus_on(key)
            case TextPut(key, text):
                if self._attention.focus_on(key):
                    self._writing.edit(lambda e, f: edit.insert(edit.select_all(e), text, f.limit))
            case CaretPut(key, caret, anchor):
                if self._attention.focus_on(key):
                    self._writing.edit(lambda e, _: edit.select(e, caret, anchor))
            case Stepped(key, by):
                self._step(key, by)

    def _step(self, key: str, by: int) -> None:
        field = self._attention.field if self._attention.focus_on(key) else None
        message = None if field is None else field.more if by > 0 else field.less
        if message is not None:
            self._player.send(message)
            # What it holds now is what is in hand.
            self._attention.focus(key)

    def _press(self, key: str) -> None:
        """Press a control by its key: what a pointer does there, with the focus left upon it."""
        if self._player.cut_short() or not self._attention.focus_on(key):
            return
        self._player.hush()
        held = self._attention.find(key)
        if held is None or held.message is None:
            return
        echo = held.message == self._player.current().view.primary and not self._player.counts()
        if not echo:
            self._player.send(held.message)
