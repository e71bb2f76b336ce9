"""Paper records that are half typed in: kept in the data folder, one file each, until entered."""

import contextlib
import json
import secrets
from pathlib import Path

from game.app.paperform import PaperForm, cards_shown
from game.app.places import Places
from game.files.writing import NotWritten, write_atomically
from game.tongue import _, ngettext
from game.values import dataclass

FORMAT = 1
FOLDER = "paper"
_LONGEST = 400
"""No field holds more characters; a file that says so is not ours."""


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A form that waits to be gone on with."""

    path: Path
    form: PaperForm

    @property
    def told(self) -> str:
        """What it is about, in a few words: "25 11 2026, 3 cards"."""
        cards = sum(bool(self.form[f"code {n}"]) for n in range(cards_shown(self.form)))
        count = ngettext("{count} card", "{count} cards", cards).format(count=cards)
        if not cards:
            count = _("no card yet")
        return ", ".join(filter(None, (self.form["date"], self.form["group"], count)))


def new_path(places: Places) -> Path:
    """Where a new draft will lie; nothing is written yet."""
    return places.data / FOLDER / f"record-{secrets.token_hex(4)}.json"


def drafts(places: Places) -> tuple[PaperDraft, ...]:
    """
    The drafts, the one changed last first. What cannot be read is passed by, and left alone; what has
    become a session, and was left behind by a kill, is taken away.
    """
    folder = places.data / FOLDER
    try:
        paths = sorted(
            (path for path in folder.glob("record-*.json") if path.is_file()),
            key=lambda path: (path.stat().st_mtime_ns, path.name),
            reverse=True,
        )
    except OSError:
        return ()
    found = ((path, _read(path, places.saves)) for path in paths)
    return tuple(PaperDraft(path, form) for path, form in found if form is not None)


def keep(path: Path, form: PaperForm) -> str:
    """Write the draft; a sentence where that cannot be. An empty form needs no file."""
    if not form.texts:
        return drop(path)
    try:
        _write(path, form)
    except NotWritten as trouble:
        return trouble.sentence
    return ""


def becoming(path: Path, form: PaperForm, session: Path) -> None:
    """
    Write into the draft which session it is about to become.

    Where that cannot be, the session is worth more than the word.
    """
    with contextlib.suppress(NotWritten):
        _write(path, form, becomes=session.name)


def _write(path: Path, form: PaperForm, **more: str) -> None:
    data = {"format": FORMAT, "fields": dict(form.texts), **more}
    write_atomically(path, json.dumps(data, ensure_ascii=False, indent=1))


def drop(path: Path) -> str:
    """Take the draft away; a sentence where it stays."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return _("{name} could not be deleted.").format(name=path.name)
    return ""


def _read(path: Path, saves: Path) -> PaperForm | None:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    fields = data.get("fields") if isinstance(data, dict) else None
    if not isinstance(fields, dict):
        return None
    becomes = data.get("becomes")
    if isinstance(becomes, str) and becomes == Path(becomes).name and (saves / becomes).is_dir():
        drop(path)
        return None
    texts = tuple(
        (key, text)
        for key, text in fields.items()
        if isinstance(text, str) and len(text) <= _LONGEST and text
    )
    return PaperForm(texts)
