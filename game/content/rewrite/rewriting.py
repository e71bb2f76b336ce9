"""
Edits in, a new text out: finds the items, lets the pen write, and reads the outcome back.

What should come out is worked out a second time on plain values, so that nothing is accepted
that says something else, here or anywhere in the file.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

from game.content.fields import FIELD_NAMES, SECTION_NAMES, SECTIONS, Kind
from game.content.nodes import Group, List, Node, SourceText, Text, is_text
from game.content.rewrite.edits import (
    AddItem,
    CopyItem,
    Edit,
    MoveCard,
    Refused,
    RemoveItem,
    Rewritten,
    SetFields,
    Value,
)
from game.content.rewrite.layout import (
    Splice,
    apply_splices,
    colon,
    column,
    content_end,
    dash_of,
    in_brackets,
    in_order,
    line_end,
    line_start,
    overlap,
    touching_comments,
)
from game.content.rewrite.letters import Letters
from game.content.rewrite.pen import CannotWriteError, Pen, section_field, value_of
from game.content.source import parse
from game.model.themes import Theme
from game.values import dataclass

_CALLED = {"cards": "card", "people": "person", "evidence": "fact", "moments": "moment"}


def rewrite(text: str, edits: Iterable[Edit]) -> Rewritten | Refused:
    """
    The text of a pack's file after *edits*, one after another; all of them, or none.

    Each changes only its own lines. *text* has plain line ends; `Letters` keeps a file's own.
    """
    outcome = splices_for(text, edits)
    if isinstance(outcome, Refused):
        return outcome
    for each in outcome:
        text = apply_splices(text, each)
    return Rewritten(text)


def rewrite_bytes(data: bytes, edits: Iterable[Edit]) -> bytes | Refused:
    """As `rewrite`, for a file as it lies on disk: its letters and line ends stay as they are."""
    letters = Letters.of(data)
    if letters is None:
        return Refused("This file is saved in letters that cannot be told: save it as UTF-8 first.")
    outcome = splices_for(letters.text, edits)
    if isinstance(outcome, Refused):
        return outcome
    for each in outcome:
        letters = letters.spliced(each)
    return letters.data()


def splices_for(text: str, edits: Iterable[Edit]) -> tuple[tuple[Splice, ...], ...] | Refused:
    """The splices that `rewrite` makes, in rounds: the places of each count in the text before it."""
    waiting = list(edits)
    rounds: list[tuple[Splice, ...]] = []
    while waiting:
        page = _Page(text)
        try:
            done = page.take(waiting)
        except CannotWriteError as error:
            return Refused(str(error))
        splices = in_order(page.pen.splices)
        after = apply_splices(text, splices)
        if overlap(splices) or ((sentence := page.differs(after)) is None and after is None):
            return Refused(_ENTANGLED)
        if sentence:
            return Refused(sentence)
        rounds.append(splices)
        text, waiting = after, waiting[done:]
    return tuple(rounds)


def item_values(text: str, section: str) -> dict[str, dict[str, Value]]:
    """What each item of a section says in *text*, by its id or key."""
    page = _Page(text)
    return {
        each.name: dict(value)
        for each in page.items(section)
        if isinstance(value := value_of(each.node), Mapping)
    }


_ENTANGLED = (
    "This change cannot be made here without changing something else, so nothing was changed. "
    "It may stand in brackets, or share its line with something else: change it in the file."
)


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    node: Node
    key: Text | None = None
    """Its name, where the section is a group of names."""


class _Page:
    """One reading of a text, and the edits that can be written from its places alone."""

    def __init__(self, text: str) -> None:
        self.text = text
        source = SourceText("", text)
        parsed, findings = parse(source, SECTION_NAMES, FIELD_NAMES)
        self.root = parsed.root
        self._findings = Counter(each.code for each in findings if each.is_error)
        self.pen = Pen(text, parsed.root)
        self._expected: dict[str, list[tuple[str, Value]]] = {}
        self._touched: set[tuple[str, str]] = set()
        self._moved: set[type[Edit]] = set()
        self._begun = False

    # Reading

    def entry(self, section: str) -> tuple[Text, Node] | None:
        entries = self.root.entries if self.root else ()
        return next((each for each in entries if each[0][0] == section), None)

    def items(self, section: str) -> list[_Item]:
        entry = self.entry(section)
        if entry is None:
            return []
        if isinstance(entry[1], List):
            return [_Item(_id(each), each) for each in entry[1].items]
        if isinstance(entry[1], Group) and SECTIONS.by_name[section].kind is Kind.NAMED:
            return [_Item(name[0], value, name) for name, value in entry[1].entries]
        if isinstance(entry[1], Group):
            # A section that is one group of fields counts as its own only item.
            return [_Item(section, entry[1], entry[0])]
        return []

    def _item(self, section: str, name: str) -> _Item:
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

    def _plan(self, section: str) -> list[tuple[str, Value]]:
        if section not in self._expected:
            self._expected[section] = [
                (each.name, value_of(each.node)) for each in self.items(section)
            ]
        return self._expected[section]

    def differs(self, after: str) -> str | None:
        """Why *after* is not what was wanted; none when it says exactly that."""
        parsed, findings = parse(SourceText("", after), SECTION_NAMES, FIELD_NAMES)
        new = Counter(each.code for each in findings if each.is_error) - self._findings
        if new:
            first = next(each for each in findings if each.code in new)
            return f"This cannot be written into the file: {first.sentence}. {first.fix}"
        was = {name[0]: value_of(node) for name, node in self.root.entries} if self.root else {}
        now = {name[0]: value_of(node) for name, node in parsed.root.entries} if parsed.root else {}
        for section, plan in self._expected.items():
            wanted: Value
            if SECTIONS.by_name[section].kind is Kind.NAMED:
                wanted = dict(plan)
            elif SECTIONS.by_name[section].kind is Kind.GROUP:
                wanted = plan[0][1]
            else:
                wanted = tuple(value for _, value in plan)
            if plan:
                was[section] = wanted
            else:
                was.pop(section, None)
        return None if was == now else _ENTANGLED

    # Writing

    def take(self, edits: list[Edit]) -> int:
        """Write as many edits, from the first on, as do not depend on one another."""
        for count, edit in enumerate(edits):
            names = _names(edit)
            if count and (self._begun or self._touched & names or self._needs_new_reading(edit)):
                return count
            self._touched |= names
            if not isinstance(edit, SetFields):
                self._moved.add(type(edit))
            self._write(edit)
        return len(edits)

    def _needs_new_reading(self, edit: Edit) -> bool:
        """Whether *edit* asks where things stand after those before it."""
        if isinstance(edit, SetFields):
            return False
        # Adding goes with adding, and taking out with taking out.
        return bool(self._moved - {type(edit)}) or isinstance(edit, (CopyItem, MoveCard))

    def _write(self, edit: Edit) -> None:
        match edit:
            case SetFields(section, name, values):
                self._set(section, name, values)
            case AddItem():
                self._add(edit)
            case CopyItem():
                self._copy(edit)
            case MoveCard(card, theme):
                self._move(card, theme)
            case RemoveItem(section, name):
                self._remove(self._item(section, name), section)

    def _set(self, section: str, name: str, values: Mapping[str, Value | None]) -> None:
        item = self._item(section, name)
        plan = self._plan(section)
        place = next(place for place, each in enumerate(plan) if each[0] == name)
        plan[place] = (_renamed(name, values), _with(plan[place][1], values))
        if isinstance(item.node, Group):
            self.pen.set_fields(item.node, section_field(section).shape, _clean(values))

    def _add(self, edit: AddItem) -> None:
        values = {name: value for name, value in _clean(edit.values).items() if value is not None}
        named = SECTIONS.by_name[edit.section].kind is Kind.NAMED
        if not named:
            values = {"id": edit.name, **values}
        plan = self._plan(edit.section)
        anchor = self._anchor(edit, values.get("theme"))
        # Several that are added after one item stay in the order in which they were asked for.
        names = [name for name, _ in plan]
        place = names.index(anchor.name) + 1 if anchor else len(plan)
        read = {each.name for each in self.items(edit.section)}
        while place < len(plan) and plan[place][0] not in read:
            place += 1
        plan.insert(place, (edit.name, values))
        shape = section_field(edit.section).shape
        if named:
            self._insert(
                edit.section,
                anchor,
                lambda indent: (
                    f"{edit.name}:\n{' ' * (indent + 2)}"
                    + self.pen.fields(shape, values, indent + 2)
                ),
            )
        else:
            self._insert(
                edit.section,
                anchor,
                lambda indent: f"- {self.pen.fields(shape, values, indent + 2)}",
            )

    def _anchor(self, edit: AddItem, theme: Value | None) -> _Item | None:
        items = self.items(edit.section)
        if edit.after:
            return self._item(edit.section, edit.after)
        return _last_of_theme(items, theme) or (items[-1] if items else None)

    def _insert(self, section: str, anchor: "_Item | None", lines: "_Lines") -> None:
        """Put an item after *anchor*, or begin the section with it."""
        text = self.text
        if anchor is None:
            self._begin(section, lines)
            return
        items = self.items(section)
        start = self._start(items[0])
        gap = "\n" if self._is_airy(items) else ""
        at = line_end(text, content_end(text, anchor.node))
        indent = column(text, start)
        self.pen.put(at, at, f"\n{gap}{' ' * indent}{lines(indent)}")

    def _begin(self, section: str, lines: "_Lines") -> None:
        self._begun = True
        text, entry = self.text, self.entry(section)
        indent = column(text, self.root.start) if self.root else 0
        body = f"{' ' * (indent + 2)}{lines(indent + 2)}"
        if entry is None:
            if self.root is not None and in_brackets(text, self.root):
                raise CannotWriteError(_ENTANGLED)
            bare = text.rstrip("\n ")
            gap = "" if not bare else "\n\n"
            at = len(bare)
            rest = "" if text[at:].startswith("\n") else "\n"
            self.pen.put(at, at, f"{gap}{' ' * indent}{section}:\n{body}{rest}")
            return
        name, node = entry
        if value_of(node) not in ("", (), {}):
            # Neither empty nor a pair of brackets with nothing between.
            raise CannotWriteError(_ENTANGLED)
        at = colon(text, name) + 1
        self.pen.put(at, max(at, content_end(text, node)), "")
        end = line_end(text, max(at, content_end(text, node)))
        self.pen.put(end, end, f"\n{body}")

    def _copy(self, edit: CopyItem) -> None:
        item = self._item(edit.section, edit.item)
        values = dict(_clean(edit.values))
        plan = self._plan(edit.section)
        place = next(place for place, each in enumerate(plan) if each[0] == edit.item)
        old = value_of(item.node)
        if item.key is None:
            values["id"] = edit.name
            if "code" in old and "code" not in values:
                values["code"] = None
        plan.insert(place + 1, (edit.name, _with(old, values)))
        self._insert(edit.section, item, self._lines(edit.section, item, values, edit.name))

    def _lines(
        self, section: str, item: _Item, values: Mapping[str, Value | None], name: str
    ) -> "_Lines":
        """An item's own lines, with some fields changed."""
        text, node = self.text, item.node
        start = self._start(item)
        end = line_end(text, content_end(text, node))
        pen = Pen(text, self.root)
        if item.key is not None:
            pen.put(item.key[1], item.key[2], name)
        if isinstance(node, Group):
            pen.set_fields(node, section_field(section).shape, values)
        inner = in_order(pen.splices)
        if overlap(inner):
            raise CannotWriteError(_ENTANGLED)
        moved = [Splice(each.start - start, each.end - start, each.text) for each in inner]
        lines = apply_splices(text[start:end], moved)
        return lambda _: lines

    def _move(self, card: str, theme: str) -> None:
        item = self._item("cards", card)
        plan = self._plan("cards")
        place = next(place for place, each in enumerate(plan) if each[0] == card)
        old = plan[place][1]
        values: dict[str, Value | None] = {"theme": theme}
        code = old.get("code") if isinstance(old, Mapping) else None
        if isinstance(code, str) and code[:1] != Theme(theme).letter:
            values["code"] = None
        anchor = _last_of_theme(self.items("cards"), theme)
        if anchor is None or anchor is item or anchor.name == card:
            self._set("cards", card, values)
            return
        new = (card, _with(old, values))
        del plan[place]
        names = [name for name, _ in plan]
        plan.insert(names.index(anchor.name) + 1, new)
        lines = self._lines("cards", item, values, card)
        above = self._comments(item)
        self._insert("cards", anchor, lambda indent: f"{above}{lines(indent)}")
        self._cut(item, "cards")

    def _comments(self, item: _Item) -> str:
        """The comment lines that touch an item, and the spaces before its dash."""
        begin = line_start(self.text, self._start(item))
        first = self._first_line(item, "cards")
        if first == begin:
            return ""
        block = self.text[first : self._start(item)]
        return block.lstrip(" ")

    def _remove(self, item: _Item, section: str) -> None:
        plan = self._plan(section)
        plan[:] = [each for each in plan if each[0] != item.name]
        if plan:
            self._cut(item, section)
            return
        entry = self.entry(section)
        if entry is not None:
            begin = line_start(self.text, entry[0][1])
            self.pen.put(begin, self._below(content_end(self.text, item.node)), "")
        self._begun = True

    def _cut(self, item: _Item, section: str) -> None:
        """Take an item's lines out, and one of the two gaps round it."""
        text = self.text
        begin = self._first_line(item, section)
        end = self._below(content_end(text, item.node))
        above = text[:begin]
        if above.endswith("\n\n") or above.rstrip(" ").endswith(":\n"):
            rest = text[end:]
            blank = len(rest) - len(rest.lstrip("\n"))
            if rest.strip():
                end += blank
            else:
                begin = len(above.rstrip("\n")) + 1
        self.pen.put(begin, end, "")

    def _first_line(self, item: _Item, section: str) -> int:
        """Where an item's lines begin, comments included; above the first they are the section's."""
        begin = line_start(self.text, self._start(item))
        if item.node is self.items(section)[0].node:
            return begin
        return touching_comments(self.text, begin)

    def _below(self, place: int) -> int:
        return min(len(self.text), line_end(self.text, place) + 1)

    def _start(self, item: _Item) -> int:
        """Where an item's own text begins: its dash, or its name."""
        if item.key is not None:
            return item.key[1]
        dash = dash_of(self.text, item.node)
        if dash is None:
            raise CannotWriteError(_ENTANGLED)
        return dash

    def _is_airy(self, items: list[_Item]) -> bool:
        """Whether the author leaves a blank line between items; taken for granted where unseen."""
        if len(items) < 2:
            return True
        between = self.text[content_end(self.text, items[0].node) : self._start(items[1])]
        return any(not line.strip() for line in between.split("\n")[1:-1])


