"""Files on their way to the disk, beside the screen: it may be slow, and of each the newest counts."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from game.app.errand import CLOSING_SECONDS
from game.tongue import _

if TYPE_CHECKING:
    from game.app.errand import Errand

T = TypeVar("T")
Run: TypeAlias = "Callable[[Callable[[], None], Callable[[Exception], None]], Errand[None]]"


class Behind(Generic[T]):
    """
    *write* brings one file to the disk, and answers with a sentence where that cannot be; *run* does
    what is slow beside the screen.
    """

    def __init__(self, write: Callable[[Path, T], str], run: Run) -> None:
        self._write = write
        self._run = run
        self._lock = threading.Lock()
        self._waiting: dict[Path, T] = {}
        """What is still to be written."""
        self._writing = False
        self._errand: Errand[None] | None = None
        self.trouble = ""
        """Why the file written last is not on the disk; empty where it is."""

    def put(self, path: Path, what: T) -> None:
        """Write this in the end, and nothing older to the same file after it."""
        with self._lock:
            self._waiting[path] = what
            if self._writing:
                return
            self._writing = True
        self._errand = self._run(self._work, self._failed)

    @property
    def idle(self) -> bool:
        """Whether all is written, or was tried."""
        with self._lock:
            return not self._writing

    def settle(self, seconds: float | None = CLOSING_SECONDS) -> None:
        """Wait until everything is written; unless *seconds* is None, not for ever."""
        if self._errand is not None:
            self._errand.wait(seconds)

    def _work(self) -> None:
        while (following := self._next()) is not None:
            self.trouble = self._write(*following)

    def _failed(self, fault: Exception) -> None:
        with self._lock:
            self._writing = False
        self.trouble = _("something unexpected happened ({fault})").format(
            fault=type(fault).__name__
        )

    def _next(self) -> tuple[Path, T] | None:
        with self._lock:
            path = next(iter(self._waiting), None)
            self._writing = path is not None
            return None if path is None else (path, self._waiting.pop(path))
