"""A real window, real keys and a real mouse, from outside the process: the first turn of a session."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "xdotool")
PATIENCE = 60.0
"""Seconds for something to happen on a busy machine; hardly any are used."""


def virtual_screen():
    """
    A virtual screen that answers, and its number.

    It says its number itself once programs may come. Where another screen took the number at the
    same moment it ends without a word, and one more is started.
    """
    for _ in range(5):
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if number:
            return server, number
        server.kill()
        server.wait()
    pytest.fail("Xvfb ended five times before it showed a screen.")


@pytest.fixture
def screen(tmp_path):
    """A virtual screen of its own; the environment that shows a program there."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.fail(
            f"This test needs {' and '.join(missing)}: install the packages xvfb and xdotool."
        )
    server, number = virtual_screen()
    env = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "MAP_"))}
    env |= {"DISPLAY": f":{number}", "SDL_AUDIODRIVER": "dummy", "HOME": str(tmp_path)}
    env["SCREEN_PROCESS"] = str(server.pid)
    yield env
    server.terminate()
    server.wait()


class Outside:
    """Somebody at the keys, who sees only what the journal says has happened."""

    def __init__(self, env, data, *more):
        self.env = env
        self.data = data
        self.more = more
        self.start()

    def start(self):
        self.program = subprocess.Popen(
            [
                sys.executable,
                str(ROOT / "main.py"),
                "--data-dir",
                str(self.data),
                "--size",
                "1280x720",
                *self.more,
            ],
            cwd=self.data.parent,
            env=self.env,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def tool(self, *words):
        done = subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, check=False
        )
        return done.stdout

    def press(self, key):
        self.tool("key", key)
        time.sleep(0.25)

    def typed_into(self):
        """The name of the window that has the keyboard."""
        return self.tool("getwindowfocus", "getwindowname").strip()

    def click(self, x, y):
        self.tool("mousemove", str(x), str(y), "click", "1")
        time.sleep(0.25)

    def until(self, seen, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.program.poll() is not None:
                pytest.fail(f"the program ended: {self.program.stderr.read()}")
            found = seen()
            if found:
                return found
            time.sleep(0.05)
        pytest.fail(f"waited in vain for {what}; so far: {self.events()}")

    def events(self):
        """The names of everything that has happened, read from the session on disk."""
        names = []
        for journal in self.data.glob("saves/*/journal.a.log"):
            for line in journal.read_text(encoding="ascii").splitlines():
                record = json.loads(line.split(" ", 2)[2])
                names.extend(event["event"] for event in record.get("events", ()))
        return names

    def press_until(self, key, event):
        """Press the key, again if need be, until the event is on disk once more than before."""
        before = self.events().count(event)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.events().count(event) > before:
                return
            self.press(key)
        pytest.fail(f"{key} brought no {event}; so far: {self.events()}")


@pytest.fixture
def player(screen, tmp_path):
    data = tmp_path / "Zoë Ł 李"
    data.mkdir()
    somebody = Outside(screen, data)
    yield somebody
    somebody.program.kill()
    somebody.program.wait()
    somebody.program.stderr.close()


def test_the_first_turn_is_played_with_real_keys_and_clicks(player):
    # Quick start and the agreement with the keyboard.
    player.press_until("q", "session_opened")
    player.press_until("space", "agreement_accepted")
    # The first roll with the mouse: the primary button stands at the lower right.
    player.click(1050, 635)
    player.until(lambda: "die_rolled" in player.events(), "the roll")
    player.press_until("2", "token_walked")
    for _ in range(60):
        happened = player.events()
        if "turn_begun" in happened and "conversation_ended" in happened:
            break
        if happened[-1] == "crossroads_reached":
            player.press("3")
        elif happened[-1] == "die_rolled":
            player.press("2")
        else:
            player.press("space")
    assert "conversation_ended" in player.events()
    # The window is closed from outside; nothing is lost, and the session goes on where it was.
    before = player.events()
    player.program.kill()
    player.program.wait()
    player.program.stderr.close()
    player.start()
    player.press_until("space", "die_rolled")
    assert player.events()[: len(before)] == before
    player.press("ctrl+q")
    player.program.wait(timeout=PATIENCE)
    assert player.program.returncode == 0
    assert player.program.stderr.read() == ""


def test_keys_go_to_the_game_again_when_the_notes_have_closed(player):
    # Nothing here manages windows: whoever lets the keyboard go must give it to somebody.
    player.press_until("q", "session_opened")
    player.press_until("space", "agreement_accepted")
    player.press("F8")
    player.until(lambda: "notes" in player.typed_into(), "the notes")
    player.press("F8")
    player.until(lambda: player.typed_into() == "MaP", "the keyboard")
    player.press_until("space", "die_rolled")
