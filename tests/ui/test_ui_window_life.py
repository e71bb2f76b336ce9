"""A real window's hard life: resized, hidden, flooded, stopped, silent, closed, its screen gone. Nothing lost."""

import os
import signal

import pytest
from test_ui_window import PATIENCE, Outside, screen  # noqa: F401 - `screen` is a fixture

from game.journal.backups import backups
from game.journal.records import Closed
from game.journal.sessions import sessions
from game.journal.store import open_session
from game.journal.verify import Soundness, verify
from game.ui.kit.editing import begin, insert


@pytest.fixture
def player(screen, tmp_path):  # noqa: F811 - the fixture above
    data = tmp_path / "data"
    data.mkdir()
    # There is no such device: the game must play without a sound.
    somebody = Outside({**screen, "SDL_AUDIODRIVER": "nowhere"}, data)
    somebody.press_until("q", "session_opened")
    somebody.press_until("space", "agreement_accepted")
    yield somebody
    somebody.program.kill()
    somebody.program.wait()
    somebody.program.stderr.close()


def window(player):
    return player.tool("search", "--pid", str(player.program.pid)).split()[0]


def left_whole(player, before, *, closed):
    """Everything that had happened is there, and the session goes on from it."""
    (found,) = sessions(player.data / "saves")
    assert player.events()[: len(before)] == before
    assert verify(found.folder).soundness is Soundness.WHOLE
    opened = open_session(found.folder, "2026-11-28T00:00:00Z")
    assert isinstance(opened.entries[-1].record, Closed) == closed
    assert opened.journal is not None
    opened.journal.let_go()
    assert len(backups(player.data / "saves")) == closed


def test_resizing_hiding_stopping_and_floods_leave_a_window_that_plays_on_and_ends_well(player):
    it = window(player)
    for size in ((320, 200), (1, 1), (1279, 719), (640, 900), (1280, 720)):
        player.tool("windowsize", it, *map(str, size))
    player.tool("windowunmap", it)
    player.tool("windowmap", it)
    player.program.send_signal(signal.SIGSTOP)
    player.tool("key", "--window", it, "Tab")
    player.program.send_signal(signal.SIGCONT)
    player.tool("windowfocus", it, "key", "--delay", "0", "--repeat", "300", "Tab")
    # Wherever the flood left the focus, Page Down does what leads on.
    player.press_until("Next", "die_rolled")
    assert player.events().count("die_rolled") == 1
    before = player.events()
    # As a system that shuts down asks programs to end.
    player.program.send_signal(signal.SIGTERM)
    assert player.program.wait(timeout=PATIENCE) == 0
    assert player.program.stderr.read() == ""
    left_whole(player, before, closed=True)


def test_a_screen_that_goes_away_takes_the_program_with_it_and_nothing_else(player):
    before = player.events()
    os.kill(int(player.env["SCREEN_PROCESS"]), signal.SIGKILL)
    player.program.wait(timeout=PATIENCE)
    said = player.program.stderr.read()
    assert "Traceback" not in said
    left_whole(player, before, closed=False)


def test_a_window_that_is_taken_away_by_force_loses_nothing(player):
    before = player.events()
    player.tool("windowkill", window(player))
    player.program.wait(timeout=PATIENCE)
    assert "Traceback" not in player.program.stderr.read()
    left_whole(player, before, closed=False)


def test_a_huge_paste_becomes_as_much_as_the_field_takes():
    pasted = insert(begin("Zoë "), "x\n\0\u202e" * 5_000_000, 200)
    assert len(pasted.text) <= 200
    assert pasted.text.startswith("Zoë x")


def test_the_notes_have_a_window_of_their_own_whose_keys_play_the_game(screen, tmp_path):  # noqa: F811
    data = tmp_path / "notes"
    data.mkdir()
    somebody = Outside({**screen, "SDL_AUDIODRIVER": "nowhere"}, data, "--notes-window")

    def windows():
        pid = str(somebody.program.pid)
        return somebody.tool("search", "--onlyvisible", "--pid", pid).split()

    try:
        both = somebody.until(lambda: len(windows()) == 2 and windows(), "a second window")
        names = {somebody.tool("getwindowname", each).strip(): each for each in both}
        somebody.tool("windowfocus", names["MaP: facilitator’s notes"])
        somebody.press_until("q", "session_opened")
        somebody.press_until("space", "agreement_accepted")
        somebody.press("F8")
        somebody.until(lambda: windows() == [names["MaP"]], "the second window to close")
        somebody.tool("windowfocus", names["MaP"])
        somebody.press_until("space", "die_rolled")
        somebody.press("ctrl+q")
        assert somebody.program.wait(timeout=PATIENCE) == 0
        assert somebody.program.stderr.read() == ""
    finally:
        somebody.program.kill()
        somebody.program.wait()
        somebody.program.stderr.close()
