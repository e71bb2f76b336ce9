"""
Excel's files: the only door to openpyxl, which is brought when a workbook is wanted.

A workbook from somebody else is a zip of XML, so it passes the guard at every zip first, and none
of its parts may name entities, other files or programs.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from game.content import limits
from game.content.diagnostics import Severity
from game.content.refusal import RefusedError
from game.content.sheet.table import (
    COLUMNS,
    FILE_BYTES,
    ROWS,
    Problem,
    SheetError,
    Table,
    guarded_text,
    plain_text,
)
from game.content.zipguard import Bounds, guarded, read_part
from game.values import dataclass

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CARDS, HELP, WORDS = "Cards", "How to fill it in", "Words to choose"

# XML shrinks well, so honest sheets grow further than honest packs; their size in all is small.
_BOUNDS = Bounds(entries=limits.ZIP_ENTRIES, unpacked=64 * 1_048_576, ratio=200)
_SAVE_AS = "Open it in your spreadsheet program and save it again as .xlsx."
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Excel writes what XML cannot hold as _x000D_, so a text that only looks so is written with care.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CARRIAGE_RETURN = re.compile(r"_x000[Dd]_")
_EMPTY_ROWS = 200
"""So many rows below the cards are ready to be filled in."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One column of the sheet to write: heading, width in letters, and what may be chosen."""

    heading: str
    width: int
    hint: str
    example: str
    required: bool = False
    choices: str = ""
    """The heading of a list on the sheet of words."""
    strict: bool = False
    """Whether nothing but the choices may stand in it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A list on the sheet of words: what may be written, and what it means."""

    heading: str
    words: tuple[tuple[str, str], ...]


def write_workbook(
    sheet: Sequence[Sheet], rows: Iterable[Sequence[str]], choices: Sequence[Choices]
) -> bytes:
    """The cards, a sheet that explains the columns, and one with the words to choose from."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and wanted here only

    book = Workbook()
    # No clock in the file: the same cards give the same sheet.
    book.properties.created = book.properties.modified = dt.datetime(2000, 1, 1)  # noqa: DTZ001
    cards = book.active
    cards.title = CARDS
    listed = list(rows)
    _write_cards(cards, sheet, listed)
    _write_help(book.create_sheet(HELP), sheet)
    places = _write_choices(book.create_sheet(WORDS), choices)
    _write_menus(cards, sheet, places, len(listed) + 1 + _EMPTY_ROWS)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write_cards(cards: "Worksheet", sheet: Sequence[Sheet], rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    wrapped = Alignment(wrap_text=True, vertical="top")
    ink, sand = PatternFill("solid", fgColor="14213D"), PatternFill("solid", fgColor="F6EFE2")
    line = Border(bottom=Side(style="thin", color="D9CDB8"))
    for number, column in enumerate(sheet, 1):
        letter = get_column_letter(number)
        dimension = cards.column_dimensions[letter]
        dimension.width = column.width
        # Otherwise a spreadsheet program makes dates and numbers of what somebody types.
        dimension.number_format = "@"
        dimension.alignment = wrapped
        cell = cards.cell(1, number)
        _put(cell, column.heading)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = ink
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    cards.row_dimensions[1].height = 34
    for number, row in enumerate(rows, 2):
        deepest = 1
        for place, (column, text) in enumerate(zip(sheet, row, strict=True), 1):
            cell = cards.cell(number, place)
            _put(cell, text)
            cell.alignment, cell.border, cell.number_format = wrapped, line, "@"
            if place == 1:
                cell.fill = sand
            deepest = max(deepest, sum(1 + len(each) // column.width for each in text.split("\n")))
        # Not every program makes a row as high as its text by itself.
        cards.row_dimensions[number].height = min(400, 15 * deepest + 6)
    cards.freeze_panes = "B2"
    cards.auto_filter.ref = f"A1:{get_column_letter(len(sheet))}{len(rows) + 1}"
    cards.sheet_view.zoomScale = 90
    cards.page_setup.orientation = "landscape"
    cards.page_setup.fitToHeight = 0
    cards.sheet_properties.pageSetUpPr.fitToPage = True
    cards.print_title_rows = "1:1"


def _write_help(sheet: "Worksheet", columns: Sequence[Sheet]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    lines = [("Column", "What stands in it", "Such as", "Has to be filled in")]
    lines += [
        (each.heading, each.hint, each.example, "yes" if each.required else "") for each in columns
    ]
    for number, line in enumerate(lines, 1):
        for place, text in enumerate(line, 1):
            cell = sheet.cell(number, place)
            _put(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == 1 or place == 1:
                cell.font = Font(bold=True)
    for letter, width in zip("ABCD", (34, 62, 44, 16), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"


def _write_choices(sheet: "Worksheet", choices: Sequence[Choices]) -> dict[str, str]:
    """The lists side by side; where each stands, as a menu refers to it."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    places = {}
    for place, each in enumerate(choices):
        first, second = 2 * place + 1, 2 * place + 2
        _put(sheet.cell(1, first), each.heading)
        sheet.cell(1, first).font = Font(bold=True)
        for number, (word, meaning) in enumerate(each.words, 2):
            _put(sheet.cell(number, first), word)
            _put(sheet.cell(number, second), meaning)
            sheet.cell(number, second).alignment = Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(first)
        sheet.column_dimensions[letter].width = max(
            [14, *(len(word) + 2 for word, _ in each.words)]
        )
        sheet.column_dimensions[get_column_letter(second)].width = 44
        places[each.heading] = f"'{WORDS}'!${letter}$2:${letter}${max(2, len(each.words) + 1)}"
    sheet.freeze_panes = "A2"
    return places


