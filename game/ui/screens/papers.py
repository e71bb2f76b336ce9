"""
Paper sheets, typed in: one sheet a screen, one key an answer.

The cursor goes from answer to answer by itself. 1 to 5 answers, 0 or P is "prefer not to say",
Enter goes past what was left open. Typed sheets wait here, mixed, until all are handed in together:
the order of the pile tells no more than the order of the private sheets.
"""

from collections.abc import Iterable
from functools import partial

from game.app.desk import Desk
from game.model.pack import CardId
from game.outcomes.answers import Way
from game.outcomes.evaluation import (
    CAME,
    CHANGE,
    HARM,
    HARM_CARD,
    STAYS,
    VOICE_POINTS,
    VOICE_SHORT,
    Group,
    Harm,
)
from game.outcomes.items import SKIP
from game.report.words import counted
from game.rules.commands import Refusal
from game.rules.state import Phase
from game.tongue import _, ngettext
from game.ui.kit.boxes import Column, Fixed, Flow, Grow, Panel, Row
from game.ui.kit.content import Rule, Text, heading
from game.ui.kit.controls import Button, Chip, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, ON_INK, SAND_LINE
from game.ui.screens.answering import NextField, Wrote, words_field
from game.ui.screens.cardsheet import soft
from game.ui.screens.closing import acting
from game.ui.screens.frame import framed, titled
from game.ui.screens.questions import HALVES, QUESTIONS, half_in_short, halves, label_of, points_of
from game.ui.screens.registry import Ask, live, screen_for
from game.ui.screens.table import usual
from game.ui.screens.waiting import NOT_SAID, Filled, Waiting
from game.ui.stack import Binding, Env, FocusOn, Notice, Outcome, Replace, Stay, View
from game.values import dataclass, field, replace

LINE, VOICED, HARMED, CAME_AS = "line", "voice", "harm", "came"
Cell = tuple[str, int, int]
"""What it is about, which row of that, and which half of a line."""


@dataclass(frozen=True, slots=True)
class Put:
    """The answer at the cursor; the cursor goes on."""

    point: int | None


@dataclass(frozen=True, slots=True)
class GoTo:
    """The cursor at another answer."""

    at: int


@dataclass(frozen=True, slots=True)
class NextSheet:
    """One sheet is typed in; on to an empty one."""


@dataclass(frozen=True, slots=True)
class AllIn:
    """The pile is typed in: hand all sheets in."""


@dataclass(frozen=True, slots=True)
class Back:
    """To the answer before, and from the first one back to the ways of asking."""


