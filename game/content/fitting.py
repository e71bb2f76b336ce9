"""
Whether cards fit where people read them: what a measurer is, and its findings told to the author.

Measuring needs type, which this room does not have: the screen's measurer lives in
`ui/window/fit.py`, and another one (for the printed card) is given beside it in the same way.
"""

from collections.abc import Callable, Iterable

from game.content.codes import advice as codes
from game.content.decode import Sections
from game.content.decoder import mark_length
from game.content.diagnostics import Code, Diagnostic, found
from game.content.nodes import start_of
from game.model.pack import Card, Pack
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Misfit:
    """A card that does not fit: the field to change, what was found, what would be right."""

    card: str
    field: str
    sentence: str
    fix: str
    code: Code = codes.DOES_NOT_FIT


Measurer = Callable[[Pack, tuple[Card, ...]], Iterable[Misfit]]
"""Says which of these cards of a pack do not fit somewhere."""


def measured(pack: Pack, own: Sections, measurers: Iterable[Measurer]) -> list[Diagnostic]:
    """What the measurers say of a pack's own cards; the core's are the core's business."""
    items = {each.name: each for each in own.good("cards")}
    cards = tuple(card for card in pack.cards if card.id in items)
    findings = []
    for measurer in measurers:
        for misfit in measurer(pack, cards):
            item = items[misfit.card]
            node = item.part(misfit.field)
            findings.append(
                found(
                    misfit.code,
                    item.source,
                    start_of(node),
                    mark_length(node),
                    misfit.sentence,
                    misfit.fix,
                )
            )
    return findings
