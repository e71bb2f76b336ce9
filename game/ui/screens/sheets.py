"""
What people answer alone, one person at a time, behind the curtain.

Filled-in sheets wait in this screen's memory, mixed, until the table says that everyone has
finished. Only then are they handed in, all at once: no file ever holds when a single sheet was
written, or in which order.
"""

from enum import Enum

from game.app.desk import Desk
from game.outcomes.answers import Way
from game.outcomes.evaluation import VOICE, Group, Harm
from game.report.words import counted
from game.rules.commands import Refusal
from game.rules.state import Phase
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Centre, Column, Fixed, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Space, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK
from game.ui.screens.answering import (
    Answer,
    NameCard,
    NextField,
    Onward,
    Wrote,
    came_page,
    harm_page,
    line_page,
    voice_page,
    words_page,
)
from game.ui.screens.cardsheet import note_line, soft
from game.ui.screens.closing import acting
from game.ui.screens.frame import framed
from game.ui.screens.questions import (
    QUESTIONS,
    Plainly,
    halves,
    label_of,
    plain_switch,
    points_of,
    turn_plain,
)
from game.ui.screens.registry import Ask, live, screen_for
from game.ui.screens.table import usual
from game.ui.screens.waiting import Filled, Waiting
from game.ui.stack import Binding, Env, FocusOn, Notice, Outcome, Replace, Stay, View
from game.values import dataclass, field, replace

ROOMY = 1700
"""From this width on there is room for a line beside the buttons."""

VOICES, HARMS, WORDS, CAMES = range(QUESTIONS, QUESTIONS + 4)
"""The pages about the session, after those of before-and-now."""
_TITLES = {
    VOICES: N_("today’s talk"),
    HARMS: N_("was it all right?"),
    WORDS: N_("in your own words"),
    CAMES: N_("one last line"),
}


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
class Back:
    """To the page before, and from the first one to where the keys are handed over."""


