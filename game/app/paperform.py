"""
The paper record as a form: its fields in the order of the printed page, and what each says.

Everything that a facilitator types stays text here: a form may be half filled for days.
"""

from collections.abc import Iterator

from game.app.codes import LONGEST, card_with
from game.app.paperfields import (
    NotReadError,
    day_in,
    five_in,
    harm_in,
    no_card,
    number_in,
    panes_in,
    person_in,
    sheet_in,
    voice_in,
    weight_in,
)
from game.art.signs import WEIGHTS
from game.model.dates import day
from game.model.pack import Pack
from game.model.themes import Theme
from game.outcomes.evaluation import CHANGE, HARM, STAYS, VOICE, VOICE_POINTS, Harm
from game.outcomes.items import BEFORE, NOW
from game.rules.planner import MAX_CARDS
from game.rules.state import MAX_SEATS, MIN_SEATS
from game.tongue import N_, _, listed
from game.values import dataclass, replace

MOST_SHEETS = 16
SESSION, SEATS, CARDS, DEBRIEF, HANDS, FORMS, EVALUATION, COMMITMENTS, END = (
    N_("The session"),
    N_("Seats"),
    N_("Cards, in the order played"),
    N_("Debrief"),
    N_("Before and now: how many hands at each point"),
    N_("Before and now: forms that people filled in"),
    N_("Evaluation: how many forms said so"),
    N_("Commitments"),
    N_("At the end"),
)
"""The parts of the record, in the order of the printed page."""


def hand_lines() -> tuple[str, ...]:
    """What hands are counted for; the last stands at `answers.CONFIDENCE`."""
    return (*(theme.label for theme in Theme), _("How confident"))


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


# The fields.


def entries(form: PaperForm) -> Iterator[Entry]:
    """Every field, from the top of the printed record to its end."""
    yield Entry("date", SESSION, _("Date"), _("such as 25 11 2026"), 30)
    yield Entry("planned", SESSION, _("Minutes planned"), _("such as 60"), 3)
    yield Entry("played", SESSION, _("Minutes played"), _("such as 62"), 3)
    yield Entry("walking", SESSION, _("Walking with"), _("a name, if anybody"), 40)
    yield Entry("people", SESSION, _("People in the room"), _("everybody who took part"), 2)
    yield Entry("group", SESSION, _("Group"), _("its own name, if it has one"))
    yield Entry(
        "seats",
        SEATS,
        _("How many seats"),
        _("{least} to {most}").format(least=MIN_SEATS, most=MAX_SEATS),
        2,
    )
    for number in range(cards_shown(form)):
        yield from _card_entries(form, number)
    yield Entry("message", DEBRIEF, _("Our one message"), _("if you wrote one"), 240, short=False)
    for place, name in enumerate(hand_lines()):
        for kind, when in (("before", BEFORE), ("now", NOW)):
            yield Entry(f"{kind} {place}", HANDS, f"{name}, {_(when)}", _("such as 0 2 3 1 0"), 20)
    for number in range(_shown(form, "sheet", MOST_SHEETS)):
        hint = _("seven before, seven now: 2334213 3445335; – left open")
        yield Entry(
            f"sheet {number}",
            FORMS,
            _("Form {number}").format(number=number + 1),
            hint,
            40,
            short=False,
        )
    yield from _evaluation_entries(form)
    for number in range(_count(form["seats"], 4)):
        label = _("Seat {number}").format(number=number + 1)
        yield Entry(
            f"commitment {number}", COMMITMENTS, label, _("what, where, by when"), short=False
        )
    yield Entry("swapped", END, _("Cards swapped, in all"), _("empty for none"), 2)


def _evaluation_entries(form: PaperForm) -> Iterator[Entry]:
    points = ", ".join(map(_, VOICE_POINTS)).lower()
    for place, line in enumerate(VOICE):
        yield Entry(
            f"voice {place}",
            EVALUATION,
            _(line),
            _("four counts: {points}").format(points=points),
            20,
        )
    answers = "; ".join(each.label for each in Harm).lower()
    yield Entry(
        "harm", EVALUATION, _(HARM), _("three counts: {answers}").format(answers=answers), 20
    )
    for kind, asks in (("stays", STAYS), ("change", CHANGE)):
        for number in range(_shown(form, kind, MOST_SHEETS)):
            hint = _("one answer a line; empty after the last")
            yield Entry(f"{kind} {number}", EVALUATION, _(asks), hint, 240, short=False)


def _card_entries(form: PaperForm, number: int) -> Iterator[Entry]:
    title = _("Card {number}").format(number=number + 1)
    last = _("code, such as E-07; empty after the last")
    yield Entry(f"code {number}", CARDS, _("{card}, code").format(card=title), last, LONGEST)
    if form[f"code {number}"]:
        words = _("We would all say … or First step … by …")
        yield Entry(
            f"words {number}",
            CARDS,
            _("{card}, our sentence").format(card=title),
            words,
            240,
            short=False,
        )
        yield Entry(
            f"panes {number}",
            CARDS,
            _("{card}, panes").format(card=title),
            _("letters, such as EW"),
            12,
        )
        yield Entry(
            f"weight {number}",
            CARDS,
            _("{card}, weight").format(card=title),
            _("1 mind to 5 body"),
            2,
        )


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
    except NotReadError as trouble:
        return str(trouble)


def _echo(key: str, text: str, pack: Pack, today: str) -> str:
    kind = key.split(" ", maxsplit=1)[0]
    match kind:
        case "date":
            return day(day_in(text, today))
        case "walking":
            return pack.person(person_in(text, pack)).name
        case "code":
            card = card_with(pack, text)
            return card.title if card is not None else no_card(text, pack)
        case "panes":
            return listed([theme.label for theme in panes_in(text)])
        case "weight":
            weight = weight_in(text)
            return next(label for value, label, _ in WEIGHTS if value == weight)
        case "before" | "now":
            return _told(sum(five_in(text)), "hand")
        case "voice":
            return _told(sum(voice_in(text)), "form")
        case "harm":
            return _told(sum(harm_in(text)), "form")
        case "sheet":
            sheet_in(text)
            return "read"
        case "planned" | "played" | "people" | "seats" | "swapped":
            number_in(kind, text)
    return ""


def _told(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
