"""The finale: the door opens, and beside it stands what the session leaves behind."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.app.desk import Desk
from game.model.themes import Theme
from game.outcomes.answers import Form, Sheet
from game.outcomes.change import Line, can_be_shown, from_hands, from_sheets
from game.outcomes.items import POINTS
from game.report.words import every_voice_offered, panes_words, scale_sentence, summary
from game.rules.commands import FinishSession
from game.rules.state import Phase, State
from game.rules.view import lit_panes, seat
from game.tongue import _, ngettext, pgettext
from game.ui.art.beam import Rays, Shine
from game.ui.art.change import Change, legend
from game.ui.art.door import Door
from game.ui.art.palettes import VOICE
from game.ui.kit.boxes import Column, Fit, Fixed, Flow, Grow, Layers, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Span, Style
from game.ui.kit.tones import GOOD, INK, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.closing import (
    conversations,
    light,
)
from game.ui.screens.frame import framed
from game.ui.screens.registry import OVERLAYS, Ask, live
from game.ui.screens.saving import leave
from game.ui.screens.table import news, session_keys, usual
from game.ui.stack import Binding, Env, Outcome, Push, Stay, View
from game.values import dataclass, field, replace

if TYPE_CHECKING:
    from game.app.reporting import ReportJob

DOOR_MS, DOTS_MS = 1200, 900
"""How long the door swings, and how long the chart's dots move."""

WAITING_SECONDS = 0.2
"""How often the screen looks whether the report is written."""

HANDS, SHEETS = "hands", "sheets"


@dataclass(frozen=True, slots=True)
class GoHome:
    """Finish the session and put it away; everything in it is saved."""


@dataclass(frozen=True, slots=True)
class WriteReport:
    """Write the report and the take-home sheet, and say where they are."""


@dataclass(frozen=True, slots=True)
class ShowFrom:
    """Draw the chart from hands or from sheets; the two are never put together."""

    source: str


