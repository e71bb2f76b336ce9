"""`check`: find mistakes in packs, all at once."""

import argparse
import sys
from pathlib import Path

from game.app.clock import today
from game.cli.options import Commands, places


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("check", help="find mistakes in packs, all at once")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help="warnings and advice count as well")
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    from game.content.check import run_check  # noqa: PLC0415 - only this command needs it

    paths: list[Path] = options.paths or [places(options).content]
    return run_check(
        paths,
        today=today(),
        out=sys.stdout,
        as_json=options.format == "json",
        strict=options.strict,
    )
