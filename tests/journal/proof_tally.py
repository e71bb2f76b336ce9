"""What every part of the proof counts, and how large it is."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """One line of the table."""

    name: str
    tried: int = 0
    lost: int = 0
    """Steps that were acknowledged and are gone."""
    wrong: int = 0
    """States that never were, or copies that are not alike after recovery."""
    shown: int = 0
    """Exceptions that would have reached a person."""
    first: str = ""
    """What went wrong first, for whoever has to look into it."""
    strict: bool = False
    """Whether the first thing that goes wrong ends it all."""
    progress: Callable[[str], None] = field(default=lambda _: None)

    @property
    def sound(self) -> bool:
        return not (self.lost or self.wrong or self.shown)

    def count(self, by: int = 1) -> None:
        before = self.tried
        self.tried += by
        if self.tried // 500 > before // 500:
            self.progress(f"{self.name}: {self.tried:,}")

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
        self.first = self.first or what
        if self.strict:
            raise AssertionError(what)
