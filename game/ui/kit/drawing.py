"""
Plain drawing operations, in whole pixels, in painting order.

A window, a picture file or a page of print can each draw them. Every operation knows its bounds,
so that a window need only repaint what changed.
"""

from game.tuples import NamedTuple
from game.ui.kit.geometry import Rect
from game.ui.kit.tones import Colour


class Ground(NamedTuple):
    """The background: a quiet vertical shading from one colour to another."""

    bounds: Rect
    top: Colour
    bottom: Colour


class Box(NamedTuple):
    """A rounded rectangle; any of its parts may be absent."""

    bounds: Rect
    """Including the shadow."""
    rect: Rect
    fill: Colour | None
    radius: int
    line: Colour | None = None
    line_width: int = 0
    dash: int = 0
    """The length of a dash and of a gap; 0 draws the line whole."""
    shadow: int = 0
    shadow_colour: Colour = (0, 0, 0)
    corners: tuple[bool, bool, bool, bool] = (True, True, True, True)
    """Which corners are round: top left, top right, bottom right, bottom left."""


class Words(NamedTuple):
    """One line of text in one style, with its top left corner at `bounds`."""

    bounds: Rect
    text: str
    face: str
    size: int
    colour: Colour


class Icon(NamedTuple):
    """A one-colour icon from the assets, drawn to fill `bounds`."""

    bounds: Rect
    name: str
    colour: Colour
    turned: int = 0
    """Degrees anticlockwise; the icon keeps its size and its bounds are its unturned square."""


class Art(NamedTuple):
    """A many-coloured picture from the assets, drawn to fill `bounds`."""

    bounds: Rect
    name: str


class Photo(NamedTuple):
    """A picture file, cut to a circle that fills `bounds`."""

    bounds: Rect
    path: str


class Sketch(NamedTuple):
    """
    Vector art given as SVG text, drawn at the exact size of `bounds`.

    The text is its own cache key: build it by a cached function, so that it is the same object
    from frame to frame.
    """

    bounds: Rect
    svg: str
    opacity: float = 1.0
    keep: bool = True
    """Whether the drawn picture is worth keeping; not so for single frames of an animation."""
    soft: bool = False
    """Whether it has no edge anywhere and one colour, like a glow, and may be drawn coarsely."""


class Dial(NamedTuple):
    """A ring that empties clockwise: `share` of it, 0 to 1, is still full."""

    bounds: Rect
    share: float
    colour: Colour
    track: Colour
    width: int
    glow: Colour | None = None


class Fill(NamedTuple):
    """A plain rectangle, such as a rule, a caret or a selection."""

    bounds: Rect
    colour: Colour


class Clip(NamedTuple):
    """From here until `Unclip` nothing is drawn outside `bounds`."""

    bounds: Rect


class Unclip(NamedTuple):
    """Ends the innermost `Clip`; `bounds` repeats that clip's."""

    bounds: Rect


Op = Ground | Box | Words | Icon | Art | Photo | Sketch | Dial | Fill | Clip | Unclip
