"""Game pads: their buttons as pygame tells of them, what they mean, and a session with a pad alone."""

import os

import pygame
import pytest
from ui_hands import Pad, play

from game.rules.state import Phase
from game.ui.hands import Hands
from game.ui.kit.inputs import KeyPressed, PointerPressed
from game.ui.window.display import open_window
from game.ui.window.input import Keyboard
from game.ui.window.loop import Loop
from game.ui.window.pads import Pads
from game.ui.window.paint import Painter
from game.ui.window.sound import Sounds
from game.ui.window.vector import Pictures


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def pads():
    return Pads(Clock())


def event(kind, **values):
    return pygame.event.Event(getattr(pygame, kind), instance_id=0, **values)


def pressed(pads, kind, **values):
    return [each.key for each in pads.read(event(kind, **values))[0]]


BUTTONS = {
    "A": "a",
    "B": "b",
    "X": "x",
    "Y": "y",
    "LEFTSHOULDER": "left shoulder",
    "RIGHTSHOULDER": "right shoulder",
    "START": "start",
    "DPAD_UP": "up",
    "DPAD_LEFT": "left",
}


@pytest.mark.parametrize(("button", "name"), BUTTONS.items())
def test_a_known_pad_is_read_by_the_meaning_of_its_buttons(pads, button, name):
    number = getattr(pygame, f"CONTROLLER_BUTTON_{button}")
    assert pressed(pads, "CONTROLLERBUTTONDOWN", button=number) == [f"pad {name}"]
    keys, gone = pads.read(event("CONTROLLERBUTTONUP", button=number))
    assert (keys, gone) == ((), (f"pad {name}",))


def test_another_pad_is_read_by_numbers_and_a_known_one_is_not_read_twice(pads):
    assert pressed(pads, "JOYBUTTONDOWN", button=0) == ["pad a"]
    assert pressed(pads, "JOYBUTTONDOWN", button=77) == []
    assert pressed(pads, "JOYHATMOTION", value=(0, 1)) == ["pad up"]
    pads._mapped.add(0)
    assert pressed(pads, "JOYBUTTONDOWN", button=0) == []


def test_a_stick_counts_once_it_is_pushed_far_and_a_worn_one_does_not(pads):
    def stick(value):
        return pressed(pads, "CONTROLLERAXISMOTION", axis=0, value=round(value * 32767))

    assert stick(0.3) == []
    assert stick(0.9) == ["pad right"]
    # On its way back it still counts as pushed, and not as pushed again.
    assert stick(0.45) == []
    assert stick(0.9) == []
    assert stick(0.1) == []
    assert stick(-1.0) == ["pad left"]


def test_a_cross_held_down_repeats_and_a_button_does_not(pads):
    pressed(pads, "CONTROLLERBUTTONDOWN", button=pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    pressed(pads, "CONTROLLERBUTTONDOWN", button=pygame.CONTROLLER_BUTTON_A)
    assert pads.due() == ()
    pads._clock.now = 0.5
    assert pads.due() == (KeyPressed("pad down", repeat=True),)
    assert pads.due() == ()
    pads._clock.now = 0.7
    assert len(pads.due()) == 1
    pads.read(event("CONTROLLERBUTTONUP", button=pygame.CONTROLLER_BUTTON_DPAD_DOWN))
    pads._clock.now = 9.0
    assert pads.due() == ()


@pytest.mark.parametrize("kind", ["JOYDEVICEREMOVED", "WINDOWFOCUSLOST"])
def test_whatever_was_held_is_let_go_when_a_pad_goes_or_the_window_lies_behind(pads, kind):
    pressed(pads, "CONTROLLERAXISMOTION", axis=1, value=32767)
    assert pads.read(event(kind))[1] == ("pad down",)
    pads._clock.now = 9.0
    assert pads.due() == ()


def test_pads_are_looked_for_only_after_the_first_picture_and_one_that_went_is_no_trouble(pads):
    assert not pygame.joystick.get_init()
    pads.open()
    assert not pygame.joystick.get_init()
    pads._clock.now = 1.0
    try:
        pads.open()
        assert pygame.joystick.get_init()
        # Plugged in and out again before anybody looked.
        assert pads.read(event("JOYDEVICEADDED", device_index=7)) == ((), ())
    finally:
        pygame.joystick.quit()


def test_a_session_is_played_to_the_open_door_with_a_pad_alone(table):
    laid = table(size=(1280, 720))
    play(Pad(laid))
    assert laid.desk.session.state.phase is Phase.DOOR
    assert laid.desk.session.state.seats[0].name == "Ann"


def test_each_button_does_what_the_guide_says(table):
    laid = table(size=(1280, 720))
    pad = Pad(laid)
    pad.key("pad y")
    assert laid.screen == "help"
    pad.key("pad b")
    assert laid.screen == "home"
    pad.key("pad start")
    assert laid.screen == "settings"
    moved = laid.host.interaction.scrolls
    pad.key("pad right trigger")
    assert laid.host.interaction.scrolls != moved
    pad.key("pad left trigger")
    panes = set()
    for _ in range(9):
        pad.key("pad right shoulder")
        panes.add(laid.host.interaction.focus)
    assert len(panes) > 3
    pad.key("pad b")
    # Without a focus, A is the screen's main action.
    pad.key("pad a")
    assert laid.screen == "agreement"
    pad.key("pad a")
    pad.key("pad start")
    assert laid.screen == "table"


def test_in_a_text_field_a_pad_is_not_caught(table):
    laid = table(size=(1280, 720))
    pad = Pad(laid)
    pad.press("step by step")
    laid.host.attention.focus("name 0")
    assert laid.host.typing
    pad.key("pad right")
    assert laid.host.interaction.focus != "name 0"


def test_on_a_trackpad_it_is_the_mouse_that_counts(monkeypatch):
    monkeypatch.setattr("game.ui.window.input.TRACKPAD", True)
    finger = pygame.event.Event(pygame.FINGERDOWN, x=0.5, y=0.5, finger_id=1)
    assert Keyboard().read(finger) is None
    mouse = pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(3, 4), touch=True)
    assert Keyboard().read(mouse) == PointerPressed(3, 4)


def test_the_window_takes_a_pad_and_a_finger_and_does_not_count_the_finger_twice(
    table, faces, monkeypatch
):
    monkeypatch.setattr("game.ui.window.input.TRACKPAD", False)
    laid = table(size=(1280, 720))
    surface = open_window((1280, 720), full=False, icon=None, unseen=True)
    assets = laid.desk.places.assets
    try:
        host = laid.host
        hands = Hands(host, laid.clock)
        loop = Loop(
            surface,
            host,
            Painter(faces, Pictures(assets)),
            Sounds(assets),
            None,
            hands=lambda: hands,
        )
        host.frame()
        loop._take(event("CONTROLLERBUTTONDOWN", button=pygame.CONTROLLER_BUTTON_Y))
        assert laid.screen == "help"
        loop._take(event("CONTROLLERBUTTONDOWN", button=pygame.CONTROLLER_BUTTON_B))
        assert laid.screen == "home"
        x, y = host.attention.find("step by step").rect.centre
        where = {"x": x / 1280, "y": y / 720, "finger_id": 1}
        for kind, mouse in (("FINGERDOWN", "MOUSEBUTTONDOWN"), ("FINGERUP", "MOUSEBUTTONUP")):
            loop._take(pygame.event.Event(getattr(pygame, mouse), button=1, pos=(x, y), touch=True))
            loop._take(event(kind, **where))
        assert laid.screen == "seats"
    finally:
        pygame.display.quit()
        os.environ.pop("SDL_VIDEODRIVER", None)
