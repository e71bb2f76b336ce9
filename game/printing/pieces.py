"""Small things to cut out: seat tokens, a die to fold, and the backs and fronts of lenses and moments."""

from collections.abc import Iterator

from game.art.tokens import PIPS, SHAPES, letter_size, token_svg
from game.art.tones import SAND
from game.model.lenses import DEALT, Lens
from game.model.pack import Moment, Pack
from game.printing.cardframe import Format
from game.printing.flow import Run, Style, broken, height, set_lines
from game.printing.grid import CUT, Grid, Piece, Plan, cut_marks, sheets
from game.printing.look import WHITE, Look
from game.printing.page import MM, Box, Mark, Paper, Segment, Shape, Sheet, Slot, panel, rule
from game.printing.typeface import BOLD, REGULAR, SEMIBOLD
from game.tongue import N_, _

LENS_ICONS = {
    Lens.PERSON: "user-heart",
    Lens.CARER: "hearts",
    Lens.CARE_WORKER: "coffee",
    Lens.NURSE: "heartbeat",
    Lens.GP: "stethoscope",
    Lens.ALLIED: "stretching",
    Lens.SOCIAL_WORKER: "home",
    Lens.PSYCHOLOGIST: "brain",
    Lens.NAVIGATOR: "map",
}


def plain_back(form: Format, look: Look, icon: str, words: str) -> tuple[Mark, ...]:
    """The back of a card that hides its front: one icon and one word."""
    box = Box(form.edge, form.edge, form.w - 2 * form.edge, form.h - 2 * form.edge)
    on = look.ink
    marks: list[Mark] = [panel(box, look.sand, on, 1.0, r=form.small)]
    side = form.w * 0.42
    at = Box((form.w - side) / 2, form.h * 0.27, side, side)
    marks.extend(look.icon(icon, at, on))
    style = Style(form.title * 1.2, BOLD, on)
    marks.extend(look.label(words, 0, form.h * 0.62, style, width=form.w, align=0.5))
    return tuple(marks)


def lenses(look: Look, form: Format, plan: Plan) -> Iterator[Sheet]:
    """The nine lenses, one card each."""
    pieces = [
        Piece(lens.value, _lens(lens, look, form), plain_back(form, look, "eye", _("Lens")))
        for lens in DEALT
    ]
    return sheets(pieces, form.w, form.h, plan, _("Lenses"), _("Lenses"))


def _lens(lens: Lens, look: Look, form: Format) -> tuple[Mark, ...]:
    box = Box(form.edge, form.edge, form.w - 2 * form.edge, form.h - 2 * form.edge)
    marks: list[Mark] = [panel(box, look.cream, look.ink, 1.0, r=form.small)]
    side = form.w * 0.36
    marks.extend(
        look.icon(LENS_ICONS[lens], Box((form.w - side) / 2, form.h * 0.13, side, side), look.ink)
    )
    width = form.w - 2 * form.margin - 2 * form.small
    style = Style(form.title * 1.35, BOLD, look.ink, 1.15)
    words = f"{lens.label[:1].upper()}{lens.label[1:]}"
    lines = broken(look.type, (Run(words, style),), width)
    x, y = form.margin + form.small, form.h * 0.46
    marks.extend(set_lines(lines, x, y, width=width, align=0.5, type_=look.type))
    y += height(lines) + form.small
    said = " ".join(
        (
            _(_SEATS[lens]),
            _(
                "A lens is a viewpoint, never symptoms to act. Swap it, speak as yourself, or take "
                "none: no reason is asked."
            ),
        )
    )
    room = box.bottom - form.small - y
    for size in (form.small * part for part in (1.4, 1.3, 1.2, 1.1, 1.0)):
        lines = broken(look.type, (Run(said, Style(size, REGULAR, look.ink, 1.25)),), width)
        if height(lines) <= room:
            break
    marks.extend(set_lines(lines, x, y, width=width, align=0.5, type_=look.type))
    return tuple(marks)


_SEATS = {
    Lens.PERSON: N_("Speak as somebody who sees this from the seat of the person."),
    Lens.CARER: N_("Speak as somebody who sees this from the seat of a carer or family."),
    Lens.CARE_WORKER: N_(
        "Speak as somebody who sees this from the seat of a care or support worker."
    ),
    Lens.NURSE: N_("Speak as somebody who sees this from the seat of a nurse."),
    Lens.GP: N_("Speak as somebody who sees this from the seat of a GP."),
    Lens.ALLIED: N_(
        "Speak as somebody who sees this from the seat of an allied health professional."
    ),
    Lens.SOCIAL_WORKER: N_("Speak as somebody who sees this from the seat of a social worker."),
    Lens.PSYCHOLOGIST: N_(
        "Speak as somebody who sees this from the seat of a psychologist or therapist."
    ),
    Lens.NAVIGATOR: N_(
        "Speak as somebody who sees this from the seat of a care navigator or link worker."
    ),
}


