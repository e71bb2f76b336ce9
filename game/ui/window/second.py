"""
The second window: the facilitator's notes, on a display of their own where there is one.

It has a host of its own, which shows one screen; whatever is typed in it goes to the game. It opens
covered, and it closes when its display has gone, so that nothing of it turns up before the room.
"""

from collections.abc import Callable
from pathlib import Path

import pygame

from game.app.desk import Desk
from game.tongue import _
from game.ui.frames import Frame
from game.ui.host import Host
from game.ui.kit.geometry import Rect
from game.ui.kit.inputs import (
    FocusLost,
    InputEvent,
    KeyPressed,
    PointerMoved,
    PointerPressed,
    PointerReleased,
    Resized,
    WheelTurned,
)
from game.ui.kit.pointing import scrolling
from game.ui.kit.scroll import ScrollBy
from game.ui.screens.all import look_of
from game.ui.screens.notes import NotesScreen, Room, Shown, Told, room_of
from game.ui.screens.registry import CHANGE_DISPLAYS, NOTES_WINDOW, SHOW_NOTES
from game.ui.stack import Signal, Sound
from game.ui.window.display import SMALLEST, take_focus
from game.ui.window.displays import displays, holding
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures
from game.values import replace

WATCH_SECONDS = 1.0
"""How often it is looked whether displays have come or gone."""
_SIZES = ((1440, 1080), (1280, 960), (1024, 768), (800, 600))
_SHARE = 0.92
"""The most of a display that the window takes: bars and its own title need room."""
_POINTER = (PointerMoved, PointerPressed, PointerReleased, WheelTurned)


