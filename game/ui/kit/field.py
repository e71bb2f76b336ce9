"""The text field: one line that moves along with the caret, or several that wrap."""

from collections.abc import Callable

from game.tuples import NamedTuple
from game.ui.kit.boxes import paint_box
from game.ui.kit.content import paint_paragraph
from game.ui.kit.drawing import Clip, Fill, Unclip
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Message, Pen, Placed, Role
from game.ui.kit.text import Face, Fonts, Paragraph, Span, Style, pushed_right, row_of
from game.ui.kit.tones import CARD, CREAM, INK, SAND_LINE, SOFT, Tone
from game.values import dataclass


class _Set(NamedTuple):
    """What placing worked out: the words as drawn, and where caret and selection stand."""

    paragraph: Paragraph
    inner: Rect
    caret: Rect | None
    selection: tuple[Rect, ...]
    shift: int
    stops: tuple[tuple[int, int, int, int], ...]
    """For a pointer: (row top, row bottom, x, character index) of each place a caret can be."""


@dataclass(frozen=True, slots=True)
class TextField:
    """
    A place to type. Every change sends `changed(text)`; Enter sends `done`, where there is one.

    While it has the focus its text lives in the interaction, so that screens stay pure: `value`
    is what it holds when it does not.
    """

    key: str
    value: str
    changed: Callable[[str], Message]
    label: str
    hint: str = ""
    """Shown in soft ink while nothing has been typed."""
    limit: int = 120
    rows: int = 1
    done: Message = None
    more: Message = None
    """What one step up says, where it holds a number; `less` the same for one down."""
    less: Message = None
    size: float = 31
    face: Face = Face.REGULAR
    bare: bool = False
    """Without a box of its own, for a field within a panel."""
    digits: bool = False
    """Whether it takes digits alone, so that Space in it is the main key as it is elsewhere."""
    underlined: bool = True
    """Whether a bare field draws a line beneath itself while it has the focus."""

    @property
    def takes_text(self) -> bool:
        return True

    def of(self, typed: str) -> str:
        """As much of what was typed as the field takes."""
        return "".join(filter(str.isdecimal, typed)) if self.digits else typed

    def _style(self, tone: Tone = INK) -> Style:
        return Style(self.size, self.face, tone, 1.3)

    def measure(self, lay: Layout, width: int) -> Size:
        pad = 0 if self.bare else lay.px(18)
        pitch = lay.line("Mg", self._style()).pitch
        rows = self.rows
        if self.rows > 1:
            editing = lay.editing_of(self.key)
            text = editing.text if editing else self.value
            words = (Span(text or self.hint, self._style()),)
            inner = max(1, width - 2 * lay.px(24))
            rows = max(self.rows, lay.paragraph(words, inner).lines)
        return Size(width, pitch * rows + 2 * pad)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        editing = lay.editing_of(self.key)
        inner = (
            rect
            if self.bare
            else Rect(rect.x + lay.px(24), rect.y, max(1, rect.w - 2 * lay.px(24)), rect.h)
        )
        wide = inner.w if self.rows > 1 else 1_000_000
        shown = self.value if editing is None else editing.text
        if editing is not None and editing.composing:
            shown = shown[: editing.caret] + editing.composing + shown[editing.caret :]
        tone, words = (INK, shown) if shown else (SOFT, self._hint(lay, inner.w))
        paragraph = lay.paragraph((Span(words, self._style(tone)),), wide)
        if paragraph.from_right:
            paragraph = pushed_right(paragraph, inner.w)
        top = (
            rect.y + (rect.h - paragraph.h) // 2
            if self.rows == 1
            else rect.y + (0 if self.bare else lay.px(18))
        )
        inner = Rect(inner.x, top, inner.w, paragraph.h)
        stops = _stops(lay.fonts, paragraph, shown)
        caret: Rect | None = None
        selection: tuple[Rect, ...] = ()
        shift = 0
        if editing is not None:
            at = editing.caret + len(editing.composing)
            caret, shift = self._caret(lay, inner, paragraph, stops, at)
            chosen = _letters_chosen if paragraph.stops else _selected
            selection = chosen(inner, paragraph, stops, editing.selection, shift)
        data = _Set(paragraph, inner, caret, selection, shift, stops)
        return Placed(
            self,
            rect,
            data=data,
            key=self.key,
            message=None,
            role=Role("text field", self.label, shown),
            takes_text=True,
        )

    def _hint(self, lay: Layout, wide: int) -> str:
        """As many whole words of the hint as a line has room for."""
        said = self.hint
        while self.rows == 1 and " " in said and lay.line(said, self._style(SOFT)).w > wide:
            said = f"{said.removesuffix('…').rpartition(' ')[0].rstrip(',')}…"
        return said

    def _caret(
        self,
        lay: Layout,
        inner: Rect,
        paragraph: Paragraph,
        stops: tuple[tuple[int, int, int, int], ...],
        at: int,
    ) -> tuple[Rect, int]:
        """The caret, and how far a single line moves left so that the caret is in view."""
        top, bottom, x, _ = stops[min(at, len(stops) - 1)]
        shift = max(0, x - inner.w + lay.px(6)) if self.rows == 1 else 0
        if paragraph.from_right and self.rows == 1 and paragraph.w > inner.w:
            # A long line begins at its right end, and moves so that the caret stays within.
            shift = max(0, min(paragraph.w - inner.w + lay.px(6), x - lay.px(6)))
        thick = max(2, lay.px(3))
        return Rect(inner.x + x - shift, inner.y + top, thick, bottom - top), shift

    def paint(self, placed: Placed, pen: Pen) -> None:
        data: _Set = placed.data
        focused = pen.focused(placed)
        if not self.bare:
            line, weight = pen.colour(INK if focused else SAND_LINE), 4 if focused else 2
            paint_box(placed.rect, pen, CARD, radius=18, line=line, line_width=weight)
        elif focused and self.underlined:
            under = Rect(placed.rect.x, placed.rect.bottom - pen.px(3), placed.rect.w, pen.px(3))
            pen.ops.append(Fill(under, pen.colour(INK)))
        clip = Rect(data.inner.x - 2, placed.rect.y, data.inner.w + 6, placed.rect.h)
        pen.ops.append(Clip(clip))
        pen.ops.extend(Fill(rect, pen.colour(CREAM)) for rect in data.selection)
        paint_paragraph(data.paragraph, data.inner.moved(-data.shift, 0), pen)
        if data.caret is not None:
            pen.ops.append(Fill(data.caret, pen.colour(INK)))
        pen.ops.append(Unclip(clip))

    @staticmethod
    def character_at(placed: Placed, x: int, y: int) -> int:
        """Which place in the text a pointer at (x, y) means."""
        data: _Set = placed.data
        x, y = x - data.inner.x + data.shift, y - data.inner.y
        rows = sorted({(top, bottom) for top, bottom, _, _ in data.stops})
        row = next((each for each in rows if y < each[1]), rows[-1])
        near = min((s for s in data.stops if s[:2] == row), key=lambda stop: abs(stop[2] - x))
        return near[3]

    @staticmethod
    def rows_of(placed: Placed) -> list[tuple[int, Rect]]:
        """Each row as drawn: the place in the text at which it starts, and where it stands."""
        data: _Set = placed.data
        starts: dict[tuple[int, int], int] = {}
        for top, bottom, _x, place in data.stops:
            starts.setdefault((top, bottom), place)
        inner = data.inner
        return [
            (start, Rect(inner.x, inner.y + top, inner.w, bottom - top))
            for (top, bottom), start in starts.items()
        ]


