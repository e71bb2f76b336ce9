"""Plain words: syllables, the estimate of reading age, and abbreviations."""

import random
import re

import pytest

from game.content import plain
from game.content.plain import OLDEST, EasyTexts, reading, syllables, unexplained


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "a the walk talked asked moved clothes eyes scene through bread whole"),
        (2, "people clinic doctor being going needed tested quiet diet mother houses"),
        (3, "medicine together hospital depression remember family idea"),
        (4, "information community diagnosis"),
        (5, "communication university"),
        (6, "responsibility"),
    ],
)
def test_syllables_are_counted_as_they_are_said(count, words):
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


SCENE = "The nurse rang twice. Nobody picked up. She wrote a note and put it on the door. "


def test_short_words_in_short_sentences_are_for_the_young():
    young = reading([SCENE * 6])
    assert young.age < 8
    assert young.hardest == ()


def test_long_words_in_long_sentences_are_not():
    sentence = (
        "Responsibility for cardiometabolic monitoring remained unallocated, notwithstanding "
        "multidisciplinary consultation regarding antipsychotic medication initiation."
    )
    hard = reading([sentence] * 8)
    assert hard.age > 20
    assert "multidisciplinary" in hard.hardest


def test_by_the_formula_itself():
    # 80 words of one syllable in 16 sentences: 0.39 x 5 + 11.8 x 1 - 15.59, and five years.
    told = reading(["The cat sat down here. "] * 16)
    assert told.words == 80
    assert told.age == pytest.approx(0.39 * 5 + 11.8 - 15.59 + 5)


def test_of_a_few_words_nothing_is_said():
    assert reading(["The cat sat down here. "] * 7) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Her CPN rang.", ["CPN"]),
        ("Her community psychiatric nurse (CPN) rang. The CPN came.", []),
        ("The CPN (community psychiatric nurse) rang.", []),
        ("He has COPD, a lung disease.", []),
        ("“SMI” is short for severe mental illness.", []),
        ("Two CPNs rang, and the CPN’s car broke down.", ["CPNs"]),
        ("The NHS, a GP and the BBC are known.", []),
        ("The M.D.T. met.", ["M.D.T."]),
        ("DO NOT TOUCH, says the sign.", []),
        ("The label says YUSUF. Yusuf laughs.", []),
        ("I am OK.", []),
    ],
)
def test_abbreviations_are_told_where_nobody_explains_them(text, told):
    assert list(unexplained([text])) == told


def test_the_facilitators_note_may_explain_one():
    assert list(unexplained(["Her CPN rang."], "A CPN (community nurse) visits homes.")) == []


PIECES = (
    *("the nurse rang ", "she came", " twice", " again ", "responsibility", "information ", "café"),
    *(
        ". ",
        ".",
        ".” ",
        "? “",
        "… ",
        ": ",
        ":yes",
        ".\n",
        "\n",
        " – ",
        "8.30",
        "i.e. ",
        "’tis ",
        "''",
    ),
)


def test_what_is_called_easy_at_a_glance_is_so_by_the_formula():
    draw = random.Random(5)
    easy, called = EasyTexts(), 0
    for _ in range(2_000):
        weights = [draw.random() ** 3 for _ in PIECES]
        text = "".join(draw.choices(PIECES, weights, k=draw.randrange(120)))
        if easy.has(text):
            called += 1
            assert round(reading([text]).age) <= OLDEST, text
    # Neither all nor none, or nothing would have been shown.
    assert 400 < called < 1_600


def test_easy_texts_are_called_so_and_a_few_words_are_not():
    easy = EasyTexts()
    assert easy.has(SCENE * 6)
    assert not easy.has(SCENE)
    assert not easy.has("")


LETTERS = (
    *("GP", "GPs", "NHS", "MUST", "CPN", "CPNs", "CPN (a nurse)", "COPD", "Copd", "M.D.T.", "U.S."),
    *("MU.ST", "NO.T", "A. ", "I.", "I", "s", "é", ".", "..", " ", " ", " ", "-", "(", ")", "the"),
)


def test_a_glance_at_the_capitals_hides_no_abbreviation(monkeypatch):
    draw = random.Random(6)
    texts = ["".join(draw.choices(LETTERS, k=draw.randrange(1, 9))) for _ in range(4_000)]
    at_a_glance = [list(unexplained([text])) for text in texts]
    # With this, every text seems to hold something unknown, so that each is looked at closely.
    monkeypatch.setattr(plain, "_CAPITALS", re.compile(r"(?s).+"))
    texts = [f"{text} unknown" for text in texts]
    assert [list(unexplained([text])) for text in texts] == at_a_glance
    assert sum(map(bool, at_a_glance)) > 400
