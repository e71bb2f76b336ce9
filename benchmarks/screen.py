"""A virtual screen for programs that need a window, where this machine has Xvfb."""

import os
import shutil
import subprocess
from contextlib import contextmanager


@contextmanager
def virtual_screen(size="1920x1080x24"):
    """The environment for a child process: a screen of its own, or SDL's dummy driver."""
    env = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_FRAMEBUFFER_ACCELERATION": "0"}
    env.pop("SDL_VIDEODRIVER", None)
    if shutil.which("Xvfb") is None:
        yield {**env, "SDL_VIDEODRIVER": "dummy"}, "SDL's dummy driver"
        return
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    try:
        yield {**env, "DISPLAY": f":{number}"}, "Xvfb"
    finally:
        server.terminate()
        server.wait()
