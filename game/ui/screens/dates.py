"""Dates as people write them."""

from game.model.dates import day, is_day, written

__all__ = ["day", "day_and_hour", "hour"]

# A title page without a session to go on with shows no date, and does not wait for what reckons
# with them.


def day_and_hour(iso: str) -> str:
    """A UTC stamp in this place's own time, as "1 November 2026, 14:05"; a mere day as a day."""
    if is_day(iso):
        return day(iso)
    from datetime import UTC, datetime  # noqa: PLC0415 - see above

    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone()
    return f"{written(here.day, here.month, here.year)}, {here:%H:%M}"


def hour(iso: str) -> str:
    """The time of day of a UTC stamp in this place's own time, as "14:05"; empty where it is none."""
    from datetime import UTC, datetime  # noqa: PLC0415 - see above

    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{(at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone():%H:%M}"
