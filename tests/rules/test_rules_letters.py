"""The letter on a seat's token."""

import pytest

from game.rules.state import Seat, SeatId
from game.rules.view import letter


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Priya", "P"),
        ("agnes and Lou", "A"),
        ("Seat 3", "3"),
        ("Team 2", "2"),
        ("Ŵyn", "Ŵ"),
        ("ßara", "S"),
        ("李", "李"),
        ("7", "5"),
        ("…", "5"),
        ("Ward 12", "W"),
    ],
)
def test_a_token_shows_what_tells_its_seat_apart(name, shown):
    assert letter(Seat(SeatId(4), name)) == shown
