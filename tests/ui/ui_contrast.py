"""Finds words and icons that are too faint, from what is painted."""

import functools

from game.app.legibility import BODY_CONTRAST, OTHER_CONTRAST
from game.app.places import find
from game.ui.art.palettes import suited
from game.ui.kit.drawing import Words
from game.ui.window.measured import Measure
from game.ui.window.vector import Pictures

PICTURES_OF_PAGES = {"print", "preview printed"}
"""There a printed page stands on the screen as a small picture, with words that are no part of it."""


@functools.cache
def _measure(faces):
    return Measure(faces, Pictures(find().assets))


def inks(faces, frame, palette):
    return _measure(faces).inks(frame, palette)


def too_faint(faces, name, case, frame):
    """Sentences about what has less than 7:1 in texts, 4.5:1 in everything else."""
    if name in PICTURES_OF_PAGES:
        return
    palette = suited(case.palette, flat=case.more.get("flat", False))
    for each in inks(faces, frame, palette):
        least = BODY_CONTRAST if each.body else OTHER_CONTRAST
        if each.ratio < least:
            said = each.op.text if isinstance(each.op, Words) else f"icon {each.op.name}"
            yield f"{said!r} has {each.ratio:.2f}:1, {each.ink} on {each.ground}"
