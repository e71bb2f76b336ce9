"""The author's pages of all messages, made from the table of codes and from what check really says."""

import difflib
from pathlib import Path

from game.content.codes import ALL
from game.content.diagnostics import Code
from game.content.fitting import Measurer
from game.content.load import load_pack
from game.content.loaded import Loaded
from game.content.render import as_text

CORE = Path(__file__).parent / "core"
TODAY = "2026-12-15"

_HEADINGS = {
    "C0": "Reading the file",
    "C1": "What the pack says",
    "A2": "Advice",
}
# So many lines of an example are shown; the rest is more of the same.
_MOST = 14

_TOP = """\
# What check may tell you

Each message has a number that never changes. **Errors** keep a card from playing; **warnings** tell of
something that may have been lost; **advice** never stops anything. Every page below shows an example
that brings the message, the message itself, and the example mended. The examples are tests, so what
stands here is what the game says. How to write cards is told in [the author's guide](authors-guide.md).
"""


def told(code: Code, sample, folder: Path, measurers: tuple[Measurer, ...] = ()) -> Loaded:
    """What is said about an example when it is saved and read."""
    data = sample() if callable(sample) else sample.encode("utf-8")
    path = folder / code.file
    if data is not None:
        path.write_bytes(data)
    elif path.exists():
        path.unlink()
    empty = folder / "no core"
    empty.mkdir(exist_ok=True)
    return load_pack(path, empty if code.alone else CORE, today=TODAY, measurers=measurers)


def pages(folder: Path, measurers: tuple[Measurer, ...]) -> str:
    """All pages as one text; *folder* is where the examples may be saved meanwhile."""
    parts = [_TOP]
    for start, heading in _HEADINGS.items():
        parts.append(f"## {heading}\n")
        codes = sorted((each for each in ALL if each.number.startswith(start)), key=_number)
        parts += [_page(each, folder, measurers) for each in codes]
    return "\n".join(parts)


def _number(code: Code) -> str:
    return code.number


def _page(code: Code, folder: Path, measurers: tuple[Measurer, ...]) -> str:
    loaded = told(code, code.failing, folder, measurers)
    finding = next(each for each in loaded.diagnostics if each.code == code.number)
    message = as_text(finding).replace(f"{folder.as_posix()}/", "")
    failing, mended = (f" {each}" for each in code.in_words)
    if not failing.strip():
        failing, mended = (f"\n\n```yaml\n{each}\n```" for each in _excerpts(code))
    return (
        f"### {code.number}: {code.title}\n\n{code.explanation}\n\n"
        f"Amiss:{failing}\n\nWhat check says:\n\n```text\n{message}\n```\n\nMended:{mended}\n"
    )


def _excerpts(code: Code) -> tuple[str, str]:
    """The lines that differ between the two examples, with the line above and below."""
    failing, mended = (str(each).rstrip("\n").split("\n") for each in (code.failing, code.mended))
    blocks = [
        each
        for each in difflib.SequenceMatcher(None, failing, mended, autojunk=False).get_opcodes()
        if each[0] != "equal"
    ]
    first, last = blocks[0], blocks[-1]
    return (
        _around(failing, first[1], last[2]),
        _around(mended, first[3], last[4]),
    )


def _around(lines: list[str], first: int, end: int) -> str:
    shown = lines[max(0, first - 1) : end + 1]
    return "\n".join(shown if len(shown) <= _MOST else [*shown[: _MOST - 1], "    …"])
