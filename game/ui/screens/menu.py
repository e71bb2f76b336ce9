"""The table in mid-session: seats come, go and change places; the plan; and the ways out."""

from functools import partial

from game.app.desk import Desk
from game.rules.commands import (
    ChangePlan,
    ChangeSeatKind,
    Command,
    JoinSeat,
    LeaveSeat,
    MoveSeat,
    Refusal,
    RenameSeat,
)
from game.rules.planner import MAX_CARDS, MIN_CARDS, seconds_left
from game.rules.state import MAX_SEATS, Phase, Seat, SeatId
from game.tongue import _, ngettext
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Open, front, front_keys, icon_button
from game.ui.screens.later import later
from game.ui.screens.library import LibraryScreen
from game.ui.screens.registry import NOTES_WINDOW, Ask, live, screen_for
from game.ui.screens.saving import at_risk, leave
from game.ui.screens.seatrow import SeatAsks, dashed_row, next_kind, seat_row
from game.ui.screens.table import minutes_left, resumed, stop_here
from game.ui.stack import Binding, Cue, Env, FocusOn, Notice, Outcome, Pop, Replace, Stay, View
from game.values import dataclass, field, replace

STEPS = Open(later("steps:LogScreen"))
CLOSING = {Phase.DEBRIEF, Phase.SURVEY, Phase.COMMITMENTS, Phase.DOOR, Phase.FINISHED}


@dataclass(frozen=True, slots=True)
class Put:
    """Put a command to the rules, and give the focus to a widget."""

    command: Command
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """A seat's name as it stands in its field."""

    seat: SeatId
    words: str


@dataclass(frozen=True, slots=True)
class Named:
    """Enter in a seat's name."""


@dataclass(frozen=True, slots=True)
class AddSeat:
    pass


@dataclass(frozen=True, slots=True)
class Back:
    """Back to the game."""


@dataclass(frozen=True, slots=True)
class Stop:
    """On to the closing."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Put the session away; it can be carried on with later."""


