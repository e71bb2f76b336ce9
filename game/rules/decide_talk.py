"""The conversation: seven stages, every voice once, and what the table agrees."""

from game.model.lenses import Lens
from game.model.pack import Pack
from game.model.themes import Theme
from game.rules.answers import Answer, not_now
from game.rules.commands import Refusal
from game.rules.events import (
    BreakBegun,
    ClosingBegun,
    ConversationEnded,
    Event,
    LensesDealt,
    MarkerPlaced,
    PanesProposed,
    StageBegun,
    TurnBegun,
    VoiceOffered,
    WordsWritten,
)
from game.rules.panes import suggested, toggled
from game.rules.seating import after
from game.rules.state import Played, Round, SeatId, Stage, State
from game.rules.words import SENTENCE, clean
from game.tongue import _

# Enum members are looked up once: see `apply.py`.
_ROUND = Stage.ROUND
_AGREE = Stage.AGREE
_KEEP = Stage.KEEP
_EVIDENCE = Stage.EVIDENCE

_TO_TALK = (StageBegun(Stage.TALK),)
# What follows each stage, in their order; the two left empty depend on the table.
_ONWARD: tuple[tuple[Event, ...], ...] = (
    (StageBegun(Stage.THINK),),
    (StageBegun(Stage.ROUND), VoiceOffered(0)),
    _TO_TALK,
    (StageBegun(Stage.EVIDENCE),),
    (),
    (StageBegun(Stage.KEEP),),
    (),
)
_TO_AGREE = StageBegun(Stage.AGREE)

_WEIGHTS = (-2, -1, 0, 1, 2)


def next_voice(state: State) -> Answer:
    """On to the next voice, or from the last to Talk: spoken or passed, nobody can tell."""
    held = state.round
    if held is None or state.stage is not _ROUND:
        return not_now(state)
    voice = state.voice + 1
    return (VoiceOffered(voice),) if voice < len(held.order) else _TO_TALK


def next_stage(pack: Pack, state: State) -> Answer:
    held = state.round
    if held is None:
        return not_now(state)
    stage = state.stage
    if stage is _EVIDENCE:
        return (_TO_AGREE, PanesProposed(suggested(pack.card(held.card), state.lit)))
    if stage is _KEEP:
        return _end(pack, state, held)
    return _ONWARD[stage]


def ended(pack: Pack, state: State, held: Round) -> ConversationEnded:
    """The conversation's end, with what the table agreed as it stands."""
    said = state.proposal
    played = Played(held.card, said.panes, said.weight, said.words)
    return ConversationEnded(pack.card(held.card).theme, played)


def _end(pack: Pack, state: State, held: Round) -> tuple[Event, ...]:
    """The end of a card: on to the closing, a break, or the next seat's turn."""
    end = ended(pack, state, held)
    played = len(state.played) + 1
    if played >= state.plan.cards:
        return (end, ClosingBegun())
    if played == state.plan.break_after:
        return (end, BreakBegun())
    return (end, TurnBegun(after(state.seats, state.turn)))


def toggle_pane(state: State, theme: Theme) -> Answer:
    if state.round is None or state.stage is not _AGREE:
        return not_now(state)
    panes = toggled(state.proposal.panes, theme)
    if not panes:
        return Refusal(_("One pane stays marked. Mark another one first."))
    return (PanesProposed(panes),)


def place_marker(state: State, weight: int) -> Answer:
    if state.round is None or state.stage is not _AGREE:
        return not_now(state)
    if weight not in _WEIGHTS:
        return Refusal(_("The scale goes from -2, all mind, to 2, all body."))
    return (MarkerPlaced(weight),)


def write_words(state: State, words: str) -> Answer:
    if state.round is None or state.stage is not _AGREE:
        return not_now(state)
    words = clean(words)
    if len(words) > SENTENCE:
        return Refusal(_("Keep the shared words to {most} characters.").format(most=SENTENCE))
    return (WordsWritten(words),)


def choose_lens(state: State, seat: SeatId, lens: Lens) -> Answer:
    """The whole table's lenses are dealt again, so that no event points at one seat."""
    held = state.round
    if held is None or state.stage > _ROUND:
        return not_now(state)
    if seat not in held.order:
        return Refusal(_("That seat has no voice in this round."))
    voice = held.order.index(seat)
    return (LensesDealt((*held.lenses[:voice], lens, *held.lenses[voice + 1 :])),)
