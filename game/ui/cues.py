"""
What a screen set going until its time is up: tweens, notices, captions, and the next look at it.

Rules never wait for any of it. Each piece is told the time; none has a clock.
"""

from collections.abc import Mapping
from types import MappingProxyType

from game.ui.kit.layout import Message
from game.ui.stack import Tween, View

NOTICE_SECONDS = 8.0
CAPTION_SECONDS = 4.0

_NONE: Mapping[str, float] = MappingProxyType({})


class Motions:
    """Tweens by key, each from 0 to 1; any key ends them."""

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


class Sentence:
    """One that stands for a while: a notice, or the caption of a sound. Empty while there is none."""

    def __init__(self) -> None:
        self.words = ""
        self._until = 0.0

    def say(self, words: str, until: float) -> None:
        self.words, self._until = words, until

    def over(self, now: float) -> bool:
        """Whether it has stood for as long as it should."""
        return bool(self.words) and now >= self._until

    def hush(self) -> bool:
        """Take it away; whether there was one."""
        stood = bool(self.words)
        self.words = ""
        return stood


class Refresh:
    """When the screen on top wants to be drawn again although nobody does anything."""

    def __init__(self) -> None:
        self._due: float | None = None
        self._then: Message = None

    def over(self, now: float) -> bool:
        """Whether that time has come."""
        return self._due is not None and now >= self._due

    def take(self) -> Message:
        """What the screen is to be told at that time, which is past now."""
        self._due = None
        return self._then

    def ask(self, view: View, now: float) -> None:
        """Wait as the screen wishes that has just been drawn."""
        self._then = view.then
        if view.refresh is None:
            self._due = None
        else:
            # A pointer that never rests puts nothing off.
            again = now + view.refresh
            self._due = again if self._due is None else min(self._due, again)


class Cues:
    """All of it together, for the screen on top."""

    def __init__(self) -> None:
        self.motions = Motions()
        self.notice = Sentence()
        self.caption = Sentence()
        self.refresh = Refresh()

    def over(self, now: float) -> bool:
        """Whether time alone has changed what should be seen."""
        return (
            self.motions.running
            or self.notice.over(now)
            or self.caption.over(now)
            or self.refresh.over(now)
        )

    def lapse(self, now: float) -> Message:
        """Take away what has stood for long enough; what the screen is to be told, if it is time."""
        for sentence in (self.notice, self.caption):
            if sentence.over(now):
                sentence.hush()
        return self.refresh.take() if self.refresh.over(now) else None
