"""
Pictures in packs: what they may be called, and PNG and JPEG files looked at byte by byte.

Nothing is decoded here. A picture's header is read before anything else touches it, because a file
of a hundred bytes can claim a size that fills the memory; what a camera wrote beside the picture,
such as where it was taken, is left out.
"""

import re
import struct
import zlib

from game.content import limits
from game.content.refusal import RefusedError
from game.values import dataclass

_PART = r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}"
_NAME = re.compile(rf"{_PART}(?:/{_PART}){{0,3}}\.(?:png|jpg|jpeg)\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z", re.IGNORECASE)

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"RIFF", "WebP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\0\0\0", "HEIC, as telephones save it,"),
    (b"%PDF", "PDF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"\xef\xbb\xbf<", "SVG"),
)
# The parts of a PNG that make the picture; all others are about it.
_PNG_KEPT = frozenset((b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"IDAT", b"IEND"))
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# JFIF, Adobe's note on colours, tables, frame, restart, scan.
_JPEG_KEPT = frozenset((0xE0, 0xEE, 0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDD, 0xDA))
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SCANS = 100

SAVE_AGAIN = "Open it in a picture program and save it as PNG or JPEG."
SMALLER = "Make it smaller: 1,000 pixels a side are plenty for a portrait."


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be decoded: only its own bytes, nothing about it, nothing behind it."""

    ending: str
    """`png` or `jpg`, by what it is, not by what it is called."""
    width: int
    height: int
    data: bytes


def is_file_name(name: str) -> bool:
    """Whether a portrait names a picture file of the pack rather than one of our own art."""
    return "." in name or "/" in name or "\\" in name


def why_no_name(name: str) -> str:
    """Why a picture cannot be called so, in words; empty where it can."""
    if _NAME.match(name):
        if any(_RESERVED.match(part) for part in name.rpartition(".")[0].split("/")):
            return "Windows keeps this name for itself"
        return ""
    if name.lower().endswith((".svg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".pdf")):
        return "pictures in packs are PNG or JPEG"
    if name.startswith(("/", "\\")) or ".." in name or ":" in name or "\\" in name:
        return "a picture has to lie in the pack's own folder"
    if not name.endswith((".png", ".jpg", ".jpeg")):
        return 'the name of a picture ends with ".png" or ".jpg", in small letters'
    return "only letters, digits, hyphens and underscores can stand in a picture's name"


def looked_at(data: bytes) -> Picture:
    """The picture, once its header and its parts are as they should be; else `RefusedError`."""
    if len(data) > limits.PICTURE_BYTES:
        raise RefusedError(f"the picture has more than {limits.PICTURE_BYTES:,} bytes", SMALLER)
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    start = data[:256].lstrip().lower() if data[:64].lstrip()[:1] == b"<" else data[:256]
    for magic, called in _OTHERS:
        if start.startswith(magic):
            raise RefusedError(f"this is {called} and not PNG or JPEG", SAVE_AGAIN)
    raise RefusedError("this is no picture, whatever it is called", SAVE_AGAIN)


def _check_size(width: int, height: int) -> None:
    if not width or not height:
        raise RefusedError("the picture has no size", SAVE_AGAIN)
    if max(width, height) > limits.PICTURE_SIDE or width * height > limits.PICTURE_PIXELS:
        raise RefusedError(
            f"the picture has {width:,} × {height:,} pixels; {limits.PICTURE_SIDE:,} a side and "
            f"{limits.PICTURE_PIXELS:,} in all are the most",
            SMALLER,
        )


def _png(data: bytes) -> Picture:
    kept = [_PNG]
    place = len(_PNG)
    width = height = 0
    drawn = False
    while True:
        if place + 12 > len(data):
            raise RefusedError("the picture is cut short", SAVE_AGAIN)
        (length,) = struct.unpack_from(">L", data, place)
        kind = data[place + 4 : place + 8]
        end = place + 12 + length
        if end > len(data):
            raise RefusedError("the picture is cut short", SAVE_AGAIN)
        if not width:
            if kind != b"IHDR" or length != 13:
                raise RefusedError("the picture's header is damaged", SAVE_AGAIN)
            width, height, depth, colours = struct.unpack_from(">LLBB", data, place + 8)
            _check_size(width, height)
            if depth not in _PNG_DEPTHS.get(colours, ()):
                raise RefusedError("the picture's header is damaged", SAVE_AGAIN)
        elif kind == b"IHDR":
            raise RefusedError("the picture's header is damaged", SAVE_AGAIN)
        (crc,) = struct.unpack_from(">L", data, end - 4)
        if zlib.crc32(data[place + 4 : end - 4]) != crc:
            raise RefusedError("the picture is damaged", SAVE_AGAIN)
        drawn = drawn or kind == b"IDAT"
        if kind in _PNG_KEPT:
            kept.append(data[place:end])
        place = end
        if kind == b"IEND":
            break
    if not drawn:
        raise RefusedError("the picture is empty", SAVE_AGAIN)
    # What stands behind the end is no part of the picture, and goes no further.
    return Picture("png", width, height, b"".join(kept))


def _jpeg(data: bytes) -> Picture:
    kept = [data[:2]]
    place, width, height, turn, scans = 2, 0, 0, 1, 0
    while (found := _segment(data, place)) is not None:
        place, mark, end = found
        if mark in _JPEG_FRAMES:
            if width:
                raise RefusedError("the picture's header is damaged", SAVE_AGAIN)
            width, height = _frame(mark, data[place + 4 : end])
        if mark == 0xE1 and turn == 1:
            turn = _orientation(data[place + 4 : end])
        if mark == 0xDA:
            scans += 1
            if not width or scans > _JPEG_SCANS:
                raise RefusedError("the picture is damaged", SAVE_AGAIN)
            end = _scan_end(data, end)
        if mark in _JPEG_KEPT:
            kept.append(data[place:end])
        place = end
    if not scans:
        raise RefusedError("the picture is empty", SAVE_AGAIN)
    if turn != 1:
        # Which way is up is all that is kept of what the camera wrote.
        kept.insert(1, _turned(turn))
    kept.append(b"\xff\xd9")
    return Picture("jpg", width, height, b"".join(kept))


def _segment(data: bytes, place: int) -> tuple[int, int, int] | None:
    """The next part of a JPEG: where it starts, its mark, and where it ends; None at the end."""
    while data[place : place + 2] == b"\xff\xff":
        place += 1
    if data[place : place + 2] == b"\xff\xd9":
        return None
    if place + 4 > len(data):
        raise RefusedError("the picture is cut short", SAVE_AGAIN)
    if data[place] != 0xFF:
        raise RefusedError("the picture is damaged", SAVE_AGAIN)
    (length,) = struct.unpack_from(">H", data, place + 2)
    end = place + 2 + length
    if length < 2 or end > len(data):
        raise RefusedError("the picture is cut short", SAVE_AGAIN)
    return place, data[place + 1], end


def _frame(mark: int, frame: bytes) -> tuple[int, int]:
    if len(frame) < 6:
        raise RefusedError("the picture's header is damaged", SAVE_AGAIN)
    depth, height, width, colours = struct.unpack_from(">BHHB", frame)
    _check_size(width, height)
    if mark not in (0xC0, 0xC1, 0xC2) or depth != 8:
        raise RefusedError("this kind of JPEG is not read here", SAVE_AGAIN)
    if colours not in (1, 3):
        raise RefusedError(
            "the picture's colours are made for a printing press (CMYK)",
            "Save it again with RGB colours.",
        )
    return width, height


def _scan_end(data: bytes, place: int) -> int:
    """Where the coded lines end: at a mark that is neither a zero nor a restart."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0 or place + 1 >= len(data):
            raise RefusedError("the picture is cut short", SAVE_AGAIN)
        after = data[place + 1]
        if after == 0 or 0xD0 <= after <= 0xD7:
            place += 2
        elif after == 0xFF:
            place += 1
        else:
            return place


def _orientation(note: bytes) -> int:
    """Which way is up, 1 to 8, as a camera notes it; 1 where it does not say or it makes no sense."""
    if not note.startswith(b"Exif\0\0") or note[6:8] not in (b"II", b"MM"):
        return 1
    tiff = note[6:]
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        (first,) = struct.unpack_from(order + "L", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        for n in range(min(count, 200)):
            tag, _, _, value = struct.unpack_from(order + "HHLH", tiff, first + 2 + 12 * n)
            if tag == 0x0112:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _turned(turn: int) -> bytes:
    tiff = struct.pack("<2sHLHHHLHHL", b"II", 42, 8, 1, 0x0112, 3, 1, turn, 0, 0)
    note = b"Exif\0\0" + tiff
    return struct.pack(">HH", 0xFFE1, len(note) + 2) + note


def turn_of(data: bytes) -> int:
    """Which way is up in a picture that `looked_at` gave, 1 to 8 as cameras count it."""
    if data[2:4] != b"\xff\xe1":
        return 1
    (length,) = struct.unpack_from(">H", data, 4)
    return _orientation(data[6 : 4 + length])
