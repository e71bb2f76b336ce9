"""What `check --legibility` found, as plain values; and its two forms, for people and for programs."""

from collections.abc import Iterable
from typing import Any

from game.app.viewing import LABEL_GOAL, READING_GOAL, Viewing
from game.values import dataclass, replace

BODY_CONTRAST, OTHER_CONTRAST = 7.0, 4.5
"""To one: the least contrast of a text read in lines, and of every other word and icon."""


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest words of one kind: on a screen their pixels, on paper their points."""

    size: float
    x_height: float
    """Of the letter x, in millimetres."""
    minutes: float
    words: str
    """Some of them."""


@dataclass(frozen=True, slots=True)
class Sized:
    """The smallest words of a screen at a text size, or of a part of the printed kit."""

    where: str
    text: int
    """The text size in per cent; 0 on paper, where there is none."""
    reading: Smallest | None
    """In texts read in lines; None where there are none."""
    label: Smallest | None
    """In all other words."""

    @property
    def short(self) -> bool:
        return (self.reading is not None and self.reading.minutes < READING_GOAL) or (
            self.label is not None and self.label.minutes < LABEL_GOAL
        )


@dataclass(frozen=True, slots=True)
class Faint:
    """The words or icon of a screen that stand out least, of one kind and in one palette."""

    where: str
    palette: str
    body: bool
    ratio: float
    words: str

    @property
    def short(self) -> bool:
        return self.ratio < (BODY_CONTRAST if self.body else OTHER_CONTRAST)


@dataclass(frozen=True, slots=True)
class Overflow:
    """A card that people must scroll to see, or that needs a second card in print."""

    code: str
    title: str
    text: int
    stage: str
    below: float
    """How much waits below the edge, in heights of what is shown; in print, lines over."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was measured for one place to look from."""

    viewing: Viewing
    sizes: tuple[Sized, ...]
    contrasts: tuple[Faint, ...]
    cards: tuple[Overflow, ...]
    checked: int
    """How many cards were looked at."""

    @property
    def short(self) -> tuple[str, ...]:
        """What falls short of the goals, each in a sentence."""
        return (
            *(_small(each) for each in self._held() if each.short),
            *(_faint(each) for each in self.contrasts if each.short),
        )

    def _held(self) -> Iterable[Sized]:
        """What the goals for sizes are held to: the text size that people have there."""
        return (each for each in self.sizes if each.text in {0, self.viewing.text})


def _small(each: Sized) -> str:
    least = [
        f"{found.words!r} is {found.minutes:.1f}′ (our goal: {goal:g}′)"
        for found, goal in ((each.reading, READING_GOAL), (each.label, LABEL_GOAL))
        if found is not None and found.minutes < goal
    ]
    return f"{each.where}: {', '.join(least)}"


def _faint(each: Faint) -> str:
    goal = BODY_CONTRAST if each.body else OTHER_CONTRAST
    return f"{each.where}, {each.palette}: {each.words!r} has {each.ratio:.1f}:1 (our goal: {goal:g}:1)"


def worst_sizes(found: Iterable[Sized]) -> tuple[Sized, ...]:
    """One for each place and text size, with the smallest that was found there."""
    least: dict[tuple[str, int], Sized] = {}
    for each in found:
        known = least.get((each.where, each.text), each)
        pairs = ((known.reading, each.reading), (known.label, each.label))
        reading, label = (_smaller(one, other) for one, other in pairs)
        least[each.where, each.text] = replace(each, reading=reading, label=label)
    return tuple(least.values())


def _smaller(one: Smallest | None, other: Smallest | None) -> Smallest | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda each: each.minutes)


def worst_contrasts(found: Iterable[Faint]) -> tuple[Faint, ...]:
    """One for each place, palette and kind, with the least contrast that was found there."""
    least: dict[tuple[str, str, bool], Faint] = {}
    for each in found:
        key = (each.where, each.palette, each.body)
        least[key] = min(least.get(key, each), each, key=lambda one: one.ratio)
    return tuple(least.values())


# For people.


def as_text(report: Report) -> str:
    """Tables as wide as a console, and what falls short below them."""
    seen = report.viewing
    lines = [f"{seen.name}: {seen.told}, from {seen.distance:g} m."]
    if not seen.on_paper:
        w, h = seen.size
        lines[0] = (
            f"{seen.name}: {seen.told}, {w} × {h}, {seen.diagonal:g} inches, "
            f"from {seen.distance:g} m."
        )
    lines += [
        "",
        "How tall a small letter (x) is seen, in arc minutes"
        + (":" if seen.on_paper else ": in texts read in lines | in all other words."),
        f"Our own goals, no standard: {READING_GOAL:g}′ and {LABEL_GOAL:g}′"
        + ("." if seen.on_paper else f", held to text size {seen.text} %."),
        "",
        *(_paper_table(report) if seen.on_paper else _screen_table(report)),
    ]
    if report.contrasts:
        lines += ["", *_contrast_table(report)]
    lines += ["", *_cards(report), "", *_verdict(report)]
    return "\n".join(lines) + "\n"


