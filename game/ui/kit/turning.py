"""
Paragraphs that hold more than plain letters from left to right: turned, joined or stacked ones.

Lines are broken in the order they are read and turned afterwards, as UAX #9 asks. What comes out
are pieces that each run one way: a number stands in a piece of its own, and keeps its digits' order.
"""

import re

from game.script.bidi import levels, order, runs_from_right
from game.script.letters import is_mark
from game.tuples import NamedTuple
from game.ui.kit.text import (
    FROM_RIGHT,
    HANGING,
    SHAPED,
    Fonts,
    Language,
    Paragraph,
    Run,
    Setting,
    Span,
    Stop,
    hanging_reach,
)

# Lines of stacked or joined letters stand this far apart at least, in sizes of type.
_PITCH = 1.55
_HANGING_PITCH = 2.1
# Letters of Urdu alone: whoever reads it reads the hanging hand, and is slowed by the upright one.
_URDU = re.compile("[\u0679\u0688\u0691\u06ba\u06d2]")


class _Atom(NamedTuple):
    """Letters of one span that run one way, or one space."""

    text: str
    at: int
    """Where it begins in the whole text."""
    span: int
    level: int
    face: str
    size: int
    wide: int

    @property
    def is_space(self) -> bool:
        return self.text == " "


def set_turned(
    fonts: Fonts,
    spans: tuple[Span, ...],
    sizes: tuple[int, ...],
    width: int,
    setting: Setting,
    language: Language,
) -> Paragraph:
    """As `set_text`, for texts that are not plain."""
    whole = "".join(span.text for span in spans)
    from_right = runs_from_right(whole, within=language.from_right)
    hanging = language.code.partition("-")[0] == "ur" or _URDU.search(whole) is not None
    size = max(sizes)
    leading = max(span.style.leading for span in spans)
    least = _HANGING_PITCH if hanging else _PITCH
    pitch = round(size * max(leading, least) * (setting.lines if leading >= 1.3 else 1.0))
    faces = [setting.face(span.style) for span in spans]
    owner = [place for place, span in enumerate(spans) for _ in span.text]
    rows: list[list[_Atom]] = []
    starts: list[int] = []
    at = 0
    for line in whole.split("\n"):
        atoms = _atoms(fonts, line, at, from_right, owner, faces, sizes, hanging)
        for row in _broken(fonts, atoms, width):
            starts.append(row[0].at if row else at)
            rows.append(row)
        at += len(line) + 1
    runs: list[Run] = []
    stops: list[Stop] = []
    widest = 0
    for number, row in enumerate(rows):
        x = 0
        for place in order([each.level for each in row]):
            atom = row[place]
            stops.extend(_stops(fonts, atom, x, number))
            if not atom.is_space:
                height = fonts.line(atom.face, atom.size)
                top = number * pitch + (pitch - height) // 2
                tone = spans[atom.span].style.tone
                reach = hanging_reach(atom.face, atom.size)
                at_x, wide = x - reach, atom.wide + 2 * reach
                runs.append(Run(at_x, top, wide, height, atom.text, atom.face, atom.size, tone))
            x += atom.wide
        widest = max(widest, x)
        end = row[-1].at + len(row[-1].text) if row else starts[number]
        # After the last letter read: at the left of what runs from the right.
        after = _end(row, x, from_right=from_right)
        stops.append(Stop(number, after, end, after))
    return Paragraph(
        tuple(runs),
        widest,
        len(rows) * pitch,
        len(rows),
        pitch,
        from_right,
        _in_order(stops, whole),
    )


def _atoms(
    fonts: Fonts,
    line: str,
    start: int,
    from_right: bool,
    owner: list[int],
    faces: list[str],
    sizes: tuple[int, ...],
    hanging: bool,
) -> list[_Atom]:
    found = levels(line, from_right=from_right)
    atoms: list[_Atom] = []
    at = 0
    while at < len(line):
        span, level = owner[start + at], found[at]
        end = at + 1
        if line[at] != " ":
            while (
                end < len(line)
                and line[end] != " "
                and owner[start + end] == span
                and found[end] == level
            ):
                end += 1
        mark = FROM_RIGHT if level % 2 else SHAPED
        face = f"{faces[span]}{HANGING if hanging else ''}{mark}"
        text, px = line[at:end], sizes[span]
        wide = fonts.width(" ", faces[span], px) if text == " " else fonts.width(text, face, px)
        atoms.append(_Atom(text, start + at, span, level, face, px, wide))
        at = end
    return atoms