class _Lines(Protocol):
    def __call__(self, indent: int) -> str: ...


def _id(node: Node) -> str:
    if isinstance(node, Group):
        for name, value in node.entries:
            if name[0] == "id" and is_text(value):
                return value[0].strip()
    return ""


def _names(edit: Edit) -> set[tuple[str, str]]:
    match edit:
        case MoveCard(card, _):
            return {("cards", card)}
        case CopyItem(section, item, name, _):
            return {(section, item), (section, name)}
        case AddItem(section, name, _, after):
            return {(section, name), (section, after)} if after else {(section, name)}
        case SetFields(section, item, values):
            return {(section, item), (section, _renamed(item, values))}
        case RemoveItem(section, item):
            return {(section, item)}


def _renamed(name: str, values: Mapping[str, Value | None]) -> str:
    new = values.get("id")
    return new if isinstance(new, str) else name


def _clean(values: Mapping[str, Value | None]) -> dict[str, Value | None]:
    return {name: None if value is None else _tidy(value) for name, value in values.items()}


def _tidy(value: Value) -> Value:
    """A value as the reader will give it: without spaces round texts, with plain line ends."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, tuple):
        return tuple(map(_tidy, value))
    return {name: _tidy(each) for name, each in value.items()}


def _with(old: Value, values: Mapping[str, Value | None]) -> Value:
    """An item's values after a change."""
    if not isinstance(old, Mapping):
        return old
    merged = {**old, **_clean(values)}
    return {name: value for name, value in merged.items() if value is not None}


def _last_of_theme(items: list[_Item], theme: Value | None) -> _Item | None:
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
