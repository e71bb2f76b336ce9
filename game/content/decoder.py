"""Keeping what there is to say about a file while its values are read, in the author's words."""

import re
from collections.abc import Iterable
from itertools import takewhile

from game.content import limits
from game.content.codes import content as codes
from game.content.diagnostics import (
    Code,
    Diagnostic,
    Severity,
    did_you_mean,
    found,
    nearest,
    one_of,
    shown,
)
from game.content.fields import SECTIONS
from game.content.nodes import Group, List, Node, SourceText, Text, end_of, is_text, start_of
from game.content.shapes import Field, Kind, Shape
from game.script.letters import strangers

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


class Decoder:
    """Reads the nodes of one file and keeps what there is to say about them."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.findings: list[Diagnostic] = []
        self.errors = 0
        self.sets_all = "\\" not in source.text and strangers("".join(source.uncommon)) is None
        """Whether no letter of the whole file is one that we cannot set, so that no text need be looked at."""

    @property
    def is_full(self) -> bool:
        """Whether so much has been told of this file that more would help nobody."""
        return len(self.findings) >= limits.FINDINGS

    def add(self, code: Code, start: int, length: int, sentence: str, fix: str) -> None:
        self.errors += code.severity is Severity.ERROR
        if not self.is_full:
            self.findings.append(found(code, self.source, start, length, sentence, fix))

    def at(self, code: Code, node: Node, sentence: str, fix: str) -> None:
        """A finding at a node, marked over its first line."""
        self.add(code, start_of(node), mark_length(node), sentence, fix)

    def unknown_section(self, name: Text) -> str | None:
        """The section that was most likely meant."""
        near = nearest(name[0], SECTIONS.by_name)
        known = one_of(SECTIONS.by_name)
        self.add(
            codes.UNKNOWN_SECTION,
            name[1],
            mark_length(name),
            f'no section is called "{shown(name[0])}"',
            f'Did you mean "{near}"?' if near else f"A file can hold {known}.",
        )
        return near

    def unknown_field(self, shape: Shape, node: Group, name: Text) -> None:
        if self.is_full:
            return
        taken = {each[0] for each, _ in node.entries}
        free = [each.name for each in shape.fields if each.name not in taken]
        inside = _field_left_open(shape, node, name)
        self.add(
            codes.UNKNOWN_FIELD,
            name[1],
            mark_length(name),
            f'a {shape.name} has no field called "{shown(name[0])}", so it is not read',
            inside
            or did_you_mean(name[0], free, f"A {shape.name} can have {one_of(shape.by_name, 20)}."),
        )

    def twice_in(self, shape: Shape, node: Group, name: Text) -> bool:
        """A field that a group has already; whether it begins a second group without its dash."""
        first = next(each for each, _ in node.entries if each[0] == name[0])
        begins = name[0] == node.entries[0][0][0]
        if begins:
            fix = f'If another {shape.name} begins here, put a dash in front: "- {name[0]}: …".'
        else:
            fix = _field_left_open(shape, node, name)
        self.twice(name, first, fix)
        return begins

    def twice(self, name: Text, first: Text, fix: str = "") -> None:
        line, _ = self.source.place(first[1])
        self.add(
            codes.NAME_TWICE,
            name[1],
            mark_length(name),
            f'"{shown(name[0])}" already stands in line {line}',
            fix or "Keep one of the two, or give this one another name.",
        )

    def missing(self, shape: Shape, node: Group, has: Iterable[str]) -> None:
        """Every required field that is not there, each told at the field it would stand below."""
        unknown = {name[0]: name for name, _ in node.entries if name[0] not in shape.by_name}
        names = {name[0]: name for name, _ in node.entries if name[0] in shape.by_name}
        above: Text | None = None
        for each in shape.fields:
            above = names.get(each.name, above)
            if not each.required or each.name in has:
                continue
            fix = f'Add "{each.name}:"{" below this line" if above else ""}. {each.hint}'
            near = nearest(each.name, unknown)
            if near is not None:
                line, _ = self.source.place(unknown[near][1])
                fix = f'Line {line} says "{shown(near)}": write "{each.name}" there.'
            self.add(
                codes.FIELD_MISSING,
                above[1] if above else start_of(node),
                mark_length(above) if above else 1,
                f'this {shape.name} has no "{each.name}"',
                fix,
            )

    def wrong_kind(self, wanted: Field, node: Node) -> None:
        """A text where a list belongs, and the like; a text split by its own colon is told apart."""
        if is_text(node) and not node[0].strip():
            self.empty(wanted, node)
            return
        has = kind_of(node)
        plain = wanted.kind not in (Kind.LIST, Kind.GROUP, Kind.NAMED)
        if plain and isinstance(node, Group) and self._one_line(node):
            self.at(
                codes.TEXT_SPLIT_BY_COLON,
                node,
                f'the colon after "{shown(node.entries[0][0][0])}" splits this text in two',
                "Put double quotes round the whole text.",
            )
            return
        called = "text" if plain else _called(wanted)
        fix = f'Write it like this: "{wanted.name}: {wanted.example}". {wanted.hint}'
        if wanted.kind is Kind.GROUP:
            fix = f'Begin with a field, such as "{wanted.example}". {wanted.hint}'
        elif wanted.kind is Kind.LIST:
            fix = f"Begin each item with a dash and a space. {wanted.hint}"
            if is_text(node) and wanted.of is not None and wanted.of.kind is Kind.WORD:
                words = ", ".join(re.split(r"[,;/\s]+", node[0].strip(" .,;")))
                fix = f"Put square brackets round it: [{shown(words)}]. {wanted.hint}"
        self.at(codes.WRONG_KIND, node, f"{has} stands here where {called} was expected", fix)

    def empty(self, wanted: Field, node: Node) -> None:
        self.add(
            codes.FIELD_EMPTY,
            start_of(node),
            1,
            f'"{wanted.name}" is empty',
            f"Fill it in. {wanted.hint}",
        )

    def count(
        self,
        wanted: Field,
        node: Node,
        count: int,
        name: Text | None = None,
        *,
        damaged: bool = False,
    ) -> None:
        """Whether a list or group holds as many as it should; a damaged file may hold fewer."""
        if (wanted.least <= count or damaged) and count <= wanted.most:
            return
        if wanted.least == wanted.most:
            right = f"exactly {wanted.most}"
        elif wanted.least:
            right = f"{wanted.least} to {wanted.most:,}"
        else:
            right = f"at most {wanted.most:,}"
        start = name[1] if name else start_of(node)
        length = mark_length(name) if name else mark_length(node)
        self.add(
            codes.WRONG_COUNT,
            start,
            length,
            f'"{wanted.name}" has {count:,}, where {right} can stand',
            f"{wanted.hint} {'Add some.' if count < wanted.least else 'Take some away.'}",
        )

    def _one_line(self, node: Group) -> bool:
        return (
            len(node.entries) == 1
            and is_text(node.entries[0][1])
            and "\n" not in self.source.text[node.start : start_of(node.entries[0][1])]
        )

    def not_an_id(self, start: int, value: str) -> None:
        tidy = "-".join(re.findall(r"[a-z0-9]+", value.casefold()))[: limits.NAME_LENGTH].strip("-")
        self.add(
            codes.NOT_AN_ID,
            start,
            len(value),
            f'"{shown(value)}" cannot be a short name',
            f'Did you mean "{tidy}"?' if tidy else "Use small letters, digits and hyphens.",
        )


def mark_length(node: Node) -> int:
    """How much of a node to mark: what `found` then cuts at the end of the line."""
    return max(1, end_of(node) - start_of(node))


def _field_left_open(shape: Shape, node: Group, name: Text) -> str:
    """
    The fix for a field that seems to belong inside an empty one above it; empty where none does.

    Somebody wrote "lenses:" and, below it, the lenses with no spaces more in front.
    """
    holder = ""
    for key, value in takewhile(lambda entry: entry[0] is not name, node.entries):
        field = shape.by_name.get(key[0])
        if field is not None and field.kind in (Kind.NAMED, Kind.GROUP):
            holder = field.name if is_text(value) and not value[0].strip() else ""
    return f'If it belongs to "{holder}", give it two more spaces in front.' if holder else ""


def kind_of(node: Node) -> str:
    """What a node is, as a sentence says it."""
    if is_text(node):
        return "text"
    return "a list" if isinstance(node, List) else "a group of fields"


def _called(wanted: Field) -> str:
    """What a field holds, as a sentence says it."""
    if wanted.kind is Kind.NAMED:
        return f"{Kind.NAMED} {wanted.of.kind if wanted.of else Kind.TEXT}"
    return wanted.kind.value
