"""What people type, made fit to keep."""

import pytest

from game.rules.words import clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  We would all say:  ring first.  ", "We would all say: ring first."),
        ("one\ntwo\r\nthree\tfour", "one two three four"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("half \ud83d of a pair", "half of a pair"),
        ("turned \u202egnuor", "turned gnuor"),
        ("Zoë, Łukasz, Nguyễn, 李雷, 👩‍⚕️", "Zoë, Łukasz, Nguyễn, 李雷, 👩‍⚕️"),
        ("line\u2028break", "line break"),
        ("", ""),
    ],
)
def test_words_are_kept_on_one_line_without_what_cannot_be_shown(typed, kept):
    assert clean(typed) == kept


def test_what_is_clean_stays_as_it_is():
    assert clean(clean("\u2066 x \x07 y")) == clean("\u2066 x \x07 y")
