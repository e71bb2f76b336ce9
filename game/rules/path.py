"""The path: a ring of spaces, walked either way round."""

from game.rules.state import Direction

# Looked up once: see `apply.py`.
_FORWARD = Direction.FORWARD


def arrival(place: int, roll: int, direction: Direction, count: int) -> int:
    """The space that a token arrives at, on a ring of *count* spaces."""
    steps = roll if direction is _FORWARD else -roll
    return (place + steps) % count
