"""The short list of tweens that are running. Rules never wait for it; any key ends it."""

from collections.abc import Mapping
from types import MappingProxyType

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

    def finish(self) -> None:
        """Bring everything to its end at once."""
        self._running.clear()

    def at(self, now: float) -> Mapping[str, float]:
        """How far each tween has come; those that have ended are forgotten."""
        if not self._running:
            return _NONE
        progress: dict[str, float] = {}
        for key, (tween, start) in tuple(self._running.items()):
            passed = (now - start) * 1000 - tween.delay
            if passed >= tween.ms:
                del self._running[key]
            else:
                progress[key] = eased(max(0.0, passed / tween.ms))
        return progress


def eased(share: float) -> float:
    """Slow at both ends."""
    return share * share * (3 - 2 * share)
