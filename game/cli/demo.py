"""`demo`: a session that plays by itself and saves a picture of each screen."""

import argparse
from pathlib import Path
from typing import Any

from game.cli import accessibility
from game.cli.options import Commands, count, missing_window, percent, say, seats, size


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("demo", help="play a session by itself and save every screen")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--minutes", type=count, default=30, metavar="M")
    parser.add_argument("--seats", type=seats, default=4, metavar="S")
    parser.add_argument("--seed", type=int, default=7, metavar="K")
    parser.add_argument("--size", dest="demo_size", type=size, default=(1920, 1080), metavar="WxH")
    parser.add_argument("--text", dest="demo_text", type=percent, metavar="PERCENT")
    parser.add_argument(
        "--palette",
        dest="demo_palette",
        choices=("paper", "dark", "high contrast", "high-contrast"),
    )
    parser.set_defaults(run=_demo)


def _demo(options: argparse.Namespace) -> int:
    trouble = missing_window()
    if trouble:
        say(trouble)
        return 1
    own: dict[str, Any] = {}
    if options.demo_text is not None:
        own["text"] = options.demo_text
    if options.demo_palette is not None:
        own["palette"] = options.demo_palette.replace("-", " ")
    from game.demo import demo  # noqa: PLC0415 - brings pygame

    return demo(
        options.out,
        packs=options.packs,
        minutes=options.minutes,
        seats=options.seats,
        seed=options.seed,
        size=options.demo_size,
        chosen=accessibility.chosen(options) | own,
        say=print,
    )
