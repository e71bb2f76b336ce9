"""What we will do: one line a seat, if it likes; then the door opens."""

from functools import partial

from game.app.desk import Desk
from game.outcomes.answers import Commitment
from game.outcomes.promises import BY_WHEN, COMMITMENT, COMMITMENT_PUBLIC, LIKELY, WHERE, Likely
from game.rules.commands import OpenDoor, Refusal, WriteCommitment
from game.rules.events import DoorOpened, Event
from game.rules.state import Seat, SeatId
from game.rules.view import letter, shape
from game.tongue import _
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Column, Fixed, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Text
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import soft
from game.ui.screens.closing import page
from game.ui.screens.finale import DOOR_MS, DOTS_MS
from game.ui.screens.frame import framed
from game.ui.screens.registry import Ask, live
from game.ui.screens.table import ask, news, session_keys, usual
from game.ui.stack import Cue, Env, FocusOn, Notice, Outcome, PutDown, Sound, Stay, Tween, View
from game.values import dataclass, field, replace

LIMIT, SHORT = 160, 60
_EMPTY = Commitment("")
Drafts = tuple[tuple[SeatId, Commitment], ...]


@dataclass(frozen=True, slots=True)
class Wrote:
    """One part of a seat's commitment as it stands in its field."""

    seat: SeatId
    part: str
    words: str


@dataclass(frozen=True, slots=True)
class PartDone:
    """Enter in a part: on to the next one; from an empty first part to the next seat."""

    seat: SeatId
    part: str


@dataclass(frozen=True, slots=True)
class TakeLikely:
    """How likely it is; the same again takes it back."""

    seat: SeatId
    likely: Likely


@dataclass(frozen=True, slots=True)
class Open:
    """Keep what has been typed, and open the door."""


