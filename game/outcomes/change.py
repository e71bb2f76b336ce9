"""
What before-and-now adds up to, theme by theme: the middle answer before, and the middle one now.

Shows of hands and private sheets are never put into one total: hands are two counts of a room,
sheets are pairs of one person's answers.
"""

from collections.abc import Iterable, Sequence

from game.model.themes import Theme
from game.outcomes.items import FEWEST, POINTS
from game.values import dataclass

Counts = Sequence[int]
"""How many answers at each of the five points."""
Answers = Sequence[int | None]
"""One person's seven answers, 1 to 5, or None for each that was skipped."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    One theme's answers: how many there were, and the middle one before and now.

    The middles are None where fewer than `FEWEST` people answered, so that nobody can be made out.
    """

    theme: Theme
    people: int
    before: float | None = None
    now: float | None = None

    @property
    def shows(self) -> bool:
        return self.before is not None and self.now is not None


def middle(counts: Counts) -> float | None:
    """
    The median of the answers, 1 to 5; halfway between two points where the middle falls so.

    Points on a labelled scale have an order but no equal steps, so they are not averaged.
    """
    answers = [point for point, count in enumerate(counts, 1) for _ in range(count)]
    if not answers:
        return None
    low, high = answers[(len(answers) - 1) // 2], answers[len(answers) // 2]
    return (low + high) / 2


def from_hands(counted: Iterable[tuple[int, Counts, Counts]]) -> tuple[Line, ...]:
    """
    Seven lines from shows of hands, each given as (item, before, now).

    A line's number of people is the smaller of its two counts: the other may hold latecomers.
    """
    by_item = {item: (before, now) for item, before, now in counted}
    none = (0,) * len(POINTS)
    return tuple(_line(theme, *by_item.get(theme.place, (none, none))) for theme in Theme)


def from_sheets(sheets: Iterable[tuple[Answers, Answers]]) -> tuple[Line, ...]:
    """Seven lines from private sheets; a person counts for a theme who answered both halves."""
    kept = tuple(sheets)
    lines = []
    for theme in Theme:
        pairs = [(before[theme.place], now[theme.place]) for before, now in kept]
        whole = [(one, other) for one, other in pairs if one is not None and other is not None]
        before, now = _counts(one for one, _ in whole), _counts(other for _, other in whole)
        lines.append(_line(theme, before, now))
    return tuple(lines)


def can_be_shown(lines: Iterable[Line]) -> bool:
    """Whether there is a line at all that enough people answered."""
    return any(line.shows for line in lines)


def _counts(answers: Iterable[int]) -> Counts:
    counts = [0] * len(POINTS)
    for answer in answers:
        counts[answer - 1] += 1
    return counts


def _line(theme: Theme, before: Counts, now: Counts) -> Line:
    people = min(sum(before), sum(now))
    if people < FEWEST:
        return Line(theme, people)
    return Line(theme, people, middle(before), middle(now))
