"""
Placing: from described widgets in logical units to rectangles in whole pixels.

A widget answers two questions: how large would you be in this width (`measure`), and where do
your parts go in this rectangle (`place`). A third, `paint`, draws what was placed.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from game.tuples import NamedTuple
from game.ui.kit.drawing import Clip, Op, Unclip
from game.ui.kit.geometry import Rect, Size
from game.ui.kit.interaction import Editing, Interaction
from game.ui.kit.text import Fonts, Language, Paragraph, Setting, Span, Style, fit_text
from game.ui.kit.tones import Colour, Palette, Tone
from game.values import dataclass, field

Message = Any
"""Whatever a screen understands; the kit only carries it."""


class Role(NamedTuple):
    """What a placed widget is to somebody who cannot see it."""

    kind: str
    name: str = ""
    value: str = ""
    on: bool | None = None
    """Chosen, pressed or ticked; None where that has no meaning."""
    language: str = ""
    """What its name is in, such as "ur"; empty for the language of the interface."""


class Widget(Protocol):
    """A frozen description of something on a screen."""

    def measure(self, lay: "Layout", width: int) -> Size: ...

    def place(self, lay: "Layout", rect: Rect) -> "Placed": ...

    def paint(self, placed: "Placed", pen: "Pen") -> None: ...


@dataclass(slots=True)
class Placed:
    """A widget with its rectangle and its placed parts."""

    widget: Widget
    rect: Rect
    parts: tuple["Placed", ...] = ()
    data: Any = None
    """What `place` worked out and `paint` needs again, such as a paragraph."""
    key: str | None = None
    """Set where focus, scroll or a snapshot must know the widget again."""
    message: Message = None
    """What pressing it says; None where it cannot be pressed."""
    role: Role | None = None
    clip: Rect | None = None
    """Set by a scrolled region: its parts show only inside."""
    takes_text: bool = False
    by_pointer: bool = False
    """Whether only a pointer needs it, because keys have another way to the same."""
    keys: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    """Its own key and those of its parts; None until somebody has asked."""
    painted: "_Painted | None" = field(default=None, init=False, repr=False, compare=False)

    def walk(self) -> Iterator["Placed"]:
        """Itself and every part, parents first, in reading order."""
        waiting = [self]
        while waiting:
            each = waiting.pop()
            yield each
            if each.parts:
                waiting.extend(reversed(each.parts))


class Memory:
    """
    What was measured and placed, kept from one tree of widgets to the next: most of it is the same.

    A widget's size and place follow from the widget itself, the room it gets, and the type; of some,
    and of all they are part of, also from what is scrolled or written. While these stay as they are, a
    part that equals the one in its stead before is taken for that one.
    """

    MOST_KEPT = 5000

    def __init__(self) -> None:
        self.sizes: dict[tuple[int, int], Size] = {}
        self.places: dict[tuple[int, Rect], Placed] = {}
        self.swayed_sizes: dict[tuple[int, int], Size] = {}
        self.swayed_places: dict[tuple[int, Rect], Placed] = {}
        """As the former, for what follows from what is scrolled or written too."""
        self.swayed = False
        """Whether what is being measured or placed has asked for that."""
        self.kept: list[Widget] = []
        """All whose ids are noted here: an id is only ours while the widget lives."""
        self.known: dict[int, Widget] = {}
        """For a part that stood there before, by id: the first that equalled it."""
        self._differed: set[int] = set()
        """The widgets of the last tree, by id, in whose stead something has differed before."""
        self._differs: set[int] = set()
        """Those of the tree that is being looked at."""
        self._root: Widget | None = None
        self._under: tuple[object, ...] = ()
        self._swayed_by: tuple[object, ...] = ()

    def turn_to(self, root: Widget, layout: "Layout") -> None:
        """Get ready to place another tree."""
        at, editing = layout.interaction, layout.interaction.editing
        focus = None if editing is None else at.focus
        swayed_by = (at.scrolls, editing, focus)
        if swayed_by != self._swayed_by:
            self._swayed_by = swayed_by
            self.swayed_sizes, self.swayed_places = {}, {}
        under = (layout.fonts, layout.scale, layout.text, layout.setting)
        if under != self._under or len(self.kept) > self.MOST_KEPT:
            self._under = under
            self.sizes, self.places, self.kept, self.known = {}, {}, [], {}
            self.swayed_sizes, self.swayed_places = {}, {}
        else:
            self._pair(root, self._root)
        self._differed, self._differs = self._differs, set()
        self._root = root

    def _pair(self, new: Any, old: Any) -> bool:  # noqa: ANN401 - widgets, and what they hold
        """
        Go down two trees side by side as far as they differ; whether they were found to be equal.

        What differed last time will mostly differ again, in a part far down: then its parts are looked at first, as
        comparing it whole, and each of its parts whole again, would look at most of them many times.
        """
        if new is old:
            return True
        if type(new) is not type(old):
            return False
        if type(new) is tuple:
            same = len(new) == len(old)
            for one, other in zip(new, old, strict=False):
                same = self._pair(one, other) and same
            return same
        if not hasattr(new, "measure"):
            return bool(new == old)
        first = self.known.get(id(old), old)
        same = id(old) in self._differed
        if same:
            # Also where nothing differs this once: the next change will mostly be here again. The one
            # that both equal is what the next tree is compared with then.
            self._differs.update((id(new), id(first)))
        if same or new != first:
            for name in getattr(new, "__match_args__", ()):
                part, other = getattr(new, name), getattr(first, name)
                # Most of what a widget holds is a plain text or number, with nothing below it.
                if type(part) is tuple or hasattr(part, "measure"):
                    same = self._pair(part, other) and same
                elif same and part != other:
                    same = False
            if not same:
                self._differs.add(id(new))
                return False
        self.known[id(new)] = first
        self.kept.append(new)
        return True


@dataclass(slots=True)
class Layout:
    """What placing needs to know: type, scale, the reader's text size, and how far things scroll."""

    fonts: Fonts
    scale: float
    text: float = 1.0
    interaction: Interaction = field(default_factory=Interaction)
    """Widgets ask `scroll_of` and `editing_of` instead, so that it is known what follows from it."""
    memory: Memory = field(default_factory=Memory)
    setting: Setting = field(default_factory=Setting)
    language: Language = Language()
    """Of what is being measured or placed; see `InLanguage`."""

    def px(self, units: float) -> int:
        """Logical units as whole pixels."""
        return round(units * self.scale)

    def type_px(self, units: float) -> int:
        """A type size as whole pixels, at the reader's text size."""
        return max(8, round(units * self.scale * self.text))

    def turned(self, part: Rect, whole: Rect) -> Rect:
        """Where a part of *whole* stands: as counted from the left, or from the right instead."""
        if not self.language.from_right:
            return part
        return Rect(whole.x + whole.right - part.right, part.y, part.w, part.h)

    def scroll_of(self, key: str) -> int:
        """How far the region of this key is moved up, in pixels."""
        self.memory.swayed = True
        return self.interaction.scrolls.get(key, 0)

    def editing_of(self, key: str) -> Editing | None:
        """What is being written in the field of this key, while it has the focus."""
        self.memory.swayed = True
        return self.interaction.editing if self.interaction.focus == key else None

    def size_of(self, widget: Widget, width: int) -> Size:
        """`widget.measure`, remembered."""
        memory = self.memory
        widget = memory.known.get(id(widget), widget)
        key = (id(widget), width)
        known = memory.sizes.get(key)
        if known is not None:
            return known
        known = memory.swayed_sizes.get(key)
        if known is not None:
            memory.swayed = True
            return known
        outer, memory.swayed = memory.swayed, False
        known = widget.measure(self, width)
        (memory.swayed_sizes if memory.swayed else memory.sizes)[key] = known
        memory.swayed = outer or memory.swayed
        memory.kept.append(widget)
        return known

    def put(self, widget: Widget, rect: Rect) -> Placed:
        """`widget.place`, remembered; how a widget places its parts."""
        memory = self.memory
        widget = memory.known.get(id(widget), widget)
        key = (id(widget), rect)
        known = memory.places.get(key)
        if known is not None:
            return known
        known = memory.swayed_places.get(key)
        if known is not None:
            memory.swayed = True
            return known
        outer, memory.swayed = memory.swayed, False
        known = widget.place(self, rect)
        (memory.swayed_places if memory.swayed else memory.places)[key] = known
        memory.swayed = outer or memory.swayed
        memory.kept.append(widget)
        return known

    def paragraph(self, spans: tuple[Span, ...], width: int) -> Paragraph:
        """The spans broken into lines of at most *width* pixels, remembered across layouts."""
        key = (spans, width, self.scale, self.text, self.setting, self.language)
        known = _PARAGRAPHS.get(key)
        if known is None or known[0] is not self.fonts:
            sizes = tuple(self.type_px(span.style.size) for span in spans)
            paragraph = fit_text(self.fonts, spans, sizes, width, self.setting, self.language)
            if len(_PARAGRAPHS) > 3000:
                _PARAGRAPHS.clear()
            known = _PARAGRAPHS[key] = (self.fonts, paragraph)
        return known[1]

    def line(self, text: str, style: Style) -> Paragraph:
        """A text on one line, however long."""
        return self.paragraph((Span(text, style),), 1_000_000)


