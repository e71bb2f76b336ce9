"""The focus: in which order it travels, where an arrow takes it, and how it is drawn."""

from collections.abc import Iterator

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
    """
    The nearest key in the direction of an arrow; the focus itself where there is none.

    Within a scrolled region an arrow first goes to what is there, seen or not; to what stands
    elsewhere it goes by what can be seen of it.
    """
    all_of_them = {str(each.key): each for each in focusable(root)}
    here = all_of_them.get(str(focus))
    if here is None:
        return next(iter(all_of_them), None)
    region = next((r for r in root.walk() if r.clip is not None and _within(r, here)), None)
    if region is not None:
        inside = {str(e.key): e.rect for e in region.walk() if str(e.key) in all_of_them}
        to = _nearest(here, inside, dx, dy, straight=bool(dx))
        if to is not None:
            return to
    seen = {key: rect for key, rect in _seen(root, None) if key in all_of_them}
    # What stands on the same line is meant before anything above or below it.
    along = _nearest(here, seen, dx, dy, straight=True) if dx else None
    return along or _nearest(here, seen, dx, dy) or focus


def _within(region: Placed, thing: Placed) -> bool:
    return region is not thing and any(each is thing for each in region.walk())


def _seen(placed: Placed, clip: Rect | None) -> Iterator[tuple[str, Rect]]:
    """Everything that has a key and shows, with the part of it that does."""
    if placed.key is not None:
        rect = placed.rect if clip is None else placed.rect.shared(clip)
        if rect.w > 0 and rect.h > 0:
            yield placed.key, rect
    if placed.clip is not None:
        clip = placed.clip if clip is None else clip.shared(placed.clip)
    for part in placed.parts:
        yield from _seen(part, clip)


def _nearest(
    here: Placed, there: dict[str, Rect], dx: int, dy: int, *, straight: bool = False
) -> str | None:
    """The nearest that lies ahead; where *straight*, only what stands on the same line."""
    best: tuple[float, str | None] = (float("inf"), None)
    for key, rect in there.items():
        if key == here.key:
            continue
        ahead, aside = _offsets(here.rect, rect, dx, dy)
        line = max(here.rect.y, rect.y) < min(here.rect.bottom, rect.bottom)
        if ahead > 0 and (line or not straight):
            best = min(best, (ahead + 3 * aside, key), key=lambda pair: pair[0])
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
