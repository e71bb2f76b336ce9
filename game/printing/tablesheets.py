"""What lies on the table: the agreement, the seven stages, the people to walk with, the scale."""

from game.art.palettes import BODY_PALE, BODY_TONE, MIND, MIND_PALE
from game.art.scale import marker_svg
from game.art.signs import WEIGHTS
from game.model.pack import Pack
from game.printing.document import Document
from game.printing.flow import Run, Style, height, set_lines
from game.printing.grid import CUT
from game.printing.look import Look
from game.printing.page import MM, Box, Mark, Paper, Sheet, panel, rule
from game.printing.typeface import BOLD, REGULAR, SEMIBOLD
from game.rules.planner import stage_seconds
from game.rules.state import Stage
from game.tongue import N_, _

STAGES = {
    Stage.MEET: ("user-heart", N_("Somebody reads the scene aloud, the person’s own words last.")),
    Stage.THINK: ("hourglass", N_("Everyone, in silence. Nobody needs to answer aloud.")),
    Stage.ROUND: ("refresh", N_("Each seat once, from its lens, or pass. Turn the card over.")),
    Stage.TALK: ("messages", N_("Open to everyone. If you have spoken a lot, count to five.")),
    Stage.EVIDENCE: ("bulb", N_("Read the fact and its source. Does this change anything?")),
    Stage.AGREE: (
        "message-2-check",
        N_("One line that you would all say. Colour panes, move the marker."),
    ),
    Stage.KEEP: ("leaf", N_("Each in silence: on paper or in your head. Nobody sees it.")),
}


