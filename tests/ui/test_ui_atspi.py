"""
A first turn by somebody who cannot see the screen.

From outside the process: the screen is only read over the accessibility bus, as Orca reads it, and
keys are pressed on a real window.
"""

import contextlib
import os
import signal
import time

import pytest
from test_ui_window import Outside, screen  # noqa: F401 - `screen` is a fixture
from ui_atspi import PATIENCE, GoneError, Reader, message_bus_of_its_own

KEYS = {"Space": "space", "Enter": "Return", "Esc": "Escape", "Ctrl Z": "ctrl+z", "PgDn": "Next"}


class Host(Outside):
    """Somebody who hosts a session by ear: knows what the reader says, and nothing else."""

    def __init__(self, env, data, reader):
        self.reader = reader
        super().__init__(env, data)

    def until_seen(self, seen, what):
        """The first tree of which *seen* gives something, and that."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.program.poll() is not None:
                pytest.fail(f"the program ended: {self.program.stderr.read()}")
            tree = self.reader.tree()
            found = seen(tree)
            if found:
                return tree, found
        names = [each.name for each in tree]
        pytest.fail(f"waited in vain for {what}; the screen says {names}")

    def find(self, name, role=None):
        """The node of this name, once it is there."""

        def seen(tree):
            fits = [each for each in tree if each.name == name and role in {None, each.role}]
            return fits[0] if fits else None

        return self.until_seen(seen, name)[1]

    def until_heard(self, words):
        """Wait until something is announced that holds these words."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.reader.listen()
            if any(words in each for each in self.reader.heard):
                return
        pytest.fail(f"{words} was never announced; heard: {self.reader.heard}")

    def press_what_says(self, name):
        """Press the key that the reader tells for a button."""
        button = self.find(name, "button")
        assert button.description.startswith("key "), button
        self.press(KEYS.get(key := button.description.removeprefix("key "), key.lower()))

    def title(self, tree):
        """What the screen is called: the window's first part."""
        return tree[1].name


@pytest.fixture
def host(screen, tmp_path):  # noqa: F811 - the fixture above
    data = tmp_path / "data"
    data.mkdir()
    with message_bus_of_its_own(screen, tmp_path) as env:
        reader = Reader(env["DBUS_SESSION_BUS_ADDRESS"])
        somebody = Host(env, data, reader)
        yield somebody
        somebody.program.kill()
        somebody.program.wait()
        somebody.program.stderr.close()
        reader.close()


def test_a_first_turn_is_hosted_by_ear_alone(host):
    # The title page says where one is, and Tab goes from one thing to the next.
    quick = host.find("Quick start", "button")
    host.until_heard("Quick start: four seats")
    assert "focusable" in quick.states
    reached = []
    for _ in range(3):
        host.press("Tab")
        _, (held, *more) = host.until_seen(
            lambda tree: [
                each for each in tree if "focused" in each.states and each.name not in reached
            ],
            "the focus",
        )
        assert more == []
        assert held.role == "button"
        reached.append(held.name)
    host.reader.listen()
    assert [each for each in host.reader.focused if each in reached] == reached
    # The reader itself presses Quick start.
    host.reader.act(quick)
    host.find("Our agreement", "heading")
    host.until_heard("Our agreement.")
    host.press_what_says("We agree")
    # The board: the reader is told who rolls and with which key.
    host.find("Roll the die", "button")
    host.until_heard("Space: Roll the die.")
    _nothing_is_heard_of_a_board_behind_the_curtain(host)
    host.press_what_says("Roll the die")
    host.until_heard("rolled a ")
    _walk_to_a_card(host)
    _talk(host)
    # The next seat's turn; the whole has been on disk at each step.
    assert host.events().count("conversation_ended") == 1
    host.press("ctrl+q")
    assert host.program.wait(timeout=PATIENCE) == 0
    assert host.program.stderr.read() == ""


def _nothing_is_heard_of_a_board_behind_the_curtain(host):
    before = {each.name for each in host.reader.tree()}
    host.press("b")
    tree, _ = host.until_seen(lambda tree: host.title(tree) == "Back in a moment", "the curtain")
    now = {each.name for each in tree}
    assert "Roll the die" in before
    assert "Roll the die" not in now
    assert not [each for each in now if each.startswith("The board.") and "Back in" not in each]
    host.press_what_says("Lift the curtain")
    host.find("Roll the die", "button")


def _walk_to_a_card(host):
    for _ in range(12):
        tree, _ = host.until_seen(
            lambda tree: (
                {"Forward", "Play this card", "Roll the die"} & _buttons(tree) or _themes(tree)
            ),
            "somewhere to go",
        )
        buttons = _buttons(tree)
        if "Play this card" in buttons:
            return
        if "Forward" in buttons:
            host.press_what_says("Forward")
        elif _themes(tree):
            host.press("3")
        else:
            host.press_what_says("Roll the die")
        host.until_seen(lambda tree, was=buttons: _buttons(tree) != was, "a change")
    pytest.fail("no card was reached")


def _buttons(tree):
    return {each.name for each in tree if each.role == "button"}


def _themes(tree):
    return {"Who does what", "Staying well"} <= _buttons(tree)


ONWARD = {
    "Meet": ("On to Think",),
    "Think": ("On to Round",),
    "Round": (
        *("Next voice: Seat 2", "Next voice: Seat 3", "Next voice: Seat 4"),
        "Everyone has had their time",
    ),
    "Talk": ("On to Evidence",),
    "Evidence": ("On to Agree",),
    "Agree": ("On to Keep",),
    "Keep": ("End of the card",),
}
"""What leads on from each stage, as its buttons are called."""


def _talk(host):
    """Through the seven stages, each of which is announced by its name, as is each voice."""
    host.press_what_says("Play this card")
    for stage, buttons in ONWARD.items():
        host.until_heard(f"Stage: {stage}.")
        tree, _ = host.until_seen(
            lambda tree, stage=stage: host.title(tree).startswith(f"{stage}: "), stage
        )
        assert any(each.name == f"Stage: {stage}, now" for each in tree)
        for number, button in enumerate(buttons, 1):
            if stage == "Round":
                host.until_heard(f"Seat {number}, speaks as")
            host.press_what_says(button)
    host.until_heard("Seat 2 rolls.")


def test_readers_that_come_and_go_and_ask_for_much_hold_nobody_up(host):
    host.find("Settings", "button")
    for number in range(30):
        host.reader.enable(False)
        host.reader.enable(True)
        if number % 10 == 9:
            host.press("Tab")
    host.reader.come_back()
    settings = host.find("Settings", "button")
    for _ in range(200):
        # What it asks for may have gone by then, or be covered: that is no matter.
        with contextlib.suppress(GoneError):
            host.reader.act(settings)
            host.reader.focus(settings)
    host.until_seen(lambda tree: host.title(tree) == "Settings and accessibility", "the settings")
    # And when the bus itself goes away, the game plays on.
    os.kill(int(host.env["BUS_PROCESS"]), signal.SIGTERM)
    host.press("Escape")
    host.press_until("q", "session_opened")
    host.press("ctrl+q")
    assert host.program.wait(timeout=PATIENCE) == 0
    assert host.program.stderr.read() == ""
