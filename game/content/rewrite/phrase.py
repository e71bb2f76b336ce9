"""
The one door to ruamel.yaml: how a text is written down so that it reads back the same.

Chooses plain or quoted, and folds long texts. Whole files never pass through here, because
ruamel wraps and indents them anew.
"""

import io
import re
import textwrap
from collections.abc import Sequence
from functools import cache
from typing import Any

WIDTH = 100
"""How long a line may be before a text is folded."""
_ENDLESS = 1_000_000

# What other readers of YAML would take for a switch, a number, a time or a date.
_ALTERED = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|nil|~|[-+]?\.?(?:inf|nan))"
    r"|[-+]?[0-9][0-9_,.:eExXoA-Fa-f+-]*(?:[ T].*)?",
    re.IGNORECASE,
)


# Letters and marks that mean nothing to YAML, wherever they stand behind a letter. Most texts are
# of this kind, and need nobody to think about them.
_HARMLESS = re.compile(r"[^\W\d_](?:[\w.?!()/’“”…–-]| (?=[\w(“]))*", re.UNICODE)


@cache
def _writer() -> Any:  # noqa: ANN401 - ruamel is imported when first needed
    from ruamel.yaml import YAML  # noqa: PLC0415

    writer = YAML()
    writer.width = _ENDLESS
    return writer


def _written(value: object) -> str:
    """What stands behind a name when ruamel writes it."""
    stream = io.StringIO()
    _writer().dump({"x": value}, stream)
    return stream.getvalue().removeprefix("x:").removeprefix(" ").removesuffix("\n")


def one_line(text: str, style: str = "", *, bare: bool = False, listed: bool = False) -> str:
    """
    A text on one line: plain where that reads back the same, else in quotes.

    *style* is the quote it had before, kept where there was one. A *bare* text is a word, number
    or date that may stand as it is; one that is *listed* stands between brackets.
    """
    from ruamel.yaml.scalarstring import (  # noqa: PLC0415
        DoubleQuotedScalarString,
        SingleQuotedScalarString,
    )

    if bare and re.fullmatch(r"[\w.:/?=&%~+-]+", text) and not text.endswith(":"):
        return text
    if not style and _HARMLESS.fullmatch(text) and not _ALTERED.fullmatch(text):
        return text
    if style == "'" and "\n" not in text:
        return _written(SingleQuotedScalarString(text))
    plain = '"' if style == '"' or _ALTERED.fullmatch(text) else _written(text)
    if plain[:1] not in ("'", '"') and "\n" not in plain and not (listed and _breaks_list(plain)):
        return plain
    return _written(DoubleQuotedScalarString(text))


def _breaks_list(plain: str) -> bool:
    return any(each in plain for each in ",[]{}")


def can_fold(text: str) -> bool:
    """Whether a text stays the same when its lines are broken at spaces."""
    lines = text.split("\n")
    return bool(text) and all(
        line == line.strip() and "\t" not in line and (line or place)
        for place, line in enumerate(lines)
    )


def folded(text: str, indent: int, width: int, before: Sequence[str] = ()) -> str:
    """
    The lines of a text under `>-`, each set in by *indent*.

    Of the lines *before* all are kept whose words did not change, first and last.
    """
    from ruamel.yaml.scalarstring import FoldedScalarString  # noqa: PLC0415

    string: Any = FoldedScalarString(text)
    string.fold_pos = _fold_places(text, max(20, width - indent), before)
    lines = _written(string).split("\n")[1:]
    return "\n".join(" " * indent + line.strip() if line.strip() else "" for line in lines)


def literal(text: str, indent: int) -> str:
    """The lines of a text under `|`, each as it is."""
    return "\n".join(" " * indent + line if line else "" for line in text.split("\n"))


def _fold_places(text: str, width: int, before: Sequence[str]) -> list[int]:
    """At which spaces to begin a new line."""
    places: list[int] = []
    at = 0
    for paragraph in text.split("\n"):
        lines = _wrapped(paragraph, width, before if "\n" not in text else ())
        for line in lines[:-1]:
            at += len(line)
            places.append(at)
            at += 1
        at += len(lines[-1]) + 1 if lines else 1
    return places


def _wrapped(paragraph: str, width: int, before: Sequence[str]) -> list[str]:
    if not before:
        return _wrap(paragraph, width)
    head: list[str] = []
    rest = paragraph
    for line in before:
        if not rest.startswith(line + " "):
            break
        head.append(line)
        rest = rest[len(line) + 1 :]
    tail: list[str] = []
    for line in reversed(before[len(head) :]):
        if not rest.endswith(" " + line):
            break
        tail.insert(0, line)
        rest = rest[: -len(line) - 1]
    return [*head, *_wrap(rest, width), *tail]


def _wrap(text: str, width: int) -> list[str]:
    lines = textwrap.wrap(
        text, width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    # A text with several spaces in a row is left in one line, since folding would lose some.
    return lines if " ".join(lines) == text else [text]
