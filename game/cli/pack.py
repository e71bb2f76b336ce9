"""`pack`: build one file to send, open one that came, list and remove those that are here."""

import argparse
import sys
from pathlib import Path

from game.app.clock import today
from game.cli.options import Commands, places, say


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("pack", help="send cards as one file, and open what others send")
    inner = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    build = inner.add_parser("build", help="check a pack and make one file of it")
    build.add_argument("path", type=Path, metavar="FOLDER|FILE")
    build.add_argument("--out", type=Path, metavar="ZIP", help="where to write it")
    build.set_defaults(run=_build)
    opening = inner.add_parser("open", help="check a zip and put it among your packs")
    opening.add_argument("path", type=Path, metavar="FILE.zip")
    opening.add_argument("--replace", action="store_true", help="in place of one of the same name")
    opening.set_defaults(run=_open)
    listing = inner.add_parser("list", help="the packs that are here")
    listing.set_defaults(run=_list)
    removing = inner.add_parser("remove", help="take away a pack that was opened here")
    removing.add_argument("name", metavar="NAME")
    removing.add_argument("--yes", action="store_true", help="without asking")
    removing.set_defaults(run=_remove)


def _build(options: argparse.Namespace) -> int:
    from game.app.packing import build  # noqa: PLC0415 - only this command needs it
    from game.app.packs import in_words  # noqa: PLC0415
    from game.content.render import all_as_text  # noqa: PLC0415
    from game.files.writing import NotWritten, write_atomically  # noqa: PLC0415

    path: Path = options.path
    if not path.exists():
        say(f"{path}: there is no such file or folder.")
        return 2
    out: Path = options.out or Path(f"{path.resolve().stem}.zip")
    if out.suffix.lower() != ".zip":
        say(f"{out}: the name has to end with .zip.")
        return 2
    day = today()
    built = build(path, core=places(options).content, today=day)
    if built.loaded.diagnostics:
        print(all_as_text(built.loaded.diagnostics, 20) + "\n")
    if built.holding is None:
        say(built.trouble)
        return 1
    try:
        write_atomically(out, built.data)
    except NotWritten as trouble:
        say(trouble.sentence)
        return 1
    print("\n".join(in_words(built.holding, day)))
    print(f"Written: {out}, {len(built.data):,} bytes. Send it as it is.")
    return 0


def _open(options: argparse.Namespace) -> int:
    from game.app.packs import in_words, install  # noqa: PLC0415 - only this command needs it
    from game.content.render import all_as_text  # noqa: PLC0415

    day = today()
    opened = install(options.path, places(options), today=day, replace=options.replace)
    if opened.findings:
        print(all_as_text(opened.findings, 20) + "\n")
    if opened.path is None or opened.holding is None:
        say(f"{options.path} was not opened: {opened.trouble}. {opened.fix}".rstrip())
        return 1
    print("\n".join(in_words(opened.holding, day)))
    for each in opened.left_out:
        print(f"Left out, for a pack has no use for it: {each}")
    print(f"It is now among your packs as {opened.path.name}.")
    print(f'Choose it under "Open a pack", or run: python main.py --pack "{opened.path}"')
    return 0


def _list(options: argparse.Namespace) -> int:
    from game.app.packs import in_words, look  # noqa: PLC0415 - only this command needs it
    from game.app.places import installed  # noqa: PLC0415

    found, day = places(options), today()
    for path in installed(found.packs):
        print(path.name)
        for line in in_words(look(path, found, today=day), day):
            print(f"    {line}")
    if not installed(found.packs):
        print("No packs from other people are here. The core pack comes with the game.")
    return 0


def _remove(options: argparse.Namespace) -> int:
    from game.app import packs  # noqa: PLC0415 - only this command needs it
    from game.app.places import installed  # noqa: PLC0415

    found, day = places(options), today()
    path = packs.named(options.name, installed(found.packs))
    if path is None:
        known = ", ".join(each.name for each in installed(found.packs)) or "none"
        say(f'No pack called "{options.name}" was opened here. There are: {known}.')
        return 2
    print("\n".join(packs.in_words(packs.look(path, found, today=day), day)))
    print(f"To be removed: {packs.what_goes(path)}")
    if not options.yes and not _agreed():
        say("Nothing was removed.")
        return 1
    said = packs.remove(path, found)
    print(said)
    return 0 if not path.exists() else 1


def _agreed() -> bool:
    if not sys.stdin.isatty():
        say("Add --yes to remove it without being asked.")
        return False
    return input("Remove it? Type yes: ").strip().casefold() in {"y", "yes"}
