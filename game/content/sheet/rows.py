"""
The rows of a sheet as cards, checked by the same reader as a file's.

A sheet is laid out as a text whose lines are its rows, so that the reader's own findings, with
their codes and sentences, say which row and which column they are about.
"""

import re
from collections.abc import Mapping

from game.content.checks import check
from game.content.codes import content as codes
from game.content.codes import reading
from game.content.decode import Sections, decode
from game.content.diagnostics import Code, Diagnostic, Severity, nearest
from game.content.encoding import first_tower, is_forbidden, named
from game.content.limits import TEXT_LENGTH
from game.content.nodes import Group, List, Node, Parsed, SourceText, Text
from game.content.rewrite import Value
from game.content.shapes import Kind
from game.content.sheet.columns import Column, column_called, heading_of, known_headings
from game.content.sheet.table import Problem, Table
from game.model.lenses import Lens
from game.values import dataclass, field

_LACKS = re.compile(r'this card has no "([^"]+)"\Z')
_LINE = re.compile(r"\bline ([0-9]+)")


@dataclass(slots=True)
class RowCard:
    """One row that is a card: what its cells say, by column."""

    row: int
    id: str
    cells: dict[Column, str]
    good: bool = True


@dataclass(slots=True)
class Read:
    """The cards of a sheet, and everything there is to say. Grows while rows are read."""

    columns: tuple[Column, ...] = ()
    cards: list[RowCard] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_rows(
    table: Table,
    own: Sections,
    core: Sections,
    aliases: Mapping[str, Mapping[str, str]],
    have: Mapping[str, Mapping[str, Value]],
) -> Read:
    """
    The cards in *table*, and what keeps some of them out.

    *own* is the pack that they go into and *core* the game's; both may be referred to. *aliases*
    gives, by field, what people may write instead of a key, such as a theme's name on screen.
    *have* is what the pack's cards say now: a field without a column keeps that.
    """
    read = Read(problems=list(table.problems))
    columns = _columns(table, read)
    if not any(each and each.field.name == "id" for each in columns):
        _add(
            read,
            table,
            0,
            "",
            codes.FIELD_MISSING,
            'no column is called "Short name", so no row can be told from another',
            'Add a column "Short name", and give each card a name of its own.',
        )
        return read
    read.columns = tuple(each for each in columns if each is not None)
    for number, texts in table.rows:
        cells = {
            column: _key(column, texts[place].strip() if place < len(texts) else "", aliases)
            for place, column in enumerate(columns)
            if column is not None
        }
        if any(cells.values()):
            name = next(text for each, text in cells.items() if each.field.name == "id")
            read.cards.append(RowCard(number, name, cells))
    _check_letters(table, read)
    layout = _Layout(table.file, read.cards, have)
    _check_cards(table, read, layout, own, core)
    bad = {each.row for each in read.problems if each.is_error}
    for card in read.cards:
        card.good = card.row not in bad
    read.problems.sort(key=lambda each: each.row)
    return read


def _columns(table: Table, read: Read) -> list[Column | None]:
    """What each heading means; those that mean nothing are told of."""
    found: list[Column | None] = []
    for place, heading in enumerate(table.headings):
        column = column_called(heading) if heading.strip() else None
        filled = any(place < len(texts) and texts[place].strip() for _, texts in table.rows)
        if column is None and filled:
            near = nearest(heading, known_headings())
            _add(
                read,
                table,
                1,
                heading.strip() or f"number {place + 1}",
                codes.UNKNOWN_FIELD,
                f'no column is called "{heading.strip()}", so it is not read',
                f'Did you mean "{near}"?' if near else "Look at the sheet that explains them.",
            )
        elif column is not None and column in found:
            _add(
                read,
                table,
                1,
                heading.strip(),
                codes.NAME_TWICE,
                f'two columns are called "{heading.strip()}"',
                "Take one of the two away.",
                Severity.ERROR,
            )
            column = None
        found.append(column)
    return found


def _key(column: Column, text: str, aliases: Mapping[str, Mapping[str, str]]) -> str:
    known = aliases.get(column.field.name)
    return known.get(text.casefold(), text) if known else text


def _check_letters(table: Table, read: Read) -> None:
    """What YAML's reader would find in the letters themselves."""
    for card in read.cards:
        for column, text in card.cells.items():
            hidden = next(filter(is_forbidden, text), None)
            if hidden is not None:
                sentence = f"a hidden character stands here: {named(hidden)}"
                fix = "Delete it, or type the text again."
                _add(read, table, card.row, column.heading, reading.HIDDEN_CHARACTER, sentence, fix)
            elif first_tower(text) >= 0:
                sentence = "too many accents are stacked on one letter here"
                fix = "Type the word again."
                _add(read, table, card.row, column.heading, reading.STACKED_MARKS, sentence, fix)
            elif len(text) > TEXT_LENGTH:
                sentence = f"this text has {len(text):,} characters; {TEXT_LENGTH:,} is the most"
                fix = "Shorten it: it has to fit on a card."
                _add(read, table, card.row, column.heading, reading.TEXT_TOO_LONG, sentence, fix)


