"""How large everything is in print: the smallest type of each part of the kit, and cards too long."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.app.legibility import Overflow, Report, Sized, Smallest
from game.app.viewing import POINT, Viewing
from game.model.pack import Pack
from game.printing.kit import PARTS, NothingToPrintError, Wish, kit, laid_out
from game.printing.page import Words
from game.printing.typeface import typeface

SHOWN_LETTERS = 30


def on_paper(packs: Sequence[Pack], viewing: Viewing, assets: Path, today: str) -> Report:
    """Everything there is to measure in print, held at this distance."""
    sizes = tuple(_parts(packs[0], viewing, assets, today)) if packs else ()
    cards = tuple(
        Overflow(each.code, each.title, 0, f"its {each.side}", each.lines)
        for pack in packs
        for printed in laid_out(pack, Wish(what=("cards",)), assets, today)
        for each in printed.misfits
    )
    return Report(viewing, sizes, (), cards, sum(len(pack.cards) for pack in packs))


def _parts(pack: Pack, viewing: Viewing, assets: Path, today: str) -> Iterator[Sized]:
    for part, name in PARTS.items():
        for large in (False, True):
            if large and part != "cards":
                continue
            try:
                sheets = kit(pack, Wish(what=(part,), large_print=large), assets, today).sheets
            except NothingToPrintError:
                continue
            words = [each for sheet in sheets for each in sheet.texts() if each.text.strip()]
            if words:
                where = f"{name}, large print" if large else name
                yield _sized(where, words, viewing, assets)


def _sized(where: str, words: list[Words], viewing: Viewing, assets: Path) -> Sized:
    """The size that most letters of a part have, and the smallest of all."""
    letters: Counter[float] = Counter()
    for each in words:
        letters[round(each.size, 2)] += len(each.text)
    usual = letters.most_common(1)[0][0]
    reading = next(each for each in words if round(each.size, 2) == usual)
    least = min(words, key=lambda each: each.size)

    def measured(op: Words) -> Smallest:
        height = typeface(assets).faces[op.face].x_height * op.size * POINT
        return Smallest(round(op.size, 2), height, viewing.minutes(height), op.text[:SHOWN_LETTERS])

    return Sized(where, 0, measured(reading), measured(least))
