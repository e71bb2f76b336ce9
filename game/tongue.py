"""
The words of the interface, in the language that was chosen. What stands in the code is English.

Whole sentences only, with their places named: `_("{name} rolls").format(name=…)`. Whatever stands
in a table is marked with `N_`, and translated by `_` where it is shown: what is written to disk
stays English. Pure: catalogues are read by `game/app/languages.py`.
"""

from typing import Protocol


class Catalogue(Protocol):
    """What a language has to offer; the standard library's `GNUTranslations` does."""

    def gettext(self, message: str) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...

    def pgettext(self, context: str, message: str) -> str: ...


_catalogue: Catalogue | None = None


def speak(catalogue: Catalogue | None) -> None:
    """Use these words from now on; None is English."""
    global _catalogue  # noqa: PLW0603 - one screen, one language at a time
    _catalogue = catalogue


def spoken() -> Catalogue | None:
    """The words in use; None is English."""
    return _catalogue


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


def N_(message: str) -> str:  # noqa: N802 - the name by which every gettext tool knows it
    """The message itself: a mark for the catalogue, where words stand in a table."""
    return message
