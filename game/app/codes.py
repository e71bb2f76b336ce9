"""
Card codes as people type them: "E-07", "e7" and "E 7" are the same card.

What cannot be read is answered with the nearest codes, and with the pack that has the card.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.model.pack import Card, Moment, Pack
from game.tongue import _

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.desk import Desk

LONGEST = 40
"""As many characters as a field for a code takes: part of a title finds a card as well."""
MOST_NEAR = 4

_CODE = re.compile(r"([a-z])[\W_]*(\d{1,2})")
_NUMBER = re.compile(r"\d{1,2}")


def code_in(typed: str) -> str:
    """The code as printed, such as "E-07"; empty where the text is no code."""
    found = _CODE.fullmatch(typed.strip().casefold())
    return f"{found[1].upper()}-{int(found[2]):02}" if found else ""


def card_with(pack: Pack, typed: str) -> Card | None:
    """The card whose code this is."""
    code = code_in(typed)
    return next((card for card in pack.cards if card.code == code), None) if code else None


def moment_with(pack: Pack, typed: str) -> Moment | None:
    """The moment whose code this is."""
    code = code_in(typed)
    return next((each for each in pack.moments if each.code == code), None) if code else None


def near(pack: Pack, typed: str) -> tuple[Card, ...]:
    """
    Up to four cards that may be meant.

    By the nearest number of the same letter, then the same number under other letters; by letter
    or number alone; and by a word of the title.
    """
    words = typed.strip().casefold()
    code = code_in(words)
    if code:
        number = int(code[2:])
        alike = sorted(
            (card for card in pack.cards if card.code[0] == code[0]),
            key=lambda card: (abs(int(card.code[2:]) - number), card.code),
        )[:2]
        others = [card for card in pack.cards if card.code[2:] == code[2:]]
        return tuple(dict.fromkeys((*alike, *others)))[:MOST_NEAR]
    if _NUMBER.fullmatch(words):
        return _first(card for card in pack.cards if int(card.code[2:]) == int(words))
    if len(words) == 1:
        return _first(card for card in pack.cards if card.code[0].casefold() == words)
    if len(words) < 3:
        return ()
    return _first(card for card in pack.cards if words in card.title.casefold())


def _first(cards: Iterable[Card]) -> tuple[Card, ...]:
    return tuple(sorted(cards, key=lambda card: card.code))[:MOST_NEAR]


def elsewhere(desk: "Desk", typed: str) -> str:
    """The title of a pack on this machine that is not played now and has the code; else empty."""
    from game.content.load import load_packs  # noqa: PLC0415 - only a code that is missing asks

    code = code_in(typed)
    others: tuple[Path, ...] = tuple(each for each in desk.packs() if each not in desk.chosen)
    for path in others if code else ():
        pack = load_packs((path,), core=desk.places.content, today=desk.today(), advice=False).pack
        if pack is not None and any(card.code == code for card in pack.cards):
            return pack.title
    return ""


def missing(desk: "Desk", typed: str) -> str:
    """Why no card was found, in a sentence."""
    code = code_in(typed)
    if not typed.strip():
        return _("Type the code on the card, such as E-07.")
    if not code:
        return _("That is no card’s code. A code is a letter and a number, such as E-07.")
    pack = elsewhere(desk, typed)
    if pack:
        return _("{code} is a card of “{pack}”, and this session plays another pack.").format(
            code=code, pack=pack
        )
    return _("No card of this pack has the code {code}.").format(code=code)
