"""
The frame round every screen: margins, heading, notice, the footer of keys, and two columns that
become one where the text is large.
"""

from game.tongue import _
from game.ui.art.palettes import KEEPER, KEEPER_SOFT, ON_DARK_GOLD, ON_KEEPER
from game.ui.kit.again import Again
from game.ui.kit.boxes import (
    Column,
    Fixed,
    Flow,
    Grid,
    Grow,
    Pad,
    Panel,
    Row,
    paint_box,
)
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import KeyCap, Tap
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.layout import Layout, Pen, Placed, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK, ON_INK, SOFT
from game.ui.screens.registry import Ask
from game.ui.stack import Binding, Env
from game.values import dataclass

MARGIN = 48
FOOTER = 54


@dataclass(frozen=True, slots=True)
class _Bar:
    """The footer's ground, from edge to edge of the room."""

    child: Widget

    def measure(self, lay: Layout, width: int) -> Size:
        inner = lay.size_of(self.child, width - 2 * lay.px(MARGIN))
        return Size(width, max(lay.px(FOOTER), inner.h + lay.px(12)))

    def place(self, lay: Layout, rect: Rect) -> Placed:
        inner = Rect(rect.x + lay.px(MARGIN), rect.y, rect.w - 2 * lay.px(MARGIN), rect.h)
        size = lay.size_of(self.child, inner.w)
        down = (rect.h - size.h) // 2
        return Placed(
            self,
            rect,
            (lay.put(self.child, Rect(inner.x, inner.y + down, inner.w, size.h)),),
            role=Role("footer"),
        )

    def paint(self, placed: Placed, pen: Pen) -> None:
        ground = placed.rect
        if pen.whole is not None:
            # What stands on it keeps clear of the window's edges; the ground need not.
            ground = Rect(pen.whole.x, ground.y, pen.whole.w, pen.whole.bottom - ground.y)
        paint_box(ground, pen, KEEPER, radius=0)


def status(words: str, icon: str = "") -> Widget:
    """A short piece of news for the footer's right end, such as "3 of 7"."""
    text = Text(words, Style(22, Face.BOLD, ON_DARK_GOLD, 1.2), kind="status")
    return Row((Icon(icon, 24, ON_DARK_GOLD), text), gap=10) if icon else text


_BAR: Again[Widget] = Again()


def footer(env: Env, keys: tuple[Binding, ...], news: tuple[Widget, ...] = ()) -> Widget:
    """The bar of keys; each can be pressed with a pointer as well."""
    keys = _with_aloud(env, keys)
    of = (env.text, env.narrow, env.caption, keys, news)
    return _BAR.made(of, lambda: _bar(env, keys, news))


def _bar(env: Env, keys: tuple[Binding, ...], news: tuple[Widget, ...]) -> Widget:
    # The footer never grows as large as what people read, or it would crowd that out.
    size = 22 * min(1.0, 1.5 / env.text)
    hints: list[Widget] = []
    for binding in keys:
        if not binding.footer:
            continue
        label = Text(binding.label, Style(size, Face.REGULAR, KEEPER_SOFT, 1.2), kind="label")
        cap = KeyCap(binding.written, ON_KEEPER, KEEPER_SOFT, size * 19 / 22)
        hint = Row((cap, label), gap=12)
        if binding.message is None:
            hints.append(hint)
            continue
        hints.append(
            Tap(
                hint,
                binding.message,
                key=f"key {binding.combo}",
                role=Role("button", binding.label, binding.written),
                radius=9,
            )
        )
    if env.caption:
        # In the place of what stands there otherwise, so that nothing on the screen moves.
        news = (status(env.caption, "volume"),)
    flow = Flow(tuple(hints), gap=44 if env.text <= 1.1 else 28, line_gap=8)
    if not news:
        return _Bar(flow)
    if env.narrow:
        return _Bar(Column((flow, Flow(news, gap=28)), gap=8))
    return _Bar(Row((Grow(flow), *news), gap=28))


def _with_aloud(env: Env, keys: tuple[Binding, ...]) -> tuple[Binding, ...]:
    """The keys with the one that reads aloud among them, where there is a voice for it."""
    if env.aloud is None:
        return keys
    label = _("stop reading") if env.aloud else _("read aloud")
    own = Binding("v", label, KeyPressed("v"))
    # Beside the other keys of every screen, and never after the rare ones.
    place = next((n for n, each in enumerate(keys) if each.combo in {"s", "ctrl+q", "f11"}), None)
    place = len(keys) if place is None else place
    return (*keys[:place], own, *keys[place:])


def with_tab(keys: tuple[Binding, ...]) -> tuple[Binding, ...]:
    """
    The footer's keys with the one that leads on from field to field, where there are many.

    It is told and not pressed: Enter upon it would lead on to the key beside it, which leaves.
    """
    place = next((n for n, each in enumerate(keys) if each.combo == "escape"), len(keys))
    return (*keys[:place], Binding("tab", _("next"), None), *keys[place:])