_PARAGRAPHS: dict[
    tuple[tuple[Span, ...], int, float, float, Setting, Language], tuple[Fonts, Paragraph]
] = {}


@dataclass(slots=True)
class Pen:
    """Collects drawing operations; knows the palette, the scale, and what has the focus."""

    palette: Palette
    scale: float
    interaction: Interaction
    ops: list[Op] = field(default_factory=list)
    whole: Rect | None = None
    """The whole window, for grounds that reach to its edges; None where nobody knows it."""

    @property
    def under(self) -> tuple[object, ...]:
        """What everything drawn depends on."""
        return self.palette, self.scale, self.whole

    # What has no key is shown only, as in a preview: nobody does anything with it.

    def focused(self, placed: Placed) -> bool:
        return placed.key is not None and placed.key == self.interaction.focus

    def hovered(self, placed: Placed) -> bool:
        return placed.key is not None and placed.key == self.interaction.hover

    def pressed(self, placed: Placed) -> bool:
        return placed.key is not None and placed.key == self.interaction.pressed

    def doing(self, keys: frozenset[str]) -> tuple[object, ...]:
        """
        What somebody does with widgets of these *keys*, and with the keyboard: all of the
        interaction that what they draw may depend on.
        """
        at = self.interaction
        return (
            at.focus if at.focus in keys else None,
            at.hover if at.hover in keys else None,
            at.pressed if at.pressed in keys else None,
            at.lit,
            at.editing,
        )

    def px(self, units: float) -> int:
        return round(units * self.scale)

    def colour(self, tone: Tone) -> Colour:
        return self.palette.colours[tone]


