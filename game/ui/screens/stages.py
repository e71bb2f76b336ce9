"""What the card shows at each of the seven stages of a conversation, in one language or two."""

from functools import lru_cache

from game.app.desk import Desk
from game.art.signs import WEIGHTS
from game.model.evidence import RECHECK
from game.model.lenses import Lens
from game.model.pack import Card
from game.model.themes import Theme
from game.rules.commands import PlaceMarker, TogglePane
from game.rules.state import Stage
from game.rules.view import Voice, prompt_for, seat, voices
from game.tongue import _
from game.ui.art.palettes import THEME_ICONS, VOICE, text_of
from game.ui.kit.boxes import Column, Flow, Grow, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.controls import Chip
from game.ui.kit.field import TextField
from game.ui.kit.layout import Widget
from game.ui.kit.text import Face, Span, Style
from game.ui.kit.tones import GOOD, INK, SOFT
from game.ui.screens.cardsheet import READING, bulleted, note_line, quoted, soft, voice_box
from game.ui.screens.dates import day
from game.ui.screens.languages import beside, second_of
from game.ui.screens.registry import live
from game.ui.screens.table import Do
from game.ui.stack import Env
from game.values import dataclass

LARGE = 1.2
"""Above this text size a card is taller than its room, and the question in hand comes first."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """The shared sentence as it stands in the field."""

    words: str


@dataclass(frozen=True, slots=True)
class KeepWords:
    """The sentence is finished: Enter in its field, or the next step."""


def card_parts(desk: Desk, env: Env, card: Card, words: str | None) -> tuple[Widget, ...]:
    """
    What the stage shows of the card, its own words beside those of a second language.

    *words* are the shared sentence while it is being typed.
    """
    parts = _in_words_of(desk, env, card, words)
    second = second_of(desk, card)
    if second is None:
        return parts
    match live(desk).state.stage:
        case Stage.EVIDENCE:
            # Facts stand in the words that were checked.
            return parts
        case Stage.AGREE:
            theirs = heading(second[0].agree, 40, text_of(card.theme))
            return (beside(desk, env, card, parts[:1], (theirs,)), *parts[1:])
        case Stage.KEEP:
            if not card.helps:
                return parts
            helps = (_helps(second[0]),)
            return (*parts[:-1], beside(desk, env, card, parts[-1:], helps))
        case _:
            return (beside(desk, env, card, parts, _in_words_of(desk, env, second[0], words)),)


def _in_words_of(desk: Desk, env: Env, card: Card, words: str | None) -> tuple[Widget, ...]:
    """The same in one language: the card's own, or that of another card in its place."""
    stage = live(desk).state.stage
    voice = (voice_box(card, speaker(desk, card)),) if card.voice else ()
    helps = (_helps(card),) if card.helps else ()
    scene = Text(card.scene, READING)
    match stage:
        case Stage.MEET:
            return (scene, *voice)
        case Stage.THINK:
            question = Text(card.think, Style(50, Face.BOLD, INK, 1.3), kind="heading")
            return (question,)
        case Stage.ROUND:
            prompt = _prompt(desk, card)
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
            return _evidence(desk, card)
        case Stage.AGREE:
            return _agree(desk, env, card, words)
        case Stage.KEEP:
            return _keep(desk, card)


def speaker(desk: Desk, card: Card) -> str:
    """Whose words they are: the person of the card, where it names one of ours."""
    if card is not live(desk).pack.card(card.id):
        # In another language the quotation marks alone say so.
        return ""
    if card.person is None:
        return _("The person on this card says")
    return _("{name} says").format(name=live(desk).pack.person(card.person).name)


def _prompt(desk: Desk, card: Card) -> tuple[Widget, ...]:
    """The current voice's own question, large, with the lens it is asked through."""
    session = live(desk)
    state = session.state
    now = _now(voices(state))
    if now is None:
        return ()
    tone = text_of(card.theme)
    lens = lens_words(now.lens)
    lead = heading(f"{seat(state, now.seat).name}, {lens}", 29, tone)
    words = Text(
        card.prompt_for(now.lens) or prompt_for(session.pack, state),
        Style(36, Face.SEMIBOLD, INK, 1.3),
    )
    if card is not session.pack.card(card.id):
        # Beside the first language, which names the voice already.
        return (words,)
    return (Column((lead, words), gap=10),)


def _evidence(desk: Desk, card: Card) -> tuple[Widget, ...]:
    session = live(desk)
    fact = session.pack.fact(card.evidence) if card.evidence is not None else None
    tone = text_of(card.theme)
    if fact is None or not fact.shows_on(desk.today()):
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
    today = desk.today()
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


def _agree(desk: Desk, env: Env, card: Card, typed: str | None) -> tuple[Widget, ...]:
    state = live(desk).state
    words = state.proposal.words if typed is None else typed
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
                    tuple(_pane_chip(t, t.label, t in state.proposal.panes) for t in Theme),
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


def _keep(desk: Desk, card: Card) -> tuple[Widget, ...]:
    state = live(desk).state
    parts: list[Widget] = [
        Text(_("Something I’ll take away"), Style(50, Face.BOLD, INK, 1.3), kind="heading"),
        soft(_("On paper or in your head. It is yours: nothing is typed, shown or kept."), 29),
    ]
    if state.proposal.words:
        said = Text(f"“{state.proposal.words}”", Style(33, Face.SEMIBOLD, INK, 1.35))
        parts.append(quoted("message-2-check", GOOD, said))
    if card.helps:
        parts.append(_helps(card))
    return tuple(parts)


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


# Of the chips hardly ever more than two change at a time: the others are the same widgets as before.


@lru_cache(maxsize=32)
def _pane_chip(theme: Theme, label: str, chosen: bool) -> Widget:
    return Chip(
        label,
        Do(TogglePane(theme)),
        f"pane {theme.value}",
        chosen,
        icon=THEME_ICONS[theme],
        size=26,
        pad=22,
    )


def _weights(weight: int | None) -> Widget:
    chips = tuple(
        _weight_chip(value, _(label), icon, weight == value) for value, label, icon in WEIGHTS
    )
    return Flow(chips, gap=12, line_gap=12)


@lru_cache(maxsize=16)
def _weight_chip(value: int, label: str, icon: str, chosen: bool) -> Widget:
    return Chip(
        label,
        Do(PlaceMarker(value)),
        f"weight {value}",
        chosen,
        icon=icon,
        radio=True,
        size=26,
        pad=18,
    )


def lens_words(lens: Lens) -> str:
    """From where a voice speaks, after its name."""
    if lens is Lens.NONE:
        return _("speaks with no lens")
    return _("speaks as: {lens}").format(lens=lens.label)


def _now(listed: tuple[Voice, ...]) -> Voice | None:
    return next((voice for voice in listed if voice.now), None)
