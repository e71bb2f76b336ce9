"""
Programmes: a small file for each beside the sessions, and what their sessions tell.

Every session of a programme names it in its opening, so a file that is lost is no loss: the
programme is found again by its sessions. The file is there for one that has no session yet.
"""

import json
from pathlib import Path

from game.files.writing import NotWritten, write_atomically
from game.journal.records import parse_json
from game.report.collection import collect
from game.report.series import PLANNED, Series, series_of
from game.rules.setup import MOST_MEETINGS
from game.rules.state import Setup
from game.rules.words import clean
from game.tongue import _
from game.values import replace

PREFIX, SUFFIX = "programme-", ".json"
MOST_NAME = 60


def programmes(saves: Path) -> tuple[Series, ...]:
    """Every programme, the one met last first, and those without a session at the end."""
    told = {each.id: each for each in series_of(collect(saves, lambda _done, _of: None).sessions)}
    filed = {each.id: each for each in map(_read, files(saves)) if each is not None}
    met = [_named(each, filed.get(each.id)) for each in told.values()]
    return (*met, *(each for each in filed.values() if each.id not in told))


def make(saves: Path, name: str, planned: int, seed: int) -> Series | str:
    """A new programme in a file of its own, or the sentence that says why there is none."""
    name = clean(name)
    if not name:
        return _("A programme needs a name, such as “Ward 7, winter”.")
    if len(name) > MOST_NAME:
        return _("Keep the programme’s name to {most} characters.").format(most=MOST_NAME)
    while _path(saves, f"{seed:012x}").exists():
        seed += 1
    series = Series(f"{seed:012x}", name, min(MOST_MEETINGS, max(1, planned)))
    try:
        write_atomically(_path(saves, series.id), _text(series))
    except NotWritten as fault:
        return fault.sentence
    return series


def mend(saves: Path, found: tuple[Series, ...]) -> None:
    """Write again the files that are lost; where the disk refuses, the sessions still know."""
    for series in found:
        path = _path(saves, series.id)
        if series.sessions and not path.exists():
            try:
                write_atomically(path, _text(series))
            except NotWritten:
                return


def _path(saves: Path, name: str) -> Path:
    return saves / f"{PREFIX}{name}{SUFFIX}"


def _text(series: Series) -> str:
    data = {"id": series.id, "name": series.name, "planned": series.planned}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def files(saves: Path) -> list[Path]:
    """The programmes’ files, unread."""
    try:
        return sorted(saves.glob(f"{PREFIX}*{SUFFIX}"))
    except OSError:
        return []


def _read(path: Path) -> Series | None:
    """The programme in a file; None where it makes no sense: its sessions are the record."""
    try:
        data = parse_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict):
        return None
    known, name, planned = data.get("id"), data.get("name"), data.get("planned")
    if not isinstance(known, str) or path != _path(path.parent, known):
        return None
    if not isinstance(name, str) or not 0 < len(clean(name)) <= MOST_NAME:
        return None
    if isinstance(planned, bool) or not isinstance(planned, int):
        planned = PLANNED
    return Series(known, clean(name), min(MOST_MEETINGS, max(1, planned)))


def _named(told: Series, filed: Series | None) -> Series:
    """The sessions' own account, under the file's name and number where there is a file."""
    return told if filed is None else replace(told, name=filed.name, planned=filed.planned)


def in_programme(setup: Setup, series: Series) -> Setup:
    """The setup of the programme's next session, with all that the earlier ones leave to it."""
    return replace(
        setup,
        lit=series.lit,
        weights=series.weights,
        met=series.met,
        meeting=series.next_meeting,
        promised=series.promised,
    )


def programme_named(saves: Path, name: str) -> Series | None:
    """The programme that a group calls itself by; None where there is none of that name."""
    wanted = name.strip().casefold()
    found = programmes(saves) if wanted else ()
    return next((each for each in found if each.name.casefold() == wanted), None)
