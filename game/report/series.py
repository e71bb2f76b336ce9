"""A programme: the sessions of one group in their order, and what one leaves to the next."""

from collections.abc import Iterable

from game.model.pack import CardId
from game.model.themes import Theme
from game.outcomes.answers import Commitment
from game.report.collection import One
from game.rules.state import Meeting
from game.values import dataclass

PLANNED = 3
"""How many sessions a programme has, where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Series:
    """One programme, as its sessions tell of it."""

    id: str
    name: str
    planned: int = PLANNED
    sessions: tuple[One, ...] = ()

    @property
    def lit(self) -> tuple[Theme, ...]:
        """The panes that shine so far, in the order in which they were lit."""
        fed = (theme for one in self.sessions for each in one.played for theme in each.panes)
        return tuple(dict.fromkeys(fed))

    @property
    def weights(self) -> tuple[int, ...]:
        weights = (each.weight for one in self.sessions for each in one.played)
        return tuple(weight for weight in weights if weight is not None)

    @property
    def met(self) -> tuple[CardId, ...]:
        return tuple(dict.fromkeys(each.card for one in self.sessions for each in one.played))

    @property
    def promised(self) -> tuple[Commitment, ...]:
        """What the last session that promised anything has promised: the next one asks after it."""
        made = (one.gathered.commitments for one in reversed(self.sessions))
        return next((each for each in made if each), ())

    @property
    def next_meeting(self) -> Meeting:
        last = max((one.meeting.number for one in self.sessions if one.meeting), default=0)
        return Meeting(self.id, self.name, last + 1, max(self.planned, last + 1))


def series_of(sessions: Iterable[One]) -> tuple[Series, ...]:
    """The programmes that these sessions name, the one met last first."""
    found: dict[str, list[One]] = {}
    for one in sessions:
        if one.meeting is not None:
            found.setdefault(one.meeting.programme, []).append(one)
    made = []
    for name, ones in found.items():
        ones.sort(key=lambda one: (one.meeting.number if one.meeting else 0, one.id))
        last = ones[-1].meeting
        if last is not None:
            made.append(Series(name, last.name, last.planned, tuple(ones)))
    return tuple(sorted(made, key=lambda each: each.sessions[-1].id, reverse=True))
