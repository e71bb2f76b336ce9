"""
The welcome: who is round the table, how long there is, and what to leave out today.

Here are the seats and how the session begins; all else that is settled there is in `terms`.
"""

from functools import partial

from game.app.desk import Desk
from game.app.programmes import in_programme
from game.model.pack import TopicId
from game.report.series import Series
from game.rules.commands import Refusal
from game.rules.planner import MAX_MINUTES, MIN_MINUTES, plan_for
from game.rules.state import MAX_SEATS, MIN_SEATS, PlayedOn, Seat, SeatId, SeatKind, Setup
from game.tongue import _, ngettext
from game.ui.kit.boxes import Column, Fixed, Grow, Row
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.screens.frame import framed, titled, with_tab
from game.ui.screens.front import Close, PutAside, front, front_keys
from game.ui.screens.people import first_person
from game.ui.screens.registry import screen_for
from game.ui.screens.seatrow import SeatAsks, dashed_row, next_kind, seat_row
from game.ui.screens.terms import (
    Choose,
    OwnMinutes,
    TakeMinutes,
    ToggleTopic,
    order_line,
    tight,
    time_panel,
    topics_panel,
    walking_strip,
)
from game.ui.screens.walking import NOTHING_CHOSEN, Walking, WalkingScreen
from game.ui.stack import (
    Binding,
    Cue,
    Env,
    FocusOn,
    Notice,
    Outcome,
    Pop,
    Push,
    Replace,
    Stay,
    View,
)
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat as it is being laid: an empty name stands for "Seat 3"."""

    name: str = ""
    kind: SeatKind = SeatKind.PERSON


@dataclass(frozen=True, slots=True)
class AddSeat:
    pass


@dataclass(frozen=True, slots=True)
class DropSeat:
    place: int


@dataclass(frozen=True, slots=True)
class ShiftSeat:
    """Move the seat at `place` by one, towards the first (-1) or the last (1)."""

    place: int
    by: int


@dataclass(frozen=True, slots=True)
class NameSeat:
    place: int
    name: str


@dataclass(frozen=True, slots=True)
class NamedSeat:
    """Enter in a seat's name: on to the next one's; after the last, the ways on are said."""

    place: int


@dataclass(frozen=True, slots=True)
class TurnKind:
    """One person, a pair, a team, and round again."""

    place: int


@dataclass(frozen=True, slots=True)
class Begin:
    """Open the session: the agreement comes next."""


def quick_setup(desk: Desk, minutes: int, saved: int) -> Setup:
    """Four seats, somebody to walk with, and everything else as usual."""
    return Setup(usual_seats(), minutes, person=first_person(desk, saved))


def usual_seats(count: int = 4) -> tuple[Seat, ...]:
    """Seats that nobody has named yet."""
    return tuple(Seat(SeatId(n), _("Seat {number}").format(number=n + 1)) for n in range(count))


@dataclass(frozen=True, slots=True)
class SeatsScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    seats: tuple[Sitting, ...] = (Sitting(), Sitting(), Sitting(), Sitting())
    minutes: int = 60
    own: str = ""
    """What stands in the field for the table's own minutes."""
    left_out: tuple[TopicId, ...] = ()
    walking: Walking = NOTHING_CHOSEN
    series: Series | None = None
    """The programme that the session belongs to; None where it stands by itself."""
    played_on: PlayedOn = PlayedOn.SCREEN
    name: str = "seats"

    def __post_init__(self) -> None:
        if self.walking.person is None:
            person = first_person(self.desk, self.desk.counted)
            object.__setattr__(self, "walking", replace(self.walking, person=person))

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case AddSeat():
                return self._add()
            case DropSeat(place):
                return self._drop(place)
            case ShiftSeat(place, by):
                return self._shift(place, by)
            case NameSeat(place, name):
                return Stay(self._with(place, replace(self.seats[place], name=name)))
            case NamedSeat(place):
                return Stay(self, self._after(place))
            case TurnKind(place):
                seat = self.seats[place]
                return Stay(self._with(place, replace(seat, kind=next_kind(seat.kind))))
            case TakeMinutes(minutes):
                return Stay(replace(self, minutes=minutes, own=""))
            case OwnMinutes(text):
                return Stay(self._own(text))
            case ToggleTopic(topic):
                left = self.left_out
                kept = tuple(t for t in left if t != topic) if topic in left else (*left, topic)
                return Stay(replace(self, left_out=kept))
            case Choose():
                return Push(WalkingScreen(self.desk, self.walking))
            case Walking():
                return Stay(replace(self, walking=message))
            case Begin():
                return self._begin()
            case Close():
                # Esc leaves a field first, and one press too many would cost every name.
                return Pop(PutAside(self, self.desk.pack))
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _with(self, place: int, seat: Sitting) -> "SeatsScreen":
        return replace(self, seats=(*self.seats[:place], seat, *self.seats[place + 1 :]))

    def _after(self, place: int) -> tuple[Cue, ...]:
        """What follows when the name of the seat at *place* is written."""
        if place + 1 < len(self.seats):
            return (FocusOn(f"name {place + 1}"),)
        if len(self.seats) >= MAX_SEATS:
            return ()
        # No key of these is on the screen while a name is written, and the next Enter leaves.
        return (Notice(_("A adds another seat. Enter opens the agreement.")),)

    def _add(self) -> Outcome:
        if len(self.seats) >= MAX_SEATS:
            return Stay(
                self, (Notice(_("Eight seats are the most. A seat can be a pair or a team.")),)
            )
        wider = replace(self, seats=(*self.seats, Sitting()))
        return Stay(wider, (FocusOn(f"name {len(self.seats)}"),))

    def _drop(self, place: int) -> Outcome:
        if len(self.seats) <= MIN_SEATS:
            return Stay(
                self, (Notice(_("Two seats are the fewest: a conversation needs another.")),)
            )
        return Stay(replace(self, seats=(*self.seats[:place], *self.seats[place + 1 :])))

    def _shift(self, place: int, by: int) -> Outcome:
        to = place + by
        if not 0 <= to < len(self.seats):
            return Stay(self)
        seats = list(self.seats)
        seats.insert(to, seats.pop(place))
        way = "up" if by < 0 else "down"
        ends = to == 0 if by < 0 else to == len(seats) - 1
        # The focus travels with the seat; at the end of the table only the other way is left.
        focus = f"{'down' if way == 'up' else 'up'} {to}" if ends else f"{way} {to}"
        return Stay(replace(self, seats=tuple(seats)), (FocusOn(focus),))

    def _own(self, text: str) -> "SeatsScreen":
        digits = "".join(each for each in text if each.isdecimal())[:3]
        if not digits:
            return replace(self, own=text)
        return replace(self, own=text, minutes=min(MAX_MINUTES, max(MIN_MINUTES, int(digits))))

    def _begin(self) -> Outcome:
        seats = tuple(
            Seat(SeatId(n), each.name.strip() or _("Seat {number}").format(number=n + 1), each.kind)
            for n, each in enumerate(self.seats)
        )
        setup = Setup(
            seats,
            self.minutes,
            self.left_out,
            self.walking.hardest,
            self.walking.person,
            self.walking.voice_seconds,
            only=self.walking.only,
            form=self.walking.form,
            played_on=self.played_on,
        )
        if self.series is not None:
            setup = in_programme(setup, self.series)
        refusal = self.desk.begin(setup)
        if isinstance(refusal, Refusal):
            return Stay(self, (Notice(refusal.sentence),))
        self.desk.change(replace(self.desk.settings, minutes=self.minutes))
        return Replace(screen_for(self.desk), all_of_them=True)

    # Looking.

    def view(self, env: Env) -> View:
        keys = front_keys(
            Binding("a", _("add a seat"), AddSeat(), footer=False),
            Binding("w", _("walking with"), Choose(), footer=False),
        )
        onward = Button(_("Open the agreement"), Begin(), "begin", "Enter", Kind.PRIMARY, height=86)
        seats = Column((*self._rows(env), *self._room_for_one()), gap=16)
        strip = walking_strip(self.desk, env, self.walking, self.series)
        order = order_line(self.desk)
        side = Column(
            (
                time_panel(env, self.minutes, self.own, self._cards),
                topics_panel(self.desk.pack, self.left_out),
            ),
            gap=22,
        )
        if env.narrow:
            everything = Column((seats, side, strip, order), gap=26)
            body: Widget = Column((Grow(Scroll(everything, key="seats all")), onward), gap=20)
        else:
            if tight(env):
                seats = Column((seats, strip), gap=22)
                pinned: tuple[Widget, ...] = (order,)
            else:
                pinned = (strip, order)
            left = Column((Grow(Scroll(seats, key="seats left")), *pinned), gap=22)
            right = Column((Grow(Scroll(side, key="seats right")), onward), gap=24)
            body = Row(
                (Grow(left), Fixed(right, min(740, env.width * 0.39))),
                gap=44,
                align=0,
                stretch=True,
            )
        title = _("Who is round the table?")
        if self.played_on is PlayedOn.COMPANION:
            title = _("Companion: cards on the table")
        words = _(
            "A seat is one person, a pair or a small team. First names or seat names only. "
            "You can change this later."
        )
        return View(
            title,
            framed(env, titled(title, words, body), with_tab(keys)),
            keys,
            primary=Begin(),
        )

    def _rows(self, env: Env) -> tuple[Widget, ...]:
        last = len(self.seats) - 1
        return tuple(
            seat_row(
                env,
                Seat(SeatId(n), seat.name, seat.kind),
                str(n),
                SeatAsks(
                    named=partial(NameSeat, n),
                    done=NamedSeat(n),
                    kind=TurnKind(n),
                    up=ShiftSeat(n, -1) if n else None,
                    down=ShiftSeat(n, 1) if n < last else None,
                    remove=DropSeat(n),
                ),
                name=seat.name,
                hint=_("Seat {number}").format(number=n + 1),
            )
            for n, seat in enumerate(self.seats)
        )

    def _room_for_one(self) -> tuple[Widget, ...]:
        return (
            (dashed_row(_("Add a seat"), AddSeat(), "add seat", "A"),)
            if len(self.seats) < MAX_SEATS
            else ()
        )

    def _cards(self, minutes: int) -> str:
        """How many cards so many minutes allow, in words."""
        pairs = any(seat.kind is not SeatKind.PERSON for seat in self.seats)
        plan = plan_for(minutes, len(self.seats), pairs, self.walking.voice_seconds)
        return ngettext("{count} card", "{count} cards", plan.cards).format(count=plan.cards)


def welcome(
    desk: Desk, below: str, before: PutAside | None, *, companion: bool = False
) -> SeatsScreen:
    """The welcome, with what was written on it *before*, where somebody went back."""
    played_on = PlayedOn.COMPANION if companion else PlayedOn.SCREEN
    if before is None or not isinstance(before.screen, SeatsScreen):
        return SeatsScreen(desk, below, minutes=desk.settings.minutes, played_on=played_on)
    laid = replace(before.screen, played_on=played_on)
    if before.pack is desk.pack:
        return laid
    return SeatsScreen(desk, below, laid.seats, laid.minutes, laid.own, played_on=played_on)
