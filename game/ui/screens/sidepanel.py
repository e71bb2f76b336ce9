"""What stands beside the card in a conversation: voices and their turns, the soft timer, the panes."""

from game.app.desk import Desk
from game.model.pack import Card
from game.model.themes import Theme
from game.rules.state import Stage
from game.rules.view import Voice, letter, lit_panes, seat, shape, voices
from game.tongue import N_, _, ngettext
from game.ui.art.door import Door
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Centre, Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.dial import Dial
from game.ui.kit.layout import Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, GOLD, GOOD, INK, SOFT
from game.ui.screens.cardsheet import soft, voice_box
from game.ui.screens.people import portrait
from game.ui.screens.registry import live
from game.ui.screens.stages import lens_words, speaker
from game.ui.screens.table import gentle_seconds, stepped
from game.ui.stack import Env
from game.values import dataclass

_SAY = {
    Stage.MEET: N_("Somebody reads the scene aloud, the person’s own words last."),
    Stage.THINK: N_("Everyone, in silence. Nobody needs to answer aloud."),
    Stage.TALK: N_("Open to everyone. If you have spoken a lot, count to five."),
    Stage.EVIDENCE: N_("One fact with its source. Does this change anything?"),
    Stage.AGREE: N_("One line that you would all say, or a first step and a day."),
    Stage.KEEP: N_("Each in silence: on paper or in your head. Nothing is typed or shown."),
}


@dataclass(frozen=True, slots=True)
class ChangeLens:
    """The voice now speaking would like another lens."""


def side_panel(desk: Desk, env: Env, card: Card) -> Widget:
    """What goes with the stage: the voices in their round, or what it asks and who it is about."""
    stage = live(desk).state.stage
    if stage is Stage.ROUND:
        return _voices_panel(desk, env)
    title, words = stage.label, _(_SAY[stage])
    top: list[Widget] = [Grow(heading(title, 36))]
    dial = _dial(desk, 74)
    if dial is not None:
        top.append(dial)
    parts: list[Widget] = [Row(tuple(top), gap=20), soft(words, 27)]
    match stage:
        case Stage.MEET if card.person is not None:
            parts.extend(_about(desk, card))
        case Stage.TALK if len(live(desk).state.seats) > 5:
            parts.append(soft(_("Any order, any seat. Silence is fine."), 25))
        case Stage.MEET | Stage.THINK | Stage.TALK:
            parts.extend((Rule(), _lenses(desk)))
        case Stage.EVIDENCE:
            if card.voice:
                parts.extend((Rule(), voice_box(card, speaker(desk, card))))
        case _:
            parts.append(_panes(desk, env))
    return Panel(Column(tuple(parts), gap=18))


def _lenses(desk: Desk) -> Widget:
    """Who looks from where in this round, so that everyone can think ahead."""
    state = live(desk).state
    tight = len(state.seats) > 5
    rows = tuple(_voice_row(desk, voice, tight=tight, marks=False) for voice in voices(state))
    return Column(rows, gap=2 if tight else 4)


def _panes(desk: Desk, env: Env) -> Widget:
    """The door, with the panes that this conversation is about to light."""
    state = live(desk).state
    lit = {*lit_panes(state), *state.proposal.panes}
    door = Door(tuple(1.0 if theme in lit else 0.0 for theme in Theme), glow=0.8)
    tall = 330 if not env.narrow else 300
    return Centre(Fixed(door, tall * door.aspect, tall))


def _about(desk: Desk, card: Card) -> tuple[Widget, ...]:
    """Who the card is about: portrait, age and life before any diagnosis."""
    if card.person is None:
        return ()
    person = live(desk).pack.person(card.person)
    return (
        Rule(),
        Row(
            (
                portrait(desk, person, 150),
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


def _voices_panel(desk: Desk, env: Env) -> Widget:
    state = live(desk).state
    listed = voices(state)
    tight = len(listed) > 5
    rows = tuple(_voice_row(desk, voice, tight=tight) for voice in listed)
    return Panel(
        Column(
            (
                heading(_("Every voice, once round"), 34),
                *(() if tight else (soft(_("A few sentences from the seat you hold, or pass.")),)),
                Column(rows, gap=2 if tight else 6),
                *(() if env.narrow or tight else (_listening(),)),
            ),
            gap=6 if tight else 12,
        ),
        pad=26,
        pad_y=18 if tight or env.narrow else 24,
    )


def _voice_row(desk: Desk, voice: Voice, *, tight: bool, marks: bool = True) -> Widget:
    state = live(desk).state
    sitting = seat(state, voice.seat)
    words = Column(
        (
            Text(sitting.name, Style(26 if tight else 31, Face.BOLD, INK, 1.1)),
            Text(lens_words(voice.lens), Style(21 if tight else 24, Face.REGULAR, SOFT, 1.1)),
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
        dial = _dial(desk, 44 if tight else 62)
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
        role=Role("list item", sitting.name, f"{lens_words(voice.lens)} {said}".strip()),
    )


def think_refresh(desk: Desk) -> float | None:
    """Nothing moves while people think; the ring changes once, when the time is up."""
    left = gentle_seconds(desk) - live(desk).spot_seconds
    return left if left > 0 else None


def _dial(desk: Desk, size: float) -> Widget | None:
    """The soft timer: a ring that empties, then glows. Nothing happens when it is empty."""
    if not desk.settings.timed:
        return None
    state = live(desk).state
    passed = live(desk).spot_seconds
    left = max(0.0, 1 - passed / gentle_seconds(desk))
    if state.stage is Stage.THINK and left:
        left = 1.0
    glow = GOLD if not left else None
    return Dial(stepped(desk, left), size, glow=glow, label=_time_words(left, passed))


def _listening() -> Widget:
    """What helps a round along, and the way to another lens."""
    words = soft(_("No wrong answers here."), 24)
    lens = Button(_("Another lens"), ChangeLens(), "lens", "L", Kind.QUIET, size=26, height=48)
    return Row((Grow(words), lens), gap=12)


def _time_words(left: float, passed: float) -> str:
    if not left:
        return _("the time is up, and there is no hurry")
    seconds = round(passed)
    return ngettext("{count} second so far", "{count} seconds so far", seconds).format(
        count=seconds
    )
