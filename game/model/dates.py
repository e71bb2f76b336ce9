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


def short_day(iso: str) -> str:
    """The same with the month cut to three letters, where room is scarce: "1 Nov 2026"."""
    words = day(iso).split(" ")
    return " ".join((words[0], words[1][:3], words[2])) if len(words) == 3 else iso
