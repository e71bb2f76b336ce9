"""Which icon and words stand for what, on screen and in print."""

LEVELS = {
    1: ("leaf", "Gentle"),
    2: ("wind", "Some difficult feelings"),
    3: ("hearts", "May touch grief, abuse or restraint"),
}
"""The levels of difficulty: icon and words."""
