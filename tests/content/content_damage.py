"""
What happens to a file while people write it and on its way: slips of a line, and damage by chance.

Run as a program it tries far more than the tests do, over our own core pack:

    python tests/content/content_damage.py [--files 20000] [--seed 1]
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from game.content.load import load_texts  # noqa: E402
from game.content.loaded import PackText  # noqa: E402
from game.content.render import as_text  # noqa: E402

TODAY = "2026-11-20"
NEAR = 2
"""How many lines from a slip its message may stand."""
CONSEQUENCES = {"C125", "C126", "C127", "C130"}
"""What a pack as a whole then lacks. These speak of no line, and stand beside what does."""
SECONDS = 2.0
"""No file may keep its author waiting for longer, however damaged it is."""

# Damage by chance.


def cut(lines: list[str], chance: random.Random) -> None:
    lines[chance.randrange(len(lines))] = ""


def repeat(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])


def swap(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def shift(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randint(1, 3) + lines[at] if chance.random() < 0.5 else lines[at][1:]


def poke(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    place = chance.randint(0, len(lines[at]))
    thing = chance.choice([*"\"'[]{}:#&*!|>%@`-?,\t\\<=\u00a0\u200b\x00é“", ": ", " #", "- ", ""])
    lines[at] = lines[at][:place] + thing + lines[at][place + chance.randint(0, 2) :]


def truncate(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randint(1, len(lines)) :]


DAMAGE = (cut, repeat, swap, shift, poke, poke, truncate)


def damaged(text: str, chance: random.Random) -> str:
    """The text after one to three blows."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 3)):
        chance.choice(DAMAGE)(lines, chance)
    return "\n".join(lines)


# Slips of one line, as people make them.


def slips(line: str) -> Iterator[tuple[str, list[str]]]:
    """What may become of a line: the kind of slip, and the lines that stand there instead."""
    yield "line left out", []
    yield "line twice", [line, line]
    for spaces in (1, 2):
        yield f"{spaces} more in front", [" " * spaces + line]
        if line.startswith("  "):
            yield f"{spaces} fewer in front", [line[spaces:]]
    if line.startswith("  "):
        yield "tab in front", ["\t" + line.lstrip()]
    before, colon, value = line.partition(": ")
    if colon and '"' not in before and "{" not in before:
        yield "no space after the colon", [f"{before}:{value}"]
        yield "no colon", [f"{before} {value}"]
        if value[:1] not in "\"'>|[{":
            yield "quote not closed", [f'{before}: "{value}']
            yield "colon in the text", [f"{before}: First: {value}"]
            yield "curly quotes", [f"{before}: “{value}”"]
        if value.startswith("[") and value.endswith("]"):
            yield "bracket not closed", [f"{before}: {value[:-1]}"]
    if line.lstrip().startswith("- "):
        yield "no space after the dash", [line.replace("- ", "-", 1)]
        yield "dash left out", [line.replace("- ", "  ", 1)]


@dataclass(slots=True)
class Tally:
    """What came of the slips of one kind."""

    tried: int = 0
    told: int = 0
    near: int = 0

    @property
    def share(self) -> float:
        return self.near / self.told if self.told else 1.0


def findings(text: str):
    return load_texts([PackText("own.my.yaml", text)], today=TODAY).diagnostics


def misplaced(text: str, diagnostics) -> list[str]:
    """Those of the messages about a text that name no place in it, or cannot be written out."""
    here = text.split("\n")
    return [
        each.code
        for each in diagnostics
        if not 1 <= each.line <= len(here)
        or not 1 <= each.column <= len(here[each.line - 1]) + 1
        or not as_text(each)
    ]


def slip_by_slip(text: str, every: int = 1) -> dict[str, Tally]:
    """
    Each slip in each line (or in every so many-eth), and how near its first message stood.

    What was told of the file before does not count, nor what the pack as a whole lacks because of
    the slip; empty lines and comments, in which nothing can go wrong, are left alone.
    """
    lines = text.split("\n")
    usual = Counter((each.code, each.sentence) for each in findings(text))
    tallies: dict[str, Tally] = {}
    for at, line in enumerate(lines):
        if at % every or not line.strip() or line.lstrip().startswith("#"):
            continue
        for kind, instead in slips(line):
            tally = tallies.setdefault(kind, Tally())
            tally.tried += 1
            told = findings("\n".join([*lines[:at], *instead, *lines[at + 1 :]]))
            new = [
                each
                for each in told
                if (each.code, each.sentence) not in usual
                and each.code not in CONSEQUENCES
                and each.severity != "advice"
            ]
            if new:
                tally.told += 1
                tally.near += any(abs(each.line - (at + 1)) <= NEAR for each in new[:1])
    return tallies


def whole(tallies: dict[str, Tally]) -> Tally:
    return Tally(
        sum(each.tried for each in tallies.values()),
        sum(each.told for each in tallies.values()),
        sum(each.near for each in tallies.values()),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=20_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="slips in each N-th line")
    options = parser.parse_args()
    text = (ROOT / "content" / "scenarios.yaml").read_text(encoding="utf-8")
    cards = text.split("\ncards:\n")
    small = cards[0][:4_000] + "\n\ncards:\n" + cards[1][:14_000].rpartition("\n  - id:")[0] + "\n"
    chance = random.Random(options.seed)
    slowest, nowhere = 0.0, 0
    for number in range(options.files):
        broken = damaged(small if number % 20 else text, chance)
        began = time.perf_counter()
        nowhere += len(misplaced(broken, findings(broken)))
        slowest = max(slowest, time.perf_counter() - began)
    print(f"{options.files} damaged files: no exception, the slowest took {slowest:.2f} s")
    print(f"{nowhere} messages without a place in their file")
    tallies = slip_by_slip(small, options.every)
    for kind, tally in {**tallies, "all": whole(tallies)}.items():
        print(f"  {kind:26} {tally.tried:6} tried  {tally.told:6} told  {tally.share:6.1%} near")
    return 0 if slowest < SECONDS and not nowhere and whole(tallies).share >= 0.9 else 1


if __name__ == "__main__":
    raise SystemExit(main())
