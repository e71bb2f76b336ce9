"""A pack's cards out to a sheet, and a sheet's cards back into the pack's own text."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from game.content import limits
from game.content.decode import Sections, decode
from game.content.diagnostics import Diagnostic
from game.content.encoding import decode as decode_bytes
from game.content.fields import CARD, FIELD_NAMES, SECTION_NAMES
from game.content.gather import RawFile, core_files, core_folder, own_files
from game.content.names import apart
from game.content.rewrite import (
    AddItem,
    Edit,
    Refused,
    SetFields,
    Value,
    item_values,
    rewrite_bytes,
)
from game.content.shapes import Field, Kind
from game.content.sheet.columns import Column, cell_of, columns, heading_of, lens_of, longest_lists
from game.content.sheet.rows import RowCard, read_rows
from game.content.sheet.separated import read_csv, write_csv
from game.content.sheet.table import FILE_BYTES, Problem, SheetError, Table
from game.content.source import parse
from game.model.lenses import Lens
from game.model.themes import Theme
from game.values import dataclass

ENDINGS = (".xlsx", ".csv")
_WIDTHS = {"id": 26, "code": 9, "title": 30, "level": 8, "scene": 70, "facilitator": 50}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a card: what it says now, and what the sheet says."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CardChange:
    """A card that a row adds (no changes are listed) or changes."""

    row: int
    id: str
    title: str
    added: bool
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a sheet in would do to a pack's file; nothing is written yet."""

    changes: tuple[CardChange, ...]
    untouched: int
    elsewhere: int
    """Cards of the pack that the sheet does not have; they stay."""
    problems: tuple[Problem, ...]
    waiting: int
    """Rows that cannot go in yet."""
    data: bytes
    """The pack's file with the changes made."""
    trouble: str = ""
    """Why nothing can be changed, where nothing can."""


# Out


def export(path: Path | None, ending: str, core: Path | None = None) -> tuple[bytes, int]:
    """
    The cards of the pack at *path* (the core where there is none) as a sheet, and how many.

    *ending* is `.xlsx` or `.csv`. `SheetError` where the pack cannot be read.
    """
    core = core or core_folder()
    pack = path or core / "scenarios.yaml"
    raw, findings = own_files(pack, core)
    cards: list[Mapping[str, Value]] = []
    # A sheet holds the cards themselves; their words in other languages stay in their files.
    raw, _ = apart(raw)
    for file in raw:
        source, more = decode_bytes(file.name, file.data)
        findings += more
        if source is not None:
            cards += item_values(source.text, "cards").values()
    if not raw or (findings and not cards):
        said = findings[0] if findings else None
        raise SheetError(
            said.sentence if said else "there is nothing to read", said.fix if said else ""
        )
    across = columns(longest_lists(cards))
    rows = [[cell_of(card, column) for column in across] for card in cards]
    if ending == ".csv":
        return write_csv([each.heading for each in across], rows), len(cards)
    from game.content.sheet.workbook import Sheet, write_workbook  # noqa: PLC0415 - heavy

    own, core_sections = _both(raw, core, pack)
    lists = _lists(own, core_sections)
    sheet = [
        Sheet(
            each.heading,
            _width(each),
            _hint(each, listed=_choices_of(each.field) in lists),
            _example(each.field),
            each.field.required and each.part in (None, *range(each.field.least)),
            _choices_of(each.field) if _choices_of(each.field) in lists else "",
            bool(_item(each.field).words),
        )
        for each in across
    ]
    from game.content.sheet.workbook import Choices  # noqa: PLC0415

    choices = [Choices(name, tuple(words.items())) for name, words in lists.items()]
    return write_workbook(sheet, rows, choices), len(cards)


def _width(column: Column) -> int:
    if column.field.name in _WIDTHS:
        return _WIDTHS[column.field.name]
    if column.field.kind is Kind.NAMED or _item(column.field).kind is Kind.TEXT:
        return 40
    return 20


def _hint(column: Column, *, listed: bool) -> str:
    field, part = column.field, column.part
    if isinstance(part, Lens):
        asked = column.heading.replace("Question", "A question", 1)
        return f"{asked}. Leave it empty where another lens matters more."
    if isinstance(part, str):
        return field.shape.by_name[part].hint if field.shape else field.hint
    if isinstance(part, int) and part:
        return f'As "{heading_of(field)} 1": one more.'
    more = " One in each column." if part == 0 else ""
    where = f' The last sheet lists them under "{_choices_of(field)}".' if listed else ""
    return f"{field.hint}{more}{where}"


def _example(field: Field) -> str:
    inner = _item(field)
    example = field.example if inner is field else inner.example
    return "" if example.startswith((">", "-", "{")) else example


def _item(field: Field) -> Field:
    return field.of if field.kind in (Kind.LIST, Kind.NAMED) and field.of is not None else field


