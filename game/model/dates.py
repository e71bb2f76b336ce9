"""Dates as people write them, from the ISO text that packs hold."""

MONTHS = (
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
        return f"{number} {MONTHS[month - 1]} {year}"
    except (ValueError, IndexError):
        return iso
