"""Choosing another lens: any seat may, for any reason or none, and nobody asks which."""

from game.app.desk import Desk
from game.model.lenses import DEALT, Lens
from game.rules.commands import ChooseLens, Refusal
from game.rules.view import seat, voices
from game.tongue import _
from game.ui.kit.boxes import Column, Flow
from game.ui.kit.content import heading
from game.ui.kit.controls import Button, Chip
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, section, titled
from game.ui.screens.registry import live
from game.ui.stack import Binding, Env, Notice, Outcome, Pop, Stay, View
from game.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Take:
    """The voice would like to speak through this lens."""

    lens: Lens


@dataclass(frozen=True, slots=True)
class LensScreen:
    """For the voice that is speaking now."""

    desk: Desk = field(compare=False, repr=False)
    name: str = "lens"

    def view(self, env: Env) -> View:
        state = live(self.desk).state
        now = next(voice for voice in voices(state) if voice.now)
        sitting = seat(state, now.seat)
        chips: tuple[Widget, ...] = tuple(
            Chip(lens.value, Take(lens), f"lens {lens.name.lower()}", now.lens is lens, radio=True)
            for lens in DEALT
        )
        free: tuple[Widget, ...] = (
            Chip(
                _("Speak as yourself"),
                Take(Lens.SELF),
                "lens self",
                now.lens is Lens.SELF,
                radio=True,
            ),
            Chip(_("No lens"), Take(Lens.NONE), "lens none", now.lens is Lens.NONE, radio=True),
        )
        body = titled(
            _("A lens for {name}").format(name=sitting.name),
            _("A lens is a viewpoint to speak from, never a part to act."),
            Scroll(
                Column(
                    (
                        section(_("Viewpoints"), Flow(chips)),
                        section(
                            _("Or"), Flow(free), soft(_("Nobody needs to tell their own story."))
                        ),
                        Button(_("Keep it as it is"), Pop(), "keep", "Esc"),
                    ),
                    gap=24,
                ),
                key="lenses",
            ),
        )
        keys = (Binding("escape", _("back"), Pop(), cap="Esc"),)
        chosen = "lens " + now.lens.name.lower()
        return View(
            heading(_("Lens")).plain, framed(env, body, keys), keys, back=Pop(), focus=chosen
        )

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Pop):
            return message
        if not isinstance(message, Take):
            return Stay(self)
        state = live(self.desk).state
        now = next(voice for voice in voices(state) if voice.now)
        answer = live(self.desk).send(ChooseLens(now.seat, message.lens))
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        return Pop()
