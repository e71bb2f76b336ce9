"""Opens the window on the home screen and plays until somebody leaves."""

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from game.app import clock, voice
from game.app.desk import Desk
from game.app.places import Places
from game.app.profiles import as_chosen
from game.tongue import _
from game.ui.aloud import Aloud
from game.ui.host import Host
from game.ui.keytimes import KeyTimes
from game.ui.screens.all import beforehand, home, letters, look_of, mend, switch_of
from game.ui.screens.registry import NOTES_WINDOW
from game.ui.window.clipboard import SystemClipboard
from game.ui.window.display import NoScreenError, handle, open_window
from game.ui.window.fonts import Faces
from game.ui.window.loop import Loop
from game.ui.window.paint import Painter
from game.ui.window.pieces import Pieces, keep, recall
from game.ui.window.sound import Sounds
from game.ui.window.vector import Pictures

if TYPE_CHECKING:
    from game.ui.hands import Hands
    from game.ui.kit.geometry import Rect
    from game.ui.window.bridge import Bridge
    from game.ui.window.second import SecondWindow

EARLY = sys.platform in {"win32", "darwin"}
"""Whether the bridge to screen readers must stand before the window is first shown."""
PATIENCE = 0.012
"""Seconds for which a step waits for the disk at once: less than a frame, more than most need."""


class Outside:
    """What the loop tells the game: sleep, and the passing of time."""

    def __init__(self, desk: Desk, tell: Callable[[str], None], *, sound: bool) -> None:
        self._desk = desk
        self._tell = tell
        self._sound = sound
        self._told = ""
        self.first: Callable[[], None] | None = None
        """Done once, when the first picture stands."""

    def woke(self, seconds: float) -> None:
        if self._desk.session is not None:
            self._desk.session.woke(seconds)

    def sound_on(self) -> bool:
        return self._sound and self._desk.settings.sound

    def tick(self, now: float) -> bool:
        del now
        if self.first is not None:
            self.first()
            self.first = None
        changed = self._desk.tick()
        news = self._desk.news()
        if news:
            self._tell(news)
        session = self._desk.session
        if session is None:
            self._told = ""
            return changed
        session.tick()
        words = session.unsaved
        if words == self._told:
            return changed
        self._told = words
        self._tell(words or _("Everything is saved again."))
        return True


class _FirstPicture:
    """What the first picture was made of, for the next start."""

    def __init__(self, faces: Faces, pictures: Pictures) -> None:
        self._faces = faces
        self._pictures = pictures
        self._pieces: Pieces | None = None

    def gather(self) -> None:
        pieces = Pieces()
        # Both are asked, whatever the first one says.
        anew = [self._faces.add_to(pieces), self._pictures.add_to(pieces)]
        self._pieces = pieces if any(anew) else None

    def keep(self, desk: Desk) -> None:
        """Write it down, where it is not the same as last time; a disk that hangs is not waited for."""
        from game.app.errand import CLOSING_SECONDS  # noqa: PLC0415 - at the end of a run

        pieces, file = self._pieces, desk.places.drawing
        if pieces is not None and file is not None:
            written = desk.errand(
                lambda: keep(file, desk.places.assets, pieces), lambda _fault: None
            )
            written.wait(CLOSING_SECONDS)


def _hands(desk: Desk, host: Host) -> "Hands":
    """What understands switches, pads and fingers; there are none before the first picture stands."""
    from game.ui.hands import Hands  # noqa: PLC0415 - as the docstring says

    return Hands(
        host,
        clock.steady,
        switch=lambda: switch_of(desk),
        still=lambda: desk.settings.still,
    )


def _second(
    desk: Desk, host: Host, faces: Faces
) -> "Callable[[Callable[[int, Rect], None]], SecondWindow]":
    """Makes the facilitator's window, for those who ask for one."""

    def make(move: "Callable[[int, Rect], None]") -> "SecondWindow":
        from game.ui.window.second import SecondWindow  # noqa: PLC0415 - most do without

        icon = desk.places.assets / "icon.png"
        return SecondWindow(desk, host, faces, clock=clock.steady, move=move, icon=icon)

    return make


