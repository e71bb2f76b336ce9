"""The preview: one card as a session will show it, stage by stage."""

from game.app.desk import Desk
from game.model.pack import Card
from game.rules.state import Stage
from game.ui.kit.boxes import Column, Flow, Grow
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.screens.conversation import NAMES
from game.ui.screens.frame import framed, spread
from game.ui.screens.front import Close, front, front_keys
from game.ui.screens.rehearsing import sheets
from game.ui.stack import Binding, Env, Outcome, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class ShowStage:
    stage: Stage


@dataclass(frozen=True, slots=True)
class PreviewScreen:
    """See the module. A card of the open pack follows its file; a draft is shown as it was given."""

    desk: Desk = field(compare=False, repr=False)
    card: Card
    draft: bool = False
    stage: Stage = Stage.MEET
    name: str = "preview"

    def update(self, message: Message) -> Outcome:
        if isinstance(message, ShowStage):
            return Stay(replace(self, stage=message.stage))
        # What stands on the card can be pressed in a session; here it only shows.
        return front(self.desk, self, message) or Stay(self)

    def _shown(self) -> Card:
        return self.card if self.draft else self.desk.card(self.card.id) or self.card

    def view(self, env: Env) -> View:
        card = self._shown()
        on, before = (Stage((self.stage + by) % len(Stage)) for by in (1, -1))
        keys = front_keys(
            Binding("n", "next stage", ShowStage(on)),
            Binding("b", "stage before", ShowStage(before)),
        )
        # The card as printed joins these once there is one.
        stages = tuple(
            Chip(
                NAMES[stage],
                ShowStage(stage),
                f"stage {stage.name.lower()}",
                stage is self.stage,
                radio=True,
                pad=22,
            )
            for stage in Stage
        )
        main, side = sheets(self.desk, card, self.stage, env)
        actions: tuple[Widget, ...] = (
            Button(f"On to {NAMES[on]}", ShowStage(on), "next", "N", Kind.PRIMARY, height=88),
            Button("Back", Close(), "back", "Esc"),
        )
        body = spread(env, main, side, actions, key=f"preview {self.stage}")
        whole = Column((Flow(stages, gap=10, line_gap=10), Grow(body)), gap=22)
        return View(
            f"Preview: {card.title}",
            framed(env, whole, keys),
            keys,
            primary=ShowStage(on),
            back=Close(),
        )
