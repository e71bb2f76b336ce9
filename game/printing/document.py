"""Pages of running words: headings, paragraphs, lists, lines to write on, and breaks between pages."""

from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.printing.flow import Line, Run, Style, broken, height, line_height, set_line, set_lines
from game.printing.look import Look
from game.printing.page import MM, Box, Mark, Sheet, panel, rule
from game.tongue import _

if TYPE_CHECKING:
    from collections.abc import Iterator

MARGIN = 16 * MM


class Document:
    """
    Words set down the page, one part below the other; a new page begins where one is full.

    `columns` splits the page; a part that is kept together never begins in one and ends in another.
    """

    def __init__(
        self,
        look: Look,
        size: tuple[float, float],
        title: str,
        *,
        columns: int = 1,
        foot: str = "",
        margin: float = MARGIN,
    ) -> None:
        self.look, self.size, self.title, self.foot = look, size, title, foot
        self._margin, self._columns, self._gutter = margin, columns, 8 * MM
        self._done: list[tuple[Mark, ...]] = []
        self._marks: list[Mark] = []
        self._column = 0
        self._top = margin
        self.y = margin

    # Where we are.

    @property
    def width(self) -> float:
        across = self.size[0] - 2 * self._margin
        return (across - self._gutter * (self._columns - 1)) / self._columns

    @property
    def x(self) -> float:
        return self._margin + self._column * (self.width + self._gutter)

    @property
    def low(self) -> float:
        return self.size[1] - self._margin - (6 * MM if self.foot else 0)

    @property
    def room(self) -> float:
        return self.low - self.y

    def add(self, *marks: Mark) -> None:
        self._marks.extend(marks)

    def new_page(self) -> None:
        self._done.append(tuple(self._marks))
        self._marks = []
        self._column, self._top = 0, self._margin
        self.y = self._margin

    def need(self, tall: float) -> None:
        """Begin a new column or page unless so much room is left, or nothing stands here yet."""
        if self.room + 0.01 >= tall or self.y <= self._top + 0.01:
            return
        if self._column + 1 < self._columns:
            self._column += 1
            self.y = self._top
        else:
            self.new_page()

    def across(self) -> None:
        """From here on columns begin below what stands over the whole page."""
        self._top = self.y

    def space(self, tall: float) -> None:
        if self.y > self._top + 0.01:
            self.y += tall

    # Words.

    def lines(self, runs: Sequence[Run], width: float | None = None) -> list[Line]:
        return broken(self.look.type, runs, self.width if width is None else width)

    def words(
        self,
        text: str | Sequence[Run],
        style: Style | None = None,
        *,
        gap: float = 0.0,
        inset: float = 0.0,
        keep: float = 0.0,
        align: float = 0.0,
    ) -> None:
        """A paragraph, *gap* below what is above it; *keep* asks for room for what follows it."""
        style = style or self.look.body()
        runs = (Run(text, style),) if isinstance(text, str) else text
        lines = self.lines(runs, self.width - inset)
        self.space(gap)
        if keep:
            self.need(height(lines) + keep)
        elif len(lines) <= 4:
            self.need(height(lines))
        for line in lines:
            self.need(line_height(line))
            if align:
                self.add(
                    *set_lines(
                        [line],
                        self.x + inset,
                        self.y,
                        width=self.width - inset,
                        align=align,
                        type_=self.look.type,
                    )
                )
            else:
                self.add(*set_line(line, self.x + inset, self.y))
            self.y += line_height(line)

    def heading(self, text: str, size: float = 14, *, gap: float = 12) -> None:
        """A heading that stays with what follows it."""
        style = self.look.head(size)
        self.words(text, style, gap=gap, keep=style.size * 2.6)
        self.y += style.size * 0.25

    def bullet(self, text: str | Sequence[Run], *, gap: float = 2.0, icon: str = "") -> None:
        """A point of a list; with *icon* that stands before it instead of a dot."""
        style = self.look.body()
        runs = (Run(text, style),) if isinstance(text, str) else text
        inset = style.size * (1.5 if icon else 1.1)
        lines = self.lines(runs, self.width - inset)
        self.space(gap)
        self.need(height(lines) if len(lines) < 6 else style.line)
        if icon:
            side = style.size * 1.05
            at = Box(self.x, self.y + (style.line - side) / 2, side, side)
            self.add(*self.look.icon(icon, at, self.look.ink))
        else:
            dot = style.size * 0.3
            at = Box(self.x + dot, self.y + (style.line - dot) / 2, dot, dot)
            self.add(panel(at, self.look.ink, r=dot / 2))
        for line in lines:
            self.need(line_height(line))
            self.add(*set_line(line, self.x + inset, self.y))
            self.y += line_height(line)

    def numbered(self, number: int, text: str | Sequence[Run], *, gap: float = 3.0) -> None:
        style = self.look.body()
        runs = (Run(text, style),) if isinstance(text, str) else text
        inset = style.size * 1.7
        lines = self.lines(runs, self.width - inset)
        self.space(gap)
        self.need(height(lines))
        self.add(*self.look.label(f"{number}.", self.x, self.y, self.look.strong()))
        self.add(*set_lines(lines, self.x + inset, self.y))
        self.y += height(lines)

    # Things to write on.

    def rule(self, gap: float = 6.0) -> None:
        self.space(gap)
        self.add(rule(self.x, self.y, self.x + self.width, self.y, self.look.line, 0.75))
        self.y += gap

    def write_line(self, label: str = "", *, tall: float = 26.0, width: float = 0.0) -> None:
        """A line to write on, after its label."""
        tall = tall * (1.3 if self.look.large_print else 1.0)
        self.need(tall)
        style = self.look.body(10)
        base = self.y + tall
        start = self.x
        if label:
            self.add(*self.look.label(label, self.x, base - style.line, style))
            start += self.look.type.width(f"{label}  ", style.face, style.size)
        end = self.x + (width or self.width)
        self.add(rule(start, base, end, base, self.look.soft, 0.6))
        self.y = base + 2

    def choices(self, lead: str, options: Sequence[str], *, gap: float = 6.0) -> None:
        """A question with a box to tick before each answer, as many on a line as fit."""
        look = self.look
        self.space(gap)
        if lead:
            self.words(lead, look.strong(10), keep=look.body(10).line * 1.6)
            self.y += 2
        style = look.body(10)
        side = style.size * 1.05
        x = self.x
        self.need(style.line * 1.3)
        for option in options:
            wide = side * 1.5 + look.type.width(option, style.face, style.size) + style.size * 1.4
            if x > self.x and x + wide - style.size > self.x + self.width:
                x = self.x
                self.y += style.line * 1.25
                self.need(style.line * 1.3)
            self.add(tick_box(look, Box(x, self.y + (style.line - side) / 2, side, side)))
            self.add(*look.label(option, x + side * 1.5, self.y, style))
            x += wide
        self.y += style.line * 1.25

    @contextmanager
    def framed(self, tall: float, *, pad: float = 10.0) -> "Iterator[None]":
        """A panel of a known height round what is set meanwhile."""
        self.need(tall)
        box = Box(self.x, self.y, self.width, tall)
        self.add(panel(box, self.look.cream, self.look.line, 0.75, r=8))
        end = self.y + tall
        self.y += pad
        yield
        self.y = end

    # The pages.

    def sheets(self, chapter: str) -> tuple[Sheet, ...]:
        """All pages; the first opens the chapter."""
        pages = [*self._done, tuple(self._marks)]
        out = []
        for number, marks in enumerate(pages, 1):
            count = self.title
            if len(pages) > 1:
                count = _("{title}, page {number} of {count}").format(
                    title=self.title, number=number, count=len(pages)
                )
            foot = self._foot(count) if self.foot else ()
            out.append(Sheet(self.size, (*marks, *foot), count, chapter if number == 1 else ""))
        return tuple(out)

    def _foot(self, count: str) -> tuple[Mark, ...]:
        style = self.look.quiet(8)
        y = self.size[1] - self._margin - style.line + 4
        words = f"{self.foot} · {count}"
        return tuple(self.look.label(words, self._margin, y, style))


def tick_box(look: Look, box: Box) -> Mark:
    """An empty box to tick."""
    return panel(box, (255, 255, 255), look.ink, 0.8, r=box.w * 0.18)
