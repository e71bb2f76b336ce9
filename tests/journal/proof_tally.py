"""What every part of the proof counts, how far it is, and how large it is."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Item = TypeVar("Item")

TELL_EVERY = 20.0
"""Seconds between two lines of progress."""


@dataclass(slots=True)
class Tally:
    """
    One line of the table.

    A part goes through its cases in a fixed order, and each is the same whatever came before it: so
    one that was stopped goes on at case number *first*.
    """

    name: str
    tried: int = 0
    lost: int = 0
    """Steps that were acknowledged and are gone."""
    wrong: int = 0
    """States that never were, or copies that are not alike after recovery."""
    shown: int = 0
    """Exceptions that would have reached a person."""
    mistakes: str = ""
    """What went wrong first, for whoever has to look into it."""
    strict: bool = False
    """Whether the first thing that goes wrong ends it all."""
    progress: Callable[[str], None] = field(default=lambda _: None)
    first: int = 0
    """The case to begin with."""
    at: int = 0
    """The case in hand."""
    cases: int = 0
    """How many there are."""

    @property
    def sound(self) -> bool:
        return not (self.lost or self.wrong or self.shown)

    @property
    def ended(self) -> bool:
        """Whether the last case was reached."""
        return self.at == self.cases

    def each(self, cases: Sequence[Item]) -> Iterator[Item]:
        """The cases from the first one on, with a line of progress now and then."""
        self.cases = len(cases)
        self.at = min(self.first, self.cases)
        begun = told = time.perf_counter()
        while self.at < self.cases:
            yield cases[self.at]
            self.at += 1
            now = time.perf_counter()
            if now - told >= TELL_EVERY:
                told = now
                left = (self.cases - self.at) * (now - begun) / (self.at - self.first) / 60
                self.progress(
                    f"{self.name}: {self.at:,} of {self.cases:,}, {left:.0f} minutes to go; "
                    f"{self.tried:,} tried, {self.lost} lost, {self.wrong} wrong, {self.shown} shown"
                )

    def count(self, by: int = 1) -> None:
        self.tried += by

    def lose(self, what: str) -> None:
        self.lost += 1
        self._first(f"lost: {what}")

    def mistake(self, what: str) -> None:
        self.wrong += 1
        self._first(f"wrong: {what}")

    def show(self, fault: BaseException) -> None:
        self.shown += 1
        self._first(f"exception: {type(fault).__name__}: {fault}")

    def _first(self, what: str) -> None:
        self.mistakes = self.mistakes or what
        if self.strict:
            raise AssertionError(what)