def _say_where_second(desk: Desk, host: Host) -> None:
    """A second language that was asked for, and that no card has, is not passed over in silence."""
    from game.ui.screens.languages import nowhere  # noqa: PLC0415 - most play in one

    words = nowhere(desk)
    if words:
        host.tell(words)


def play(
    places: Places,
    *,
    packs: Sequence[Path],
    size: tuple[int, int] | None,
    full: bool,
    chosen: Mapping[str, Any],
    sound: bool,
    leave_nothing: bool,
    notes: bool = False,
    say: Callable[[str], None],
) -> int:
    """
    Play in a window, with settings as *chosen* by their names, and with the *notes* in a second one.

    0 when it was closed, 1 where there is no screen for it.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    desk = Desk(places, packs=packs, patience=PATIENCE, leave_nothing=leave_nothing)
    desk.settings = as_chosen(desk.settings, chosen)
    desk.speak()
    desk.speaker = voice.find(lambda: (desk.settings.speed, desk.settings.voice))
    early = _bridge(desk) if EARLY else None
    try:
        surface = open_window(
            size,
            full=full or desk.settings.full_screen,
            icon=places.assets / "icon.png",
            before=None if early is None else early.open,
        )
    except NoScreenError as trouble:
        say(str(trouble))
        desk.tidy()
        return 1
    ready = Pieces() if places.drawing is None else recall(places.drawing, places.assets)
    faces = Faces(places.assets / "fonts", ready)
    pictures = Pictures(places.assets, ready=ready, photos=desk.photo)
    painter = Painter(faces, pictures)
    fresh = _FirstPicture(faces, pictures)
    sounds = Sounds(places.assets / "sounds")
    host = Host(
        home(desk),
        fonts=faces,
        look=lambda: look_of(desk),
        clock=clock.steady,
        size=surface.get_size(),
        clipboard=SystemClipboard(),
        beforehand=beforehand(desk),
        hold=lambda: desk.saving,
        mend=mend(desk),
        reader=Aloud(desk.speaker, lambda: desk.settings.speak),
        letters=letters(desk),
    )
    if "second" in chosen:
        _say_where_second(desk, host)
    keys = KeyTimes(
        clock.steady,
        lambda: desk.settings.ignore / 1000,
        lambda: desk.settings.hold / 1000,
    )
    # Everything up to here stays; from now on Python looks for what does not.
    gc.freeze()
    gc.enable()
    outside = Outside(desk, host.tell, sound=sound)
    outside.first = fresh.gather
    later = _bridge if early is None else lambda _desk: early
    second = _second(desk, host, faces)
    loop = Loop(
        surface,
        host,
        painter,
        sounds,
        outside,
        keys,
        lambda: later(desk),
        lambda: _hands(desk, host),
        second,
    )
    if notes:
        # Taken up once the first frame stands.
        host.signals.append(NOTES_WINDOW)
    try:
        loop.run()
    finally:
        loop.close()
        desk.speaker.close()
        desk.leave()
        desk.settle()
        if not desk.leaves_nothing:
            fresh.keep(desk)
        desk.tidy()
        pygame.quit()
    return 0


def _bridge(desk: Desk) -> "Bridge":
    """The bridge to screen readers, made after the first picture wherever it can wait so long."""
    from game.ui.readable import Readable  # noqa: PLC0415 - as the docstring says
    from game.ui.window.bridge import Bridge  # noqa: PLC0415

    # While the game's own voice speaks, a second one announces nothing.
    bridge = Bridge(Readable(lambda: desk.settings.speak and desk.speaker.available), handle)
    desk.followed = lambda: bridge.listening
    return bridge
