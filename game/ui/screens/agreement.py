"""The agreement: a few short lines that three voices read aloud, and that the table may change."""

from functools import partial

from game.app.desk import Desk
from game.rules.commands import AcceptAgreement, Refusal, WriteAgreement
from game.rules.words import LINE
from game.tongue import N_, _
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.tones import SOFT
from game.ui.screens.cardsheet import READING
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import bottom, icon_button
from game.ui.screens.registry import Ask, live
from game.ui.screens.seatrow import dashed_row
from game.ui.screens.table import Do, news, session_keys, usual
from game.ui.stack import Binding, Env, FocusOn, Notice, Outcome, Stay, View
from game.values import dataclass, field, replace

VOICES = (N_("First voice"), N_("Second voice"), N_("Third voice"))
MOST_LINES = 16


@dataclass(frozen=True, slots=True)
class Change:
    """Make the lines editable."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as it stands in its field."""

    place: int
    words: str


@dataclass(frozen=True, slots=True)
class NextLine:
    """Enter in a line: on to the next."""

    place: int


@dataclass(frozen=True, slots=True)
class AddLine:
    pass


@dataclass(frozen=True, slots=True)
class DropLine:
    place: int


@dataclass(frozen=True, slots=True)
class KeepLines:
    """The lines are as the table wants them."""


@dataclass(frozen=True, slots=True)
class LeaveLines:
    """Leave the lines as they were."""


def shared_out(lines: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The lines in three parts of nearly equal length, in order; later parts may be empty."""
    parts, at = [], 0
    for voice in range(len(VOICES)):
        count = -(-(len(lines) - at) // (len(VOICES) - voice))
        parts.append(lines[at : at + count])
        at += count
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class AgreementScreen:
    """See the module. `lines` holds the lines while they are being changed."""

    desk: Desk = field(compare=False, repr=False)
    lines: tuple[str, ...] | None = None

    @property
    def name(self) -> str:
        return "agreement" if self.lines is None else "agreement lines"

    # Messages.

    def update(self, message: Message) -> Outcome:
        lines = self.lines
        if lines is None:
            if isinstance(message, Change):
                return Stay(AgreementScreen(self.desk, live(self.desk).state.agreement))
            return usual(self.desk, self, message) or Stay(self)
        match message:
            case Typed(place, words):
                return Stay(replace(self, lines=(*lines[:place], words, *lines[place + 1 :])))
            case NextLine(place):
                last = place + 1 >= len(lines)
                return Stay(self, () if last else (FocusOn(f"line {place + 1}"),))
            case AddLine() if len(lines) >= MOST_LINES:
                return Stay(
                    self,
                    (
                        Notice(
                            _("{most} lines are plenty for one agreement.").format(most=MOST_LINES)
                        ),
                    ),
                )
            case AddLine():
                return Stay(replace(self, lines=(*lines, "")), (FocusOn(f"line {len(lines)}"),))
            case DropLine(place):
                return Stay(replace(self, lines=(*lines[:place], *lines[place + 1 :])))
            case KeepLines():
                return self._keep(lines)
            case LeaveLines():
                return Stay(AgreementScreen(self.desk))
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _keep(self, lines: tuple[str, ...]) -> Outcome:
        session = live(self.desk)
        kept = tuple(line.strip() for line in lines if line.strip())
        if kept != session.state.agreement:
            answer = session.send(WriteAgreement(kept))
            if isinstance(answer, Refusal):
                return Stay(self, (Notice(answer.sentence),))
        return Stay(AgreementScreen(self.desk))

    # Looking.

    def view(self, env: Env) -> View:
        return self._reading(env) if self.lines is None else self._changing(env, self.lines)

    def _reading(self, env: Env) -> View:
        keys = session_keys(
            self.desk, Binding("e", _("change the lines"), Change(), footer=False), talk=False
        )
        parts = shared_out(live(self.desk).state.agreement)
        voices = Grid(
            tuple(_voice(n, part) for n, part in enumerate(parts) if part),
            columns=3,
            gap=28,
            least=470,
        )
        change = Button(_("Change the lines"), Change(), "change", "E", height=88)
        agree = Button(
            _("We agree"), Do(AcceptAgreement()), "agree", "Space", Kind.PRIMARY, height=88
        )
        said = _("A volunteer for each voice. Nobody has to read aloud.")
        actions = bottom(env, said, (change, 440), (agree, 480))
        under = _(
            "Three voices read it aloud. Anything here can be changed until it suits this table."
        )
        body = Column((Grow(Scroll(voices, key="agreement")), actions), gap=24)
        return View(
            _("Our agreement"),
            framed(env, titled(_("Our agreement"), under, body), keys, news(self.desk)),
            keys,
            primary=Do(AcceptAgreement()),
            back=Ask.BACK,
        )

    def _changing(self, env: Env, lines: tuple[str, ...]) -> View:
        keys = (
            Binding("f1", _("help"), Ask.HELP),
            Binding("escape", _("leave as it was"), LeaveLines(), cap="Esc"),
        )
        # About as many letters as one line of a field holds at this size.
        most = int((env.width - 230) / (15.2 * env.text))
        rows = [self._line(n, line, most) for n, line in enumerate(lines)]
        if len(lines) < MOST_LINES:
            rows.append(dashed_row(_("Add a line"), AddLine(), "add line"))
        leave = Button(_("Leave it as it was"), LeaveLines(), "leave", "Esc", height=88)
        keep = Button(_("Keep these lines"), KeepLines(), "keep", kind=Kind.PRIMARY, height=88)
        actions = bottom(env, _("Enter goes on to the next line."), (leave, 440), (keep, 480))
        body = Column(
            (
                Grow(Scroll(Column(tuple(rows), gap=14), key="agreement lines")),
                actions,
            ),
            gap=24,
        )
        under = _("Short lines, in your own words. An empty line falls away.")
        return View(
            _("Change the agreement"),
            framed(env, titled(_("Change the agreement"), under, body), keys),
            keys,
            primary=KeepLines(),
            back=LeaveLines(),
            focus="line 0" if lines else "add line",
        )

    @staticmethod
    def _line(place: int, words: str, most: int) -> Widget:
        text = TextField(
            f"line {place}",
            words,
            partial(Typed, place),
            _("Line {number}").format(number=place + 1),
            hint=_("A short line"),
            limit=LINE,
            rows=2 if len(words) > most else 1,
            done=NextLine(place),
            size=29,
        )
        drop = icon_button(
            "x",
            _("Remove line {number}").format(number=place + 1),
            DropLine(place),
            f"drop {place}",
            SOFT,
        )
        return Row((Grow(text), drop), gap=14)


def _voice(number: int, lines: tuple[str, ...]) -> Widget:
    head = Row((Token("circle", str(number + 1), 66), Grow(heading(_(VOICES[number]), 34))), gap=20)
    said = tuple(Text(line, READING) for line in lines)
    return Panel(
        Column((head, *said), gap=26),
        pad=38,
        pad_y=34,
        role=Role("list", _(VOICES[number])),
    )
