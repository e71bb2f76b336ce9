"""Phrases of the language list: the look at the row of all words hides no place from the close look."""

import random

from game.content import wording


def test_a_phrase_that_is_not_in_the_row_of_words_stands_nowhere():
    draw = random.Random(7)
    words = (b"suffers", b"from", b"suffer", b"ers", b"x" * 90)
    gaps = (b" ", b"\n    ", b"  ", b" ", b"")
    stands = 0
    for _ in range(3_000):
        phrase = tuple(draw.choices(words[:3], k=draw.randrange(1, 4)))
        plain = b"".join(draw.choice(words) + draw.choice(gaps) for _ in range(12))
        places = list(wording._places(plain, phrase, plain))
        stands += bool(places)
        assert not places or b" ".join(phrase) in b" ".join(plain.split())
    assert 300 < stands < 2_700
