"""
The words of the interface, in the language that was chosen. What stands in the code is English.

Whole sentences only, with their places named: `_("{name} rolls").format(name=…)`. Whatever stands
in a table is marked with `N_`, and translated by `_` where it is shown: what is written to disk
stays English. Pure: catalogues are read by `game/app/languages.py`.
"""

from collections.abc import Sequence
from typing import Protocol

ENGLISH = "en-GB"


class Catalogue(Protocol):
    """What a language has to offer; the standard library's `GNUTranslations` does."""

    def gettext(self, message: str) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...


_catalogue: Catalogue | None = None
_language = ENGLISH


def speak(catalogue: Catalogue | None, language: str = ENGLISH) -> None:
    """Use these words from now on, of the language with this code; None is English."""
    global _catalogue, _language
    _catalogue, _language = catalogue, language


def language() -> str:
    """The code of the language in use, as pages and voices name it."""
    return _language


def _(message: str) -> str:
    """The sentence in the language chosen."""
    # An empty message would be answered with the head of the catalogue.
    return message if _catalogue is None or not message else _catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for so many; the number itself is put in by `format`."""
    if _catalogue is None:
        return one if count == 1 else many
    return _catalogue.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """A word that means several things, in the one that *context* tells the translator."""
    return message if _catalogue is None else _catalogue.pgettext(context, message)


def listed(parts: Sequence[str]) -> str:
    """Several things in a row of words, such as "asthma and low mood"."""
    said = list(parts)
    while len(said) > 1:
        said[-2:] = [_("{one} and {other}").format(one=said[-2], other=said[-1])]
    return said[0] if said else ""


def N_(message: str) -> str:  # noqa: N802 - the name by which every gettext tool knows it
    """The message itself: a mark for the catalogue, where words stand in a table."""
    return message
