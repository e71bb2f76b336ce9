"""
Exact tests for small groups: the sign test, and the signed-rank test with its rank-biserial r.

Differences of zero are dropped and tied ranks averaged, as is usual; nothing here rounds, guesses or
draws lots. Above `EXACT_UP_TO` changes the signed-rank test takes the normal approximation, which by
then agrees with it.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

from game.values import dataclass

EXACT_UP_TO = 60
"""So many changed answers are still counted through, arrangement by arrangement."""

Difference = int | Fraction


@dataclass(frozen=True, slots=True)
class SignedRank:
    """The two sums of ranks, what they make together, and how surprising they would be by chance."""

    plus: float
    """W⁺: the ranks of all rises."""
    minus: float
    """W⁻: the ranks of all falls."""
    p: float
    """Two-sided."""

    @property
    def r(self) -> float | None:
        """Matched-pairs rank-biserial, -1 to 1; None where nothing changed."""
        both = self.plus + self.minus
        return (self.plus - self.minus) / both if both else None


def sign_test(rises: int, falls: int) -> float:
    """Two-sided p of the exact sign test; 1 where nothing changed."""
    changed, most = rises + falls, max(rises, falls)
    # Down from C(n, n) = 1, each step by one factor: no large binomial is worked out twice.
    ways = tail = 1
    for k in range(changed, most, -1):
        ways = ways * k // (changed - k + 1)
        tail += ways
    return min(1.0, float(Fraction(2 * tail, 1 << changed)))


def signed_rank(differences: Sequence[Difference]) -> SignedRank:
    """The signed-rank test over differences "now minus before"."""
    changed: list[Difference] = [each for each in differences if each]
    # Ranks are doubled, so that an average of ties is a whole number too.
    sizes: list[Difference] = [max(each, -each) for each in changed]
    doubled = _doubled_ranks(sizes)
    plus = sum(rank for rank, each in zip(doubled, changed, strict=True) if each > 0)
    minus = sum(doubled) - plus
    if len(changed) > EXACT_UP_TO:
        p = _by_normal(doubled, max(plus, minus))
    else:
        p = _by_counting(doubled, max(plus, minus))
    return SignedRank(plus / 2, minus / 2, p)


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """Each p adjusted for there being several tests (Holm, step down), in the order given."""
    order = sorted(range(len(ps)), key=lambda place: ps[place])
    adjusted = [0.0] * len(ps)
    so_far = 0.0
    for step, place in enumerate(order):
        so_far = max(so_far, min(1.0, ps[place] * (len(ps) - step)))
        adjusted[place] = so_far
    return tuple(adjusted)


def _doubled_ranks(sizes: Sequence[Difference]) -> list[int]:
    """Twice the rank of each size among all, ties sharing their average; the smallest has rank 1."""
    places: dict[Difference, list[int]] = {}
    for place, size in enumerate(sorted(sizes), 1):
        places.setdefault(size, []).append(place)
    return [places[size][0] + places[size][-1] for size in sizes]


def _by_counting(doubled: Sequence[int], larger: int) -> float:
    """How many of all ways to give the ranks signs come to so large a sum, or to its mirror image."""
    ways = [1] + [0] * sum(doubled)
    reached = 0
    for rank in doubled:
        reached += rank
        for total in range(reached, rank - 1, -1):
            ways[total] += ways[total - rank]
    return min(1.0, float(Fraction(2 * sum(ways[larger:]), 1 << len(doubled))))


def _by_normal(doubled: Sequence[int], larger: int) -> float:
    mean = sum(doubled) / 2
    spread = sqrt(sum(rank * rank for rank in doubled)) / 2
    return min(1.0, 2 * NormalDist().cdf((mean - larger) / spread))
