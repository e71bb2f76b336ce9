"""Before and now by show of hands: one line at a time, five points, two counts."""

from game.app.desk import Desk
from game.outcomes.answers import Hands
from game.outcomes.items import POINTS
from game.rules.commands import CountHands, Refusal
from game.rules.state import Phase
from game.rules.view import most_people
from game.tongue import _, ngettext
from game.ui.kit.boxes import Centre, Column, Fixed, Flow, Grid, Grow, Pad, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK
from game.ui.screens.cardsheet import soft
from game.ui.screens.closing import acting
from game.ui.screens.frame import framed
from game.ui.screens.questions import (
    QUESTIONS,
    Plainly,
    asked,
    half_title,
    halves,
    label_of,
    line_head,
    plain_switch,
    points_of,
    step_button,
    turn_plain,
)
from game.ui.screens.registry import live, screen_for
from game.ui.screens.table import news, session_keys, usual
from game.ui.stack import Binding, Env, FocusOn, Notice, Outcome, Replace, Stay, View
from game.values import dataclass, field, replace

Five = tuple[int, int, int, int, int]
NONE: Five = (0, 0, 0, 0, 0)
MOST = 99
ROWS = ("before", "now")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell's field holds."""

    row: int
    point: int
    text: str


@dataclass(frozen=True, slots=True)
class More:
    """One hand more, or less, at a point."""

    row: int
    point: int
    by: int


@dataclass(frozen=True, slots=True)
class CellDone:
    """Enter in a cell's field: on to the next cell, and after the last to the next line."""

    row: int
    point: int


@dataclass(frozen=True, slots=True)
class NextLine:
    pass


@dataclass(frozen=True, slots=True)
class LineBefore:
    pass


