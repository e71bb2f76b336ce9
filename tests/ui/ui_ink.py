"""Finding in a picture what was drawn: numbers, looked for by their ink alone."""

from functools import cache

import pygame

from game.app.places import find
from game.art.palettes import PALETTES
from game.ui.kit.content import Text
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Layout, Pen, paint_all
from game.ui.kit.text import Style
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures

SIZE = 31
FONTS = find().assets / "fonts"
_PICTURES = Pictures(find().assets)
_own: dict[tuple[str, int], pygame.font.Font] = {}


def own_font(name="AtkinsonHyperlegibleNext-Regular", size=SIZE):
    """A face as the type library opens it, which nobody has told of scripts or of directions."""
    if not pygame.font.get_init():
        pygame.font.init()
    if (name, size) not in _own:
        _own[name, size] = pygame.font.Font(FONTS / f"{name}.ttf", size)
    return _own[name, size]


def painted(faces, words, width=100_000, setting=None):
    """A text as the window paints it, dark on white."""
    layout = Layout(faces, 1.0, **({"setting": setting} if setting else {}))
    text = Text(words, Style(SIZE))
    wide, tall = layout.size_of(text, width)
    surface = pygame.Surface((wide + 20, tall + 20))
    pen = Pen(PALETTES["high contrast"], 1.0, Interaction())
    paint_all(layout.put(text, Rect(10, 10, wide, tall)), pen)
    surface.fill((0, 0, 0))
    Painter(faces, _PICTURES).paint(surface, tuple(pen.ops))
    return ink(surface)


_DARK_OR_INK = bytes(128) + b"\1" * 128


def ink(surface):
    """The picture column by column, a byte a point: whether there is ink."""
    # Turned on its side, its columns are the rows in which the picture is kept, the last first.
    tall = surface.get_height()
    grey = pygame.image.tobytes(pygame.transform.rotate(surface, 90), "RGB")[::3]
    seen = grey.translate(_DARK_OR_INK)
    return [seen[at : at + tall] for at in range(0, len(seen), tall)][::-1]


@cache
def alone(words, font):
    """The words by themselves, from left to right, cut to their ink."""
    surface = pygame.Surface((font.size(words)[0] + 8, font.get_height() + 8))
    surface.blit(font.render(words, True, (255, 255, 255)), (4, 4))
    columns = ink(surface)
    while not any(columns[0]):
        columns.pop(0)
    while not any(columns[-1]):
        columns.pop()
    tops = [row for row in range(len(columns[0])) if any(column[row] for column in columns)]
    return [column[tops[0] : tops[-1] + 1] for column in columns]


def places(columns, shape, clear=3):
    """Where the shape's ink stands in the picture, *clear* points from any other: (x, y)."""
    tall = len(shape[0])
    blank = bytes(tall)
    found = []
    # Its densest column is the rarest in the picture, and is looked for first.
    dense = max(range(len(shape)), key=lambda at: sum(shape[at]))
    for x in range(clear, len(columns) - len(shape) - clear + 1):
        y = columns[x + dense].find(shape[dense])
        while y >= 0:
            band = [column[y : y + tall] for column in columns[x - clear : x + len(shape) + clear]]
            if band == [*[blank] * clear, *shape, *[blank] * clear]:
                found.append((x, y))
            y = columns[x + dense].find(shape[dense], y + 1)
    return found
