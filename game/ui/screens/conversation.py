"""The conversation: one card, seven stages, always the same shape."""

from game.app.desk import Desk
from game.art.signs import WEIGHTS
from game.model.evidence import RECHECK
from game.model.lenses import Lens
from game.model.pack import Card
from game.model.themes import Theme
from game.rules.commands import (
    NextStage,
    NextVoice,
    Pass,
    PlaceMarker,
    Refusal,
    SwapCard,
    TogglePane,
    WriteWords,
)
from game.rules.events import ConversationEnded, Event
from game.rules.state import PlayedOn, Stage
from game.rules.view import Voice, letter, lit_panes, prompt_for, seat, shape, voices
from game.tongue import N_, _, ngettext
from game.ui.art.door import Door
from game.ui.art.palettes import THEME_ICONS, VOICE, text_of
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Centre, Column, Fixed, Flow, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.dial import Dial
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Span, Style
from game.ui.kit.tones import CARD, CREAM, GOLD, GOOD, INK, ON_INK, SAND, SAND_LINE, SOFT
from game.ui.screens.cardsheet import READING, bulleted, card_sheet, note_line, soft, voice_box
from game.ui.screens.dates import day
from game.ui.screens.frame import framed, spread
from game.ui.screens.languages import (
    NextLanguage,
    beside,
    in_its_language,
    language_keys,
    second_of,
    turn_to_next,
)
from game.ui.screens.lens import LensScreen
from game.ui.screens.people import portrait
from game.ui.screens.registry import Ask, live
from game.ui.screens.table import (
    Do,
    ask,
    gentle_seconds,
    news,
    session_keys,
    stepped,
    timer_refresh,
    usual,
)
from game.ui.stack import Binding, Cue, Env, Notice, Outcome, Push, Screen, Sound, Stay, Tween, View
from game.values import dataclass, field

LARGE = 1.2
"""Above this text size a card is taller than its room, and the question in hand comes first."""

LETTERS = 8
"""As many as "Evidence" has: every stage has room for so many, and a longer name for its own."""

_SAY = {
    Stage.MEET: N_("Somebody reads the scene aloud, the person’s own words last."),
    Stage.THINK: N_("Everyone, in silence. Nobody needs to answer aloud."),
    Stage.TALK: N_("Open to everyone. If you have spoken a lot, count to five."),
    Stage.EVIDENCE: N_("One fact with its source. Does this change anything?"),
    Stage.AGREE: N_("One line that you would all say, or a first step and a day."),
    Stage.KEEP: N_("Each in silence: on paper or in your head. Nothing is typed or shown."),
}


@dataclass(frozen=True, slots=True)
class Nudge:
    """The host asks for a prompt to help the talk along."""


