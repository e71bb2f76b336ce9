"""Dates as people write them."""

from datetime import UTC, datetime

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(iso: str) -> str:
    """An ISO date, such as 2026-11-01, as "1 November 2026"; anything else as it stands."""
    try:
        year, month, number = (int(part) for part in iso[:10].split("-"))
        return f"{number} {_MONTHS[month - 1]} {year}"
    except (ValueError, IndexError):
        return iso


def day_and_hour(iso: str) -> str:
    """A UTC stamp in this place's own time, as "1 November 2026, 14:05"."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone()
    return f"{here.day} {_MONTHS[here.month - 1]} {here.year}, {here:%H:%M}"
