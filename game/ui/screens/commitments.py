"""What we will do: one line a seat, if it likes; then the door opens."""

from game.app.desk import Desk
from game.rules.commands import OpenDoor, Refusal, WriteCommitment
from game.rules.events import DoorOpened, Event
from game.rules.state import Seat, SeatId, State
from game.rules.view import letter, shape
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Text
from game.ui.kit.controls import Button, Kind
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
from game.ui.stack import Cue, Env, FocusOn, Notice, Outcome, Sound, Stay, Tween, View
from game.values import dataclass, field, replace

LIMIT = 160


@dataclass(frozen=True, slots=True)
class Wrote:
    """A seat's line as it stands in its field."""

    seat: SeatId
    words: str


@dataclass(frozen=True, slots=True)
class KeepLine:
    """A seat's line is finished: Enter in its field."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class Open:
    """Keep what has been typed, and open the door."""


@dataclass(frozen=True, slots=True)
class CommitmentsScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    drafts: tuple[tuple[SeatId, str], ...] = ()
    """Lines that are being typed and not yet the session's."""
    name: str = "commitments"

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Wrote(seat, words):
                # Whoever types next has let go of the line before: it is kept now.
                trouble = self._kept(tuple(each for each in self.drafts if each[0] != seat))
                cues = () if trouble is None else (Notice(trouble.sentence),)
                return Stay(replace(self, drafts=((seat, words),)), cues)
            case KeepLine(seat):
                return self._keep_line(seat)
            case Open():
                trouble = self._kept(self.drafts)
                if trouble is not None:
                    return Stay(self, (Notice(trouble.sentence),))
                return ask(self.desk, CommitmentsScreen(self.desk), OpenDoor(), cues=_cues)
            case Ask():
                # What is typed is kept first, so that nothing that follows can lose it.
                trouble = self._kept(self.drafts)
                if trouble is not None:
                    return Stay(self, (Notice(trouble.sentence),))
                fresh = CommitmentsScreen(self.desk)
                return usual(self.desk, fresh, message) or Stay(fresh)
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _keep_line(self, seat: SeatId) -> Outcome:
        """Write the line down, and give the focus to the next seat's."""
        trouble = self._kept(tuple(each for each in self.drafts if each[0] == seat))
        if trouble is not None:
            return Stay(self, (Notice(trouble.sentence),))
        drafts = tuple(each for each in self.drafts if each[0] != seat)
        ids = [each.id for each in live(self.desk).state.seats]
        after = ids[ids.index(seat) + 1 :]
        cues = (FocusOn(_field(after[0])),) if after else ()
        return Stay(replace(self, drafts=drafts), cues)

    def _kept(self, drafts: tuple[tuple[SeatId, str], ...]) -> Refusal | None:
        session = live(self.desk)
        for seat, words in drafts:
            if not any(each.id == seat for each in session.state.seats):
                continue
            if words == dict(session.state.closing.commitments).get(seat, ""):
                continue
            answer = session.send(WriteCommitment(seat, words))
            if isinstance(answer, Refusal):
                return answer
        return None

    # Looking.

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        lines = tuple(self._line(state, seat) for seat in state.seats)
        content = Column(
            (
                Grid(lines, columns=2, gap=26, least=600),
                soft(
                    "An empty line is fine. A line stays on this computer, with the seat’s name.",
                    26,
                ),
            ),
            gap=26,
        )
        main = page(
            env,
            "What we will do",
            "One thing I’ll do, where, by when. Or one thing I might do or ask for. "
            "Only who wishes, in their own words.",
            content,
            key="commitments",
        )
        opening = Button("Open the door", Open(), "open", "Space", Kind.PRIMARY, height=88)
        foot: Widget = opening
        if not env.narrow:
            foot = Row((Grow(soft("")), Fixed(opening, 620)), gap=20)
        keys = session_keys(self.desk)
        return View(
            "What we will do",
            framed(env, Column((Grow(main), foot), gap=22), keys, news(self.desk)),
            keys,
            primary=Open(),
            back=Ask.BACK,
        )

    def _line(self, state: State, seat: Seat) -> Widget:
        words = dict(state.closing.commitments).get(seat.id, "")
        words = dict(self.drafts).get(seat.id, words)
        writing = TextField(
            _field(seat.id),
            words,
            lambda text: Wrote(seat.id, text),
            f"{seat.name}: one thing I’ll do",
            hint="One thing I’ll do, where, by when",
            limit=LIMIT,
            rows=2,
            done=KeepLine(seat.id),
        )
        head = Row(
            (
                Token(shape(seat), letter(seat), 56),
                Grow(Text(seat.name, Style(33, Face.BOLD, INK, 1.2), kind="heading")),
            ),
            gap=20,
        )
        return Panel(Column((head, writing), gap=14), pad=30, pad_y=22)


def _field(seat: SeatId) -> str:
    return f"commitment {seat}"


def _cues(events: tuple[Event, ...]) -> tuple[Cue, ...]:
    """The door swings open, then the full dots of the chart move away from the open ones."""
    if not any(isinstance(event, DoorOpened) for event in events):
        return ()
    return (
        Tween("door", DOOR_MS),
        Tween("change", DOTS_MS, delay=DOOR_MS - 300),
        Sound("chime"),
    )
