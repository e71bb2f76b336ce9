"""Something slow that is done beside the screen, so that no frame waits for it."""

import threading
from collections.abc import Callable
from typing import Final, Generic, TypeVar

CLOSING_SECONDS: Final = 10.0
"""How long the end of the program waits for a disk that does not answer."""

T = TypeVar("T")


class Errand(Generic[T]):
    """
    Runs *do* in a thread of its own; with *at_once* it is done before this returns.

    A screen looks at `done` now and then. *do* answers with a value whatever happens; should it
    fail all the same, the answer is what *failed* makes of it.
    """

    def __init__(
        self, do: Callable[[], T], failed: Callable[[Exception], T], *, at_once: bool
    ) -> None:
        self._do = do
        self._failed = failed
        self._answer: T | None = None
        self._ended = threading.Event()
        if at_once:
            self._run()
        else:
            threading.Thread(target=self._run, daemon=True).start()

    @property
    def done(self) -> bool:
        return self._ended.is_set()

    @property
    def answer(self) -> T | None:
        """What came of it; None until it is done."""
        return self._answer

    def wait(self, seconds: float | None = None) -> bool:
        """Whether it is done, after so many seconds at most."""
        return self._ended.wait(seconds)

    def _run(self) -> None:
        try:
            self._answer = self._do()
        except Exception as fault:  # noqa: BLE001 - a thread that died would never be done
            self._answer = self._failed(fault)
        finally:
            self._ended.set()
