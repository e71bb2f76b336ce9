"""The report's pictures: the door, before and now, the scale's story, and shares of a whole."""

from collections.abc import Sequence

from game.art.door import DoorColours, H, W, door_svg, pane_mark
from game.art.palettes import (
    BODY_PALE,
    BODY_TONE,
    GLASS_MARK,
    MIND,
    MIND_PALE,
    THEME_ICONS,
    fill_of,
)
from game.art.tones import CARD, GOLD, GOOD, INK, SAND, SAND_LINE, SOFT, Tone
from game.model.themes import Theme
from game.outcomes.shown import ShownChange, ShownHands
from game.outcomes.suppression import Shared
from game.report.picture import (
    BOLD,
    PALETTE,
    SEMIBOLD,
    Icons,
    Label,
    Picture,
    bar,
    colour,
    dot,
    fitted,
    stroke,
)
from game.report.words import panes_words
from game.tongue import N_, _
from game.values import dataclass

TOO_FEW = N_("fewer than 8 answers: not shown")


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """One row of before and now."""

    label: str
    icon: str
    tone: Tone
    before: float | None
    now: float | None


def door(icons: Icons, lit: Sequence[Theme]) -> Picture:
    """The door with the panes that shine."""
    light = tuple(1.0 if theme in lit else 0.0 for theme in Theme)
    whole = door_svg(PALETTE.name, round(W), round(H), light, 0.0, DoorColours.of(PALETTE))
    body = whole.partition(">")[2]
    art = [body.rpartition("</svg>")[0]]
    for theme in Theme:
        x, y, side = pane_mark(theme, 0.0)
        tone = PALETTE.text_on(fill_of(theme)) if theme in lit else GLASS_MARK
        art.append(icons.at(THEME_ICONS[theme], x - side / 2, y - side / 2, side, tone))
    return Picture(
        W, H, "".join(art), (), _("The door. {panes}.").format(panes=panes_words(len(set(lit))))
    )


def change_rows(changes: Sequence[ShownChange]) -> tuple[Dumbbell, ...]:
    """The seven outcomes, theme by theme."""
    return tuple(
        Dumbbell(theme.label, THEME_ICONS[theme], fill_of(theme), change.before, change.now)
        for theme, change in zip(Theme, changes, strict=False)
    )


def hands_rows(hands: Sequence[ShownHands]) -> tuple[Dumbbell, ...]:
    """The same from shows of hands; a question without a show has no row."""
    by_item = {each.item: each for each in hands}
    return tuple(
        Dumbbell(
            theme.label,
            THEME_ICONS[theme],
            fill_of(theme),
            by_item[theme.place].before,
            by_item[theme.place].now,
        )
        for theme in Theme
        if theme.place in by_item
    )


def change(icons: Icons, rows: Sequence[Dumbbell], points: Sequence[str], name: str) -> Picture:
    """An open dot for before, a full dot for now, and a line between: the middle answers."""
    wide, row, top, left, right = 960.0, 54.0, 46.0, 300.0, 880.0
    step = (right - left) / (len(points) - 1)
    low = top + row * len(rows)
    ink = colour(INK)
    art: list[str] = []
    labels: list[Label] = [
        Label(left + 28, 22, _("before"), 16, SEMIBOLD),
        Label(left + 126, 22, _("now"), 16, SEMIBOLD),
    ]
    art.append(dot(left + 12, 16, 8, colour(CARD), ink, 3))
    art.append(dot(left + 108, 16, 10, colour(GOLD), ink, 2.5))
    for place, point in enumerate(points):
        x = left + step * place
        art.append(stroke([(x, top), (x, low)], colour(SAND_LINE), 2))
        labels.append(Label(x, low + 26, point, 16, tone=SOFT, anchor="middle"))
    for n, each in enumerate(rows):
        y = top + row * (n + 0.5)
        art.append(icons.at(each.icon, 6, y - 16, 32, INK))
        labels.append(Label(52, y + 6, each.label, 19, SEMIBOLD))
        if each.before is None or each.now is None:
            labels.append(Label(left + 14, y + 6, _(TOO_FEW), 16, tone=SOFT))
            art.append(bar(left + 6, y - 12, 254, 26, colour(CARD), r=6))
            continue
        start, end = (left + step * (at - 1) for at in (each.before, each.now))
        art.append(stroke([(start, y), (end, y)], ink, 4))
        if start == end:
            # Unchanged: the full dot lies inside the open one.
            art.append(dot(start, y, 16, colour(CARD), ink, 3))
            art.append(dot(end, y, 9, colour(each.tone), ink, 2))
        else:
            art.append(dot(start, y, 10, colour(CARD), ink, 3))
            art.append(dot(end, y, 13, colour(each.tone), ink, 2.5))
    # What is hidden is said in words that must not be crossed by the lines behind them.
    return Picture(wide, low + 40, "".join(art), tuple(labels), name)