def moments(pack: Pack, look: Look, form: Format, plan: Plan) -> Iterator[Sheet]:
    """The moments: small things that happen in the system, one minute each."""
    pieces = [
        Piece(
            each.title, _moment(each, pack, look, form), plain_back(form, look, "bolt", _("Moment"))
        )
        for each in pack.moments
    ]
    return sheets(pieces, form.w, form.h, plan, _("Moments"), _("Moments"))


def _moment(moment: Moment, pack: Pack, look: Look, form: Format) -> tuple[Mark, ...]:
    ink = look.ink
    width = form.w - 2 * form.margin
    band = Box(form.edge, form.edge, form.w - 2 * form.edge, form.small * 5.0)
    fill = look.ground(SAND)
    marks: list[Mark] = [
        panel(band, fill, ink if look.ink_saving else None, 0.8, r=form.small * 0.7)
    ]
    side = form.small * 2.4
    icon = "sun" if moment.bright else "bolt"
    marks.extend(
        look.icon(icon, Box(form.margin + 1, band.y + (band.h - side) / 2, side, side), ink)
    )
    x, y = form.margin + form.small * 3.0, band.y + form.small * 0.5
    lead = Style(form.small, SEMIBOLD, ink, 1.14)
    marks.extend(look.label(_("A moment"), x, y, lead))
    if moment.code:
        wide = form.w - form.margin - form.small * 0.4 - x
        marks.extend(look.label(moment.code, x, y, lead, width=wide, align=1.0))
    room = form.w - form.margin - x - form.small * 0.4
    for part in (1.0, 0.9, 0.8, 0.72):
        style = Style(max(form.title * part, form.least), BOLD, ink, 1.1)
        lines = broken(look.type, (Run(moment.title, style),), room)
        if height(lines) <= band.bottom - y - form.small * 1.4:
            break
    marks.extend(set_lines(lines, x, y + form.small * 1.25))
    y = band.bottom + form.small * 0.8
    if moment.notes:
        touches = _("Touches {topics}.").format(
            topics=", ".join(pack.topic(note).label for note in moment.notes)
        )
        lines = broken(
            look.type, (Run(touches, Style(form.small, REGULAR, look.soft, 1.2)),), width
        )
        marks.extend(set_lines(lines, form.margin, y))
        y += height(lines) + form.small * 0.5
    low = form.h - form.margin
    for size in (form.small * part for part in (1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.0)):
        text = broken(look.type, (Run(moment.text, Style(size, REGULAR, ink, 1.28)),), width)
        ask = broken(look.type, (Run(moment.ask, Style(size, SEMIBOLD, ink, 1.28)),), width)
        if y + height(text) + height(ask) + size * 1.6 <= low:
            break
    marks.extend(set_lines(text, form.margin, y))
    y += height(text) + size * 1.6
    marks.append(
        rule(form.margin, y - size * 0.8, form.w - form.margin, y - size * 0.8, look.line, 0.6)
    )
    marks.extend(set_lines(ask, form.margin, y))
    return tuple(marks)


