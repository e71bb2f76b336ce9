"""
A session's folder: how it is made, whole or not at all, and the pack's texts as played in it.

    journal.a.log  journal.b.log   the two copies
    pack/                          the pack's texts, byte for byte
    lock                           who has the session open
"""

import contextlib
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Final

from game.files.disk import Disk, move, put
from game.journal.merge import NAMES
from game.journal.records import Text

PACK: Final = "pack"

# Folders of these names are never sessions: one being made, one being deleted.
MAKING: Final = ".making-"
ERASING: Final = ".erasing-"

_OURS: Final = re.compile(r"[0-9]{2,4}-[A-Za-z0-9._-]{0,60}")

Texts = tuple[tuple[str, str], ...]
"""Names and contents of the pack's files."""


def new_name(saves: Path, now: str) -> str:
    """A name that no session has yet, such as `2026-11-23-1402-7f3a`."""
    begun = datetime.fromisoformat(now)
    while True:
        name = f"{begun:%Y-%m-%d-%H%M}-{secrets.token_hex(2)}"
        if not (saves / name).exists():
            return name


def free_name(saves: Path, wanted: str) -> str:
    """The name, or where it is taken the name with the next free number behind it."""
    names = chain([wanted], (f"{wanted}-{number}" for number in count(2)))
    return next(name for name in names if not os.path.lexists(saves / name))


def marks(texts: Texts) -> tuple[Text, ...]:
    """What the first record says of each text."""
    return tuple(
        Text(name, f"{number:02}-{_plain(name)}", hashlib.sha256(file_bytes(content)).hexdigest())
        for number, (name, content) in enumerate(texts, 1)
    )


def pack_hash(texts: Iterable[Text]) -> str:
    """One hash for the pack: of the texts' names and hashes, in order."""
    listed = "".join(f"{each.sha256}  {each.name}\n" for each in texts)
    return hashlib.sha256(file_bytes(listed)).hexdigest()


def build(disk: Disk, saves: Path, name: str, lines: bytes, texts: Texts) -> Path:
    """
    Make the folder of a session that consists of *lines*.

    It is made under a passing name and then renamed, so that no half-made session is ever there.
    """
    files = zip(marks(texts), texts, strict=True)
    return build_copy(
        disk, saves, name, lines, {mark.file: file_bytes(content) for mark, (_, content) in files}
    )


def build_copy(disk: Disk, saves: Path, name: str, lines: bytes, pack: Mapping[str, bytes]) -> Path:
    """The same, with the pack's files given by the names they have in the folder."""
    making = saves / f"{MAKING}{name}"
    try:
        disk.make_folder(making)
        disk.make_folder(making / PACK)
        for file, content in pack.items():
            put(disk, making / PACK / file, content)
        for each in NAMES:
            put(disk, making / each, lines)
        move(disk, making, saves / name)
    except OSError:
        shutil.rmtree(making, ignore_errors=True)
        raise
    return saves / name


def read_texts(disk: Disk, folder: Path, texts: Iterable[Text]) -> tuple[Texts, tuple[str, ...]]:
    """The texts as played, and the names of those that are missing or no longer as they were."""
    sound: list[tuple[str, str]] = []
    lost: list[str] = []
    for each in texts:
        content = _content(disk, folder / PACK, each)
        if content is None:
            lost.append(each.name)
        else:
            sound.append((each.name, content))
    return tuple(sound), tuple(lost)


def read_pack(disk: Disk, folder: Path) -> dict[str, bytes]:
    """The pack's files as they lie in the folder, sound or not; those of our names only."""
    found: dict[str, bytes] = {}
    for path in sorted((folder / PACK).iterdir()):
        if _OURS.fullmatch(path.name):
            with contextlib.suppress(OSError):
                found[path.name] = disk.read(path)
    return found


def _content(disk: Disk, pack: Path, text: Text) -> str | None:
    # The name comes from a file that anybody may have written: it must not lead elsewhere.
    if not _OURS.fullmatch(text.file):
        return None
    try:
        data = disk.read(pack / text.file)
        right = hashlib.sha256(data).hexdigest() == text.sha256
        return data.decode("utf-8", "surrogatepass") if right else None
    except (OSError, UnicodeDecodeError):
        return None


def file_bytes(content: str) -> bytes:
    """A text of the pack as its file holds it."""
    # Half a character pair is no text, and no reason to lose the rest.
    return content.encode("utf-8", "surrogatepass")


def _plain(name: str) -> str:
    """A part of a file name that every system takes, made from the last part of *name*."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[^A-Za-z0-9._-]", "_", last)[-60:]
