"""
The command line: global options, then a sub-command; none opens the window.

pygame is imported only when a window (or a picture of one) is wanted. No traceback reaches a
person: what cannot be done is said in a sentence, and the exit status is 1; wrong usage is 2.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from game import __version__
from game.app import places as places_of
from game.app.clock import today


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status for the shell."""
    parser = _parser()
    options = parser.parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
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
        _say(
            f"Something went wrong that should not have: {type(fault).__name__}: {fault}. "
            "Whatever the table had agreed is saved. Start again with --debug to see where."
        )
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="MaP: a board game on one shared screen for honest conversations about "
        "mental and physical health. With no command the game opens.",
    )
    parser.add_argument("--version", action="version", version=f"MaP {__version__}")
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep sessions (in DIR/saves), settings and exports here",
    )
    parser.add_argument("--pack", type=Path, metavar="FILE", help="play this pack")
    screen = parser.add_mutually_exclusive_group()
    screen.add_argument("--full-screen", action="store_true", help="fill the screen")
    screen.add_argument("--size", type=_size, metavar="WxH", help="window size in pixels")
    parser.add_argument("--text", type=_percent, metavar="PERCENT", help="text size, 80 to 200")
    parser.add_argument("--no-sound", action="store_true", help="play without sounds")
    parser.add_argument("--debug", action="store_true", help="show where a fault happened")
    parser.set_defaults(run=_play)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    check = commands.add_parser("check", help="find mistakes in packs, all at once")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--strict", action="store_true", help="warnings and advice count as well")
    check.set_defaults(run=_check)

    simulate = commands.add_parser("simulate", help="play sessions without a screen")
    simulate.add_argument("--sessions", type=_count, default=100, metavar="N")
    simulate.add_argument("--minutes", type=_count, default=60, metavar="M")
    simulate.add_argument("--seats", type=_seats, default=4, metavar="S")
    simulate.add_argument("--seed", type=int, default=1, metavar="K")
    simulate.add_argument("--json", action="store_true", help="print figures as JSON")
    simulate.set_defaults(run=_simulate)

    demo = commands.add_parser("demo", help="play a session by itself and save every screen")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.add_argument("--minutes", type=_count, default=30, metavar="M")
    demo.add_argument("--seats", type=_seats, default=4, metavar="S")
    demo.add_argument("--seed", type=int, default=7, metavar="K")
    demo.add_argument("--size", dest="demo_size", type=_size, default=(1920, 1080), metavar="WxH")
    demo.add_argument("--text", dest="demo_text", type=_percent, default=100, metavar="PERCENT")
    demo.add_argument("--palette", choices=("paper", "dark", "high contrast"), default="paper")
    demo.set_defaults(run=_demo)
    return parser


def _play(options: argparse.Namespace) -> int:
    trouble = _missing()
    if trouble:
        _say(trouble)
        return 1
    from game.ui.window.play import play  # noqa: PLC0415 - brings pygame

    return play(
        _places(options),
        pack=options.pack,
        size=options.size,
        full=options.full_screen,
        text=options.text,
        sound=not options.no_sound,
        say=_say,
    )


def _missing() -> str:
    """What stands in the way of opening a window, in a sentence; empty when nothing does."""
    try:
        os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
        import pygame  # noqa: PLC0415 - asked only whether it is there
    except ImportError:
        return (
            "The package pygame-ce is not installed. In the folder of the game, run "
            '"python -m pip install ." and start it again.'
        )
    if not getattr(pygame, "IS_CE", False):
        return (
            "The older package pygame is installed where MaP needs pygame-ce; both use one "
            'folder. Run "python -m pip uninstall -y pygame pygame-ce", then '
            '"python -m pip install ." in the folder of the game.'
        )
    if pygame.version.vernum[:2] < (2, 5):
        return (
            f"pygame-ce {pygame.version.ver} is too old: MaP needs 2.5.5 or newer. Run "
            '"python -m pip install --upgrade pygame-ce".'
        )
    return ""


def _check(options: argparse.Namespace) -> int:
    from game.content.check import run_check  # noqa: PLC0415 - only this command needs it

    paths: list[Path] = options.paths or [_places(options).content]
    return run_check(
        paths,
        today=today(),
        out=sys.stdout,
        as_json=options.format == "json",
        strict=options.strict,
    )


def _simulate(options: argparse.Namespace) -> int:
    from game.app.simulation import simulate  # noqa: PLC0415 - only this command needs it

    return simulate(
        _places(options).content,
        sessions=options.sessions,
        minutes=options.minutes,
        seats=options.seats,
        seed=options.seed,
        as_json=options.json,
        out=sys.stdout,
        progress=sys.stderr,
    )


def _demo(options: argparse.Namespace) -> int:
    trouble = _missing()
    if trouble:
        _say(trouble)
        return 1
    from game.demo import demo  # noqa: PLC0415 - brings pygame

    return demo(
        options.out,
        pack=options.pack,
        minutes=options.minutes,
        seats=options.seats,
        seed=options.seed,
        size=options.demo_size,
        text=options.demo_text,
        palette=options.palette,
        say=print,
    )


def _places(options: argparse.Namespace) -> places_of.Places:
    return places_of.find(options.data_dir or places_of.environment_override())


def _say(words: str) -> None:
    """A message for people: on standard error, apart from what a command prints as its result."""
    print(words, file=sys.stderr)


def _size(text: str) -> tuple[int, int]:
    w, cross, h = text.lower().partition("x")
    if not (cross and w.isdigit() and h.isdigit() and int(w) >= 320 and int(h) >= 240):
        raise argparse.ArgumentTypeError(f'"{text}" is not a size such as 1280x720')
    return int(w), int(h)


def _percent(text: str) -> int:
    digits = text.removesuffix("%")
    if not digits.isdigit() or not 80 <= int(digits) <= 200:
        raise argparse.ArgumentTypeError(f'"{text}" is not between 80 and 200')
    return int(digits)


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of 1 or more')
    return int(text)


def _seats(text: str) -> int:
    if not text.isdigit() or not 2 <= int(text) <= 8:
        raise argparse.ArgumentTypeError(f'"{text}" is not between 2 and 8')
    return int(text)
