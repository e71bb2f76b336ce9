"""
The demo: a whole session played by itself, with a picture of each screen and stage.

It needs no display. The session is kept like any other, beside the pictures.
"""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pygame

from game.app.clock import stamp_after, today
from game.app.desk import Desk
from game.app.places import Places, find
from game.app.profiles import as_chosen
from game.ui.host import Host
from game.ui.pilot import Pilot, Seen, StuckError
from game.ui.screens.all import beforehand, home, look_of
from game.ui.window.display import open_window
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures


class _Clock:
    """A clock that moves only when it is told to, so that every demo is the same."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def stamp(self) -> str:
        return stamp_after("2026-01-06T14:00:00Z", self.now)


def demo(
    out: Path,
    *,
    packs: Sequence[Path],
    minutes: int,
    seats: int,
    seed: int,
    size: tuple[int, int],
    chosen: Mapping[str, Any],
    say: Callable[[str], None],
) -> int:
    """Play and save, with settings as *chosen*; 0 when the door opened, 1 where the session stuck or nothing could be saved."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        say(f"The folder {out} cannot be made: {fault.strerror}. Choose another with --out.")
        return 1
    shutil.rmtree(out / "session", ignore_errors=True)
    own = find()
    clock = _Clock()
    places = Places(own.content, own.assets, out / "session", out / "session", out / "session")
    desk = Desk(
        places,
        packs=packs,
        clock=clock,
        stamp=clock.stamp,
        today=today,
        seeds=lambda: seed,
        keep_settings=False,
    )
    desk.change(as_chosen(desk.settings, chosen))
    surface = open_window(size, full=False, icon=None, unseen=True)
    try:
        return _played(out, desk, clock, surface, minutes, seats, say)
    finally:
        desk.leave()
        pygame.display.quit()


def _played(
    out: Path,
    desk: Desk,
    clock: _Clock,
    surface: pygame.Surface,
    minutes: int,
    seats: int,
    say: Callable[[str], None],
) -> int:
    faces = Faces(desk.places.assets / "fonts")
    painter = Painter(faces, Pictures(desk.places.assets))
    host = Host(
        home(desk),
        fonts=faces,
        look=lambda: look_of(desk),
        clock=clock,
        size=surface.get_size(),
        beforehand=beforehand(desk),
    )
    taken = 0

    def seen(seen: Seen) -> None:
        nonlocal taken
        taken += 1
        name = f"{taken:03d}-{seen.what}".replace(" ", "-").lower() + ".png"
        painter.paint(surface, host.frame().ops)
        pygame.image.save(surface, out / name)
        minutes_in = round((desk.session.elapsed if desk.session else 0.0) / 60)
        say(f"{name}  ({minutes_in} min)")

    try:
        Pilot(desk, host, wait=clock.wait, seen=seen).play(minutes, seats)
    except StuckError as stuck:
        say(f"The demo could not go on: {stuck}.")
        return 1
    say(f"{taken} pictures and the session are in {out}.")
    return 0
