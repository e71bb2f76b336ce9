"""What a pointer at a place means, and how a drag moves a scrolled region."""

from collections.abc import Iterator

from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Placed
from game.ui.kit.scroll import Scrolled
from game.values import dataclass

DRAG_UNITS = 12
"""How far a pointer must move, held down, before it drags rather than presses."""


@dataclass(frozen=True, slots=True)
class Drag:
    """A pointer held down: where, upon which region, and how far that had scrolled."""

    y: int
    region: str | None
    start: int
    moving: bool = False


def topmost(placed: Placed, x: int, y: int) -> Placed | None:
    """The topmost thing at a point that can be pressed or typed into."""
    if placed.clip is not None and not placed.clip.holds(x, y):
        return None
    for part in reversed(placed.parts):
        found = topmost(part, x, y)
        if found is not None:
            return found
    pressable = placed.message is not None or placed.takes_text
    return placed if pressable and placed.rect.holds(x, y) else None


def nearest(root: Placed, x: int, y: int, reach: int = 0) -> Placed | None:
    """The topmost thing at a point, or else the nearest that is at most *reach* pixels away."""
    there = topmost(root, x, y)
    if there is not None or reach <= 0:
        return there
    best: tuple[int, Placed] | None = None
    for each, shown in _pressable(root, None):
        dx = max(shown.x - x, 0, x - shown.right + 1)
        dy = max(shown.y - y, 0, y - shown.bottom + 1)
        far = dx * dx + dy * dy
        if far <= reach * reach and (best is None or far < best[0]):
            best = (far, each)
    return None if best is None else best[1]


def _pressable(placed: Placed, clip: Rect | None) -> Iterator[tuple[Placed, Rect]]:
    """Everything that can be pressed, with the part of it that shows."""
    if placed.message is not None or placed.takes_text:
        shown = placed.rect if clip is None else placed.rect.shared(clip)
        if shown.w > 0 and shown.h > 0:
            yield placed, shown
    if placed.clip is not None:
        clip = placed.clip if clip is None else placed.clip.shared(clip)
    for part in placed.parts:
        yield from _pressable(part, clip)


def region_at(root: Placed, x: int, y: int) -> Placed | None:
    """The innermost region at a point that can scroll."""
    inside = [each for each in scrolling(root) if each.rect.holds(x, y)]
    return inside[-1] if inside else None


def scrolling(root: Placed) -> list[Placed]:
    """Every region that has more to show than room to show it, outermost first."""
    return [
        each
        for each in root.walk()
        if isinstance(each.data, Scrolled) and each.data.most and each.key is not None
    ]


def found(root: Placed, key: str | None) -> Placed | None:
    """The placed widget with this key."""
    if key is None:
        return None
    return next((each for each in root.walk() if each.key == key), None)
