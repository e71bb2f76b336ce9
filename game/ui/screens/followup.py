"""Last time you said: what became of what the last session of the programme promised, as counts."""

from game.app.desk import Desk
from game.outcomes.answers import FollowUp
from game.outcomes.promises import FOLLOW_UP, FOLLOW_UP_LEAD, HELPED, Done
from game.rules.commands import EndFollowUp, Refusal, TellFollowUp
from game.rules.state import State
from game.tongue import _
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, GOOD, INK
from game.ui.screens.cardsheet import note_line, soft
from game.ui.screens.closing import acting
from game.ui.screens.frame import framed, titled
from game.ui.screens.questions import step_button
from game.ui.screens.registry import Ask, live
from game.ui.screens.table import ask, news, session_keys, usual
from game.ui.stack import Binding, Env, Notice, Outcome, Stay, View
from game.values import dataclass, field, replace

MOST = 20
Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class More:
    """One hand more, or less, for one of the answers."""

    place: int
    by: int


@dataclass(frozen=True, slots=True)
class Wrote:
    words: str


@dataclass(frozen=True, slots=True)
class Onward:
    """Keep what was told, if anything, and go on to the agreement."""


@dataclass(frozen=True, slots=True)
class FollowUpScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    counts: Counts | None = None
    """How many hands for each of `Done`, while they are being counted."""
    helped: str | None = None
    name: str = "follow up"

    def update(self, message: Message) -> Outcome:
        match message:
            case More(place, by):
                counts = list(self.hands)
                counts[place] = min(MOST, max(0, counts[place] + by))
                return Stay(replace(self, counts=tuple(counts)))
            case Wrote(words):
                return Stay(replace(self, helped=words))
            case Onward():
                trouble = self._kept()
                if trouble is not None:
                    return Stay(self, (Notice(trouble.sentence),))
                return ask(self.desk, FollowUpScreen(self.desk), EndFollowUp())
            case Ask():
                # What is told is kept first, so that nothing that follows can lose it.
                trouble = self._kept()
                if trouble is not None:
                    return Stay(self, (Notice(trouble.sentence),))
                fresh = FollowUpScreen(self.desk)
                return usual(self.desk, fresh, message) or Stay(fresh)
            case _:
                return usual(self.desk, self, message) or Stay(self)

    @property
    def hands(self) -> Counts:
        if self.counts is not None:
            return self.counts
        told = live(self.desk).state.closing.follow_ups
        return tuple(sum(each.done is done for each in told) for done in Done)

    @property
    def line(self) -> str:
        if self.helped is not None:
            return self.helped
        told = live(self.desk).state.closing.follow_ups
        return next((each.helped for each in told if each.helped), "")

    def _kept(self) -> Refusal | None:
        stands = FollowUpScreen(self.desk)
        if (self.hands, self.line) == (stands.hands, stands.line):
            return None
        told = tuple(
            FollowUp("", done)
            for done, count in zip(Done, self.hands, strict=True)
            for each in range(count)
        )
        words = self.line.strip()
        told += (FollowUp("", None, words),) if words else ()
        answer = live(self.desk).send(TellFollowUp(told))
        return answer if isinstance(answer, Refusal) else None

    # Looking.

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        onward = Button(
            _("On to our agreement"), Onward(), "onward", "Space", Kind.PRIMARY, height=88
        )
        # The title says it; where large text leaves no room for that, the sheet does.
        title = _("{lead} …").format(lead=_(FOLLOW_UP_LEAD))
        promised = _said(state, title if env.narrow else "")
        columns = Grid((promised, self._asked()), columns=2, gap=28, least=620)
        hint = soft(_("Nobody has to answer. Space goes on, with or without a count."), 26)
        meeting = state.setup.meeting
        under = (
            ""
            if meeting is None
            else _("{name}, session {number}.").format(name=meeting.name, number=meeting.number)
        )
        body = acting(env, columns, (onward,), beside=hint, key="follow up")
        keys = session_keys(
            self.desk,
            *(
                Binding(str(place + 1), _("one hand more"), More(place, 1), footer=False)
                for place in range(len(Done))
            ),
        )
        top: Widget = titled(title, under, body) if not env.narrow else body
        return View(
            title,
            framed(env, top, keys, news(self.desk)),
            keys,
            primary=Onward(),
            back=Ask.BACK,
        )

    def _asked(self) -> Widget:
        rows = tuple(self._counter(place, done) for place, done in enumerate(Done))
        helped = TextField(
            "helped",
            self.line,
            Wrote,
            _(HELPED),
            hint=_("In a line"),
            limit=160,
            rows=2,
            done=Onward(),
        )
        kept = note_line("lock", _("Kept: how many. Not who, and not which of these."), size=26)
        parts = (
            heading(_("{question} Hands up for …").format(question=_(FOLLOW_UP)), 34),
            Column(rows, gap=12),
            Column((heading(_(HELPED), 30), helped), gap=10),
            kept,
        )
        return Panel(Column(parts, gap=20), pad=36, pad_y=30, radius=34)

    def _counter(self, place: int, done: Done) -> Widget:
        count = self.hands[place]
        words = Text(f"{place + 1}  {done.label}", Style(30, Face.SEMIBOLD, INK, 1.2), kind="label")
        number = Text(str(count), Style(34, Face.BOLD, INK, 1.2), 0.5, kind="status")
        return Panel(
            Row(
                (
                    Grow(words),
                    step_button(
                        "minus",
                        _("One hand less: {done}").format(done=done.label),
                        More(place, -1),
                        str(place),
                    ),
                    Fixed(number, 70, scaled=True),
                    step_button(
                        "plus",
                        _("One hand more: {done}").format(done=done.label),
                        More(place, 1),
                        str(place),
                    ),
                ),
                gap=10,
            ),
            fill=CREAM,
            raised=False,
            radius=20,
            pad=20,
            pad_y=8,
        )


def _said(state: State, title: str) -> Widget:
    """What was promised, by nobody in particular."""
    rows = tuple(
        Row((Icon("circle-check", 36, GOOD), Grow(Text(each.line, Style(31)))), gap=18, align=0)
        for each in state.setup.promised
        if each.line
    )
    head = (heading(title, 34),) if title else ()
    return Panel(Column((*head, *rows), gap=18), pad=36, pad_y=30, radius=34)
