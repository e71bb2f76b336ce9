"""
What this machine has of screen, sound, type and readers: what only the window's library can tell.

No window is opened, and no sound is made.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import pygame

from game.app.doctor import Finding, Verdict
from game.app.places import Places
from game.tongue import _
from game.ui.window.bridge import missing
from game.ui.window.display import INVISIBLE
from game.ui.window.fonts import FAMILIES
from game.ui.window.sound import Sounds


def look(places: Places) -> Iterator[Finding]:
    """Everything that pygame can be asked about."""
    yield Finding(
        "pygame",
        Verdict.FINE,
        _("pygame-ce {version} with SDL {sdl}.").format(
            version=pygame.version.ver, sdl=".".join(map(str, pygame.get_sdl_version()))
        ),
    )
    with _hushed():
        seen, heard = screen(), sound(places)
    yield seen
    yield heard
    yield fonts(places)
    yield reader()


@contextmanager
def _hushed() -> Iterator[None]:
    """Without what the system's own libraries write about devices that they do not find."""
    try:
        kept = os.dup(2)
    except OSError:
        # There is nowhere to write to in the first place.
        yield
        return
    sys.stderr.flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def screen() -> Finding:
    """Whether there is a screen to open a window on."""
    do = _("Start the game from a desktop session, not from a remote text terminal.")
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    try:
        pygame.display.init()
        driver, sizes = pygame.display.get_driver(), pygame.display.get_desktop_sizes()
    except pygame.error as trouble:
        said = _("There is no screen to open a window on ({why}).").format(why=trouble)
        return Finding("screen", Verdict.WRONG, said, do)
    finally:
        pygame.display.quit()
    if driver in INVISIBLE:
        said = _("A window would be drawn where nobody sees it (driver {driver}).")
        return Finding("screen", Verdict.WRONG, said.format(driver=driver), do)
    written = ", ".join(f"{w} × {h}" for w, h in sizes)
    said = _("A window can be opened (driver {driver}); screens: {sizes}.")
    return Finding("screen", Verdict.FINE, said.format(driver=driver, sizes=written))


def sound(places: Places) -> Finding:
    """Whether sounds can be played; nothing in the game is carried by sound alone."""
    try:
        available = Sounds(places.assets / "sounds").available
    finally:
        pygame.mixer.quit()
    if available:
        return Finding("sound", Verdict.FINE, _("Sounds can be played."))
    return Finding(
        "sound",
        Verdict.WITHOUT,
        _("No sound device answered, so the game is silent."),
        _("Nothing depends on sound; --captions puts sounds into words."),
    )


def fonts(places: Places) -> Finding:
    """Whether every face of every family can be opened."""
    pygame.font.init()
    folder = places.assets / "fonts"
    broken = [family for family in FAMILIES.values() if not _opens(folder, family)]
    if not broken:
        said = _("The typefaces are there: {names}.").format(names=", ".join(FAMILIES.values()))
        return Finding("fonts", Verdict.FINE, said)
    return Finding(
        "fonts",
        Verdict.WRONG,
        _("Typefaces are missing or broken: {names}.").format(names=", ".join(broken)),
        _("Fetch the game anew: its folder assets/fonts is not whole."),
    )


def _opens(folder: Path, family: str) -> bool:
    files = sorted(folder.glob(f"{family}-*.ttf"))
    try:
        for each in files:
            # A broken file is opened without a word, and then measures nothing.
            pygame.font.Font(each, 20).size("Mg")
    except (pygame.error, OSError):
        return False
    return bool(files)


def reader() -> Finding:
    """Whether the package can be brought over which screen readers are spoken with."""
    do = _('Run "python -m pip install accesskit"; read aloud (V) works without it.')
    if trouble := missing():
        return Finding("reader", Verdict.WITHOUT, trouble, do)
    try:
        import_module("accesskit")
    except Exception as fault:  # noqa: BLE001 - a broken one may fail in any way
        said = _("The package accesskit cannot be used here ({why}).").format(why=fault)
        return Finding("reader", Verdict.WITHOUT, said, do)
    said = _("Screen readers such as NVDA, VoiceOver and Orca are given the screen.")
    return Finding("reader", Verdict.FINE, said)
