"""Portraits from packs: our own clean PNGs, brought to the round shape of the drawn ones."""

from io import BytesIO
from pathlib import Path

import pygame


def photo(path: str, data: bytes | None, side: int, mask: pygame.Surface) -> pygame.Surface:
    """The picture, cut to a square and to the shape of *mask*; a grey disc where it cannot be read."""
    try:
        picture = pygame.image.load(Path(path) if data is None else BytesIO(data))
    except (OSError, pygame.error):
        picture = pygame.Surface((side, side), pygame.SRCALPHA)
        picture.fill((150, 150, 150, 255))
    w, h = picture.get_size()
    edge = min(w, h)
    # Faces are in the upper half of a tall picture and in the middle of a wide one.
    square = picture.subsurface(((w - edge) // 2, (h - edge) // 4, edge, edge))
    shown = pygame.Surface((side, side), pygame.SRCALPHA)
    shown.blit(pygame.transform.smoothscale(square, (side, side)), (0, 0))
    shown.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return shown.convert_alpha() if pygame.display.get_surface() else shown
