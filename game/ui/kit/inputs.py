"""What keys, pointer and input method can say, in words that no window library owns."""

from game.values import dataclass


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """
    A key went down.

    `key` is its name in lower case: "space", "enter", "page down", "f1", "a", "?", "+" and so on.
    """

    key: str
    ctrl: bool = False
    shift: bool = False
    alt: bool = False
    repeat: bool = False

    @property
    def combo(self) -> str:
        """The key with its modifiers, such as "ctrl+z" or "shift+tab"."""
        held = ("ctrl+" if self.ctrl else "") + ("alt+" if self.alt else "")
        return held + ("shift+" if self.shift else "") + self.key

    @classmethod
    def written(cls, combo: str) -> "KeyPressed":
        """The press that `combo` tells of."""
        *held, key = combo.split("+")
        return cls(key or "+", "ctrl" in held, "shift" in held, "alt" in held)


@dataclass(frozen=True, slots=True)
class TextTyped:
    text: str


@dataclass(frozen=True, slots=True)
class TextComposed:
    """An input method shows what it is composing; empty when it is done or given up."""

    text: str


@dataclass(frozen=True, slots=True)
class PointerMoved:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PointerPressed:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PointerReleased:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class WheelTurned:
    """`lines` is positive when the content should move down (towards its beginning)."""

    x: int
    y: int
    lines: float


@dataclass(frozen=True, slots=True)
class FingerDown:
    """A finger touched the screen; `number` tells several apart."""

    x: int
    y: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class FingerMoved:
    x: int
    y: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class FingerUp:
    x: int
    y: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Slid:
    """What shows at a place should move by so many pixels, positive for on towards the end."""

    x: int
    y: int
    pixels: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """
    Whatever has the focus is meant, or else the screen's main action.

    A text field is opened for writing without a keyboard.
    """


@dataclass(frozen=True, slots=True)
class Steered:
    """The focus should go to what lies that way; 1 is right or down."""

    dx: int
    dy: int


@dataclass(frozen=True, slots=True)
class Tapped:
    """A finger's tap: what is there is pressed, and a text field opened as by `Chosen`."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Lit:
    """A scan stands on these controls, and the first has the focus; on none while it rests."""

    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaneStepped:
    """On to the next part of the screen (1), or back to the one before (-1)."""

    step: int


@dataclass(frozen=True, slots=True)
class Resized:
    """The window has a new size, in pixels."""

    w: int
    h: int


@dataclass(frozen=True, slots=True)
class FocusLost:
    """The window is no longer in front: nothing is held down any more."""


@dataclass(frozen=True, slots=True)
class FileDropped:
    """A file or folder was let go over the window."""

    path: str


@dataclass(frozen=True, slots=True)
class ControlPressed:
    """A control is pressed by its key, as a screen reader does for somebody who uses no pointer."""

    key: str


@dataclass(frozen=True, slots=True)
class FocusAsked:
    """A control is to have the focus."""

    key: str


@dataclass(frozen=True, slots=True)
class TextPut:
    """A text field is to hold this text, all at once, as dictation gives it."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class CaretPut:
    """The caret of a text field is to stand before this character, the other end of a selection there."""

    key: str
    caret: int
    anchor: int


@dataclass(frozen=True, slots=True)
class Stepped:
    """A text field that holds a number is to hold one more (1), or one less (-1)."""

    key: str
    by: int


@dataclass(frozen=True, slots=True)
class CloseAsked:
    """Somebody closes the window, or the system shuts down."""


InputEvent = (
    KeyPressed
    | TextTyped
    | TextComposed
    | PointerMoved
    | PointerPressed
    | PointerReleased
    | WheelTurned
    | FingerDown
    | FingerMoved
    | FingerUp
    | Slid
    | Chosen
    | Tapped
    | Lit
    | PaneStepped
    | Steered
    | Resized
    | FocusLost
    | FileDropped
    | ControlPressed
    | FocusAsked
    | TextPut
    | CaretPut
    | Stepped
    | CloseAsked
)