@dataclass(frozen=True, slots=True)
class FinaleScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    source: str = SHEETS
    """What the chart is drawn from where there are both."""
    told: str = ""
    """The line under the title, told once: its minutes stay while the table looks."""
    name: str = "finale"

    def __post_init__(self) -> None:
        if not self.told:
            session = live(self.desk)
            minutes = round(session.at_table / 60)
            told = summary(
                len(session.state.played),
                minutes,
                every_voice=every_voice_offered(session.events),
            )
            object.__setattr__(self, "told", told)

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case GoHome():
                session = live(self.desk)
                if session.state.phase is Phase.DOOR:
                    session.send(FinishSession())
                return leave(self.desk, self)
            case WriteReport():
                if live(self.desk).in_memory:
                    # Nothing is to be left here: first the table says where it may go.
                    return Push(OVERLAYS[Ask.SAVING](self.desk, self.name))
                self.desk.running.write_report()
                return Stay(self)
            case ShowFrom(source):
                return Stay(replace(self, source=source))
            case _:
                return usual(self.desk, self, message) or Stay(self)

    # Looking.

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        home = Button(_("Home"), GoHome(), "home", "Space", Kind.PRIMARY, "home", height=70)
        report = Button(_("Report"), WriteReport(), "report", "R", icon="file-text", height=70)
        job = self.desk.report
        title = Column(
            (
                Text(_("The door is open"), Style(62, Face.HEAVY, INK, 1.12), kind="heading"),
                Text(self.told, Style(29, Face.REGULAR, SOFT, 1.25)),
                *(() if job is None else (_went(job),)),
            ),
            gap=4,
        )
        left = Column((Grow(self._door(env, state)), _caption(state)), gap=8)
        panels = Column(self._panels(env, state), gap=14)
        if env.narrow:
            tall = Fixed(left, height=760)
            everything = Scroll(Column((title, tall, panels, _support()), gap=24), key="finale all")
            both = Row((Grow(report), Grow(home)), gap=18)
            body: Widget = Column((Grow(everything), both), gap=18)
        else:
            foot = _foot(report, home)
            right = Column((title, Grow(Scroll(panels, key="finale")), foot), gap=18)
            wide = min(1130.0, env.width * 0.588)
            body = Row((Grow(left), Fixed(right, wide)), gap=44, align=0, stretch=True)
        keys = session_keys(
            self.desk,
            Binding("r", _("report"), WriteReport()),
            Binding("ctrl+p", _("report"), WriteReport(), footer=False),
            Binding("h", pgettext("the first page", "home"), GoHome(), footer=False),
            talk=False,
        )
        return View(
            _("The door is open"),
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=GoHome(),
            # What has ended, such as a record from paper, is not opened again by one press too many.
            back=GoHome() if state.phase is Phase.FINISHED else Ask.BACK,
            refresh=None if job is None or job.done else WAITING_SECONDS,
        )

    def _door(self, env: Env, state: State) -> Widget:
        opened = env.moved("door")
        label = _("The door is open. {panes}.").format(panes=panes_words(len(lit_panes(state))))
        return Layers((Rays(opened), Door(light(state), opened, label=label), Shine(opened)))

    def _panels(self, env: Env, state: State) -> tuple[Widget, ...]:
        """What there is to show; nothing stands empty."""
        panels: list[Widget] = []
        survey = self._survey(env, state)
        if survey is not None:
            panels.append(survey)
        if not _charted(state) and state.played:
            met = Column(
                (heading(_("What we met"), 34), conversations(self.desk, words=True)), gap=18
            )
            panels.append(Panel(met, pad=34, pad_y=26))
        notes = tuple(each for each in (_will_do(state), _one_message(state)) if each is not None)
        if notes:
            panels.append(_side_by_side(env, notes))
        return tuple(panels)

    def _survey(self, env: Env, state: State) -> Widget | None:
        """The chart; a kind sentence where too few answered; nothing where nobody was asked."""
        sources = survey_sources(state)
        if not sources:
            return None
        shown = {name: lines for name, lines in sources if can_be_shown(lines)}
        if not shown:
            thanks = Text(
                _(
                    "Thank you for your answers. Too few people answered for a chart: "
                    "nobody should be picked out, so nothing is shown."
                ),
                Style(29, Face.REGULAR, INK, 1.35),
            )
            words = Row((Icon("heart", 44, VOICE), Grow(thanks)), gap=22)
            return Panel(
                Column((heading(_("Before and now"), 34), words), gap=16), pad=34, pad_y=26
            )
        source = self.source if self.source in shown else next(iter(shown))
        lines = shown[source]
        chart = Change(lines, env.moved("change"), label=chart_words(lines, source))
        head: list[Widget] = [heading(_("Before and now"), 34), legend()]
        if len(shown) > 1:
            head.append(soft(_("middle answers of"), 25))
            head.extend(
                Chip(
                    people_words(each, name),
                    ShowFrom(name),
                    name,
                    name == source,
                    radio=True,
                    size=24,
                    pad=18,
                )
                for name, each in shown.items()
            )
        else:
            head.append(
                soft(_("middle answers, {people}").format(people=people_words(lines, source)), 25)
            )
        return Panel(
            Column((Flow(tuple(head), gap=34, line_gap=6), chart), gap=12), pad=32, pad_y=16
        )


def _foot(report: Widget, home: Widget) -> Widget:
    """Support, and the two actions; below each other where large text leaves no room beside."""
    beside = Row((Grow(_support(), least=300), report, home), gap=20)
    return Fit((beside, Column((_support(), Row((Grow(report), Grow(home)), gap=20)), gap=12)))


def _went(job: "ReportJob") -> Widget:
    """Where the report went, or why it could not."""
    icon = "alert-triangle" if job.failed else "file-text" if job.done else "hourglass"
    words = Text(job.told, Style(26, Face.SEMIBOLD, INK, 1.25), kind="status")
    return Row((Icon(icon, 32, INK), Grow(words)), gap=14)


def _side_by_side(env: Env, notes: tuple[Widget, ...]) -> Widget:
    if env.narrow or len(notes) == 1:
        return Column(notes, gap=16)
    first, second = notes
    return Row((Grow(first, 1.4), Grow(second)), gap=16, align=0, stretch=True)


