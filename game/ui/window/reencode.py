"""
A child process: decodes one picture from a pack and writes it again as a clean PNG.

Run as a program of its own, so that a picture that hangs or crashes the decoder takes nobody with
it: whoever starts it waits for so long and then kills it. The picture comes in on standard input
after a line "ending turn most"; the PNG goes out on standard output. Nothing else is imported, no
file is opened and no window.
"""

import os
import sys
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygame import Surface

MEMORY = 1 << 30
SECONDS = 10


def _within_limits() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def main() -> int:
    """One picture in, one out; 1 where it cannot be decoded."""
    _within_limits()
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    import pygame  # noqa: PLC0415 - only within the limits

    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    ending, turn, most = head.decode("ascii").split()
    try:
        picture = pygame.image.load(BytesIO(data), f"picture.{ending}")
    except (pygame.error, ValueError, MemoryError):
        return 1
    wide, high = picture.get_size()
    # Everything is brought to one format first; smooth scaling reads no other.
    clean = pygame.Surface((wide, high), pygame.SRCALPHA, 32)
    clean.blit(picture, (0, 0))
    scale = min(1.0, int(most) / max(wide, high))
    if scale < 1:
        size = (max(1, round(wide * scale)), max(1, round(high * scale)))
        clean = pygame.transform.smoothscale(clean, size)
    out = BytesIO()
    pygame.image.save(_upright(clean, int(turn)), out, "picture.png")
    sys.stdout.buffer.write(out.getvalue())
    sys.stdout.buffer.flush()
    return 0


def _upright(picture: "Surface", turn: int) -> "Surface":
    """The picture as it was seen; *turn* is what the camera noted, 1 to 8."""
    import pygame  # noqa: PLC0415 - only within the limits

    if turn in (2, 4, 5, 7):
        picture = pygame.transform.flip(picture, flip_x=True, flip_y=False)
    degrees = {3: 180, 4: 180, 5: 90, 6: 270, 7: 270, 8: 90}.get(turn, 0)
    return pygame.transform.rotate(picture, degrees) if degrees else picture


if __name__ == "__main__":
    raise SystemExit(main())
