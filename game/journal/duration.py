"""How long a session was at the table: the time between its steps, without pauses and long gaps."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from game.journal.records import Step
from game.journal.replay import Entry
from game.rules.events import Paused

LONGEST_GAP: Final = 900.0
"""Seconds between two records beyond which the table was away."""


def seconds_at_table(entries: Iterable[Entry]) -> float:
    """Seconds between the records, leaving out pauses and long gaps."""
    total = 0.0
    last: float | None = None
    paused = False
    for entry in entries:
        stamped = getattr(entry.record, "at", None)
        at = seconds(stamped) if isinstance(stamped, str) else None
        if at is None:
            continue
        if last is not None and not paused and 0 < at - last < LONGEST_GAP:
            total += at - last
        last = at
        if isinstance(entry.record, Step) and entry.record.events:
            paused = isinstance(entry.record.events[-1], Paused)
    return total


def seconds(stamped: str) -> float | None:
    """A stamp as seconds since 1970, for differences; None where it is no stamp of ours."""
    try:
        return datetime.strptime(stamped, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
