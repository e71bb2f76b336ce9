"""What is wrong with the opened pack: each finding with its place, the author's own line, and the fix."""

from game.app.desk import Desk
from game.content.diagnostics import Diagnostic, Severity
from game.tongue import _, ngettext
from game.ui.kit.boxes import Column, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, paint_paragraph
from game.ui.kit.controls import Button, Kind
from game.ui.kit.drawing import Fill
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Message, Pen, Placed, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Paragraph, Span, Style
from game.ui.kit.tones import CREAM, GOLD, GOOD, INK, SAND_LINE, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys, small
from game.ui.stack import Binding, Env, Notice, Outcome, Stay, View
from game.values import dataclass, field

MOST = 60
"""More than so many at once help nobody; mending the first ones often mends the rest."""
_LEAD, _LONGEST = 60, 160
_MARKS = {
    Severity.ERROR: ("alert-triangle", "error"),
    Severity.WARNING: ("info-circle", "warning"),
    Severity.ADVICE: ("bulb", "advice"),
}


@dataclass(frozen=True, slots=True)
class Reread:
    """Read the pack again from its files."""


@dataclass(frozen=True, slots=True)
class ProblemsScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    name: str = "problems"

    def update(self, message: Message) -> Outcome:
        if isinstance(message, Reread):
            again = self.desk.reload()
            words = _("The pack has been read again.") if again else _("Reading it from the disk …")
            return Stay(self, (Notice(words),))
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = front_keys(Binding("f5", _("read again"), Reread()))
        found = self.desk.diagnostics
        pack = self.desk.pack
        playable = 0 if pack is None else len(pack.cards)
        sheets: list[Widget] = [_finding(each) for each in found[:MOST]]
        if len(found) > MOST:
            sheets.append(soft(_("and {count} more").format(count=len(found) - MOST), 27))
        if not sheets:
            sheets.append(_in_order(playable))
        again = Button(_("Read the pack again"), Reread(), "again", "F5")
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        actions = bottom(env, "", (again, 470), (back, 360))
        body = Column(
            (Grow(Scroll(Column(tuple(sheets), gap=20), key="problems")), actions), gap=22
        )
        packs = ", ".join(each.name for each in self.desk.chosen)
        words = _("{packs}: {counted}. {playable} cards can be played.").format(
            packs=packs, counted=_counted(found), playable=playable
        )
        return View(
            _("Problems in the pack"),
            framed(env, titled(_("Problems in the pack"), words, body), keys),
            keys,
            primary=Close(),
        )


def _counted(found: tuple[Diagnostic, ...]) -> str:
    errors = sum(each.is_error for each in found)
    rest = len(found) - errors
    return ", ".join(
        (
            ngettext("{count} error", "{count} errors", errors).format(count=errors),
            ngettext("{count} warning", "{count} warnings", rest).format(count=rest),
        )
    )


def _in_order(cards: int) -> Widget:
    words = Text(
        _("The pack is in order: {cards} cards.").format(cards=cards),
        Style(34, Face.BOLD, GOOD, 1.3),
    )
    return Panel(Row((Icon("circle-check", 48, GOOD), Grow(words)), gap=20))


def _finding(finding: Diagnostic) -> Widget:
    icon, severity = _MARKS[finding.severity]
    place = f"{finding.file}:{finding.line}:{finding.column}"
    said = Text(
        (
            Span(f"{severity} {finding.code}: ", Style(31, Face.BOLD, INK, 1.35)),
            Span(finding.sentence, Style(31, Face.SEMIBOLD, INK, 1.35)),
        )
    )
    where = small(place, SOFT, 25, Face.REGULAR)
    head = Row((Icon(icon, 42, INK), Grow(Column((said, where), gap=2))), gap=20, align=0)
    parts: list[Widget] = [head]
    if finding.line_text:
        parts.append(_authors_line(finding))
    if finding.fix:
        parts.append(Text(finding.fix, Style(29, Face.REGULAR, INK, 1.35)))
    return Panel(
        Column(tuple(parts), gap=14),
        radius=24,
        pad=32,
        pad_y=24,
        role=Role("list item", f"{severity} {finding.code}: {finding.sentence}", place),
    )


def _authors_line(finding: Diagnostic) -> Widget:
    """The line as the author wrote it, what is meant in it marked."""
    start = finding.column - 1
    first = 0 if len(finding.line_text) <= _LONGEST else max(0, start - _LEAD)
    last = min(len(finding.line_text), first + _LONGEST)
    end = min(start + finding.length, last)
    before = ("…" if first else "") + finding.line_text[first:start].lstrip("\t")
    after = finding.line_text[end:last] + ("…" if last < len(finding.line_text) else "")
    line = MarkedLine(_shown(before), _shown(finding.line_text[start:end]), _shown(after))
    number = small(str(finding.line), SOFT, 25, Face.REGULAR)
    return Panel(
        Row((number, Grow(line)), gap=24, align=0),
        fill=CREAM,
        raised=False,
        radius=16,
        pad=24,
        pad_y=14,
    )


def _shown(text: str) -> str:
    """The text with nothing in it that cannot be drawn."""
    return "".join("    " if each == "\t" else each if each.isprintable() else "�" for each in text)


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of somebody's file; the part meant stands in bold upon gold, underlined with ink."""

    before: str
    marked: str
    after: str

    def _paragraph(self, lay: Layout, width: int) -> Paragraph:
        plain, bold = Style(27, Face.REGULAR, INK, 1.4), Style(27, Face.BOLD, INK, 1.4)
        spans = (Span(self.before, plain), Span(self.marked or " ", bold), Span(self.after, plain))
        return lay.paragraph(tuple(span for span in spans if span.text), width)

    def measure(self, lay: Layout, width: int) -> Size:
        paragraph = self._paragraph(lay, width)
        return Size(paragraph.w, paragraph.h)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        said = f"{self.before}{self.marked}{self.after}"
        role = Role("code", said, _("marked: {marked}").format(marked=self.marked))
        return Placed(self, rect, data=self._paragraph(lay, rect.w), role=role)

    def paint(self, placed: Placed, pen: Pen) -> None:
        paragraph: Paragraph = placed.data
        thick = max(2, pen.px(4))
        for run in paragraph.runs:
            if run.face is Face.BOLD and run.w:
                box = Rect(placed.rect.x + run.x, placed.rect.y + run.y, run.w, run.h)
                if not pen.palette.plain and pen.palette.name != "dark":
                    pen.ops.append(Fill(box, pen.colour(GOLD)))
                else:
                    pen.ops.append(
                        Fill(box, pen.colour(SAND_LINE if not pen.palette.plain else CREAM))
                    )
                under = Rect(box.x, box.bottom - thick, box.w, thick)
                pen.ops.append(Fill(under, pen.colour(INK)))
        paint_paragraph(paragraph, placed.rect, pen)
