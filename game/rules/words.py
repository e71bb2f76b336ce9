"""What people type, made fit to keep: one line, no control characters, no lone halves."""

import unicodedata

NAME = 24
LINE = 160
SENTENCE = 240

# Controls and lone surrogates. Format characters stay, for scripts and emoji need their joiners; of
# them only those go that turn the direction of all text after them.
_OUT = {"Cc", "Cs"}
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def clean(words: str) -> str:
    """The words on one line, trimmed, with each run of white space one space; "" if none show."""
    if words.isprintable():
        return " ".join(words.split())
    words = " ".join("".join(map(_kept, words)).split())
    # What is left may be nothing but joiners, which nobody would see.
    return words if any(each.isprintable() for each in words.replace(" ", "")) else ""


def _kept(character: str) -> str:
    if character.isspace():
        return " "
    out = character in _TURNING or unicodedata.category(character) in _OUT
    return "" if out else character
