"""What a reader chose for themselves: size, colours, motion, sound, timers. One small JSON file."""

from dataclasses import fields
from pathlib import Path
from typing import Any

from game.files.writing import NotWritten, write_atomically
from game.values import dataclass, field, replace

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
PALETTE_NAMES = ("paper", "dark", "high contrast")
SPEEDS = (120, 145, 170, 210, 260, 320)
"""Words a minute: 170 is about how people talk; who listens all day hears 320 with ease."""
TIMER_CHOICES = ("shown", "hidden")
MOST_PACKS = 16
"""So many packs can play together."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that last; anything unknown in the file is kept as it is."""

    text: int = 100
    """Per cent, 80 to 200."""
    palette: str = "paper"
    still: bool = False
    sound: bool = True
    timers: str = "shown"
    full_screen: bool = False
    leave_nothing: bool = False
    """Whether sessions are kept in memory alone, and gone when they are left."""
    speak: bool = False
    """Whether what is new on the screen is read aloud."""
    speed: int = 170
    """Of reading aloud, in words a minute."""
    voice: str = ""
    """A voice of this machine by its own name; the usual one where empty."""
    minutes: int = 30
    """How long the last session was planned to be; a quick start goes by it."""
    packs: tuple[str, ...] = ()
    """Where the packs are that new sessions play; none stands for the core pack."""
    without: tuple[str, ...] = ()
    """Ids of the cards that new sessions leave out."""
    plain: bool = False
    """Whether before-and-now is asked in plainer words."""
    unknown: dict[str, Any] = field(default_factory=dict)

    def larger(self) -> "Settings":
        return replace(self, text=next((t for t in TEXT_SIZES if t > self.text), TEXT_SIZES[-1]))

    def smaller(self) -> "Settings":
        return replace(
            self, text=next((t for t in reversed(TEXT_SIZES) if t < self.text), TEXT_SIZES[0])
        )


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
        return Read(Settings(), "The settings file could not be read, so the usual settings apply.")
    if not isinstance(raw, dict):
        return Read(Settings(), "The settings file could not be read, so the usual settings apply.")
    return Read(_from(raw))


def _from(raw: dict[str, Any]) -> Settings:
    known = {each.name for each in fields(Settings)} - {"unknown"}
    settings = Settings(unknown={key: value for key, value in raw.items() if key not in known})
    text = raw.get("text")
    if isinstance(text, int) and not isinstance(text, bool):
        settings = replace(settings, text=min(200, max(80, text)))
    minutes = raw.get("minutes")
    if isinstance(minutes, int) and not isinstance(minutes, bool):
        settings = replace(settings, minutes=min(240, max(10, minutes)))
    if raw.get("palette") in PALETTE_NAMES:
        settings = replace(settings, palette=raw["palette"])
    if raw.get("timers") in TIMER_CHOICES:
        settings = replace(settings, timers=raw["timers"])
    if raw.get("speed") in SPEEDS:
        settings = replace(settings, speed=raw["speed"])
    if isinstance(raw.get("voice"), str):
        settings = replace(settings, voice=raw["voice"])
    packs = raw.get("packs")
    if isinstance(packs, list) and all(isinstance(each, str) for each in packs):
        settings = replace(settings, packs=tuple(packs[:MOST_PACKS]))
    without = raw.get("without")
    if isinstance(without, list) and all(isinstance(each, str) for each in without):
        settings = replace(settings, without=tuple(without))
    for name in ("still", "sound", "full_screen", "leave_nothing", "plain", "speak"):
        if isinstance(raw.get(name), bool):
            settings = replace(settings, **{name: raw[name]})
    return settings


def write(path: Path, settings: Settings) -> bool:
    """Keep the settings, whole or not at all; whether it worked."""
    import json  # noqa: PLC0415 - see `read`

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
