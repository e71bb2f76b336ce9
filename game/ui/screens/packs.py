"""Packs: which of them play, those that others sent, and opening one by its path or by dropping it."""

from pathlib import Path

from game.app.desk import Desk
from game.app.packing import Holding, cards_held
from game.app.packs import install
from game.app.places import shortened
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
from game.ui.screens.onepack import OnePackScreen, Said
from game.ui.screens.problems import ProblemsScreen
from game.ui.stack import Env, Notice, Outcome, Push, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class PlayOrNot:
    """Let the pack play beside those that are chosen already, or no longer."""

    path: Path


@dataclass(frozen=True, slots=True)
class LookAt:
    path: Path


@dataclass(frozen=True, slots=True)
class TypedPath:
    text: str


@dataclass(frozen=True, slots=True)
class OpenTyped:
    """Open the pack at the path typed."""


@dataclass(frozen=True, slots=True)
class PacksScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    typed: str = ""
    told: tuple[str, ...] = ()
    """What became of the pack opened last; it stays until the next."""
    name: str = "packs"

    @property
    def takes_files(self) -> bool:
        """Whether a file dropped on the window means something here."""
        return True

    def update(self, message: Message) -> Outcome:
        match message:
            case PlayOrNot(path):
                return self._play_or_not(path)
            case LookAt(path):
                return Push(OnePackScreen(self.desk, self.name, path))
            case Said(words):
                return Stay(replace(self, told=(words,)))
            case TypedPath(text):
                return Stay(replace(self, typed=text))
            case FileDropped(text):
                return self._open(Path(text))
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
        self.desk.choose(rest if path in chosen else [*chosen, path])
        return Stay(replace(self, told=self.state()))

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
        """Read the pack; where little or nothing of it can be played, show what is wrong."""
        if not path.exists():
            return Stay(
                self,
                (Notice(_("Nothing is there: {path}").format(path=shortened(path))),),
            )
        fresh = replace(self, typed="", told=())
        lines: tuple[str, ...] = ()
        if path.suffix.lower() == ".zip" and path.is_file():
            opened = install(path, self.desk.places, today=self.desk.today())
            if opened.path is None:
                said = _("{name} was not opened: {trouble}. {fix}").format(
                    name=path.name, trouble=opened.trouble, fix=opened.fix
                )
                return Stay(replace(fresh, told=(said.rstrip(),)))
            lines, path = self.desk.known.about(opened.path), opened.path
        self.desk.open_pack(path)
        if any(each.is_error for each in self.desk.diagnostics):
            return Push(ProblemsScreen(self.desk, self.name), below=fresh)
        more = _("Tick another pack, and both play together.")
        return Stay(replace(fresh, told=(*self.state(), *lines[1:], more)))

    def view(self, env: Env) -> View:
        keys = front_keys()
        rows = tuple(self._row(n, path) for n, path in enumerate(self.desk.packs()))
        parts: list[Widget] = [Grid(rows, columns=2, gap=20, least=640), self._other(env)]
        if self.told:
            # First, so that it is seen where large text leaves little room.
            parts.insert(0, self._news())
        listed = Column(tuple(parts), gap=26)
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        found = Button(_("Problems in these packs"), Open(ProblemsScreen), "problems")
        actions = bottom(env, "", (found, 500), (back, 360))
        body = Column((Grow(Scroll(listed, key="packs")), actions), gap=22)
        under = _("New sessions play the ticked packs together. A session under way keeps its own.")
        return View(
            _("Open a pack"),
            framed(env, titled(_("Open a pack"), under, body), keys),
            keys,
            primary=Close(),
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

    def _row(self, number: int, path: Path) -> Widget:
        plays = path in self.desk.chosen
        known = self.desk.known
        lines, held = known.about(path), known.held_in(path)
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
            LookAt(path),
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


def with_file(desk: Desk, below: str, path: str) -> PacksScreen:
    """The packs screen after a file was dropped on the page before it."""
    screen = PacksScreen(desk, below)
    outcome = screen.update(FileDropped(path))
    match outcome:
        case Stay(PacksScreen() as opened, cues):
            words = tuple(each.words for each in cues if isinstance(each, Notice))
            return replace(opened, told=opened.told or words)
        case _:
            return replace(screen, told=screen.state())
