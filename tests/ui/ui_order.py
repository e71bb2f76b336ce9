"""
Finds controls that Tab would come to out of reading order, and keys from which none leads away.

`order.py` goes through every screen at every size and text size; the tests take one.
"""

from itertools import pairwise

from game.ui.kit.focus import beyond, focusable, towards
from game.ui.kit.geometry import Rect
from game.ui.kit.groups import stops
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.scroll import ScrollBy
from game.ui.screens.registry import Ask

SLACK = 3
TAB, SHIFT_TAB = KeyPressed("tab"), KeyPressed("tab", shift=True)
ENTER, ESCAPE = KeyPressed("enter"), KeyPressed("escape")


def faults(host):
    """All that is amiss with a screen for somebody with Tab and Enter alone, as sentences."""
    frame = host.frame()
    before = host.interaction
    found = [*out_of_order(frame.root), *_no_way_out(frame), *_out_of_reach(frame.root)]
    for look in (_rounds, _fields, _enter):
        found.extend(look(host))
        host.attention.interaction = before
        host.stir()
        host.frame()
    return found


def out_of_order(root):
    """
    Reading order goes by container: of two neighbours in one, the upper comes first, and of two that
    stand side by side, the one further left. A column of a page is read to its end before the next.
    """
    found = []
    # The mark of a scrolled region lies upon it, and follows what it scrolls.
    controls = {id(e) for e in focusable(root) if not isinstance(e.message, ScrollBy)}
    _look(root, controls, found)
    return found


def _look(placed, controls, found):
    """The room that the controls inside take up, or None; what is amiss goes into *found*."""
    rooms = []
    for part in placed.parts:
        room = _look(part, controls, found)
        if room is not None:
            rooms.append(room)
    for (one, before), (other, after) in pairwise(rooms):
        if after.bottom <= before.y + SLACK:
            found.append(f"{other} stands above {one}, and comes after it")
        elif after.y < before.bottom - SLACK and after.right <= before.x + SLACK:
            found.append(f"{other} stands to the left of {one}, and comes after it")
    if id(placed) in controls:
        rooms.append((placed.key, placed.rect))
    if not rooms:
        return None
    left, top = min(r.x for _, r in rooms), min(r.y for _, r in rooms)
    right, bottom = max(r.right for _, r in rooms), max(r.bottom for _, r in rooms)
    room = Rect(left, top, right - left, bottom - top)
    return rooms[0][0], room if placed.clip is None else _within(room, placed.clip)


def _within(room, clip):
    """What is scrolled away stands at the edge of its region beyond which it waits."""
    y = min(max(room.y, clip.y), clip.bottom)
    return Rect(room.x, y, room.w, max(0, min(room.bottom, clip.bottom) - y))


def _rounds(host):
    """Tab comes to everything once a round, in order; Shift Tab goes the same way back."""
    wanted = list(host.reachable())
    if not wanted:
        return ["nothing can have the focus"]
    host.attention.focus(None)
    there = _pressed(host, TAB, len(wanted))
    host.attention.focus(None)
    back = _pressed(host, SHIFT_TAB, len(wanted))
    found = []
    if there != [*wanted, wanted[0]]:
        found.append(f"Tab goes {there}, not {wanted}")
    if back != [*reversed(wanted), wanted[-1]]:
        found.append(f"Shift Tab goes {back}, not {wanted} backwards")
    return found


def _pressed(host, key, times):
    seen = []
    for _ in range(times + 1):
        host.accept(key)
        seen.append(host.interaction.focus)
    return seen


def _fields(host):
    """No text field keeps the keys: Esc leads out of it too, and not off the screen at once."""
    for key in [each.key for each in focusable(host.frame().root) if each.takes_text]:
        host.attention.focus(key)
        name = host.screen.name
        host.accept(ESCAPE)
        if host.screen.name != name:
            yield f"Esc in {key} leaves the screen"
            return
        if host.interaction.focus == key:
            yield f"Esc does not lead out of {key}"


def _enter(host):
    """Enter works whatever is focused, and does what pressing it with a pointer does."""
    sent = []
    host.send, host._advanced = sent.append, -1.0
    try:
        for key in host.reachable():
            sent.clear()
            host.attention.focus(key)
            held = host.attention.find(key)
            field = held.widget if held.takes_text else None
            host.accept(ENTER)
            if field is None and sent != [held.message]:
                yield f"Enter on {key} says {sent}, not {held.message}"
            elif field is not None and not sent and host.interaction.focus == key:
                yield f"Enter in {key} does nothing"
    finally:
        del host.send


def _no_way_out(frame):
    """Whatever Esc does, a control does as well; one step back is undo by another name."""
    said = {id(each): each.message for each in focusable(frame.root)}.values()
    out = [each.message for each in frame.view.keys if each.combo == "escape"]
    out.append(frame.view.back)
    for message in out:
        if message is not None and message is not Ask.BACK and message not in said:
            yield f"nothing to press leads where Esc does ({message})"


def _out_of_reach(root):
    """A scan comes to every control once, in reading order, and a game pad's cross to each."""
    order = [each.key for each in focusable(root)]
    scanned = [key for stop in stops(root) for key in _singles(stop)]
    if scanned != order:
        yield f"a scan goes {scanned}, not {order}"
    found = ways(root, None)
    yield from (f"a cross does not lead to {key}" for key in order if key not in found)


def _singles(stop):
    return stop.keys if not stop.parts else [k for part in stop.parts for k in _singles(part)]


CROSS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def ways(root, start):
    """The shortest way from one focus to each other that the parts of a cross lead to."""
    known, waiting = {start: ()}, [start]
    while waiting:
        here = waiting.pop(0)
        for part, (dx, dy) in CROSS.items():
            to = towards(root, here, dx, dy)
            to = beyond(root, here, dx + dy) if to == here else to
            if to not in known:
                known[to] = (*known[here], part)
                waiting.append(to)
    return known
