"""Before and now: how the table would like to answer, if at all; and what has been gathered."""

from game.app.desk import Desk
from game.outcomes.items import FEWEST, HEADING, ITEMS, POINTS, STEM
from game.report.words import counted
from game.rules.commands import EndSurvey
from game.rules.state import State
from game.ui.kit.boxes import Column, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Space, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, GOOD, INK, SAND
from game.ui.screens.cardsheet import note_line, soft
from game.ui.screens.closing import page
from game.ui.screens.frame import framed
from game.ui.screens.hands import HandsScreen
from game.ui.screens.registry import Ask, live
from game.ui.screens.sheets import SheetsScreen
from game.ui.screens.table import Do, news, session_keys, usual
from game.ui.stack import Binding, Env, Outcome, Replace, Stay, View
from game.values import dataclass, field

TITLE = "Before and now"


@dataclass(frozen=True, slots=True)
class ByHands:
    """The table answers by show of hands."""


@dataclass(frozen=True, slots=True)
class BehindCurtain:
    """Each person answers alone, one after another."""


@dataclass(frozen=True, slots=True)
class SurveyScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    name: str = "survey"

    def update(self, message: Message) -> Outcome:
        match message:
            case ByHands():
                return Replace(HandsScreen(self.desk))
            case BehindCurtain():
                return Replace(SheetsScreen(self.desk))
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        gathered = bool(state.closing.hands or state.closing.sheets)
        onward = Button(
            "On to what we will do", Do(EndSurvey()), "onward", "Space", Kind.PRIMARY, height=88
        )
        begin = Button(
            "Begin by show of hands", ByHands(), "begin", "Space", Kind.PRIMARY, height=88
        )
        skip = Button("Leave it out today", Do(EndSurvey()), "skip", "0", height=88)
        actions = (onward,) if gathered else (begin, skip)
        body = _with_actions(env, self._ways(state), actions)
        keys = session_keys(
            self.desk,
            Binding("1", "hands", ByHands(), footer=False),
            Binding("2", "one at a time", BehindCurtain(), footer=False),
            *(() if gathered else (Binding("0", "leave out", Do(EndSurvey()), footer=False),)),
        )
        return View(
            TITLE,
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=Do(EndSurvey()) if gathered else ByHands(),
            back=Ask.BACK,
        )

    def _ways(self, state: State) -> Widget:
        hands = _way(
            "hand-stop",
            "By show of hands",
            "Somebody reads each line aloud. Whoever wishes raises a hand at one of five points: "
            "first for before today, then for now. We count, and type the counts in.",
            "Kept: how many hands at each point.",
            Button("Count hands", ByHands(), "hands", "1"),
            _hands_words(state),
        )
        sheets = _way(
            "eye-off",
            "One at a time, behind the curtain",
            "The keys go round. Each person answers seven lines alone while the others look away. "
            "At the end all sheets are handed in together, mixed.",
            "Kept: the sheets. Not who, not when, not in which order.",
            Button("Pass the keys round", BehindCurtain(), "sheets", "2"),
            _sheets_words(state),
        )
        ways = Grid((hands, sheets), columns=2, gap=32, least=560)
        return Column((Text(STEM), _points(), ways), gap=20)


def _points() -> Widget:
    """The five points, so that everyone has seen them before the first line."""
    cells = tuple(
        Panel(
            Text(words, Style(28, Face.SEMIBOLD, INK, 1.2), 0.5),
            fill=SAND,
            raised=False,
            radius=32,
            pad=12,
            pad_y=10,
        )
        for words in POINTS
    )
    return Grid(cells, columns=len(cells), gap=14, least=190)


def _way(icon: str, title: str, words: str, kept: str, button: Widget, gathered: str) -> Widget:
    """One of the two ways to answer, on its own sheet."""
    top = Row(
        (
            Panel(Icon(icon, 48), fill=CREAM, raised=False, radius=40, pad=15),
            Grow(Text(title, Style(38, Face.BOLD, INK, 1.2), kind="heading")),
        ),
        gap=24,
    )
    parts: list[Widget] = [top, Text(words), Rule(), note_line("lock", kept, size=28)]
    if gathered:
        done = Text(gathered, Style(29, Face.SEMIBOLD, GOOD, 1.3), kind="status")
        parts.append(Row((Icon("circle-check", 40, GOOD), Grow(done)), gap=18))
    # The buttons of both sheets stand at their foot, on one line.
    foot = Column((Grow(Space()), button), gap=0)
    parts.append(Grow(foot))
    return Panel(Column(tuple(parts), gap=18), pad=40, pad_y=30, radius=34)


def _hands_words(state: State) -> str:
    lines = len(state.closing.hands)
    if not lines:
        return ""
    return f"Counted for {counted(lines).lower()} of {counted(len(ITEMS)).lower()} lines"


def _sheets_words(state: State) -> str:
    sheets = len(state.closing.sheets)
    if not sheets:
        return ""
    return "One sheet handed in" if sheets == 1 else f"{counted(sheets)} sheets handed in"


def _with_actions(env: Env, ways: Widget, actions: tuple[Widget, ...]) -> Widget:
    """The screen's body, with what the chart will show said beside the actions."""
    few = soft(
        f"A theme shows in the chart only where at least {counted(FEWEST).lower()} people "
        "answered. The two ways are never put into one total.",
        25,
    )
    if env.narrow:
        content = Column((ways, few, *actions[1:]), gap=20)
        return Column((Grow(page(env, TITLE, HEADING, content, key="survey")), actions[0]), gap=18)
    foot = Row((Grow(few), *reversed(actions[1:]), Fixed(actions[0], 620)), gap=24)
    return Column((Grow(page(env, TITLE, HEADING, ways, key="survey")), foot), gap=20)
