"""
What may happen: a command, and the state it is put to, give events or a refusal.

This file only shows each command its place; the rules stand in the `decide_` files beside it. A
refusal changes nothing, and chance is asked here and nowhere else.
"""

from collections.abc import Callable
from typing import Any, assert_never, get_args

from game.model.pack import Pack
from game.rules import decide_closing as closing
from game.rules import decide_laid as laid
from game.rules import decide_survey as gathering
from game.rules import decide_table as table
from game.rules import decide_talk as talk
from game.rules import decide_turn as turn
from game.rules.answers import PAUSED, Answer
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
    LayCard,
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
from game.rules.setup import opened
from game.rules.state import Phase, State

_TalkCommand = NextVoice | Pass | NextStage | TogglePane | PlaceMarker | WriteWords | ChooseLens
_TurnCommand = (
    RollDie
    | Walk
    | ChooseTheme
    | LayCard
    | PlayCard
    | SwapCard
    | EndMoment
    | EndBreather
    | EndBreak
)
_TableCommand = (
    OpenSession
    | WriteAgreement
    | AcceptAgreement
    | EndBefore
    | ChangePlan
    | Pause
    | Resume
    | StopHere
)
_SeatCommand = JoinSeat | LeaveSeat | RenameSeat | ChangeSeatKind | MoveSeat
_ClosingCommand = (
    TellFollowUp
    | EndFollowUp
    | NextDebriefStep
    | WriteMessage
    | CountHands
    | HandInSheets
    | EndSurvey
    | WriteCommitment
    | OpenDoor
    | FinishSession
)

_WHILE_PAUSED = frozenset(
    {
        Resume,
        SwapCard,
        StopHere,
        JoinSeat,
        LeaveSeat,
        RenameSeat,
        ChangeSeatKind,
        MoveSeat,
    }
)


def decide(pack: Pack, state: State, command: Command) -> Answer:
    """The events that the command brings about, or the sentence that says why not."""
    if state.paused and type(command) not in _WHILE_PAUSED:
        return PAUSED
    return _PARTS[type(command)](pack, state, command)


def _talk(pack: Pack, state: State, command: _TalkCommand) -> Answer:
    match command:
        case NextVoice() | Pass():
            return talk.next_voice(state)
        case NextStage():
            return talk.next_stage(pack, state)
        case TogglePane():
            return talk.toggle_pane(state, command.theme)
        case PlaceMarker():
            return talk.place_marker(state, command.weight)
        case WriteWords():
            return talk.write_words(state, command.words)
        case ChooseLens():
            return talk.choose_lens(state, command.seat, command.lens)
        case _:
            assert_never(command)


def _turn(pack: Pack, state: State, command: _TurnCommand) -> Answer:
    match command:
        case RollDie():
            return turn.roll(state)
        case LayCard():
            return laid.lay(pack, state, command.card)
        case Walk():
            return turn.walk(pack, state, command.direction)
        case PlayCard():
            return turn.play(pack, state)
        case SwapCard():
            return turn.swap(pack, state)
        case ChooseTheme():
            return turn.choose_theme(pack, state, command.theme)
        case EndMoment():
            return turn.end_moment(state)
        case EndBreather():
            return turn.end_breather(state)
        case EndBreak():
            return turn.end_break(state)
        case _:
            assert_never(command)


def _table(pack: Pack, state: State, command: _TableCommand) -> Answer:
    match command:
        case OpenSession():
            return opened(pack, command) if state.phase is Phase.UNOPENED else table.ALREADY_OPEN
        case Pause():
            return table.pause(state)
        case Resume():
            return table.resume(state)
        case AcceptAgreement():
            return table.accept_agreement(state)
        case EndBefore():
            return table.end_before(state)
        case WriteAgreement():
            return table.write_agreement(state, command.lines)
        case ChangePlan():
            return table.change_plan(pack, state, command.cards)
        case StopHere():
            return closing.stop_here(pack, state)
        case _:
            assert_never(command)


def _seats(pack: Pack, state: State, command: _SeatCommand) -> Answer:
    match command:
        case JoinSeat():
            return table.join(pack, state, command.name, command.kind)
        case LeaveSeat():
            return table.leave(state, command.seat)
        case RenameSeat():
            return table.rename(state, command.seat, command.name)
        case ChangeSeatKind():
            return table.change_kind(state, command.seat, command.kind)
        case MoveSeat():
            return table.move(state, command.seat, command.place)
        case _:
            assert_never(command)


def _closing(pack: Pack, state: State, command: _ClosingCommand) -> Answer:
    match command:
        case TellFollowUp():
            return gathering.tell_follow_up(state, command.follow_ups)
        case EndFollowUp():
            return gathering.end_follow_up(state)
        case NextDebriefStep():
            return closing.next_debrief_step(state)
        case WriteMessage():
            return closing.write_message(state, command.words)
        case CountHands():
            return gathering.count_hands(state, command.hands)
        case HandInSheets():
            return gathering.hand_in(pack, state, command)
        case EndSurvey():
            return closing.end_survey(state)
        case WriteCommitment():
            return closing.write_commitment(state, command)
        case OpenDoor():
            return closing.open_door(state)
        case FinishSession():
            return closing.finish(state)
        case _:
            assert_never(command)


# As in `apply.py`, which part a command belongs to is one look-up.
_PARTS: dict[type[Command], Callable[[Pack, State, Any], Answer]] = {
    kind: part
    for part, kinds in (
        (_talk, _TalkCommand),
        (_turn, _TurnCommand),
        (_table, _TableCommand),
        (_seats, _SeatCommand),
        (_closing, _ClosingCommand),
    )
    for kind in get_args(kinds)
}
