"""Which icon and words stand for what, on screen and in print."""

from game.tongue import N_

LEVELS = {
    1: ("leaf", N_("Gentle")),
    2: ("wind", N_("Some difficult feelings")),
    3: ("hearts", N_("May touch grief, abuse or restraint")),
}
"""The levels of difficulty: icon and words."""
LEVELS_IN_SHORT = {
    1: N_("Gentle"),
    2: N_("Some difficult feelings"),
    3: N_("May touch grief"),
}
"""The same where there is little room."""

WEIGHTS = (
    (-2, N_("All mind"), "brain"),
    (-1, N_("More mind"), "brain"),
    (0, N_("Both alike"), "scale"),
    (1, N_("More body"), "heartbeat"),
    (2, N_("All body"), "heartbeat"),
)
"""Where a plan may put its weight: the value, its words, its icon."""
