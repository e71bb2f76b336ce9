"""Which displays there are, and where they stand beside one another."""

import pygame

from game.ui.kit.geometry import Rect


def displays() -> tuple[Rect, ...]:
    """
    The place of each display on the desktop.

    Some desktops keep places to themselves; then all of them begin at the same corner.
    """
    return tuple(_place(n, size) for n, size in enumerate(pygame.display.get_desktop_sizes()))


def _place(number: int, size: tuple[int, int]) -> Rect:
    # Nothing tells the places of displays, but a window in the middle of one knows its own.
    side = 64
    middle = pygame.WINDOWPOS_CENTERED | number
    probe = pygame.Window("", (side, side), (middle, middle), hidden=True)
    x, y = probe.position
    probe.destroy()
    return Rect(x - (size[0] - side) // 2, y - (size[1] - side) // 2, *size)


def holding(places: tuple[Rect, ...], window: Rect) -> int | None:
    """Which of the places has the middle of the window; None where none has."""
    x, y = window.x + window.w // 2, window.y + window.h // 2
    return next((n for n, place in enumerate(places) if place.holds(x, y)), None)
