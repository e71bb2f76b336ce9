"""Which letters a font file has: read from the table in which it says so itself."""

import struct
from functools import cache
from pathlib import Path

_TABLES_AT = 12
_LAST = 0x10FFFF
_PLATFORMS = {
    (3, 10): 4,
    (0, 6): 4,
    (0, 4): 4,
    (3, 1): 2,
    (0, 3): 2,
    (0, 2): 1,
    (0, 1): 1,
    (0, 0): 1,
}
"""Kinds of tables by platform and encoding, and how far we prefer them."""


@cache
def coverage_of(path: Path) -> frozenset[str]:
    """The letters of the font at *path*; of a collection, its first. None where it makes no sense."""
    try:
        ranges = _ranges(path.read_bytes())
    except (OSError, struct.error, IndexError):
        return frozenset()
    return frozenset(
        chr(code) for first, last in ranges for code in range(first, min(last, _LAST) + 1)
    )


def _ranges(data: bytes) -> list[tuple[int, int]]:
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    (count,) = struct.unpack_from(">H", data, start + 4)
    for number in range(count):
        tag, _, at, _ = struct.unpack_from(">4sIII", data, start + _TABLES_AT + 16 * number)
        if tag == b"cmap":
            return _of_best(data, at)
    return []


def _of_best(data: bytes, cmap: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    best, chosen = 0, 0
    for number in range(count):
        platform, encoding, at = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        liking = _PLATFORMS.get((platform, encoding), 0)
        if liking > best:
            best, chosen = liking, cmap + at
    if not best:
        return []
    (kind,) = struct.unpack_from(">H", data, chosen)
    if kind == 12:
        return _grouped(data, chosen)
    return _segments(data, chosen) if kind == 4 else []


def _grouped(data: bytes, at: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    groups = struct.iter_unpack(">III", data[at + 16 : at + 16 + 12 * count])
    # A group that begins at glyph 0 begins with the box for what is lacking.
    return [(first + (not glyph), last) for first, last, glyph in groups]


def _segments(data: bytes, at: int) -> list[tuple[int, int]]:
    (twice,) = struct.unpack_from(">H", data, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    firsts = struct.unpack_from(f">{count}H", data, at + 16 + twice)
    offsets_at = at + 16 + 3 * twice
    offsets = struct.unpack_from(f">{count}H", data, offsets_at)
    found: list[tuple[int, int]] = []
    for number, (first, last, offset) in enumerate(zip(firsts, ends, offsets, strict=True)):
        if first == 0xFFFF:
            continue
        if not offset:
            found.append((first, last))
            continue
        glyphs_at = offsets_at + 2 * number + offset
        glyphs = struct.unpack_from(f">{last - first + 1}H", data, glyphs_at)
        found += [(first + place,) * 2 for place, glyph in enumerate(glyphs) if glyph]
    return found
