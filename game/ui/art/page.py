"""A printed page as a picture on the screen: the same marks as on paper, on a white sheet."""

from typing import TYPE_CHECKING

from game.art.tones import SAND_LINE, SHADE, hex_of
from game.tongue import N_
from game.ui.kit.content import Painting
from game.ui.kit.drawing import Box, Sketch, Words
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Pen, Placed
from game.values import dataclass, field

# The room where pages are made is brought when there is one to show.
if TYPE_CHECKING:
    from game.printing.page import Box as PageBox
    from game.printing.page import Segment, Sheet
    from game.printing.typeface import Type

WHITE = (255, 255, 255)
SHADOW = 10


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet made ready to be shown: its shapes as one drawing, its words each in its place."""

    size: tuple[float, float]
    svg: str
    words: tuple[tuple[float, float, str, str, float, tuple[int, int, int]], ...]
    """Left end and top of each word in points, what it says, face, size and colour."""

    @classmethod
    def of(cls, sheet: "Sheet", type_: "Type") -> "Page":
        from game.printing import page  # noqa: PLC0415 - see the top of the module

        w, h = sheet.size
        shapes, words = [], []
        clip: page.Box | None = None
        for mark in sheet.marks:
            if isinstance(mark, page.ClipOn):
                clip = mark.box
            elif isinstance(mark, page.ClipOff):
                if clip is not None and _is_wide(clip, w, h):
                    shapes.append(_mask(clip, w, h))
                clip = None
            elif isinstance(mark, page.Shape):
                # The reader of these drawings knows no clips: small ones are left out.
                if clip is None or _is_wide(clip, w, h):
                    shapes.append(_shape_svg(mark))
            elif isinstance(mark, page.Words):
                space = type_.width(" ", mark.face, mark.size)
                x = mark.x
                for word in mark.text.split(" "):
                    words.append(
                        (x, mark.y - mark.size * 0.95, word, mark.face, mark.size, mark.colour)
                    )
                    x += type_.width(word, mark.face, mark.size) + space
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{w:g}" height="{h:g}" '
            f'viewBox="0 0 {w:g} {h:g}">{"".join(shapes)}</svg>'
        )
        return cls(sheet.size, svg, tuple(words))


def _is_wide(clip: "PageBox", w: float, h: float) -> bool:
    return clip.w * clip.h > w * h / 5


def _mask(clip: "PageBox", w: float, h: float) -> str:
    """White over everything outside the clip."""
    x, y, right, low = clip.x, clip.y, clip.right, clip.bottom
    return (
        f'<path fill="#ffffff" fill-rule="evenodd" d="M0 0H{w:g}V{h:g}H0Z'
        f'M{x:g} {y:g}H{right:g}V{low:g}H{x:g}Z"/>'
    )


def _shape_svg(shape: object) -> str:
    from game.printing.page import Shading, Shape  # noqa: PLC0415 - see the top of the module

    if not isinstance(shape, Shape):
        return ""
    fill = shape.fill.outer if isinstance(shape.fill, Shading) else shape.fill
    inside = "none" if fill is None else hex_of(fill)
    line = ""
    if shape.line is not None:
        # Hair lines of print would vanish on a small picture.
        width = max(shape.width, 0.5)
        line = (
            f' stroke="{hex_of(shape.line)}" stroke-width="{width:.2f}" stroke-linecap="round" '
            f'stroke-linejoin="round" stroke-opacity="{shape.line_opacity:g}"'
        )
        if shape.dash:
            line += f' stroke-dasharray="{" ".join(f"{each:g}" for each in shape.dash)}"'
    return f'<path d="{_data(shape.segments)}" fill="{inside}" fill-opacity="{shape.opacity:g}"{line}/>'


def _data(segments: "tuple[Segment, ...]") -> str:
    return "".join(
        kind.upper() + " ".join(f"{value:.2f}" for value in points) for kind, points in segments
    )


@dataclass(frozen=True, slots=True)
class PagePicture(Painting):
    """One page on a sheet of white, with as much of it as the room allows; never larger than life."""

    usual = N_("The first page")

    page: Page = field(repr=False)
    label: str | None = None

    @property
    def aspect(self) -> float:  # type: ignore[override]
        return self.page.size[0] / self.page.size[1]

    def paint(self, placed: Placed, pen: Pen) -> None:
        x, y, w, h = placed.rect
        shadow = 0 if pen.palette.plain else pen.px(SHADOW)
        bounds = Rect(x - shadow, y - shadow, w + 2 * shadow, h + 2 * shadow)
        edge = pen.colour(SAND_LINE)
        pen.ops.append(
            Box(
                bounds,
                placed.rect,
                WHITE,
                2,
                edge,
                1,
                shadow=shadow,
                shadow_colour=pen.colour(SHADE),
            )
        )
        pen.ops.append(Sketch(placed.rect, self.page.svg))
        by = w / self.page.size[0]
        for left, top, text, face, size, colour in self.page.words:
            if not text:
                continue
            # A little too small keeps words apart; a little too large would run them together.
            tall = max(1, int(size * by))
            at = Rect(
                x + round(left * by), y + round(top * by), round(len(text) * tall * 0.7), tall * 2
            )
            pen.ops.append(Words(at, text, face, tall, colour))
