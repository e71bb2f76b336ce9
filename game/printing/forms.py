"""
Forms to fill in by hand: the record of a session, before and now, the evaluation, the take-home sheet.

The record stands in the order in which it is typed in afterwards. The wording of what is asked is
that of `game.outcomes`, so that answers on paper and on screen may be put side by side.
"""

from game.art.signs import WEIGHTS
from game.model.dates import day
from game.model.pack import Pack
from game.model.themes import Theme
from game.outcomes import evaluation, items, promises
from game.printing.document import Document, tick_box
from game.printing.flow import Run, Style, height, set_lines
from game.printing.look import Look
from game.printing.page import MM, Box, Paper, Sheet, panel, rule
from game.printing.typeface import BOLD, SEMIBOLD
from game.tongue import _

CARDS = 8
"""As many cards as the longest session plans."""


def record(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """What a session comes to, in the order of the form that takes it in afterwards."""
    doc = Document(look, paper.size, _("Record of a session"), foot=pack.title)
    doc.words(_("Record of a session"), look.head(22))
    doc.words(
        _(
            "One person writes. First names or seat names only, and nothing that points to a real person. "
            "Nobody writes down who passed, swapped or kept something to themselves. Type this in "
            "afterwards from top to bottom."
        ),
        look.quiet(9.5),
        gap=3,
    )
    _part(doc, 1, _("The session"))
    third = doc.width / 2 - 10
    for left, right in (
        (_("Date"), _("Minutes planned")),
        (_("Pack"), _("Minutes played")),
        (_("Walking with"), _("People in the room")),
    ):
        y = doc.y
        doc.write_line(left, width=third)
        after = doc.y
        doc.y = y
        _line_at(doc, right, doc.x + third + 20)
        doc.y = after
    _part(doc, 2, _("Seats"))
    doc.words(_("A seat is one person, a pair or a team."), look.quiet(9))
    half = doc.width / 2 - 10
    for n in range(1, 9, 2):
        y = doc.y
        doc.write_line(f"{n}", width=half)
        after = doc.y
        doc.y = y
        _line_at(doc, f"{n + 1}", doc.x + half + 20)
        doc.y = after
    for number in range(1, CARDS + 1):
        _card(doc, number)
    _part(doc, 4, _("Debrief"))
    for step in pack.debrief:
        doc.words(step.title, look.strong(10), gap=4)
        doc.write_line(tall=20)
        doc.write_line(tall=24)
    _part(doc, 5, _("Before and now: how many hands at each point"))
    _hands(doc)
    _part(doc, 6, _("Evaluation: how many forms said so"))
    for line in evaluation.VOICE:
        _tallies(doc, _(line), tuple(map(_, evaluation.VOICE_POINTS)))
    _tallies(doc, _(evaluation.HARM), tuple(each.label for each in evaluation.Harm))
    for question in (evaluation.STAYS, evaluation.CHANGE):
        doc.words(_(question), look.strong(10), gap=5, keep=44)
        doc.write_line(tall=20)
        doc.write_line(tall=24)
    _part(doc, 7, _("Commitments"))
    doc.words(
        _("Seat: {commitment}.").format(commitment=_small(_(promises.COMMITMENT))),
        look.quiet(9),
    )
    for n in range(1, 9):
        doc.write_line(f"{n}", tall=25)
    doc.words(
        "                    ".join((_("Cards swapped, in all:"), _("Panes lit at the end:"))),
        look.body(10),
        gap=12,
    )
    return doc.sheets(_("Record of a session"))


def _small(sentence: str) -> str:
    """The sentence as it goes on after a colon."""
    return f"{sentence[:1].lower()}{sentence[1:]}"


def _part(doc: Document, number: int, title: str) -> None:
    doc.heading(f"{number}  {title}", 13, gap=14)


def _line_at(doc: Document, label: str, x: float) -> None:
    """A second line to write on beside the first, in the right half of the page."""
    tall = 26.0 * (1.3 if doc.look.large_print else 1.0)
    style = doc.look.body(10)
    base = doc.y + tall
    doc.add(*doc.look.label(label, x, base - style.line, style))
    start = x + doc.look.type.width(f"{label}  ", style.face, style.size)
    doc.add(rule(start, base, doc.x + doc.width, base, doc.look.soft, 0.6))


def _card(doc: Document, number: int) -> None:
    """A card: code, our sentence, the panes it fed, where the weight lay."""
    look = doc.look
    style = look.body(10)
    doc.need(style.line * 9 + 40)
    if number == 1:
        _part(doc, 3, _("Cards, in the order played"))
    doc.space(8)
    doc.words(_("Card {number}").format(number=number), look.strong(11))
    y = doc.y - look.strong(11).line
    mark = doc.x + look.type.width(
        _("Card {number}").format(number=number) + "   ", SEMIBOLD, look.strong(11).size
    )
    doc.add(*look.label(_("code"), mark, y, style))
    box = Box(
        mark + look.type.width(_("code") + "  ", style.face, style.size), y - 1, 78, style.line + 2
    )
    doc.add(panel(box, (255, 255, 255), look.soft, 0.7, r=3))
    doc.write_line(_("Our sentence"), tall=23)
    doc.write_line(tall=23)
    doc.y += 3
    doc.choices("", [f"{theme.letter} {theme.label}" for theme in Theme], gap=3)
    doc.choices("", [_(each[1]) for each in WEIGHTS], gap=0)


def _hands(doc: Document) -> None:
    """A table of counts: five points before today, and five now, for each outcome."""
    look = doc.look
    doc.words(
        _(
            "Read each line aloud; people show fingers with eyes closed, or fill in the form of their own."
        )
        + ", ".join(f"{n} {_(point).lower()}" for n, point in enumerate(items.POINTS, 1))
        + ".",
        look.quiet(9),
        keep=60,
    )
    for theme in Theme:
        _count_row(doc, theme.label)
    # The last line of the form; its points are named a little differently there.
    _count_row(doc, _("How confident"))


def _count_row(doc: Document, label: str) -> None:
    look = doc.look
    style = look.body(10)
    side = style.size * 1.75
    doc.space(3)
    wide = max(look.type.width(f"{each.label}  ", style.face, style.size) for each in Theme)
    doc.need(side * (2.2 if look.large_print else 1))
    y = doc.y
    doc.add(*look.label(label, doc.x, y + (side - style.line) / 2, style))
    x = doc.x + wide + 20
    room = doc.x + doc.width - x
    each = min(side, (room - 100) / 10.6) if not look.large_print else side
    for n, when in enumerate((_(items.BEFORE), _(items.NOW))):
        if look.large_print and n:
            y += side + 3
            x = doc.x + wide + 20
        small = look.quiet(8)
        doc.add(*look.label(when, x, y + (side - small.line) / 2, small))
        x += look.type.width(_(items.BEFORE) + "  ", small.face, small.size)
        for point in range(1, len(items.POINTS) + 1):
            doc.add(panel(Box(x, y, each, side), (255, 255, 255), look.soft, 0.6, r=2))
            faint = Style(small.size, small.face, look.soft, 1.0)
            doc.add(*look.label(str(point), x + 1.5, y + 1, faint))
            x += each + 1.5
        x += 10
    doc.y = y + side


def _tallies(doc: Document, line: str, points: tuple[str, ...]) -> None:
    look = doc.look
    style = look.body(9.5)
    doc.words(line, look.strong(10), gap=5, keep=style.line * 1.8)
    x = doc.x
    doc.y += 2
    for point in points:
        wide = look.type.width(point, style.face, style.size) + 46
        if x > doc.x and x + wide > doc.x + doc.width:
            x = doc.x
            doc.y += style.line * 1.5
        doc.add(panel(Box(x, doc.y - 1, 26, style.line + 2), (255, 255, 255), look.soft, 0.6, r=2))
        doc.add(*look.label(point, x + 31, doc.y, style))
        x += wide
    doc.y += style.line * 1.4


# What each person fills in.


def before_and_now(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """The seven outcomes and confidence, before today and now, on one form."""
    doc = Document(look, paper.size, _("Before and now"), foot=pack.title, margin=14 * MM)
    doc.words(_("Before and now"), look.head(22))
    doc.words(_(items.HEADING), look.body(10), gap=3)
    doc.words(_(items.STEM), look.strong(10.5), gap=6)
    doc.words(
        _("– means: {meaning}.").format(meaning=_small(_(items.SKIP))),
        look.body(10),
        gap=2,
    )
    doc.words(_(items.LEAD), look.head(12), gap=8)
    for item in items.ITEMS:
        _two_rows(doc, _(item.asks), _(item.plain), tuple(map(_, items.POINTS)))
    doc.space(4)
    _two_rows(doc, _(items.SURE), _(items.SURE_PLAIN), tuple(map(_, items.SURE_POINTS)))
    return doc.sheets(_("Before and now"))


def _two_rows(doc: Document, asks: str, plain: str, points: tuple[str, ...]) -> None:
    """A question with its plain words, and a row of boxes for before and one for now."""
    look = doc.look
    body, small = look.body(10.5, 1.25), look.quiet(9.25, 1.2)
    lines = doc.lines((Run(asks, body), Run(f"({plain}.)", look.quiet(10, 1.25))))
    answers = (*points, "–")
    row = small.line * 1.45
    wide_lead = look.type.width(_(items.BEFORE) + "   ", SEMIBOLD, small.size)
    widths = [
        small.size * 1.5 + look.type.width(each, small.face, small.size) + small.size
        for each in answers
    ]
    fit = sum(widths) <= doc.width - wide_lead
    rows = 1 if fit else 2
    doc.space(5)
    doc.need(height(lines) + 2 * row * rows + 4)
    doc.add(*set_lines(lines, doc.x, doc.y))
    doc.y += height(lines) + 2
    spread = (doc.width - wide_lead - sum(widths)) / len(widths) if fit else 0.0
    for when in (_(items.BEFORE), _(items.NOW)):
        lead = Style(small.size, SEMIBOLD, look.ink, small.leading)
        doc.add(*look.label(when, doc.x, doc.y, lead))
        x = doc.x + wide_lead
        for answer, wide in zip(answers, widths, strict=True):
            if x + wide - small.size > doc.x + doc.width + 0.5:
                x = doc.x + wide_lead
                doc.y += row
            side = small.size * 1.05
            doc.add(tick_box(look, Box(x, doc.y + (small.line - side) / 2, side, side)))
            doc.add(
                *look.label(
                    answer,
                    x + small.size * 1.4,
                    doc.y,
                    Style(small.size, small.face, look.ink, small.leading),
                )
            )
            x += wide + spread
        doc.y += row


def evaluation_form(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """What is asked about the session itself, and one thing to do."""
    doc = Document(look, paper.size, _("Evaluation"), foot=pack.title, margin=16 * MM)
    doc.words(_("How was today?"), look.head(22))
    doc.words(_(items.HEADING), look.body(10), gap=3)
    for line in evaluation.VOICE:
        doc.choices(_(line), tuple(map(_, evaluation.VOICE_POINTS)), gap=11)
    doc.choices(_(evaluation.HARM), [each.label for each in evaluation.Harm], gap=11)
    doc.write_line(_(evaluation.HARM_CARD), tall=24)
    for question in (evaluation.STAYS, evaluation.CHANGE):
        doc.words(_(question), look.strong(10), gap=12, keep=60)
        for _line in range(2):
            doc.write_line(tall=24)
    doc.words(_(evaluation.NO_NAMES), look.quiet(9), gap=4)
    doc.heading(_("One thing to do"), 13, gap=14)
    doc.words(
        _("{one} (or: {other}).").format(
            one=_(promises.COMMITMENT), other=_small(_(promises.COMMITMENT_PUBLIC))
        ),
        look.body(10),
    )
    doc.write_line(tall=26)
    doc.write_line(_(promises.WHERE), tall=26)
    doc.write_line(_(promises.BY_WHEN), tall=26)
    doc.choices(_(promises.LIKELY), [each.label for each in promises.Likely], gap=9)
    doc.choices(
        _("{question} (only if you wish)").format(question=_(evaluation.CAME)),
        [each.label for each in evaluation.Group],
        gap=11,
    )
    return doc.sheets(_("Evaluation"))


def take_home(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """What somebody takes with them: something to keep, one thing to do, and where to turn."""
    doc = Document(look, paper.size, _("To take home"), foot=pack.title)
    doc.words(_("To take home"), look.head(24))
    doc.words(_("Something I’ll take away with me"), look.strong(12), gap=10)
    doc.write_line(tall=26)
    doc.write_line(tall=26)
    doc.words(_(promises.COMMITMENT), look.strong(12), gap=14)
    doc.write_line(tall=26)
    doc.write_line(tall=26)
    doc.heading(_("Where to turn"), 17, gap=18)
    doc.words(
        _("Something from today may stay with you. These are open to you, whoever you are."),
        look.body(10.5),
    )
    for route in pack.support:
        away = route.nation != "UK" and route.nation not in route.need
        need = f"{route.need} ({route.nation}):" if away else f"{route.need}:"
        way = doc.lines(
            (Run(need, look.body(11)), Run(route.route, Style(look.pt(11.5), BOLD, look.ink, 1.3)))
        )
        said = doc.lines(
            (
                Run(route.detail, look.body(10)),
                Run(_("Checked {day}.").format(day=day(route.checked)), look.quiet(9.5)),
            )
        )
        doc.space(7)
        doc.need(height(way) + height(said))
        for lines in (way, said):
            doc.add(*set_lines(lines, doc.x, doc.y))
            doc.y += height(lines)
    doc.words(_("Ours, and a name to ask for"), look.strong(10.5), gap=12, keep=30)
    doc.write_line(tall=24)
    return doc.sheets(_("To take home"))
