"""What a pointer does: it hovers, presses, drags a scrolled region along, and turns the wheel."""

from typing import TYPE_CHECKING

from game.ui.input.player import Player
from game.ui.input.writing import Writing
from game.ui.kit import editing as edit
from game.ui.kit.field import TextField
from game.ui.kit.inputs import PointerMoved, PointerPressed, PointerReleased, WheelTurned
from game.ui.kit.pointing import DRAG_UNITS, Drag, region_at
from game.values import replace

if TYPE_CHECKING:
    from game.ui.kit.scroll import Scrolled


class Pointer:
    """See the module."""

    def __init__(self, player: Player, writing: Writing) -> None:
        self._player = player
        self._attention = player.attention
        self._writing = writing
        self._drag: Drag | None = None

    def take(self, event: PointerMoved | PointerPressed | PointerReleased | WheelTurned) -> None:
        match event:
            case PointerMoved(x, y):
                self._move(x, y)
            case PointerPressed(x, y):
                self.press(x, y)
            case PointerReleased(x, y):
                self.release(x, y)
            case WheelTurned(x, y, lines):
                self.scroll(x, y, round(-lines * 90 * self._player.frames.scale))

    def press(self, x: int, y: int) -> None:
        player, attention = self._player, self._attention
        if player.cut_short():
            return
        player.hush()
        root = player.current().root
        at = self._attention.under(x, y)
        region = region_at(root, x, y)
        self._drag = Drag(y, None, 0) if region is None else Drag(y, region.key, region.data.at)
        if at is not None and isinstance(at.widget, TextField):
            attention.focus(at.key)
            field, editing = attention.find(at.key), attention.interaction.editing
            if field is not None and editing is not None:
                place = TextField.character_at(field, x, y)
                self._writing.become(edit.move_to(editing, place))
            return
        key = None if at is None else at.key
        attention.touch(
            replace(attention.interaction, pressed=key, focus=None, editing=None, lit=())
        )

    def release(self, x: int, y: int) -> None:
        pressed, drag = self._attention.interaction.pressed, self._drag
        self._drag = None
        self._attention.touch(replace(self._attention.interaction, pressed=None))
        at = self._attention.under(x, y)
        if at is None or at.key != pressed or at.message is None or (drag and drag.moving):
            return
        self._player.send(at.message)

    def scroll(self, x: int, y: int, pixels: int) -> None:
        """Move the region at a point."""
        region = region_at(self._player.current().root, x, y)
        if region is not None and region.key is not None:
            self._attention.scroll(region.key, pixels)

    def let_go(self) -> None:
        """Nothing is dragged any more."""
        self._drag = None

    def _move(self, x: int, y: int) -> None:
        if self._drag is None or not self._drag_to(self._drag, y):
            self._attention.hover(x, y)

    def _drag_to(self, drag: Drag, y: int) -> bool:
        """Whether moving the held pointer drags a scrolled region along."""
        far = abs(y - drag.y) >= DRAG_UNITS * self._player.frames.scale
        region = self._attention.find(drag.region)
        if region is None or not (drag.moving or far):
            return False
        self._drag = replace(drag, moving=True)
        data: Scrolled = region.data
        to = min(data.most, max(0, drag.start + drag.y - y))
        moved = self._attention.interaction.scrolled(str(drag.region), to)
        self._attention.touch(replace(moved, pressed=None))
        return True
