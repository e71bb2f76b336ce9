"""The columns of a sheet of cards, from the same table of fields that the reader works from."""

import re
from collections.abc import Iterable, Mapping

from game.content.fields import CARD, LENS_NAMES
from game.content.rewrite import Value
from game.content.shapes import Field, Kind
from game.model.lenses import DEALT, Lens
from game.values import dataclass

Part = int | Lens | str | None

_HEADINGS = {
    "id": "Short name",
    "code": "Code",
    "theme": "Theme",
    "title": "Title",
    "level": "Level",
    "notes": "Topic",
    "person": "Person",
    "setting": "Setting",
    "direction": "Direction",
    "about": "Touches",
    "sets": "Set",
    "scene": "Scene",
    "voice": "Their own words",
    "think": "Think",
    "lenses": "Question for",
    "talk": "Talk",
    "helps": "What helps",
    "evidence": "Fact",
    "beside": "Fact beside",
    "agree": "Agree",
    "feeds": "Pane",
    "facilitator": "For the facilitator",
}
_LENS_WORDS = {
    Lens.PERSON: "the person",
    Lens.CARER: "the carer or family",
    Lens.CARE_WORKER: "the care worker",
    Lens.NURSE: "the nurse",
    Lens.GP: "the GP",
    Lens.ALLIED: "the allied health professional",
    Lens.SOCIAL_WORKER: "the social worker",
    Lens.PSYCHOLOGIST: "the psychologist",
    Lens.NAVIGATOR: "the care navigator",
}
# Of a group inside a card, its plain texts have a column each; the rest is written in the file.
_GROUP_HEADINGS = {("safety", "needs"): "Note must be read by"}
# Long lists get room for this many at least, so that there is a column to add one in.
_SPARE = 3
_NUMBERED = re.compile(r"(.*?)\s*([0-9]{1,2})\Z")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: which field it holds, and which part of it."""

    heading: str
    field: Field
    part: Part = None
    """The place in a list, from 0, the lens, or the inner field; None where the field is one cell."""


def heading_of(field: Field) -> str:
    """What a field is called at the top of its column."""
    return _HEADINGS.get(field.name, field.name.capitalize())


def columns(longest: Mapping[str, int]) -> tuple[Column, ...]:
    """All columns, in a card's order; *longest* says how many items a list must have room for."""
    made: list[Column] = []
    for field in CARD.fields:
        heading = heading_of(field)
        if field.kind is Kind.LIST:
            room = max(min(field.most, _SPARE), min(longest.get(field.name, 0), field.most))
            made.extend(Column(f"{heading} {n + 1}", field, n) for n in range(room))
        elif field.kind is Kind.NAMED:
            made.extend(Column(f"{heading} {_LENS_WORDS[lens]}", field, lens) for lens in DEALT)
        elif field.kind is Kind.GROUP:
            made.extend(_of_group(field))
        else:
            made.append(Column(heading, field))
    return tuple(made)


def _of_group(field: Field) -> list[Column]:
    inner = field.shape.fields if field.shape else ()
    return [
        Column(
            _GROUP_HEADINGS.get((field.name, each.name), f"{heading_of(field)}: {each.name}"),
            field,
            each.name,
        )
        for each in inner
        if each.kind is Kind.TEXT
    ]


def column_called(heading: str) -> Column | None:
    """The column that an author means by *heading*; the field's own name will do as well."""
    return _by_heading().get(_plain(heading)) or _numbered(heading)


def known_headings() -> tuple[str, ...]:
    """Every heading that can stand over a column, for finding the one that was meant."""
    return tuple(each.heading for each in columns({f.name: f.most for f in CARD.fields}))


def _by_heading() -> dict[str, Column]:
    found: dict[str, Column] = {}
    for field in CARD.fields:
        if field.kind is Kind.NAMED:
            for name, lens in LENS_NAMES.items():
                column = Column(f"{heading_of(field)} {_LENS_WORDS[lens]}", field, lens)
                for words in (name, _LENS_WORDS[lens], f"the {name}"):
                    found[_plain(f"{heading_of(field)} {words}")] = column
        elif field.kind is Kind.GROUP:
            found.update((_plain(each.heading), each) for each in _of_group(field))
        elif field.kind is not Kind.LIST:
            column = Column(heading_of(field), field)
            found[_plain(column.heading)] = found[_plain(field.name)] = column
    return found


def _numbered(heading: str) -> Column | None:
    match = _NUMBERED.match(_plain(heading))
    if match is None:
        return None
    for field in CARD.fields:
        names = (_plain(heading_of(field)), _plain(field.name))
        if field.kind is Kind.LIST and match[1] in names and 1 <= int(match[2]) <= field.most:
            number = int(match[2])
            return Column(f"{heading_of(field)} {number}", field, number - 1)
    return None


def _plain(heading: str) -> str:
    return " ".join(heading.replace("_", " ").split()).casefold()


def longest_lists(cards: Iterable[Mapping[str, Value]]) -> dict[str, int]:
    """How many items each list has where it is longest."""
    longest: dict[str, int] = {}
    for card in cards:
        for name, value in card.items():
            if isinstance(value, tuple):
                longest[name] = max(longest.get(name, 0), len(value))
    return longest


def cell_of(card: Mapping[str, Value], column: Column) -> str:
    """What a card has to say in a column."""
    value = card.get(column.field.name, "")
    if isinstance(column.part, Lens):
        prompts = value if isinstance(value, Mapping) else {}
        found = (text for key, text in prompts.items() if lens_of(key) is column.part)
        value = next(found, "")
    elif isinstance(column.part, str):
        value = value.get(column.part, "") if isinstance(value, Mapping) else ""
    elif isinstance(column.part, int):
        items = value if isinstance(value, tuple) else ()
        value = items[column.part] if column.part < len(items) else ""
    return value.strip() if isinstance(value, str) else ""


def lens_of(name: str) -> Lens | None:
    """The lens that a card calls so."""
    return LENS_NAMES.get(name) or LENS_NAMES.get(name.strip().casefold())
