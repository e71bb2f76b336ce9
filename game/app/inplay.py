"""
The packs that new sessions play: which are chosen, what was read of them, and reading them again.

How a pack is read is for `content`; how one comes from somebody else, and goes again, for `packs`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.places import Places, installed
from game.app.settings import MOST_PACKS
from game.content import kept
from game.content.gather import CORE_FILES, companions_beside, is_companion, same_place
from game.content.loaded import Loaded
from game.model.pack import Card, CardId, Pack, PersonId
from game.tongue import _

# What reads packs is brought when there is one to be read, and what watches them when the first
# screen stands.
if TYPE_CHECKING:
    from game.app.watch import Watch

_NOTHING_TO_PLAY = "C126"
PACKS = {".yaml", ".yml", ".zip"}
# These files of the content folder belong to every pack and are none by themselves.
NOT_PACKS = {"evidence.yaml", "support.yaml", "language.yaml", "agreement.yaml"}


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
        self.loaded, self.portraits = self._load()
        """The chosen packs as they were read, and the clean pictures of the people in them."""
        self.trouble = ""
        """What is amiss since a file was edited under our eyes; empty while all is well."""
        self._last_good: dict[CardId, Card] = {}
        self._last_pack: Pack | None = None
        self._watch: Watch | None = None

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

    def choose(self, paths: Sequence[Path]) -> None:
        """Read these packs, of those that are listed; the core where none is."""
        order = [each for each in self.listed() if each in paths]
        self.chosen = tuple(order[:MOST_PACKS]) or (self.core,)
        self.loaded, self.portraits = self._load()
        self._last_good, self._last_pack = {}, None
        self.trouble = ""
        self._watch = None

    # Reading.

    def _load(self) -> tuple[Loaded, dict[PersonId, Path]]:
        core, reading = self._places.content, self._places.reading
        again = None if reading is None else kept.recall(reading, self.chosen, core)
        self._read_anew = again is None
        if again is not None:
            return again, {}
        from game.content.load import load_packs  # noqa: PLC0415 - see the top of the module

        loaded = load_packs(self.chosen, core, today=self._today(), advice=False)
        if not loaded.portraits:
            return loaded, {}
        from game.app.gallery import Gallery  # noqa: PLC0415 - most packs have no pictures

        shown = Gallery(self._pictures).shown
        found = ((each.person, shown(each.picture)) for each in loaded.portraits)
        return loaded, {person: path for person, path in found if path is not None}

    def reload(self) -> None:
        """Read the chosen packs again; what cannot be read any more is still shown as it was."""
        before = self.loaded.pack
        self.loaded, self.portraits = self._load()
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

    def edited(self, clock: Callable[[], float]) -> bool:
        """Whether a file of theirs says something else than when it was last looked at."""
        if self._watch is None:
            from game.app.watch import Watch  # noqa: PLC0415 - see the top of the module

            self._watch = Watch(clock)
            self.follow()
        return self._watch.changed()

    def follow(self) -> None:
        """Watch the files of the chosen packs, and those of the core that go with it, as they are."""
        if self._watch is None:
            return
        own: list[Path] = []
        for path in self.chosen:
            if path.is_dir():
                own += sorted(each for each in path.iterdir() if each.suffix.lower() in PACKS)
            else:
                own.append(path)
                own += companions_beside(path)
        core = self._places.content
        self._watch.follow(tuple(dict.fromkeys((*own, *(core / name for name in CORE_FILES)))))
