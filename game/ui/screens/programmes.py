"""Programmes: several sessions of one group; make one, and go on with one."""

from game.app.desk import Desk
from game.app.errand import Errand
from game.model.themes import Theme
from game.report.series import PLANNED, Series
from game.report.words import counted
from game.tongue import _, ngettext
from game.ui.art.door import Door
from game.ui.kit.boxes import Column, Fixed, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, Open, bottom, front, front_keys, small
from game.ui.screens.later import later
from game.ui.screens.standby import Words, beside
from game.ui.stack import Binding, Env, FocusOn, Notice, Outcome, Push, Stay, View
from game.values import dataclass, field, replace

PLANS = (2, 3, 4, 6)
MANY = Open(later("dashboard:DashboardScreen"))


@dataclass(frozen=True, slots=True)
class Named:
    """The new programme's name, as it stands in its field."""

    words: str


@dataclass(frozen=True, slots=True)
class Planned:
    sessions: int


@dataclass(frozen=True, slots=True)
class Make:
    """Keep the new programme, and lay the seats for its first session."""


@dataclass(frozen=True, slots=True)
class Made:
    """The new programme, or why there is none."""

    made: Series | str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NameIt:
    """To the field for a new programme's name."""


@dataclass(frozen=True, slots=True)
class Continue:
    """Lay the seats for the next session of this programme."""

    series: Series = field(repr=False)