class _Painted(NamedTuple):
    """What a placed widget and its parts last drew, under what, and what was done to them then."""

    under: tuple[object, ...]
    doing: tuple[object, ...]
    ops: tuple[Op, ...]


_FEW = 4
"""So many operations are drawn again as soon as they are looked up."""
_NO_KEYS: frozenset[str] = frozenset()


def paint_all(placed: Placed, pen: Pen) -> None:
    """
    Draw a placed widget and its parts; a scrolled region clips them.

    What was placed before draws what it drew then, unless the palette is another, or somebody does
    something else with it now: the focus or the pointer goes by far the most of a screen nothing.
    """
    was = placed.painted
    doing = pen.doing(_keys_of(placed))
    if was is not None and was.doing == doing and was.under == pen.under:
        pen.ops.extend(was.ops)
        return
    start = len(pen.ops)
    placed.widget.paint(placed, pen)
    if placed.clip is not None:
        _paint_clipped(placed, placed.clip, pen)
    else:
        for part in placed.parts:
            paint_all(part, pen)
    if placed.parts or len(pen.ops) > start + _FEW:
        placed.painted = _Painted(pen.under, doing, tuple(pen.ops[start:]))


def _keys_of(placed: Placed) -> frozenset[str]:
    """The keys of a placed widget and of all that is in it."""
    keys = placed.keys
    if keys is None:
        keys = _NO_KEYS
        for part in placed.parts:
            others = _keys_of(part)
            if others:
                keys = keys | others if keys else others
        if placed.key is not None:
            keys = keys | {placed.key}
        placed.keys = keys
    return keys


def _paint_clipped(placed: Placed, clip: Rect, pen: Pen) -> None:
    pen.ops.append(Clip(clip))
    for part in placed.parts:
        if part.rect.touches(clip):
            paint_all(part, pen)
    pen.ops.append(Unclip(clip))
