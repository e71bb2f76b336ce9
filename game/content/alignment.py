"""Lines that do not line up, and field names that have lost their colon or space: each explained."""

import re

from game.content.codes import reading as codes
from game.content.diagnostics import Diagnostic, found_at, nearest, shown
from game.content.fields import FIELD_NAMES
from game.content.nodes import SourceText

_NO_SPACE = re.compile(r"(?:- +)*([\w-]+(?: [\w-]+){0,3}):(?=\S)")
_PLAIN_NAME = re.compile(r"(?:- +)*([\w-]+)")
JOINED_ITEM = re.compile(r"(?:- +)+([\w-]+(?: [\w-]+){0,3}):(?=[^\s/])")
QUESTION = re.compile(r"(?:: |- )(\? )")
_OPENS_BLOCK = re.compile(r": +[>|][+-]?\s*$")
_FIELD_LINE = re.compile(r"(?P<lead> *(?:- +)*)[\w-]+(?: [\w-]+){0,3}:(?: |$)")

# How far back to look for a line that this one was meant to line up with.
_LOOK_BACK = 60


def missing_colon(source: SourceText, line: int, column: int) -> Diagnostic:
    """The finding for a line that is no field and no text of the field above, as far as one can tell."""
    text = source.line(line)[column - 1 :]
    if joined := _NO_SPACE.match(text):
        return no_space(source, line, column + joined.end() - 1, joined[1])
    if question := QUESTION.search(source.line(line)):
        return odd_question(source, line, question.start(1) + 1)
    above = source.line(line_above(source, line))
    if _OPENS_BLOCK.search(above) and not _FIELD_LINE.match(source.line(line)):
        return found_at(
            codes.OUT_OF_LINE,
            source,
            line,
            column,
            len(text.rstrip()),
            "this text belongs to the field above, and has to stand further to the right",
            "Put two more spaces in front of it than the field above has, and so on each line.",
        )
    name = _PLAIN_NAME.match(text)
    field = nearest(name[1], FIELD_NAMES) if name else None
    return found_at(
        codes.MISSING_COLON,
        source,
        line,
        column,
        len(text.rstrip()),
        "this line has no colon, so it is not clear which field it belongs to",
        f'Did you mean "{field}: …"? If it goes on from the line above, give it more spaces in front.'
        if field
        else "If it goes on from the line above, give it more spaces in front; if not, write the "
        "field's name, a colon and a space first.",
    )


def no_space(source: SourceText, line: int, colon: int, name: str) -> Diagnostic:
    """The finding for a field whose text follows its colon without a space."""
    return found_at(
        codes.NO_SPACE_AFTER_COLON,
        source,
        line,
        colon,
        1,
        f'a space is missing after "{name}:"',
        f'Write "{name}: " and then the text.',
    )


def odd_question(source: SourceText, line: int, column: int) -> Diagnostic:
    """The finding for a text that begins with a question mark, which YAML keeps for itself."""
    return found_at(
        codes.ODD_START,
        source,
        line,
        column,
        1,
        'a text cannot begin with "?" and a space',
        "Put double quotes round the whole text.",
    )


def out_of_line(source: SourceText, line: int, above: int) -> Diagnostic:
    """The finding for a line in a column of its own, *above* being the line before it."""
    if joined := JOINED_ITEM.match(source.line(above).strip()):
        start = indent_of(source.line(above))
        return no_space(source, above, start + joined.end(), joined[1])
    text = source.line(line)
    here = indent_of(text)
    is_item = text.lstrip().startswith("- ")
    sentence = f"this line begins in column {here + 1}, where nothing above lines up with it"
    if not is_item and source.line(above)[here : here + 2] == "- ":
        sentence = "this line stands among the items of a list and has no dash"
    if is_item and (first := _first_without_dash(source, line)):
        start = indent_of(source.line(first))
        name = source.line(first).strip().partition(":")[0]
        return found_at(
            codes.OUT_OF_LINE,
            source,
            first,
            start + 1,
            len(name),
            "the first item of this list has no dash",
            f'Put a dash and a space in front of it: "- {shown(name)}: …".',
        )
    fix = "Lines that belong together begin in the same column."
    if near := _nearest_column(source, line, here, is_item=is_item):
        number, column = near
        things = "The dashes" if is_item else "The fields"
        fix = f"{things} above begin in column {column} (see line {number}): begin there too."
    return found_at(codes.OUT_OF_LINE, source, line, here + 1, len(text.strip()), sentence, fix)


def _first_without_dash(source: SourceText, line: int) -> int:
    """The first line below the section's name, where it is a field and no item has a dash; or 0."""
    first = 0
    for number in range(line - 1, 0, -1):
        text = source.line(number)
        if text[:1] not in ("", " ", "#"):
            break
        if text.strip() and not text.lstrip().startswith("#"):
            first = number
    text = source.line(first)
    return first if _FIELD_LINE.match(text) and not text.lstrip().startswith("-") else 0


def _nearest_column(
    source: SourceText, line: int, here: int, *, is_item: bool
) -> tuple[int, int] | None:
    """
    The line above whose column was most likely meant, and that column.

    Of the columns in which fields (or dashes) begin, it is the nearest that is not this one; of
    two that are equally near, the one further left, where a card's own fields are.
    """
    columns: dict[int, int] = {}
    for number in range(line - 1, max(0, line - _LOOK_BACK), -1):
        other = source.line(number)
        if is_item:
            column = indent_of(other) if other.lstrip().startswith("- ") else -1
        else:
            field = _FIELD_LINE.match(other)
            column = len(field["lead"]) if field else -1
        # Sections begin at the very left, and nothing that is out of line is meant to be one.
        if column >= 0 and column != here and (column or is_item):
            columns.setdefault(column, number)
        if other[:1] not in ("", " ", "#", "-"):
            break
    if not columns:
        return None
    best = min(columns, key=lambda each: (abs(each - here), each))
    return columns[best], best + 1


def line_above(source: SourceText, line: int) -> int:
    return next((each for each in range(line - 1, 0, -1) if source.line(each).strip()), 0)


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
