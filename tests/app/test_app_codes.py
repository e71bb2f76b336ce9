"""Card codes as people type them."""

import re
from pathlib import Path

import pytest

from game.app.codes import card_with, code_in, missing, moment_with, near
from game.app.desk import Desk
from game.app.places import Places, find
from game.content.codes.samples import PERSON, card, cards, fact

TODAY = "2026-11-20"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    own, data = find(), tmp_path_factory.mktemp("codes")
    places = Places(own.content, own.assets, data / "saves", data, data / "exports")
    return Desk(places, today=lambda: TODAY, keep_settings=False)


@pytest.fixture(scope="module")
def pack(desk):
    return desk.pack


@pytest.mark.parametrize("typed", ["E-07", "e7", "E 7", "e-7", " e07 ", "E.07", "e_7", "E–07"])
def test_a_code_is_understood_however_it_is_typed(pack, typed):
    assert code_in(typed) == "E-07"
    assert card_with(pack, typed).code == "E-07"


@pytest.mark.parametrize("typed", ["", "7", "e", "e-", "77e", "ee7", "e-777", "the diary"])
def test_anything_else_is_no_code(pack, typed):
    assert code_in(typed) == ""
    assert card_with(pack, typed) is None


def test_a_moment_has_a_code_too_that_follows_from_its_id_and_is_no_cards(pack):
    for moment in pack.moments:
        assert re.fullmatch(r"A-[2-9]\d", moment.code)
        assert moment_with(pack, moment.code.replace("-", "").lower()) == moment
        assert card_with(pack, moment.code) is None
    assert moment_with(pack, "E-07") is None
    # As printed today; it stays, whatever is added.
    assert moment_with(pack, "A-38").title == "The seat by the window"


def codes(found):
    return [each.code for each in found]


def test_near_a_code_are_its_neighbours_and_the_same_number_elsewhere(pack):
    assert codes(near(pack, "E-13")) == ["E-12", "E-11"]
    assert codes(near(pack, "x7")) == ["R-07", "V-07", "P-07", "M-07"]


def test_near_a_letter_a_number_or_a_word(pack):
    assert codes(near(pack, "e")) == ["E-01", "E-02", "E-03", "E-04"]
    assert codes(near(pack, "12")) == ["B-12", "E-12", "M-12", "P-12"]
    assert codes(near(pack, "diary")) == ["E-07"]
    assert near(pack, "") == near(pack, "zz") == near(pack, "nowhere to be found") == ()


def test_why_nothing_was_found(desk):
    assert missing(desk, " ") == "Type the code on the card, such as E-07."
    assert missing(desk, "seven").startswith("That is no card’s code.")
    assert missing(desk, "E-57") == "No card of this pack has the code E-57."


def test_a_card_of_another_pack_is_said_to_be(tmp_path):
    own = find()
    words = (
        "pack: {title: Our ward}\n"
        + cards(card(id="long-walk", code="W-55", theme="wellbeing", person="len"))
        + PERSON
        + fact()
    )
    ward = Path(tmp_path / "ward.yaml")
    ward.write_text(words, encoding="utf-8")
    places = Places(own.content, own.assets, tmp_path / "s", tmp_path, tmp_path / "e")
    desk = Desk(places, today=lambda: TODAY, keep_settings=False)
    desk.open_pack(ward)
    desk.open_pack(desk.core)
    assert missing(desk, "w55") == (
        "W-55 is a card of “Our ward”, and this session plays another pack."
    )
