"""Sessions with printed cards: laid by code, never refused for being hard, advised upon instead."""

from dataclasses import replace

import pytest
from rules_pack import accepted, named_seats, play, refused

from game.model.pack import CardId
from game.rules.apply import replay
from game.rules.commands import (
    AcceptAgreement,
    ChangePlan,
    LayCard,
    NextStage,
    OpenSession,
    RollDie,
    StopHere,
    SwapCard,
)
from game.rules.decide import decide
from game.rules.decide_laid import advice
from game.rules.events import CardLaid, CardSwapped, ConversationBegun, TurnBegun
from game.rules.state import UNOPENED, PaperRecord, Phase, PlayedOn, Setup, Stage

PAPER = PaperRecord("2026-11-25", "2026-11-27", 6, 62, 3)


def companion(**choices):
    return Setup(named_seats("A", "B", "C"), played_on=PlayedOn.COMPANION, **choices)


@pytest.fixture
def table(pack):
    return replay((*accepted(pack, UNOPENED, OpenSession(companion(), 5)),))


@pytest.fixture
def waiting(pack, table):
    return play(pack, table, AcceptAgreement())


def hard(pack, level=3):
    return next(card.id for card in pack.cards if card.level == level)


def test_a_card_on_the_table_is_read_at_once(pack, waiting):
    events = accepted(pack, waiting, LayCard(pack.cards[0].id))
    assert [type(each) for each in events] == [CardLaid, ConversationBegun]
    state = replay(events, waiting)
    assert (state.phase, state.stage) == (Phase.TALK, Stage.MEET)
    assert state.round.card == pack.cards[0].id


def test_there_is_no_die_to_roll(pack, waiting):
    assert "Type the code" in refused(pack, waiting, RollDie())


def test_on_the_screen_no_card_can_be_laid(pack):
    opening = OpenSession(Setup(named_seats("A", "B")), 5)
    state = play(pack, replay(accepted(pack, UNOPENED, opening)), AcceptAgreement())
    assert refused(pack, state, LayCard(pack.cards[0].id)) == "The die comes first. Roll it."


def test_a_card_of_another_pack_is_refused(pack, waiting):
    assert refused(pack, waiting, LayCard(CardId("elsewhere"))) == "That card is not in this pack."


def test_even_a_hard_card_comes_first_if_the_table_wants_it(pack, waiting):
    card = hard(pack)
    assert advice(pack, waiting, card) == ("A first card goes best when it is gentle: level 1.",)
    assert play(pack, waiting, LayCard(card)).round.card == card


def test_what_was_left_out_is_said_and_not_refused(pack):
    noted = next(card for card in pack.cards if card.notes)
    opening = OpenSession(companion(left_out=noted.notes[:1]), 5)
    state = play(pack, replay(accepted(pack, UNOPENED, opening)), AcceptAgreement())
    assert any("left out today" in each for each in advice(pack, state, noted.id))
    assert play(pack, state, LayCard(noted.id)).round.card == noted.id


def through(pack, state, card):
    return play(pack, state, LayCard(card), *[NextStage()] * 7)


def test_a_card_can_be_played_twice_and_is_said_to_be(pack, waiting):
    card = pack.cards[0].id
    state = through(pack, waiting, card)
    assert state.phase is Phase.ROLL
    assert "This card has been played today." in advice(pack, state, card)
    again = through(pack, state, card)
    assert [each.card for each in again.played] == [card, card]


def test_the_last_card_had_better_be_gentler(pack):
    opening = OpenSession(companion(minutes=20, hardest=3), 5)
    state = play(pack, replay(accepted(pack, UNOPENED, opening)), AcceptAgreement())
    state = play(pack, state, ChangePlan(2))
    state = through(pack, state, pack.cards[0].id)
    assert any("last card" in each for each in advice(pack, state, hard(pack)))
    assert through(pack, state, hard(pack)).phase is Phase.DEBRIEF


def test_a_swap_is_another_code(pack, waiting):
    state = play(pack, waiting, LayCard(pack.cards[0].id))
    events = accepted(pack, state, SwapCard())
    assert [type(each) for each in events] == [CardSwapped, TurnBegun]
    after = replay(events, state)
    assert (after.phase, after.turn, after.swapped) == (Phase.ROLL, state.turn, 1)
    assert play(pack, after, LayCard(pack.cards[1].id)).round.card == pack.cards[1].id


def test_a_hard_last_card_does_not_hold_the_plan_open(pack, waiting):
    state = through(pack, waiting, hard(pack))
    assert play(pack, state, ChangePlan(1)).phase is Phase.DEBRIEF


def test_a_session_on_paper_has_its_day_and_its_swaps_from_the_start(pack):
    setup = replace(companion(), played_on=PlayedOn.PAPER, paper=PAPER)
    state = replay(accepted(pack, UNOPENED, OpenSession(setup, 5)))
    assert state.swapped == 3
    assert state.setup.paper == PAPER
    assert play(pack, state, AcceptAgreement(), StopHere()).swapped == 3


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"date": "2026-02-30"}, "The date is a day such as 2026-11-25."),
        ({"date": "yesterday"}, "The date is a day such as 2026-11-25."),
        (
            {"date": "2026-11-28"},
            "The date lies after today. Type in a session once it has been played.",
        ),
        ({"people": 1}, "People in the room: 2 to 99."),
        ({"minutes": 0}, "Minutes played: 1 to 480."),
        ({"swapped": 100}, "Cards swapped: 0 to 99."),
        ({"group": "x" * 161}, "Keep the group’s name to 160 characters."),
    ],
)
def test_a_paper_record_that_cannot_be_is_refused(pack, change, sentence):
    setup = replace(companion(), played_on=PlayedOn.PAPER, paper=replace(PAPER, **change))
    assert refused(pack, UNOPENED, OpenSession(setup, 5)) == sentence


@pytest.mark.parametrize(
    ("played_on", "paper"),
    [(PlayedOn.SCREEN, PAPER), (PlayedOn.COMPANION, PAPER), (PlayedOn.PAPER, None)],
)
def test_a_record_and_a_session_on_paper_go_together(pack, played_on, paper):
    setup = replace(companion(), played_on=played_on, paper=paper)
    assert "and to no other" in decide(pack, UNOPENED, OpenSession(setup, 5)).sentence
