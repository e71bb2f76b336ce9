"""
Where a screen or a page is looked at: how large it is, and from how far; and how large type seems.

What counts is the angle under which the eye sees a small letter (an x, without stems), in arc
minutes: the same for a telephone in the hand and a screen across the room. The least angles named
here are our own goals, not a standard.
"""

import math

from game.values import dataclass, replace

READING_GOAL = 8.0
"""Arc minutes: the least height of an x in a text that is read in lines."""
LABEL_GOAL = 6.0
"""Arc minutes: the least height of an x in every other word, such as a key's name."""
MM_PER_INCH = 25.4
POINT = MM_PER_INCH / 72
"""Millimetres."""


@dataclass(frozen=True, slots=True)
class Viewing:
    """A screen, and where people sit before it."""

    name: str
    told: str
    size: tuple[int, int]
    """In pixels; 0 × 0 for paper."""
    diagonal: float
    """Inches, of the picture itself."""
    distance: float
    """Metres, from the person who sits farthest away."""
    text: int = 100
    """The text size that people have there, in per cent: what the goals are held to."""

    @property
    def pixel(self) -> float:
        """The height of a pixel, in millimetres."""
        return self.diagonal * MM_PER_INCH / math.hypot(*self.size)

    @property
    def on_paper(self) -> bool:
        return not self.size[0]

    def minutes(self, millimetres: float) -> float:
        """Under how many arc minutes something so tall is seen from there."""
        return 60 * math.degrees(2 * math.atan(millimetres / 2000 / self.distance))

    def at(self, *, diagonal: float | None, distance: float | None) -> "Viewing":
        """The same with another screen or another seat."""
        return replace(
            self,
            diagonal=self.diagonal if diagonal is None else diagonal,
            distance=self.distance if distance is None else distance,
        )


PRESETS = {
    each.name: each
    for each in (
        Viewing(
            "720p-call",
            "a video call at 720p, the shared picture 12 inches on a laptop",
            (1280, 720),
            12,
            0.6,
            125,
        ),
        Viewing("1080p-tv", "a TV in a room", (1920, 1080), 55, 3),
        Viewing("4k", "a large 4K TV in a room", (3840, 2160), 65, 3),
        Viewing("projector", "a projector in a hall", (1920, 1080), 100, 5),
        Viewing("print", "paper in the hand", (0, 0), 0, 0.4),
    )
}
USUAL = "1080p-tv"
