"""The core pack keeps its promises: how many, how far, how trusted, how alike, how long."""

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest

from game.cli import main
from game.content.coverage import as_markdown, coverage_of
from game.content.load import load_pack
from game.content.proof import proof_of
from game.model.coverage import Parity, Setting, Strand
from game.model.evidence import Seen
from game.model.lenses import DEALT, Lens
from game.model.themes import Theme
from game.rules.simulate import simulate_session

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-20"

LOADED = load_pack(ROOT / "content", ROOT / "content", today=TODAY)
PACK = LOADED.pack
CARDS = PACK.cards

by_theme = pytest.mark.parametrize("theme", list(Theme), ids=lambda theme: theme.value)
by_card = pytest.mark.parametrize("card", CARDS, ids=lambda card: card.code)


def words(text):
    return re.findall(r"[\w’'-]+", text.casefold())


def sentences(text):
    """Parted where a stop is followed by a space; a closing quotation mark may come between."""
    return re.split(r"(?<=[.?!…])[”’)]*\s+", text)


def texts(card):
    """Everything that somebody reads on a card."""
    prompts = (each.prompt for each in card.lenses)
    return (
        card.title, card.scene, card.voice, card.think, *prompts, *card.talk, card.helps,
        card.agree, card.facilitator,
    )  # fmt: skip


class TestHowMany:
    def test_there_are_twelve_cards_a_theme_and_each_is_complete(self):
        assert Counter(card.theme for card in CARDS) == dict.fromkeys(Theme, 12)
        for card in CARDS:
            assert all(texts(card)), card.code
            assert 3 <= len(card.lenses) <= 4, card.code
            assert 2 <= len(card.talk) <= 3, card.code
            assert card.prompt_for(Lens.PERSON), card.code
            assert card.feeds[0] is card.theme, card.code
            assert None not in {card.setting, card.direction, card.evidence}, card.code

    @by_theme
    def test_a_theme_is_mostly_gentle(self, theme):
        levels = Counter(card.level for card in CARDS if card.theme is theme)
        assert levels[1] >= 5
        assert levels[3] <= 2

    def test_six_people_have_a_life_before_a_diagnosis_and_a_story_in_any_order(self):
        assert len(PACK.people) == 6
        cards = Counter(card.person for card in CARDS)
        for person in PACK.people:
            assert cards[person.id] >= 8
            assert len(person.conditions) == 2
            assert person.life
            assert person.strength
            assert person.wish
            assert (ROOT / "assets" / "art" / "portraits" / f"{person.portrait}.svg").exists()

    def test_half_of_the_moments_go_right(self):
        assert len(PACK.moments) == 24
        assert sum(moment.bright for moment in PACK.moments) == 12

    def test_agreement_debrief_nudges_breathers_and_support_are_there(self):
        assert len(PACK.agreement) == 8
        assert [step.title for step in PACK.debrief] == [
            "Reactions", "Patterns", "Own setting", "Close",
        ]  # fmt: skip
        assert len(PACK.nudges) >= 8
        assert len(PACK.breathers) >= 5
        assert {"UK", "England", "Wales", "Scotland", "Northern Ireland"} == {
            route.nation for route in PACK.support
        }


class TestHowFar:
    def test_no_cell_of_the_coverage_is_empty(self):
        assert coverage_of(PACK).gaps == ()

    @by_theme
    def test_a_theme_looks_both_ways_and_goes_everywhere(self, theme):
        mine = [card for card in CARDS if card.theme is theme]
        assert {card.setting for card in mine} == set(Setting)
        directions = Counter(card.direction for card in mine)
        assert directions[Parity.BODY] >= 2
        assert directions[Parity.MIND] >= 2

    def test_every_lens_has_its_say_at_least_twenty_times(self):
        said = Counter(each.lens for card in CARDS for each in card.lenses)
        assert {lens: said[lens] for lens in DEALT if said[lens] < 20} == {}

    def test_every_strand_of_life_is_met_at_least_three_times(self):
        met = Counter(strand for card in CARDS for strand in card.about)
        assert {strand: met[strand] for strand in Strand if met[strand] < 3} == {}

    def test_a_set_about_yearly_checks_can_be_dealt_alone(self):
        chosen = [card for card in CARDS if "assembly" in card.sets]
        assert len(chosen) >= 12
        assert {card.theme for card in chosen} == set(Theme)
        assert all(card.direction is Parity.BODY for card in chosen)
        severe = re.compile(r"psychosis|schizophrenia|bipolar")
        about = re.compile(r"check|review|blood (test|sugar)|took the blood")
        for card in chosen:
            assert severe.search(card.scene) or card.person == "amira", card.code
            assert about.search(card.scene), card.code

    def test_only_the_two_ways_on_record_are_named_as_such(self):
        fact = PACK.fact("two-ways-on-record")
        assert "two" in fact.claim
        said = " ".join(text for card in CARDS for text in texts(card)).casefold()
        assert "seven ways" not in said
        assert "seven ways" not in " ".join(
            each.claim.casefold() for each in PACK.facts if each.id != "two-ways-on-record"
        )

    def test_the_table_in_the_papers_is_what_the_command_makes(self, tmp_path):
        page = tmp_path / "coverage.md"
        assert main(["coverage", "--out", str(page)]) == 0
        kept = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
        assert page.read_text(encoding="utf-8") == kept == as_markdown(coverage_of(PACK))

    def test_sessions_played_by_nobody_see_every_card(self):
        # One group after another, each going on where the last one stopped.
        seen = ()
        for seed in range(30):
            if len(seen) < len(CARDS):
                result = simulate_session(PACK, 90, 2, seed, hardest=3, met=seen)
                seen = tuple(dict.fromkeys((*seen, *result.cards_seen)))
        assert {card.code for card in CARDS if card.id not in seen} == set()

    def test_the_set_alone_carries_a_session_of_any_length(self):
        for minutes in (30, 60, 90):
            result = simulate_session(PACK, minutes, 4, 3, only="assembly")
            assert result.stuck is None
            assert result.cards_played == result.cards_planned
            assert all("assembly" in PACK.card(card).sets for card in result.cards_seen)


