"""Which icon and words stand for what, on screen and in print."""

LEVELS = {
    1: ("leaf", "Gentle"),
    2: ("wind", "Some difficult feelings"),
    3: ("hearts", "May touch grief, abuse or restraint"),
}
"""The levels of difficulty: icon and words."""

WEIGHTS = (
    (-2, "All mind", "brain"),
    (-1, "More mind", "brain"),
    (0, "Both alike", "scale"),
    (1, "More body", "heartbeat"),
    (2, "All body", "heartbeat"),
)
"""Where a plan may put its weight: the value, its words, its icon."""
