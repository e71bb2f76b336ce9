"""
A card as it is printed: what a group needs, in the order in which it needs it.

The front is read aloud (how heavy it is and what it touches, the scene, the person's own words,
something that helps, the question to think about); then the card is turned and goes round the
table: a question for each lens, open talk, the fact with its source, the line to agree on.

Type is set as large as it fits. What does not fit at the smallest size goes on to another card,
whole, and is reported.
"""

from collections.abc import Callable

from game.art.palettes import VOICE
from game.model.dates import short_day
from game.model.evidence import RECHECK, Fact
from game.model.pack import Card, Pack
from game.printing.cardframe import POCKET, Format, Frame, Setting
from game.printing.flow import Line, Run, Style, broken, height, line_height, set_line, set_lines
from game.printing.look import Look
from game.printing.page import MM, Box, Mark, Sheet, panel, rule
from game.printing.typeface import BOLD, REGULAR, SEMIBOLD
from game.rules.state import Stage
from game.tongue import _, ngettext
from game.values import dataclass, replace

Runs = Callable[[float, float], tuple[Run, ...]]
"""Words once their size and leading are known."""


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card, drawn from its own top left corner."""

    side: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A side of a card whose words need more room than it has."""

    code: str
    title: str
    side: str
    over: float
    """How many points of height are wanting."""
    lines: int
    size: float

    @property
    def sentence(self) -> str:
        lines = ngettext("{count} line", "{count} lines", self.lines).format(count=self.lines)
        words = (
            _(
                "{code} “{title}” is too long for the front of a printed card by "
                "{lines} ({over:.0f} mm) at {size:g} point, so it goes on to a second card."
            )
            if self.side == "front"
            else _(
                "{code} “{title}” is too long for the back of a printed card by "
                "{lines} ({over:.0f} mm) at {size:g} point, so it goes on to a second card."
            )
        )
        return words.format(
            code=self.code,
            title=self.title,
            lines=lines,
            over=self.over / MM,
            size=self.size,
        )


