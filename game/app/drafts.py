"""
Drafts of cards on disk: what somebody typed survives a crash, a kill and an empty battery.

They are written beside the screen. What reads them waits for the disk: whoever has a picture to keep
alive calls it in an errand. What the disk refuses is kept in memory, tried again, and told once.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.authoring import Draft
from game.app.behind import Behind
from game.content.rewrite import Value
from game.files.writing import NotWritten, write_atomically
from game.tongue import _

if TYPE_CHECKING:
    from game.app.desk import Desk
    from game.app.errand import Errand

PAUSE_SECONDS = 1.0
"""A draft is written when typing has rested for so long, or has gone on for three times that."""

AGAIN_SECONDS = 5.0
"""What the disk refused is tried again so often."""

_DEEPEST = 4


class Drafts:
    """
    The drafts folder. `hold` takes every change; `tick` writes when the time has come.

    One file a card: the same card of the same pack finds its own draft again.
    """

    def __init__(self, desk: "Desk") -> None:
        self._folder = folder = desk.places.drafts
        self._behind: Behind[str | None] = Behind(self._written, desk.errand)
        self._refused: dict[Path, str] = {}
        """What is not on the disk although it was tried."""
        self._why = ""
        self._tried = 0.0
        self._told = False
        self._found: Errand[frozenset[str]] = desk.errand(
            lambda: _names_in(folder), lambda _fault: frozenset(), soon=1
        )
        """The names of the drafts from before."""
        self._lies: dict[str, bool] = {}
        """Whether there is a draft of that name, for those that came or went since."""
        self._waiting: tuple[Path, Draft] | None = None
        self._since = 0.0
        self._first = 0.0

    @property
    def trouble(self) -> str:
        """Why a draft is not on the disk, for as long as that is so."""
        return self._why if self._refused else ""

    def news(self) -> str:
        """That drafts are not on the disk, or are again; each is said once."""
        if bool(self._refused) == self._told:
            return ""
        self._told = not self._told
        if not self._told:
            return _("The draft is on the disk now.")
        return _(
            "The draft is not on the disk: {why}. It stays here until the game is closed: save the "
            "card (Ctrl S), or copy its words."
        ).format(why=self._why)

    @property
    def known(self) -> bool:
        """Whether it is known yet which drafts wait."""
        return self._found.done

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
        if self._refused and now - self._tried >= AGAIN_SECONDS:
            self._tried = now
            self._try_again()

    def _try_again(self) -> None:
        # While something is being written it may be a newer draft, which must not be overtaken.
        if self._behind.idle:
            for path, text in tuple(self._refused.items()):
                self._behind.put(path, text)

    def flush(self) -> None:
        """Write what waits now."""
        if self._waiting is None:
            return
        (path, draft), self._waiting = self._waiting, None
        data = {"card": draft.card, "values": draft.values}
        text = json.dumps(data, ensure_ascii=False, indent=1, default=dict) + "\n"
        self._lies[path.name] = True
        self._behind.put(path, text)

    def settle(self) -> None:
        """Write what waits, and wait until it is written, but not for ever."""
        self._try_again()
        self.flush()
        self._behind.settle()

    def finding(self, pack: Path, card: str) -> "Callable[[], Draft | None]":
        """What reads the draft of this card, or of a new card, that was not saved into its pack."""
        self.flush()
        return lambda: self._read(self._path(pack, card), card)

    def _read(self, path: Path, card: str) -> Draft | None:
        self._behind.settle(None)
        refused = self._refused.get(path)
        try:
            raw = json.loads(refused or path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(raw, dict) or not isinstance(raw.get("values"), dict):
            return None
        values = _value(raw["values"], _DEEPEST)
        return Draft(values, card) if isinstance(values, Mapping) else None

    def waits(self, pack: Path, card: str) -> bool:
        """Whether there is a draft of this card that was not saved into its pack."""
        path = self._path(pack, card)
        before = self._found.answer or frozenset()
        lies = self._lies.get(path.name, path.name in before)
        return lies or (self._waiting is not None and self._waiting[0] == path)

    def drop(self, pack: Path, card: str) -> None:
        """The draft is saved or given up."""
        path = self._path(pack, card)
        if self._waiting is not None and self._waiting[0] == path:
            self._waiting = None
        self._lies[path.name] = False
        self._refused.pop(path, None)
        self._told = self._told and bool(self._refused)
        self._behind.put(path, None)

    def _written(self, path: Path, text: str | None) -> str:
        """Bring a draft to the disk, or take it away; a sentence where that cannot be."""
        try:
            if text is None:
                # An older text may have been refused only after this was asked for.
                self._refused.pop(path, None)
                path.unlink(missing_ok=True)
            else:
                write_atomically(path, text)
        except NotWritten as trouble:
            # What helps with a folder that one has chosen is no help with this one.
            self._why = str(trouble).split(". ", maxsplit=1)[0]
            if text is not None:
                self._refused[path] = text
            return trouble.sentence
        except OSError:
            return _("{name} could not be deleted.").format(name=path.name)
        self._refused.pop(path, None)
        return ""

    def _path(self, pack: Path, card: str) -> Path:
        place = hashlib.sha256(str(pack.absolute()).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{card or 'new'}-{place[:12]}.json"


def _names_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(each.name for each in folder.iterdir())
    except OSError:
        return frozenset()


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