def _broken(fonts: Fonts, atoms: list[_Atom], width: int) -> list[list[_Atom]]:
    """The atoms in lines no wider than *width*; the space at which a line breaks is dropped."""
    rows: list[list[_Atom]] = [[]]
    x = 0
    waiting: list[_Atom] = []
    for word in _words(atoms):
        if word[0].is_space:
            waiting += word
            continue
        wide = sum(each.wide for each in word)
        gap = sum(each.wide for each in waiting)
        if x + gap + wide > width and x:
            rows.append([])
            x = gap = 0
            waiting = []
        rows[-1] += waiting
        x += gap
        waiting = []
        for each in word if x + wide <= width else _cut(fonts, word, width):
            if x and x + each.wide > width and x + wide > width:
                rows.append([])
                x = 0
            rows[-1].append(each)
            x += each.wide
    # What is typed may end in spaces: the caret stands after them.
    if x + sum(each.wide for each in waiting) <= width:
        rows[-1] += waiting
    return rows


def _words(atoms: list[_Atom]) -> list[list[_Atom]]:
    words: list[list[_Atom]] = []
    for each in atoms:
        if each.is_space or not words or words[-1][0].is_space:
            words.append([each])
        else:
            words[-1].append(each)
    return words


def _cut(fonts: Fonts, word: list[_Atom], width: int) -> list[_Atom]:
    """A word too long for a line, cut between letters, never between a letter and its marks."""
    pieces: list[_Atom] = []
    for atom in word:
        start = 0
        for end in range(1, len(atom.text) + 1):
            if end < len(atom.text) and is_mark(atom.text[end]):
                continue
            piece = atom.text[start:end]
            wide = fonts.width(piece, atom.face, atom.size)
            if wide > width and pieces and pieces[-1].at == atom.at + start:
                start += len(pieces[-1].text)
                piece = atom.text[start:end]
                wide = fonts.width(piece, atom.face, atom.size)
            made = atom._replace(text=piece, at=atom.at + start, wide=wide)
            if pieces and pieces[-1].at == made.at:
                pieces[-1] = made
            else:
                pieces.append(made)
    return pieces


def _stops(fonts: Fonts, atom: _Atom, x: int, row: int) -> list[Stop]:
    """Where a caret stands in front of each letter of the atom, and behind it."""
    sides = [
        fonts.width(atom.text[:place], atom.face, atom.size) for place in range(len(atom.text))
    ]
    sides.append(atom.wide)
    if atom.level % 2:
        sides = [atom.wide - each for each in sides]
    return [
        Stop(row, x + sides[place], atom.at + place, x + sides[place + 1])
        for place in range(len(atom.text))
    ]


def _end(row: list[_Atom], wide: int, *, from_right: bool) -> int:
    """Where a caret stands after the last letter that is read."""
    if not row:
        return 0
    last = len(row) - 1
    x = 0
    for place in order([each.level for each in row]):
        if place == last:
            return x if row[place].level % 2 else x + row[place].wide
        x += row[place].wide
    return 0 if from_right else wide


def _in_order(stops: list[Stop], whole: str) -> tuple[Stop, ...]:
    """One stop for each place of the text; a space dropped at a line's end stands where that ends."""
    known: dict[int, Stop] = {}
    for each in stops:
        # A line's own first letter counts before the end of the line above it.
        if each.at not in known or known[each.at].row < each.row:
            known[each.at] = each
    answer: list[Stop] = []
    for at in range(len(whole) + 1):
        last = answer[-1] if answer else Stop(0, 0, 0, 0)
        answer.append(known.get(at, last._replace(at=at, far=last.x)))
    return tuple(answer)