class SecondWindow:
    """
    See the module. *game* is the host of the first window, and *move* takes that window elsewhere.

    What cannot be done is said on the first window.
    """

    def __init__(
        self,
        desk: Desk,
        game: Host,
        faces: Faces,
        *,
        clock: Callable[[], float],
        move: Callable[[int, Rect], None],
        places: Callable[[], tuple[Rect, ...]] = displays,
        icon: Path | None = None,
    ) -> None:
        self._desk = desk
        self._game = game
        self._faces = faces
        self._clock = clock
        self._move = move
        self._places = places
        self._icon = icon
        self._window: pygame.Window | None = None
        self._host: Host | None = None
        self._painter = Painter(faces, Pictures(desk.places.assets, photos=desk.photo))
        self._displays: tuple[Rect, ...] = ()
        self._on: Rect | None = None
        """The display that the notes were last seen on."""
        self._sizes: list[tuple[int, int]] = []
        self._watched = 0.0
        self._seen: Frame | None = None
        self._room = Room()
        self._mark: tuple[object, ...] = ()
        self._last_ops: object = None
        self.repaints = 0

    # Opening and closing.

    @property
    def is_open(self) -> bool:
        return self._window is not None

    @property
    def host(self) -> Host | None:
        """What plays the notes; None while the window is closed."""
        return self._host

    def obey(self, signal: Signal) -> bool:
        """Do what a key of this window asks for; whether it was one."""
        match signal:
            case s if s == NOTES_WINDOW:
                if self.is_open:
                    self.close()
                else:
                    self.open()
            case s if s == SHOW_NOTES:
                self._show_or_cover()
            case s if s == CHANGE_DISPLAYS:
                self._swap()
            case _:
                return False
        return True

    def open(self) -> None:
        """Open it covered: on a display where the game is not, or else beside the game."""
        try:
            self._look_round()
            at = self._free_place()
            wanted = _apart(at) if len(self._displays) > 1 else beside(at, self._game_rect())
            self._window = pygame.Window(
                _("MaP: facilitator’s notes"),
                (wanted.w, wanted.h),
                (wanted.x, wanted.y),
                resizable=True,
            )
            self._window.minimum_size = SMALLEST
            if self._icon is not None and self._icon.exists():
                self._window.set_icon(pygame.image.load(self._icon))
            size = self._window.get_surface().get_size()
        except pygame.error as error:
            self.close()
            self._game.tell(
                _("The notes cannot have a window of their own here: {why}.").format(why=error)
            )
            return
        self._on = at
        self._seen, self._room, self._mark = None, Room(), ()
        self._painter.forget()
        self._last_ops = None
        screen = NotesScreen(self._desk, displays=len(self._displays))
        self._host = Host(
            screen,
            fonts=self._faces,
            # What is amiss is said on the first window, and the notes are never read aloud.
            look=lambda: replace(look_of(self._desk), standing="", unsaved="", aloud=None),
            clock=self._clock,
            size=size,
            hold=lambda: self._desk.saving,
            mend=self._mended,
        )
        if len(self._displays) < 2:
            self._game.tell(
                _(
                    "There is one display, so the notes have opened beside the game, covered. "
                    "Share only the game’s window, and they are yours alone."
                )
            )

    def _mended(self, fault: Exception) -> NotesScreen:
        """What takes the place of notes that cannot be shown: the game goes on beside them."""
        del fault
        self._game.tell(_("The notes cannot be shown just now, so they are covered."))
        return NotesScreen(self._desk, displays=len(self._displays))

    def close(self, said: str = "") -> None:
        """Close it, and say why where nobody asked for it; the notes are the same when it opens."""
        window, self._window, self._host = self._window, None, None
        if window is not None:
            held = window.focused
            window.destroy()
            if held:
                # No window manager may be there to do it, and the keys would go nowhere.
                take_focus()
        if said:
            self._game.tell(said)

    def _show_or_cover(self) -> None:
        if self._host is None:
            self._game.tell(_("The notes have no window yet: F8 opens one."))
            return
        screen = self._host.screen
        self._host.send(Shown(not (isinstance(screen, NotesScreen) and screen.shown)))

    def _cover(self) -> None:
        if self._host is not None:
            self._host.send(Shown(shown=False))

    # Displays.

    def _look_round(self) -> None:
        self._displays = self._places()
        self._sizes = pygame.display.get_desktop_sizes()
        self._watched = self._clock()

    def _game_rect(self) -> Rect:
        x, y = pygame.display.get_window_position()
        return Rect(x, y, *pygame.display.get_window_size())

    def _game_place(self) -> int | None:
        return holding(self._displays, self._game_rect())

    def _own_place(self) -> int | None:
        if self._window is None:
            return None
        return holding(self._displays, Rect(*self._window.position, *self._window.size))

    def _free_place(self) -> Rect:
        """The first display that the game is not on; the game's where there is no other."""
        taken = self._game_place() or 0
        others = [place for n, place in enumerate(self._displays) if n != taken]
        return others[0] if others else self._displays[taken]

    def _swap(self) -> None:
        """Let the game and the notes change displays; the notes are covered by then."""
        if self._window is None:
            self._show_or_cover()
            return
        self._look_round()
        game, own = self._game_place(), self._own_place()
        if len(self._displays) < 2:
            self._game.tell(_("There is no second display to change to."))
            return
        game = 0 if game is None else game
        own = 1 - min(game, 1) if own is None or own == game else own
        self._cover()
        self._move(own, self._displays[own])
        self._go(self._displays[game])

    def _go(self, place: Rect) -> None:
        if self._window is not None:
            wanted = _apart(place)
            self._window.size = wanted.w, wanted.h
            self._window.position = wanted.x, wanted.y
            self._on = place

    def _watch(self) -> None:
        """Whether displays have come or gone; what stood on one that has gone is brought to safety."""
        if self._clock() - self._watched < WATCH_SECONDS:
            return
        self._watched = self._clock()
        own = self._own_place()
        if own is not None and own < len(self._displays):
            self._on = self._displays[own]
        if pygame.display.get_desktop_sizes() == self._sizes:
            return
        before = self._on
        self._look_round()
        if self._game_place() is None and self._displays:
            self._move(0, self._displays[0])
        if before is not None and before not in self._displays:
            # Wherever the desktop would put it now, the room may be looking.
            self.close(
                _("The display with the notes has gone, so their window has closed. F8 opens it.")
            )
        elif self._own_place() == self._game_place():
            self._cover()

    # Every tick.

    def takes(self, event: pygame.event.Event, meant: InputEvent | None) -> bool:
        """Whether the event was this window's alone; keys go on to the game."""
        window, host = self._window, self._host
        ours: bool = getattr(event, "window", None) is window
        if window is None or host is None or not ours:
            return False
        if event.type == pygame.WINDOWCLOSE:
            self.close()
        elif event.type in {pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN}:
            self._painter.forget()
            self._last_ops = None
        elif isinstance(meant, Resized):
            host.accept(Resized(*window.size))
        elif event.type in {pygame.WINDOWFOCUSGAINED, pygame.WINDOWMOVED}:
            # Where this one stands is no news of the game's window.
            return True
        elif isinstance(meant, _POINTER):
            host.accept(meant)
        elif isinstance(meant, FocusLost):
            host.accept(meant)
            return False
        elif isinstance(meant, KeyPressed) and meant.combo in {"alt+up", "alt+down"}:
            # The bare arrows move the focus of the game.
            _scroll(host, -1 if meant.key == "up" else 1)
        else:
            return False
        return True

    def show(self, frame: Frame) -> None:
        """Paint the notes if they differ from the last ones; *frame* is what the room sees."""
        host = self._host
        if host is None:
            return
        self._watch()
        if self._host is None or self._window is None:
            return
        self._learn(host, frame)
        picture = host.frame()
        if picture.ops is not self._last_ops:
            self._last_ops = picture.ops
            try:
                if self._painter.paint(self._window.get_surface(), picture.ops):
                    self.repaints += 1
                    self._window.flip()
            except pygame.error as error:
                self.close(_("The window with the notes was lost: {why}.").format(why=error))
        while host.signals:
            self._told(host.signals.pop(0))

    def _told(self, signal: Signal | Sound) -> None:
        if not isinstance(signal, Signal) or self.obey(signal):
            return
        if signal.name == "press":
            self._game.accept(KeyPressed.written(signal.value))

    def _learn(self, host: Host, frame: Frame) -> None:
        """Tell the notes what has changed, and nothing where nothing has."""
        room, count = self._room, len(self._displays)
        if frame is not self._seen:
            self._seen = frame
            room = room_of(frame)
        session = self._desk.session
        mark = (
            count,
            self._desk.settings,
            self._desk.pack,
            session,
            *(() if session is None else (session.state, session.pack)),
        )
        alike = len(mark) == len(self._mark) and all(
            one is other for one, other in zip(mark, self._mark, strict=True)
        )
        if room != self._room or not alike:
            self._room, self._mark = room, mark
            host.send(Told(room, count))


def _scroll(host: Host, down: int) -> None:
    """Move everything that can move by a third of what it shows."""
    for region in scrolling(host.frame().root):
        host.send(ScrollBy(str(region.key), down * region.rect.h // 3))


def _apart(place: Rect) -> Rect:
    """The middle of a display on which the game is not."""
    w, h = _fitting(place, place.w * _SHARE)
    return Rect(place.x + (place.w - w) // 2, place.y + (place.h - h) // 2, w, h)


def beside(place: Rect, game: Rect) -> Rect:
    """The freer side of the game on its own display; where all is taken, over little of the game."""
    left, right = game.x - place.x, place.x + place.w - game.x - game.w
    w, h = _fitting(place, max(left, right))
    x = place.x if left > right else place.x + place.w - w
    return Rect(x, place.y + (place.h - h) // 2, w, h)


def _fitting(place: Rect, room: float) -> tuple[int, int]:
    for w, h in _SIZES:
        if w <= room and h <= place.h * _SHARE:
            return w, h
    return SMALLEST
