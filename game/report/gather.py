"""
Everything that people answered in a session, from its events.

The report reads whole sessions and the dashboard only the lines that matter, and both come through
here. An event that brings a new kind of answer is taken in by one case more.
"""

from collections.abc import Iterable

from game.outcomes.answers import Commitment, Gathered, Remarks
from game.rules.events import (
    CommitmentWritten,
    EvaluationsHandedIn,
    Event,
    FollowedUp,
    HandsCounted,
    SeatLeft,
    SheetsHandedIn,
)
from game.values import replace

ANSWERS = (
    HandsCounted,
    SheetsHandedIn,
    EvaluationsHandedIn,
    CommitmentWritten,
    FollowedUp,
    SeatLeft,
)
"""The kinds of events that `gather` takes in; for readers who skip all others."""


def gather(events: Iterable[Event]) -> Gathered:
    """What stands at the end: a later count replaces an earlier one, a seat's line its last."""
    found = Gathered()
    promises: dict[int, Commitment] = {}
    for event in events:
        match event:
            case HandsCounted(hands):
                others = tuple(each for each in found.hands if each.item != hands.item)
                rows = tuple(sorted((*others, hands), key=lambda each: each.item))
                found = replace(found, hands=rows)
            case SheetsHandedIn(sheets):
                found = replace(found, sheets=found.sheets + sheets)
            case EvaluationsHandedIn(evaluations, remarks):
                found = replace(
                    found,
                    evaluations=found.evaluations + evaluations,
                    remarks=_both(found.remarks, remarks),
                )
            case FollowedUp(follow_ups):
                found = replace(found, follow_ups=follow_ups)
            case CommitmentWritten(seat, what, where, by_when, likely):
                promises.pop(seat, None)
                given = Commitment(what, where, by_when, likely)
                if given != Commitment(""):
                    promises[seat] = given
            case SeatLeft(seat):
                promises.pop(seat, None)
    return replace(found, commitments=tuple(promises.values()))


def _both(some: Remarks, more: Remarks) -> Remarks:
    return Remarks(
        tuple(sorted(some.stays + more.stays)),
        tuple(sorted(some.change + more.change)),
        tuple(sorted(some.came + more.came)),
    )
