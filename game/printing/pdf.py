"""
Sheets as PDF: **the only import of the library that draws it**, brought when something is printed.

Type is embedded, text can be selected in reading order, and the file says its title and language.
"""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from game.printing.letters import refuse_unset
from game.printing.page import ClipOn, Mark, Segment, Shading, Shape, Sheet, Words
from game.printing.typeface import FACES, FAMILY, REGULAR, drawable, typeface

if TYPE_CHECKING:
    from game.art.tones import Colour

LANGUAGE = "en-GB"


def pdf(
    sheets: Iterable[Sheet], assets: Path, title: str, subject: str = "", *, duplex: str = ""
) -> bytes:
    """
    The sheets as one PDF file, with an outline of their chapters.

    *duplex* ("long" or "short") tells the printer how to turn the paper over. Raises
    `CannotSetError` where a sheet holds letters that would be printed wrong.
    """
    sheets = tuple(sheets)
    refuse_unset(sheets, typeface(assets))
    # Plain compressed streams: smaller and quicker than the same written as letters.
    rl_config.useA85 = 0
    out = BytesIO()
    names = _fonts(assets)
    canvas = Canvas(
        out,
        pageCompression=1,
        # The same kit gives the same file, and no font is named that is not inside it.
        invariant=1,
        initialFontName=names[REGULAR],
        lang=LANGUAGE,
    )
    canvas.setTitle(title)
    canvas.setAuthor("MaP")
    canvas.setSubject(subject)
    canvas.setCreator("MaP")
    canvas.setProducer("MaP")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    # At its own size: a page shrunk to fit would give cards of another size.
    canvas.setViewerPreference("PrintScaling", "None")
    if duplex:
        canvas.setViewerPreference("Duplex", f"DuplexFlip{duplex.capitalize()}Edge")
    canvas.showOutline()
    for number, sheet in enumerate(sheets):
        _page(canvas, sheet, number, names)
    canvas.save()
    return out.getvalue()


def _fonts(assets: Path) -> dict[str, str]:
    names = {}
    known = set(pdfmetrics.getRegisteredFontNames())
    for face in FACES:
        name = names[face] = f"{FAMILY}-{face}"
        if name not in known:
            path = assets / "fonts" / f"{FAMILY}-{face}.ttf"
            pdfmetrics.registerFont(TTFont(name, str(path)))
    return names


def _page(canvas: Canvas, sheet: Sheet, number: int, names: dict[str, str]) -> None:
    w, h = sheet.size
    canvas.setPageSize((w, h))
    if sheet.chapter:
        key = f"page-{number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(sheet.chapter, key, 0)
    brush = _Brush(canvas, h, names)
    for mark in sheet.marks:
        brush.draw(mark)
    canvas.showPage()


class _Brush:
    """Draws marks on one page, whose own places run upwards where ours run down."""

    def __init__(self, canvas: Canvas, height: float, names: dict[str, str]) -> None:
        self._canvas, self._height, self._names = canvas, height, names
        canvas.setLineCap(1)
        canvas.setLineJoin(1)

    def draw(self, mark: Mark) -> None:
        if isinstance(mark, Words):
            self._words(mark)
        elif isinstance(mark, Shape):
            self._shape(mark)
        elif isinstance(mark, ClipOn):
            x, y, w, h = mark.box
            self._canvas.saveState()
            path = self._canvas.beginPath()
            path.rect(x, self._height - y - h, w, h)
            self._canvas.clipPath(path, stroke=0, fill=0)
        else:
            self._canvas.restoreState()

    def _words(self, mark: Words) -> None:
        canvas = self._canvas
        canvas.setFillColor(_colour(mark.colour))
        canvas.setFont(self._names[mark.face], mark.size)
        canvas.drawString(mark.x, self._height - mark.y, drawable(mark.text))

    def _shape(self, mark: Shape) -> None:
        canvas = self._canvas
        path = self._path(mark.segments)
        clear = mark.opacity < 1 or mark.line_opacity < 1
        if clear:
            canvas.saveState()
            canvas.setFillAlpha(mark.opacity)
            canvas.setStrokeAlpha(mark.line_opacity)
        fill = mark.fill
        if isinstance(fill, Shading):
            self._shaded(path, fill)
            fill = None
        if fill is not None:
            canvas.setFillColor(_colour(fill))
        if mark.line is not None:
            canvas.setStrokeColor(_colour(mark.line))
            canvas.setLineWidth(mark.width)
            canvas.setDash(*((list(mark.dash),) if mark.dash else ()))
        if fill is not None or mark.line is not None:
            canvas.drawPath(path, stroke=int(mark.line is not None), fill=int(fill is not None))
        if clear:
            canvas.restoreState()

    def _shaded(self, path: PDFPathObject, fill: Shading) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.clipPath(path, stroke=0, fill=0)
        colours = (_colour(fill.inner), _colour(fill.outer))
        canvas.radialGradient(fill.x, self._height - fill.y, fill.r, colours, extend=True)
        canvas.restoreState()

    def _path(self, segments: tuple[Segment, ...]) -> PDFPathObject:
        path, h = self._canvas.beginPath(), self._height
        for kind, p in segments:
            if kind == "m":
                path.moveTo(p[0], h - p[1])
            elif kind == "l":
                path.lineTo(p[0], h - p[1])
            elif kind == "c":
                path.curveTo(p[0], h - p[1], p[2], h - p[3], p[4], h - p[5])
            else:
                path.close()
        return path


@lru_cache(maxsize=256)
def _colour(colour: "Colour") -> Color:
    return Color(colour[0] / 255, colour[1] / 255, colour[2] / 255)
