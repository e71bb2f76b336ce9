"""What a session is to be like: how long, without which topics, walking with whom, by which pack."""

from collections.abc import Callable

from game.app.desk import Desk
from game.model.pack import Pack, TopicId
from game.outcomes.answers import Form
from game.report.series import Series
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Column, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, heading
from game.ui.kit.controls import Button, Chip, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Role, Widget
from game.ui.kit.text import Face
from game.ui.kit.tones import CREAM, GOOD, INK, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.front import Open, small
from game.ui.screens.people import name_and_age, portrait
from game.ui.screens.problems import ProblemsScreen
from game.ui.screens.walking import Walking
from game.ui.stack import Env
from game.values import dataclass

LENGTHS = (30, 60, 90)
_UP_TO = {
    1: N_("Gentle cards only."),
    2: N_("Cards may bring up some difficult feelings."),
    3: N_("Cards may touch grief, abuse or restraint."),
}


@dataclass(frozen=True, slots=True)
class TakeMinutes:
    minutes: int


@dataclass(frozen=True, slots=True)
class OwnMinutes:
    """The table's own number of minutes, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class ToggleTopic:
    topic: TopicId


@dataclass(frozen=True, slots=True)
class Choose:
    """Look for somebody to walk with, and how hard and how long."""


def tight(env: Env) -> bool:
    """Whether two columns fit, but neither has room to spare."""
    return env.narrow or env.width / env.text < 1650


def time_panel(env: Env, taken: int, own: str, cards: Callable[[int], str]) -> Widget:
    """
    How long the session is to take.

    *own* is what stands in the field for the table's own minutes; *cards* says what minutes allow.
    """
    cells = tuple(
        Chip(
            _("{minutes} min").format(minutes=minutes),
            TakeMinutes(minutes),
            f"minutes {minutes}",
            taken == minutes and not own,
            under=cards(minutes),
            radio=True,
            size=28 if tight(env) else 33,
            radius=20,
            pad=8,
        )
        for minutes in LENGTHS
    )
    ours = Panel(
        Column(
            (
                TextField(
                    "minutes own",
                    own,
                    OwnMinutes,
                    _("Our own number of minutes"),
                    hint=_("other"),
                    limit=3,
                    digits=True,
                    size=28 if tight(env) else 33,
                    face=Face.BOLD,
                    bare=True,
                ),
                small(
                    cards(taken) if own else _("minutes"),
                    SOFT,
                    24,
                    Face.REGULAR,
                ),
            ),
            gap=4,
        ),
        fill=CREAM,
        raised=False,
        radius=20,
        pad=12 if tight(env) else 22,
        pad_y=12,
        line=INK if own else None,
        line_width=4,
    )
    grid = Grid((*cells, ours), columns=4, gap=12, least=112 if not env.narrow else 190)
    return Panel(Column((heading(_("How long do we have?"), 32), grid), gap=16), pad=28, pad_y=22)


def topics_panel(pack: Pack | None, left_out: tuple[TopicId, ...]) -> Widget:
    """What the session is to leave out."""
    topics = pack.topics if pack is not None else ()
    chips = tuple(
        Chip(
            topic.label,
            ToggleTopic(topic.id),
            f"topic {topic.id}",
            topic.id in left_out,
            size=24,
            pad=17,
            height=44,
        )
        for topic in topics
    )
    flow = Flow(chips, gap=8, line_gap=8)
    top = heading(_("Topics to leave out today"), 32)
    return Panel(Column((top, flow), gap=16), pad=28, pad_y=22)


def walking_strip(desk: Desk, env: Env, walking: Walking, series: Series | None) -> Widget:
    """Who the table walks with, how hard it may get, and how long a voice has."""
    pack = desk.pack
    chosen = walking.person
    words: list[Widget] = []
    if series is not None:
        meeting = series.next_meeting
        told = _("{name}: session {number} of {planned}").format(
            name=meeting.name, number=meeting.number, planned=meeting.planned
        )
        words.append(small(told, INK, 30, Face.BOLD))
    parts: list[Widget] = []
    if pack is not None and chosen is not None:
        person = pack.person(chosen)
        parts.append(portrait(desk, person, 108))
        words.append(
            small(
                _("Walking with {person}").format(person=name_and_age(person)),
                INK,
                32,
                Face.BOLD,
            )
        )
        words.append(soft(person.summary, 25))
    words.append(
        soft(
            " ".join(
                (
                    _(_UP_TO[walking.hardest]),
                    _("In turn, each seat has about {seconds} seconds to speak.").format(
                        seconds=walking.voice_seconds
                    ),
                )
            ),
            24,
        )
    )
    if pack is not None and walking.only is not None:
        label = next(each.label for each in pack.sets if each.id == walking.only)
        words.append(soft(_("One set of cards: {label}.").format(label=label), 24))
    if walking.form is Form.BEFORE_AND_AFTER:
        words.append(soft(_("Before is asked at the start, now at the end."), 24))
    parts.append(Grow(Column(tuple(words), gap=2)))
    change = Button(_("Change"), Choose(), "walking", "W", size=28, height=66)
    inner: Widget = Row((*parts, change), gap=26)
    if tight(env):
        inner = Column((Row(tuple(parts), gap=22), change), gap=16)
    return Panel(inner, radius=24, pad=28, pad_y=18)


def order_line(desk: Desk) -> Widget:
    """Whether the pack is in order, in a line."""
    pack, found = desk.pack, len(desk.diagnostics)
    if found or pack is None:
        told = ngettext(
            "The pack has {count} problem. Look at it.",
            "The pack has {count} problems. Look at them.",
            found,
        )
        line = Row(
            (
                Icon("alert-triangle", 36, INK),
                Grow(
                    small(
                        told.format(count=found),
                        INK,
                        27,
                    )
                ),
            ),
            gap=14,
        )
        return Tap(line, Open(ProblemsScreen), "problems", Role("button", _("See the problems")))
    today = desk.today()
    used = {card.evidence for card in pack.cards if card.evidence is not None}
    waiting = sum(not pack.fact(fact).shows_on(today) for fact in used)
    words = _("The pack is in order: {cards} cards, all sources in date.")
    if waiting:
        words = ngettext(
            "The pack is in order: {cards} cards, {count} fact waits for a check.",
            "The pack is in order: {cards} cards, {count} facts wait for a check.",
            waiting,
        )
    words = words.format(cards=len(pack.cards), count=waiting)
    return Row((Icon("circle-check", 36, GOOD), Grow(small(words, GOOD, 27))), gap=14)
