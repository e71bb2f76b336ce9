"""
A message bus of its own, and somebody who reads a program's screen over it as Orca does (AT-SPI).

Nothing here knows the game: only what a screen reader is given can be asked for.
"""

import contextlib
import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from jeepney import DBusAddress, MatchRule, Properties, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusErrorResponse

PATIENCE = 30.0
"""Seconds for something to be seen on a busy machine; hardly any are used."""
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
ROLES = {7: "check box", 23: "frame", 27: "image", 29: "label", 31: "list", 32: "list item"}
ROLES |= {39: "panel", 43: "button", 44: "radio button", 54: "status bar", 61: "text"}
ROLES |= {62: "toggle button", 63: "tool bar", 79: "entry", 83: "heading", 97: "note"}
ROLES |= {101: "notification", 115: "timer", 116: "static"}
"""The numbers of AT-SPI for what this game shows."""
ACCESSIBLE = "org.a11y.atspi.Accessible"
STATES = {1: "active", 4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused"}
STATES |= {23: "selected", 24: "sensitive", 25: "showing", 41: "checkable"}


def needed():
    """The sentence for whoever lacks what these tests need; empty where nothing is missing."""
    if shutil.which("dbus-daemon") is None:
        return "This test needs dbus-daemon: install the package dbus."
    if not any(Path(each).exists() for each in LAUNCHERS):
        return "This test needs the accessibility bus: install the package at-spi2-core."
    return ""


@contextlib.contextmanager
def message_bus_of_its_own(env, folder):
    """A session bus for nobody else, and the environment in which programs find it."""
    if trouble := needed():
        pytest.fail(trouble)
    run = folder / "run"
    run.mkdir(mode=0o700)
    env = {**env, "XDG_RUNTIME_DIR": str(run), "GSETTINGS_BACKEND": "memory"}
    env.pop("AT_SPI_BUS_ADDRESS", None)
    read, write = os.pipe()
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={write}"],
        pass_fds=(write,),
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        address = pipe.readline().strip()
    try:
        yield {**env, "DBUS_SESSION_BUS_ADDRESS": address, "BUS_PROCESS": str(daemon.pid)}
    finally:
        # The launcher and the registry end when the bus they were started by is gone.
        daemon.terminate()
        daemon.wait()


@dataclass(frozen=True)
class Seen:
    """One node as a reader is given it."""

    ref: tuple[str, str]
    role: str
    name: str
    description: str
    states: frozenset[str]
    depth: int


class GoneError(Exception):
    """What was asked about is no longer on the screen."""


class Reader:
    """Somebody at a screen reader: asks for the tree, hears events, and may act."""

    def __init__(self, address):
        self._session = open_dbus_connection(bus=address)
        self.enable(True)
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (where,) = self._session.send_and_get_reply(new_method_call(bus, "GetAddress")).body
        self._bus = open_dbus_connection(bus=where)
        self._ears = open_dbus_connection(bus=where)
        for interface in ("org.a11y.atspi.Event.Object", "org.a11y.atspi.Event.Window"):
            rule = MatchRule(type="signal", interface=interface)
            self._ears.send_and_get_reply(message_bus.AddMatch(rule))
        self.heard = []
        """Announcements, in the order in which they came."""
        self.focused = []
        """What each thing was that got the focus."""

    def close(self):
        for each in (self._session, self._bus, self._ears):
            each.close()

    def enable(self, on):
        """Tell every program that somebody reads, or nobody any more."""
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
        self._session.send_and_get_reply(Properties(status).set("IsEnabled", "b", on))

    # Asking.

    def ask(self, ref, interface, method, signature=None, body=()):
        address = DBusAddress(ref[1], ref[0], interface)
        reply = self._bus.send_and_get_reply(
            new_method_call(address, method, signature, body), timeout=PATIENCE
        )
        if reply.header.message_type.name == "error":
            raise GoneError(DBusErrorResponse(reply))
        return reply.body

    def read(self, ref, name, interface=ACCESSIBLE):
        ((_, value),) = self.ask(
            ref, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name)
        )
        return value

    def programs(self):
        """The windows of every program that shows itself."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        (programs,) = self.ask(root, ACCESSIBLE, "GetChildren")
        found = []
        for program in programs:
            (windows,) = self.ask(tuple(program), ACCESSIBLE, "GetChildren")
            found.extend(tuple(each) for each in windows)
        return found

    def come_back(self):
        """
        Begin to read anew, and go on until a program shows itself.

        The registry of programs ends with the last of them, and may take one that comes just then
        along with it; nobody but whoever starts reading again can tell.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.enable(False)
            self.enable(True)
            for _ in range(20):
                with contextlib.suppress(GoneError):
                    if self.programs():
                        return
                time.sleep(0.05)
        raise AssertionError("no program shows itself to a reader who comes back")

    def tree(self):
        """Every node of the only window, in reading order; all of one moment."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(GoneError):
                if windows := self.programs():
                    return list(self._below(windows[0], 0))
        raise AssertionError("no program shows itself to screen readers")

    def _below(self, ref, depth):
        (role,) = self.ask(ref, ACCESSIBLE, "GetRole")
        ((low, high),) = self.ask(ref, ACCESSIBLE, "GetState")
        bits = low | high << 32
        states = frozenset(word for bit, word in STATES.items() if bits >> bit & 1)
        yield Seen(
            ref,
            ROLES.get(role, str(role)),
            self.read(ref, "Name"),
            self.read(ref, "Description"),
            states,
            depth,
        )
        (children,) = self.ask(ref, ACCESSIBLE, "GetChildren")
        for child in children:
            yield from self._below(tuple(child), depth + 1)

    # Hearing.

    def listen(self):
        """Take in what has been said up to now."""
        with contextlib.suppress(TimeoutError):
            while True:
                signal = self._ears.receive(timeout=0.02)
                self._hear(signal)

    def _hear(self, signal):
        fields = {field.name: value for field, value in signal.header.fields.items()}
        ref = (fields.get("sender"), fields.get("path"))
        member = fields.get("member")
        if member == "Announcement":
            self.heard.append(signal.body[3][1])
        elif member == "StateChanged" and signal.body[0] == "focused" and signal.body[1]:
            with contextlib.suppress(GoneError):
                self.focused.append(self.read(ref, "Name"))

    # Acting.

    def act(self, seen):
        """What a reader does where somebody asks it to press something."""
        return self.ask(seen.ref, "org.a11y.atspi.Action", "DoAction", "i", (0,))

    def focus(self, seen):
        return self.ask(seen.ref, "org.a11y.atspi.Component", "GrabFocus")

    def text(self, seen):
        (text,) = self.ask(seen.ref, "org.a11y.atspi.Text", "GetText", "ii", (0, -1))
        return text

    def caret(self, seen):
        return self.read(seen.ref, "CaretOffset", "org.a11y.atspi.Text")

    def write(self, seen, words):
        return self.ask(seen.ref, "org.a11y.atspi.EditableText", "SetTextContents", "s", (words,))

    def place(self, seen):
        return self.ask(seen.ref, "org.a11y.atspi.Component", "GetExtents", "u", (0,))[0]

    def interfaces(self, seen):
        return self.ask(seen.ref, ACCESSIBLE, "GetInterfaces")[0]
