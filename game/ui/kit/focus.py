"""The focus: in which order it travels, where an arrow takes it, and how it is drawn."""

from game.ui.kit.drawing import Box
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Pen, Placed
from game.ui.kit.tones import CARD, INK

RING = 4
"""The ink ring's width in logical units; the gap inside it is as wide."""


def focusable(root: Placed) -> list[Placed]:
    """Everything that can have the focus, in reading order."""
    return [
        each
        for each in root.walk()
        if each.key is not None
        and (each.message is not None or each.takes_text)
        and not each.by_pointer
    ]


def beyond(root: Placed, focus: str | None, step: int, stood: int | None = None) -> str | None:
    """
    The key *step* places on from *focus*, round and round; None where nothing takes focus.

    Where what had the focus has gone, *stood* says at which place it was.
    """
    keys = [each.key for each in focusable(root)]
    if not keys:
        return None
    if focus in keys:
        return keys[(keys.index(focus) + step) % len(keys)]
    if focus is None or stood is None:
        return keys[0 if step > 0 else -1]
    return keys[(stood if step > 0 else stood - 1) % len(keys)]


def towards(root: Placed, focus: str | None, dx: int, dy: int) -> str | None:
    """The nearest key in the direction of an arrow; the focus itself where there is none."""
    all_of_them = focusable(root)
    here = next((each for each in all_of_them if each.key == focus), None)
    if here is None:
        return all_of_them[0].key if all_of_them else None
    best: tuple[float, str | None] = (float("inf"), focus)
    for each in all_of_them:
        if each is here:
            continue
        ahead, aside = _offsets(here.rect, each.rect, dx, dy)
        if ahead > 0:
            best = min(best, (ahead + 3 * aside, each.key), key=lambda pair: pair[0])
    return best[1]


def _offsets(here: Rect, there: Rect, dx: int, dy: int) -> tuple[float, float]:
    """How far ahead and how far aside another rectangle lies, seen along the arrow."""
    if dx:
        ahead = (there.x - here.right if dx > 0 else here.x - there.right) + min(here.w, there.w)
        aside = max(0, max(here.y, there.y) - min(here.bottom, there.bottom))
        side = abs(here.centre[1] - there.centre[1]) / 10
        beyond_it = (there.centre[0] - here.centre[0]) * dx > 0
    else:
        ahead = (there.y - here.bottom if dy > 0 else here.y - there.bottom) + min(here.h, there.h)
        aside = max(0, max(here.x, there.x) - min(here.right, there.right))
        side = abs(here.centre[0] - there.centre[0]) / 10
        beyond_it = (there.centre[1] - here.centre[1]) * dy > 0
    return (ahead if beyond_it else -1), aside + side


def paint_focus(placed: Placed, pen: Pen, radius: float) -> None:
    """A ring of ink with a gap of white, outside the widget, where it has the focus."""
    if placed.key is None or pen.interaction.focus != placed.key:
        return
    ring, gap = max(2, pen.px(RING)), max(2, pen.px(RING))
    inner = placed.rect.inset(-gap)
    outer = placed.rect.inset(-gap - ring)
    # No rounder than round: a low chip's ring would grow ears.
    r = min(pen.px(radius), placed.rect.w // 2, placed.rect.h // 2)
    pen.ops.append(Box(inner, inner, None, r + gap, pen.colour(CARD), gap))
    pen.ops.append(Box(outer, outer, None, r + gap + ring, pen.colour(INK), ring))
