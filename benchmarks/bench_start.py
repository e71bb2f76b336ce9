"""
From process start to the first frame with the whole pack loaded, and the memory it takes.

Both programs run from byte code that Python keeps, as after an installation or a first start: the
bare window's library comes that way, whatever this environment says about keeping ours. So does the
reading of the packs that the game keeps; a start that has to read them anew is measured beside it.
Ours is started as people start it, with no options, in a window of the same size.

There are two floors. A bare window is what four lines of pygame open, as it comes. A lean one also asks SDL
to show frames from plain memory (`SDL_FRAMEBUFFER_ACCELERATION=0`), as ours does: without a graphics card that
opens in half the time and a quarter of the memory.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from measure import Row
from screen import virtual_screen

LEAN = "SDL_FRAMEBUFFER_ACCELERATION"
ROOT = Path(__file__).resolve().parent.parent

MEMORY = """
def memory():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
"""

BARE = """
import pygame
pygame.display.init()
pygame.font.init()
surface = pygame.display.set_mode((1280, 720))
surface.fill((250, 247, 239))
pygame.display.flip()
print("frame", memory(), flush=True)
"""

OURS = """
import sys
sys.path.insert(0, sys.argv[1])
from game.cli import main, play
asked = play.missing_window
def missing_window():
    trouble = asked()
    from game.ui.window import loop
    shown = loop.Loop.show
    def first(self):
        shown(self)
        print("frame", memory(), flush=True)
        self._host.running = False
    loop.Loop.show = first
    return trouble
play.missing_window = missing_window
sys.exit(main([]))
"""


def first_frame(script, env, *arguments):
    """Seconds until the script said that its first frame was shown, and its memory in MB."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", MEMORY + script, *arguments],
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    line = child.stdout.readline()
    took = time.perf_counter() - start
    child.stdout.close()
    child.wait()
    if not line.startswith("frame"):
        raise RuntimeError("the window showed no frame")
    return took, float(line.split()[1])


def rows(*, quick):
    shown: dict[str, list[tuple[float, float]]] = {
        name: [] for name in ("bare", "lean", "anew", "ours")
    }
    with (
        # The game takes the largest usual window that fits, here 1280 by 720.
        virtual_screen("1400x800x24") as (lean_env, where),
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as kept,
    ):
        lean_env["PYTHONPYCACHEPREFIX"] = kept
        lean_env.pop("PYTHONDONTWRITEBYTECODE", None)
        lean_env["MAP_DATA_DIR"] = data
        env = {name: value for name, value in lean_env.items() if name != LEAN}
        for run in range(4 if quick else 12):
            each = [first_frame(BARE, env), first_frame(BARE, lean_env)]
            for reading in Path(data).glob("packs-as-read"):
                reading.unlink()
            each += [first_frame(OURS, env, str(ROOT)), first_frame(OURS, env, str(ROOT))]
            # The first of each warms the disk's cache and leaves its byte code.
            if run:
                for name, one in zip(shown, each, strict=True):
                    shown[name].append(one)
    took = {name: median(seconds for seconds, _ in each) * 1e3 for name, each in shown.items()}
    held = {name: median(memory for _, memory in each) for name, each in shown.items()}
    bare, lean, ours = "a bare window", "a lean window", took["ours"]
    return [
        Row(f"start to first frame ({where})", bare, took["bare"], ours, "ms", 1.5),
        Row("the same", lean, took["lean"], ours, "ms", 1.5),
        Row("the same, the packs read anew", bare, took["bare"], took["anew"], "ms", 1.5),
        Row("memory at the first frame", lean, held["lean"], held["ours"], "MB", 80, absolute=True),
    ]
