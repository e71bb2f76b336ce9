"""`schema`: the format of packs as a JSON Schema, for editors."""

import argparse
import sys
from pathlib import Path

from game.cli.options import Commands, say


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("schema", help="write the JSON Schema of packs, for editors")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write it here instead of printing it"
    )
    parser.set_defaults(run=_schema)


def _schema(options: argparse.Namespace) -> int:
    from game.content.schema import as_json  # noqa: PLC0415 - only this command needs it

    out: Path | None = options.out
    if out is None:
        sys.stdout.write(as_json())
        return 0
    try:
        out.write_text(as_json(), encoding="utf-8", newline="\n")
    except OSError as fault:
        say(f"{out} cannot be written: {fault.strerror}. Choose another place with --out.")
        return 1
    return 0
