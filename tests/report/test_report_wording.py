"""What is said of figures: rounded, in the scale's own words, and never more than they carry."""

import pytest

from game.outcomes.items import POINTS
from game.outcomes.shown import Figures, ShownChange
from game.report.wording import (
    change_sentence,
    interval_words,
    middle,
    p_words,
    people,
    said,
    signed,
)


def went(before, now, interval=None):
    figures = None if interval is None else Figures(0.5, 0.5, 0.01, 0.01, 0.01, interval)
    return ShownChange(people=20, before=before, now=now, figures=figures)


UP, LEVEL, DOWN = went(2, 4), went(3, 3), went(4, 3)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([UP] * 7, "Self-reported understanding rose on all seven themes."),
        (
            [UP] * 5 + [LEVEL] * 2,
            "Self-reported understanding rose on 5 themes; it stayed about where it was on 2 themes.",
        ),
        ([LEVEL] * 7, "Self-reported understanding stayed about where it was on all seven themes."),
        (
            [UP] * 6 + [DOWN],
            (
                "Self-reported understanding rose on 6 themes; it went down on one theme, which can be "
                "a more honest look than before."
            ),
        ),
        ([ShownChange()] * 7, ""),
    ],
)
def test_the_sentence_says_self_reported_and_tells_of_those_that_fell(changes, sentence):
    assert change_sentence(changes) == sentence


@pytest.mark.parametrize(
    ("interval", "word"),
    [
        ((0.1, 0.6), "rose"),
        ((-0.1, 0.3), "stayed"),
        ((-0.6, -0.1), "went down"),
        ((0, 0), "stayed"),
    ],
)
def test_an_interval_that_holds_zero_is_no_rise_whatever_the_middles_say(interval, word):
    assert word in change_sentence([went(2, 4, interval)])


def test_counts_are_said_as_they_may_leave():
    assert [said(each) for each in (None, 0, 10)] == ["not\u00a0shown", "0", "about\u00a010"]
    assert [people(each) for each in (None, 10)] == ["fewer than 8", "about\u00a010"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [(None, "not\u00a0shown"), (1.0, "Not at all"), (5.0, "Very well"),
     (3.5, "between Fairly well and Well")],
)  # fmt: skip
def test_a_middle_is_said_in_the_scales_own_words(answer, words):
    assert middle(answer, POINTS) == words


def test_figures_are_said_with_their_signs():
    assert (signed(0.5), signed(-0.25), signed(None)) == ("+0.50", "−0.25", "not\u00a0shown")
    assert (p_words(0.0001), p_words(0.04), p_words(None)) == ("< 0.001", "0.040", "not\u00a0shown")
    assert interval_words(None) == "not\u00a0shown"
    assert interval_words(went(1, 2, (-0.1, 0.5)).figures) == "−0.10 to +0.50"
