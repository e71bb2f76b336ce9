"""The preview: one card as a session will show it, stage by stage, and as it is printed."""

from game.app.desk import Desk
from game.model.pack import Card
from game.rules.state import Stage
from game.tongue import _
from game.ui.kit.boxes import Column, Flow, Grid, Grow, Panel
from game.ui.kit.content import Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Style
from game.ui.screens.frame import framed, spread
from game.ui.screens.front import Close, front, front_keys
from game.ui.screens.rehearsing import leaves, sheets
from game.ui.stack import Binding, Env, Outcome, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class ShowStage:
    stage: Stage


@dataclass(frozen=True, slots=True)
class ShowPrinted:
    """The card as it comes out of the printer, front and back."""


@dataclass(frozen=True, slots=True)
class PreviewScreen:
    """See the module. A card of the open pack follows its file; a draft is shown as it was given."""

    desk: Desk = field(compare=False, repr=False)
    card: Card
    draft: bool = False
    stage: Stage = Stage.MEET
    printed: bool = False
    name: str = "preview"

    @property
    def b_leafs_back(self) -> bool:
        """B is not the curtain here."""
        return True

    def update(self, message: Message) -> Outcome:
        if isinstance(message, ShowStage):
            return Stay(replace(self, stage=message.stage, printed=False))
        if isinstance(message, ShowPrinted):
            return Stay(replace(self, printed=True))
        # What stands on the card can be pressed in a session; here it only shows.
        return front(self.desk, self, message) or Stay(self)

    def _shown(self) -> Card:
        return self.card if self.draft else self.desk.in_play.card(self.card.id) or self.card

    def view(self, env: Env) -> View:
        card = self._shown()
        on, before = self._beside()
        keys = front_keys(
            Binding("n", _("next"), on[1]),
            Binding("b", _("the one before"), before[1]),
        )
        chips = tuple(
            Chip(
                stage.label,
                ShowStage(stage),
                f"stage {stage.name.lower()}",
                not self.printed and stage is self.stage,
                radio=True,
                pad=22,
            )
            for stage in Stage
        )
        paper = Chip(_("As printed"), ShowPrinted(), "printed", self.printed, radio=True, pad=22)
        actions: tuple[Widget, ...] = (
            Button(
                _("On to {next}").format(next=on[0]), on[1], "next", "N", Kind.PRIMARY, height=88
            ),
            Button(_("Back"), Close(), "back", "Esc"),
        )
        main, side = self._paper(card) if self.printed else sheets(self.desk, card, self.stage, env)
        place = "printed" if self.printed else self.stage
        body = spread(env, main, side, actions, key=f"preview {place}")
        whole = Column((Flow((*chips, paper), gap=10, line_gap=10), Grow(body)), gap=22)
        return View(
            _("Preview: {title}").format(title=card.title),
            framed(env, whole, keys, note_low=True),
            keys,
            primary=on[1],
            back=Close(),
        )

    def _beside(self) -> tuple[tuple[str, Message], tuple[str, Message]]:
        """What comes next and what came before, each with its name; the printed card closes the ring."""
        ring: list[tuple[str, Message]] = [(each.label, ShowStage(each)) for each in Stage]
        ring.append(("print", ShowPrinted()))
        here = len(Stage) if self.printed else int(self.stage)
        return ring[(here + 1) % len(ring)], ring[here - 1]

    def _paper(self, card: Card) -> tuple[Widget, Widget]:
        sides = leaves(self.desk, card)
        words = (
            _("Front and back of the card, 63 by 88 mm. Ctrl P prints it with the others.")
            if len(sides) == 2
            else _("This card is too long for one: it is printed on two, and nothing is lost.")
        )
        note = Panel(Column((heading(_("As printed"), 32), Text(words, Style(28))), gap=14))
        return Panel(Grid(sides, columns=2, gap=28, least=430)), note
