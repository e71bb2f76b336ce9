"""Packs: which of them play, those that others sent, and opening one by its path or by dropping it."""

from collections.abc import Callable
from pathlib import Path

from game.app.desk import PACKS, Desk
from game.app.errand import Errand
from game.app.inplay import Read
from game.app.packing import Holding, cards_held
from game.app.packs import Opened, install
from game.app.places import shortened
from game.content.loaded import Loaded
from game.tongue import _, ngettext
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.inputs import FileDropped
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.tones import CARD, CREAM, GOOD, INK, SAND_LINE, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, Open, bottom, front, front_keys, small
from game.ui.screens.onepack import AMISS, OnePackScreen, Said
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.standby import Words, beside, when_read
from game.ui.stack import Env, Notice, Outcome, Push, Screen, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class PlayOrNot:
    """Let the pack play beside those that are chosen already, or no longer."""

    path: Path


@dataclass(frozen=True, slots=True)
class LookAt:
    path: Path
    lines: tuple[str, ...] = field(default=(), repr=False)
    """What it holds, as far as that is known."""


@dataclass(frozen=True, slots=True)
class TypedPath:
    text: str


@dataclass(frozen=True, slots=True)
class OpenTyped:
    """Open the pack at the path typed."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Packs that were read because somebody ticked or unticked one."""

    read: Read | None = field(repr=False)
    """None where reading them failed in a way that nobody thought of."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of opening a pack by its path."""

    path: Path
    there: bool = True
    opened: Opened | None = None
    """How a zip was let in; None for a file or a folder, which plays from where it lies."""
    lines: tuple[str, ...] = ()
    read: Read | None = None
    """None where it is not to be played."""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class LookAgain:
    """What plays was read again: see what there is now."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A pack of the list, as it was when somebody looked."""

    path: Path
    lines: tuple[str, ...]
    held: Holding | None


