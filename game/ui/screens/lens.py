"""Choosing another lens: any seat may, for any reason or none, and nobody asks which."""

from game.app.desk import Desk
from game.model.lenses import DEALT, Lens
from game.rules.commands import ChooseLens, Refusal
from game.rules.view import Voice, letter, prompt_for, seat, shape, voices
from game.tongue import _
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Column, Flow, Grow, Panel, Row
from game.ui.kit.content import Rule, Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Span, Style
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, section, spread, titled
from game.ui.screens.registry import live
from game.ui.screens.stages import lens_words
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
            Chip(lens.label, Take(lens), f"lens {lens.name.lower()}", now.lens is lens, radio=True)
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
        keep = Button(_("Keep it as it is"), Pop(), "keep", "Space", Kind.PRIMARY, height=88)
        body = titled(
            _("A lens for {name}").format(name=sitting.name),
            _("A lens is a viewpoint to speak from, never a part to act."),
            spread(
                env,
                Column(
                    (
                        section(_("Viewpoints"), Flow(chips)),
                        section(
                            _("Or"), Flow(free), soft(_("Nobody needs to tell their own story."))
                        ),
                    ),
                    gap=24,
                ),
                self._now(now),
                (keep,),
                key="lenses",
            ),
        )
        keys = (Binding("escape", _("back"), Pop(), cap="Esc"),)
        chosen = "lens " + now.lens.name.lower()
        return View(
            heading(_("Lens")).plain,
            framed(env, body, keys),
            keys,
            primary=Pop(),
            back=Pop(),
            focus=chosen,
        )

    def _now(self, voice: Voice) -> Widget:
        """Whose voice it is, from where it speaks so far, and what the card asks from where."""
        session = live(self.desk)
        sitting = seat(session.state, voice.seat)
        who = Column((heading(sitting.name, 32), soft(lens_words(voice.lens), 25)), gap=0)
        asked = Text(prompt_for(session.pack, session.state), Style(31, Face.SEMIBOLD, INK, 1.35))
        parts: tuple[Widget, ...] = (
            Row((Token(shape(sitting), letter(sitting), 66), Grow(who)), gap=22),
            Rule(),
            asked,
            *self._elsewhere(voice.lens),
        )
        return Panel(Column(parts, gap=16))

    def _elsewhere(self, lens: Lens) -> tuple[Widget, ...]:
        """What the card asks from the viewpoints that matter most to it."""
        session = live(self.desk)
        held = session.state.round
        card = None if held is None else session.pack.card(held.card)
        others = () if card is None else tuple(e for e in card.lenses if e.lens is not lens)
        if not others:
            return ()
        prompts = tuple(
            Text(
                (
                    Span(f"{each.lens.label}: ", Style(25, Face.SEMIBOLD, INK, 1.3)),
                    Span(each.prompt, Style(25, Face.REGULAR, INK, 1.3)),
                )
            )
            for each in others
        )
        return (Rule(), soft(_("The card also asks:"), 25), *prompts)

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Pop):
            return message
        if not isinstance(message, Take):
            return Stay(self)
        state = live(self.desk).state
        now = next(voice for voice in voices(state) if voice.now)
        if message.lens is now.lens:
            return Pop()
        answer = live(self.desk).send(ChooseLens(now.seat, message.lens))
        if isinstance(answer, Refusal):
            return Stay(self, (Notice(answer.sentence),))
        return Pop()
