"""`coverage`: how far the cards of a pack reach, as tables."""

import argparse
import sys
from pathlib import Path

from game.app.clock import today
from game.cli.options import Commands, places, say


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("coverage", help="show how far the cards of a pack reach")
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the tables as FILE")
    parser.set_defaults(run=_coverage)


def _coverage(options: argparse.Namespace) -> int:
    from game.content.coverage import as_markdown, coverage_of  # noqa: PLC0415 - only used here
    from game.content.load import load_pack  # noqa: PLC0415

    core = places(options).content
    path: Path = options.path or core
    pack = load_pack(path, core, today=today(), advice=False).pack
    if pack is None:
        say(f"{path} cannot be played, so there is nothing to count. Run check to see why.")
        return 1
    page = as_markdown(coverage_of(pack))
    out: Path | None = options.out
    if out is None:
        sys.stdout.write(page)
        return 0
    try:
        out.write_text(page, encoding="utf-8", newline="\n")
    except OSError as fault:
        say(f"{out} cannot be written: {fault.strerror}.")
        return 1
    return 0
