"""
All that hands do, on its way to the host: switches, game pads and fingers are understood here.

Keys, mouse and clicker need no understanding and go straight on. It knows no window.
"""

from collections.abc import Callable

from game.ui.host import Host
from game.ui.kit.inputs import (
    FingerDown,
    FingerMoved,
    FingerUp,
    InputEvent,
    KeyPressed,
    PointerPressed,
    WheelTurned,
)
from game.ui.pads import PAD, meant
from game.ui.scanning import Scanning, Switch
from game.ui.touching import Touch


class Hands:
    """See the module. *switch* and *still* tell the reader's wishes as they are now."""

    def __init__(
        self,
        host: Host,
        clock: Callable[[], float],
        *,
        switch: Callable[[], Switch | None] = lambda: None,
        still: Callable[[], bool] = lambda: False,
    ) -> None:
        self._host = host
        self._scanning = Scanning(host, clock, switch)
        self._touch = Touch(clock, lambda: host.scale, still)

    @property
    def moving(self) -> bool:
        """Whether something goes on by itself, so that frames should follow fast."""
        return self._touch.moving

    def take(self, event: InputEvent) -> None:
        """Let one event do whatever it does."""
        if isinstance(event, KeyPressed | PointerPressed | WheelTurned):
            self._touch.stop()
        if self._scanning.take(event):
            return
        match event:
            case FingerDown() | FingerMoved() | FingerUp():
                for each in self._touch.take(event):
                    self._host.accept(each)
            case KeyPressed(key) if key.startswith(PAD):
                said = meant(event, self._host.frame(), self._host.interaction.focus)
                if said is not None:
                    self._host.accept(said)
            case _:
                self._host.accept(event)

    def due(self) -> None:
        """Called with every tick: what time alone brings about."""
        self._scanning.due()
        for each in self._touch.due():
            self._host.accept(each)
