"""
Many groups together: the group is the unit, because people of one group are alike.

A test over all people as if each had come alone would be far too sure of itself.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from statistics import median

from game.outcomes.analysis import QUESTIONS, answers, pairs_of
from game.outcomes.answers import Form, Sheet
from game.outcomes.exact import SignedRank, signed_rank
from game.outcomes.interval import Interval, by_group
from game.outcomes.suppression import FEWEST_SHARED
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """How groups differ in the share that rose less the share that fell; large groups only."""

    groups: int
    lowest: float
    middle: float
    highest: float


@dataclass(frozen=True, slots=True)
class PooledChange:
    """One question over many groups."""

    groups: int
    """How many groups have at least one pair here."""
    pairs: int
    before: float | None
    now: float | None
    rose: int
    same: int
    fell: int
    rank: SignedRank
    """The signed-rank test over the groups' mean differences: one number a group."""
    interval: Interval | None
    """95 per cent, by group, of `balance`; None for fewer than 10 groups."""
    spread: Spread | None
    """None where fewer than three groups have enough pairs to be looked at by themselves."""

    @property
    def balance(self) -> float | None:
        return (self.rose - self.fell) / self.pairs if self.pairs else None


def pool(groups: Iterable[Sequence[Sheet]], form: Form) -> tuple[PooledChange, ...]:
    """Each question over all groups, from sheets of that form alone."""
    kept = [[sheet for sheet in sheets if sheet.form is form] for sheets in groups]
    return tuple(_pooled(kept, place) for place in range(QUESTIONS))


def _pooled(groups: Sequence[Sequence[Sheet]], place: int) -> PooledChange:
    by_groups = [pairs_of(answers(sheets, place)) for sheets in groups]
    held = [pairs for pairs in by_groups if pairs]
    everybody = [pair for pairs in held for pair in pairs]
    rose = sum(now > before for before, now in everybody)
    fell = sum(now < before for before, now in everybody)
    balances = [
        (sum((now > before) - (now < before) for before, now in pairs), len(pairs))
        for pairs in held
    ]
    means = [Fraction(sum(now - before for before, now in each), len(each)) for each in held]
    return PooledChange(
        groups=len(held),
        pairs=len(everybody),
        before=float(median(before for before, _ in everybody)) if everybody else None,
        now=float(median(now for _, now in everybody)) if everybody else None,
        rose=rose,
        same=len(everybody) - rose - fell,
        fell=fell,
        rank=signed_rank(means),
        interval=by_group(balances, f"question {place}"),
        spread=_spread(balances),
    )


def _spread(balances: Iterable[tuple[int, int]]) -> Spread | None:
    shares = sorted(balance / people for balance, people in balances if people >= FEWEST_SHARED)
    # The lowest of two groups names the other: it takes three before neither can be told.
    if len(shares) < 3:
        return None
    return Spread(len(shares), shares[0], float(median(shares)), shares[-1])
