"""From records to the session's history: play while valid, then say where it stopped."""

from game.journal.records import (
    PassedOver,
    Record,
    Restored,
    Rewound,
    Step,
    Unknown,
    Unreadable,
)
from game.rules.history import History
from game.tongue import _, ngettext
from game.values import dataclass

# What a step that does not belong here can make `apply` raise.
_MISFITS = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,
    StopIteration,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with its place in the journal."""

    seq: int
    record: Record | Unknown | Unreadable


@dataclass(frozen=True, slots=True)
class Replayed:
    """The history as far as it plays."""

    history: History
    records: tuple[Step | Rewound | Restored, ...] = ()
    """The records that play a part, in order."""
    unplayable: tuple[int, int] | None = None
    """The first and the last record that play no part, where not everything played."""
    sentence: str = ""
    """What people should know of it; empty where everything played."""


def replay(entries: tuple[Entry, ...]) -> Replayed:
    """
    Play the records from the start, and stop before the first that cannot be played.

    Whatever follows that one was taken from a state that is not reached again, so it is left out.
    """
    passed = _passed_over(entries)
    history = History()
    records: list[Step | Rewound | Restored] = []
    for entry in entries:
        if entry.seq in passed:
            continue
        why = entry.record.why if isinstance(entry.record, Unreadable) else ""
        try:
            played = None if why else _play(history, entry.record)
        except _MISFITS as fault:
            played, why = None, f"{type(fault).__name__}: {fault}"
        if played is None:
            last = entries[-1].seq
            sentence = _told(entry.seq, last, why)
            return Replayed(history, tuple(records), (entry.seq, last), sentence)
        history = played
        if isinstance(entry.record, Step | Rewound | Restored):
            records.append(entry.record)
    return Replayed(history, tuple(records))


def _play(history: History, record: Record | Unknown | Unreadable) -> History | None:
    """The history after the record; None where it asks for what is not there."""
    match record:
        case Step(events=events):
            return history.push(events)
        case Rewound(by=by):
            return _times(history, by, undo=True)
        case Restored(by=by):
            return _times(history, by, undo=False)
        case _:
            return history


def _times(history: History, by: int, *, undo: bool) -> History | None:
    if by < 1:
        return None
    for _step in range(by):
        moved = history.undo() if undo else history.redo()
        if moved is history:
            return None
        history = moved
    return history


def _passed_over(entries: tuple[Entry, ...]) -> frozenset[int]:
    return frozenset(
        seq
        for entry in entries
        if isinstance(entry.record, PassedOver)
        for seq in range(max(entry.record.first, 1), min(entry.record.last + 1, entry.seq))
    )


def _told(first: int, last: int, why: str) -> str:
    left = last - first + 1
    cannot = (
        _("Record {number} cannot be played ({why}); the session goes on from the step before it.")
        if why
        else _("Record {number} cannot be played; the session goes on from the step before it.")
    )
    kept = ngettext(
        "{count} record is left out, and kept in the file.",
        "{count} records are left out, and kept in the file.",
        left,
    )
    return f"{cannot.format(number=first, why=why)} {kept.format(count=left)}"