@dataclass(frozen=True, slots=True)
class HandsScreen:
    """One of the eight lines; its counts wait here until the table goes on."""

    desk: Desk = field(compare=False, repr=False)
    item: int = 0
    draft: tuple[Five, Five] | None = None
    """The counts while they are being changed; None while the session's own stand."""

    @property
    def name(self) -> str:
        return f"hands {self.item}"

    @property
    def keeps_drafts(self) -> bool:
        return True

    @property
    def counts(self) -> tuple[Five, Five]:
        """Before and now, as they stand on the screen."""
        return self.draft or self._counted()

    @property
    def _halves(self) -> tuple[int, ...]:
        return halves(live(self.desk).state)

    def _counted(self) -> tuple[Five, Five]:
        hands = live(self.desk).state.closing.hands
        found = next((each for each in hands if each.item == self.item), None)
        return (NONE, NONE) if found is None else (found.before, found.now)

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Typed(row, point, text):
                return self._typed(row, point, text)
            case Plainly():
                turn_plain(self.desk)
                return Stay(self)
            case More(row, point, by):
                return Stay(self._with(row, point, self.counts[row][point] + by))
            case CellDone(row, point):
                return self._cell_done(row, point)
            case NextLine():
                return self._leave(self.item + 1)
            case LineBefore():
                return self._leave(self.item - 1)
            case _:
                return self._shared(message)

    def _shared(self, message: Message) -> Outcome:
        """What every session screen understands; the counts are kept first, so none is lost."""
        trouble = self._kept()
        if trouble is not None:
            return Stay(self, (Notice(trouble.sentence),))
        fresh = replace(self, draft=None)
        outcome = usual(self.desk, fresh, message) or Stay(fresh)
        if isinstance(outcome, Replace) and live(self.desk).state.phase in {
            Phase.SURVEY,
            Phase.BEFORE,
        }:
            # A count was taken back: the table stays at its line and sees what stands now.
            return Stay(fresh, outcome.cues)
        return outcome

    def _with(self, row: int, point: int, count: int) -> "HandsScreen":
        """The same line with another count at one point."""
        counts = [list(five) for five in self.counts]
        counts[row][point] = min(MOST, max(0, count))
        before, now = (_five(five) for five in counts)
        return replace(self, draft=(before, now))

    def _typed(self, row: int, point: int, text: str) -> Outcome:
        digits = "".join(each for each in text if each in "0123456789")[:2]
        screen = self._with(row, point, int(digits or "0"))
        if digits == text:
            return Stay(screen)
        # Anything but a number does not stay in the field.
        return Stay(screen, (FocusOn(_cell(row, point)),))

    def _cell_done(self, row: int, point: int) -> Outcome:
        cells = [(each, at) for each in self._halves for at in range(len(POINTS))]
        after = cells.index((row, point)) + 1
        if after == len(cells):
            return self._leave(self.item + 1)
        return Stay(self, (FocusOn(_cell(*cells[after])),))

    def _leave(self, to: int) -> Outcome:
        """Keep the counts, and go to another line or back."""
        trouble = self._kept()
        if trouble is not None:
            return Stay(self, (Notice(trouble.sentence),))
        if 0 <= to < QUESTIONS:
            return Replace(HandsScreen(self.desk, to))
        if to < QUESTIONS or live(self.desk).state.closing.hands:
            return Replace(screen_for(self.desk))
        from game.ui.screens.survey import SurveyScreen  # noqa: PLC0415 - each leads to the other

        # Every line was left open: a clicker must not be led round them again.
        return Replace(SurveyScreen(self.desk, asked=True))

    def _kept(self) -> Refusal | None:
        """Put the counts to the rules, if they have changed."""
        if self.draft is None or self.draft == self._counted():
            return None
        before, now = self.draft
        answer = live(self.desk).send(CountHands(Hands(self.item, before, now)))
        return answer if isinstance(answer, Refusal) else None

    # Looking.

    def view(self, env: Env) -> View:
        last = self.item == QUESTIONS - 1
        onward = Button(
            _("That was the last line")
            if last
            else _("Next: {next}").format(next=label_of(self.item + 1)),
            NextLine(),
            "onward",
            "Space",
            Kind.PRIMARY,
            height=88,
        )
        back = Button(
            _("Line before") if self.item else _("Back"), LineBefore(), "back", "Esc", height=88
        )
        switch, plain = plain_switch(self.desk)
        hint = Flow(
            (switch, soft(_("Type a number, then Enter; Space when the line is done."), 25)), gap=24
        )
        sheet = self._sheet(env)
        body = acting(env, sheet, (onward, back), beside=hint, key=self.name)
        keys = session_keys(
            self.desk,
            Binding("escape", _("line before"), LineBefore(), cap="Esc", footer=False),
            plain,
        )
        return View(
            _("Show of hands: {label}").format(label=label_of(self.item)),
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=NextLine(),
            back=LineBefore(),
            # A number can be typed at once, line after line.
            focus=_cell(self._halves[0], 0),
        )

    def _sheet(self, env: Env) -> Widget:
        rows = tuple(self._row(row) for row in self._halves)
        asks = Text(
            asked(self.item, plain=self.desk.settings.plain),
            Style(36 if not env.narrow else 33, Face.SEMIBOLD, INK, 1.3),
            kind="heading",
        )
        inside = Pad(Column((asks, *rows), gap=26), 44, 30, 44, 36)
        return Panel(Column((line_head(self.item), inside), gap=0), pad=0, radius=34)

    def _row(self, row: int) -> Widget:
        total = sum(self.counts[row])
        hands = ngettext("{count} hand", "{count} hands", total).format(count=total)
        top = Row(
            (
                Grow(heading(half_title(live(self.desk).state, row), 31)),
                Text(hands, Style(27, Face.SEMIBOLD, INK, 1.2), kind="status"),
            )
        )
        cells = tuple(self._stepper(row, point) for point in range(len(POINTS)))
        parts: list[Widget] = [top, Grid(cells, columns=5, gap=16, least=218)]
        people = most_people(live(self.desk).state.seats)
        if people is not None and total > people:
            # A remark, not a refusal: somebody may have joined in without a seat.
            said = _("More hands than the {people} people at the table. Fine, if others joined in.")
            words = Text(
                said.format(people=people), Style(27, Face.SEMIBOLD, INK, 1.3), kind="status"
            )
            parts.insert(1, Row((Icon("info-circle", 34, INK), Grow(words)), gap=14))
        return Column(tuple(parts), gap=12)

    def _stepper(self, row: int, point: int) -> Widget:
        """One point of the scale: its name, and a count that can be typed or stepped."""
        title = half_title(live(self.desk).state, row)
        words = _(points_of(self.item)[point])
        label = f"{words}, {title.lower()}"
        count = self.counts[row][point]
        fieldset = TextField(
            _cell(row, point),
            str(count) if count else "",
            lambda text: Typed(row, point, text),
            label,
            hint="0",
            limit=3,
            done=CellDone(row, point),
            more=More(row, point, 1),
            less=More(row, point, -1),
            digits=True,
            face=Face.BOLD,
        )
        steps = Row(
            (
                step_button(
                    "minus",
                    _("One hand less: {label}").format(label=label),
                    More(row, point, -1),
                    _cell(row, point),
                ),
                Fixed(fieldset, 92, scaled=True),
                step_button(
                    "plus",
                    _("One hand more: {label}").format(label=label),
                    More(row, point, 1),
                    _cell(row, point),
                ),
            ),
            gap=8,
        )
        name = Text(words, Style(28, Face.SEMIBOLD, INK, 1.2), 0.5, kind="label")
        inside = Column((name, Centre(steps)), gap=10)
        return Panel(inside, fill=CREAM, raised=False, radius=22, pad=8, pad_y=14)


def _cell(row: int, point: int) -> str:
    return f"{ROWS[row]} {point + 1}"


def _five(counts: list[int]) -> Five:
    one, two, three, four, five = counts
    return one, two, three, four, five
