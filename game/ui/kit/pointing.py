"""What a pointer at a place means, and how a drag moves a scrolled region."""

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
