"""
The running session: asks the rules, writes the journal before anything moves, and keeps time.

Rules read no clock; this is the one place where a session and the clock meet.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.journal.journal import Journal
from game.journal.twin import NotSaved
from game.model.pack import Pack
from game.rules.commands import Command, Refusal
from game.rules.decide import decide
from game.rules.events import Event
from game.rules.history import History
from game.rules.state import Phase, State

AWAY_SECONDS = 900.0
"""A longer gap than this between two steps was time away from the table, not time at it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a timer belongs: when any part of this changes, a new timer begins."""

    phase: Phase
    stage: int
    voice: int
    cards: int
    step: int


class LiveSession:
    """One session in play. `state` is what screens show; `send` is how they ask."""

    def __init__(
        self,
        pack: Pack,
        history: History,
        journal: Journal | None,
        *,
        clock: Callable[[], float],
        stamp: Callable[[], str],
        before: float = 0.0,
        name: str = "",
    ) -> None:
        self.pack = pack
        self.name = name
        """The session's folder name, for people and for the list of sessions."""
        self.unsaved = ""
        """Why steps are not being saved, while that is so; play goes on in memory."""
        self._history = history
        self._journal = journal
        self._clock = clock
        self._stamp = stamp
        self._elapsed = before
        self._since = clock()
        self._spot = self._spot_now()
        self._spot_time = 0.0
        self._spot_since = self._since
        if journal is None:
            self.unsaved = "This session is open for reading only; what happens now is not saved."

    # Asking.

    @property
    def state(self) -> State:
        return self._history.state

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that has happened and stands, in order."""
        return self._history.events

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo

    def send(self, command: Command) -> tuple[Event, ...] | Refusal:
        """Let the rules decide; what they accept is on disk before the state moves."""
        answer = decide(self.pack, self.state, command)
        if isinstance(answer, Refusal) or not answer:
            return answer
        self._keep(lambda journal, at: journal.step(answer, at))
        self._tally()
        self._history = self._history.push(answer)
        self._moved()
        return answer

    def undo(self) -> bool:
        """Take back one step; False where there is none to take back."""
        if not self.can_undo:
            return False
        self._keep(lambda journal, at: journal.rewound(1, at))
        self._tally()
        self._history = self._history.undo()
        self._moved()
        return True

    def redo(self) -> bool:
        if not self.can_redo:
            return False
        self._keep(lambda journal, at: journal.restored(1, at))
        self._tally()
        self._history = self._history.redo()
        self._moved()
        return True

    def close(self) -> None:
        """Say in the journal that this was a proper end, and let go of it."""
        self._keep(lambda journal, at: journal.close(at))
        self._journal = None

    def _keep(self, write: Callable[[Journal, str], None]) -> None:
        if self._journal is None:
            return
        try:
            write(self._journal, self._stamp())
        except NotSaved as trouble:
            self.unsaved = f"Not saved: {trouble}. Play goes on in memory."
        else:
            self.unsaved = ""

    # Time.

    @property
    def elapsed(self) -> float:
        """Seconds at the table so far; pauses and time away do not count."""
        return self._elapsed + (0.0 if self.state.paused else self._running())

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
