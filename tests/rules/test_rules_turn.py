"""A turn: the die, the path, the card that is turned, and swapping it."""

from dataclasses import replace

import pytest
from rules_pack import (
    accepted,
    at_card,
    at_roll,
    opening,
    play,
    refused,
    small_pack,
    to_card,
)

from game.model.pack import CardId
from game.model.themes import Theme
from game.rules.apply import apply, replay
from game.rules.commands import (
    AcceptAgreement,
    ChooseTheme,
    EndBreather,
    EndMoment,
    NextStage,
    Pause,
    PlayCard,
    Resume,
    RollDie,
    StopHere,
    SwapCard,
    Walk,
)
from game.rules.decide_turn import themes_to_choose
from game.rules.events import (
    BreatherBegun,
    CardSwapped,
    CardTurned,
    ClosingBegun,
    CrossroadsReached,
    DeckReshuffled,
    DieRolled,
    MomentTurned,
    Resumed,
    SessionOpened,
    TokenWalked,
)
from game.rules.path import arrival
from game.rules.piles import first_within
from game.rules.state import UNOPENED, Direction, Phase, Played, SeatId

FORWARD, BACK = Direction.FORWARD, Direction.BACK


def standing(state, place, rolled=1):
    """The state with every token on *place* and the die showing *rolled*, ready to walk."""
    return replace(state, phase=Phase.WALK, places=(place,) * len(state.seats), rolled=rolled)


def with_played(state, count):
    """The state as if *count* conversations had been held, their cards set aside."""
    gone = tuple(Played(CardId(f"gone-{n}"), (Theme.ROLES,), 0, "") for n in range(count))
    return replace(state, played=gone)


def only(pack, state, theme, *levels):
    """The state with one card of each level in the theme's draw pile, and nothing else there."""
    cards = [card for card in pack.cards if card.theme is theme]
    pile = tuple(next(c.id for c in cards if c.level == level) for level in levels)
    draw, discard = list(state.draw), list(state.discard)
    draw[theme.place], discard[theme.place] = pile, ()
    return replace(state, draw=tuple(draw), discard=tuple(discard))


def emptied(state, *kept):
    """The state with every pile empty but for the themes *kept*."""
    draw = tuple(state.draw[t.place] if t in kept else () for t in Theme)
    return replace(state, draw=draw, discard=((),) * 7)


# The path.


@pytest.mark.parametrize(
    ("place", "roll", "direction", "arrives"),
    [
        (0, 1, FORWARD, 1),
        (27, 1, FORWARD, 0),
        (0, 6, BACK, 22),
        (25, 6, FORWARD, 3),
        (3, 3, BACK, 0),
    ],
)
def test_the_path_is_a_ring(place, roll, direction, arrives):
    assert arrival(place, roll, direction, 28) == arrives


# Rolling and walking.


def test_a_roll_lies_until_the_seat_has_walked(pack):
    state = at_roll(pack)
    (rolled,) = accepted(pack, state, RollDie())
    after = apply(state, rolled)
    assert after.phase is Phase.WALK
    assert after.rolled == rolled.value
    assert after.chances == state.chances + 1
    assert refused(pack, after, RollDie()).startswith("The die lies")


def test_only_the_token_of_the_seat_in_turn_walks(pack):
    state = play(pack, standing(at_roll(pack), 10, rolled=2), Walk(FORWARD))
    assert state.places == (12, 10, 10, 10)


def test_a_theme_space_turns_its_top_card_that_fits(pack):
    state = standing(at_roll(pack), 0)
    events = accepted(pack, state, Walk(FORWARD))
    top = first_within(pack, state.draw[Theme.ROLES.place], 1)
    assert events == (TokenWalked(SeatId(0), FORWARD, 1), CardTurned(Theme.ROLES, top))
    after = replay(events, state)
    assert after.phase is Phase.CARD
    assert after.face_up == top
    left = [card for card in state.draw[Theme.ROLES.place] if card != top]
    assert after.draw[Theme.ROLES.place] == tuple(left)


@pytest.mark.parametrize(
    ("space", "event", "phase"),
    [
        (4, CrossroadsReached, Phase.CROSSROADS),
        (10, MomentTurned, Phase.MOMENT),
        (19, BreatherBegun, Phase.BREATHER),
    ],
)
def test_each_other_space_does_what_it_says(pack, space, event, phase):
    state = standing(at_roll(pack), space - 1)
    walked, what = accepted(pack, state, Walk(FORWARD))
    assert isinstance(what, event)
    assert replay((walked, what), state).phase is phase


