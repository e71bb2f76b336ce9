"""Bytes into text: which letters a file was saved with, and which characters it may not hold."""

import unicodedata
from collections.abc import Iterator

from game.content import limits
from game.content.codes import reading as codes
from game.content.diagnostics import Diagnostic, about_file, found_at
from game.content.nodes import SourceText

# How files begin that somebody renamed, or picked by mistake.
_STRANGERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n", "a PNG picture", "Choose the pack's .yaml file."),
    (b"\xff\xd8\xff", "a JPEG picture", "Choose the pack's .yaml file."),
    (b"GIF8", "a GIF picture", "Choose the pack's .yaml file."),
    (b"%PDF", "a PDF document", "Choose the pack's .yaml file."),
    (
        b"PK\x03\x04",
        "a zip or an Office document",
        "Give a zipped pack a name that ends in .zip, or save the document as plain text.",
    ),
    (b"\xd0\xcf\x11\xe0", "an older Office document", "Save the document as plain text."),
    (b"{\\rtf", "a formatted document (RTF)", "Save the document as plain text."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first, then open the .yaml file."),
    (b"SQLite format 3", "a database", "Choose the pack's .yaml file."),
)
_WEB_PAGE = (b"<!doctype html", b"<html", b"<?xml")


_BIDI_AND_CO = frozenset(
    (
        *(0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x206A),
        *range(0xFFF9, 0xFFFC),
    )
)


def is_forbidden(character: str) -> bool:
    """
    Whether a pack may not hold this character, typed or as an escape.

    These cannot be seen, turn text around, or are no characters at all. The joiners U+200C and
    U+200D are allowed: emoji and several scripts need them.
    """
    number = ord(character)
    if number < 0xA0:
        return (number < 0x20 and character not in "\t\n\r") or number >= 0x7F
    return (
        number in _BIDI_AND_CO
        or 0xD800 <= number <= 0xDFFF
        or 0xFDD0 <= number <= 0xFDEF
        or 0xE0000 <= number <= 0xE007F
        or number & 0xFFFE == 0xFFFE
    )


