"""A pack's cards in other languages: files beside it, named after it."""

import shutil
from pathlib import Path

import pytest

from game.app.packing import build
from game.cli import main
from game.content.check import check_paths
from game.content.codes.samples import card, cards
from game.content.companions import stamp
from game.content.gather import companions_beside, core_folder, extra_packs, is_companion
from game.content.load import load_pack, load_texts
from game.content.names import companion_of, plain_name
from game.content.skeleton import skeleton
from game.model.lenses import Lens
from game.script.names import is_from_right, language_of, name_of

CORE = Path(__file__).parent / "core"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "two-languages" / "swim.yaml"
TODAY = "2026-11-27"
WELSH = """\
cards:
  - id: missed-blood-test
    title: Y prawf gwaed
    lenses:
      person: Beth fyddai'n ei gwneud yn hawdd?
    talk:
      - Pwy sydd yn y lle gorau?
"""


@pytest.fixture
def pack(tmp_path):
    def pack(words=WELSH, text=None, language="cy"):
        path = tmp_path / "our-ward.yaml"
        path.write_text(text or cards(), encoding="utf-8")
        path.with_name(f"our-ward.{language}.yaml").write_text(words, encoding="utf-8")
        return path

    return pack


def load(path):
    return load_pack(path, CORE, today=TODAY)


def codes_of(loaded):
    return [each.code for each in loaded.diagnostics if not each.code.startswith("A20")]


def test_the_words_beside_a_pack_are_read_with_it(pack):
    loaded = load(pack())
    (translation,) = loaded.pack.translations
    assert translation.language == "cy"
    assert loaded.pack.card_in("missed-blood-test", "cy").title == "Y prawf gwaed"
    assert loaded.pack.card_in("missed-blood-test", "ur") is None
    assert loaded.pack.card("missed-blood-test").title == "The missed blood test"


def test_what_nobody_has_translated_stands_in_the_first_language(pack):
    found = load(pack()).pack
    first, second = found.card("missed-blood-test"), found.card_in("missed-blood-test", "cy")
    assert second.scene == first.scene
    assert second.prompt_for(Lens.PERSON) == "Beth fyddai'n ei gwneud yn hawdd?"
    # One question of two: half a list would leave a question out, so the first language's stands.
    assert second.talk == first.talk
    assert (second.id, second.code, second.theme, second.evidence) == (
        *(first.id, first.code, first.theme, first.evidence),
    )


def test_a_card_with_room_for_words_and_none_in_it_is_not_in_that_language(pack):
    loaded = load(pack("cards:\n  - id: missed-blood-test\n    title:\n    scene:\n    talk:\n"))
    assert loaded.pack.translations == ()
    assert [each for each in loaded.diagnostics if each.is_error] == []


def test_a_slip_in_one_language_keeps_no_card_out_of_play(pack):
    loaded = load(
        pack("cards:\n  - id: missed-blood-test\n    tilte: Y prawf\n    talk: dim rhestr\n")
    )
    assert loaded.pack.card("missed-blood-test")
    assert loaded.pack.translations == ()
    assert {"C105", "C112"} <= set(codes_of(loaded))
    assert all(
        each.file.endswith("our-ward.cy.yaml")
        for each in loaded.diagnostics
        if each.code in {"C105", "C112"}
    )


def test_words_for_a_card_that_is_not_there_are_told_with_the_nearest_name(pack):
    (finding,) = [
        each
        for each in load(pack("cards:\n  - id: missed-blod-test\n    title: Y\n")).diagnostics
        if each.code == "C144"
    ]
    assert (finding.line, finding.column) == (2, 9)
    assert finding.fix == 'Did you mean "missed-blood-test"?'


def test_letters_that_cannot_be_set_are_refused_in_another_language_too(pack):
    loaded = load(pack("cards:\n  - id: missed-blood-test\n    title: การตรวจ\n", language="th"))
    assert "C142" in codes_of(loaded)
    assert loaded.pack.translations == ()


