"""The way out: stopping, the debrief, commitments, and the open door."""

from game.model.pack import Pack
from game.rules.answers import NOBODY, Answer, not_now
from game.rules.commands import (
    EndSurvey,
    FinishSession,
    NextDebriefStep,
    OpenDoor,
    Refusal,
    StopHere,
    WriteCommitment,
    WriteMessage,
)
from game.rules.decide_table import PLAYING
from game.rules.decide_talk import ended
from game.rules.events import (
    ClosingBegun,
    CommitmentsBegun,
    CommitmentWritten,
    DebriefStepBegun,
    DoorOpened,
    Event,
    MessageWritten,
    Resumed,
    SessionFinished,
    SurveyBegun,
)
from game.rules.seating import sits
from game.rules.state import Phase, Stage, State
from game.rules.words import LINE, SENTENCE, clean
from game.tongue import _

DEBRIEF_STEPS = 4

_CLOSING = frozenset({Phase.DEBRIEF, Phase.SURVEY, Phase.COMMITMENTS, Phase.DOOR})
_PROMISING = frozenset({Phase.COMMITMENTS, Phase.DOOR})


def stop_here(pack: Pack, state: State, _command: StopHere) -> Answer:
    """
    On to the closing.

    A conversation that has come to Agree counts as played with what stands agreed, so nothing said
    is lost; an earlier one goes to the discard pile and does not count.
    """
    if state.phase not in PLAYING:
        return not_now(state)
    events: list[Event] = [Resumed()] if state.paused else []
    held = state.round
    if held is not None and state.stage >= Stage.AGREE:
        return (*events, ended(pack, state, held), ClosingBegun())
    card = state.face_up if held is None else held.card
    theme = None if card is None else pack.card(card).theme
    return (*events, ClosingBegun(theme))


def next_debrief_step(_pack: Pack, state: State, _command: NextDebriefStep) -> Answer:
    if state.phase is not Phase.DEBRIEF:
        return not_now(state)
    step = state.closing.step + 1
    return (DebriefStepBegun(step),) if step < DEBRIEF_STEPS else (SurveyBegun(),)


def write_message(_pack: Pack, state: State, command: WriteMessage) -> Answer:
    if state.phase not in _CLOSING:
        return not_now(state)
    words = clean(command.words)
    if len(words) > SENTENCE:
        return Refusal(_("Keep the message to {most} characters.").format(most=SENTENCE))
    return (MessageWritten(words),)


def end_survey(_pack: Pack, state: State, _command: EndSurvey) -> Answer:
    return (CommitmentsBegun(),) if state.phase is Phase.SURVEY else not_now(state)


def write_commitment(_pack: Pack, state: State, given: WriteCommitment) -> Answer:
    if state.phase not in _PROMISING:
        return not_now(state)
    if not sits(state.seats, given.seat):
        return NOBODY
    words, where, by_when = (clean(each) for each in (given.words, given.where, given.by_when))
    if any(len(each) > LINE for each in (words, where, by_when)):
        return Refusal(_("Keep each part of a commitment to {most} characters.").format(most=LINE))
    return (CommitmentWritten(given.seat, words, where, by_when, given.likely),)


def open_door(_pack: Pack, state: State, _command: OpenDoor) -> Answer:
    return (DoorOpened(),) if state.phase is Phase.COMMITMENTS else not_now(state)


def finish(_pack: Pack, state: State, _command: FinishSession) -> Answer:
    return (SessionFinished(),) if state.phase is Phase.DOOR else not_now(state)
