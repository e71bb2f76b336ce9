"""A paper record as values: the whole form, field by field, or the first that makes no sense."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

from game.app.paperfields import (
    Five,
    NotReadError,
    card_in,
    day_in,
    five_in,
    harm_in,
    number_in,
    panes_in,
    person_in,
    seats_in,
    sheet_in,
    voice_in,
    weight_in,
)
from game.app.paperform import MOST_SHEETS, Amiss, PaperForm, entries, hand_lines
from game.model.pack import CardId, Pack, PersonId
from game.model.themes import Theme
from game.outcomes.answers import Evaluation, Hands, Remarks, Sheet, Way
from game.outcomes.evaluation import VOICE, Harm
from game.rules.planner import MAX_CARDS
from game.tongue import _
from game.values import dataclass

Value = TypeVar("Value")


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
    evaluations: tuple[Evaluation, ...] = ()
    remarks: Remarks = Remarks()
    commitments: tuple[str, ...] = ()
    """One for each seat; empty where nothing was written."""
    swapped: int = 0


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
        return self.need(key, partial(number_in, key), sentence)

    def _tried(self, key: str, how: Callable[[str], Value], text: str) -> Value:
        try:
            return how(text)
        except NotReadError as trouble:
            raise _FieldError(Amiss(key, self.labels[key], str(trouble))) from None


def _read(reading: _Reading, pack: Pack, today: str) -> Filled:
    form = reading.form
    date = reading.need("date", lambda text: day_in(text, today), _("On which day was it played?"))
    planned = reading.number("planned", _("How many minutes did you plan?"))
    played = reading.number("played", _("How many minutes did you play?"))
    walking = reading.take("walking", lambda text: person_in(text, pack), None)
    people = reading.number("people", _("How many people were in the room?"))
    seats = reading.need(
        "seats", lambda text: seats_in(text, people), _("How many seats were there?")
    )
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
        tuple(
            reading.need(f"sheet {n}", sheet_in, "") for n in _filled(form, "sheet", MOST_SHEETS)
        ),
        _evaluations(reading),
        Remarks(_lines(form, "stays"), _lines(form, "change")),
        tuple(form[f"commitment {n}"].strip() for n in range(seats)),
        reading.take("swapped", partial(number_in, "swapped"), 0),
    )


def _filled(form: PaperForm, kind: str, most: int) -> tuple[int, ...]:
    """The numbers of the fields of this kind in which something stands."""
    return tuple(n for n in range(most) if form[f"{kind} {n}"].strip())


def _card(reading: _Reading, pack: Pack, number: int) -> PaperCard:
    card = reading.need(f"code {number}", lambda text: card_in(text, pack), "")
    return PaperCard(
        card,
        reading.form[f"words {number}"].strip(),
        reading.take(f"panes {number}", panes_in, ()),
        reading.take(f"weight {number}", weight_in, None),
    )


def _hands(reading: _Reading) -> Iterator[Hands]:
    none: Five = (0, 0, 0, 0, 0)
    for place in range(len(hand_lines())):
        before = reading.take(f"before {place}", five_in, none)
        now = reading.take(f"now {place}", five_in, none)
        if sum(before) or sum(now):
            yield Hands(place, before, now)


def _evaluations(reading: _Reading) -> tuple[Evaluation, ...]:
    """
    The tallies as forms: as many as the longest line has, each line's answers in their order.

    Paper tells how many gave an answer, not which answers one person gave; nothing that is made
    of these forms puts two lines side by side.
    """
    nobody: tuple[int, ...] = ()
    voices = [
        _spread(reading.take(f"voice {place}", voice_in, nobody)) for place in range(len(VOICE))
    ]
    kinds = tuple(Harm)
    harms = tuple(kinds[point - 1] for point in _spread(reading.take("harm", harm_in, nobody)))
    most = max(len(harms), *map(len, voices))

    def at(answers: tuple[Value, ...], place: int) -> Value | None:
        return answers[place] if place < len(answers) else None

    return tuple(
        Evaluation(tuple(at(each, n) for each in voices), at(harms, n), way=Way.PAPER)
        for n in range(most)
    )


def _spread(counts: tuple[int, ...]) -> tuple[int, ...]:
    """Each point as often as it was counted: 0 2 1 is 2, 2, 3."""
    return tuple(point for point, count in enumerate(counts, 1) for _ in range(count))


def _lines(form: PaperForm, kind: str) -> tuple[str, ...]:
    return tuple(form[f"{kind} {n}"].strip() for n in _filled(form, kind, MOST_SHEETS))
