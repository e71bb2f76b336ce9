"""`dashboard`: many groups' sessions in one view."""

import argparse
import sys
from pathlib import Path

from game.app.clock import today
from game.cli.options import Commands, formats, places, say

EVERY = 250
"""After how many sessions progress is told again."""


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("dashboard", help="many groups' sessions in one view")
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="a folder with one folder for each group"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--format", type=formats, default=("html", "csv"), metavar="LIST")
    parser.set_defaults(run=_dashboard)


def _dashboard(options: argparse.Namespace) -> int:
    from game.files.writing import NotWritten  # noqa: PLC0415 - only this command needs these
    from game.report.collection import collect  # noqa: PLC0415
    from game.report.dashboard import dashboard_document  # noqa: PLC0415
    from game.report.export import write_document  # noqa: PLC0415
    from game.report.picture import Icons  # noqa: PLC0415
    from game.report.reading import CardWords  # noqa: PLC0415

    folder: Path = options.folder
    if not folder.is_dir():
        say(f"There is no folder {folder}.")
        return 1
    assets = places(options).assets
    found = collect(folder, _progress)
    if not found.sessions and not found.bad:
        say(f"There is no session in {folder}.")
        return 1
    document = dashboard_document(found, Icons(assets), CardWords(today()))
    try:
        written = write_document(document, options.out, "dashboard", options.format, assets)
    except NotWritten as fault:
        say(fault.sentence)
        return 1
    for path in written:
        print(path)
    for where, why in found.bad:
        say(f"Left out: {where}: {why}.")
    # What could not be read is listed on the page too; the page is what was asked for.
    return 0


def _progress(done: int, of: int) -> None:
    if done % EVERY == 0 or done == of:
        ending = "\n" if done == of else "\r" if sys.stderr.isatty() else "\n"
        sys.stderr.write(f"{done:,} of {of:,} sessions read{ending}")
        sys.stderr.flush()
