"""The settings of the accessibility screen, as they can be given on the command line."""

import argparse
from typing import Any

from game.app.languages import LANGUAGES, PSEUDO, speak_in
from game.app.settings import (
    EDGES,
    HOLD_TIMES,
    IGNORE_TIMES,
    LETTER_SPACINGS,
    LINE_SPACINGS,
    PALETTE_NAMES,
    PROFILES,
    SPEEDS,
    TIMER_CHOICES,
    TYPEFACES,
)
from game.app.switches import LETTER_ORDERS, PACES, SWITCHES, keys_of
from game.cli.options import percent, places

_LISTED = ", ".join(f"{code} {name}" for code, name in LANGUAGES.items())


def _language(given: str) -> str:
    """The code of a language of the interface; the one for trying out is taken, and not offered."""
    if given not in {*LANGUAGES, PSEUDO}:
        raise argparse.ArgumentTypeError(f"the interface has no “{given}”; it has {_LISTED}")
    return given


def add_to(parser: argparse.ArgumentParser) -> None:
    """Each stands for the setting of the same name, from the first screen on."""
    given = parser.add_argument_group("for every eye, ear and hand")
    given.add_argument(
        "--profile",
        choices=PROFILES,
        help="where the screen is seen; sets several of the following, which may be given as well",
    )
    given.add_argument("--text", type=percent, metavar="PERCENT", help="text size, 80 to 200")
    given.add_argument(
        "--language",
        type=_language,
        metavar="LANGUAGE",
        help=f"of the interface: {_LISTED}",
    )
    given.add_argument(
        "--second-language",
        dest="second",
        metavar="CODE",
        help="of cards, beside their own where the pack has it, such as ur or cy",
    )
    given.add_argument("--palette", choices=[_dashed(each) for each in PALETTE_NAMES])
    given.add_argument(
        "--line-spacing", dest="lines", type=int, choices=LINE_SPACINGS, help="per cent"
    )
    given.add_argument(
        "--letter-spacing", dest="letters", type=int, choices=LETTER_SPACINGS, help="per cent"
    )
    given.add_argument(
        "--edges", type=int, choices=EDGES, help="per cent of the screen kept clear all round"
    )
    given.add_argument("--typeface", choices=TYPEFACES)
    given.add_argument("--timers", choices=TIMER_CHOICES)
    given.add_argument("--speed", type=int, choices=SPEEDS, help="of reading, words a minute")
    given.add_argument("--voice", metavar="NAME", help="a voice of this machine by its own name")
    given.add_argument(
        "--ignore", type=int, choices=IGNORE_TIMES, help="milliseconds: the same key is one press"
    )
    given.add_argument(
        "--hold", type=int, choices=HOLD_TIMES, help="milliseconds a key must be held"
    )
    given.add_argument("--switch", choices=SWITCHES, help="play with one switch or two")
    given.add_argument(
        "--scan-pace", dest="pace", type=_pace, metavar="SECONDS", help="of the light, 0.5 to 4"
    )
    given.add_argument(
        "--switch-keys",
        type=_switch_keys,
        metavar="MOVE,PRESS",
        help="keys that switches send: space,enter or mouse-left,mouse-right or pad-a,pad-b …",
    )
    given.add_argument("--letter-order", choices=LETTER_ORDERS, help="of letters to press")
    for flag, name, told in _FLAGS:
        given.add_argument(flag, dest=name, action="store_true", default=None, help=told)


_FLAGS = (
    ("--still", "still", "nothing moves"),
    ("--speak", "speak", "read aloud"),
    ("--hear-second", "hear_second", "of two languages, read the second aloud"),
    ("--large-targets", "large_targets", "a press near a button counts"),
    ("--captions", "captions", "sounds in words"),
    ("--flat", "flat", "no shadings, shadows or glows"),
    ("--strong", "strong", "no soft words, no thin light lines"),
)
_NAMES = (
    *(
        "profile",
        "edges",
        "text",
        "language",
        "second",
        "palette",
        "lines",
        "letters",
        "typeface",
        "timers",
        "speed",
        "voice",
        "ignore",
    ),
    *("hold", "switch", "pace", "switch_keys", "letter_order"),
    *(name for _, name, _ in _FLAGS),
)


def chosen(options: argparse.Namespace) -> dict[str, Any]:
    """What was given, by the names of the settings."""
    given = {name: getattr(options, name) for name in _NAMES}
    if given["palette"] is not None:
        given["palette"] = given["palette"].replace("-", " ")
    return {name: value for name, value in given.items() if value is not None}


def speak(options: argparse.Namespace) -> None:
    """Print and report in the language that was given; the game itself goes by its settings."""
    if options.language is not None:
        speak_in(options.language, places(options).assets)


def _pace(text: str) -> int:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not PACES[0] <= seconds * 1000 <= PACES[-1]:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds from 0.5 to 4")
    return round(seconds * 1000)


def _switch_keys(text: str) -> str:
    names = keys_of(text)
    if names is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} does not name two different keys, such as space,enter"
        )
    return ",".join(names)


def _dashed(name: str) -> str:
    return name.replace(" ", "-")
