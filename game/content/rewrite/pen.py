"""From the wish that a field should say something else to the splices that make it so."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from game.content.fields import CARD, LENS_NAMES, SECTIONS
from game.content.nodes import Group, List, Node, Text, end_of, is_text
from game.content.rewrite import phrase
from game.content.rewrite.edits import Value
from game.content.rewrite.layout import (
    Splice,
    colon,
    column,
    content_end,
    dash_of,
    dash_step,
    entry_end,
    in_brackets,
    line_end,
    line_start,
)
from game.content.shapes import Field, Kind, Shape

_BARE = frozenset({Kind.ID, Kind.CODE, Kind.NUMBER, Kind.YES_NO, Kind.DATE, Kind.LINK, Kind.WORD})


class CannotWriteError(Exception):
    """Something stands in a way that cannot be changed in place; the message is for the author."""


def value_of(node: Node) -> Value:
    """What a node says; a group that names something twice keeps its fields as a list."""
    if is_text(node):
        return node[0].strip()
    if isinstance(node, List):
        return tuple(map(value_of, node.items))
    entries = node.entries if isinstance(node, Group) else ()
    values = {field_name(name): value_of(value) for name, value in entries}
    if len(values) < len(entries):
        return tuple((name[0], value_of(value)) for name, value in entries)
    return values


def field_name(name: Text) -> str:
    """A field's name; the many names of a lens count as one."""
    lens = LENS_NAMES.get(name[0].strip().casefold())
    return lens.key if lens and name[0] not in CARD.by_name else name[0]


