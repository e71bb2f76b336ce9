"""
Before and now, one person at a time, behind the curtain.

Filled-in sheets wait in this screen's memory, sorted, until the table says that everyone has
finished. Only then are they handed in, all at once: no file ever holds when a single sheet was
written, or in which order.
"""

from enum import Enum

from game.app.desk import Desk
from game.outcomes.answers import Sheet
from game.outcomes.items import ITEMS, POINTS, SKIP
from game.report.words import counted
from game.rules.commands import HandInSheets, Refusal
from game.ui.kit.boxes import Centre, Column, Fixed, Flow, Grow, Pad, Panel, Row
from game.ui.kit.content import Icon, Space, Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SAND
from game.ui.screens.cardsheet import note_line, soft
from game.ui.screens.closing import acting
from game.ui.screens.frame import framed
from game.ui.screens.hands import line_head, question
from game.ui.screens.registry import Ask, live, screen_for
from game.ui.screens.table import usual
from game.ui.stack import Binding, Env, Notice, Outcome, Replace, Stay, View
from game.values import dataclass, field, replace

NOT_SAID = 0
"""What somebody chose who would rather not say; it is kept as no answer at all."""
_TITLES = ("Before today", "Now")
Seven = tuple[int | None, ...]
EMPTY: Seven = (None,) * len(ITEMS)


class Page(Enum):
    """What the screen shows."""

    HAND_OVER = "hand over"
    """The keys go to the next person."""
    ANSWER = "answer"
    """One person answers, and the others look away."""
    LET_GO = "let go"
    """Whether the sheets should go unread."""


@dataclass(frozen=True, slots=True)
class Begin:
    """Somebody has the keys."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A point from 1 to 5, or `NOT_SAID`, for one half of the line on the screen."""

    row: int
    point: int


@dataclass(frozen=True, slots=True)
class Onward:
    """To the next line, and after the last one the sheet is done."""


@dataclass(frozen=True, slots=True)
class Back:
    """To the line before, and from the first one to where the keys are handed over."""


@dataclass(frozen=True, slots=True)
class Everyone:
    """Everyone has finished: hand all sheets in."""


@dataclass(frozen=True, slots=True)
class LetGo:
    """Let the sheets go unread."""


