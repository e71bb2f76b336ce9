"""The first pages: what is in the kit and how to print and cut it, and a page to set the printer by."""

from collections.abc import Sequence

from game.art.door import DoorColours, door_svg, pane_mark
from game.art.door import H as DOOR_H
from game.art.door import W as DOOR_W
from game.model.pack import Pack
from game.model.themes import Theme
from game.printing.document import Document
from game.printing.flow import Style
from game.printing.grid import CUT, Flip, Layout, Plan, behind
from game.printing.look import PALETTE, Look
from game.printing.page import MM, Box, Mark, Sheet, Slot, panel, rule
from game.printing.typeface import BOLD, HEAVY, REGULAR
from game.tongue import N_, _

ABOUT = N_(
    "This is a new game, built from the published aims of the MaP project (Mental and Physical Health "
    "Partnership in Innovation and Education, North West London, 2017 to 2019). The rules, board and "
    "cards of that project’s own board game are not public, so none of this copies them, and no result "
    "of its learning groups is claimed here."
)


def how_to(plan: Plan, cards: str) -> tuple[str, ...]:
    """Printing and cutting, step by step, for the layout chosen."""
    steps = [
        _(
            "Print on {paper} at 100 per cent (“actual size”), not “fit to page”. Card of 160 to "
            "200 g/m² is best; paper does."
        ).format(paper=plan.paper.value),
    ]
    if plan.layout is Layout.DUPLEX:
        both = (
            _("Print the cards on both sides, turning on the long edge.")
            if plan.flip is Flip.LONG
            else _("Print the cards on both sides, turning on the short edge.")
        )
        first = _(
            "Print the calibration page first: it shows whether backs come out behind their fronts, "
            "and what to do if they do not."
        )
        steps.append(f"{both} {first}")
        if plan.flip is Flip.SHORT:
            steps.append(_("Turned on the short edge, a card is turned over from top to bottom."))
    elif plan.layout is Layout.FOLD:
        steps.append(
            _(
                "Print on one side. Cut out each pair, fold it along the dashed line with the print "
                "outside, and glue it together."
            )
        )
    else:
        steps.append(
            _(
                "Print on one side. Each card is two pieces, front and back: glue them back to back, or "
                "put both into one sleeve."
            )
        )
    steps.append(
        _(
            "Cut {cards} along the faint lines with scissors, or from mark to mark with a trimmer: first "
            "right across the sheet, then each strip."
        ).format(cards=cards)
    )
    steps.append(
        _(
            "Print the board on A3, or its four parts and glue them at the striped tabs. Forms: one record for "
            "the table; “Before and now”, “Evaluation” and “To take home” for each person."
        )
    )
    return tuple(steps)


def cover(
    pack: Pack,
    look: Look,
    plan: Plan,
    chapters: Sequence[tuple[str, int, int]],
    notes: Sequence[str],
    printed_on: str,
    cards: str,
) -> tuple[Sheet, ...]:
    """
    The door, what is in the kit and on which pages, and how to print and cut it.

    *chapters* are names with their first and last page (0 where not yet known); *notes* are what could not be as it should.
    """
    doc = Document(look, plan.paper.size, _("How to print and cut"), foot=pack.title)
    tall = 176.0
    box = Box(doc.x, doc.y, tall * DOOR_W / DOOR_H, tall)
    doc.add(*lit_door(box, look))
    x = box.right + 26
    doc.add(*look.label("MaP", x, doc.y + 8, Style(64, HEAVY, look.ink, 1.1)))
    doc.add(
        *look.label(
            _("walking through one door together"), x + 2, doc.y + 82, Style(17, REGULAR, look.soft)
        )
    )
    doc.add(*look.label(pack.title, x + 2, doc.y + 112, Style(17, BOLD, look.ink)))
    doc.add(
        *look.label(
            _("Printed {day}").format(day=printed_on),
            x + 2,
            doc.y + 138,
            look.quiet(10.5),
        )
    )
    doc.y = box.bottom + 14
    doc.heading(_("In this kit"))
    for name, first, last in chapters:
        pages = (
            _("page {number}").format(number=first)
            if first == last
            else _("pages {first} to {last}").format(first=first, last=last)
        )
        _entry(doc, _(name), pages if first else "")
    doc.heading(_("How to print and cut it"))
    for number, words in enumerate(how_to(plan, cards), 1):
        doc.numbered(number, words)
    if notes:
        doc.heading(_("What did not fit"))
        for words in notes:
            doc.bullet(words)
    doc.words(_(ABOUT), look.quiet(9), gap=12)
    return doc.sheets(_("Contents, and how to print"))


def _entry(doc: Document, name: str, pages: str) -> None:
    look = doc.look
    style = look.body()
    doc.need(style.line)
    doc.add(*look.label(name, doc.x, doc.y, style))
    if not pages:
        doc.y += style.line
        return
    start = doc.x + look.type.width(f"{name} ", style.face, style.size)
    wide = look.type.width(pages, style.face, style.size)
    end = doc.x + doc.width - wide
    base = doc.y + style.line * 0.72
    doc.add(rule(start + 4, base, end - 6, base, look.soft, 0.6, (0.5, 3)))
    doc.add(*look.label(pages, end, doc.y, style))
    doc.y += style.line


