"""A new card of 120 words, laid out and drawn at 1080p, against its words blitted from a cache."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
from measure import Row, in_turn

from game.app.places import find
from game.ui.art.palettes import PALETTES
from game.ui.kit.content import Text
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Layout, Pen, paint_all
from game.ui.kit.text import Style
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures

WORDS = [
    "Amira",
    "has",
    "taken",
    "the",
    "same",
    "medicine",
    "for",
    "three",
    "years",
    "and",
    "feels",
    "well",
    "in",
    "herself",
    "lately",
    "she",
    "is",
    "thirsty",
    "all",
    "the",
    "time",
    "and",
    "the",
    "walk",
    "to",
    "clinic",
    "leaves",
    "her",
    "breathless",
    "her",
    "sister",
    "rings",
    "the",
    "surgery",
    "nobody",
    "has",
    "checked",
    "her",
    "blood",
    "sugar",
    "this",
    "year",
    "each",
    "team",
    "thought",
    "another",
    "had",
    "done",
    "it",
]


def cards(count):
    """Texts of 120 words, every one in another order, so that none was laid out before."""
    return [
        " ".join(WORDS[(i * 7 + n * 13 + i * i * (n % 5)) % len(WORDS)] for i in range(120))
        for n in range(count)
    ]


def rows(*, quick):
    pygame.display.init()
    surface = pygame.display.set_mode((1920, 1080))
    assets = find().assets
    faces = Faces(assets / "fonts")
    painter = Painter(faces, Pictures(assets))
    palette = PALETTES["paper"]
    texts = iter(cards(4000))
    ink = (20, 33, 61)
    word = faces.drawn("Regular", 31, ink)
    pictures = [word(each) for each in WORDS]

    def floor():
        x, y = 60, 60
        next(texts)
        for n in range(120):
            picture = pictures[n % len(pictures)]
            if x + picture.get_width() > 1200:
                x, y = 60, y + 44
            surface.blit(picture, (x, y))
            x += picture.get_width() + 9

    def ours():
        lay = Layout(faces, 1.0, 1.0, Interaction())
        placed = Text(next(texts), Style(31)).place(lay, Rect(60, 60, 1140, 900))
        pen = Pen(palette, 1.0, Interaction())
        paint_all(placed, pen)
        painter.forget()
        painter.paint(surface, tuple(pen.ops))

    floor_s, ours_s = in_turn(floor, ours, rounds=9 if quick else 25, loops=20)
    return [Row("a new card of 120 words", "cached words", floor_s * 1e3, ours_s * 1e3, "ms", 2)]
