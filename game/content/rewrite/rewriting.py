"""
Edits in, a new text out: finds the items, lets the pen write, and reads the outcome back.

What should come out is worked out a second time on plain values, so that nothing is accepted
that says something else, here or anywhere in the file.
"""

from collections.abc import Iterable, Mapping

from game.content.rewrite.edits import Edit, Refused, Rewritten, Value
from game.content.rewrite.items import ENTANGLED
from game.content.rewrite.layout import Splice, apply_splices, in_order, overlap
from game.content.rewrite.letters import Letters
from game.content.rewrite.page import Page
from game.content.rewrite.pen import CannotWriteError, value_of


def rewrite(text: str, edits: Iterable[Edit]) -> Rewritten | Refused:
    """
    The text of a pack's file after *edits*, one after another; all of them, or none.

    Each changes only its own lines. *text* has plain line ends; `Letters` keeps a file's own.
    """
    outcome = splices_for(text, edits)
    if isinstance(outcome, Refused):
        return outcome
    for each in outcome:
        text = apply_splices(text, each)
    return Rewritten(text)


def rewrite_bytes(data: bytes, edits: Iterable[Edit]) -> bytes | Refused:
    """As `rewrite`, for a file as it lies on disk: its letters and line ends stay as they are."""
    letters = Letters.of(data)
    if letters is None:
        return Refused("This file is saved in letters that cannot be told: save it as UTF-8 first.")
    outcome = splices_for(letters.text, edits)
    if isinstance(outcome, Refused):
        return outcome
    for each in outcome:
        letters = letters.spliced(each)
    return letters.data()


def splices_for(text: str, edits: Iterable[Edit]) -> tuple[tuple[Splice, ...], ...] | Refused:
    """The splices that `rewrite` makes, in rounds: the places of each count in the text before it."""
    waiting = list(edits)
    rounds: list[tuple[Splice, ...]] = []
    while waiting:
        page = Page(text)
        try:
            done = page.take(waiting)
        except CannotWriteError as error:
            return Refused(str(error))
        splices = in_order(page.pen.splices)
        after = apply_splices(text, splices)
        if overlap(splices):
            return Refused(ENTANGLED)
        if sentence := page.wanted.differs(after):
            return Refused(sentence)
        rounds.append(splices)
        text, waiting = after, waiting[done:]
    return tuple(rounds)


def item_values(text: str, section: str) -> dict[str, dict[str, Value]]:
    """What each item of a section says in *text*, by its id or key."""
    page = Page(text)
    return {
        each.name: dict(value)
        for each in page.items(section)
        if isinstance(value := value_of(each.node), Mapping)
    }
