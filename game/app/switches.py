"""What can be chosen about play with a switch: how many, how fast, and which keys it sends."""

from functools import cache

SWITCHES = ("off", "one", "two")
PACES = (500, 750, 1000, 1500, 2000, 3000, 4000)
"""Milliseconds from one thing to the next."""
LETTER_ORDERS = ("order", "often")
"""Letters to press stand in their order, or the most written first."""
USUAL_KEYS = "space,enter"
OFFERED_KEYS = (USUAL_KEYS, "enter,space", "mouse left,mouse right", "pad a,pad b")
"""What switch boxes and adaptive controllers send: the one that moves on, the one that presses."""

_KEYS = {
    *("space", "enter", "tab", "backspace", "left", "right", "up", "down", "page up", "page down"),
    *("mouse left", "mouse right"),
    *(f"pad {button}" for button in ("a", "b", "x", "y", "left shoulder", "right shoulder")),
    *(f"f{number}" for number in range(1, 13)),
    *"abcdefghijklmnopqrstuvwxyz0123456789",
}


@cache
def keys_of(words: str) -> tuple[str, str] | None:
    """Two different keys that a switch may send, from words such as "space,enter"."""
    names = [each.strip().replace("-", " ").lower() for each in words.split(",")]
    if len(names) != 2 or names[0] == names[1] or not _KEYS.issuperset(names):
        return None
    return names[0], names[1]
