"""Vector art at exact pixel sizes: icons, pictures, sketches, rounded boxes and dials, kept ready."""

import math
from collections import OrderedDict
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from threading import Thread

import pygame

from game.ui.kit.drawing import Box, Dial
from game.ui.kit.tones import Colour, hex_of
from game.ui.window.pieces import Drawing, Pieces

Key = tuple[object, ...]

# The drawn portraits leave the same narrow edge round their disc.
_DISC = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">'
    '<circle fill="#FFFFFF" cx="256" cy="256" r="254"/></svg>'
)
LEAST_KEPT = 24_000_000
"""Bytes of drawn pictures that are always kept."""


class Pictures:
    """Draws and keeps pictures; the least lately used go first when they take too much memory."""

    def __init__(
        self,
        assets: Path,
        most_bytes: int = LEAST_KEPT,
        ready: Pieces | None = None,
        photos: Callable[[str], bytes | None] = lambda _path: None,
    ) -> None:
        """*ready* is what need not be drawn again, *photos* what need not be read from the disk."""
        self._photos = photos
        self._assets = assets
        self._ready: dict[Drawing, pygame.Surface] = {} if ready is None else ready.drawings
        # What has been drawn, or was ready, until somebody asks.
        self._used: dict[Drawing, pygame.Surface] | None = None if ready is None else {}
        self._anew = False
        self._kept: OrderedDict[Key, pygame.Surface] = OrderedDict()
        self._texts: dict[str, str] = {}
        self._most = most_bytes
        self._bytes = 0

    def make_room(self, w: int, h: int) -> None:
        """Keep as much as a window of this size needs: its pictures grow with it."""
        self._most = LEAST_KEPT + 8 * w * h

    def icon(self, name: str, side: int, colour: Colour, turned: int) -> pygame.Surface:
        key = ("icon", name, side, colour, turned)
        found = self._get(key)
        if found is None:
            svg = self._text(f"icons/{name}.svg").replace("currentColor", hex_of(colour))
            if turned:
                svg = _turned(svg, turned)
            found = self._keep(key, self._drawn(svg, side, side))
        return found

    def art(self, name: str, w: int, h: int) -> pygame.Surface:
        key = ("art", name, w, h)
        found = self._get(key)
        if found is None:
            found = self._keep(key, self._drawn(self._text(f"art/{name}.svg"), w, h))
        return found

    def photo(self, path: str, side: int) -> pygame.Surface:
        key = ("photo", path, side)
        found = self._get(key)
        if found is None:
            from game.ui.window.photos import photo  # noqa: PLC0415 - few packs have any

            found = self._keep(key, photo(path, self._photos(path), side, drawn(_DISC, side, side)))
        return found

    def sketch(self, svg: str, w: int, h: int, *, keep: bool, soft: bool = False) -> pygame.Surface:
        key = ("sketch", svg, w, h)
        found = self._get(key)
        if found is None:
            found = self._softly_drawn(svg, w, h) if soft else self._drawn(svg, w, h)
            if keep:
                self._keep(key, found)
        return found

    def sketch_ahead(self, svg: str, w: int, h: int) -> Callable[[], None] | None:
        """
        Begin to draw a sketch on another core; what is given back waits for it and keeps it.

        None where it is kept already.
        """
        key = ("sketch", svg, w, h)
        if key in self._kept or (svg, w, h) in self._ready:
            return None
        read: list[pygame.Surface] = []
        drawing = Thread(target=lambda: read.append(_read(svg, w, h)), daemon=True)
        drawing.start()

        def finish() -> None:
            drawing.join()
            if read:
                self._keep(key, self._was_drawn((svg, w, h), _exact(read[0], w, h)))

        return finish

    def dial(self, op: Dial, steps: int = 120) -> pygame.Surface:
        share = round(op.share * steps) / steps
        key = ("dial", op.bounds.w, share, op.colour, op.track, op.width, op.glow)
        found = self._get(key)
        if found is None:
            found = self._keep(key, drawn(_dial_svg(op, share), op.bounds.w, op.bounds.h))
        return found

    def box_pieces(self, op: Box) -> pygame.Surface:
        """A small box with this box's corners, line and shadow, to be stretched to size."""
        side = box_margin(op) * 2 + 2
        key = ("box", side, op.fill, op.radius, op.line, op.line_width, op.shadow, op.corners)
        found = self._get(key)
        if found is None:
            svg = _box_svg(op, side, side)
            found = self._keep(key, self._drawn(svg, side, side))
        return found

    def whole_box(self, op: Box) -> pygame.Surface:
        w, h = op.bounds.w, op.bounds.h
        look = (op.fill, op.radius, op.line, op.line_width, op.dash, op.shadow, op.corners)
        key = ("whole", w, h, *look)
        found = self._get(key)
        if found is None:
            found = self._keep(key, self._drawn(_box_svg(op, w, h), w, h))
        return found

    def strip(self, key: Key, piece: pygame.Surface, w: int, h: int) -> pygame.Surface:
        """A box's edge stretched to length."""
        whole = ("strip", key, w, h)
        found = self._get(whole)
        if found is None:
            found = self._keep(whole, pygame.transform.scale(piece, (w, h)))
        return found

    def add_to(self, pieces: Pieces) -> bool:
        """Put in all that was drawn so far; whether any of it was not ready before. Once only."""
        pieces.drawings.update(self._used or {})
        self._used, self._ready = None, {}
        return self._anew

    def _drawn(self, svg: str, w: int, h: int) -> pygame.Surface:
        key = (svg, w, h)
        found = self._ready.get(key)
        if found is None:
            return self._was_drawn(key, drawn(svg, w, h))
        if self._used is not None:
            self._used[key] = found
        return found

    def _was_drawn(self, key: Drawing, surface: pygame.Surface) -> pygame.Surface:
        self._anew = True
        if self._used is not None:
            self._used[key] = surface
        return surface

    def _softly_drawn(self, svg: str, w: int, h: int) -> pygame.Surface:
        """A blurred thing such as a glow, drawn small and stretched: the eye cannot tell."""
        small = one_coloured(self._drawn(svg, max(1, w // 6), max(1, h // 6)))
        return pygame.transform.smoothscale(small, (max(1, w), max(1, h)))

    def _text(self, path: str) -> str:
        text = self._texts.get(path)
        if text is None:
            text = self._texts[path] = (self._assets / path).read_text(encoding="utf-8")
        return text

    def _get(self, key: Key) -> pygame.Surface | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def _keep(self, key: Key, surface: pygame.Surface) -> pygame.Surface:
        self._kept[key] = surface
        self._bytes += _size(surface)
        while self._bytes > self._most and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= _size(old)
        return surface


def _size(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4


def drawn(svg: str, w: int, h: int) -> pygame.Surface:
    """SVG text as a picture of exactly w × h pixels, stretched if its own shape differs."""
    return _exact(_read(svg, w, h), w, h)


def _read(svg: str, w: int, h: int) -> pygame.Surface:
    # Nearly all of this runs without Python's lock.
    return pygame.image.load_sized_svg(BytesIO(svg.encode()), (max(1, w), max(1, h)))


def _exact(surface: pygame.Surface, w: int, h: int) -> pygame.Surface:
    if surface.get_size() != (w, h):
        # The reader keeps a drawing's proportions; ours are made for the size they are drawn at.
        exact = pygame.Surface((max(1, w), max(1, h)), pygame.SRCALPHA)
        exact.blit(surface, (0, 0))
        surface = exact
    return surface.convert_alpha() if pygame.display.get_surface() else surface


def one_coloured(glow: pygame.Surface) -> pygame.Surface:
    """
    A blurred thing of one colour, with that colour all over.

    Where it is faint its colour has been rounded, pixel by pixel otherwise, which stretched out would
    be stripes. In the middle, where it is strongest, it is true.
    """
    r, g, b, _ = glow.get_at((glow.get_width() // 2, glow.get_height() // 2))
    even = glow.copy()
    even.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
    even.fill((r, g, b, 0), special_flags=pygame.BLEND_RGBA_ADD)
    return even


def _turned(svg: str, degrees: int) -> str:
    start = svg.index(">", svg.index("<svg")) + 1
    end = svg.rindex("</svg>")
    turn = f'<g transform="rotate({-degrees} 12 12)">'
    return svg[:start] + turn + svg[start:end] + "</g>" + svg[end:]


def box_margin(op: Box) -> int:
    """How many pixels at each edge of a box hold its corner, line and shadow."""
    return op.radius + op.shadow + op.line_width + 1


def box_edge(op: Box) -> int:
    """How many pixels at each edge of a box, between its corners, hold its line and shadow."""
    return op.shadow + op.line_width + 1


def _box_svg(op: Box, w: int, h: int) -> str:
    """The box as SVG text, `op.shadow` pixels inside a picture of w × h."""
    half = op.line_width / 2
    x = y = op.shadow + half
    bw, bh = w - 2 * x, h - 2 * y
    r = max(0.0, op.radius - half)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}">']
    if op.shadow:
        parts.extend(_shadow_rings(op, w, h))
    fill = "none" if op.fill is None else hex_of(op.fill)
    line = ""
    if op.line is not None:
        line = f' stroke="{hex_of(op.line)}" stroke-width="{op.line_width}"'
        if op.dash:
            line += f' stroke-dasharray="{op.dash} {op.dash}"'
    parts.append(f'<path d="{_rounded(x, y, bw, bh, r, op.corners)}" fill="{fill}"{line}/>')
    parts.append("</svg>")
    return "".join(parts)


def _shadow_rings(op: Box, w: int, h: int) -> list[str]:
    """A soft shadow as a few rounded rectangles, each fainter and wider than the next."""
    rings = []
    count = max(3, min(10, op.shadow))
    drop = op.shadow * 0.35
    for n in range(count):
        out = op.shadow * (1 - n / count) * 0.65
        x, y = op.shadow - out, op.shadow - out + drop
        bw, bh = w - 2 * x, h - 2 * (op.shadow - out)
        d = _rounded(x, y, bw, bh, op.radius + out, op.corners)
        faint = 0.16 / count
        rings.append(
            f'<path d="{d}" fill="{hex_of(op.shadow_colour)}" fill-opacity="{faint:.4f}"/>'
        )
    return rings


def _rounded(
    x: float, y: float, w: float, h: float, r: float, corners: tuple[bool, bool, bool, bool]
) -> str:
    """A path round a rectangle whose corners are round where asked."""
    tl, tr, br, bl = (r if each else 0.0 for each in corners)
    return (
        f"M{x + tl:.2f} {y:.2f}H{x + w - tr:.2f}"
        + (f"A{tr:.2f} {tr:.2f} 0 0 1 {x + w:.2f} {y + tr:.2f}" if tr else "")
        + f"V{y + h - br:.2f}"
        + (f"A{br:.2f} {br:.2f} 0 0 1 {x + w - br:.2f} {y + h:.2f}" if br else "")
        + f"H{x + bl:.2f}"
        + (f"A{bl:.2f} {bl:.2f} 0 0 1 {x:.2f} {y + h - bl:.2f}" if bl else "")
        + f"V{y + tl:.2f}"
        + (f"A{tl:.2f} {tl:.2f} 0 0 1 {x + tl:.2f} {y:.2f}" if tl else "")
        + "Z"
    )


def _dial_svg(op: Dial, share: float) -> str:
    side = op.bounds.w
    c, r = side / 2, (side - op.width) / 2 - 1
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}">']
    if op.glow is not None:
        parts.append(
            f'<circle cx="{c}" cy="{c}" r="{c - 1}" fill="{hex_of(op.glow)}" fill-opacity="0.35"/>'
        )
    parts.append(
        f'<circle cx="{c}" cy="{c}" r="{r:.2f}" fill="none" stroke="{hex_of(op.track)}" '
        f'stroke-width="{op.width}"/>'
    )
    if share >= 1:
        parts.append(
            f'<circle cx="{c}" cy="{c}" r="{r:.2f}" fill="none" stroke="{hex_of(op.colour)}" '
            f'stroke-width="{op.width}"/>'
        )
    elif share > 0:
        # It empties clockwise from the top: what is left runs from the hand round to the top.
        angle = 2 * math.pi * (1 - share)
        x, y = c + r * math.sin(angle), c - r * math.cos(angle)
        large = 1 if share > 0.5 else 0
        parts.append(
            f'<path d="M{x:.2f} {y:.2f}A{r:.2f} {r:.2f} 0 {large} 1 {c:.2f} {c - r:.2f}" '
            f'fill="none" stroke="{hex_of(op.colour)}" stroke-width="{op.width}" '
            'stroke-linecap="round"/>'
        )
    parts.append("</svg>")
    return "".join(parts)
