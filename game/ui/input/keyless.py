"""What is done without a keyboard: by a scan's one switch, a game pad's cross, or a finger."""

from collections.abc import Callable

from game.ui.input.keys import Keys
from game.ui.input.player import Player
from game.ui.input.pointer import Pointer
from game.ui.kit.field import TextField
from game.ui.kit.focus import beyond, towards
from game.ui.kit.groups import stops
from game.ui.kit.inputs import Chosen, Lit, PaneStepped, Slid, Steered, Tapped
from game.ui.kit.layout import Placed
from game.ui.stack import Push, Screen


class Keyless:
    """
    See the module.

    *letters* makes the screen on which a field is written without a keyboard; True for private ones.
    """

    def __init__(
        self,
        player: Player,
        keys: Keys,
        pointer: Pointer,
        letters: Callable[[TextField, bool], Screen] | None,
    ) -> None:
        self._player = player
        self._attention = player.attention
        self._keys = keys
        self._pointer = pointer
        self._letters = letters
        self._writes: TextField | None = None
        """The field that is being written so."""

    def take(self, event: Chosen | Lit | PaneStepped | Slid | Steered | Tapped) -> None:
        match event:
            case Chosen():
                self._choose()
            case Lit(keys):
                self._attention.light(keys)
            case PaneStepped(step):
                self._step_pane(step)
            case Slid(x, y, pixels):
                self._pointer.scroll(x, y, pixels)
            case Steered(dx, dy):
                self._steer(dx, dy)
            case Tapped(x, y):
                self._tap(x, y)

    def written(self, text: str) -> None:
        """Take over what was written, and do what Enter in the field does."""
        if self._writes is None:
            return
        held, self._writes = self._writes, None
        self._attention.light((held.key,), lit=False)
        self._player.send(held.changed(text))
        if held.done is not None:
            self._player.send(held.done)

    def _choose(self) -> None:
        if self._player.cut_short():
            return
        self._player.hush()
        if not self._opens_letters(self._attention.find(self._attention.interaction.focus)):
            self._keys.activate(self._player.current().view, only_primary=False)

    def _tap(self, x: int, y: int) -> None:
        # Whoever has a keyboard at hand taps to write with it; a second tap asks for letters.
        at_hand, self._keys.at_hand = self._keys.at_hand, False
        self._pointer.press(x, y)
        if at_hand or not self._opens_letters(self._attention.under(x, y)):
            self._pointer.release(x, y)

    def _opens_letters(self, at: Placed | None) -> bool:
        """Whether this is a field that is written without a keyboard from now on."""
        if at is None or not isinstance(at.widget, TextField) or self._letters is None:
            return False
        self._writes = at.widget
        self._player.follow(Push(self._letters(at.widget, self._player.current().view.private)))
        return True

    def _steer(self, dx: int, dy: int) -> None:
        """Where nothing lies that way, the reading order leads on: nothing is out of reach."""
        root, focus = self._player.current().root, self._attention.interaction.focus
        to = towards(root, focus, dx, dy)
        if to == focus:
            to = beyond(root, focus, dx + dy, self._attention.stood)
        if to is not None:
            self._attention.light((to,), lit=False)

    def _step_pane(self, step: int) -> None:
        panes = stops(self._player.current().root)
        focus = self._attention.interaction.focus
        here = next((n for n, each in enumerate(panes) if focus in each.keys), None)
        if panes:
            at = (0 if step > 0 else -1) if here is None else (here + step) % len(panes)
            self._attention.light(panes[at].keys[:1], lit=False)
