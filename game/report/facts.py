"""
What a session's report is made of: plain facts, with everything about anybody in particular left out.

Seats are a number here, and commitments have no owner; a day is a month, an id is a short sum.
"""

import hashlib

from game.model.dates import MONTHS
from game.model.evidence import Fact, SupportRoute
from game.model.pack import Card, CardId, Pack
from game.model.themes import Theme
from game.outcomes.answers import Gathered
from game.report.gather import gather
from game.report.words import agreed_lines, every_voice_offered
from game.rules.events import BreakEnded, ClosingBegun, Event, SessionFinished, SessionOpened
from game.rules.state import Played, State
from game.rules.view import ScaleSum, lit_panes, scale_sum
from game.tongue import _
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One session to report on: where it stands, the pack as played, and what is known of its time."""

    name: str
    """Its folder's name; empty for one that was never saved."""
    begun: str
    """When it began, as ISO text; only its month goes further than here."""
    pack: Pack | None
    """None where the pack as played is lost."""
    pack_title: str
    app: str
    """The version of the program that began it."""
    state: State
    events: tuple[Event, ...]
    seconds: float
    """At the table."""
    notices: tuple[str, ...] = ()
    """What of the session's own record could not be read."""


@dataclass(frozen=True, slots=True)
class Met:
    """A card that was talked through, as it was worded, and what came of it."""

    played: Played
    card: Card | None
    """None where the pack as played is lost."""
    facts: tuple[Fact, ...]
    """What the card's evidence stage showed: its own fact first, then those beside it."""
    rechecking: bool
    """Whether the card has a fact that was being re-checked on the day, and so was not shown."""

    @property
    def title(self) -> str:
        return self.card.title if self.card else _("A card whose wording is lost")


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one session."""

    id: str
    month: str
    """Such as 2026-11."""
    pack_title: str
    app: str
    finished: bool
    from_paper: bool
    seats: int
    walked_with: str
    """The person's name; empty where the table walked with nobody."""
    person: str
    """That person in two sentences."""
    minutes: int
    minutes_planned: int
    cards_planned: int
    """As the session began."""
    cards_planned_last: int
    """As the table last had it."""
    breaks_planned: bool
    breaks: int
    set_aside: int
    """Cards swapped: a total, by nobody."""
    every_voice: bool
    left_out: tuple[str, ...]
    hardest: int
    met: tuple[Met, ...]
    agreed: tuple[str, ...]
    message: str
    lit: tuple[Theme, ...]
    lit_before: tuple[Theme, ...]
    """Panes that an earlier session of the programme had lit."""
    scale: ScaleSum
    weights: tuple[int | None, ...]
    """Where each conversation's plan put its weight, in order."""
    gathered: Gathered
    support: tuple[SupportRoute, ...]
    agreement: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def when(self) -> str:
        """The month in words, such as "November 2026"."""
        year, month = self.month.partition("-")[::2]
        named = month.isdigit() and 1 <= int(month) <= len(MONTHS)
        if not named:
            return self.month
        return _("{month} {year}").format(month=_(MONTHS[int(month) - 1]), year=year)

    @property
    def stem(self) -> str:
        """How this session's files are called; neither day nor group is in it."""
        return f"{self.month}-{self.id}" if self.month else self.id


def facts_of(source: Source) -> Facts:
    """The facts that a report is made of."""
    state, pack = source.state, source.pack
    opened = next((each for each in source.events if isinstance(each, SessionOpened)), None)
    plan = opened.plan if opened else state.plan
    person = _person(pack, state)
    # A session on paper was played on the day, and took the time, that the record says.
    paper = state.setup.paper
    begun = source.begun if paper is None else paper.date
    seconds = source.seconds if paper is None else paper.minutes * 60.0
    day = begun[:10]
    return Facts(
        id=short_id(source.name),
        month=begun[:7],
        pack_title=pack.title if pack else source.pack_title,
        app=source.app,
        finished=any(isinstance(each, SessionFinished | ClosingBegun) for each in source.events),
        from_paper=paper is not None,
        seats=len(state.seats),
        walked_with=person[0],
        person=person[1],
        minutes=round(seconds / 60),
        minutes_planned=state.setup.minutes,
        cards_planned=plan.cards,
        cards_planned_last=state.plan.cards,
        breaks_planned=plan.break_after is not None,
        breaks=sum(isinstance(each, BreakEnded) for each in source.events),
        set_aside=state.swapped,
        every_voice=every_voice_offered(source.events),
        left_out=tuple(
            topic.label
            for topic in (pack.topics if pack else ())
            if topic.id in state.setup.left_out
        ),
        hardest=state.setup.hardest,
        met=tuple(_met(pack, played, day) for played in state.played),
        agreed=agreed_lines(state),
        message=state.closing.message,
        lit=lit_panes(state),
        lit_before=tuple(theme for theme in Theme if theme in state.setup.lit),
        scale=scale_sum(state),
        weights=tuple(played.weight for played in state.played),
        gathered=gather(source.events),
        support=pack.support if pack else (),
        agreement=state.agreement,
        notices=source.notices,
    )


def short_id(name: str) -> str:
    """A session's id as it may leave the room: the same each time, and no hour can be read from it."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _person(pack: Pack | None, state: State) -> tuple[str, str]:
    if pack is None or state.setup.person is None:
        return "", ""
    try:
        person = pack.person(state.setup.person)
    except StopIteration:
        return "", ""
    return person.name, person.summary


def _met(pack: Pack | None, played: Played, day: str) -> Met:
    card = _card(pack, played.card)
    if pack is None or card is None or card.evidence is None:
        return Met(played, card, (), rechecking=False)
    wanted = [each for each in pack.facts if each.id in {card.evidence, *card.beside}]
    own = next((each for each in wanted if each.id == card.evidence), None)
    if own is None or not own.shows_on(day):
        # Others stand beside the card's own fact, never in its place.
        return Met(played, card, (), rechecking=True)
    beside = (each for each in wanted if each is not own and each.shows_on(day))
    return Met(played, card, (own, *beside), rechecking=False)


def _card(pack: Pack | None, card: CardId) -> Card | None:
    if pack is None:
        return None
    try:
        return pack.card(card)
    except KeyError:
        return None
