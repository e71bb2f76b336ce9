"""The settings on their way to the disk, beside the screen: it may be slow, and the newest ones count."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.app import settings as settings_file
from game.app.errand import CLOSING_SECONDS
from game.app.settings import Settings

if TYPE_CHECKING:
    from game.app.errand import Errand

Run = Callable[[Callable[[], None], Callable[[Exception], None]], "Errand[None]"]


class SettingsFile:
    """Keeps settings in the file at *path*; *run* does what is slow beside the screen."""

    def __init__(self, path: Path, run: Run) -> None:
        self._path = path
        self._run = run
        self._lock = threading.Lock()
        self._newest: Settings | None = None
        """What is still to be written; None while nothing is."""
        self._writing = False
        self._errand: Errand[None] | None = None
        self.kept = True
        """Whether the settings written last are on the disk."""

    def keep(self, settings: Settings) -> None:
        """Write these in the end, and never older ones after them."""
        with self._lock:
            self._newest = settings
            if self._writing:
                return
            self._writing = True
        self._errand = self._run(self._write, self._failed)

    def settle(self) -> None:
        """Wait until they are written, but not for ever."""
        if self._errand is not None:
            self._errand.wait(CLOSING_SECONDS)

    def _write(self) -> None:
        while (settings := self._next()) is not None:
            self.kept = settings_file.write(self._path, settings)

    def _failed(self, _fault: Exception) -> None:
        with self._lock:
            self.kept = self._writing = False

    def _next(self) -> Settings | None:
        with self._lock:
            settings, self._newest = self._newest, None
            self._writing = settings is not None
            return settings
