"""The debrief in four steps: Reactions, Patterns, Own setting, Close."""

from game.app.desk import Desk
from game.model.pack import DebriefStep
from game.report.words import agreed_lines
from game.rules.commands import NextDebriefStep, Refusal, WriteMessage
from game.tongue import _
from game.ui.kit.boxes import Column, Grow, Panel
from game.ui.kit.content import Rule, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import soft
from game.ui.screens.closing import bullets, met_panel, strip
from game.ui.screens.frame import framed, spread
from game.ui.screens.registry import Ask, live
from game.ui.screens.table import ask, news, session_keys, usual
from game.ui.stack import Binding, Env, Notice, Outcome, Stay, View
from game.values import dataclass, field, replace

PATTERNS = 1
"""The step at which the agreed lines are read once more."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """Our one message as it stands in the field."""

    words: str


@dataclass(frozen=True, slots=True)
class StartFrom:
    """A line that a conversation agreed on, taken as a start."""

    words: str


@dataclass(frozen=True, slots=True)
class KeepMessage:
    """The message is finished: Enter in its field."""


@dataclass(frozen=True, slots=True)
class Onward:
    """To the next step."""


@dataclass(frozen=True, slots=True)
class DebriefScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    words: str | None = None
    """Our one message while it is being typed; None while the session's own stands."""

    @property
    def name(self) -> str:
        return f"debrief {live(self.desk).state.closing.step}"

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Wrote(words) | StartFrom(words):
                return Stay(replace(self, words=words))
            case KeepMessage():
                return self._kept()
            case Onward():
                kept = self._kept()
                if isinstance(kept, Stay) and kept.cues:
                    return kept
                return ask(self.desk, DebriefScreen(self.desk), NextDebriefStep())
            case Ask():
                # What is typed is kept first, so that nothing that follows can lose it.
                kept = self._kept()
                if isinstance(kept, Stay) and kept.cues:
                    return kept
                return usual(self.desk, DebriefScreen(self.desk), message) or kept
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _kept(self) -> Outcome:
        """Write the message down, if it has changed."""
        session = live(self.desk)
        if self.words is None or self.words == session.state.closing.message:
            return Stay(DebriefScreen(self.desk))
        answer = session.send(WriteMessage(self.words))
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        return Stay(DebriefScreen(self.desk))

    # Looking.

    def view(self, env: Env) -> View:
        session = live(self.desk)
        steps, here = session.pack.debrief, session.state.closing.step
        step = steps[here]
        last = here == len(steps) - 1
        names = tuple(each.title for each in steps)
        onward = (
            _("On to before and now") if last else _("On to {next}").format(next=names[here + 1])
        )
        action = Button(onward, Onward(), "onward", "Space", Kind.PRIMARY, height=88)
        body = Column(
            (
                strip(env, names, here),
                Grow(
                    spread(
                        env,
                        self._main(step, last=last),
                        self._side(env, here, last=last),
                        (action,),
                        key=f"debrief {here}",
                        side_width=_side_width(env, wide=last or here == PATTERNS),
                    )
                ),
            ),
            gap=26,
        )
        keys = self._keys()
        return View(
            _("Debrief: {title}").format(title=step.title),
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=Onward(),
            back=Ask.BACK,
        )

    def _keys(self) -> tuple[Binding, ...]:
        return session_keys(self.desk)

    def _side(self, env: Env, here: int, *, last: bool) -> Widget:
        """What the table met; at the end its agreed lines can be a start for the message."""
        words = self._words()
        lines = agreed_lines(live(self.desk).state)
        # Once the table has words of its own, no press may put others in their place.
        start = StartFrom if last and words in {"", *lines} else None
        return met_panel(env, self.desk, words=last or here == PATTERNS, start=start, chosen=words)

    def _words(self) -> str:
        """Our one message, as it stands on the screen."""
        return live(self.desk).state.closing.message if self.words is None else self.words

    def _main(self, step: DebriefStep, *, last: bool) -> Widget:
        say, ask_size = (31, 33) if last else (36, 38)
        parts: list[Widget] = [
            Text(step.title, Style(58, Face.HEAVY, INK, 1.15), kind="heading"),
            Text(step.say, Style(say, Face.REGULAR, INK, 1.42)),
            Rule(),
            bullets(step.ask, ask_size),
            soft(_("Anyone may begin. A pass is as good as an answer."), 26),
        ]
        if last:
            parts.extend((Rule(), self._message()))
        return Panel(Column(tuple(parts), gap=24 if last else 34), pad=52, pad_y=44, radius=34)

    def _message(self) -> Widget:
        """Where the table puts what it wants everyone to hear."""
        writing = TextField(
            "message",
            self._words(),
            Wrote,
            _("Our one message"),
            hint=_("What would we all want people to hear?"),
            limit=240,
            rows=3,
            done=KeepMessage(),
        )
        return Column((heading(_("Our one message"), 36), writing), gap=16)


def _side_width(env: Env, *, wide: bool) -> float:
    """How much of the room what the table met may take; more of it where its lines are read."""
    return min(780, env.width * 0.42) if wide else min(640, env.width * 0.4)
