"""`print`: the kit as PDF, or as one accessible web page."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.clock import today
from game.app.places import Places, shortened
from game.cli.options import Commands, places, say
from game.model.themes import Theme

if TYPE_CHECKING:
    from game.printing.kit import Wish


def add_to(commands: "Commands[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "print",
        help="print cards, board and forms, as PDF or as a web page",
        description="Writes the printed game: as PDF, or as one accessible web page where the name "
        "given with --out ends in .html.",
    )
    parser.add_argument(
        "--pack", dest="print_pack", type=Path, metavar="FILE", help="print this pack"
    )
    parser.add_argument(
        "--what",
        metavar="PARTS",
        default="",
        help="parts of the kit, with commas between them; --what list names them. All, if left out",
    )
    parser.add_argument(
        "--cards", metavar="CODES", default="", help="only these cards, such as E-07,R-01"
    )
    parser.add_argument(
        "--theme",
        action="append",
        choices=[theme.value for theme in Theme],
        default=[],
        help="only cards of this theme; may be given more than once",
    )
    parser.add_argument("--paper", type=_paper, default="A4", metavar="{A4,Letter}")
    parser.add_argument("--layout", choices=("single", "duplex", "fold"), default="duplex")
    parser.add_argument(
        "--flip", choices=("long", "short"), default="long", help="the edge the printer turns on"
    )
    parser.add_argument(
        "--offset",
        type=_offset,
        default=(0.0, 0.0),
        metavar="X,Y",
        help="move all backs right and down by so many millimetres, such as --offset=-0.5,1; the "
        "calibration page tells how many",
    )
    parser.add_argument("--ink-saving", action="store_true", help="white cards with a thin band")
    parser.add_argument(
        "--large-print", action="store_true", help="cards of half a sheet, no type under 16 point"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="a name that ends in .pdf or .html"
    )
    parser.set_defaults(run=_print)


def _print(options: argparse.Namespace) -> int:
    # Only this command needs them, and pages take a while to bring.
    from game.app.printer import (  # noqa: PLC0415
        NotPrintedError,
        Order,
        file_name,
        print_to_file,
    )
    from game.content.load import load_pack  # noqa: PLC0415

    if options.what == "list":
        return _list_parts()
    wish = _wish(options)
    if isinstance(wish, str):
        say(wish)
        return 2
    own = places(options)
    path: Path = options.print_pack or options.pack or own.content / "scenarios.yaml"
    if not path.exists():
        say(f"There is no pack at {path}.")
        return 2
    day = today()
    pack = load_pack(path, core=own.content, today=day, advice=False).pack
    if pack is None:
        say(f'Nothing in {path} can be printed yet. "python main.py check {path}" says why.')
        return 1
    out: Path = options.out or _default(own, file_name(pack, wish))
    if out.suffix.lower() not in {".pdf", ".html", ".htm"} and not out.is_dir():
        say(f"{out.name} ends neither in .pdf nor in .html, so it is not clear what to write.")
        return 2
    if out.is_dir():
        out = out / file_name(pack, wish)
    order = Order(pack, wish, own.assets, day, out)
    try:
        printed = print_to_file(order, _progress)
    except NotPrintedError as fault:
        say(str(fault))
        return 1
    for note in printed.notes:
        say(note)
    pages = f"{printed.pages} pages" if printed.pages != 1 else "1 page"
    print(f"{printed.path}  ({pages})" if printed.pages else printed.path)
    return 0


def _wish(options: argparse.Namespace) -> "Wish | str":
    """What is wished for, or a sentence about what cannot be."""
    from game.printing.grid import Flip, Layout  # noqa: PLC0415
    from game.printing.kit import PARTS, Wish  # noqa: PLC0415
    from game.printing.page import MM, Paper  # noqa: PLC0415

    what = _split(options.what) or tuple(PARTS)
    unknown = [part for part in what if part not in PARTS]
    if unknown:
        return f'The kit has no part called "{unknown[0]}". It has: {", ".join(PARTS)}.'
    codes = _split(options.cards)
    if (codes or options.theme) and not options.what:
        what = ("cards",)
    x, y = options.offset
    return Wish(
        what,
        codes,
        tuple(Theme(each) for each in options.theme),
        Paper(options.paper),
        Layout(options.layout),
        Flip(options.flip),
        (x * MM, y * MM),
        options.ink_saving,
        options.large_print,
    )


def _list_parts() -> int:
    from game.printing.kit import PARTS  # noqa: PLC0415

    for part, name in PARTS.items():
        print(f"{part:<16} {name}")
    return 0


def _split(text: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in text.replace(" ", ",").split(",") if each.strip())


def _default(own: Places, name: str) -> Path:
    out = own.exports / name
    say(f"It goes to {shortened(out.parent)}; choose another place with --out.")
    return out


def _progress(part: str, done: int, of: int) -> None:
    if part:
        say(f"{done + 1} of {of}  {part}")


def _paper(text: str) -> str:
    for name in ("A4", "Letter"):
        if text.casefold() == name.casefold():
            return name
    raise argparse.ArgumentTypeError(f'"{text}" is not a paper; choose A4 or Letter')


def _offset(text: str) -> tuple[float, float]:
    try:
        x, y = (float(each) for each in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f'"{text}" is not two numbers of millimetres with a comma between, such as 0.5,-1'
        ) from None
    if max(abs(x), abs(y)) > 10:
        raise argparse.ArgumentTypeError("an offset is at most 10 millimetres either way")
    return x, y