def _choices_of(field: Field) -> str:
    inner = _item(field)
    if inner.refers_to:
        return inner.refers_to.capitalize()
    if field.kind is Kind.NUMBER:
        return "Level"
    return inner.name.capitalize() if inner.words and field.kind is not Kind.NAMED else ""


def _lists(own: Sections, core: Sections) -> dict[str, dict[str, str]]:
    """What may be chosen, by list: each word, and what it means."""
    lists: dict[str, dict[str, str]] = {}
    for field in CARD.fields:
        inner, name = _item(field), _choices_of(field)
        if not name or name in lists:
            continue
        if field.kind is Kind.NUMBER:
            meanings = ("gentle", "some difficult feeling", "may touch grief, abuse or restraint")
            lists[name] = {str(n): words for n, words in enumerate(meanings, 1)}
        elif inner.refers_to:
            lists[name] = dict(sorted(_named(inner.refers_to, own, core).items()))
        else:
            labels = {theme.value: theme.label for theme in Theme}
            lists[name] = {word: labels.get(word, "") for word in inner.words}
    return lists


def _named(section: str, own: Sections, core: Sections) -> dict[str, str]:
    """The names that cards may use of a section, each with what it stands for."""
    found: dict[str, str] = {}
    for item in (*core.good(section), *own.good(section)):
        value = item.value
        if isinstance(value, str):
            found[item.name] = value
        elif isinstance(value, dict):
            found[item.name] = str(value.get("name") or value.get("claim") or "")
    return found


# In


def preview(path: Path, into: Path, core: Path | None = None) -> Preview:
    """What the sheet at *path* would change in the pack's file *into*; `SheetError` if unreadable."""
    core = core or core_folder()
    table = read_table(path)
    data, trouble = _pack_bytes(into)
    if trouble:
        return Preview((), 0, 0, (), 0, data, trouble)
    raw = [RawFile(into.as_posix(), data)]
    source, findings = decode_bytes(into.as_posix(), data)
    if source is None:
        return Preview((), 0, 0, (), 0, data, _first(findings))
    own, core_sections = _both(raw, core, into)
    if own.unread:
        return Preview((), 0, 0, (), 0, data, "The pack cannot be read as it is: check it first.")
    have = item_values(source.text, "cards")
    read = read_rows(table, own, core_sections, _aliases(own, core_sections), have)
    changes: list[CardChange] = []
    edits: list[Edit] = []
    untouched = 0
    for card in (each for each in read.cards if each.good):
        change, edit = _compare(card, have.get(card.id))
        if edit is None:
            untouched += 1
        else:
            changes.append(change)
            edits.append(edit)
    listed = {card.id for card in read.cards}
    elsewhere = sum(name not in listed for name in have)
    waiting = sum(not card.good for card in read.cards)
    problems = tuple(read.problems)
    result = rewrite_bytes(data, edits) if edits else data
    if isinstance(result, Refused):
        return Preview((), untouched, elsewhere, problems, waiting, data, result.sentence)
    return Preview(tuple(changes), untouched, elsewhere, problems, waiting, result)


def read_table(path: Path) -> Table:
    """The rows of the sheet at *path*, by its ending; `SheetError` where it cannot be read."""
    if path.suffix.lower() not in ENDINGS:
        raise SheetError(
            f'"{path.suffix}" is not the ending of a sheet', "Save it as .xlsx or as .csv."
        )
    try:
        with path.open("rb") as opened:
            data = opened.read(FILE_BYTES + 1)
    except OSError as fault:
        raise SheetError(
            "there is no such file, or it cannot be read",
            "Look whether the name is right, and close it in the spreadsheet program.",
        ) from fault
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from game.content.sheet.workbook import read_workbook  # noqa: PLC0415 - heavy

        return read_workbook(path.name, data)
    if path.suffix.lower() == ".xlsx":
        raise SheetError(
            "this is no workbook, whatever it is called", "Save it again as .xlsx or as .csv."
        )
    return read_csv(path.name, data)


def _pack_bytes(into: Path) -> tuple[bytes, str]:
    """The pack's file as it lies there; the beginning of a new one where there is none."""
    if into.suffix.lower() not in (".yaml", ".yml"):
        return b"", f"{into.name}: cards go into a .yaml file."
    if not into.exists():
        title = into.stem.replace("-", " ").replace("_", " ").strip() or "Our cards"
        quoted = title.replace("\\", "").replace('"', "")
        return f'pack:\n  title: "{quoted.capitalize()}"\n'.encode(), ""
    try:
        with into.open("rb") as opened:
            data = opened.read(limits.FILE_BYTES + 1)
    except OSError:
        return b"", f"{into.name}: this computer does not let you read it."
    if len(data) > limits.FILE_BYTES:
        return b"", f"{into.name} is too big to be a pack."
    return data, ""


