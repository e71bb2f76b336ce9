"""What is painted over need not be painted; the rest must be, all of it and once."""

import random

import pytest

from game.ui.kit.drawing import Box, Clip, Fill, Unclip
from game.ui.kit.geometry import Rect
from game.ui.window.hidden import beside, covers

WHOLE = Rect(0, 0, 1000, 800)
INK = (20, 33, 61)


def fill(x, y, w, h):
    return Fill(Rect(x, y, w, h), INK)


def pixels(rects):
    return sorted((x, y) for r in rects for x in range(r.x, r.right) for y in range(r.y, r.bottom))


@pytest.mark.parametrize("seed", range(12))
def test_what_is_left_is_all_that_is_not_hidden_and_nothing_twice(seed):
    chance = random.Random(seed)

    def rect():
        x, y = chance.randrange(-4, 18), chance.randrange(-4, 18)
        return Rect(x, y, chance.randrange(12), chance.randrange(12))

    whole, holes = Rect(0, 0, 16, 14), [rect() for _ in range(chance.randrange(5))]
    left = set(pixels([whole])) - set(pixels(holes))
    assert pixels(beside(whole, holes)) == sorted(left)


def test_large_fills_hide_what_comes_before_them_the_last_first():
    ops = (fill(0, 0, 1000, 800), fill(10, 10, 50, 50), fill(100, 100, 600, 500))
    assert covers(ops, WHOLE) == [(2, Rect(100, 100, 600, 500)), (0, WHOLE)]


def test_only_what_is_seen_of_a_fill_hides_anything():
    ops = (
        Clip(Rect(0, 0, 400, 400)),
        fill(100, 100, 600, 500),
        Unclip(Rect(0, 0, 400, 400)),
        fill(900, 0, 600, 800),
    )
    assert covers(ops, WHOLE) == [(3, Rect(900, 0, 100, 800)), (1, Rect(100, 100, 300, 300))]


def test_a_box_hides_what_is_under_its_plain_middle():
    rect = Rect(100, 100, 600, 500)
    whole = Box(rect, rect, INK, 0, None)
    round_one = Box(rect, rect, INK, 20, None, 4)
    empty = Box(rect, rect, None, 20, INK, 4)
    dashed = Box(rect, rect, INK, 20, INK, 4, dash=8)
    assert covers((whole,), WHOLE) == [(0, rect)]
    assert covers((round_one,), WHOLE) == [(0, Rect(105, 125, 590, 450))]
    assert covers((empty, dashed), WHOLE) == []
