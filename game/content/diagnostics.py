"""What can be told to an author: one problem or piece of advice, and the table of their codes."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import StrEnum

from game.content.nodes import SourceText
from game.values import dataclass


class Severity(StrEnum):
    """How much a finding matters: only an error keeps a part out of play."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """
    One finding with its place and its fix.

    `line` and `column` count from 1, `column` and `length` in characters; what concerns a whole
    file stands at 1:1 with no line text. `sentence` says what was found, `fix` what would be right.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    length: int
    line_text: str
    sentence: str
    fix: str

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def is_advice(self) -> bool:
        return self.severity is Severity.ADVICE


Sample = str | Callable[[], bytes | None]
"""
The text of a small pack, or a maker of its bytes for what text cannot show; a maker that gives
nothing stands for a file that is not there.
"""


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its stable number, its page in the author's guide, and its two tests."""

    number: str
    severity: Severity
    title: str
    explanation: str
    failing: Sample
    mended: Sample
    file: str = "my-pack.yaml"
    """The name under which the examples are saved."""
    alone: bool = False
    """Whether the examples are read without the core pack."""
    in_words: tuple[str, str] = ("", "")
    """What the two examples are, for the guide, where a few lines of text cannot show it."""


def found(
    code: Code,
    source: SourceText,
    start: int,
    length: int,
    sentence: str,
    fix: str,
) -> Diagnostic:
    """A finding at an offset of *source*."""
    line, column = source.place(start)
    return found_at(code, source, line, column, length, sentence, fix)


def found_at(
    code: Code,
    source: SourceText,
    line: int,
    column: int,
    length: int,
    sentence: str,
    fix: str,
) -> Diagnostic:
    """A finding at a line and column of *source*; its mark never runs past the end of the line."""
    text = source.line(line)
    length = max(1, min(length, len(text) - column + 1))
    return Diagnostic(
        code.number, code.severity, source.name, line, column, length, text, sentence, fix
    )


def about_file(code: Code, name: str, sentence: str, fix: str) -> Diagnostic:
    """A finding about a file as a whole, before any line of it could be read."""
    return Diagnostic(code.number, code.severity, name, 1, 1, 1, "", sentence, fix)


def in_file_order(findings: Iterable[Diagnostic], files: Iterable[str]) -> tuple[Diagnostic, ...]:
    """The findings in the order in which an author would meet them, each once."""
    order = {name: place for place, name in enumerate(files)}
    last = len(order)
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda each: (
                order.get(each.file, last),
                each.line,
                each.column,
                each.code,
                each.sentence,
            ),
        )
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that an author most likely meant, if one is near."""
    by_fold = {each.casefold(): each for each in known}
    near = get_close_matches(word.strip().casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The fix for a name that is not known: the nearest one, or what may stand there."""
    near = nearest(word, known)
    return f'Did you mean "{near}"?' if near else otherwise


def one_of(words: Iterable[str], most: int = 12) -> str:
    """Words as a sentence lists them: "a, b or c"."""
    listed = list(words)
    if len(listed) > most:
        return ", ".join(listed[:most]) + f" and {len(listed) - most} more"
    return ", ".join(listed[:-1]) + (" or " if len(listed) > 1 else "") + "".join(listed[-1:])


def shown(text: str, most: int = 40) -> str:
    """An author's own words for use inside a sentence: on one line, and cut when they are long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
