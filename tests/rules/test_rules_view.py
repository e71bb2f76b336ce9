"""What screens read out of a state."""

from dataclasses import replace

import pytest
from rules_pack import at_agreement, at_card, at_roll, play

from game.model.lenses import Lens
from game.model.pack import CardId
from game.model.themes import Theme
from game.rules.commands import ChooseLens, NextStage, NextVoice, PlayCard, RollDie, Walk
from game.rules.state import MAX_SEATS, UNOPENED, Direction, Played, Seat, SeatId
from game.rules.view import (
    LENS_PROMPTS,
    conversation_number,
    current_seat,
    lit_panes,
    prompt_for,
    reachable,
    scale_sum,
    seat,
    shape,
    voices,
)


def weighed(state, *weights):
    played = tuple(Played(CardId("roles-1"), (Theme.ROLES,), weight, "") for weight in weights)
    return replace(state, played=played)


def marks(state):
    """Each voice as one sign: done, now, next, or later."""
    return [
        "done" if each.done else "now" if each.now else "next" if each.next else "later"
        for each in voices(state)
    ]


def test_the_seat_in_turn_is_found_by_its_number(pack):
    state = replace(at_roll(pack), turn=SeatId(2))
    assert current_seat(state).name == "Agnes"
    assert seat(state, SeatId(3)).name == "Marek"
    with pytest.raises(LookupError):
        seat(state, SeatId(7))


def test_no_two_seats_at_a_table_have_the_same_shape():
    shapes = [shape(Seat(SeatId(n), "Sam")) for n in range(MAX_SEATS)]
    assert len(set(shapes)) == MAX_SEATS


def test_both_ways_are_shown_just_while_the_die_lies(pack):
    state = at_roll(pack)
    assert reachable(pack, state) == ()
    state = play(pack, state, RollDie())
    ways = dict(reachable(pack, state))
    assert ways == {Direction.BACK: 28 - state.rolled, Direction.FORWARD: state.rolled}
    for direction, place in ways.items():
        assert play(pack, state, Walk(direction)).places[0] == place


def test_voices_are_done_now_next_or_later(pack):
    assert voices(at_card(pack)) == ()
    state = play(pack, at_card(pack), PlayCard())
    assert marks(state) == ["next", "later", "later", "later"]
    state = play(pack, state, NextStage(), NextStage())
    assert marks(state) == ["now", "next", "later", "later"]
    state = play(pack, state, NextVoice(), NextVoice())
    assert marks(state) == ["done", "done", "now", "next"]
    state = play(pack, state, NextVoice())
    assert marks(state) == ["done", "done", "done", "now"]
    state = play(pack, state, NextVoice())
    assert marks(state) == ["done"] * 4


def test_a_prompt_is_the_cards_own_for_the_lens_or_a_general_one(pack):
    state = play(pack, at_card(pack), PlayCard(), NextStage(), NextStage())
    card = pack.card(state.round.card)
    for lens in Lens:
        chosen = play(pack, state, ChooseLens(state.round.order[0], lens))
        assert prompt_for(pack, chosen) == (card.prompt_for(lens) or LENS_PROMPTS[lens])
    assert prompt_for(pack, at_card(pack)) == ""


def test_every_lens_has_a_question_that_asks_for_no_disclosure():
    assert set(LENS_PROMPTS) == set(Lens)
    assert all(prompt.endswith(("?", ".")) for prompt in LENS_PROMPTS.values())


def test_panes_shine_in_the_order_of_the_door(pack):
    state = replace(at_roll(pack), lit=(Theme.MOVING, Theme.ROLES, Theme.EARLY))
    assert lit_panes(state) == (Theme.ROLES, Theme.EARLY, Theme.MOVING)


def test_the_scale_sums_both_sides_and_leaves_out_what_nobody_weighed(pack):
    scale = scale_sum(weighed(at_roll(pack), -2, 1, None, -1, 0))
    assert (scale.mind, scale.body, scale.plans, scale.balance) == (3, 1, 4, -2)


def test_the_scale_goes_on_from_earlier_sessions(pack):
    scale = scale_sum(weighed(at_agreement(pack, weights=(2, -1)), 1))
    assert (scale.mind, scale.body, scale.plans, scale.balance) == (1, 3, 3, 2)


def test_nothing_weighed_is_level():
    assert scale_sum(UNOPENED).balance == 0


def test_conversations_are_counted_up_to_the_plan(pack):
    state = at_roll(pack, minutes=30)
    assert conversation_number(state) == (1, 2)
    assert conversation_number(weighed(state, 0)) == (2, 2)
    assert conversation_number(weighed(state, 0, 0)) == (2, 2)
