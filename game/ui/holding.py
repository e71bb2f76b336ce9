"""
What the host does while a step is on its way to the disk: the picture stays, and keys wait their turn.

Nobody sees what came of a step before it is saved. A tenth of a second of that goes unnoticed; after
it a small mark says what is being waited for.
"""

from collections import deque
from collections.abc import Callable

from game.tongue import N_, _
from game.ui.kit.boxes import Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.drawing import Op
from game.ui.kit.geometry import Rect
from game.ui.kit.inputs import InputEvent, KeyPressed, PointerMoved
from game.ui.kit.layout import Layout, Pen, Role, paint_all
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, ON_INK
from game.values import dataclass

MARK_SECONDS = 0.1
"""Waiting for longer than this is shown."""
MOST_WAITING = 400
"""So many events wait at most; whoever presses more than this is not counting."""
WORDS = N_("Saving…")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An input event that came while a step was on its way, and when it came."""

    event: InputEvent
    at: float


class Queue:
    """Input events in the order in which they came."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._events: deque[Waiting] = deque()

    def __bool__(self) -> bool:
        return bool(self._events)

    def put(self, event: InputEvent) -> None:
        """Keep an event; a key held down says nothing more, and of a path only its end counts."""
        if isinstance(event, KeyPressed) and event.repeat:
            return
        last = self._events[-1] if self._events else None
        if last and isinstance(event, PointerMoved) and isinstance(last.event, PointerMoved):
            self._events.pop()
        if len(self._events) < MOST_WAITING:
            self._events.append(Waiting(event, self._clock()))

    def take(self) -> Waiting:
        return self._events.popleft()


def mark(lay: Layout, room: Rect, pen: Pen) -> tuple[Op, ...]:
    """The operations that draw the mark at the top of the room."""
    words = Text(_(WORDS), Style(26, Face.SEMIBOLD, ON_INK, 1.2), kind="status")
    chip = Panel(
        Row((Icon("hourglass", 28, ON_INK), words), gap=12),
        fill=INK,
        radius=24,
        pad=24,
        pad_y=10,
        role=Role("status", _(WORDS)),
    )
    size = lay.size_of(chip, room.w)
    at = Rect(room.x + (room.w - size.w) // 2, room.y + lay.px(14), size.w, size.h)
    paint_all(chip.place(lay, at), pen)
    return tuple(pen.ops)
