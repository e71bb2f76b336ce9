"""
The log of a session: every step in plain words, with what was taken back marked as such.

Made from the records alone, so that the screen, the export and the command all tell the same.
"""

from collections.abc import Iterable

from game.app.told import told
from game.journal.records import Restored, Rewound, Step
from game.model.pack import Pack
from game.rules.apply import apply
from game.rules.events import Event
from game.rules.history import QUIET, History
from game.rules.state import State
from game.tongue import _, ngettext
from game.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class LogLine:
    """One step of the session, or one taking back."""

    number: int
    """Counted from 1, in the order in which everything happened."""
    at: str
    """When, as ISO text in UTC: a label, never for order."""
    words: tuple[str, ...]
    """What happened, in sentences."""
    step: int | None = None
    """
    "Go back to here" is `LiveSession.go_to(step)`, forward for what was taken back and can be put
    on again. None where one cannot go: for a taking back, and for what another step has replaced.
    """
    taken_back: bool = False
    """Whether it was taken back and has not been put on again."""


def log(pack: Pack, records: Iterable[Step | Rewound | Restored]) -> tuple[LogLine, ...]:
    """The lines of the log; the records must be those that play a part (`Opened.records`)."""
    lines: list[LogLine] = []
    history = History()
    # The lines that belong to each step in force, and to each that redo would bring, next one last.
    standing: list[list[int]] = []
    ahead: list[list[int]] = []
    for number, record in enumerate(records):
        if isinstance(record, Step):
            events = record.events
            lines.append(LogLine(number + 1, record.at, _sentences(pack, history.state, events)))
            if standing and all(type(event) in QUIET for event in events):
                # A pause is no step of its own, and takes nothing away.
                standing[-1].append(number)
            else:
                _take_back(lines, ahead)
                ahead.clear()
                standing.append([number])
            history = history.push(events)
            continue
        back = isinstance(record, Rewound)
        words = _rewound(record.by) if back else _brought_again(record.by)
        lines.append(LogLine(number + 1, record.at, (words,)))
        for _step in range(record.by):
            history = history.undo() if back else history.redo()
            if back:
                ahead.append(standing.pop())
            else:
                standing.append(ahead.pop())
    _take_back(lines, ahead)
    for place, group in enumerate([*standing, *reversed(ahead)], 1):
        for index in group:
            lines[index] = replace(lines[index], step=place)
    return tuple(lines)


def as_text(lines: Iterable[LogLine]) -> str:
    """The log as plain text, a line a step, for whoever wants to keep or send it."""
    return "".join(
        f"{line.number:4}  {line.at}  {_('(taken back)') + ' ' if line.taken_back else ''}"
        f"{' '.join(line.words)}\n"
        for line in lines
    )


def _sentences(pack: Pack, state: State, events: tuple[Event, ...]) -> tuple[str, ...]:
    said: list[str] = []
    for event in events:
        said.append(told(pack, state, event))
        state = apply(state, event)
    return tuple(said)


def _rewound(by: int) -> str:
    return ngettext("One step was taken back.", "{count} steps were taken back.", by).format(
        count=by
    )


def _brought_again(by: int) -> str:
    return ngettext("One step was put on again.", "{count} steps were put on again.", by).format(
        count=by
    )


def _take_back(lines: list[LogLine], groups: list[list[int]]) -> None:
    for group in groups:
        for index in group:
            lines[index] = replace(lines[index], taken_back=True)
