"""
The session at the table: how it comes there, what belongs to it, and how it is put away again.

What a session does while it runs is in `session`; making and reading one, in `shelf`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from game.tongue import _
from game.values import replace

# The rules and the journal are brought when there is a session; the first screen does without.
if TYPE_CHECKING:
    from game.app.desk import Desk
    from game.app.opening import Opening
    from game.app.reporting import ReportJob
    from game.app.session import LiveSession
    from game.app.shelf import Fetched
    from game.model.pack import PersonId
    from game.rules.commands import Refusal
    from game.rules.state import Setup


class Running:
    """See the module. Of the *desk* it needs the packs, the saves and the clocks."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self.session: LiveSession | None = None
        self.portraits: dict[PersonId, Path] = {}
        """The pictures of its people, which it keeps even where their pack has gone."""
        self.photos: dict[str, bytes] = {}
        """What lies in their files, by their paths."""
        self.report: ReportJob | None = None
        """Its report, from the press on."""
        self._reports: list[ReportJob] = []
        """All that were begun and may still be on their way to the disk."""
        self._left: list[LiveSession] = []
        """Sessions that were left and may still be on their way to the disk."""

    def begin(self, setup: "Setup") -> "Refusal | None":
        """Open a new session in its own folder; a refusal says what is amiss with the setup."""
        from game.app import shelf  # noqa: PLC0415 - see the top of the module
        from game.rules.commands import Refusal  # noqa: PLC0415

        desk = self._desk
        loaded = replace(desk.loaded, pack=desk.dealt)
        begun = shelf.begin(desk, loaded, setup, desk.seed())
        if isinstance(begun, Refusal):
            return begun
        self.leave()
        self.session = begun
        self.portraits = dict(desk.in_play.portraits)
        self.photos = desk.in_play.photos
        return None

    def open(self, folder: Path) -> "Opening":
        """Begin to open a saved session, with the pack as it was played; `take` brings it here."""
        from game.app import shelf  # noqa: PLC0415 - see the top of the module

        self.leave()
        desk = self._desk
        left, now, today = tuple(self._left), desk.stamp(), desk.today()

        def fetch() -> "Fetched":
            # It may be the one that was left a moment ago.
            for session in left:
                session.settle()
            return shelf.fetch(folder, now, today)

        return desk.saves.open(folder, fetch, at_once=desk.patience is None)

    def take(self, opening: "Opening") -> bool:
        """Play the session that was opened; False where it cannot be gone on with."""
        from game.app import shelf  # noqa: PLC0415 - see the top of the module

        fetched = opening.take()
        self.session = None if fetched is None else shelf.seat(self._desk, fetched)
        self.portraits = {} if fetched is None else fetched.pictures
        self.photos = {} if fetched is None else fetched.photos
        return self.session is not None

    def write_report(self) -> None:
        """Begin to write its report; while one is being written, nothing."""
        from game.app.reporting import ReportJob  # noqa: PLC0415 - see the top of the module

        if self.session is None or (self.report is not None and not self.report.done):
            return
        places = self._desk.places
        self.report = ReportJob(self.session, places.exports, places.assets, self._desk.today())
        self._reports = [*(each for each in self._reports if not each.done), self.report]

    def save_elsewhere(self, place: Path) -> str:
        """
        Go on with it in `saves` in another place; what is exported goes there too.

        Empty when that is done; otherwise a sentence, and everything is as it was.
        """
        if self.session is None:
            return _("No session is running.")
        # So named, `--data-dir` finds the session there.
        why = self.session.save_elsewhere(place / "saves")
        if not why:
            self._desk.places = replace(self._desk.places, exports=place / "exports")
        return why

    def leave(self) -> None:
        """Put it away; everything in it is saved already."""
        self.report = None
        if self.session is not None:
            self.session.close()
            self._left.append(self.session)
            self.session = None

    @property
    def saving(self) -> float | None:
        """For how many seconds the screen has been waiting for the disk; None when it is not."""
        self._left = [session for session in self._left if session.busy]
        running = () if self.session is None else (self.session,)
        waits = [session.saving for session in (*running, *self._left)]
        return max((wait for wait in waits if wait is not None), default=None)

    def settle(self) -> None:
        """Wait until everything that was left is on the disk, but not for ever."""
        for session in self._left:
            session.settle()
        self._left.clear()
        if self._reports:
            from game.app.errand import CLOSING_SECONDS  # noqa: PLC0415 - see the top of the module

            for report in self._reports:
                report.wait(CLOSING_SECONDS)
