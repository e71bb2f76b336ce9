"""
Whole sessions played by nobody, by random legal commands: to see how the path, the plan and the
piles bear themselves over many sessions. Reads no clock: its minutes are the planner's, stretched.
"""

from collections.abc import Sequence
from typing import TypeVar

from game.model.pack import CardId, Pack, SetId
from game.model.themes import Theme
from game.rules.commands import (
    AcceptAgreement,
    ChangePlan,
    ChangeSeatKind,
    ChooseLens,
    ChooseTheme,
    Command,
    CountHands,
    EndBefore,
    EndBreak,
    EndBreather,
    EndFollowUp,
    EndMoment,
    EndSurvey,
    FinishSession,
    HandInSheets,
    JoinSeat,
    LeaveSeat,
    MoveSeat,
    NextDebriefStep,
    NextStage,
    NextVoice,
    OpenDoor,
    OpenSession,
    Pass,
    Pause,
    PlaceMarker,
    PlayCard,
    Refusal,
    RenameSeat,
    Resume,
    RollDie,
    StopHere,
    SwapCard,
    TellFollowUp,
    TogglePane,
    Walk,
    WriteAgreement,
    WriteCommitment,
    WriteMessage,
    WriteWords,
)
from game.rules.decide import decide
from game.rules.events import CardTurned, ConversationBegun, Event, TurnBegun
from game.rules.history import History
from game.rules.legal import legal_commands
from game.rules.planner import (
    BREAK_MINUTES,
    closing_minutes,
    debrief_minutes,
    pairs_at,
    stage_seconds,
    welcome_minutes,
)
from game.rules.rng import below
from game.rules.state import Phase, Seat, SeatId, Setup, Stage, State
from game.values import dataclass

Item = TypeVar("Item")

MOST_COMMANDS = 5000
"""A session that has not ended after so many commands is stuck."""

_ONWARD: frozenset[type[Command]] = frozenset(
    {
        EndFollowUp,
        AcceptAgreement,
        EndBefore,
        RollDie,
        Walk,
        ChooseTheme,
        PlayCard,
        NextVoice,
        Pass,
        NextStage,
        EndMoment,
        EndBreather,
        EndBreak,
        Resume,
        NextDebriefStep,
        EndSurvey,
        OpenDoor,
        FinishSession,
    }
)

# How often a table does what does not lead on, against one another. A table hardly ever stops
# early or changes its plan, and would tell nothing of the path if it did.
_ASIDE: dict[type[Command], int] = {
    TogglePane: 2000,
    PlaceMarker: 4000,
    WriteWords: 4000,
    ChooseLens: 2000,
    Pause: 1000,
    SwapCard: 60,
    JoinSeat: 100,
    LeaveSeat: 100,
    RenameSeat: 300,
    ChangeSeatKind: 60,
    MoveSeat: 300,
    WriteAgreement: 1000,
    WriteMessage: 2000,
    CountHands: 3000,
    HandInSheets: 2000,
    TellFollowUp: 2000,
    WriteCommitment: 3000,
    ChangePlan: 1,
    StopHere: 1,
}
_UNDO = 1000
_REDO = 2000
# A step that leads on is as likely as all that do not; in a round, skipping to Talk is rare.
_SKIP_ONE_IN = 40

_SECONDS: dict[type[Command], int] = {
    RollDie: 8,
    Walk: 12,
    ChooseTheme: 20,
    SwapCard: 15,
    EndMoment: 60,
    EndBreather: 60,
    EndBreak: BREAK_MINUTES * 60,
}


@dataclass(frozen=True, slots=True)
class SessionResult:
    """What one simulated session came to."""

    events: tuple[Event, ...]
    """The events in force at the end."""
    commands: int
    """How many commands were accepted, those taken back included."""
    turns: int
    panes_lit: tuple[Theme, ...]
    themes_met: tuple[Theme, ...]
    """Themes of the cards that were talked about."""
    cards_seen: tuple[CardId, ...]
    """Cards that were turned up."""
    cards_planned: int
    cards_played: int
    planned_minutes: int
    simulated_minutes: float
    stuck: str | None
    """Why the session did not come to its end; None where it did."""


class _Luck:
    """A row of chances of its own, so that the policy never stirs the session's."""

    def __init__(self, seed: int) -> None:
        self._seed = ~seed
        self._count = 0

    def below(self, bound: int) -> int:
        self._count += 1
        return below(bound, self._seed, self._count)

    def one_of(self, items: Sequence[Item]) -> Item:
        return items[self.below(len(items))]

    def stretch(self) -> float:
        """Tables take a fifth less than planned, or up to two fifths more."""
        return 0.8 + self.below(601) / 1000


