"""The welcome: who is round the table, how long there is, and what to leave out today."""

from functools import partial

from game.app.desk import Desk
from game.app.programmes import in_programme
from game.model.pack import TopicId
from game.outcomes.answers import Form
from game.report.series import Series
from game.rules.commands import Refusal
from game.rules.planner import MAX_MINUTES, MIN_MINUTES, plan_for
from game.rules.state import MAX_SEATS, MIN_SEATS, PlayedOn, Seat, SeatId, SeatKind, Setup
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Column, Fixed, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, heading
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face
from game.ui.kit.tones import CREAM, GOOD, INK, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Open, front, front_keys, small
from game.ui.screens.people import first_person, name_and_age, portrait
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.registry import screen_for
from game.ui.screens.seatrow import SeatAsks, dashed_row, next_kind, seat_row
from game.ui.screens.walking import NOTHING_CHOSEN, Walking, WalkingScreen
from game.ui.stack import Binding, Env, FocusOn, Notice, Outcome, Push, Replace, Stay, View
from game.values import dataclass, field, replace

LENGTHS = (30, 60, 90)
_UP_TO = {
    1: N_("Gentle cards only"),
    2: N_("Up to some difficult feelings"),
    3: N_("Up to grief, abuse or restraint"),
}


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
    """Enter in a seat's name: on to the next one's."""

    place: int


@dataclass(frozen=True, slots=True)
class TurnKind:
    """One person, a pair, a team, and round again."""

    place: int


@dataclass(frozen=True, slots=True)
class TakeMinutes:
    minutes: int


@dataclass(frozen=True, slots=True)
class OwnMinutes:
    """The table's own number of minutes, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class ToggleTopic:
    topic: TopicId


@dataclass(frozen=True, slots=True)
class Choose:
    """Look for somebody to walk with, and how hard and how long."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Open the session: the agreement comes next."""


def quick_setup(desk: Desk, minutes: int, saved: int) -> Setup:
    """Four seats, somebody to walk with, and everything else as usual."""
    return Setup(usual_seats(), minutes, person=first_person(desk, saved))


def usual_seats(count: int = 4) -> tuple[Seat, ...]:
    """Seats that nobody has named yet."""
    return tuple(Seat(SeatId(n), _("Seat {number}").format(number=n + 1)) for n in range(count))


