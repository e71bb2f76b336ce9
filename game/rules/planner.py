"""
The promise to the clock: how many cards fit, how long each part may take, how hard a card may be.

Everything is worked out from numbers given; nothing here reads a clock, and no rule obeys one.
"""

from game.rules.state import Plan, Seat, SeatKind, Stage

MIN_CARDS = 1
MAX_CARDS = 12
MIN_MINUTES = 10
MAX_MINUTES = 240
VOICE_SECONDS = (18, 30, 45)
BREAK_MINUTES = 8
BREAK_FROM = 75
"""Sessions of at least so many minutes have a break in the middle."""

# Seconds of a card beside its round: five stages of 280 s in all, and 20 s to roll and walk.
_CARD_SECONDS = 300
_PAIRS_SECONDS = 60
_STAGE_SECONDS = {
    Stage.MEET: 50,
    Stage.THINK: 30,
    Stage.TALK: 90,
    Stage.EVIDENCE: 40,
    Stage.AGREE: 50,
    Stage.KEEP: 20,
}
# Pairs and teams need to hear each other first, and then have more to bring together.
_PAIRS_MORE = {Stage.THINK: 30, Stage.TALK: 30}

# Minutes for each part of a session of 30, 60 and 90 minutes; other lengths lie in between.
_LENGTHS = (0, 30, 60, 90)
_WELCOME = (0, 4, 6, 8)
_BEFORE = (0, 2, 3, 3)
_DEBRIEF = (0, 6, 10, 10)
_CLOSE = (0, 4, 6, 5)

# A card is never planned at less than this: rolling, reading and laughing take time too.
_SHORTEST_CARD = 420
# So many seconds over the hour are no harm, and a break may give a few of its minutes.
_LEEWAY = 60
_BREAK_LEEWAY = 180


def pairs_at(seats: tuple[Seat, ...]) -> bool:
    """Whether any seat is a pair or a team."""
    return any(seat.kind is not SeatKind.PERSON for seat in seats)


def card_seconds(seats: int, pairs: bool, voice_seconds: int = 18) -> int:
    """How long one card takes, from the roll to the last quiet minute."""
    return _CARD_SECONDS + (_PAIRS_SECONDS if pairs else 0) + voice_seconds * seats


def stage_seconds(stage: Stage, seats: int, pairs: bool, voice_seconds: int = 18) -> int:
    """How long a stage may gently take."""
    if stage is Stage.ROUND:
        return voice_seconds * seats
    return _STAGE_SECONDS[stage] + (_PAIRS_MORE.get(stage, 0) if pairs else 0)


def welcome_minutes(minutes: int) -> float:
    """Welcome and agreement, in a session of *minutes*."""
    return _between(_WELCOME, minutes)


def before_minutes(minutes: int) -> float:
    """Questions asked before the game, where a group wants a true before and after."""
    return _between(_BEFORE, minutes)


def debrief_minutes(minutes: int) -> float:
    return _between(_DEBRIEF, minutes)


def closing_minutes(minutes: int) -> float:
    """Before-and-now, commitments and the open door: what follows the debrief."""
    return _between(_CLOSE, minutes)


def has_break(minutes: int) -> bool:
    return minutes >= BREAK_FROM


def plan_for(minutes: int, seats: int, pairs: bool, voice_seconds: int = 18) -> Plan:
    """
    How many cards to plan, and after how many the break comes.

    30 minutes give 2 cards; 60 give 5, or 4 with eight seats; 90 give 4, a break, and 4.
    """
    at, share = _place(minutes)
    around = 0.0
    for part in (_WELCOME, _BEFORE, _DEBRIEF, _CLOSE):
        around += part[at - 1] + (part[at] - part[at - 1]) * share
    room = (minutes - around) * 60 + _LEEWAY
    if has_break(minutes):
        room += _BREAK_LEEWAY - BREAK_MINUTES * 60
    fits = int(room // max(_SHORTEST_CARD, card_seconds(seats, pairs, voice_seconds)))
    cards = min(max(fits, MIN_CARDS), MAX_CARDS)
    return Plan(cards, cards // 2 if has_break(minutes) and cards > 1 else None)


def seconds_left(minutes: int, elapsed_seconds: float) -> float:
    """How much of the session's time is left; below 0 once it has gone over."""
    return minutes * 60 - elapsed_seconds


def cards_that_fit(
    minutes: int,
    seats: int,
    pairs: bool,
    voice_seconds: int,
    elapsed_seconds: float,
    *,
    break_ahead: bool = False,
) -> int:
    """
    How many cards more fit before the debrief is due.

    Where that is fewer than the plan still holds, a screen may offer to drop a card.
    """
    after = (debrief_minutes(minutes) + closing_minutes(minutes)) * 60
    if break_ahead:
        after += BREAK_MINUTES * 60
    room = seconds_left(minutes, elapsed_seconds) - after
    return max(0, int(room // card_seconds(seats, pairs, voice_seconds)))


def level_cap(position: int, cards: int, hardest: int) -> int:
    """
    How hard the card at *position* (0 for the first) of *cards* planned may be.

    Gentle, middle, hardest in the middle, gentle at the end, and never above *hardest*:

    ===== ===============
    cards  caps, in order
    ===== ===============
    1      1
    2      1 2
    3      1 3 2
    4      1 2 3 2
    5      1 2 3 3 2
    8      1 2 3 3 3 3 3 2
    ===== ===============
    """
    if position == 0:
        return 1
    last = position >= cards - 1
    step_up = position == 1 and cards > 3
    return min(2 if last or step_up else 3, hardest)


def _between(values: tuple[int, ...], minutes: int) -> float:
    """The value at *minutes*, on straight lines between the lengths that the table knows."""
    at, share = _place(minutes)
    return values[at - 1] + (values[at] - values[at - 1]) * share


def _place(minutes: int) -> tuple[int, float]:
    """Before which length the minutes lie, and how far on from the one before; the last for all above."""
    for at in range(1, len(_LENGTHS)):
        low, high = _LENGTHS[at - 1], _LENGTHS[at]
        if minutes <= high:
            return at, (minutes - low) / (high - low)
    return len(_LENGTHS) - 1, 1.0
