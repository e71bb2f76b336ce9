"""What input may ask of whoever plays the screens. The host is one."""

from typing import Protocol

from game.ui.attention import Attention
from game.ui.frames import Frame, Frames
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.layout import Message
from game.ui.stack import Outcome, Screen


class Player(Protocol):
    @property
    def screen(self) -> Screen:
        """The one on top."""

    @property
    def attention(self) -> Attention: ...

    @property
    def frames(self) -> Frames: ...

    @property
    def typing(self) -> bool:
        """Whether a text field has the focus."""

    def current(self) -> Frame:
        """The picture as the screens have it now."""

    def send(self, message: Message) -> None:
        """Give the top screen a message."""

    def follow(self, outcome: Outcome) -> None:
        """Let an outcome change the stack."""

    def cut_short(self) -> bool:
        """End what moves; whether something waited for that end, so that a key has done its work."""

    def hush(self) -> None:
        """Whoever does something has read the notice."""

    def counts(self, event: KeyPressed | None = None) -> bool:
        """Whether this press counts, or is an echo of the one before."""
