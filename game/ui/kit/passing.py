"""News that passes: it lies upon a screen for a while, and nothing on the screen moves for it."""

from collections.abc import Iterator

from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Pen, Placed, Widget
from game.ui.kit.scroll import Scroll
from game.values import dataclass

TOUCHES = 8
"""A control may be covered at its edge by so many logical units; a note has some air round it."""


@dataclass(frozen=True, slots=True)
class Passing:
    """
    A *note* upon a screen that ends with a *bar*, at the place where it covers the least.

    That is the foot, where the note is no higher than the bar and the air above it. Higher notes
    would cover what is pressed, and lie at the head; with *low*, or where the focus is at the head,
    at the lower edge of what scrolls.
    """

    screen: Widget
    bar: Widget
    note: Widget
    low: bool = False

    def measure(self, lay: Layout, width: int) -> Size:
        return lay.size_of(self.screen, width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        under = lay.put(self.screen, rect)
        high = lay.size_of(self.note, rect.w).h
        bar = lay.size_of(self.bar, rect.w).h
        head = Rect(rect.x, rect.y, rect.w, high)
        # Of a bar that is the higher one nothing is left to peep out.
        foot = Rect(rect.x, rect.bottom - max(high, bar), rect.w, max(high, bar))
        shown = tuple(_shown(under, None))
        pressed = (seen for each, seen in shown if _pressed(each) and seen.y < rect.bottom - bar)
        if not any(seen.shared(foot).h > lay.px(TOUCHES) for seen in pressed):
            at = foot
        else:
            # The focus moves with presses alone, and a press takes the note away.
            lay.memory.swayed = True
            focus = lay.interaction.focus
            used = any(seen.shared(head).h for each, seen in shown if each.key == focus is not None)
            scrolls = [seen for each, seen in shown if isinstance(each.widget, Scroll)]
            at = head
            if scrolls and (self.low or used):
                largest = max(scrolls, key=lambda seen: seen.w * seen.h)
                at = Rect(rect.x, max(rect.y, largest.bottom - high), rect.w, high)
        return Placed(self, rect, (under, lay.put(self.note, at)))

    def paint(self, placed: Placed, pen: Pen) -> None:
        del placed, pen


def _pressed(placed: Placed) -> bool:
    return placed.message is not None or placed.takes_text


def _shown(placed: Placed, clip: Rect | None) -> Iterator[tuple[Placed, Rect]]:
    """Itself and every part, with what of it is seen in the regions that scroll."""
    yield placed, placed.rect if clip is None else placed.rect.shared(clip)
    if placed.clip is not None:
        clip = placed.clip if clip is None else placed.clip.shared(clip)
    for part in placed.parts:
        yield from _shown(part, clip)
