"""Several packs that play together: joined, with one name and one code for each card."""

from pathlib import Path

import pytest

from game.content.codes.samples import BOARD, PERSON, card, cards, fact
from game.content.load import load_pack, load_packs, load_texts

CORE = Path(__file__).parents[2] / "content"
SCENARIOS = CORE / "scenarios.yaml"
TODAY = "2026-11-20"


@pytest.fixture
def pack(tmp_path):
    def made(name: str, text: str) -> Path:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return made


def together(*paths: Path):
    return load_packs(paths, CORE, today=TODAY, advice=False)


def test_the_cards_of_all_packs_play_with_the_cores(pack):
    core = load_pack(SCENARIOS, CORE, today=TODAY, advice=False).pack
    ward = pack("our-ward", cards(card(id="long-walk", person="len")) + PERSON)
    clinic = pack("clinic", "pack: {title: The clinic}\n" + cards(card(id="late-letter")))
    loaded = together(SCENARIOS, ward, clinic)
    assert loaded.diagnostics == ()
    assert [each.id for each in loaded.pack.cards] == [
        *(each.id for each in core.cards),
        "long-walk",
        "late-letter",
    ]
    assert loaded.pack.title == "MaP core pack + our-ward + The clinic"
    assert [each.title for each in loaded.credits] == ["MaP core pack", "our-ward", "The clinic"]
    assert "len" in {each.id for each in loaded.pack.people}


def test_every_card_keeps_its_code_whichever_packs_play_beside_it(pack):
    ids = [f"card-{n}" for n in range(60)]
    ward = pack("ward", cards(*(card(id=each) for each in ids)))
    alone = load_pack(ward, CORE, today=TODAY, advice=False).pack
    core = load_pack(SCENARIOS, CORE, today=TODAY, advice=False).pack
    joined = together(SCENARIOS, ward).pack
    codes = {each.id: each.code for each in joined.cards}
    assert len(set(codes.values())) == len(codes)
    for each in (*alone.cards, *core.cards):
        assert codes[each.id] == each.code


def test_one_name_for_two_cards_is_told_and_the_first_keeps_it(pack):
    first = pack("first", cards(card(id="walk", title="First")))
    second = pack("second", cards(card(id="walk", title="Second"), card(id="other")))
    loaded = together(first, second)
    assert [each.title for each in loaded.pack.cards] == ["First", "The missed blood test"]
    (finding,) = loaded.diagnostics
    assert finding.file.endswith("second.yaml")
    assert '"walk" is already a name in' in finding.sentence
    assert "first.yaml" in finding.sentence


def test_what_two_packs_hold_alike_counts_once_and_is_not_told(pack):
    same = cards(card(id="walk")) + PERSON + fact()
    loaded = together(pack("first", same), pack("second", same + "nudges: [Breathe.]\n"))
    assert loaded.diagnostics == ()
    assert [each.id for each in loaded.pack.cards] == ["walk"]
    assert loaded.pack.nudges == ("Breathe.",)


def test_facts_and_codes_that_clash_name_both_packs(pack):
    first = pack("first", cards(card(id="a", code="E-77")) + fact())
    second = pack("second", cards(card(id="b", code="E-77"), card(id="c")) + fact("Ten", "Five"))
    loaded = together(first, second)
    told = {each.code: each.sentence for each in loaded.diagnostics}
    assert set(told) == {"C120", "C122"}
    assert all("first.yaml" in each for each in told.values())
    assert [each.id for each in loaded.pack.cards] == ["a", "c"]


def test_the_path_comes_from_the_first_pack_that_has_one(pack):
    ward = pack("ward", cards() + BOARD)
    other = pack("other", cards(card(id="other")) + BOARD.replace("early, roles", "moving, early"))
    assert len(together(ward, other).pack.board.spaces) == 8
    first = together(ward, other).pack.board.spaces[0].theme
    assert first is not together(other, ward).pack.board.spaces[0].theme
    core = load_pack(SCENARIOS, CORE, today=TODAY, advice=False).pack
    assert together(SCENARIOS, other).pack.board == core.board


def test_packs_read_from_their_kept_texts_are_the_same(pack):
    ward = pack("ward", cards(card(id="walk")) + PERSON)
    loaded = together(SCENARIOS, ward, pack("clinic", cards(card(id="late-letter"))))
    again = load_texts(loaded.texts, today=TODAY, advice=False)
    assert again.pack == loaded.pack
    assert again.sha256 == loaded.sha256


def test_a_pack_that_cannot_be_read_does_not_stop_the_others(pack):
    loaded = together(pack("bad", "cards: [\n"), pack("good", cards()))
    assert [each.id for each in loaded.pack.cards] == ["missed-blood-test"]
    assert loaded.errors


def test_where_the_only_card_of_all_packs_is_broken_its_slip_is_all_that_is_told(pack):
    broken = pack("bad", cards(card(title='"The missed blood test')))
    words = pack("words", "nudges: [Breathe.]\n")
    assert [each.code for each in together(broken, words).diagnostics] == ["C031"]
