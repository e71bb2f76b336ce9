"""The clocks, as two plain functions, so that tests can bring their own."""

import time

# The first screen asks for no date, so it does not wait for what reckons with dates.


def steady() -> float:
    """Seconds on a clock that only moves forward; for timers and durations."""
    return time.monotonic()


def stamp() -> str:
    """Now in UTC to the second, as the journal writes it; for labels, never for order."""
    from datetime import UTC, datetime  # noqa: PLC0415 - see the top of the module

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> str:
    """Today's date here, as ISO text."""
    from datetime import datetime  # noqa: PLC0415 - see the top of the module

    return datetime.now().astimezone().date().isoformat()


def stamp_after(stamped: str, passed: float) -> str:
    """The stamp so many seconds after another, for clocks that are told the time."""
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415 - see the top of the module

    start = datetime.strptime(stamped, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return (start + timedelta(seconds=passed)).strftime("%Y-%m-%dT%H:%M:%SZ")