class _Layout:
    """The sheet as a text with a line for each of its rows, and the cards as the reader's tree."""

    def __init__(
        self, name: str, cards: list[RowCard], have: Mapping[str, Mapping[str, Value]]
    ) -> None:
        lines: list[str] = []
        self._starts: list[tuple[int, int, Column]] = []
        groups: list[Node] = []
        offset = 0
        for card in cards:
            while len(lines) < card.row - 1:
                lines.append("")
                offset += 1
            # The line begins with a space, so that the row itself and its first cell differ.
            line = " "
            placed: list[tuple[Column, Text]] = []
            for column, text in card.cells.items():
                flat = " ".join(text.split()) if "\n" in text or "\t" in text else text
                start = offset + len(line)
                self._starts.append((card.row, len(line) + 1, column))
                placed.append((column, (text, start, start + len(flat), '"')))
                line += f"{flat}\t"
            groups.append(_group(placed, have.get(card.id, {}), offset, offset + len(line)))
            lines.append(line)
            offset += len(line) + 1
        self.source = SourceText(name, "\n".join(lines))
        cards_name: Text = ("cards", 0, 0, "")
        body = List(tuple(groups), 0, offset)
        self.parsed = Parsed(self.source, Group(((cards_name, body),), 0, offset))

    def column_at(self, row: int, place: int) -> Column | None:
        """The column that a place in a row's line belongs to; None for the row as a whole."""
        found = None
        for each, start, column in self._starts:
            if each == row and start <= place:
                found = column
        return found


def _group(
    placed: list[tuple[Column, Text]], have: Mapping[str, Value], start: int, end: int
) -> Group:
    """A card as the reader would have made it of a file: empty fields are not there."""
    shown = {column.field.name for column, _ in placed}
    entries: list[tuple[Text, Node]] = [
        ((name, start, start, ""), _node(value, start))
        for name, value in have.items()
        if name not in shown
    ]
    done: set[str] = set()
    for column, _ in placed:
        wanted = column.field
        if wanted.name in done:
            continue
        done.add(wanted.name)
        mine = [(each.part, text) for each, text in placed if each.field is wanted and text[0]]
        if not mine:
            continue
        first, last = mine[0][1], mine[-1][1]
        value: Node = first
        if wanted.kind is Kind.LIST:
            value = List(tuple(text for _, text in mine), first[1], last[2])
        elif wanted.kind is Kind.NAMED:
            named_parts = tuple(
                ((part.key, text[1], text[2], ""), text)
                for part, text in mine
                if isinstance(part, Lens)
            )
            value = Group(named_parts, first[1], last[2])
        elif wanted.kind is Kind.GROUP:
            inner: list[tuple[Text, Node]] = [
                ((part, text[1], text[2], ""), text) for part, text in mine if isinstance(part, str)
            ]
            here, old = {name[0] for name, _ in inner}, have.get(wanted.name)
            inner += [
                ((name, start, start, ""), _node(each, start))
                for name, each in (old.items() if isinstance(old, Mapping) else ())
                if name not in here
            ]
            value = Group(tuple(inner), first[1], last[2])
        entries.append(((wanted.name, first[1], first[1], ""), value))
    return Group(tuple(entries), start, end)


def _node(value: Value, at: int) -> Node:
    """What a card of the pack says already, as the reader's tree, placed at its row."""
    if isinstance(value, str):
        return (value, at, at, '"')
    if isinstance(value, tuple):
        return List(tuple(_node(each, at) for each in value), at, at)
    return Group(
        tuple(((name, at, at, ""), _node(each, at)) for name, each in value.items()), at, at
    )


def _check_cards(table: Table, read: Read, layout: _Layout, own: Sections, core: Sections) -> None:
    if not read.cards:
        return
    sections = Sections()
    findings = decode(layout.parsed, sections)
    # What the cards refer to is the pack's; the pack's own cards are what the sheet replaces.
    sections.items = {**own.items, "cards": sections.items.get("cards", [])}
    sections.lost |= own.lost
    findings += check(sections, core).findings
    told = {(each.row, each.column) for each in read.problems}
    missing: dict[int, list[Column]] = {}
    for each in findings:
        if each.file != table.file:
            continue
        column = _missing(each)
        if column is None:
            read.problems.append(_problem(table, layout, each))
        elif (each.line, column.heading) not in told:
            missing.setdefault(each.line, []).append(column)
    read.problems += [_incomplete(table, row, lacking) for row, lacking in missing.items()]


def _missing(finding: Diagnostic) -> Column | None:
    """The column that a row has left empty, where that is what a finding says."""
    match = _LACKS.match(finding.sentence)
    if match is None or finding.code != codes.FIELD_MISSING.number:
        return None
    return column_called(match[1]) or column_called(f"{match[1]} 1")


def _incomplete(table: Table, row: int, lacking: list[Column]) -> Problem:
    """One problem for all that a row lacks: half a card is no reason for ten messages."""
    names = [f'"{each.heading}"' for each in lacking]
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    code = codes.FIELD_MISSING
    if len(lacking) == 1:
        sentence, fix = f"this card has no {listed}", f"Fill it in. {lacking[0].field.hint}"
    else:
        sentence, fix = f"this card is not finished: it has no {listed}", "Fill them in."
    column = lacking[0].heading if len(lacking) == 1 else ""
    return Problem(table.file, row, column, code.number, code.severity, sentence, fix)


def _problem(table: Table, layout: _Layout, finding: Diagnostic) -> Problem:
    column = layout.column_at(finding.line, finding.column)
    sentence = _LINE.sub(r"row \1", finding.sentence)
    cell = ""
    if column is not None:
        start = finding.column - 1
        cell = finding.line_text[start:].partition("\t")[0][:80]
    heading = column.heading if column else ""
    if column and column.field.kind is Kind.LIST and finding.code == codes.WRONG_COUNT.number:
        heading = heading_of(column.field)
    return Problem(
        table.file,
        finding.line,
        heading,
        finding.code,
        finding.severity,
        sentence,
        finding.fix,
        cell,
    )


def _add(
    read: Read,
    table: Table,
    row: int,
    column: str,
    code: Code,
    sentence: str,
    fix: str,
    severity: Severity | None = None,
) -> None:
    read.problems.append(
        Problem(table.file, row, column, code.number, severity or code.severity, sentence, fix)
    )
