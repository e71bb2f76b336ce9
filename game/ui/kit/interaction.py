"""
What the people at the keys are doing: focus, pointer, scrolling, and typing in progress.

One frozen value, keyed by widget keys, so that screens stay descriptions without memory.
"""

from collections.abc import Mapping
from types import MappingProxyType

from game.values import dataclass, field, replace

_NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Editing:
    """A text field's text in hand; caret and anchor count characters, and differ over a selection."""

    text: str
    caret: int
    anchor: int
    composing: str = ""
    """What an input method has composed but not yet given, drawn at the caret."""
    past: tuple[tuple[str, int], ...] = ()
    future: tuple[tuple[str, int], ...] = ()
    digits: bool = False
    """Whether digits alone are written, so that Space and the letters mean what they do elsewhere."""

    @property
    def selection(self) -> tuple[int, int]:
        return min(self.caret, self.anchor), max(self.caret, self.anchor)


@dataclass(frozen=True, slots=True)
class Interaction:
    """Where focus, pointer and scrolls stand."""

    focus: str | None = None
    hover: str | None = None
    pressed: str | None = None
    lit: tuple[str, ...] = ()
    """The controls that a scan stands on: one, or all of a group."""
    scrolls: Mapping[str, int] = field(default_factory=lambda: _NOTHING)
    """How far each scrolled region has moved up, in pixels."""
    editing: Editing | None = None
    """The focused text field's text, while one has the focus."""

    def scrolled(self, key: str, to: int) -> "Interaction":
        return replace(self, scrolls=MappingProxyType({**self.scrolls, key: to}))
