"""What has happened and what was taken back: undo and redo over any number of steps."""

from typing import Final, TypeAlias, final

from game.rules.apply import replay
from game.rules.events import Event, Paused, Resumed
from game.rules.state import UNOPENED, State

Step: TypeAlias = tuple[Event, ...]

QUIET = frozenset({Paused, Resumed})
"""Events that are no step of their own: a pause takes nothing back and cuts nothing off."""


# A step in force, the state after it, and what was done before it.
_Done: TypeAlias = "tuple[Step, State, _Done] | None"

# A step taken back, and what comes after it.
_Ahead: TypeAlias = "tuple[Step, _Ahead] | None"


@final
class History:
    """
    A value: `push`, `undo` and `redo` give another history and leave this one as it is.

    Histories share their steps and states, so a step costs the same however long the session is.
    `state` is always the replay of `steps[:at]`.
    """

    __slots__ = ("_ahead", "_done", "at", "state")

    def __init__(self, at: int = 0, done: _Done = None, ahead: _Ahead = None) -> None:
        self.at: Final = at
        """How many steps are in force."""
        self.state: Final = UNOPENED if done is None else done[1]
        self._done: Final = done
        self._ahead: Final = ahead

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, those taken back included: redo would bring `steps[at]`."""
        steps: list[Step] = []
        done = self._done
        while done is not None:
            step, _, done = done
            steps.append(step)
        steps.reverse()
        ahead = self._ahead
        while ahead is not None:
            step, ahead = ahead
            steps.append(step)
        return tuple(steps)

    @property
    def events(self) -> tuple[Event, ...]:
        """All events in force, in one row."""
        return tuple(event for step in self.steps[: self.at] for event in step)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back; the opening of the session never is."""
        return self.at > 1

    @property
    def can_redo(self) -> bool:
        return self._ahead is not None

    def push(self, events: Step) -> "History":
        """
        The history with one step more; what had been taken back is gone.

        Quiet events join the step before them, and what had been taken back stays.
        """
        done = self._done
        if not events:
            return self
        if done is None:
            return History(1, (events, replay(events), None))
        state = replay(events, self.state)
        if type(events[0]) in QUIET and all(type(event) in QUIET for event in events):
            step, _, before = done
            return History(self.at, (step + events, state, before), self._ahead)
        return History(self.at + 1, (events, state, done))

    def undo(self) -> "History":
        """The history with its last step taken back; itself where there is none to take back."""
        if self._done is None or self.at < 2:
            return self
        step, _, before = self._done
        return History(self.at - 1, before, (step, self._ahead))

    def redo(self) -> "History":
        """The history with the next step in force again; itself where none was taken back."""
        if self._done is None or self._ahead is None:
            return self
        step, then = self._ahead
        return History(self.at + 1, (step, replay(step, self.state), self._done), then)