@dataclass(frozen=True, slots=True)
class MenuScreen:
    """See the module. `naming` holds a name while it is being typed."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    naming: Naming | None = None
    phase: Phase | None = None
    """The phase when the table was opened."""
    name: str = "table"

    def __post_init__(self) -> None:
        if self.phase is None:
            object.__setattr__(self, "phase", live(self.desk).state.phase)

    # Messages.

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Naming):
            return self._naming(message)
        trouble = self._keep_name()
        still = replace(self, naming=None)
        if trouble is not None:
            return Stay(still, (Notice(trouble),))
        match message:
            case Put(command, focus):
                return still.put(command, focus)
            case AddSeat():
                return still.add()
            case Named():
                return Stay(still)
            case Back():
                return still.back()
            case Stop():
                resumed(self.desk)
                return stop_here(self.desk)
            case GoHome():
                return leave(self.desk, still)
            case _:
                return front(self.desk, still, message) or Stay(still)

    def _naming(self, message: Naming) -> Outcome:
        """Typing; a name typed before for another seat is kept first."""
        if self.naming is not None and self.naming.seat != message.seat:
            self._keep_name()
        return Stay(replace(self, naming=message))

    def _keep_name(self) -> str | None:
        """Rename the seat that was being typed; why not, where it cannot be."""
        if self.naming is None:
            return None
        seat, words = self.naming.seat, self.naming.words.strip()
        now = next((each for each in live(self.desk).state.seats if each.id == seat), None)
        if now is None or not words or words == now.name:
            return None
        answer = live(self.desk).send(RenameSeat(seat, words))
        return answer.sentence if isinstance(answer, Refusal) else None

    def put(self, command: Command, focus: str) -> Outcome:
        answer = live(self.desk).send(command)
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        cues: tuple[Cue, ...] = (FocusOn(focus),) if focus else ()
        return Stay(self, cues)

    def add(self) -> Outcome:
        """One seat more, its name ready to be typed over."""
        state = live(self.desk).state
        answer = live(self.desk).send(JoinSeat(_("Seat {number}").format(number=state.joined + 1)))
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        return Stay(self, (FocusOn(f"name {state.joined}"),))

    def back(self) -> Outcome:
        """To the screen below, or to that of the phase that has come meanwhile."""
        if live(self.desk).state.phase is self.phase:
            return Pop()
        return Replace(screen_for(self.desk), all_of_them=True)

    # Looking.

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        cards = state.plan.cards
        keys = front_keys(
            Binding("t", _("back to the game"), Back(), footer=False),
            Binding("escape", _("back to the game"), Back(), cap="Esc"),
            Binding("a", _("add a seat"), AddSeat()),
            Binding("l", _("log"), STEPS),
            Binding("+", _("one card more"), Put(ChangePlan(cards + 1)), footer=False),
            Binding("-", _("one card fewer"), Put(ChangePlan(cards - 1)), footer=False),
            close="",
        )
        rows = [self._row(env, seat, n, len(state.seats)) for n, seat in enumerate(state.seats)]
        if len(state.seats) < MAX_SEATS:
            rows.append(dashed_row(_("Add a seat"), AddSeat(), "add seat", "A"))
        seats = Column(tuple(rows), gap=16)
        side: list[Widget] = [] if state.phase in CLOSING else [self._plan(cards)]
        side.append(self._ways(env))
        back = Button(_("Back to the game"), Back(), "back", "Space", Kind.PRIMARY, height=98)
        if env.narrow:
            everything = Column((seats, *side), gap=26)
            body: Widget = Column((Grow(Scroll(everything, key="table")), back), gap=20)
        else:
            right = Column(
                (Grow(Scroll(Column(tuple(side), gap=26), key="table right")), back), gap=26
            )
            body = Row(
                (Grow(Scroll(seats, key="table left")), Fixed(right, min(740, env.width * 0.39))),
                gap=44,
                align=0,
                stretch=True,
            )
        under = _("People can come, go, change their name or their place at any time.")
        return View(
            _("The table"),
            framed(env, titled(_("The table"), under, body), keys),
            keys,
            primary=Back(),
            back=Back(),
        )

    def _row(self, env: Env, seat: Seat, place: int, count: int) -> Widget:
        key = str(seat.id)
        typed = self.naming.words if self.naming and self.naming.seat == seat.id else seat.name
        up = Put(MoveSeat(seat.id, place - 1), f"up {key}" if place > 1 else f"down {key}")
        down = Put(
            MoveSeat(seat.id, place + 1), f"down {key}" if place < count - 2 else f"up {key}"
        )
        asks = SeatAsks(
            named=partial(Naming, seat.id),
            done=Named(),
            kind=Put(ChangeSeatKind(seat.id, next_kind(seat.kind))),
            up=up if place else None,
            down=down if place < count - 1 else None,
            remove=Put(LeaveSeat(seat.id)),
        )
        return seat_row(
            env, seat, key, asks, name=typed, hint=_("Seat {number}").format(number=seat.id + 1)
        )

    def _plan(self, cards: int) -> Widget:
        session = live(self.desk)
        state = session.state
        left = minutes_left(seconds_left(state.setup.minutes, session.elapsed))
        begun = len(state.played) + (state.round is not None)
        told = _("{begun} begun so far, {left}.").format(begun=begun, left=left)
        fewer = icon_button(
            "minus", _("One card fewer"), Put(ChangePlan(cards - 1)), "fewer", ringed=True
        )
        more = icon_button(
            "plus", _("One card more"), Put(ChangePlan(cards + 1)), "more", ringed=True
        )
        count = ngettext("{count} card", "{count} cards", cards).format(count=cards)
        line = Row(
            (
                fewer if cards > MIN_CARDS else Fixed(soft(""), 68, 68),
                Grow(Text(count, Style(44, Face.HEAVY, INK, 1.2), 0.5, kind="status")),
                more if cards < MAX_CARDS else Fixed(soft(""), 68, 68),
            ),
            gap=16,
        )
        return Panel(
            Column((heading(_("Planned for today"), 32), line, soft(told, 25)), gap=12),
            pad=32,
            pad_y=26,
        )

    def _ways(self, env: Env) -> Widget:
        roomy = env.width / env.text >= 1650 or env.narrow
        size = 28 if roomy else 25

        def way(label: str, message: Message, key: str, icon: str, cap: str = "") -> Widget:
            return Button(
                label, message, key, cap, size=size, height=62, icon=icon if roomy else ""
            )

        grid = Grid(
            (
                way(_("Settings"), Ask.SETTINGS, "settings", "accessible"),
                way(_("Library"), Open(LibraryScreen), "library", "cards"),
                way(_("Where to turn"), Ask.SUPPORT, "support", "lifebuoy"),
                way(_("The log"), STEPS, "steps", "note", "L"),
                way(_("Your notes"), NOTES_WINDOW, "notes", "eye-off", "F8"),
                way(_("Stop here"), Stop(), "stop", "flag"),
            ),
            columns=2,
            gap=12,
            least=240,
        )
        home = way(_("Leave to home"), GoHome(), "home", "home")
        risky = at_risk(live(self.desk))
        told = (
            _("Before anything is lost you are asked.")
            if risky
            else _("Either way, everything is saved.")
        )
        words = soft(told, 25)
        return Panel(
            Column((heading(_("Ways on"), 32), Column((grid, home), gap=12), words), gap=14),
            pad=32,
            pad_y=26,
        )