@dataclass(frozen=True, slots=True)
class Printed:
    """A card's sides in order: front, back, and where it is too long two more of the same."""

    code: str
    faces: tuple[Face, ...]
    misfits: tuple[Misfit, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a card: words in runs, given a size and leading; `boxed` for the person's voice."""

    runs: Runs
    boxed: bool = False
    bullet: bool = False
    ruled: bool = False
    """Whether a thin line stands above it: a new stage begins."""


def printed(card: Card, pack: Pack, form: Format, look: Look, today: str) -> Printed:
    """The card in this format."""
    frame = Frame(card, form, look, tuple(pack.topic(note).label for note in card.notes))
    fronts, backs = _front_blocks(card, pack, look), _back_blocks(card, pack, look, today)
    front, back = _Side(frame, "front", fronts), _Side(frame, "back", backs)
    if back.left and card.agree:
        # The line to agree on may stand at the foot of the front, where the card ends up again.
        other = _Side(frame, "front", (*fronts, backs[-1]))
        if not other.left:
            front, back = other, _Side(frame, "back", backs[:-1])
    faces = [front.face(), back.face()]
    left = (*front.left, *back.left)
    number = 2
    while left:
        more = _Side(frame, "more", (), number, left)
        faces.append(more.face())
        left = tuple(more.left)
        number += 1
    if len(faces) % 2:
        faces.append(Face("more", frame.strip(number)))
    misfits = tuple(m for m in (front.misfit(), back.misfit()) if m is not None)
    return Printed(card.code, tuple(faces), misfits)


def leaves(
    card: Card, pack: Pack, look: Look, today: str, form: Format = POCKET
) -> tuple[Sheet, ...]:
    """The card's sides in order, each alone on a sheet of its own size: to look at, not to cut."""
    faces = printed(card, pack, form, look, today).faces
    return tuple(Sheet((form.w, form.h), face.marks, f"{card.code} {face.side}") for face in faces)


def fits(
    card: Card, pack: Pack, look: Look, today: str, form: Format = POCKET
) -> tuple[Misfit, ...]:
    """What of this card is too long for print; empty where all of it fits."""
    return printed(card, pack, form, look, today).misfits


# What stands on either side.


def _front_blocks(card: Card, pack: Pack, look: Look) -> tuple[Block, ...]:
    who = pack.person(card.person).name if card.person is not None else _("The person")
    tone = look.words_of(card.theme)

    def plain(text: str) -> Runs:
        return lambda size, lead: (Run(text, Style(size, REGULAR, look.ink, lead)),)

    def voice(size: float, lead: float) -> tuple[Run, ...]:
        return (Run(f"{who}: “{card.voice}”", Style(size, SEMIBOLD, look.ink, lead)),)

    blocks = [Block(plain(card.scene))]
    if card.voice:
        blocks.append(Block(voice, boxed=True))
    if card.helps:
        blocks.append(Block(_led(_("Something that helps:"), card.helps, look.ink, look)))
    if card.think:
        blocks.append(Block(_led(Stage.THINK.label, card.think, tone, look), ruled=True))
    return tuple(blocks)


def _back_blocks(card: Card, pack: Pack, look: Look, today: str) -> tuple[Block, ...]:
    tone = look.words_of(card.theme)
    blocks: list[Block] = []
    for n, each in enumerate(card.lenses):
        lead = _led(f"{_capital(each.lens.label)}:", each.prompt, look.ink, look)
        blocks.append(Block(_after(Stage.ROUND.label, tone, lead) if n == 0 else lead))
    for n, question in enumerate(card.talk):
        if n == 0:
            blocks.append(Block(_led(Stage.TALK.label, question, tone, look), ruled=bool(blocks)))
        else:
            blocks.append(Block(_led("", question, tone, look), bullet=True))
    blocks.extend(_fact_blocks(card, pack, look, today))
    if card.agree:
        blocks.append(Block(_led(Stage.AGREE.label, card.agree, tone, look), ruled=True))
    return tuple(blocks)


def _fact_blocks(card: Card, pack: Pack, look: Look, today: str) -> list[Block]:
    if card.evidence is None:
        return []
    tone = look.words_of(card.theme)
    fact = pack.fact(card.evidence)
    if not fact.shows_on(today):
        return [Block(_led(Stage.EVIDENCE.label, _(RECHECK), tone, look), ruled=True)]
    blocks = [Block(_led(Stage.EVIDENCE.label, fact.claim, tone, look), ruled=True)]
    blocks.append(Block(_source(fact, look)))
    for other in (pack.fact(each) for each in card.beside):
        if other.shows_on(today):
            blocks.extend((Block(_led("", other.claim, tone, look)), Block(_source(other, look))))
    return blocks


def _source(fact: Fact, look: Look) -> Runs:
    """Where a fact is from and when it has to be looked at again, in soft ink."""
    words = _("{line}. {nation}. Review by {day}.").format(
        line=fact.source.line, nation=fact.nation, day=short_day(fact.review)
    )
    return lambda size, lead: (Run(words, Style(size, REGULAR, look.soft, lead)),)


def _led(label: str, text: str, tone: tuple[int, int, int], look: Look) -> Runs:
    """Words with a bold word before them, on the same line."""

    def runs(size: float, lead: float) -> tuple[Run, ...]:
        said = Run(text, Style(size, REGULAR, look.ink, lead))
        return (Run(label, Style(size, BOLD, tone, lead)), said) if label else (said,)

    return runs


def _after(
    label: str,
    tone: tuple[int, int, int],
    then: Runs,
) -> Runs:
    return lambda size, lead: (Run(label, Style(size, BOLD, tone, lead)), *then(size, lead))


def _run_on(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same parts with questions that stood on lines of their own drawn together."""
    out: list[Block] = []
    for block in blocks:
        if block.bullet and out:
            before = out[-1]
            out[-1] = replace(before, runs=_joined(before.runs, block.runs))
        else:
            out.append(block)
    return tuple(out)


def _joined(one: Runs, other: Runs) -> Runs:
    return lambda size, lead: (*one(size, lead), *other(size, lead))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# Setting a side.


class _Side:
    """One side as it is set: the largest type that fits, or the smallest and what is left over."""

    def __init__(
        self,
        frame: Frame,
        side: str,
        blocks: tuple[Block, ...],
        number: int = 1,
        lines: tuple[Line, ...] = (),
    ) -> None:
        form = frame.form
        self.card, self.form, self.look, self.side = frame.card, form, frame.look, side
        self.left: list[Line] = []
        self._known: dict[tuple[int, Setting], list[Line]] = {}
        self._close = _run_on(blocks)
        if side == "front":
            self._marks, self._top = list(frame.band()), frame.front_top
        else:
            self._marks = list(frame.strip(number if side == "more" else 0))
            self._top = frame.back_top
        self._room = form.h - form.margin - self._top
        self._over = 0.0
        if lines:
            self._place_lines(lines, form.margin, self._top)
            return
        how = self._largest(blocks)
        self._over = self._height(blocks, how) - self._room
        self._set(blocks, how)

    def _largest(self, blocks: tuple[Block, ...]) -> Setting:
        """The first setting in which everything fits, or the last; each takes less room than the one before."""
        sizes = self.form.sizes
        low, high = 0, len(sizes) - 1
        while low < high:
            middle = (low + high) // 2
            if self._height(blocks, sizes[middle]) <= self._room + 0.01:
                high = middle
            else:
                low = middle + 1
        return sizes[low]

    def face(self) -> Face:
        return Face(self.side, tuple(self._marks))

    def misfit(self) -> Misfit | None:
        if self._over <= 0.01 or not self.left:
            return None
        card = self.card
        return Misfit(card.code, card.title, self.side, self._over, len(self.left), self.form.least)

    @property
    def _width(self) -> float:
        return self.form.w - 2 * self.form.margin

    def _lines(self, block: Block, how: Setting) -> list[Line]:
        # Both lists of blocks live as long as this side, so their ids stay their own.
        key = (id(block), how)
        if key not in self._known:
            self._known[key] = self._broken(block, how)
        return self._known[key]

    def _broken(self, block: Block, how: Setting) -> list[Line]:
        width = self._width
        if block.boxed:
            width -= how.size * 2.7
        if block.bullet:
            width -= how.size * 0.9
        return broken(self.look.type, block.runs(how.size, how.leading), width)

    @staticmethod
    def _gap(block: Block, how: Setting) -> float:
        return how.size * (0.6 if block.ruled else 0.28) * how.gap

    @staticmethod
    def _pad(block: Block, how: Setting) -> float:
        return how.size * 0.42 if block.boxed else 0.0

    def _height(self, blocks: tuple[Block, ...], how: Setting) -> float:
        total = 0.0
        for n, block in enumerate(self._close if how.run_on else blocks):
            total += height(self._lines(block, how)) + 2 * self._pad(block, how)
            total += self._gap(block, how) if n else 0.0
        return total

    def _set(self, blocks: tuple[Block, ...], how: Setting) -> None:
        form, look, size = self.form, self.look, how.size
        if how.run_on:
            blocks = self._close
        x, y = form.margin, self._top
        low = form.h - form.margin
        # Where there is room to spare, it is shared out between the parts.
        spare = max(0.0, -self._over)
        extra = min(spare / max(1, len(blocks)), size * 0.55)
        for n, block in enumerate(blocks):
            lines = self._lines(block, how)
            if n:
                gap = self._gap(block, how) + extra
                if block.ruled and y + gap < low and not self.left:
                    at = y + gap * 0.45
                    self._marks.append(rule(x, at, form.w - x, at, look.line, 0.5))
                y += gap
            pad = self._pad(block, how)
            if block.boxed and y + height(lines) + 2 * pad <= low + 0.01 and not self.left:
                self._boxed(lines, y, size, pad)
                y += height(lines) + 2 * pad
                continue
            inset = size * 0.9 if block.bullet else 0.0
            if block.bullet and not self.left and y + line_height(lines[0]) <= low:
                dot = size * 0.32
                middle = y + line_height(lines[0]) / 2 - dot / 2
                tone = look.words_of(self.card.theme)
                self._marks.append(panel(Box(x, middle, dot, dot), tone, r=dot / 2))
            y = self._place_lines(lines, x + inset, y)

    def _place_lines(self, lines: tuple[Line, ...] | list[Line], x: float, y: float) -> float:
        """Set what fits from *y* down; the rest, once one line has not fitted, is left over."""
        low = self.form.h - self.form.margin
        for line in lines:
            if self.left or y + line_height(line) > low + 0.02:
                self.left.append(line)
                continue
            self._marks.extend(set_line(line, x, y))
            y += line_height(line)
        return y

    def _boxed(self, lines: list[Line], y: float, size: float, pad: float) -> None:
        look, x, w = self.look, self.form.margin, self._width
        box = Box(x, y, w, height(lines) + 2 * pad)
        line = look.line if look.ink_saving else None
        self._marks.append(panel(box, look.cream, line, 0.6, r=size * 0.5))
        side = size * 1.5
        at = Box(x + size * 0.4, y + box.h / 2 - side / 2, side, side)
        self._marks.extend(look.icon("user-heart", at, look.tone(VOICE)))
        self._marks.extend(set_lines(lines, x + size * 2.3, y + pad))
