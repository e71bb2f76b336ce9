"""
One reader for each kind of field, made once from the table in `fields.py`.

A reader gives the value of a node, or None when it is empty or wrong, which it then reports.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from game.content import limits
from game.content.codes import content as codes
from game.content.decoder import ID, Decoder, mark_length
from game.content.diagnostics import did_you_mean, one_of, shown
from game.content.fields import LENS_NAMES
from game.content.nodes import Group, List, Node, Text, is_text
from game.content.pictures import is_file_name, why_no_name
from game.content.shapes import Field, Kind
from game.model.themes import Theme
from game.script.letters import SET, strangers

CODE = re.compile(r"([A-Z])-([0-9]{2,3})\Z")
LINK = re.compile(r"https?://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:[:/?#][^\s<>\"]*)?\Z")
_DIGITS = re.compile(rf"[0-9]{{1,{limits.DIGITS}}}\Z")
_YES_NO = {"true": True, "yes": True, "false": False, "no": False}
_IN_WORDS = {"one": 1, "two": 2, "three": 3}

Reader = Callable[[Decoder, Node], Any]


def reader(wanted: Field) -> Reader:
    """The function that reads this field, made once from the table."""
    return _MAKERS[wanted.kind](wanted)


def _text(wanted: Field) -> Reader:
    longest = wanted.longest

    def read(decoder: Decoder, node: Any) -> str | None:  # noqa: ANN401 - see `is_text`
        if type(node) is not tuple:
            decoder.wrong_kind(wanted, node)
            return None
        value: str = node[0].strip()
        # Nearly all texts are as they should be.
        if 0 < len(value) <= longest and (decoder.sets_all or value.isascii()):
            return value
        if not value:
            # An empty field that may be left out is left out.
            if wanted.required:
                decoder.empty(wanted, node)
        elif len(value) > longest:
            decoder.at(
                codes.FIELD_TOO_LONG,
                node,
                f'"{wanted.name}" has {len(value):,} characters; {longest:,} is the most',
                "Shorten it: it has to fit on a card.",
            )
        elif not decoder.sets_all:
            _in_scripts_we_set(decoder, node, value)
        return value or None

    return read


def _in_scripts_we_set(decoder: Decoder, node: Text, value: str) -> None:
    found = strangers(value)
    if found is None:
        return
    letter, script = value[found[0]], found[1]
    # Written as an escape it stands nowhere in the file; then the text is marked from its start.
    at = max(node[1], decoder.source.text.find(letter, node[1], node[2]))
    decoder.add(
        codes.SCRIPT_NOT_SET,
        at,
        1,
        f'"{letter}" is a letter of {script.name}, which cannot be set properly yet',
        f"Write this text in a script that is: {one_of(SET, 20)}.",
    )


_Settled = dict[str, Any]
_MOST_SETTLED = 1000
_NONE: _Settled = {}
# By the reader of a field: the texts that were found to be values before, and those values. A pack writes the
# same few dates, levels and themes again and again.
_SETTLED: dict[Reader, _Settled] = {}


def _checked_text(
    wanted: Field, convert: Callable[[Decoder, Text, str], Any], *, often: bool = False
) -> Reader:
    """A reader of text that *convert* turns into a value, or reports; *often* the same few."""
    settled: _Settled = {}

    def read(decoder: Decoder, node: Any) -> Any:  # noqa: ANN401 - as many types as kinds
        if type(node) is not tuple:
            decoder.wrong_kind(wanted, node)
            return None
        if node[0] in settled:
            return settled[node[0]]
        value = node[0].strip()
        if value:
            found = convert(decoder, node, value)
            # What was reported is no value, and is reported each time.
            if often and found is not None and len(settled) < _MOST_SETTLED:
                settled[node[0]] = found
            return found
        if wanted.required:
            decoder.empty(wanted, node)
        return None

    _SETTLED[read] = settled
    return read


def _id(wanted: Field) -> Reader:
    def convert(decoder: Decoder, node: Text, value: str) -> str | None:
        if ID.match(value) and len(value) <= limits.NAME_LENGTH:
            return value
        decoder.not_an_id(node[1], value)
        return None

    return _checked_text(wanted, convert)


def _picture(wanted: Field) -> Reader:
    read_id = _id(wanted)

    def convert(decoder: Decoder, node: Text, value: str) -> str | None:
        if not is_file_name(value):
            known: str | None = read_id(decoder, node)
            return known
        trouble = why_no_name(value)
        if not trouble:
            return value
        fix = 'Put the picture in the pack\'s folder and call it something like "pictures/len.png".'
        decoder.at(codes.PICTURE_NAME, node, f'"{shown(value)}" is not shown: {trouble}', fix)
        return None

    return _checked_text(wanted, convert)


def _code(wanted: Field) -> Reader:
    letters = {theme.letter for theme in Theme}

    def convert(decoder: Decoder, node: Text, value: str) -> str | None:
        match = CODE.match(value)
        if match and match[1] in letters:
            return value
        decoder.at(
            codes.NOT_A_CODE,
            node,
            f'"{shown(value)}" is not {Kind.CODE}',
            "Write the theme's letter, a hyphen and two digits, or leave the field out: "
            "the game then gives one.",
        )
        return None

    return _checked_text(wanted, convert)


def _number(wanted: Field) -> Reader:
    def convert(decoder: Decoder, node: Text, value: str) -> int | None:
        if _DIGITS.match(value) and wanted.least <= int(value) <= wanted.most:
            return int(value)
        decoder.at(
            codes.NOT_A_NUMBER,
            node,
            f'"{shown(value)}" stands here where {Kind.NUMBER} '
            f"from {wanted.least} to {wanted.most} was expected",
            _number_meant(wanted, value),
        )
        return None

    return _checked_text(wanted, convert, often=True)


def _number_meant(wanted: Field, value: str) -> str:
    """The number that stands in what an author wrote, such as “2”, 2.0 or two."""
    digits = re.match(r"\W*([0-9]{1,4})(?:\.0+)?\W*\Z", value)
    number = int(digits[1]) if digits else _IN_WORDS.get(value.strip("\"'“”‘’ ").casefold(), -1)
    if wanted.least <= number <= wanted.most:
        return f'Did you mean "{number}"? {wanted.hint}'
    return wanted.hint


def _yes_no(wanted: Field) -> Reader:
    def convert(decoder: Decoder, node: Text, value: str) -> bool | None:
        if (answer := _YES_NO.get(value.casefold())) is not None:
            return answer
        decoder.at(
            codes.NOT_YES_NO,
            node,
            f'"{shown(value)}" stands here where {Kind.YES_NO} was expected',
            f"Write true or false. {wanted.hint}",
        )
        return None

    return _checked_text(wanted, convert, often=True)


def _date(wanted: Field) -> Reader:
    def convert(decoder: Decoder, node: Text, value: str) -> str | None:
        if is_date(value):
            return value
        decoder.at(
            codes.NOT_A_DATE,
            node,
            f'"{shown(value)}" is not {Kind.DATE}',
            "Write year, month and day with hyphens, such as 2026-11-01.",
        )
        return None

    return _checked_text(wanted, convert, often=True)


def is_date(value: str) -> bool:
    """Whether a text is a day of the calendar, written as 2026-11-01."""
    try:
        return len(value) == 10 and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _link(wanted: Field) -> Reader:
    def convert(decoder: Decoder, node: Text, value: str) -> str | None:
        if LINK.match(value) and len(value) <= wanted.longest:
            return value
        decoder.at(
            codes.NOT_A_LINK,
            node,
            f'"{shown(value)}" is not {Kind.LINK}',
            "Copy the whole address from the browser.",
        )
        return None

    return _checked_text(wanted, convert)


def _word(wanted: Field) -> Reader:
    words = frozenset(wanted.words)

    def convert(decoder: Decoder, node: Text, value: str) -> str | None:
        if value in words or not words:
            return value
        if value.casefold() in words:
            return value.casefold()
        if decoder.is_full:
            decoder.errors += 1
            return None
        decoder.at(
            codes.UNKNOWN_WORD,
            node,
            f'"{shown(value)}" cannot stand in "{wanted.name}"'
            if wanted.name == "seen"
            else f'no {wanted.name} is called "{shown(value)}"',
            did_you_mean(value, wanted.words, f"It can be {one_of(wanted.words)}."),
        )
        return None

    return _checked_text(wanted, convert, often=True)


def _list(wanted: Field) -> Reader:
    if wanted.of is None:
        raise ValueError(f"the list {wanted.name} does not say what it holds")
    read_item = reader(wanted.of)
    words = frozenset(wanted.of.words)

    def read(decoder: Decoder, node: Node) -> tuple[Any, ...] | None:
        if type(node) is not List:
            if wanted.required or not (is_text(node) and not node[0].strip()):
                decoder.wrong_kind(wanted, node)
            return None
        if not wanted.least <= len(node.items) <= wanted.most:
            decoder.count(wanted, node, len(node.items))
        items: tuple[Any, ...] = node.items
        values: tuple[Any, ...] = ()
        if words:
            values = tuple([each[0] for each in items if type(each) is tuple])
        # Where all are words that may stand here, nothing more needs to be asked about them.
        if not words or len(values) < len(items) or not words.issuperset(values):
            values = tuple([read_item(decoder, each) for each in items])
        if wanted.distinct and len(set(values)) < len(values):
            for place, value in enumerate(values):
                if value is not None and value in values[:place]:
                    decoder.at(
                        codes.SAID_TWICE,
                        node.items[place],
                        f'"{shown(str(value))}" is named twice in "{wanted.name}"',
                        "Leave one of the two out.",
                    )
        return values

    return read


def _group(wanted: Field) -> Reader:
    shape = wanted.shape
    if shape is None:
        raise ValueError(f"the group {wanted.name} does not say what it holds")
    read_by = {each.name: reader(each) for each in shape.fields}
    readers = {
        # Most fields are texts, so those that are as they should be are read without a call.
        each.name: (
            read_by[each.name],
            each.longest if each.kind is Kind.TEXT else 0,
            _SETTLED.get(read_by[each.name], _NONE),
        )
        for each in shape.fields
    }
    field_of = readers.get
    required = shape.required

    def read(decoder: Decoder, node: Node) -> dict[str, Any] | None:
        if type(node) is not Group:
            if wanted.required or not (is_text(node) and not node[0].strip()):
                decoder.wrong_kind(wanted, node)
            return None
        values: dict[str, Any] = {}
        entries: tuple[tuple[Text, Any], ...] = node.entries
        sets_all = decoder.sets_all
        for key, inner in entries:
            name = key[0]
            found = field_of(name)
            if found is None:
                decoder.unknown_field(shape, node, key)
            elif name in values:
                if decoder.twice_in(shape, node, key):
                    # A second card ran into this one: the rest is its own, and told with it.
                    break
            elif type(inner) is not tuple:
                values[name] = found[0](decoder, inner)
            else:
                read_field, longest, settled = found
                if longest:
                    text = inner[0].strip()
                    if 0 < len(text) <= longest and (sets_all or text.isascii()):
                        values[name] = text
                        continue
                elif inner[0] in settled:
                    values[name] = settled[inner[0]]
                    continue
                values[name] = read_field(decoder, inner)
        if not required <= values.keys():
            decoder.missing(shape, node, values)
        return values

    return read


def _named(wanted: Field) -> Reader:
    """The only such group inside an item is `lenses`, so its names are lenses."""
    if wanted.of is None:
        raise ValueError(f"the group {wanted.name} does not say what it holds")
    read_item = reader(wanted.of)

    def read(decoder: Decoder, node: Node) -> tuple[tuple[Any, Any], ...] | None:
        if type(node) is not Group:
            if not (is_text(node) and not node[0].strip()):
                decoder.wrong_kind(wanted, node)
            return None
        pairs: list[tuple[Any, Any]] = []
        before: dict[Any, Text] = {}
        for key, inner in node.entries:
            name = key[0]
            lens = LENS_NAMES.get(name) or LENS_NAMES.get(name.strip().casefold())
            if lens is None and decoder.is_full:
                decoder.errors += 1
            elif lens is None:
                decoder.add(
                    codes.UNKNOWN_WORD,
                    key[1],
                    mark_length(key),
                    f'no lens is called "{shown(name)}"',
                    did_you_mean(name, LENS_NAMES, f"It can be {one_of(wanted.words)}."),
                )
            elif lens in before:
                decoder.twice(key, before[lens])
            else:
                before[lens] = key
                pairs.append((lens, read_item(decoder, inner)))
        return tuple(pairs)

    return read


_MAKERS: dict[Kind, Callable[[Field], Reader]] = {
    Kind.TEXT: _text,
    Kind.ID: _id,
    Kind.PICTURE: _picture,
    Kind.CODE: _code,
    Kind.NUMBER: _number,
    Kind.YES_NO: _yes_no,
    Kind.DATE: _date,
    Kind.LINK: _link,
    Kind.WORD: _word,
    Kind.LIST: _list,
    Kind.GROUP: _group,
    Kind.NAMED: _named,
}