def _tight(env: Env) -> bool:
    """Whether two columns fit, but neither has room to spare."""
    return env.narrow or env.width / env.text < 1650


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
                last = place + 1 >= len(self.seats)
                return Stay(self, () if last else (FocusOn(f"name {place + 1}"),))
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
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _with(self, place: int, seat: Sitting) -> "SeatsScreen":
        return replace(self, seats=(*self.seats[:place], seat, *self.seats[place + 1 :]))

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
        strip, order = self._strip(env), self._order()
        side = Column((self._time(env), self._topics()), gap=22)
        if env.narrow:
            everything = Column((seats, side, strip, order), gap=26)
            body: Widget = Column((Grow(Scroll(everything, key="seats all")), onward), gap=20)
        else:
            if _tight(env):
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
            framed(env, titled(title, words, body), keys),
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
            (dashed_row(_("Add a seat"), AddSeat(), "add seat"),)
            if len(self.seats) < MAX_SEATS
            else ()
        )

    def _time(self, env: Env) -> Widget:
        cells = tuple(
            Chip(
                _("{minutes} min").format(minutes=minutes),
                TakeMinutes(minutes),
                f"minutes {minutes}",
                self.minutes == minutes and not self.own,
                under=self._cards(minutes),
                radio=True,
                size=28 if _tight(env) else 33,
                radius=20,
                pad=8,
            )
            for minutes in LENGTHS
        )
        own = Panel(
            Column(
                (
                    TextField(
                        "minutes own",
                        self.own,
                        OwnMinutes,
                        _("Our own number of minutes"),
                        hint=_("own"),
                        limit=3,
                        digits=True,
                        size=28 if _tight(env) else 33,
                        face=Face.BOLD,
                        bare=True,
                    ),
                    small(
                        self._cards(self.minutes) if self.own else _("minutes"),
                        SOFT,
                        24,
                        Face.REGULAR,
                    ),
                ),
                gap=4,
            ),
            fill=CREAM,
            raised=False,
            radius=20,
            pad=12 if _tight(env) else 22,
            pad_y=12,
            line=INK if self.own else None,
            line_width=4,
        )
        grid = Grid((*cells, own), columns=4, gap=12, least=112 if not env.narrow else 190)
        return Panel(
            Column((heading(_("How long do we have?"), 32), grid), gap=16), pad=28, pad_y=22
        )

    def _cards(self, minutes: int) -> str:
        pairs = any(seat.kind is not SeatKind.PERSON for seat in self.seats)
        plan = plan_for(minutes, len(self.seats), pairs, self.walking.voice_seconds)
        return ngettext("{count} card", "{count} cards", plan.cards).format(count=plan.cards)

    def _topics(self) -> Widget:
        pack = self.desk.pack
        topics = pack.topics if pack is not None else ()
        chips = tuple(
            Chip(
                topic.label,
                ToggleTopic(topic.id),
                f"topic {topic.id}",
                topic.id in self.left_out,
                size=24,
                pad=17,
                height=44,
            )
            for topic in topics
        )
        flow = Flow(chips, gap=8, line_gap=8)
        top = heading(_("Topics to leave out today"), 32)
        return Panel(Column((top, flow), gap=16), pad=28, pad_y=22)

    def _strip(self, env: Env) -> Widget:
        """Who the table walks with, how hard it may get, and how long a voice has."""
        pack = self.desk.pack
        chosen = self.walking.person
        words: list[Widget] = []
        if self.series is not None:
            meeting = self.series.next_meeting
            told = _("{name}: session {number} of {planned}").format(
                name=meeting.name, number=meeting.number, planned=meeting.planned
            )
            words.append(small(told, INK, 30, Face.BOLD))
        parts: list[Widget] = []
        if pack is not None and chosen is not None:
            person = pack.person(chosen)
            parts.append(portrait(self.desk, person, 108))
            words.append(
                small(
                    _("Walking with {person}").format(person=name_and_age(person)),
                    INK,
                    32,
                    Face.BOLD,
                )
            )
            words.append(soft(person.summary, 25))
        words.append(
            soft(
                _("{up_to}. {seconds} seconds a voice.").format(
                    up_to=_(_UP_TO[self.walking.hardest]), seconds=self.walking.voice_seconds
                ),
                24,
            )
        )
        if pack is not None and self.walking.only is not None:
            label = next(each.label for each in pack.sets if each.id == self.walking.only)
            words.append(soft(_("One set of cards: {label}.").format(label=label), 24))
        if self.walking.form is Form.BEFORE_AND_AFTER:
            words.append(soft(_("Before is asked at the start, now at the end."), 24))
        parts.append(Grow(Column(tuple(words), gap=2)))
        change = Button(_("Change"), Choose(), "walking", "W", size=28, height=66)
        inner: Widget = Row((*parts, change), gap=26)
        if _tight(env):
            inner = Column((Row(tuple(parts), gap=22), change), gap=16)
        return Panel(inner, radius=24, pad=28, pad_y=18)

    def _order(self) -> Widget:
        """Whether the pack is in order, in a line."""
        pack, found = self.desk.pack, len(self.desk.diagnostics)
        if found or pack is None:
            told = ngettext(
                "The pack has {count} problem. Look at it.",
                "The pack has {count} problems. Look at them.",
                found,
            )
            line = Row(
                (
                    Icon("alert-triangle", 36, INK),
                    Grow(
                        small(
                            told.format(count=found),
                            INK,
                            27,
                        )
                    ),
                ),
                gap=14,
            )
            return Tap(
                line, Open(ProblemsScreen), "problems", Role("button", _("See the problems"))
            )
        today = self.desk.today()
        used = {card.evidence for card in pack.cards if card.evidence is not None}
        waiting = sum(not pack.fact(fact).shows_on(today) for fact in used)
        words = _("The pack is in order: {cards} cards, all sources in date.")
        if waiting:
            words = ngettext(
                "The pack is in order: {cards} cards, {count} fact waits for a check.",
                "The pack is in order: {cards} cards, {count} facts wait for a check.",
                waiting,
            )
        words = words.format(cards=len(pack.cards), count=waiting)
        return Row((Icon("circle-check", 36, GOOD), Grow(small(words, GOOD, 27))), gap=14)
