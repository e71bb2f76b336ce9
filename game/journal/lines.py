"""
The format of a line: `crc32hex SP seq SP json LF`, in ASCII, at most 64 KiB.

The checksum covers everything between itself and the line's end. Sequence numbers count up from 0
without a gap. What the JSON says is none of this module's business.
"""

import zlib
from typing import Final

from game.values import dataclass

MOST_BYTES: Final = 64 * 1024
_MARK = b"\xef\xbb\xbf"


class LongLineError(ValueError):
    """More than a line can carry."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The sound lines of one file, by sequence number; each without its line end."""

    lines: dict[int, bytes]
    rest: bool
    """Whether bytes stand after the last sound line: a line begun, or damage."""


def format_line(seq: int, text: str) -> bytes:
    """The line with its end; `LongLineError` where it would be longer than a line may be."""
    body = b"%d %s" % (seq, text.encode("ascii"))
    line = b"%08x %s\n" % (zlib.crc32(body), body)
    if len(line) > MOST_BYTES:
        raise LongLineError
    return line


def parse_line(line: bytes) -> int | None:
    """The sequence number of a sound line without its end; None for a line that is not sound."""
    if len(line) >= MOST_BYTES or line[8:9] != b" " or line[:8] != b"%08x" % zlib.crc32(line[9:]):
        return None
    seq, _, text = line[9:].partition(b" ")
    # The checksum is right, so this holds unless somebody made the line up.
    if not (seq.isdigit() and len(seq) < 10 and b"%d" % int(seq) == seq and text.isascii()):
        return None
    return int(seq)


def json_of(line: bytes) -> str:
    """The JSON text of a sound line."""
    return line.split(b" ", 2)[2].decode("ascii")


def scan(data: bytes) -> Scan:
    """
    The sound lines of a file, whatever the file is.

    What a text editor does to a file on saving (a byte-order mark, line ends of another system, a
    last line without an end) spoils nothing. Two sound lines that claim the same number and differ
    are both left out.
    """
    lines: dict[int, bytes] = {}
    torn: set[int] = set()
    rest = False
    for each in data.removeprefix(_MARK).split(b"\n"):
        line = each.removesuffix(b"\r")
        seq = parse_line(line)
        if seq is None:
            rest = rest or bool(line)
            continue
        rest = False
        if lines.setdefault(seq, line) != line:
            torn.add(seq)
    return Scan({seq: line for seq, line in lines.items() if seq not in torn}, rest)
