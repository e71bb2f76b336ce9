"""No command: the game opens in a window."""

import gc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from game.app.places import Places
from game.cli.options import missing_window, say


def start(
    places: Places,
    *,
    packs: Sequence[Path] = (),
    size: tuple[int, int] | None = None,
    full: bool = False,
    chosen: Mapping[str, Any] | None = None,
    sound: bool = True,
    leave_nothing: bool = False,
    notes: bool = False,
) -> int:
    """Play until somebody leaves; as it is when nothing was asked for, where nothing is given."""
    # Hardly anything that a start makes is ever thrown away: looking for it, again and again,
    # would take a twentieth of the time until the first screen stands.
    gc.disable()
    try:
        trouble = missing_window()
        if trouble:
            say(trouble)
            return 1
        from game.ui.window.play import play  # noqa: PLC0415 - brings pygame

        return play(
            places,
            packs=packs,
            size=size,
            full=full,
            chosen=chosen or {},
            sound=sound,
            leave_nothing=leave_nothing,
            notes=notes,
            say=say,
        )
    finally:
        gc.enable()
