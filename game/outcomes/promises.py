"""One thing somebody will do, and six to eight weeks later what became of it: wording only."""

from enum import StrEnum

from game.tongue import N_, _

COMMITMENT = N_("One thing I’ll do differently, where, and by when")
COMMITMENT_PUBLIC = N_("One thing I might do or ask for")
"""The same for people who came as themselves, not for work."""
WHAT, WHERE, BY_WHEN = N_("One thing I’ll do differently"), N_("Where"), N_("By when")
LIKELY = N_("How likely is it?")

FOLLOW_UP = N_("Did you do it?")
FOLLOW_UP_LEAD = N_("Last time you said")
HELPED = N_("What helped or got in the way?")
FOLLOW_UP_WEEKS = (6, 8)
"""How many weeks after the session it is asked, from and to."""


class Likely(StrEnum):
    """The answers to `LIKELY`."""

    UNLIKELY = N_("Unlikely")
    MAYBE = N_("Maybe")
    LIKELY = N_("Likely")
    CERTAIN = N_("Certain")

    @property
    def label(self) -> str:
        """The answer as people see it."""
        return _(self.value)


class Done(StrEnum):
    """The answers to `FOLLOW_UP`."""

    FULLY = N_("Fully")
    PARTLY = N_("Partly")
    NOT_YET = N_("Not yet")
    CHANGED = N_("Changed my mind")

    @property
    def label(self) -> str:
        """The answer as people see it."""
        return _(self.value)