@dataclass(frozen=True, slots=True)
class ChangeLens:
    """The voice now speaking would like another lens."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """The shared sentence as it stands in the field."""

    words: str


@dataclass(frozen=True, slots=True)
class KeepWords:
    """The sentence is finished: Enter in its field, or the next step."""


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

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Nudge():
                return self._nudge()
            case ChangeLens():
                return Push(LensScreen(self.desk))
            case Wrote(words):
                return Stay(ConversationScreen(self.desk, self.nudged, words))
            case KeepWords():
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
            case Do(command):
                fresh = ConversationScreen(self.desk, self.nudged, self.words)
                return ask(self.desk, fresh, command, cues=_cues)
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
            refresh=self._think_refresh() if thinking else timer_refresh(self.desk, env),
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
        parts = self._in_languages(env, card)
        middle = middle and (stage is Stage.EVIDENCE or second is None)
        main = card_sheet(card, parts, middle=middle, stage=numbered)
        if second is None:
            main = in_its_language(session.pack, card, main)
        return main, self._side(env, card)

    def _in_languages(self, env: Env, card: Card) -> tuple[Widget, ...]:
        """What the stage shows of the card, its own words beside those of a second language."""
        parts = self._card_parts(env, card)
        second = second_of(self.desk, card)
        if second is None:
            return parts
        match live(self.desk).state.stage:
            case Stage.EVIDENCE:
                # Facts stand in the words that were checked.
                return parts
            case Stage.AGREE:
                theirs = heading(second[0].agree, 40, text_of(card.theme))
                return (beside(self.desk, env, card, parts[:1], (theirs,)), *parts[1:])
            case Stage.KEEP:
                if not card.helps:
                    return parts
                helps = (_helps(second[0]),)
                return (*parts[:-1], beside(self.desk, env, card, parts[-1:], helps))
            case _:
                return (beside(self.desk, env, card, parts, self._card_parts(env, second[0])),)

    def _think_refresh(self) -> float | None:
        """Nothing moves while people think; the ring changes once, when the time is up."""
        left = self._seconds() - live(self.desk).spot_seconds
        return left if left > 0 else None

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

    def _seconds(self) -> float:
        """How long this stage, or this voice, may gently take; for ever where timers are off."""
        return gentle_seconds(self.desk)

    def _dial(self, size: float) -> Widget | None:
        """The soft timer: a ring that empties, then glows. Nothing happens when it is empty."""
        if not self.desk.settings.timed:
            return None
        state = live(self.desk).state
        passed = live(self.desk).spot_seconds
        left = max(0.0, 1 - passed / self._seconds())
        if state.stage is Stage.THINK and left:
            left = 1.0
        glow = GOLD if not left else None
        return Dial(stepped(self.desk, left), size, glow=glow, label=_time_words(left, passed))

    # The card, stage by stage.

    def _card_parts(self, env: Env, card: Card) -> tuple[Widget, ...]:
        stage = live(self.desk).state.stage
        voice = (voice_box(card, self._speaker(card)),) if card.voice else ()
        helps = (_helps(card),) if card.helps else ()
        scene = Text(card.scene, READING)
        match stage:
            case Stage.MEET:
                return (scene, *voice)
            case Stage.THINK:
                question = Text(card.think, Style(50, Face.BOLD, INK, 1.3), kind="heading")
                return (question,)
            case Stage.ROUND:
                prompt = self._prompt(card)
                # Where little fits at a time, the question in hand comes first.
                return (
                    (*prompt, *voice, Rule(), scene)
                    if env.narrow or env.text > LARGE
                    else (scene, Rule(), *prompt, *voice)
                )
            case Stage.TALK:
                # Everybody has met the scene by now, so what is talked about stands on top.
                return (*_questions(card), *helps, Rule(), scene)
            case Stage.EVIDENCE:
                return self._evidence(card)
            case Stage.AGREE:
                return self._agree(env, card)
            case Stage.KEEP:
                return self._keep(card)

    def _speaker(self, card: Card) -> str:
        """Whose words they are: the person of the card, where it names one of ours."""
        if card is not live(self.desk).pack.card(card.id):
            # In another language the quotation marks alone say so.
            return ""
        if card.person is None:
            return _("In their own words")
        return _("{name} says").format(name=live(self.desk).pack.person(card.person).name)

    def _prompt(self, card: Card) -> tuple[Widget, ...]:
        """The current voice's own question, large, with the lens it is asked through."""
        session = live(self.desk)
        state = session.state
        now = _now(voices(state))
        if now is None:
            return ()
        tone = text_of(card.theme)
        lens = _lens_words(now.lens)
        lead = heading(f"{seat(state, now.seat).name}, {lens}", 29, tone)
        words = Text(
            card.prompt_for(now.lens) or prompt_for(session.pack, state),
            Style(36, Face.SEMIBOLD, INK, 1.3),
        )
        if card is not session.pack.card(card.id):
            # Beside the first language, which names the voice already.
            return (words,)
        return (Column((lead, words), gap=10),)

    def _evidence(self, card: Card) -> tuple[Widget, ...]:
        session = live(self.desk)
        fact = session.pack.fact(card.evidence) if card.evidence is not None else None
        tone = text_of(card.theme)
        if fact is None or not fact.shows_on(self.desk.today()):
            return (
                heading(_("A fact to look up together"), 29, tone),
                Text(_(RECHECK), Style(38, Face.SEMIBOLD, INK, 1.35)),
            )
        source = Text(
            (
                Span(_("Source: "), Style(26, Face.SEMIBOLD, SOFT, 1.35)),
                Span(
                    _("{line}. {nation}. Checked {day}.").format(
                        line=fact.source.line, nation=fact.nation, day=day(fact.checked)
                    ),
                    Style(26, Face.REGULAR, SOFT, 1.35),
                ),
            )
        )
        today = self.desk.today()
        others = (session.pack.fact(each) for each in card.beside)
        beside = tuple(
            Text(
                f"{each.claim} {each.source.line}. {each.nation}.",
                Style(27, Face.REGULAR, INK, 1.35),
            )
            for each in others
            if each.shows_on(today)
        )
        return (
            heading(_("What is known"), 29, tone),
            Text(fact.claim, Style(38, Face.SEMIBOLD, INK, 1.35)),
            source,
            *beside,
            Rule(),
            note_line("bulb", _("Does this change anything? What else would you want to know?")),
        )

    def _agree(self, env: Env, card: Card) -> tuple[Widget, ...]:
        state = live(self.desk).state
        words = state.proposal.words if self.words is None else self.words
        tone = text_of(card.theme)
        fieldset = TextField(
            "agreed",
            words,
            Wrote,
            _("Our shared line"),
            hint=_("Say it aloud, type what most of you nod at, or leave it"),
            limit=240,
            rows=3 if not env.narrow else 2,
            done=KeepWords(),
        )
        return (
            heading(card.agree, 40, tone),
            fieldset,
            Column(
                (
                    heading(_("Which panes did this feed? One or two."), 29),
                    Flow(
                        tuple(_pane_chip(t, t in state.proposal.panes) for t in Theme),
                        gap=12,
                        line_gap=12,
                    ),
                ),
                gap=14,
            ),
            Column(
                (
                    heading(_("Where did our plan put its weight?"), 29),
                    _weights(state.proposal.weight),
                ),
                gap=14,
            ),
        )

    def _keep(self, card: Card) -> tuple[Widget, ...]:
        state = live(self.desk).state
        parts: list[Widget] = [
            Text(_("Something I’ll take away"), Style(50, Face.BOLD, INK, 1.3), kind="heading"),
            soft(_("On paper or in your head. It is yours: nothing is typed, shown or kept."), 29),
        ]
        if state.proposal.words:
            said = Text(f"“{state.proposal.words}”", Style(33, Face.SEMIBOLD, INK, 1.35))
            parts.append(
                Panel(
                    Row((Icon("message-2-check", 46, GOOD), Grow(said)), gap=22),
                    fill=CREAM,
                    raised=False,
                    radius=20,
                    pad=30,
                    pad_y=22,
                )
            )
        if card.helps:
            parts.append(_helps(card))
        return tuple(parts)

    # The side.

    def _side(self, env: Env, card: Card) -> Widget:
        stage = live(self.desk).state.stage
        if stage is Stage.ROUND:
            return self._voices_panel(env)
        title, words = stage.label, _(_SAY[stage])
        top: list[Widget] = [Grow(heading(title, 36))]
        dial = self._dial(74)
        if dial is not None:
            top.append(dial)
        parts: list[Widget] = [Row(tuple(top), gap=20), soft(words, 27)]
        match stage:
            case Stage.MEET if card.person is not None:
                parts.extend(self._about(card))
            case Stage.TALK if len(live(self.desk).state.seats) > 5:
                parts.append(soft(_("Any order, any seat. Silence is fine."), 25))
            case Stage.MEET | Stage.THINK | Stage.TALK:
                parts.extend((Rule(), self._lenses()))
            case Stage.EVIDENCE:
                if card.voice:
                    parts.extend((Rule(), voice_box(card, self._speaker(card))))
            case _:
                parts.append(self._panes(env))
        return Panel(Column(tuple(parts), gap=18))

    def _lenses(self) -> Widget:
        """Who looks from where in this round, so that everyone can think ahead."""
        state = live(self.desk).state
        tight = len(state.seats) > 5
        rows = tuple(self._voice_row(voice, tight=tight, marks=False) for voice in voices(state))
        return Column(rows, gap=2 if tight else 4)

    def _panes(self, env: Env) -> Widget:
        """The door, with the panes that this conversation is about to light."""
        state = live(self.desk).state
        lit = {*lit_panes(state), *state.proposal.panes}
        door = Door(tuple(1.0 if theme in lit else 0.0 for theme in Theme), glow=0.8)
        tall = 330 if not env.narrow else 300
        return Centre(Fixed(door, tall * door.aspect, tall))

    def _about(self, card: Card) -> tuple[Widget, ...]:
        """Who the card is about: portrait, age and life before any diagnosis."""
        if card.person is None:
            return ()
        person = live(self.desk).pack.person(card.person)
        return (
            Rule(),
            Row(
                (
                    portrait(self.desk, person, 150),
                    Grow(
                        Column(
                            (heading(f"{person.name}, {person.age}", 32), soft(person.life, 24)),
                            gap=6,
                        )
                    ),
                ),
                gap=24,
            ),
        )

    def _voices_panel(self, env: Env) -> Widget:
        state = live(self.desk).state
        listed = voices(state)
        tight = len(listed) > 5
        rows = tuple(self._voice_row(voice, tight=tight) for voice in listed)
        return Panel(
            Column(
                (
                    heading(_("Every voice, once round"), 34),
                    *(
                        ()
                        if tight
                        else (soft(_("A few sentences from the seat you hold, or pass.")),)
                    ),
                    Column(rows, gap=2 if tight else 6),
                    *(() if env.narrow or tight else (_listening(),)),
                ),
                gap=6 if tight else 12,
            ),
            pad=26,
            pad_y=18 if tight or env.narrow else 24,
        )

    def _voice_row(self, voice: Voice, *, tight: bool, marks: bool = True) -> Widget:
        state = live(self.desk).state
        sitting = seat(state, voice.seat)
        words = Column(
            (
                Text(sitting.name, Style(26 if tight else 31, Face.BOLD, INK, 1.1)),
                Text(_lens_words(voice.lens), Style(21 if tight else 24, Face.REGULAR, SOFT, 1.1)),
            ),
            gap=0,
        )
        parts: list[Widget] = [
            Token(shape(sitting), letter(sitting), 44 if tight else 58),
            Grow(words),
        ]
        said, now = "", marks and voice.now and not voice.done
        if marks and voice.done:
            parts.append(Icon("circle-check", 42, GOOD, label=_("has had their time")))
            said = _("has had their time")
        elif marks and voice.now:
            dial = self._dial(44 if tight else 62)
            if dial is not None:
                parts.append(dial)
            said = _("now")
        return Panel(
            Row(tuple(parts), gap=20),
            fill=CREAM if now else CARD,
            line=INK if now else CARD,
            line_width=3,
            raised=False,
            radius=22,
            pad=16,
            pad_y=2 if tight else 7,
            key=f"voice {voice.seat}",
            role=Role("list item", sitting.name, f"{_lens_words(voice.lens)} {said}".strip()),
        )

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
        size = 27 if tight and not env.narrow else 32
        passing = Button(_("Pass"), Do(Pass()), "pass", "X", size=size)
        nudge = Button(_("Nudge"), Nudge(), "nudge", "N", size=size)
        lens = Button(_("Lens"), ChangeLens(), "lens", "L", size=size)
        onward = Button(_("On to Talk"), Onward(), "onward", "Enter")
        if env.narrow:
            return (first, passing, nudge, lens, onward)
        if tight:
            return (first, Row((Grow(passing), Grow(nudge), Grow(lens)), gap=12), onward)
        return (first, Row((Grow(passing), Grow(nudge)), gap=16), onward)


