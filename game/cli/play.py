"""No command: the game opens in a window."""

import argparse
import gc
from pathlib import Path

from game.cli import accessibility
from game.cli.options import missing_window, places, say, size


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


def add_to(parser: argparse.ArgumentParser) -> None:
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


def _play(options: argparse.Namespace) -> int:
    # Hardly anything that a start makes is ever thrown away: looking for it, again and again,
    # would take a twentieth of the time until the first screen stands.
    gc.disable()
    try:
        return _opened(options)
    finally:
        gc.enable()


def _opened(options: argparse.Namespace) -> int:
    trouble = missing_window()
    if trouble:
        say(trouble)
        return 1
    from game.ui.window.play import play  # noqa: PLC0415 - brings pygame

    return play(
        places(options),
        packs=options.packs,
        size=options.size,
        full=options.full_screen,
        chosen=accessibility.chosen(options),
        sound=not options.no_sound,
        leave_nothing=options.leave_nothing,
        notes=options.notes_window,
        say=say,
    )
