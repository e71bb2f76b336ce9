"""
Figures as they may leave the room: everything that pages, tables and pictures are made from.

Nothing past this point sees a count that must not be seen, so no page can give one away.
"""

from collections.abc import Iterable, Sequence
from statistics import median

from game.model.pack import CardId
from game.outcomes.analysis import Analysis, Change
from game.outcomes.answers import CONFIDENCE, Evaluation, FollowUp, Form, Hands, Remarks
from game.outcomes.evaluation import VOICE, VOICE_POINTS, Group, Harm
from game.outcomes.exact import holm
from game.outcomes.interval import Interval
from game.outcomes.pooled import PooledChange, Spread
from game.outcomes.promises import Done
from game.outcomes.suppression import (
    FEWEST_SHARED,
    Shared,
    may_leave,
    mixed,
    none_hidden,
    rounded,
    shared,
    shared_parts,
)
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """What is worked out from counts; there only where none of those counts is hidden."""

    balance: float
    """The share that rose less the share that fell, from the rounded counts."""
    r: float | None
    """Rank-biserial; None where nobody changed."""
    sign_p: float | None
    """Exact sign test; None over groups, where people are not the unit."""
    rank_p: float
    adjusted_p: float | None
    """`rank_p` after Holm over the seven; None for the confidence question."""
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One question: empty where fewer than 8 people answered both halves."""

    people: Shared = None
    """Rounded; None for fewer than 8."""
    before: float | None = None
    now: float | None = None
    rose: Shared = None
    same: Shared = None
    fell: Shared = None
    ceiling: Shared = None
    missing: Shared = None
    figures: Figures | None = None
    groups: int | None = None
    """How many groups it is over; None for one group or one session."""
    spread: Spread | None = None

    @property
    def shows(self) -> bool:
        return self.people is not None


@dataclass(frozen=True, slots=True)
class ShownHands:
    """One question by show of hands: two counts of a room, each by itself."""

    item: int
    form: Form
    people_before: Shared
    people_now: Shared
    before: float | None
    now: float | None
    counts_before: tuple[Shared, ...]
    counts_now: tuple[Shared, ...]


@dataclass(frozen=True, slots=True)
class ShownEvaluation:
    """What people said of the session; empty where fewer than 8 did."""

    people: Shared = None
    voice: tuple[tuple[Shared, ...], ...] = ()
    """For each of the three, how many at each of the four points."""
    harm: tuple[Shared, ...] = ()
    """How many gave each of the three answers."""
    cards: tuple[CardId, ...] = ()
    """Cards that somebody named; how many did is told only where they are enough."""
    stays: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    came: tuple[Shared, ...] = ()
    """How many came as each of `Group`."""
    held_back: bool = False
    """Whether there were answers, too few to show."""


def leave_changes(analysis: Analysis) -> tuple[ShownChange, ...]:
    """The eight questions of one group; p-values of the seven are adjusted for each other."""
    adjusted: list[float | None] = [*analysis.adjusted, None]
    return tuple(
        leave_change(change, p) for change, p in zip(analysis.questions, adjusted, strict=True)
    )


def leave_change(change: Change, adjusted: float | None) -> ShownChange:
    if not may_leave(change.pairs):
        return ShownChange(missing=shared(change.missing))
    parts = shared_parts((change.rose, change.same, change.fell))
    figures = None
    if none_hidden(parts):
        figures = Figures(
            _balance(parts, change.pairs),
            change.rank.r,
            change.sign_p,
            change.rank.p,
            adjusted,
            change.interval,
        )
    ceiling, _ = shared_parts((change.ceiling, change.pairs - change.ceiling))
    return ShownChange(
        rounded(change.pairs),
        change.before,
        change.now,
        rose=parts[0],
        same=parts[1],
        fell=parts[2],
        ceiling=ceiling,
        missing=shared(change.missing),
        figures=figures,
    )


def leave_pooled(changes: Sequence[PooledChange]) -> tuple[ShownChange, ...]:
    """The eight questions over many groups, tested and bounded with the group as the unit."""
    adjusted: list[float | None] = [*holm([each.rank.p for each in changes[:CONFIDENCE]]), None]
    return tuple(_leave_pooled(change, p) for change, p in zip(changes, adjusted, strict=True))


def _leave_pooled(change: PooledChange, adjusted: float | None) -> ShownChange:
    if not may_leave(change.pairs):
        return ShownChange(groups=change.groups)
    parts = shared_parts((change.rose, change.same, change.fell))
    figures = None
    if none_hidden(parts):
        figures = Figures(
            _balance(parts, change.pairs),
            change.rank.r,
            None,
            change.rank.p,
            adjusted,
            change.interval,
        )
    return ShownChange(
        rounded(change.pairs),
        change.before,
        change.now,
        rose=parts[0],
        same=parts[1],
        fell=parts[2],
        figures=figures,
        groups=change.groups,
        spread=_coarse(change.spread),
    )


def _coarse(spread: Spread | None) -> Spread | None:
    """Groups' shares to a tenth: of groups without names, and too coarse to solve for a count."""
    if spread is None:
        return None
    low, mid, high = (round(each, 1) for each in (spread.lowest, spread.middle, spread.highest))
    return Spread(spread.groups, low, mid, high)


