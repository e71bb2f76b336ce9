"""
What is seen: the look, one frame, and how frames of a screen are made, placed and kept.

Nothing here takes input or turns to another screen; that is the host's.
"""

from collections.abc import Callable

from game.ui.cues import Cues
from game.ui.holding import mark
from game.ui.kit.drawing import Ground, Op
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Layout, Memory, Pen, Placed, paint_all
from game.ui.kit.text import Fonts, Setting
from game.ui.kit.tones import PAPER, PAPER_LOW, Palette
from game.ui.stack import Env, Screen, View
from game.values import dataclass, replace

LOGICAL_HEIGHT = 1080
NARROWEST, WIDEST = 1440, 1920


@dataclass(frozen=True, slots=True)
class Look:
    """How everything is drawn: colours, the reader's text size, and whether things move."""

    palette: Palette
    text: float = 1.0
    still: bool = False
    setting: Setting = Setting()
    """How far apart lines and letters stand, and in which typeface."""
    reach: float = 0.0
    """How near to a control a press counts as one on it, in logical units."""
    edge: float = 0.0
    """The share of the window that stays clear on every side, where a screen may cut it off."""
    captions: bool = False
    """Whether sounds are put into words."""
    slack: float = 1.0
    """How many times the usual time a notice stands."""
    aloud: bool | None = None
    """Whether what is new is read aloud; None where there is no voice for it."""
    standing: str = ""
    unsaved: str = ""
    """A sentence to show for as long as it holds, wherever there is no other notice."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture: the placed tree, and the operations that draw it."""

    size: tuple[int, int]
    root: Placed
    ops: tuple[Op, ...]
    view: View


class Frames:
    """Makes frames, and keeps of the last one what still holds."""

    def __init__(
        self,
        size: tuple[int, int],
        fonts: Fonts,
        look: Callable[[], Look],
        cues: Cues,
    ) -> None:
        self.size = size
        self.look = look
        self.last: Frame | None = None
        """The last one, for as long as nothing that can be seen has changed."""
        self.memory = Memory()
        self._fonts = fonts
        self._cues = cues
        self._laid: tuple[View, Placed] | None = None
        """The view as last placed; the focus and the pointer do not move what is placed."""

    def stir(self) -> None:
        """Nothing of the last one holds any more."""
        self.last = self._laid = None

    def lay_anew(self) -> None:
        """Where things stand has to be worked out anew for the next one."""
        self._laid = None

    @property
    def scale(self) -> float:
        """The pixels of a logical unit."""
        return self._room(self.look())[1]

    def _room(self, look: Look) -> tuple[float, float, Rect]:
        """The logical width, the pixels of a unit, and the part of the window that is used."""
        edge = look.edge
        left, top = round(self.size[0] * edge), round(self.size[1] * edge)
        w, h = self.size[0] - 2 * left, self.size[1] - 2 * top
        aspect = min(WIDEST / LOGICAL_HEIGHT, max(NARROWEST / LOGICAL_HEIGHT, w / max(1, h)))
        logical = LOGICAL_HEIGHT * aspect
        scale = min(w / logical, h / LOGICAL_HEIGHT)
        inner_w, inner_h = round(logical * scale), round(LOGICAL_HEIGHT * scale)
        inner = Rect(left + (w - inner_w) // 2, top + (h - inner_h) // 2, inner_w, inner_h)
        return logical, scale, inner

    def place(self, screen: Screen, at: Interaction, now: float) -> Frame:
        """The screen as it is now, not painted yet; placed anew only where something has moved."""
        if self._laid is None:
            self._laid = self._placed(screen, at, now, self.look())
        view, root = self._laid
        return Frame(self.size, root, (), view)

    def paint(self, frame: Frame, at: Interaction) -> Frame:
        """The same frame with what draws it."""
        whole = Rect(0, 0, *frame.size)
        look = self.look()
        pen = Pen(look.palette, self._room(look)[1], at, whole=whole)
        pen.ops.append(Ground(whole, pen.colour(PAPER), pen.colour(PAPER_LOW)))
        paint_all(frame.root, pen)
        if at.lit:
            from game.ui.kit.light import paint_light  # noqa: PLC0415 - few people scan

            paint_light(frame.root, pen, whole)
        return replace(frame, ops=tuple(pen.ops))

    def _placed(
        self, screen: Screen, at: Interaction, now: float, look: Look
    ) -> tuple[View, Placed]:
        logical, scale, inner = self._room(look)
        notice = self._cues.notice.words
        env = Env(
            width=logical,
            height=LOGICAL_HEIGHT,
            text=look.text,
            now=now,
            palette=look.palette.name,
            motion=self._cues.motions.at(now),
            still=look.still,
            # What is said steadily need not be said twice.
            notice="" if notice == look.unsaved else notice,
            standing=look.standing,
            unsaved=look.unsaved,
            aloud=look.aloud,
            caption=self._cues.caption.words,
        )
        view = screen.view(env)
        layout = Layout(self._fonts, scale, look.text, at, self.memory, look.setting)
        self.memory.turn_to(view.body, layout)
        return view, layout.put(view.body, inner)

    def marked(self, frame: Frame, at: Interaction) -> Frame:
        """The same frame with a mark that says what is being waited for."""
        look = self.look()
        scale, inner = self._room(look)[1:]
        lay = Layout(self._fonts, scale, look.text, at, setting=look.setting)
        ops = mark(lay, inner, Pen(look.palette, scale, at))
        return replace(frame, ops=(*frame.ops, *ops))
