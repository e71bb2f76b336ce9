"""
Portraits from packs, decoded once and kept as clean pictures in our own folder.

A decoder is C code that a picture made for it can hang or crash, so it runs in a child process
that is killed when it takes too long. Only what that process wrote again is ever shown.
"""

import contextlib
import sys
from pathlib import Path

from game.content.pictures import Picture, looked_at, turn_of
from game.content.refusal import RefusedError
from game.files.writing import NotWritten, write_atomically

SECONDS = 10.0
SIDE = 1_024
"""Pixels of the longer side of what is kept: enough for a portrait on the largest screen."""

_DECODER = Path(__file__).resolve().parents[1] / "ui" / "window" / "reencode.py"


class Gallery:
    """A folder of clean pictures, each under the sum of the picture it was made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def shown(self, picture: Picture) -> Path | None:
        """Where the clean picture is; None where this one cannot be decoded or kept."""
        kept = self._place(picture)
        refused = kept.with_suffix(".refused")
        try:
            if kept.is_file():
                return kept
            # It is not tried at every start: a picture that hangs would cost ten seconds each.
            if refused.exists():
                return None
            self._folder.mkdir(parents=True, exist_ok=True)
            clean = decoded(picture)
            if clean is None:
                refused.touch()
                return None
            write_atomically(kept, clean)
        except (OSError, NotWritten):
            return None
        return kept

    def forget(self, picture: Picture) -> None:
        """Keep it no longer: its pack is gone. Sessions have their own copies."""
        with contextlib.suppress(OSError):
            self._place(picture).unlink(missing_ok=True)

    def _place(self, picture: Picture) -> Path:
        import hashlib  # noqa: PLC0415 - most packs have no pictures

        return self._folder / f"{hashlib.sha256(picture.data).hexdigest()[:40]}.png"


def command() -> list[str]:
    """What starts the decoder: Python without the folder it stands in, and without leftovers."""
    return [sys.executable, "-P", "-B", str(_DECODER)]


def decoded(picture: Picture, *, seconds: float = SECONDS, side: int = SIDE) -> bytes | None:
    """The picture as a clean PNG, or None where the child process could not make one in time."""
    try:
        # Asked again here, so that nothing reaches the decoder whose size was not looked at.
        picture = looked_at(picture.data)
    except RefusedError:
        return None
    head = f"{picture.ending} {turn_of(picture.data)} {side}\n".encode("ascii")
    import subprocess  # noqa: PLC0415 - most starts of the game decode nothing

    try:
        done = subprocess.run(  # noqa: S603 - our own program, nothing of the pack in its arguments
            command(),
            input=head + picture.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            # No black window flashes up on Windows.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    try:
        clean = looked_at(done.stdout)
    except RefusedError:
        return None
    whole = done.returncode == 0 and clean.ending == "png"
    return clean.data if whole and max(clean.width, clean.height) <= side else None
