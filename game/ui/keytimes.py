"""
Which presses of a key count, for hands that shake or linger: the same key again is ignored for a
while, and a key may have to be held. It knows no window: time and keys come from outside.
"""

from collections.abc import Callable

from game.ui.kit.inputs import KeyPressed
from game.values import dataclass

NEVER_HELD = {
    *("left", "right", "up", "down", "tab", "backspace", "delete"),
    *("pad left", "pad right", "pad up", "pad down"),
}
"""Keys that are pressed many times in a row, and harm nothing: they count at once."""


@dataclass(frozen=True, slots=True)
class _Held:
    key: KeyPressed
    since: float


class KeyTimes:
    """*ignore* and *hold* give seconds, as they are now; 0 for neither."""

    def __init__(
        self, clock: Callable[[], float], ignore: Callable[[], float], hold: Callable[[], float]
    ) -> None:
        self._clock = clock
        self._ignore = ignore
        self._hold = hold
        self._last: dict[str, float] = {}
        """When each key last went down and counted, or was let go."""
        self._held: dict[str, _Held] = {}
        self.dropped = False
        """Whether the key pressed last did not count, so that what it types does not either."""

    def pressed(self, key: KeyPressed, *, typing: bool) -> KeyPressed | None:
        """The press, if it counts now; one that must be held first comes from `due`."""
        now = self._clock()
        if key.repeat:
            return None if key.key in self._held or self.dropped else key
        self.dropped = now - self._last.get(key.key, -1e9) < self._ignore()
        if self.dropped:
            return None
        self._last[key.key] = now
        if self._hold() > 0 and not typing and key.key not in NEVER_HELD:
            self._held[key.key] = _Held(key, now)
            return None
        return key

    def released(self, name: str | None) -> None:
        """A key was let go; all of them, where nobody knows which."""
        now = self._clock()
        for each in tuple(self._last) if name is None else (name,):
            if each in self._last:
                # A shaking finger lets go and presses again: the time runs from the letting go.
                self._last[each] = now
            self._held.pop(each, None)

    def due(self) -> tuple[KeyPressed, ...]:
        """The presses that have been held for long enough, each once."""
        now, least = self._clock(), self._hold()
        ripe = tuple(held for held in self._held.values() if now - held.since >= least)
        for held in ripe:
            del self._held[held.key.key]
        return tuple(held.key for held in ripe)
