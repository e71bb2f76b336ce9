"""Drafts of cards on disk: what somebody typed survives a crash, a kill and an empty battery."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.app.authoring import Draft
from game.content.rewrite import Value
from game.files.writing import NotWritten, write_atomically

PAUSE_SECONDS = 1.0
"""A draft is written when typing has rested for so long, or has gone on for three times that."""

_DEEPEST = 4


class Drafts:
    """
    The drafts folder. `hold` takes every change; `tick` writes when the time has come.

    One file a card: the same card of the same pack finds its own draft again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: tuple[Path, Draft] | None = None
        self._since = 0.0
        self._first = 0.0
        self.trouble = ""
        """Why the last draft could not be written, while that is so."""

    def hold(self, pack: Path, draft: Draft, now: float) -> None:
        """Keep this draft in hand; it is on disk after the next rest."""
        path = self._path(pack, draft.card)
        if self._waiting is not None and self._waiting[0] != path:
            self.flush()
        if self._waiting is None:
            self._first = now
        self._waiting, self._since = (path, draft), now

    def tick(self, now: float) -> None:
        """Write what waits, where typing has rested or gone on for long enough."""
        rested = now - self._since >= PAUSE_SECONDS
        if self._waiting is not None and (rested or now - self._first >= 3 * PAUSE_SECONDS):
            self.flush()

    def flush(self) -> None:
        """Write what waits now."""
        if self._waiting is None:
            return
        (path, draft), self._waiting = self._waiting, None
        data = {"card": draft.card, "values": draft.values}
        text = json.dumps(data, ensure_ascii=False, indent=1, default=dict) + "\n"
        try:
            write_atomically(path, text)
            self.trouble = ""
        except NotWritten as trouble:
            self.trouble = trouble.sentence

    def find(self, pack: Path, card: str) -> Draft | None:
        """The draft of this card, or of a new card, that was not saved into its pack."""
        self.flush()
        try:
            raw = json.loads(self._path(pack, card).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(raw, dict) or not isinstance(raw.get("values"), dict):
            return None
        values = _value(raw["values"], _DEEPEST)
        return Draft(values, card) if isinstance(values, Mapping) else None

    def waits(self, pack: Path, card: str) -> bool:
        """Whether there is a draft of this card that was not saved into its pack."""
        path = self._path(pack, card)
        return path.is_file() or (self._waiting is not None and self._waiting[0] == path)

    def drop(self, pack: Path, card: str) -> None:
        """The draft is saved or given up."""
        path = self._path(pack, card)
        if self._waiting is not None and self._waiting[0] == path:
            self._waiting = None
        path.unlink(missing_ok=True)

    def _path(self, pack: Path, card: str) -> Path:
        place = hashlib.sha256(str(pack.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{card or 'new'}-{place[:12]}.json"


def _value(raw: Any, deepest: int) -> Value | None:  # noqa: ANN401 - whatever the file held
    """Values as the editor knows them; anything else in the file is left out."""
    if isinstance(raw, str):
        return raw
    if deepest and isinstance(raw, list):
        return tuple(each for item in raw if (each := _value(item, deepest - 1)) is not None)
    if deepest and isinstance(raw, dict):
        return {
            str(name): each
            for name, item in raw.items()
            if (each := _value(item, deepest - 1)) is not None
        }
    return None
