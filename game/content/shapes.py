"""What can be said of a field and of a group of fields; `fields` says it of those that a pack has."""

from collections.abc import Mapping
from enum import StrEnum

from game.values import dataclass, field


class Kind(StrEnum):
    """What a field holds; the value is how an author is told."""

    TEXT = "text"
    ID = "a short name of small letters, digits and hyphens"
    CODE = "a short code such as E-07"
    NUMBER = "a whole number"
    YES_NO = "true or false"
    DATE = "a date such as 2026-11-01"
    PICTURE = "a portrait's name, or a picture file of the pack such as pictures/len.jpg"
    LINK = "a web address that begins with https://"
    WORD = "one of a few words"
    LIST = "a list"
    GROUP = "a group of fields"
    NAMED = "a group of names, each with its own"


@dataclass(frozen=True, slots=True)
class Field:
    """
    One field.

    `least` and `most` bound a number's value, and how many items a list or names a group has.
    """

    name: str
    kind: Kind
    hint: str
    example: str
    required: bool = False
    longest: int = 600
    """Characters of a text."""
    least: int = 0
    most: int = 0
    words: tuple[str, ...] = ()
    """The words that may stand here, or name the parts of a `NAMED` group; empty for any."""
    refers_to: str = ""
    """The section in which what is named here must stand."""
    distinct: bool = False
    """Whether a list may name each thing only once."""
    shape: "Shape | None" = None
    of: "Field | None" = None
    """What each item of a list, or each name of a `NAMED` group, holds."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A group of fields, such as a card."""

    name: str
    fields: tuple[Field, ...]
    by_name: Mapping[str, Field] = field(init=False, repr=False, compare=False)
    required: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {each.name: each for each in self.fields})
        object.__setattr__(
            self, "required", frozenset(each.name for each in self.fields if each.required)
        )


def listed(name: str, hint: str, item: Field, least: int, most: int, example: str) -> Field:
    """A field that holds a list."""
    return Field(name, Kind.LIST, hint, example, least=least, most=most, of=item)


def texts(name: str, hint: str, example: str, least: int = 1, most: int = 200) -> Field:
    """A field that holds lines of text."""
    line = Field("line", Kind.TEXT, "A line of text.", example, True)
    return listed(name, hint, line, least, most, f"- {example}")


def groups(name: str, hint: str, shape: Shape, least: int = 1, most: int = 2_000) -> Field:
    """A field that holds groups of one shape."""
    example = f"{shape.fields[0].name}: {shape.fields[0].example}"
    copy = "Copy one that works, and change its words."
    item = Field(shape.name, Kind.GROUP, copy, example, True, shape=shape)
    return listed(name, hint, item, least, most, "- …")


def every_name(shape: Shape) -> set[str]:
    """The names of its fields, and of those inside them."""
    names = set(shape.by_name)
    for each in shape.fields:
        for inner in (each, each.of):
            if inner is not None and inner.shape is not None:
                names |= every_name(inner.shape)
    return names
