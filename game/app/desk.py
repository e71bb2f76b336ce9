"""
Everything a screen may reach besides its own small memory: the pack, the running session, saves,
settings and the places on this machine.
"""

import copy
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.app import clock as clocks
from game.app import settings as settings_file
from game.app.languages import LANGUAGES, speak_in
from game.app.places import Places, installed
from game.app.settings import MOST_PACKS, Settings
from game.app.voice import Silent, Speaker
from game.app.watch import Watch
from game.content import kept
from game.content.gather import CORE_FILES, companions_beside, is_companion, same_place
from game.content.loaded import Loaded, PackText
from game.model.pack import Card, CardId, Pack, Person, PersonId
from game.tongue import N_, _
from game.values import replace

# The rules and the journal are brought when a session is, and what reads packs when there is one
# to be read: the first screen does not wait for them.
if TYPE_CHECKING:
    from game.app.drafts import Drafts
    from game.app.errand import Errand
    from game.app.listing import Listing, Summaries
    from game.app.opening import Opening
    from game.app.packing import Holding
    from game.app.packs import Opened
    from game.app.reporting import ReportJob
    from game.app.session import LiveSession
    from game.app.settingsfile import SettingsFile
    from game.app.shelf import Fetched, SavedSession
    from game.content.diagnostics import Diagnostic
    from game.report.series import Series
    from game.rules.commands import Refusal
    from game.rules.state import Setup

