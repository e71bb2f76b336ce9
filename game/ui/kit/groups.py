"""
The controls of a screen in groups, groups of groups, and so on: for whoever reaches them one at a time.

Groups follow what stands together on the screen, and the order is the reading order.
"""

from collections.abc import Sequence
from itertools import pairwise

from game.ui.kit.focus import focusable
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Placed
from game.values import dataclass

MOST = 8
"""So many stops one after another at most; beyond that they are put into groups."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One control, or a group of them that is entered before its parts are reached."""

    keys: tuple[str, ...]
    """Of every control in it, in reading order."""
    parts: tuple["Stop", ...] = ()
    """None for a single control."""


def stops(root: Placed) -> tuple[Stop, ...]:
    """All controls of a screen, in few stops."""
    controls = {id(each): each for each in focusable(root)}
    rects = {str(each.key): each.rect for each in controls.values()}
    found = _gathered(root, controls)
    return _few(found, rects)


def _gathered(placed: Placed, controls: dict[int, Placed]) -> tuple[Stop, ...]:
    """What stands in a part of the screen, grouped as it is placed."""
    inside = [found for part in placed.parts if (found := _gathered(part, controls))]
    own = (Stop((str(placed.key),)),) if id(placed) in controls else ()
    if not own and len(inside) == 1:
        return inside[0]
    return (*own, *(each[0] if len(each) == 1 else _group(each) for each in inside))


def _group(parts: Sequence[Stop]) -> Stop:
    return Stop(tuple(key for part in parts for key in part.keys), tuple(parts))


def _few(parts: tuple[Stop, ...], rects: dict[str, Rect]) -> tuple[Stop, ...]:
    """The same in at most `MOST` stops, with as few levels as that allows."""
    parts = _readied(_shortened(parts, rects), rects)
    # The largest first, and those of one size together or not at all: a row is not opened between
    # rows that stay whole.
    sizes = {len(each.keys) for each in parts if each.parts}
    while sizes:
        size = max(sizes)
        sizes.discard(size)
        alike = [each for each in parts if each.parts and len(each.keys) == size]
        if len(parts) + sum(len(each.parts) - 1 for each in alike) > MOST:
            continue
        opened: list[Stop] = []
        for each in parts:
            opened.extend(_readied(each.parts, rects) if each in alike else (each,))
        parts = tuple(opened)
        sizes.update(len(each.keys) for each in parts if each.parts and len(each.keys) < size)
    return tuple(Stop(each.keys, _few(each.parts, rects)) if each.parts else each for each in parts)


def _readied(parts: tuple[Stop, ...], rects: dict[str, Rect]) -> tuple[Stop, ...]:
    """The same, each with few parts of its own, so that it can be opened."""
    return tuple(Stop(each.keys, _shortened(each.parts, rects)) for each in parts)


def _shortened(parts: tuple[Stop, ...], rects: dict[str, Rect]) -> tuple[Stop, ...]:
    """At most `MOST`: a long list by its rows, or else in runs as even as can be."""
    if len(parts) > MOST:
        parts = _rows(parts, rects)
    if len(parts) <= MOST:
        return parts
    count = -(-len(parts) // MOST)
    size = -(-len(parts) // count)
    return tuple(_group(parts[at : at + size]) for at in range(0, len(parts), size))


def _rows(parts: tuple[Stop, ...], rects: dict[str, Rect]) -> tuple[Stop, ...]:
    """Stops that stand side by side in one group; as they were where each stands alone."""
    rows = [[parts[0]]]
    for before, after in pairwise(parts):
        one, other = rects[before.keys[0]], rects[after.keys[0]]
        shared = min(one.bottom, other.bottom) - max(one.y, other.y)
        if shared * 2 > min(one.h, other.h) and other.x > one.x:
            rows[-1].append(after)
        else:
            rows.append([after])
    if len(rows) in {1, len(parts)}:
        return parts
    return tuple(row[0] if len(row) == 1 else _group(row) for row in rows)
