"""Facts with their sources, and where to turn. Dates are ISO text: comparing text compares days."""

from enum import StrEnum
from typing import NewType

from game.values import dataclass

FactId = NewType("FactId", str)

RECHECK = "This fact is being re-checked. What would you want to know, and who would you ask?"
"""What stands in place of a fact that may not be shown."""


class Seen(StrEnum):
    """How near to its origin a fact was read."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    RECHECK = "to-recheck"


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a fact, under what title, in which year."""

    org: str
    title: str
    year: int

    @property
    def line(self) -> str:
        """The source in one line, as cards show it."""
        return f"{self.org}, {self.title}, {self.year}"


@dataclass(frozen=True, slots=True)
class Signature:
    """That somebody with the role in question really signed, when, and which words."""

    role: str
    date: str
    words: str = ""
    """The words that were signed; empty where nobody wrote them down."""

    def stands_for(self, role: str, words: str) -> bool:
        """Whether it is this role's, and the words are still those that were signed."""
        return self.role == role and self.words in {"", words}


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim with everything needed to trust it, or to keep it off the screen."""

    id: FactId
    claim: str
    source: Source
    link: str
    seen: Seen
    nation: str
    checked: str
    review: str
    needs: str | None = None
    signed: Signature | None = None

    @property
    def waits(self) -> bool:
        """Whether it is kept off the screen until somebody signs it or reads its source again."""
        return not self.shows_on("")

    @property
    def words_to_sign(self) -> str:
        """What a signature is for: the claim with its source and nation, in one line."""
        return words_to_sign(self.claim, self.source, self.nation)

    def shows_on(self, today: str) -> bool:
        """
        Whether the fact may be shown on *today* (ISO date).

        A fact past its review date, marked to-recheck, or lacking the signature it needs is
        not shown; the card still plays. A signature is for the words that were signed.
        """
        if self.seen is Seen.RECHECK or self.review < today:
            return False
        if self.needs is None:
            return True
        return self.signed is not None and self.signed.stands_for(self.needs, self.words_to_sign)


def words_to_sign(claim: str, source: Source, nation: str) -> str:
    """See `Fact.words_to_sign`; line ends in the file make no difference."""
    return " ".join(f"{claim} ({source.line}; {nation})".split())


@dataclass(frozen=True, slots=True)
class SupportRoute:
    """One place to turn to, with the day on which the number or address was last checked."""

    need: str
    route: str
    detail: str
    nation: str
    checked: str
