"""
Which script a letter belongs to, what setting it asks for, and whether we set it properly.

A script is *set* here once its letters have been seen to join and stand as they should, and every
number in it has been proved to keep its order. What is not set is refused rather than shown wrong.
"""

import re
import unicodedata
from functools import cache

from game.tuples import NamedTuple


class Script(NamedTuple):
    """A script as type must know it."""

    name: str
    code: str
    """Of ISO 15924, as shaping asks for it."""
    letters: str
    """Its ranges, as they stand in a regular expression's brackets."""
    right_to_left: bool = False
    is_set: bool = True


SCRIPTS = (
    Script("Hebrew", "Hebr", "\u0590-\u05ff\ufb1d-\ufb4f", right_to_left=True),
    Script(
        "Arabic", "Arab", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc", right_to_left=True
    ),
    Script("Devanagari", "Deva", "\u0900-\u097f"),
    Script("Bengali", "Beng", "\u0980-\u09ff"),
    Script("Gurmukhi", "Guru", "\u0a00-\u0a7f"),
    Script("Gujarati", "Gujr", "\u0a80-\u0aff"),
    Script("Tamil", "Taml", "\u0b80-\u0bff"),
    # From here on nothing is set: these turn, join or stack, and nobody has proved that they do.
    Script("Syriac", "Syrc", "\u0700-\u074f\u0860-\u086f", right_to_left=True, is_set=False),
    Script("Thaana", "Thaa", "\u0780-\u07bf", right_to_left=True, is_set=False),
    Script("N’Ko", "Nkoo", "\u07c0-\u07ff", right_to_left=True, is_set=False),
    Script(
        "another script that runs from right to left",
        "Zyyy",
        "\u0800-\u085f\u0870-\u08ff\U00010800-\U00010fff\U0001e800-\U0001efff",
        right_to_left=True,
        is_set=False,
    ),
    Script("Odia", "Orya", "\u0b00-\u0b7f", is_set=False),
    Script("Telugu", "Telu", "\u0c00-\u0c7f", is_set=False),
    Script("Kannada", "Knda", "\u0c80-\u0cff", is_set=False),
    Script("Malayalam", "Mlym", "\u0d00-\u0d7f", is_set=False),
    Script("Sinhala", "Sinh", "\u0d80-\u0dff", is_set=False),
    Script("Thai", "Thai", "\u0e00-\u0e7f", is_set=False),
    Script("Lao", "Laoo", "\u0e80-\u0eff", is_set=False),
    Script("Tibetan", "Tibt", "\u0f00-\u0fff", is_set=False),
    Script("Myanmar", "Mymr", "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f", is_set=False),
    Script("Khmer", "Khmr", "\u1780-\u17ff\u19e0-\u19ff", is_set=False),
    Script("Mongolian", "Mong", "\u1800-\u18af", is_set=False),
)

SET = ("Latin", "Greek", "Cyrillic", *(each.name for each in SCRIPTS if each.is_set))
"""The scripts that are set, for people."""


# Made when they are first wanted: English texts never do, and so large ones take their time.
@cache
def _turning() -> re.Pattern[str]:
    turning = "".join(each.letters for each in SCRIPTS if each.right_to_left)
    return re.compile(f"[\u200f\u061c{turning}]")


@cache
def _unset() -> re.Pattern[str]:
    return re.compile(f"[{''.join(each.letters for each in SCRIPTS if not each.is_set)}]")


@cache
def _shaped() -> re.Pattern[str]:
    return re.compile(f"[{''.join(each.letters for each in SCRIPTS)}]")


@cache
def _beyond() -> re.Pattern[str]:
    # One look for what English, its quotes and its dashes never have takes half as long as a look for
    # each script, and nearly every text there is ends with it.
    return re.compile("[^\x00-\u058f\u2000-\u206f]")


def is_plain(text: str) -> bool:
    """Whether the text is set letter after letter from left to right, as English is."""
    return text.isascii() or _beyond().search(text) is None or _shaped().search(text) is None


def right_to_left_in(text: str) -> bool:
    """Whether any of the text runs from right to left."""
    return not text.isascii() and _turning().search(text) is not None


def script_of(text: str) -> Script | None:
    """The first script of the text that asks for setting of its own."""
    found = _shaped().search(text)
    if found is None:
        return None
    return next(each for each in SCRIPTS if re.match(f"[{each.letters}]", found[0]))


def strangers(text: str) -> tuple[int, Script] | None:
    """The first letter of the text that we do not set properly: its place, and its script."""
    if text.isascii() or _beyond().search(text) is None:
        return None
    found = _unset().search(text)
    script = None if found is None else script_of(found[0])
    return None if found is None or script is None else (found.start(), script)


def is_mark(character: str) -> bool:
    """Whether this stands on, joins or follows the letter before it, and never alone."""
    return character in "\u200c\u200d" or unicodedata.category(character) in {"Mn", "Mc", "Me"}
