"""
What need not be painted because something opaque is painted over it in the same picture.

Filling pixels is most of what painting a large window costs, and much of its ground lies under boards and
cards. Only large rectangles are looked at: for small ones, looking would cost more than filling. What a small
patch lies in whole is found on the way, while what touches it is gathered.
"""

from collections.abc import Iterable, Sequence

from game.ui.kit.drawing import Box, Clip, Fill, Op, Unclip
from game.ui.kit.geometry import Rect
from game.ui.window.vector import box_edge, box_margin

LARGE = 40_000
"""Pixels from which it is worth knowing what something hides."""
_MOST = 6


def plain_middle(op: Box) -> Rect | None:
    """The part of a box that is one colour all over; None where there is none."""
    if op.fill is None or op.dash:
        return None
    if not op.radius and not op.shadow and op.line is None:
        return op.rect
    x, y, w, h = op.bounds
    m, edge = box_margin(op), box_edge(op)
    return Rect(x + edge, y + m, w - 2 * edge, h - 2 * m) if w > 2 * m and h > 2 * m else None


def fills(op: Op, patch: Rect) -> bool:
    """Whether all of *patch* lies in what an operation paints in one colour."""
    if type(op) is Fill:
        return op.bounds.encloses(patch)
    if type(op) is not Box or op.fill is None or op.dash:
        return False
    if not op.radius and not op.shadow and op.line is None:
        return op.rect.encloses(patch)
    m, edge = box_margin(op), box_edge(op)
    across, down = (
        (edge, m) if patch.x < op.bounds.x + m or op.bounds.right < patch.right + m else (m, edge)
    )
    x, y, w, h = op.bounds
    return Rect(x + across, y + down, w - 2 * across, h - 2 * down).encloses(patch)


def covers(ops: Sequence[Op], patch: Rect) -> list[tuple[int, Rect]]:
    """Where an operation fills a large part of *patch* whole: its place among *ops*, the last first."""
    found: list[tuple[int, Rect]] = []
    clips = [patch]
    for place, op in enumerate(ops):
        if type(op) is Clip:
            clips.append(clips[-1].shared(op.bounds))
        elif type(op) is Unclip:
            clips.pop()
        elif isinstance(op, Box | Fill):
            filled = op.bounds if isinstance(op, Fill) else plain_middle(op)
            if filled is not None and filled.w * filled.h >= LARGE:
                seen = filled.shared(clips[-1])
                if seen.w * seen.h >= LARGE:
                    found.append((place, seen))
    found.sort(key=lambda each: each[1].w * each[1].h, reverse=True)
    return sorted(found[:_MOST], reverse=True)


def beside(whole: Rect, hidden: Iterable[Rect]) -> list[Rect]:
    """What of a rectangle is left outside the hidden ones, in rectangles that do not meet."""
    left = [whole]
    for each in hidden:
        left = [piece for rect in left for piece in _without(rect, each)]
    return left


def _without(rect: Rect, hole: Rect) -> list[Rect]:
    """Above, below, left and right of the hole, as far as there is anything."""
    inner = rect.shared(hole)
    if not inner.w or not inner.h:
        return [rect]
    pieces = (
        Rect(rect.x, rect.y, rect.w, inner.y - rect.y),
        Rect(rect.x, inner.bottom, rect.w, rect.bottom - inner.bottom),
        Rect(rect.x, inner.y, inner.x - rect.x, inner.h),
        Rect(inner.right, inner.y, rect.right - inner.right, inner.h),
    )
    return [each for each in pieces if each.w and each.h]
