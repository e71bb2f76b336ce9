"""
The conversation: one card, seven stages, always the same shape.

What each stage shows of the card is in `stages`; what stands beside it, in `sidepanel`.
"""

from functools import partial

from game.app.desk import Desk
from game.model.themes import Theme
from game.rules.commands import NextStage, NextVoice, Pass, Refusal, SwapCard, WriteWords
from game.rules.events import ConversationEnded, Event, PanesProposed
from game.rules.state import PlayedOn, Stage
from game.rules.view import seat, voices
from game.tongue import _
from game.ui.kit.again import Again
from game.ui.kit.boxes import Column, Fit, Fixed, Grow, Panel, Row
from game.ui.kit.content import Rule, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, INK, ON_INK, SAND, SAND_LINE, SOFT
from game.ui.screens.cardsheet import card_sheet
from game.ui.screens.frame import framed, spread
from game.ui.screens.languages import (
    NextLanguage,
    in_its_language,
    language_keys,
    second_of,
    turn_to_next,
)
from game.ui.screens.lens import LensScreen
from game.ui.screens.registry import Ask, live
from game.ui.screens.sidepanel import ChangeLens, side_panel, think_refresh
from game.ui.screens.stages import KeepWords, Wrote, card_parts
from game.ui.screens.table import Do, ask, news, session_keys, timer_refresh, usual
from game.ui.stack import (
    Binding,
    Cue,
    Env,
    Notice,
    Outcome,
    Push,
    PutDown,
    Screen,
    Sound,
    Stay,
    Tween,
    View,
)
from game.values import dataclass, field

LETTERS = 8
"""As many as "Evidence" has: every stage has room for so many, and a longer name for its own."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """The host asks for a prompt to help the talk along."""


@dataclass(frozen=True, slots=True)
class Onward:
    """To the next stage."""


@dataclass(frozen=True, slots=True)
class ConversationScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    nudged: int = 0
    words: str | None = None
    """The shared sentence while it is being typed; None while the session's own stands."""

    @property
    def name(self) -> str:
        stage = live(self.desk).state.stage
        return f"conversation {stage.name.lower()}"

    @property
    def keeps_drafts(self) -> bool:
        return True

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Nudge():
                return self._nudge()
            case ChangeLens():
                return Push(LensScreen(self.desk))
            case Wrote(words):
                return Stay(ConversationScreen(self.desk, self.nudged, words))
            case KeepWords() | PutDown():
                return self._kept(self)
            case NextLanguage():
                turn_to_next(self.desk)
                return Stay(ConversationScreen(self.desk, self.nudged, self.words))
            case Onward():
                kept = self._kept(self)
                if isinstance(kept, Stay) and kept.cues:
                    return kept
                return ask(
                    self.desk, ConversationScreen(self.desk, self.nudged), NextStage(), cues=_cues
                )
            case Do() | Ask():
                # What is typed is kept first, so that nothing that follows can lose it.
                kept = self._kept(self)
                if isinstance(kept, Stay) and kept.cues:
                    return kept
                fresh = ConversationScreen(self.desk, self.nudged)
                if isinstance(message, Do):
                    marked = live(self.desk).state.proposal.panes
                    told = partial(_told, marked)
                    return ask(self.desk, fresh, message.command, cues=told)
                return usual(self.desk, fresh, message) or Stay(fresh)
            case _:
                return usual(self.desk, self, message) or Stay(self)

    def _kept(self, screen: Screen) -> Outcome:
        """Write the sentence down, if it has changed."""
        if self.words is None or self.words == live(self.desk).state.proposal.words:
            return Stay(ConversationScreen(self.desk, self.nudged))
        answer = live(self.desk).send(WriteWords(self.words))
        if isinstance(answer, Refusal):
            return Stay(screen, (Notice(answer.sentence),))
        return Stay(ConversationScreen(self.desk, self.nudged))

    def _nudge(self) -> Outcome:
        nudges = live(self.desk).pack.nudges
        if not nudges:
            return Stay(self)
        words = nudges[self.nudged % len(nudges)]
        screen = ConversationScreen(self.desk, self.nudged + 1, self.words)
        return Stay(screen, (Notice(words),))

    # Looking.

    def view(self, env: Env) -> View:
        session = live(self.desk)
        state = session.state
        if state.round is None:
            raise LookupError("no conversation is under way")
        card = session.pack.card(state.round.card)
        stage = state.stage
        main, side = self.sheets(env)
        actions = self._actions(env)
        # Two languages need the room more than what stands beside them.
        beside_it = 620 if second_of(self.desk, card) is None else 500
        body = spread(env, main, side, actions, key=f"{card.id} {stage}", side_width=beside_it)
        if not env.narrow:
            body = Column((stage_strip(stage, env.text), Grow(body)), gap=26)
        keys = self._keys()
        primary: Message = Do(NextVoice()) if stage is Stage.ROUND else Onward()
        thinking = stage is Stage.THINK
        return View(
            f"{stage.label}: {card.title}",
            framed(env, body, keys, news(self.desk)),
            keys,
            primary=primary,
            back=Ask.BACK,
            refresh=think_refresh(self.desk) if thinking else timer_refresh(self.desk, env),
        )

    def sheets(self, env: Env) -> tuple[Widget, Widget]:
        """The card as it lies at this stage, and what stands beside it."""
        session = live(self.desk)
        state = session.state
        if state.round is None:
            raise LookupError("no conversation is under way")
        card = session.pack.card(state.round.card)
        stage = state.stage
        middle = stage in {Stage.THINK, Stage.EVIDENCE, Stage.KEEP}
        numbered = (
            _("{stage}, {place} of 7").format(stage=stage.label, place=stage + 1)
            if env.narrow
            else ""
        )
        second = second_of(self.desk, card)
        parts = card_parts(self.desk, env, card, self.words)
        middle = middle and (stage is Stage.EVIDENCE or second is None)
        main = card_sheet(card, parts, middle=middle, stage=numbered)
        if second is None:
            main = in_its_language(session.pack, card, main)
        return main, side_panel(self.desk, env, card)

    def _keys(self) -> tuple[Binding, ...]:
        own: list[Binding] = []
        stage = live(self.desk).state.stage
        if stage is Stage.ROUND:
            own.append(Binding("x", _("pass"), Do(Pass()), footer=False))
            own.append(Binding("l", _("lens"), ChangeLens(), footer=False))
            own.append(Binding("enter", _("on to Talk"), Onward(), footer=False))
            own.append(Binding("space", _("next voice"), Do(NextVoice()), footer=False))
        if stage in {Stage.ROUND, Stage.TALK, Stage.EVIDENCE, Stage.AGREE}:
            own.append(Binding("n", _("nudge"), Nudge(), footer=False))
        own.extend(language_keys(self.desk))
        if stage < Stage.AGREE and live(self.desk).state.setup.played_on is PlayedOn.COMPANION:
            own.append(Binding("w", _("another card"), Do(SwapCard())))
        return session_keys(self.desk, *own)

    # The actions.

    def _actions(self, env: Env) -> tuple[Widget, ...]:
        state = live(self.desk).state
        stage = state.stage
        if stage is Stage.ROUND:
            return self._round_actions(env)
        onward = (
            _("End of the card")
            if stage is Stage.KEEP
            else _("On to {next}").format(next=Stage(stage + 1).label)
        )
        first = Button(onward, Onward(), "onward", "Space", Kind.PRIMARY, height=88)
        if stage in {Stage.TALK, Stage.AGREE, Stage.EVIDENCE}:
            return (first, Button(_("Nudge"), Nudge(), "nudge", "N"))
        return (first,)

    def _round_actions(self, env: Env) -> tuple[Widget, ...]:
        state = live(self.desk).state
        listed = voices(state)
        after = next((voice for voice in listed if not voice.done and not voice.now), None)
        label = _("Everyone has had their time")
        if after is not None:
            label = _("Next voice: {name}").format(name=seat(state, after.seat).name)
        first = Button(label, Do(NextVoice()), "next", "Space", Kind.PRIMARY, height=88)
        tight = len(listed) > 5
        size = 26 if tight and not env.narrow else 32
        passing = Button(_("Pass"), Do(Pass()), "pass", "X", size=size)
        nudge = Button(_("Nudge"), Nudge(), "nudge", "N", size=size)
        lens = Button(_("Another lens"), ChangeLens(), "lens", "L", size=size)
        onward = Button(_("On to Talk"), Onward(), "onward", "Enter", size=size)
        if env.narrow:
            return (first, passing, nudge, lens, onward)
        if tight:
            return (first, _two(passing, nudge), _two(lens, onward))
        return (first, _two(passing, nudge), onward)


