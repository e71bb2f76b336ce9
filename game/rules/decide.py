"""
What may happen: a command, and the state it is put to, give events or a refusal.

This file only shows each command its place; the rules stand in the `decide_` files beside it. A
refusal changes nothing, and chance is asked here and nowhere else.
"""

from collections.abc import Callable
from typing import Any

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
from game.rules.state import State

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


# As in `apply.py`, each kind of command goes to its rule in one look-up.
_PARTS: dict[type[Command], Callable[[Pack, State, Any], Answer]] = {
    NextVoice: talk.next_voice,
    Pass: talk.next_voice,
    NextStage: talk.next_stage,
    TogglePane: talk.toggle_pane,
    PlaceMarker: talk.place_marker,
    WriteWords: talk.write_words,
    ChooseLens: talk.choose_lens,
    RollDie: turn.roll,
    Walk: turn.walk,
    ChooseTheme: turn.choose_theme,
    LayCard: laid.lay,
    PlayCard: turn.play,
    SwapCard: turn.swap,
    EndMoment: turn.end_moment,
    EndBreather: turn.end_breather,
    EndBreak: turn.end_break,
    OpenSession: opened,
    WriteAgreement: table.write_agreement,
    AcceptAgreement: table.accept_agreement,
    EndBefore: table.end_before,
    ChangePlan: table.change_plan,
    Pause: table.pause,
    Resume: table.resume,
    StopHere: closing.stop_here,
    JoinSeat: table.join,
    LeaveSeat: table.leave,
    RenameSeat: table.rename,
    ChangeSeatKind: table.change_kind,
    MoveSeat: table.move,
    TellFollowUp: gathering.tell_follow_up,
    EndFollowUp: gathering.end_follow_up,
    NextDebriefStep: closing.next_debrief_step,
    WriteMessage: closing.write_message,
    CountHands: gathering.count_hands,
    HandInSheets: gathering.hand_in,
    EndSurvey: closing.end_survey,
    WriteCommitment: closing.write_commitment,
    OpenDoor: closing.open_door,
    FinishSession: closing.finish,
}
