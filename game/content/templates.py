"""
What a new pack, card, person or fact looks like: it plays as it is, and its comments say what to do.

The comments are the hints of `fields.py`, so that they say what `check` will say.
"""

import datetime as dt
import os
import textwrap
from collections.abc import Mapping
from pathlib import Path

from game.content.diagnostics import one_of
from game.content.fields import CARD, FACT, PERSON
from game.content.schema import FIRST_LINE
from game.content.shapes import Field, Shape
from game.model.themes import Theme
from game.values import dataclass

KINDS = ("pack", "card", "person", "fact")

_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: the kind, a name for it, a card's theme, and what day it is."""

    kind: str
    name: str = ""
    theme: Theme = Theme.PERSON
    today: str = "2026-11-01"
    schema: str = ""
    """Where editors find the schema; empty where they cannot."""


def template(wish: Wish) -> str:
    """The text of a new file that holds one pack, card, person or fact."""
    first = f"{FIRST_LINE}{wish.schema}\n" if wish.schema else ""
    return first + {"pack": _pack, "card": _card_file, "person": _person, "fact": _fact}[wish.kind](
        wish
    )


def schema_beside(out: Path, schema: Path) -> str:
    """How a file at *out* names the schema: a way from there, or nothing where none leads there."""
    try:
        return Path(os.path.relpath(schema, out.parent)).as_posix()
    except ValueError:
        # On Windows no way leads from one drive to another.
        return ""


_HOW_TO = """\
# How this file works: each field is a name, a colon, a space, and your words. The spaces in front
# of a line tell where it belongs, so keep them; use the space bar, never Tab. Lines that begin with
# # are notes, for you alone. Put your words between double quotes when they hold a colon and a
# space, or a space and a #. Below >- text may run over several lines and needs no quotes.
"""


def _card_file(wish: Wish) -> str:
    return (
        f"# A card of your own. It plays as it is: change one thing, save, and look again.\n#\n"
        f"{_HOW_TO}\ncards:\n{_card(wish)}"
    )


def _pack(wish: Wish) -> str:
    title = wish.name.replace('"', "'") or "Our own pack"
    person, card = _person_entry(Wish("person")), _card(Wish("card", theme=wish.theme), "rosa")
    return (
        "# A pack of your own: a person and a card. It plays as it is. What a pack does not hold\n"
        "# (the path, the agreement, the debrief, more people, facts) comes from the core pack.\n"
        f"#\n{_HOW_TO}\n"
        f'pack:\n  title: "{title}"       # its name in the library\n'
        "  language: en-GB\n\n"
        f"people:\n{person}\n"
        "# To add a card, copy one, from its dash down to its last line, and give it a new id.\n"
        f"cards:\n{card}"
    )


def _card(wish: Wish, person: str = "") -> str:
    values = {
        "id": wish.name or "rosas-swim",
        "theme": wish.theme.value,
        "title": "The Tuesday swim",
        "level": "1",
        "person": person or None,
        "setting": "community",
        "direction": "both",
        "scene": _folded(
            "Rosa swims at the baths every Tuesday, and the week goes better for it. "
            "A new tablet makes her sleepy in the mornings, so she has missed three weeks. "
            "At her check-up the nurse asks how she is sleeping. Nobody asks about Tuesdays. "
            "Rosa does not like to take up time. She puts her coat on and goes home.",
            6,
        ),
        "voice": "The water is where I feel like myself.",
        "think": "What would you like to ask Rosa?",
        "lenses": _lenses(
            ("person", "What would you want them to know about Tuesdays?"),
            ("nurse", "What could you ask that is not on the form?"),
            ("carer", "What have you seen change since the new tablet?"),
        ),
        "talk": "\n      - Who could move one thing, so that Rosa can swim again?"
        "\n      - What gets in the way of asking about a good day?",
        "helps": "A neighbour offers her a lift to the evening swim.",
        "evidence": "six-things-patients-want",
        "agree": "We would all say…",
        "feeds": _feeds(wish.theme),
        "facilitator": "If the talk turns to medicines, ask what Rosa would want to know.",
    }
    return _written(CARD, values, "  - ", "    ")


def _person(wish: Wish) -> str:
    return (
        "# A person to walk with. A card names them by their id: person: "
        f"{wish.name or 'rosa'}\n#\n{_HOW_TO}\npeople:\n{_person_entry(wish)}"
    )


def _person_entry(wish: Wish) -> str:
    values = {
        "id": wish.name or "rosa",
        "name": "Rosa",
        "age": "58",
        "life": "Ran the flower stall on Bury market for twenty years. Lives with her son.",
        "strength": "Remembers what everybody likes.",
        "wish": "To swim every Tuesday again.",
        "conditions": "[asthma, bipolar disorder]",
        "summary": "Lives with asthma and bipolar disorder. Wants to swim every Tuesday again.",
    }
    return _written(PERSON, values, "  - ", "    ")


def _fact(wish: Wish) -> str:
    day = dt.date.fromisoformat(wish.today)
    review = day.replace(year=day.year + 1, day=min(day.day, 28)).isoformat()
    values = {
        "claim": _folded(
            "Words such as “rare”, “common” and “risk” mean different things to different people. "
            "Say the number.",
            6,
        ),
        "source": "{org: BMJ, title: Summary of NICE guidance on shared decision making, "
        "year: 2021}",
        "link": "https://doi.org/10.1136/bmj.n1430",
        "seen": "primary",
        "nation": "England",
        "checked": wish.today,
        "review": review,
    }
    name = wish.name or "say-how-many"
    return (
        f"# A fact with its source. A card shows it by its key: evidence: {name}\n"
        "# Write only what you have read yourself, in your own words.\n#\n"
        f"{_HOW_TO}\nevidence:\n  {name}:\n{_written(FACT, values, '    ', '    ')}"
    )


def _feeds(theme: Theme) -> str:
    other = Theme.WELLBEING if theme is not Theme.WELLBEING else Theme.PERSON
    return f"[{theme.value}, {other.value}]"


def _lenses(*prompts: tuple[str, str]) -> str:
    return "".join(f"\n      {name}: {words}" for name, words in prompts)


def _folded(text: str, indent: int) -> str:
    return ">-\n" + textwrap.indent(textwrap.fill(text, _WIDTH - indent), " " * indent)


def _written(shape: Shape, values: Mapping[str, str | None], first: str, rest: str) -> str:
    """The fields with their hints as notes above them, fields to leave out as notes as well."""
    lines: list[str] = []
    for field in shape.fields:
        value = values.get(field.name)
        front = rest if lines else first
        if front == rest:
            lines += [f"{rest}# {each}" for each in textwrap.wrap(_note(field), _WIDTH - len(rest))]
        if value is None:
            lines.append(f"{rest}# {field.name}: {field.example}")
            continue
        space = "" if value.startswith("\n") else " "
        # Above a dash a note would seem to belong to what stands before it.
        beside = "" if front == rest else f"       # {_note(field)}"
        lines.append(f"{front}{field.name}:{space}{value}{beside}")
    return "\n".join(lines) + "\n"


def _note(field: Field) -> str:
    """What an author needs to know of a field before filling it in."""
    words = field.words or (field.of.words if field.of is not None else ())
    choice = f" It can be {one_of(words, len(words))}." if words else ""
    said = field.required or "eft out" in field.hint
    return f"{field.hint}{choice}{'' if said else ' May be left out.'}"
