"""The clocks, as two plain functions, so that tests can bring their own."""

import time
from datetime import UTC, datetime, timedelta


def steady() -> float:
    """Seconds on a clock that only moves forward; for timers and durations."""
    return time.monotonic()


def stamp() -> str:
    """Now in UTC to the second, as the journal writes it; for labels, never for order."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> str:
    """Today's date here, as ISO text."""
    return datetime.now().astimezone().date().isoformat()


def stamp_after(stamped: str, passed: float) -> str:
    """The stamp so many seconds after another, for clocks that are told the time."""
    start = datetime.strptime(stamped, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return (start + timedelta(seconds=passed)).strftime("%Y-%m-%dT%H:%M:%SZ")
