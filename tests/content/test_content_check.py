"""`check`, as a shell and its readers meet it: exit status, text, JSON; and advice, lints, near names."""

import io
import json
from pathlib import Path

import pytest

from game.content.check import check_paths, run_check
from game.content.codes.samples import card, cards
from game.content.load import load_pack, load_texts
from game.content.loaded import PackText

CORE = Path(__file__).parent / "core"
TODAY = "2026-11-20"


@pytest.fixture
def pack(tmp_path):
    def pack(text: str, name: str = "my-pack.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return pack


def checked(*paths: Path, **options) -> tuple[int, str]:
    out = io.StringIO()
    status = run_check(paths, today=TODAY, out=out, core=CORE, **options)
    return status, out.getvalue()


class TestStatus:
    def test_a_text_that_is_no_pack_is_told_so_once_and_nothing_else(self, pack):
        readme = pack("# MaP\n\n**A game**\nNote: read this.\n* one\n! two\n", "README.md")
        status, text = checked(readme)
        assert status == 1
        assert "README.md:1:1: error C002: this is no pack" in text
        assert text.endswith("1 pack, 0 cards to play: 1 error\n")
        # A pack under another name is still one, with all that is to say of it.
        assert checked(pack(cards(), "cards.txt"))[0] == 0
        assert "error C002" not in checked(pack("cards:\n - {\n", "broken.txt"))[1]

    def test_nothing_wrong_is_nought_and_advice_too(self, pack):
        status, text = checked(pack(cards(card(voice=None))))
        assert status == 0
        assert "advice A204" in text
        assert text.endswith("1 pack, 1 card to play: 1 × advice\n")
        assert checked(pack(cards()), strict=True) == (
            0,
            "1 pack, 1 card to play: nothing is wrong\n",
        )

    def test_a_warning_is_nought_unless_strict(self, pack):
        path = pack(cards(card(title="Ward #3")))
        assert checked(path)[0] == 0
        assert checked(path, strict=True)[0] == 1

    def test_an_error_is_one(self, pack):
        status, text = checked(pack(cards(card(), card(id="x", theme="erly"))))
        assert status == 1
        assert 'no theme is called "erly"' in text
        assert "1 card to play: 1 error" in text

    def test_a_path_that_cannot_be_read_is_two(self, pack, tmp_path):
        assert checked(pack(cards()), tmp_path / "none.yaml")[0] == 2

    def test_no_path_is_the_core_and_the_packs_beside_it(self, tmp_path):
        for path in CORE.iterdir():
            (tmp_path / path.name).write_bytes(path.read_bytes())
        (tmp_path / "ward.yaml").write_text(cards(card(voice=None)), encoding="utf-8")
        findings, summary = check_paths([], TODAY, core=tmp_path)
        assert (summary.packs, summary.cards, summary.errors) == (2, 4, 0)
        assert "ward.yaml" in {Path(each.file).name for each in findings}
        assert {each.code for each in findings if Path(each.file).name != "ward.yaml"}


class TestForms:
    def test_twenty_are_shown_and_the_others_counted(self, pack):
        path = pack(cards(*(card(id=f"c-{each}", theme="x") for each in range(25))))
        _, text = checked(path)
        assert text.count("error C") == 20
        assert "\nand 5 more\n" in text
        assert checked(path, most=None)[1].count("error C") == 25

    def test_json_holds_everything(self, pack):
        path = pack(cards(*(card(id=f"c-{each}", theme="erly") for each in range(25))))
        status, text = checked(path, as_json=True)
        whole = json.loads(text)
        assert status == 1
        assert whole["format"] == 1
        assert whole["summary"] == {
            "packs": 1, "cards": 0, "errors": 25, "warnings": 0, "advice": 0, "unreadable": 0,
            "waiting": 0,
        }  # fmt: skip
        assert len(whole["diagnostics"]) == 25
        assert whole["diagnostics"][1]["fix"] == 'Did you mean "early"?'

    def test_problems_come_in_file_order(self, pack):
        path = pack(cards(card(person="amria"), card(id="b", theme="x"), card(id="c", level="0")))
        findings, _ = check_paths([path], TODAY, core=CORE)
        assert [each.line for each in findings] == sorted(each.line for each in findings)


def told(text: str) -> list[tuple[str, int, int, str, str]]:
    texts = [PackText("own.my.yaml", text)]
    texts += [PackText(f"core.{path.name}", path.read_text("utf-8")) for path in CORE.iterdir()]
    return [
        (each.code, each.line, each.column, each.sentence, each.fix)
        for each in load_texts(texts, today=TODAY).diagnostics
        if each.code != "A207"
    ]


class TestNearNames:
    @pytest.mark.parametrize(
        ("change", "code", "near"),
        [
            ({"person": "Amria"}, "C109", "amira"),
            ({"theme": "wellbing"}, "C108", "wellbeing"),
            ({"evidence": "check-six-part"}, "C111", "check-six-parts"),
            ({"notes": "[medicine]"}, "C110", "medicines"),
            ({"feeds": "[role]"}, "C108", "roles"),
            ({"lenses": "\n      person: a\n      care wroker: b"}, "C108", "care worker"),
            ({"id": "Missed blood test"}, "C119", "missed-blood-test"),
            ({"code": "R-12"}, "C121", "E-12"),
            ({"helps": None, "help": "Her sister."}, "C105", "helps"),
        ],
    )
    def test_the_nearest_name_is_offered(self, change, code, near):
        findings = [each for each in told(cards(card(**change))) if each[0] == code]
        assert [each[4] for each in findings] == [f'Did you mean "{near}"?']

    def test_where_none_is_near_all_that_may_stand_there_are_named(self):
        (finding,) = (each for each in told(cards(card(person="zzz"))) if each[0] == "C109")
        assert finding[4] == "It can be amira or joe."


class TestTextStaysAsTyped:
    @pytest.mark.parametrize(
        "value", ["no", "yes", "8:30", "1.10", "2026-11-01", "010", "1e3", "null", "~", ".nan"]
    )
    def test_nothing_is_turned_into_something_else(self, value):
        text = cards(card(title=value, agree=value))
        loaded = load_pack_text(text)
        assert loaded.cards[0].title == value
        assert loaded.cards[0].agree == value


def load_pack_text(text: str):
    texts = [PackText("own.my.yaml", text)]
    texts += [PackText(f"core.{path.name}", path.read_text("utf-8")) for path in CORE.iterdir()]
    return load_texts(texts, today=TODAY).pack


class TestSilentLoss:
    def test_a_comment_that_is_set_off_is_a_comment(self):
        assert told(cards(card(level="1   # gentle", theme="early # short"))) == []
        assert told("# Ward #3\n" + cards(card(title="'Ward #3'  # quoted"))) == []

    @pytest.mark.parametrize(
        ("title", "column"),
        [("Ward #3", 17), ("The long way # home", 25), ("Ward  #3", 18)],
    )
    def test_text_that_is_cut_by_a_hash_is_told_where(self, title, column):
        assert [each[:3] for each in told(cards(card(title=title)))] == [("C050", 4, column)]

    def test_inside_quotes_and_blocks_nothing_is_cut(self):
        for title in ("'Ward #3'", '"Ward #3"'):
            assert told(cards(card(title=title))) == []
        assert told(cards(card(scene=">-\n      On Ward #3."))) == []

    def test_a_list_written_without_spaces_is_found(self):
        codes = [each[0] for each in told(cards(card(talk="\n      -Who?\n      -What?")))]
        assert codes == ["C051", "C112"]

    def test_curly_quotes_inside_a_text_are_fine(self):
        assert told(cards(card(title="“Later,” she says"))) == []
        assert told(cards(card(title="“Yes” or “no”"))) == []

    def test_a_web_address_or_a_time_is_no_field(self):
        assert told(cards(card(helps="https://www.nhs.uk at 8:30"))) == []


class TestAdvice:
    def test_words_are_found_where_they_stand_even_over_two_lines(self):
        scene = ">-\n      Amira, they say, suffers\n      from worry."
        (finding,) = told(cards(card(scene=scene)))
        assert finding[0] == "A201"
        assert finding[1:3] == (9, 24)
        assert finding[4] == "Instead: lives with. It is theirs to say."

    def test_capitals_and_both_apostrophes_count(self):
        codes = [each[0] for each in told(cards(card(scene="Doesn’t engage. SUFFERING FROM it.")))]
        assert codes == ["A201", "A201"]

    def test_parts_of_words_names_comments_and_voices_do_not(self):
        text = "# suffers from\n" + cards(
            card(voice="I am the mentally ill one.", scene="It suffers frommage.")
        )
        assert told(text) == []

    @pytest.mark.parametrize(("words", "advised"), [(89, False), (90, False), (91, True)])
    def test_a_scene_has_ninety_words(self, words, advised):
        sentence = "Amira walks on. "
        scene = [*(sentence * 40).split()[: words - 1], "End."]
        codes = [each[0] for each in told(cards(card(scene=" ".join(scene))))]
        assert codes == ["A202"] * advised

    @pytest.mark.parametrize(("words", "advised"), [(24, False), (25, False), (26, True)])
    @pytest.mark.parametrize("field", ["scene", "helps", "agree", "facilitator", "talk", "lenses"])
    def test_a_sentence_has_twenty_five_words(self, words, advised, field):
        sentence = "Short one. " + "a " * (words - 1) + "end? Short two."
        change = {
            "talk": f"\n      - {sentence}\n      - What then?",
            "lenses": f"\n      person: {sentence}",
        }.get(field, sentence)
        codes = [each[0] for each in told(cards(card(**{field: change})))]
        assert codes == ["A203"] * advised

    def test_a_fact_is_advised_on_from_the_day_after_its_review(self):
        path = CORE / "evidence.yaml"
        for day, advised in (("2027-11-01", False), ("2027-11-02", True)):
            codes = [each.code for each in load_pack(path, CORE, today=day).diagnostics]
            assert ("A209" in codes) == advised

    def test_a_card_with_errors_is_mended_first(self):
        codes = [each[0] for each in told(cards(card(theme="x", voice=None), card(id="b")))]
        assert codes == ["C108"]


def test_our_own_content_has_no_errors_and_no_warnings():
    findings, summary = check_paths([], TODAY)
    assert [each for each in findings if each.severity.value != "advice"] == []
    assert summary.cards >= 7
