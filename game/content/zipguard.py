"""
The guard at every zip from somebody else: packs and workbooks alike.

It looks at a zip's table of contents and at where its parts lie, refuses what is not as it should
be with a sentence, and reads single parts within limits. Nothing is ever unpacked to disk here.
"""

import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from game.content import limits
from game.content.refusal import RefusedError
from game.values import dataclass

_START, _END = b"PK\x03\x04", b"PK\x05\x06"
_START_SIZE, _END_SIZE = 30, 22
_BIG_LOCATOR = b"PK\x06\x07"
_BIG_LOCATOR_SIZE = 20
# One entry of the table of contents has 46 bytes and a name; no honest zip comes near this.
_ENTRY_BYTES = 1_000

_DAMAGED = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    OverflowError,
    IndexError,
    struct.error,
    zlib.error,
)
_DRIVE = re.compile(r"[A-Za-z]:")
# Windows gives these names to devices, whatever ending follows.
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?\Z", re.IGNORECASE
)
_NOT_IN_NAMES = frozenset('<>:"|?*')
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a zip may hold."""

    entries: int
    unpacked: int
    """Bytes of all its files together."""
    ratio: int
    """How many times its size a file may grow to."""


PACK = Bounds(limits.ZIP_ENTRIES, limits.ZIP_UNPACKED_BYTES, limits.ZIP_RATIO)


@contextmanager
def guarded(
    data: bytes, bounds: Bounds = PACK
) -> Iterator[tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]]:
    """
    A zip and its entries, once all of them are as they should be.

    Whatever goes wrong, at opening or inside the block, comes out as a `RefusedError`.
    """
    try:
        _check_contents_table(data, bounds)
        with zipfile.ZipFile(BytesIO(data)) as opened:
            entries = opened.infolist()
            _check_entries(entries, bounds)
            _check_places(data, entries, opened.start_dir)
            yield opened, [each for each in entries if not each.is_dir()]
    except _DAMAGED as fault:
        raise RefusedError("the zip file is damaged") from fault


def read_part(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """A file's bytes; one byte more than *most* is enough to know that there is too much."""
    with opened.open(entry) as inside:
        return inside.read(most + 1)


def is_hidden(name: str) -> bool:
    """Whether a system put a file there for itself: macOS adds a shadow for each file."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts)


def _check_contents_table(data: bytes, bounds: Bounds) -> None:
    """Refuse a table of contents so long that only reading it would fill the memory."""
    tail = data[-_END_SIZE:]
    place = len(data) - _END_SIZE
    if not (tail.startswith(_END) and tail.endswith(b"\0\0")):
        place = data.rfind(_END, max(0, len(data) - _END_SIZE - 65_536))
    if place < 0 or len(data) - place < _END_SIZE:
        raise RefusedError("this is no zip file, or its end is missing")
    entries, size = struct.unpack_from("<HL", data, place + 10)
    big = data[max(0, place - _BIG_LOCATOR_SIZE) : place].startswith(_BIG_LOCATOR)
    if entries > bounds.entries or size > bounds.entries * _ENTRY_BYTES or big:
        raise RefusedError(
            f"the zip holds more than {bounds.entries} files", "Send the pack's own files only."
        )
    if not data.startswith((_START, _END)):
        # A picture or a program with a zip glued to its end would be two things at once.
        raise RefusedError("something else stands in front of the zip's first file")


def _check_entries(entries: list[zipfile.ZipInfo], bounds: Bounds) -> None:
    if len(entries) > bounds.entries:
        raise RefusedError(f"the zip holds more than {bounds.entries} files")
    names: set[str] = set()
    files: set[str] = set()
    unpacked = 0
    for entry in entries:
        _check_entry(entry, bounds)
        folded = unicodedata.normalize("NFC", entry.filename).casefold()
        if folded in names:
            raise RefusedError(
                "the zip holds two files of the same name, or names that differ only in large "
                "and small letters"
            )
        names.add(folded)
        if not entry.is_dir():
            files.add(folded)
        unpacked += entry.file_size
        if unpacked > bounds.unpacked:
            raise RefusedError(f"the zip would unpack to more than {bounds.unpacked:,} bytes")
    for name in names:
        parts = name.rstrip("/").split("/")
        if any("/".join(parts[:n]) in files for n in range(1, len(parts))):
            raise RefusedError("one name in the zip is both a file and a folder")


def _check_entry(entry: zipfile.ZipInfo, bounds: Bounds) -> None:
    _check_name(entry)
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise RefusedError("the zip holds a link, which could lead anywhere")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise RefusedError("the zip holds a device, which is no file")
    if entry.flag_bits & 0x1:
        raise RefusedError("the zip has a password", "Zip it again without one.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RefusedError("the zip is packed in a way that is not read here")
    if entry.file_size > bounds.ratio * max(1, entry.compress_size):
        raise RefusedError(
            f"a file in the zip would grow to more than {bounds.ratio} times its size"
        )


def _check_name(entry: zipfile.ZipInfo) -> None:
    # `orig_filename` still has the backslashes and zeros that the zip really holds.
    name = entry.orig_filename
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or "\\" in name or "\0" in name or _DRIVE.match(name):
        raise RefusedError("a file in the zip would land outside the pack's folder")
    inner = parts[:-1] if name.endswith("/") else parts
    if not name or len(name) > _LONGEST_NAME or any(part in ("", ".") for part in inner):
        raise RefusedError("a file in the zip has a name that cannot be used")
    if any(_RESERVED.match(part) for part in inner):
        raise RefusedError("a file in the zip has a name that Windows keeps for itself")
    if any(part.endswith((".", " ")) for part in inner) or not _is_plain(name):
        raise RefusedError(
            "a file in the zip has a name that not every computer can write",
            "Use letters, digits, hyphens and underscores in the names of files.",
        )


def _is_plain(name: str) -> bool:
    return name.isprintable() and _NOT_IN_NAMES.isdisjoint(name)


def _check_places(data: bytes, entries: list[zipfile.ZipInfo], contents: int) -> None:
    """Refuse files that share their bytes: a small zip could then unpack to terabytes."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        start = entry.header_offset
        if start < end or data[start : start + len(_START)] != _START:
            raise RefusedError("files in the zip lie on top of one another")
        name, extra = struct.unpack_from("<HH", data, start + 26)
        end = start + _START_SIZE + name + extra + entry.compress_size
    if end > contents:
        raise RefusedError("files in the zip lie on top of one another")
