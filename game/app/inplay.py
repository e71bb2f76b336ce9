"""
The packs that new sessions play: which are chosen, what was read of them, and reading them again.

How a pack is read is for `content`; how one comes from somebody else, and goes again, for `packs`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.places import Places, installed, photos_at
from game.app.settings import MOST_PACKS
from game.content import kept
from game.content.gather import CORE_FILES, companions_beside, is_companion, same_place
from game.content.loaded import Loaded
from game.model.pack import Card, CardId, Pack, PersonId
from game.tongue import _
from game.values import dataclass, field

# What reads packs is brought when there is one to be read, and what watches them when the first
# screen stands.
if TYPE_CHECKING:
    from game.app.errand import Errand
    from game.app.watch import Watch

Run = Callable[
    [Callable[[], "Read | None"], Callable[[Exception], "Read | None"]], "Errand[Read | None]"
]
_NOTHING_TO_PLAY = "C126"
PACKS = {".yaml", ".yml", ".zip"}
# These files of the content folder belong to every pack and are none by themselves.
NOT_PACKS = {"evidence.yaml", "support.yaml", "language.yaml", "agreement.yaml"}


@dataclass(frozen=True, slots=True)
class Read:
    """Packs as they were read from the disk, to be played all together."""

    chosen: tuple[Path, ...]
    loaded: Loaded
    portraits: dict[PersonId, Path]
    """The clean pictures of the people in them."""
    photos: dict[str, bytes] = field(default_factory=dict, repr=False)
    """What lies in the files of those pictures, by their paths."""
    anew: bool = True
    """Whether that is more than what an earlier start had kept."""


class InPlay:
    """
    See the module. *asked* are the packs that were named at the start; without any, those of
    *before* are played that are still there. *pictures* is the folder for clean pictures.
    """

    def __init__(
        self,
        places: Places,
        asked: Sequence[Path],
        before: Sequence[str],
        *,
        pictures: Path,
        today: Callable[[], str],
    ) -> None:
        self.core = places.content / "scenarios.yaml"
        self.gone = ""
        """A sentence about packs of before that are no longer there."""
        self._places = places
        self._pictures = pictures
        self._today = today
        self._opened: list[Path] = []
        # However the core was named, it is the core, and its cards come first.
        given = sorted(
            {self.core if same_place(each, self.core) else each: None for each in asked},
            key=lambda each: each != self.core,
        )
        self.chosen: tuple[Path, ...] = tuple(given) or self._there(before)
        """The packs that new sessions play, all together."""
        self._opened.extend(given)
        read = self._load(self.chosen)
        self.loaded, self.portraits = read.loaded, read.portraits
        """The chosen packs as they were read, and the clean pictures of the people in them."""
        self.photos = read.photos
        self._read_anew = read.anew
        self.trouble = ""
        """What is amiss since a file was edited under our eyes; empty while all is well."""
        self._last_good: dict[CardId, Card] = {}
        self._last_pack: Pack | None = None
        self._watch: Watch | None = None
        self._looking: Errand[Read | None] | None = None

    def _there(self, before: Sequence[str]) -> tuple[Path, ...]:
        """The packs chosen last, as far as they are still there; the core where none is."""
        wanted = [Path(each) for each in before]
        there = tuple(each for each in wanted if each.exists())
        self._opened.extend(there)
        gone = ", ".join(each.name for each in wanted if each not in there)
        if gone:
            self.gone = _("No longer there, so not played: {gone}.").format(gone=gone)
        return there or (self.core,)

    # Choosing.

    def listed(self) -> tuple[Path, ...]:
        """The packs in the content folder, the core first, one's own, the installed, and others opened."""
        try:
            found = sorted(
                path
                for path in self._places.content.iterdir()
                if path.suffix.lower() in PACKS
                and path.name not in NOT_PACKS
                and not is_companion(path)
            )
        except OSError:
            found = []
        listed = [self.core, *(path for path in found if path != self.core)]
        if self._places.own_pack.is_file():
            listed.append(self._places.own_pack)
        listed += installed(self._places.packs)
        return (*listed, *(path for path in self._opened if path not in listed))

    def add(self, path: Path) -> None:
        """List this pack from now on, wherever it lies."""
        if path not in self._opened:
            self._opened.append(path)

    def drop(self, path: Path) -> None:
        """List this pack no more, unless it lies where packs do."""
        self._opened = [each for each in self._opened if each != path]

    def read(self, paths: Sequence[Path], opened: Path | None = None) -> Read:
        """
        These packs as they are on the disk, of those that are listed and one *opened* just now; the
        core where there are none. Nothing changes here until they are taken up.
        """
        listed = (*self.listed(), *(() if opened is None else (opened,)))
        order = [each for each in listed if each in paths]
        return self._load(tuple(dict.fromkeys(order))[:MOST_PACKS] or (self.core,))

    def take(self, read: Read) -> None:
        """Play these from now on."""
        self.chosen = read.chosen
        self._hold(read)
        self._last_good, self._last_pack = {}, None
        self.trouble = ""
        self._watch = self._looking = None

    # Reading.

    def _load(self, chosen: tuple[Path, ...]) -> Read:
        core, reading = self._places.content, self._places.reading
        again = None if reading is None else kept.recall(reading, chosen, core)
        if again is not None:
            return Read(chosen, again, {}, anew=False)
        from game.content.load import load_packs  # noqa: PLC0415 - see the top of the module

        loaded = load_packs(chosen, core, today=self._today(), advice=False)
        if not loaded.portraits:
            return Read(chosen, loaded, {})
        from game.app.gallery import Gallery  # noqa: PLC0415 - most packs have no pictures

        shown = Gallery(self._pictures).shown
        found = ((each.person, shown(each.picture)) for each in loaded.portraits)
        portraits = {who: path for who, path in found if path is not None}
        return Read(chosen, loaded, portraits, photos_at(portraits.values()))

    def _hold(self, read: Read) -> None:
        self.loaded, self.portraits, self.photos = read.loaded, read.portraits, read.photos
        self._read_anew = read.anew

    def read_again(self) -> Read:
        """The chosen packs as they are on the disk now; nothing changes until they are taken up."""
        return self._load(self.chosen)

    def expect(self, coming: "Errand[Read | None]") -> None:
        """They are being read again: `edited` tells when they have come."""
        self._looking = coming

    def take_again(self, read: Read) -> None:
        """What was read again; what could not be read any more is still shown as it was."""
        before = self.loaded.pack
        self._hold(read)
        if before is not None:
            self._last_pack = before
            self._last_good.update({each.id: each for each in before.cards})
        errors = [each for each in self.loaded.diagnostics if each.is_error]
        # That nothing can be played any more follows from something else.
        errors.sort(key=lambda each: each.code == _NOTHING_TO_PLAY)
        first = errors[0] if errors else None
        self.trouble = ""
        if first is not None:
            place = _("{file}, line {line}").format(file=Path(first.file).name, line=first.line)
            self.trouble = _("{place}: {sentence}. {fix} What was good is still shown.").format(
                place=place, sentence=first.sentence, fix=first.fix
            )

    def keep(self) -> None:
        """Keep what was read, where the next start can use it."""
        if self._read_anew and self._places.reading is not None:
            kept.keep(self._places.reading, self.chosen, self._places.content, self.loaded)

    @property
    def shown(self) -> Pack | None:
        """The open pack to look at: as it was when something of it could last be read."""
        return self.loaded.pack or self._last_pack

    def card(self, card: CardId) -> Card | None:
        """A card of the open pack as it was when it could last be read."""
        pack = self.loaded.pack
        found = None
        if pack is not None:
            found = next((each for each in pack.cards if each.id == card), None)
        return found or self._last_good.get(card)

    # Watching.

    def edited(self, clock: Callable[[], float], run: Run) -> Read | None:
        """What files of theirs say now, where that is something else than when last looked at."""
        if self._looking is None:
            if self._watch is not None and not self._watch.due:
                return None
            first = self._watch is None
            if self._watch is None:
                from game.app.watch import Watch  # noqa: PLC0415 - see the top of the module

                self._watch = Watch(clock)
            watch = self._watch
            self._looking = run(lambda: self._look(watch, first=first), lambda _fault: None)
        if not self._looking.done:
            return None
        read, self._looking = self._looking.answer, None
        return read

    def _look(self, watch: "Watch", *, first: bool) -> Read | None:
        if first:
            watch.follow(self._files())
        if not watch.changed():
            return None
        # There may be other files now, and they may change while they are read.
        watch.follow(self._files())
        return self.read_again()

    def _files(self) -> tuple[Path, ...]:
        """The files of the chosen packs, and those of the core that go with them."""
        own: list[Path] = []
        for path in self.chosen:
            if path.is_dir():
                own += sorted(each for each in path.iterdir() if each.suffix.lower() in PACKS)
            else:
                own.append(path)
                own += companions_beside(path)
        core = self._places.content
        return tuple(dict.fromkeys((*own, *(core / name for name in CORE_FILES))))