class Pen:
    """Collects splices over one text; the text itself is never changed."""

    def __init__(self, text: str, root: Group | None) -> None:
        self.text = text
        self.splices: list[Splice] = []
        self._step = dash_step(text, root) if root else 2

    def put(self, start: int, end: int, text: str) -> None:
        if self.text[start:end] != text:
            self.splices.append(Splice(start, end, text))

    # Changing what stands there

    def set_fields(
        self, group: Group, shape: Shape | None, values: Mapping[str, Value | None]
    ) -> None:
        """Change, add and take out fields of a group; those not named stay as they are."""
        boxed = in_brackets(self.text, group)
        have = {field_name(name): (name, value) for name, value in group.entries}
        gone = [name for name in values if values[name] is None and name in have]
        for name, wanted in values.items():
            if wanted is not None and name in have:
                self._change(*have[name], _field(shape, name), wanted, boxed=boxed)
        for name in gone:
            self._take_out(group, have[name][0], have[name][1], gone)
        order = _order(shape, values)
        stay = [name for name in have if name not in gone]
        added = {
            name: wanted
            for name, wanted in values.items()
            if wanted is not None and name not in have
        }
        for name in sorted(added, key=order.index):
            before = [each for each in order[: order.index(name)] if each in stay]
            anchor = have[before[-1]] if before else None
            self._add(group, anchor, name, _field(shape, name), added[name])

    def _change(
        self, name: Text, node: Node, field: Field | None, wanted: Value, *, boxed: bool
    ) -> None:
        """Let the field *name* hold *wanted* instead of *node*; *boxed* between brackets."""
        if value_of(node) == wanted:
            return
        if isinstance(wanted, str) and is_text(node):
            self._change_text(column(self.text, name[1]), node, field, wanted, boxed=boxed)
        elif isinstance(wanted, tuple) and isinstance(node, List) and wanted and node.items:
            if in_brackets(self.text, node):
                self.put(node.start, node.end, _bracketed(wanted, field))
            else:
                self._change_list(node, field, wanted)
        elif isinstance(wanted, Mapping) and isinstance(node, Group) and wanted and node.entries:
            named = {field_name(each): None for each, _ in node.entries}
            self.set_fields(node, _shape(field), {**named, **wanted})
        else:
            at = colon(self.text, name) + 1
            written = (
                f" {_between_brackets(wanted, field)}"
                if boxed
                else self._behind(wanted, field, column(self.text, name[1]))
            )
            self.put(at, entry_end(self.text, name, node), written)

    def _change_text(
        self, indent: int, node: Text, field: Field | None, wanted: str, *, boxed: bool = False
    ) -> None:
        text = self.text
        start, end, style = node[1], content_end(text, node), node[3]
        if style in ("|", ">"):
            self._change_block(node, end, wanted)
            return
        bare = field is not None and field.kind in _BARE
        gap = " " if start == end and text[start - 1 : start] not in (" ", "") else ""
        line = phrase.one_line(wanted, style, bare=bare, listed=boxed) if wanted else '""'
        was_one_line = "\n" not in text[start:end]
        fits = column(text, start) + len(line) <= phrase.WIDTH
        was_long = was_one_line and column(text, end) > phrase.WIDTH
        if fits or was_long or boxed or not phrase.can_fold(wanted):
            self.put(start, end, gap + line)
            return
        # What stands behind the old text on its line is a comment, and stays there.
        self.put(start, end, f"{gap}>-")
        below = line_end(text, end)
        self.put(below, below, "\n" + phrase.folded(wanted, indent + 2, phrase.WIDTH))

    def _change_block(self, node: Text, end: int, wanted: str) -> None:
        text, start = self.text, node[1]
        head = line_end(text, start)
        header = text[start:head].split("#")[0].rstrip()
        lines = text[head + 1 : end].split("\n")
        first = next((line for line in lines if line.strip()), "")
        indent = len(first) - len(first.lstrip(" "))
        plain_header = not any(each.isdigit() for each in header) and first
        if plain_header and node[3] == "|" and phrase.can_fold(wanted):
            body = phrase.literal(wanted, indent)
        elif plain_header and phrase.can_fold(wanted):
            width = max(60, *(len(line) for line in lines)) if len(lines) > 1 else phrase.WIDTH
            body = phrase.folded(wanted, indent, width, [line.strip() for line in lines])
        else:
            mark = start + len(header)
            self.put(start, mark, phrase.one_line(wanted, '"'))
            self.put(head, end, "")
            return
        self._put_lines(head + 1, lines, body.split("\n"))

    def _put_lines(self, at: int, old: Sequence[str], new: Sequence[str]) -> None:
        """Replace lines, but none that stay as they are at the top or bottom."""
        same = 0
        while same < min(len(old), len(new)) - 1 and old[same] == new[same]:
            at += len(old[same]) + 1
            same += 1
        foot = 0
        while foot < min(len(old), len(new)) - same - 1 and old[-1 - foot] == new[-1 - foot]:
            foot += 1
        gone = "\n".join(old[same : len(old) - foot])
        self.put(at, at + len(gone), "\n".join(new[same : len(new) - foot]))

    def _change_list(self, node: List, field: Field | None, wanted: tuple[Value, ...]) -> None:
        item = field.of if field else None
        have = [_key(value_of(each)) for each in node.items]
        steps = SequenceMatcher(None, have, [_key(each) for each in wanted], autojunk=False)
        for what, first, end, new_first, new_end in steps.get_opcodes():
            if what == "equal":
                continue
            shared = min(end - first, new_end - new_first)
            for place in range(shared):
                self._change_item(node.items[first + place], item, wanted[new_first + place])
            for gone in node.items[first + shared : end]:
                self._take_out_item(gone)
            self._add_items(node, first + shared, item, wanted[new_first + shared : new_end])

    def _change_item(self, node: Node, field: Field | None, wanted: Value) -> None:
        dash = self._dash(node)
        if isinstance(wanted, str) and is_text(node):
            self._change_text(column(self.text, dash), node, field, wanted)
        elif isinstance(wanted, Mapping) and isinstance(node, Group):
            named = {field_name(each): None for each, _ in node.entries}
            self.set_fields(node, _shape(field), {**named, **wanted})
        else:
            raise CannotWriteError(
                "This list holds other lists, which can only be changed by hand."
            )

    def _dash(self, item: Node) -> int:
        dash = dash_of(self.text, item)
        if dash is None:
            raise CannotWriteError(
                "This list is written in a way that can only be changed by hand."
            )
        return dash

    def _take_out_item(self, item: Node) -> None:
        begin = line_start(self.text, self._dash(item))
        self.put(begin, self._next_line(content_end(self.text, item)), "")

    def _add_items(
        self, node: List, place: int, field: Field | None, wanted: Sequence[Value]
    ) -> None:
        if not wanted:
            return
        dash = self._dash(node.items[0])
        indent = column(self.text, dash)
        lines = [self._behind_dash(each, field, indent) for each in wanted]
        if place:
            at = line_end(self.text, content_end(self.text, node.items[place - 1]))
            self.put(at, at, "".join(f"\n{' ' * indent}-{each}" for each in lines))
        else:
            self.put(dash, dash, "".join(f"-{each}\n{' ' * indent}" for each in lines))

    # Taking out and adding fields

    def _take_out(self, group: Group, name: Text, value: Node, gone: Sequence[str]) -> None:
        text = self.text
        names = [each for each, _ in group.entries]
        place = names.index(name)
        if in_brackets(text, group):
            self._take_out_of_brackets(group, place, gone)
            return
        begin = line_start(text, name[1])
        after = self._next_line(entry_end(text, name, value))
        if text[begin : name[1]].strip():
            # It shares its line with the dash, so the next field moves up to it.
            if place + 1 == len(names) or text[after : names[place + 1][1]].strip():
                raise CannotWriteError(
                    f'"{name[0]}" stands first, with a comment below: take it out by hand.'
                )
            self.put(name[1], names[place + 1][1], "")
        else:
            self.put(begin, after, "")

    def _take_out_of_brackets(self, group: Group, place: int, gone: Sequence[str]) -> None:
        left = [
            index for index, (each, _) in enumerate(group.entries) if field_name(each) not in gone
        ]
        if not left:
            raise CannotWriteError("Nothing would be left between these brackets.")
        start, end = group.entries[place][0][1], end_of(group.entries[place][1])
        if place < left[0]:
            self.put(start, group.entries[place + 1][0][1], "")
        else:
            self.put(end_of(group.entries[place - 1][1]), end, "")

    def _add(
        self,
        group: Group,
        anchor: tuple[Text, Node] | None,
        name: str,
        field: Field | None,
        wanted: Value,
    ) -> None:
        text = self.text
        key = phrase.one_line(name, bare=True)
        if in_brackets(text, group):
            at = end_of(anchor[1]) if anchor else group.start + 1
            entry = f"{key}: {_between_brackets(wanted, field)}"
            self.put(at, at, f", {entry}" if anchor else f"{entry}, ")
            return
        indent = column(text, group.entries[0][0][1])
        entry = f"{key}:{self._behind(wanted, field, indent)}"
        if anchor:
            at = line_end(text, entry_end(text, *anchor))
            self.put(at, at, f"\n{' ' * indent}{entry}")
        else:
            at = group.entries[0][0][1]
            self.put(at, at, f"{entry}\n{' ' * indent}")

    # Writing what did not stand there

    def fields(self, shape: Shape | None, values: Mapping[str, Value], indent: int) -> str:
        """The lines of a group's fields; the first is not set in, for a dash stands before it."""
        order = _order(shape, values)
        return f"\n{' ' * indent}".join(
            phrase.one_line(name, bare=True)
            + ":"
            + self._behind(values[name], _field(shape, name), indent)
            for name in sorted(values, key=order.index)
        )

    def _behind(self, value: Value, field: Field | None, indent: int) -> str:
        """What stands behind a field's colon, more lines included."""
        look = field.example if field else ""
        if isinstance(value, str):
            return self._new_text(
                value, field, indent, indent + len(field.name if field else "") + 1
            )
        if not value or look.startswith(("[", "{")):
            line = " " + _between_brackets(value, field)
            if not value or len(line) + indent + 12 <= phrase.WIDTH:
                return line
        if isinstance(value, Mapping):
            inner = indent + 2
            return f"\n{' ' * inner}{self.fields(_shape(field), value, inner)}"
        inner = indent + self._step
        item = field.of if field else None
        return "".join(f"\n{' ' * inner}-{self._behind_dash(each, item, inner)}" for each in value)

    def _behind_dash(self, value: Value, field: Field | None, indent: int) -> str:
        if isinstance(value, str):
            return self._new_text(value, field, indent, indent + 1)
        if isinstance(value, Mapping) and value:
            return f" {self.fields(_shape(field), value, indent + 2)}"
        return f" {_between_brackets(value, field)}"

    def _new_text(self, value: str, field: Field | None, indent: int, at: int) -> str:
        if not value:
            return ' ""'
        line = phrase.one_line(value, bare=field is not None and field.kind in _BARE)
        always = field is not None and field.example.startswith(">-")
        if phrase.can_fold(value) and (
            always or "\n" in value or at + 1 + len(line) > phrase.WIDTH
        ):
            return f" >-\n{phrase.folded(value, indent + 2, phrase.WIDTH)}"
        return f" {line}"

    def _next_line(self, place: int) -> int:
        return min(len(self.text), line_end(self.text, place) + 1)