def test_after_a_moment_the_same_seat_rolls_again_and_the_moment_lies_at_the_bottom(pack):
    state = at_roll(pack)
    after = play(pack, standing(state, 9), Walk(FORWARD), EndMoment())
    assert after.phase is Phase.ROLL
    assert after.turn == state.turn
    assert after.rolled == 0
    assert after.moments == (*state.moments[1:], state.moments[0])
    assert after.moment is None


def test_after_a_breather_the_same_seat_rolls_again_and_the_next_offers_another(pack):
    state = at_roll(pack)
    after = play(pack, standing(state, 18), Walk(FORWARD), EndBreather())
    assert (after.phase, after.turn, after.breather) == (Phase.ROLL, state.turn, 1)


def test_without_moments_their_space_is_a_crossroads():
    pack = small_pack(moments=0)
    after = play(pack, standing(at_roll(pack), 9), Walk(FORWARD))
    assert after.phase is Phase.CROSSROADS


# Levels, and piles that run dry.


def test_the_first_card_is_gentle_whatever_lies_above_it(pack):
    state = only(pack, standing(at_roll(pack, hardest=3), 0), Theme.ROLES, 3, 2, 1)
    after = play(pack, state, Walk(FORWARD))
    assert pack.card(after.face_up).level == 1
    assert [pack.card(card).level for card in after.draw[Theme.ROLES.place]] == [3, 2]


def test_the_hardest_cards_come_in_the_middle_and_never_last(pack):
    state = standing(at_roll(pack, hardest=3, minutes=60), 0)
    state = only(pack, state, Theme.ROLES, 3, 2, 1)
    levels = []
    for played in range(5):
        after = play(pack, with_played(state, played), Walk(FORWARD))
        levels.append(pack.card(after.face_up).level)
    assert levels == [1, 2, 3, 3, 2]


def test_a_theme_with_nothing_gentle_enough_lets_the_table_choose(pack):
    state = only(pack, standing(at_roll(pack), 0), Theme.ROLES, 2)
    after = play(pack, state, Walk(FORWARD))
    assert after.phase is Phase.CROSSROADS
    assert Theme.ROLES not in themes_to_choose(pack, after)
    assert "Who does what" in refused(pack, after, ChooseTheme(Theme.ROLES))
    chosen = play(pack, after, ChooseTheme(Theme.EARLY))
    assert pack.card(chosen.face_up).theme is Theme.EARLY


def test_a_discard_pile_comes_back_beneath_what_is_left(pack):
    state = only(pack, standing(at_roll(pack), 0), Theme.ROLES, 2)
    gentle = tuple(card.id for card in pack.cards if card.theme is Theme.ROLES and card.level == 1)
    state = replace(state, discard=(gentle, *state.discard[1:]))
    walked, back, turned = accepted(pack, state, Walk(FORWARD))
    assert isinstance(back, DeckReshuffled)
    assert back.order[0] == state.draw[0][0]
    assert sorted(back.order[1:]) == sorted(gentle)
    assert turned == CardTurned(Theme.ROLES, back.order[1])
    after = replay((walked, back, turned), state)
    assert after.discard[0] == ()
    assert after.chances == state.chances + 1


def test_a_discard_pile_that_would_not_help_stays_where_it_is(pack):
    state = only(pack, standing(at_roll(pack), 0), Theme.ROLES, 2)
    hard = next(card.id for card in pack.cards if card.theme is Theme.ROLES and card.level == 2)
    state = replace(state, discard=((hard,), *state.discard[1:]))
    assert accepted(pack, state, Walk(FORWARD))[1:] == (CrossroadsReached(),)


def test_where_nothing_fits_in_the_middle_a_harder_card_may_come(pack):
    """The second card's cap is 2; where only a 3 is left, the table gets it rather than nothing."""
    state = emptied(standing(at_roll(pack, hardest=3, minutes=60), 0))
    state = only(pack, with_played(state, 1), Theme.ROLES, 3)
    assert pack.card(play(pack, state, Walk(FORWARD)).face_up).level == 3


