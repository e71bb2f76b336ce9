"""
Letters that the printed page cannot set: told in a sentence, and never printed out of order.

A page of ours is laid out letter after letter from left to right. What joins, stacks or turns would
come out wrong, its numbers among it; what the typeface lacks would come out as empty boxes.
"""

import unicodedata
from collections.abc import Iterable

from game.printing.page import Sheet, Words
from game.printing.typeface import FACES, Type
from game.script.letters import is_plain, script_of
from game.tongue import _


class CannotSetError(ValueError):
    """There are letters that print cannot set; the text says which and what helps, as a clause."""


def refuse_unset(sheets: Iterable[Sheet], faces: Type) -> None:
    """Raise `CannotSetError` where a sheet holds letters that would be printed wrong."""
    for sheet in sheets:
        for mark in sheet.marks:
            if isinstance(mark, Words) and not mark.text.isascii():
                _refuse(mark.text, faces)


def _refuse(text: str, faces: Type) -> None:
    if is_plain(text):
        face = faces.faces[FACES[0]]
        if all(face.has(each) or not _is_letter(each) for each in text):
            return
    script = script_of(text)
    words = text.strip()[:24]
    if script is not None:
        held = _("it holds {script} letters (“{words}”)").format(script=script.name, words=words)
    else:
        held = _("it holds letters that its typeface lacks (“{words}”)").format(words=words)
    raise CannotSetError(
        _(
            "{held}, which a PDF of ours cannot set yet. Choose the web page (a name that ends in "
            ".html): a browser sets and prints them as they should be"
        ).format(held=held)
    )


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"
