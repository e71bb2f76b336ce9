"""What the close of a session gathers, event by event: debrief, message, hands, sheets, commitments."""

from game.outcomes.answers import Hands
from game.rules.draft import Draft
from game.rules.events import (
    CommitmentsBegun,
    CommitmentWritten,
    DebriefStepBegun,
    DoorOpened,
    HandsCounted,
    MessageWritten,
    SessionFinished,
    SheetsHandedIn,
    SurveyBegun,
)
from game.rules.state import Closing, Phase, SeatId


def step_begun(draft: Draft, event: DebriefStepBegun) -> None:
    said = draft.closing
    draft.closing = Closing(event.step, said.message, said.hands, said.sheets, said.commitments)


def message_written(draft: Draft, event: MessageWritten) -> None:
    said = draft.closing
    draft.closing = Closing(said.step, event.words, said.hands, said.sheets, said.commitments)


def survey_begun(draft: Draft, _event: SurveyBegun) -> None:
    draft.phase = Phase.SURVEY


def hands_counted(draft: Draft, event: HandsCounted) -> None:
    said = draft.closing
    hands = _counted(said.hands, event.hands)
    draft.closing = Closing(said.step, said.message, hands, said.sheets, said.commitments)


def sheets_handed_in(draft: Draft, event: SheetsHandedIn) -> None:
    said = draft.closing
    sheets = said.sheets + event.sheets
    draft.closing = Closing(said.step, said.message, said.hands, sheets, said.commitments)


def commitments_begun(draft: Draft, _event: CommitmentsBegun) -> None:
    draft.phase = Phase.COMMITMENTS


def commitment_written(draft: Draft, event: CommitmentWritten) -> None:
    said = draft.closing
    promises = _promised(said.commitments, event.seat, event.words)
    draft.closing = Closing(said.step, said.message, said.hands, said.sheets, promises)


def door_opened(draft: Draft, _event: DoorOpened) -> None:
    draft.phase = Phase.DOOR


def session_finished(draft: Draft, _event: SessionFinished) -> None:
    draft.phase = Phase.FINISHED


def _counted(hands: tuple[Hands, ...], new: Hands) -> tuple[Hands, ...]:
    """One count for each item, in the order of the items."""
    others = [each for each in hands if each.item != new.item]
    return tuple(sorted([*others, new], key=lambda each: each.item))


def _promised(
    promises: tuple[tuple[SeatId, str], ...], seat: SeatId, words: str
) -> tuple[tuple[SeatId, str], ...]:
    """One commitment for each seat, in the order in which seats joined; empty words take it away."""
    others = [each for each in promises if each[0] != seat]
    return tuple(sorted([*others, (seat, words)])) if words else tuple(others)
