"""The pause: a calm screen while the clock stands still."""

from game.app.desk import Desk
from game.model.themes import Theme
from game.rules.commands import Refusal, SwapCard
from game.rules.legal import legal_commands
from game.rules.view import lit_panes
from game.tongue import _
from game.ui.art.door import Door
from game.ui.kit.boxes import Centre, Column, Fixed, Grow, Row
from game.ui.kit.content import Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.frame import framed
from game.ui.screens.front import front, front_keys
from game.ui.screens.registry import Ask, live, screen_for
from game.ui.screens.table import resumed, stop_here
from game.ui.stack import Binding, Env, Notice, Outcome, Pop, Replace, Stay, View
from game.values import dataclass, field


@dataclass(frozen=True, slots=True)
class CarryOn:
    """The clock goes on, and so does the table."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Another card instead of this one."""


@dataclass(frozen=True, slots=True)
class Stop:
    """On to the closing."""


@dataclass(frozen=True, slots=True)
class PauseScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    name: str = "pause"

    def update(self, message: Message) -> Outcome:
        match message:
            case CarryOn():
                resumed(self.desk)
                return Pop()
            case Swap():
                return self._swap()
            case Stop():
                resumed(self.desk)
                return stop_here(self.desk)
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _swap(self) -> Outcome:
        resumed(self.desk)
        answer = live(self.desk).send(SwapCard())
        said = (Notice(answer.sentence),) if isinstance(answer, Refusal) else ()
        return Replace(screen_for(self.desk), all_of_them=True, cues=said)

    def view(self, env: Env) -> View:
        session = live(self.desk)
        legal = legal_commands(session.pack, session.state)
        keys = [
            Binding("p", _("carry on"), CarryOn()),
            Binding("escape", _("carry on"), CarryOn(), cap="Esc", footer=False),
            Binding("s", _("support"), Ask.SUPPORT),
        ]
        more: list[Widget] = []
        if SwapCard() in legal:
            keys.append(Binding("w", _("swap"), Swap(), footer=False))
            more.append(Button(_("Swap this card for another"), Swap(), "swap", "W"))
        more.append(Button(_("Where to turn"), Ask.SUPPORT, "support", "S"))
        keys.append(Binding("e", _("stop here"), Stop(), footer=False))
        more.append(Button(_("Stop here, on to the closing"), Stop(), "stop", "E"))
        bound = front_keys(*keys, close="")
        words = Column(
            (
                Text(_("A pause"), Style(92, Face.HEAVY, INK, 1.1), kind="heading"),
                Text(
                    _(
                        "The clock has stopped, and everything is saved. Stay a while, take a break, "
                        "or carry on when the table is ready."
                    ),
                    Style(38, Face.REGULAR, INK, 1.4),
                ),
                Text(_("No reason is asked."), Style(31, Face.REGULAR, SOFT, 1.4)),
            ),
            gap=26,
        )
        carry_on = Button(_("Carry on"), CarryOn(), "carry on", "Space", Kind.PRIMARY, height=98)
        if env.narrow:
            body: Widget = Column(
                (Grow(Scroll(Column((words, *more), gap=22), key="pause")), carry_on), gap=20
            )
        else:
            light = tuple(1.0 if theme in lit_panes(session.state) else 0.0 for theme in Theme)
            right = Column(
                (
                    Grow(Scroll(Centre(words, across=0), key="pause")),
                    Column((*more, carry_on), gap=18),
                ),
                gap=24,
            )
            wide = 720 if env.width > 1700 else 520
            body = Row(
                (Fixed(Centre(Door(light)), wide), Grow(right)), gap=80, align=0, stretch=True
            )
        return View(
            _("A pause"), framed(env, body, bound), bound, primary=CarryOn(), back=CarryOn()
        )
