"""Opening a pack: those in the content folder and opened before, and any other by its path."""

from pathlib import Path

from game.app.desk import Desk
from game.app.places import shortened
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.tones import CARD, CREAM, GOOD, INK, SAND_LINE, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, Open, bottom, front, front_keys, small
from game.ui.screens.problems import ProblemsScreen
from game.ui.stack import Env, Notice, Outcome, Push, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class OpenPack:
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
    name: str = "packs"

    def update(self, message: Message) -> Outcome:
        match message:
            case OpenPack(path):
                return self._open(path)
            case TypedPath(text):
                return Stay(replace(self, typed=text))
            case OpenTyped():
                text = self.typed.strip().strip("\"'")
                if not text:
                    return Stay(self, (Notice("Type where the pack is, or choose one above."),))
                return self._open(Path(text).expanduser())
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _open(self, path: Path) -> Outcome:
        """Read the pack; where little or nothing of it can be played, show what is wrong."""
        if not path.exists():
            return Stay(self, (Notice(f"Nothing is there: {shortened(path)}"),))
        self.desk.open_pack(path)
        fresh = replace(self, typed="")
        if any(each.is_error for each in self.desk.diagnostics):
            return Push(ProblemsScreen(self.desk, self.name), below=fresh)
        pack = self.desk.pack
        count = 0 if pack is None else len(pack.cards)
        return Stay(fresh, (Notice(f"{path.name} is open: {count} cards, all in order."),))

    def view(self, env: Env) -> View:
        keys = front_keys()
        rows = tuple(self._row(n, path) for n, path in enumerate(self.desk.packs()))
        typing = TextField(
            "pack path",
            self.typed,
            TypedPath,
            "Where the pack is",
            hint="A file, a folder or a zip, such as ~/Documents/our-ward.yaml",
            limit=400,
            done=OpenTyped(),
            size=28,
        )
        opens = Button("Open it", OpenTyped(), "open typed", height=72, size=29)
        line: Widget = (
            Column((typing, opens), gap=14)
            if env.narrow
            else Row((Grow(typing), Fixed(opens, 220)), gap=18)
        )
        other = Panel(
            Column(
                (
                    heading("Another pack", 32),
                    soft(
                        "A pack from somebody else is read as words only; it can run nothing.", 26
                    ),
                    line,
                ),
                gap=14,
            )
        )
        listed = Column((Grid(rows, columns=2, gap=20, least=600), other), gap=26)
        back = Button("Back", Close(), "back", "Space", Kind.PRIMARY)
        found = Button("Problems in this pack", Open(ProblemsScreen), "problems")
        actions = bottom(env, "", (found, 480), (back, 360))
        body = Column((Grow(Scroll(listed, key="packs")), actions), gap=22)
        under = "New sessions play the open pack. A session under way keeps the one it began with."
        return View(
            "Open a pack",
            framed(env, titled("Open a pack", under, body), keys),
            keys,
            primary=Close(),
        )

    def _row(self, number: int, path: Path) -> Widget:
        here = path == self.desk.pack_path
        pack = self.desk.pack
        if here and pack is not None:
            title, about = pack.title, f"open now: {len(pack.cards)} cards"
        elif here:
            title, about = path.name, "open now: nothing in it can be played yet"
        else:
            title, about = path.name, shortened(path.parent)
        icon, tone = ("circle-check", GOOD) if here else ("file-text", INK)
        words = Column((heading(title, 32), small(about, SOFT, 26)), gap=2)
        sheet = Panel(
            Row((Icon(icon, 48, tone), Grow(words)), gap=24),
            fill=CREAM if here else CARD,
            line=INK if here else SAND_LINE,
            line_width=4 if here else 2,
            radius=24,
            pad=28,
            pad_y=22,
        )
        role = Role("radio", title, about, here)
        return Tap(sheet, OpenPack(path), f"pack {number}", role, radius=24)
