"""A turn up to the conversation: roll, walk, turn a card, play it or swap it."""

from functools import cache

from game.model.pack import Card, CardId, Pack, SpaceKind
from game.model.themes import Theme
from game.rules.answers import Answer, not_now
from game.rules.commands import (
    ChooseTheme,
    EndBreak,
    EndBreather,
    EndMoment,
    PlayCard,
    Refusal,
    RollDie,
    SwapCard,
    Walk,
)
from game.rules.events import (
    BreakEnded,
    BreatherBegun,
    BreatherEnded,
    CardSwapped,
    CardTurned,
    ClosingBegun,
    ConversationBegun,
    CrossroadsReached,
    DieRolled,
    Event,
    MomentEnded,
    MomentTurned,
    Resumed,
    TokenWalked,
    TurnBegun,
)
from game.rules.lenses import deal, voices_in_order
from game.rules.path import arrival
from game.rules.piles import cap_now, first_within, gives, reshuffled, turned
from game.rules.rng import die
from game.rules.seating import after, place_of
from game.rules.state import Phase, PlayedOn, Stage, State
from game.tongue import _

# Enum members are looked up once: see `apply.py`.
_ROLL = Phase.ROLL
_WALK = Phase.WALK
_CARD = Phase.CARD
_MOMENT = SpaceKind.MOMENT
_PAUSE = SpaceKind.PAUSE
_SCREEN = PlayedOn.SCREEN


def roll(_pack: Pack, state: State, _command: RollDie) -> Answer:
    if state.phase is not _ROLL or state.setup.played_on is not _SCREEN:
        return not_now(state)
    return _rolled(die(state.seed, state.chances))


@cache
def _rolled(value: int) -> tuple[DieRolled]:
    return (DieRolled(value),)


def walk(pack: Pack, state: State, command: Walk) -> Answer:
    """The token walks, and the space it arrives at says what comes."""
    if state.phase is not _WALK:
        return not_now(state)
    spaces = pack.board.spaces
    at = state.places[place_of(state.seats, state.turn)]
    place = arrival(at, state.rolled, command.direction, len(spaces))
    walked = TokenWalked(state.turn, command.direction, place)
    space = spaces[place]
    if space.kind is _MOMENT and state.moments:
        return (walked, MomentTurned(state.moments[0]))
    if space.kind is _PAUSE:
        return (walked, BreatherBegun())
    return (walked, *_cards_at(pack, state, space.theme))


def _cards_at(pack: Pack, state: State, theme: Theme | None) -> tuple[Event, ...]:
    """A card of the theme; the table's choice where there is no such card; else the closing."""
    cap = cap_now(pack, state)
    if not cap:
        return (ClosingBegun(),)
    card = turned(pack, state, theme, cap) if theme is not None else ()
    return card or (CrossroadsReached(),)


def choose_theme(pack: Pack, state: State, command: ChooseTheme) -> Answer:
    if state.phase is not Phase.CROSSROADS:
        return not_now(state)
    card = turned(pack, state, command.theme, cap_now(pack, state))
    if not card:
        return Refusal(
            _("“{label}” has no card that fits now. Choose another theme.").format(
                label=command.theme.label
            )
        )
    return card


def themes_to_choose(pack: Pack, state: State) -> tuple[Theme, ...]:
    """The themes that have a card to give now."""
    cap = cap_now(pack, state)
    return tuple(theme for theme in Theme if gives(pack, state, theme, cap))


def play(pack: Pack, state: State, _command: PlayCard) -> Answer:
    if state.phase is not _CARD or state.face_up is None:
        return not_now(state)
    return (begun(state, pack.card(state.face_up)),)


def begun(state: State, card: Card) -> ConversationBegun:
    """The conversation about *card*: the voices in order, each with its lens."""
    before = len(state.played)
    order = voices_in_order(tuple([seat.id for seat in state.seats]), before)
    return ConversationBegun(card.id, order, deal(card, order, before, state.lens_met))


def swap(pack: Pack, state: State, _command: SwapCard) -> Answer:
    """
    Another card from the same pile, before the table has come to agree on something.

    A conversation under way is dropped, and a pause ends with it.
    """
    card = _card_to_swap(state)
    if card is None:
        return not_now(state)
    theme = pack.card(card).theme
    events: list[Event] = [Resumed()] if state.paused else []
    if state.setup.played_on is not PlayedOn.SCREEN:
        # The table takes another printed card itself, and types its code.
        return (*events, CardSwapped(theme, card), TurnBegun(state.turn))
    cap = cap_now(pack, state)
    following = first_within(pack, state.draw[theme.place], cap)
    if following is None:
        back = reshuffled(state, theme)
        following = first_within(pack, back.order, cap)
        if following is None:
            return Refusal(_("This is the only card here that fits now."))
        events.append(back)
    return (*events, CardSwapped(theme, card), CardTurned(theme, following))


def _card_to_swap(state: State) -> CardId | None:
    if state.phase is _CARD:
        return state.face_up
    if state.round is not None and state.stage < Stage.AGREE:
        return state.round.card
    return None


def end_moment(_pack: Pack, state: State, _command: EndMoment) -> Answer:
    return (MomentEnded(),) if state.phase is Phase.MOMENT else not_now(state)


def end_breather(_pack: Pack, state: State, _command: EndBreather) -> Answer:
    return (BreatherEnded(),) if state.phase is Phase.BREATHER else not_now(state)


def end_break(_pack: Pack, state: State, _command: EndBreak) -> Answer:
    if state.phase is not Phase.BREAK:
        return not_now(state)
    return (BreakEnded(), TurnBegun(after(state.seats, state.turn)))
