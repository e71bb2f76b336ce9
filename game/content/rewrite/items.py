"""Where the items of a file stand: their own lines, the comments that touch them, the gaps between."""

from collections.abc import Mapping

from game.content.fields import FIELD_NAMES, SECTION_NAMES, SECTIONS
from game.content.nodes import Group, List, Node, SourceText, Text, is_text
from game.content.rewrite.edits import Value
from game.content.rewrite.layout import (
    content_end,
    dash_of,
    line_end,
    line_start,
    touching_comments,
)
from game.content.rewrite.pen import CannotWriteError, value_of
from game.content.shapes import Kind
from game.content.source import parse
from game.values import dataclass

_CALLED = {"cards": "card", "people": "person", "evidence": "fact", "moments": "moment"}

ENTANGLED = (
    "This change cannot be made here without changing something else, so nothing was changed. "
    "It may stand in brackets, or share its line with something else: change it in the file."
)


@dataclass(frozen=True, slots=True)
class Item:
    name: str
    node: Node
    key: Text | None = None
    """Its name, where the section is a group of names."""


class Items:
    """One reading of a text, and the places of what it holds."""

    def __init__(self, text: str) -> None:
        self.text = text
        parsed, self.findings = parse(SourceText("", text), SECTION_NAMES, FIELD_NAMES)
        self.root = parsed.root

    def entry(self, section: str) -> tuple[Text, Node] | None:
        entries = self.root.entries if self.root else ()
        return next((each for each in entries if each[0][0] == section), None)

    def items(self, section: str) -> list[Item]:
        entry = self.entry(section)
        if entry is None:
            return []
        if isinstance(entry[1], List):
            return [Item(_id(each), each) for each in entry[1].items]
        if isinstance(entry[1], Group) and SECTIONS.by_name[section].kind is Kind.NAMED:
            return [Item(name[0], value, name) for name, value in entry[1].entries]
        if isinstance(entry[1], Group):
            # A section that is one group of fields counts as its own only item.
            return [Item(section, entry[1], entry[0])]
        return []

    def item(self, section: str, name: str) -> Item:
        found = [each for each in self.items(section) if each.name == name]
        called = _CALLED.get(section, "item")
        if not found:
            raise CannotWriteError(f'No {called} of this file is called "{name}".')
        if len(found) > 1:
            raise CannotWriteError(
                f'More than one {called} of this file is called "{name}": rename one in the file.'
            )
        if not isinstance(found[0].node, Group):
            raise CannotWriteError(f'"{name}" is not a group of fields.')
        return found[0]

    def comments(self, item: Item) -> str:
        """The comment lines that touch an item, and the spaces before its dash."""
        begin = line_start(self.text, self.start(item))
        first = self.first_line(item, "cards")
        if first == begin:
            return ""
        block = self.text[first : self.start(item)]
        return block.lstrip(" ")

    def first_line(self, item: Item, section: str) -> int:
        """Where an item's lines begin, comments included; above the first they are the section's."""
        begin = line_start(self.text, self.start(item))
        if item.node is self.items(section)[0].node:
            return begin
        return touching_comments(self.text, begin)

    def below(self, place: int) -> int:
        return min(len(self.text), line_end(self.text, place) + 1)

    def start(self, item: Item) -> int:
        """Where an item's own text begins: its dash, or its name."""
        if item.key is not None:
            return item.key[1]
        dash = dash_of(self.text, item.node)
        if dash is None:
            raise CannotWriteError(ENTANGLED)
        return dash

    def is_airy(self, items: list[Item]) -> bool:
        """Whether the author leaves a blank line between items; taken for granted where unseen."""
        if len(items) < 2:
            return True
        between = self.text[content_end(self.text, items[0].node) : self.start(items[1])]
        return any(not line.strip() for line in between.split("\n")[1:-1])


def _id(node: Node) -> str:
    if isinstance(node, Group):
        for name, value in node.entries:
            if name[0] == "id" and is_text(value):
                return value[0].strip()
    return ""


def last_of_theme(items: list[Item], theme: Value | None) -> Item | None:
    if theme is None:
        return None
    return next(
        (
            each
            for each in reversed(items)
            if isinstance(value := value_of(each.node), Mapping) and value.get("theme") == theme
        ),
        None,
    )
