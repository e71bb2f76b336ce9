"""A small card that plays, for the examples of the codes to break and mend."""

import io
import struct
import zlib
from collections.abc import Mapping

_CARD = {
    "id": "missed-blood-test",
    "theme": "early",
    "title": "The missed blood test",
    "level": "1",
    "notes": "[medicines]",
    "person": "amira",
    "scene": "Amira feels well in herself. The walk to clinic leaves her breathless.",
    "voice": "I want my allotment back.",
    "think": "What might matter most to Amira today?",
    "lenses": "\n      person: What would make this easy to say yes to?",
    "talk": "\n      - Who is best placed to act first?\n      - What might get in the way?",
    "helps": "Her sister rang. Somebody answered.",
    "evidence": "check-six-parts",
    "agree": "We would all say…",
    "feeds": "[early, roles]",
}


def _line(name: str, text: str | None) -> str:
    if text is None:
        return ""
    return f"    {name}:{text}\n" if text.startswith("\n") else f"    {name}: {text}\n"


# Made once: every start of the game makes two hundred cards of it.
_LINES = {name: _line(name, text) for name, text in _CARD.items()}


def card(**changes: str | None) -> str:
    """The card as an item of `cards:`, with some fields changed, added, or (None) left out."""
    lines = _LINES | {name: _line(name, text) for name, text in changes.items()}
    return "  - " + "".join(lines.values()).lstrip()


def cards(*items: str) -> str:
    """A pack that holds these cards."""
    return "cards:\n" + "".join(items or (card(),))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files; its bytes are the same at any time."""
    import zipfile  # noqa: PLC0415 - only a test of the examples needs it

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in files.items():
            made.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def png(width: int = 4, height: int = 4) -> bytes:
    """A small grey picture; its header claims this size whatever the picture has."""
    lines = zlib.compress(b"".join(b"\0" + b"\x99" * 4 for _ in range(4)))

    def part(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", crc)

    head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", lines) + part(b"IEND", b"")


FACT = """\
evidence:
  walking-helps:
    claim: Ten minutes of brisk walking a day is good for the heart.
    source: {org: NHS, title: Walking for health, year: 2024}
    link: https://www.nhs.uk/live-well/exercise/walking-for-health/
    seen: primary
    nation: England
    checked: 2026-11-01
    review: 2027-11-01
"""


def fact(old: str = "", new: str = "") -> str:
    """A pack with one fact, in which *old* is replaced."""
    return FACT.replace(old, new) if old else FACT


PERSON = """\
people:
  - id: len
    name: Len
    age: 71
    life: Drove the number 9 bus for thirty years.
    strength: Never forgets a face.
    wish: To walk to the match again.
    conditions: [heart failure, depression]
    summary: Len lives with his daughter. He misses the road.
"""

MOMENT = """\
moments:
  - id: kettle-on
    title: The kettle is on
    text: A porter stops and asks how the night was.
    ask: When did somebody last ask you that?
    bright: true
"""

BOARD = "board: [early, roles, moment, person, crossroads, message, pause, wellbeing]\n"
AGREEMENT = "agreement:\n  - We may pass.\n  - We ask.\n  - We listen.\n  - It stays here.\n"
DEBRIEF = "debrief:\n" + "".join(
    f"  - title: {title}\n    say: Take a breath.\n    ask:\n      - How was that?\n"
    for title in ("Reactions", "Patterns", "Own setting", "Close")
)
SETS = "sets:\n  market-day: Cards for market day\n"
BREATHERS = "breathers:\n  - Drop your shoulders.\n"

_FREE_CARD = card(person=None, notes=None, evidence=None)

WHOLE = BOARD + AGREEMENT + DEBRIEF + BREATHERS + MOMENT + cards(_FREE_CARD)
"""A pack that needs no core pack."""
