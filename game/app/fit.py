"""Which cards do not fit in print: the measurer that `check` asks beside the screen's."""

from collections.abc import Iterator
from pathlib import Path

from game.content.fitting import Measurer, Misfit
from game.model.pack import Card, Pack
from game.printing.cards import fits
from game.printing.look import Look
from game.script.letters import is_plain
from game.tongue import _


def on_paper(assets: Path, today: str) -> Measurer:
    """A measurer with the printed card's own type and size."""
    look = Look(assets)

    def measure(pack: Pack, cards: tuple[Card, ...]) -> Iterator[Misfit]:
        for card in cards:
            if not is_plain("".join((card.title, card.scene, card.think, *card.talk))):
                # Paper cannot set these letters; `print` says so.
                continue
            for each in fits(card, pack, look, today)[:1]:
                field = "scene" if each.side == "front" else "talk"
                fix = _("Shorten it, or leave it: both cards are printed, and nothing is lost.")
                yield Misfit(card.id, field, each.sentence, fix)

    return measure