@dataclass(frozen=True, slots=True)
class SheetsScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
    """Sheets that are done; always sorted, so that their order says nothing."""
    page: Page = Page.HAND_OVER
    item: int = 0
    before: Seven = field(default=EMPTY, repr=False)
    now: Seven = field(default=EMPTY, repr=False)
    row: int = 0
    """Which half of the line the number keys answer: before or now."""

    @property
    def name(self) -> str:
        line = f" {self.item}" if self.page is Page.ANSWER else ""
        return f"sheets {self.page.value}{line}"

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Begin():
                return Stay(SheetsScreen(self.desk, self.sheets, Page.ANSWER))
            case Answer(row, point):
                return Stay(self._answered(row, point))
            case Onward():
                return Stay(self._onward())
            case Back():
                return self._back()
            case Everyone():
                return self._hand_in()
            case LetGo() if self.page is Page.LET_GO:
                return Replace(screen_for(self.desk))
            case LetGo():
                return Stay(replace(self, page=Page.LET_GO))
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _answered(self, row: int, point: int) -> "SheetsScreen":
        if row == 0:
            return replace(self, before=_at(self.before, self.item, point), row=1)
        return replace(self, now=_at(self.now, self.item, point))

    def _onward(self) -> "SheetsScreen":
        if self.item + 1 < len(ITEMS):
            return replace(self, item=self.item + 1, row=0)
        sheet = Sheet(_said(self.before), _said(self.now))
        return SheetsScreen(self.desk, tuple(sorted((*self.sheets, sheet), key=_order)))

    def _back(self) -> Outcome:
        if self.page is Page.LET_GO:
            return Stay(replace(self, page=Page.HAND_OVER))
        if self.page is Page.ANSWER and self.item:
            return Stay(replace(self, item=self.item - 1, row=0))
        if self.page is Page.ANSWER:
            return Stay(SheetsScreen(self.desk, self.sheets))
        if self.sheets:
            words = "Hand the sheets in, or let them go: nothing else is done with them."
            return Stay(self, (Notice(words),))
        return Replace(screen_for(self.desk))

    def _hand_in(self) -> Outcome:
        answer = live(self.desk).send(HandInSheets(self.sheets))
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        return Replace(screen_for(self.desk))

    # Looking.

    def view(self, env: Env) -> View:
        match self.page:
            case Page.HAND_OVER:
                return self._hand_over(env)
            case Page.ANSWER:
                return self._answering(env)
            case Page.LET_GO:
                return self._letting_go(env)

    def _keys(self, *own: Binding) -> tuple[Binding, ...]:
        """Help, curtain and support; nothing here that could carry somebody's sheet away."""
        return (
            Binding("f1", "help", Ask.HELP),
            Binding("?", "help", Ask.HELP, footer=False),
            Binding("b", "curtain", Ask.CURTAIN),
            Binding("s", "support", Ask.SUPPORT),
            Binding("escape", "back", Back(), cap="Esc"),
            *own,
        )

    def _hand_over(self, env: Env) -> View:
        done = len(self.sheets)
        next_one = "next" if done else "first"
        parts = (
            Text("Everyone else looks away, or turns to a neighbour.", Style(42)),
            Text("Seven lines, twice each. Skip any. No names, and nothing to explain."),
            note_line("lock", _waiting(done), size=28),
        )
        begin = Button("I have the keys: begin", Begin(), "begin", "Space", Kind.PRIMARY, height=88)
        rest: tuple[Widget, ...] = ()
        if done:
            rest = (
                Button("Everyone has finished", Everyone(), "everyone", "H", height=88),
                Button("Let them go", LetGo(), "let go", kind=Kind.QUIET, height=88),
            )
        keys = self._keys(*((Binding("h", "hand in", Everyone(), footer=False),) if done else ()))
        title = f"Pass the keys to the {next_one} person"
        return _calm(env, title, "eye-off", parts, (begin, *rest), keys, Begin())

    def _letting_go(self, env: Env) -> View:
        done = len(self.sheets)
        parts = (
            Text("Nobody has seen them, and they are kept nowhere else.", Style(42)),
            Text("The table can still count hands, or leave before-and-now out."),
        )
        stay = Button("Keep them for now", Back(), "back", "Space", Kind.PRIMARY, height=88)
        go = Button("Let them go", LetGo(), "let go", height=88)
        keys = self._keys()
        sheets = "this sheet" if done == 1 else f"these {counted(done).lower()} sheets"
        return _calm(env, f"Let {sheets} go unread?", "wind", parts, (stay, go), keys, Back())

    def _answering(self, env: Env) -> View:
        item = ITEMS[self.item]
        asks = Text(
            question(item),
            Style(36 if not env.narrow else 33, Face.SEMIBOLD, INK, 1.3),
            kind="heading",
        )
        plain = soft(f"In short: {item.plain}", 28)
        rows = tuple(self._half(row) for row in range(len(_TITLES)))
        inside = Pad(Column((Column((asks, plain), gap=6), *rows), gap=24), 44, 30, 44, 36)
        sheet = Panel(Column((line_head(item, self.item), inside), gap=0), pad=0, radius=34)
        last = self.item == len(ITEMS) - 1
        onward = Button(
            "Done" if last else "Next line", Onward(), "onward", "Space", Kind.PRIMARY, height=88
        )
        back = Button("Line before" if self.item else "Back", Back(), "back", "Esc", height=88)
        hint = soft("No names. Skip any question.", 26)
        body = acting(env, sheet, (onward, back), beside=hint, key=self.name)
        numbers = tuple(
            Binding(str(point), "answer", Answer(self.row, point), footer=False)
            for point in range(len(POINTS) + 1)
        )
        keys = self._keys(*numbers)
        return View(
            f"Your sheet: {item.theme.label}",
            framed(env, body, keys),
            keys,
            primary=Onward(),
            back=Back(),
        )

    def _half(self, row: int) -> Widget:
        """Before or now: five points and the wish not to say."""
        chosen = (self.before, self.now)[row][self.item]
        here = row == self.row
        chips = [
            Chip(
                f"{point}  {words}",
                Answer(row, point),
                f"{_TITLES[row].lower()} {point}",
                chosen == point,
                radio=True,
                size=29,
            )
            for point, words in enumerate(POINTS, 1)
        ]
        chips.append(
            Chip(
                f"{NOT_SAID}  {SKIP}",
                Answer(row, NOT_SAID),
                f"{_TITLES[row].lower()} {NOT_SAID}",
                chosen == NOT_SAID,
                radio=True,
                size=27,
            )
        )
        top: list[Widget] = [Grow(heading(_TITLES[row], 31))]
        if here:
            top.append(soft("keys 1 to 5, or 0", 24))
        return Panel(
            Column((Row(tuple(top)), Flow(tuple(chips), gap=14, line_gap=14)), gap=16),
            fill=CARD,
            raised=False,
            line=INK if here else SAND,
            radius=24,
            pad=26,
            pad_y=20,
        )


def _calm(
    env: Env,
    title: str,
    icon: str,
    parts: tuple[Widget, ...],
    actions: tuple[Widget, ...],
    keys: tuple[Binding, ...],
    primary: Message,
) -> View:
    """One sheet in the middle of the screen, and the actions at the lower right."""
    mark = Panel(Icon(icon, 76), fill=CREAM, raised=False, radius=60, pad=30)
    words = Text(title, Style(54, Face.HEAVY, INK, 1.15), kind="heading")
    badge = Row((mark,)) if env.narrow else mark
    head: Widget = (
        Column((badge, words), gap=20) if env.narrow else Row((mark, Grow(words)), gap=34)
    )
    sheet = Panel(Column((head, *parts), gap=28), pad=60, pad_y=54)
    wide = env.width if env.narrow else 1320
    middle = Centre(Fixed(sheet, wide))
    body = acting(env, middle, actions, beside=Space(), key=title)
    return View(title, framed(env, body, keys), keys, primary=primary, back=Back())


def _waiting(done: int) -> str:
    """Where the sheets are, and where they are not."""
    if not done:
        return (
            "Sheets wait in this screen’s memory, mixed. Nothing is saved until everyone has "
            "finished and all are handed in together."
        )
    sheets = "One sheet waits" if done == 1 else f"{counted(done)} sheets wait"
    return (
        f"{sheets} in this screen’s memory, mixed. Nothing is saved until all are handed in "
        "together; close the game before that, and they are gone."
    )


def _at(seven: Seven, item: int, point: int) -> Seven:
    return (*seven[:item], point, *seven[item + 1 :])


def _said(seven: Seven) -> Seven:
    """The answers as a sheet keeps them: skipped and unanswered alike are None."""
    return tuple(point or None for point in seven)


def _order(sheet: Sheet) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(p or 0 for p in sheet.before), tuple(p or 0 for p in sheet.now)
