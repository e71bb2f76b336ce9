"""
Everything a screen may reach besides its own small memory: the pack, the running session, saves,
settings and the places on this machine.

The packs that new sessions play are in `inplay`, the session at the table is in `running`, and those
that are saved are in `saves`.
"""

import copy
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.app import clock as clocks
from game.app import settings as settings_file
from game.app.inplay import InPlay
from game.app.languages import LANGUAGES, speak_in
from game.app.places import Places
from game.app.running import Running
from game.app.settings import Settings
from game.app.voice import Silent, Speaker
from game.content.loaded import Loaded, PackText
from game.model.pack import CardId, Pack, Person
from game.tongue import N_, _
from game.values import replace

# The rules and the journal are brought when a session is, and what reads packs when there is one
# to be read: the first screen does not wait for them.
if TYPE_CHECKING:
    from game.app.behind import Behind
    from game.app.drafts import Drafts
    from game.app.errand import Errand
    from game.app.inplay import Read
    from game.app.listing import Listing
    from game.app.packs import Gone, Known
    from game.app.paperdrafts import PaperDraft
    from game.app.paperentry import Entries
    from game.app.paperform import PaperForm
    from game.app.reporting import ReportJob
    from game.app.saves import Saves
    from game.app.session import LiveSession
    from game.app.settingsfile import SettingsFile
    from game.app.shelf import SavedSession
    from game.content.diagnostics import Diagnostic
    from game.report.series import Series
    from game.rules.commands import Refusal
    from game.rules.state import Setup

_MOMENT = 8
"""So many times as long as a step may take: a tenth of a second."""
PACKS = 4
"""So many moments are packs waited for: reading them is more than a touch of the disk."""
NOTHING_LEFT = N_("New sessions leave nothing on this computer: when one is left, it is gone.")
NOT_KEPT = N_("The settings could not be saved: they hold until the game is closed.")
DRAFT_NOT_KEPT = N_("The draft of a card is not on the disk: it is kept until the game is closed.")


def _any_seed() -> int:
    import secrets  # noqa: PLC0415 - only a new session needs it

    return secrets.randbits(48)


T = TypeVar("T")


