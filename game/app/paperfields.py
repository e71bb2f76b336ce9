"""What one field of a paper record can mean: text in, a value out, or a sentence that says why not."""

from game.app.codes import card_with, code_in, near
from game.art.signs import WEIGHTS
from game.model.dates import MONTHS, is_day
from game.model.pack import CardId, Pack, PersonId
from game.model.themes import Theme
from game.outcomes.answers import Sheet, Way
from game.rules.decide_survey import MOST_HANDS
from game.rules.planner import MAX_MINUTES, MIN_MINUTES
from game.rules.setup import MAX_PLAYED, MOST_PEOPLE, MOST_SWAPPED
from game.rules.state import MAX_SEATS, MIN_SEATS
from game.tongue import _

Five = tuple[int, int, int, int, int]
_THEMES = tuple(Theme)


class NotReadError(Exception):
    """What a field says cannot be read: a sentence for whoever typed it."""


_NUMBERS = {
    "planned": (MIN_MINUTES, MAX_MINUTES),
    "played": (1, MAX_PLAYED),
    "people": (MIN_SEATS, MOST_PEOPLE),
    "seats": (MIN_SEATS, MAX_SEATS),
    "swapped": (0, MOST_SWAPPED),
}
"""The least and the most that each field for a number takes, as the rules have it."""


def number_in(key: str, text: str) -> int:
    least, most = _NUMBERS[key]
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and least <= int(digits) <= most:
        return int(digits)
    raise NotReadError(f"A number from {least} to {most} is wanted here.")


def seats_in(text: str, people: int) -> int:
    seats = number_in("seats", text)
    if seats > people:
        raise NotReadError("There are more seats than people. A seat is at least one person.")
    return seats


def day_in(text: str, today: str) -> str:
    """A day as people write it: 25 11 2026, 25/11/26, 25 Nov, 2026-11-25; without a year, the last."""
    cut = "".join(each if each.isalnum() else " " for each in text.casefold())
    parts = ["".join(c for c in part if c.isdigit()) or _month(part) for part in cut.split()]
    if len(parts) == 2:
        parts.append(today[:4])
        this_year = _iso(parts)
        if is_day(this_year) and this_year > today:
            parts[2] = f"{int(today[:4]) - 1}"
    found = _iso(parts) if len(parts) == 3 else ""
    if not is_day(found):
        raise NotReadError("Write the day such as 25 11 2026 or 25 Nov.")
    return found


def _iso(parts: list[str]) -> str:
    first, month, last = parts
    year, number = (first, last) if len(first) == 4 else (last, first)
    year = f"20{year}" if len(year) == 2 else year
    return f"{year}-{month:0>2}-{number:0>2}"


def _month(name: str) -> str:
    found = [
        n
        for n, month in enumerate(MONTHS, 1)
        if any(each.casefold().startswith(name[:9]) for each in (month, _(month)))
    ]
    return str(found[0]) if len(name) > 2 and len(found) == 1 else ""


def person_in(text: str, pack: Pack) -> PersonId:
    words = text.strip().casefold()
    found = [each for each in pack.people if each.name.casefold().startswith(words)]
    if len(found) != 1:
        names = ", ".join(each.name for each in pack.people)
        raise NotReadError(f"Nobody in this pack is called that. There are {names}.")
    return found[0].id


def card_in(text: str, pack: Pack) -> CardId:
    card = card_with(pack, text)
    if card is None:
        raise NotReadError(no_card(text, pack))
    return card.id


def no_card(text: str, pack: Pack) -> str:
    """Which code is missing, and what may have been meant."""
    close = near(pack, text)
    meant = (
        " " + _("Perhaps {code}, {title}?").format(code=close[0].code, title=close[0].title)
        if close
        else ""
    )
    if not code_in(text):
        return _("A code is a letter and a number, such as E-07.") + meant
    return _("No card of this pack has the code {code}.").format(code=code_in(text)) + meant


def panes_in(text: str) -> tuple[Theme, ...]:
    letters = [each.upper() for each in text if each.isalnum()]
    known = {theme.letter: theme for theme in Theme}
    panes = tuple(dict.fromkeys(known[each] for each in letters if each in known))
    if not 1 <= len(panes) <= 2 or any(each not in known for each in letters):
        all_letters = " ".join(known)
        raise NotReadError(f"One or two letters out of {all_letters}, as on the cards.")
    return panes


def weight_in(text: str) -> int:
    words = text.strip()
    if words not in {"1", "2", "3", "4", "5"}:
        raise NotReadError("1 all mind, 2 more mind, 3 both alike, 4 more body, 5 all body.")
    return WEIGHTS[int(words) - 1][0]


def five_in(text: str) -> Five:
    counts = _counts(text, 5, _("Five counts, from “not at all” to “very well”: 0 2 3 1 0."))
    one, two, three, four, five = counts
    return one, two, three, four, five


def voice_in(text: str) -> tuple[int, ...]:
    return _counts(text, 4, _("Four counts, from “not at all” to “completely”: 0 1 3 4."))


def harm_in(text: str) -> tuple[int, ...]:
    return _counts(text, 3, _("Three counts, no, yes a little, and yes: 7 1 0."))


def _counts(text: str, wanted: int, sentence: str) -> tuple[int, ...]:
    """So many counts, with anything between them; or so many digits in a row."""
    cut = "".join(each if each.isdigit() and each.isascii() else " " for each in text)
    counts = [int(part) for part in cut.split()]
    if len(counts) == 1 and len(cut.strip()) == wanted:
        counts = [int(digit) for digit in cut.strip()]
    if len(counts) != wanted:
        raise NotReadError(sentence)
    if max(counts) > MOST_HANDS:
        raise NotReadError(f"Each of the counts goes from 0 to {MOST_HANDS}.")
    return tuple(counts)


def sheet_in(text: str) -> Sheet:
    """One form: seven answers before, seven now; an eighth in each half is how sure somebody feels."""
    marks = [each for each in text if not each.isspace() and each not in "/,;|"]
    answers = [None if each in "-–0" else int(each) for each in marks if each in "-–012345"]
    if len(answers) != len(marks) or len(answers) not in {14, 16}:
        raise NotReadError(
            "Seven answers from 1 to 5 before and seven now, – where one is open; "
            "or eight and eight, with how sure one feels."
        )
    half = len(answers) // 2
    before, now = tuple(answers[:half]), tuple(answers[half:])
    if half == len(_THEMES):
        return Sheet(before, now, way=Way.PAPER)
    return Sheet(before[:-1], now[:-1], before[-1], now[-1], way=Way.PAPER)