def _field(shape: Shape | None, name: str) -> Field | None:
    return shape.by_name.get(name) if shape else _LENS if name in _LENSES else None


def _shape(field: Field | None) -> Shape | None:
    return field.shape if field else None


def section_field(section: str) -> Field:
    """The field of one item of a section."""
    field = SECTIONS.by_name[section]
    return field.of or field


_LENS = next(each.of for each in CARD.fields if each.name == "lenses")
_LENSES = frozenset(lens.key for lens in LENS_NAMES.values())


def _order(shape: Shape | None, values: Mapping[str, Value | None]) -> list[str]:
    """The names of fields in the order in which they are written."""
    known = [each.name for each in shape.fields] if shape else []
    return [*known, *(name for name in values if name not in known)]


def _key(value: Value) -> object:
    """A value that can be compared and put in a set."""
    if isinstance(value, Mapping):
        return tuple(sorted((name, _key(each)) for name, each in value.items()))
    return tuple(map(_key, value)) if isinstance(value, tuple) else value


def _bracketed(values: Sequence[Value], field: Field | None) -> str:
    item = field.of if field else None
    return f"[{', '.join(_between_brackets(each, item) for each in values)}]"


def _between_brackets(value: Value, field: Field | None) -> str:
    if isinstance(value, Mapping):
        shape = _shape(field)
        order = _order(shape, value)
        parts = (
            f"{phrase.one_line(name, bare=True)}: {_between_brackets(value[name], _field(shape, name))}"
            for name in sorted(value, key=order.index)
        )
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, tuple):
        return _bracketed(value, field)
    bare = field is not None and field.kind in _BARE and field.kind is not Kind.LINK
    return phrase.one_line(value, bare=bare, listed=True) if value else '""'
