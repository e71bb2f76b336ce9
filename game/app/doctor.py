"""
What this machine has of what the game can use, each in a sentence with what to do about it.

The parts that need no window; `game/ui/window/doctor.py` looks at those that do.
"""

import platform
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

from game.app import bus, voice
from game.app.places import Places, can_write, shortened
from game.tongue import N_, _, ngettext
from game.values import dataclass

OLDEST = (3, 11)
"""The oldest Python that the game runs on."""


class Verdict(Enum):
    """How it stands; the values are for programs and never change."""

    FINE = "fine"
    WITHOUT = "without"
    """The game plays, and leaves something out."""
    WRONG = "wrong"
    """The game cannot be played, or not kept, before this is mended."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    about: str
    """For programs: a word that never changes."""
    verdict: Verdict
    said: str
    do: str = ""
    """What to do about it; empty where there is nothing to be done."""


def look(places: Places, today: str) -> Iterator[Finding]:
    """Everything that can be looked at without a window."""
    yield python()
    yield from folders(places)
    yield content(places, today)
    yield from libraries()
    yield read_aloud()


def python(version: tuple[int, ...] = tuple(sys.version_info[:3])) -> Finding:
    written = ".".join(map(str, version))
    if version[:2] < OLDEST:
        return Finding(
            "python",
            Verdict.WRONG,
            _("Python {version} is too old.").format(version=written),
            _("Install Python 3.11 or newer, and make the environment anew with it."),
        )
    said = _("Python {version} on {system}.").format(version=written, system=platform.system())
    return Finding("python", Verdict.FINE, said)


def folders(places: Places) -> Iterator[Finding]:
    """Whether sessions, and everything else the game keeps, can be written."""
    for about, folder, what in (
        ("sessions", places.saves, _("Sessions are kept in {folder}.")),
        ("data", places.data, _("Settings and packs are kept in {folder}.")),
    ):
        said = what.format(folder=shortened(folder))
        if can_write(_standing(folder)):
            yield Finding(about, Verdict.FINE, said)
        else:
            yield Finding(
                about,
                Verdict.WRONG,
                _("{folder} cannot be written, or its disk is full.").format(
                    folder=shortened(folder)
                ),
                _("Make room, or choose another place with --data-dir FOLDER."),
            )


def _standing(folder: Path) -> Path:
    """The folder itself, or the nearest above it that there is: it is made when it is needed."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def content(places: Places, today: str) -> Finding:
    """Whether the pack that comes with the game can be played."""
    from game.content.load import load_pack  # noqa: PLC0415 - only here

    mend = _('Run "python main.py check", which names each mistake; or fetch the game anew.')
    if not places.content.is_dir():
        said = _("The folder {folder} is missing.").format(folder=shortened(places.content))
        return Finding("content", Verdict.WRONG, said, mend)
    loaded = load_pack(places.content, today=today, advice=False)
    if loaded.pack is None:
        return Finding("content", Verdict.WRONG, _("The cards cannot be played."), mend)
    count = len(loaded.pack.cards)
    said = ngettext(
        "The pack can be played: {count} card.", "The pack can be played: {count} cards.", count
    )
    return Finding("content", Verdict.FINE, said.format(count=count))


LIBRARIES = (
    (
        *("pdf", "reportlab", "reportlab.pdfgen.canvas"),
        N_("Cards and reports can be printed as PDF."),
        N_("Without reportlab nothing can be printed as PDF; web pages can be."),
    ),
    (
        *("spreadsheets", "openpyxl", "openpyxl"),
        N_("Cards can be written in a spreadsheet."),
        N_("Without openpyxl cards cannot be read from spreadsheets of Excel; .csv works."),
    ),
    (
        *("editor", "ruamel.yaml", "ruamel.yaml"),
        N_("Cards can be written and kept in the game."),
        N_("Without ruamel.yaml the card editor cannot save."),
    ),
)
"""Those that are brought when they are wanted: for programs, the package, the module, the words."""


def libraries(bring: Callable[[str], object] | None = None) -> Iterator[Finding]:
    """Whether what is brought only when it is wanted can be brought."""
    from importlib import import_module  # noqa: PLC0415 - only here

    bring = bring or import_module
    for about, package, module, fine, without in LIBRARIES:
        try:
            bring(module)
        except Exception:  # noqa: BLE001 - a broken one may fail in any way
            do = _('Run "python -m pip install {package}".').format(package=package)
            yield Finding(about, Verdict.WITHOUT, _(without), do)
        else:
            yield Finding(about, Verdict.FINE, _(fine))


def read_aloud(speaker: voice.Speaker | None = None) -> Finding:
    """Whether there is a voice; nothing is said with it."""
    speaker = speaker or voice.find(lambda: (170, ""))
    if speaker.available:
        return Finding("voice", Verdict.FINE, _("The screen can be read aloud (V)."))
    return Finding(
        "voice",
        Verdict.WITHOUT,
        _(speaker.why),
        _("Everything else works; a screen reader has a voice of its own."),
    )


def message_bus() -> Finding | None:
    """Whether screen readers can be reached over the desktop's bus; None where none is needed."""
    if not bus.wanted():
        return None
    where = bus.address()
    if not where:
        do = _("Start the game from a desktop session, or inside dbus-run-session.")
        return Finding("bus", Verdict.WITHOUT, _(bus.NO_BUS), do)
    if not bus.answers(where):
        said = _("The message bus (D-Bus) does not answer, so no screen reader can be reached.")
        return Finding("bus", Verdict.WITHOUT, said, _("Log out of the desktop, and in again."))
    if not bus.service():
        said = _("The accessibility bus is not installed, so no screen reader can be reached.")
        return Finding("bus", Verdict.WITHOUT, said, _("Install the package at-spi2-core."))
    return Finding("bus", Verdict.FINE, _("Screen readers can be reached over the message bus."))