def _screen_table(report: Report) -> list[str]:
    texts = sorted({each.text for each in report.sizes})
    cells = {(each.where, each.text): each for each in report.sizes}
    wheres = list(dict.fromkeys(each.where for each in report.sizes))
    wide = max(map(len, wheres), default=0)
    rows = [" " * wide + "".join(f"{text:>12} %" for text in texts)]
    for where in wheres:
        row = (_pair(cells.get((where, text))) for text in texts)
        rows.append(where.ljust(wide) + "".join(f"{each:>14}" for each in row))
    return rows


def _pair(each: Sized | None) -> str:
    if each is None:
        return "–"
    two = ("–" if one is None else f"{one.minutes:.1f}" for one in (each.reading, each.label))
    return " | ".join(two)


def _paper_table(report: Report) -> list[str]:
    wide = max((len(each.where) for each in report.sizes), default=0)
    rows = [f"{'':{wide}}  {'most of its words':>26}  {'its smallest words':>26}"]
    for each in report.sizes:
        cells = (
            "–" if one is None else f"{one.size:g} pt, x {one.x_height:.2f} mm, {one.minutes:.1f}′"
            for one in (each.reading, each.label)
        )
        rows.append(f"{each.where:{wide}}" + "".join(f"  {cell:>26}" for cell in cells))
    return rows


def _contrast_table(report: Report) -> list[str]:
    palettes = list(dict.fromkeys(each.palette for each in report.contrasts))
    wheres = list(dict.fromkeys(each.where for each in report.contrasts))
    cells = {(each.where, each.palette, each.body): each.ratio for each in report.contrasts}
    wide = max(map(len, wheres), default=0)
    rows = [
        (
            "Least contrast with what is painted behind, measured at 1280 × 720: texts | other words "
            f"and icons. Goals: {BODY_CONTRAST:g}:1 and {OTHER_CONTRAST:g}:1."
        ),
        "",
        " " * wide + "".join(f"{each:>16}" for each in palettes),
    ]
    for where in wheres:
        row = []
        for palette in palettes:
            two = (cells.get((where, palette, body)) for body in (True, False))
            row.append(" | ".join("–" if one is None else f"{one:.1f}" for one in two))
        rows.append(where.ljust(wide) + "".join(f"{each:>16}" for each in row))
    return rows


MOST_NAMED = 12


def _cards(report: Report) -> list[str]:
    if report.viewing.on_paper:
        over = [each for each in report.cards if each.below]
        if not over:
            return [f"All {report.checked} cards fit their printed card."]
        rows = [
            f"  {each.code} {each.title}: {each.stage}, {each.below:.0f} lines over"
            for each in over[:MOST_NAMED]
        ]
        more = [f"  and {len(over) - MOST_NAMED} more"] if len(over) > MOST_NAMED else []
        return ["Cards that go on to a second printed card:", *rows, *more]
    rows = ["Cards that scroll, and the one of which most waits below the edge:"]
    for text in sorted({each.text for each in report.cards}):
        scrolled = [each for each in report.cards if each.text == text and each.below > 0]
        if not scrolled:
            rows.append(f"  {text} %: none of {report.checked}")
            continue
        worst = max(scrolled, key=lambda each: each.below)
        rows.append(
            f"  {text} %: {len({each.code for each in scrolled})} of {report.checked}; "
            f"{worst.code} “{worst.title}” at {worst.stage}, {_share(worst.below)}"
        )
    return rows


def _share(below: float) -> str:
    if below >= 1:
        return f"{below:.1f} times what is shown"
    return f"a further {below:.0%}"


def _verdict(report: Report) -> list[str]:
    short = report.short
    if not short:
        return ["Nothing falls short of our goals."]
    more = [f"  and {len(short) - MOST_NAMED} more"] if len(short) > MOST_NAMED else []
    return ["Short of our goals:", *(f"  {each}" for each in short[:MOST_NAMED]), *more]


# For programs.


def as_values(report: Report) -> dict[str, Any]:
    """The report as plain values; docs/check-json.md tells what each name holds."""
    seen = report.viewing
    return {
        "format": 1,
        "screen": {
            "name": seen.name,
            "width": seen.size[0],
            "height": seen.size[1],
            "diagonal": seen.diagonal,
            "distance": seen.distance,
            "text": seen.text,
        },
        "goals": {
            "reading": READING_GOAL,
            "label": LABEL_GOAL,
            "body_contrast": BODY_CONTRAST,
            "other_contrast": OTHER_CONTRAST,
        },
        "sizes": [
            {
                "where": each.where,
                "text": each.text,
                "reading": _smallest(each.reading),
                "label": _smallest(each.label),
            }
            for each in report.sizes
        ],
        "contrasts": [
            {
                "where": each.where,
                "palette": each.palette,
                "body": each.body,
                "ratio": round(each.ratio, 2),
                "words": each.words,
            }
            for each in report.contrasts
        ],
        "cards": [
            {
                "code": each.code,
                "title": each.title,
                "text": each.text,
                "stage": each.stage,
                "below": round(each.below, 3),
            }
            for each in report.cards
        ],
        "checked": report.checked,
        "short": list(report.short),
    }


def _smallest(each: Smallest | None) -> dict[str, Any] | None:
    if each is None:
        return None
    return {
        "size": round(each.size, 2),
        "x_height": round(each.x_height, 3),
        "minutes": round(each.minutes, 2),
        "words": each.words,
    }
