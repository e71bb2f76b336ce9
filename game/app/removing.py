"""Erasing sessions: first what would go, in words; then, when that is wanted, they go."""

from collections.abc import Iterable
from pathlib import Path

from game.app.programmes import files
from game.files.disk import reason
from game.journal.holdings import Holdings, holdings, only_backups
from game.journal.sessions import erase, erase_backups, session_folders, sweep
from game.values import dataclass


@dataclass(frozen=True, slots=True)
class Removed:
    """What became of it."""

    erased: tuple[str, ...] = ()
    """Names of sessions that are gone."""
    kept: tuple[tuple[str, str], ...] = ()
    """Names of those that are still there, each with the sentence that says why."""

    @property
    def sentence(self) -> str:
        """What became of it, for people."""
        gone = len(self.erased)
        told = "Nothing was erased." if not gone else "1 session is erased."
        if gone > 1:
            told = f"{gone} sessions are erased."
        return " ".join((told, *(f"{name} stays: {why}" for name, why in self.kept[:3])))


def what_goes(saves: Path, session: str) -> tuple[str, ...]:
    """Everything that erasing the session takes away, in lines for people."""
    return told(holdings(saves / session))


def told(held: Holdings) -> tuple[str, ...]:
    lines = [
        _counted(held.journals, "copy of the session’s steps", "copies of the session’s steps"),
        _counted(held.texts, "text of the pack as played", "texts of the pack as played"),
        _counted(held.pictures, "picture", "pictures"),
        _counted(held.kept_aside, "damaged copy, kept aside", "damaged copies, kept aside"),
        _counted(len(held.backups), "backup", "backups"),
    ]
    if held.others:
        listed = ", ".join(held.others[:4])
        more = f" and {len(held.others) - 4} more" if len(held.others) > 4 else ""
        lines.append(f"also in the folder: {listed}{more}")
    return (*filter(None, lines), f"{size(held.bytes)} altogether")


def everything(saves: Path) -> tuple[str, ...]:
    """The names of all sessions that are there, those of which only backups are left included."""
    return (*(folder.name for folder in session_folders(saves)), *only_backups(saves))


def named_programmes(saves: Path) -> str:
    """How many programmes are kept by name beside the sessions, for people; empty where none."""
    return _counted(len(files(saves)), "programme’s name", "programmes’ names")


def remove(saves: Path, sessions: Iterable[str], now: str, *, programmes: bool = False) -> Removed:
    """
    Erase sessions by name, with their backups; one that is open stays.

    With *programmes*, also the names of programmes; a session that stays still knows its own.
    """
    erased: list[str] = []
    kept: list[tuple[str, str]] = []
    alone = set(only_backups(saves))
    for name in sessions:
        answer = erase_backups(saves, name) if name in alone else erase(saves / name, now)
        if answer is None:
            erased.append(name)
        else:
            kept.append((name, answer.sentence))
    sweep(saves)
    for path in files(saves) if programmes else ():
        try:
            path.unlink()
        except OSError as fault:
            kept.append((path.name, f"Not deleted: {reason(fault)}."))
    return Removed(tuple(erased), tuple(kept))


def size(count: int) -> str:
    """So many bytes, as people say it."""
    if count < 10_000:
        return f"{count} bytes"
    return f"{count / 1000:,.0f} KB" if count < 10_000_000 else f"{count / 1_000_000:,.0f} MB"


def _counted(count: int, one: str, many: str) -> str:
    return "" if not count else f"1 {one}" if count == 1 else f"{count} {many}"
