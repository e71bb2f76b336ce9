"""Which screen belongs to which key, and to the session as it stands; none is brought too early."""

from enum import Enum
from typing import TYPE_CHECKING

from game.ui.stack import Push, Screen, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.desk import Desk
    from game.app.session import LiveSession


class Ask(Enum):
    """What every screen understands besides its own messages."""

    HELP = "help"
    UNDO = "undo"
    REDO = "redo"
    PAUSE = "pause"
    CURTAIN = "curtain"
    SUPPORT = "support"
    MENU = "menu"
    SETTINGS = "settings"
    PRINT = "print"
    SAVING = "saving"
    BACK = "back"


NOTES_WINDOW, SHOW_NOTES, CHANGE_DISPLAYS = map(
    Signal, ("notes window", "show notes", "change displays")
)
"""
What the window is asked about the facilitator's notes: to open or close theirs, to show or cover
them, and to let game and notes change displays.
"""

OVERLAYS: "dict[Ask, Callable[[Desk, str], Screen]]" = {}
"""
Screens pushed on top of any other: they get the desk and the name of the screen below. Filled
where the screens meet, in `all`.
"""


def covered(desk: "Desk", screen: Screen) -> Push:
    """The curtain over the screen, which is the very same when it lifts, caret and all."""
    return Push(OVERLAYS[Ask.CURTAIN](desk, screen.name), keep=True)


def live(desk: "Desk") -> "LiveSession":
    """The running session; session screens exist only while there is one."""
    if desk.session is None:
        raise LookupError("no session is running")
    return desk.session


def screen_for(desk: "Desk") -> Screen:
    """The screen of the session's phase as it now stands."""
    from game.ui.screens.phases import SCREENS  # noqa: PLC0415 - the title page has no session

    return SCREENS[live(desk).state.phase](desk)
