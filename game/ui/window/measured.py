"""
What is really painted: every text and icon of a picture held against what lies behind it.

A picture is painted twice, once without its words and icons. Where the two differ there is ink;
how it looks and what it lies on is read from the pixels, not from what the palette promises.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import pygame

from game.ui.frames import Frame
from game.ui.kit.content import Text
from game.ui.kit.drawing import Clip, Icon, Op, Unclip, Words
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Pen
from game.ui.kit.tones import Colour, Palette, contrast
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures
from game.values import dataclass

MOSTLY = 0.6
"""Of a line that a scrolled region cuts, so much must be in sight for it to be measured."""
WHOLE = 0.85
"""An icon of which less shows lies under something."""
COMMON = 0.04
"""A ground colour under less than this share of the ink is an edge, not a ground."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Words or an icon as painted."""

    op: Words | Icon
    ink: Colour
    ground: Colour
    """Of all that lies behind it, what it is hardest to tell from."""
    ratio: float
    """The contrast of the two, 1 to 21."""
    body: bool = False
    """Whether it is part of a text to be read in lines."""


class Measure:
    """Paints pictures to look at them closely."""

    def __init__(self, faces: Faces, pictures: Pictures) -> None:
        self._faces = faces
        self._pictures = pictures

    def inks(self, frame: Frame, palette: Palette) -> list[Ink]:
        """Every text and icon that can be seen, in painting order."""
        ground_ops = tuple(op for op in frame.ops if not isinstance(op, Words | Icon))
        full, ground = self._painted(frame.size, frame.ops), self._painted(frame.size, ground_ops)
        body = body_of(frame, palette)
        found = (
            _ink(op, seen, full, ground, self._shape(op, seen), op in body)
            for op, seen in _in_sight(frame)
        )
        return [each for each in found if each is not None]

    def _shape(self, op: Words | Icon, seen: Rect) -> bytes:
        """A byte for each pixel in sight: 0 where this icon draws nothing."""
        if isinstance(op, Words):
            return b"\xff" * (seen.w * seen.h)
        picture = self._pictures.icon(op.name, op.bounds.w, op.colour, op.turned)
        part = seen.moved(-op.bounds.x, -op.bounds.y)
        return pygame.image.tobytes(picture.subsurface(part), "RGBA")[3::4]

    def _painted(self, size: tuple[int, int], ops: tuple[Op, ...]) -> pygame.Surface:
        surface = pygame.Surface(size)
        Painter(self._faces, self._pictures).paint(surface, ops)
        return surface


def body_of(frame: Frame, palette: Palette) -> set[Op]:
    """The words of texts in lines: every text that is set for reading, whatever its colour."""
    found: set[Op] = set()
    for placed in frame.root.walk():
        widget = placed.widget
        if (
            isinstance(widget, Text)
            and widget.kind == "text"
            and any(span.style.is_reading for span in widget.spans)
        ):
            pen = Pen(palette, 1.0, Interaction())
            widget.paint(placed, pen)
            found.update(pen.ops)
    return found


def _in_sight(frame: Frame) -> Iterator[tuple[Words | Icon, Rect]]:
    """Words and icons with the part of their bounds that no region and no edge cuts off."""
    clips = [Rect(0, 0, *frame.size)]
    for op in frame.ops:
        if isinstance(op, Clip):
            clips.append(clips[-1].shared(op.bounds))
        elif isinstance(op, Unclip):
            clips.pop()
        elif isinstance(op, Words | Icon):
            seen = op.bounds.shared(clips[-1])
            if seen.w > 1 and seen.h >= op.bounds.h * MOSTLY:
                yield op, seen


def _ink(
    op: Words | Icon,
    seen: Rect,
    full: pygame.Surface,
    ground: pygame.Surface,
    shape: bytes,
    body: bool,
) -> Ink | None:
    """What is painted there; None where something else covers it, as a token does its space."""
    # Counted first and sifted afterwards: there are thousands of pixels, and few kinds of them.
    counted = Counter(zip(_pixels(full, seen), _pixels(ground, seen), shape, strict=True))
    pairs: Counter[tuple[Colour, Colour]] = Counter()
    for (ink, behind, drawn), count in counted.items():
        if drawn and ink != behind:
            pairs[ink, behind] += count
    if not pairs:
        return None
    if isinstance(op, Icon) and pairs.total() < WHOLE * sum(map(bool, shape)):
        return None
    grounds: Counter[Colour] = Counter()
    for (_, behind), count in pairs.items():
        grounds[behind] += count
    whole = grounds.total()
    common = [each for each, count in grounds.items() if count >= whole * COMMON]
    # Edges of letters are mixed with the ground; what stands out most is the ink itself.
    ink = max(pairs, key=lambda pair: contrast(*pair))[0]
    behind = min(common or grounds, key=lambda each: contrast(ink, each))
    return Ink(op, ink, behind, contrast(ink, behind), body)


def _pixels(surface: pygame.Surface, rect: Rect) -> Iterable[Colour]:
    data = pygame.image.tobytes(surface.subsurface(rect), "RGB")
    return zip(data[0::3], data[1::3], data[2::3], strict=True)