class Desk:
    """The one object that screens share."""

    def __init__(
        self,
        places: Places,
        *,
        pack_path: Path | None = None,
        packs: Sequence[Path] = (),
        clock: Callable[[], float] = clocks.steady,
        stamp: Callable[[], str] = clocks.stamp,
        today: Callable[[], str] = clocks.today,
        seeds: Callable[[], int] | None = None,
        keep_settings: bool = True,
        patience: float | None = None,
        leave_nothing: bool = False,
    ) -> None:
        self.places = places
        self.patience = patience
        """For how many seconds a step may wait for the disk before the window draws on; None: all."""
        self.speaker: Speaker = Silent()
        """Whoever reads aloud; nobody until the window has looked for a voice."""
        self.followed: Callable[[], bool] = lambda: False
        """Whether a screen reader follows what is shown."""
        self.clock = clock
        self.stamp = stamp
        self.today = today
        self.running = Running(self)
        self.counted = 0
        """How many sessions were saved when they were last counted."""
        self._saves: Saves | None = None
        self._seeds = seeds or _any_seed
        self._leave_nothing = leave_nothing
        self._keep_settings = keep_settings
        self._settings_file: SettingsFile | None = None
        self._settings_path = places.data / "settings.json"
        read = settings_file.read(self._settings_path) if keep_settings else None
        self.settings = read.settings if read else Settings()
        self._notes: tuple[str, ...] = (read.note,) if read and read.note else ()
        self._known: Known | None = None
        self._passing = _passing_folder() if leave_nothing else None
        self.in_play = InPlay(
            places,
            [*packs, *([pack_path] if pack_path is not None else [])],
            self.settings.packs,
            pictures=self._passing or places.data / "pictures",
            today=today,
        )
        if self.in_play.gone:
            self._notes += (self.in_play.gone,)
        self._drafts: Drafts | None = None
        self._papers: Behind[PaperForm] | None = None
        self._entries: Entries | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the home screen."""
        where = _(NOTHING_LEFT if self.leaves_nothing else self.places.note)
        notes = tuple(map(_, self._notes))
        if self._settings_file is not None and not self._settings_file.kept:
            notes += (_(NOT_KEPT),)
        if self._drafts is not None and self._drafts.trouble:
            notes += (_(DRAFT_NOT_KEPT),)
        return (where, *notes) if where else notes

    @property
    def leaves_nothing(self) -> bool:
        """Whether new sessions are kept in memory alone."""
        return self._leave_nothing or self.settings.leave_nothing

    @property
    def must_leave_nothing(self) -> bool:
        """Whether that was said at the start, for this run, and settings are not kept either."""
        return self._leave_nothing

    # Content.

    @property
    def core(self) -> Path:
        """The pack that comes with the game."""
        return self.in_play.core

    @property
    def chosen(self) -> tuple[Path, ...]:
        """The packs that new sessions play, all together."""
        return self.in_play.chosen

    @property
    def pack_path(self) -> Path:
        """The pack in front: the first chosen that is not the core."""
        return next((each for each in self.chosen if each != self.core), self.core)

    @property
    def loaded(self) -> Loaded:
        """The chosen packs as they were read, with their texts."""
        return self.in_play.loaded

    @property
    def pack(self) -> Pack | None:
        """The pack that new sessions play; None while nothing in it can be played."""
        return self.loaded.pack

    @property
    def texts(self) -> tuple[PackText, ...]:
        """The texts of the open pack, its own first."""
        return self.loaded.texts

    @property
    def diagnostics(self) -> "tuple[Diagnostic, ...]":
        """What is wrong with the opened pack; advice is for authors and is left to `check`."""
        return tuple(each for each in self.loaded.diagnostics if not each.is_advice)

    def portrait_of(self, person: Person) -> Path | None:
        """The person's picture file as the pack in play has it; None where our own art is meant."""
        from game.content.pictures import is_file_name  # noqa: PLC0415 - see the top of the module

        if not is_file_name(person.portrait):
            return None
        shown = self.in_play.portraits if self.session is None else self.running.portraits
        return shown.get(person.id)

    def photo(self, path: str) -> bytes | None:
        """What lies in the file of such a picture; None where that was not read."""
        return self.in_play.photos.get(path) or self.running.photos.get(path)

    def packs(self) -> tuple[Path, ...]:
        """All packs that could be chosen, the core first."""
        return self.in_play.listed()

    def open_pack(self, path: Path) -> None:
        """Read this pack; new sessions play it, and no other, from now on."""
        self.in_play.add(path)
        self.choose((path,))

    def choose(self, paths: Sequence[Path]) -> None:
        """Read these packs; new sessions play them together from now on."""
        self.play(self.in_play.read(paths))

    def play(self, read: "Read") -> None:
        """New sessions play these packs from now on, and this is remembered; no disk is waited for."""
        self.in_play.take(read)
        kept = () if self.chosen == (self.core,) else tuple(map(_absolute, self.chosen))
        if kept != self.settings.packs:
            self.change(replace(self.settings, packs=kept))

    def remove(self, path: Path) -> str:
        """Take an installed pack away; a sentence that says what became of it."""
        return self.without(self.take_away(path))

    def take_away(self, path: Path) -> "Gone":
        """Take an installed pack from the disk; what plays then, `without` says."""
        from game.app.packs import Gone, remove  # noqa: PLC0415 - see the top of the module

        said = remove(path, self.places)
        chosen, gone = self.chosen, not path.exists()
        rest = [each for each in chosen if each != path]
        plays = self.in_play.read(rest) if gone and path in chosen else None
        return Gone(path, said, plays)

    def without(self, gone: "Gone") -> str:
        """Play without a pack that was taken away; a sentence that says what became of it."""
        if gone.plays is not None:
            self.play(gone.plays)
        self.in_play.drop(gone.path)
        return gone.said

    def reload(self) -> bool:
        """
        Read the chosen packs again; a session under way shows new words, and goes on by its own.

        False where the disk takes its time: a later `tick` shows them.
        """
        coming: Errand[Read | None] = self.errand(
            self.in_play.read_again, lambda _fault: None, soon=PACKS
        )
        if not coming.done:
            self.in_play.expect(coming)
        elif coming.answer is not None:
            self._reread(coming.answer)
        return coming.done

    def _reread(self, read: "Read") -> None:
        if read.chosen != self.chosen:
            # Meanwhile others were chosen.
            return
        self.in_play.take_again(read)
        if self.session is not None and self.pack is not None:
            self.session.reword(self.pack)

    @property
    def known(self) -> "Known":
        """What each pack holds, chosen or not."""
        if self._known is None:
            from game.app.packs import Known  # noqa: PLC0415 - see the top of the module

            self._known = Known(self.places, self.today)
        return self._known

    # Live.

    def tick(self) -> bool:
        """Let time pass: drafts are kept, edited files read again. Whether the screen changed."""
        if self._drafts is not None:
            self._drafts.tick(self.clock())
        read = self.in_play.edited(self.clock, self.errand)
        if read is None:
            return False
        self._reread(read)
        return True

    def news(self) -> str:
        """What came of things that were left to end by themselves; each is said once."""
        told = "" if self._entries is None else self._entries.news()
        drafts = "" if self._drafts is None else self._drafts.news()
        return f"{told} {drafts}".strip()

    @property
    def drafts(self) -> "Drafts":
        """Cards that somebody is still writing."""
        if self._drafts is None:
            from game.app.drafts import Drafts  # noqa: PLC0415 - see the top of the module

            self._drafts = Drafts(self)
        return self._drafts

    def with_session(self, session: "LiveSession") -> "Desk":
        """A desk that is the same but for its session, for a look at what a session would show."""
        other = copy.copy(self)
        other.running = copy.copy(self.running)
        other.session = session
        other.in_play = copy.copy(self.in_play)
        return other

    # What sessions leave out.

    def leaves_out(self, card: CardId) -> bool:
        """Whether new sessions do without this card."""
        return card in self.settings.without

    def leave_out(self, card: CardId, *, out: bool) -> None:
        """Let new sessions do without this card, or deal it again."""
        without = [each for each in self.settings.without if each != card]
        self.change(replace(self.settings, without=(*without, card) if out else tuple(without)))

    @property
    def dealt(self) -> Pack | None:
        """The pack that new sessions play, without the cards that are left out."""
        pack = self.pack
        if pack is None or not self.settings.without:
            return pack
        kept = tuple(each for each in pack.cards if each.id not in self.settings.without)
        return replace(pack, cards=kept)

    # Settings.

    def change(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""
        spoke = self.settings.language
        self.settings = settings
        if settings.language != spoke:
            self.speak()
        if self._keep_settings and not self._leave_nothing:
            if self._settings_file is None:
                from game.app.settingsfile import SettingsFile  # noqa: PLC0415 - see the top

                self._settings_file = SettingsFile(self._settings_path, self.errand)
            self._settings_file.keep(settings)

    def speak(self) -> None:
        """Show every word in the language of the settings; in English where it cannot be had."""
        language = self.settings.language
        if not speak_in(language, self.places.assets):
            name = LANGUAGES.get(language, language)
            note = _("The words for {name} could not be read, so everything is in English.").format(
                name=name
            )
            self._notes = (*self._notes, note)

    # Sessions.

    def seed(self) -> int:
        """Where the chances of a new session begin."""
        return self._seeds()

    @property
    def session(self) -> "LiveSession | None":
        """The one at the table; None where there is none."""
        return self.running.session

    @session.setter
    def session(self, session: "LiveSession | None") -> None:
        self.running.session = session

    @property
    def report(self) -> "ReportJob | None":
        """The report of the running session, from the press on."""
        return self.running.report

    @property
    def saving(self) -> float | None:
        """For how many seconds the screen has been waiting for the disk; None when it is not."""
        return self.running.saving

    def begin(self, setup: "Setup") -> "Refusal | None":
        """Open a new session in its own folder; a refusal says what is amiss with the setup."""
        return self.running.begin(setup)

    def resume(self, folder: Path) -> tuple[str, ...]:
        """
        Open a saved session and wait for it.

        The sentences say what was mended, or why it cannot go on; then no session is running.
        """
        opening = self.running.open(folder)
        opening.wait()
        self.running.take(opening)
        return opening.notices

    def leave(self) -> None:
        """Put the running session away; everything in it is saved already."""
        self.running.leave()

    def errand(
        self, do: Callable[[], T], failed: Callable[[Exception], T], *, soon: int = 0
    ) -> "Errand[T]":
        """
        Do something slow beside the screen; at once where there is no window to keep waiting.

        What is usually done *soon* is waited for so many moments, so that nothing flickers.
        """
        from game.app.errand import Errand  # noqa: PLC0415 - see the top of the module

        errand = Errand(do, failed, at_once=self.patience is None)
        if soon:
            errand.wait(self.moment * soon)
        return errand

    @property
    def moment(self) -> float:
        """Seconds for which a screen may wait for the disk before it shows that it waits."""
        return (self.patience or 0.0) * _MOMENT

    # Saved sessions.

    @property
    def saves(self) -> "Saves":
        """The sessions that are saved."""
        if self._saves is None:
            from game.app.saves import Saves  # noqa: PLC0415 - see the top of the module

            self._saves = Saves(self.places.saves)
        return self._saves

    def has_saved(self) -> bool:
        """Whether there is any folder that could hold a session."""
        try:
            return any(each.is_dir() for each in self.places.saves.iterdir())
        except OSError:
            return False

    def count_saved(self) -> int:
        """How many sessions are saved; none of them is read."""
        self.counted = self.saves.count() if self.has_saved() else 0
        return self.counted

    def saved(self) -> "tuple[SavedSession, ...]":
        """The saved sessions, the one begun last first."""
        return self.saves.all() if self.has_saved() else ()

    def last_open(self) -> "SavedSession | None":
        """The saved session to go on with; None where there is none."""
        return self.saves.last_open(self.stamp()) if self.has_saved() else None

    def listing(self) -> "Listing":
        """The saved sessions with who has each open, read beside the screen."""
        return self.saves.listing(at_once=self.patience is None)

    def programmes(self) -> "tuple[Series, ...]":
        """The programmes, the one met last first; a file that was lost is written again."""
        from game.app import programmes  # noqa: PLC0415 - see the top of the module

        found = programmes.programmes(self.places.saves)
        if not self.leaves_nothing:
            programmes.mend(self.places.saves, found)
        return found

    def make_programme(self, name: str, planned: int) -> "Series | str":
        """A new programme, or the sentence that says why there is none."""
        from game.app import programmes  # noqa: PLC0415 - see the top of the module

        if self.leaves_nothing:
            return _("Nothing is to be left on this computer, so no programme is kept here.")
        return programmes.make(self.places.saves, name, planned, self._seeds())

    def half_typed(self) -> str:
        """What the paper record that was typed last and not entered is about; empty for none."""
        if not (self.places.data / "paper").is_dir():
            return ""
        return next((each.told for each in self.paper_drafts()), "")

    def paper_drafts(self) -> "tuple[PaperDraft, ...]":
        """The paper records that are half typed in; what is on its way to the disk is waited for."""
        from game.app.paperdrafts import drafts  # noqa: PLC0415 - see the top of the module

        if self._entries is not None:
            self._entries.settle(None)
        if self._papers is not None:
            self._papers.settle(None)
        found = drafts(self.places)
        return found if self._entries is None else self._entries.still(found)

    @property
    def papers(self) -> "Behind[PaperForm]":
        """Paper records on their way to the disk; an empty one is taken away there."""
        if self._papers is None:
            from game.app.behind import Behind  # noqa: PLC0415 - see the top of the module
            from game.app.paperdrafts import keep  # noqa: PLC0415

            self._papers = Behind(keep, self.errand)
        return self._papers

    @property
    def entries(self) -> "Entries":
        """Paper records on their way to becoming sessions."""
        if self._entries is None:
            from game.app.paperentry import Entries  # noqa: PLC0415 - see the top of the module

            self._entries = Entries(self)
        return self._entries

    @property
    def entered(self) -> int:
        """How many paper records have become sessions since the program started."""
        return 0 if self._entries is None else self._entries.made

    def tidy(self) -> None:
        """
        At the very end: keep what the next start can use, and take away what was only for this run,
        and what was left half done.

        A disk that does not answer is not waited for: the next run takes it away.
        """
        from game.app import errand  # noqa: PLC0415 - see the top of the module

        self.errand(self._tidy, lambda _fault: None).wait(errand.CLOSING_SECONDS)

    def _tidy(self) -> None:
        if not self.leaves_nothing:
            self.in_play.keep()
        if self._passing is not None:
            import shutil  # noqa: PLC0415 - few runs need it

            shutil.rmtree(self._passing, ignore_errors=True)
        if self.has_saved():
            from game.journal.sessions import sweep  # noqa: PLC0415 - see the top of the module

            sweep(self.places.saves)
        if self.places.saves.is_dir():
            from game.app.lastopened import forget  # noqa: PLC0415 - see the top of the module

            forget(self.places.saves)

    def settle(self) -> None:
        """Wait until everything that was left is on the disk, but not for ever."""
        from game.app import errand  # noqa: PLC0415 - see the top of the module

        if self._drafts is not None:
            self._drafts.settle()
        if self._entries is not None:
            self._entries.settle(errand.CLOSING_SECONDS)
        if self._papers is not None:
            self._papers.settle()
        if self._settings_file is not None:
            self._settings_file.settle()
        self.running.settle()


def _absolute(path: Path) -> str:
    """A path that holds wherever the program is started next time."""
    return os.path.abspath(path)  # noqa: PTH100 - `resolve` would follow links


def _passing_folder() -> Path:
    """A folder for this run alone, for pictures where nothing is to be left; `tidy` takes it away."""
    import tempfile  # noqa: PLC0415 - few runs need it

    return Path(tempfile.mkdtemp(prefix="map-"))
