"""The bridge to screen readers: what AccessKit is handed, what it hands back, and what when it fails."""

import importlib.util
from types import SimpleNamespace

import accesskit
import pygame
import pytest

from game.app import bus
from game.ui.kit.inputs import CaretPut, ControlPressed, FocusAsked, Stepped, TextPut
from game.ui.kit.nodes import tree_of
from game.ui.readable import Readable
from game.ui.screens.hands import HandsScreen
from game.ui.stack import Push
from game.ui.window import bridge as bridging
from game.ui.window.bridge import Bridge
from game.ui.window.display import open_window


class Adapter:
    """Stands for AccessKit's: somebody listens, or it breaks."""

    def __init__(self, fault=None):
        self.fault = fault
        self.updates, self.focused = [], []

    def update_if_active(self, factory):
        if self.fault is not None:
            raise self.fault
        self.updates.append(factory())

    def update_window_focus_state(self, focused):
        self.focused.append(focused)

    def set_root_window_bounds(self, outer, inner):
        self.bounds = outer, inner


@pytest.fixture
def bridge(monkeypatch):
    """A bridge that is built, upon an adapter that only keeps what it is given."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")

    def build(fault=None):
        made = Bridge(Readable(), lambda: 0)
        made._kit, made._adapter, made._tried = accesskit, Adapter(fault), True
        return made

    return build


def asks(bridge, name, tree, action, data=None):
    (node,) = [each for each in tree.nodes if each.name == name]
    bridge._requested(SimpleNamespace(action=action, target=node.id, data=data))
    return list(bridge.asked())


def seen_by(bridge, laid):
    laid.host.join(bridge.readable)
    laid.host.frame()
    bridge.keep_up()
    frame = laid.host.frame()
    return tree_of(frame.root, frame.view.title, laid.host.interaction)


def test_nothing_is_made_while_nobody_listens_and_all_of_it_when_somebody_comes(bridge, table):
    built, laid = bridge(), table()
    seen_by(built, laid)
    laid.press("f1")
    laid.host.frame()
    built.keep_up()
    assert built._adapter.updates == []
    built.window_focused(True)
    built.window_at(10, 20, 1280, 720)
    assert built._adapter.focused == []
    built._activated()
    built.keep_up()
    (first,) = built._adapter.updates
    assert first.tree is not None
    assert len(first.nodes) > 20
    assert built._adapter.focused == [True]
    assert built._adapter.bounds[0].x0 == 10
    # Then the news of it, and after that nothing until something changes.
    for _ in range(5):
        built.keep_up()
    assert len(built._adapter.updates) == 2
    built._deactivated()
    laid.press("escape")
    laid.host.frame()
    built.keep_up()
    assert len(built._adapter.updates) == 2
    # Whoever comes after that is told everything anew, however soon after another.
    for _ in range(2):
        built._activated()
        built.keep_up()
        assert built._adapter.updates[-1].tree is not None
        built._deactivated()


def test_what_a_reader_asks_for_comes_as_input(bridge, table):
    built, laid = bridge(), table()
    laid.press("n")
    built._activated()
    tree = seen_by(built, laid)
    do = accesskit.Action
    assert asks(built, "Add a seat", tree, do.CLICK) == [ControlPressed("add seat")]
    assert asks(built, "Add a seat", tree, do.FOCUS) == [FocusAsked("add seat")]
    assert asks(built, "Add a seat", tree, do.SET_VALUE, (None, "x")) == []
    assert asks(built, "Name of Seat 1", tree, do.INCREMENT) == []
    assert asks(built, "Name of Seat 1", tree, do.SET_VALUE, (None, "Zoë")) == [
        TextPut("name 0", "Zoë")
    ]
    laid.host.accept(TextPut("name 0", "Zoë"))
    laid.host.frame()
    built.keep_up()
    (field,) = [node for node in built.readable._given.nodes if node.key == "name 0"]
    at = accesskit.TextPosition(field.lines[0].id, 2)
    chosen = accesskit.TextSelection(accesskit.TextPosition(field.lines[0].id, 0), at)
    assert asks(built, "Name of Seat 1", tree, do.SET_TEXT_SELECTION, (None, chosen)) == [
        CaretPut("name 0", 2, 0)
    ]
    laid.press("escape", "escape", "q", "space")
    laid.host.follow(Push(HandsScreen(laid.desk, 0)))
    laid.host.frame()
    built.keep_up()
    hands = tree_of(laid.host.frame().root, "", laid.host.interaction)
    first = "Not at all, before today"
    assert asks(built, first, hands, do.INCREMENT) == [Stepped("before 1", 1)]
    assert asks(built, first, hands, do.DECREMENT) == [Stepped("before 1", -1)]
    # What stands there only to be read cannot be pressed, nor can what there is not.
    assert asks(built, "How long do we have?", tree, do.CLICK) == []
    built._requested(SimpleNamespace(action=do.CLICK, target=12, data=None))
    assert list(built.asked()) == []


class Panic(BaseException):
    """As AccessKit's own: no Exception."""


@pytest.mark.parametrize("fault", [RuntimeError("x"), Panic("y")])
def test_a_bridge_that_fails_is_given_up_and_the_game_plays_on(bridge, table, fault):
    built, laid = bridge(fault), table()
    built._activated()
    seen_by(built, laid)
    assert "failed" in built.trouble
    assert not built.listening
    for _ in range(3):
        laid.press("tab")
        laid.host.frame()
        built.keep_up()
        built.window_focused(False)
    assert list(built.asked()) == []


def test_without_the_package_or_the_bus_there_is_a_sentence_and_no_bridge(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    built = Bridge(Readable(), lambda: 0)
    built.open()
    assert "accesskit is not installed" in built.trouble
    built.keep_up()
    monkeypatch.undo()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    built = Bridge(Readable(), lambda: 0)
    built.open()
    assert "no message bus" in built.trouble
    built.keep_up()
    built.close()


def test_a_bus_that_nobody_speaks_on_is_told_from_one_that_answers(tmp_path):
    assert bus.address({}) == ""
    assert bus.address({"XDG_RUNTIME_DIR": str(tmp_path)}) == ""
    (tmp_path / "bus").touch()
    assert bus.address({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path}/bus"
    assert not bus.answers(f"unix:path={tmp_path}/bus")
    assert not bus.answers("")
    assert not bus.service({"XDG_DATA_DIRS": str(tmp_path)})
    assert not bus.wanted("win32")


def test_words_are_measured_so_that_a_reader_can_go_from_one_to_the_next():
    assert bridging._words("Zoë and  Łukasz") == [4, 5, 6]
    assert bridging._words("") == []
    assert sum(bridging._words(" two words ")) == 11


def test_where_the_bridge_must_stand_first_the_window_is_shown_only_after_it(monkeypatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    done = []
    monkeypatch.setattr(pygame.display, "set_mode", lambda _size, flags: done.append(flags))
    open_window((1280, 720), full=False, icon=None, unseen=True, before=lambda: done.append("it"))
    first, it, last = done
    assert it == "it"
    assert first & pygame.HIDDEN
    assert last & pygame.SHOWN
    assert not last & pygame.HIDDEN
    done.clear()
    open_window((1280, 720), full=True, icon=None, unseen=True)
    assert done == [pygame.FULLSCREEN]
