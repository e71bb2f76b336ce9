"""`check --legibility`: whether everything can be read on a screen, or on paper, from where people sit."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

from game.app.clock import today
from game.app.legibility import Report, as_text, as_values
from game.app.viewing import PRESETS, USUAL, Viewing
from game.cli.options import missing_window, places, say
from game.model.pack import Pack

if TYPE_CHECKING:
    from pathlib import Path

FINE, SHORT, UNREADABLE = 0, 1, 2


def add_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--legibility",
        action="store_true",
        help="measure how large and how clear everything is for those who look at it",
    )
    parser.add_argument(
        "--screen", choices=PRESETS, default=USUAL, help="with --legibility: where it is seen"
    )
    parser.add_argument(
        "--diagonal", type=_length, metavar="INCHES", help="with --legibility: of the picture"
    )
    parser.add_argument(
        "--distance", type=_length, metavar="METRES", help="with --legibility: of the last seat"
    )
    parser.add_argument(
        "--json", action="store_const", const="json", dest="format", help="as --format json"
    )


def run(options: argparse.Namespace) -> int:
    """0 where nothing falls short of our goals, 1 where something does, 2 for what cannot be read."""
    seen = PRESETS[options.screen].at(diagonal=options.diagonal, distance=options.distance)
    packs = _packs(options)
    if isinstance(packs, int):
        return packs
    report = _measured(options, seen, packs)
    if report is None:
        return SHORT
    if options.format == "json":
        # Plain letters only: a console or a redirected file may know no others.
        sys.stdout.write(json.dumps(as_values(report), indent=2) + "\n")
    else:
        sys.stdout.write(as_text(report))
    scrolls = any(each.below > 0 for each in report.cards if each.text in {0, seen.text})
    return SHORT if report.short or (options.strict and scrolls) else FINE


def _measured(options: argparse.Namespace, seen: Viewing, packs: list[Pack]) -> Report | None:
    if seen.on_paper:
        from game.app.paperlegible import on_paper  # noqa: PLC0415 - only when it is asked for

        return on_paper(packs, seen, places(options).assets, today())
    if trouble := missing_window():
        say(trouble)
        return None
    from game.ui.window.legible import on_screen  # noqa: PLC0415 - brings pygame

    return on_screen(places(options), seen, packs)


def _packs(options: argparse.Namespace) -> list[Pack] | int:
    """The packs asked for; an exit status where one of them cannot be had."""
    from game.content.codes.reading import CANNOT_READ  # noqa: PLC0415 - only when it is asked for
    from game.content.load import load_pack  # noqa: PLC0415

    core: Path = places(options).content
    found: list[Pack] = []
    for path in options.paths or [core]:
        loaded = load_pack(path, core, today=today())
        if loaded.pack is not None:
            found.append(loaded.pack)
            continue
        if any(each.code == CANNOT_READ.number for each in loaded.diagnostics):
            say(f"{path} cannot be read. Run check to see why.")
            return UNREADABLE
        say(f"{path} cannot be played. Run check to see why.")
        return SHORT
    return found


def _length(text: str) -> float:
    try:
        length = float(text.replace(",", "."))
    except ValueError:
        length = 0.0
    if not 0.1 <= length <= 1000:
        raise argparse.ArgumentTypeError(f'"{text}" is not a length such as 55 or 2.5')
    return length
