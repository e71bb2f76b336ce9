"""
The sessions that lie in the folder for saves: counted, listed, opened.

What a session there says is for `journal`; beginning one and taking it up again, for `shelf`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.app import listing, shelf
from game.journal.sessions import session_folders

# Of the title page's questions none opens a session.
if TYPE_CHECKING:
    from game.app.opening import Opening


class Saves:
    """See the module. It remembers what it has read, for as long as the files stay as they are."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._summaries = listing.Summaries()
        self._openings: dict[Path, Opening] = {}
        """For each session opened in this run, the last time it was."""

    def count(self) -> int:
        """How many sessions are saved; none of them is read."""
        return len(session_folders(self._folder))

    def all(self) -> tuple[shelf.SavedSession, ...]:
        """The saved sessions, the one begun last first."""
        return shelf.saved(self._folder)

    def last_open(self, now: str) -> shelf.SavedSession | None:
        """The saved session to go on with; None where there is none."""
        found = listing.last_open(self._folder, self._summaries, now)
        return None if found is None else shelf.saved_session(found)

    def listing(self, *, at_once: bool) -> listing.Listing:
        """The saved sessions with who has each open, read beside the screen."""
        return listing.Listing(self._folder, self._summaries, at_once=at_once)

    def open(self, folder: Path, fetch: Callable[[], shelf.Fetched], *, at_once: bool) -> "Opening":
        """Begin to open a saved session, which *fetch* brings."""
        from game.app.opening import Opening  # noqa: PLC0415 - see the top of the module

        before = self._openings.get(folder)
        begun = Opening(folder, fetch, before, at_once=at_once)
        self._openings[folder] = begun
        return begun
