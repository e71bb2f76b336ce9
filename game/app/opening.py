"""
Opening a saved session beside the screen, so that a disk that does not answer stalls no frame.

Whoever asked may give it up at any moment: what is opened all the same is let go of again.
"""

import threading
from collections.abc import Callable
from pathlib import Path

from game.app.errand import Errand
from game.app.shelf import Fetched
from game.tongue import _


class Opening:
    """
    One session on its way from the disk.

    *fetch* reads it and takes it for writing. *before* is an earlier opening of the same session that
    may not have ended: its lock would look like somebody else's.
    """

    def __init__(
        self,
        folder: Path,
        fetch: Callable[[], Fetched],
        before: "Opening | None",
        *,
        at_once: bool,
    ) -> None:
        self.folder = folder
        self._fetch = fetch
        self._before = before
        self._lock = threading.Lock()
        self._given_up = False
        self._letting_go: threading.Thread | None = None
        self._fetched: Fetched | None = None
        # What stands where reading it fails in a way that nobody thought of.
        self._notices: tuple[str, ...] = (_("This session cannot be read. Nothing was changed."),)
        self._errand = Errand(self._run, lambda _fault: None, at_once=at_once)

    @property
    def done(self) -> bool:
        return self._errand.done

    def wait(self, seconds: float | None = None) -> bool:
        """Whether it is done, after so many seconds at most."""
        return self._errand.wait(seconds)

    def end(self) -> None:
        """Return when it is done, and let go of where it was given up."""
        self._errand.wait()
        if self._letting_go is not None:
            self._letting_go.join()

    @property
    def notices(self) -> tuple[str, ...]:
        """What people should know of it, once it is done."""
        return self._notices

    def take(self) -> Fetched | None:
        """What was fetched, for whoever plays it; only once."""
        with self._lock:
            fetched, self._fetched = self._fetched, None
        return fetched

    def give_up(self) -> None:
        """Nobody wants it any more."""
        with self._lock:
            self._given_up = True
            fetched, self._fetched = self._fetched, None
        if fetched is not None:
            # It had come this moment. To let go of it touches the disk as well.
            self._letting_go = threading.Thread(target=fetched.let_go, daemon=True)
            self._letting_go.start()

    def _run(self) -> None:
        if self._before is not None:
            self._before.end()
            self._before = None
        fetched = self._fetch()
        self._notices = fetched.notices
        with self._lock:
            wanted = not self._given_up
            if wanted:
                self._fetched = fetched
        if not wanted:
            fetched.let_go()
