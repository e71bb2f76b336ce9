"""
Before and now, and what the session was like: how the table would like to answer, if at all.

The same screen asks about before alone, where a session asks that at its start.
"""

from game.app.desk import Desk
from game.outcomes.items import FEWEST, HEADING, POINTS
from game.outcomes.suppression import FEWEST_SHARED
from game.report.words import counted
from game.rules.commands import EndBefore, EndSurvey
from game.rules.state import Phase, State
from game.rules.view import most_people
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Column, Fit, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Space, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, GOOD, INK, SAND
from game.ui.screens.cardsheet import note_line, soft
from game.ui.screens.closing import page
from game.ui.screens.frame import framed
from game.ui.screens.hands import HandsScreen
from game.ui.screens.papers import PapersScreen
from game.ui.screens.questions import QUESTIONS, halves, stem
from game.ui.screens.registry import Ask, live
from game.ui.screens.sheets import ROOMY, SheetsScreen
from game.ui.screens.table import Do, news, session_keys, usual
from game.ui.stack import Binding, Env, Outcome, Replace, Stay, View
from game.values import dataclass, field

TITLE = N_("Before and now")
AT_START = N_("Before we start")
TURN = N_(
    "If anything today felt unsafe, unfair or untrue, it is all right to say so, and all right not "
    "to. S shows where to turn."
)
"""Shown whenever anything about the session was handed in, so that it tells nothing of the answers."""


@dataclass(frozen=True, slots=True)
class ByHands:
    """The table answers by show of hands."""


@dataclass(frozen=True, slots=True)
class BehindCurtain:
    """Each person answers alone, one after another."""


@dataclass(frozen=True, slots=True)
class FromPaper:
    """Sheets on paper are typed in."""


@dataclass(frozen=True, slots=True)
class AboutSession:
    """Each person answers alone, but only what the session was like."""


@dataclass(frozen=True, slots=True)
class SurveyScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    asked: bool = False
    """Whether the table has been through the lines and left them open: then Space leads on."""

    @property
    def name(self) -> str:
        return "before" if self._at_start else "survey"

    @property
    def _at_start(self) -> bool:
        return live(self.desk).state.phase is Phase.BEFORE

    def update(self, message: Message) -> Outcome:
        match message:
            case ByHands():
                return Replace(HandsScreen(self.desk))
            case BehindCurtain():
                return Replace(SheetsScreen(self.desk))
            case FromPaper():
                return Replace(PapersScreen(self.desk))
            case AboutSession():
                return Replace(SheetsScreen(self.desk, lines=False))
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        on: Message = Do(EndBefore() if self._at_start else EndSurvey())
        gathered = self.asked or bool(_hands_now(state) or _sheets_now(state))
        words = _("On to the first roll") if self._at_start else _("On to what we will do")
        onward = Button(words, on, "onward", "Space", Kind.PRIMARY, height=80)
        begin = Button(
            _("Begin by show of hands"), ByHands(), "begin", "Space", Kind.PRIMARY, height=80
        )
        skip = Button(_("Leave it out today"), on, "skip", "0", height=80)
        alone = Button(_("The session alone"), AboutSession(), "session", "4", height=80)
        actions: tuple[Widget, ...] = (onward,) if gathered else (begin, skip)
        asks_session = not self._at_start and not state.closing.evaluations
        if asks_session:
            actions = (*actions, alone)
        title = _(AT_START if self._at_start else TITLE)
        body = self._with_actions(env, title, state, actions)
        keys = session_keys(
            self.desk,
            Binding("1", _("hands"), ByHands(), footer=False),
            Binding("2", _("one at a time"), BehindCurtain(), footer=False),
            Binding("3", _("from paper"), FromPaper(), footer=False),
            *(
                (Binding("4", _("session alone"), AboutSession(), footer=False),)
                if asks_session
                else ()
            ),
            *(() if gathered else (Binding("0", _("leave out"), on, footer=False),)),
        )
        return View(
            title,
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=on if gathered else ByHands(),
            back=Ask.BACK,
        )

    def _ways(self, state: State) -> Widget:
        twice = len(halves(state)) > 1
        hands = _way(
            "hand-stop",
            _("By show of hands"),
            _(
                "Somebody reads each line aloud. Whoever wishes raises a hand at one of five points: "
                "first for before today, then for now. We type the counts."
            )
            if twice
            else _(
                "Somebody reads each line aloud. Whoever wishes raises a hand. We type the counts."
            ),
            _("Kept: how many hands at each point."),
            Button(_("Count hands"), ByHands(), "hands", "1"),
            _hands_words(state),
        )
        sheets = _way(
            "eye-off",
            _("One at a time"),
            _(
                "The keys go round. Each person answers eight lines alone, while the others look "
                "away."
            )
            if self._at_start
            else _(
                "The keys go round. Each person answers eight lines alone, then about the session, "
                "while the others look away."
            ),
            _("Kept: the sheets, mixed. Not who, not when, not in which order."),
            Button(_("Pass the keys round"), BehindCurtain(), "sheets", "2"),
            _sheets_words(state),
        )
        papers = _way(
            "file-text",
            _("From paper"),
            _(
                "Printed sheets are filled in by hand and laid on a pile, face down. Somebody types "
                "them in, now or at the end."
            ),
            _("Kept: as if answered here, marked as from paper."),
            Button(_("Type sheets in"), FromPaper(), "papers", "3"),
            "",
        )
        ways = Grid((hands, sheets, papers), columns=3, gap=26, least=480)
        told: list[Widget] = [Text(stem(state)), _points(), ways]
        uncharted = "" if self.asked else _uncharted(state)
        if uncharted:
            words = Text(uncharted, Style(28, Face.SEMIBOLD, INK, 1.35), kind="status")
            told.insert(0, Row((Icon("info-circle", 40, INK), Grow(words)), gap=18))
        if state.closing.evaluations or state.closing.remarks.stays:
            turn = Text(_(TURN), Style(28, Face.REGULAR, INK, 1.35), kind="status")
            told.insert(0, Row((Icon("lifebuoy", 40, INK), Grow(turn)), gap=18))
        return Column(tuple(told), gap=18)

    def _with_actions(
        self, env: Env, title: str, state: State, actions: tuple[Widget, ...]
    ) -> Widget:
        """The screen's body, with what the chart will show said beside the actions."""
        few = soft(
            _("The three ways are counted apart.")
            if _uncharted(state)
            else _(
                "A theme is charted where at least {here} people answered, in a report from "
                "{report}; the three ways are counted apart."
            ).format(here=counted(FEWEST).lower(), report=counted(FEWEST_SHARED).lower()),
            25,
        )
        ways = self._ways(state)
        if env.narrow:
            content = Column((ways, few, *actions[1:]), gap=20)
            top = page(env, title, _(HEADING), content, key="survey")
            return Column((Grow(top), actions[0]), gap=18)
        if env.width / env.text < ROOMY:
            top = page(env, title, _(HEADING), Column((ways, few), gap=16), key="survey")
            rest = tuple(Grow(each) for each in reversed(actions[1:]))
            return Column((Grow(top), Row((*rest, Grow(actions[0], 1.5)), gap=16)), gap=18)
        buttons = (*reversed(actions[1:]), Fixed(actions[0], 560))
        beside = Row((Grow(few, least=300), *buttons), gap=20)
        foot = Fit((beside, Column((few, Row(buttons, gap=20)), gap=14)))
        return Column((Grow(page(env, title, _(HEADING), ways, key="survey")), foot), gap=18)


