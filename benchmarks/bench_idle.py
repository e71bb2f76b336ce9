"""Ten seconds at the board with nobody touching anything: processor time and repaints."""

import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Row
from screen import virtual_screen

ROOT = Path(__file__).resolve().parent.parent

SCRIPT = """
import os, sys, time
sys.path[:0] = [sys.argv[1]]
from pathlib import Path
from game.app.places import Places, find
from game.app import clock
from game.app.desk import Desk
from game.ui.host import Host
from game.ui.screens.all import home, look_of
from game.ui.window.display import open_window
from game.ui.window.fonts import Faces
from game.ui.window.loop import Loop
from game.ui.window.paint import Painter
from game.ui.window.sound import Sounds
from game.ui.window.vector import Pictures
from game.ui.window.play import Outside
folder, seconds = Path(sys.argv[2]), float(sys.argv[3])
places = find()
desk = Desk(Places(places.content, places.assets, folder / "saves", folder, folder / "out"),
            keep_settings=False)
surface = open_window((1920, 1080), full=False, icon=None)
faces = Faces(places.assets / "fonts")
sounds = Sounds(places.assets / "sounds")
host = Host(home(desk), fonts=faces, look=lambda: look_of(desk), clock=clock.steady,
            size=surface.get_size())
loop = Loop(surface, host, Painter(faces, Pictures(places.assets)), sounds,
            Outside(desk, host.tell, sound=False))
settle = time.monotonic() + 1.5
loop.run(until=lambda: time.monotonic() > settle)
cpu, painted = time.process_time(), loop.repaints
end = time.monotonic() + seconds
loop.run(until=lambda: time.monotonic() > end)
print((time.process_time() - cpu) / seconds * 100, loop.repaints - painted)
"""


def rows(*, quick):
    seconds = 4 if quick else 10
    with virtual_screen() as (env, where), tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(ROOT), folder, str(seconds)],
            env=env,
            capture_output=True,
            text=True,
            check=True,
        )
    share, repaints = done.stdout.split()[-2:]
    return [
        Row(f"idle, {seconds} s ({where})", "rest", 0.0, float(share), "%", 1, absolute=True),
        Row("repaints while idle", "rest", 0.0, float(repaints), "", 0, absolute=True),
    ]