def lit_door(box: Box, look: Look) -> list[Mark]:
    """The door with all its panes lit, as on the title page of the screen."""
    colours = DoorColours.of(PALETTE)
    light = tuple(1.0 for each in Theme)
    if look.ink_saving:
        light = tuple(0.0 for each in Theme)
    marks: list[Mark] = [*look.sketch(door_svg("paper", 660, 792, light, 0.0, colours), box)]
    by = box.w / DOOR_W
    for theme in Theme:
        cx, cy, side = pane_mark(theme, 0.0)
        size = side * by
        at = Box(box.x + cx * by - size / 2, box.y + cy * by - size / 2, size, size)
        tone = look.words_of(theme) if look.ink_saving else look.on_theme(theme)
        marks.extend(look.theme_icon(theme, at, tone))
    return marks


def calibration(look: Look, plan: Plan) -> tuple[Sheet, ...]:
    """Rulers and a card's outline; in duplex a second page, to see how far backs are off."""
    w, h = plan.paper.size
    margin = 18 * MM
    marks: list[Mark] = []
    marks.extend(look.label(_("Calibration"), margin, margin - 8, look.head(22)))
    words = _(
        "Print this page at 100 per cent. Measure: each ruler is 100 mm long, and the box is 63 × 88 mm, "
        "as a card is. If they are not, look for “actual size” in the print dialog."
    )
    under = margin - 8 + look.head(22).line + 4
    marks.extend(look.label(words, margin, under, look.body(), width=w - 2 * margin))
    top = margin + 24 + 5 * look.body().line
    marks.extend(_ruler(look, margin, top + 20, upright=False))
    marks.extend(_ruler(look, margin, top + 50, upright=True))
    card = Box(w - margin - 63 * MM, top + 50, 63 * MM, 88 * MM)
    marks.append(panel(card, None, look.ink, 0.6))
    marks.extend(look.label(_("63 × 88 mm"), card.x + 8, card.y + 8, look.body()))
    title = _("Calibration")
    if plan.layout is not Layout.DUPLEX:
        return (Sheet((w, h), tuple(marks), title, _("Calibration page")),)
    front = Box(w / 2 - 10 * MM, h - 52 * MM, 20 * MM, 20 * MM)
    marks.extend(_cross(look, front))
    said = (
        _("Print this and the next page on one sheet, both sides, turning on the long edge.")
        if plan.flip is Flip.LONG
        else _("Print this and the next page on one sheet, both sides, turning on the short edge.")
    )
    style = look.body()
    marks.extend(look.label(said, margin, front.y - 2.4 * style.line, style, width=w - 2 * margin))
    first = Sheet(
        (w, h), tuple(marks), title, _("Calibration page"), (Slot("cross", "front", front),)
    )
    return (first, _behind(look, plan, front))


def _behind(look: Look, plan: Plan, front: Box) -> Sheet:
    w, h = plan.paper.size
    place = behind(front, (w, h), plan.flip)
    dx, dy = plan.offset
    box = Box(place.x + dx, place.y + dy, place.w, place.h)
    marks: list[Mark] = []
    cx, cy = box.centre
    for n in range(-10, 11):
        at = n * MM
        long = 4 * MM if n % 5 == 0 else 2 * MM
        marks.append(rule(cx + at, cy - long / 2, cx + at, cy + long / 2, look.ink, 0.4))
        marks.append(rule(cx - long / 2, cy + at, cx + long / 2, cy + at, look.ink, 0.4))
    marks.append(rule(cx - 10 * MM, cy, cx + 10 * MM, cy, look.ink, 0.4))
    marks.append(rule(cx, cy - 10 * MM, cx, cy + 10 * MM, look.ink, 0.4))
    small = Style(look.pt(9), BOLD, look.ink)
    for words, x, y in (
        ("+", cx + 11 * MM, cy - 6),
        ("–", cx - 13.5 * MM, cy - 6),
        ("–", cx + 2 * MM, cy - 13 * MM),
        ("+", cx + 2 * MM, cy + 9.5 * MM),
    ):
        marks.extend(look.label(words, x, y, small))
    margin = 18 * MM
    said = _(
        "Hold the sheet against a light. Where does the cross from the other side meet these two scales? "
        "Read it in millimetres, right and down being plus. If it reads 2 to the right and 1 up, print "
        "again with --offset=2,-1, or type 2 and -1 on the screen. A cross in the middle needs no offset."
    )
    marks.extend(look.label(_("Calibration, the other side"), margin, margin - 8, look.head(18)))
    under = margin - 8 + look.head(18).line + 4
    marks.extend(look.label(said, margin, under, look.body(), width=w - 2 * margin))
    return Sheet(
        (w, h), tuple(marks), _("Calibration, other side"), "", (Slot("cross", "back", box),)
    )


def _cross(look: Look, box: Box) -> list[Mark]:
    cx, cy = box.centre
    return [
        rule(box.x, cy, box.right, cy, look.ink, 0.8),
        rule(cx, box.y, cx, box.bottom, look.ink, 0.8),
        panel(box.inset(5 * MM), None, look.ink, 0.8, r=5 * MM),
    ]


def _ruler(look: Look, x: float, y: float, *, upright: bool) -> list[Mark]:
    marks: list[Mark] = []
    style = Style(look.pt(8), REGULAR, look.ink)
    for n in range(101):
        at = n * MM
        long = 12.0 if n % 10 == 0 else 8.0 if n % 5 == 0 else 5.0
        ends = (x, y + at, x + long, y + at) if upright else (x + at, y, x + at, y - long)
        marks.append(rule(*ends, CUT, 0.4))
        if n % 20 == 0:
            place = (x + 16, y + at - style.line / 2) if upright else (x + at - 4, y + 2)
            marks.extend(look.label(str(n), *place, style))
    marks.append(
        rule(x, y, x, y + 100 * MM, CUT, 0.6) if upright else rule(x, y, x + 100 * MM, y, CUT, 0.6)
    )
    return marks
