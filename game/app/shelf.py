"""Sessions on the shelf: beginning one, listing them, and taking one up again."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__
from game.app.keeper import Keeper
from game.app.lastopened import note
from game.app.places import photos_at, portrait_file, portraits_in
from game.app.session import LiveSession
from game.content.load import load_texts
from game.content.loaded import Loaded, PackText
from game.journal.duration import seconds_at_table
from game.journal.journal import Journal
from game.journal.sessions import Summary, sessions
from game.journal.store import CannotOpen, Opened, create, open_session
from game.model.pack import Pack, PersonId
from game.rules.commands import OpenSession, Refusal
from game.rules.history import History
from game.rules.state import Phase, Setup
from game.tongue import _, ngettext
from game.values import dataclass, field

if TYPE_CHECKING:
    from game.app.desk import Desk


@dataclass(frozen=True, slots=True)
class SavedSession:
    """One line of the list of saved sessions."""

    folder: Path
    title: str
    begun: str
    """When it began, as ISO text in UTC."""
    last: str
    """When its last step was written."""
    played: int
    planned: int
    finished: bool
    trouble: str = ""
    """A sentence where the session needs mending or cannot be gone on with."""
    held: str = ""
    """Who has it open, in a sentence; empty where nobody has."""
    on_paper: bool = False
    """Whether it was typed in from a record on paper; `begun` is then a day."""

    @property
    def progress(self) -> str:
        """How far the session has come, in words."""
        if self.on_paper and self.finished:
            return ngettext(
                "entered from paper, {count} card", "entered from paper, {count} cards", self.played
            ).format(count=self.played)
        if self.finished:
            return _("finished") if self.played != 1 else _("finished, 1 card")
        if not self.played:
            return _("no card played yet, {count} planned").format(count=self.planned)
        return _("{played} of {planned} cards").format(played=self.played, planned=self.planned)


def begin(desk: "Desk", loaded: Loaded, setup: Setup, seed: int) -> LiveSession | Refusal:
    """
    A new session in a folder of its own.

    Where the folder cannot be made the session runs in memory, and says so. Where nothing is to be
    left on this computer it runs in memory as well.
    """
    pack = loaded.pack
    if pack is None:
        return Refusal(_("No card of this pack can be played yet. See the list of problems."))
    texts = tuple((text.name, text.text) for text in loaded.texts)

    pictures = desk.in_play.portraits

    def make(saves: Path) -> Journal:
        journal = create(saves, app=__version__, title=pack.title, texts=texts, now=begun)
        _keep_portraits(pictures, journal.folder)
        note(journal.folder)
        return journal

    begun = desk.stamp()
    keeper = Keeper(
        make,
        desk.places.saves,
        clock=desk.clock,
        patience=desk.patience,
        in_memory=desk.leaves_nothing,
    )
    session = LiveSession(pack, History(), keeper, clock=desk.clock, stamp=desk.stamp)
    # Nothing of a session that is refused comes to the disk.
    answer = session.send(OpenSession(setup, seed))
    return answer if isinstance(answer, Refusal) else session


def _keep_portraits(pictures: dict[PersonId, Path], folder: Path) -> None:
    """Copy the pack's pictures into the session: it goes on with them when the pack is gone."""
    for person, path in pictures.items():
        kept = portrait_file(folder, person)
        try:
            kept.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, kept)
        except OSError:
            # An initial is drawn instead; no session fails for a picture.
            continue


def saved(saves: Path) -> tuple[SavedSession, ...]:
    """The saved sessions, the one begun last first."""
    return tuple(saved_session(each) for each in sessions(saves))


def saved_session(summary: Summary, held: str = "") -> SavedSession:
    """A session's line in the list."""
    # While somebody writes, the two files differ for moments: that is no damage.
    damaged = summary.damaged and not held
    return SavedSession(
        summary.folder,
        summary.title,
        summary.begun,
        summary.last_step,
        summary.played,
        summary.planned,
        summary.finished,
        _trouble(damaged=damaged, newer=summary.newer),
        held,
        summary.on_paper,
    )


@dataclass(frozen=True, slots=True)
class Fetched:
    """A saved session as it was read, with its pack as played; nobody plays it yet."""

    notices: tuple[str, ...]
    """What people should know of it."""
    opened: Opened | None = None
    """None where it cannot go on; the notices say why."""
    pack: Pack | None = None
    pictures: dict[PersonId, Path] = field(default_factory=dict)
    photos: dict[str, bytes] = field(default_factory=dict, repr=False)

    def let_go(self) -> None:
        """Give the session back, as it was found."""
        if self.opened is not None and self.opened.journal is not None:
            self.opened.journal.let_go()


def fetch(folder: Path, now: str, today: str) -> Fetched:
    """Read a session and take it for writing; the disk may take its time over it."""
    opened = open_session(folder, now)
    if isinstance(opened, CannotOpen):
        return Fetched((opened.sentence,))
    texts = (PackText(*text) for text in opened.texts)
    pack = load_texts(texts, today=today, advice=False).pack
    if pack is None or opened.history.state.phase is Phase.UNOPENED:
        Fetched((), opened).let_go()
        return Fetched(
            (*opened.notices, _("This session cannot go on: its pack or its start is lost."))
        )
    pictures = portraits_in(folder)
    return Fetched(opened.notices, opened, pack, pictures, photos_at(pictures.values()))


def seat(desk: "Desk", fetched: Fetched) -> LiveSession | None:
    """The session, to be played on; None where it cannot be."""
    opened, pack = fetched.opened, fetched.pack
    if opened is None or pack is None:
        return None
    # What was played on paper took the time that the record says, not that of typing it in.
    paper = opened.history.state.setup.paper
    journal = opened.journal
    keeper = (
        None
        if journal is None
        else Keeper(journal, opened.folder.parent, clock=desk.clock, patience=desk.patience)
    )
    if journal is not None and not desk.leaves_nothing:
        desk.errand(lambda: note(opened.folder), lambda _fault: None)
    return LiveSession(
        pack,
        opened.history,
        keeper,
        clock=desk.clock,
        stamp=desk.stamp,
        before=seconds_at_table(opened.records) if paper is None else paper.minutes * 60.0,
        records=opened.records,
        only_look=" ".join(opened.notices[:1]) if journal is None else "",
    )


def _trouble(*, damaged: bool, newer: bool) -> str:
    if newer:
        return _("Made by a newer version: it can be looked at, not gone on with.")
    return _("Needs mending; opening it will say what was lost, if anything.") if damaged else ""
