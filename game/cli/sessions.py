"""`sessions`: what is saved, in words; export, erase, verify and bring back."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.app import clock
from game.app import places as places_of
from game.cli.options import Commands, places, say

if TYPE_CHECKING:
    from game.app.looking import Looked

# The rooms behind are brought when a command runs: `--help` of the others does not wait for them.


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("sessions", help="list, show, export, erase, verify, restore")
    kinds = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    listed = _sub(kinds, "list", "what exists, when, how far, and who has it open", _list)
    listed.add_argument("--json", action="store_true", help="print the list as JSON")
    show = _sub(kinds, "show", "one session in words: seats, cards, every step", _show)
    show.add_argument("session", metavar="SESSION", help=_WHICH)
    export = _sub(kinds, "export", "write a session's log, and the session with it", _export)
    export.add_argument("session", metavar="SESSION", help=_WHICH)
    export.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .zip with everything, or a .txt or .csv of the log; a folder gets a .zip",
    )
    erase = _sub(
        kinds, "erase", "erase sessions with their backups, after showing what goes", _erase
    )
    erase.add_argument("session", nargs="?", metavar="SESSION", help=_WHICH)
    erase.add_argument("--all", action="store_true", help="erase every session and every backup")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    check = _sub(kinds, "verify", "read a session and change nothing: exit 0 whole, 1 mended or cut, "
                 "2 cannot be opened, or not by this version", _verify)  # fmt: skip
    check.add_argument("folder", metavar="FOLDER", help=_WHICH)
    back = _sub(
        kinds, "restore", "bring a session back from a backup, an export or a folder", _restore
    )
    back.add_argument(
        "copy",
        nargs="?",
        metavar="COPY",
        help="a session (its newest backup), an exported .zip or a session's folder; "
        "without it, the backups are listed",
    )
    back.add_argument("--backup", type=int, metavar="N", help="this backup of the session")
    _sub(kinds, "held", "what is kept: which files, what is in them, for how long", _held)


_WHICH = "its number in the list, its name or how the name begins, or its folder"

_Run = Callable[[argparse.Namespace], int]


def _sub(
    kinds: "Commands[argparse.ArgumentParser]", name: str, told: str, run: _Run
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=told, description=told[:1].upper() + told[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def _saves(options: argparse.Namespace) -> Path:
    return places(options).saves


# Which session is meant.


def _found(options: argparse.Namespace, meant: str) -> Path | None:
    """The folder of the session that somebody names; None after saying why there is none."""
    from game.app.listed import meant_by, several  # noqa: PLC0415
    from game.app.removing import everything  # noqa: PLC0415

    saves = _saves(options)
    names = everything(saves)
    begun = meant_by(meant, names)
    if len(begun) == 1:
        return saves / begun[0]
    if len(begun) > 1:
        say(several(meant, begun))
        return None
    try:
        there = Path(meant).is_dir() if meant else False
    except (OSError, ValueError):
        there = False
    if there:
        return Path(meant)
    say(
        f"No session is called “{meant}”. “sessions list” shows those that there are, "
        "by number and name."
        if names
        else f"There is no session called “{meant}”: none is saved in {places_of.shortened(saves)}."
    )
    return None


# The commands.


def _list(options: argparse.Namespace) -> int:
    from game.app.listed import as_json, as_lines  # noqa: PLC0415
    from game.app.listing import Listing, Summaries  # noqa: PLC0415

    saves = _saves(options)
    listed = Listing(saves, Summaries(), at_once=True).now
    sys.stdout.write(as_json(listed) if options.json else as_lines(listed, saves))
    return 0


def _show(options: argparse.Namespace) -> int:
    from game.app.removing import what_goes  # noqa: PLC0415
    from game.app.takeaway import readable  # noqa: PLC0415

    looked = _looked(options)
    if looked is None:
        return 1
    if looked.held:
        sys.stdout.write(f"{looked.held}\n")
    sys.stdout.write(readable(looked))
    files = "".join(f"  {line}\n" for line in what_goes(looked.folder.parent, looked.folder.name))
    sys.stdout.write(f"\nWhat is held in {places_of.shortened(looked.folder)}:\n{files}")
    return 0


def _looked(options: argparse.Namespace) -> "Looked | None":
    """The session that is meant, read; None after saying why it cannot be."""
    from game.app.looking import look  # noqa: PLC0415
    from game.journal.store import CannotOpen  # noqa: PLC0415

    folder = _found(options, options.session)
    if folder is None:
        return None
    looked = look(folder, clock.today())
    if isinstance(looked, CannotOpen):
        say(_only_backups(folder) or looked.sentence)
        return None
    return looked


def _only_backups(folder: Path) -> str:
    from game.app.returning import kept_of  # noqa: PLC0415

    if folder.exists() or not kept_of(folder.parent, folder.name):
        return ""
    return (
        f"Only backups are left of {folder.name}. “sessions restore {folder.name}” brings the "
        "newest back."
    )


def _export(options: argparse.Namespace) -> int:
    from game.app.takeaway import take_along  # noqa: PLC0415
    from game.files.writing import NotWritten  # noqa: PLC0415

    looked = _looked(options)
    if looked is None:
        return 1
    try:
        path = take_along(looked, options.out)
    except NotWritten as why:
        say(why.sentence)
        return 1
    print(f"Written: {path}")
    return 0


def _erase(options: argparse.Namespace) -> int:
    from game.app.removing import everything, named_programmes, remove, what_goes  # noqa: PLC0415

    saves = _saves(options)
    if options.all == (options.session is not None):
        say("Say which session to erase, or --all.")
        return 2
    if options.all:
        names = everything(saves)
        if not names and not named_programmes(saves):
            print("Nothing is saved, so there is nothing to erase.")
            return 0
    else:
        folder = _found(options, options.session)
        if folder is None:
            return 1
        if folder.absolute().parent != saves.absolute():
            say(f"{folder} is not among the saved sessions. Delete the folder itself.")
            return 1
        names = (folder.name,)
    for name in names:
        print(f"{name}: {'; '.join(what_goes(saves, name))}.")
    named = named_programmes(saves) if options.all else ""
    if named:
        print(f"Also {named}.")
    if not options.yes and not _agreed(len(names)):
        print("Nothing was erased.")
        return 1
    removed = remove(saves, names, clock.stamp(), programmes=options.all)
    for name, why in removed.kept:
        say(f"{name} stays: {why}")
    print(removed.sentence if not removed.kept else f"Erased: {len(removed.erased)}.")
    return 1 if removed.kept else 0


def _agreed(count: int) -> bool:
    """Whether somebody at the keys types the word; nobody there means no."""
    what = "this session" if count == 1 else f"these {count} sessions"
    print(f"Nothing brings it back. Type ERASE to erase {what}: ", end="", flush=True)
    try:
        return input().strip() == "ERASE"
    except EOFError:
        print()
        return False


def _verify(options: argparse.Namespace) -> int:
    from game.journal.verify import verify  # noqa: PLC0415

    given = Path(options.folder)
    try:
        there = given.exists()
    except (OSError, ValueError):
        there = False
    folder = given if there else _found(options, options.folder)
    if folder is None:
        return 2
    verdict = verify(folder)
    for sentence in verdict.sentences:
        print(sentence)
    return int(verdict.soundness)


def _restore(options: argparse.Namespace) -> int:
    from game.app.returning import bring_back, kept_of  # noqa: PLC0415

    saves = _saves(options)
    if options.copy is None:
        return _list_backups(saves)
    given = Path(options.copy)
    copy: Path | None = None
    if options.backup is None and (given.is_file() or given.is_dir()):
        copy = given
    else:
        folder = _found(options, options.copy)
        if folder is None:
            return 1
        kept = kept_of(saves, folder.name)
        wanted = [each for each in kept if options.backup in {None, each.number}]
        if not wanted:
            listed = ", ".join(str(each.number) for each in kept)
            say(
                f"{folder.name} has the backups {listed}."
                if kept
                else f"There is no backup of {folder.name}. One is made whenever a session is left."
            )
            return 1
        copy = wanted[0].path
    returned = bring_back(copy, saves)
    if returned.folder is None:
        say(returned.sentence)
        return 1
    print(returned.sentence)
    return 0


def _list_backups(saves: Path) -> int:
    from game.journal.backups import backups  # noqa: PLC0415

    there = backups(saves)
    for each in there:
        when = each.at.replace("T", " ").replace(":00Z", " UTC")
        print(f"{each.session}  backup {each.number}, made {when}")
    if not there:
        print("There are no backups. One is made whenever a session is left.")
    return 0


def _held(options: argparse.Namespace) -> int:
    from game.app.held import as_text, sheet  # noqa: PLC0415
    from game.app.removing import everything, size  # noqa: PLC0415
    from game.journal.holdings import holdings  # noqa: PLC0415

    here = places(options)
    sys.stdout.write(as_text(sheet(here)))
    names = everything(here.saves)
    held = [holdings(here.saves / name) for name in names]
    count = sum(len(each.backups) for each in held)
    together = size(sum(each.bytes for each in held))
    sessions = "1 session" if len(names) == 1 else f"{len(names)} sessions"
    kept = "1 backup" if count == 1 else f"{count} backups"
    print(f"\nNow on this computer: {sessions}, {kept}, {together}.")
    return 0
