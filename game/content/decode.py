"""
The tree of a file into plain values, section by section, by the table in `fields.py`.

Every problem is collected; an item with an error is marked and kept, so that what refers to it
is not called unknown. Whether what is referred to exists is asked later, in `checks.py`.
"""

from typing import Any

from game.content.codes import content as codes
from game.content.decoder import ID, Decoder, mark_length
from game.content.diagnostics import Diagnostic
from game.content.fields import SECTIONS
from game.content.nodes import Group, List, Node, Parsed, SourceText, Text, is_text
from game.content.readers import Reader, reader
from game.content.shapes import Field, Kind
from game.tuples import NamedTuple
from game.values import dataclass, field


class Item(NamedTuple):
    """One item of a section: a card, a fact, a line of the agreement."""

    section: str
    name: str
    """Its id or key; empty where it has none."""
    value: Any
    """A text, or the values of a group by field; what could not be read is None or missing."""
    node: Node
    source: SourceText
    has_error: bool

    def part(self, *path: str | int) -> Node:
        """The node of a field, or of a list's item, inside this one; the item where it is missing."""
        node = self.node
        for step in path:
            inner = _inner(node, step)
            if inner is None:
                break
            node = inner
        return node


def _inner(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Group):
        return next((value for name, value in node.entries if name[0] == step), None)
    if isinstance(node, List) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a section's name stands."""

    source: SourceText
    start: int
    length: int


@dataclass(slots=True)
class Sections:
    """What one or several files hold, by section. Grows while files are read, and only then."""

    items: dict[str, list[Item]] = field(default_factory=dict)
    headings: dict[str, Heading] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    """Names of items that could not even be read as YAML."""
    damaged: bool = False
    """Whether parts of the files had to be left out, each with a finding of its own."""
    unread: bool = False
    """Whether one of the files could not be read at all."""

    def good(self, section: str) -> list[Item]:
        return [each for each in self.items.get(section, ()) if not each.has_error]

    def named(self, section: str) -> set[str]:
        """Every name in a section, of items with errors too."""
        return {each.name for each in self.items.get(section, ()) if each.name}


def decode(parsed: Parsed, into: Sections) -> list[Diagnostic]:
    """Add what a file holds to *into*; the problems met on the way."""
    decoder = Decoder(parsed.source)
    into.lost |= parsed.lost
    into.damaged |= parsed.damaged
    if parsed.root is None:
        into.unread = True
        return decoder.findings
    seen: dict[str, Text] = {}
    for name, node in parsed.root.entries:
        section = SECTIONS.by_name.get(name[0])
        if section is None:
            if decoder.unknown_section(name) == "cards":
                # Somebody's own cards must not quietly give way to the core's.
                heading = Heading(decoder.source, name[1], mark_length(name))
                into.headings.setdefault("cards", heading)
        elif name[0] in seen:
            fix = f'Delete this line: one "{name[0]}:" is enough for all that belongs to it.'
            decoder.twice(name, seen[name[0]], fix)
        elif parsed.damaged and is_text(node) and not node[0].strip():
            # All its items were left out; each has been reported already.
            seen[name[0]] = name
            heading = Heading(decoder.source, name[1], mark_length(name))
            into.headings.setdefault(name[0], heading)
        else:
            seen[name[0]] = name
            _read_section(decoder, section, name, node, into, damaged=parsed.damaged)
    return decoder.findings


def _read_section(
    decoder: Decoder, section: Field, name: Text, node: Node, into: Sections, *, damaged: bool
) -> None:
    heading = Heading(decoder.source, name[1], mark_length(name))
    items = into.items.setdefault(section.name, [])
    into.headings.setdefault(section.name, heading)
    read = _SECTION_READERS[section.name]
    if section.kind is Kind.GROUP:
        if items:
            decoder.add(
                codes.SECTION_TWICE,
                name[1],
                mark_length(name),
                f'"{name[0]}" also stands in {items[0].source.name}',
                "Keep one of the two.",
            )
        items.append(_item(decoder, section, "", node, read))
    elif section.kind is Kind.NAMED:
        if not isinstance(node, Group):
            decoder.wrong_kind(section, node)
            return
        decoder.count(section, node, len(node.entries), name, damaged=damaged)
        before: dict[str, Text] = {}
        for key, inner in node.entries:
            if key[0] in before:
                decoder.twice(key, before[key[0]])
                continue
            before[key[0]] = key
            if not ID.match(key[0]):
                decoder.not_an_id(key[1], key[0])
            items.append(_item(decoder, section, key[0], inner, read))
    else:
        if not isinstance(node, List):
            decoder.wrong_kind(section, node)
            return
        decoder.count(section, node, len(node.items), name, damaged=damaged)
        for inner in node.items:
            items.append(_item(decoder, section, "", inner, read))


def _item(decoder: Decoder, section: Field, name: str, node: Node, read: Reader) -> Item:
    """One item of a section, marked when anything in it is an error."""
    before = decoder.errors
    value = read(decoder, node)
    if not name and type(value) is dict:
        name = value.get("id") or ""
    return Item(section.name, name, value, node, decoder.source, decoder.errors > before)


def _item_field(section: Field) -> Field:
    return section if section.kind is Kind.GROUP or section.of is None else section.of


_SECTION_READERS: dict[str, Reader] = {
    section.name: reader(_item_field(section)) for section in SECTIONS.fields
}