@pytest.mark.parametrize(("played", "level"), [(0, 2), (0, 3), (4, 3)])
def test_the_first_and_the_last_card_never_give_way(pack, played, level):
    state = emptied(standing(at_roll(pack, hardest=3, minutes=60), 0))
    state = only(pack, with_played(state, played), Theme.ROLES, level)
    assert accepted(pack, state, Walk(FORWARD))[1:] == (ClosingBegun(),)


def test_a_crossroads_with_nothing_to_choose_leads_to_the_closing(pack):
    state = emptied(standing(at_roll(pack), 3))
    after = play(pack, state, Walk(FORWARD))
    assert after.phase is Phase.DEBRIEF


# Swapping.


def test_a_swapped_card_goes_to_the_bottom_and_only_a_total_is_kept(pack):
    state = at_card(pack)
    card = pack.card(state.face_up)
    events = accepted(pack, state, SwapCard())
    assert events[0] == CardSwapped(card.theme, card.id)
    after = replay(events, state)
    assert after.phase is Phase.CARD
    assert after.face_up != card.id
    assert after.draw[card.theme.place][-1] == card.id
    assert after.swapped == 1
    assert after.turn == state.turn


def test_the_only_card_that_fits_cannot_be_swapped(pack):
    state = play(pack, only(pack, standing(at_roll(pack), 0), Theme.ROLES, 2, 1), Walk(FORWARD))
    assert refused(pack, state, SwapCard()) == "This is the only card here that fits now."


def test_a_swap_brings_the_discard_pile_back_where_it_helps(pack):
    state = play(pack, only(pack, standing(at_roll(pack), 0), Theme.ROLES, 1), Walk(FORWARD))
    other = [c.id for c in pack.cards if c.theme is Theme.ROLES and c.level == 1][-1]
    state = replace(state, discard=((other,), *state.discard[1:]))
    back, swapped, turned = accepted(pack, state, SwapCard())
    assert (back, turned) == (DeckReshuffled(Theme.ROLES, (other,)), CardTurned(Theme.ROLES, other))
    after = replay((back, swapped, turned), state)
    assert after.draw[0] == (state.face_up,)


@pytest.mark.parametrize("stages", range(5))
def test_until_evidence_a_conversation_can_be_dropped_for_another_card(pack, stages):
    state = play(pack, at_card(pack), PlayCard(), *[NextStage()] * stages)
    after = play(pack, state, SwapCard())
    assert after.phase is Phase.CARD
    assert after.round is None
    assert after.face_up != state.round.card
    assert after.played == ()


@pytest.mark.parametrize("stages", [5, 6])
def test_once_the_table_agrees_there_is_no_swapping(pack, stages):
    state = play(pack, at_card(pack), PlayCard(), *[NextStage()] * stages)
    refused(pack, state, SwapCard())


# Pausing.


def test_a_pause_lets_nothing_through_but_staying_swapping_and_stopping(pack):
    state = play(pack, at_card(pack), Pause())
    for command in (PlayCard(), RollDie(), NextStage(), Pause()):
        assert refused(pack, state, command) == "The game is paused. Resume it first."
    assert not play(pack, state, Resume()).paused
    stopped = play(pack, state, StopHere())
    assert stopped.phase is Phase.DEBRIEF
    assert not stopped.paused


def test_swapping_in_a_pause_ends_the_pause(pack):
    state = play(pack, at_card(pack), Pause())
    events = accepted(pack, state, SwapCard())
    assert events[0] == Resumed()
    assert not replay(events, state).paused


def test_there_is_nothing_to_resume_without_a_pause(pack):
    assert refused(pack, at_roll(pack), Resume()) == "The game is not paused."


def test_every_turn_ends_in_a_conversation(pack):
    """Whatever spaces come between, the same seat goes on until a card lies face up."""
    for seed in range(12):
        state = play(pack, UNOPENED, opening(seed=seed), AcceptAgreement())
        assert to_card(pack, state).turn == SeatId(0)


def test_events_carry_what_chance_said(pack):
    (opened,) = accepted(pack, UNOPENED, opening())
    assert isinstance(opened, SessionOpened)
    state = at_roll(pack)
    assert accepted(pack, state, RollDie()) == accepted(pack, state, RollDie())
    assert isinstance(accepted(pack, state, RollDie())[0], DieRolled)
