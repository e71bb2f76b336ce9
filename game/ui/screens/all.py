"""Where the screens meet: the first of them, the overlays, and the keys of every screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.app.desk import Desk
from game.app.settings import Settings
from game.app.switches import keys_of
from game.tongue import _
from game.ui.aloud import OFF, ON
from game.ui.art.palettes import suited
from game.ui.frames import Look
from game.ui.kit.field import TextField
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.text import Setting
from game.ui.screens.home import HomeScreen
from game.ui.screens.later import later
from game.ui.screens.registry import (
    CHANGE_DISPLAYS,
    NOTES_WINDOW,
    OVERLAYS,
    SHOW_NOTES,
    Ask,
    covered,
)
from game.ui.stack import Notice, Outcome, Pop, Push, Quit, ReadScreen, Screen, Signal, Stay
from game.values import replace

if TYPE_CHECKING:
    from game.ui.scanning import Switch

OVERLAYS.update(
    {
        Ask.HELP: later("help:HelpScreen"),
        Ask.PAUSE: later("pause:PauseScreen"),
        Ask.CURTAIN: later("curtain:CurtainScreen"),
        Ask.SUPPORT: later("support:SupportScreen"),
        Ask.MENU: later("menu:MenuScreen"),
        Ask.SETTINGS: later("settings:SettingsScreen"),
        Ask.PRINT: later("printing:PrintScreen"),
        Ask.SAVING: later("saving:SavingScreen"),
    }
)


REACH = 26
"""How near to a control a press counts as one on it, where the reader wants larger targets."""


def home(desk: Desk) -> Screen:
    """The screen that the game opens on."""
    return HomeScreen(desk)


def mend(desk: Desk) -> Callable[[Exception], Screen]:
    """Makes the calm screen that takes the place of one that failed."""

    def calm(fault: Exception) -> Screen:
        from game.ui.screens.calm import CalmScreen  # noqa: PLC0415 - hopefully never needed

        return CalmScreen(desk, fault)

    return calm


def letters(desk: Desk) -> Callable[[TextField, bool], Screen]:
    """Makes the screen on which a field is written without a keyboard."""

    def write(held: TextField, private: bool) -> Screen:
        from game.ui.screens.lettering import LetteringScreen  # noqa: PLC0415 - rarely needed

        return LetteringScreen(desk, held.label, held.value, held.limit, private)

    return write


def switch_of(desk: Desk) -> "Switch | None":
    """With how many switches somebody plays, and how; None where nobody does."""
    settings = desk.settings
    if settings.switch == "off":
        return None
    from game.ui.scanning import Switch  # noqa: PLC0415 - most play without

    keys = keys_of(settings.switch_keys)
    return Switch(
        1 if settings.switch == "one" else 2,
        ("space", "enter") if keys is None else keys,
        settings.pace / 1000,
        60 / settings.speed if settings.speak and desk.speaker.available else 0.0,
    )


def look_of(desk: Desk) -> Look:
    """How the reader wants everything drawn."""
    settings = desk.settings
    return Look(
        suited(settings.palette, flat=settings.flat, strong=settings.strong),
        settings.text / 100,
        settings.still,
        _setting(settings),
        reach=REACH if settings.large_targets else 0.0,
        captions=settings.captions,
        edge=settings.edges / 100,
        slack=settings.slack,
        aloud=settings.speak if desk.speaker.available else None,
        standing=desk.in_play.trouble,
        unsaved="" if desk.session is None else desk.session.unsaved,
    )


def _setting(settings: Settings) -> Setting:
    family = "Lexend" if settings.typeface == "lexend" else ""
    return Setting(settings.lines / 100, settings.letters, family)


_SIGNALS = {
    "f11": Signal("full screen"),
    "alt+enter": Signal("full screen"),
    "f8": NOTES_WINDOW,
    "shift+f8": SHOW_NOTES,
    "ctrl+f8": CHANGE_DISPLAYS,
}
"""What the window does at a key, whatever the screen."""


def beforehand(desk: Desk) -> Callable[[Screen, KeyPressed], Outcome | None]:
    """What the keys that belong to every screen do; None where a key is not one of them."""

    def answer(screen: Screen, event: KeyPressed) -> Outcome | None:
        if event.combo in _SIGNALS:
            return Stay(screen, (_SIGNALS[event.combo],))
        match event.combo:
            case "shift+a" | "f9":
                # The former is two letters while somebody writes.
                already = screen.name == "settings"
                return None if already else Push(OVERLAYS[Ask.SETTINGS](desk, screen.name))
            case "ctrl+p":
                already = screen.name == "print"
                return None if already else Push(OVERLAYS[Ask.PRINT](desk, screen.name))
            case "ctrl++" | "ctrl+=" | "ctrl+shift+=":
                desk.change(desk.settings.larger())
                return _told(screen, desk)
            case "ctrl+-":
                desk.change(desk.settings.smaller())
                return _told(screen, desk)
            case "ctrl+0":
                desk.change(replace(desk.settings, text=100))
                return _told(screen, desk)
            # Among letters to press, the letter is meant.
            case "v" | "f7" if event.key == "f7" or screen.name != "lettering":
                return _aloud(screen, desk)
            case "shift+v":
                somebody = desk.speaker.available or desk.followed()
                told = () if somebody else (Notice(desk.speaker.why),)
                return Stay(screen, told or (ReadScreen(),))
            case "b" | "f2":
                return _curtain(screen, desk, event.combo)
            case "f5":
                return Stay(screen, _read_again(desk))
            # In the editor the same key saves a card.
            case "ctrl+s" if desk.session is not None and not screen.name.startswith("editor"):
                return _saving(screen, desk)
            case "ctrl+q":
                return _quit(screen, desk)
            case _:
                return None

    return answer


def _read_again(desk: Desk) -> tuple[Notice, ...]:
    if not desk.reload():
        return (Notice(_("Reading it from the disk …")),)
    # What is amiss stands below the screen for as long as it is.
    return () if desk.in_play.trouble else (Notice(_("The content has been read again.")),)


def _saving(screen: Screen, desk: Desk) -> Outcome:
    session = desk.session
    if session is None or not (session.unsaved or session.in_memory):
        return Stay(screen, (Notice(_("Everything is saved already, at each step.")),))
    already = screen.name == "saving"
    return Stay(screen) if already else Push(OVERLAYS[Ask.SAVING](desk, screen.name))


def _quit(screen: Screen, desk: Desk) -> Outcome:
    if desk.session is None or screen.name == "saving":
        return Quit()
    from game.ui.screens.saving import leave  # noqa: PLC0415 - only sessions need it

    return leave(desk, screen, quits=True)


def _curtain(screen: Screen, desk: Desk, combo: str) -> Outcome | None:
    """B is a letter in a field, and leafs back through cards; F2 is the curtain anywhere."""
    if combo == "b" and getattr(screen, "b_leafs_back", False):
        return None
    return Pop() if screen.name == "curtain" else covered(desk, screen)


def _aloud(screen: Screen, desk: Desk) -> Outcome:
    """Turn reading aloud on or off; the voice itself says that it is on."""
    if not desk.speaker.available:
        return Stay(screen, (Notice(desk.speaker.why),))
    desk.change(replace(desk.settings, speak=not desk.settings.speak))
    return Stay(screen, (Notice(ON if desk.settings.speak else OFF),))


def _told(screen: Screen, desk: Desk) -> Outcome:
    return Stay(screen, (Notice(_("Text size {text} %").format(text=desk.settings.text)),))