def test_a_translation_is_stale_once_its_words_have_changed(pack):
    now = stamp(load(pack()).pack.cards[0])
    words = f'cards:\n  - id: missed-blood-test\n    made-from: "{now}"\n    title: Y prawf\n'
    assert "A219" not in codes_of(load(pack(words)))
    # Broken into lines otherwise, it says the same.
    again = cards(
        card(
            scene=">-\n      Amira feels well in herself.\n      The walk to clinic leaves her breathless."
        )
    )
    assert "A219" not in codes_of(load(pack(words, again)))
    changed = cards(card(scene="Amira feels tired. The walk to clinic leaves her breathless."))
    loaded = load(pack(words, changed))
    (finding,) = [each for each in loaded.diagnostics if each.code == "A219"]
    # What the message says to write mends it.
    mended = words.replace(now, stamp(loaded.pack.cards[0]))
    assert stamp(loaded.pack.cards[0]) in finding.fix
    assert "A219" not in codes_of(load(pack(mended, changed)))


def test_an_old_translation_is_advice_and_says_so(pack):
    words = 'cards:\n  - id: missed-blood-test\n    made-from: "0"\n    title: Y prawf\n'
    loaded = load(pack(words))
    told = {each.code: (each.is_advice, each.is_error) for each in loaded.diagnostics}
    assert told["A219"] == (True, False)


def test_who_translated_may_stand_in_front_and_another_section_is_told(pack):
    loaded = load(pack(f"pack:\n  author: Siân\npeople:\n  - id: sian\n{WELSH}"))
    (finding,) = [each for each in loaded.diagnostics if each.file.endswith(".cy.yaml")]
    assert (finding.code, finding.line) == ("C105", 3)
    assert '"people"' in finding.sentence
    assert loaded.pack.card_in("missed-blood-test", "cy").title == "Y prawf gwaed"


def test_cards_that_are_no_list_are_told(pack):
    loaded = load(pack("cards: dim\n"))
    assert "C112" in codes_of(loaded)
    assert loaded.pack.translations == ()


def test_the_second_of_two_cards_of_one_name_is_told_and_the_first_is_shown(pack):
    loaded = load(pack(f"{WELSH}  - id: missed-blood-test\n    title: Eto\n"))
    (finding,) = [each for each in loaded.diagnostics if each.file.endswith(".cy.yaml")]
    assert (finding.line, "already stands in line 2" in finding.sentence) == (8, True)
    assert loaded.pack.card_in("missed-blood-test", "cy").title == "Y prawf gwaed"


def test_what_is_no_card_is_told_and_the_others_are_shown(pack):
    loaded = load(pack(WELSH.replace("cards:\n", "cards:\n  - dim cerdyn\n  - title: Heb enw\n")))
    assert len([each for each in loaded.diagnostics if each.file.endswith(".cy.yaml")]) == 2
    assert loaded.pack.card_in("missed-blood-test", "cy").title == "Y prawf gwaed"


def test_a_file_that_cannot_be_read_takes_nothing_from_the_pack(pack):
    loaded = load(pack("cards: [\n"))
    assert [each for each in loaded.diagnostics if each.file.endswith(".cy.yaml")]
    assert loaded.pack.card("missed-blood-test")
    assert loaded.pack.translations == ()


def test_a_folder_that_has_gone_holds_no_languages(tmp_path):
    assert companions_beside(tmp_path / "gone" / "our-ward.yaml") == []


def test_texts_that_were_kept_hold_every_language(pack):
    loaded = load(pack())
    assert "own.our-ward.cy.yaml" in [each.name for each in loaded.texts]
    again = load_texts(loaded.texts, today=TODAY)
    assert again.pack == loaded.pack
    assert again.pack.translations == loaded.pack.translations


def test_the_file_of_another_language_is_no_pack_of_its_own(pack):
    path = pack()
    other = companions_beside(path)[0]
    assert is_companion(other)
    assert extra_packs(path.parent) == [path]
    assert load(other).pack.translations == load(path).pack.translations
    _, summary = check_paths([path], TODAY, core=CORE)
    assert (summary.packs, summary.cards) == (1, 1)
    path.unlink()
    # Without the pack that it goes with it is a pack like any other.
    assert not is_companion(other)


def test_a_pack_is_sent_with_its_languages(tmp_path):
    built = build(EXAMPLE, core=core_folder(), today=TODAY)
    assert built.trouble == ""
    sent = tmp_path / "sent.zip"
    sent.write_bytes(built.data)
    assert [each.language for each in load_pack(sent, today=TODAY).pack.translations] == [
        "cy",
        "ur",
    ]


