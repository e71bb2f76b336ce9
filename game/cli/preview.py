"""`preview`: one card at every stage, as pictures."""

import argparse
from pathlib import Path

from game.cli.options import Commands, missing_window, percent, say, size


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("preview", help="save pictures of one card at every stage")
    parser.add_argument("card", metavar="CARD", help="its id or its short code")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="PNG|DIR",
        help="one picture of all stages, or a folder with one each",
    )
    # The same as the global option, so that it may stand on either side of the command's name.
    parser.add_argument(
        "--pack", type=Path, default=argparse.SUPPRESS, metavar="FILE", help="the card's pack"
    )
    parser.add_argument(
        "--size", dest="preview_size", type=size, default=(1280, 720), metavar="WxH"
    )
    parser.add_argument("--text", dest="preview_text", type=percent, default=100, metavar="PERCENT")
    parser.add_argument("--palette", choices=("paper", "dark", "high contrast"), default="paper")
    parser.set_defaults(run=_preview)


def _preview(options: argparse.Namespace) -> int:
    trouble = missing_window()
    if trouble:
        say(trouble)
        return 1
    from game.preview import preview  # noqa: PLC0415 - brings pygame

    return preview(
        options.card,
        options.out,
        pack=options.pack,
        size=options.preview_size,
        text=options.preview_text,
        palette=options.palette,
        say=print,
    )
