"""`new`: a file to begin with, which plays as it is."""

import argparse
import sys
from pathlib import Path

from game.app.clock import today
from game.cli.options import Commands, places, say
from game.model.themes import Theme

_KINDS = ("pack", "card", "person", "fact")


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("new", help="begin a pack, a card, a person or a fact")
    parser.add_argument("kind", choices=_KINDS, help="what to begin")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it here, such as our.yaml")
    parser.add_argument(
        "--theme", choices=[each.value for each in Theme], default=Theme.PERSON.value
    )
    parser.add_argument(
        "--name", default="", help="its id or key, such as our-first-card; a pack's title"
    )
    parser.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    from game.content.decoder import ID  # noqa: PLC0415 - only this command needs them
    from game.content.schema import FILE_NAME  # noqa: PLC0415
    from game.content.templates import Wish, schema_beside, template  # noqa: PLC0415

    name: str = options.name
    if name and options.kind != "pack" and not ID.match(name):
        say(f'"{name}" cannot be a short name. Use small letters, digits and hyphens.')
        return 1
    out: Path | None = options.out
    schema = places(options).content / FILE_NAME
    link = schema_beside(out.absolute(), schema.absolute()) if out else ""
    text = template(Wish(options.kind, name, Theme(options.theme), today(), link))
    if out is None:
        sys.stdout.write(text)
        return 0
    try:
        # What somebody has written is never written over.
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        say(f"{out} is there already, and is left as it is. Choose another name with --out.")
        return 1
    except OSError as fault:
        say(f"{out} cannot be written: {fault.strerror}. Choose another place with --out.")
        return 1
    say(f'{out} is ready to change in any text editor. "python main.py check {out}" looks it over.')
    if options.kind in ("pack", "card"):
        say(f'"python main.py --pack {out}" plays it.')
    return 0
