"""Writing the report of the running session aside, so that no frame waits for it."""

import threading
from pathlib import Path

from game.app.places import shortened
from game.app.session import LiveSession
from game.files.writing import NotWritten
from game.report.export import FORMATS, write_session
from game.report.facts import Source, facts_of
from game.tongue import _


class ReportJob:
    """
    One report on its way to the disk. `done` and `told` may be asked at any time.

    The session as it stood at the press is what is reported; play may go on meanwhile.
    """

    def __init__(self, session: LiveSession, out: Path, assets: Path, today: str) -> None:
        self.done = False
        self.failed = False
        self.told = _("Writing the report…")
        """What to show, in a sentence."""
        self._out, self._assets = out, assets
        self._source = Source(
            name=session.name,
            # A session that was never saved has no name to tell its month.
            begun=session.name[:10] or today,
            pack=session.pack,
            pack_title=session.pack.title,
            app="",
            state=session.state,
            events=session.events,
            seconds=session.at_table,
        )
        self._worker = threading.Thread(target=self._work, name="report", daemon=True)
        self._worker.start()

    def wait(self, seconds: float | None = None) -> None:
        """Until it is written, or could not be; so many seconds at most."""
        self._worker.join(seconds)

    def _work(self) -> None:
        try:
            written = write_session(facts_of(self._source), self._out, FORMATS, self._assets)
            first = written[0]
            self.told = _(
                "The report and the take-home sheet are in {folder}: open {page}."
            ).format(folder=shortened(first.parent), page=first.name)
        except NotWritten as fault:
            self.failed = True
            self.told = f"{fault.sentence[:1].upper()}{fault.sentence[1:]}"
        except Exception as fault:  # noqa: BLE001 - a report must never take the session with it
            self.failed = True
            self.told = _("The report could not be written: {name}: {fault}.").format(
                name=type(fault).__name__, fault=fault
            )
        finally:
            self.done = True
