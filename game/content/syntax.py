"""What went wrong where YAML gave up, in words for somebody who has never heard of YAML."""

import re

from game.content.alignment import (
    JOINED_ITEM,
    QUESTION,
    indent_of,
    line_above,
    missing_colon,
    no_space,
    odd_question,
    out_of_line,
)
from game.content.codes import reading as codes
from game.content.diagnostics import Code, Diagnostic, found_at, shown
from game.content.fields import FIELD_NAMES
from game.content.nodes import SourceText
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """
    Where the parser stopped and what it was busy with; places count from 1.

    Its two descriptions choose an explanation, and are never shown: they speak of tokens.
    """

    context: str
    context_line: int
    context_column: int
    problem: str
    line: int
    column: int


# Kept as text: Python compiles each when a fault first asks for it, and most files have none.
_NEW_FIELD = r"\s*(?:- +)?[\w-]+(?: [\w-]+){0,3}:(?: |$)|\s*- "
_FIELD_THEN_COLON = r"\s*(?:- +)*(?P<field>[^\s:'\"][^:]*): +(?P<text>\S.*:(?: |$))"
_OPENING = r"\s*(?:- +)*(?:[\w -]+: +)?(?P<quote>[\"'])"
_CUT_BY_HASH = r"[^\s#][ \t]+#"
_ODD_SPACES = r" *[\u00a0\u2000-\u200a\u202f\u3000]\s*(?=\S)"
_WORDS_THEN_COLON = r" *([^\s:'\"\-][^:]*): "

# How far back to look for the quote that swallowed other lines.
_LOOK_BACK = 60


def explain(source: SourceText, trouble: Trouble) -> Diagnostic:
    """The finding for what the parser ran into."""
    line = source.line(trouble.line)
    for reason in (
        _quote,
        _tab,
        _odd_spaces,
        _conflict,
        _colon,
        _half_field,
        _bracket,
        _odd_start,
        _special,
        _block,
        _leftover,
        _dash,
    ):
        if finding := reason(source, trouble, line):
            return finding
    if "directive" in trouble.context or "document" in trouble.problem:
        return _document(source, trouble)
    if question := QUESTION.search(line):
        return odd_question(source, trouble.line, question.start(1) + 1)
    return found_at(
        codes.CANNOT_BE_UNDERSTOOD,
        source,
        trouble.line,
        max(1, trouble.column),
        1,
        "from here the file cannot be understood",
        "Compare this line and the one above with a card that works: "
        "the same spaces in front, a colon and a space after each name.",
    )


