"""One thing somebody will do, and six to eight weeks later what became of it: wording only."""

from enum import StrEnum

COMMITMENT = "One thing I’ll do differently, where, and by when"
COMMITMENT_PUBLIC = "One thing I might do or ask for"
"""The same for people who came as themselves, not for work."""
WHAT, WHERE, BY_WHEN = "One thing I’ll do differently", "Where", "By when"
LIKELY = "How likely is it?"

FOLLOW_UP = "Did you do it?"
FOLLOW_UP_LEAD = "Last time you said"
HELPED = "What helped or got in the way?"
FOLLOW_UP_WEEKS = (6, 8)
"""How many weeks after the session it is asked, from and to."""


class Likely(StrEnum):
    """The answers to `LIKELY`."""

    UNLIKELY = "Unlikely"
    MAYBE = "Maybe"
    LIKELY = "Likely"
    CERTAIN = "Certain"


class Done(StrEnum):
    """The answers to `FOLLOW_UP`."""

    FULLY = "Fully"
    PARTLY = "Partly"
    NOT_YET = "Not yet"
    CHANGED = "Changed my mind"
