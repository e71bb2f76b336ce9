"""People to walk with, as screens show them: portrait, name and age, and a life before conditions."""

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
    name = person.portrait
    drawn = desk.places.assets / "art" / "portraits" / f"{name}.svg"
    if name.replace("-", "").isalnum() and drawn.is_file():
        return Art(f"portraits/{name}", size, person.name)
    return Token("circle", person.name[:1].upper(), size)


def name_and_age(person: Person) -> str:
    return f"{person.name}, {person.age}"


def first_person(desk: Desk, saved: int) -> PersonId | None:
    """Whom a new session walks with unless the table says otherwise: after each, somebody else."""
    if desk.pack is None or not desk.pack.people:
        return None
    people = desk.pack.people
    return people[saved % len(people)].id