@dataclass(frozen=True, slots=True)
class CommitmentsScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    drafts: Drafts = ()
    """What is being typed and not yet the session's."""
    open: SeatId | None = None
    """The seat whose smaller questions are shown."""
    name: str = "commitments"

    @property
    def keeps_drafts(self) -> bool:
        return True

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Wrote(seat, part, words):
                return self._with(seat, _written(self._of(seat), part, words))
            case TakeLikely(seat, likely):
                now = self._of(seat)
                chosen = None if now.likely is likely else likely
                kept = self._with(seat, replace(now, likely=chosen))
                following = self._next_seat(seat)
                return Stay(kept.screen, (*kept.cues, *following)) if chosen else kept
            case PartDone(seat, part):
                return self._part_done(seat, part)
            case Open():
                trouble = self._kept(self.drafts)
                if trouble is not None:
                    return Stay(self, (Notice(trouble.sentence),))
                return ask(self.desk, CommitmentsScreen(self.desk), OpenDoor(), cues=_cues)
            case Ask() | PutDown():
                # What is typed is kept first, so that nothing that follows can lose it.
                trouble = self._kept(self.drafts)
                if trouble is not None:
                    return Stay(self, (Notice(trouble.sentence),))
                fresh = CommitmentsScreen(self.desk)
                return usual(self.desk, fresh, message) or Stay(fresh)
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _of(self, seat: SeatId) -> Commitment:
        """The seat's commitment as it stands on the screen."""
        kept = dict(live(self.desk).state.closing.commitments).get(seat, _EMPTY)
        return dict(self.drafts).get(seat, kept)

    def _with(self, seat: SeatId, given: Commitment) -> Stay:
        """Another draft; whoever types next has let go of the seat before, which is kept now."""
        trouble = self._kept(tuple(each for each in self.drafts if each[0] != seat))
        cues = () if trouble is None else (Notice(trouble.sentence),)
        return Stay(replace(self, drafts=((seat, given),), open=seat), cues)

    def _part_done(self, seat: SeatId, part: str) -> Outcome:
        now = self._of(seat)
        match part:
            case "what" if now != _EMPTY:
                to: tuple[Cue, ...] = (FocusOn(_field("where", seat)),)
            case "where":
                to = (FocusOn(_field("by when", seat)),)
            case "by when":
                to = (FocusOn(_likely(seat, Likely.UNLIKELY)),)
            case _:
                to = self._next_seat(seat)
        trouble = self._kept(tuple(each for each in self.drafts if each[0] == seat))
        if trouble is not None:
            return Stay(self, (Notice(trouble.sentence),))
        drafts = tuple(each for each in self.drafts if each[0] != seat)
        return Stay(replace(self, drafts=drafts, open=seat), to)

    def _next_seat(self, seat: SeatId) -> tuple[Cue, ...]:
        ids = [each.id for each in live(self.desk).state.seats]
        after = ids[ids.index(seat) + 1 :]
        return (FocusOn(_field("commitment", after[0])),) if after else ()

    def _kept(self, drafts: Drafts) -> Refusal | None:
        session = live(self.desk)
        for seat, given in drafts:
            if not any(each.id == seat for each in session.state.seats):
                continue
            if given == dict(session.state.closing.commitments).get(seat, _EMPTY):
                continue
            answer = session.send(
                WriteCommitment(seat, given.what, given.where, given.by_when, given.likely)
            )
            if isinstance(answer, Refusal):
                return answer
        return None

    # Looking.

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        lines = tuple(self._line(seat) for seat in state.seats)
        content = Column(
            (
                Grid(lines, columns=2, gap=26, least=600),
                soft(
                    _(
                        "Leaving it empty is fine. A line stays on this computer, with the seat’s name."
                    ),
                    26,
                ),
            ),
            gap=26,
        )
        main = page(
            env,
            _("What we will do"),
            _("{one}. {other}. Only who wishes, and any part may stay empty.").format(
                one=_(COMMITMENT), other=_(COMMITMENT_PUBLIC)
            ),
            content,
            key="commitments",
        )
        opening = Button(_("Open the door"), Open(), "open", "Space", Kind.PRIMARY, height=88)
        foot: Widget = opening
        if not env.narrow:
            foot = Row((Grow(soft("")), Fixed(opening, 620)), gap=20)
        keys = session_keys(self.desk)
        return View(
            _("What we will do"),
            framed(env, Column((Grow(main), foot), gap=22), keys, news(self.desk)),
            keys,
            primary=Open(),
            back=Ask.BACK,
        )

    def _line(self, seat: Seat) -> Widget:
        given = self._of(seat.id)
        head = Row(
            (
                Token(shape(seat), letter(seat), 56),
                Grow(Text(seat.name, Style(33, Face.BOLD, INK, 1.2), kind="heading")),
            ),
            gap=20,
        )
        what = TextField(
            _field("commitment", seat.id),
            given.what,
            lambda text: Wrote(seat.id, "what", text),
            _("{name}: one thing I’ll do").format(name=seat.name),
            hint=_("One thing I’ll do"),
            limit=LIMIT,
            rows=2,
            done=PartDone(seat.id, "what"),
        )
        parts: list[Widget] = [head, what]
        if given != _EMPTY and self.open == seat.id:
            # The smaller questions come once there is something to ask them of, one seat's at a time.
            parts.extend((self._when(seat, given), self._how_likely(seat, given)))
        else:
            rest = replace(given, what="").line
            told = ", ".join(filter(None, (rest, given.likely.label if given.likely else "")))
            parts.extend((soft(told, 27),) if told else ())
        return Panel(Column(tuple(parts), gap=14), pad=30, pad_y=22)

    @staticmethod
    def _when(seat: Seat, given: Commitment) -> Widget:
        fields = tuple(
            TextField(
                _field(part, seat.id),
                value,
                partial(Wrote, seat.id, part),
                f"{seat.name}: {_(label).lower()}",
                hint=_(label),
                limit=SHORT,
                done=PartDone(seat.id, part),
                size=28,
            )
            for part, label, value in (
                ("where", WHERE, given.where),
                ("by when", BY_WHEN, given.by_when),
            )
        )
        return Grid(fields, columns=2, gap=14, least=260)

    @staticmethod
    def _how_likely(seat: Seat, given: Commitment) -> Widget:
        chips = tuple(
            Chip(
                each.label,
                TakeLikely(seat.id, each),
                _likely(seat.id, each),
                given.likely is each,
                radio=True,
                size=25,
                pad=18,
                height=46,
            )
            for each in Likely
        )
        # The question stands above its answers, clear of the ring round the first of them.
        return Column((soft(_(LIKELY), 26), Flow(chips, gap=18, line_gap=18)), gap=16)


def _written(given: Commitment, part: str, words: str) -> Commitment:
    match part:
        case "what":
            return replace(given, what=words)
        case "where":
            return replace(given, where=words)
        case _:
            return replace(given, by_when=words)


def _field(part: str, seat: SeatId) -> str:
    return f"{part} {seat}"


def _likely(seat: SeatId, likely: Likely) -> str:
    return f"likely {seat} {likely.name.lower()}"


def _cues(events: tuple[Event, ...]) -> tuple[Cue, ...]:
    """The door swings open, then the full dots of the chart move away from the open ones."""
    if not any(isinstance(event, DoorOpened) for event in events):
        return ()
    return (
        Tween("door", DOOR_MS),
        Tween("change", DOTS_MS, delay=DOOR_MS - 300),
        Sound("chime", _("a soft chime")),
    )
