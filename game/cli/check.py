"""`check`: find mistakes in packs, all at once."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.clock import today
from game.cli import legibility
from game.cli.options import Commands, missing_window, places, say

if TYPE_CHECKING:
    from game.content.fitting import Measurer

SHOWN_AT_FIRST = 20


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("check", help="find mistakes in packs, all at once")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help="warnings and advice count as well")
    parser.add_argument(
        "--all", action="store_true", help=f"write out all findings, not the first {SHOWN_AT_FIRST}"
    )
    parser.add_argument(
        "--proof", action="store_true", help="list what a clinician or lawyer must sign"
    )
    parser.add_argument(
        "--out",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="with --proof: write the list as FILE, a .html page or a .csv table; may be repeated",
    )
    legibility.add_to(parser)
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    if options.legibility:
        return legibility.run(options)
    if options.proof or options.out:
        return _proof(options)
    from game.content.check import run_check  # noqa: PLC0415 - only this command needs it

    core = _nearby(places(options).content)
    return run_check(
        options.paths or [core],
        today=today(),
        out=sys.stdout,
        as_json=options.format == "json",
        strict=options.strict,
        most=None if options.all else SHOWN_AT_FIRST,
        core=core,
        measurers=_measurers(options),
    )


def _nearby(folder: Path) -> Path:
    """The folder as somebody who stands here would name it."""
    try:
        return folder.relative_to(Path.cwd())
    except (OSError, ValueError):
        return folder


def _measurers(options: argparse.Namespace) -> "tuple[Measurer, ...]":
    """What measures whether cards fit: the screen, and the printed card beside it."""
    from game.app.fit import on_paper  # noqa: PLC0415 - only this command needs it

    paper = on_paper(places(options).assets, today())
    if trouble := missing_window():
        say(f"Whether cards fit the screen was not looked at. {trouble}")
        return (paper,)
    from game.ui.window.fit import on_screen  # noqa: PLC0415 - brings pygame

    return (on_screen(places(options)), paper)


def _proof(options: argparse.Namespace) -> int:
    from game.content.load import load_pack  # noqa: PLC0415 - only this command needs them
    from game.content.proof import proof_of  # noqa: PLC0415
    from game.content.proofsheet import as_csv, as_html, as_text  # noqa: PLC0415

    if len(options.paths) > 1 or not options.proof:
        say("A proof list is of one pack: check --proof [PATH] [--out FILE].")
        return 2
    outs: list[Path] = options.out
    strange = next((each for each in outs if each.suffix.lower() not in {".html", ".csv"}), None)
    if strange is not None:
        say(f"{strange} should end in .html or .csv.")
        return 2
    path = (options.paths or [places(options).content])[0]
    loaded = load_pack(path, places(options).content, today=today())
    if loaded.pack is None:
        say(f"{path} cannot be played, so it has no proof list. Run check to see why.")
        return 1
    proofs = proof_of(loaded.pack)
    for each in outs:
        text = as_csv(proofs) if each.suffix.lower() == ".csv" else as_html(proofs, today())
        try:
            # A spreadsheet program takes a file for UTF-8 only where a mark says so.
            encoding = "utf-8-sig" if each.suffix.lower() == ".csv" else "utf-8"
            each.write_text(text, encoding=encoding, newline="")
        except OSError as fault:
            say(f"{each} cannot be written: {fault.strerror}.")
            return 1
    sys.stdout.write(as_text(proofs))
    return 0