def named(character: str) -> str:
    """A character's number and name, such as "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} {name}"


def decode(name: str, data: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """
    The text of a file, with line ends made alike, and what there is to say about its letters.

    There is no text when the file is too big, is something else than text, or is saved in letters
    that cannot be told.
    """
    if len(data) > limits.FILE_BYTES:
        sentence = f"the file holds more than {limits.FILE_BYTES:,} bytes"
        fix = "Split it into several files in one folder; sections may stand in any of them."
        return None, [about_file(codes.FILE_TOO_BIG, name, sentence, fix)]
    if stranger := _stranger(data):
        what, fix = stranger
        return None, [about_file(codes.NOT_A_PACK, name, f"this looks like {what}", fix)]
    wide = _wide_letters(data)
    if wide is not None:
        return _from_utf16(name, data, wide)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _from_windows(name, data, error.start)
    return SourceText(name, _plain_line_ends(text)), []


def kind_of_letters(data: bytes) -> str:
    """The name by which Python calls the letters a file is saved in; UTF-8 unless it cannot be."""
    if wide := _wide_letters(data):
        return wide
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"


def is_stranger(data: bytes) -> bool:
    """Whether it begins like a picture, a document or the like, of which `decode` tells."""
    return _stranger(data) is not None


def _stranger(data: bytes) -> tuple[str, str] | None:
    for start, what, fix in _STRANGERS:
        if data.startswith(start):
            return what, fix
    if data[:64].lstrip().lower().startswith(_WEB_PAGE):
        return "a web page", "Save what it shows as a .yaml file."
    return None


def _plain_line_ends(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _wide_letters(data: bytes) -> str | None:
    """Which kind of UTF-16 or UTF-32 this is, from its mark or, without one, from where zeros fall."""
    for mark, kind in (
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return kind
    head = data[:400]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd * 2 > half and even * 8 < half:
        return "utf-16-le"
    if even * 2 > half and odd * 8 < half:
        return "utf-16-be"
    return None


def _from_utf16(name: str, data: bytes, kind: str) -> tuple[SourceText | None, list[Diagnostic]]:
    called = "UTF-32" if kind == "utf-32" else "UTF-16"
    try:
        text = data.decode(kind)
    except UnicodeDecodeError:
        sentence = f"the file begins like {called} text, but the rest is not"
        return None, [about_file(codes.NOT_TEXT, name, sentence, "Save it again as UTF-8.")]
    source = SourceText(name, _plain_line_ends(text.removeprefix("\ufeff")))
    sentence = f"the file is saved as {called}"
    fix = 'It was read all the same. Next time choose "UTF-8" in the Save As window.'
    return source, [found_at(codes.WIDE_LETTERS, source, 1, 1, 1, sentence, fix)]


def _from_windows(name: str, data: bytes, first: int) -> tuple[SourceText | None, list[Diagnostic]]:
    line = data.count(b"\n", 0, first) + 1
    line += data[:first].replace(b"\r\n", b"\n").count(b"\r")
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("cp1252")
    except UnicodeDecodeError:
        # Latin-1 gives every byte some character, which is enough to count columns with.
        rough = SourceText(name, _plain_line_ends(data.decode("latin-1")))
        column = len(_last_line(data[:first]).decode("latin-1")) + 1
        sentence = "from here the file is not text in any letters that can be told apart"
        problem = found_at(codes.NOT_TEXT, rough, line, column, 1, sentence, "Save it as UTF-8.")
        return None, [problem]
    source = SourceText(name, _plain_line_ends(text))
    column = len(_last_line(data[:first].removeprefix(b"\xef\xbb\xbf")).decode("utf-8")) + 1
    character = source.line(line)[column - 1 : column]
    sentence = f'the file is saved in Windows letters (Windows-1252), first seen at "{character}"'
    fix = 'It was read all the same: look whether this line is right, then save it as "UTF-8".'
    return source, [found_at(codes.WINDOWS_LETTERS, source, line, column, 1, sentence, fix)]


def _last_line(data: bytes) -> bytes:
    return data.replace(b"\r", b"\n").rpartition(b"\n")[2]


def forbidden_places(source: SourceText) -> Iterator[Diagnostic]:
    """Hidden characters, towers of marks and endless lines, each with its place."""
    hidden = any(map(is_forbidden, source.uncommon))
    towers = any(map(_is_mark, source.uncommon))
    if not (hidden or towers or _has_long_line(source.text)):
        return
    for number, line in enumerate(source.lines, start=1):
        if len(line) > limits.LINE_LENGTH:
            sentence = f"this line has {len(line):,} characters; {limits.LINE_LENGTH:,} is the most"
            fix = "Break it into several lines, with >- after the field's name."
            column = limits.LINE_LENGTH + 1
            yield found_at(codes.LINE_TOO_LONG, source, number, column, 1, sentence, fix)
        elif hidden and (column := _first_forbidden(line)):
            sentence = f"a hidden character stands here: {named(line[column - 1])}"
            fix = "Delete it, or type the line again."
            yield found_at(codes.HIDDEN_CHARACTER, source, number, column, 1, sentence, fix)
        elif towers and (column := first_tower(line) + 1):
            sentence = f"more than {limits.MARKS_IN_A_ROW} accents are stacked on one letter here"
            yield found_at(
                codes.STACKED_MARKS, source, number, column, 1, sentence, "Type the word again."
            )


def _has_long_line(text: str) -> bool:
    """Whether any line is too long, found by steps of a whole line's greatest length."""
    start, end = 0, len(text)
    while end - start > limits.LINE_LENGTH:
        start = text.rfind("\n", start, start + limits.LINE_LENGTH + 1) + 1
        if not start:
            return True
    return False


def _first_forbidden(line: str) -> int:
    return next((column for column, each in enumerate(line, start=1) if is_forbidden(each)), 0)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


def first_tower(text: str) -> int:
    """Where more accents than allowed follow each other; -1 where they nowhere do."""
    marks = 0
    for place, character in enumerate(text):
        marks = marks + 1 if _is_mark(character) else 0
        if marks > limits.MARKS_IN_A_ROW:
            return place - limits.MARKS_IN_A_ROW
    return -1
