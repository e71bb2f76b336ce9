"""The light of a scan: a thick ring round one control, and a dashed one round a group."""

from collections.abc import Iterator

from game.ui.kit.drawing import Box
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Pen, Placed
from game.ui.kit.tones import CARD, INK

GAP, EDGE, RING = 2, 5, 12
"""In logical units: from the control to the ring, the light edges of the ring, and its ink."""
DASH = 34


def paint_light(root: Placed, pen: Pen, room: Rect) -> None:
    """Draw the ring over everything else, so that nothing covers it."""
    lit = pen.interaction.lit
    found = [rect for key, rect in _shown(root, room) if key in lit]
    if not found:
        return
    around = found[0]
    for rect in found[1:]:
        around = around.joined(rect)
    gap, edge, ring = (max(2, pen.px(each)) for each in (GAP, EDGE, RING))
    widest = gap + 2 * edge + ring
    # At the rim of the screen the ring moves inwards rather than out of sight.
    within = around.inset(-widest).shared(room).inset(widest)
    dash = pen.px(DASH) if len(lit) > 1 else 0
    radius = pen.px(20)
    paper, ink = pen.colour(CARD), pen.colour(INK)
    # Paper on both sides of the ink: it stands out upon paper, upon ink and upon any picture.
    for out, width, colour, dashes in (
        (gap + edge, edge, paper, 0),
        (gap + edge + ring, ring, paper if dash else ink, 0),
        (gap + edge + ring, ring, ink, dash),
        (gap + 2 * edge + ring, edge, paper, 0),
    ):
        box = within.inset(-out)
        pen.ops.append(Box(box, box, None, radius + out, colour, width, dashes))


def _shown(placed: Placed, room: Rect) -> Iterator[tuple[str, Rect]]:
    """Everything that has a key and can be seen, with the part of it that shows."""
    if placed.key is not None:
        rect = placed.rect.shared(room)
        if rect.w > 0 and rect.h > 0:
            yield placed.key, rect
    if placed.clip is not None:
        room = room.shared(placed.clip)
    for part in placed.parts:
        yield from _shown(part, room)