@dataclass(frozen=True, slots=True)
class PapersScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    waiting: Waiting = field(default=Waiting(), repr=False)
    filled: Filled = field(default=Filled(), repr=False)
    at: int = 0
    """Where the cursor is; past the last answer when all are through."""
    code: str = ""
    """The short code of the card that a sheet names as unsafe, unfair or untrue, as it is typed."""
    leaving: bool = False
    """Whether Esc was pressed once while sheets wait."""

    @property
    def name(self) -> str:
        return f"papers {self.waiting.count}"

    @property
    def _session(self) -> bool:
        return live(self.desk).state.phase is Phase.SURVEY

    def _cells(self) -> tuple[Cell, ...]:
        """Every answer of the sheet, in the order in which it is typed."""
        asked = halves(live(self.desk).state)
        lines = tuple((LINE, row, half) for row in range(QUESTIONS) for half in asked)
        if not self._session:
            return lines
        voice = tuple((VOICED, row, 0) for row in range(len(VOICE_SHORT)))
        return (*lines, *voice, (HARMED, 0, 0), (CAME_AS, 0, 0))

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Put(point):
                return Stay(self._put(point))
            case GoTo(at):
                return Stay(replace(self, at=at, leaving=False))
            case Wrote("code", words):
                filled = replace(self.filled, card=self._card_of(words))
                return Stay(replace(self, code=words, filled=filled))
            case Wrote(about, words):
                return Stay(replace(self, filled=self.filled.wrote(about, words)))
            case NextField():
                return Stay(self, (FocusOn("change"),))
            case NextSheet():
                return self._next()
            case AllIn():
                return self._hand_in()
            case Back():
                return self._back()
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _put(self, point: int | None) -> "PapersScreen":
        cells = self._cells()
        if self.at >= len(cells):
            return self
        about, row, half = cells[self.at]
        if point is not None and point > len(_points(cells[self.at])):
            return self
        filled = self.filled
        match about:
            case "line":
                filled = filled.answered(half, row, point)
            case "voice":
                filled = filled.voiced(row, point)
            case "harm":
                filled = replace(filled, harm=point)
            case _:
                filled = replace(filled, came=point)
        return replace(self, filled=filled, at=self.at + 1, leaving=False)

    def _card_of(self, code: str) -> CardId | None:
        """The card with this short code, however it was written down: E-07, e07."""
        wanted = _bare(code)
        cards = live(self.desk).pack.cards
        return next((each.id for each in cards if wanted and _bare(each.code) == wanted), None)

    def _with_this(self) -> Waiting:
        state = live(self.desk).state
        return self.waiting.with_one_more(
            self.filled, Way.PAPER, state.setup.form, lines=True, session=self._session
        )

    def _next(self) -> Outcome:
        if self.filled == Filled():
            return Stay(self, (Notice(_("Nothing of this sheet has been typed in yet.")),))
        return Stay(PapersScreen(self.desk, self._with_this()))

    def _hand_in(self) -> Outcome:
        """What stands on the screen belongs to the pile, if anything does."""
        waiting = self.waiting if self.filled == Filled() else self._with_this()
        if waiting.empty:
            return Replace(screen_for(self.desk))
        answer = live(self.desk).send(waiting.command)
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        return Replace(screen_for(self.desk))

    def _back(self) -> Outcome:
        if self.at:
            return Stay(replace(self, at=self.at - 1))
        if (self.waiting.count or self.filled != Filled()) and not self.leaving:
            words = _(
                "Sheets wait to be handed in with H. Esc once more lets them go; paper is left."
            )
            return Stay(replace(self, leaving=True), (Notice(words),))
        return Replace(screen_for(self.desk))

    # Looking.

    def view(self, env: Env) -> View:
        cells = self._cells()
        here = cells[self.at] if self.at < len(cells) else None
        keys = self._keys(here)
        number = self.waiting.count + 1
        done = Button(_("Next sheet"), NextSheet(), "next sheet", "Space", Kind.PRIMARY, height=80)
        all_in = Button(_("That was the pile"), AllIn(), "all in", "H", height=80)
        beside = soft(_waiting(self.waiting.count), 25)
        through = here is None or here[0] != LINE
        # Where the text is large only the lines round the cursor are shown, so that it stays in view.
        first = max(0, here[1] - 1) if env.narrow and here is not None and not through else 0
        left = Panel(self._lines(cells, first), pad=30, pad_y=22)
        sheet: Widget = left
        if self._session:
            right = Panel(self._about_session(cells), pad=30, pad_y=22)
            sheet = (
                Column((right, left) if through else (left, right), gap=20)
                if env.narrow
                else Row((Grow(left, 1.05), Grow(right)), gap=24, align=0, stretch=True)
            )
        body = acting(
            env,
            Column((self._keypad(here), sheet), gap=18),
            (done, all_in),
            beside=beside,
            key="papers",
        )
        under = _("One key an answer: 1 to 5, 0 or P for prefer not to say, Enter for left open.")
        if env.narrow:
            body_titled: Widget = body
        else:
            body_titled = titled(
                _("Paper sheet {number}").format(number=number), under, body, size=48
            )
        return View(
            _("Paper sheet {number}").format(number=number),
            framed(env, body_titled, keys),
            keys,
            primary=NextSheet(),
            back=Back(),
            # Somebody's answers, typed in by somebody else.
            private=True,
        )

    def _keys(self, here: Cell | None) -> tuple[Binding, ...]:
        own: list[Binding] = [Binding("h", _("hand in"), AllIn(), footer=False)]
        if here is not None:
            most = len(_points(here))
            own.extend(
                Binding(str(point), _("answer"), Put(point), footer=False)
                for point in range(NOT_SAID, most + 1)
            )
            own.append(Binding("p", _("prefer not to say"), Put(NOT_SAID), footer=False))
            own.append(Binding("enter", _("left open"), Put(None), footer=False))
        return (
            Binding("f1", _("help"), Ask.HELP),
            Binding("?", _("help"), Ask.HELP, footer=False),
            Binding("b", _("curtain"), Ask.CURTAIN),
            Binding("s", _("support"), Ask.SUPPORT),
            Binding("escape", _("back"), Back(), cap="Esc"),
            *own,
        )

    def _keypad(self, here: Cell | None) -> Widget:
        """The answers that can be given where the cursor is, for eyes and for a pointer."""
        if here is None:
            return Row((Grow(heading(_("All answers are through. Words, if there are any."), 30)),))
        chips = [
            Chip(f"{point}  {_(words)}", Put(point), f"put {point}", size=25, pad=18, height=50)
            for point, words in enumerate(_points(here), 1)
        ]
        chips.append(Chip(f"0  {_(SKIP)}", Put(NOT_SAID), "put 0", size=25, pad=18, height=50))
        chips.append(Chip(_("Enter  Left open"), Put(None), "put none", size=25, pad=18, height=50))
        return Flow(tuple(chips), gap=10, line_gap=10)

    def _lines(self, cells: tuple[Cell, ...], first: int) -> Widget:
        state = live(self.desk).state
        asked = halves(state)
        words = Style(24, Face.SEMIBOLD, INK, 1.2)
        head = Row(
            (
                Grow(heading(_("How well do you understand …"), 27)),
                *(
                    Fixed(Text(half_in_short(state, half), words, 0.5), 110, scaled=True)
                    for half in asked
                ),
            ),
            gap=10,
        )
        rows: list[Widget] = [head]
        for row in range(first, QUESTIONS):
            boxes = tuple(self._box(cells, (LINE, row, half)) for half in asked)
            name = Text(f"{row + 1}  {label_of(row)}", Style(27, Face.REGULAR, INK, 1.2))
            rows.append(Row((Grow(name), *boxes), gap=10))
        return Column(tuple(rows), gap=8)

    def _about_session(self, cells: tuple[Cell, ...]) -> Widget:
        rows: list[Widget] = [heading(_("About the session"), 27)]
        named = [
            *((VOICED, row, 0) for row in range(len(VOICE_SHORT))),
            (HARMED, 0, 0),
            (CAME_AS, 0, 0),
        ]
        labels = (*VOICE_SHORT, HARM, CAME)
        for label, cell in zip(labels, named, strict=True):
            name = Text(_(label), Style(27, Face.REGULAR, INK, 1.2))
            rows.append(Row((Grow(name), self._box(cells, cell)), gap=10))
        if (self.filled.harm or 0) > 1:
            rows.append(self._which_card())
        rows.append(Rule())
        rows.append(words_field("stays", _(STAYS), self.filled.stays, NextField(), rows=1))
        rows.append(words_field("change", _(CHANGE), self.filled.change, NextSheet(), rows=1))
        return Column(tuple(rows), gap=8)

    def _which_card(self) -> Widget:
        named = self.filled.card
        told = "" if named is None else live(self.desk).pack.card(named).title
        if self.code and named is None:
            told = _("No card has this code.")
        writing = TextField(
            "code",
            self.code,
            partial(Wrote, "code"),
            _(HARM_CARD),
            hint=_("Its code, such as E-07"),
            limit=8,
            size=27,
        )
        return Row((Fixed(writing, 330, scaled=True), Grow(soft(told or _(HARM_CARD), 25))), gap=14)

    def _box(self, cells: tuple[Cell, ...], cell: Cell) -> Widget:
        """One answer; the cursor's is in ink."""
        at = cells.index(cell)
        value = self._value(cell)
        here = at == self.at
        text = "" if value is None else "–" if value == NOT_SAID else str(value)
        words = Text(
            text or " ", Style(28, Face.BOLD, ON_INK if here else INK, 1.2), 0.5, kind="label"
        )
        box = Panel(
            words,
            fill=INK if here else CREAM if value is not None else CARD,
            line=INK if here else SAND_LINE,
            line_width=2,
            raised=False,
            radius=12,
            pad=6,
            pad_y=4,
        )
        about, row, half = cell
        name = (
            f"{label_of(row)}, {_(HALVES[half]).lower()}"
            if about == LINE
            else _(_NAMES[about][row])
        )
        said = (
            _("left open") if value is None else _("not said") if value == NOT_SAID else str(value)
        )
        role = Role("button", name, said)
        return Fixed(Tap(box, GoTo(at), f"{about} {row} {half}", role, 12), 110, scaled=True)

    def _value(self, cell: Cell) -> int | None:
        about, row, half = cell
        if about == LINE:
            return self.filled.half(half)[row]
        if about == VOICED:
            return self.filled.voice[row]
        return self.filled.harm if about == HARMED else self.filled.came


_NAMES = {VOICED: VOICE_SHORT, HARMED: (HARM,), CAME_AS: (CAME,)}


def _points(cell: Cell) -> tuple[str, ...]:
    about, row = cell[:2]
    if about == LINE:
        return points_of(row)
    return {VOICED: VOICE_POINTS, HARMED: tuple(Harm), CAME_AS: tuple(Group)}[about]


def _texts(choices: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(each) for each in choices)


def _bare(code: str) -> str:
    return "".join(each for each in code.casefold() if each.isalnum())


def _waiting(count: int) -> str:
    if not count:
        return _("Typed sheets wait here, mixed, until the whole pile is handed in.")
    return ngettext(
        "One sheet waits here, mixed.", "{count} sheets wait here, mixed.", count
    ).format(count=counted(count))
