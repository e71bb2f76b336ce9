"""The conversation: stages, voices, lenses, and what is agreed."""

from dataclasses import replace

import pytest
from rules_pack import accepted, at_card, card, play, refused, to_card

from game.model.lenses import DEALT, Lens
from game.model.pack import LensPrompt
from game.model.themes import Theme
from game.rules.apply import replay
from game.rules.commands import (
    ChangePlan,
    ChooseLens,
    EndBreak,
    NextStage,
    NextVoice,
    Pass,
    PlaceMarker,
    PlayCard,
    TogglePane,
    WriteWords,
)
from game.rules.events import (
    BreakBegun,
    ClosingBegun,
    ConversationEnded,
    LensesDealt,
    PanesProposed,
    StageBegun,
    TurnBegun,
    VoiceOffered,
)
from game.rules.lenses import deal, newcomer, voices_in_order
from game.rules.panes import suggested, toggled
from game.rules.state import Phase, Played, Proposal, SeatId, Stage


def talking(pack, stage=Stage.MEET, **choices):
    state = play(pack, at_card(pack, **choices), PlayCard())
    return play(pack, state, *[NextStage()] * stage)


# The seven stages.


def test_the_stages_come_in_their_order_and_end_with_the_card(pack):
    state = talking(pack)
    stages = [state.stage]
    for _ in range(6):
        state = play(pack, state, NextStage())
        stages.append(state.stage)
    assert stages == list(Stage)
    state = play(pack, state, NextStage())
    assert state.phase is Phase.ROLL
    assert state.round is None
    assert len(state.played) == 1


def test_there_is_no_stage_without_a_conversation(pack):
    for command in (NextStage(), NextVoice(), TogglePane(Theme.ROLES), WriteWords("Yes.")):
        assert refused(pack, at_card(pack), command) == "A card lies face up. Play it or swap it."


# The round.


@pytest.mark.parametrize("seats", [2, 4, 8])
def test_every_seat_is_offered_a_voice_once_and_then_comes_talk(pack, seats):
    state = talking(pack, Stage.THINK, seats=seats)
    events = list(accepted(pack, state, NextStage()))
    assert events == [StageBegun(Stage.ROUND), VoiceOffered(0)]
    state = replay(events, state)
    offered = [0]
    while state.stage is Stage.ROUND:
        for event in accepted(pack, state, NextVoice()):
            state = replay((event,), state)
            if isinstance(event, VoiceOffered):
                offered.append(event.voice)
    assert offered == list(range(seats))
    assert state.stage is Stage.TALK


@pytest.mark.parametrize("voice", range(4))
def test_passing_and_speaking_are_the_very_same_events(pack, voice):
    state = play(pack, talking(pack, Stage.ROUND), *[NextVoice()] * voice)
    assert accepted(pack, state, Pass()) == accepted(pack, state, NextVoice())


def test_the_table_may_go_on_to_talk_at_any_voice(pack):
    state = play(pack, talking(pack, Stage.ROUND), NextVoice(), NextStage())
    assert state.stage is Stage.TALK


def test_there_are_voices_only_in_the_round(pack):
    for stage in set(Stage) - {Stage.ROUND}:
        refused(pack, talking(pack, stage), Pass())


# The lenses.


@pytest.mark.parametrize("seats", range(2, 9))
def test_over_twice_as_many_cards_as_seats_everybody_is_the_person_twice(pack, seats):
    ids = tuple(SeatId(n) for n in range(seats))
    held, met = [], ()
    for begun in range(2 * seats):
        order = voices_in_order(ids, begun)
        lenses = deal(pack.cards[begun], order, begun, met)
        met += tuple(zip(order, lenses, strict=True))
        voice = lenses.index(Lens.PERSON)
        assert voice in {0, seats - 1}
        held.append(order[voice])
    assert sorted(held) == sorted([*ids, *ids])


def test_the_first_voice_moves_on_one_seat_each_card():
    ids = tuple(SeatId(n) for n in range(3))
    assert [voices_in_order(ids, begun)[0] for begun in range(5)] == [0, 1, 2, 0, 1]
    assert voices_in_order(ids, 1) == (1, 2, 0)


@pytest.mark.parametrize("seats", range(2, 9))
def test_no_lens_is_dealt_twice_in_a_round(pack, seats):
    ids = tuple(SeatId(n) for n in range(seats))
    for begun, each in enumerate(pack.cards):
        lenses = deal(each, voices_in_order(ids, begun), begun, ())
        assert len(set(lenses)) == len(lenses) == seats
        assert set(lenses) <= set(DEALT)


