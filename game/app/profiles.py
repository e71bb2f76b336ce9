"""
Where the screen is seen: one choice that sets several settings at once.

Each of them can be changed afterwards. Leaving a profile brings back what the reader had before it,
of the settings that it touched; all others stay as they are.
"""

from collections.abc import Mapping
from typing import Any

from game.app.settings import EVERYWHERE, Settings
from game.values import replace

LARGE = 125
"""Per cent: the least text size that a video call is given."""


def _sets(now: Settings, profile: str) -> dict[str, Any]:
    """What a profile sets, for a reader who has these settings."""
    match profile:
        case "call":
            # A call sends little of what moves, blurs shades into bands, and may carry no sound.
            return {
                "text": max(LARGE, now.text),
                "palette": "high contrast",
                "still": True,
                "flat": True,
                "captions": True,
            }
        case "projector":
            return {"strong": True, "edges": 4}
        case "tv":
            return {"strong": True, "edges": 5}
        case _:
            return {}


def entered(now: Settings, profile: str) -> Settings:
    """The settings with another profile; the one before is left first."""
    own = left(now)
    sets = _sets(own, profile)
    if not sets:
        return own
    before = {name: getattr(own, name) for name in sets}
    return replace(own, profile=profile, before=before, **sets)


def left(now: Settings) -> Settings:
    """The reader's own settings again."""
    return replace(now, profile=EVERYWHERE, before={}, **now.before)


def as_chosen(own: Settings, chosen: Mapping[str, Any]) -> Settings:
    """A reader's own settings with others by their names; a profile first, so that the rest count."""
    entering = entered(own, chosen["profile"]) if "profile" in chosen else own
    return replace(entering, **{name: chosen[name] for name in chosen if name != "profile"})
