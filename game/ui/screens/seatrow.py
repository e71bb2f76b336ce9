"""A seat as a row that can be named, moved, counted and taken away; the welcome and the menu show it."""

from collections.abc import Callable

from game.rules.state import Seat, SeatKind
from game.rules.view import letter, shape
from game.rules.words import NAME
from game.tongue import _
from game.ui.art.tokens import Token
from game.ui.kit.boxes import Column, Fixed, Grow, Pad, Panel, Row
from game.ui.kit.content import Icon, Space
from game.ui.kit.controls import KeyCap, Tap
from game.ui.kit.field import TextField
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.layout import Layout, Message, Pen, Placed, Role, Widget
from game.ui.kit.text import Face
from game.ui.kit.tones import INK, SAND_LINE, SOFT
from game.ui.screens.front import icon_button, small
from game.ui.stack import Env
from game.values import dataclass

KIND_ICONS = {SeatKind.PERSON: "user", SeatKind.PAIR: "users", SeatKind.TEAM: "users-group"}
_KINDS = tuple(SeatKind)


def next_kind(kind: SeatKind) -> SeatKind:
    """One person, a pair, a team, and round again."""
    return _KINDS[(_KINDS.index(kind) + 1) % len(_KINDS)]


@dataclass(frozen=True, slots=True)
class SeatAsks:
    """What the parts of a seat's row say when they are used; None where a part is not offered."""

    named: Callable[[str], Message]
    done: Message
    kind: Message
    up: Message
    down: Message
    remove: Message


def seat_row(env: Env, seat: Seat, key: str, asks: SeatAsks, *, name: str, hint: str) -> Widget:
    """The row of one seat; *key* tells its parts from those of other rows."""
    called = name or hint
    field = TextField(
        f"name {key}",
        name,
        asks.named,
        _("Name of {seat}").format(seat=hint),
        hint=hint,
        limit=NAME,
        done=asks.done,
        size=36,
        face=Face.BOLD,
        bare=True,
        underlined=False,
    )
    kind = Tap(
        Pad(
            Row((Icon(KIND_ICONS[seat.kind], 32, SOFT), small(seat.kind.label, SOFT, 27)), gap=14),
            12,
            10,
            12,
            10,
        ),
        asks.kind,
        f"kind {key}",
        Role("button", _("{seat} is {kind}: change").format(seat=called, kind=seat.kind.label)),
        radius=16,
    )
    tools = Row(
        (
            _tool("arrow-up", _("Move {seat} up").format(seat=called), asks.up, f"up {key}"),
            _tool(
                "arrow-down",
                _("Move {seat} down").format(seat=called),
                asks.down,
                f"down {key}",
            ),
            _tool("x", _("Remove {seat}").format(seat=called), asks.remove, f"remove {key}"),
        ),
        gap=2,
    )
    token = Token(shape(seat), letter(seat), 66)
    if env.width / env.text < 1650 and not env.narrow:
        words = Column((field, Row((kind, Grow(Space())))), gap=0)
        inner: Widget = Row((token, Grow(words), tools), gap=22)
    elif env.narrow:
        inner = Column((Row((token, Grow(field)), gap=24), Row((Grow(kind), tools))), gap=6)
    else:
        inner = Row((token, Grow(field), Fixed(kind, 220, scaled=True), tools), gap=26)
    return SeatSheet(inner, f"name {key}")


def _tool(icon: str, label: str, message: Message, key: str) -> Widget:
    if message is None:
        return Space(60, 60)
    return icon_button(icon, label, message, key, SOFT)


@dataclass(frozen=True, slots=True)
class SeatSheet:
    """A white sheet, edged with ink while the text field it holds has the focus."""

    child: Widget
    watch: str

    def _panel(self, *, edged: bool) -> Panel:
        return Panel(
            self.child,
            radius=24,
            pad=30,
            pad_y=11,
            line=INK if edged else None,
            line_width=4,
        )

    def measure(self, lay: Layout, width: int) -> Size:
        return self._panel(edged=False).measure(lay, width)

    def place(self, lay: Layout, rect: Rect) -> Placed:
        placed = self._panel(edged=False).place(lay, rect)
        placed.widget = self
        return placed

    def paint(self, placed: Placed, pen: Pen) -> None:
        self._panel(edged=pen.interaction.focus == self.watch).paint(placed, pen)


def dashed_row(label: str, message: Message, key: str, cap: str = "") -> Widget:
    """The dashed row that asks for one more of what stands above it."""
    inner = Row(
        (
            Fixed(Icon("plus", 40, SOFT), 66, 66),
            Grow(small(label, SOFT, 36, Face.SEMIBOLD)),
            *((KeyCap(cap, SOFT, SOFT),) if cap else ()),
        ),
        gap=26,
    )
    sheet = Panel(
        inner,
        fill=None,
        radius=24,
        pad=30,
        pad_y=11,
        line=SAND_LINE,
        line_width=4,
        dash=16,
        raised=False,
    )
    return Tap(sheet, message, key, Role("button", label))
