"""
What has happened. Events carry the outcome of chance, so replay never rolls dice.

Names are stored in snake case by the journal and never renamed. No event holds who passed, who
swapped, or what anybody kept to themselves.
"""

from game.model.lenses import Lens
from game.model.pack import CardId, MomentId
from game.model.themes import Theme
from game.outcomes.answers import Evaluation, FollowUp, Hands, Remarks, Sheet
from game.outcomes.promises import Likely
from game.rules.state import (
    Direction,
    Plan,
    Played,
    Seat,
    SeatId,
    SeatKind,
    Setup,
    Stage,
)
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class SessionOpened:
    """
    The piles lie shuffled and everybody sits.

    Chance has spoken once for each theme's pile and once for the moments.
    """

    setup: Setup
    seed: int
    plan: Plan
    agreement: tuple[str, ...]
    draw: tuple[tuple[CardId, ...], ...]
    moments: tuple[MomentId, ...]


@dataclass(frozen=True, slots=True)
class SeatJoined:
    """Before a round is over the seat gets the last voice in it; `LensesDealt` brings its lens."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class SeatLeft:
    """
    The seat's token, voice and commitment go with it.

    Its turn, if it was, is the next seat's, with whatever lies on the table.
    """

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatRenamed:
    seat: SeatId
    name: str


@dataclass(frozen=True, slots=True)
class SeatKindChanged:
    seat: SeatId
    kind: SeatKind


@dataclass(frozen=True, slots=True)
class SeatMoved:
    seat: SeatId
    place: int


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """What became of last time's commitments, told by the table; whose they were is not here."""

    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class FollowUpEnded:
    pass


@dataclass(frozen=True, slots=True)
class AgreementWritten:
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementAccepted:
    pass


@dataclass(frozen=True, slots=True)
class BeforeBegun:
    """The questions about before are asked at the start; their answers are those of the close."""


@dataclass(frozen=True, slots=True)
class BeforeEnded:
    pass


@dataclass(frozen=True, slots=True)
class DieRolled:
    value: int


@dataclass(frozen=True, slots=True)
class TokenWalked:
    seat: SeatId
    direction: Direction
    place: int
    """The space arrived at."""


@dataclass(frozen=True, slots=True)
class CrossroadsReached:
    """The table chooses a theme: the space says so, or the pile walked to has no card to give."""


@dataclass(frozen=True, slots=True)
class DeckReshuffled:
    """A theme's discard pile came back; its whole draw pile now lies in this order."""

    theme: Theme
    order: tuple[CardId, ...]


@dataclass(frozen=True, slots=True)
class CardTurned:
    """A card was turned face up."""

    theme: Theme
    card: CardId


@dataclass(frozen=True, slots=True)
class CardLaid:
    """A printed card lies on the table, from wherever in the pack it came."""

    theme: Theme
    card: CardId


@dataclass(frozen=True, slots=True)
class CardSwapped:
    """The card face up, or in conversation, went to the bottom of its pile."""

    theme: Theme
    card: CardId


@dataclass(frozen=True, slots=True)
class ConversationBegun:
    card: CardId
    order: tuple[SeatId, ...]
    lenses: tuple[Lens, ...]


@dataclass(frozen=True, slots=True)
class LensesDealt:
    """The whole round's lenses, dealt anew; parallel to the order of voices."""

    lenses: tuple[Lens, ...]


@dataclass(frozen=True, slots=True)
class StageBegun:
    stage: Stage


@dataclass(frozen=True, slots=True)
class VoiceOffered:
    """It is this voice's time now: an index into the order. Spoken and passed look the same."""

    voice: int


@dataclass(frozen=True, slots=True)
class PanesProposed:
    panes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class MarkerPlaced:
    weight: int


@dataclass(frozen=True, slots=True)
class WordsWritten:
    words: str


@dataclass(frozen=True, slots=True)
class ConversationEnded:
    """Panes light, the scale moves, the card goes to the discard pile."""

    theme: Theme
    played: Played


@dataclass(frozen=True, slots=True)
class TurnBegun:
    """The next seat's turn."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class MomentTurned:
    moment: MomentId


@dataclass(frozen=True, slots=True)
class MomentEnded:
    """The moment goes to the bottom; the same seat rolls again."""


@dataclass(frozen=True, slots=True)
class BreatherBegun:
    pass


@dataclass(frozen=True, slots=True)
class BreatherEnded:
    """The same seat rolls again."""


@dataclass(frozen=True, slots=True)
class BreakBegun:
    pass


@dataclass(frozen=True, slots=True)
class BreakEnded:
    pass


@dataclass(frozen=True, slots=True)
class Paused:
    pass


@dataclass(frozen=True, slots=True)
class Resumed:
    pass


@dataclass(frozen=True, slots=True)
class PlanChanged:
    plan: Plan


@dataclass(frozen=True, slots=True)
class ClosingBegun:
    """A card in hand goes back: face up to the bottom of its pile, in conversation to discard."""

    theme: Theme | None = None
    """The theme whose piles the card in hand goes back to; None where none is in hand."""


@dataclass(frozen=True, slots=True)
class DebriefStepBegun:
    step: int


@dataclass(frozen=True, slots=True)
class MessageWritten:
    words: str


@dataclass(frozen=True, slots=True)
class SurveyBegun:
    pass


@dataclass(frozen=True, slots=True)
class HandsCounted:
    hands: Hands


@dataclass(frozen=True, slots=True)
class SheetsHandedIn:
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class EvaluationsHandedIn:
    """Ticks, words and groups lie in rows of their own, each sorted: none leads to another."""

    evaluations: tuple[Evaluation, ...]
    remarks: Remarks


@dataclass(frozen=True, slots=True)
class CommitmentsBegun:
    pass


@dataclass(frozen=True, slots=True)
class CommitmentWritten:
    seat: SeatId
    words: str
    where: str = ""
    by_when: str = ""
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class DoorOpened:
    pass


@dataclass(frozen=True, slots=True)
class SessionFinished:
    pass


Event = (
    VoiceOffered
    | StageBegun
    | PanesProposed
    | MarkerPlaced
    | WordsWritten
    | DieRolled
    | TokenWalked
    | CardTurned
    | CardLaid
    | ConversationBegun
    | ConversationEnded
    | TurnBegun
    | CrossroadsReached
    | DeckReshuffled
    | CardSwapped
    | LensesDealt
    | MomentTurned
    | MomentEnded
    | BreatherBegun
    | BreatherEnded
    | BreakBegun
    | BreakEnded
    | Paused
    | Resumed
    | SessionOpened
    | SeatJoined
    | SeatLeft
    | SeatRenamed
    | SeatKindChanged
    | SeatMoved
    | FollowedUp
    | FollowUpEnded
    | AgreementWritten
    | AgreementAccepted
    | BeforeBegun
    | BeforeEnded
    | PlanChanged
    | ClosingBegun
    | DebriefStepBegun
    | MessageWritten
    | SurveyBegun
    | HandsCounted
    | SheetsHandedIn
    | EvaluationsHandedIn
    | CommitmentsBegun
    | CommitmentWritten
    | DoorOpened
    | SessionFinished
)
