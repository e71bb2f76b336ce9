"""
The paper record as a form: its fields in the order of the printed page, and what each says.

Everything a facilitator types is text until `read` takes it in; a form may be half filled for days.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from game.app.codes import LONGEST, card_with, code_in, near
from game.art.signs import WEIGHTS
from game.model.dates import MONTHS, day, is_day
from game.model.pack import CardId, Pack, PersonId
from game.model.themes import Theme
from game.outcomes.answers import Hands, Sheet, Way
from game.outcomes.items import BEFORE, NOW
from game.rules.decide_closing import MOST_HANDS
from game.rules.planner import MAX_CARDS, MAX_MINUTES, MIN_MINUTES
from game.rules.setup import MAX_PLAYED, MOST_PEOPLE, MOST_SWAPPED
from game.rules.state import MAX_SEATS, MIN_SEATS
from game.values import dataclass, replace

MOST_SHEETS = 16
SESSION, SEATS, CARDS, DEBRIEF, HANDS, FORMS, COMMITMENTS, END = (
    "The session",
    "Seats",
    "Cards, in the order played",
    "Debrief",
    "Before and now: how many hands at each point",
    "Before and now: forms that people filled in",
    "Commitments",
    "At the end",
)
"""The parts of the record, in the order of the printed page."""

Five = tuple[int, int, int, int, int]
Value = TypeVar("Value")
_THEMES = tuple(Theme)


@dataclass(frozen=True, slots=True)
class PaperForm:
    """What has been typed, by the field's key; fields that are empty are not in it."""

    texts: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, key: str) -> str:
        return next((text for each, text in self.texts if each == key), "")

    def with_text(self, key: str, text: str) -> "PaperForm":
        """The form with another text in one field."""
        others = tuple(pair for pair in self.texts if pair[0] != key)
        return replace(self, texts=(*others, (key, text)) if text else others)


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of the form."""

    key: str
    part: str
    label: str
    hint: str = ""
    limit: int = 160
    short: bool = True
    """Whether a few characters fill it."""


@dataclass(frozen=True, slots=True)
class Amiss:
    """Why the form cannot be entered yet: which field, what it is called, and a sentence."""

    key: str
    label: str
    sentence: str

    @property
    def told(self) -> str:
        return f"{self.label}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class PaperCard:
    """A card as the record has it; without panes, those that the card itself proposes were fed."""

    card: CardId
    words: str
    panes: tuple[Theme, ...]
    weight: int | None


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that has been read and makes sense by itself; the rules have not been asked yet."""

    date: str
    planned: int
    played: int
    people: int
    seats: int
    walking: PersonId | None = None
    group: str = ""
    cards: tuple[PaperCard, ...] = ()
    message: str = ""
    hands: tuple[Hands, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    commitments: tuple[str, ...] = ()
    """One for each seat; empty where nothing was written."""
    swapped: int = 0


class _NotReadError(Exception):
    """What a field says cannot be read: a sentence for whoever typed it."""


# The fields.


def entries(form: PaperForm) -> Iterator[Entry]:
    """Every field, from the top of the printed record to its end."""
    yield Entry("date", SESSION, "Date", "such as 25 11 2026", 30)
    yield Entry("planned", SESSION, "Minutes planned", "such as 60", 3)
    yield Entry("played", SESSION, "Minutes played", "such as 62", 3)
    yield Entry("walking", SESSION, "Walking with", "a name, if anybody", 40)
    yield Entry("people", SESSION, "People in the room", "everybody who took part", 2)
    yield Entry("group", SESSION, "Group", "its own name, if it has one")
    yield Entry("seats", SEATS, "How many seats", f"{MIN_SEATS} to {MAX_SEATS}", 2)
    for number in range(cards_shown(form)):
        yield from _card_entries(form, number)
    yield Entry("message", DEBRIEF, "Our one message", "if you wrote one", 240, short=False)
    for theme in Theme:
        for kind, when in (("before", BEFORE), ("now", NOW)):
            label = f"{theme.label}, {when}"
            yield Entry(f"{kind} {theme.place}", HANDS, label, "such as 0 2 3 1 0", 20)
    for number in range(_shown(form, "sheet", MOST_SHEETS)):
        hint = "seven before, seven now: 2334213 3445335; – left open"
        yield Entry(f"sheet {number}", FORMS, f"Form {number + 1}", hint, 40, short=False)
    for number in range(_count(form["seats"], 4)):
        label = f"Seat {number + 1}"
        yield Entry(f"commitment {number}", COMMITMENTS, label, "what, where, by when", short=False)
    yield Entry("swapped", END, "Cards swapped, in all", "empty for none", 2)


def _card_entries(form: PaperForm, number: int) -> Iterator[Entry]:
    title = f"Card {number + 1}"
    last = "code, such as E-07; empty after the last"
    yield Entry(f"code {number}", CARDS, f"{title}, code", last, LONGEST)
    if form[f"code {number}"]:
        words = "We would all say … or First step … by …"
        yield Entry(f"words {number}", CARDS, f"{title}, our sentence", words, 240, short=False)
        yield Entry(f"panes {number}", CARDS, f"{title}, panes", "letters, such as EW", 12)
        yield Entry(f"weight {number}", CARDS, f"{title}, weight", "1 mind to 5 body", 2)


def cards_shown(form: PaperForm) -> int:
    """How many cards to show: those that are filled, and an empty one to go on with."""
    return _shown(form, "code", MAX_CARDS)


def _shown(form: PaperForm, kind: str, most: int) -> int:
    filled = [number for number in range(most) if form[f"{kind} {number}"]]
    return min(most, filled[-1] + 2 if filled else 1)


def _count(text: str, otherwise: int) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        return otherwise
    return min(MAX_SEATS, max(MIN_SEATS, int(digits)))


# What a field says, shown beside it at once.


def said(entry: Entry, form: PaperForm, pack: Pack, today: str) -> str:
    """What the field is understood to say, or what is wrong with it; empty where nothing is typed."""
    text = form[entry.key]
    if not text.strip():
        return ""
    try:
        return _echo(entry.key, text, pack, today)
    except _NotReadError as trouble:
        return str(trouble)


def _echo(key: str, text: str, pack: Pack, today: str) -> str:
    kind = key.split(" ", maxsplit=1)[0]
    match kind:
        case "date":
            return day(_day(text, today))
        case "walking":
            return pack.person(_person(text, pack)).name
        case "code":
            card = card_with(pack, text)
            return card.title if card is not None else _no_card(text, pack)
        case "panes":
            return " and ".join(theme.label for theme in _panes(text))
        case "weight":
            weight = _weight(text)
            return next(label for value, label, _ in WEIGHTS if value == weight)
        case "before" | "now":
            return _hands_told(_five(text))
        case "sheet":
            _sheet(text)
            return "read"
        case "planned" | "played" | "people" | "seats" | "swapped":
            _number(kind, text)
    return ""


def _hands_told(counts: Five) -> str:
    return "1 hand" if sum(counts) == 1 else f"{sum(counts)} hands"


# Reading the whole form.


def read(form: PaperForm, pack: Pack, today: str) -> Filled | Amiss:
    """The form as values, or the first field that cannot be read."""
    reading = _Reading(form, {each.key: each.label for each in entries(form)})
    try:
        return _read(reading, pack, today)
    except _FieldError as found:
        return found.amiss


class _FieldError(Exception):
    def __init__(self, amiss: Amiss) -> None:
        super().__init__(amiss.told)
        self.amiss = amiss


@dataclass(frozen=True, slots=True)
class _Reading:
    form: PaperForm
    labels: Mapping[str, str]

    def take(self, key: str, how: Callable[[str], Value], otherwise: Value) -> Value:
        """The field's value; *otherwise* where it is empty."""
        text = self.form[key].strip()
        return self._tried(key, how, text) if text else otherwise

    def need(self, key: str, how: Callable[[str], Value], sentence: str) -> Value:
        """The field's value; *sentence* says what is missing where it is empty."""
        text = self.form[key].strip()
        if not text:
            raise _FieldError(Amiss(key, self.labels[key], sentence))
        return self._tried(key, how, text)

    def number(self, key: str, sentence: str) -> int:
        return self.need(key, partial(_number, key), sentence)

    def _tried(self, key: str, how: Callable[[str], Value], text: str) -> Value:
        try:
            return how(text)
        except _NotReadError as trouble:
            raise _FieldError(Amiss(key, self.labels[key], str(trouble))) from None


def _read(reading: _Reading, pack: Pack, today: str) -> Filled:
    form = reading.form
    date = reading.need("date", lambda text: _day(text, today), "On which day was it played?")
    planned = reading.number("planned", "How many minutes did you plan?")
    played = reading.number("played", "How many minutes did you play?")
    walking = reading.take("walking", lambda text: _person(text, pack), None)
    people = reading.number("people", "How many people were in the room?")
    seats = reading.need("seats", lambda text: _seats(text, people), "How many seats were there?")
    cards = tuple(_card(reading, pack, n) for n in _filled(form, "code", MAX_CARDS))
    if not cards:
        raise _FieldError(Amiss("code 0", "Card 1, code", "Type in at least one card."))
    return Filled(
        date,
        planned,
        played,
        people,
        seats,
        walking,
        form["group"].strip(),
        cards,
        form["message"].strip(),
        tuple(_hands(reading)),
        tuple(reading.need(f"sheet {n}", _sheet, "") for n in _filled(form, "sheet", MOST_SHEETS)),
        tuple(form[f"commitment {n}"].strip() for n in range(seats)),
        reading.take("swapped", partial(_number, "swapped"), 0),
    )


def _filled(form: PaperForm, kind: str, most: int) -> tuple[int, ...]:
    """The numbers of the fields of this kind in which something stands."""
    return tuple(n for n in range(most) if form[f"{kind} {n}"].strip())


def _card(reading: _Reading, pack: Pack, number: int) -> PaperCard:
    card = reading.need(f"code {number}", lambda text: _card_id(text, pack), "")
    return PaperCard(
        card,
        reading.form[f"words {number}"].strip(),
        reading.take(f"panes {number}", _panes, ()),
        reading.take(f"weight {number}", _weight, None),
    )


def _hands(reading: _Reading) -> Iterator[Hands]:
    none: Five = (0, 0, 0, 0, 0)
    for theme in Theme:
        before = reading.take(f"before {theme.place}", _five, none)
        now = reading.take(f"now {theme.place}", _five, none)
        if sum(before) or sum(now):
            yield Hands(theme.place, before, now)


# Reading one field.


_NUMBERS = {
    "planned": (MIN_MINUTES, MAX_MINUTES),
    "played": (1, MAX_PLAYED),
    "people": (MIN_SEATS, MOST_PEOPLE),
    "seats": (MIN_SEATS, MAX_SEATS),
    "swapped": (0, MOST_SWAPPED),
}
"""The least and the most that each field for a number takes, as the rules have it."""


def _number(key: str, text: str) -> int:
    least, most = _NUMBERS[key]
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and least <= int(digits) <= most:
        return int(digits)
    raise _NotReadError(f"A number from {least} to {most} is wanted here.")


def _seats(text: str, people: int) -> int:
    seats = _number("seats", text)
    if seats > people:
        raise _NotReadError("There are more seats than people. A seat is at least one person.")
    return seats


def _day(text: str, today: str) -> str:
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
        raise _NotReadError("Write the day such as 25 11 2026 or 25 Nov.")
    return found


def _iso(parts: list[str]) -> str:
    first, month, last = parts
    year, number = (first, last) if len(first) == 4 else (last, first)
    year = f"20{year}" if len(year) == 2 else year
    return f"{year}-{month:0>2}-{number:0>2}"


def _month(name: str) -> str:
    found = [n for n, month in enumerate(MONTHS, 1) if month.casefold().startswith(name[:9])]
    return str(found[0]) if len(name) > 2 and len(found) == 1 else ""


def _person(text: str, pack: Pack) -> PersonId:
    words = text.strip().casefold()
    found = [each for each in pack.people if each.name.casefold().startswith(words)]
    if len(found) != 1:
        names = ", ".join(each.name for each in pack.people)
        raise _NotReadError(f"Nobody in this pack is called that. There are {names}.")
    return found[0].id


def _card_id(text: str, pack: Pack) -> CardId:
    card = card_with(pack, text)
    if card is None:
        raise _NotReadError(_no_card(text, pack))
    return card.id


def _no_card(text: str, pack: Pack) -> str:
    """Which code is missing, and what may have been meant."""
    close = near(pack, text)
    meant = f" Perhaps {close[0].code}, {close[0].title}?" if close else ""
    if not code_in(text):
        return f"A code is a letter and a number, such as E-07.{meant}"
    return f"No card of this pack has the code {code_in(text)}.{meant}"


def _panes(text: str) -> tuple[Theme, ...]:
    letters = [each.upper() for each in text if each.isalnum()]
    known = {theme.letter: theme for theme in Theme}
    panes = tuple(dict.fromkeys(known[each] for each in letters if each in known))
    if not 1 <= len(panes) <= 2 or any(each not in known for each in letters):
        all_letters = " ".join(known)
        raise _NotReadError(f"One or two letters out of {all_letters}, as on the cards.")
    return panes


def _weight(text: str) -> int:
    words = text.strip()
    if words not in {"1", "2", "3", "4", "5"}:
        raise _NotReadError("1 all mind, 2 more mind, 3 both alike, 4 more body, 5 all body.")
    return WEIGHTS[int(words) - 1][0]


def _five(text: str) -> Five:
    """Five counts, with anything between them; or five digits in a row."""
    cut = "".join(each if each.isdigit() and each.isascii() else " " for each in text)
    counts = [int(part) for part in cut.split()]
    if len(counts) == 1 and len(cut.strip()) == 5:
        counts = [int(digit) for digit in cut.strip()]
    if len(counts) != 5:
        raise _NotReadError("Five counts, from “not at all” to “very well”: 0 2 3 1 0.")
    if max(counts) > MOST_HANDS:
        raise _NotReadError(f"Each of the five counts goes from 0 to {MOST_HANDS}.")
    one, two, three, four, five = counts
    return one, two, three, four, five


def _sheet(text: str) -> Sheet:
    """One form: seven answers before, seven now; an eighth in each half is how sure somebody feels."""
    marks = [each for each in text if not each.isspace() and each not in "/,;|"]
    answers = [None if each in "-–0" else int(each) for each in marks if each in "-–012345"]
    if len(answers) != len(marks) or len(answers) not in {14, 16}:
        raise _NotReadError(
            "Seven answers from 1 to 5 before and seven now, – where one is open; "
            "or eight and eight, with how sure one feels."
        )
    half = len(answers) // 2
    before, now = tuple(answers[:half]), tuple(answers[half:])
    if half == len(_THEMES):
        return Sheet(before, now, way=Way.PAPER)
    return Sheet(before[:-1], now[:-1], before[-1], now[-1], way=Way.PAPER)
