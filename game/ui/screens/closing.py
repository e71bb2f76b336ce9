"""What the closing screens share: the strip of steps, what the table met, and the scale in words."""

from collections.abc import Callable, Sequence

from game.app.desk import Desk
from game.art.door import H, W
from game.model.themes import Theme
from game.report.words import agreed_lines, panes_words, scale_sentence
from game.rules.state import State
from game.rules.view import lit_panes, scale_sum
from game.tongue import _
from game.ui.art.door import Door
from game.ui.art.palettes import BODY_TONE, MIND, THEME_ICONS, fill_of
from game.ui.art.scale import ScaleBar
from game.ui.kit.boxes import Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Icon, Rule, Text, heading
from game.ui.kit.controls import Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, ON_INK, SAND, SAND_LINE, SOFT
from game.ui.screens.cardsheet import bulleted, soft, tone_on
from game.ui.screens.frame import titled
from game.ui.screens.registry import live
from game.ui.stack import Env


def strip(env: Env, names: Sequence[str], here: int, *, kind: str = "step") -> Widget:
    """The steps in a row, like the stages of a conversation: done in sand, the present in ink."""
    if env.narrow:
        pill = Text(
            _("{name}: step {place} of {count}").format(
                name=names[here], place=here + 1, count=len(names)
            ),
            Style(27, Face.BOLD, ON_INK, 1.2),
            0.5,
            kind="status",
        )
        return Row((Panel(pill, fill=INK, raised=False, radius=32, pad=34, pad_y=10),))
    pills: list[Widget] = []
    for place, name in enumerate(names):
        done, now = place < here, place == here
        tone = ON_INK if now else INK if done else SOFT
        style = Style(27, Face.BOLD if now else Face.REGULAR, tone, 1.2)
        step = Panel(
            Text(name, style, 0.5, kind="label"),
            fill=INK if now else SAND if done else CARD,
            line=INK if now else SAND if done else SAND_LINE,
            raised=False,
            radius=32,
            pad=20,
            pad_y=12,
            role=Role(kind, name, "now" if now else "done" if done else "to come"),
        )
        if pills:
            pills.append(Fixed(Rule(SAND_LINE, 4), 14))
        pills.append(Fixed(step, 220, scaled=True))
    return Row(tuple(pills), gap=6)


def bullets(questions: Sequence[str], size: float = 34) -> Widget:
    """Questions to the table, one under another."""
    style = Style(size, Face.SEMIBOLD, INK, 1.35)
    return Column(tuple(bulleted(each, style, gap=22) for each in questions), gap=20)


def page(env: Env, title: str, under: str, content: Widget, *, key: str) -> Widget:
    """A heading with what it heads; where the text is large, all of it scrolls as one."""
    if not env.narrow:
        return titled(title, under, Scroll(content, key=key))
    top = (
        Text(title, Style(60, Face.HEAVY, INK, 1.15), kind="heading"),
        Text(under, Style(28, Face.REGULAR, SOFT, 1.3)),
    )
    return Scroll(Column((*top, content), gap=20), key=key)


def acting(
    env: Env, body: Widget, actions: tuple[Widget, ...], *, beside: Widget, key: str
) -> Widget:
    """
    A body that may scroll, and the actions below it, the first of them at the lower right.

    *beside* is a line for the left of them. Where the text is large only the first action stays
    put, and the others follow the body.
    """
    first, *rest = actions
    if env.narrow:
        return Column((Grow(Scroll(Column((body, beside, *rest), gap=20), key=key)), first), gap=18)
    foot = Row((Grow(beside), *reversed(rest), Fixed(first, 620)), gap=20)
    return Column((Grow(Scroll(body, key=key)), foot), gap=22)


def badge(theme: Theme, size: float = 34) -> Widget:
    """A theme's colour and icon in a small outlined square."""
    return Panel(
        Icon(THEME_ICONS[theme], size, tone_on(theme), theme.label),
        fill=fill_of(theme),
        raised=False,
        radius=14,
        pad=9,
        line=INK,
        line_width=2,
    )


