"""Text that YAML accepts but does not read as its author meant it: each found, none changed."""

import re
from collections.abc import Collection, Iterable, Iterator

from game.content import limits
from game.content.codes import reading as codes
from game.content.diagnostics import Diagnostic, found, shown
from game.content.nodes import SourceText, Text

# Each pattern opens with one fixed character, which a search skips to: looking at every line by
# itself would cost as much as reading it.
_DASHES = re.compile(r"-(?<![^ \n]-)(?=[^\s\d.\-])")
_JOINED = re.compile(r":(?=[^\s/])")
_FIELD_BEFORE = re.compile(r" *(?:- +)*([\w-]+(?: [\w-]+)*)\Z")
_ODD_SPACES = frozenset(("\u00a0", "\u202f", "\u3000", *map(chr, range(0x2000, 0x200B))))
# Kept as text, because hardly a file has any: Python compiles it for the first that has.
_ODD_INDENT = r"(?m)^ *([\t\u00a0\u2000-\u200a\u202f\u3000])[^\S\n]*(?=\S)"
_OPENING_QUOTES = "“„«‘"
_CLOSING_QUOTES = "”“»’"


def suspects(source: SourceText) -> frozenset[int]:
    """
    Offsets at which a plain text may begin or end in a way that loses something.

    The reader hands back those texts that really do; most files have none.
    """
    text = source.text
    offsets = set(_hash_offsets(text))
    offsets.update(match.start() for match in _DASHES.finditer(text))
    for quote in source.uncommon.intersection(_OPENING_QUOTES):
        offsets.update(_quote_offsets(text, quote))
    return frozenset(offsets)


def _hash_offsets(text: str) -> Iterator[int]:
    """Where a text would end that is cut by ` #`."""
    at = text.find("#")
    while at >= 0:
        end = at
        while end and text[end - 1] in " \t":
            end -= 1
        # A comment on a line of its own cuts nothing.
        if end < at and text[end - 1 : end] not in ("", "\n"):
            yield end
        at = text.find("#", at + 1)


def _quote_offsets(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        if text[max(0, at - 2) : at] in (": ", "- "):
            yield at
        at = text.find(quote, at + 1)


def lines(
    source: SourceText, fields: Collection[str], suspicious: Iterable[Text]
) -> Iterator[Diagnostic]:
    """What the suspicious texts lose, and lines whose beginning is not what it seems."""
    for text in suspicious:
        yield from _cut_by_hash(source, text)
        yield from _dash(source, text)
        yield from _curly(source, text)
    if "\t" in source.text or not _ODD_SPACES.isdisjoint(source.uncommon):
        for odd in re.finditer(_ODD_INDENT, source.text):
            yield _odd_indent(source, odd.start(1), odd[1])
    for joined in _JOINED.finditer(source.text):
        yield from _joined(source, joined.start(), fields)


def _joined(source: SourceText, colon: int, fields: Collection[str]) -> Iterator[Diagnostic]:
    """A line that begins with a field's name and a colon, but no space."""
    far = max(0, colon - limits.NAME_LENGTH)
    line_start = source.text.rfind("\n", far, colon) + 1
    if far and not line_start:
        return
    before = _FIELD_BEFORE.match(source.text[line_start:colon])
    if before and before[1] in fields:
        yield found(
            codes.FIELD_IN_TEXT,
            source,
            colon,
            1,
            f'"{before[1]}:" has no space after it, so the line is read as text',
            f'Write "{before[1]}: " if it is meant as a field of its own.',
        )


def _cut_by_hash(source: SourceText, text: Text) -> Iterator[Diagnostic]:
    end = source.text.find("\n", text[2])
    rest = source.text[text[2] : end if end >= 0 else None]
    comment = rest.lstrip(" \t")
    if not comment.startswith("#"):
        return
    spaces = len(rest) - len(comment)
    # Authors set their comments off: "level: 1   # gentle". What is written close up was text.
    set_off = comment[1:2] in ("", " ", "#") and (spaces > 1 or " " not in text[0])
    if not set_off:
        yield found(
            codes.HASH_CUTS_TEXT,
            source,
            text[2] + spaces,
            len(comment),
            f'"{shown(comment)}" is left out, because a space and "#" begin a comment',
            "If it belongs to the text, put double quotes round the whole text; "
            "if it is a comment, set it off with two spaces.",
        )


def _dash(source: SourceText, text: Text) -> Iterator[Diagnostic]:
    if re.match(r"-[^\s\d.\-]", text[0]):
        yield found(
            codes.DASH_IS_TEXT,
            source,
            text[1],
            2,
            "a space is missing after the dash, so this is read as text and not as a list",
            'Write "- " and then the text.',
        )


def _curly(source: SourceText, text: Text) -> Iterator[Diagnostic]:
    value = text[0]
    place = _OPENING_QUOTES.find(value[0]) if value else -1
    if place >= 0 and len(value) > 1 and value[-1] in (_CLOSING_QUOTES[place], value[0], '"', "'"):
        inside = value[1:-1]
        if value[0] not in inside and _CLOSING_QUOTES[place] not in inside:
            yield found(
                codes.CURLY_QUOTES,
                source,
                text[1],
                1,
                "curly quotes round a whole text are shown as part of it",
                "Leave them out, or use straight quotes to mark where the text begins and ends.",
            )


def _odd_indent(source: SourceText, start: int, character: str) -> Diagnostic:
    what = "a tab" if character == "\t" else "a space of another kind, as word processors set it,"
    return found(
        codes.ODD_INDENT,
        source,
        start,
        1,
        f"{what} stands in front of this line",
        "Delete it and use the space bar, as many spaces as the lines around it have.",
    )
