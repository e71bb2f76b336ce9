"""What an author marks on a card so that a pack can be looked over: setting, direction, about, sets."""

from pathlib import Path

from game.content.codes.samples import FACT, SETS, card, cards
from game.content.load import load_pack
from game.content.loaded import Loaded
from game.model.coverage import Parity, Setting, Strand

CORE = Path(__file__).parent / "core"


def told(folder: Path, text: str) -> Loaded:
    path = folder / "our-ward.yaml"
    path.write_text(text, encoding="utf-8")
    return load_pack(path, CORE, today="2026-12-15")


def test_the_marks_of_a_card_travel_with_it(tmp_path):
    marked = card(
        setting="GP practice", direction="body", about="[diabetes, carers]", sets="[market-day]"
    )
    pack = told(tmp_path, SETS + cards(marked)).pack
    (one,) = pack.cards
    assert one.setting is Setting.GP_PRACTICE
    assert one.direction is Parity.BODY
    assert one.about == (Strand.DIABETES, Strand.CARERS)
    assert one.sets == ("market-day",)
    assert [(each.id, each.label) for each in pack.sets] == [("market-day", "Cards for market day")]


def test_a_card_needs_none_of_them(tmp_path):
    loaded = told(tmp_path, cards())
    (one,) = loaded.pack.cards
    assert (one.setting, one.direction, one.about, one.sets) == (None, None, (), ())


def test_a_near_word_is_offered_for_each(tmp_path):
    wrong = card(
        setting="care hme", direction="bdy", about="[diabetis, work, work]", sets="[market-dya]"
    )
    fixes = " ".join(
        each.fix for each in told(tmp_path, SETS + cards(wrong, card(id="b"))).diagnostics
    )
    for word in ("care home", "body", "diabetes", "market-day"):
        assert f'Did you mean "{word}"?' in fixes
    assert "Leave one of the two out." in fixes


def test_facts_may_stand_beside_a_cards_own(tmp_path):
    loaded = told(tmp_path, FACT + cards(card(beside="[walking-helps]")))
    (one,) = loaded.pack.cards
    assert one.beside == ("walking-helps",)
    assert loaded.pack.fact(one.evidence).id != "walking-helps"
    wrong = told(tmp_path, FACT + cards(card(beside="[walking-hlps]"), card(id="b")))
    (finding,) = [each for each in wrong.diagnostics if each.is_error]
    assert (finding.code, finding.fix) == ("C111", 'Did you mean "walking-helps"?')
