"""`new`: a file to begin with, which plays as it is; or one for a translator, beside a pack."""

import argparse
import re
import sys
from pathlib import Path

from game.app.clock import today
from game.cli.options import Commands, places, say
from game.model.themes import Theme

_KINDS = ("pack", "card", "person", "fact", "translation")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}\Z")


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "new", help="begin a pack, a card, a person, a fact or a translation"
    )
    parser.add_argument("kind", choices=_KINDS, help="what to begin")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it here, such as our.yaml")
    parser.add_argument(
        "--theme", choices=[each.value for each in Theme], default=Theme.PERSON.value
    )
    parser.add_argument(
        "--name", default="", help="its id or key, such as our-first-card; a pack's title"
    )
    parser.add_argument(
        "--language", default="", metavar="CODE", help="of a translation, such as ur, pa, pl or cy"
    )
    parser.add_argument(
        "--of", type=Path, metavar="FILE", help="the pack to translate; the core pack, if left out"
    )
    parser.set_defaults(run=_new)


def _new(options: argparse.Namespace) -> int:
    if options.kind == "translation":
        return _translation(options)
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
    if not _written(out, text):
        return 1
    say(f'{out} is ready to change in any text editor. "python main.py check {out}" looks it over.')
    if options.kind in ("pack", "card"):
        say(f'"python main.py --pack {out}" plays it.')
    return 0


def _translation(options: argparse.Namespace) -> int:
    from game.content.load import load_pack  # noqa: PLC0415 - only this command needs them
    from game.content.skeleton import skeleton  # noqa: PLC0415

    language: str = options.language
    if not _LANGUAGE.match(language):
        say("Give the language's code with --language, such as ur for Urdu or cy for Welsh.")
        return 2
    core = places(options).content
    pack: Path = options.of or options.pack or core / "scenarios.yaml"
    if pack.suffix.lower() not in {".yaml", ".yml"} or not pack.is_file():
        say(f"{pack} is no pack's .yaml file. Name one with --of; a translation goes beside it.")
        return 1
    loaded = load_pack(pack, core, today=today(), advice=False).pack
    if loaded is None:
        say(f'No card of {pack} can be played. "python main.py check {pack}" says why.')
        return 1
    out: Path = options.out or pack.with_name(f"{pack.stem}.{language}{pack.suffix}")
    if not _written(out, skeleton(loaded, pack.name, language)):
        return 1
    count = len(loaded.cards)
    cards = "1 card" if count == 1 else f"{count} cards"
    say(f"{out} has room for the words of {cards}. It must lie beside {pack.name}")
    say(f'and keep its name. "python main.py check {pack}" looks both over.')
    return 0


def _written(out: Path, text: str) -> bool:
    """Whether the file could be made; what somebody has written is never written over."""
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        say(f"{out} is there already, and is left as it is. Choose another name with --out.")
    except OSError as fault:
        say(f"{out} cannot be written: {fault.strerror}. Choose another place with --out.")
    else:
        return True
    return False