@dataclass(frozen=True, slots=True)
class FinishHere:
    """The sheet is done as it is; whatever was not reached stays open."""


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
    lines: bool = True
    """Whether before-and-now is asked; without it only what the session was like."""
    waiting: Waiting = field(default=Waiting(), repr=False)
    page: Page = Page.HAND_OVER
    at: int = 0
    """Which of the pages somebody is at."""
    filled: Filled = field(default=Filled(), repr=False)
    row: int = 0
    """Which row of the page the number keys answer."""

    @property
    def name(self) -> str:
        step = f" {self._steps[self.at]}" if self.page is Page.ANSWER else ""
        return f"sheets {self.page.value}{step}"

    @property
    def _session(self) -> bool:
        return live(self.desk).state.phase is Phase.SURVEY

    @property
    def _steps(self) -> tuple[int, ...]:
        """The pages of a sheet, in order."""
        lines = range(QUESTIONS if self.lines else 0)
        return (*lines, *(_TITLES if self._session else ()))

    def _rows_of(self, step: int) -> tuple[int, ...]:
        """The rows of a page, by what answers to them are called."""
        if step < QUESTIONS:
            return halves(live(self.desk).state)
        return tuple(range(len(VOICE))) if step == VOICES else (0,)

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Begin():
                return self._to_page(0, Filled())
            case Answer(row, point):
                return Stay(self._answered(row, point))
            case NameCard(card):
                named = None if self.filled.card == card else card
                return Stay(replace(self, filled=replace(self.filled, card=named)))
            case Wrote(about, words):
                return Stay(replace(self, filled=self.filled.wrote(about, words)))
            case NextField():
                return Stay(self, (FocusOn("change"),))
            case Onward():
                last = self.at + 1 == len(self._steps)
                return Stay(self._done()) if last else self._to_page(self.at + 1, self.filled)
            case FinishHere():
                return Stay(self._done())
            case Plainly():
                turn_plain(self.desk)
                return Stay(self)
            case _:
                return self._together(message)

    def _together(self, message: Message) -> Outcome:
        """What concerns all the sheets, and what every screen understands."""
        match message:
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

    def _to_page(self, at: int, filled: Filled) -> Outcome:
        cues = (FocusOn("stays"),) if self._steps[at] == WORDS else ()
        return Stay(self._at_page(at, filled), cues)

    def _at_page(self, at: int, filled: Filled) -> "SheetsScreen":
        row = self._rows_of(self._steps[at])[0]
        return replace(self, page=Page.ANSWER, at=at, filled=filled, row=row)

    def _answered(self, row: int, point: int) -> "SheetsScreen":
        step = self._steps[self.at]
        filled = self.filled
        if step < QUESTIONS:
            filled = filled.answered(row, step, point)
        elif step == VOICES:
            filled = filled.voiced(row, point)
        elif step == HARMS:
            filled = replace(filled, harm=point)
        elif step == CAMES:
            filled = replace(filled, came=point)
        rows = self._rows_of(step)
        after = rows[min(rows.index(row) + 1, len(rows) - 1)]
        return replace(self, filled=filled, row=after)

    def _done(self) -> "SheetsScreen":
        form = live(self.desk).state.setup.form
        waiting = self.waiting.with_one_more(
            self.filled, Way.PRIVATE, form, lines=self.lines, session=self._session
        )
        return SheetsScreen(self.desk, self.lines, waiting)

    def _back(self) -> Outcome:
        if self.page is Page.LET_GO:
            return Stay(replace(self, page=Page.HAND_OVER))
        if self.page is Page.ANSWER and self.at:
            return self._to_page(self.at - 1, self.filled)
        if self.page is Page.ANSWER:
            return Stay(SheetsScreen(self.desk, self.lines, self.waiting))
        if self.waiting.count:
            words = _("Hand the sheets in, or delete them unread: nothing else is done with them.")
            return Stay(self, (Notice(words),))
        return Replace(screen_for(self.desk))

    def _hand_in(self) -> Outcome:
        if self.waiting.empty:
            return Replace(screen_for(self.desk))
        answer = live(self.desk).send(self.waiting.command)
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
            Binding("f1", _("help"), Ask.HELP),
            Binding("?", _("help"), Ask.HELP, footer=False),
            Binding("b", _("curtain"), Ask.CURTAIN),
            Binding("s", _("support"), Ask.SUPPORT),
            Binding("escape", _("back"), Back(), cap="Esc"),
            *own,
        )

    def _hand_over(self, env: Env) -> View:
        done = self.waiting.count
        parts = (
            Text(_("Everyone else looks away, or turns to a neighbour."), Style(42)),
            Text(self._what_is_asked()),
            note_line("lock", _waiting(done), size=28),
        )
        begin = Button(
            _("I have the keys: begin"), Begin(), "begin", "Space", Kind.PRIMARY, height=88
        )
        rest: tuple[Widget, ...] = ()
        if done:
            rest = (
                Button(_("Everyone has finished"), Everyone(), "everyone", "H", height=88),
                Button(_("Delete unread"), LetGo(), "let go", kind=Kind.QUIET, height=88),
            )
        keys = self._keys(
            *((Binding("h", _("hand in"), Everyone(), footer=False),) if done else ())
        )
        title = (
            _("Pass the keys to the next person")
            if done
            else _("Pass the keys to the first person")
        )
        return _calm(env, title, "eye-off", parts, (begin, *rest), keys, Begin())

    def _what_is_asked(self) -> str:
        told = []
        if self.lines:
            twice = len(halves(live(self.desk).state)) > 1
            lines = _("{count} lines, twice each.") if twice else _("{count} lines.")
            told.append(lines.format(count=counted(QUESTIONS)))
        if self._session:
            told.append(
                _("Then four short pages about today’s session.")
                if self.lines
                else _("Four short pages about today’s session.")
            )
        told.append(_("Skip any. No names, and nothing to explain."))
        return " ".join(told)

    def _letting_go(self, env: Env) -> View:
        done = self.waiting.count
        parts = (
            Text(_("Nobody has seen them, and they are kept nowhere else."), Style(42)),
            Text(_("The table can still count hands, or leave before-and-now out.")),
        )
        stay = Button(_("Keep them for now"), Back(), "back", "Space", Kind.PRIMARY, height=88)
        go = Button(_("Delete unread"), LetGo(), "let go", height=88)
        keys = self._keys()
        title = ngettext(
            "Delete this sheet unread?", "Delete these {count} sheets unread?", done
        ).format(count=counted(done).lower())
        return _calm(
            env,
            title,
            "wind",
            parts,
            (stay, go),
            keys,
            Back(),
        )

    def _answering(self, env: Env) -> View:
        step = self._steps[self.at]
        last = self.at + 1 == len(self._steps)
        onward = Button(
            _("Done") if last else _("Next"), Onward(), "onward", "Space", Kind.PRIMARY, height=88
        )
        back = Button(_("Page before") if self.at else _("Back"), Back(), "back", "Esc", height=88)
        finish = Button(_("Finish here"), FinishHere(), "finish", "F", height=88)
        own = [
            Binding(str(point), _("answer"), Answer(self.row, point), footer=False)
            for point in self._points(step)
        ]
        roomy = env.narrow or env.width / env.text > ROOMY
        beside: Widget = soft(_("No names. Skip any question."), 26) if roomy else Space()
        if step < QUESTIONS:
            switch, plain = plain_switch(self.desk)
            own.append(plain)
            beside = Flow((switch, beside), gap=24) if roomy else Row((switch,))
        rest = (back,) if last else (finish, back)
        if not last:
            own.append(Binding("f", _("finish here"), FinishHere(), footer=False))
        body = acting(env, self._page(env, step), (onward, *rest), beside=beside, key=self.name)
        keys = self._keys(*own)
        title = label_of(step) if step < QUESTIONS else _(_TITLES[step])
        return View(
            _("Your sheet: {title}").format(title=title),
            framed(env, body, keys),
            keys,
            primary=Onward(),
            back=Back(),
            private=True,
        )

    @staticmethod
    def _points(step: int) -> range:
        """The number keys that answer something on the page."""
        if step < QUESTIONS:
            return range(len(points_of(step)) + 1)
        return {
            VOICES: range(5),
            HARMS: range(len(Harm) + 1),
            CAMES: range(1, len(Group) + 1),
        }.get(step, range(0))

    def _page(self, env: Env, step: int) -> Widget:
        if step < QUESTIONS:
            return line_page(env, self.desk, step, self.filled, self.row)
        if step == VOICES:
            return voice_page(self.filled, self.row)
        if step == HARMS:
            return harm_page(self.desk, self.filled)
        return words_page(self.filled) if step == WORDS else came_page(self.filled)


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
        return _(
            "Sheets wait in this screen’s memory, mixed. Nothing is saved until everyone has "
            "finished and all are handed in together."
        )
    return ngettext(
        "One sheet waits in this screen’s memory, mixed. Nothing is saved until all are handed in "
        "together; close the game before that, and they are gone.",
        "{count} sheets wait in this screen’s memory, mixed. Nothing is saved until all are handed "
        "in together; close the game before that, and they are gone.",
        done,
    ).format(count=counted(done))
