"""
Our own SVG drawings as shapes: icons, portraits, and the art that the screens show.

It reads what our art uses (paths, rectangles, circles, ellipses, groups that turn or move, and
radial shadings) and no more; it is not for pictures from anywhere else.
"""

import math
import re
import xml.etree.ElementTree as ET
from functools import lru_cache
from pathlib import Path

from game.art.tones import Colour
from game.printing.page import KAPPA, Segment, Shading, Shape

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)

_NUMBERS = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_PIECES = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_INHERITED = ("fill", "stroke", "stroke-width", "fill-opacity", "stroke-opacity")


@lru_cache(maxsize=512)
def shapes(svg: str, colour: Colour = (0, 0, 0)) -> tuple[tuple[float, float], tuple[Shape, ...]]:
    """The drawing's own width and height, and its shapes; `currentColor` becomes *colour*."""
    root = ET.fromstring(svg)  # noqa: S314 - only the art that ships with the program comes here
    view = [float(each) for each in (root.get("viewBox") or "0 0 24 24").split()]
    shadings = {each.get("id", ""): each for each in root.iter() if _tag(each) == "radialGradient"}
    found: list[Shape] = []
    _walk(root, {"fill": "#000000"}, SAME, colour, shadings, found)
    return (view[2], view[3]), tuple(found)


@lru_cache(maxsize=256)
def asset(folder: Path, name: str) -> str:
    """The text of a drawing among the assets, such as "icons/brain"."""
    return (folder / f"{name}.svg").read_text(encoding="utf-8")


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _walk(
    element: ET.Element,
    given: dict[str, str],
    matrix: Matrix,
    colour: Colour,
    shadings: dict[str, ET.Element],
    found: list[Shape],
) -> None:
    tag = _tag(element)
    if tag == "defs":
        return
    style = {**given, **{k: v for k in _INHERITED if (v := element.get(k)) is not None}}
    if (turn := element.get("transform")) is not None:
        matrix = _times(matrix, _transform(turn))
    segments = _outline(element, tag)
    if segments:
        shape = _shape(segments, style, matrix, colour, shadings)
        if shape is not None:
            found.append(shape)
    for child in element:
        _walk(child, style, matrix, colour, shadings, found)


def _shape(
    segments: list[Segment],
    style: dict[str, str],
    matrix: Matrix,
    colour: Colour,
    shadings: dict[str, ET.Element],
) -> Shape | None:
    fill = _paint(style.get("fill", "none"), colour, shadings, matrix)
    stroke = _paint(style.get("stroke", "none"), colour, {}, matrix)
    line = stroke if isinstance(stroke, tuple) and not isinstance(stroke, Shading) else None
    if fill is None and line is None:
        return None
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    return Shape(
        tuple(_mapped(each, matrix) for each in segments),
        fill,
        line,
        float(style.get("stroke-width", "1")) * scale if line is not None else 0.0,
        opacity=float(style.get("fill-opacity", "1")),
        line_opacity=float(style.get("stroke-opacity", "1")),
    )


def _paint(
    text: str, colour: Colour, shadings: dict[str, ET.Element], matrix: Matrix
) -> Colour | Shading | None:
    if text == "none":
        return None
    if text == "currentColor":
        return colour
    if text.startswith("url(#"):
        return _shading(shadings[text[5:-1]], matrix)
    if len(text) == 4:
        text = "#" + "".join(each * 2 for each in text[1:])
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _shading(element: ET.Element, matrix: Matrix) -> Shading:
    x, y, r = (float(element.get(name, "0")) for name in ("cx", "cy", "r"))
    stops = list(element)
    inner = _paint(stops[0].get("stop-color", "#ffffff"), (0, 0, 0), {}, SAME)
    outer = _paint(stops[-1].get("stop-color", "#000000"), (0, 0, 0), {}, SAME)
    px, py = _at(matrix, x, y)
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    white = (255, 255, 255)
    return Shading(
        px,
        py,
        r * scale,
        white if inner is None or isinstance(inner, Shading) else inner,
        white if outer is None or isinstance(outer, Shading) else outer,
    )


# Turning and moving.


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[2] * b[1],
        a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3],
        a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4],
        a[1] * b[4] + a[3] * b[5] + a[5],
    )


