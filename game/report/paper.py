"""A document on paper: the same words and pictures as the page, laid out as sheets for the PDF door."""

from collections.abc import Sequence
from pathlib import Path
from typing import assert_never

from game.art.palettes import THEME_ICONS
from game.art.tones import CREAM, GOOD, INK, SAND, SAND_LINE
from game.model.themes import Theme
from game.printing.document import Document as Pages
from game.printing.flow import Run, Style, broken, height, set_lines
from game.printing.look import Look
from game.printing.page import MM, Box, Mark, Paper, Sheet, Words, panel, rule
from game.printing.typeface import BOLD, REGULAR, SEMIBOLD
from game.report.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Lights,
    Part,
    PlayedCard,
    Prose,
    Quote,
    Table,
    Terms,
    WriteLine,
)
from game.report.picture import PALETTE, Picture
from game.tongue import _

WHITE = (255, 255, 255)
FOOT = "MaP"
ONE_PAGE_SIZES = (10.8, 10.2, 9.6, 9.0, 8.4, 7.8, 7.2)
"""Type for what must stand on one page: the largest that fits."""


def pdf_of(document: Document, assets: Path) -> bytes:
    """The document as a PDF file, upright on A4."""
    from game.printing.pdf import pdf  # noqa: PLC0415 - brings the library that draws PDF

    title = f"{document.title} · {document.when}" if document.when else document.title
    return pdf(sheets_of(document, assets), assets, title, document.told)


def sheets_of(document: Document, assets: Path) -> tuple[Sheet, ...]:
    """The document's pages."""
    look = Look(assets)
    if not document.one_page:
        return _laid(document, look, 10.5)
    for size in ONE_PAGE_SIZES:
        sheets = _laid(document, look, size)
        if len(sheets) == 1:
            break
    return sheets


def _laid(document: Document, look: Look, size: float) -> tuple[Sheet, ...]:
    margin = (11 if document.one_page else 15) * MM
    pages = Pages(look, Paper.A4.size, document.title, foot=FOOT, margin=margin)
    layout = _Layout(look, pages, size, tight=document.one_page)
    layout.top(document)
    for part in document.parts:
        layout.part(part)
    return pages.sheets(document.title)


