"""
What somebody is doing on the screen on top, and how the focus and the scrolled regions move.

It changes the one `Interaction`; which input asks for which change is for `input` to say.
"""

from collections.abc import Callable

from game.ui.frames import Frame, Frames
from game.ui.kit import editing as edit
from game.ui.kit.field import TextField
from game.ui.kit.focus import focusable
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Placed
from game.ui.kit.pointing import found, nearest
from game.ui.kit.scroll import ScrollBy, Scrolled
from game.values import replace


class Attention:
    """See the module. *current* gives the frame in which things are looked for."""

    def __init__(self, frames: Frames, current: Callable[[], Frame]) -> None:
        self.interaction = Interaction()
        self.stood: int | None = None
        """The place in the order of the focus when it was given, for when what had it has gone."""
        self._frames = frames
        self._current = current
        self._moved = False
        """Whether the focus was given since the last frame, which may have to scroll to it."""
        self._kept: dict[int, tuple[str, Interaction]] = {}
        """What somebody was doing on screens that are covered, by their place in the stack."""

    # Finding.

    def find(self, key: str | None) -> Placed | None:
        return found(self._current().root, key)

    def reachable(self) -> tuple[str, ...]:
        """The keys of everything that can have the focus, in order."""
        return tuple(each.key for each in focusable(self._current().root) if each.key is not None)

    @property
    def field(self) -> TextField | None:
        """The text field that has the focus."""
        held = self.find(self.interaction.focus)
        return held.widget if held is not None and isinstance(held.widget, TextField) else None

    def under(self, x: int, y: int) -> Placed | None:
        """What a pointer there means: the thing under it, or the nearest within reach."""
        reach = round(self._frames.look().reach * self._frames.scale)
        return nearest(self._current().root, x, y, reach)

    def hover(self, x: int, y: int) -> None:
        """A pointer rests there, and presses nothing."""
        at = self.under(x, y)
        key = None if at is None else at.key
        if key != self.interaction.hover:
            self.touch(replace(self.interaction, hover=key))

    # Giving the focus.

    def focus(self, key: str | None) -> None:
        """Give the focus to what has this key; a text field is then typed into."""
        held = self.find(key)
        editing = None
        order = self.reachable()
        if key in order:
            self.stood = order.index(key)
        if held is not None and isinstance(held.widget, TextField):
            editing = edit.begin(held.widget.value, digits=held.widget.digits)
        self.touch(replace(self.interaction, focus=key, editing=editing, lit=()))
        self._moved = True

    def focus_on(self, key: str) -> bool:
        """Give the focus to what has this key; whether it is still there to have it."""
        if key not in self.reachable():
            return False
        if self.interaction.focus != key:
            self.focus(key)
        return True

    def light(self, keys: tuple[str, ...], *, lit: bool = True) -> None:
        """The first of *keys* gets the focus, but is not typed into; all of them are marked."""
        focus = keys[0] if keys else None
        order = self.reachable()
        if focus in order:
            self.stood = order.index(focus)
        self.touch(replace(self.interaction, focus=focus, editing=None, lit=keys if lit else ()))
        self._moved = True

    def unfocus(self) -> None:
        """Nothing has the focus, and nothing is typed into."""
        self.touch(replace(self.interaction, focus=None, editing=None))

    def touch(self, interaction: Interaction) -> None:
        """Go on with this interaction; only what it changes is drawn anew."""
        before = self.interaction
        if interaction == before:
            return
        self.interaction = interaction
        self._frames.last = None
        if _sways(interaction) != _sways(before):
            self._frames.lay_anew()

    # Scrolling.

    def scroll(self, key: str, by: int) -> None:
        """Move a region by so many pixels, as far as it goes."""
        region = self.find(key)
        if region is None or not isinstance(region.data, Scrolled):
            return
        to = min(region.data.most, max(0, region.data.at + by))
        self.touch(self.interaction.scrolled(key, to))

    def follow_focus(self, frame: Frame) -> bool:
        """After the focus was given, scroll so that it can be seen; whether that moved anything."""
        if not self._moved:
            return False
        self._moved = False
        for region in frame.root.walk():
            if region.clip is None:
                continue
            for each in region.walk():
                if each.key == self.interaction.focus and each is not region:
                    if each.message is not None and isinstance(each.message, ScrollBy):
                        return False
                    return self._reveal(region, each)
        return False

    def _reveal(self, region: Placed, each: Placed) -> bool:
        clip, room = region.rect, region.rect.h // 12
        above, below = clip.y + room - each.rect.y, each.rect.bottom + room - clip.bottom
        by = -above if above > 0 else max(0, below)
        if not by or region.key is None:
            return False
        data: Scrolled = region.data
        to = min(data.most, max(0, data.at + by))
        self.interaction = self.interaction.scrolled(region.key, to)
        return to != data.at

    # Turning to another screen.

    def keep(self, place: int, name: str) -> None:
        """Remember what somebody is doing on the screen at this place, which is about to be covered."""
        self._kept[place] = (name, self.interaction)

    def take_up(self, place: int, name: str) -> bool:
        """Go on with what somebody was doing on this screen; whether anything was kept of it."""
        before, kept = self._kept.pop(place, ("", None))
        if kept is None or before != name:
            return False
        self.interaction = replace(kept, hover=None, pressed=None)
        return True

    def forget_from(self, place: int) -> None:
        """Nothing is kept of screens from this place on, which have gone."""
        for each in [each for each in self._kept if each >= place]:
            del self._kept[each]

    def begin(self) -> None:
        """Nobody has done anything yet on the screen that has come to the top."""
        self.interaction = Interaction()


def _sways(at: Interaction) -> tuple[object, ...]:
    """All that moves what is placed: two empty fields are written in alike, and differ in the focus alone."""
    return at.scrolls, at.editing, None if at.editing is None else at.focus