def _write_menus(
    cards: "Worksheet", columns: Sequence[Sheet], places: dict[str, str], last: int
) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    menus: dict[tuple[str, bool], Any] = {}
    for number, column in enumerate(columns, 1):
        if column.choices not in places:
            continue
        key = (column.choices, column.strict)
        if key not in menus:
            menus[key] = DataValidation(
                type="list",
                formula1=places[column.choices],
                allow_blank=True,
                showErrorMessage=True,
                errorStyle="stop" if column.strict else "warning",
                errorTitle=column.heading,
                error=f'Choose one of the words; the sheet "{WORDS}" says what they mean.',
            )
            cards.add_data_validation(menus[key])
        letter = get_column_letter(number)
        menus[key].add(f"{letter}2:{letter}{last}")


def _put(cell: Any, text: str) -> None:  # noqa: ANN401 - openpyxl's cells have no common type
    """Write a text as a text, whatever it begins with."""
    if not text:
        return
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", guarded_text(text))
    cell.data_type = "s"


def read_workbook(name: str, data: bytes) -> Table:
    """The rows of the sheet of cards; `SheetError` where the workbook cannot be read safely."""
    if len(data) > FILE_BYTES:
        raise SheetError(f"the sheet has more than {FILE_BYTES:,} bytes", "Make two sheets of it.")
    try:
        _check_parts(data)
    except RefusedError as refused:
        raise SheetError(refused.sentence, _SAVE_AS) from refused
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and wanted here only

    try:
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        try:
            sheet = book[CARDS] if CARDS in book.sheetnames else book.worksheets[0]
            return _read(name, sheet)
        finally:
            book.close()
    except SheetError:
        raise
    except Exception as fault:
        raise SheetError("the workbook is damaged", _SAVE_AS) from fault


def _check_parts(data: bytes) -> None:
    with guarded(data, _BOUNDS) as (opened, entries):
        for entry in entries:
            low = entry.filename.lower()
            if "externallink" in low:
                raise RefusedError("the workbook leans on another workbook")
            if low.endswith(".bin") and "printersettings" not in low:
                raise RefusedError("the workbook holds a program (macros)")
            if "/embeddings/" in low or "/activex/" in low:
                raise RefusedError("the workbook holds another file inside")
            if low.endswith((".xml", ".rels", ".vml")):
                part = read_part(opened, entry, _BOUNDS.unpacked)
                # Such a part could be written in two bytes a letter, to hide what it says.
                if part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part[:64]:
                    raise RefusedError("a part of the workbook is not written as UTF-8")
                if _ENTITY.search(part):
                    raise RefusedError("a part of the workbook could pull in other files")
                if low.endswith("connections.xml"):
                    raise RefusedError("the workbook fetches data from elsewhere")


def _read(name: str, sheet: Any) -> Table:  # noqa: ANN401 - openpyxl's reading has no types
    headings: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    problems: list[Problem] = []
    # What a sheet says of its own size may be far from the truth.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(max_col=COLUMNS), 1):
        if number > 2 * ROWS:
            sentence = f"rows below {2 * ROWS:,} are not read"
            problems.append(Problem(name, number, "", "", Severity.WARNING, sentence, ""))
            break
        told: list[tuple[int, str]] = []
        texts = []
        for place, cell in enumerate(cells):
            text, trouble = _text_of(cell)
            texts.append(text)
            if trouble:
                told.append((place, trouble))
        while texts and not texts[-1].strip():
            texts.pop()
        if not texts and not told:
            continue
        if not headings:
            headings = tuple(texts)
            continue
        if len(rows) >= ROWS:
            raise SheetError(f"the sheet has more than {ROWS:,} rows", "Make two sheets of it.")
        rows.append((number, tuple(texts)))
        for place, trouble in told:
            heading = headings[place] if place < len(headings) else ""
            if heading.strip():
                problems.append(_told(name, number, heading, trouble))
    if not headings:
        raise SheetError("the sheet is empty", "Its first row holds the names of the columns.")
    return Table(name, headings, tuple(rows), tuple(problems))


def _told(name: str, row: int, heading: str, sentence: str) -> Problem:
    fix = "Make the cell a text (Format cells, Text), and type it again."
    return Problem(name, row, heading, "", Severity.ERROR, sentence, fix)


def _text_of(cell: Any) -> tuple[str, str]:  # noqa: ANN401 - see `_read`
    """What a cell says, and what is wrong with it where it is no text."""
    value = cell.value
    if value is None:
        return "", ""
    if isinstance(value, str):
        if cell.data_type == "f":
            return "", "this cell holds a formula, and formulas are not read"
        if cell.data_type == "e":
            return "", f"this cell shows the error {value}"
        return plain_text(_CARRIAGE_RETURN.sub("", value)), ""
    if isinstance(value, bool):
        return "", f"the spreadsheet program took this for {str(value).upper()}"
    if isinstance(value, int):
        return str(value), ""
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else repr(value)), ""
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return "", "the spreadsheet program made a date or a time of this"
    return "", "this cell holds no text"