def _first(findings: Sequence[Diagnostic]) -> str:
    return f"The pack cannot be read: {findings[0].sentence}." if findings else "It is empty."


def _both(raw: Sequence[RawFile], core: Path, besides: Path) -> tuple[Sections, Sections]:
    """What the pack and the core hold, for what cards may refer to."""
    core_raw, _ = core_files(core, besides=(besides,))
    return _sections(raw), _sections(core_raw)


def _sections(raw: Sequence[RawFile]) -> Sections:
    sections = Sections()
    for file in apart(raw)[0]:
        source, _ = decode_bytes(file.name, file.data)
        if source is None:
            sections.unread = True
            continue
        parsed, _ = parse(source, SECTION_NAMES, FIELD_NAMES)
        decode(parsed, sections)
    return sections


def _aliases(own: Sections, core: Sections) -> dict[str, dict[str, str]]:
    """What people may write instead of a key: the name that the screen shows, where it is plain."""
    aliases: dict[str, dict[str, str]] = {}
    lists = _lists(own, core)
    for field in CARD.fields:
        name = _choices_of(field)
        if name not in lists or _item(field).refers_to == "evidence":
            continue
        words = lists[name]
        meant: dict[str, list[str]] = {}
        for key, label in words.items():
            meant.setdefault(label.casefold(), []).append(key)
        aliases[field.name] = {
            **{label: keys[0] for label, keys in meant.items() if label and len(keys) == 1},
            **{key.casefold(): key for key in words},
        }
    return aliases


def _compare(card: RowCard, have: Mapping[str, Value] | None) -> tuple[CardChange, Edit | None]:
    """What a row changes in its card; no edit where it says the same."""
    title = next((text for each, text in card.cells.items() if each.field.name == "title"), "")
    if have is None:
        wanted = {name: value for name, value in _values(card, {}).items() if value is not None}
        wanted.pop("id", None)
        return CardChange(card.row, card.id, title, added=True), AddItem("cards", card.id, wanted)
    told = tuple(
        FieldChange(column.heading, before, text)
        for column, text in card.cells.items()
        if (before := _plain(cell_of(have, column))) != text
    )
    wanted_now = _values(card, have)
    wanted_now.pop("id", None)
    changed = {
        name: value
        for name, value in wanted_now.items()
        if any(each.field.name == name for each in _changed(card, have))
    }
    change = CardChange(card.row, card.id, title, added=False, fields=told)
    return change, SetFields("cards", card.id, changed) if changed else None


def _changed(card: RowCard, have: Mapping[str, Value]) -> list[Column]:
    return [column for column, text in card.cells.items() if _plain(cell_of(have, column)) != text]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _values(card: RowCard, have: Mapping[str, Value]) -> dict[str, Value | None]:
    """The fields that the row's columns hold; None for what the row leaves empty."""
    values: dict[str, Value | None] = {}
    lists: dict[str, list[tuple[int, str]]] = {}
    prompts: dict[Lens, str] = {}
    groups: dict[str, dict[str, Value]] = {}
    for column, text in card.cells.items():
        if isinstance(column.part, int):
            lists.setdefault(column.field.name, []).append((column.part, text))
        elif isinstance(column.part, Lens):
            prompts[column.part] = text
        elif isinstance(column.part, str):
            name, old = column.field.name, have.get(column.field.name)
            group = groups.setdefault(name, dict(old) if isinstance(old, Mapping) else {})
            group.pop(column.part, None)
            if text:
                group[column.part] = text
            # What else stands in the group has no meaning without what the sheet shows of it.
            values[name] = group if text else values.get(name)
        else:
            values[column.field.name] = text or None
    for name, items in lists.items():
        # What the sheet has no column for stays.
        old, shown = have.get(name), {place for place, _ in items}
        if isinstance(old, tuple):
            items += [
                (place, text)
                for place, text in enumerate(old)
                if place not in shown and isinstance(text, str)
            ]
        values[name] = tuple(text for _, text in sorted(items) if text) or None
    if prompts:
        values["lenses"] = _prompts(prompts, have.get("lenses")) or None
    return values


def _prompts(prompts: Mapping[Lens, str], have: Value | None) -> dict[str, Value]:
    """The prompts under the names that the card has for its lenses, in its own order."""
    kept: dict[str, Value] = {}
    seen: set[Lens | None] = set()
    for key, old in (have if isinstance(have, Mapping) else {}).items():
        lens = lens_of(key)
        seen.add(lens)
        text = old if lens is None or lens not in prompts else prompts[lens]
        if isinstance(old, str) and isinstance(text, str) and old.strip() == text:
            text = old
        if text:
            kept[key] = text
    kept.update((lens.key, text) for lens, text in prompts.items() if text and lens not in seen)
    return kept