@pytest.mark.parametrize("seats", [4, 6, 8])
def test_the_lenses_a_card_names_come_first(seats):
    named = (Lens.GP, Lens.NAVIGATOR, Lens.PERSON, Lens.CARER)
    wanted = replace(
        card(Theme.EARLY, 1, 1), lenses=tuple(LensPrompt(lens, "What now?") for lens in named)
    )
    for begun in range(9):
        ids = tuple(SeatId(n) for n in range(seats))
        assert set(named) <= set(deal(wanted, voices_in_order(ids, begun), begun, ()))


def test_the_lenses_a_card_names_are_dealt_even_where_seats_have_met_them_often():
    named = (Lens.GP, Lens.NAVIGATOR)
    wanted = replace(
        card(Theme.EARLY, 1, 1), lenses=tuple(LensPrompt(lens, "What now?") for lens in named)
    )
    ids = tuple(SeatId(n) for n in range(4))
    met = tuple((seat, lens) for seat in ids for lens in named) * 3
    assert set(named) <= set(deal(wanted, ids, 0, met))


def test_more_lenses_named_than_seats_still_deal_one_each():
    every = tuple(LensPrompt(lens, "What now?") for lens in DEALT)
    lenses = deal(replace(card(Theme.EARLY, 1, 1), lenses=every), (SeatId(0), SeatId(1)), 0, ())
    assert lenses == (Lens.PERSON, Lens.CARER)


def test_a_seat_gets_the_lens_it_has_met_least():
    plain = replace(card(Theme.EARLY, 1, 1), lenses=())
    order = (SeatId(0), SeatId(1), SeatId(2))
    assert deal(plain, order, 0, ()) == (Lens.PERSON, Lens.CARER, Lens.CARE_WORKER)
    met = ((SeatId(1), Lens.CARER),)
    assert deal(plain, order, 0, met) == (Lens.PERSON, Lens.CARE_WORKER, Lens.CARER)


def test_over_a_session_seats_meet_many_jobs():
    plain = replace(card(Theme.EARLY, 1, 1), lenses=())
    ids = tuple(SeatId(n) for n in range(4))
    met = ()
    for begun in range(8):
        order = voices_in_order(ids, begun)
        met += tuple(zip(order, deal(plain, order, begun, met), strict=True))
    for seat in ids:
        assert len({lens for whose, lens in met if whose == seat}) >= 7


def test_somebody_who_joins_gets_a_lens_nobody_holds():
    plain = replace(card(Theme.EARLY, 1, 1), lenses=())
    taken = (Lens.PERSON, Lens.CARER, Lens.GP)
    assert newcomer(plain, taken, 0) == Lens.CARE_WORKER
    assert newcomer(plain, DEALT, 0) == Lens.PERSON


@pytest.mark.parametrize("lens", list(Lens))
def test_a_seat_may_take_any_lens_or_none(pack, lens):
    state = talking(pack, Stage.ROUND)
    (dealt,) = accepted(pack, state, ChooseLens(state.round.order[2], lens))
    assert isinstance(dealt, LensesDealt)
    assert dealt.lenses == (*state.round.lenses[:2], lens, state.round.lenses[3])
    assert replay((dealt,), state).lens_met == state.lens_met


def test_lenses_are_chosen_until_the_round_is_over(pack):
    seat = SeatId(0)
    for stage in (Stage.MEET, Stage.THINK, Stage.ROUND):
        accepted(pack, talking(pack, stage), ChooseLens(seat, Lens.SELF))
    for stage in (Stage.TALK, Stage.AGREE):
        refused(pack, talking(pack, stage), ChooseLens(seat, Lens.SELF))
    refused(pack, talking(pack), ChooseLens(SeatId(9), Lens.SELF))


# What is agreed.


@pytest.mark.parametrize(
    ("feeds", "lit", "panes"),
    [
        ((Theme.EARLY, Theme.ROLES), (), (Theme.EARLY, Theme.ROLES)),
        ((Theme.ROLES, Theme.EARLY), (), (Theme.EARLY, Theme.ROLES)),
        ((Theme.EARLY,), (), (Theme.EARLY,)),
        ((Theme.ROLES, Theme.MOVING), (), (Theme.EARLY, Theme.ROLES)),
        ((Theme.ROLES, Theme.MOVING), (Theme.ROLES,), (Theme.EARLY, Theme.MOVING)),
        ((Theme.ROLES, Theme.MOVING), (Theme.EARLY,), (Theme.ROLES, Theme.MOVING)),
        ((Theme.EARLY, Theme.ROLES), (Theme.EARLY,), (Theme.EARLY, Theme.ROLES)),
        ((Theme.EARLY, Theme.ROLES), (Theme.EARLY, Theme.ROLES), (Theme.EARLY, Theme.ROLES)),
    ],
)
def test_panes_are_proposed_where_light_is_wanted(feeds, lit, panes):
    assert suggested(replace(card(Theme.EARLY, 1, 1), feeds=feeds), lit) == panes


