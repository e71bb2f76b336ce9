"""
Fingers on the screen: a tap presses, a drag scrolls, and a quick drag goes on for a while by itself.

A slow tap is a tap: who presses long does not mean something else. Only the first finger counts.
"""

import math
from collections import deque
from collections.abc import Callable

from game.ui.kit.inputs import (
    FingerDown,
    FingerMoved,
    FingerUp,
    InputEvent,
    PointerMoved,
    Slid,
    Tapped,
)
from game.ui.kit.pointing import DRAG_UNITS
from game.values import dataclass

RECENT_SECONDS = 0.1
"""How fast a finger was is told by the last of its way."""
SLOWEST = 60
"""In logical units a second: slower than this, nothing goes on by itself."""
FRICTION = 3.2
"""By how much a second slows what goes on by itself: to about a twenty-fifth."""
OFF = PointerMoved(-1, -1)
"""No finger is anywhere, so nothing is pointed at."""


@dataclass(frozen=True, slots=True)
class _Drag:
    number: int
    x: int
    y: int
    """Where it began."""
    at: int
    moving: bool = False


class Touch:
    """*scale* gives the pixels of a logical unit; while *still*, nothing goes on by itself."""

    def __init__(
        self,
        clock: Callable[[], float],
        scale: Callable[[], float],
        still: Callable[[], bool],
    ) -> None:
        self._clock = clock
        self._scale = scale
        self._still = still
        self._drag: _Drag | None = None
        self._way: deque[tuple[float, int]] = deque()
        """When the finger was at which height, lately."""
        self._glide: tuple[int, int, float] | None = None
        """Where something goes on by itself, and by how many pixels a second."""
        self._last = 0.0
        self._left = 0.0

    @property
    def moving(self) -> bool:
        return self._glide is not None

    def stop(self) -> None:
        """Somebody did something else: nothing goes on by itself."""
        self._glide = None

    def take(self, event: FingerDown | FingerMoved | FingerUp) -> tuple[InputEvent, ...]:
        """What the finger means."""
        match event:
            case FingerDown(x, y, number):
                if self._drag is not None:
                    return ()
                self._glide = None
                self._drag = _Drag(number, x, y, y)
                self._way.clear()
                self._note(y)
                return (PointerMoved(x, y),)
            case FingerMoved(_, y, number):
                return self._moved(y, number)
            case FingerUp(x, y, number):
                return self._up(x, y, number)

    def _note(self, y: int) -> None:
        now = self._clock()
        self._way.append((now, y))
        while now - self._way[0][0] > RECENT_SECONDS:
            self._way.popleft()

    def _moved(self, y: int, number: int) -> tuple[InputEvent, ...]:
        drag = self._drag
        if drag is None or drag.number != number:
            return ()
        self._note(y)
        if not drag.moving and abs(y - drag.y) < DRAG_UNITS * self._scale():
            return ()
        self._drag = _Drag(number, drag.x, drag.y, y, moving=True)
        off = () if drag.moving else (OFF,)
        return (*off, Slid(drag.x, drag.y, drag.at - y))

    def _up(self, x: int, y: int, number: int) -> tuple[InputEvent, ...]:
        drag = self._drag
        if drag is None or drag.number != number:
            return ()
        moved = self._moved(y, number)
        whole, self._drag = self._drag or drag, None
        if not whole.moving:
            return (OFF, Tapped(x, y))
        (start, first), (end, last) = self._way[0], self._way[-1]
        if end > start and not self._still():
            speed = (first - last) / (end - start)
            if abs(speed) > SLOWEST * self._scale():
                self._glide = (drag.x, drag.y, speed)
                self._last, self._left = self._clock(), 0.0
        return moved

    def due(self) -> tuple[InputEvent, ...]:
        """How far what goes on by itself has gone since it was last asked."""
        if self._glide is None:
            return ()
        x, y, speed = self._glide
        now = self._clock()
        passed, self._last = now - self._last, now
        far = self._left + speed * (1 - math.exp(-FRICTION * passed)) / FRICTION
        speed *= math.exp(-FRICTION * passed)
        self._glide = (x, y, speed) if abs(speed) > SLOWEST * self._scale() else None
        whole = round(far)
        self._left = far - whole
        return (Slid(x, y, whole),) if whole else ()
