"""
The command line: global options, then a sub-command; none opens the window. One file a command.

pygame is imported only when a window (or a picture of one) is wanted. No traceback reaches a
person: what cannot be done is said in a sentence, and the exit status is 1; wrong usage is 2.
"""

import argparse
import io
import os
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
from game.cli.options import say
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status for the shell."""
    _write_what_can_be_written()
    options = _options(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        accessibility.speak(options)
        return run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever was reading our output has gone; that is no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        if options.debug:
            raise
        say(
            f"Something went wrong that should not have: {type(fault).__name__}: {fault}. "
            "Whatever the table had agreed is saved. Start again with --debug to see where."
        )
        return 1


def _write_what_can_be_written() -> None:
    """Where a console has no letter for something (older Windows ones lack many), it shows a ?."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


class _NotOnlyPlayError(Exception):
    """The arguments ask for more than the game itself, or for something that there is not."""


class _PlayParser(argparse.ArgumentParser):
    """Knows what the game alone understands, and never speaks."""

    def error(self, message: str) -> NoReturn:
        raise _NotOnlyPlayError(message)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """
    What the arguments say.

    Making the parsers of all commands takes longer than the rest of the command line, and the game
    needs none of them. Whatever it does not know, the whole parser reads anew, and answers.
    """
    parser = _PlayParser(add_help=False)
    _add_globals(parser)
    try:
        options, more = parser.parse_known_args(arguments)
    except _NotOnlyPlayError:
        return _whole(arguments)
    return _whole(arguments) if more else options


def _whole(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the arguments say to all the commands; wrong usage ends here, told as shortly as can be."""
    parser = _parser()
    try:
        return parser.parse_args(arguments)
    except WrongUsageError as wrong:
        order = told(parser, sys.argv[1:] if arguments is None else arguments)
        if not order:
            wrong.parser.print_usage(sys.stderr)
        say(order or f"{wrong.parser.prog}: error: {wrong}")
        raise SystemExit(2) from None


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(
        prog="main.py",
        description="MaP: a board game on one shared screen for honest conversations about "
        "mental and physical health. With no command the game opens.",
    )
    parser.add_argument("--version", action="version", version=f"MaP {__version__}")
    _add_globals(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(commands)
    return parser


def _add_globals(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep sessions (in DIR/saves), settings and exports here",
    )
    parser.add_argument("--debug", action="store_true", help="show where a fault happened")
    play.add_to(parser)
