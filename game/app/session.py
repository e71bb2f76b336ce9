"""
The running session: asks the rules, writes the journal before anything moves, and keeps time.

Rules read no clock; this is the one place where a session and the clock meet.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from game.app.keeper import Keeper, Write
from game.app.rewording import reworded
from game.journal.duration import seconds_at_table
from game.journal.records import Restored, Rewound, Step
from game.model.pack import Pack
from game.rules.commands import Command, Refusal
from game.rules.decide import decide
from game.rules.events import Event
from game.rules.history import History
from game.rules.state import Phase, State
from game.tongue import _
from game.values import dataclass

AWAY_SECONDS = 900.0
"""A longer gap than this between two steps was time away from the table, not time at it."""


Logged: TypeAlias = Step | Rewound | Restored
"""A record of something that people at the table did."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a timer belongs: when any part of this changes, a new timer begins."""

    phase: Phase
    stage: int
    voice: int
    cards: int
    step: int


class LiveSession:
    """
    One session in play. `state` is what screens show; `send` is how they ask.

    Where *keeper* is None the session is only looked at, *only_look* says why, and nothing that is
    asked of it changes anything. A keeper with patience may return before
    a step is on disk: then `saving` tells so, and the step must not be shown yet.
    """

    def __init__(
        self,
        pack: Pack,
        history: History,
        keeper: Keeper | None,
        *,
        clock: Callable[[], float],
        stamp: Callable[[], str],
        before: float = 0.0,
        records: Iterable[Logged] = (),
        only_look: str = "",
    ) -> None:
        self._only_look = only_look
        self.pack = pack
        self._history = history
        self._keeper = keeper
        self._records = list(records)
        self._clock = clock
        self._stamp = stamp
        self._elapsed = before
        self._since = clock()
        self._spot = self._spot_now()
        self._spot_time = 0.0
        self._spot_since = self._since

    def reword(self, fresh: Pack) -> None:
        """Show the words of *fresh* from now on; what the rules go by stays as it was played."""
        self.pack = reworded(self.pack, fresh)

    # Asking.

    @property
    def state(self) -> State:
        return self._history.state

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that has happened and stands, in order."""
        return self._history.events

    @property
    def records(self) -> tuple[Logged, ...]:
        """Everything that has happened, what was taken back included: what the log is made of."""
        return tuple(self._records)

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    @property
    def at(self) -> int:
        """How many steps are in force."""
        return self._history.at

    def send(self, command: Command) -> tuple[Event, ...] | Refusal:
        """Let the rules decide; what they accept is on disk before anybody sees the state move."""
        if self._keeper is None:
            return Refusal(self.unsaved)
        answer = decide(self.pack, self.state, command)
        if isinstance(answer, Refusal) or not answer:
            return answer
        at = self._stamp()
        self._keep(Step(at, answer), lambda journal: journal.step(answer, at))
        self._go(self._history.push(answer))
        return answer

    def undo(self) -> bool:
        """Take back one step; False where there is none to take back."""
        return self.go_to(self.at - 1)

    def redo(self) -> bool:
        return self.go_to(self.at + 1)

    def go_to(self, step: int) -> bool:
        """
        Take back, or put on again, as many steps as it takes for so many to be in force.

        False, and nothing is done, where there is no such place or the session stands there already.
        """
        by = step - self.at
        to = self._history
        for _step in range(abs(by)):
            moved = to.undo() if by < 0 else to.redo()
            if moved is to:
                return False
            to = moved
        if not by or self._keeper is None:
            return False
        at = self._stamp()
        if by < 0:
            self._keep(Rewound(at, -by), lambda journal: journal.rewound(-by, at))
        else:
            self._keep(Restored(at, by), lambda journal: journal.restored(by, at))
        self._go(to)
        return True

    def close(self) -> None:
        """Say in the journal that this was a proper end, and let go of it."""
        if self._keeper is not None:
            self._keeper.close(self._stamp())

    def _keep(self, record: Logged, write: Write) -> None:
        self._records.append(record)
        if self._keeper is not None:
            self._keeper.keep(write)

    def _go(self, to: History) -> None:
        self._tally()
        self._history = to
        self._moved()

    # Saving.

    @property
    def folder(self) -> Path | None:
        """The session's folder; None where it has none, or none yet."""
        return None if self._keeper is None else self._keeper.folder

    @property
    def name(self) -> str:
        """The session's folder name, for people and for the list of sessions."""
        return "" if self.folder is None else self.folder.name

    @property
    def unsaved(self) -> str:
        """Why steps are not being saved, while that is so; play goes on in memory."""
        if self._keeper is None:
            return f"{_('Open for reading only: nothing here changes it.')} {_(self._only_look)}".strip()
        why = self._keeper.trouble
        return _("Not saved: {why}. Play goes on in memory.").format(why=_(why)) if why else ""

    @property
    def read_only(self) -> bool:
        """Whether the session is only looked at."""
        return self._keeper is None

    @property
    def in_memory(self) -> bool:
        """Whether the session is kept on no disk, because that was wished for."""
        return self._keeper is not None and self._keeper.in_memory

    @property
    def saving(self) -> float | None:
        """For how many seconds the screen has been waiting for the disk; None when it is not."""
        return None if self._keeper is None else self._keeper.hold()

    @property
    def busy(self) -> bool:
        """Whether anything is still on its way to the disk, waited for or not."""
        return self._keeper is not None and self._keeper.busy

    def tick(self) -> None:
        """Called now and then: what could not be saved is tried again by itself."""
        if self._keeper is not None:
            self._keeper.tick()

    def retry(self) -> None:
        """Try again now what could not be saved."""
        if self._keeper is not None:
            self._keeper.retry()

    def save_elsewhere(self, saves: Path) -> str:
        """
        Go on in a copy of the whole session in a new folder under *saves*.

        Empty when that is done; otherwise a sentence, and everything is as it was.
        """
        if self._keeper is None:
            return self.unsaved
        why = self._keeper.move(saves, self._stamp())
        return _("Not saved there: {why}.").format(why=_(why)) if why else ""

    def settle(self) -> bool:
        """Wait until everything is written; whether it is."""
        return self._keeper is None or self._keeper.settle()

    # Time.

    @property
    def elapsed(self) -> float:
        """Seconds at the table so far; pauses and time away do not count."""
        return self._elapsed + (0.0 if self.state.paused else self._running())

    @property
    def at_table(self) -> float:
        """Seconds that the session took, up to its last step: as its report counts them."""
        paper = self.state.setup.paper
        return seconds_at_table(self._records) if paper is None else paper.minutes * 60.0

    @property
    def spot_seconds(self) -> float:
        """Seconds since this stage, voice or screen began; the clock stops in a pause."""
        if self.state.paused:
            return self._spot_time
        return self._spot_time + min(AWAY_SECONDS, self._clock() - self._spot_since)

    def woke(self, seconds: float) -> None:
        """The machine slept so long: nobody is charged for it."""
        self._since += seconds
        self._spot_since += seconds

    def _running(self) -> float:
        return min(AWAY_SECONDS, max(0.0, self._clock() - self._since))

    def _tally(self) -> None:
        """Before the state moves: count the time since the last step, unless it was a pause."""
        now = self._clock()
        if not self.state.paused:
            self._elapsed += self._running()
            self._spot_time += min(AWAY_SECONDS, now - self._spot_since)
        self._since = self._spot_since = now

    def _moved(self) -> None:
        spot = self._spot_now()
        if spot != self._spot:
            self._spot, self._spot_time = spot, 0.0
            self._spot_since = self._clock()

    def _spot_now(self) -> Spot:
        state = self.state
        return Spot(
            state.phase, int(state.stage), state.voice, len(state.played), state.closing.step
        )
