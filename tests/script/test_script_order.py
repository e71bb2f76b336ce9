"""The order of a line, held to the standard's own examples and to somebody else's reading of it."""

import random

import pytest
from bidi import get_display

from game.script.bidi import levels, runs_from_right, shown

# Hebrew letters stand for any that run from the right. Each line: as it is read, whether it begins
# at the right, and as it stands from left to right (brackets are turned later, by whoever draws).
BY_HAND = (
    ("אבג 12", True, "12 גבא"),
    ("אבג 12", False, "12 גבא"),
    ("12 אבג", True, "גבא 12"),
    ("abc אבג", True, "גבא abc"),
    ("abc אבג 12 def", False, "abc 12 גבא def"),
    ("אבג 3.5 דהו", True, "והד 3.5 גבא"),
    ("אבג 1,250 דהו", True, "והד 1,250 גבא"),
    # Two European numbers joined by a hyphen are one; joined by a dash they are two, read from
    # the right.
    ("אבג 10-12", True, "10-12 גבא"),
    ("אבג 10–12", True, "12–10 גבא"),
    ("אבג 10:30", True, "10:30 גבא"),
    ("אבג 50% דהו", True, "והד 50% גבא"),
    ("אבג £50 דהו", True, "והד £50 גבא"),
    # A sign with a number on one side only is read like a bracket, before its number from the right.
    ("אבג -5", True, "5- גבא"),
    ("אבג 0800 1111", True, "1111 0800 גבא"),
    ("אבג NHS 111 דהו", True, "והד NHS 111 גבא"),
    ("אבג (NHS 111) דהו", True, "והד )NHS 111( גבא"),
    ("אבג 5 mg.", True, ".mg 5 גבא"),
    ("abc (אבג 12) def", False, "abc (12 גבא) def"),
    # In Arabic a European number takes its direction from the letters before it.
    ("مر 12", True, "12 رم"),
    ("مر 3.5 مر", True, "رم 3.5 رم"),
    ("مر 10-12", True, "12-10 رم"),
    ("مر 12/10/2026", True, "12/10/2026 رم"),
    ("مر 50%", True, "%50 رم"),
    ("مر ١٢٣ مر", True, "رم ١٢٣ رم"),
    ("مر ٣٫٥", True, "٣٫٥ رم"),
    ("مر ۱۲ مر", True, "رم ۱۲ رم"),
    ("مر NHS 111", True, "NHS 111 رم"),
)


@pytest.mark.parametrize(("read", "from_right", "stands"), BY_HAND)
def test_a_line_stands_as_the_standard_says(read, from_right, stands):
    assert shown(read, from_right=from_right) == stands


def lines(count, seed=20):
    """Lines of everything that meets in a pack: letters, numbers of three kinds, signs, marks."""
    letters = [
        *"abz 0123459.,:/-+%£$()[]{}<>!?\"'",
        *"אבתמراحپے٣٤٥۵۶٪،؟µ–…«»°×٫٬−",
        "\u064b",
        "\u0301",
    ]
    chance = random.Random(seed)
    for _ in range(count):
        yield "".join(chance.choice(letters) for _ in range(chance.randint(1, 24)))


@pytest.mark.parametrize("side", ["L", "R"])
def test_another_reading_of_the_standard_comes_to_the_same(side):
    for line in lines(4_000):
        theirs = get_display(line, base_dir=side)
        assert shown(line, from_right=side == "R") == theirs, ascii(line)


def test_no_digit_ever_stands_where_letters_are_turned():
    for line in lines(4_000, seed=21):
        for from_right in (True, False):
            found = levels(line, from_right=from_right)
            turned = [each for each, level in zip(line, found, strict=True) if level % 2]
            assert not any(each.isdecimal() for each in turned), ascii(line)


@pytest.mark.parametrize(
    ("text", "within", "from_right"),
    [
        ("مرحبا", False, True),
        ("Hello مرحبا to everybody", False, False),
        ("NHS 111: اتصل بالرقم الآن", False, True),
        ("Hello", True, False),
        ("WhatsApp, Zoom, Teams, NHS: مرحبا", True, True),
        ("12", False, False),
    ],
)
def test_a_paragraph_begins_where_its_readers_begin(text, within, from_right):
    assert runs_from_right(text, within=within) is from_right
