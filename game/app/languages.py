"""The languages of the interface: their own names, and their words as read from the catalogues."""

from pathlib import Path
from typing import Final

from game import tongue

ENGLISH: Final = "en"
LANGUAGES: Final = {ENGLISH: "English", "cy": "Cymraeg"}
"""By code, each named in itself."""
PSEUDO: Final = "qps"
"""English in brackets, accented and longer: shows what is cut and what is not translated."""


def speak_in(language: str, assets: Path) -> bool:
    """
    Show every word in this language from now on.

    False where its catalogue cannot be read; the words are English then.
    """
    tongue.speak(None)
    if language == ENGLISH:
        return True
    if language == PSEUDO:
        from game.app.pseudo import Pseudo  # noqa: PLC0415 - never, for who only plays

        tongue.speak(Pseudo(), PSEUDO)
        return True
    from gettext import GNUTranslations  # noqa: PLC0415 - English has no need of it

    try:
        with (assets / "languages" / language / "map.mo").open("rb") as file:
            words = GNUTranslations(file)
    except Exception:  # noqa: BLE001 - what a damaged catalogue brings about is written nowhere
        return False
    tongue.speak(words, language)
    return True
