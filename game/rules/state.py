"""The state of a session: one frozen value, split so that a small step changes a small part."""

from enum import IntEnum, StrEnum
from typing import NewType

from game.model.lenses import Lens
from game.model.pack import CardId, MomentId, PersonId, SetId, TopicId
from game.model.themes import Theme
from game.outcomes.answers import (
    Commitment,
    Evaluation,
    FollowUp,
    Form,
    Hands,
    Remarks,
    Sheet,
)
from game.tongue import N_, _
from game.values import dataclass

SeatId = NewType("SeatId", int)

MIN_SEATS = 2
MAX_SEATS = 8


class Phase(StrEnum):
    """Where the session stands; each phase has one screen."""

    UNOPENED = "unopened"
    FOLLOW_UP = "follow up"
    """What became of what the last session of the programme promised."""
    AGREEMENT = "agreement"
    BEFORE = "before"
    """The questions about before, where they are asked at the start."""
    ROLL = "roll"
    """The seat in turn may roll."""
    WALK = "walk"
    """The die lies; the seat chooses which way round to walk."""
    CROSSROADS = "crossroads"
    """The table chooses any theme."""
    CARD = "card"
    """A card lies face up: play it or swap it."""
    TALK = "talk"
    """The conversation, in seven stages."""
    MOMENT = "moment"
    BREATHER = "breather"
    """A pause space: a breath, a stretch, a check-in."""
    BREAK = "break"
    """The planned break in the middle of a long session."""
    DEBRIEF = "debrief"
    SURVEY = "survey"
    """Before and now."""
    COMMITMENTS = "commitments"
    DOOR = "door"
    """The door is open: the finale."""
    FINISHED = "finished"


class Stage(IntEnum):
    """The seven stages of a conversation, always in this order."""

    MEET = 0
    THINK = 1
    ROUND = 2
    TALK = 3
    EVIDENCE = 4
    AGREE = 5
    KEEP = 6

    @property
    def label(self) -> str:
        """The name people see and say, such as "Meet"."""
        return _(_STAGES[self])


_STAGES = (
    *(N_("Meet"), N_("Think"), N_("Round"), N_("Talk"), N_("Evidence"), N_("Agree"), N_("Keep")),
)


class SeatKind(StrEnum):
    """Who sits on a seat; pairs and teams get a longer card."""

    PERSON = N_("one person")
    PAIR = N_("a pair")
    TEAM = N_("a team")

    @property
    def label(self) -> str:
        """The name people see."""
        return _(self.value)


class Direction(StrEnum):
    """Which way round the path."""

    BACK = "back"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Seat:
    """
    A place at the table.

    Ids count up from 0 in order of joining and are never given twice, so a seat keeps its shape.
    """

    id: SeatId
    name: str
    kind: SeatKind = SeatKind.PERSON


