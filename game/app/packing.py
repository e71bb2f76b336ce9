"""
A pack as one file to send: its YAML, its pictures, its licence, and a list of what it holds.

The same pack gives the same bytes, on any day and any computer: nothing is compressed, for
compressors differ, and no time is written down.
"""

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

from game import __version__
from game.app.gallery import decoded
from game.content.gather import own_files
from game.content.load import load_pack
from game.content.loaded import Credits, Loaded
from game.content.names import plain_name
from game.model.evidence import Fact
from game.tongue import _, ngettext
from game.values import dataclass

CONTENTS = "pack.json"
LICENCE = "LICENCE.txt"
FORMAT = 1
_LICENCE_NAMES = ("licence", "license")
_LONGEST_LICENCE = 200_000
# The first day that a zip can write down.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Holding:
    """What a pack holds, for people who are about to send, open or remove it."""

    credits: Credits
    cards: int
    people: int
    pictures: int
    facts: tuple[Fact, ...]
    """Those that its own cards lean on."""
    out_of_date: tuple[Fact, ...]
    """Those of them that may not be shown today."""
    errors: int
    warnings: int


def cards_held(held: Holding) -> str:
    """How many cards the pack holds, in words."""
    return ngettext("{count:,} card", "{count:,} cards", held.cards).format(count=held.cards)


@dataclass(frozen=True, slots=True)
class Built:
    """A pack's one file, or why there is none."""

    data: bytes
    holding: Holding | None
    loaded: Loaded
    trouble: str = ""


def holding(loaded: Loaded, today: str) -> Holding:
    """What a pack holds, from reading it alone."""
    pack = loaded.pack
    cards = pack.cards if pack else ()
    known = {each.id: each for each in pack.facts} if pack else {}
    used = dict.fromkeys(card.evidence for card in cards if card.evidence is not None)
    facts = tuple(known[each] for each in used)
    return Holding(
        credits=loaded.credits[0],
        cards=len(cards),
        people=loaded.credits[0].people,
        pictures=len(loaded.portraits),
        facts=facts,
        out_of_date=tuple(each for each in facts if not each.shows_on(today)),
        errors=loaded.errors,
        warnings=sum(each.severity.value == "warning" for each in loaded.diagnostics),
    )


def build(path: Path, *, core: Path, today: str) -> Built:
    """The pack at *path* as the bytes of one zip; nothing is built of a pack with errors."""
    loaded = load_pack(path, core, today=today, advice=False)
    if loaded.pack is None or loaded.errors:
        return Built(b"", None, loaded, _("The pack has errors, so nothing was built."))
    files: dict[str, bytes] = {}
    raw = own_files(path, core)[0]
    for each in raw:
        name = _yaml_name(each.name)
        if name in files:
            sentence = f"Two files of the pack would both be called {name}; rename one."
            return Built(b"", None, loaded, sentence)
        files[name] = each.data
    for portrait in loaded.portraits:
        if decoded(portrait.picture) is None:
            sentence = (
                f"The picture {portrait.name} cannot be opened; save it again as PNG or JPEG."
            )
            return Built(b"", None, loaded, sentence)
        files[portrait.name] = portrait.picture.data
    held = holding(loaded, today)
    files[LICENCE] = _licence(path, held.credits)
    files[CONTENTS] = _contents(held, files)
    return Built(_zipped(files), held, loaded)


def _yaml_name(name: str) -> str:
    """A name that every computer can write, made from the file's own."""
    return f"{plain_name(name, 60, 'cards')}.yaml"


def _licence(path: Path, said: Credits) -> bytes:
    """The licence that lies beside the pack; otherwise a sentence with what the pack says."""
    # Beside a single file may lie the licence of something else.
    if path.is_dir():
        for each in sorted(path.iterdir()):
            if each.stem.casefold() in _LICENCE_NAMES and each.is_file() and not each.is_symlink():
                return each.read_bytes()[:_LONGEST_LICENCE]
    author = f" by {said.author}" if said.author else ""
    licence = said.licence or "The pack does not say what others may do with it. Ask its author."
    return f"{said.title}{author}\n\n{licence}\n".encode()


def _contents(held: Holding, files: dict[str, bytes]) -> bytes:
    words = held.credits
    listed = {
        "format": FORMAT,
        "made_with": f"MaP {__version__}",
        "title": words.title,
        "author": words.author,
        "version": words.version,
        "language": words.language,
        "licence": words.licence,
        "cards": held.cards,
        "people": held.people,
        "facts": [
            {"id": each.id, "checked": each.checked, "review": each.review}
            for each in sorted(held.facts, key=lambda each: each.id)
        ],
        "files": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(listed, indent=2, ensure_ascii=False) + "\n").encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            # Otherwise the zip would say on what system it was made.
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            made.writestr(entry, files[name])
    return out.getvalue()
