"""What happens between conversations: a moment, a pause space, and the planned break."""

from game.app.desk import Desk
from game.model.pack import Moment, MomentId
from game.rules.commands import EndBreak, EndBreather, EndMoment
from game.tongue import _
from game.ui.art.palettes import VOICE
from game.ui.kit.boxes import Centre, Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.dial import Dial
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import GOLD, INK, SAND
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed
from game.ui.screens.front import Close, front
from game.ui.screens.registry import Ask, live
from game.ui.screens.table import Do, news, session_keys, stepped, timer_refresh, usual
from game.ui.stack import Env, Outcome, Pop, Stay, View
from game.values import dataclass, field, replace

MOMENT_SECONDS = 60
BREATHER_SECONDS = 45
BREAK_SECONDS = 480


@dataclass(frozen=True, slots=True)
class MomentScreen:
    """A small thing that happens in the system: one minute, no round."""

    desk: Desk = field(compare=False, repr=False)
    name: str = "moment"

    def update(self, message: Message) -> Outcome:
        return usual(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        session = live(self.desk)
        if session.state.moment is None:
            raise LookupError("no moment is under way")
        moment = session.pack.moment(session.state.moment)
        under = _("About a minute, anyone may answer. Then the same seat rolls again.")
        return _moment(env, self.desk, moment, under, (_("Walk on"), Do(EndMoment())))


@dataclass(frozen=True, slots=True)
class LaidMomentScreen:
    """A moment whose printed card lies on the table: shown while it is talked about, and no more."""

    desk: Desk = field(compare=False, repr=False)
    moment: MomentId
    since: float = 0.0
    """The seconds that the table had been where it is when the moment was typed."""
    name: str = "laid moment"

    def update(self, message: Message) -> Outcome:
        if message in {Ask.UNDO, Ask.REDO}:
            # A step of the session below: the moment itself is none.
            return Pop(message)
        return front(self.desk, self, message) or usual(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        moment = live(self.desk).pack.moment(self.moment)
        under = _("About a minute, anyone may answer.")
        button = (_("Back to the table"), Close())
        shown = _moment(env, self.desk, moment, under, button, since=self.since)
        return replace(shown, back=Close())


def _moment(
    env: Env,
    desk: Desk,
    moment: Moment,
    under: str,
    button: tuple[str, Message],
    *,
    since: float = 0.0,
) -> View:
    return _calm(
        env,
        desk,
        icon="sun" if moment.bright else "bolt",
        kicker=_("A moment: something goes right") if moment.bright else _("A moment"),
        title=moment.title,
        parts=(
            Text(moment.text, Style(38, Face.REGULAR, INK, 1.4)),
            Rule(),
            Row(
                (
                    Icon("message-circle", 48, VOICE),
                    Grow(Text(moment.ask, Style(38, Face.BOLD, INK, 1.3))),
                ),
                gap=22,
            ),
            soft(under, 27),
        ),
        seconds=MOMENT_SECONDS,
        button=button,
        since=since,
    )


@dataclass(frozen=True, slots=True)
class BreatherScreen:
    """A pause space: a breath, a stretch, a check-in; always optional."""

    desk: Desk = field(compare=False, repr=False)
    name: str = "breather"

    def update(self, message: Message) -> Outcome:
        return usual(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        session = live(self.desk)
        offers = session.pack.breathers or (_("Take a breath, in your own time."),)
        words = offers[session.state.breather % len(offers)]
        return _calm(
            env,
            self.desk,
            icon="coffee",
            kicker=_("A pause"),
            title=_("A breath for the table"),
            parts=(
                Text(words, Style(42, Face.REGULAR, INK, 1.4)),
                soft(_("Join in or rest, as you like. Then the same seat rolls again."), 27),
            ),
            seconds=BREATHER_SECONDS,
            button=(_("Walk on"), Do(EndBreather())),
        )


@dataclass(frozen=True, slots=True)
class BreakScreen:
    """The break in the middle of a long session."""

    desk: Desk = field(compare=False, repr=False)
    name: str = "break"

    def update(self, message: Message) -> Outcome:
        return usual(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        return _calm(
            env,
            self.desk,
            icon="coffee",
            kicker=_("Halfway"),
            title=_("Time for a break"),
            parts=(
                Text(
                    _("Eight minutes, or as long as the table needs. Everything so far is saved."),
                    Style(42, Face.REGULAR, INK, 1.4),
                ),
                soft(_("Water, air, a stretch, a word with a neighbour."), 29),
            ),
            seconds=BREAK_SECONDS,
            button=(_("Carry on together"), Do(EndBreak())),
        )


def _calm(
    env: Env,
    desk: Desk,
    *,
    icon: str,
    kicker: str,
    title: str,
    parts: tuple[Widget, ...],
    seconds: int,
    button: tuple[str, Message],
    since: float = 0.0,
) -> View:
    """One sheet in the middle of the screen, with a soft ring and one thing to press."""
    label, message = button
    badge = Panel(Icon(icon, 76, INK), fill=SAND, raised=False, radius=60, pad=30)
    names = Column(
        (
            Text(kicker, Style(28, Face.SEMIBOLD, INK, 1.2)),
            Text(title, Style(54, Face.HEAVY, INK, 1.15), kind="heading"),
        ),
        gap=4,
    )
    top: list[Widget] = [badge, Grow(names)]
    if desk.settings.timed:
        left = max(0.0, 1 - (live(desk).spot_seconds - since) / (seconds * desk.settings.slack))
        dial = Dial(stepped(desk, left), 84, glow=GOLD if not left else None, label=_("soft timer"))
        top.append(dial)
    sheet = Panel(Column((Row(tuple(top), gap=34), *parts), gap=30), pad=60, pad_y=54)
    onward = Button(label, message, "onward", "Space", Kind.PRIMARY, height=88)
    wide = 1320 if not env.narrow else env.width
    body = Column(
        (
            Grow(Scroll(Centre(Fixed(sheet, wide)), key=f"{title} sheet")),
            Row((Grow(soft("")), Fixed(onward, 620)), gap=20) if not env.narrow else onward,
        ),
        gap=22,
    )
    keys = session_keys(desk)
    return View(
        f"{kicker}: {title}",
        framed(env, body, keys, news(desk)),
        keys,
        primary=message,
        back=Ask.BACK,
        refresh=timer_refresh(desk, env),
    )
