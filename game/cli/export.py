"""`export`: a pack's cards in a spreadsheet."""

import argparse
from pathlib import Path

from game.cli.options import Commands, places, say


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("export", help="write a pack's cards to a spreadsheet")
    parser.add_argument("sheet", type=Path, metavar="cards.xlsx|cards.csv")
    # The same name as the option for playing, which stands before the command.
    parser.add_argument(
        "--pack", dest="of", type=Path, metavar="PATH", help="which pack; the core where left out"
    )
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from game.content.sheet.exchange import ENDINGS, export  # noqa: PLC0415 - only wanted here
    from game.content.sheet.table import SheetError  # noqa: PLC0415
    from game.files.writing import NotWritten, write_atomically  # noqa: PLC0415

    sheet: Path = options.sheet
    if sheet.suffix.lower() not in ENDINGS:
        say(f"{sheet}: the name has to end with .xlsx or .csv.")
        return 2
    try:
        data, count = export(options.of, sheet.suffix.lower(), places(options).content)
        write_atomically(sheet, data)
    except SheetError as trouble:
        say(f"{options.of}: {trouble.sentence}. {trouble.fix}".rstrip())
        return 2
    except NotWritten as trouble:
        say(f"{trouble.sentence} Close it in the spreadsheet program, and try again.")
        return 1
    print(f"{sheet}: {count} {'card' if count == 1 else 'cards'}, one row each.")
    return 0
