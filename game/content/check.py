"""`main.py check`: everything there is to say about some packs, and a number for the shell."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from game.content.codes.reading import CANNOT_READ
from game.content.diagnostics import Diagnostic, Severity
from game.content.fitting import Measurer
from game.content.gather import core_folder, extra_packs, same_place
from game.content.load import load_pack
from game.content.render import all_as_text, as_values
from game.model.pack import Pack
from game.values import dataclass

FINE, ERRORS, UNREADABLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was checked, and how much was found."""

    packs: int
    cards: int
    """Cards that can be played."""
    errors: int
    warnings: int
    advice: int
    unreadable: int
    """Paths that could not be read at all; each is an error too."""
    waiting: int = 0
    """Facts kept off the screen until somebody signs them or reads them again."""


def check_paths(
    paths: Sequence[Path],
    today: str,
    *,
    core: Path | None = None,
    measurers: Sequence[Measurer] = (),
) -> tuple[tuple[Diagnostic, ...], Summary]:
    """
    Every finding about the packs at *paths*, in the order of the paths, and how many there are.

    No path stands for the content folder; there, the core is one pack and each other file another.
    """
    core = core or core_folder()
    packs = [inner for path in paths or [core] for inner in _packs_at(path, core)]
    # What the core lacks would otherwise be told again with each pack.
    findings: dict[Diagnostic, None] = {}
    cards, waiting = 0, 0
    for path in packs:
        loaded = load_pack(path, core, today=today, measurers=measurers)
        findings.update(dict.fromkeys(loaded.diagnostics))
        if loaded.pack:
            cards += len(loaded.pack.cards)
            waiting += _waiting_in(loaded.pack, path, core, today)
    counts = {each: sum(one.severity is each for one in findings) for each in Severity}
    return tuple(findings), Summary(
        packs=len(packs),
        cards=cards,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        advice=counts[Severity.ADVICE],
        unreadable=sum(each.code == CANNOT_READ.number for each in findings),
        waiting=waiting,
    )


def run_check(
    paths: Sequence[Path],
    *,
    today: str,
    out: TextIO,
    as_json: bool = False,
    strict: bool = False,
    most: int | None = 20,
    core: Path | None = None,
    measurers: Sequence[Measurer] = (),
) -> int:
    """
    Write what there is to say about *paths* to *out*.

    Gives 0 when nothing is wrong (warnings and advice are allowed unless *strict*), 1 for errors,
    2 when a path cannot be read. As JSON it writes one group: `format` (1), `summary` (the fields
    of `Summary`) and `diagnostics` (see `render.as_values`), and nothing is left out. As text,
    only the first *most* findings are written out (None: all).
    """
    findings, summary = check_paths(paths, today, core=core, measurers=measurers)
    if as_json:
        values = [as_values(each) for each in findings]
        whole = {"format": 1, "summary": asdict(summary), "diagnostics": values}
        # Plain letters only: a console or a redirected file may know no others.
        out.write(json.dumps(whole, indent=2) + "\n")
    else:
        if findings:
            out.write(all_as_text(findings, most) + "\n\n")
            out.write("Each message has a page with an example in docs/messages.md.\n")
        out.write(in_words(summary) + "\n")
        if summary.waiting:
            out.write(_waiting(summary.waiting) + "\n")
    if summary.unreadable:
        return UNREADABLE
    if summary.errors or (strict and findings):
        return ERRORS
    return FINE


def in_words(summary: Summary) -> str:
    """The summary as one line, such as "1 pack, 28 cards: nothing is wrong"."""
    found = [
        text
        for count, text in (
            (summary.errors, _counted(summary.errors, "error")),
            (summary.warnings, _counted(summary.warnings, "warning")),
            (summary.advice, f"{summary.advice} × advice"),
        )
        if count
    ]
    read = f"{_counted(summary.packs, 'pack')}, {_counted(summary.cards, 'card')} to play"
    return f"{read}: {', '.join(found) or 'nothing is wrong'}"


def _waiting_in(pack: Pack, path: Path, core: Path, today: str) -> int:
    """How many of the pack's own facts wait: what it takes over from the core waits there."""
    waiting = {each for each in pack.facts if each.waits}
    if waiting and not same_place(path, core):
        beneath = load_pack(core, core, today=today, advice=False).pack
        waiting -= set(beneath.facts if beneath else ())
    return len(waiting)


def _waiting(count: int) -> str:
    stays = "waits for a signature and stays" if count == 1 else "wait for a signature and stay"
    return f"{_counted(count, 'fact')} {stays} off the screen; check --proof lists all there is to sign."


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _packs_at(path: Path, core: Path) -> list[Path]:
    return [path, *extra_packs(path)] if same_place(path, core) else [path]
