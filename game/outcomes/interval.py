"""
How far "rose less fell" might have come out otherwise: bootstrap intervals of 95 per cent.

By person within one group, worked out exactly (the bootstrap of rises and falls has only so many
outcomes, so none need be drawn); by group over many groups, drawn from a seed.
"""

import random
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

FEWEST_PEOPLE = 15
FEWEST_GROUPS = 10
DRAWS = 1000
TAIL = 0.025

Interval = tuple[float, float]


def by_person(rises: int, same: int, falls: int) -> Interval | None:
    """The interval of (rises - falls) / people, people drawn again; None below `FEWEST_PEOPLE`."""
    people = rises + same + falls
    if people < FEWEST_PEOPLE:
        return None
    up, level, down = rises / people, same / people, falls / people
    # chances[k]: how likely the people drawn so far come to k - (how many were drawn).
    chances = [1.0]
    for _ in range(people):
        wider = [0.0] * (len(chances) + 2)
        for place, chance in enumerate(chances):
            wider[place] += chance * down
            wider[place + 1] += chance * level
            wider[place + 2] += chance * up
        chances = wider
    totals = list(accumulate(chances))
    low, high = bisect_left(totals, TAIL), bisect_left(totals, 1 - TAIL)
    return (low - people) / people, (high - people) / people


def by_group(groups: Sequence[tuple[int, int]], seed: str) -> Interval | None:
    """
    The interval of the pooled share when whole groups are drawn again.

    Each group is (rises less falls, people): people of one group are alike, so a group stays
    together. None below `FEWEST_GROUPS`.
    """
    if len(groups) < FEWEST_GROUPS:
        return None
    chance = random.Random(
        seed
    )  # Seeded with text, so that the same sessions give the same figure.
    shares = sorted(_share(chance.choices(groups, k=len(groups))) for _ in range(DRAWS))
    cut = round(DRAWS * TAIL)
    return shares[cut], shares[-1 - cut]


def _share(groups: Sequence[tuple[int, int]]) -> float:
    people = sum(each for _, each in groups)
    return sum(balance for balance, _ in groups) / people if people else 0.0