def test_the_example_is_whole_and_current(tmp_path):
    folder = shutil.copytree(EXAMPLE.parent, tmp_path / "two")
    loaded = load_pack(folder / "swim.yaml", today=TODAY)
    assert [each for each in loaded.diagnostics if each.severity != "advice"] == []
    assert loaded.pack.language == "en-GB"
    for language in ("cy", "ur"):
        there = loaded.pack.card_in("rosas-swim", language)
        here = loaded.pack.card("rosas-swim")
        for name in ("title", "scene", "voice", "think", "talk", "helps", "agree", "lenses"):
            assert getattr(there, name) != getattr(here, name), (language, name)
    for path in folder.iterdir():
        said = path.read_text(encoding="utf-8").splitlines()[:3]
        assert "NOT" in "".join(said), "nobody may take an unchecked translation for a checked one"


class TestAFileForTranslators:
    def test_it_names_every_card_and_reads_clean_as_it_is(self, pack):
        path = pack()
        loaded = load(path)
        text = skeleton(loaded.pack, "our-ward.yaml", "ur")
        assert text.count("- id: ") == len(loaded.pack.cards)
        after = load(pack(text, language="ur"))
        assert [each for each in after.diagnostics if each.file.endswith(".ur.yaml")] == []

    def test_a_card_with_few_words_has_room_for_those_and_no_others(self, pack):
        text = cards(card(voice=None, helps=None, lenses=None))
        path = pack(text=text)
        loaded = load(path)
        assert [each.id for each in loaded.pack.cards] == ["missed-blood-test"]
        made = skeleton(loaded.pack, "our-ward.yaml", "ur")
        assert "    title:\n" in made
        assert not [name for name in ("voice:", "helps:", "lenses:") if name in made]

    def test_what_is_written_in_it_is_shown(self, pack):
        text = skeleton(load(pack()).pack, "our-ward.yaml", "ur")
        filled = text.replace("    title:\n", "    title: خون کا ٹیسٹ\n")
        shown = load(pack(filled, language="ur")).pack.card_in("missed-blood-test", "ur")
        assert shown.title == "خون کا ٹیسٹ"

    def test_the_command_puts_it_beside_the_pack_and_never_over_another(self, pack, capsys):
        path = pack()
        assert main(["new", "translation", "--language", "ur", "--of", str(path)]) == 0
        made = path.with_name("our-ward.ur.yaml")
        assert "in Urdu" in made.read_text(encoding="utf-8")
        made.write_text("mine", encoding="utf-8")
        assert main(["new", "translation", "--language", "ur", "--of", str(path)]) == 1
        assert made.read_text(encoding="utf-8") == "mine"
        assert "left as it is" in capsys.readouterr().err

    @pytest.mark.parametrize("language", ["", "Urdu", "u", "../x"])
    def test_it_asks_for_a_language_by_its_code(self, pack, language, capsys):
        assert main(["new", "translation", "--language", language, "--of", str(pack())]) == 2
        assert "--language" in capsys.readouterr().err


class TestNames:
    def test_only_a_language_behind_a_dot_makes_a_companion(self):
        assert companion_of("swim.ur.yaml") == ("swim.yaml", "ur")
        assert companion_of("a/our ward.zh-Hant.yml") == ("a/our ward.yml", "zh-Hant")
        for name in ("swim.yaml", "our.ward-two.yaml", "swim.v2.yaml", "swim.ur.txt", ".ur.yaml"):
            assert companion_of(name) is None, name

    def test_a_plain_name_keeps_its_language(self):
        assert plain_name("x/our ward!.ur.yaml", 60, "cards") == "our-ward.ur"
        assert plain_name("our ward.yaml", 60, "cards") == "our-ward"
        assert plain_name("---.yaml", 60, "cards") == "cards"

    def test_languages_are_called_as_people_here_call_them(self):
        assert name_of("ur") == "Urdu"
        assert name_of("en-GB") == "English"
        assert name_of("tlh") == "tlh"
        assert is_from_right("ur-PK")
        assert is_from_right("pa-Arab")
        assert not is_from_right("pa")

    def test_letters_tell_where_an_author_does_not(self):
        assert language_of("Hello", "en-GB") == "en-GB"
        assert language_of("مرحبا", "en-GB") == "ar"
        assert language_of("مرحبا", "fa") == "fa"
        assert language_of("ٹھیک ہے", "") == "ur"
        assert language_of("স্বাস্থ্য", "") == "bn"
