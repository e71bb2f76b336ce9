"""The title page: the door in its light, and the ways in."""

from typing import TYPE_CHECKING

from game.app.desk import Desk
from game.model.themes import Theme
from game.tongue import _, ngettext
from game.ui.art.door import Door
from game.ui.kit.boxes import Centre, Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Space, Text
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.inputs import FileDropped
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.dates import day_and_hour
from game.ui.screens.frame import framed
from game.ui.screens.front import Open, PutAside, Reread, front, front_keys, small
from game.ui.screens.later import later
from game.ui.screens.people import first_person
from game.ui.screens.registry import Ask, screen_for
from game.ui.stack import Binding, Env, Notice, Outcome, Push, Quit, Replace, Stay, View
from game.values import dataclass, field, replace

# Nothing but this page is brought before it stands: the rest waits until somebody asks for it.
if TYPE_CHECKING:
    from game.app.errand import Errand
    from game.app.shelf import SavedSession

PROBLEMS = Open(later("problems:ProblemsScreen"))
PAPER = Open(later("paper:open_paper"))
LOOK_SECONDS = 0.1
ALL_LIT = tuple(1.0 for _ in Theme)


@dataclass(frozen=True, slots=True)
class GoOnWithLast:
    """Carry on with the session that was played last and has not ended."""


@dataclass(frozen=True, slots=True)
class QuickStart:
    """Four seats, the length of last time, and straight to the agreement."""


