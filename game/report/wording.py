"""How figures are said in a report: rounded counts, middle answers, and what rose, without claims."""

from collections.abc import Sequence

from game.model.themes import Theme
from game.outcomes.answers import CONFIDENCE, Form
from game.outcomes.items import POINTS, SURE_PLAIN, SURE_POINTS
from game.outcomes.shown import Figures, ShownChange
from game.outcomes.suppression import FEWEST_SHARED, Shared

NOT_SHOWN = "not\u00a0shown"
NEVER = (
    "These are people’s own views of their understanding. They are not a test of knowledge, and "
    "they say nothing about anybody’s care."
)
SMALL = (
    "So that nobody can be picked out, nothing is shown of fewer than 8 people; counts are rounded "
    "to the nearest 5, so parts need not add up; counts of 1 to 7 are not shown, nor is any count "
    "or figure that would give one away."
)
FORMS = {
    Form.RETROSPECTIVE: "Both halves were asked at the end, looking back.",
    Form.BEFORE_AND_AFTER: "The first half was asked at the start, the second at the end.",
}
"""Which form it was; the two never share a total."""
FORM_NAMES = {
    Form.RETROSPECTIVE: "asked together at the end",
    Form.BEFORE_AND_AFTER: "asked at the start and at the end",
}


def said(count: Shared) -> str:
    """A count as it may leave the room."""
    return NOT_SHOWN if count is None else "0" if count == 0 else f"about\u00a0{count}"


def people(count: Shared) -> str:
    """How many answered."""
    return f"fewer than {FEWEST_SHARED}" if count is None else f"about\u00a0{count}"


def labels_of(item: int) -> tuple[str, ...]:
    """The five points of a question."""
    return SURE_POINTS if item == CONFIDENCE else POINTS


def question_name(item: int) -> str:
    """The theme a question stands for, or how the confidence question is called."""
    return SURE_PLAIN if item == CONFIDENCE else tuple(Theme)[item].label


def middle(answer: float | None, labels: Sequence[str]) -> str:
    """A median in the scale's own words, such as "Well" or "between Fairly well and Well"."""
    if answer is None:
        return NOT_SHOWN
    low = labels[int(answer) - 1]
    return low if answer == int(answer) else f"between {low} and {labels[int(answer)]}"


def change_sentence(changes: Sequence[ShownChange]) -> str:
    """What the seven say together: self-reported understanding, and nothing beyond it."""
    shown = [_direction(each) for each in changes if each.shows]
    if not shown:
        return ""
    rose, fell = sum(each > 0 for each in shown), sum(each < 0 for each in shown)
    same = len(shown) - rose - fell
    parts = []
    if rose:
        parts.append(f"self-reported understanding rose on {_themes(rose)}")
    if same:
        parts.append(f"it stayed about where it was on {_themes(same)}")
    if fell:
        parts.append(
            f"it went down on {_themes(fell)}, which can be a more honest look than before"
        )
    text = "; ".join(parts)
    if not rose:
        text = text.replace("it ", "self-reported understanding ", 1)
    return f"{text[:1].upper()}{text[1:]}."


def _direction(change: ShownChange) -> float:
    """
    Which way a question went, 0 for neither.

    Where there is an interval, only if all of it lies on one side; else by the middle answers.
    """
    if change.figures is not None and change.figures.interval is not None:
        low, high = change.figures.interval
        return low if low > 0 else min(0.0, high)
    return (change.now or 0) - (change.before or 0)


def _themes(count: int) -> str:
    return (
        "all seven themes"
        if count == len(Theme)
        else "one theme"
        if count == 1
        else f"{count} themes"
    )


def p_words(p: float | None) -> str:
    if p is None:
        return NOT_SHOWN
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def signed(value: float | None) -> str:
    """Such as +0.45 or −0.10."""
    if value is None:
        return NOT_SHOWN
    return f"{value:+.2f}".replace("-", "−")


def interval_words(figures: Figures | None) -> str:
    if figures is None or figures.interval is None:
        return NOT_SHOWN
    low, high = figures.interval
    return f"{signed(low)} to {signed(high)}"
