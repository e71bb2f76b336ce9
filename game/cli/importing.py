"""`import`: cards from a spreadsheet into a pack's own file, after a look at what would change."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.options import Commands, places, say

if TYPE_CHECKING:
    from game.content.sheet.exchange import CardChange, Preview

# So many cards are told field by field; beyond that a person reads the file itself.
_SHOWN = 40
_LONGEST = 70


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("import", help="take cards from a spreadsheet into a pack's file")
    parser.add_argument("sheet", type=Path, metavar="FILE.xlsx|FILE.csv")
    parser.add_argument("--into", type=Path, required=True, metavar="PACK.yaml")
    parser.add_argument("--yes", action="store_true", help="write without asking")
    parser.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    from game.content.sheet.exchange import preview  # noqa: PLC0415 - only wanted here
    from game.content.sheet.table import SheetError  # noqa: PLC0415
    from game.files.writing import NotWritten, write_atomically  # noqa: PLC0415

    sheet, into = options.sheet, options.into
    before = into.read_bytes() if into.is_file() else None
    try:
        seen = preview(sheet, into, places(options).content)
    except SheetError as trouble:
        say(f"{sheet}: {trouble.sentence}. {trouble.fix}".rstrip())
        return 2
    if seen.trouble:
        say(f"Nothing was changed. {seen.trouble}")
        return 2
    print("\n".join(told(seen, sheet.name, into.name)))
    status = 1 if seen.waiting or any(each.is_error for each in seen.problems) else 0
    if not seen.changes:
        print(f"Nothing to write: {into.name} stays as it is.")
        return status
    if not options.yes and not _agreed(into.name):
        say("Nothing was written.")
        return 1
    if (into.read_bytes() if into.is_file() else None) != before:
        say(f"{into.name} was changed meanwhile, so nothing was written. Run this again.")
        return 1
    try:
        write_atomically(into, seen.data)
    except NotWritten as trouble:
        say(trouble.sentence)
        return 1
    count = len(seen.changes)
    print(f"Written: {count} {'card' if count == 1 else 'cards'} in {into}.")
    return status


def told(seen: "Preview", sheet: str, into: str) -> list[str]:
    """What would change, card by card and field by field, and what cannot go in yet."""
    lines = [f"{sheet} → {into}"]
    for change in seen.changes[:_SHOWN]:
        lines += _change(change)
    if len(seen.changes) > _SHOWN:
        lines.append(f"  and {len(seen.changes) - _SHOWN} more cards")
    if seen.untouched:
        lines.append(f"  untouched: {_cards(seen.untouched)}")
    if seen.elsewhere:
        lines.append(f"  not in the sheet, so left as they are: {_cards(seen.elsewhere)}")
    if seen.waiting:
        rows = "1 row" if seen.waiting == 1 else f"{seen.waiting} rows"
        lines.append(f"  cannot go in yet: {rows}; the others can")
    if seen.problems:
        lines += ["", *(each.in_words() for each in seen.problems), ""]
    return lines


def _change(change: "CardChange") -> list[str]:
    if change.added:
        return [f"  new        row {change.row}: {change.id} ({change.title})"]
    lines = [f"  changed    row {change.row}: {change.id}"]
    for each in change.fields:
        lines.append(f"               {each.column}")
        lines.append(f"                 now:  {_short(each.before)}")
        lines.append(f"                 then: {_short(each.after)}")
    return lines


def _short(text: str) -> str:
    flat = " ".join(text.split())
    if not flat:
        return "(empty)"
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _cards(count: int) -> str:
    return "1 card" if count == 1 else f"{count} cards"


def _agreed(name: str) -> bool:
    if not sys.stdin.isatty():
        say("Add --yes to write it without being asked.")
        return False
    return input(f"Write this into {name}? Type yes: ").strip().casefold() in {"y", "yes"}
