"""The focus: in which order it travels, where an arrow takes it, and how it is drawn."""

from collections.abc import Iterator

from game.tuples import NamedTuple
from game.ui.kit.drawing import Box
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Pen, Placed
from game.ui.kit.tones import CARD, INK

RING = 4
"""The ink ring's width in logical units; the gap inside it is as wide."""


def focusable(root: Placed) -> list[Placed]:
    """Everything that can have the focus, in reading order."""
    return [each for each in root.walk() if _takes_focus(each)]


def _takes_focus(placed: Placed) -> bool:
    pressable = placed.message is not None or placed.takes_text
    return pressable and placed.key is not None and not placed.by_pointer


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
    standing = list(_standing(root, None, None))
    at = next((each for each in standing if each.key == focus), None)
    if at is None:
        return standing[0].key if standing else None
    if at.region is not None:
        inside = {each.key: each.rect for each in standing if each.region is at.region}
        to = _nearest(at, inside, dx, dy, straight=bool(dx))
        if to is not None:
            return to
    seen = {each.key: each.shown for each in standing if each.shown.w > 0 and each.shown.h > 0}
    # What stands on the same line is meant before anything above or below it.
    along = _nearest(at, seen, dx, dy, straight=True) if dx else None
    return along or _nearest(at, seen, dx, dy) or focus


class _Standing(NamedTuple):
    """A control, where it is, the part of it that shows, and the scrolled region it is in."""

    key: str
    rect: Rect
    shown: Rect
    region: Placed | None


def _standing(placed: Placed, clip: Rect | None, region: Placed | None) -> Iterator[_Standing]:
    """Every control in reading order."""
    if _takes_focus(placed):
        shown = placed.rect if clip is None else placed.rect.shared(clip)
        yield _Standing(str(placed.key), placed.rect, shown, region)
    if placed.clip is not None:
        clip = placed.clip if clip is None else clip.shared(placed.clip)
        region = placed
    for part in placed.parts:
        yield from _standing(part, clip, region)


def _nearest(
    here: _Standing, there: dict[str, Rect], dx: int, dy: int, *, straight: bool = False
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
    if not pen.focused(placed) or pen.interaction.lit:
        # The light of a scan says the same, and louder.
        return
    ring, gap = max(2, pen.px(RING)), max(2, pen.px(RING))
    inner = placed.rect.inset(-gap)
    outer = placed.rect.inset(-gap - ring)
    # No rounder than round: a low chip's ring would grow ears.
    r = min(pen.px(radius), placed.rect.w // 2, placed.rect.h // 2)
    pen.ops.append(Box(inner, inner, None, r + gap, pen.colour(CARD), gap))
    pen.ops.append(Box(outer, outer, None, r + gap + ring, pen.colour(INK), ring))
