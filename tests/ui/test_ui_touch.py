"""Fingers alone: taps, drags, what goes on by itself, and a session to the open door."""

import pytest
from ui_hands import Finger, play

from game.rules.state import Phase
from game.ui.kit.inputs import FingerDown, FingerMoved, FingerUp
from game.values import replace


def test_a_session_is_played_to_the_open_door_with_a_finger_alone(table):
    laid = table(size=(1280, 720))
    play(Finger(laid))
    state = laid.desk.session.state
    assert state.phase is Phase.DOOR
    assert state.seats[0].name == "Ann"
    assert "'Call'" in str(state.closing.commitments)


@pytest.fixture
def finger(table):
    laid = table(size=(1280, 720))
    held = Finger(laid)
    laid.press("shift+a")
    laid.host.frame()
    return held


def where(finger):
    return finger.host.interaction.scrolls.get("settings left", 0)


MIDDLE = (300, 400)


def test_a_drag_scrolls_as_far_as_the_finger_goes_and_presses_nothing(finger):
    before = finger.desk.settings
    finger.drag(*MIDDLE, 250)
    assert where(finger) == 150
    assert finger.desk.settings == before


def test_a_quick_drag_goes_on_for_a_while_and_comes_to_rest(finger):
    finger.drag(*MIDDLE, 340, seconds=0.1, rest=0.0)
    first = where(finger)
    assert finger.hands.moving
    for _ in range(600):
        finger.clock.wait(1 / 60)
        finger.hands.due()
    assert where(finger) > first + 60
    assert not finger.hands.moving


def test_any_other_touch_stops_what_goes_on(finger):
    finger.drag(*MIDDLE, 340, seconds=0.1, rest=0.0)
    finger.hands.take(FingerDown(*MIDDLE))
    assert not finger.hands.moving


def test_nothing_goes_on_by_itself_where_motion_is_off(finger):
    finger.desk.change(replace(finger.desk.settings, still=True))
    finger.drag(*MIDDLE, 340, seconds=0.1, rest=0.0)
    assert not finger.hands.moving


def test_a_second_finger_and_a_palm_change_nothing(finger):
    finger.hands.take(FingerDown(*MIDDLE, 1))
    finger.hands.take(FingerDown(900, 300, 2))
    finger.hands.take(FingerMoved(900, 500, 2))
    finger.hands.take(FingerUp(900, 500, 2))
    assert where(finger) == 0
    finger.hands.take(FingerMoved(300, 300, 1))
    finger.hands.take(FingerUp(300, 300, 1))
    assert where(finger) == 100


def test_a_slow_tap_is_a_tap_and_a_trembling_one_too(finger):
    x, y = finger.placed("done").rect.centre
    finger.hands.take(FingerDown(x, y))
    finger.clock.wait(6.0)
    finger.hands.take(FingerMoved(x + 3, y + 4))
    finger.hands.take(FingerUp(x + 3, y + 4))
    assert finger.laid.screen == "home"


def test_nothing_stays_lit_under_a_finger_that_has_gone(finger):
    x, y = finger.placed("text 110").rect.centre
    finger.hands.take(FingerDown(x, y))
    assert finger.host.interaction.hover == "text 110"
    finger.hands.take(FingerUp(x, y))
    assert finger.host.interaction.hover is None
    assert finger.desk.settings.text == 110
