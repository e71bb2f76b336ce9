"""
What a session yields as data: plain values that events carry and reports read.

None of them holds who answered, when, or in which order: whoever writes them down sorts them first.
A question that was skipped and one that somebody would rather not answer are both None, for nothing
here may tell what a person kept to themselves. Stored: fields and enum values are added, never
renamed, and a new field has a default, so that older sessions read.
"""

from enum import StrEnum

from game.model.pack import CardId
from game.outcomes.evaluation import Group, Harm
from game.outcomes.items import ITEMS
from game.outcomes.promises import Done, Likely
from game.values import dataclass

OUTCOMES = len(ITEMS)
CONFIDENCE = OUTCOMES
"""The place of the confidence question in shows of hands: after the seven."""


class Way(StrEnum):
    """How an answer came in; hands are a value of their own, `Hands`."""

    PRIVATE = "private"
    """On the shared screen, one at a time, the others looking away."""
    PAPER = "paper"
    """On a printed form that was typed in."""


class Form(StrEnum):
    """When "before" was asked. The two are never put into one total."""

    RETROSPECTIVE = "retrospective"
    """Both at the end, together."""
    BEFORE_AND_AFTER = "before and after"
    """Before at the start, now at the end."""


@dataclass(frozen=True, slots=True)
class Hands:
    """
    One question of before-and-now by show of hands: how many at each of the five points.

    Two counts of a room, never pairs: nobody knows whose hand was whose.
    """

    item: int
    """0 to 6, the theme's place; `CONFIDENCE` for the confidence question."""
    before: tuple[int, int, int, int, int]
    now: tuple[int, int, int, int, int]
    form: Form = Form.RETROSPECTIVE


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One person's before-and-now, with no sign of who: each answer 1 to 5, or None.

    In the form before and after, a half that found no partner leaves the other half all None.
    """

    before: tuple[int | None, ...]
    """Seven, in the order of `Theme`."""
    now: tuple[int | None, ...]
    sure_before: int | None = None
    """The confidence question."""
    sure_now: int | None = None
    way: Way = Way.PRIVATE
    form: Form = Form.RETROSPECTIVE


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One person's ticks about the session. What they wrote in words is kept apart, in `Remarks`."""

    voice: tuple[int | None, ...]
    """Three, 1 to 4, in the order of `evaluation.VOICE`."""
    harm: Harm | None = None
    card: CardId | None = None
    """The card named as unsafe, unfair or untrue, where somebody named one."""
    way: Way = Way.PRIVATE


@dataclass(frozen=True, slots=True)
class Remarks:
    """Free words and coarse groups of the whole table, each list sorted by itself."""

    stays: tuple[str, ...] = ()
    """Answers to `evaluation.STAYS`."""
    change: tuple[str, ...] = ()
    """Answers to `evaluation.CHANGE`."""
    came: tuple[Group, ...] = ()


_OWN_WAY = ("by", "By", "before", "Before", "at", "At", "in", "In", "on", "On", "within", "Within")
"""Words with which people begin when they say when; "by" is not put before them."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One thing somebody will do."""

    what: str
    where: str = ""
    by_when: str = ""
    """As it was said: "Friday", "our next team meeting"."""
    likely: Likely | None = None

    @property
    def line(self) -> str:
        """What, where and by when in one line; what was left empty falls away."""
        return ", ".join(filter(None, (self.what, self.where, self.when)))

    @property
    def when(self) -> str:
        """By when, with its "by" once: people write "Friday" as well as "by Friday"."""
        said = self.by_when
        own = said.split(maxsplit=1)[:1] in ([word] for word in _OWN_WAY)
        return said if not said or own else f"by {said}"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of a commitment of an earlier session."""

    what: str
    """The commitment, word for word."""
    done: Done | None = None
    helped: str = ""
    """Answer to `promises.HELPED`."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that one session's people answered; what analysis and reports take in."""

    sheets: tuple[Sheet, ...] = ()
    hands: tuple[Hands, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    remarks: Remarks = Remarks()
    commitments: tuple[Commitment, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
