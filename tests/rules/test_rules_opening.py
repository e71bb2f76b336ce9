"""Sitting down: what is checked, and how the piles lie."""

from dataclasses import replace

import pytest
from rules_pack import (
    AMIRA,
    GEORGE,
    GRIEF,
    WEIGHT,
    accepted,
    at_agreement,
    named_seats,
    opening,
    play,
    refused,
    small_pack,
)

from game.model.pack import CardId, CardSet, PersonId, SetId
from game.model.themes import Theme
from game.rules.commands import AcceptAgreement, OpenSession, RollDie, WriteAgreement
from game.rules.state import UNOPENED, Phase, Plan, Seat, SeatId, SeatKind, Setup


def lying(state):
    return {card for pile in state.draw for card in pile}


def test_a_session_opens_with_the_agreement_on_the_table(pack):
    state = at_agreement(pack, seats=4, minutes=60)
    assert state.phase is Phase.AGREEMENT
    assert state.agreement == pack.agreement
    assert state.plan == Plan(5)
    assert [seat.name for seat in state.seats] == ["Priya", "Tom", "Agnes", "Marek"]
    assert state.places == (0, 0, 0, 0)
    assert state.turn == 0


def test_every_pile_holds_its_own_theme(pack):
    state = at_agreement(pack, hardest=3)
    for theme, pile in zip(Theme, state.draw, strict=True):
        assert sorted(pile) == sorted(card.id for card in pack.cards if card.theme is theme)
    assert all(not pile for pile in state.discard)


def test_seeds_shuffle_the_piles_and_seats_do_not(pack):
    first = at_agreement(pack, seed=1)
    assert first.draw == at_agreement(pack, seed=1, seats=7).draw
    assert first.draw != at_agreement(pack, seed=2).draw
    assert first.moments != at_agreement(pack, seed=2).moments


def test_cards_above_the_hardest_level_stay_away(pack):
    for hardest in (1, 2, 3):
        levels = {pack.card(card).level for card in lying(at_agreement(pack, hardest=hardest))}
        assert levels == set(range(1, hardest + 1))


def test_topics_left_out_take_their_cards_and_moments_along(pack):
    state = at_agreement(pack, hardest=3, left_out=(GRIEF,))
    kept = lying(state)
    assert kept == {card.id for card in pack.cards if GRIEF not in card.notes}
    assert set(state.moments) == {each.id for each in pack.moments if GRIEF not in each.notes}
    fewer = at_agreement(pack, hardest=3, left_out=(GRIEF, WEIGHT))
    assert lying(fewer) == {card.id for card in pack.cards if not card.notes}


def test_a_session_can_deal_one_set_of_cards_alone(pack):
    one = SetId("checks")
    chosen = {f"{theme}-{number}" for theme in Theme for number in (1, 2, 4)}
    cards = tuple(replace(card, sets=(one,)) if card.id in chosen else card for card in pack.cards)
    marked = replace(pack, cards=cards, sets=(CardSet(one, "checks"),))
    assert lying(at_agreement(marked, only=one)) == chosen
    assert len(lying(at_agreement(marked, hardest=3))) == len(pack.cards)
    setup = replace(Setup(named_seats("Priya", "Tom")), only=SetId("cheques"))
    assert "set of cards" in refused(marked, UNOPENED, OpenSession(setup, 1))


def test_cards_of_the_chosen_person_and_of_nobody_lie_above_those_of_others(pack):
    state = at_agreement(pack, person=AMIRA, seed=5)
    for pile in state.draw:
        strangers = [pack.card(card).person == GEORGE for card in pile]
        assert strangers == sorted(strangers)
        assert True in strangers


def test_cards_met_before_lie_at_the_bottom(pack):
    met = tuple(CardId(f"{theme}-{number}") for theme in Theme for number in (1, 4, 7))
    state = at_agreement(pack, met=met, person=AMIRA)
    for pile in state.draw:
        seen = [card in met for card in pile]
        assert seen == sorted(seen)
        assert seen.count(True) == 3


def test_a_programme_brings_its_panes_once_each(pack):
    lit = (Theme.EARLY, Theme.ROLES, Theme.EARLY)
    assert at_agreement(pack, lit=lit).lit == (Theme.EARLY, Theme.ROLES)


def test_names_are_cleaned_and_may_be_alike(pack):
    seats = (Seat(SeatId(0), "  Sam\t\n"), Seat(SeatId(1), "Sam\u202e"))
    state = play(pack, UNOPENED, OpenSession(Setup(seats), 1))
    assert [seat.name for seat in state.seats] == ["Sam", "Sam"]


def test_pairs_get_fewer_cards(pack):
    pairs = tuple(Seat(SeatId(n), f"Pair {n}", SeatKind.PAIR) for n in range(8))
    state = play(pack, UNOPENED, OpenSession(Setup(pairs, minutes=90), 1))
    assert state.plan.cards < 8


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"seats": named_seats("Priya")}, "2 to 8 seats"),
        ({"seats": named_seats(*"ABCDEFGHI")}, "2 to 8 seats"),
        ({"seats": named_seats("Priya", " \u200b \n")}, "needs a name"),
        ({"seats": named_seats("Priya", "x" * 25)}, "24 characters"),
        ({"seats": named_seats("Priya", "Tom")[::-1]}, "numbered from 0"),
        ({"minutes": 9}, "10 to 240 minutes"),
        ({"minutes": 241}, "10 to 240 minutes"),
        ({"hardest": 0}, "level"),
        ({"hardest": 4}, "level"),
        ({"voice_seconds": 20}, "18, 30 or 45"),
        ({"person": PersonId("nobody")}, "not in this pack"),
        ({"weights": (0, 3)}, "from -2 to 2"),
    ],
)
def test_choices_that_cannot_be_played_are_refused(pack, choice, sentence):
    setup = replace(Setup(named_seats("Priya", "Tom")), **choice)
    assert sentence in refused(pack, UNOPENED, OpenSession(setup, 1))


def test_a_session_without_a_gentle_card_does_not_open():
    pack = small_pack(levels=(2, 2, 3))
    assert "gentle" in refused(pack, UNOPENED, opening())


def test_nothing_but_opening_is_accepted_before_it_and_never_again_after(pack):
    assert refused(pack, UNOPENED, RollDie()) == "No session is open yet."
    assert refused(pack, at_agreement(pack), opening()) == "A session is open already."


def test_the_agreement_is_the_tables_own(pack):
    state = at_agreement(pack)
    lines = ("  Phones away. ", "", "Breaks\nwhen\twe need them.")
    state = play(pack, state, WriteAgreement(lines))
    assert state.agreement == ("Phones away.", "Breaks when we need them.")
    assert "at least one" in refused(pack, state, WriteAgreement(("", "  ")))
    assert "160" in refused(pack, state, WriteAgreement(("x" * 161,)))
    assert "16 lines" in refused(pack, state, WriteAgreement(("Phones away.",) * 17))
    state = play(pack, state, AcceptAgreement())
    assert state.phase is Phase.ROLL
    refused(pack, state, WriteAgreement(("Too late.",)))


def test_opening_counts_as_its_shuffles(pack):
    (opened,) = accepted(pack, UNOPENED, opening())
    assert len(opened.draw) == 7
    assert at_agreement(pack).chances == 8
