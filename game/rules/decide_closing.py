"""The way out: stopping, the debrief, before-and-now, commitments, and the open door."""

from game.model.pack import Pack
from game.outcomes.answers import Hands, Sheet
from game.rules.answers import NOBODY, Answer, not_now
from game.rules.commands import Refusal
from game.rules.decide_table import PLAYING
from game.rules.decide_talk import ended
from game.rules.events import (
    ClosingBegun,
    CommitmentsBegun,
    CommitmentWritten,
    DebriefStepBegun,
    DoorOpened,
    Event,
    HandsCounted,
    MessageWritten,
    Resumed,
    SessionFinished,
    SheetsHandedIn,
    SurveyBegun,
)
from game.rules.seating import sits
from game.rules.state import Phase, SeatId, Stage, State
from game.rules.words import LINE, SENTENCE, clean

DEBRIEF_STEPS = 4
ITEMS = 7
POINTS = 5
MOST_HANDS = 99

_CLOSING = frozenset({Phase.DEBRIEF, Phase.SURVEY, Phase.COMMITMENTS, Phase.DOOR})
_PROMISING = frozenset({Phase.COMMITMENTS, Phase.DOOR})


def stop_here(pack: Pack, state: State) -> Answer:
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


def next_debrief_step(state: State) -> Answer:
    if state.phase is not Phase.DEBRIEF:
        return not_now(state)
    step = state.closing.step + 1
    return (DebriefStepBegun(step),) if step < DEBRIEF_STEPS else (SurveyBegun(),)


def write_message(state: State, words: str) -> Answer:
    if state.phase not in _CLOSING:
        return not_now(state)
    words = clean(words)
    if len(words) > SENTENCE:
        return Refusal(f"Keep the message to {SENTENCE} characters.")
    return (MessageWritten(words),)


def count_hands(state: State, hands: Hands) -> Answer:
    """A show of hands for one item; it takes the place of an earlier count of the same item."""
    if state.phase is not Phase.SURVEY:
        return not_now(state)
    if not 0 <= hands.item < ITEMS:
        return Refusal("There are seven lines to count, one for each theme.")
    for row in (hands.before, hands.now):
        if len(row) != POINTS or any(not 0 <= count <= MOST_HANDS for count in row):
            return Refusal(f"Each of the five points takes a count from 0 to {MOST_HANDS}.")
    return (HandsCounted(hands),)


def hand_in_sheets(state: State, sheets: tuple[Sheet, ...]) -> Answer:
    """Private sheets, sorted by what they say, so that their order tells nothing of who wrote."""
    if state.phase is not Phase.SURVEY:
        return not_now(state)
    if not sheets:
        return Refusal("There are no sheets to hand in.")
    if len(state.closing.sheets) + len(sheets) > MOST_HANDS:
        return Refusal(f"There is room for {MOST_HANDS} sheets.")
    if not all(_is_whole(row) for sheet in sheets for row in (sheet.before, sheet.now)):
        return Refusal("A sheet has seven answers for each time, from 1 to 5 or left open.")
    sure = (each for sheet in sheets for each in (sheet.sure_before, sheet.sure_now))
    if not all(each is None or 1 <= each <= POINTS for each in sure):
        return Refusal("How sure somebody feels goes from 1 to 5, or is left open.")
    return (SheetsHandedIn(tuple(sorted(sheets, key=_content))),)


def _is_whole(row: tuple[int | None, ...]) -> bool:
    return len(row) == ITEMS and all(each is None or 1 <= each <= POINTS for each in row)


def _content(sheet: Sheet) -> tuple[str | int, ...]:
    """All that a sheet says: two that sort alike are alike, so that none keeps its place in time."""
    answers = (*sheet.before, *sheet.now, sheet.sure_before, sheet.sure_now)
    return (*(answer or 0 for answer in answers), sheet.way, sheet.form)


def end_survey(state: State) -> Answer:
    return (CommitmentsBegun(),) if state.phase is Phase.SURVEY else not_now(state)


def write_commitment(state: State, seat: SeatId, words: str) -> Answer:
    if state.phase not in _PROMISING:
        return not_now(state)
    if not sits(state.seats, seat):
        return NOBODY
    words = clean(words)
    if len(words) > LINE:
        return Refusal(f"Keep each commitment to {LINE} characters.")
    return (CommitmentWritten(seat, words),)


def open_door(state: State) -> Answer:
    return (DoorOpened(),) if state.phase is Phase.COMMITMENTS else not_now(state)


def finish(state: State) -> Answer:
    return (SessionFinished(),) if state.phase is Phase.DOOR else not_now(state)
