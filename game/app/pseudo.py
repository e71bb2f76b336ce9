"""A language for testing: every message in brackets, accented and two fifths longer."""

import re

_ACCENTS = str.maketrans(
    "acdeghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áćďéĝĥíĵķļñóŕšťúŵýžÁĆĎÉĜĤÍĴĶĻÑÓŔŠŤÚŴÝŽ"
)
"""Letters that every face of ours has."""
_PLACE = re.compile(r"(\{[^{}]*\})")
OPEN, CLOSE = "‹", "›"
LONGER = 0.4


class Pseudo:
    """Stands where a catalogue stands."""

    @staticmethod
    def gettext(message: str) -> str:
        return accented(message)

    @staticmethod
    def ngettext(msgid1: str, msgid2: str, n: int) -> str:
        return accented(msgid1 if n == 1 else msgid2)

    @staticmethod
    def pgettext(context: str, message: str) -> str:
        del context
        return accented(message)


def accented(message: str) -> str:
    """The message as it stands in this language; its places as they were."""
    # What was said already stays as it is, as it does in every language.
    if not message or message.startswith(OPEN):
        return message
    inside = message.strip()
    if inside != message:
        before, after = message.split(inside) if inside else ("", "")
        return f"{before}{accented(inside)}{after}"
    parts = _PLACE.split(message)
    words = "".join(
        part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts)
    )
    letters = sum(len(part) for part in parts[::2])
    return f"{OPEN}{words} {_more(round(letters * LONGER) - 3)}{CLOSE}"


def _more(letters: int) -> str:
    """So many letters more, in words that may be broken as others are."""
    return ("ñúļļ " * (max(letters, 2) // 5 + 1))[: max(letters, 2)].strip()
