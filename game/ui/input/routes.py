"""Which part answers which input event."""

from collections.abc import Callable

from game.ui.input.keyless import Keyless
from game.ui.input.keys import Keys
from game.ui.input.player import Player
from game.ui.input.pointer import Pointer
from game.ui.input.reader import FromReader
from game.ui.input.writing import Writing
from game.ui.kit.field import TextField
from game.ui.kit.inputs import (
    CaretPut,
    Chosen,
    ControlPressed,
    FocusAsked,
    InputEvent,
    KeyPressed,
    Lit,
    PaneStepped,
    PointerMoved,
    PointerPressed,
    PointerReleased,
    Slid,
    Steered,
    Stepped,
    Tapped,
    TextComposed,
    TextPut,
    TextTyped,
    WheelTurned,
)
from game.ui.kit.typing import Clipboard
from game.ui.stack import Outcome, Screen


class Routes:
    """See the module. For *beforehand* and *letters* see `Keys` and `Keyless`."""

    def __init__(
        self,
        player: Player,
        *,
        clipboard: Clipboard,
        beforehand: Callable[[Screen, KeyPressed], Outcome | None] | None,
        letters: Callable[[TextField, bool], Screen] | None,
    ) -> None:
        self._writing = Writing(player, clipboard)
        self.keys = Keys(player, self._writing, beforehand)
        self.pointer = Pointer(player, self._writing)
        self.keyless = Keyless(player, self.keys, self.pointer, letters)
        self._reader = FromReader(player, self._writing)

    def take(self, event: InputEvent) -> None:
        """Let one event do whatever it does; what the window says of itself is the host's."""
        match event:
            case KeyPressed():
                self.keys.press(event)
            case TextTyped(text):
                self._writing.type(text)
            case TextComposed(text):
                self._writing.compose(text)
            case PointerMoved() | PointerPressed() | PointerReleased() | WheelTurned():
                self.pointer.take(event)
            case Chosen() | Lit() | PaneStepped() | Slid() | Steered() | Tapped():
                self.keyless.take(event)
            case ControlPressed() | FocusAsked() | TextPut() | CaretPut() | Stepped():
                self._reader.take(event)
