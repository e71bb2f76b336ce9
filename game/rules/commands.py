"""What the table may ask for. A command names a wish; `decide` says whether it may happen."""

from game.model.lenses import Lens
from game.model.pack import CardId
from game.model.themes import Theme
from game.outcomes.answers import Evaluation, FollowUp, Hands, Remarks, Sheet
from game.outcomes.promises import Likely
from game.rules.state import Direction, SeatId, SeatKind, Setup
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Sit down: seats and choices are made, the agreement lies on the table."""

    setup: Setup
    seed: int


@dataclass(frozen=True, slots=True)
class JoinSeat:
    name: str
    kind: SeatKind = SeatKind.PERSON


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    seat: SeatId


@dataclass(frozen=True, slots=True)
class RenameSeat:
    seat: SeatId
    name: str


@dataclass(frozen=True, slots=True)
class ChangeSeatKind:
    seat: SeatId
    kind: SeatKind


@dataclass(frozen=True, slots=True)
class MoveSeat:
    """Put a seat at another place in the order, counted from 0."""

    seat: SeatId
    place: int


@dataclass(frozen=True, slots=True)
class TellFollowUp:
    """What became of last time's commitments; it takes the place of what was told before."""

    follow_ups: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class EndFollowUp:
    pass


@dataclass(frozen=True, slots=True)
class WriteAgreement:
    """Put these lines in place of the whole agreement."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AcceptAgreement:
    pass


@dataclass(frozen=True, slots=True)
class EndBefore:
    """The questions about before are answered, or left out."""


@dataclass(frozen=True, slots=True)
class RollDie:
    pass


@dataclass(frozen=True, slots=True)
class Walk:
    direction: Direction


@dataclass(frozen=True, slots=True)
class ChooseTheme:
    """At a crossroads, or where the pile walked to is empty."""

    theme: Theme


@dataclass(frozen=True, slots=True)
class LayCard:
    """The table has taken this printed card in hand; nothing that it holds is ever refused."""

    card: CardId


@dataclass(frozen=True, slots=True)
class PlayCard:
    pass


@dataclass(frozen=True, slots=True)
class SwapCard:
    """
    Another card; no reason asked, and nobody named.

    On screen it comes from the same pile; with printed cards the table takes one itself.
    """


@dataclass(frozen=True, slots=True)
class NextStage:
    """On to the next of the seven stages; after Keep, the conversation ends."""


@dataclass(frozen=True, slots=True)
class NextVoice:
    """The voice has spoken. After the last voice the table goes on to Talk."""


@dataclass(frozen=True, slots=True)
class Pass:
    """Just the same to everyone, and in every file, as `NextVoice`."""


@dataclass(frozen=True, slots=True)
class ChooseLens:
    """A seat takes another lens, speaks as itself, or takes none."""

    seat: SeatId
    lens: Lens


@dataclass(frozen=True, slots=True)
class TogglePane:
    """Mark or unmark a pane that this conversation fed; one or two stay marked."""

    theme: Theme


@dataclass(frozen=True, slots=True)
class PlaceMarker:
    """Where our plan put its weight: -2 (mind) to +2 (body)."""

    weight: int


@dataclass(frozen=True, slots=True)
class WriteWords:
    """The shared sentence: "We would all say…" or "First step… by…"."""

    words: str


@dataclass(frozen=True, slots=True)
class EndMoment:
    pass


@dataclass(frozen=True, slots=True)
class EndBreather:
    pass


@dataclass(frozen=True, slots=True)
class EndBreak:
    pass


@dataclass(frozen=True, slots=True)
class Pause:
    pass


@dataclass(frozen=True, slots=True)
class Resume:
    pass


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """How many cards the session is planned to have in all."""

    cards: int


@dataclass(frozen=True, slots=True)
class StopHere:
    """On to the closing, whatever is on the table."""


@dataclass(frozen=True, slots=True)
class NextDebriefStep:
    """After the fourth step, on to before-and-now."""


@dataclass(frozen=True, slots=True)
class WriteMessage:
    """Our one message."""

    words: str


@dataclass(frozen=True, slots=True)
class CountHands:
    hands: Hands


@dataclass(frozen=True, slots=True)
class HandInSheets:
    """All private sheets at once, in an order that says nothing of who wrote which."""

    sheets: tuple[Sheet, ...]
    evaluations: tuple[Evaluation, ...] = ()
    remarks: Remarks = Remarks()


@dataclass(frozen=True, slots=True)
class EndSurvey:
    pass


@dataclass(frozen=True, slots=True)
class WriteCommitment:
    """What a seat will do, where, by when, how likely; any part may be empty, and all take it away."""

    seat: SeatId
    words: str
    where: str = ""
    by_when: str = ""
    likely: Likely | None = None


@dataclass(frozen=True, slots=True)
class OpenDoor:
    pass


@dataclass(frozen=True, slots=True)
class FinishSession:
    pass


Command = (
    NextVoice
    | Pass
    | NextStage
    | RollDie
    | Walk
    | ChooseTheme
    | LayCard
    | PlayCard
    | SwapCard
    | ChooseLens
    | TogglePane
    | PlaceMarker
    | WriteWords
    | EndMoment
    | EndBreather
    | EndBreak
    | Pause
    | Resume
    | OpenSession
    | JoinSeat
    | LeaveSeat
    | RenameSeat
    | ChangeSeatKind
    | MoveSeat
    | TellFollowUp
    | EndFollowUp
    | WriteAgreement
    | AcceptAgreement
    | EndBefore
    | ChangePlan
    | StopHere
    | NextDebriefStep
    | WriteMessage
    | CountHands
    | HandInSheets
    | EndSurvey
    | WriteCommitment
    | OpenDoor
    | FinishSession
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not: the sentence to show, in plain words and without blame."""

    sentence: str
