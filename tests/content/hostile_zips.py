"""Zips that nobody should open, each with a name and words from the sentence that refuses it."""

import io
import stat
import struct
import zipfile

from game.content.codes.samples import cards, png, zipped

GOOD = {"cards.yaml": cards(), "pictures/len.png": png()}


def named(name: str) -> bytes:
    """A zip with a file of exactly this name, whatever a well-behaved writer would make of it."""
    plain = "x" * len(name.encode())
    return zipped({**GOOD, plain: "x"}).replace(plain.encode(), name.encode())


def of_kind(mode: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("cards.yaml", cards())
        info = zipfile.ZipInfo("odd.yaml")
        info.external_attr = (mode | 0o777) << 16
        made.writestr(info, "/etc/passwd")
    return out.getvalue()


def squeezed(size: int, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        made.writestr("cards.yaml", cards())
        made.writestr("more.yaml", b"#" * size)
    return out.getvalue()


def with_password() -> bytes:
    data = bytearray(zipped(GOOD))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1
    return bytes(data)


def with_wrong_sum() -> bytes:
    """One letter of a stored file is another than when its sum was taken."""
    data = zipped(GOOD)
    at = data.find(b"breathless")
    return data[:at] + b"B" + data[at + 1 :]


def on_top() -> bytes:
    """Two names that share one file's bytes: a few kilobytes could so unpack to terabytes."""
    data = zipped({"one.yaml": cards(), "two.yaml": cards()})
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)
    return data[: second + 42] + struct.pack("<L", 0) + data[second + 46 :]


def endless_contents(count: int = 100_000) -> bytes:
    """A table of contents with this many entries, and its true number given as 0xFFFF."""
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", *[0] * 9, 1, *[0] * 6) + b"a"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 47 * count, 30, 0)
    return b"PK\x03\x04" + bytes(26) + entry * count + end


OUTSIDE, ODD = "outside the pack's folder", "name"
HOSTILE: list[tuple[str, bytes, str]] = [
    ("up and out", named("../x.yaml"), OUTSIDE),
    ("up from inside", named("a/../../x.yaml"), OUTSIDE),
    ("from the root", named("/etc/x.yaml"), OUTSIDE),
    ("a drive", named("C:x.yaml"), OUTSIDE),
    ("a drive's root", named("C:/x.yaml"), OUTSIDE),
    ("another computer", named("\\\\srv\\x.yaml"), OUTSIDE),
    ("another computer, leaning forward", named("//srv/x.yaml"), OUTSIDE),
    ("backslashes", named("a\\x.yaml"), OUTSIDE),
    ("a zero in the name", named("a\0b.yaml"), OUTSIDE),
    ("a device of Windows", named("CON"), "Windows"),
    ("a device with an ending", named("aux.yaml"), "Windows"),
    ("a device as folder", named("com1/x.yaml"), "Windows"),
    ("a dot at the end", named("x.yaml."), ODD),
    ("a space at the end", named("x.yaml "), ODD),
    ("a stream beside the file", named("xx.yaml:s"), ODD),
    ("an empty part", named("a//x.yaml"), ODD),
    ("a part that is a dot", named("./x.yaml"), ODD),
    ("a name that steers a terminal", named("a\x1b[2J.yaml"), ODD),
    ("a link", of_kind(stat.S_IFLNK), "link"),
    ("a device", of_kind(stat.S_IFCHR), "device"),
    ("a pipe", of_kind(stat.S_IFIFO), "device"),
    ("one name, large and small", zipped({**GOOD, "CARDS.yaml": "x"}), "same name"),
    ("one name, two spellings", zipped({"a\u0301.yaml": "x", "\u00e1.yaml": "x"}), "same name"),
    ("a file that is a folder too", zipped({"a": "x", "a/cards.yaml": cards()}), "both"),
    ("a password", with_password(), "password"),
    ("a wrong sum", with_wrong_sum(), "damaged"),
    ("a bomb", squeezed(5_000_000), "100 times"),
    ("an unusual packing", squeezed(50, zipfile.ZIP_BZIP2), "packed in a way"),
    ("files on top of one another", on_top(), "on top"),
    ("too many files", zipped({f"{n}.txt": "" for n in range(501)}), "500 files"),
    ("a hundred thousand files", endless_contents(), "500 files"),
    ("a picture in front", png() + zipped(GOOD), "in front"),
    ("cut short", zipped(GOOD)[:-30], "end is missing"),
    ("no zip at all", b"%PDF-1.7 and so on, for quite a while", "no zip"),
]
