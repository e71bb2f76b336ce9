"""
Many sessions, read cheaply and counted once: what the dashboard is made of.

A session brought on two sticks is one session, by its id; the longer valid copy counts. A group is
a folder: `FOLDER/Hackney North/…`; sessions that lie loose in FOLDER are one group together.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from game.journal.extract import Extract, NotRead, extract
from game.model.pack import CardId
from game.outcomes.answers import Gathered
from game.report.finding import always, session_folders
from game.report.gather import ANSWERS, gather
from game.rules.events import (
    CardSwapped,
    ClosingBegun,
    ConversationEnded,
    SeatJoined,
    SeatKindChanged,
    SeatLeft,
    SessionOpened,
)
from game.rules.state import Meeting, Played, Seat, SeatKind
from game.tongue import N_
from game.values import dataclass

WANTED = frozenset(
    {
        *ANSWERS,
        CardSwapped,
        ClosingBegun,
        ConversationEnded,
        SeatJoined,
        SeatKindChanged,
        SeatLeft,
        SessionOpened,
    }
)
LOOSE = N_("Not in a group’s folder")
SAVES = "saves"
_PEOPLE = {SeatKind.PERSON: 1, SeatKind.PAIR: 2, SeatKind.TEAM: 3}
"""How many people a seat is at least."""


@dataclass(frozen=True, slots=True)
class One:
    """One session among many."""

    id: str
    group: str
    folder: Path
    month: str
    pack: str
    records: int
    people: int
    """At least: a team counts as three."""
    closed: bool
    """Whether it came to its closing."""
    played: tuple[Played, ...]
    swapped: tuple[CardId, ...]
    gathered: Gathered
    seats: int = 0
    meeting: Meeting | None = None
    """Which session of which programme it was; None where it stood by itself."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All sessions under a folder, each once; and what was left out."""

    sessions: tuple[One, ...]
    twice: int
    """How many further copies of sessions were found and not counted."""
    bad: tuple[tuple[str, str], ...]
    """Where a session cannot be used, below the folder, and why."""

    @property
    def groups(self) -> tuple[tuple[str, tuple[One, ...]], ...]:
        """The groups by name, each with its sessions in order of their months."""
        names = sorted({each.group for each in self.sessions}, key=str.casefold)
        return tuple(
            (name, tuple(each for each in self.sessions if each.group == name)) for name in names
        )


def collect(
    root: Path, progress: Callable[[int, int], None], going: Callable[[], bool] = always
) -> Collection:
    """
    Every session below *root*; *progress* is told how many of how many are read.

    *going* is asked again and again whether to go on; what was found until then is the answer.
    """
    folders = tuple(session_folders(root, going))
    kept: dict[str, One] = {}
    bad: list[tuple[str, str]] = []
    twice = 0
    for number, folder in enumerate(folders, 1):
        if not going():
            break
        found = _one(root, folder)
        if isinstance(found, NotRead):
            bad.append((str(folder.relative_to(root)), found.why))
        elif found.id not in kept:
            kept[found.id] = found
        else:
            twice += 1
            if found.records > kept[found.id].records:
                kept[found.id] = found
        progress(number, len(folders))
    sessions = sorted(kept.values(), key=lambda each: (each.month, each.id))
    return Collection(tuple(sessions), twice, tuple(bad))


def _one(root: Path, folder: Path) -> One | NotRead:
    found = extract(folder, WANTED)
    if isinstance(found, NotRead):
        return found
    opened = next((event for event in found.events if isinstance(event, SessionOpened)), None)
    if opened is None:
        return NotRead(folder, "nobody sat down in it")
    paper = next((e.setup.paper for e in found.events if isinstance(e, SessionOpened)), None)
    return One(
        id=found.id,
        group=group_of(root, folder),
        folder=folder,
        month=(found.begun if paper is None else paper.date)[:7],
        pack=found.pack,
        records=found.records,
        people=sum(_PEOPLE[seat.kind] for seat in _seats(found)) if paper is None else paper.people,
        closed=any(isinstance(event, ClosingBegun) for event in found.events),
        played=tuple(e.played for e in found.events if isinstance(e, ConversationEnded)),
        swapped=tuple(e.card for e in found.events if isinstance(e, CardSwapped)),
        gathered=gather(found.events),
        seats=sum(1 for _ in _seats(found)),
        meeting=opened.setup.meeting,
    )


def group_of(root: Path, folder: Path) -> str:
    """The group whose folder the session lies in: the topmost one below *root*."""
    try:
        above = folder.relative_to(root).parts[:-1]
    except ValueError:
        return LOOSE
    return next((part for part in above if part.casefold() != SAVES), LOOSE)


def _seats(found: Extract) -> Iterator[Seat]:
    """Who sat at the table at any time: somebody who left early was there too."""
    kinds: dict[int, Seat] = {}
    for event in found.events:
        match event:
            case SessionOpened(setup=setup):
                kinds.update({seat.id: seat for seat in setup.seats})
            case SeatJoined(seat):
                kinds[seat.id] = seat
            case SeatKindChanged(seat=seat_id, kind=kind) if seat_id in kinds:
                kinds[seat_id] = Seat(seat_id, "", kind)
    yield from kinds.values()
