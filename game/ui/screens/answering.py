"""One page of somebody's own sheet: a line of before-and-now, or what the session was like."""

from game.app.desk import Desk
from game.model.pack import CardId
from game.outcomes.evaluation import (
    CAME,
    CHANGE,
    HARM,
    HARM_CARD,
    NO_NAMES,
    STAYS,
    VOICE,
    VOICE_POINTS,
    Group,
    Harm,
)
from game.outcomes.items import ITEMS, SKIP
from game.tongue import _
from game.ui.kit.boxes import Column, Flow, Grow, Pad, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Chip
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, INK, SAND
from game.ui.screens.cardsheet import soft
from game.ui.screens.questions import (
    asked,
    band,
    half_title,
    halves,
    line_head,
    points_of,
)
from game.ui.screens.registry import live
from game.ui.screens.waiting import NOT_SAID, Filled
from game.ui.screens.walking import capital
from game.ui.stack import Env
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice by its number, or `NOT_SAID`, for one row of the page."""

    row: int
    point: int


@dataclass(frozen=True, slots=True)
class NameCard:
    """The card that was felt to be unsafe, unfair or untrue; the same again takes it back."""

    card: CardId


@dataclass(frozen=True, slots=True)
class Wrote:
    """What stands in one of the two fields for free words."""

    about: str
    words: str


@dataclass(frozen=True, slots=True)
class NextField:
    """Enter in the first field."""


@dataclass(frozen=True, slots=True)
class Onward:
    """To the next page, and after the last one the sheet is done."""


def line_page(env: Env, desk: Desk, place: int, filled: Filled, here: int) -> Widget:
    """One of the eight lines, for before, for now, or for both."""
    state = live(desk).state
    plain = desk.settings.plain
    words: list[Widget] = [
        Text(
            asked(place, plain=plain),
            Style(33 if env.narrow else 36, Face.SEMIBOLD, INK, 1.3),
            kind="heading",
        )
    ]
    if not plain and place < len(ITEMS):
        words.append(soft(_("In short: {plain}").format(plain=_(ITEMS[place].plain)), 28))
    rows = tuple(
        _choices(
            half_title(state, half),
            points_of(place),
            half,
            filled.half(half)[place],
            here=half == here,
        )
        for half in halves(state)
    )
    return _sheet(line_head(place), Column((Column(tuple(words), gap=6), *rows), gap=24))


def voice_page(filled: Filled, here: int) -> Widget:
    """The three statements about having a voice."""
    rows = tuple(
        _choices(_(words), tuple(map(_, VOICE_POINTS)), row, filled.voice[row], here=row == here)
        for row, words in enumerate(VOICE)
    )
    return _sheet(
        band("messages", _("Today’s talk"), _("How true is it for you?")), Column(rows, gap=18)
    )


def harm_page(desk: Desk, filled: Filled) -> Widget:
    """Whether anything felt wrong; a yes is met with where to turn, and with nothing else."""
    parts: list[Widget] = [
        _choices(_(HARM), tuple(each.label for each in Harm), 0, filled.harm, here=True)
    ]
    if (filled.harm or 0) > 1:
        turn = Text(
            _(
                "Thank you. You need not say more, and nobody sees who said so. "
                "S shows where to turn, for you or for anyone."
            ),
            Style(30, Face.REGULAR, INK, 1.35),
            kind="status",
        )
        parts.append(Row((Icon("lifebuoy", 44, INK), Grow(turn)), gap=20))
        session = live(desk)
        cards = tuple(
            Chip(
                session.pack.card(each.card).title,
                NameCard(each.card),
                f"card {each.card}",
                filled.card == each.card,
                size=26,
                pad=20,
            )
            for each in session.state.played
        )
        if cards:
            parts.append(Column((soft(_(HARM_CARD), 28), Flow(cards, gap=12, line_gap=12)), gap=12))
    return _sheet(
        band("heart", _("Was it all right?"), _("Only if you wish")), Column(tuple(parts), gap=26)
    )


def words_page(filled: Filled) -> Widget:
    """Two open questions; what is written stands later among others', in no order."""
    stays = words_field("stays", _(STAYS), filled.stays, NextField())
    change = words_field("change", _(CHANGE), filled.change, Onward())
    note = Row((Icon("lock", 34, INK), Grow(soft(_(NO_NAMES), 27))), gap=16)
    inside = Column((stays, change, note), gap=24)
    return _sheet(band("pencil", _("In your own words"), _("Leave either empty")), inside)


def words_field(about: str, label: str, value: str, done: Message, rows: int = 2) -> Widget:
    writing = TextField(
        about,
        value,
        lambda words: Wrote(about, words),
        label,
        hint=_("A few words, if you wish"),
        limit=240,
        rows=rows,
        done=done,
    )
    return Column((heading(label, 32), writing), gap=10)


def came_page(filled: Filled) -> Widget:
    """One coarse question, never put beside anybody's answers."""
    chips = _choices(
        _(CAME),
        tuple(capital(each.label) for each in Group),
        0,
        filled.came,
        here=True,
        other=False,
    )
    note = soft(_("Counted for the whole table. It is never put beside your answers."), 27)
    return _sheet(
        band("users", _("One last line"), _("Only if you wish")), Column((chips, note), gap=22)
    )


def _sheet(head: Widget, inside: Widget) -> Widget:
    return Panel(Column((head, Pad(inside, 44, 28, 44, 34)), gap=0), pad=0, radius=34)


def _told(answer: str, question: str) -> str:
    """An answer for whoever does not see to which of several questions it belongs."""
    return _("{answer}: {question}").format(answer=answer, question=question)


def _choices(
    title: str,
    points: tuple[str, ...],
    row: int,
    chosen: int | None,
    *,
    here: bool,
    other: bool = True,
) -> Widget:
    """One question's labelled points, each with its key, and the wish not to say."""
    chips = [
        Chip(
            f"{point}  {words}",
            Answer(row, point),
            f"{row} {point}",
            chosen == point,
            radio=True,
            size=28,
            told=_told(f"{point}  {words}", title),
        )
        for point, words in enumerate(points, 1)
    ]
    if other:
        chips.append(
            Chip(
                f"{NOT_SAID}  {_(SKIP)}",
                Answer(row, NOT_SAID),
                f"{row} {NOT_SAID}",
                chosen == NOT_SAID,
                radio=True,
                size=27,
                told=_told(f"{NOT_SAID}  {SKIP}", title),
            )
        )
    top: list[Widget] = [Grow(heading(title, 31))]
    if here:
        last = len(points)
        top.append(
            soft(
                _("keys 1 to {last}, or 0").format(last=last)
                if other
                else _("keys 1 to {last}").format(last=last),
                24,
            )
        )
    return Panel(
        Column((Row(tuple(top), gap=20), Flow(tuple(chips), gap=14, line_gap=14)), gap=14),
        fill=CARD,
        raised=False,
        line=INK if here else SAND,
        radius=24,
        pad=26,
        pad_y=18,
    )