def test_a_third_pane_takes_the_place_of_the_oldest():
    panes = toggled((Theme.EARLY, Theme.ROLES), Theme.MOVING)
    assert panes == (Theme.ROLES, Theme.MOVING)
    assert toggled(panes, Theme.ROLES) == (Theme.MOVING,)


def test_coming_to_agree_proposes_panes_in_the_same_step(pack):
    state = talking(pack, Stage.EVIDENCE)
    panes = suggested(pack.card(state.round.card), ())
    assert accepted(pack, state, NextStage()) == (StageBegun(Stage.AGREE), PanesProposed(panes))


def test_one_pane_always_stays_marked(pack):
    state = talking(pack, Stage.AGREE)
    for pane in state.proposal.panes[1:]:
        state = play(pack, state, TogglePane(pane))
    assert "One pane stays" in refused(pack, state, TogglePane(state.proposal.panes[0]))


@pytest.mark.parametrize("weight", range(-2, 3))
def test_the_marker_stands_anywhere_between_mind_and_body(pack, weight):
    state = play(pack, talking(pack, Stage.AGREE), PlaceMarker(weight))
    assert state.proposal.weight == weight


@pytest.mark.parametrize("weight", [-3, 3])
def test_the_marker_stands_nowhere_else(pack, weight):
    assert "scale" in refused(pack, talking(pack, Stage.AGREE), PlaceMarker(weight))


def test_shared_words_are_cleaned_and_at_most_240_characters(pack):
    state = talking(pack, Stage.AGREE)
    assert play(pack, state, WriteWords(" Ring\nfirst. ")).proposal.words == "Ring first."
    assert play(pack, state, WriteWords("x" * 240)).proposal.words == "x" * 240
    assert "240" in refused(pack, state, WriteWords("x" * 241))


def test_each_thing_agreed_leaves_the_others_alone(pack):
    state = play(pack, talking(pack, Stage.AGREE), PlaceMarker(-1), WriteWords("Ring first."))
    (other, *_) = [theme for theme in Theme if theme not in state.proposal.panes]
    state = play(pack, state, TogglePane(other))
    assert state.proposal.weight == -1
    assert state.proposal.words == "Ring first."
    assert state.proposal.panes[-1] is other


@pytest.mark.parametrize("command", [TogglePane(Theme.EARLY), PlaceMarker(1), WriteWords("Yes.")])
def test_things_are_agreed_only_at_agree(pack, command):
    for stage in set(Stage) - {Stage.AGREE}:
        refused(pack, talking(pack, stage), command)


# The end of a card.


def test_the_end_lights_panes_moves_the_scale_and_puts_the_card_away(pack):
    state = play(pack, talking(pack, Stage.AGREE), PlaceMarker(2), WriteWords("Ring first."))
    agreed, card_id = state.proposal, state.round.card
    state = play(pack, state, NextStage(), NextStage())
    assert state.played == (Played(card_id, agreed.panes, 2, "Ring first."),)
    assert state.lit == agreed.panes
    assert state.discard[pack.card(card_id).theme.place] == (card_id,)
    assert state.proposal == Proposal()


def test_a_pane_lit_twice_shines_once(pack):
    state = replace(talking(pack, Stage.AGREE), lit=(Theme.ROLES,))
    state = play(pack, replace(state, proposal=Proposal((Theme.ROLES, Theme.EARLY))))
    state = play(pack, state, NextStage(), NextStage())
    assert state.lit == (Theme.ROLES, Theme.EARLY)


def test_the_next_seat_begins_its_turn_round_the_table(pack):
    turns = []
    state = at_card(pack, seats=3, minutes=60)
    for _ in range(4):
        turns.append(state.turn)
        state = to_card(pack, play(pack, state, PlayCard(), *[NextStage()] * 7))
    assert turns == [0, 1, 2, 0]


def test_the_break_comes_where_it_was_planned_and_the_next_turn_after_it(pack):
    state = at_card(pack, minutes=90)
    state = replace(state, plan=replace(state.plan, break_after=1))
    keep = play(pack, state, PlayCard(), *[NextStage()] * 6)
    assert isinstance(accepted(pack, keep, NextStage())[-1], BreakBegun)
    state = play(pack, keep, NextStage())
    assert state.phase is Phase.BREAK
    assert state.turn == 0
    state = play(pack, state, EndBreak())
    assert (state.phase, state.turn) == (Phase.ROLL, 1)


def test_the_last_planned_card_leads_to_the_closing(pack):
    keep = play(pack, talking(pack, Stage.KEEP), ChangePlan(1))
    ended, closing = accepted(pack, keep, NextStage())
    assert isinstance(ended, ConversationEnded)
    assert closing == ClosingBegun()
    more = play(pack, keep, ChangePlan(2))
    assert isinstance(accepted(pack, more, NextStage())[-1], TurnBegun)
