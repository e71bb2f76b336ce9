"""The short list of tweens that are running. Rules never wait for it; any key ends it."""

from collections.abc import Mapping
from types import MappingProxyType

from game.ui.kit.layout import Message
from game.ui.stack import Tween

_NONE: Mapping[str, float] = MappingProxyType({})


class Motions:
    """Tweens by key, each from 0 to 1."""

    def __init__(self) -> None:
        self._running: dict[str, tuple[Tween, float]] = {}

    @property
    def running(self) -> bool:
        return bool(self._running)

    def start(self, tween: Tween, now: float) -> None:
        self._running[tween.key] = (tween, now)

    def finish(self) -> tuple[Message, ...]:
        """Bring everything to its end at once; what each had to say at its end."""
        said = tuple(t.then for t, _ in self._running.values() if t.then is not None)
        self._running.clear()
        return said

    def ended(self, now: float) -> tuple[Message, ...]:
        """Forget what has come to its end; what each had to say there."""
        said: list[Message] = []
        for key, (tween, start) in tuple(self._running.items()):
            if (now - start) * 1000 >= tween.ms + tween.delay:
                del self._running[key]
                if tween.then is not None:
                    said.append(tween.then)
        return tuple(said)

    def at(self, now: float) -> Mapping[str, float]:
        """How far each running tween has come."""
        if not self._running:
            return _NONE
        return {
            key: eased(min(1.0, max(0.0, ((now - start) * 1000 - tween.delay) / tween.ms)))
            for key, (tween, start) in self._running.items()
        }


def eased(share: float) -> float:
    """Slow at both ends."""
    return share * share * (3 - 2 * share)
