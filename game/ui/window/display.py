"""Opens the window, or says in one plain sentence why there can be none."""

import contextlib
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import pygame

DEFAULT_SIZE = (1280, 720)
SMALLEST, LARGEST = (640, 480), (7680, 4320)
# Drivers with which SDL draws where nobody can see it.
INVISIBLE = {"offscreen", "dummy", "evdev", "disk"}


class NoScreenError(Exception):
    """There is no screen to open a window on; the text says what to do."""


def open_window(
    size: tuple[int, int] | None,
    *,
    full: bool,
    icon: Path | None,
    unseen: bool = False,
    before: Callable[[], None] | None = None,
) -> pygame.Surface:
    """
    The window's surface; *size* in pixels, or most of the screen when None.

    *before* is called when there is a window that nobody has been shown yet.

    Raises `NoScreenError` where a window could not be seen, unless *unseen* is wanted (for the
    demo and tests).
    """
    # On machines without a graphics card the window's default way of showing a frame costs 10 to
    # 100 times more than this one.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "MaP")
    # A game that fills the room's screen stays there while somebody presses keys in the notes.
    os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")
    if unseen:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoScreenError(_no_screen(str(error))) from error
    if not unseen and pygame.display.get_driver() in INVISIBLE:
        pygame.display.quit()
        raise NoScreenError(_no_screen("drawing would go nowhere"))
    pygame.display.set_caption("MaP")
    if icon is not None and icon.exists():
        pygame.display.set_icon(pygame.image.load(icon))
    wanted = size or comfortable()
    if before is not None:
        set_mode(wanted, full=False, flags=pygame.HIDDEN)
        before()
    return set_mode(wanted, full=full, flags=pygame.SHOWN if before is not None else 0)


def set_mode(
    size: tuple[int, int], *, full: bool, flags: int = 0, on: int | None = None
) -> pygame.Surface:
    """A resizable window of *size*, or one that fills the display it is *on*."""
    if full and on is not None:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN | flags, display=on)
    if full:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN | flags)
    w = max(SMALLEST[0], min(LARGEST[0], size[0]))
    h = max(SMALLEST[1], min(LARGEST[1], size[1]))
    return pygame.display.set_mode((w, h), pygame.RESIZABLE | flags)


def take_focus() -> None:
    """Let keys go to the window, where another one of ours had them and has gone."""
    # Some systems let no program take it, and the way to the window may go some day: then a click does.
    with warnings.catch_warnings(), contextlib.suppress(pygame.error, AttributeError):
        warnings.simplefilter("ignore", DeprecationWarning)
        # Only borrowed: the window goes with the display, and not with this.
        pygame.Window.from_display_module().focus(input_only=True)


def position() -> tuple[int, int]:
    """Where the window's upper left corner stands on the screen; the screen's own where none tells."""
    try:
        return pygame.display.get_window_position()
    except (pygame.error, AttributeError):
        return 0, 0


def handle() -> object:
    """The system's own name for the window, which Windows and macOS want to be told."""
    return pygame.display.get_wm_info()["window"]


def comfortable() -> tuple[int, int]:
    """The largest usual window that leaves room for the desktop's bars."""
    try:
        screen_w, screen_h = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return DEFAULT_SIZE
    for w, h in ((2560, 1440), (1920, 1080), (1600, 900), (1280, 720), (1024, 768)):
        if w <= screen_w * 0.94 and h <= screen_h * 0.92:
            return w, h
    return min(DEFAULT_SIZE[0], screen_w), min(DEFAULT_SIZE[1], screen_h)


def _no_screen(why: str) -> str:
    advice = (
        "No screen was found, so the game has nowhere to show itself. "
        "Start it from a desktop session, not from a remote text terminal."
    )
    if sys.platform.startswith("linux"):
        advice += " (On Linux the variable DISPLAY or WAYLAND_DISPLAY tells which screen is meant.)"
    return f"{advice}\nWhat the system said: {why}."
