"""What a reader chose for themselves: size, colours, motion, sound, timers. One small JSON file."""

import math
from dataclasses import fields
from pathlib import Path
from typing import Any

from game.app.languages import ENGLISH, LANGUAGES
from game.app.switches import LETTER_ORDERS, PACES, SWITCHES, USUAL_KEYS, keys_of
from game.tongue import N_
from game.values import dataclass, field, replace

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
PALETTE_NAMES = ("paper", "dark", "high contrast")
SPEEDS = (120, 145, 170, 210, 260, 320)
"""Words a minute: 170 is about how people talk; who listens all day hears 320 with ease."""
TIMER_CHOICES = ("shown", "longer", "hidden", "off")
TYPEFACES = ("usual", "lexend")
LINE_SPACINGS = (100, 125, 150, 175)
"""Per cent of the usual distance from line to line."""
LETTER_SPACINGS = (0, 4, 8, 12)
"""Per cent of the type's size between two letters."""
EVERYWHERE = "room"
"""The profile that sets nothing: one screen, and people round it."""
PROFILES = (EVERYWHERE, "call", "projector", "tv")
EDGES = (0, 4, 5)
"""Per cent of the screen's width and height that stay clear on every side."""
IGNORE_TIMES = (0, 300, 600, 1000)
"""Milliseconds within which the same key again is one press."""
HOLD_TIMES = (0, 200, 500, 1000)
"""Milliseconds for which a key must be held to count."""
MOST_PACKS = 16
"""So many packs can play together."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that last; anything unknown in the file is kept as it is."""

    text: int = 100
    """Per cent, 80 to 200."""
    language: str = ENGLISH
    """Of the interface; cards stay in the language of their pack."""
    palette: str = "paper"
    still: bool = False
    sound: bool = True
    lines: int = 100
    letters: int = 0
    typeface: str = "usual"
    timers: str = "shown"
    ignore: int = 0
    hold: int = 0
    large_targets: bool = False
    """Whether a press near a control counts as one on it."""
    profile: str = EVERYWHERE
    """Where the screen is seen; see `game.app.profiles`."""
    before: dict[str, Any] = field(default_factory=dict)
    """What the reader had before the profile, of the settings that it set."""
    flat: bool = False
    """Whether shadings, shadows and glows are left out."""
    strong: bool = False
    """Whether soft words and thin light lines are drawn as dark as the rest."""
    edges: int = 0
    captions: bool = False
    """Whether sounds are put into words."""
    switch: str = "off"
    """With how many switches somebody plays."""
    pace: int = 1500
    """Milliseconds from one thing to the next, where the light moves by itself."""
    switch_keys: str = USUAL_KEYS
    letter_order: str = "order"
    full_screen: bool = False
    leave_nothing: bool = False
    """Whether sessions are kept in memory alone, and gone when they are left."""
    speak: bool = False
    """Whether what is new on the screen is read aloud."""
    speed: int = 170
    """Of reading aloud, in words a minute."""
    voice: str = ""
    """A voice of this machine by its own name; the usual one where empty."""
    second: str = ""
    """A language in which cards are shown beside their own, where their pack has it; none if empty."""
    hear_second: bool = False
    """Whether that one is read aloud rather than the first."""
    minutes: int = 30
    """How long the last session was planned to be; a quick start goes by it."""
    packs: tuple[str, ...] = ()
    """Where the packs are that new sessions play; none stands for the core pack."""
    without: tuple[str, ...] = ()
    """Ids of the cards that new sessions leave out."""
    plain: bool = False
    """Whether before-and-now is asked in plainer words."""
    unknown: dict[str, Any] = field(default_factory=dict)

    @property
    def timed(self) -> bool:
        """Whether timers are to be seen."""
        return self.timers in {"shown", "longer"}

    @property
    def slack(self) -> float:
        """How many times the usual time a ring takes to empty, and a notice to go."""
        return {"longer": 2.0, "off": math.inf}.get(self.timers, 1.0)

    def larger(self) -> "Settings":
        return replace(self, text=next((t for t in TEXT_SIZES if t > self.text), TEXT_SIZES[-1]))

    def smaller(self) -> "Settings":
        return replace(
            self, text=next((t for t in reversed(TEXT_SIZES) if t < self.text), TEXT_SIZES[0])
        )


