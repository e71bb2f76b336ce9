"""What can be asked of a pack's text, and what comes back. Plain values; nothing here reads a file."""

from collections.abc import Mapping
from typing import Union

from game.values import dataclass, field

Value = Union[str, "tuple[Value, ...]", "Mapping[str, Value]"]
"""
What a field holds: a text, a list, or a group of fields.

Numbers, dates and yes or no are texts here as everywhere in a pack's tree.
"""


@dataclass(frozen=True, slots=True)
class SetFields:
    """Change fields of an item. A field of None is taken out; a field not named stays as it is."""

    section: str
    item: str
    values: Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class AddItem:
    """
    Add an item to a section, which is begun where the file lacks it.

    It goes after the item called *after*; a card without one goes to the others of its theme; else
    it goes last. *name* is its id; in a section of names, such as evidence, its key.
    """

    section: str
    name: str
    values: Mapping[str, Value]
    after: str = ""


@dataclass(frozen=True, slots=True)
class CopyItem:
    """
    Put a copy of an item after it, the author's comments inside it too, under a new name.

    *values* are changed in the copy. A card's code is left out, because no two cards share one.
    """

    section: str
    item: str
    name: str
    values: Mapping[str, Value | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoveCard:
    """
    Give a card another theme, and put it after the other cards of that theme.

    A code that begins with the old theme's letter is left out; the game then gives one.
    """

    card: str
    theme: str


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take an item out, with the comment lines that touch it."""

    section: str
    item: str


Edit = SetFields | AddItem | CopyItem | MoveCard | RemoveItem


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The new text; every value in it has been read back."""

    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed, and why."""

    sentence: str
