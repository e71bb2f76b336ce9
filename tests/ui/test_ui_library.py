"""The library: finding cards, seeing what a session deals, and leaving cards out."""

import dataclasses

import pytest
from test_ui_editor import library, words
from ui_fits import misfits
from ui_screens import focus

from game.model.coverage import Setting
from game.model.pack import Card
from game.rules.events import SessionOpened
from game.rules.state import Seat, Setup
from game.ui.screens.library import A_PAGE
from game.ui.screens.shelving import Dealing, Filters, dealt, found


@pytest.fixture
def laid(table):
    laid = table()
    library(laid)
    return laid


def listed(laid):
    return [key for key in laid.host.reachable() if key.startswith("card ")]


def test_a_search_looks_at_words_names_questions_and_codes(laid):
    pack = laid.desk.pack
    for said in ("R-07", "four pens", "Darren", "wobbly chair", "damp room"):
        assert found(pack, Filters(words=said)), said
    assert found(pack, Filters(words="no such words anywhere")) == ()
    focus(laid, "search")
    laid.type("wobbly chair")
    assert len(listed(laid)) == 1
    assert "1 of 84 cards" in words(laid)


def test_each_filter_lets_through_what_it_names(laid):
    pack = laid.desk.pack
    people = {each.person for each in pack.cards if each.person}
    for person in people:
        assert {each.person for each in found(pack, Filters(person=person))} == {person}
    for setting in Setting:
        assert {each.setting for each in found(pack, Filters(setting=setting))} <= {setting}
    for topic in pack.topics:
        assert all(topic.id in each.notes for each in found(pack, Filters(topic=topic.id)))
    assert sum(len(found(pack, Filters(setting=each))) for each in Setting) == len(pack.cards)


@pytest.mark.parametrize(
    ("what", "choice", "said"),
    [
        ("person", "amira", "Person: Amira"),
        ("topic", "grief", "Topic: Death and grief"),
        ("setting", "hospital", "Setting: Hospital"),
    ],
)
def test_a_person_topic_or_setting_is_chosen_from_a_list_and_let_go_again(laid, what, choice, said):
    focus(laid, f"choose {what}")
    laid.press("enter")
    focus(laid, f"choice {choice}")
    laid.press("enter")
    assert said in words(laid)
    assert 0 < len(listed(laid)) < A_PAGE
    laid.press("enter")
    focus(laid, "choice none")
    laid.press("enter")
    assert said not in words(laid)
    assert "84 of 84 cards" in words(laid)


def test_pages_turn_both_ways_and_go_round(laid):
    first = listed(laid)
    assert len(first) == A_PAGE
    laid.press("b")
    assert "page 4 of 4" in words(laid)
    assert len(listed(laid)) == 84 - 3 * A_PAGE
    laid.press("n")
    assert listed(laid) == first


def test_a_card_that_is_left_out_is_marked_kept_so_and_not_dealt(laid):
    focus(laid, "card four-names-on-a-receipt")
    laid.press("enter", "x")
    assert "New sessions leave it out." in words(laid)
    laid.press("escape")
    assert "Left out" in words(laid)
    focus(laid, "left out")
    laid.press("enter")
    assert listed(laid) == ["card four-names-on-a-receipt"]

    begin(laid.desk, Setup(tuple(Seat(number, f"Seat {number}") for number in range(3)), hardest=3))
    piles = opened(laid.desk).draw
    assert sum(map(len, piles)) == 83
    assert not any("four-names-on-a-receipt" in pile for pile in piles)
    # The pack as played has the card all the same, and the session can be taken up again.
    folder = laid.desk.places.saves / laid.desk.session.name
    assert laid.desk.resume(folder) == ()
    assert opened(laid.desk).draw == piles

    focus(laid, "card four-names-on-a-receipt")
    laid.press("enter", "x")
    assert laid.desk.settings.without == ()


def begin(desk, setup):
    assert desk.begin(setup) is None


def opened(desk):
    return next(each for each in desk.session.events if isinstance(each, SessionOpened))


@pytest.mark.parametrize(
    "dealing",
    [
        Dealing(),
        Dealing(hardest=1),
        Dealing(hardest=3, left_out=("money", "pain")),
        Dealing(hardest=3, only="assembly"),
    ],
)
def test_what_a_session_deals_is_what_the_library_said(laid, dealing):
    seats = tuple(Seat(number, f"Seat {number}") for number in range(3))
    setup = Setup(seats, hardest=dealing.hardest, left_out=dealing.left_out, only=dealing.only)
    begin(laid.desk, setup)
    piles = {card for pile in opened(laid.desk).draw for card in pile}
    assert {each.id for each in dealt(laid.desk.dealt, dealing)} == piles


def test_the_piles_follow_what_is_chosen(laid):
    laid.press("w")
    before = words(laid)
    focus(laid, "up to 1")
    laid.press("enter")
    focus(laid, "topic money")
    laid.press("enter")
    focus(laid, "set assembly")
    laid.press("enter")
    assert words(laid) != before
    cards = dealt(laid.desk.pack, Dealing(1, ("money",), "assembly"))
    assert f"{len(cards)} of 84 cards" in words(laid)


def thousand(laid):
    """The open pack with a thousand cards."""
    pack = laid.desk.pack
    cards = tuple(
        dataclasses.replace(pack.cards[number % 84], id=f"card-{number}", title=f"Card {number}")
        for number in range(1000)
    )
    assert all(isinstance(each, Card) for each in cards)
    many = dataclasses.replace(pack, cards=cards)
    laid.desk.in_play.loaded = dataclasses.replace(laid.desk.loaded, pack=many)


def test_a_thousand_cards_cost_no_more_than_a_page(laid):
    thousand(laid)
    laid.host.stir()
    assert "1000 of 1000 cards, page 1 of 42" in words(laid)
    assert len(listed(laid)) == A_PAGE
    assert sum(1 for _ in laid.host.frame().root.walk()) < 1500
    assert misfits(laid.host.frame()) == []
    laid.press("w")
    assert "and 98 more" in words(laid) or "more" in words(laid)
    assert misfits(laid.host.frame()) == []