def _listening() -> Widget:
    """What helps a round along, and the way to another lens."""
    words = soft(_("There is no wrong answer here."), 24)
    lens = Button(_("Lens"), ChangeLens(), "lens", "L", Kind.QUIET, size=26, height=48)
    return Row((Grow(words), lens), gap=12)


def stage_strip(now: Stage, text: float = 1.0) -> Widget:
    """The seven stages in a row: done ones filled with sand, the present one with ink."""
    pills: list[Widget] = []
    for stage in Stage:
        done, here = stage < now, stage is now
        tone = ON_INK if here else INK if done else SOFT
        face = Face.BOLD if here else Face.REGULAR
        label = Text(stage.label, Style(27, face, tone, 1.2), 0.5, kind="label")
        state = "now" if here else "done" if done else "to come"
        stage_pill = Panel(
            label,
            fill=INK if here else SAND if done else CARD,
            line=INK if here else SAND if done else SAND_LINE,
            raised=False,
            radius=32,
            pad=20,
            pad_y=12,
            role=Role("stage", stage.label, state),
        )
        if pills:
            pills.append(Fixed(Rule(SAND_LINE, 4), 14))
        # The names grow with the text; the room at their sides does not.
        letters = max(len(stage.label), LETTERS)
        pills.append(Fixed(stage_pill, 40 + 14.75 * letters * text))
    return Row(tuple(pills), gap=6)


