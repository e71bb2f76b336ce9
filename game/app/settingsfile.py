"""The settings on their way to the disk, beside the screen: it may be slow, and the newest ones count."""

from pathlib import Path

from game.app import settings as settings_file
from game.app.behind import Behind, Run
from game.app.settings import Settings


class SettingsFile:
    """Keeps settings in the file at *path*; *run* does what is slow beside the screen."""

    def __init__(self, path: Path, run: Run) -> None:
        self._path = path
        self._behind: Behind[Settings] = Behind(_written, run)

    @property
    def kept(self) -> bool:
        """Whether the settings written last are on the disk."""
        return not self._behind.trouble

    def keep(self, settings: Settings) -> None:
        """Write these in the end, and never older ones after them."""
        self._behind.put(self._path, settings)

    def settle(self) -> None:
        """Wait until they are written, but not for ever."""
        self._behind.settle()


def _written(path: Path, settings: Settings) -> str:
    # Which sentence says so is for the title page.
    return "" if settings_file.write(path, settings) else "not written"