class PlayedOn(StrEnum):
    """Where board and cards lie."""

    SCREEN = "screen"
    COMPANION = "companion"
    """Printed cards on the table; the screen shows the card whose code somebody typed."""
    PAPER = "paper"
    """No screen in the room: a record written by hand was typed in afterwards."""


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """What a record written by hand says of the whole session; days as ISO text."""

    date: str
    """The day on the paper: the session's own day."""
    entered: str
    """The day on which it was typed in."""
    people: int
    """How many sat in the room; a seat may be several."""
    minutes: int
    """Minutes played."""
    swapped: int = 0
    group: str = ""
    """The group's own name for itself, where it has one."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Which session of which programme this is; a programme is known by its sessions alone."""

    programme: str
    """An id that says nothing of the group."""
    name: str
    number: int
    """Counted from 1."""
    planned: int = 3
    """How many sessions the programme is planned to have."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What the table chose at the welcome."""

    seats: tuple[Seat, ...]
    minutes: int = 60
    left_out: tuple[TopicId, ...] = ()
    hardest: int = 2
    """The hardest level allowed, 1 to 3."""
    person: PersonId | None = None
    voice_seconds: int = 18
    """Seconds a seat in the round: 18, 30 or 45."""
    lit: tuple[Theme, ...] = ()
    """Panes that an earlier session of the same programme has lit."""
    weights: tuple[int, ...] = ()
    """Where earlier plans of the programme put their weight."""
    met: tuple[CardId, ...] = ()
    """Cards that earlier sessions of the programme have met: they lie at the bottom."""
    only: SetId | None = None
    """The one set of cards to deal; none for all cards."""
    form: Form = Form.RETROSPECTIVE
    """When "before" is asked: with "now" at the end, or by itself at the start."""
    meeting: Meeting | None = None
    """None for a session that stands by itself."""
    promised: tuple[Commitment, ...] = ()
    """What the last session of the programme promised, in an order that tells nothing of seats."""
    played_on: PlayedOn = PlayedOn.SCREEN
    paper: PaperRecord | None = None
    """Just where the session was played on paper."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The promise to the clock: how many cards, and after how many of them the break comes."""

    cards: int
    break_after: int | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """The conversation in hand: its card, the order of voices, and each voice's lens."""

    card: CardId
    order: tuple[SeatId, ...]
    lenses: tuple[Lens, ...]
    """Parallel to `order`."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the table is about to agree: panes fed, where the plan's weight lay, shared words."""

    panes: tuple[Theme, ...] = ()
    weight: int | None = None
    """-2 (mind) to +2 (body); None while nobody has placed the marker."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """A conversation that has ended, as the record and the finale show it."""

    card: CardId
    panes: tuple[Theme, ...]
    weight: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Closing:
    """What the close of a session gathers."""

    step: int = 0
    """Which step of the debrief, 0 to 3."""
    message: str = ""
    """Our one message."""
    hands: tuple[Hands, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    commitments: tuple[tuple[SeatId, Commitment], ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    remarks: Remarks = Remarks()
    follow_ups: tuple[FollowUp, ...] = ()
    """What became of what was promised last time: counts and lines, by nobody."""


@dataclass(frozen=True, slots=True)
class State:
    """
    The whole session at one step.

    Index 0 is the top of every pile; piles stand in the order of `Theme`.
    """

    phase: Phase
    paused: bool
    setup: Setup
    seed: int
    chances: int
    """How many times chance has spoken: with the seed, the whole of the generator."""
    plan: Plan
    agreement: tuple[str, ...]
    seats: tuple[Seat, ...]
    places: tuple[int, ...]
    """The space each seat's token stands on; parallel to `seats`."""
    joined: int
    """How many seats ever joined: the next seat's id."""
    turn: SeatId
    """The seat whose turn it is."""
    rolled: int
    """The die, 1 to 6; 0 before the roll."""
    draw: tuple[tuple[CardId, ...], ...]
    discard: tuple[tuple[CardId, ...], ...]
    moments: tuple[MomentId, ...]
    face_up: CardId | None
    """The card turned up and not yet played or swapped."""
    moment: MomentId | None
    breather: int
    """Which breather is offered, counting up."""
    round: Round | None
    stage: Stage
    voice: int
    """Whose voice it is: an index into the round's order."""
    proposal: Proposal
    played: tuple[Played, ...]
    swapped: int
    """A total; who asked is held nowhere."""
    lit: tuple[Theme, ...]
    lens_met: tuple[tuple[SeatId, Lens], ...]
    """Every lens dealt so far, so that seats meet lenses new to them."""
    closing: Closing


UNOPENED = State(
    phase=Phase.UNOPENED,
    paused=False,
    setup=Setup(()),
    seed=0,
    chances=0,
    plan=Plan(1),
    agreement=(),
    seats=(),
    places=(),
    joined=0,
    turn=SeatId(0),
    rolled=0,
    draw=(),
    discard=(),
    moments=(),
    face_up=None,
    moment=None,
    breather=0,
    round=None,
    stage=Stage.MEET,
    voice=0,
    proposal=Proposal(),
    played=(),
    swapped=0,
    lit=(),
    lens_met=(),
    closing=Closing(),
)
"""Before anybody sits down: nothing is accepted but `OpenSession`."""