def framed(
    env: Env,
    body: Widget,
    keys: tuple[Binding, ...],
    news: tuple[Widget, ...] = (),
    *,
    margin: float = MARGIN,
    note_low: bool = False,
) -> Widget:
    """
    A whole screen: *body* in its margins, a notice where there is one, and the footer.

    With *note_low* what stands at the head is needed even while a long notice is read.
    """
    top = 22 if env.narrow else 40
    within = Pad(body, margin, top if margin else 0, margin, top * 0.8 if margin else 0)
    parts: list[Widget] = [Grow(within)]
    if env.standing:
        parts.append(Pad(_note(env.standing), MARGIN, 0, MARGIN, 16))
    if env.unsaved:
        parts.append(Pad(_unsaved(env), MARGIN, 0, MARGIN, 14))
    bar = footer(env, keys, news)
    if not env.notice:
        return Column((*parts, bar), gap=0)
    from game.ui.kit.passing import Passing  # noqa: PLC0415 - the first picture has no notice

    # It goes soon, or with the next press, and nothing moves for it, least of all what is pressed.
    note = Pad(_note(env.notice, upon=env), MARGIN - 12, 6, MARGIN - 12, 6)
    return Passing(Column((*parts, bar), gap=0), bar, note, note_low)


def _note(told: str, *, upon: Env | None = None) -> Widget:
    """A notice: dark in the page, and light *upon* a finished screen, for the bar of keys is dark."""
    light = upon is not None
    tone = INK if light else ON_INK
    words = Text(told, Style(27, Face.SEMIBOLD, tone, 1.25), kind="status")
    return Panel(
        Row((Icon("info-circle", 34, tone), Grow(words)), gap=18),
        fill=CREAM if light else INK,
        line=INK if light else None,
        line_width=3,
        raised=not light,
        radius=20,
        pad=26,
        # The larger the words are, the less air there is for the bar to bear them.
        pad_y=14 if upon is None else 18 / upon.text,
        role=Role("alert", told),
    )


def _unsaved(env: Env) -> Widget:
    """The strip that says what is so until it is otherwise; pressing it leads to the ways on."""
    # Where there is little room the first sentence says enough; the rest is a press away.
    said = env.unsaved if not env.narrow else f"{env.unsaved.split('. ')[0].rstrip('.')}."
    words = Text(said, Style(25 if not env.narrow else 22, Face.SEMIBOLD, INK, 1.25), kind="status")
    more = Text(
        _("Ways on"), Style(25 if not env.narrow else 22, Face.BOLD, INK, 1.25), kind="label"
    )
    keys = () if env.narrow else (more, KeyCap("Ctrl S"))
    strip = Panel(
        Row((Icon("alert-triangle", 32, INK), Grow(words), *keys), gap=18),
        fill=CREAM,
        line=INK,
        line_width=2,
        raised=False,
        radius=18,
        pad=24,
        pad_y=10,
        role=Role("alert", env.unsaved),
    )
    return Tap(strip, Ask.SAVING, "unsaved", Role("button", _("Ways on"), "Ctrl S"), 18)


def titled(title: str, under: str, body: Widget, *, size: float = 60) -> Widget:
    """A screen's heading with a line in soft ink, and below it the rest."""
    top: list[Widget] = [Text(title, Style(size, Face.HEAVY, INK, 1.15), kind="heading")]
    if under:
        top.append(Text(under, Style(28, Face.REGULAR, SOFT, 1.3)))
    return Column((Column(tuple(top), gap=6), Grow(body)), gap=28)


def spread(
    env: Env,
    main: Widget,
    side: Widget,
    actions: tuple[Widget, ...],
    *,
    key: str,
    side_width: float = 620,
    gap: float = 36,
) -> Widget:
    """
    Two columns, with the actions always at the lower right, the primary one first.

    Where the text is large the columns become one that scrolls, and the actions stay below it.
    """
    if env.narrow:
        body = Scroll(Column((main, side), gap=28), key=f"{key} all")
        return Column((Grow(body), pinned(env, actions)), gap=20)
    right = Column((Grow(Scroll(side, key=f"{key} side")), Column(actions, gap=18)), gap=28)
    return Row(
        (Grow(Scroll(main, key=f"{key} main")), Fixed(right, side_width)),
        gap=gap,
        align=0,
        stretch=True,
    )


def pinned(env: Env, actions: tuple[Widget, ...]) -> Widget:
    """The actions in a strip: the primary one whole, the rest side by side."""
    if len(actions) == 1:
        return actions[0]
    if len(actions) == 2:
        return Row((Grow(actions[0], 2), Grow(actions[1])), gap=14, stretch=True)
    rest = Grid(actions[1:], columns=2, gap=14, least=300 / max(1.0, env.text))
    return Column((actions[0], rest), gap=14)


def section(title: str, *children: Widget, gap: float = 18) -> Widget:
    """A white panel with a heading."""
    return Panel(Column((heading(title, 32), *children), gap=gap))
