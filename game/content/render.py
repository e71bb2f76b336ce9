"""Findings as text for people and as plain values for programs."""

import unicodedata
from collections.abc import Sequence

from game.content.diagnostics import Diagnostic

# A line is shown in a window of this many columns round its mark.
_WINDOW = 100
_LEAD = 40
_TAB = "    "


def as_text(finding: Diagnostic) -> str:
    """
    One finding as several lines, without a line end: place, the author's own line, mark, fix.

    The mark counts columns as a terminal shows them: wide letters are two, accents none.
    """
    head = (
        f"{finding.file}:{finding.line}:{finding.column}: "
        f"{finding.severity.value} {finding.code}: {finding.sentence}"
    )
    lines = [head]
    if finding.line_text:
        before, marked, after = _window(finding)
        number = f"{finding.line:>5}"
        gap = " " * max(5, len(number))
        lines.append(f"{number} |   {before}{marked}{after}".rstrip())
        lines.append(f"{gap} |   {' ' * width(before)}{'^' * max(1, width(marked))}")
    if finding.fix:
        lines.append(f"  {finding.fix}")
    return "\n".join(lines)


def all_as_text(findings: Sequence[Diagnostic], most: int | None = None) -> str:
    """The findings, one below the other; after *most* of them, how many more there are."""
    shown = findings if most is None else findings[:most]
    parts = [as_text(each) for each in shown]
    if len(shown) < len(findings):
        parts.append(f"and {len(findings) - len(shown)} more")
    return "\n".join(parts)


def as_values(finding: Diagnostic) -> dict[str, str | int]:
    """
    One finding as plain values, for JSON. The names are stable; more may be added.

    - `code`: such as "C109"; `severity`: "error", "warning" or "advice"
    - `file`: as it was given; `line`, `column`: from 1; `length`: how much to mark; columns and
      lengths in characters; a finding about a whole file stands at 1:1 with an empty `line_text`
    - `line_text`: the author's own line
    - `sentence`: what was found; `fix`: what would be right, such as 'Did you mean "amira"?'
    """
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "length": finding.length,
        "line_text": finding.line_text,
        "sentence": finding.sentence,
        "fix": finding.fix,
    }


def width(text: str) -> int:
    """How many columns a terminal gives to *text*."""
    if text.isascii():
        return len(text)
    return sum(_columns(each) for each in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _window(finding: Diagnostic) -> tuple[str, str, str]:
    """The line before, at and after the mark, cut to what fits beside it."""
    text, start = finding.line_text, finding.column - 1
    end = start + finding.length
    first = 0 if len(text) <= _WINDOW else max(0, start - _LEAD)
    last = min(len(text), first + _WINDOW)
    before = ("…" if first else "") + text[first:start]
    after = text[min(end, last) : last] + ("…" if last < len(text) else "")
    return _clean(before), _clean(text[start : min(end, last)]), _clean(after)


def _clean(text: str) -> str:
    """Tabs as spaces, and nothing that could steer a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_TAB if each == "\t" else "\ufffd" if _steers(each) else each for each in text)


def _steers(character: str) -> bool:
    # The joiners U+200C and U+200D hold emoji and some scripts together.
    return unicodedata.category(character)[0] == "C" and character not in "\u200c\u200d"