def _uncharted(state: State) -> str:
    """Said beforehand: that so small a table answers lines which no chart will show; else empty."""
    people = most_people(state.seats)
    if people is None or people >= FEWEST or _hands_now(state) or _sheets_now(state):
        return ""
    return _(
        "You are {people}. A chart needs {here} answers, and a report {report}: today’s would be "
        "kept, but not shown. Press 0 to leave them out."
    ).format(
        people=counted(people).lower(),
        here=counted(FEWEST).lower(),
        report=counted(FEWEST_SHARED).lower(),
    )


def _points() -> Widget:
    """The five points, so that everyone has seen them before the first line."""
    cells = tuple(
        Panel(
            Text(_(words), Style(27, Face.SEMIBOLD, INK, 1.2), 0.5),
            fill=SAND,
            raised=False,
            radius=32,
            pad=12,
            pad_y=8,
        )
        for words in POINTS
    )
    return Grid(cells, columns=len(cells), gap=14, least=190)


def _way(icon: str, title: str, words: str, kept: str, button: Widget, gathered: str) -> Widget:
    """One of the ways to answer, on its own sheet."""
    top = Row(
        (
            Panel(Icon(icon, 42), fill=CREAM, raised=False, radius=36, pad=13),
            Grow(Text(title, Style(35, Face.BOLD, INK, 1.2), kind="heading")),
        ),
        gap=20,
    )
    parts: list[Widget] = [top, Text(words, Style(28)), note_line("lock", kept, size=25)]
    if gathered:
        done = Text(gathered, Style(27, Face.SEMIBOLD, GOOD, 1.3), kind="status")
        parts.append(Row((Icon("circle-check", 36, GOOD), Grow(done)), gap=16))
    # The buttons of all sheets stand at their foot, on one line.
    foot = Column((Grow(Space()), button), gap=0)
    parts.append(Grow(foot))
    return Panel(Column(tuple(parts), gap=16), pad=32, pad_y=26, radius=34)


def _hands_now(state: State) -> int:
    """For how many lines hands were counted at this end of the session."""
    early = state.phase is Phase.BEFORE or len(halves(state)) > 1
    return sum(1 for each in state.closing.hands if early or any(each.now))


def _sheets_now(state: State) -> int:
    """How many sheets were handed in at this end of the session."""
    if state.phase is Phase.BEFORE or len(halves(state)) > 1:
        return len(state.closing.sheets)
    return sum(1 for each in state.closing.sheets if any(each.now) or each.sure_now)


def _hands_words(state: State) -> str:
    lines = _hands_now(state)
    if not lines:
        return ""
    return _("Counted for {done} of {all} lines").format(
        done=counted(lines).lower(), all=counted(QUESTIONS).lower()
    )


def _sheets_words(state: State) -> str:
    sheets = _sheets_now(state)
    about = len(state.closing.evaluations)
    if not sheets and about:
        return _("About the session: {count}").format(count=counted(about).lower())
    if not sheets:
        return ""
    return ngettext("One sheet handed in", "{count} sheets handed in", sheets).format(
        count=counted(sheets)
    )
