"""What a file should say after some edits, worked out on plain values alone, and whether it does."""

from collections import Counter
from collections.abc import Mapping

from game.content.fields import FIELD_NAMES, SECTION_NAMES, SECTIONS
from game.content.nodes import SourceText
from game.content.rewrite.edits import (
    AddItem,
    CopyItem,
    Edit,
    MoveCard,
    SetFields,
    Value,
)
from game.content.rewrite.items import ENTANGLED, Items
from game.content.rewrite.pen import value_of
from game.content.shapes import Kind
from game.content.source import parse


class Wanted:
    """The items that each touched section should hold, in order, by their names."""

    def __init__(self, items: Items) -> None:
        self._items = items
        self._findings = Counter(each.code for each in items.findings if each.is_error)
        self._expected: dict[str, list[tuple[str, Value]]] = {}

    def plan(self, section: str) -> list[tuple[str, Value]]:
        if section not in self._expected:
            self._expected[section] = [
                (each.name, value_of(each.node)) for each in self._items.items(section)
            ]
        return self._expected[section]

    def differs(self, after: str) -> str | None:
        """Why *after* is not what was wanted; none when it says exactly that."""
        parsed, findings = parse(SourceText("", after), SECTION_NAMES, FIELD_NAMES)
        new = Counter(each.code for each in findings if each.is_error) - self._findings
        if new:
            first = next(each for each in findings if each.code in new)
            return f"This cannot be written into the file: {first.sentence}. {first.fix}"
        was = (
            {name[0]: value_of(node) for name, node in self._items.root.entries}
            if self._items.root
            else {}
        )
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
        return None if was == now else ENTANGLED


def names_in(edit: Edit) -> set[tuple[str, str]]:
    match edit:
        case MoveCard(card, _):
            return {("cards", card)}
        case CopyItem(section, item, name, _):
            return {(section, item), (section, name)}
        case AddItem(section, name, _, after):
            return {(section, name), (section, after)} if after else {(section, name)}
        case SetFields(section, item, values):
            return {(section, item), (section, renamed(item, values))}
        case _:
            return {(edit.section, edit.item)}


def renamed(name: str, values: Mapping[str, Value | None]) -> str:
    new = values.get("id")
    return new if isinstance(new, str) else name


def clean(values: Mapping[str, Value | None]) -> dict[str, Value | None]:
    return {name: None if value is None else _tidy(value) for name, value in values.items()}


def _tidy(value: Value) -> Value:
    """A value as the reader will give it: without spaces round texts, with plain line ends."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, tuple):
        return tuple(map(_tidy, value))
    return {name: _tidy(each) for name, each in value.items()}


def changed(old: Value, values: Mapping[str, Value | None]) -> Value:
    """An item's values after a change."""
    if not isinstance(old, Mapping):
        return old
    merged = {**old, **clean(values)}
    return {name: value for name, value in merged.items() if value is not None}