def _questions(card: Card) -> tuple[Widget, ...]:
    tone = text_of(card.theme)
    bullets = tuple(bulleted(question, READING, tone) for question in card.talk)
    return (Column((heading(_("Talk about"), 29, tone), *bullets), gap=14),)


def _helps(card: Card) -> Widget:
    words = Text(
        (
            Span(_("Something that helps: "), Style(29, Face.SEMIBOLD, INK, 1.35)),
            Span(card.helps, Style(29, Face.REGULAR, INK, 1.35)),
        )
    )
    return Row((Icon("heart", 42, VOICE), Grow(words)), gap=20)


def _pane_chip(theme: Theme, chosen: bool) -> Widget:
    return Chip(
        theme.label,
        Do(TogglePane(theme)),
        f"pane {theme.value}",
        chosen,
        icon=THEME_ICONS[theme],
        size=26,
        pad=22,
    )


def _weights(weight: int | None) -> Widget:
    chips = tuple(
        Chip(
            _(label),
            Do(PlaceMarker(value)),
            f"weight {value}",
            weight == value,
            icon=icon,
            radio=True,
            size=26,
            pad=18,
        )
        for value, label, icon in WEIGHTS
    )
    return Flow(chips, gap=12, line_gap=12)


def _lens_words(lens: Lens) -> str:
    if lens is Lens.NONE:
        return _("speaks with no lens")
    return _("speaks as: {lens}").format(lens=lens.label)


def _now(listed: tuple[Voice, ...]) -> Voice | None:
    return next((voice for voice in listed if voice.now), None)


def _time_words(left: float, passed: float) -> str:
    if not left:
        return _("the time is up, and there is no hurry")
    seconds = round(passed)
    return ngettext("{count} second so far", "{count} seconds so far", seconds).format(
        count=seconds
    )


def _cues(events: tuple[Event, ...]) -> tuple[Cue, ...]:
    """Where a conversation has ended, its panes fill with light on the board."""
    if any(isinstance(event, ConversationEnded) for event in events):
        return (Tween("light", 1100), Sound("light", _("a pane lights up")))
    return ()
