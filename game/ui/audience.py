"""Who follows what is shown, to say it aloud or hand it on, and when a picture is shown to them."""

from typing import Protocol

from game.ui.frames import Frame
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Placed
from game.ui.stack import View


class Reader(Protocol):
    """Somebody who follows what is shown."""

    @property
    def patient(self) -> bool:
        """Whether it waits for a picture in motion to settle, however long that takes."""

    def see(self, view: View, root: Placed, at: Interaction) -> None: ...

    def interrupt(self) -> None:
        """Somebody pressed something."""

    def whole(self) -> None:
        """All of the next picture is wanted."""


class Audience:
    """All readers together."""

    def __init__(self, reader: Reader | None = None) -> None:
        self._readers = [] if reader is None else [reader]
        self._read: Frame | None = None
        """The last frame that they have seen."""

    def join(self, reader: Reader) -> None:
        """Let somebody follow what is shown from now on, and from this picture."""
        self._readers.append(reader)
        self._read = None

    def see(self, frame: Frame, at: Interaction, *, moving: bool) -> None:
        """
        Show a settled picture to whoever reads it; one in motion is not settled.

        Of a screen that arrives in motion whoever is not patient gets a first glimpse.
        """
        if frame is self._read:
            return
        arrived = self._read is None or frame.view.title != self._read.view.title
        if moving and not arrived:
            return
        self._read = frame
        for reader in self._readers:
            if not (moving and reader.patient):
                reader.see(frame.view, frame.root, at)

    def interrupt(self) -> None:
        for reader in self._readers:
            reader.interrupt()

    def whole(self) -> None:
        for reader in self._readers:
            reader.whole()