def survey_sources(state: State) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The survey's two sources, each by itself; one that nobody used is left out."""
    closing = state.closing
    sources: list[tuple[str, tuple[Line, ...]]] = []
    if closing.sheets:
        lines = _sheet_lines(closing.sheets)
        sources.append((SHEETS, lines))
    if any(sum(each.before) or sum(each.now) for each in closing.hands):
        lines = from_hands((each.item, each.before, each.now) for each in closing.hands)
        sources.append((HANDS, lines))
    return tuple(sources)


def _sheet_lines(sheets: tuple[Sheet, ...]) -> tuple[Line, ...]:
    """Pairs, where a sheet holds both answers; two counts of the table, where they were asked apart."""
    if any(each.form is Form.RETROSPECTIVE for each in sheets):
        return from_sheets((each.before, each.now) for each in sheets)
    return from_hands(
        (
            theme.place,
            _tally(each.before[theme.place] for each in sheets),
            _tally(each.now[theme.place] for each in sheets),
        )
        for theme in Theme
    )


def _tally(answers: Iterable[int | None]) -> tuple[int, ...]:
    given = [each for each in answers if each is not None]
    return tuple(given.count(point) for point in range(1, len(POINTS) + 1))


def _charted(state: State) -> bool:
    """Whether the survey has a chart to show."""
    return any(can_be_shown(lines) for each, lines in survey_sources(state))


def people_words(lines: tuple[Line, ...], source: str) -> str:
    """How many answered, such as "6 people" or "5 to 8 hands"; lines not shown do not count."""
    people = sorted(line.people for line in lines if line.shows)
    if people[0] == people[-1]:
        same = (
            ngettext("{count} hand", "{count} hands", people[0])
            if source == HANDS
            else ngettext("{count} person", "{count} people", people[0])
        )
        return same.format(count=people[0])
    return (
        _("{least} to {most} hands") if source == HANDS else _("{least} to {most} people")
    ).format(least=people[0], most=people[-1])


def chart_words(lines: tuple[Line, ...], source: str) -> str:
    """The chart's name for those who do not see it."""
    return _("Before and now, the middle answers of {people}").format(
        people=people_words(lines, source)
    )


def _caption(state: State) -> Widget:
    return Text(panes_words(len(lit_panes(state))), Style(27, Face.SEMIBOLD, INK, 1.25), 0.5)


def _support() -> Widget:
    words = soft(_("If anything today stays heavy: S shows where to turn."), 26)
    return Row((Icon("lifebuoy", 36, INK), Grow(words)), gap=16)


def _will_do(state: State) -> Widget | None:
    """Each seat's commitment, in the order of the table."""
    promised = dict(state.closing.commitments)
    rows = tuple(
        Row(
            (
                Icon("circle-check", 34, GOOD),
                Grow(
                    Text(
                        (
                            Span(f"{seat(state, each.id).name}: ", Style(28, Face.BOLD, INK, 1.25)),
                            Span(promised[each.id].line, Style(28, Face.REGULAR, INK, 1.25)),
                        )
                    )
                ),
            ),
            gap=14,
            align=0,
        )
        for each in state.seats
        if each.id in promised and promised[each.id].line
    )
    if not rows:
        return None
    return Panel(
        Column((heading(_("What we will do"), 34), Column(rows, gap=6)), gap=10), pad=26, pad_y=16
    )


def _one_message(state: State) -> Widget | None:
    """Our one message, and where our plans put their weight."""
    parts: list[Widget] = []
    if state.closing.message:
        parts.append(heading(_("Our one message"), 34))
        parts.append(Text(f"“{state.closing.message}”", Style(30, Face.REGULAR, INK, 1.35)))
    weight = scale_sentence(state.played)
    if weight:
        if not parts:
            parts.append(heading(_("Mind and body"), 34))
        words = Text(weight, Style(27, Face.SEMIBOLD, INK, 1.3))
        parts.append(Row((Icon("scale", 36, INK), Grow(words)), gap=14))
    if not parts:
        return None
    return Panel(Column(tuple(parts), gap=10), pad=26, pad_y=16)