@dataclass(frozen=True, slots=True)
class PacksScreen:
    """See the module. What there is and what it holds is looked for beside the screen."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    looking: Errand[tuple[Shown, ...]] | None = field(default=None, compare=False, repr=False)
    while_played: Loaded | None = field(default=None, compare=False, repr=False)
    """What played when it was looked."""
    typed: str = ""
    told: tuple[str, ...] = ()
    """What became of the pack opened last; it stays until the next."""
    name: str = "packs"

    def __post_init__(self) -> None:
        if self.looking is None:
            looking: Errand[tuple[Shown, ...]] = self.desk.errand(
                lambda: _looked(self.desk), lambda _fault: (), soon=PACKS
            )
            object.__setattr__(self, "looking", looking)
            object.__setattr__(self, "while_played", self.desk.loaded)

    @property
    def takes_files(self) -> bool:
        """Whether a file dropped on the window means something here."""
        return True

    def update(self, message: Message) -> Outcome:
        match message:
            case PlayOrNot(path):
                return self._play_or_not(path)
            case Chosen(read):
                if read is None:
                    return Stay(replace(self, told=(_(AMISS),)))
                self.desk.play(read)
                return Stay(replace(self, told=self.state(), looking=None))
            case LookAgain():
                return Stay(replace(self, looking=None))
            case LookAt(path, lines):
                return Push(OnePackScreen(self.desk, self.name, path, lines))
            case Said(words):
                return Stay(replace(self, told=(words,), looking=None))
            case TypedPath(text):
                return Stay(replace(self, typed=text))
            case FileDropped(text):
                return self._open(Path(text))
            case Brought():
                return self.taken_in(message)
            case OpenTyped():
                text = self.typed.strip().strip("\"'")
                if not text:
                    return Stay(self, (Notice(_("Type where the pack is, or choose one above.")),))
                return self._open(Path(text).expanduser())
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _play_or_not(self, path: Path) -> Outcome:
        chosen = self.desk.chosen
        if chosen == (path,):
            return Stay(self, (Notice(_("One pack has to play. Choose another first.")),))
        rest = [each for each in chosen if each != path]
        wanted = rest if path in chosen else [*chosen, path]
        return beside(
            self.desk,
            self,
            _words(path),
            lambda: Chosen(self.desk.in_play.read(wanted)),
            lambda _fault: Chosen(None),
            soon=PACKS,
        )

    def state(self) -> tuple[str, ...]:
        """What plays now, and whether anything is wrong with it."""
        pack = self.desk.pack
        if pack is None:
            return (_("Nothing in these packs can be played yet. See the problems."),)
        errors = sum(each.is_error for each in self.desk.diagnostics)
        cards = len(pack.cards)
        plays = ngettext(
            "New sessions play {count} card: {title}.",
            "New sessions play {count} cards: {title}.",
            cards,
        ).format(count=cards, title=pack.title)
        if not errors:
            return (plays,)
        lacks = ngettext(
            "{count} problem keeps something out; see the list.",
            "{count} problems keep something out; see the list.",
            errors,
        ).format(count=errors)
        return (f"{plays} {lacks}",)

    def _open(self, path: Path) -> Outcome:
        return beside(self.desk, self, _words(path), *_bringing(self.desk, path), soon=PACKS)

    def taken_in(self, brought: Brought) -> Outcome:
        """Play the pack; where little or nothing of it can be played, show what is wrong."""
        path, opened = brought.path, brought.opened
        if not brought.there:
            return Stay(
                self,
                (Notice(_("Nothing is there: {path}").format(path=shortened(path))),),
            )
        fresh = replace(self, typed="", told=())
        if brought.read is None:
            said = brought.trouble
            if opened is not None:
                said = _("{name} was not opened: {trouble}. {fix}").format(
                    name=path.name, trouble=opened.trouble, fix=opened.fix
                )
            return Stay(replace(fresh, told=(said.rstrip(),)))
        self.desk.in_play.add(path)
        self.desk.play(brought.read)
        # Which packs are listed has changed with that.
        fresh = replace(fresh, looking=None)
        if any(each.is_error for each in self.desk.diagnostics):
            return Push(ProblemsScreen(self.desk, self.name), below=fresh)
        more = _("Tick another pack, and both play together.")
        return Stay(replace(fresh, told=(*self.state(), *brought.lines[1:], more)))

    def view(self, env: Env) -> View:
        keys = front_keys()
        shown = None if self.looking is None else self.looking.answer
        rows = tuple(self._row(n, each) for n, each in enumerate(shown or ()))
        listed_packs = Grid(rows, columns=2, gap=20, least=640)
        parts: list[Widget] = [
            soft(_("Reading …"), 28) if shown is None else listed_packs,
            self._other(env),
        ]
        if self.told:
            # First, so that it is seen where large text leaves little room.
            parts.insert(0, self._news())
        listed = Column(tuple(parts), gap=26)
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        found = Button(_("Problems in these packs"), Open(ProblemsScreen), "problems")
        actions = bottom(env, "", (found, 500), (back, 360))
        body = Column((Grow(Scroll(listed, key="packs")), actions), gap=22)
        under = _("New sessions play the ticked packs together. A session under way keeps its own.")
        stale = self.while_played is not self.desk.loaded
        return View(
            _("Open a pack"),
            framed(env, titled(_("Open a pack"), under, body), keys),
            keys,
            primary=Close(),
            refresh=0.0 if stale else 0.2 if shown is None else None,
            then=LookAgain() if stale else None,
        )

    def _news(self) -> Widget:
        """What became of the pack opened last."""
        words = Column(tuple(small(each, INK, 28) for each in self.told), gap=6)
        note = Row((Icon("info-circle", 38, INK), Grow(words)), gap=20, align=0)
        role = Role("status", " ".join(self.told))
        return Panel(note, fill=CREAM, radius=24, pad=28, pad_y=22, line=SAND_LINE, role=role)

    def _other(self, env: Env) -> Widget:
        """Opening another pack."""
        typing = TextField(
            "pack path",
            self.typed,
            TypedPath,
            _("Where the pack is"),
            hint=_("A file, a folder or a zip, such as ~/Documents/our-ward.zip"),
            limit=400,
            done=OpenTyped(),
            size=28,
        )
        opens = Button(_("Open it"), OpenTyped(), "open typed", height=72, size=29)
        line: Widget = (
            Column((typing, opens), gap=14)
            if env.narrow
            else Row((Grow(typing), Fixed(opens, 220)), gap=18)
        )
        parts: list[Widget] = [
            heading(_("Another pack"), 32),
            soft(
                _(
                    "Type where it is, or drop it on this window. A pack from somebody else is read as "
                    "words and pictures only; it can run nothing."
                ),
                26,
            ),
            line,
        ]
        return Panel(Column(tuple(parts), gap=16))

    def _row(self, number: int, shown: Shown) -> Widget:
        path, lines, held = shown.path, shown.lines, shown.held
        plays = path in self.desk.chosen
        title = lines[0] if lines else path.name
        about = "" if held is None else _source(held)
        if path == self.desk.core:
            about = _("The pack that comes with the game")
        icon, tone = ("circle-check", GOOD) if plays else ("circle", SOFT)
        words = Column(
            (heading(title, 32), small(about or shortened(path.parent), SOFT, 26)), gap=2
        )
        sheet = Panel(
            Row((Icon(icon, 48, tone), Grow(words)), gap=24),
            fill=CREAM if plays else CARD,
            line=INK if plays else SAND_LINE,
            line_width=4 if plays else 2,
            radius=24,
            pad=28,
            pad_y=22,
        )
        tick = Tap(
            sheet, PlayOrNot(path), f"pack {number}", Role("checkbox", title, about, plays), 24
        )
        looks = Tap(
            Panel(Icon("info-circle", 38, INK), pad=18, radius=40, line=INK, raised=False),
            LookAt(path, lines),
            f"about pack {number}",
            Role("button", _("About {title}").format(title=title)),
            40,
        )
        return Row((Grow(tick), looks), gap=16)


def _source(held: Holding) -> str:
    """From whom a pack is, and how much it holds, in one line."""
    if not held.credits.author:
        return cards_held(held)
    return _("{cards}, from {author}").format(cards=cards_held(held), author=held.credits.author)


def _looked(desk: Desk) -> tuple[Shown, ...]:
    """The packs that there are, and what each holds."""
    known = desk.known
    return tuple(Shown(each, known.about(each), known.held_in(each)) for each in desk.packs())


def _words(path: Path) -> Words:
    return Words(_("Open a pack"), _("Open a pack"), path.name, _("Reading it from the disk …"))


def _bringing(
    desk: Desk, path: Path
) -> tuple[Callable[[], Brought], Callable[[Exception], Brought]]:
    """What lets a pack in and reads it, and what is said where that fails unexpectedly."""
    today = desk.today()

    def bring() -> Brought:
        if not path.exists():
            return Brought(path, there=False)
        if path.suffix.lower() != ".zip" or not path.is_file():
            return Brought(path, read=desk.in_play.read((path,), path))
        opened = install(path, desk.places, today=today)
        kept = opened.path
        if kept is None:
            return Brought(path, opened=opened)
        return Brought(
            kept, opened=opened, lines=desk.known.about(kept), read=desk.in_play.read((kept,), kept)
        )

    return bring, lambda _fault: Brought(path, trouble=_(AMISS))


def with_file(desk: Desk, below: str, path: str) -> Screen:
    """The packs screen after a file was dropped on the page before it."""

    def opened(brought: Brought) -> Screen:
        screen = PacksScreen(desk, below)
        outcome = screen.taken_in(brought)
        match outcome:
            case Stay(PacksScreen() as shown, cues):
                words = tuple(each.words for each in cues if isinstance(each, Notice))
                return replace(shown, told=shown.told or words)
            case _:
                return PacksScreen(desk, below, told=screen.state())

    given = Path(path)
    do, failed = _bringing(desk, given)
    return when_read(desk, below, _words(given), do, opened, failed, soon=PACKS)