def scale(
    icons: Icons, steps: Sequence[tuple[str, Theme | None, int | None]], name: str
) -> Picture:
    """The scale's story: conversation by conversation, where the plan put its weight."""
    wide, row, top, left, right = 960.0, 58.0, 70.0, 420.0, 900.0
    step = (right - left) / 4
    middle = (left + right) / 2
    low = top + row * len(steps)
    ink = colour(INK)
    art = [
        bar(left - 24, top, middle - left + 24, low - top, colour(MIND_PALE), r=12),
        bar(middle, top, right - middle + 24, low - top, colour(BODY_PALE), r=12),
        bar(middle - 12, top, 24, low - top, colour(CARD)),
        stroke([(middle, top), (middle, low)], colour(SAND_LINE), 2),
        icons.at("brain", left - 24, 14, 36, MIND),
        icons.at("heartbeat", right - 12, 14, 36, BODY_TONE),
    ]
    labels = [
        Label(left + 22, 39, _("mind"), 19, BOLD, MIND),
        Label(right - 20, 39, _("body"), 19, BOLD, BODY_TONE, "end"),
        Label(middle, 39, _("equal weight"), 16, tone=SOFT, anchor="middle"),
    ]
    trail: list[tuple[float, float]] = []
    marks: list[str] = []
    for n, (title, theme, weight) in enumerate(steps):
        y = top + row * (n + 0.5)
        lines = fitted(title, 17, left - 90)[:2]
        for k, line in enumerate(lines):
            shift = 6 + 20 * (k - (len(lines) - 1) / 2)
            labels.append(Label(42, y + shift, line, 17, SEMIBOLD))
        if theme is not None:
            art.append(icons.at(THEME_ICONS[theme], 6, y - 13, 26, INK))
        if weight is None:
            labels.append(Label(middle + 18, y + 5, _("not weighed"), 15, tone=SOFT))
            continue
        x = middle + step * weight
        trail.append((x, y))
        tone = fill_of(theme) if theme is not None else SAND
        marks.append(dot(x, y, 14, colour(tone), ink, 3))
    if len(trail) > 1:
        art.append(stroke(trail, ink, 3.5))
    return Picture(wide, low + 14, "".join((*art, *marks)), tuple(labels), name)


_PART_TONES: tuple[Tone, ...] = (GOOD, SAND, GOLD, INK)


def shares(
    rows: Sequence[tuple[str, tuple[Shared, ...]]], legend: Sequence[str], name: str
) -> Picture:
    """Bars that are shares of a whole: one row each, its parts side by side with their counts."""
    wide, row, top, left, right = 960.0, 46.0, 48.0, 300.0, 930.0
    art: list[str] = []
    labels: list[Label] = []
    x = left
    for tone, word in zip(_PART_TONES, legend, strict=False):
        art.append(bar(x, 8, 20, 20, colour(tone), r=5, line=colour(INK)))
        labels.append(Label(x + 28, 24, word, 16))
        x += 50 + len(word) * 9
    for n, (title, parts) in enumerate(rows):
        y = top + row * n
        labels.append(Label(6, y + 25, title, 18, SEMIBOLD))
        whole = sum(part or 0 for part in parts)
        if not whole or any(part is None for part in parts):
            labels.append(Label(left + 4, y + 25, _("counts too small to show"), 16, tone=SOFT))
            continue
        at = left
        for tone, part in zip(_PART_TONES, parts, strict=False):
            if not part:
                continue
            long = (right - left) * part / whole
            art.append(bar(at, y + 4, long, 32, colour(tone), r=4, line=colour(INK)))
            if long > 34:
                ink = PALETTE.text_on(tone)
                labels.append(Label(at + long / 2, y + 26, str(part), 16, BOLD, ink, "middle"))
            at += long
    return Picture(wide, top + row * len(rows) + 4, "".join(art), tuple(labels), name)