_NOTHING_TO_PLAY = "C126"
_MOMENT = 8
"""So many times as long as a step may take: a tenth of a second."""
NOTHING_LEFT = N_("New sessions leave nothing on this computer: when one is left, it is gone.")
NOT_KEPT = N_("The settings could not be saved: they hold until the game is closed.")
PACKS = {".yaml", ".yml", ".zip"}
# These files of the content folder belong to every pack and are none by themselves.
NOT_PACKS = {"evidence.yaml", "support.yaml", "language.yaml", "agreement.yaml"}


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
        self.followed: Callable[[], bool] = lambda: False
        """Whether a screen reader follows what is shown."""
        """Whoever reads aloud; nobody until the window has looked for a voice."""
        self.clock = clock
        self.stamp = stamp
        self.today = today
        self.session: LiveSession | None = None
        self._closing: list[LiveSession] = []
        """Sessions that were left and may still be on their way to the disk."""
        self._openings: dict[Path, Opening] = {}
        """For each session opened in this run, the last time it was."""
        self.report: ReportJob | None = None
        """The report of the running session, from the press on."""
        self.counted = 0
        """How many sessions were saved when they were last counted."""
        self._summaries: Summaries | None = None
        self._seeds = seeds or _any_seed
        self._leave_nothing = leave_nothing
        self._keep_settings = keep_settings
        self._settings_file: SettingsFile | None = None
        self._settings_path = places.data / "settings.json"
        read = settings_file.read(self._settings_path) if keep_settings else None
        self.settings = read.settings if read else Settings()
        self._notes: tuple[str, ...] = (read.note,) if read and read.note else ()
        self._opened: list[Path] = []
        self._about: dict[Path, tuple[object, Holding]] = {}
        self.core = places.content / "scenarios.yaml"
        self._session_portraits: dict[PersonId, Path] = {}
        self._passing = _passing_folder() if leave_nothing else None
        self._pictures = self._passing or places.data / "pictures"
        asked = [*packs, *([pack_path] if pack_path is not None else [])]
        # However the core was named, it is the core, and its cards come first.
        given = sorted(
            {self.core if same_place(each, self.core) else each: None for each in asked},
            key=lambda each: each != self.core,
        )
        self.chosen: tuple[Path, ...] = tuple(given) or self._remembered()
        """The packs that new sessions play, all together."""
        self._opened.extend(given)
        self._loaded, self._portraits = self._load()
        self._drafts: Drafts | None = None
        self._last_good: dict[CardId, Card] = {}
        self._last_pack: Pack | None = None
        self._watch: Watch | None = None
        self.trouble = ""
        """What is amiss since a file was edited under our eyes; empty while all is well."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences for the home screen."""
        where = _(NOTHING_LEFT if self.leaves_nothing else self.places.note)
        notes = tuple(map(_, self._notes))
        if self._settings_file is not None and not self._settings_file.kept:
            notes += (_(NOT_KEPT),)
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

    def _remembered(self) -> tuple[Path, ...]:
        """The packs chosen last, as far as they are still there; the core where none is."""
        wanted = [Path(each) for each in self.settings.packs]
        there = tuple(each for each in wanted if each.exists())
        self._opened.extend(there)
        gone = ", ".join(each.name for each in wanted if each not in there)
        if gone:
            self._notes += (_("No longer there, so not played: {gone}.").format(gone=gone),)
        return there or (self.core,)

    def _load(self) -> tuple[Loaded, dict[PersonId, Path]]:
        core, reading = self.places.content, self.places.reading
        again = None if reading is None else kept.recall(reading, self.chosen, core)
        self._read_anew = again is None
        if again is not None:
            return again, {}
        from game.content.load import load_packs  # noqa: PLC0415 - see the top of the module

        loaded = load_packs(self.chosen, core, today=self.today(), advice=False)
        if not loaded.portraits:
            return loaded, {}
        from game.app.gallery import Gallery  # noqa: PLC0415 - most packs have no pictures

        shown = Gallery(self._pictures).shown
        found = ((each.person, shown(each.picture)) for each in loaded.portraits)
        return loaded, {person: path for person, path in found if path is not None}

    @property
    def pack_path(self) -> Path:
        """The pack in front: the first chosen that is not the core."""
        return next((each for each in self.chosen if each != self.core), self.core)

    @property
    def portraits(self) -> dict[PersonId, Path]:
        """The clean pictures of the people in the packs that are chosen."""
        return dict(self._portraits)

    def portrait_of(self, person: Person) -> Path | None:
        """The person's picture file as the pack in play has it; None where our own art is meant."""
        from game.content.pictures import is_file_name  # noqa: PLC0415 - see the top of the module

        if not is_file_name(person.portrait):
            return None
        shown = self._portraits if self.session is None else self._session_portraits
        return shown.get(person.id)

    @property
    def pack(self) -> Pack | None:
        """The pack that new sessions play; None while nothing in it can be played."""
        return self._loaded.pack

    @property
    def diagnostics(self) -> "tuple[Diagnostic, ...]":
        """What is wrong with the opened pack; advice is for authors and is left to `check`."""
        return tuple(each for each in self._loaded.diagnostics if not each.is_advice)

    @property
    def texts(self) -> tuple[PackText, ...]:
        """The texts of the open pack, its own first."""
        return self._loaded.texts

    @property
    def shown(self) -> Pack | None:
        """The open pack to look at: as it was when something of it could last be read."""
        return self.pack or self._last_pack

    def card(self, card: CardId) -> Card | None:
        """A card of the open pack as it was when it could last be read."""
        pack = self.pack
        found = None
        if pack is not None:
            found = next((each for each in pack.cards if each.id == card), None)
        return found or self._last_good.get(card)

    def open_pack(self, path: Path) -> None:
        """New sessions play this pack, and no other, from now on."""
        if path not in self._opened:
            self._opened.append(path)
        self.choose((path,))

    def choose(self, paths: Sequence[Path]) -> None:
        """New sessions play these packs together from now on, and this is remembered."""
        order = [each for each in self.packs() if each in paths]
        self.chosen = tuple(order[:MOST_PACKS]) or (self.core,)
        self._loaded, self._portraits = self._load()
        self._last_good, self._last_pack = {}, None
        self.trouble = ""
        self._watch = None
        kept = () if self.chosen == (self.core,) else tuple(map(_absolute, self.chosen))
        if kept != self.settings.packs:
            self.change(replace(self.settings, packs=kept))

    def about(self, path: Path) -> tuple[str, ...]:
        """What the pack at *path* holds and from whom, line by line; nothing where nothing is there."""
        from game.app.packs import in_words  # noqa: PLC0415 - see the top of the module

        held = self.held_in(path)
        return () if held is None else in_words(held, self.today())

    def held_in(self, path: Path) -> "Holding | None":
        """What the pack at *path* holds; None where nothing is there."""
        from game.app.packs import look  # noqa: PLC0415 - see the top of the module

        mark = _mark(path)
        if mark is None:
            return None
        known = self._about.get(path)
        if known is None or known[0] != mark:
            known = self._about[path] = (mark, look(path, self.places, today=self.today()))
        return known[1]

    def send(self, path: Path) -> str:
        """Make one file of a pack, in the folder for exports; a sentence that says where it is."""
        from game.app.packs import send  # noqa: PLC0415 - see the top of the module

        return send(path, self.places, today=self.today())

    def what_goes(self, path: Path) -> str:
        """What removing an installed pack would remove, in a sentence."""
        from game.app.packs import what_goes  # noqa: PLC0415 - see the top of the module

        return what_goes(path)

    def install(self, path: Path) -> "Opened":
        """Check a zip from somebody else and put it among our packs; it is not played yet."""
        from game.app.packs import install  # noqa: PLC0415 - see the top of the module

        return install(path, self.places, today=self.today())

    def remove(self, path: Path) -> str:
        """Take an installed pack away; a sentence that says what became of it."""
        from game.app.packs import remove  # noqa: PLC0415 - see the top of the module

        said = remove(path, self.places)
        self._opened = [each for each in self._opened if each != path]
        if path in self.chosen and not path.exists():
            self.choose([each for each in self.chosen if each != path])
        return said

    def reload(self) -> None:
        """
        Read the chosen packs again.

        A card that cannot be read any more is still shown as it was; a session under way shows new
        words, and goes on by what it began with.
        """
        before = self.pack
        self._loaded, self._portraits = self._load()
        if before is not None:
            self._last_pack = before
            self._last_good.update({each.id: each for each in before.cards})
        errors = [each for each in self._loaded.diagnostics if each.is_error]
        # That nothing can be played any more follows from something else.
        errors.sort(key=lambda each: each.code == _NOTHING_TO_PLAY)
        first = errors[0] if errors else None
        self.trouble = ""
        if first is not None:
            place = _("{file}, line {line}").format(file=Path(first.file).name, line=first.line)
            self.trouble = _("{place}: {sentence}. {fix} What was good is still shown.").format(
                place=place, sentence=first.sentence, fix=first.fix
            )
        if self.session is not None and self.pack is not None:
            self.session.reword(self.pack)

    # Live.

    def tick(self) -> bool:
        """Let time pass: drafts are kept, edited files read again. Whether the screen changed."""
        if self._drafts is not None:
            self._drafts.tick(self.clock())
        if self._watch is None:
            self._watch = Watch(self.clock)
            self._watch.follow(self._watched())
        if not self._watch.changed():
            return False
        self.reload()
        self._watch.follow(self._watched())
        return True

    def _watched(self) -> tuple[Path, ...]:
        """The files of the chosen packs, and those of the core that go with it."""
        own: list[Path] = []
        for path in self.chosen:
            if path.is_dir():
                own += sorted(each for each in path.iterdir() if each.suffix.lower() in PACKS)
            else:
                own.append(path)
                own += companions_beside(path)
        core = self.places.content
        return tuple(dict.fromkeys((*own, *(core / name for name in CORE_FILES))))

    @property
    def drafts(self) -> "Drafts":
        """Cards that somebody is still writing."""
        if self._drafts is None:
            from game.app.drafts import Drafts  # noqa: PLC0415 - see the top of the module

            self._drafts = Drafts(self.places.drafts)
        return self._drafts

    def with_session(self, session: "LiveSession") -> "Desk":
        """A desk that is the same but for its session, for a look at what a session would show."""
        other = copy.copy(self)
        other.session = session
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

    def packs(self) -> tuple[Path, ...]:
        """The packs in the content folder, the core first, one's own, the installed, and others opened."""
        try:
            found = sorted(
                path
                for path in self.places.content.iterdir()
                if path.suffix.lower() in PACKS
                and path.name not in NOT_PACKS
                and not is_companion(path)
            )
        except OSError:
            found = []
        listed = [self.core, *(path for path in found if path != self.core)]
        if self.places.own_pack.is_file():
            listed.append(self.places.own_pack)
        listed += installed(self.places.packs)
        return (*listed, *(path for path in self._opened if path not in listed))

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

    @property
    def loaded(self) -> Loaded:
        """The chosen packs as they were read, with their texts."""
        return self._loaded

    def seed(self) -> int:
        """Where the chances of a new session begin."""
        return self._seeds()

    def begin(self, setup: "Setup") -> "Refusal | None":
        """Open a new session in its own folder; a refusal says what is amiss with the setup."""
        from game.app import shelf  # noqa: PLC0415 - see the top of the module
        from game.rules.commands import Refusal  # noqa: PLC0415

        loaded = replace(self._loaded, pack=self.dealt)
        begun = shelf.begin(self, loaded, setup, self._seeds())
        if isinstance(begun, Refusal):
            return begun
        self.leave()
        self.session = begun
        self._session_portraits = self.portraits
        return None

    def saved(self) -> "tuple[SavedSession, ...]":
        """The saved sessions, the one begun last first."""
        if not self.has_saved():
            return ()
        from game.app import shelf  # noqa: PLC0415 - see the top of the module

        return shelf.saved(self.places.saves)

    def errand(
        self, do: Callable[[], T], failed: Callable[[Exception], T], *, soon: bool = False
    ) -> "Errand[T]":
        """
        Do something slow beside the screen; at once where there is no window to keep waiting.

        What is usually done *soon* is waited for a moment, so that nothing flickers.
        """
        from game.app.errand import Errand  # noqa: PLC0415 - see the top of the module

        errand = Errand(do, failed, at_once=self.patience is None)
        if soon:
            errand.wait(self.moment)
        return errand

    @property
    def moment(self) -> float:
        """Seconds for which a screen may wait for the disk before it shows that it waits."""
        return (self.patience or 0.0) * _MOMENT

    def listing(self) -> "Listing":
        """The saved sessions with who has each open, read beside the screen."""
        from game.app import listing  # noqa: PLC0415 - see the top of the module

        return listing.Listing(
            self.places.saves, self._read_before(), at_once=self.patience is None
        )

    def last_open(self) -> "SavedSession | None":
        """The saved session to go on with; None where there is none."""
        if not self.has_saved():
            return None
        from game.app import listing, shelf  # noqa: PLC0415 - see the top of the module

        found = listing.last_open(self.places.saves, self._read_before(), self.stamp())
        return None if found is None else shelf.saved_session(found)

    def count_saved(self) -> int:
        """How many sessions are saved; none of them is read."""
        self.counted = 0
        if self.has_saved():
            from game.journal.sessions import session_folders  # noqa: PLC0415 - see above

            self.counted = len(session_folders(self.places.saves))
        return self.counted

    def _read_before(self) -> "Summaries":
        from game.app import listing  # noqa: PLC0415 - see the top of the module

        if self._summaries is None:
            self._summaries = listing.Summaries()
        return self._summaries

    def has_saved(self) -> bool:
        """Whether there is any folder that could hold a session."""
        try:
            return any(each.is_dir() for each in self.places.saves.iterdir())
        except OSError:
            return False

    def open(self, folder: Path) -> "Opening":
        """Begin to open a saved session, with the pack as it was played; `take` puts it on the desk."""
        from game.app import opening, shelf  # noqa: PLC0415 - see the top of the module

        self.leave()
        left, now, today = tuple(self._closing), self.stamp(), self.today()

        def fetch() -> "Fetched":
            # It may be the one that was left a moment ago.
            for session in left:
                session.settle()
            return shelf.fetch(folder, now, today)

        before = self._openings.get(folder)
        begun = opening.Opening(folder, fetch, before, at_once=self.patience is None)
        self._openings[folder] = begun
        return begun

    def take(self, opening: "Opening") -> bool:
        """Play the session that was opened; False where it cannot be gone on with."""
        from game.app import shelf  # noqa: PLC0415 - see the top of the module

        fetched = opening.take()
        self.session = None if fetched is None else shelf.seat(self, fetched)
        self._session_portraits = {} if fetched is None else fetched.pictures
        return self.session is not None

    def resume(self, folder: Path) -> tuple[str, ...]:
        """
        Open a saved session and wait for it.

        The sentences say what was mended, or why it cannot go on; then no session is running.
        """
        opening = self.open(folder)
        opening.wait()
        self.take(opening)
        return opening.notices

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

    def write_report(self) -> None:
        """Begin to write the running session's report; while one is being written, nothing."""
        from game.app.reporting import ReportJob  # noqa: PLC0415 - see the top of the module

        if self.session is None or (self.report is not None and not self.report.done):
            return
        self.report = ReportJob(self.session, self.places.exports, self.places.assets, self.today())

    def save_elsewhere(self, place: Path) -> str:
        """
        Go on with the running session in `saves` in another place; what is exported goes there too.

        Empty when that is done; otherwise a sentence, and everything is as it was.
        """
        if self.session is None:
            return _("No session is running.")
        # So named, `--data-dir` finds the session there.
        why = self.session.save_elsewhere(place / "saves")
        if not why:
            self.places = replace(self.places, exports=place / "exports")
        return why

    def half_typed(self) -> str:
        """What the paper record that was typed last and not entered is about; empty for none."""
        if not (self.places.data / "paper").is_dir():
            return ""
        from game.app.paperdrafts import drafts  # noqa: PLC0415 - see the top of the module

        return next((each.told for each in drafts(self.places)), "")

    def leave(self) -> None:
        """Put the running session away; everything in it is saved already."""
        self.report = None
        if self.session is not None:
            self.session.close()
            self._closing.append(self.session)
            self.session = None

    @property
    def saving(self) -> float | None:
        """For how many seconds the screen has been waiting for the disk; None when it is not."""
        self._closing = [session for session in self._closing if session.busy]
        running = () if self.session is None else (self.session,)
        waits = [session.saving for session in (*running, *self._closing)]
        return max((wait for wait in waits if wait is not None), default=None)

    def tidy(self) -> None:
        """
        At the very end: keep what the next start can use, and take away what was only for this run,
        and what was left half done.

        A disk that does not answer is not waited for: the next run takes it away.
        """
        from game.app import errand  # noqa: PLC0415 - see the top of the module

        self.errand(self._tidy, lambda _fault: None).wait(errand.CLOSING_SECONDS)

    def _tidy(self) -> None:
        if self._read_anew and self.places.reading is not None and not self.leaves_nothing:
            kept.keep(self.places.reading, self.chosen, self.places.content, self._loaded)
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
        if self._drafts is not None:
            self._drafts.flush()
        if self._settings_file is not None:
            self._settings_file.settle()
        for session in self._closing:
            session.settle()
        self._closing.clear()


def _absolute(path: Path) -> str:
    """A path that holds wherever the program is started next time."""
    return os.path.abspath(path)  # noqa: PTH100 - `resolve` would follow links


def _mark(path: Path) -> object:
    """What changes when the pack at *path* does; None where nothing is there."""
    try:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        return tuple((each.name, (s := each.stat()).st_mtime_ns, s.st_size) for each in inside)
    except OSError:
        return None


def _passing_folder() -> Path:
    """A folder for this run alone, for pictures where nothing is to be left; `tidy` takes it away."""
    import tempfile  # noqa: PLC0415 - few runs need it

    return Path(tempfile.mkdtemp(prefix="map-"))
