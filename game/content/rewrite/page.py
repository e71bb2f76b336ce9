"""One reading of a text, and the edits that can be written from its places alone."""

from collections.abc import Mapping
from typing import Protocol

from game.content.fields import SECTIONS
from game.content.nodes import Group
from game.content.rewrite.edits import (
    AddItem,
    CopyItem,
    Edit,
    MoveCard,
    SetFields,
    Value,
)
from game.content.rewrite.items import ENTANGLED, Item, Items, last_of_theme
from game.content.rewrite.layout import (
    Splice,
    apply_splices,
    colon,
    column,
    content_end,
    in_brackets,
    in_order,
    line_end,
    line_start,
    overlap,
)
from game.content.rewrite.pen import CannotWriteError, Pen, section_field, value_of
from game.content.rewrite.wanted import Wanted, changed, clean, names_in, renamed
from game.content.shapes import Kind
from game.model.themes import Theme


class Page(Items):
    """See the module; `wanted` says what should come out."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.pen = Pen(text, self.root)
        self.wanted = Wanted(self)
        self._touched: set[tuple[str, str]] = set()
        self._moved: set[type[Edit]] = set()
        self._begun = False

    def take(self, edits: list[Edit]) -> int:
        """Write as many edits, from the first on, as do not depend on one another."""
        for count, edit in enumerate(edits):
            names = names_in(edit)
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
            case _:
                self._remove(self.item(edit.section, edit.item), edit.section)

    def _set(self, section: str, name: str, values: Mapping[str, Value | None]) -> None:
        item = self.item(section, name)
        plan = self.wanted.plan(section)
        place = next(place for place, each in enumerate(plan) if each[0] == name)
        plan[place] = (renamed(name, values), changed(plan[place][1], values))
        if isinstance(item.node, Group):
            self.pen.set_fields(item.node, section_field(section).shape, clean(values))

    def _add(self, edit: AddItem) -> None:
        values = {name: value for name, value in clean(edit.values).items() if value is not None}
        named = SECTIONS.by_name[edit.section].kind is Kind.NAMED
        if not named:
            values = {"id": edit.name, **values}
        plan = self.wanted.plan(edit.section)
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

    def _anchor(self, edit: AddItem, theme: Value | None) -> Item | None:
        items = self.items(edit.section)
        if edit.after:
            return self.item(edit.section, edit.after)
        return last_of_theme(items, theme) or (items[-1] if items else None)

    def _insert(self, section: str, anchor: "Item | None", lines: "_Lines") -> None:
        """Put an item after *anchor*, or begin the section with it."""
        text = self.text
        if anchor is None:
            self._begin(section, lines)
            return
        items = self.items(section)
        start = self.start(items[0])
        gap = "\n" if self.is_airy(items) else ""
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
                raise CannotWriteError(ENTANGLED)
            bare = text.rstrip("\n ")
            gap = "" if not bare else "\n\n"
            at = len(bare)
            rest = "" if text[at:].startswith("\n") else "\n"
            self.pen.put(at, at, f"{gap}{' ' * indent}{section}:\n{body}{rest}")
            return
        name, node = entry
        if value_of(node) not in ("", (), {}):
            # Neither empty nor a pair of brackets with nothing between.
            raise CannotWriteError(ENTANGLED)
        at = colon(text, name) + 1
        self.pen.put(at, max(at, content_end(text, node)), "")
        end = line_end(text, max(at, content_end(text, node)))
        self.pen.put(end, end, f"\n{body}")

    def _copy(self, edit: CopyItem) -> None:
        item = self.item(edit.section, edit.item)
        values = dict(clean(edit.values))
        plan = self.wanted.plan(edit.section)
        place = next(place for place, each in enumerate(plan) if each[0] == edit.item)
        old = value_of(item.node)
        if item.key is None:
            values["id"] = edit.name
            if "code" in old and "code" not in values:
                values["code"] = None
        plan.insert(place + 1, (edit.name, changed(old, values)))
        self._insert(edit.section, item, self._lines(edit.section, item, values, edit.name))

    def _lines(
        self, section: str, item: Item, values: Mapping[str, Value | None], name: str
    ) -> "_Lines":
        """An item's own lines, with some fields changed."""
        text, node = self.text, item.node
        start = self.start(item)
        end = line_end(text, content_end(text, node))
        pen = Pen(text, self.root)
        if item.key is not None:
            pen.put(item.key[1], item.key[2], name)
        if isinstance(node, Group):
            pen.set_fields(node, section_field(section).shape, values)
        inner = in_order(pen.splices)
        if overlap(inner):
            raise CannotWriteError(ENTANGLED)
        moved = [Splice(each.start - start, each.end - start, each.text) for each in inner]
        lines = apply_splices(text[start:end], moved)
        return lambda _: lines

    def _move(self, card: str, theme: str) -> None:
        item = self.item("cards", card)
        plan = self.wanted.plan("cards")
        place = next(place for place, each in enumerate(plan) if each[0] == card)
        old = plan[place][1]
        values: dict[str, Value | None] = {"theme": theme}
        code = old.get("code") if isinstance(old, Mapping) else None
        if isinstance(code, str) and code[:1] != Theme(theme).letter:
            values["code"] = None
        anchor = last_of_theme(self.items("cards"), theme)
        if anchor is None or anchor is item or anchor.name == card:
            self._set("cards", card, values)
            return
        new = (card, changed(old, values))
        del plan[place]
        names = [name for name, _ in plan]
        plan.insert(names.index(anchor.name) + 1, new)
        lines = self._lines("cards", item, values, card)
        above = self.comments(item)
        self._insert("cards", anchor, lambda indent: f"{above}{lines(indent)}")
        self._cut(item, "cards")

    def _remove(self, item: Item, section: str) -> None:
        plan = self.wanted.plan(section)
        plan[:] = [each for each in plan if each[0] != item.name]
        if plan:
            self._cut(item, section)
            return
        entry = self.entry(section)
        if entry is not None:
            begin = line_start(self.text, entry[0][1])
            self.pen.put(begin, self.below(content_end(self.text, item.node)), "")
        self._begun = True

    def _cut(self, item: Item, section: str) -> None:
        """Take an item's lines out, and one of the two gaps round it."""
        text = self.text
        begin = self.first_line(item, section)
        end = self.below(content_end(text, item.node))
        above = text[:begin]
        if above.endswith("\n\n") or above.rstrip(" ").endswith(":\n"):
            rest = text[end:]
            blank = len(rest) - len(rest.lstrip("\n"))
            if rest.strip():
                end += blank
            else:
                begin = len(above.rstrip("\n")) + 1
        self.pen.put(begin, end, "")


class _Lines(Protocol):
    def __call__(self, indent: int) -> str: ...
