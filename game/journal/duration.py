"""
How long a session was at the table: the time between its steps, without pauses and long gaps.

Every screen and report that says what a session took counts it here.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from game.journal.records import Restored, Rewound, Step
from game.rules.events import DoorOpened, Paused

LONGEST_GAP: Final = 900.0
"""Seconds between two records beyond which the table was away."""


def seconds_at_table(records: Iterable[object]) -> float:
    """
    Seconds between what people did, leaving out pauses and long gaps.

    A session that came to its door was over then, however long people stood before it.
    """
    total, at_door = 0.0, None
    last: float | None = None
    paused = False
    for record in records:
        # Opening and closing the program are no part of the session.
        if not isinstance(record, Step | Rewound | Restored):
            continue
        at = seconds(record.at)
        if at is None:
            continue
        if last is not None and not paused and 0 < at - last < LONGEST_GAP:
            total += at - last
        last = at
        if isinstance(record, Step) and record.events:
            paused = isinstance(record.events[-1], Paused)
            if any(isinstance(event, DoorOpened) for event in record.events):
                at_door = total
    return total if at_door is None else at_door


def seconds(stamped: str) -> float | None:
    """A stamp as seconds since 1970, for differences; None where it is no stamp of ours."""
    try:
        return datetime.strptime(stamped, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
