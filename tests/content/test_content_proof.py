"""The proof list: what somebody must sign, where it stands, and what a signature is worth."""

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.cli import main
from game.content.check import check_paths, run_check
from game.content.codes.samples import FACT, card, cards
from game.content.load import load_pack
from game.content.proof import Standing, proof_of
from game.content.proofsheet import COLUMNS, as_csv, as_html, as_text, in_words

CORE = Path(__file__).parent / "core"
TODAY = "2026-12-15"

WORDS = (
    "Ten minutes of brisk walking a day is good for the heart. "
    "(NHS, Walking for health, 2024; England)"
)
NEEDS = "    needs: doctor\n"
SIGNED = NEEDS + "    signed: {role: doctor, date: 2026-12-01}\n"
SIGNED_WORDS = (
    NEEDS + "    signed:\n      role: doctor\n      date: 2026-12-01\n"
    f"      words: >-\n        {WORDS[:50]}\n        {WORDS[50:].strip()}\n"
)
CARD = cards(card(evidence="walking-helps"))


@pytest.fixture
def told(tmp_path):
    def told(text: str):
        path = tmp_path / "our-ward.yaml"
        path.write_text(text, encoding="utf-8")
        return load_pack(path, CORE, today=TODAY)

    return told


def claim(loaded):
    return next(each for each in proof_of(loaded.pack).claims if each.name == "walking-helps")


def shown(loaded):
    return loaded.pack.fact("walking-helps").shows_on(TODAY)


def advice(loaded):
    return [each.code for each in loaded.diagnostics if each.code in {"A210", "A211", "A215"}]


class TestWhatASignatureIsWorth:
    def test_a_claim_that_nobody_signed_waits_and_is_not_shown(self, told):
        loaded = told(FACT + NEEDS + CARD)
        assert claim(loaded).standing is Standing.NEW
        assert not shown(loaded)
        assert advice(loaded) == ["A211"]

    def test_a_signature_for_these_words_shows_them(self, told):
        loaded = told(FACT + SIGNED_WORDS + CARD)
        assert claim(loaded).standing is Standing.SIGNED
        assert shown(loaded)
        assert advice(loaded) == []

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Ten minutes", "An hour"),
            ("year: 2024", "year: 2025"),
            ("nation: England", "nation: UK"),
        ],
    )
    def test_words_source_or_nation_changed_since_then_are_not_shown(self, told, old, new):
        text = (FACT + SIGNED_WORDS).replace(old, new, 1)
        loaded = told(text + CARD)
        assert claim(loaded).standing is Standing.CHANGED
        assert claim(loaded).before == WORDS
        assert not shown(loaded)
        assert advice(loaded) == ["A215"]

    def test_a_new_link_leaves_the_signature_standing(self, told):
        loaded = told(FACT.replace("walking-for-health/", "walking/") + SIGNED_WORDS + CARD)
        assert claim(loaded).standing is Standing.SIGNED

    def test_a_signature_without_words_counts_and_the_list_says_so(self, told):
        loaded = told(FACT + SIGNED + CARD)
        assert claim(loaded).standing is Standing.UNTOLD
        assert shown(loaded)

    def test_another_roles_signature_is_none(self, told):
        loaded = told(FACT + SIGNED.replace("role: doctor", "role: nurse") + CARD)
        assert claim(loaded).standing is Standing.NEW
        assert not shown(loaded)


class TestWhatCheckSays:
    def test_a_fact_that_waits_is_news_only_where_a_card_rests_on_it(self, told, tmp_path):
        loaded = told(FACT.replace("seen: primary", "seen: to-recheck") + NEEDS + cards())
        assert advice(loaded) == []
        path = tmp_path / "our-ward.yaml"
        _, summary = check_paths([path], TODAY, core=CORE)
        assert summary.waiting == 1
        out = io.StringIO()
        run_check([path], today=TODAY, out=out, core=CORE)
        assert "1 fact waits for a signature and stays off the screen" in out.getvalue()

    def test_what_waits_in_the_core_is_not_told_of_every_pack(self, told, tmp_path):
        told(FACT + cards())
        _, summary = check_paths([tmp_path / "our-ward.yaml"], TODAY, core=CORE)
        assert summary.waiting == 0


class Page(HTMLParser):
    """Whether every element that was opened was closed, in order; and the words."""

    def __init__(self, page):
        super().__init__()
        self.open, self.words = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, _attrs):
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


class TestTheList:
    @pytest.fixture
    def proofs(self, told):
        noted = card(
            id="b",
            facilitator="Call <999> & ask.",
            safety="{needs: doctor}",
            evidence="walking-helps",
        )
        return proof_of(told(FACT + NEEDS + cards(card(), noted)).pack)

    def test_it_names_the_cards_that_carry_a_claim(self, proofs):
        mine = next(each for each in proofs.claims if each.name == "walking-helps")
        assert len(mine.cards) == 1
        assert mine.cards[0].endswith("The missed blood test")

    def test_a_note_that_speaks_of_safety_is_on_it(self, proofs):
        (note,) = proofs.notes
        assert (note.words, note.needs) == ("Call <999> & ask.", "doctor")
        assert note.standing is Standing.NEW

    def test_the_table_has_a_line_for_each_and_room_to_sign(self, proofs):
        rows = list(csv.reader(io.StringIO(as_csv(proofs))))
        assert tuple(rows[0]) == COLUMNS
        assert len(rows) == 1 + len(proofs.claims) + len(proofs.notes) + len(proofs.others)
        assert {len(row) for row in rows} == {len(COLUMNS)}
        assert all(row[-4:] == [""] * 4 for row in rows[1:])

    def test_the_page_is_whole_and_shows_odd_letters_as_they_are(self, proofs):
        page = Page(as_html(proofs, TODAY))
        assert page.open == []
        words = " ".join(page.words)
        assert "Call <999> & ask." in words
        assert "https://www.nhs.uk/live-well/exercise/walking-for-health/" in words
        assert words.count("Right as it stands") == len(proofs.claims) + len(proofs.notes)

    def test_it_says_when_somebody_last_signed_and_what_changed_since(self, told):
        changed = proof_of(told((FACT + SIGNED_WORDS).replace("Ten", "Five", 1) + CARD).pack)
        assert changed.last == "2026-12-01"
        assert "1 changed since it was signed" in in_words(changed)
        page = as_html(changed, TODAY)
        assert f"<del>{WORDS}</del>" in page
        assert "walking-helps, changed since it was signed" in as_text(changed)

    def test_the_same_pack_gives_the_same_list(self, told):
        text = FACT + NEEDS + CARD
        assert as_csv(proof_of(told(text).pack)) == as_csv(proof_of(told(text).pack))


class TestTheCommand:
    def test_it_writes_both_forms(self, tmp_path, capsys):
        page, table = tmp_path / "proof.html", tmp_path / "proof.csv"
        assert main(["check", "--proof", "--out", str(page), "--out", str(table)]) == 0
        assert "to sign" in capsys.readouterr().out
        assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
        assert table.read_bytes().startswith(b"\xef\xbb\xbf")

    @pytest.mark.parametrize(
        ("wrong", "status"),
        [
            (["--proof", "--out", "list.docx"], 2),
            (["--out", "list.html"], 2),
            (["--proof", "a.yaml", "b.yaml"], 2),
            (["--proof", "nowhere.yaml"], 1),
        ],
    )
    def test_what_it_cannot_do_is_said(self, wrong, status, capsys):
        assert main(["check", *wrong]) == status
        assert capsys.readouterr().err