def _stops(fonts: Fonts, paragraph: Paragraph, text: str) -> tuple[tuple[int, int, int, int], ...]:
    """Where a caret can stand, one place a character and one after the last."""
    if not text:
        return ((0, paragraph.pitch, 0, 0),)
    if paragraph.stops:
        pitch = paragraph.pitch
        return tuple(
            (each.row * pitch, (each.row + 1) * pitch, each.x, each.at) for each in paragraph.stops
        )
    stops: list[tuple[int, int, int, int]] = []
    at = 0
    for run in paragraph.runs:
        # Wrapping drops the space or line end between two runs: its caret place is the run's start.
        while text[at : at + len(run.text)] != run.text and at < len(text):
            last = stops[-1] if stops else (0, paragraph.pitch, 0, 0)
            stops.append((last[0], last[1], last[2], at))
            at += 1
        top = row_of(run, paragraph) * paragraph.pitch
        for length in range(len(run.text)):
            x = run.x + fonts.width(run.text[:length], run.face, run.size)
            stops.append((top, top + paragraph.pitch, x, at + length))
        at += len(run.text)
        end = run.x + fonts.width(run.text, run.face, run.size)
        if at == len(text):
            stops.append((top, top + paragraph.pitch, end, at))
        elif text[at] in " \n":
            stops.append((top, top + paragraph.pitch, end, at))
            at += 1
    while at <= len(text) and len(stops) <= len(text):
        last = stops[-1] if stops else (0, paragraph.pitch, 0, 0)
        stops.append((last[0], last[1], last[2], len(stops)))
    return tuple(stops)


def _selected(
    inner: Rect,
    paragraph: Paragraph,
    stops: tuple[tuple[int, int, int, int], ...],
    selection: tuple[int, int],
    shift: int,
) -> tuple[Rect, ...]:
    """One rectangle a row of the selection."""
    del paragraph
    start, end = selection
    rows: dict[tuple[int, int], list[int]] = {}
    for top, bottom, x, _ in stops[start : end + 1]:
        rows.setdefault((top, bottom), []).append(x)
    if start == end:
        return ()
    return tuple(
        Rect(inner.x + min(xs) - shift, inner.y + top, max(xs) - min(xs), bottom - top)
        for (top, bottom), xs in rows.items()
    )


def _letters_chosen(
    inner: Rect,
    paragraph: Paragraph,
    stops: tuple[tuple[int, int, int, int], ...],
    selection: tuple[int, int],
    shift: int,
) -> tuple[Rect, ...]:
    """A rectangle a letter: what is chosen together need not stand together where lines turn."""
    del stops
    start, end = selection
    pitch = paragraph.pitch
    return tuple(
        Rect(
            inner.x + min(each.x, each.far) - shift,
            inner.y + each.row * pitch,
            abs(each.far - each.x),
            pitch,
        )
        for each in paragraph.stops[start:end]
        if each.far != each.x
    )
