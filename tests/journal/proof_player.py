"""
The real program with somebody impatient at its keys: a child process of `proof_play.kills`.

    python proof_player.py

For every line `SEED DATA` that it is given it splits off a program, tells its process, and when that is
gone says how it ended. Window, loop, host, screens, keeper and journal are the program's own. After every
frame that the loop has shown it writes how many records that frame stands for, and that it presses a key.
"""

import os
import random
import sys
import traceback
from pathlib import Path

import pygame

from game.app.desk import Desk
from game.app.places import find
from game.ui.host import Host
from game.ui.screens.all import beforehand, home, look_of, mend
from game.ui.window.clipboard import SystemClipboard
from game.ui.window.display import open_window
from game.ui.window.fonts import Faces
from game.ui.window.loop import Loop
from game.ui.window.paint import Painter
from game.ui.window.play import PATIENCE, Outside
from game.ui.window.sound import Sounds
from game.ui.window.vector import Pictures

KEYS = {
    "space": (pygame.K_SPACE, 14),
    "page down": (pygame.K_PAGEDOWN, 4),
    "1": (pygame.K_1, 3),
    "2": (pygame.K_2, 3),
    "3": (pygame.K_3, 2),
    "x": (pygame.K_x, 2),
    "p": (pygame.K_p, 1),
    "escape": (pygame.K_ESCAPE, 2),
    "tab": (pygame.K_TAB, 1),
    "z": (pygame.K_z, 2),
}


def main(data: Path, seed: int) -> None:
    chance = random.Random(seed)
    desk = Desk(find(data), patience=PATIENCE)
    surface = open_window((1280, 720), full=False, icon=None, unseen=True)
    faces = Faces(desk.places.assets / "fonts")
    host = Host(
        home(desk),
        fonts=faces,
        look=lambda: look_of(desk),
        clock=desk.clock,
        size=surface.get_size(),
        clipboard=SystemClipboard(),
        beforehand=beforehand(desk),
        hold=lambda: desk.saving,
        mend=mend(desk),
    )
    told = -1

    def shown() -> bool:
        """Called between two frames: what the last one showed is known now. Then a key is pressed."""
        nonlocal told
        if host.screen.name == "calm":
            raise AssertionError(host.screen)
        if desk.session is None:
            folders = [each.folder for each in desk.saved() if not each.finished]
            if not folders:
                press(pygame.K_q)
            elif desk.resume(folders[0]):
                # It says that it was not closed last time.
                from game.ui.screens.registry import screen_for  # noqa: PLC0415
                from game.ui.stack import Replace  # noqa: PLC0415

                host.follow(Replace(screen_for(desk), all_of_them=True))
            return False
        if desk.saving is None and len(desk.session.records) != told:
            told = len(desk.session.records)
            print(f"{told}.", flush=True)
        print("key", flush=True)
        (name,) = chance.choices(list(KEYS), [weight for _, weight in KEYS.values()])
        press(KEYS[name][0], pygame.KMOD_CTRL if name == "z" else 0)
        return False

    painter = Painter(faces, Pictures(desk.places.assets))
    sounds = Sounds(desk.places.assets / "sounds")
    print("ready", flush=True)
    Loop(surface, host, painter, sounds, Outside(desk, host.tell, sound=False)).run(until=shown)


def press(key: int, mod: int = 0) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(
            pygame.event.Event(kind, key=key, mod=mod, unicode="", scancode=0, repeat=0)
        )


def serve() -> None:
    while line := sys.stdin.readline():
        seed, data = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            try:
                main(Path(data), int(seed))
            except BaseException:  # noqa: BLE001 - whoever reads the errors must know
                traceback.print_exc()
            finally:
                os._exit(3)
        print(f"process {child}", flush=True)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        # What the kill cut short ends its line here.
        print(f"\ngone {status}", flush=True)


if __name__ == "__main__":
    serve()