@dataclass(frozen=True, slots=True)
class StepByStep:
    """To the welcome, to lay the seats."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Board and cards lie on the table: to the welcome, then code by code."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Close the game; everything is saved already."""


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to go on with."""

    saved: int = 0
    """How many sessions there are."""
    last: "SavedSession | None" = None
    """The session to carry on with: the one last played of those that can be."""
    half_typed: str = ""
    """What a paper record that waits to be gone on with is about."""


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """See the module. What there is to go on with is read beside the screen, once, when it opens."""

    desk: Desk = field(compare=False, repr=False)
    reading: "Errand[Found] | None" = field(default=None, compare=False, repr=False)
    seats: PutAside | None = field(default=None, compare=False, repr=False)
    """The welcome, where somebody named seats and went back before a session began."""
    name: str = "home"

    def __post_init__(self) -> None:
        if self.reading is None:
            desk = self.desk
            reading = desk.errand(
                # First what waits for a record that is becoming a session, which then counts.
                lambda: Found(
                    half_typed=desk.half_typed(), saved=desk.count_saved(), last=desk.last_open()
                ),
                lambda _fault: Found(),
                soon=1,
            )
            object.__setattr__(self, "reading", reading)

    @property
    def _found(self) -> Found | None:
        return None if self.reading is None else self.reading.answer

    @property
    def last(self) -> "SavedSession | None":
        """The session to carry on with, as far as is known."""
        return None if self._found is None else self._found.last

    @property
    def takes_files(self) -> bool:
        """Whether a file dropped on the window means something here."""
        return True

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case GoOnWithLast():
                return Stay(self) if self.last is None else self._go_on(self.last)
            case QuickStart():
                return self._quick_start()
            case StepByStep():
                return self._welcome()
            case PutAside():
                return Stay(replace(self, seats=message))
            case Reread():
                return Stay(HomeScreen(self.desk, seats=self.seats))
            case Companion():
                return self._welcome(companion=True)
            case Leave():
                return Quit()
            case FileDropped(path):
                return Push(later("packs:with_file")(self.desk, self.name, path))
            case _:
                return front(self.desk, self, message) or Stay(self)

    @property
    def _saved(self) -> int:
        return 0 if self._found is None else self._found.saved

    @property
    def _minutes(self) -> int:
        return 30 if self.desk.settings.minutes <= 45 else 60

    def _quick_start(self) -> Outcome:
        from game.ui.screens.seats import quick_setup  # noqa: PLC0415 - see the top of the module

        refusal = self.desk.begin(quick_setup(self.desk, self._minutes, self._saved))
        if refusal is not None:
            return Stay(self, (Notice(refusal.sentence),))
        return Replace(screen_for(self.desk), all_of_them=True)

    def _welcome(self, *, companion: bool = False) -> Outcome:
        welcome = later("seats:welcome")
        return Push(welcome(self.desk, self.name, self.seats, companion=companion))

    def _go_on(self, last: "SavedSession") -> Outcome:
        from game.ui.screens.opening import go_on  # noqa: PLC0415 - see the top of the module

        return go_on(self.desk, self, last)

    # Looking.

    def view(self, env: Env) -> View:
        found = self._found
        last = self.last
        keys = front_keys(
            Binding("q", _("quick start"), QuickStart(), footer=False),
            Binding("n", _("new session"), StepByStep(), footer=False),
            Binding("s", _("support"), Ask.SUPPORT),
            Binding("a", _("about MaP"), Open(later("about:AboutScreen"))),
            Binding("ctrl+q", _("quit"), Leave(), cap="Ctrl Q"),
            close="",
        )
        primary: Message = QuickStart() if last is None else GoOnWithLast()
        if found is None:
            # Space may mean to go on with a session that is not found yet.
            primary = None
        if self.desk.pack is None and last is None:
            primary = PROBLEMS
        if env.narrow:
            body: Widget = Column(
                (
                    Grow(
                        Scroll(
                            Column((self._title(env), *self._notes(), self._tiles()), gap=26),
                            key="home",
                        )
                    ),
                    *self._actions(env, last),
                ),
                gap=16,
            )
        else:
            door = Centre(Door(ALL_LIT, label=_("A door with seven lit panes")))
            top = Column(
                (
                    Grow(Centre(self._title(env), across=0, down=0.62)),
                    *self._notes(),
                    self._tiles(),
                ),
                gap=30,
            )
            right = Column(
                (Grow(Scroll(top, key="home")), Column(self._actions(env, last), gap=18)), gap=28
            )
            # Larger words need more room, so that the tiles stay three abreast.
            wide = 800 if env.width / env.text > 1700 else 640 if env.width > 1700 else 560
            body = Row((Fixed(door, wide), Grow(right)), gap=64, align=0.5, stretch=True)
        refresh = LOOK_SECONDS if found is None else None
        return View("MaP", framed(env, body, keys), keys, primary=primary, refresh=refresh)

    def _title(self, env: Env) -> Widget:
        size = 84 if env.narrow else 190 if env.width / env.text > 1700 else 150
        words = Text("MaP", Style(size, Face.HEAVY, INK, 0.98), kind="heading")
        name: Widget = words
        if env.narrow:
            # Too little room for the door at its size, but a title page keeps its door.
            door = Door(ALL_LIT, glow=0.6, label=_("A door with seven lit panes"))
            name = Row((words, Fixed(door, 150), Grow(Space())), gap=44)
        return Column(
            (
                name,
                Text(
                    _("walking through one door together"),
                    Style(46 if not env.narrow else 36, Face.REGULAR, SOFT, 1.25),
                ),
            ),
            gap=6,
        )

    def _notes(self) -> tuple[Widget, ...]:
        """What must be known before playing: trouble with the pack, and where sessions go."""
        lines: list[Widget] = []
        found = len(self.desk.diagnostics)
        if found:
            told = ngettext(
                "The pack has {count} problem. Look at it.",
                "The pack has {count} problems. Look at them.",
                found,
            )
            words = small(told.format(count=found), INK, 27)
            line = Row((Icon("alert-triangle", 36, INK), Grow(words)), gap=14)
            lines.append(
                Tap(
                    line,
                    PROBLEMS,
                    "problems",
                    Role("button", _("See the problems")),
                )
            )
        half_typed = "" if self._found is None else self._found.half_typed
        if half_typed:
            words = small(
                _("A paper session is half typed in: {half_typed}.").format(half_typed=half_typed),
                INK,
                27,
            )
            line = Row((Icon("pencil", 36, INK), Grow(words)), gap=14)
            lines.append(Tap(line, PAPER, "half typed", Role("button", _("Go on typing it in"))))
        lines.extend(soft(note, 25) for note in self.desk.notes)
        return tuple(lines)

    @staticmethod
    def _tiles() -> Widget:
        tiles = (
            _tile(
                "calendar", _("Saved sessions"), Open(later("sessions:SessionsScreen")), "sessions"
            ),
            _tile(
                "users-group",
                _("Programmes"),
                Open(later("programmes:ProgrammesScreen")),
                "programmes",
            ),
            _tile("keyboard", _("Companion"), Companion(), "companion"),
            _tile("note", _("Paper session"), PAPER, "paper"),
            _tile("cards", _("Library"), Open(later("library:LibraryScreen")), "library"),
            _tile("folder-open", _("Open a pack"), Open(later("packs:PacksScreen")), "packs"),
            _tile("printer", _("Print"), Ask.PRINT, "print"),
            _tile("settings", _("Settings"), Ask.SETTINGS, "settings"),
            _tile("help", _("Help"), Ask.HELP, "help"),
        )
        return Grid(tiles, columns=3, gap=16, least=255)

    def _actions(self, env: Env, last: "SavedSession | None") -> tuple[Widget, ...]:
        if self.desk.pack is None and last is None:
            return (
                soft(_("Nothing in this pack can be played yet."), 27),
                Button(
                    _("Look at the problems"),
                    PROBLEMS,
                    "mend",
                    "Space",
                    Kind.PRIMARY,
                    height=98,
                ),
            )
        first = last is None and self._found is not None
        quick = Button(
            _("Quick start"),
            QuickStart(),
            "quick start",
            "Space" if first else "Q",
            Kind.PRIMARY if first else Kind.SECOND,
            height=98 if last is None else 80,
        )
        steps = Button(
            _("Step by step"),
            StepByStep(),
            "step by step",
            "N",
            size=30,
            height=98 if last is None else 80,
        )
        pair = Grid((steps, quick), columns=2, gap=18, least=300)
        if self._found is None:
            return (soft(_("Looking for the last session …"), 27), pair)
        if last is None:
            return (soft(self._quick_words(), 27), pair)
        carry_on = Button(
            _("Continue last session"), GoOnWithLast(), "continue", "Space", Kind.PRIMARY, height=98
        )
        told = _("Last session: {when}, {progress}.").format(
            when=day_and_hour(last.begun), progress=last.progress
        )
        if env.narrow:
            return (pair, carry_on)
        return (soft(told, 27), pair, carry_on)

    def _quick_words(self) -> str:
        chosen = first_person(self.desk, self._saved)
        pack = self.desk.pack
        if pack is None or chosen is None:
            return _("Quick start: four seats, {minutes} minutes.").format(minutes=self._minutes)
        return _("Quick start: four seats, {minutes} minutes, walking with {name}.").format(
            minutes=self._minutes, name=pack.person(chosen).name
        )


def _tile(icon: str, label: str, message: Message, key: str) -> Widget:
    words = Text(label, Style(27, Face.SEMIBOLD, INK, 1.2), kind="label")
    sheet = Panel(Row((Icon(icon, 42, INK), Grow(words)), gap=16), radius=22, pad=20, pad_y=22)
    return Tap(sheet, message, f"tile {key}", Role("button", label), radius=22)
