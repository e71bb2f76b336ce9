"""
The bridge to screen readers: the only import of AccessKit.

NVDA and Narrator, VoiceOver, and Orca see the nodes of `Readable`, and what they ask for reaches
the game as an input event. AccessKit calls from threads of its own: these only put down what was
asked, and the loop takes it up. While no reader listens nothing is made; whatever fails here ends
the bridge and never the game.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock
from types import ModuleType
from typing import Any

from game.app import bus
from game.tongue import _
from game.ui.kit.geometry import Rect
from game.ui.kit.inputs import CaretPut, ControlPressed, FocusAsked, InputEvent, Stepped, TextPut
from game.ui.kit.nodes import ROOT, Caret, Line, Node
from game.ui.readable import Readable, Update


class Bridge:
    """
    See the module.

    `open` builds it, once; the loop then lets `keep_up` tell the reader what is new, and passes
    on what `asked` gives. *handle* gives the window's own handle, where the system wants it.
    """

    def __init__(self, readable: Readable, handle: Callable[[], Any]) -> None:
        self.readable = readable
        self._handle = handle
        self._kit: ModuleType | None = None
        self._adapter: Any = None
        self._tried = False
        self._listening = False
        """
        Set and cleared by AccessKit's thread. Nothing of the adapter is touched before it is set:
        that thread holds the adapter's lock while it waits for Python, and would wait for ever.
        """
        self._comings = 0
        """How many times somebody has begun to listen."""
        self._told = 0
        """Which of them has been given the tree."""
        self._telling = Lock()
        """Held while the adapter is used, so that nobody goes, and comes anew, in the midst of it."""
        self._focused = False
        self._bounds: Rect | None = None
        self._requests: SimpleQueue[tuple[Any, int, Any]] = SimpleQueue()
        self.trouble = ""
        """Why there is no bridge, or no longer; empty while nothing is amiss."""

    @property
    def listening(self) -> bool:
        """Whether a screen reader, or anything of the kind, wants the nodes."""
        return self._listening

    def open(self) -> None:
        """Build the bridge, the first time; where it cannot be built the game goes on without."""
        if self._tried:
            return
        self._tried = True
        alone = bus.wanted() and not bus.address()
        self.trouble = missing() or (_(bus.NO_BUS) if alone else "")
        if not self.trouble:
            self._safely(self._build)

    def close(self) -> None:
        """Take the bridge down; nothing is asked or told any more."""
        self._listening = False
        self._adapter = None

    def window_focused(self, focused: bool) -> None:
        """The window has come to the front, or gone from it."""
        self._focused = focused
        self._tell(self._tell_focus)

    def window_at(self, x: int, y: int, w: int, h: int) -> None:
        """Where the window stands on the screen, in pixels."""
        self._bounds = Rect(x, y, w, h)
        self._tell(self._tell_bounds)

    def keep_up(self) -> None:
        """Tell the reader what is new, if there is one."""
        if not self._listening:
            return
        with self._telling:
            if not self._listening:
                return
            first = self._told != self._comings
            self._told = self._comings
            self._safely(self._tell_all if first else self._tell_news)

    def asked(self) -> Iterator[InputEvent]:
        """What readers have asked for since the last time, as input."""
        while True:
            try:
                request = self._requests.get_nowait()
            except Empty:
                return
            found: list[InputEvent] = []
            self._safely(partial(self._understand, request, found))
            yield from found

    # From AccessKit's threads.

    def _activated(self) -> None:
        """A reader came. It gets the first tree from the loop, which alone may look at screens."""
        self._comings += 1
        self._listening = True

    def _deactivated(self) -> None:
        # Until this is done nobody else comes, so nobody gets half of what was meant for another.
        with self._telling:
            self._listening = False

    def _requested(self, request: Any) -> None:  # noqa: ANN401 - an ActionRequest
        self._requests.put((request.action, request.target, request.data))

    # On the loop's thread.

    def _build(self) -> None:
        import accesskit  # noqa: PLC0415 - after the first picture, where that can be

        self._kit = accesskit
        act, do, end = self._activated, self._requested, self._deactivated
        if sys.platform == "win32":
            self._adapter = accesskit.windows.SubclassingAdapter(self._handle(), act, do)
        elif sys.platform == "darwin":
            accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            window = self._handle()
            self._adapter = accesskit.macos.SubclassingAdapter.for_window(window, act, do)
        else:
            self._adapter = accesskit.unix.Adapter(act, do, end)

    def _safely(self, doing: Callable[[], None]) -> None:
        """Do it; whatever goes wrong ends the bridge."""
        try:
            doing()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as fault:  # noqa: BLE001 - AccessKit's panics are no Exceptions
            self.trouble = f"The bridge to screen readers failed: {type(fault).__name__}: {fault}."
            self.close()

    def _tell(self, what: Callable[[], None]) -> None:
        """Tell something of the window to whoever knows its tree."""
        if self._listening:
            with self._telling:
                if self._listening and self._told == self._comings:
                    self._safely(what)

    def _tell_all(self) -> None:
        self.readable.restart()
        self._tell_bounds()
        self._give(self.readable.take(), whole=True)
        self._tell_focus()

    def _tell_news(self) -> None:
        self._give(self.readable.take(), whole=False)

    def _give(self, update: Update | None, *, whole: bool) -> None:
        if update is not None and self._kit is not None:
            made = _update(self._kit, update, whole=whole)
            _raise(self._adapter.update_if_active(lambda: made))

    def _tell_focus(self) -> None:
        if sys.platform == "darwin":
            _raise(self._adapter.update_view_focus_state(self._focused))
        elif sys.platform != "win32":
            self._adapter.update_window_focus_state(self._focused)

    def _tell_bounds(self) -> None:
        if self._bounds is None or self._kit is None or sys.platform in {"win32", "darwin"}:
            # There the system knows itself.
            return
        # How wide the system's own frame is nobody tells us; it is of no use to a reader.
        place = _rect(self._kit, self._bounds)
        self._adapter.set_root_window_bounds(place, place)

    def _understand(self, request: tuple[Any, int, Any], found: list[InputEvent]) -> None:
        event = self._meant(*request)
        if event is not None:
            found.append(event)

    def _meant(self, action: Any, target: int, data: Any) -> InputEvent | None:  # noqa: ANN401
        """The input event that an action on a node stands for."""
        kit, node = self._kit, self.readable.node(target)
        if kit is None or node is None or node.key is None:
            return None
        if action == kit.Action.CLICK:
            return ControlPressed(node.key)
        if action in (kit.Action.FOCUS, kit.Action.SCROLL_INTO_VIEW):
            return FocusAsked(node.key)
        if action in (kit.Action.INCREMENT, kit.Action.DECREMENT):
            by = 1 if action == kit.Action.INCREMENT else -1
            return Stepped(node.key, by) if node.steps else None
        if not node.takes_text or data is None:
            return None
        if action in (kit.Action.SET_VALUE, kit.Action.REPLACE_SELECTED_TEXT):
            return TextPut(node.key, str(data[1]))
        if action == kit.Action.SET_TEXT_SELECTION:
            return self._selected(node.key, data[1])
        return None

    def _selected(self, key: str, selection: Any) -> InputEvent | None:  # noqa: ANN401
        ends = [
            self.readable.place_in_text(each.node, each.character_index)
            for each in (selection.focus, selection.anchor)
        ]
        places = [end[1] for end in ends if end is not None and end[0].key == key]
        return CaretPut(key, *places) if len(places) == 2 else None


def missing() -> str:
    """A sentence where the package for screen readers is not there; nothing is imported."""
    from importlib.util import find_spec  # noqa: PLC0415 - see `open`

    if find_spec("accesskit") is not None:
        return ""
    return _("The package accesskit is not installed, so screen readers find nothing here.")


def _raise(events: Any) -> None:  # noqa: ANN401 - AccessKit's, or None
    """Let the system know of changes; on some systems AccessKit does so by itself."""
    if events is not None:
        events.raise_events()


# From nodes to AccessKit's.

_ROLES = {
    "window": "WINDOW",
    "screen": "GROUP",
    "group": "GROUP",
    "news": "LABEL",
    "text": "LABEL",
    "label": "LABEL",
    "heading": "HEADING",
    "status": "STATUS",
    "image": "IMAGE",
    "list": "LIST",
    "list item": "LIST_ITEM",
    "chart": "FIGURE",
    "alert": "ALERT",
    "note": "NOTE",
    "code": "CODE",
    "timer": "TIMER",
    "footer": "TOOLBAR",
    "button": "BUTTON",
    "radio": "RADIO_BUTTON",
    "checkbox": "CHECK_BOX",
    "text field": "TEXT_INPUT",
}
_CONTENT = {"news", "text", "label"}
"""Kinds whose words are what stands there, rather than the name of it."""


def _update(kit: ModuleType, update: Update, *, whole: bool) -> Any:  # noqa: ANN401
    made = kit.TreeUpdate(update.focus)
    if whole:
        tree = kit.Tree(ROOT)
        tree.toolkit_name = "MaP"
        made.tree = tree
    for node in update.nodes:
        made.nodes.append((node.id, _node(kit, node)))
        for line in node.lines:
            made.nodes.append((line.id, _line(kit, line)))
    return made


def _node(kit: ModuleType, node: Node) -> Any:  # noqa: ANN401
    role = "MULTILINE_TEXT_INPUT" if node.many_lines else _ROLES[node.kind]
    made = kit.Node(getattr(kit.Role, role))
    if node.kind in _CONTENT:
        made.set_value(node.name)
    elif node.name:
        made.set_label(node.name)
    made.set_bounds(_rect(kit, node.rect))
    made.set_children([*node.children])
    if node.level:
        made.set_level(node.level)
    if node.language:
        # Readers take a voice of that language, where they have one.
        made.set_language(node.language)
    if node.cap:
        made.set_keyboard_shortcut(node.cap)
        if sys.platform != "win32":
            # Elsewhere nobody is told of shortcuts otherwise.
            made.set_description(_("key {cap}").format(cap=node.cap))
    if node.on is not None:
        made.set_toggled(kit.Toggled.TRUE if node.on else kit.Toggled.FALSE)
        made.set_selected(node.on)
    if not node.live:
        made.set_disabled()
    if node.kind == "news":
        made.set_live(kit.Live.POLITE)
    if node.key is not None:
        made.add_action(kit.Action.FOCUS)
        made.add_action(kit.Action.CLICK)
        made.add_action(kit.Action.SCROLL_INTO_VIEW)
    if node.takes_text:
        _field(kit, made, node)
    return made


def _field(kit: ModuleType, made: Any, node: Node) -> None:  # noqa: ANN401
    made.set_value("".join(line.text for line in node.lines))
    if node.hint:
        made.set_placeholder(node.hint)
    made.add_action(kit.Action.SET_VALUE)
    made.add_action(kit.Action.SET_TEXT_SELECTION)
    if node.steps:
        made.add_action(kit.Action.INCREMENT)
        made.add_action(kit.Action.DECREMENT)
    if node.caret is not None and node.anchor is not None:
        ends = (_position(kit, node, node.anchor), _position(kit, node, node.caret))
        made.set_text_selection(kit.TextSelection(*ends))


def _position(kit: ModuleType, node: Node, caret: Caret) -> Any:  # noqa: ANN401
    return kit.TextPosition(node.lines[caret.line].id, caret.at)


def _line(kit: ModuleType, line: Line) -> Any:  # noqa: ANN401
    """A line of a text field; each of its characters is as long as it is in UTF-8."""
    made = kit.Node(kit.Role.TEXT_RUN)
    made.set_value(line.text)
    made.set_character_lengths([len(each.encode()) for each in line.text])
    made.set_word_lengths(_words(line.text))
    made.set_bounds(_rect(kit, line.rect))
    return made


def _words(text: str) -> list[int]:
    """How many characters each word has, with the space after it; together all of them."""
    lengths: list[int] = []
    before = " "
    for each in text:
        if not lengths or (before.isspace() and not each.isspace()):
            lengths.append(0)
        lengths[-1] += 1
        before = each
    return lengths


def _rect(kit: ModuleType, rect: Rect) -> Any:  # noqa: ANN401
    return kit.Rect(float(rect.x), float(rect.y), float(rect.right), float(rect.bottom))
