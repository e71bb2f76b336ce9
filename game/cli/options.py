"""What the commands share: values given on the command line, this run's places, and messages."""

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from game.app import places as places_of

# The game by itself was given nothing to read, and does not wait for what reads it.
if TYPE_CHECKING:
    import argparse


# pygame does without what it is told is not there. Its way to sound takes a fifteenth of its start, and is
# brought when something is first heard.
_LATER = ("pygame.mixer", "pygame.mixer_music")


def places(options: "argparse.Namespace") -> places_of.Places:
    """The folders of this run."""
    return places_of.find(options.data_dir or places_of.environment_override())


def say(words: str) -> None:
    """A message for people: on standard error, apart from what a command prints as its result."""
    print(words, file=sys.stderr)


def missing_window() -> str:
    """What stands in the way of opening a window, in a sentence; empty when nothing does."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    later = [name for name in _LATER if name not in sys.modules]
    sys.modules.update(dict.fromkeys(later))  # type: ignore[arg-type]
    try:
        import pygame  # noqa: PLC0415 - asked only whether it is there
    except ImportError:
        return (
            "The package pygame-ce is not installed. In the folder of the game, run "
            '"python -m pip install ." and start it again.'
        )
    finally:
        for name in later:
            del sys.modules[name]
    if not getattr(pygame, "IS_CE", False):
        return (
            "The older package pygame is installed where MaP needs pygame-ce; both use one "
            'folder. Run "python -m pip uninstall -y pygame pygame-ce", then '
            '"python -m pip install ." in the folder of the game.'
        )
    if pygame.version.vernum[:2] < (2, 5):
        return (
            f"pygame-ce {pygame.version.ver} is too old: MaP needs 2.5.5 or newer. Run "
            '"python -m pip install --upgrade pygame-ce".'
        )
    return ""


def size(text: str) -> tuple[int, int]:
    w, cross, h = text.lower().partition("x")
    if not (cross and w.isdigit() and h.isdigit() and int(w) >= 320 and int(h) >= 240):
        _refuse(f'"{text}" is not a size such as 1280x720')
    return int(w), int(h)


def percent(text: str) -> int:
    digits = text.removesuffix("%")
    if not digits.isdigit() or not 80 <= int(digits) <= 200:
        _refuse(f'"{text}" is not between 80 and 200')
    return int(digits)


def count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1_000_000:
        _refuse(f'"{text}" is not a number of 1 or more')
    return int(text)


def seats(text: str) -> int:
    if not text.isdigit() or not 2 <= int(text) <= 8:
        _refuse(f'"{text}" is not between 2 and 8')
    return int(text)


def formats(text: str) -> tuple[str, ...]:
    """A list of formats for reports, in the order given."""
    named = tuple(dict.fromkeys(each.strip().lower() for each in text.split(",") if each.strip()))
    unknown = [each for each in named if each not in {"html", "csv", "pdf"}]
    if unknown or not named:
        wrong = unknown[0] if unknown else text
        _refuse(f'"{wrong}" is not one of html, csv and pdf')
    return named


def _refuse(why: str) -> NoReturn:
    import argparse  # noqa: PLC0415 - see the top of the module

    raise argparse.ArgumentTypeError(why)


# What `add_parser` hangs its commands on; argparse gives the type no public name.
if TYPE_CHECKING:
    Commands = argparse._SubParsersAction  # noqa: SLF001
else:
    Commands = object
