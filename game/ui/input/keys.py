"""What a key does: in a text field, everywhere, on this screen, to the focus, or to what has it."""

from collections.abc import Callable

from game.ui.input.player import Player
from game.ui.input.writing import Writing, no_digit
from game.ui.kit.controls import SAME_AS, KeyCap
from game.ui.kit.focus import beyond, towards
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.layout import Placed
from game.ui.kit.pointing import scrolling
from game.ui.kit.scroll import ScrollBy
from game.ui.stack import Outcome, Screen, View

_ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def _pressed(placed: Placed) -> bool:
    """Whether it can be pressed or written in, and is no mark of what scrolls."""
    return placed.takes_text or not isinstance(placed.message, ScrollBy | None)


def _is_cap(placed: Placed) -> bool:
    """Whether it is the cap of a clicker's key on a button."""
    return isinstance(placed.widget, KeyCap) and placed.widget.name == "Page Down"


class Keys:
    """See the module. *beforehand* may answer keys that belong to every screen."""

    def __init__(
        self,
        player: Player,
        writing: Writing,
        beforehand: Callable[[Screen, KeyPressed], Outcome | None] | None,
    ) -> None:
        self._player = player
        self._attention = player.attention
        self._writing = writing
        self._beforehand = beforehand
        self.at_hand = False
        """Whether a real keyboard was the last thing used, so that letters need no screen."""
        self._led: str | None = None
        """What the screen's main action gave the focus to, so that a clicker can choose it."""
        self._read: set[tuple[str, str]] = set()
        """The regions, by screen and key, that a clicker has gone through to their end."""

    def read_anew(self) -> None:
        """A clicker has gone through no region yet."""
        self._read.clear()

    def press(self, event: KeyPressed) -> None:
        player = self._player
        # A clicker's keys are no keyboard.
        self.at_hand = event.key not in {"page down", "page up"}
        # A key that ended a motion has done its work, but for those that work everywhere.
        worked = player.cut_short() and not (event.ctrl or event.alt)
        if not event.repeat:
            player.hush()
        if player.typing and self._writing.press(event):
            return
        if event.repeat and event.key not in {"left", "right", "up", "down", "tab"}:
            return
        if self._beforehand is not None:
            outcome = self._beforehand(player.screen, event)
            if outcome is not None:
                player.follow(outcome)
                return
        if worked:
            return
        if self._bound(event) or self._steered(event):
            return
        view = player.current().view
        if event.combo in {"space", "enter", "page down"}:
            self.activate(view, only_primary=event.key == "page down")
        elif event.combo in {"escape", "page up"} and view.back is not None:
            player.send(view.back)

    def _bound(self, event: KeyPressed) -> bool:
        """Whether the screen has bound the key."""
        view = self._player.current().view
        letter = len(event.key) == 1 and not (event.ctrl or event.alt)
        editing = self._attention.interaction.editing
        if letter and editing is not None and not (editing.digits and no_digit(event.key)):
            return False
        focused = self._attention.interaction.focus is not None
        # It stands for what the bar of keys names, and for nothing else that the letter does somewhere.
        letter_meant = SAME_AS.get(event.combo)
        for binding in view.keys:
            if binding.combo == event.combo or (binding.footer and binding.combo == letter_meant):
                if focused and binding.combo in {"enter", "space"}:
                    return False
                if self._player.counts(event):
                    self._player.send(binding.message)
                return True
        return False

    def _steered(self, event: KeyPressed) -> bool:
        """Whether the key moved the focus."""
        attention = self._attention
        root = self._player.current().root
        focus = attention.interaction.focus
        if event.key == "tab" and not (event.ctrl or event.alt):
            attention.focus(beyond(root, focus, -1 if event.shift else 1, attention.stood))
        elif event.combo in _ARROWS:
            dx, dy = _ARROWS[event.combo]
            to = towards(root, focus, dx, dy)
            if to == focus and dy and self._scroll_somewhere(dy):
                return True
            attention.focus(to)
        else:
            return False
        return True

    def _scroll_somewhere(self, down: int) -> bool:
        """Move the first region that can move, for an arrow with no focus its way to go."""
        for region in scrolling(self._player.current().root):
            self._attention.scroll(str(region.key), down * region.rect.h // 3)
            return True
        return False

    def _reads_on(self) -> bool:
        """
        Whether a clicker's one key showed more of what is to be read, before it leads on.

        Each region once, and none with anything to press in it: that is no reading, and needs a hand.
        Where a button shows this key, and while somebody types, it means that button alone.
        """
        player = self._player
        root = player.current().root
        if player.typing or any(_is_cap(each) for each in root.walk()):
            return False
        for region in scrolling(root):
            here = (player.screen.name, str(region.key))
            if here in self._read or any(_pressed(each) for each in region.walk()):
                continue
            seen = region.data
            if seen.at < seen.most:
                if player.counts():
                    # A line or two of what was seen stays, to find the place again.
                    self._attention.scroll(str(region.key), region.rect.h * 4 // 5)
                return True
            # What comes in its stead begins at its beginning.
            self._attention.scroll(str(region.key), -seen.most)
            self._read.add(here)
        return False

    def activate(self, view: View, *, only_primary: bool) -> None:
        """Press what has the focus, or do what the screen is mainly for."""
        player, attention = self._player, self._attention
        focus = attention.interaction.focus
        held = attention.find(focus)
        # A clicker has no key to choose with: what its own key led to, or all there is to do.
        led = focus is not None and focus == self._led
        if only_primary and not (led or view.private) and self._reads_on():
            return
        chooses = not only_primary or focus == self._led or view.primary is None
        if chooses and held is not None and held.message is not None:
            if not only_primary or player.counts():
                player.send(held.message)
        elif view.primary is not None and player.counts():
            here = player.screen.name
            player.send(view.primary)
            to = attention.interaction.focus
            self._led = to if to != focus and player.screen.name == here else None
