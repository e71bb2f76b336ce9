"""
What was typed behind `main.py`, made sense of: global options, then a sub-command, one file each.

Brought only where anything was typed: the game by itself does not wait for it.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from game import __version__
from game.cli import (
    accessibility,
    check,
    coverage,
    dashboard,
    demo,
    doctor,
    export,
    importing,
    new,
    pack,
    play,
    preview,
    printout,
    report,
    schema,
    sessions,
    simulate,
)
from game.cli.options import places, say, size
from game.cli.order import CommandParser, WrongUsageError, told

COMMANDS = (
    check,
    coverage,
    pack,
    export,
    importing,
    new,
    preview,
    schema,
    printout,
    sessions,
    simulate,
    demo,
    report,
    dashboard,
    doctor,
)
"""In the order in which `--help` lists them."""


class _NotOnlyPlayError(Exception):
    """The arguments ask for more than the game itself, or for something that there is not."""


class _PlayParser(argparse.ArgumentParser):
    """Knows what the game alone understands, and never speaks."""

    def error(self, message: str) -> NoReturn:
        raise _NotOnlyPlayError(message)


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """
    What the arguments say.

    Making the parsers of all commands takes longer than the rest of the command line, and the game
    needs none of them. Whatever it does not know, the whole parser reads anew, and answers.
    """
    short = _PlayParser(add_help=False)
    _add_globals(short)
    try:
        read, more = short.parse_known_args(arguments)
    except _NotOnlyPlayError:
        return _whole(arguments)
    return _whole(arguments) if more else read


def _whole(arguments: Sequence[str]) -> argparse.Namespace:
    """What the arguments say to all the commands; wrong usage ends here, told as shortly as can be."""
    whole = parser()
    try:
        return whole.parse_args(arguments)
    except WrongUsageError as wrong:
        order = told(whole, arguments)
        if not order and wrong.parser is not whole:
            # The usage of one command is short; that of the whole program hides what is wrong.
            wrong.parser.print_usage(sys.stderr)
        say(order or f"{wrong.parser.prog}: error: {wrong} (--help lists what can be given)")
        raise SystemExit(2) from None


def obey(given: argparse.Namespace) -> int:
    """Do what was asked, in the language that was given; the exit status."""
    accessibility.speak(given)
    run: Callable[[argparse.Namespace], int] = given.run
    return run(given)


def parser() -> argparse.ArgumentParser:
    """Of all options and commands."""
    whole = CommandParser(
        prog="main.py",
        description="MaP: a board game on one shared screen for honest conversations about "
        "mental and physical health. With no command the game opens.",
    )
    whole.add_argument("--version", action="version", version=f"MaP {__version__}")
    _add_globals(whole)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return whole


def _add_globals(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep sessions (in DIR/saves), settings and exports here",
    )
    parser.add_argument("--debug", action="store_true", help="show where a fault happened")
    _add_playing(parser)


def _add_playing(parser: argparse.ArgumentParser) -> None:
    """The global options that playing understands."""
    parser.add_argument(
        "--pack",
        type=Path,
        action=_AlsoThisPack,
        metavar="FILE",
        help="play this pack; given again, several together",
    )
    parser.set_defaults(packs=())
    screen = parser.add_mutually_exclusive_group()
    screen.add_argument("--full-screen", action="store_true", help="fill the screen")
    screen.add_argument("--size", type=size, metavar="WxH", help="window size in pixels")
    parser.add_argument("--no-sound", action="store_true", help="play without sounds")
    parser.add_argument(
        "--leave-nothing",
        action="store_true",
        help="keep new sessions in memory alone, and write no settings",
    )
    parser.add_argument(
        "--notes-window",
        action="store_true",
        help="open the facilitator's notes in a second window, covered at first",
    )
    accessibility.add_to(parser)
    parser.set_defaults(run=_play)


def _play(given: argparse.Namespace) -> int:
    return play.start(
        places(given),
        packs=given.packs,
        size=given.size,
        full=given.full_screen,
        chosen=accessibility.chosen(given),
        sound=not given.no_sound,
        leave_nothing=given.leave_nothing,
        notes=given.notes_window,
    )


class _AlsoThisPack(argparse.Action):
    """Keeps every pack named in `packs`, and the first in `pack` for commands that take one."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        del parser, option_string
        namespace.packs = (*namespace.packs, values)
        namespace.pack = namespace.packs[0]
