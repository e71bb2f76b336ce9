"""Erasing sessions: first what would go, in words; then, when that is wanted, they go."""

from collections.abc import Iterable
from pathlib import Path

from game.app.lastopened import forget
from game.app.programmes import files
from game.files.disk import hindrance
from game.journal.holdings import Holdings, holdings, only_backups
from game.journal.sessions import erase, erase_backups, session_folders, sweep
from game.tongue import _, ngettext
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
        told = ngettext("{count} session is erased.", "{count} sessions are erased.", gone)
        if not gone:
            told = _("Nothing was erased.")
        stays = (
            _("{name} stays: {why}").format(name=name, why=_(why)) for name, why in self.kept[:3]
        )
        return " ".join((told.format(count=gone), *stays))


def what_goes(saves: Path, session: str) -> tuple[str, ...]:
    """Everything that erasing the session takes away, in lines for people."""
    return told(holdings(saves / session))


def told(held: Holdings) -> tuple[str, ...]:
    lines = [
        said.format(count=count)
        for count, said in (
            (
                held.journals,
                ngettext(
                    "{count} copy of the session’s steps",
                    "{count} copies of the session’s steps",
                    held.journals,
                ),
            ),
            (
                held.texts,
                ngettext(
                    "{count} text of the pack as played",
                    "{count} texts of the pack as played",
                    held.texts,
                ),
            ),
            (held.pictures, ngettext("{count} picture", "{count} pictures", held.pictures)),
            (
                held.kept_aside,
                ngettext(
                    "{count} damaged copy, kept aside",
                    "{count} damaged copies, kept aside",
                    held.kept_aside,
                ),
            ),
            (len(held.backups), ngettext("{count} backup", "{count} backups", len(held.backups))),
        )
        if count
    ]
    if held.others:
        listed = ", ".join(held.others[:4])
        more = len(held.others) - 4
        also = _("also in the folder: {files}")
        if more > 0:
            also = _("also in the folder: {files} and {count} more")
        lines.append(also.format(files=listed, count=more))
    return (*lines, _("{size} altogether").format(size=size(held.bytes)))


def everything(saves: Path) -> tuple[str, ...]:
    """The names of all sessions that are there, those of which only backups are left included."""
    return (*(folder.name for folder in session_folders(saves)), *only_backups(saves))


def named_programmes(saves: Path) -> str:
    """How many programmes are kept by name beside the sessions, for people; empty where none."""
    count = len(files(saves))
    words = ngettext("{count} programme’s name", "{count} programmes’ names", count)
    return words.format(count=count) if count else ""


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
    forget(saves)
    for path in files(saves) if programmes else ():
        try:
            path.unlink()
        except OSError as fault:
            kept.append((path.name, _("Not erased: {reason}.").format(reason=hindrance(fault))))
    return Removed(tuple(erased), tuple(kept))


def size(count: int) -> str:
    """So many bytes, as people say it."""
    if count < 10_000:
        return ngettext("{count} byte", "{count} bytes", count).format(count=count)
    return f"{count / 1000:,.0f} KB" if count < 10_000_000 else f"{count / 1_000_000:,.0f} MB"
