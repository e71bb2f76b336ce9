"""Painting only what changed gives the very same picture as painting it all."""

import itertools
import random

import pygame
import pytest

from game.app.places import find
from game.ui.art.door import halo_svg
from game.ui.kit.drawing import Box, Clip, Fill, Ground, Unclip, Words
from game.ui.kit.geometry import Rect
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter, changed
from game.ui.window.vector import Pictures

SIZE = (400, 300)


@pytest.fixture
def painter():
    assets = find().assets
    return Painter(Faces(assets / "fonts"), Pictures(assets))


def ground():
    return Ground(Rect(0, 0, *SIZE), (250, 247, 239), (241, 233, 216))


def box(x, y, colour=(20, 33, 61), shadow=0):
    rect = Rect(x, y, 90, 60)
    bounds = rect.inset(-shadow)
    return Box(bounds, rect, colour, 14, (0, 0, 0), 3, shadow=shadow)


def words(x, y, text):
    return Words(Rect(x, y, 120, 30), text, "Regular", 20, (20, 33, 61))


def random_picture(rng):
    ops = [ground()]
    for _ in range(rng.randrange(1, 12)):
        x, y = rng.randrange(0, 330), rng.randrange(0, 250)
        kind = rng.randrange(4)
        if kind == 0:
            ops.append(box(x, y, shadow=rng.choice([0, 8])))
        elif kind == 1:
            ops.append(words(x, y, rng.choice(["one voice", "once round", "MaP"])))
        elif kind == 2:
            ops.append(Fill(Rect(x, y, 40, 4), (200, 85, 61)))
        else:
            clip = Rect(x, y, 60, 40)
            ops.extend((Clip(clip), box(x + 10, y + 10), Unclip(clip)))
    return tuple(ops)


def test_the_same_picture_needs_no_painting():
    picture = (ground(), box(10, 10))
    assert changed(picture, (ground(), box(10, 10))) == []


def test_one_changed_thing_is_one_patch_of_its_own_size():
    before = (ground(), box(10, 10), words(200, 200, "Tom"))
    after = (ground(), box(10, 10), words(200, 200, "Agnes"))
    assert changed(before, after) == [Rect(200, 200, 120, 30)]


def test_patches_never_meet():
    rng = random.Random(5)
    for _ in range(100):
        patches = changed(random_picture(rng), random_picture(rng))
        assert not any(a.touches(b) for a, b in itertools.combinations(patches, 2))


def test_patching_gives_the_same_pixels_as_painting_anew(painter):
    rng = random.Random(11)
    patched = pygame.Surface(SIZE)
    whole = pygame.Surface(SIZE)
    fresh = Painter(painter._faces, painter._pictures)
    for _ in range(60):
        picture = random_picture(rng)
        painter.paint(patched, picture)
        fresh.forget()
        fresh.paint(whole, picture)
        assert pygame.image.tobytes(patched, "RGB") == pygame.image.tobytes(whole, "RGB")


@pytest.mark.parametrize("more", [(), (box(300, 200),)])
def test_what_is_cut_off_only_now_goes_beyond_the_edge_and_comes_back(painter, more):
    high, clip = Fill(Rect(20, 20, 80, 120), (200, 85, 61)), Rect(0, 0, 200, 100)
    loose = (ground(), high, words(20, 20, "Tom"))
    cut = (ground(), Clip(clip), high, words(20, 20, "Agnes"), Unclip(clip), *more)
    patched, whole = pygame.Surface(SIZE), pygame.Surface(SIZE)
    fresh = Painter(painter._faces, painter._pictures)
    for picture in (loose, cut, loose):
        painter.paint(patched, picture)
        fresh.forget()
        fresh.paint(whole, picture)
        assert pygame.image.tobytes(patched, "RGB") == pygame.image.tobytes(whole, "RGB")


def test_a_sketch_drawn_ahead_is_the_sketch_and_is_kept():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="9"/></svg>'
    ahead, plain = Pictures(find().assets), Pictures(find().assets)
    finish = ahead.sketch_ahead(svg, 40, 40)
    finish()
    assert ahead.sketch_ahead(svg, 40, 40) is None
    pictures = [each.sketch(svg, 40, 40, keep=True) for each in (ahead, plain)]
    one, other = (pygame.image.tobytes(picture, "RGBA") for picture in pictures)
    assert one == other


def test_a_glow_is_of_one_colour_however_faint():
    glow = Pictures(find().assets).sketch(
        halo_svg((250, 225, 150), 0.4), 300, 300, keep=False, soft=True
    )
    seen = {tuple(glow.get_at((x, 150)))[:3] for x in range(150, 300) if glow.get_at((x, 150))[3]}
    assert len(seen) == 1
