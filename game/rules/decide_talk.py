"""The conversation: seven stages, every voice once, and what the table agrees."""

from functools import cache

from game.model.pack import Pack
from game.rules.answers import Answer, not_now
from game.rules.commands import (
    ChooseLens,
    NextStage,
    NextVoice,
    Pass,
    PlaceMarker,
    Refusal,
    TogglePane,
    WriteWords,
)
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
from game.rules.state import Played, Round, Stage, State
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

# Every place on the scale, from all mind to all body.
_MARKED = {weight: (MarkerPlaced(weight),) for weight in range(-2, 3)}


# What happens at every table again and again is made once.
@cache
def _offered(voice: int) -> tuple[VoiceOffered]:
    return (VoiceOffered(voice),)


def next_voice(_pack: Pack, state: State, _command: NextVoice | Pass) -> Answer:
    """On to the next voice, or from the last to Talk: spoken or passed, nobody can tell."""
    held = state.round
    if held is None or state.stage is not _ROUND:
        return not_now(state)
    voice = state.voice + 1
    return _offered(voice) if voice < len(held.order) else _TO_TALK


def next_stage(pack: Pack, state: State, _command: NextStage) -> Answer:
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


def toggle_pane(_pack: Pack, state: State, command: TogglePane) -> Answer:
    if state.round is None or state.stage is not _AGREE:
        return not_now(state)
    panes = toggled(state.proposal.panes, command.theme)
    if not panes:
        return Refusal(_("One pane stays marked. Mark another one first."))
    return (PanesProposed(panes),)


def place_marker(_pack: Pack, state: State, command: PlaceMarker) -> Answer:
    if state.round is None or state.stage is not _AGREE:
        return not_now(state)
    return _MARKED.get(command.weight) or Refusal(
        _("The scale goes from -2, all mind, to 2, all body.")
    )


def write_words(_pack: Pack, state: State, command: WriteWords) -> Answer:
    if state.round is None or state.stage is not _AGREE:
        return not_now(state)
    words = clean(command.words)
    if len(words) > SENTENCE:
        return Refusal(_("Keep the shared words to {most} characters.").format(most=SENTENCE))
    return (WordsWritten(words),)


def choose_lens(_pack: Pack, state: State, command: ChooseLens) -> Answer:
    """The whole table's lenses are dealt again, so that no event points at one seat."""
    held = state.round
    if held is None or state.stage > _ROUND:
        return not_now(state)
    if command.seat not in held.order:
        return Refusal(_("That seat has no voice in this round."))
    voice = held.order.index(command.seat)
    return (LensesDealt((*held.lenses[:voice], command.lens, *held.lenses[voice + 1 :])),)
