"""
The desktop's message bus, over which screen readers on Linux and the like are reached.

Only whether it is there and answers; what is said over it is the bridge's affair.
"""

import os
import sys
from collections.abc import Mapping

from game.tongue import N_

NO_BUS = N_("This session has no message bus (D-Bus), over which screen readers are reached.")
SECONDS = 1.0
"""How long the bus may take to answer."""
SERVICE = "org.a11y.Bus.service"


def wanted(system: str = sys.platform) -> bool:
    """Whether this system's screen readers are reached over a bus at all."""
    return system not in {"win32", "darwin"}


def address(environment: Mapping[str, str] = os.environ) -> str:
    """Where the session's bus is; empty where the session has none."""
    named = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if named:
        return named
    room = environment.get("XDG_RUNTIME_DIR", "")
    beside = os.path.join(room, "bus") if room else ""  # noqa: PTH118 - asked at each start
    return f"unix:path={beside}" if beside and os.path.exists(beside) else ""  # noqa: PTH110


def answers(where: str) -> bool:
    """Whether somebody at this address speaks the bus's language."""
    return any(_greeted(each) for each in where.split(";") if each)


def service(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the part of the desktop is installed that brings screen readers and programs together."""
    folders = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    places = (os.path.join(each, "dbus-1", "services", SERVICE) for each in folders.split(":"))  # noqa: PTH118
    return any(os.path.isabs(each) and os.path.exists(each) for each in places)  # noqa: PTH110, PTH117


def _greeted(one: str) -> bool:
    import socket  # noqa: PLC0415 - the game itself, which only asks for the address, needs none

    kind, _colon, rest = one.partition(":")
    told = dict(pair.split("=", 1) for pair in rest.split(",") if "=" in pair)
    if kind != "unix":
        # Another way than a socket of this machine: nothing to be tried without its rules.
        return bool(kind)
    name = told.get("path") or ("\0" + told["abstract"] if "abstract" in told else "")
    family = getattr(socket, "AF_UNIX", None)
    if not name or family is None:
        return False
    who = str(os.getuid() if sys.platform != "win32" else 0).encode().hex().encode()
    try:
        with socket.socket(family, socket.SOCK_STREAM) as line:
            line.settimeout(SECONDS)
            line.connect(name)
            line.sendall(b"\0AUTH EXTERNAL " + who + b"\r\n")
            return line.recv(64).startswith(b"OK")
    except OSError:
        return False