@dataclass(frozen=True, slots=True)
class ProgrammesScreen:
    """See the module. The programmes are read beside the screen, once, when it opens."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    reading: Errand[tuple[Series, ...]] | None = field(default=None, compare=False, repr=False)
    words: str = ""
    planned: int = PLANNED
    name: str = "programmes"

    def __post_init__(self) -> None:
        if self.reading is None:
            reading: Errand[tuple[Series, ...]] = self.desk.errand(
                self.desk.programmes, lambda _fault: (), soon=1
            )
            object.__setattr__(self, "reading", reading)

    @property
    def found(self) -> tuple[Series, ...] | None:
        """The programmes; None until they are read."""
        return None if self.reading is None else self.reading.answer

    def update(self, message: Message) -> Outcome:
        match message:
            case Named(words):
                return Stay(replace(self, words=words))
            case Planned(sessions):
                return Stay(replace(self, planned=sessions))
            case NameIt():
                return Stay(self, (FocusOn("programme name"),))
            case Make():
                return self._make()
            case Made(str(why)):
                return Stay(self, (Notice(why), FocusOn("programme name")))
            case Made(Series() as series):
                return self._seats(replace(self, reading=None, words=""), series)
            case Continue(series):
                return self._seats(self, series)
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _seats(self, below: "ProgrammesScreen", series: Series) -> Outcome:
        seats = later("seats:SeatsScreen")(
            self.desk, self.name, minutes=self.desk.settings.minutes, series=series
        )
        return Push(seats, below)

    def _make(self) -> Outcome:
        name, planned = self.words, self.planned
        title = _("A new programme")
        return beside(
            self.desk,
            self,
            Words(title, title, name, _("Writing it to the disk …")),
            lambda: Made(self.desk.make_programme(name, planned)),
            lambda _fault: Made(_("Nothing was changed: something unexpected happened.")),
        )

    # Looking.

    def view(self, env: Env) -> View:
        found = self.found or ()
        numbered = found[:9]
        keys = front_keys(
            Binding("n", _("a new programme"), NameIt(), footer=False),
            Binding("m", _("all groups together"), MANY),
            *(
                Binding(str(number), _("go on"), Continue(series), footer=False)
                for number, series in enumerate(numbered, 1)
            ),
        )
        rows = tuple(_row(number, series) for number, series in enumerate(found, 1))
        listed: tuple[Widget, ...] = (Column(rows, gap=18),) if rows else ()
        making = self._making()
        if self.found is None:
            listed = (soft(_("Reading …"), 28),)
        parts = (*listed, making)
        inner: Widget = Column(parts, gap=24)
        if rows and not env.narrow:
            side = Fixed(making, min(700, env.width * 0.38))
            inner = Row((Grow(listed[0]), side), gap=30, align=0)
        make = Button(_("Begin this programme"), Make(), "make", "Space", Kind.PRIMARY)
        back = Button(_("Back"), Close(), "back", "Esc")
        actions = bottom(env, "", (back, 320), (make, 520))
        primary: Message = Make()
        if found and not self.words:
            onward = Button(
                _("Go on: {name}").format(name=found[0].name),
                Continue(found[0]),
                "go on",
                "Space",
                Kind.PRIMARY,
            )
            primary = Continue(found[0])
            actions = bottom(env, "", (back, 320), (onward, 620))
        words = _(
            "A programme is several sessions of one group. Lit panes, cards met, the scale and what "
            "people said they would do go along from one to the next."
        )
        body = Column((Grow(Scroll(inner, key="programmes")), actions), gap=22)
        return View(
            _("Programmes"),
            framed(env, titled(_("Programmes"), words, body), keys),
            keys,
            primary=primary,
            back=Close(),
            refresh=0.2 if self.found is None else None,
        )

    def _making(self) -> Widget:
        writing = TextField(
            "programme name",
            self.words,
            Named,
            _("The new programme’s name"),
            hint=_("Such as “Ward 7, winter”"),
            limit=60,
            done=Make(),
        )
        chips = tuple(
            Chip(
                ngettext("{count} session", "{count} sessions", number).format(count=number),
                Planned(number),
                f"planned {number}",
                number == self.planned,
                radio=True,
                size=26,
                pad=20,
            )
            for number in PLANS
        )
        top = Row(
            (
                Grow(heading(_("A new programme"), 34)),
                Button(_("Name it"), NameIt(), "name it", "N", Kind.QUIET, size=26, height=56),
            ),
            gap=16,
        )
        note = soft(
            _("The name stays on this computer. Who comes is not listed: seats are counted."), 25
        )
        return Panel(
            Column((top, writing, Flow(chips, gap=12, line_gap=12), note), gap=18),
            pad=34,
            pad_y=28,
        )


def _row(number: int, series: Series) -> Widget:
    lit = series.lit
    light = tuple(1.0 if theme in lit else 0.0 for theme in Theme)
    held = len(series.sessions)
    door = Fixed(
        Door(light, glow=0.0, label=_("{count} of 7 panes lit").format(count=len(lit))), 92, 128
    )
    words = [
        heading(series.name, 34),
        small(_held(series), INK, 27, Face.REGULAR),
    ]
    if held:
        seats = ", ".join(str(one.seats) for one in series.sessions)
        words.append(
            soft(
                _("Seats each time: {seats}. {count} of 7 panes shine.").format(
                    seats=seats, count=len(lit)
                ),
                25,
            )
        )
    inner = Row(
        (
            door,
            Grow(Column(tuple(words), gap=4)),
            Text(str(number) if number < 10 else "", Style(28, Face.BOLD, SOFT, 1.2), kind="label"),
            Icon("chevron-right", 36, SOFT),
        ),
        gap=26,
        align=0.5,
    )
    label = f"{series.name}: {_held(series)}"
    return Tap(
        Panel(inner, radius=24, pad=28, pad_y=18),
        Continue(series),
        f"programme {series.id}",
        Role("button", label),
    )


def _held(series: Series) -> str:
    held = len(series.sessions)
    if not held:
        return ngettext(
            "No session yet, {count} planned", "No session yet, {count} planned", series.planned
        ).format(count=counted(series.planned).lower())
    if held >= series.planned:
        return ngettext(
            "The session was held; one more is welcome",
            "All {count} sessions held; one more is welcome",
            series.planned,
        ).format(count=counted(series.planned).lower())
    return _("{held} of {planned} sessions held").format(
        held=counted(held), planned=counted(series.planned).lower()
    )
