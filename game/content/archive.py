"""The YAML files inside a zipped pack, read into memory within limits; nothing is ever unpacked."""

import re
import stat
import struct
import zipfile
import zlib
from io import BytesIO

from game.content import limits
from game.content.codes import reading as codes
from game.content.diagnostics import Diagnostic, about_file

_END = b"PK\x05\x06"
_END_SIZE = 22
_BIG_LOCATOR = b"PK\x06\x07"
_BIG_LOCATOR_SIZE = 20
# One entry of the table of contents has 46 bytes and a name; no honest pack comes near this.
_CONTENTS_BYTES = limits.ZIP_ENTRIES * 1_000

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
_AGAIN = "Zip the pack's folder again, and send that."


class _RefusedError(Exception):
    """What is wrong with a zip, and what would be right."""

    def __init__(self, sentence: str, fix: str = _AGAIN) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fix = fix


def yaml_files(name: str, data: bytes) -> tuple[list[tuple[str, bytes]], list[Diagnostic]]:
    """The names and bytes of a zip's YAML files; or nothing, and why the zip is refused."""
    try:
        _check_contents_table(data)
        with zipfile.ZipFile(BytesIO(data)) as opened:
            entries = opened.infolist()
            _check_entries(entries)
            return [(each.filename, _read(opened, each)) for each in entries if _is_yaml(each)], []
    except _RefusedError as refused:
        return [], [about_file(codes.BAD_ZIP, name, refused.sentence, refused.fix)]
    except _DAMAGED:
        return [], [about_file(codes.BAD_ZIP, name, "the zip file is damaged", _AGAIN)]


def _check_contents_table(data: bytes) -> None:
    """Refuse a table of contents so long that only reading it would fill the memory."""
    tail = data[-_END_SIZE:]
    place = len(data) - _END_SIZE
    if not (tail.startswith(_END) and tail.endswith(b"\0\0")):
        place = data.rfind(_END, max(0, len(data) - _END_SIZE - 65_536))
    if place < 0 or len(data) - place < _END_SIZE:
        raise _RefusedError("this is no zip file, or its end is missing")
    entries, size = struct.unpack_from("<HL", data, place + 10)
    big = data[max(0, place - _BIG_LOCATOR_SIZE) : place].startswith(_BIG_LOCATOR)
    if entries > limits.ZIP_ENTRIES or size > _CONTENTS_BYTES or big:
        raise _RefusedError(
            f"the zip holds more than {limits.ZIP_ENTRIES} files", "Send the pack's own files only."
        )


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.ZIP_ENTRIES:
        raise _RefusedError(f"the zip holds more than {limits.ZIP_ENTRIES} files")
    names = set()
    unpacked = 0
    for entry in entries:
        _check_entry(entry)
        folded = entry.filename.casefold()
        if folded in names:
            raise _RefusedError("the zip holds two files of the same name")
        names.add(folded)
        unpacked += entry.file_size
        if unpacked > limits.ZIP_UNPACKED_BYTES:
            raise _RefusedError(
                f"the zip would unpack to more than {limits.ZIP_UNPACKED_BYTES:,} bytes"
            )


def _check_entry(entry: zipfile.ZipInfo) -> None:
    # `orig_filename` still has the backslashes and zeros that the zip really holds.
    name = entry.orig_filename
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or "\\" in name or "\0" in name or _DRIVE.match(name):
        raise _RefusedError("a file in the zip would land outside the pack's folder")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _RefusedError("the zip holds a link, which could lead anywhere")
    if entry.flag_bits & 0x1:
        raise _RefusedError("the zip has a password", "Zip it again without one.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError("the zip is packed in a way that is not read here")
    if entry.file_size > limits.ZIP_RATIO * max(1, entry.compress_size):
        raise _RefusedError(
            f"a file in the zip would grow to more than {limits.ZIP_RATIO} times its size"
        )


def _is_yaml(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.split("/")
    # macOS adds a shadow file for each file, with names that begin with a dot.
    hidden = parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts)
    return not hidden and parts[-1].lower().endswith((".yaml", ".yml"))


def _read(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # One byte more than may be there is enough to know that there is too much.
    with opened.open(entry) as inside:
        return inside.read(limits.FILE_BYTES + 1)
