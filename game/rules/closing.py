"""What a session gathers from its people, event by event: message, hands, sheets, commitments."""

from game.outcomes.answers import Commitment, Hands, Remarks
from game.rules.draft import Draft, open_closing
from game.rules.events import (
    CommitmentsBegun,
    CommitmentWritten,
    DebriefStepBegun,
    DoorOpened,
    EvaluationsHandedIn,
    FollowedUp,
    FollowUpEnded,
    HandsCounted,
    MessageWritten,
    SessionFinished,
    SheetsHandedIn,
    SurveyBegun,
)
from game.rules.state import Phase, SeatId

_NOTHING = Commitment("")


def followed_up(draft: Draft, event: FollowedUp) -> None:
    open_closing(draft).follow_ups = event.follow_ups


def follow_up_ended(draft: Draft, _event: FollowUpEnded) -> None:
    draft.phase = Phase.AGREEMENT


def step_begun(draft: Draft, event: DebriefStepBegun) -> None:
    open_closing(draft).step = event.step


def message_written(draft: Draft, event: MessageWritten) -> None:
    open_closing(draft).message = event.words


def survey_begun(draft: Draft, _event: SurveyBegun) -> None:
    draft.phase = Phase.SURVEY


def hands_counted(draft: Draft, event: HandsCounted) -> None:
    said = open_closing(draft)
    said.hands = _counted(said.hands, event.hands)


def sheets_handed_in(draft: Draft, event: SheetsHandedIn) -> None:
    open_closing(draft).sheets += event.sheets


def evaluations_handed_in(draft: Draft, event: EvaluationsHandedIn) -> None:
    said, new = open_closing(draft), event.remarks
    said.remarks = Remarks(
        tuple(sorted((*said.remarks.stays, *new.stays))),
        tuple(sorted((*said.remarks.change, *new.change))),
        tuple(sorted((*said.remarks.came, *new.came))),
    )
    said.evaluations += event.evaluations


def commitments_begun(draft: Draft, _event: CommitmentsBegun) -> None:
    draft.phase = Phase.COMMITMENTS


def commitment_written(draft: Draft, event: CommitmentWritten) -> None:
    given = Commitment(event.words, event.where, event.by_when, event.likely)
    said = open_closing(draft)
    said.commitments = _promised(said.commitments, event.seat, given)


def door_opened(draft: Draft, _event: DoorOpened) -> None:
    draft.phase = Phase.DOOR


def session_finished(draft: Draft, _event: SessionFinished) -> None:
    draft.phase = Phase.FINISHED


def _counted(hands: tuple[Hands, ...], new: Hands) -> tuple[Hands, ...]:
    """One count for each item, in the order of the items."""
    others = [each for each in hands if each.item != new.item]
    return tuple(sorted([*others, new], key=lambda each: each.item))


def _promised(
    promises: tuple[tuple[SeatId, Commitment], ...], seat: SeatId, given: Commitment
) -> tuple[tuple[SeatId, Commitment], ...]:
    """One commitment for each seat, in the order in which seats joined; an empty one goes away."""
    others = [each for each in promises if each[0] != seat]
    if given == _NOTHING:
        return tuple(others)
    return tuple(sorted([*others, (seat, given)], key=lambda each: each[0]))