class TestHowTrusted:
    def test_seventy_facts_are_complete_and_the_rest_say_why_they_wait(self):
        assert sum(fact.shows_on(TODAY) for fact in PACK.facts) >= 70
        for fact in PACK.facts:
            assert fact.claim, fact.id
            assert fact.source.org, fact.id
            assert fact.source.title, fact.id
            assert 2000 <= fact.source.year <= 2026, fact.id
            assert fact.link.startswith("http"), fact.id
            assert fact.nation, fact.id
            assert fact.checked <= TODAY < fact.review, fact.id
            if not fact.shows_on(TODAY):
                assert fact.needs or fact.seen is Seen.RECHECK, fact.id

    def test_nothing_pretends_to_be_signed(self):
        assert all(fact.signed is None for fact in PACK.facts)
        assert all(card.safety is None or card.safety.signed is None for card in CARDS)

    @by_card
    def test_a_cards_own_fact_shows_today_and_needs_nobody(self, card):
        fact = PACK.fact(card.evidence)
        assert fact.shows_on(TODAY)
        assert fact.needs is None

    def test_what_stands_beside_a_cards_own_fact_waits_and_stays_hidden(self):
        beside = [PACK.fact(each) for card in CARDS for each in card.beside]
        assert len(beside) >= 12
        assert [fact.id for fact in beside if fact.needs is None or fact.shows_on(TODAY)] == []

    def test_no_fact_steps_into_a_trap(self):
        said = {fact.id: fact.claim.casefold() for fact in PACK.facts}
        # Law that was overruled or has not begun, targets that conflict, numbers for suicide.
        for trap in ("cheshire", "acid test", "dols", "liberty protection", "suicide", "target"):
            assert [key for key, claim in said.items() if trap in claim] == [], trap

    def test_dangerous_or_legal_subjects_wait_for_a_signature(self):
        risky = re.compile(r"clozapine|lithium|mental capacity|antipsychotic starts")
        for fact in PACK.facts:
            if risky.search(fact.claim.casefold()):
                assert fact.needs, fact.id

    def test_old_surveys_say_how_old_they_are(self):
        for key in ("long-term-conditions-twice", "one-visit-in-five"):
            fact = PACK.fact(key)
            assert str(fact.source.year) in fact.claim, key

    def test_the_proof_list_holds_what_waits_and_the_notes_that_speak_of_safety(self):
        proofs = proof_of(PACK)
        assert {each.name for each in proofs.claims} == {
            fact.id for fact in PACK.facts if fact.needs
        }
        assert {"V-11", "P-09", "M-12"} <= {each.name for each in proofs.notes}

    def test_the_language_list_has_its_46_pairs_each_with_where_it_comes_from(self):
        text = (ROOT / "content" / "language.yaml").read_text(encoding="utf-8")
        assert text.count("- avoid:") == 46
        reasons = re.findall(r"why: (.+)", text)
        assert len(reasons) == 46
        assert all(re.search(r"\([^)]+\)\"?$", reason) for reason in reasons)


