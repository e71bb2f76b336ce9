"""Plain words: syllables, the estimate of reading age, and abbreviations."""

import pytest

from game.content.plain import reading, syllables, unexplained


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
    plain = reading([SCENE * 6])
    assert plain.age < 8
    assert plain.hardest == ()


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
