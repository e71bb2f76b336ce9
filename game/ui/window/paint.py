"""Paints drawing operations on a pygame surface, and only those parts that changed."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

import pygame

from game.ui.kit.drawing import (
    Art,
    Box,
    Clip,
    Dial,
    Fill,
    Ground,
    Icon,
    Op,
    Photo,
    Sketch,
    Unclip,
    Words,
)
from game.ui.kit.geometry import Rect
from game.ui.kit.tones import Colour, mixed
from game.ui.window.fonts import Faces
from game.ui.window.hidden import beside, covers, fills
from game.ui.window.vector import Pictures, box_edge, box_margin

MOST_PATCHES = 12
_WIDE = 200_000
"""Pixels from which it is worth knowing what of a patch is painted over later."""
_CLIPS = {Clip, Unclip}
LARGE = 60_000
"""Pixels from which a sketch is worth a core of its own."""


def changed(before: Sequence[Op], after: Sequence[Op]) -> list[Rect]:
    """
    The rectangles in which two pictures may differ.

    Operations that both share at the start and at the end are passed over; what stands between
    is compared place by place, and a few large patches are given rather than many small ones.
    """
    start, most = 0, min(len(before), len(after))
    while start < most and (before[start] is after[start] or before[start] == after[start]):
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    patches: list[Rect] = []
    if _clips_in(old) != _clips_in(new):
        # A region begins or stops to scroll: what is the same may be cut off where it was not, or show again.
        patches.extend(op.bounds for op in (*old, *new))
    elif len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            if one != other:
                patches.extend((one.bounds, other.bounds))
    else:
        old_set, new_set = set(old), set(new)
        patches.extend(op.bounds for op in old if op not in new_set)
        patches.extend(op.bounds for op in new if op not in old_set)
        if not patches:
            patches.extend(op.bounds for op, _ in zip_longest(old, new) if op is not None)
    return _merged(patches)


def _clips_in(ops: Sequence[Op]) -> list[type]:
    """Clips and their ends, in order."""
    return [type(op) for op in ops if type(op) in _CLIPS]


def _merged(patches: list[Rect]) -> list[Rect]:
    """The same area in at most a few rectangles, none of which meet."""
    merged: list[Rect] = []
    for patch in patches:
        if not patch.w or not patch.h:
            continue
        grown = patch
        again = True
        while again:
            again = False
            for other in merged:
                if grown.touches(other):
                    merged.remove(other)
                    grown = grown.joined(other)
                    again = True
                    break
        merged.append(grown)
    while len(merged) > MOST_PATCHES:
        last = merged.pop()
        merged[-1] = merged[-1].joined(last)
    return merged if len(merged) < 2 else _apart(merged)


def _apart(patches: list[Rect]) -> list[Rect]:
    for place, one in enumerate(patches):
        for other in patches[place + 1 :]:
            if one.touches(other):
                return _merged(patches)
    return patches


class _Where:
    """Where each operation of a picture is."""

    def __init__(self, ops: Sequence[Op]) -> None:
        self._bounds = [op[0] for op in ops]
        self._clips = [place for place, op in enumerate(ops) if type(op) in _CLIPS]

    def touching(self, patch: Rect) -> list[int]:
        """The places of those that touch a patch, and of all that clip others, in order."""
        touching = pygame.Rect(patch).collidelistall(self._bounds)
        return sorted({*touching, *self._clips}) if self._clips else touching


class Painter:
    """Draws lists of operations on one surface."""

    def __init__(self, faces: Faces, pictures: Pictures) -> None:
        self._faces = faces
        self._pictures = pictures
        self._before: tuple[Op, ...] = ()
        self._size = (0, 0)

    def forget(self) -> None:
        """Paint everything next time: the surface is new or was lost."""
        self._before = ()

    def paint(self, surface: pygame.Surface, ops: tuple[Op, ...]) -> list[Rect]:
        """Bring the surface from the last picture to this one; the rectangles that were touched."""
        if not self._before or surface.get_size() != self._size:
            self._size = surface.get_size()
            self._pictures.make_room(*self._size)
            patches = [Rect(0, 0, *self._size)]
            self._prepare(ops)
        elif ops is self._before:
            return []
        else:
            patches = changed(self._before, ops)
        whole = Rect(0, 0, *self._size)
        patches = [each for each in (patch.shared(whole) for patch in patches) if each.w and each.h]
        where = _Where(ops)
        for patch in patches:
            self._patch(surface, ops, where, patch)
        self._before = ops
        return patches

    def _prepare(self, ops: tuple[Op, ...]) -> None:
        """Draw large sketches on other cores, and meanwhile the words that stand beside them."""
        begun = [
            self._pictures.sketch_ahead(op.svg, op.bounds.w, op.bounds.h)
            for op in ops
            if type(op) is Sketch and op.keep and not op.soft and op.bounds.w * op.bounds.h > LARGE
        ]
        waiting = [each for each in begun if each is not None]
        if not waiting:
            return
        for op in ops:
            if type(op) is Words:
                word = self._faces.drawn(op.face, op.size, op.colour)
                for each in op.text.split(" "):
                    word(each)
            elif type(op) is Icon:
                self._pictures.icon(op.name, op.bounds.w, op.colour, op.turned)
        for finish in waiting:
            finish()

    def _patch(
        self, surface: pygame.Surface, ops: tuple[Op, ...], where: "_Where", patch: Rect
    ) -> None:
        drawn: list[tuple[int, Op, Rect]] = []
        clips = [patch]
        # A scrolled region's clip holds for what stands between Clip and Unclip only.
        for place in where.touching(patch):
            op = ops[place]
            if type(op) is Clip:
                clips.append(clips[-1].shared(op.bounds))
            elif type(op) is Unclip:
                clips.pop()
            else:
                if clips[-1] == patch and fills(op, patch):
                    drawn.clear()
                drawn.append((place, op, clips[-1]))
        later = covers(ops, patch) if patch.w * patch.h >= _WIDE else []
        at = None
        for place, op, clip in drawn:
            while later and later[-1][0] <= place:
                later.pop()
            if clip is not at:
                surface.set_clip(clip)
                at = clip
            self._draw(surface, op, clip, later)
        surface.set_clip(None)

    def _draw(
        self, surface: pygame.Surface, op: Op, clip: Rect, later: list[tuple[int, Rect]]
    ) -> None:
        if isinstance(op, Words):
            self._words(surface, op)
        elif isinstance(op, Box):
            self._box(surface, op, clip, later)
        elif isinstance(op, Fill):
            surface.fill(op.colour, op.bounds)
        elif isinstance(op, Icon):
            x, y, w, _ = op.bounds
            surface.blit(self._pictures.icon(op.name, w, op.colour, op.turned), (x, y))
        elif isinstance(op, Sketch):
            x, y, w, h = op.bounds
            picture = self._pictures.sketch(op.svg, w, h, keep=op.keep, soft=op.soft)
            if op.opacity < 1:
                picture = picture.copy()
                picture.set_alpha(round(255 * op.opacity))
            surface.blit(picture, (x, y))
        elif isinstance(op, Art):
            x, y, w, h = op.bounds
            surface.blit(self._pictures.art(op.name, w, h), (x, y))
        elif isinstance(op, Photo):
            x, y, w, _ = op.bounds
            surface.blit(self._pictures.photo(op.path, w), (x, y))
        elif isinstance(op, Dial):
            surface.blit(self._pictures.dial(op), op.bounds[:2])
        elif isinstance(op, Ground):
            for part in beside(clip.shared(op.bounds), (each for _, each in later)):
                _ground(surface, op, part)

    def _words(self, surface: pygame.Surface, op: Words) -> None:
        (x, y, _, _), text, face, size, colour = op
        word = self._faces.drawn(face, size, colour)
        if " " not in text:
            surface.blit(word(text), (x, y))
            return
        width = self._faces.width
        space = width(" ", face, size)
        blits = []
        for each in text.split(" "):
            if each:
                picture = word(each)
                blits.append((picture, (x, y)))
                x += picture.get_width()
            x += space
        surface.fblits(blits)

    def _box(
        self, surface: pygame.Surface, op: Box, clip: Rect, later: list[tuple[int, Rect]]
    ) -> None:
        if op.dash:
            surface.blit(self._pictures.whole_box(op), op.bounds[:2])
            return
        if not op.radius and not op.shadow and op.line is None and op.fill is not None:
            surface.fill(op.fill, op.rect)
            return
        if fills(op, clip) and not later:
            surface.fill(op.fill, clip)  # type: ignore[arg-type]
            return
        x, y, w, h = op.bounds
        m = box_margin(op)
        pieces = self._pictures.box_pieces(op)
        side = pieces.get_width()
        if w <= 2 * m or h <= 2 * m:
            # Too small to stretch: drawn whole, as rare and cheap as it is small.
            surface.blit(self._pictures.whole_box(op), (x, y))
            return
        far = side - m
        for cx, sx in ((x, 0), (x + w - m, far)):
            for cy, sy in ((y, 0), (y + h - m, far)):
                surface.blit(pieces, (cx, cy), (sx, sy, m, m))
        edge = box_edge(op)
        self._edges(surface, op, pieces, m, edge)
        if op.fill is None:
            return
        # Between the corners, all that lies further in than the line is plain.
        wide, tall = w - 2 * m, h - 2 * m
        for part in (
            Rect(x + edge, y + m, w - 2 * edge, tall),
            Rect(x + m, y + edge, wide, m - edge),
            Rect(x + m, y + h - m, wide, m - edge),
        ):
            seen = part.shared(clip)
            if seen.w and seen.h:
                for each in beside(seen, (hidden for _, hidden in later)):
                    surface.fill(op.fill, each)

    def _edges(
        self, surface: pygame.Surface, op: Box, pieces: pygame.Surface, m: int, edge: int
    ) -> None:
        """Line and shadow between the corners."""
        x, y, w, h = op.bounds
        far = pieces.get_width() - edge
        key = (op.fill, op.radius, op.line, op.line_width, op.shadow, op.corners)
        long, tall = w - 2 * m, h - 2 * m
        for name, source, at, size in (
            ("top", (m, 0, 2, edge), (x + m, y), (long, edge)),
            ("bottom", (m, far, 2, edge), (x + m, y + h - edge), (long, edge)),
            ("left", (0, m, edge, 2), (x, y + m), (edge, tall)),
            ("right", (far, m, edge, 2), (x + w - edge, y + m), (edge, tall)),
        ):
            piece = pieces.subsurface(source)
            surface.blit(self._pictures.strip((name, *key), piece, *size), at)


def _ground(surface: pygame.Surface, op: Ground, clip: Rect) -> None:
    """The shading, drawn as the few bands that eight bits of colour can tell apart."""
    start, end = clip.y - op.bounds.y, clip.bottom - op.bounds.y
    for top, bottom, colour in _bands(op.top, op.bottom, op.bounds.h):
        if bottom > start:
            if top >= end:
                break
            y, until = max(top, start), min(bottom, end)
            surface.fill(colour, (clip.x, op.bounds.y + y, clip.w, until - y))


@lru_cache(maxsize=16)
def _bands(top: Colour, bottom: Colour, height: int) -> tuple[tuple[int, int, Colour], ...]:
    """Where each band of one colour begins and ends."""
    bands: list[tuple[int, int, Colour]] = []
    start, until = 0, max(1, height)
    while start < until:
        held = mixed(top, bottom, start / until)
        # No colour comes back further down, so that halving finds where it ends.
        end = bisect_left(
            range(until), True, start + 1, key=lambda row: mixed(top, bottom, row / until) != held
        )
        bands.append((start, end, held))
        start = end
    return tuple(bands)
