"""From a path to a pack: what comes from where, what survives, and what stays the same."""

import zlib
from pathlib import Path

import pytest

from game.content.codes.samples import FACT, PERSON, WHOLE, card, cards, zipped
from game.content.diagnostics import Severity
from game.content.load import load_pack, load_texts, read_texts
from game.content.loaded import PackText
from game.model.lenses import Lens
from game.model.pack import SpaceKind
from game.model.themes import Theme

CORE = Path(__file__).parent / "core"
TODAY = "2026-11-20"


def load(path: Path, core: Path = CORE):
    return load_pack(path, core, today=TODAY)


@pytest.fixture
def write(tmp_path):
    def write(text: str | bytes, name: str = "my-pack.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    return write


def codes_of(loaded, severity=None):
    return [each.code for each in loaded.diagnostics if severity in (None, each.severity)]


class TestTheCore:
    pack = load(CORE).pack

    def test_it_has_no_error_and_no_warning(self):
        severities = {each.severity for each in load(CORE).diagnostics}
        assert severities <= {Severity.ADVICE}

    def test_texts_are_what_the_author_wrote(self):
        first = self.pack.cards[0]
        assert first.scene == (
            "Amira has taken the same medicine for three years and feels well in herself. "
            "Lately she is thirsty all the time.\nThe walk to clinic leaves her breathless."
        )
        assert first.agree == "First step: we would all say…"
        assert first.helps == "Her sister rang. Somebody answered."
        assert self.pack.cards[2].voice == "I thought it wasn't my place."
        assert self.pack.cards[2].scene == "The porter saw it first.\nNobody had asked."

    def test_a_card_has_all_its_parts(self):
        first = self.pack.cards[0]
        assert (first.id, first.code, first.theme, first.level) == (
            "missed-blood-test", "E-01", Theme.EARLY, 1,
        )  # fmt: skip
        assert first.notes == ("weight", "medicines")
        assert first.person == "amira"
        assert first.evidence == "check-six-parts"
        assert first.feeds == (Theme.EARLY, Theme.ROLES)
        assert [each.lens for each in first.lenses] == [Lens.PERSON, Lens.GP, Lens.CARE_WORKER]
        assert first.talk == ("Who is best placed to act first?", "What might get in the way?")
        assert first.facilitator.startswith("If talk")
        assert self.pack.cards[2].person is None
        assert self.pack.cards[2].evidence is None

    def test_the_board_goes_round_as_it_is_written(self):
        spaces = self.pack.board.spaces
        assert (spaces[0].kind, spaces[0].theme) == (SpaceKind.THEME, Theme.EARLY)
        assert (spaces[2].kind, spaces[2].theme) == (SpaceKind.MOMENT, None)
        assert len(spaces) == 10

    def test_everything_else_is_there(self):
        pack = self.pack
        assert pack.title == "A small core"
        assert pack.people[0].conditions == ("schizophrenia", "high blood pressure")
        assert pack.people[1].portrait == ""
        assert pack.topic("grief").label == "death and grief"
        assert [each.bright for each in pack.moments] == [True, False]
        assert pack.moments[1].notes == ("grief",)
        assert pack.debrief[2].ask == ("Where have you seen this?", "What is different?")
        assert pack.fact("check-six-parts").source.year == 2024
        assert pack.fact("unsigned").needs == "pharmacist"
        assert not pack.fact("unsigned").shows_on(TODAY)
        assert pack.support[0].route == "Call 999"
        assert len(pack.agreement) == 4
        assert pack.breathers == ("Drop your shoulders.",)


class TestWhatComesFromWhere:
    def test_three_cards_play_with_the_rest_of_the_core(self, write):
        loaded = load(write(cards(*(card(id=f"card-{each}") for each in "abc"))))
        assert [each.id for each in loaded.pack.cards] == ["card-a", "card-b", "card-c"]
        core = load(CORE).pack
        assert loaded.pack.board == core.board
        assert loaded.pack.people == core.people
        assert loaded.pack.debrief == core.debrief
        assert loaded.pack.title == "my-pack"
        assert codes_of(loaded, Severity.ERROR) == []

    def test_people_topics_and_facts_are_added_to_those_of_the_core(self, write):
        own = PERSON + FACT + "topics: {night: nights}\n"
        text = own + cards(card(person="len", evidence="walking-helps", notes="[night, grief]"))
        pack = load(write(text)).pack
        assert [each.id for each in pack.people] == ["len", "amira", "joe"]
        assert [each.id for each in pack.facts][:2] == ["walking-helps", "check-six-parts"]
        assert pack.topics[0].id == "night"
        assert pack.cards[0].notes == ("night", "grief")

    def test_an_own_person_takes_the_place_of_one_of_the_same_name(self, write):
        pack = load(write(PERSON.replace("id: len", "id: amira") + cards())).pack
        assert [each.name for each in pack.people] == ["Len", "Joe"]

    def test_a_file_without_cards_plays_the_cards_of_the_core(self, write):
        loaded = load(write(FACT))
        assert len(loaded.pack.cards) == 3
        assert loaded.pack.title == "A small core"

    def test_a_pack_may_hold_everything_in_one_file(self, write, tmp_path):
        loaded = load(write(WHOLE), tmp_path / "nothing here")
        assert loaded.pack is not None
        assert codes_of(loaded, Severity.ERROR) == []

    def test_a_file_of_the_core_can_be_read_by_itself(self):
        pack = load(CORE / "scenarios.yaml").pack
        assert pack == load(CORE).pack
        assert load(CORE / "evidence.yaml").pack.cards == pack.cards

    def test_another_file_in_the_content_folder_is_no_part_of_the_core(self, tmp_path):
        for path in CORE.iterdir():
            (tmp_path / path.name).write_bytes(path.read_bytes())
        (tmp_path / "ward.yaml").write_text(cards(card(id="ours")), encoding="utf-8")
        assert len(load(tmp_path, tmp_path).pack.cards) == 3
        assert [each.id for each in load(tmp_path / "ward.yaml", tmp_path).pack.cards] == ["ours"]

    def test_sections_may_stand_in_any_file_of_a_folder(self, write, tmp_path):
        write(cards(card(id="one")), "pack/b.yaml")
        write("pack: {title: Our ward}\n" + cards(card(id="two")), "pack/a.yml")
        write("not read", "pack/notes.txt")
        write("not: read", "pack/.hidden.yaml")
        pack = load(tmp_path / "pack").pack
        assert [each.id for each in pack.cards] == ["two", "one"]
        assert pack.title == "Our ward"

    def test_a_zip_plays_like_its_folder(self, write):
        path = write(
            zipped(
                {
                    "ward/cards.yaml": cards(card(voice=None)),
                    "ward/portrait.png": "not looked at",
                    "__MACOSX/ward/._cards.yaml": "\0\0",
                }
            ),
            "ward.zip",
        )
        loaded = load(path)
        assert [each.id for each in loaded.pack.cards] == ["missed-blood-test"]
        assert loaded.diagnostics[0].file.endswith("ward.zip/ward/cards.yaml")

    def test_what_is_wrong_with_the_core_is_told_once_it_costs_something(self, write, tmp_path):
        for path in CORE.iterdir():
            (tmp_path / path.name).write_bytes(path.read_bytes())
        evidence = tmp_path / "evidence.yaml"
        evidence.write_text(evidence.read_text("utf-8").replace("year: 2024", "year: soon"))
        loaded = load(write(cards(), "mine/own.yaml"), tmp_path)
        assert codes_of(loaded, Severity.ERROR) == ["C114"]
        # The card plays, without the fact.
        assert loaded.pack.cards[0].evidence is None


class TestGoodCardsSurvive:
    BAD = (
        card(id="bad", theme="erly"),
        card(id="bad", title='"never closed'),
        card(id="bad").replace("    title", "\ttitle"),
        card(id="bad", title="a: b: c"),
        card(id="bad").replace("    title: ", "    title "),
        card(id="bad", notes="[medicines"),
        card(id="bad", title="*note*"),
        card(id="bad", title="\u202ehidden"),
        card(id="bad", level="9"),
        card(id="bad", talk=None),
        card(id="bad", scene="> text"),
        card(id="bad", title="a\n    title: b"),
        card(id="bad", person="nobody"),
        card(id="bad", title="x" * 4_001),
        card(id="bad", notes="[" * 20 + "]" * 20),
        "  - just text\n",
        "  -\n",
        "  - [a, list]\n",
        "  - <<: {a: b}\n",
    )

    @pytest.mark.parametrize("bad", BAD)
    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_a_bad_card_is_listed_and_the_others_play(self, bad, place, write):
        good = [card(id="good-one"), card(id="good-two")]
        loaded = load(write(cards(*good[:place], bad, *good[place:])))
        assert codes_of(loaded, Severity.ERROR)
        assert [each.id for each in loaded.pack.cards] == ["good-one", "good-two"]

    def test_a_stray_line_above_the_first_card_costs_no_card(self, write):
        loaded = load(write("cards:\n    stray: line\n" + card(id="good")))
        assert codes_of(loaded, Severity.ERROR) == ["C036"]
        assert [each.id for each in loaded.pack.cards] == ["good"]

    def test_five_different_mistakes_are_all_told_at_once(self, write):
        text = cards(*self.BAD[:5], card(id="good"))
        loaded = load(write(text))
        assert [each.id for each in loaded.pack.cards] == ["good"]
        lines = [each.line for each in loaded.diagnostics if each.is_error]
        assert len(lines) == 5
        assert lines == sorted(lines)
        assert codes_of(loaded, Severity.ERROR) == ["C108", "C031", "C030", "C033", "C035"]

    def test_a_broken_fact_leaves_its_card_in_play(self, write):
        text = FACT.replace("seen: primary", "seen: somewhere") + cards(
            card(evidence="walking-helps")
        )
        loaded = load(write(text))
        assert codes_of(loaded, Severity.ERROR) == ["C108"]
        assert loaded.pack.cards[0].evidence is None

    def test_a_fact_that_cannot_even_be_read_is_not_called_unknown(self, write):
        text = FACT.replace("claim: Ten", "claim: Note: ten") + cards(
            card(evidence="walking-helps")
        )
        assert codes_of(load(write(text)), Severity.ERROR) == ["C033"]

    def test_a_broken_board_gives_way_to_the_core_s(self, write):
        text = "board: [early, roles, erly, role, moment, pause, roles, roles, roles]\n" + cards()
        loaded = load(write(text))
        assert codes_of(loaded, Severity.ERROR) == ["C127", "C108", "C108"]
        assert loaded.pack.board == load(CORE).pack.board

    def test_nothing_is_left_only_when_no_card_is(self, write):
        assert load(write(cards(card(theme="x")))).pack is None
        assert load(write(b"\x89PNG\r\n")).pack is None
        assert load(write("cards:\n")).pack is None

    def test_an_unreadable_pack_is_not_replaced_by_the_core(self, write):
        assert load(write("cards: [[[")).pack is None
        assert load(Path("no such file.yaml")).pack is None


class TestShortCodes:
    def codes(self, write, *items: str) -> dict[str, str]:
        return {each.id: each.code for each in load(write(cards(*items))).pack.cards}

    def test_a_code_follows_from_the_id(self, write):
        number = 20 + zlib.crc32(b"a-card") % 80
        assert self.codes(write, card(id="a-card")) == {"a-card": f"E-{number}"}

    def test_it_stays_when_other_cards_come_go_or_move(self, write):
        alone = self.codes(write, card(id="stay"))["stay"]
        before = self.codes(write, card(id="other"), card(id="stay"), card(id="third"))["stay"]
        after = self.codes(write, card(id="third"), card(id="stay", title="Changed"))["stay"]
        assert alone == before == after

    def test_a_written_code_wins(self, write):
        theirs = self.codes(write, card(id="stay"))["stay"]
        codes = self.codes(write, card(id="stay"), card(id="writes", code=theirs))
        assert codes["writes"] == theirs
        assert codes["stay"] != theirs

    def test_many_cards_of_a_theme_all_differ(self, write):
        codes = self.codes(write, *(card(id=f"card-{each}") for each in range(200)))
        assert len(set(codes.values())) == 200
        assert all(code.startswith("E-") for code in codes.values())

    def test_moving_between_has_the_letter_b(self, write):
        codes = self.codes(write, card(id="one", theme="moving", feeds="[moving]"))
        assert codes["one"].startswith("B-")


class TestTexts:
    def test_the_stored_texts_give_the_same_pack_without_the_files(self, write):
        path = write(PERSON + cards(card(person="len"), card(id="bad", theme="x")))
        loaded = load(path)
        path.unlink()
        again = load_texts(loaded.texts, today=TODAY, name="my-pack")
        assert again.pack == loaded.pack
        assert again.sha256 == loaded.sha256
        assert [each.code for each in again.diagnostics] == codes_of(loaded)

    def test_names_are_safe_as_file_names_and_differ(self, write):
        path = write(
            zipped({"a/Ünsere Karten?.yaml": cards(), "b/Ünsere Karten?.yaml": "nudges: [a]"}),
            "w.zip",
        )
        names = [each.name for each in load(path).texts]
        assert len({each.casefold() for each in names}) == len(names)
        for name in names:
            assert name.isascii()
            assert not set(name) & set('/\\:*?"<>| ')
            assert name.split(".")[0] in ("own", "core")
        assert load(CORE).texts[0].name == "own.scenarios.yaml"

    def test_reading_twice_is_reading_the_same(self, write):
        path = write(cards(card(), card(id="two", title="-x")))
        assert load(path) == load(path)
        assert read_texts(path, CORE) == load(path).texts

    def test_windows_letters_are_kept_as_they_were_read(self, write):
        loaded = load(write(cards(card(agree="We’d say…")).encode("cp1252")))
        assert loaded.pack.cards[0].agree == "We’d say…"
        again = load_texts(loaded.texts, today=TODAY, name="my-pack")
        assert again.pack == loaded.pack
        assert codes_of(again, Severity.WARNING) == []

    def test_the_sum_tells_any_change(self):
        one = load_texts([PackText("own.a.yaml", WHOLE)], today=TODAY)
        for other in (
            [PackText("own.a.yaml", WHOLE + " ")],
            [PackText("own.b.yaml", WHOLE)],
            [PackText("own.a.yaml", WHOLE), PackText("own.b.yaml", "")],
        ):
            assert load_texts(other, today=TODAY).sha256 != one.sha256

    def test_play_can_go_without_advice(self, write):
        path = write(cards(card(voice=None)))
        quick = load_pack(path, CORE, today=TODAY, advice=False)
        assert quick.diagnostics == ()
        assert quick.pack == load(path).pack
        assert "A204" in codes_of(load(path))