def leave_hands(hands: Iterable[Hands]) -> tuple[ShownHands, ...]:
    """Shows of hands, question by question; one that nobody raised a hand for is left out."""
    return tuple(_leave_hands(each) for each in hands if sum(each.before) or sum(each.now))


def _leave_hands(hands: Hands) -> ShownHands:
    before, now = may_leave(sum(hands.before)), may_leave(sum(hands.now))
    return ShownHands(
        hands.item,
        hands.form,
        people_before=rounded(sum(hands.before)) if before else None,
        people_now=rounded(sum(hands.now)) if now else None,
        before=_middle(hands.before) if before else None,
        now=_middle(hands.now) if now else None,
        counts_before=shared_parts(hands.before),
        counts_now=shared_parts(hands.now),
    )


def leave_evaluation(sheets: Sequence[Evaluation], remarks: Remarks) -> ShownEvaluation:
    """What people said of the session; free words of fewer than 8 people stay in the room."""
    said = len(sheets)
    if not may_leave(said):
        return ShownEvaluation(held_back=bool(said or remarks != Remarks()))
    voice = tuple(
        shared_parts(_counts((each.voice[place] for each in sheets), len(VOICE_POINTS)))
        for place in range(len(VOICE))
    )
    harms = [each.harm for each in sheets if each.harm is not None]
    named = sorted({each.card for each in sheets if each.card is not None})
    return ShownEvaluation(
        rounded(said),
        voice,
        shared_parts([harms.count(harm) for harm in Harm]),
        tuple(named),
        mixed(remarks.stays),
        mixed(remarks.change),
        shared_parts([remarks.came.count(group) for group in Group]) if remarks.came else (),
    )


def leave_follow_ups(follow_ups: Iterable[FollowUp]) -> tuple[Shared, ...]:
    """How many commitments came to each of `Done`; nothing hidden can be subtracted from it."""
    answers = [each.done for each in follow_ups if each.done is not None]
    return shared_parts([answers.count(done) for done in Done])


def _counts(answers: Iterable[int | None], points: int) -> list[int]:
    kept = [each for each in answers if each is not None]
    return [kept.count(point) for point in range(1, points + 1)]


def _middle(counts: Sequence[int]) -> float:
    return float(median(point for point, count in enumerate(counts, 1) for _ in range(count)))


def _balance(parts: Sequence[Shared], people: int) -> float:
    """From the rounded counts, so that it tells no more than they do."""
    rose, _, fell = (part or 0 for part in parts)
    return max(-1.0, min(1.0, (rose - fell) / max(rounded(people), FEWEST_SHARED)))
