"""
Everything that people answered in a session, from its events.

The report reads whole sessions and the dashboard only the lines that matter, and both come through
here. An event that brings a new kind of answer is taken in by one case more.
"""

from collections.abc import Iterable

from game.outcomes.answers import Commitment, Gathered
from game.rules.events import CommitmentWritten, Event, HandsCounted, SeatLeft, SheetsHandedIn
from game.values import replace

ANSWERS = (HandsCounted, SheetsHandedIn, CommitmentWritten, SeatLeft)
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
            case CommitmentWritten(seat, words):
                promises.pop(seat, None)
                if words:
                    promises[seat] = Commitment(words)
            case SeatLeft(seat):
                promises.pop(seat, None)
    return replace(found, commitments=tuple(promises.values()))
