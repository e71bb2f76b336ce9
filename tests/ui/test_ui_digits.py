"""
Every number in right-to-left text, seen in the picture itself: the type library turns digits round.

What is looked for is drawn by the library alone, from left to right, by somebody who knows nothing
of how lines are turned; where it stands is held to another reading of the standard.
"""

import re

import pygame
import pytest
from bidi import get_display
from ui_ink import FONTS, SIZE, alone, own_font, painted, places

import game.ui.kit.layout
import game.ui.kit.turning
from game.ui.kit.layout import Layout
from game.ui.kit.text import FROM_RIGHT, Setting, Span, Style

ROUND = {
    "Arabic": "تناول {} حبات يوميا",
    "Urdu": "روزانہ {} گولیاں لیں ٹھیک",
    "Hebrew": "לקחת {} כדורים ביום",
}
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
EXTENDED = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
FACE = {"Arabic": "NotoSansArabic-Regular", "Hebrew": "NotoSansArabic-Regular"}


def missed(faces, line, numbers, font):
    """The numbers that cannot be found in the painted line."""
    columns = painted(faces, line)
    return [number for number in numbers if not places(columns, alone(number, font))]


@pytest.mark.parametrize("script", ROUND)
def test_every_number_to_a_thousand_keeps_its_digits(faces, script):
    turned = []
    for number in map(str, range(1000)):
        turned += missed(faces, ROUND[script].format(number), [number], own_font())
    assert turned == []


@pytest.mark.parametrize(("script", "digits"), [("Arabic", ARABIC_INDIC), ("Hebrew", ARABIC_INDIC)])
def test_arabic_digits_keep_their_order_too(faces, script, digits):
    turned = []
    for number in range(0, 1000, 7):
        written = str(number).translate(digits)
        turned += missed(faces, ROUND[script].format(written), [written], own_font(FACE[script]))
    assert turned == []


def test_the_digits_of_persian_and_urdu_keep_their_order_too(faces):
    turned = []
    for number in range(0, 1000, 7):
        written = str(number).translate(EXTENDED)
        line = f"مقدار {written} قرص است"
        turned += missed(faces, line, [written], own_font("NotoSansArabic-Regular"))
    assert turned == []


# What stands in a pack, and each number of it whole.
DOSES = (
    ("3.5", "3.5"),
    ("0.25", "0.25"),
    ("1,250", "1,250"),
    ("10:30", "10:30"),
    ("12/10/2026", "12/10/2026"),
    ("01.11.2026", "01.11.2026"),
    ("10–12", "10 12"),
    ("10 - 12", "10 12"),
    ("(12)", "12"),
    ("[37]", "37"),
    ("0800 1111", "0800 1111"),
    ("NHS 111", "NHS 111"),
    ("NHS 111 (24/7)", "NHS 111"),
    ("120/80", "120/80"),
    ("5 mg", "5 mg"),
    ("250 mcg", "250 mcg"),
    ("£13.50", "13.50"),
    ("50%", "50"),
    ("7 × 25", "7 25"),
    ("+44 20 7946 0123", "44 20 7946 0123"),
)


@pytest.mark.parametrize("script", ROUND)
@pytest.mark.parametrize(("written", "whole"), DOSES)
def test_what_a_clinic_writes_is_found_whole(faces, script, written, whole):
    parts = whole.split(" ")
    columns = painted(faces, ROUND[script].format(written))
    assert [each for each in parts if not places(columns, alone(each, own_font()), clear=1)] == []


@pytest.mark.parametrize("script", ROUND)
@pytest.mark.parametrize("written", [written for written, _ in DOSES])
def test_what_stands_left_of_what_is_as_others_read_it(faces, script, written):
    line = ROUND[script].format(written)
    columns = painted(faces, line)
    theirs = re.findall(r"[A-Za-z]{3,}|[0-9]{2,}", get_display(line, base_dir="R"))
    stand = sorted(
        (x, part)
        for part in set(theirs)
        for x, _ in places(columns, alone(part, own_font()), clear=1)
    )
    if all(len(part) > 1 for part in theirs) and not re.search(r"[0-9][.,:/][0-9]", written):
        assert [part for _, part in stand] == theirs


@pytest.mark.parametrize("width", [180, 240, 320, 460, 800])
@pytest.mark.parametrize("script", ROUND)
def test_numbers_stay_whole_wherever_the_lines_break(faces, script, width):
    line = " ".join(ROUND[script].format(each) for each in ("12", "371", "3.5", "0800", "250"))
    columns = painted(faces, line, width)
    lost = [
        each
        for each in ("12", "371", "3.5", "0800", "250")
        if not places(columns, alone(each, own_font()))
    ]
    assert lost == []


@pytest.mark.parametrize("size", [100, 200])
def test_spacing_chosen_by_the_reader_turns_no_number(faces, size):
    layout = Layout(faces, 1.0, text=size / 100, setting=Setting(1.5, 12, "Lexend"))
    spans = (Span(ROUND["Arabic"].format("123"), Style(31)),)
    runs = layout.paragraph(spans, 5_000).runs
    assert [run.text for run in runs if run.text.isdecimal()] == ["123"]
    assert not any(run.face.endswith(FROM_RIGHT) for run in runs if run.text.isdecimal())


# That this proof can fail.


def turned_by(levels, monkeypatch):
    """Lines turned otherwise from here on; what was set before is forgotten."""
    monkeypatch.setattr(game.ui.kit.turning, "levels", levels)
    monkeypatch.setattr(game.ui.kit.layout, "_PARAGRAPHS", {})


def test_a_line_that_is_only_handed_to_the_type_library_fails_the_proof(faces, monkeypatch):
    def all_from_right(line, *, from_right):
        return [1 | from_right] * len(line)

    turned_by(all_from_right, monkeypatch)
    for script, line in ROUND.items():
        assert missed(faces, line.format("12"), ["12"], own_font()) == ["12"], script
        # Twelve has become twenty-one: the very slip that this proof is for.
        assert missed(faces, line.format("12"), ["21"], own_font()) == [], script


def test_a_line_that_is_not_turned_at_all_fails_the_proof(faces, monkeypatch):
    def none_from_right(line, *, from_right):
        return [0 & from_right] * len(line)

    line = "לקחת NHS 111 כדורים"
    # A word of letters alone the type library turns well, once it is told to; it is read last.
    font = pygame.font.Font(FONTS / "NotoSansHebrew-Regular.ttf", SIZE)
    font.set_script("Hebr")
    font.set_direction(pygame.DIRECTION_RTL)
    leftmost = alone("כדורים", font)
    assert places(painted(faces, line), leftmost)
    turned_by(none_from_right, monkeypatch)
    assert not places(painted(faces, line), leftmost)