def _quote(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:
    if trouble.context.endswith(("quoted scalar", "double-quoted scalar")):
        if "end of stream" in trouble.problem or "document" in trouble.problem:
            return unclosed_quote(source, trouble.context_line, trouble.context_column)
        column = max(1, line.rfind("\\", 0, trouble.column) + 1)
        return found_at(
            codes.BACKSLASH,
            source,
            trouble.line,
            column,
            2,
            f'between double quotes a backslash has a special meaning, and "{line[column - 1 : column + 1]}" has none',
            "Put the text between single quotes, or write each backslash twice.",
        )
    if opening := _swallowing_quote(source, trouble):
        return unclosed_quote(source, *opening)
    return None


def unclosed_quote(source: SourceText, line: int, column: int) -> Diagnostic:
    """The finding for a quote that opens here and swallows what follows."""
    text = source.line(line)
    mark = text[column - 1 : column] or '"'
    curly = text.rstrip()[-1:] in "”“’‘"
    return found_at(
        codes.UNCLOSED_QUOTE,
        source,
        line,
        column,
        1,
        "the quote that starts here is never closed",
        f"The curly quote at the end does not close it: type a straight {mark} there."
        if curly
        else f"Add {mark} at the end of the text it opens.",
    )


def _swallowing_quote(source: SourceText, trouble: Trouble) -> tuple[int, int] | None:
    """The quote whose text runs over other fields and ends on the line where YAML gave up."""
    for number in range(trouble.line - 1, max(0, trouble.line - _LOOK_BACK), -1):
        opening = re.match(_OPENING, source.line(number))
        if not opening:
            continue
        quote = opening["quote"]
        if _closes(source.line(number)[opening.end() :], quote):
            continue
        between = range(number + 1, trouble.line + 1)
        if not any(re.match(_NEW_FIELD, source.line(each)) for each in between):
            continue
        closing = next((each for each in between if _closes(source.line(each), quote)), None)
        if closing == trouble.line:
            return number, opening.start("quote") + 1
    return None


def _closes(text: str, quote: str) -> bool:
    plain = text.replace("''", "") if quote == "'" else re.sub(r"\\.", "", text)
    return quote in plain


def _tab(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:
    indent = line[: len(line) - len(line.lstrip())]
    column = indent.find("\t") + 1
    if not column and line[trouble.column - 1 : trouble.column] == "\t":
        column = trouble.column
    if not column:
        return None
    return found_at(
        codes.TAB,
        source,
        trouble.line,
        column,
        1,
        "a tab stands here where only spaces can",
        "Delete it and use the space bar, as many spaces as the line above has.",
    )


def _odd_spaces(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:  # noqa: ARG001
    """Spaces that only look like those of the space bar, in this line or in the one above."""
    for number in (trouble.line, line_above(source, trouble.line)):
        odd = re.match(_ODD_SPACES, source.line(number)) if number else None
        if odd:
            return found_at(
                codes.OUT_OF_LINE,
                source,
                number,
                1,
                odd.end(),
                "the spaces in front of this line are of another kind, as word processors and "
                "web pages set them",
                "Delete them and use the space bar, as many spaces as the lines around it have.",
            )
    return None


def _conflict(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:  # noqa: ARG001
    for number in (trouble.line, trouble.context_line, trouble.line - 1):
        if source.line(number).startswith(("<<<<<<<", "=======", ">>>>>>>")):
            return found_at(
                codes.CONFLICT,
                source,
                number,
                1,
                7,
                "two versions of this file were joined here, and both were left in",
                "Keep the lines you want, and delete this mark and the others like it.",
            )
    return None


def _colon(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:
    if "mapping values are not allowed" not in trouble.problem:
        return None
    two = re.match(_FIELD_THEN_COLON, line)
    if two and trouble.column - 1 >= two.start("text"):
        curly = two["text"][0] in "“‘„"
        return found_at(
            codes.COLON_IN_TEXT,
            source,
            trouble.line,
            trouble.column,
            1,
            f'a colon with a space stands inside the text of "{shown(two["field"])}"',
            "Curly quotes do not count here: put straight double quotes round the whole text."
            if curly
            else "Put double quotes round the whole text.",
        )
    above = line_above(source, trouble.line)
    text = source.line(above).strip()
    if joined := JOINED_ITEM.match(text):
        start = indent_of(source.line(above))
        return no_space(source, above, start + joined.end(), joined[1])
    if above and not text.startswith("#") and ":" not in text:
        return missing_colon(source, above, indent_of(source.line(above)) + 1)
    words = re.match(_WORDS_THEN_COLON, line)
    if words and words[1] not in FIELD_NAMES and indent_of(line) > indent_of(source.line(above)):
        return found_at(
            codes.COLON_IN_TEXT,
            source,
            trouble.line,
            words.end(1) + 1,
            1,
            "a colon with a space stands inside a text that goes on from the line above",
            "Put double quotes round the whole text, or start it with >- on a line of its own.",
        )
    return out_of_line(source, trouble.line, above)


def _half_field(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:  # noqa: ARG001
    if trouble.context != "while scanning a simple key":
        return None
    number, column = trouble.context_line, trouble.context_column
    text = source.line(number)[column - 1 :]
    if re.match(r"-[^\s-]", text):
        return _dash_without_space(source, number, column)
    if text[:1] in ("&", "*", "!"):
        return _special_start(source, number, column, text[0])
    return missing_colon(source, number, column)


def _dash_without_space(source: SourceText, line: int, column: int) -> Diagnostic:
    return found_at(
        codes.DASH_WITHOUT_SPACE,
        source,
        line,
        column,
        2,
        "a space is missing after the dash",
        'Write "- " and then the text.',
    )


def _bracket(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:
    if "flow" not in trouble.context:
        return None
    number, column = trouble.context_line, trouble.context_column
    opening = source.line(number)[column - 1 : column]
    closing = {"[": "]", "{": "}"}.get(opening)
    if closing and closing not in source.line(number)[column:]:
        return found_at(
            codes.UNCLOSED_BRACKET,
            source,
            number,
            column,
            1,
            f'the bracket "{opening}" that starts here is never closed',
            f'Add "{closing}" after its last word. '
            "If it is part of the text, put double quotes round the whole text.",
        )
    at = line[trouble.column - 1 : trouble.column]
    return found_at(
        codes.INSIDE_BRACKETS,
        source,
        trouble.line,
        max(1, trouble.column),
        1,
        f'inside these brackets "{at}" cannot stand here'
        if at.strip()
        else "something is missing inside these brackets",
        "Write the words with a comma between them, as in [weight, medicines]. "
        "If the brackets are part of the text, put double quotes round the whole text.",
    )


def _odd_start(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:
    if "cannot start any token" not in trouble.problem:
        return None
    mark = line[trouble.column - 1 : trouble.column]
    return found_at(
        codes.ODD_START,
        source,
        trouble.line,
        trouble.column,
        1,
        f'a text cannot begin with "{mark}"' if mark else "a text cannot begin like this",
        "Put double quotes round the whole text.",
    )


def _special(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:  # noqa: ARG001
    for word, mark in (("alias", "*"), ("anchor", "&"), ("tag", "!")):
        if trouble.context.endswith(word):
            return _special_start(source, trouble.context_line, trouble.context_column, mark)
    return None


def _special_start(source: SourceText, line: int, column: int, mark: str) -> Diagnostic:
    code = codes.TAG if mark == "!" else codes.ALIAS
    return special_mark(code, source, line, column, mark)


def merge(source: SourceText, line: int, column: int) -> Diagnostic:
    """The finding for a field called `<<`."""
    return found_at(
        codes.MERGE,
        source,
        line,
        column,
        2,
        'the name "<<" would copy fields from elsewhere, which packs do not use',
        "Write the fields out here.",
    )


def special_mark(code: Code, source: SourceText, line: int, column: int, mark: str) -> Diagnostic:
    """The finding for text that begins with one of YAML's own marks: `&`, `*` or `!`."""
    text = source.line(line)
    if text[: column - 1].strip() in ("<<:", "- <<:"):
        return merge(source, line, text.index("<<") + 1)
    if text[column - 1 : column + 1] == "* ":
        return found_at(
            code,
            source,
            line,
            column,
            1,
            'a "*" begins this line, where an item of a list begins with a dash',
            'Write "- " and then the text, for each item.',
        )
    return found_at(
        code,
        source,
        line,
        column,
        1,
        f'a text that begins with "{mark}" has a special meaning that packs do not use',
        "If it is part of the text, put double quotes round the whole text; if not, leave it out.",
    )


def _block(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:  # noqa: ARG001
    if not trouble.context.endswith("block scalar"):
        return None
    number, column = trouble.context_line, trouble.context_column
    mark = source.line(number)[column - 1 : column]
    return found_at(
        codes.BLOCK_START,
        source,
        number,
        column,
        1,
        f'after "{mark}" the text has to start on the next line',
        f'Write "{mark}-" and nothing else here, and the text below with two more spaces in front.',
    )


def _leftover(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:
    if not trouble.context.startswith("while parsing a block"):
        return None
    start = indent_of(line)
    if line[start : start + 1] in (":", ""):
        return None
    before = line[: trouble.column - 1].rstrip()
    if before and trouble.column - 1 > start and before[-1] in "\"'])}":
        return found_at(
            codes.TEXT_AFTER_QUOTE,
            source,
            trouble.line,
            trouble.column,
            len(line) - trouble.column + 1,
            f"this text goes on after the closing {before[-1]}",
            "Put double quotes round the whole text instead; an apostrophe may then stand in it."
            if before[-1] == "'" and before[-2:-1].isalpha() and line[len(before)].isalpha()
            else "Put the quotes round the whole text. For quotes inside it use “ and ”."
            if before[-1] in "\"'"
            else "Put double quotes round the whole text.",
        )
    above = line_above(source, trouble.line)
    cut = re.search(_CUT_BY_HASH, source.line(above))
    if cut and not re.match(_NEW_FIELD, line):
        return found_at(
            codes.HASH_SPLITS_TEXT,
            source,
            above,
            cut.end(),
            1,
            'everything after " #" is left out, so the text cannot go on in the next line',
            "Put double quotes round the whole text, or start it with >- on a line of its own.",
        )
    if re.match(r"-[^\s-]", line[start:]):
        return _dash_without_space(source, trouble.line, start + 1)
    return out_of_line(source, trouble.line, above)


def _dash(source: SourceText, trouble: Trouble, line: str) -> Diagnostic | None:  # noqa: ARG001
    if "sequence entries are not allowed" not in trouble.problem:
        return None
    return found_at(
        codes.DASH_IN_LINE,
        source,
        trouble.line,
        trouble.column,
        1,
        "a list cannot begin behind a field's name",
        "Put each dash on a line of its own, or double quotes round the whole text.",
    )


def _document(source: SourceText, trouble: Trouble) -> Diagnostic:
    if source.line(trouble.line).startswith("%") or "directive" in trouble.context:
        return directive(source, trouble.line)
    return second_document(source, trouble.line)


def directive(source: SourceText, line: int) -> Diagnostic:
    """The finding for a line that begins with `%`."""
    return found_at(
        codes.DIRECTIVE,
        source,
        line,
        1,
        1,
        'a line cannot begin with "%" here',
        "Delete this line; packs need none like it.",
    )


def second_document(source: SourceText, line: int) -> Diagnostic:
    """The finding for `---` or `...` in the middle of a file."""
    return found_at(
        codes.SECOND_DOCUMENT,
        source,
        line,
        1,
        3,
        "a second document begins here, and a file can hold only one",
        "Delete this line, or move what follows into a file of its own.",
    )
