"""Dates as people write them, from the ISO text that packs hold."""

from game.tongue import N_, _

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(iso: str) -> bool:
    """Whether the text is a day in ISO form that the calendar has, such as 2026-11-01."""
    if len(iso) != 10 or iso[4] != "-" or iso[7] != "-":
        return False
    year, month, number = iso[:4], iso[5:7], iso[8:]
    if not all(part.isascii() and part.isdigit() for part in (year, month, number)):
        return False
    if not 1 <= int(month) <= 12 or not 1 <= int(number) <= _DAYS[int(month) - 1]:
        return False
    leap = int(year) % 4 == 0 and (int(year) % 100 != 0 or int(year) % 400 == 0)
    return int(year) > 0 and (leap or (int(month), int(number)) != (2, 29))


def day(iso: str) -> str:
    """An ISO date, such as 2026-11-01, as "1 November 2026"; anything else as it stands."""
    try:
        year, month, number = (int(part) for part in iso[:10].split("-"))
        return written(number, month, year)
    except (ValueError, IndexError):
        return iso


def written(number: int, month: int, year: int) -> str:
    """A date in words."""
    return _("{day} {month} {year}").format(day=number, month=_(MONTHS[month - 1]), year=year)


def short_day(iso: str) -> str:
    """The same with the month cut to three letters, where room is scarce: "1 Nov 2026"."""
    words = day(iso).split(" ")
    return " ".join((words[0], words[1][:3], words[2])) if len(words) == 3 else iso