def agreement(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """The opening agreement, in type that three voices can read from."""
    doc = Document(look, paper.size, _("The agreement"), foot=pack.title, margin=20 * MM)
    doc.words(_("What we agree on"), Style(30, BOLD, look.ink, 1.2))
    doc.words(
        _("Read aloud, three voices taking turns. Cross out, change or add what you like."),
        look.quiet(12),
        gap=4,
    )
    doc.space(10)
    style = Style(16, REGULAR, look.ink, 1.35)
    for number, line in enumerate(pack.agreement, 1):
        lines = doc.lines((Run(line, style),), doc.width - 34)
        doc.space(11)
        doc.need(height(lines))
        side = 22.0
        doc.add(
            panel(
                Box(doc.x, doc.y, side, side),
                look.ink if not look.ink_saving else None,
                look.ink,
                1,
                r=6,
            )
        )
        tone = look.ink if look.ink_saving else (255, 255, 255)
        mark = Style(16, BOLD, tone, 1.35)
        wide = look.type.width(str(number), BOLD, 16)
        doc.add(*look.label(str(number), doc.x + (side - wide) / 2, doc.y, mark))
        doc.add(*set_lines(lines, doc.x + 34, doc.y))
        doc.y += height(lines)
    doc.heading(_("Ours as well"), 13, gap=16)
    for _line in range(2):
        doc.write_line(tall=30)
    return doc.sheets(_("Agreement"))


def stages(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """The seven stages as a strip for the middle of the table, with a marker to move along it."""
    w, h = paper.size[1], paper.size[0]
    marks: list[Mark] = []
    margin = 14 * MM
    marks.extend(
        look.label(
            _("Every card, the same seven stages"), margin, margin - 6, Style(24, BOLD, look.ink)
        )
    )
    words = _(
        "Lay this where all can see it, and move a token along. Times are soft: nothing is cut off."
    )
    marks.extend(
        look.label(
            words, margin, margin + 26, Style(16, REGULAR, look.soft, 1.3), width=w - 2 * margin
        )
    )
    top, gap = margin + 62.0, 6.0
    each = (w - 2 * margin - 3 * gap) / 4
    tall = (h - top - margin - gap) / 2
    for n, stage in enumerate(Stage):
        row, column = divmod(n, 4)
        box = Box(margin + column * (each + gap), top + row * (tall + gap), each, tall)
        marks.extend(_stage(stage, n, box, look))
    box = Box(margin + 3 * (each + gap), top + tall + gap, each, tall)
    marks.append(panel(box, None, look.ink, 1.2, r=10, dash=(5, 4)))
    lead = Style(19, BOLD, look.ink, 1.3)
    marks.extend(look.label(_("At any moment"), box.x + 12, box.y + 10, lead))
    other = _("Pass, pause, swap the card, or stop here. No reason is asked.")
    marks.extend(
        look.label(
            other, box.x + 12, box.y + 34, Style(19, REGULAR, look.ink, 1.26), width=each - 24
        )
    )
    del pack
    return (Sheet((w, h), tuple(marks), _("Seven stages"), _("Stages for the table")),)


def stage_time(stage: Stage) -> str:
    """How long a stage gently takes, in words."""
    seconds = stage_seconds(stage, 1, pairs=False)
    if stage is Stage.ROUND:
        return _("{seconds} seconds a seat").format(seconds=seconds)
    return _("{seconds} seconds").format(seconds=seconds)


def _stage(stage: Stage, n: int, box: Box, look: Look) -> list[Mark]:
    ink = look.ink
    marks: list[Mark] = [panel(box, look.cream, ink, 1.2, r=10)]
    icon, words = STAGES[stage]
    at = Box(box.x + 12, box.y + 12, 34, 34)
    marks.extend(look.icon(icon, at, ink))
    name, room = f"{n + 1} {stage.label}", box.w - 66
    # A long name is set a little smaller, so that it stays within its box.
    size = 21 * min(1.0, room / look.type.width(name, BOLD, 21))
    marks.extend(look.label(name, box.x + 54, box.y + 14, Style(size, BOLD, ink, 1.2)))
    time = stage_time(stage)
    marks.extend(look.label(time, box.x + 12, box.y + 50, Style(16, REGULAR, look.soft, 1.2)))
    marks.extend(
        look.label(
            _(words), box.x + 12, box.y + 74, Style(19, REGULAR, ink, 1.26), width=box.w - 24
        )
    )
    return marks


def people(pack: Pack, look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """Somebody to walk with: a life, a strength and a wish before any diagnosis."""
    doc = Document(look, paper.size, _("People to walk with"), foot=pack.title)
    doc.words(_("People to walk with"), look.head(24))
    doc.words(
        _("Choose one. Read the page aloud, and stand it where all can see it."),
        look.quiet(11),
        gap=2,
    )
    for person in pack.people:
        side = 70.0
        inset = side + 14
        strong, body = look.strong(10), look.body(10, 1.28)
        parts = [
            (Run(person.life, body),),
            (Run(_("Good at:"), strong), Run(person.strength, body)),
            (Run(_("Wishes:"), strong), Run(person.wish, body)),
            (Run(_("Lives with:"), strong), Run(_listed(person.conditions) + ".", body)),
        ]
        name = look.head(15)
        blocks = [doc.lines(runs, doc.width - inset) for runs in parts]
        tall = name.line + sum(height(lines) + 1 for lines in blocks)
        doc.space(7)
        doc.need(max(tall, side) + 8)
        doc.add(rule(doc.x, doc.y, doc.x + doc.width, doc.y, look.line))
        doc.y += 8
        start = doc.y
        box = Box(doc.x, start, side, side)
        if (
            person.portrait
            and (look.assets / "art" / "portraits" / f"{person.portrait}.svg").exists()
        ):
            doc.add(*look.art(f"portraits/{person.portrait}", box))
        else:
            doc.add(panel(box, look.cream, look.ink, 1.2, r=side / 2))
            first = Style(34, BOLD, look.ink)
            wide = look.type.width(person.name[:1], BOLD, 34)
            doc.add(*look.label(person.name[:1], box.x + (side - wide) / 2, box.y + 15, first))
        doc.add(*look.label(f"{person.name}, {person.age}", doc.x + inset, doc.y, name))
        doc.y += name.line
        for lines in blocks:
            doc.add(*set_lines(lines, doc.x + inset, doc.y))
            doc.y += height(lines) + 1
        doc.y = max(doc.y, start + side)
    return doc.sheets(_("People to walk with"))


def _listed(words: tuple[str, ...]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{one} and {other}").format(one=", ".join(words[:-1]), other=words[-1])


def scale(look: Look, paper: Paper) -> tuple[Sheet, ...]:
    """The scale between mind and body, with a marker to cut out and move."""
    w, h = paper.size[1], paper.size[0]
    margin = 16 * MM
    marks: list[Mark] = []
    marks.extend(
        look.label(
            _("Where did our plan put its weight?"), margin, margin, Style(26, BOLD, look.ink)
        )
    )
    words = _(
        "After each card, agree where the plan’s weight lay and move the marker. "
        "It is a mirror, not a score: nobody has to reach the middle."
    )
    marks.extend(
        look.label(
            words, margin, margin + 36, Style(16, REGULAR, look.soft, 1.3), width=w - 2 * margin
        )
    )
    bar = Box(margin, h * 0.44, w - 2 * margin, 46)
    gap = 8.0
    half = (bar.w - gap) / 2
    for n, (tone, pale, icon, name) in enumerate(
        ((MIND, MIND_PALE, "brain", _("Mind")), (BODY_TONE, BODY_PALE, "heartbeat", _("Body")))
    ):
        box = Box(bar.x + n * (half + gap), bar.y, half, bar.h)
        fill = (255, 255, 255) if look.ink_saving else look.tone(pale)
        marks.append(panel(box, fill, look.tone(tone), 1.5, r=14))
        side = 44.0
        x = bar.x if n == 0 else bar.right - side
        marks.extend(look.icon(icon, Box(x, bar.y - side - 8, side, side), look.tone(tone)))
        style = Style(24, BOLD, look.tone(tone))
        wide = look.type.width(name, BOLD, 24)
        at = x + side + 10 if n == 0 else x - wide - 10
        marks.extend(look.label(name, at, bar.y - 44, style))
    for n, label in enumerate(_(each[1]) for each in WEIGHTS):
        x = bar.x + bar.w * (n + 0.5) / len(WEIGHTS)
        marks.append(rule(x, bar.y + bar.h + 6, x, bar.y + bar.h + 18, look.ink, 1.5))
        style = Style(16, SEMIBOLD, look.ink)
        wide = look.type.width(label, SEMIBOLD, 16)
        marks.extend(look.label(label, x - wide / 2, bar.y + bar.h + 22, style))
    side = 26 * MM
    for n in range(2):
        box = Box(margin + n * (side + 10), h - margin - side, side, side)
        marks.append(panel(box, None, CUT, 0.4, dash=(3, 3)))
        svg = marker_svg(100, look.ink)
        marks.extend(look.sketch(svg, box.inset(6)))
    words = _("Cut out a marker (one is spare), or use a coin.")
    marks.extend(
        look.label(
            words,
            margin + 2 * side + 34,
            h - margin - side / 2 - 10,
            Style(16, REGULAR, look.ink, 1.3),
        )
    )
    return (Sheet((w, h), tuple(marks), _("The scale"), _("Scale and marker")),)
