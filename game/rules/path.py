"""The path: a ring of spaces, walked either way round."""

from game.rules.state import Direction


def arrival(place: int, roll: int, direction: Direction, count: int) -> int:
    """The space that a token arrives at, on a ring of *count* spaces."""
    steps = roll if direction is Direction.FORWARD else -roll
    return (place + steps) % count


def way(place: int, roll: int, direction: Direction, count: int) -> tuple[int, ...]:
    """Every space the token touches, in order, the arrival last."""
    return tuple(arrival(place, step, direction, count) for step in range(1, roll + 1))