class TestHowWritten:
    def test_the_pack_passes_its_own_advice(self):
        assert [f"{each.code} {each.line} {each.sentence}" for each in LOADED.diagnostics] == []

    @by_card
    def test_a_scene_has_60_to_90_words_and_no_sentence_over_25(self, card):
        assert 60 <= len(card.scene.split()) <= 90
        for text in texts(card):
            assert [each for each in sentences(text) if len(each.split()) > 25] == []

    def test_no_sentence_round_the_cards_is_over_25_words(self):
        rest = [
            *PACK.agreement, *PACK.nudges, *PACK.breathers,
            *(step.say for step in PACK.debrief), *(ask for step in PACK.debrief for ask in step.ask),
            *(moment.text for moment in PACK.moments), *(moment.ask for moment in PACK.moments),
            *(fact.claim for fact in PACK.facts), *(route.detail for route in PACK.support),
            *(f"{person.life} {person.strength}" for person in PACK.people),
        ]  # fmt: skip
        long = [each for text in rest for each in sentences(text) if len(each.split()) > 25]
        assert long == []

    def test_no_two_scenes_begin_alike(self):
        openings = Counter(tuple(words(card.scene)[:2]) for card in CARDS)
        assert [each for each, count in openings.items() if count > 1] == []
        titles = Counter(card.title.casefold() for card in CARDS)
        assert max(titles.values()) == 1

    def test_no_two_cards_are_nearly_the_same(self):
        runs = {card.code: _runs(" ".join(texts(card)), 4) for card in CARDS}
        close = [
            (one, other, round(alike, 2))
            for (one, a), (other, b) in itertools.combinations(runs.items(), 2)
            if (alike := len(a & b) / min(len(a), len(b))) > 0.08
        ]
        assert close == []

    def test_the_eye_for_near_copies_sees_one(self):
        first = " ".join(texts(CARDS[0]))
        copy = first.replace("Darren", "Ahmed").replace("damp", "cold")
        a, b = _runs(first, 4), _runs(copy, 4)
        assert len(a & b) / min(len(a), len(b)) > 0.5

    def test_no_question_is_asked_twice(self):
        asked = Counter(
            each
            for card in CARDS
            for each in (card.think, *card.talk, *(lens.prompt for lens in card.lenses))
        )
        assert [each for each, count in asked.items() if count > 1] == []

    @by_card
    def test_there_is_hope_and_a_shared_sentence_to_begin(self, card):
        assert len(card.helps.split()) >= 5
        assert card.agree.startswith(("We would all say…", "First step… by…"))

    def test_cards_of_one_theme_end_in_both_ways(self):
        for theme in Theme:
            starts = Counter(card.agree.split("…")[0] for card in CARDS if card.theme is theme)
            assert set(starts) == {"We would all say", "First step"}
            assert min(starts.values()) >= 4

    def test_no_scene_touches_what_the_core_pack_leaves_alone(self):
        left_alone = re.compile(r"suicid|self-harm|overdos|\bkill|stabb", re.IGNORECASE)
        assert [
            card.code for card in CARDS if any(left_alone.search(text) for text in texts(card))
        ] == []


class TestHowPlain:
    """A reading age of 9 to 11 for the words that frame a session, by Flesch and Kincaid."""

    @pytest.mark.parametrize(
        ("name", "lines"),
        [
            ("agreement", PACK.agreement),
            ("nudges", PACK.nudges),
            ("breathers", PACK.breathers),
            ("debrief", [t for step in PACK.debrief for t in (step.say, *step.ask)]),
            ("moments", [t for moment in PACK.moments for t in (moment.text, moment.ask)]),
            ("support", [f"{route.need}. {route.detail}" for route in PACK.support]),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_framing_words_read_at_eleven_or_below(self, name, lines):
        assert reading_age(" ".join(lines)) <= 11, name

    @by_card
    def test_a_scene_reads_at_eleven_or_below(self, card):
        assert reading_age(card.scene) <= 11

    def test_the_facilitators_guide_reads_at_eleven_or_below(self):
        guide = (ROOT / "docs" / "facilitators-guide.md").read_text(encoding="utf-8")
        plain = re.sub(r"[#*`]|^\|.*\|$", "", guide, flags=re.MULTILINE)
        assert reading_age(plain) <= 11

    def test_the_measure_knows_hard_words_from_plain_ones(self):
        plain = "The nurse sat down. She had tea with the man. He told her how he felt."
        hard = (
            "Multidisciplinary collaboration necessitates comprehensive organisational "
            "communication regarding interdependent responsibilities and accountability."
        )
        assert reading_age(plain) < 9
        assert reading_age(hard) > 16


def _runs(text, length):
    """Every run of so many words in a text."""
    said = words(text)
    return {tuple(said[at : at + length]) for at in range(len(said) - length + 1)}


def reading_age(text):
    """The school grade of Flesch and Kincaid in years of age; syllables by groups of vowels."""
    said = words(text)
    parts = [each for each in sentences(text) if words(each)]
    syllables = sum(_syllables(word) for word in said)
    return 0.39 * len(said) / len(parts) + 11.8 * syllables / len(said) - 15.59 + 5


def _syllables(word):
    word = re.sub(r"[^a-zéñ]", "", word)
    if len(word) > 3:
        # A silent e at the end, and the endings that add no beat.
        word = re.sub(r"(?<=[^laeiouy])(es|ed|e)$", "", word)
    return max(1, len(re.findall(r"[aeiouyé]+", word)))
