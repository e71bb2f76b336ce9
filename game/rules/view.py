"""Readings of a state for screens and reports: nothing here decides anything."""

from enum import StrEnum

from game.model.lenses import Lens
from game.model.pack import Pack
from game.model.themes import Theme
from game.rules.lenses import voices_in_order
from game.rules.path import arrival
from game.rules.seating import place_of
from game.rules.state import Direction, Phase, Seat, SeatId, SeatKind, Stage, State
from game.tongue import N_, _
from game.values import dataclass

LENS_PROMPTS = {
    Lens.PERSON: N_("As the person: what matters most to you here, and what would you like asked?"),
    Lens.CARER: N_("As carer or family: what do you see at home, and what would you need?"),
    Lens.CARE_WORKER: N_(
        "As the care or support worker: what have you noticed, and who should know?"
    ),
    Lens.NURSE: N_("As the nurse: what would you ask about, in body and in mind?"),
    Lens.GP: N_("As the GP: what do you know, and what do you only assume?"),
    Lens.ALLIED: N_(
        "As the allied health professional: what would help the person do what they want?"
    ),
    Lens.SOCIAL_WORKER: N_(
        "As the social worker: what around the person could change, and who decides?"
    ),
    Lens.PSYCHOLOGIST: N_(
        "As the psychologist or therapist: what might this feel like from inside?"
    ),
    Lens.NAVIGATOR: N_(
        "As the care navigator: who needs to talk to whom, and who keeps the thread?"
    ),
    Lens.SELF: N_("As yourself: what would you want to say or ask here?"),
    Lens.NONE: N_("What would you like to add? A few words are plenty."),
}
"""A kind, general question for each lens, where the card has none of its own."""


class Shape(StrEnum):
    """The shape of a seat's token; with its letter it tells any two seats apart."""

    CIRCLE = N_("circle")
    SQUARE = N_("square")
    TRIANGLE = N_("triangle")
    DIAMOND = N_("diamond")
    PENTAGON = N_("pentagon")
    HEXAGON = N_("hexagon")
    STAR = N_("star")
    SHIELD = N_("shield")


_SHAPES = tuple(Shape)


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of the round: whose, through which lens, and whether its time has been or is."""

    seat: SeatId
    lens: Lens
    done: bool
    """Its time has been; spoken and passed look the same."""
    now: bool
    next: bool


@dataclass(frozen=True, slots=True)
class ScaleSum:
    """Where the plans so far put their weight, earlier sessions of the programme included."""

    mind: int
    """The sum of all steps towards mind, 0 or more."""
    body: int
    """The sum of all steps towards body, 0 or more."""
    plans: int
    """How many plans have been weighed."""

    @property
    def balance(self) -> int:
        """Below 0 where mind weighs more, above 0 where body does."""
        return self.body - self.mind


def seat(state: State, seat_id: SeatId) -> Seat:
    """The seat with this id; `LookupError` where nobody sits there."""
    return state.seats[place_of(state.seats, seat_id)]


def most_people(seats: tuple[Seat, ...]) -> int | None:
    """How many people sit there at most; None where a team does, which may be of any size."""
    if any(each.kind is SeatKind.TEAM for each in seats):
        return None
    return sum(2 if each.kind is SeatKind.PAIR else 1 for each in seats)


def current_seat(state: State) -> Seat:
    """The seat whose turn it is."""
    return seat(state, state.turn)


def first_voice(state: State) -> Seat:
    """Who begins the round of the card that is played next."""
    order = voices_in_order(tuple([each.id for each in state.seats]), len(state.played))
    return seat(state, order[0])


def letter(sitting: Seat) -> str:
    """
    The first letter of the seat's name, or its number where the name has none.

    "Seat 3" and "Team 3" are told apart by their numbers: their letters would all be alike.
    """
    *_, last = sitting.name.split() or [""]
    if len(last) == 1 and last.isdigit() and last != sitting.name:
        return last
    first = next((each for each in sitting.name if each.isalpha()), "")
    # Some letters grow when they are made capitals; one character is what a token holds.
    return first.upper()[:1] or str(sitting.id + 1)


def shape(sitting: Seat) -> Shape:
    """The shape of the seat's token, by its number."""
    return _SHAPES[sitting.id % len(_SHAPES)]


def reachable(pack: Pack, state: State) -> tuple[tuple[Direction, int], ...]:
    """Where each direction leads, while the die lies; empty otherwise."""
    if state.phase is not Phase.WALK:
        return ()
    at = state.places[place_of(state.seats, state.turn)]
    count = len(pack.board.spaces)
    return tuple((way, arrival(at, state.rolled, way, count)) for way in Direction)


def voices(state: State) -> tuple[Voice, ...]:
    """The round's voices in order; empty while there is no conversation."""
    held = state.round
    if held is None:
        return ()
    past, under_way = state.stage > Stage.ROUND, state.stage is Stage.ROUND
    coming = state.voice + 1 if under_way else 0
    return tuple(
        Voice(
            seat=seat_id,
            lens=lens,
            done=past or (under_way and at < state.voice),
            now=under_way and at == state.voice,
            next=not past and at == coming,
        )
        for at, (seat_id, lens) in enumerate(zip(held.order, held.lenses, strict=True))
    )


def prompt_for(pack: Pack, state: State) -> str:
    """The current voice's question: the card's own for its lens, or a general one; else empty."""
    held = state.round
    if held is None or not 0 <= state.voice < len(held.lenses):
        return ""
    lens = held.lenses[state.voice]
    return pack.card(held.card).prompt_for(lens) or _(LENS_PROMPTS[lens])


def lit_panes(state: State) -> tuple[Theme, ...]:
    """The panes that shine, in the order of the door."""
    return tuple(theme for theme in Theme if theme in state.lit)


def scale_sum(state: State) -> ScaleSum:
    """The scale as it stands."""
    here = (played.weight for played in state.played)
    weights = [weight for weight in (*state.setup.weights, *here) if weight is not None]
    mind = -sum(weight for weight in weights if weight < 0)
    body = sum(weight for weight in weights if weight > 0)
    return ScaleSum(mind, body, len(weights))


def conversation_number(state: State) -> tuple[int, int]:
    """Which conversation it is now, or comes next, of how many planned: "3 of 7"."""
    played, planned = len(state.played), state.plan.cards
    return (min(played + 1, planned), planned)
