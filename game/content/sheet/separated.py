"""CSV as Excel writes it: with or without a mark in front, commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterable, Sequence

from game.content import limits
from game.content.sheet.table import (
    COLUMNS,
    FILE_BYTES,
    ROWS,
    SheetError,
    Table,
    guarded_text,
    plain_text,
)

_DELIMITERS = (",", ";", "\t")
_SAVE_AS = 'Save it from the spreadsheet as "CSV UTF-8", or as .xlsx.'


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The sheet as CSV that Excel opens with its letters right, and runs nothing of."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([guarded_text(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def read_csv(name: str, data: bytes) -> Table:
    """The sheet's rows; `SheetError` where it cannot be read."""
    if len(data) > FILE_BYTES:
        raise SheetError(f"the sheet has more than {FILE_BYTES:,} bytes", "Make two sheets of it.")
    text = _decoded(data)
    # The longest text of a card fits, and so does one that is told to be too long.
    csv.field_size_limit(10 * limits.TEXT_LENGTH)
    delimiter, skipped = _delimiter(text)
    rows: list[tuple[int, tuple[str, ...]]] = []
    number = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, 1):
            if number <= skipped or not any(cell.strip() for cell in cells):
                continue
            if len(rows) > ROWS:
                raise SheetError(f"the sheet has more than {ROWS:,} rows", "Make two sheets of it.")
            rows.append((number, tuple(plain_text(cell) for cell in cells[:COLUMNS])))
    except csv.Error as fault:
        raise SheetError(
            f"after row {number} the quotes do not match, or a cell is far too long", _SAVE_AS
        ) from fault
    if not rows:
        raise SheetError("the sheet is empty", "Its first row holds the names of the columns.")
    return Table(name, rows[0][1], tuple(rows[1:]))


def _decoded(data: bytes) -> str:
    """The text, from any of the ways in which spreadsheet programs save it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    else:
        encoding = "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as fault:
            raise SheetError("this is no text, whatever it is called", _SAVE_AS) from fault
    if "\0" in text:
        raise SheetError("this is no text, whatever it is called", _SAVE_AS)
    return text


def _delimiter(text: str) -> tuple[str, int]:
    """What stands between cells, and how many lines in front only say so, as Excel's `sep=;`."""
    first = text[:10].splitlines()[0] if text else ""
    if first.lower().startswith("sep=") and len(first) == 5 and first[4] in _DELIMITERS:
        return first[4], 1
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = False
    for character in text:
        if character == '"':
            quoted = not quoted
        elif character in "\r\n" and not quoted:
            if any(counts.values()):
                break
        elif character in counts and not quoted:
            counts[character] += 1
    return max(_DELIMITERS, key=lambda each: counts[each]), 0
