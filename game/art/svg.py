"""Small pieces of SVG text that the drawings share."""

import math

from game.art.tones import Colour, hex_of

WHITE = (255, 255, 255)


def document(w: float, h: float, body: str, *, view: tuple[float, float] | None = None) -> str:
    """A drawing of w × h pixels; *view* is its own size in drawing units where that differs."""
    vw, vh = view or (w, h)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:g}" height="{h:g}" '
        f'viewBox="0 0 {vw:g} {vh:g}">{body}</svg>'
    )


def path(d: str, fill: str, line: Colour | None = None, width: float = 0, extra: str = "") -> str:
    """A path with a fill (a colour or `url(#…)`) and, where asked, an outline."""
    stroke = "" if line is None else f' stroke="{hex_of(line)}" stroke-width="{width:g}"'
    return f'<path d="{d}" fill="{fill}"{stroke} stroke-linejoin="round"{extra}/>'


def polygon(points: list[tuple[float, float]]) -> str:
    """Path data round the points."""
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points) + "Z"


def glass(name: str, colour: Colour, light: Colour, cx: float, cy: float, r: float) -> str:
    """A radial gradient like light through stained glass: paler where it falls."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{cx:.1f}" cy="{cy:.1f}" '
        f'r="{r:.1f}"><stop offset="0" stop-color="{hex_of(light)}"/>'
        f'<stop offset="1" stop-color="{hex_of(colour)}"/></radialGradient>'
    )


def halo(name: str, colour: Colour, cx: float, cy: float, r: float, strength: float) -> str:
    """A radial gradient from a colour to nothing."""
    tone = hex_of(colour)
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{cx:.1f}" cy="{cy:.1f}" '
        f'r="{r:.1f}"><stop offset="0" stop-color="{tone}" stop-opacity="{strength:.2f}"/>'
        f'<stop offset="0.55" stop-color="{tone}" stop-opacity="{strength * 0.55:.2f}"/>'
        f'<stop offset="1" stop-color="{tone}" stop-opacity="0"/></radialGradient>'
    )


def around(
    cx: float, cy: float, r: float, count: int, turn: float = -90
) -> list[tuple[float, float]]:
    """The corners of a regular figure, the first at *turn* degrees (-90 is the top)."""
    return [
        (
            cx + r * math.cos(math.radians(turn + 360 * n / count)),
            cy + r * math.sin(math.radians(turn + 360 * n / count)),
        )
        for n in range(count)
    ]