def _at(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _transform(text: str) -> Matrix:
    whole = SAME
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", text):
        n = [float(each) for each in _NUMBERS.findall(inside)]
        if name == "translate":
            whole = _times(whole, (1, 0, 0, 1, n[0], n[1] if len(n) > 1 else 0))
        elif name == "scale":
            whole = _times(whole, (n[0], 0, 0, n[1] if len(n) > 1 else n[0], 0, 0))
        elif name == "rotate":
            a = math.radians(n[0])
            turn: Matrix = (math.cos(a), math.sin(a), -math.sin(a), math.cos(a), 0, 0)
            cx, cy = (n[1], n[2]) if len(n) > 2 else (0.0, 0.0)
            whole = _times(
                _times(_times(whole, (1, 0, 0, 1, cx, cy)), turn), (1, 0, 0, 1, -cx, -cy)
            )
        elif name == "matrix":
            whole = _times(whole, (n[0], n[1], n[2], n[3], n[4], n[5]))
        else:
            raise ValueError(f"our art does not use {name}")
    return whole


def _mapped(segment: Segment, m: Matrix) -> Segment:
    if m == SAME:
        return segment
    points = segment.points
    out: list[float] = []
    for n in range(0, len(points), 2):
        out.extend(_at(m, points[n], points[n + 1]))
    return Segment(segment.kind, tuple(out))


# Outlines.


def _outline(element: ET.Element, tag: str) -> list[Segment]:
    def number(name: str, other: str = "0") -> float:
        return float(element.get(name, other))

    if tag == "path":
        return path_segments(element.get("d", ""))
    if tag == "circle":
        return _oval(number("cx"), number("cy"), number("r"), number("r"))
    if tag == "ellipse":
        return _oval(number("cx"), number("cy"), number("rx"), number("ry"))
    if tag == "rect":
        x, y, w, h = number("x"), number("y"), number("width"), number("height")
        rx = min(number("rx", element.get("ry", "0")), w / 2)
        ry = min(number("ry", element.get("rx", "0")), h / 2)
        return _rect(x, y, w, h, rx, ry)
    return []


def _rect(x: float, y: float, w: float, h: float, rx: float, ry: float) -> list[Segment]:
    kx, ky = rx * (1 - KAPPA), ry * (1 - KAPPA)
    right, low = x + w, y + h
    return [
        Segment("m", (x + rx, y)),
        Segment("l", (right - rx, y)),
        Segment("c", (right - kx, y, right, y + ky, right, y + ry)),
        Segment("l", (right, low - ry)),
        Segment("c", (right, low - ky, right - kx, low, right - rx, low)),
        Segment("l", (x + rx, low)),
        Segment("c", (x + kx, low, x, low - ky, x, low - ry)),
        Segment("l", (x, y + ry)),
        Segment("c", (x, y + ky, x + kx, y, x + rx, y)),
        Segment("z"),
    ]


def _oval(cx: float, cy: float, rx: float, ry: float) -> list[Segment]:
    return _rect(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry)


def path_segments(d: str) -> list[Segment]:
    """Path data as moves, lines and curves, in absolute places."""
    out: list[Segment] = []
    x = y = sx = sy = 0.0
    handle: tuple[float, float] | None = None
    for letter, rest in _PIECES.findall(d):
        kind, relative = letter.upper(), letter.islower()
        numbers = _arc_numbers(rest) if kind == "A" else [float(n) for n in _NUMBERS.findall(rest)]
        if kind == "Z":
            out.append(Segment("z"))
            x, y, handle = sx, sy, None
            continue
        count = _COUNTS[kind]
        for first in range(0, len(numbers) - count + 1, count):
            n = numbers[first : first + count]
            ox, oy = (x, y) if relative else (0.0, 0.0)
            kept: tuple[float, float] | None = None
            if kind == "M" and first == 0:
                x, y = n[0] + ox, n[1] + oy
                sx, sy = x, y
                out.append(Segment("m", (x, y)))
            elif kind in {"M", "L"}:
                x, y = n[0] + ox, n[1] + oy
                out.append(Segment("l", (x, y)))
            elif kind == "H":
                x = n[0] + ox
                out.append(Segment("l", (x, y)))
            elif kind == "V":
                y = n[0] + oy
                out.append(Segment("l", (x, y)))
            elif kind in {"C", "S"}:
                if kind == "S":
                    first_x, first_y = (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)
                    n = [first_x - ox, first_y - oy, *n]
                p = [value + (oy if i % 2 else ox) for i, value in enumerate(n)]
                out.append(Segment("c", tuple(p)))
                kept = (p[2], p[3])
                x, y = p[4], p[5]
            elif kind in {"Q", "T"}:
                if kind == "T":
                    qx, qy = (2 * x - handle[0], 2 * y - handle[1]) if handle else (x, y)
                    ex, ey = n[0] + ox, n[1] + oy
                else:
                    qx, qy, ex, ey = n[0] + ox, n[1] + oy, n[2] + ox, n[3] + oy
                out.append(
                    Segment(
                        "c",
                        (
                            x + (qx - x) * 2 / 3,
                            y + (qy - y) * 2 / 3,
                            ex + (qx - ex) * 2 / 3,
                            ey + (qy - ey) * 2 / 3,
                            ex,
                            ey,
                        ),
                    )
                )
                kept = (qx, qy)
                x, y = ex, ey
            else:
                ex, ey = n[5] + ox, n[6] + oy
                out.extend(_arc(x, y, n[0], n[1], n[2], bool(n[3]), bool(n[4]), ex, ey))
                x, y = ex, ey
            handle = kept
    return out


_ARC = re.compile(
    r"\s*,?\s*([-+.\deE]+?)[\s,]+([-+.\deE]+?)[\s,]+([-+.\deE]+?)[\s,]+([01])[\s,]*([01])[\s,]*"
    r"([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)"
)


def _arc_numbers(text: str) -> list[float]:
    """An arc's numbers; its two flags may stand without a gap after them."""
    return [float(each) for found in _ARC.finditer(text) for each in found.groups()]


def _arc(
    x0: float,
    y0: float,
    rx: float,
    ry: float,
    turn: float,
    large: bool,
    sweep: bool,
    x1: float,
    y1: float,
) -> list[Segment]:
    """An elliptic arc as curves, by the formulas of the SVG specification."""
    if not rx or not ry or (x0 == x1 and y0 == y1):
        return [Segment("l", (x1, y1))]
    phi = math.radians(turn)
    cos, sin = math.cos(phi), math.sin(phi)
    dx, dy = (x0 - x1) / 2, (y0 - y1) / 2
    px, py = cos * dx + sin * dy, -sin * dx + cos * dy
    rx, ry = abs(rx), abs(ry)
    grow = px * px / (rx * rx) + py * py / (ry * ry)
    if grow > 1:
        rx, ry = rx * math.sqrt(grow), ry * math.sqrt(grow)
    under = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2
    factor = math.sqrt(max(0.0, under) / ((rx * py) ** 2 + (ry * px) ** 2))
    if large == sweep:
        factor = -factor
    cx1, cy1 = factor * rx * py / ry, -factor * ry * px / rx
    cx, cy = cos * cx1 - sin * cy1 + (x0 + x1) / 2, sin * cx1 + cos * cy1 + (y0 + y1) / 2
    start = math.atan2((py - cy1) / ry, (px - cx1) / rx)
    sweep_angle = math.atan2((-py - cy1) / ry, (-px - cx1) / rx) - start
    if sweep and sweep_angle < 0:
        sweep_angle += 2 * math.pi
    elif not sweep and sweep_angle > 0:
        sweep_angle -= 2 * math.pi
    pieces = max(1, math.ceil(abs(sweep_angle) / (math.pi / 2) - 1e-9))
    step = sweep_angle / pieces
    k = 4 / 3 * math.tan(step / 4)

    def at(a: float, off: float = 0.0) -> tuple[float, float]:
        ex = rx * (math.cos(a) - off * math.sin(a))
        ey = ry * (math.sin(a) + off * math.cos(a))
        return cos * ex - sin * ey + cx, sin * ex + cos * ey + cy

    return [
        Segment("c", (*at(a, k), *at(a + step, -k), *at(a + step)))
        for a in (start + n * step for n in range(pieces))
    ]
