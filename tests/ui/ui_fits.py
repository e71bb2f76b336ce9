"""Finds text that is cut, boxes that overlap, and things that stick out of the screen."""

from game.ui.kit.content import Text
from game.ui.kit.geometry import Rect
from game.ui.kit.scroll import ScrollBy, Scrolled
from game.ui.kit.text import Paragraph

SLACK = 2


def misfits(frame):
    """Sentences about what does not fit; empty when everything does."""
    whole = Rect(0, 0, *frame.size)
    found = []
    shown = list(_shown(frame.root, whole, None))
    for placed, clip, _ in shown:
        found.extend(_cut(placed))
        found.extend(_sticks_out(placed, whole if clip is None else clip, clip))
    found.extend(_overlapping(shown))
    return found


def _shown(placed, clip, region, chain=()):
    """Every placed widget with the clip and the scrolled region it stands in."""
    yield placed, region, chain
    inner = clip
    if placed.clip is not None:
        inner, region = placed.clip, placed.clip
    for part in placed.parts:
        yield from _shown(part, inner, region, (*chain, id(placed)))


def _words(placed):
    return placed.widget.plain if isinstance(placed.widget, Text) else ""


def _cut(placed):
    if not isinstance(placed.data, Paragraph) or not isinstance(placed.widget, Text):
        return
    paragraph = placed.data
    said = _words(placed)
    if paragraph.w > placed.rect.w + SLACK:
        yield f"too wide for its place: {said!r} ({paragraph.w} > {placed.rect.w})"
    if paragraph.h > placed.rect.h + SLACK:
        yield f"too tall for its place: {said!r} ({paragraph.h} > {placed.rect.h})"
    if paragraph.stops:
        # Its pieces end where direction or face changes, which is within many a word.
        return
    whole = set(said.replace("\n", " ").split(" "))
    pieces = {word for run in paragraph.runs for word in run.text.split(" ") if word}
    if not pieces <= whole:
        yield f"broken inside a word: {said!r}: {sorted(pieces - whole)}"


def _sticks_out(placed, bounds, clip):
    rect = placed.rect
    if placed.role is None or not rect.w or not rect.h:
        return
    # What stands in a scrolled region may lie above or below what is shown of it, never beside.
    tall = clip is None
    out = rect.x < bounds.x - SLACK or rect.right > bounds.right + SLACK
    out = out or (tall and (rect.y < bounds.y - SLACK or rect.bottom > bounds.bottom + SLACK))
    if out:
        yield f"sticks out: {placed.role.kind} {placed.role.name!r} {rect}"


def _overlapping(shown):
    # A passing notice lies over the bar of keys, on a ground of its own, until the next press.
    notices = {id(each) for each, _, _ in shown if each.role and each.role.kind == "alert"}
    texts = []
    for placed, clip, chain in shown:
        if (
            notices.isdisjoint(chain)
            and isinstance(placed.data, Paragraph)
            and isinstance(placed.widget, Text)
            and placed.data.runs
        ):
            box = Rect(placed.rect.x, placed.rect.y, placed.data.w, placed.data.h)
            if placed.widget.align:
                spare = placed.rect.w - placed.data.w
                box = box.moved(round(spare * placed.widget.align), 0)
            texts.append((box if clip is None else box.shared(clip), placed, chain))
    for (one, _), (other, _) in _sharing(texts, SLACK * 3):
        yield f"overlap: {_words(one)!r} and {_words(other)!r}"
    pressed = [
        (placed.rect if clip is None else placed.rect.shared(clip), placed, chain)
        for placed, clip, chain in shown
        if (placed.message is not None or placed.takes_text)
        and placed.key
        and not isinstance(placed.message, ScrollBy)
        and not isinstance(placed.data, Scrolled)
    ]
    for (one, chain_one), (other, chain_other) in _sharing(pressed, SLACK):
        if id(one) not in chain_other and id(other) not in chain_one:
            yield f"overlap: the controls {one.key!r} and {other.key!r}"


def _sharing(boxes, tall):
    """
    The pairs whose boxes share more than a sliver.

    From the top of the screen downwards, so that only boxes at one height are held against each other.
    """
    above = []
    for box, *what in sorted(boxes, key=lambda each: each[0].y):
        above = [each for each in above if each[0].bottom - box.y > tall]
        for other, there in above:
            both = other.shared(box)
            if both.w > SLACK and both.h > tall:
                yield there, what
        above.append((box, what))
