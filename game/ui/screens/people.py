"""People to walk with, as screens show them: portrait, name and age, and a life before conditions."""

from functools import lru_cache
from pathlib import Path

from game.app.desk import Desk
from game.model.pack import Person, PersonId
from game.ui.art.tokens import Token
from game.ui.kit.content import Art, Photo
from game.ui.kit.layout import Widget


def portrait(desk: Desk, person: Person, size: float) -> Widget:
    """The person's portrait, from the pack or our own art; their initial where there is none."""
    photo = desk.portrait_of(person)
    if photo is not None:
        return Photo(str(photo), size, person.name)
    if _is_drawn(desk.places.assets, person.portrait):
        return Art(f"portraits/{person.portrait}", size, person.name)
    return Token("circle", person.name[:1].upper(), size)


@lru_cache(maxsize=64)
def _is_drawn(assets: Path, name: str) -> bool:
    """Whether our own art has a portrait of this name; it stays as it is while the game runs."""
    drawn = assets / "art" / "portraits" / f"{name}.svg"
    return name.replace("-", "").isalnum() and drawn.is_file()


def name_and_age(person: Person) -> str:
    return f"{person.name}, {person.age}"


def first_person(desk: Desk, saved: int) -> PersonId | None:
    """Whom a new session walks with unless the table says otherwise: after each, somebody else."""
    if desk.pack is None or not desk.pack.people:
        return None
    people = desk.pack.people
    return people[saved % len(people)].id