def tokens(look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """A token for each of eight seats: with its number, and blank for a letter of one's own."""
    page = paper.size
    side = 32 * MM
    grid = Grid(page, 4, 6, side, side)
    area = grid.area
    marks: list[Mark] = []
    words = _(
        "Cut out, and glue to card or a coin. In the lower rows write the letter of your own name."
    )
    marks.extend(look.label(_("Seat tokens"), area.x, 12 * MM, look.head(18)))
    style = look.body(10)
    marks.extend(look.label(words, area.x, 12 * MM + look.head(18).line, style, width=area.w))
    boxes = [grid.cell(n) for n in range(24)]
    boxes = [box._replace(y=box.y + 10 * MM) for box in boxes]
    marks.extend(cut_marks(boxes, page))
    slots = []
    for n, box in enumerate(boxes):
        # Two numbered sets would tell nothing more: one is numbered, two stand empty for letters.
        shape = SHAPES[n % 8]
        inner = box.inset(3 * MM)
        numbered = n < 8
        fill, edge = (look.ink, None) if numbered and not look.ink_saving else (WHITE, look.ink)
        marks.extend(look.sketch(token_svg(shape, 100, fill, edge), inner))
        if numbered:
            size = letter_size(100, shape) * inner.w / 100
            on = look.ink if look.ink_saving else WHITE
            down = inner.h * (0.56 if shape == "triangle" else 0.5)
            letter = Style(size, BOLD, on, 1.2)
            number = str(n + 1)
            wide = look.type.width(number, BOLD, size)
            y = inner.y + down - letter.line / 2
            marks.extend(look.label(number, inner.x + (inner.w - wide) / 2, y, letter))
        slots.append(Slot(f"{shape} {n // 8 + 1}", "front", box))
    return (Sheet(page, tuple(marks), _("Seat tokens"), _("Seat tokens"), tuple(slots)),)


def die(look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """A die to fold: six faces in a cross, with tabs to glue."""
    w = paper.size[0]
    side = 38 * MM
    left, top = (w - 3 * side) / 2, 44 * MM
    marks: list[Mark] = []
    words = _(
        "Cut round the whole line. Fold every dashed line away from you. Glue the tabs inside. A real die does as well."
    )
    marks.extend(look.label(_("A die to fold"), 16 * MM, 14 * MM, look.head(18)))
    style = look.body(10.5)
    marks.extend(look.label(words, 16 * MM, 14 * MM + look.head(18).line, style, width=w - 32 * MM))
    # Opposite faces add up to seven: 1 over 6 along the column with 2 and 5 between them.
    faces = {(1, 0): 1, (0, 1): 4, (1, 1): 2, (2, 1): 3, (1, 2): 6, (1, 3): 5}
    marks.extend(_outline(faces, left, top, side))
    for (column, row), pips in faces.items():
        box = Box(left + column * side, top + row * side, side, side)
        for dx, dy in PIPS[pips]:
            r = side * 0.085
            x, y = box.x + side * (0.5 + 0.25 * dx), box.y + side * (0.5 + 0.25 * dy)
            marks.append(panel(Box(x - r, y - r, 2 * r, 2 * r), look.ink, r=r))

    return (Sheet(paper.size, tuple(marks), _("A die to fold"), _("Die to fold")),)


def _outline(faces: dict[tuple[int, int], int], left: float, top: float, side: float) -> list[Mark]:
    """Whole lines where to cut, dashed ones where to fold, and a tab on every second free edge."""
    # Of each pair of edges that meet once folded, one carries a tab.
    tabs = {
        ((0, 1), "up"),
        ((2, 1), "up"),
        ((0, 1), "down"),
        ((2, 1), "down"),
        ((1, 3), "left"),
        ((1, 3), "right"),
        ((1, 3), "down"),
    }
    marks: list[Mark] = []
    tab = side * 0.22
    for column, row in faces:
        x, y = left + column * side, top + row * side
        for way, (dx, dy) in (
            ("up", (0, -1)),
            ("down", (0, 1)),
            ("left", (-1, 0)),
            ("right", (1, 0)),
        ):
            ends = {
                "up": (x, y, x + side, y),
                "down": (x, y + side, x + side, y + side),
                "left": (x, y, x, y + side),
                "right": (x + side, y, x + side, y + side),
            }[way]
            joined = (column + dx, row + dy) in faces
            if joined and way in {"up", "left"}:
                continue
            if joined:
                marks.append(rule(*ends, CUT, 0.6, (4, 3)))
            elif ((column, row), way) in tabs:
                marks.append(rule(*ends, CUT, 0.6, (4, 3)))
                marks.append(_tab(ends, dx, dy, tab))
            else:
                marks.append(rule(*ends, CUT, 1.0))
    return marks


def _tab(ends: tuple[float, float, float, float], dx: int, dy: int, deep: float) -> Shape:
    x0, y0, x1, y1 = ends
    slant = deep * 0.8
    ax, ay = x0 + dx * deep + (slant if dy else 0), y0 + dy * deep + (slant if dx else 0)
    bx, by = x1 + dx * deep - (slant if dy else 0), y1 + dy * deep - (slant if dx else 0)
    outline = (
        Segment("m", (x0, y0)),
        Segment("l", (ax, ay)),
        Segment("l", (bx, by)),
        Segment("l", (x1, y1)),
    )
    return Shape(outline, None, CUT, 1.0)