_UNREADABLE = N_("The settings file could not be read, so the usual settings apply.")


@dataclass(frozen=True, slots=True)
class Read:
    """Settings as read, and a sentence where the file could not be used."""

    settings: Settings
    note: str = ""


def read(path: Path) -> Read:
    """The settings in the file; the usual ones where there is none or it makes no sense."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Read(Settings())
    except (OSError, ValueError):
        text = ""
    import json  # noqa: PLC0415 - a first start has no settings to read

    try:
        raw = json.loads(text)
    except ValueError:
        return Read(Settings(), _UNREADABLE)
    if not isinstance(raw, dict):
        return Read(Settings(), _UNREADABLE)
    return Read(_from(raw))


_CHOICES: dict[str, tuple[object, ...]] = {
    "language": tuple(LANGUAGES),
    "palette": PALETTE_NAMES,
    "profile": PROFILES,
    "edges": EDGES,
    "typeface": TYPEFACES,
    "timers": TIMER_CHOICES,
    "speed": SPEEDS,
    "lines": LINE_SPACINGS,
    "letters": LETTER_SPACINGS,
    "ignore": IGNORE_TIMES,
    "hold": HOLD_TIMES,
    "switch": SWITCHES,
    "letter_order": LETTER_ORDERS,
}


_SWITCHES = (
    *("still", "sound", "captions", "speak", "large_targets", "flat", "strong"),
    *("full_screen", "leave_nothing", "plain", "hear_second"),
)


def _from(raw: dict[str, Any]) -> Settings:
    known = {each.name for each in fields(Settings)} - {"unknown"}
    settings = Settings(unknown={key: value for key, value in raw.items() if key not in known})
    text = raw.get("text")
    if isinstance(text, int) and not isinstance(text, bool):
        settings = replace(settings, text=min(200, max(80, text)))
    minutes = raw.get("minutes")
    if isinstance(minutes, int) and not isinstance(minutes, bool):
        settings = replace(settings, minutes=min(240, max(10, minutes)))
    for name, choices in _CHOICES.items():
        if raw.get(name) in choices and not isinstance(raw.get(name), bool):
            settings = replace(settings, **{name: raw[name]})
    pace = raw.get("pace")
    if isinstance(pace, int) and not isinstance(pace, bool):
        settings = replace(settings, pace=min(PACES[-1], max(PACES[0], pace)))
    if isinstance(raw.get("switch_keys"), str) and keys_of(raw["switch_keys"]) is not None:
        settings = replace(settings, switch_keys=raw["switch_keys"])
    if isinstance(raw.get("voice"), str):
        settings = replace(settings, voice=raw["voice"])
    second = raw.get("second")
    if isinstance(second, str) and len(second) <= 20:
        settings = replace(settings, second=second)
    packs = raw.get("packs")
    if isinstance(packs, list) and all(isinstance(each, str) for each in packs):
        settings = replace(settings, packs=tuple(packs[:MOST_PACKS]))
    without = raw.get("without")
    if isinstance(without, list) and all(isinstance(each, str) for each in without):
        settings = replace(settings, without=tuple(without))
    for name in _SWITCHES:
        if isinstance(raw.get(name), bool):
            settings = replace(settings, **{name: raw[name]})
    before = raw.get("before")
    if isinstance(before, dict) and before and settings.profile != EVERYWHERE:
        # Whatever makes no sense among them reads as usual, as it would outside.
        own = _from({name: value for name, value in before.items() if name != "before"})
        names = [name for name in before if name in known - {"profile", "before"}]
        settings = replace(settings, before={name: getattr(own, name) for name in names})
    return settings


def write(path: Path, settings: Settings) -> bool:
    """Keep the settings, whole or not at all; whether it worked."""
    import json  # noqa: PLC0415 - see `read`

    from game.files.writing import NotWritten, write_atomically  # noqa: PLC0415 - likewise

    kept = {
        each.name: getattr(settings, each.name)
        for each in fields(Settings)
        if each.name != "unknown"
    }
    text = json.dumps({**settings.unknown, **kept}, indent=2, ensure_ascii=False) + "\n"
    try:
        write_atomically(path, text)
    except NotWritten:
        return False
    return True