def quoted(words: str, size: float = 27) -> Text:
    """What the table agreed on, in quotation marks."""
    return Text(f"“{words}”", Style(size, Face.REGULAR, INK, 1.3))


def conversations(
    desk: Desk,
    *,
    words: bool,
    start: Callable[[str], Message] | None = None,
    chosen: str = "",
) -> Widget:
    """
    The conversations of the session: badge and title, and with *words* the agreed line.

    With *start*, an agreed line can be pressed to say what *start* makes of it.
    """
    session = live(desk)
    rows: list[Widget] = []
    tight = len(session.state.played) > 5 and not words
    for place, played in enumerate(session.state.played):
        card = session.pack.card(played.card)
        parts: list[Widget] = [Text(card.title, Style(29, Face.SEMIBOLD, INK, 1.15))]
        if words and played.words:
            parts.append(quoted(played.words))
        elif not tight:
            parts.append(soft(card.theme.label, 24))
        lines = Grow(Column(tuple(parts), gap=0))
        row = Row((badge(card.theme, 28 if tight else 34), lines), gap=20, align=0.5)
        if start is None or not played.words:
            rows.append(row)
            continue
        picked = played.words == chosen
        mark = Icon("check" if picked else "arrow-left", 30)
        sheet = Panel(
            Row((Grow(row), mark), gap=14),
            fill=CREAM,
            raised=False,
            radius=18,
            pad=14,
            pad_y=6,
            line=INK if picked else CREAM,
        )
        role = Role("radio", played.words, on=picked)
        rows.append(Tap(sheet, start(played.words), f"start {place}", role, 18))
    return Column(tuple(rows), gap=8 if start is not None else 11)


def light(state: State) -> tuple[float, ...]:
    """The door's panes as its drawing wants them."""
    lit = lit_panes(state)
    return tuple(1.0 if theme in lit else 0.0 for theme in Theme)


def small_door(state: State, height: float) -> Widget:
    """The door as it stands, with how many panes are lit in words."""
    lit = len(lit_panes(state))
    door = Door(light(state), glow=0.0, label=_("The door, {lit} of 7 panes lit").format(lit=lit))
    return Fixed(door, height * W / H, height)


def scale_row(state: State) -> Widget:
    """The scale so far, between a mark for mind and a mark for body."""
    scale = scale_sum(state)
    most = max(4, scale.mind + scale.body)
    lean = scale.balance / max(1, 2 * scale.plans)
    words = scale_sentence(state.played) or _("The scale between mind and body")
    bar = ScaleBar(scale.mind / most, scale.body / most, lean, label=words)
    return Row((Icon("brain", 38, MIND), Grow(bar), Icon("heartbeat", 38, BODY_TONE)), gap=14)


def met_panel(
    env: Env,
    desk: Desk,
    *,
    words: bool,
    start: Callable[[str], Message] | None = None,
    chosen: str = "",
) -> Widget:
    """What the table met: its conversations, the door so far, and the scale."""
    state = live(desk).state
    lit = Text(panes_words(len(lit_panes(state))), Style(27, Face.SEMIBOLD, INK, 1.25))
    sentence = scale_sentence(state.played)
    told: list[Widget] = [lit, scale_row(state)]
    if sentence:
        told.append(soft(sentence, 25))
    door = small_door(state, 146 if words else 190)
    beside: Widget = Row((door, Grow(Column(tuple(told), gap=12))), gap=28)
    if env.narrow:
        beside = Column((door, *told), gap=16)
    if not state.played:
        return Panel(Column((heading(_("Where we stand"), 32), beside), gap=20), pad=30)
    offered = start is not None and bool(agreed_lines(state))
    title = _("What we met: press a line to start from it") if offered else _("What we met")
    parts: list[Widget] = [heading(title, 32)]
    listed = conversations(desk, words=words, start=start, chosen=chosen)
    parts.extend((listed, Rule(), beside))
    return Panel(Column(tuple(parts), gap=14), pad=30, pad_y=24)
