"""
What sheets of before-and-now add up to, question by question.

Pairs only: a person counts for a question who answered both halves of it. Self-rated understanding
is all that this can speak of; it is neither knowledge nor care. What may be shown of it, and to
whom, is in `suppression`.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from statistics import median

from game.outcomes.answers import CONFIDENCE, OUTCOMES, Form, Sheet
from game.outcomes.exact import Difference, SignedRank, holm, sign_test, signed_rank
from game.outcomes.interval import Interval, by_person
from game.outcomes.items import POINTS
from game.values import dataclass

QUESTIONS = OUTCOMES + 1
"""The seven outcomes, and the confidence question at place `CONFIDENCE`."""
TOP = len(POINTS)

NOTHING_CHANGED = SignedRank(0, 0, 1.0)
Pair = tuple[int, int]
"""One person's answer before and now."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the pairs of one question add up to."""

    pairs: int
    before: float | None = None
    """The median before; None where there is no pair. Points have no equal steps: no means."""
    now: float | None = None
    rose: int = 0
    same: int = 0
    fell: int = 0
    ceiling: int = 0
    """How many began at the highest point, and so could not rise."""
    half: int = 0
    """How many answered one half only."""
    open: int = 0
    """How many answered neither half."""
    rank: SignedRank = NOTHING_CHANGED
    sign_p: float = 1.0
    interval: Interval | None = None
    """95 per cent, by person, of `balance`; None for fewer than 15 pairs."""

    @property
    def missing(self) -> int:
        """How many sheets have no pair here."""
        return self.half + self.open

    @property
    def balance(self) -> float | None:
        """The share that rose less the share that fell, over all pairs: -1 to 1."""
        return (self.rose - self.fell) / self.pairs if self.pairs else None


@dataclass(frozen=True, slots=True)
class Analysis:
    """One form's sheets of one group, or of one session."""

    form: Form
    sheets: int
    questions: tuple[Change, ...]
    """`QUESTIONS` of them: the seven, then confidence."""
    overall: SignedRank
    """The primary test: each person's mean difference over the seven."""
    adjusted: tuple[float, ...]
    """The signed-rank p of each of the seven, adjusted after Holm."""

    @property
    def sure(self) -> Change:
        return self.questions[CONFIDENCE]


def analyse(sheets: Iterable[Sheet], form: Form) -> Analysis:
    """The sheets of that form; those of the other form play no part in it."""
    kept = tuple(sheet for sheet in sheets if sheet.form is form)
    questions = tuple(change(answers(kept, place)) for place in range(QUESTIONS))
    return Analysis(
        form,
        len(kept),
        questions,
        signed_rank(mean_differences(kept)),
        holm([each.rank.p for each in questions[:OUTCOMES]]),
    )


def answers(sheets: Iterable[Sheet], place: int) -> tuple[tuple[int | None, int | None], ...]:
    """Everybody's two answers to the question at that place."""
    if place == CONFIDENCE:
        return tuple((sheet.sure_before, sheet.sure_now) for sheet in sheets)
    return tuple((sheet.before[place], sheet.now[place]) for sheet in sheets)


def change(given: Sequence[tuple[int | None, int | None]]) -> Change:
    """What the answers to one question add up to."""
    pairs = pairs_of(given)
    nothing = sum(before is None and now is None for before, now in given)
    half = len(given) - len(pairs) - nothing
    if not pairs:
        return Change(0, half=half, open=nothing)
    differences = [now - before for before, now in pairs]
    rose, fell = sum(each > 0 for each in differences), sum(each < 0 for each in differences)
    same = len(pairs) - rose - fell
    return Change(
        pairs=len(pairs),
        before=float(median(before for before, _ in pairs)),
        now=float(median(now for _, now in pairs)),
        rose=rose,
        same=same,
        fell=fell,
        ceiling=sum(before == TOP for before, _ in pairs),
        half=half,
        open=nothing,
        rank=signed_rank(differences),
        sign_p=sign_test(rose, fell),
        interval=by_person(rose, same, fell),
    )


def pairs_of(given: Iterable[tuple[int | None, int | None]]) -> tuple[Pair, ...]:
    """The answers of those who gave both halves."""
    return tuple((before, now) for before, now in given if before is not None and now is not None)


def mean_differences(sheets: Iterable[Sheet]) -> tuple[Difference, ...]:
    """Each person's mean difference over those of the seven that they answered twice."""
    means: list[Difference] = []
    for sheet in sheets:
        pairs = pairs_of(zip(sheet.before, sheet.now, strict=True))
        if pairs:
            means.append(Fraction(sum(now - before for before, now in pairs), len(pairs)))
    return tuple(means)
