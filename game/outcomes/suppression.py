"""
Small numbers point at people. What may be shown, on the room's own screen and outside the room.

On the screen a distribution is shown from 5 answers. In anything that leaves the room, counts of 1
to 7 are hidden and no figure is computed from them; other counts are rounded to the nearest 5; where
a total would give away a hidden count, a second one is hidden with it; percentages come from 20 on.
Roles are never put beside answers, so there is no rule for that here: there is no way to ask.
"""

import hashlib
from collections.abc import Iterable, Sequence

from game.outcomes.items import FEWEST

FEWEST_SHARED = 8
"""Outside the room, nothing is shown of fewer people than this."""
FEWEST_PERCENT = 20
ROUND_TO = 5

Shared = int | None
"""A count as it may leave the room: 0, or rounded; None where it is hidden."""


def room_may_see(people: int) -> bool:
    """Whether the room's own screen may show how so many people answered."""
    return people >= FEWEST


def may_leave(people: int) -> bool:
    """Whether anything about so many people's answers may leave the room."""
    return people >= FEWEST_SHARED


def shared(count: int) -> Shared:
    """One count by itself: nobody is nobody, 1 to 7 are hidden, the rest is rounded."""
    if count == 0:
        return 0
    return rounded(count) if count >= FEWEST_SHARED else None


def rounded(count: int) -> int:
    """To the nearest 5."""
    return (count + ROUND_TO // 2) // ROUND_TO * ROUND_TO


def shared_parts(counts: Sequence[int]) -> tuple[Shared, ...]:
    """
    Counts that stand beside their total.

    All are hidden where the total itself is too small. Where one alone would be hidden, the
    smallest of the others goes with it: the total less the rest would tell it. And what is hidden
    is hidden among `FEWEST` people at least, or somebody who was there, and so knows the exact
    total, could work out a one and a one.
    """
    if sum(counts) < FEWEST_SHARED:
        return (None,) * len(counts)
    parts = [shared(count) for count in counts]
    while _tells(counts, parts):
        others = [place for place, part in enumerate(parts) if part]
        if not others:
            break
        parts[min(others, key=lambda place: (counts[place], place))] = None
    return tuple(parts)


def _tells(counts: Sequence[int], parts: Sequence[Shared]) -> bool:
    """Whether the total less the parts that show gives away those that do not."""
    hidden = [count for count, part in zip(counts, parts, strict=True) if part is None]
    return len(hidden) == 1 or 0 < sum(hidden) < FEWEST


def percent(part: Shared, whole: int) -> int | None:
    """A share of *whole* in per cent, from the rounded counts; None where it may not be shown."""
    if part is None or whole < FEWEST_PERCENT:
        return None
    return round(100 * part / rounded(whole))


def none_hidden(parts: Iterable[Shared]) -> bool:
    """Whether figures may be computed from these counts: not where any of them is hidden."""
    return all(part is not None for part in parts)


def mixed(texts: Iterable[str]) -> tuple[str, ...]:
    """
    Texts in an order that says nothing of who wrote first.

    It looks random, and yet is the same whenever the same texts come together.
    """
    kept = sorted(texts)
    seed = hashlib.sha256("\x00".join(kept).encode()).digest()
    return tuple(sorted(kept, key=lambda text: hashlib.sha256(seed + text.encode()).digest()))
