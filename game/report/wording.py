"""How figures are said in a report: rounded counts, middle answers, and what rose, without claims."""

from collections.abc import Sequence

from game.model.themes import Theme
from game.outcomes.answers import CONFIDENCE, Form
from game.outcomes.items import POINTS, SURE_PLAIN, SURE_POINTS
from game.outcomes.shown import Figures, ShownChange
from game.outcomes.suppression import FEWEST_SHARED, Shared
from game.tongue import N_, _, ngettext

NOT_SHOWN = N_("not\u00a0shown")
NEVER = N_(
    "These are people’s own views of their understanding. They are not a test of knowledge, and "
    "they say nothing about anybody’s care."
)
SMALL = N_(
    "So that nobody can be picked out, nothing is shown of fewer than 8 people; counts are rounded "
    "to the nearest 5, so parts need not add up; counts of 1 to 7 are not shown, nor is any count "
    "or figure that would give one away."
)
FORMS = {
    Form.RETROSPECTIVE: N_("Both halves were asked at the end, looking back."),
    Form.BEFORE_AND_AFTER: N_("The first half was asked at the start, the second at the end."),
}
"""Which form it was; the two never share a total."""
FORM_NAMES = {
    Form.RETROSPECTIVE: N_("asked together at the end"),
    Form.BEFORE_AND_AFTER: N_("asked at the start and at the end"),
}


def said(count: Shared) -> str:
    """A count as it may leave the room."""
    if count is None:
        return _(NOT_SHOWN)
    return _("about\u00a0{count}").format(count=count) if count else "0"


def people(count: Shared) -> str:
    """How many answered."""
    if count is None:
        return _("fewer than {least}").format(least=FEWEST_SHARED)
    return _("about\u00a0{count}").format(count=count)


def labels_of(item: int) -> tuple[str, ...]:
    """The five points of a question."""
    return tuple(map(_, SURE_POINTS if item == CONFIDENCE else POINTS))


def question_name(item: int) -> str:
    """The theme a question stands for, or how the confidence question is called."""
    return _(SURE_PLAIN) if item == CONFIDENCE else tuple(Theme)[item].label


def middle(answer: float | None, labels: Sequence[str]) -> str:
    """A median in the scale's own words, such as "Well" or "between Fairly well and Well"."""
    if answer is None:
        return _(NOT_SHOWN)
    low = labels[int(answer) - 1]
    if answer == int(answer):
        return low
    return _("between {low} and {high}").format(low=low, high=labels[int(answer)])


def change_sentence(changes: Sequence[ShownChange]) -> str:
    """What the seven say together: self-reported understanding, and nothing beyond it."""
    shown = [_direction(each) for each in changes if each.shows]
    if not shown:
        return ""
    rose, fell = sum(each > 0 for each in shown), sum(each < 0 for each in shown)
    same = len(shown) - rose - fell
    parts = []
    if rose:
        words = _("self-reported understanding rose on {themes}")
        parts.append(words.format(themes=_themes(rose)))
    if same:
        words = (
            _("it stayed about where it was on {themes}")
            if parts
            else _("self-reported understanding stayed about where it was on {themes}")
        )
        parts.append(words.format(themes=_themes(same)))
    if fell:
        words = (
            _("it went down on {themes}, which can be a more honest look than before")
            if parts
            else _(
                "self-reported understanding went down on {themes}, which can be a more honest look "
                "than before"
            )
        )
        parts.append(words.format(themes=_themes(fell)))
    text = "; ".join(parts)
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
    if count == len(Theme):
        return _("all seven themes")
    return ngettext("one theme", "{count} themes", count).format(count=count)


def p_words(p: float | None) -> str:
    if p is None:
        return _(NOT_SHOWN)
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def signed(value: float | None) -> str:
    """Such as +0.45 or −0.10."""
    if value is None:
        return _(NOT_SHOWN)
    return f"{value:+.2f}".replace("-", "−")


def interval_words(figures: Figures | None) -> str:
    if figures is None or figures.interval is None:
        return _(NOT_SHOWN)
    low, high = figures.interval
    return _("{least} to {most}").format(least=signed(low), most=signed(high))