class _Layout:
    """Sets one block after the other down the pages."""

    def __init__(self, look: Look, pages: Pages, size: float, *, tight: bool) -> None:
        self.look, self.pages, self.size, self.tight = look, pages, size, tight

    @property
    def body(self) -> Style:
        return self.look.body(self.size, 1.3 if self.tight else 1.35)

    def top(self, document: Document) -> None:
        """The door, the title, and the numbers beside it."""
        pages, look = self.pages, self.look
        tall = self.size * 8 if self.tight else 150.0
        wide = tall * document.picture.w / document.picture.h
        pages.add(*self.picture(document.picture, Box(pages.x, pages.y, wide, tall)))
        x, y = pages.x + wide + 22, pages.y + (6.0 if self.tight else 12.0)
        room = pages.width - wide - 22
        styles = (
            (document.when, look.quiet(10)),
            (document.title, look.head(self.size * 2 if self.tight else 26)),
            (document.told, look.body(11.5)),
        )
        for text, style in styles:
            if text:
                lines = broken(look.type, (Run(text, style),), room)
                pages.add(*set_lines(lines, x, y))
                y += height(lines) + 5
        for value, name in document.facts:
            number, word = look.head(16), look.quiet(9)
            across = max(
                look.type.width(value, BOLD, number.size), look.type.width(name, REGULAR, word.size)
            )
            box = Box(x, y + 4, across + 18, number.line + word.line + 10)
            pages.add(panel(box, WHITE, look.line, 0.75, r=6))
            pages.add(*look.label(value, x + 9, y + 8, number))
            pages.add(*look.label(name, x + 9, y + 8 + number.line, word))
            x += across + 25
        pages.y += tall + (8 if self.tight else 14)

    def part(self, part: Part) -> None:
        if part.loud:
            self.loud(part)
            return
        # A heading never stands on one page while its picture stands on the next.
        first = next((each for each in part.blocks[:2] if isinstance(each, Figure)), None)
        if first is not None:
            self.pages.need(self.pages.width * first.picture.h / first.picture.w + 110)
        elif isinstance(part.blocks[0], PlayedCard):
            self.pages.need(190)
        self.pages.heading(
            part.title, self.size * 1.22 if self.tight else 16, gap=self.size if self.tight else 18
        )
        if part.lead:
            self.pages.words(part.lead, self.look.quiet(9.5), keep=30)
            self.pages.y += 3
        for block in part.blocks:
            self.block(block)

    def loud(self, part: Part) -> None:
        """Our one message, on ink."""
        pages, look = self.pages, self.look
        head = Style(10, REGULAR, PALETTE[SAND], 1.3)
        said = Style(self.size * 1.4 if self.tight else 18, BOLD, WHITE, 1.28)
        texts = [each.text for each in part.blocks if isinstance(each, Quote)]
        lines = [
            *broken(look.type, (Run(part.title, head),), pages.width - 36),
            *(
                line
                for text in texts
                for line in broken(look.type, (Run(f"“{text}”", said),), pages.width - 36)
            ),
        ]
        tall = height(lines) + (20 if self.tight else 28)
        pages.space(6)
        pages.need(tall)
        pages.add(panel(Box(pages.x, pages.y, pages.width, tall), look.ink, r=10))
        pages.add(*set_lines(lines, pages.x + 18, pages.y + (10 if self.tight else 14)))
        pages.y += tall

    def block(self, block: Block) -> None:
        pages, look = self.pages, self.look
        match block:
            case Prose(text, small):
                pages.words(text, look.quiet(9) if small else self.body, gap=4)
            case Quote(text):
                pages.words(f"“{text}”", look.head(15), gap=6)
            case Bullets(items, steps):
                for item in items:
                    self.step(item) if steps else pages.bullet(item, gap=3)
            case Table():
                self.table(block)
            case Figure(picture, beside):
                tall = pages.width * picture.h / picture.w
                pages.space(6)
                pages.need(tall)
                box = Box(pages.x, pages.y, pages.width, tall)
                pages.add(*self.picture(picture, box))
                pages.y += tall
                self.table(beside)
            case PlayedCard():
                self.card(block)
            case Terms(pairs):
                self.terms(pairs)
            case WriteLine():
                pages.write_line(tall=26)
            case Lights(caption, heads, rows):
                self.table(
                    Table(
                        caption,
                        (_("Group"), *(theme.label for theme in Theme), *heads),
                        tuple((name, *(str(n) for n in fed), *rest) for name, fed, rest in rows),
                    )
                )
            case _:
                assert_never(block)

    def picture(self, picture: Picture, box: Box) -> list[Mark]:
        """The art as shapes, and its words as type that can be searched."""
        by = box.w / picture.w
        marks: list[Mark] = list(Look.sketch(picture.bare(), box))
        faces = {"Regular": REGULAR, "SemiBold": SEMIBOLD, "Bold": BOLD}
        for label in picture.labels:
            face, size = faces[label.face], label.size * by
            wide = self.look.type.width(label.text, face, size)
            shift = {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
            marks.append(
                Words(
                    box.x + label.x * by - shift,
                    box.y + label.y * by,
                    label.text,
                    face,
                    size,
                    PALETTE[label.tone],
                )
            )
        return marks

    def step(self, text: str) -> None:
        """Something to do, on a band with a bar before it."""
        pages = self.pages
        lines = pages.lines((Run(text, self.body),), pages.width - 26)
        tall = height(lines) + (7 if self.tight else 10)
        pages.space(4)
        pages.need(tall)
        pages.add(panel(Box(pages.x, pages.y, pages.width, tall), PALETTE[CREAM], r=4))
        pages.add(panel(Box(pages.x, pages.y, 4, tall), PALETTE[GOOD]))
        pages.add(*set_lines(lines, pages.x + 14, pages.y + (tall - height(lines)) / 2))
        pages.y += tall

    def terms(self, pairs: Sequence[tuple[str, str]]) -> None:
        pages = self.pages
        strong = Style(self.body.size, SEMIBOLD, PALETTE[INK], self.body.leading)
        left = pages.width * 0.3
        for name, told in pairs:
            first = pages.lines((Run(name, strong),), left - 10)
            second = pages.lines((Run(told, self.body),), pages.width - left)
            tall = max(height(first), height(second))
            pages.space(2 if self.tight else 4)
            pages.need(tall)
            pages.add(*set_lines(first, pages.x, pages.y))
            pages.add(*set_lines(second, pages.x + left, pages.y))
            pages.y += tall

    def table(self, table: Table) -> None:
        """Rows between thin rules; the heads stand again on each new page."""
        pages, look = self.pages, self.look
        many = len(table.heads)
        size = 9.0 if many <= 6 else 8.0 if many <= 9 else 7.0
        style = Style(size, REGULAR, look.ink, 1.25)
        strong = Style(size, SEMIBOLD, look.ink, 1.25)
        first = pages.width * (0.34 if many <= 5 else 0.24 if many <= 8 else 0.16)
        widths = [first, *[(pages.width - first) / max(1, many - 1)] * (many - 1)]
        pages.words(table.caption, look.strong(9.5), gap=8, keep=48)
        pages.y += 2
        self.row(table.heads, widths, strong, ground=True, numbers=table.numbers)
        for row in table.rows:
            self.row(row, widths, style, numbers=table.numbers, head=strong, again=table.heads)
        pages.y += 4

    def row(
        self,
        cells: Sequence[str],
        widths: Sequence[float],
        style: Style,
        *,
        numbers: bool,
        ground: bool = False,
        head: Style | None = None,
        again: Sequence[str] = (),
    ) -> None:
        pages = self.pages
        styles = [head or style, *[style] * (len(cells) - 1)]
        laid = [
            pages.lines((Run(cell, each),), width - 8)
            for cell, width, each in zip(cells, widths, styles, strict=True)
        ]
        tall = max(height(lines) for lines in laid) + 6
        if again and pages.room < tall:
            pages.new_page()
            self.row(again, widths, head or style, numbers=numbers, ground=True)
        pages.need(tall)
        if ground:
            pages.add(panel(Box(pages.x, pages.y, pages.width, tall), PALETTE[CREAM]))
        x = pages.x
        for n, (lines, width) in enumerate(zip(laid, widths, strict=True)):
            align = 1.0 if numbers and n else 0.0
            pages.add(
                *set_lines(
                    lines, x + 4, pages.y + 3, width=width - 8, align=align, type_=self.look.type
                )
            )
            x += width
        pages.y += tall
        pages.add(rule(pages.x, pages.y, pages.x + pages.width, pages.y, PALETTE[SAND_LINE], 0.6))

    def card(self, card: PlayedCard) -> None:
        """A card: its band in the theme's colour, its words, and what the table made of it."""
        pages, look = self.pages, self.look
        fill = look.theme(card.theme) if card.theme else PALETTE[SAND]
        on = look.on_theme(card.theme) if card.theme else look.ink
        title = f"{card.code}  {card.title}" if card.code else card.title
        side = " · ".join(
            each for each in (card.theme.label if card.theme else "", card.level) if each
        )
        pages.space(10)
        pages.need(96)
        band = Box(pages.x, pages.y, pages.width, 24)
        pages.add(panel(band, fill, r=5))
        if card.theme:
            box = Box(band.x + 7, band.y + 4, 16, 16)
            pages.add(*look.icon(THEME_ICONS[card.theme], box, on))
        pages.add(*look.label(title, band.x + 30, band.y + 4.5, Style(11.5, BOLD, on, 1.3)))
        pages.add(
            *look.label(
                side,
                band.x,
                band.y + 5.5,
                Style(9.5, REGULAR, on, 1.3),
                width=band.w - 10,
                align=1.0,
            )
        )
        pages.y += 28
        if card.scene:
            pages.words(card.scene, look.body(10), gap=2)
        if card.voice:
            word = look.words_of(card.theme) if card.theme else look.ink
            pages.words(f"“{card.voice}”", Style(10, SEMIBOLD, word, 1.35), gap=4)
        if card.helps:
            pages.words(card.helps, look.body(10), gap=4)
        if card.agreed:
            pages.space(4)
            self.step(card.agreed)
        told = [card.evidence]
        if card.panes:
            told.append(
                _("Panes fed: {panes}.").format(panes=", ".join(pane.label for pane in card.panes))
            )
        told.append(card.weight)
        for text in told:
            if text:
                pages.words(text, look.quiet(9), gap=4)