def simulate_session(
    pack: Pack,
    minutes: int,
    seats: int,
    seed: int,
    *,
    hardest: int = 2,
    only: SetId | None = None,
    met: tuple[CardId, ...] = (),
) -> SessionResult:
    """
    Play one session to its end by random legal commands.

    *hardest*, *only* and *met* are as in `Setup`: how hard it may get, one set of cards or all,
    and what earlier sessions of a programme have met.
    """
    luck = _Luck(seed)
    sitting = tuple(Seat(SeatId(each), f"Seat {each + 1}") for each in range(seats))
    setup = Setup(sitting, minutes, hardest=hardest, only=only, met=met)
    history = History()
    opening = decide(pack, history.state, OpenSession(setup, seed))
    if isinstance(opening, Refusal):
        return _result(pack, history, 0, 0.0, opening.sentence)
    history = history.push(opening)
    # Seconds of each step: what is taken back was a slip of the finger, and takes its time along.
    seconds = [welcome_minutes(minutes) * 60.0]
    for commands in range(1, MOST_COMMANDS):
        state = history.state
        if state.phase is Phase.FINISHED:
            return _result(pack, history, commands, sum(seconds[: history.at]), None)
        command = _chosen(pack, history, luck)
        if command is None:
            history = history.redo() if history.can_redo and luck.below(2) else history.undo()
            continue
        events = decide(pack, state, command)
        if isinstance(events, Refusal):
            why = f"{type(command).__name__} was called legal and refused: {events.sentence}"
            return _result(pack, history, commands, sum(seconds[: history.at]), why)
        at, history = history.at, history.push(events)
        if history.at > at:
            seconds[at:] = [_seconds(state, command) * luck.stretch()]
    why = f"not finished after {MOST_COMMANDS} commands, in the phase {history.state.phase}"
    return _result(pack, history, MOST_COMMANDS, sum(seconds[: history.at]), why)


def _chosen(pack: Pack, history: History, luck: _Luck) -> Command | None:
    """The next command; None for undo or redo."""
    state = history.state
    legal = legal_commands(pack, state)
    onward = [command for command in legal if type(command) in _ONWARD]
    if state.stage is Stage.ROUND and luck.below(_SKIP_ONE_IN):
        onward = [command for command in onward if not isinstance(command, NextStage)]
    if not luck.below(2):
        return luck.one_of(onward)
    kinds = sorted({type(each) for each in legal} & _ASIDE.keys(), key=lambda kind: kind.__name__)
    weights = [_ASIDE[kind] for kind in kinds]
    back = (_UNDO if history.can_undo else 0) + (_REDO if history.can_redo else 0)
    drawn = luck.below(sum(weights) + back) if kinds or back else 0
    for kind, weight in zip(kinds, weights, strict=True):
        if drawn < weight:
            return luck.one_of([each for each in legal if _is_one(each, kind, state)])
        drawn -= weight
    return None if back else luck.one_of(onward)


def _is_one(command: Command, kind: type[Command], state: State) -> bool:
    """Whether it is of this kind; a plan is changed by one card at a time."""
    if isinstance(command, ChangePlan) and abs(command.cards - state.plan.cards) > 1:
        return False
    return type(command) is kind


def _seconds(state: State, command: Command) -> float:
    """How long what comes to its end with this command takes by the plan."""
    minutes = state.setup.minutes
    if isinstance(command, (NextVoice, Pass)):
        return state.setup.voice_seconds
    if isinstance(command, NextStage):
        if state.stage is Stage.ROUND:
            return 0
        seats, pairs = len(state.seats), pairs_at(state.seats)
        return stage_seconds(state.stage, seats, pairs, state.setup.voice_seconds)
    if isinstance(command, NextDebriefStep):
        return debrief_minutes(minutes) * 60 / 4
    if isinstance(command, (EndSurvey, OpenDoor, FinishSession)):
        return closing_minutes(minutes) * 60 / 3
    return _SECONDS.get(type(command), 0)


def _result(
    pack: Pack, history: History, commands: int, seconds: float, stuck: str | None
) -> SessionResult:
    state, events = history.state, history.events
    turned = [event.card for event in events if isinstance(event, CardTurned)]
    met = {pack.card(each.card).theme for each in events if isinstance(each, ConversationBegun)}
    return SessionResult(
        events=events,
        commands=commands,
        turns=1 + sum(isinstance(event, TurnBegun) for event in events),
        panes_lit=tuple(theme for theme in Theme if theme in state.lit),
        themes_met=tuple(theme for theme in Theme if theme in met),
        cards_seen=tuple(dict.fromkeys(turned)),
        cards_planned=state.plan.cards,
        cards_played=len(state.played),
        planned_minutes=state.setup.minutes,
        simulated_minutes=seconds / 60,
        stuck=stuck,
    )
