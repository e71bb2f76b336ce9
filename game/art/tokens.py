"""Seats as people see them: a shape with a letter, never a colour alone; and the die."""

from functools import lru_cache

from game.art.svg import around, document, path, polygon
from game.art.tones import Colour, hex_of

SHAPES = ("circle", "square", "triangle", "diamond", "pentagon", "hexagon", "star", "shield")


def outline(shape: str, c: float, r: float) -> str:
    """Path data of a seat's shape, of about equal weight to the eye, round the middle (c, c)."""
    match shape:
        case "square":
            s = r * 0.86
            return polygon([(c - s, c - s), (c + s, c - s), (c + s, c + s), (c - s, c + s)])
        case "triangle":
            return polygon([(x, y + r * 0.16) for x, y in around(c, c, r * 1.16, 3)])
        case "diamond":
            return polygon(around(c, c, r * 1.12, 4))
        case "pentagon":
            return polygon(around(c, c + r * 0.04, r * 1.04, 5))
        case "hexagon":
            return polygon(around(c, c, r * 1.02, 6))
        case "star":
            outer, inner = around(c, c, r * 1.22, 6), around(c, c, r * 0.86, 6, -60)
            return polygon([p for pair in zip(outer, inner, strict=True) for p in pair])
        case "shield":
            s = r * 0.9
            return (
                f"M{c - s:.2f} {c - s:.2f}H{c + s:.2f}V{c + s * 0.1:.2f}"
                f"C{c + s:.2f} {c + s * 0.8:.2f} {c + s * 0.4:.2f} {c + s * 1.15:.2f} "
                f"{c:.2f} {c + s * 1.3:.2f}C{c - s * 0.4:.2f} {c + s * 1.15:.2f} "
                f"{c - s:.2f} {c + s * 0.8:.2f} {c - s:.2f} {c + s * 0.1:.2f}Z"
            )
        case _:
            return (
                f"M{c - r:.2f} {c:.2f}A{r:.2f} {r:.2f} 0 1 1 {c + r:.2f} {c:.2f}"
                f"A{r:.2f} {r:.2f} 0 1 1 {c - r:.2f} {c:.2f}Z"
            )


@lru_cache(maxsize=256)
def token_svg(shape: str, side: int, fill: Colour, edge: Colour | None) -> str:
    """A seat's shape; *edge* is a line round it that lifts it off a busy ground."""
    rim = side * 0.075 if edge is not None else 0.0
    r = side * 0.4 - rim / 2
    c = side / 2
    drop = -side * 0.05 if shape == "shield" else 0.0
    d = outline(shape, c, r)
    if drop:
        d = outline(shape, c, r * 0.92)
    return document(side, side, path(d, hex_of(fill), edge, rim))


def letter_size(side: int, shape: str) -> int:
    return max(8, round(side * (0.34 if shape in {"triangle", "star", "shield"} else 0.42)))


PIPS = {
    1: ((0, 0),),
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    4: ((-1, -1), (1, -1), (-1, 1), (1, 1)),
    5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)),
    6: ((-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)),
}


@lru_cache(maxsize=64)
def die_svg(value: int, side: int, turn: float, fill: Colour, ink: Colour) -> str:
    pips = "".join(
        f'<circle cx="{50 + 20 * x}" cy="{50 + 20 * y}" r="8.5" fill="{hex_of(ink)}"/>'
        for x, y in PIPS.get(value, ())
    )
    body = (
        f'<g transform="rotate({turn:.1f} 50 50)"><rect x="12" y="12" width="76" height="76" '
        f'rx="17" fill="{hex_of(fill)}" stroke="{hex_of(ink)}" stroke-width="4.5"/>{pips}</g>'
    )
    return document(side, side, body, view=(100, 100))