def _two(one: Widget, other: Widget) -> Widget:
    """Two buttons side by side, as wide as each other if their names allow; none is broken in two."""
    alike = Row((Grow(one), Grow(other)), gap=16)
    return Fit((alike, Row((one, Grow(other)), gap=12), Column((one, other), gap=18)))


_STRIP: Again[Widget] = Again()


def stage_strip(now: Stage, text: float = 1.0) -> Widget:
    """The seven stages in a row: done ones filled with sand, the present one with ink."""
    labels = [stage.label for stage in Stage]
    return _STRIP.made((now, text, labels), lambda: _strip(now, text, labels))


def _strip(now: Stage, text: float, labels: list[str]) -> Widget:
    pills: list[Widget] = []
    for stage, name in zip(Stage, labels, strict=True):
        done, here = stage < now, stage is now
        tone = ON_INK if here else INK if done else SOFT
        face = Face.BOLD if here else Face.REGULAR
        label = Text(name, Style(27, face, tone, 1.2), 0.5, kind="label")
        state = "now" if here else "done" if done else "to come"
        stage_pill = Panel(
            label,
            fill=INK if here else SAND if done else CARD,
            line=INK if here else SAND if done else SAND_LINE,
            raised=False,
            radius=32,
            pad=20,
            pad_y=12,
            role=Role("stage", name, state),
        )
        if pills:
            pills.append(Fixed(Rule(SAND_LINE, 4), 14))
        # The names grow with the text; the room at their sides does not.
        letters = max(len(name), LETTERS)
        pills.append(Fixed(stage_pill, 40 + 14.75 * letters * text))
    return Row(tuple(pills), gap=6)


def _told(marked: tuple[Theme, ...], events: tuple[Event, ...]) -> tuple[Cue, ...]:
    """Where a third mark takes the place of one of those *marked*, that is said; else as usual."""
    for event in events:
        if isinstance(event, PanesProposed) and len(event.panes) == len(marked):
            came = next(each for each in event.panes if each not in marked)
            gone = next(each for each in marked if each not in event.panes)
            words = _("Two panes at most: “{new}” took the place of “{old}”.")
            return (Notice(words.format(new=came.label, old=gone.label)),)
    return _cues(events)


def _cues(events: tuple[Event, ...]) -> tuple[Cue, ...]:
    """Where a conversation has ended, its panes fill with light on the board."""
    if any(isinstance(event, ConversationEnded) for event in events):
        return (Tween("light", 1100), Sound("light", _("a pane lights up")))
    return ()
