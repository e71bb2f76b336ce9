"""What runs from the right: lines, margins, rows, the caret, and what is chosen with it."""

import pytest

from game.script.letters import SCRIPTS, is_plain, strangers
from game.ui.kit.boxes import Column, Fixed, Flow, Grow, InLanguage, Pad, Row
from game.ui.kit.content import Text
from game.ui.kit.field import TextField
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Editing, Interaction
from game.ui.kit.layout import Layout
from game.ui.kit.text import FROM_RIGHT, Language, Span, Style

ARABIC = Language("ar", from_right=True)
ROOM = Rect(100, 50, 600, 400)


@pytest.fixture
def lay(faces):
    return Layout(faces, 1.0)


def rects(placed, words):
    return next(
        each.rect for each in placed.walk() if each.role is not None and each.role.name == words
    )


def test_plain_words_take_the_way_they_always_took(lay):
    paragraph = lay.paragraph((Span("Amira’s café: £5 – “fine”, ŵ and µ.", Style(31)),), 5_000)
    assert paragraph.stops == ()
    assert [run.face for run in paragraph.runs] == ["Regular"]


def test_a_line_from_the_right_ends_at_the_right_margin(lay):
    placed = lay.put(Text("مرحبا بكم", Style(31)), ROOM)
    assert max(run.x + run.w for run in placed.data.runs) == ROOM.w


def test_english_within_an_arabic_card_stands_at_the_right_and_reads_from_the_left(lay):
    placed = lay.put(InLanguage(Text("Source: NHS England.", Style(31)), ARABIC), ROOM)
    (text,) = placed.parts
    (run,) = text.data.runs
    assert run.text == "Source: NHS England."
    assert run.x + run.w == ROOM.w


def test_rows_margins_and_lists_are_mirrored(lay):
    first, second = Text("one", Style(31)), Text("two", Style(31))
    row = lay.put(InLanguage(Row((first, second), gap=20), ARABIC), ROOM)
    assert rects(row, "one").right == ROOM.right
    assert rects(row, "two").right < rects(row, "one").x
    flow = lay.put(InLanguage(Flow((first, second)), ARABIC), ROOM)
    assert rects(flow, "one").right == ROOM.right
    pad = lay.put(InLanguage(Pad(first, left=40, right=10), ARABIC), ROOM)
    assert rects(pad, "one").right == ROOM.right - 40
    fixed = lay.put(InLanguage(Fixed(first, 200), ARABIC), ROOM)
    assert rects(fixed, "one").right == ROOM.right
    assert rects(fixed, "one").w == 200


def test_what_stands_outside_is_as_it_was(lay):
    both = Row((Grow(InLanguage(Text("مرحبا"), ARABIC)), Grow(Text("hello"))), gap=0)
    placed = lay.put(both, ROOM)
    assert rects(placed, "مرحبا").x == ROOM.x
    assert rects(placed, "hello").x == ROOM.x + ROOM.w // 2
    assert not lay.language.from_right


def test_reading_order_stays_the_order_of_reading(lay):
    row = InLanguage(Column((Row((Text("one"), Text("two"))), Text("three"))), ARABIC)
    names = [each.role.name for each in lay.put(row, ROOM).walk() if each.role is not None]
    assert names == ["one", "two", "three"]


def test_words_know_what_language_they_are_in(lay):
    placed = lay.put(InLanguage(Text("helo"), Language("cy")), ROOM)
    assert [each.role.language for each in placed.walk() if each.role] == ["cy"]


# The caret.


def field(faces, text, caret, anchor=None):
    interaction = Interaction(
        focus="f", editing=Editing(text, caret, caret if anchor is None else anchor)
    )
    lay = Layout(faces, 1.0, interaction=interaction)
    return lay.put(TextField("f", text, str, "Words"), Rect(0, 0, 600, 80)).data


def test_the_caret_moves_left_as_one_writes_on_from_the_right(faces):
    places = [field(faces, "אבגד", at).caret.x for at in range(5)]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == 5


def test_a_number_within_is_written_from_left_to_right(faces):
    text = "אב 123"
    places = [field(faces, text, at).caret.x for at in range(len(text) + 1)]
    assert places[3] < places[4] < places[5]
    # The number stands left of the letters before it.
    assert places[3] < places[2] < places[1] < places[0]


def test_what_is_chosen_is_marked_where_it_stands(faces):
    text = "אב 123"
    marked = field(faces, text, 6, anchor=3).selection
    number = [run for run in field(faces, text, 0).paragraph.runs if run.text == "123"]
    assert sum(rect.w for rect in marked) == number[0].w
    letters = field(faces, text, 2, anchor=0).selection
    assert min(rect.x for rect in letters) > max(rect.right for rect in marked) - 1


def test_a_pointer_finds_the_letter_it_means(faces):
    text = "אב 123"
    lay = Layout(faces, 1.0)
    placed = lay.put(TextField("f", text, str, "Words"), Rect(0, 0, 600, 80))
    for at in range(len(text)):
        stop = placed.data.paragraph.stops[at]
        x = placed.data.inner.x + stop.x - placed.data.shift
        found = TextField.character_at(placed, x, placed.rect.y + 40)
        assert placed.data.paragraph.stops[found].x == stop.x


@pytest.mark.parametrize("width", [60, 120, 200, 400])
@pytest.mark.parametrize("text", ["السلام عليكم ورحمة الله 12", "স্বাস্থ্য পরীক্ষা করা হয়", "أ" * 60])
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(lay, text, width):
    paragraph = lay.paragraph((Span(text, Style(31)),), width)
    assert paragraph.w <= max(width, 60)
    assert sorted("".join(run.text for run in paragraph.runs)) == sorted(text.replace(" ", ""))
    assert [stop.at for stop in paragraph.stops] == list(range(len(text) + 1))


def test_pieces_that_run_from_the_right_hold_no_number(lay):
    text = "تناول 12 حبة (3.5 مغ) أو ١٢ NHS 111 يوم 10–12"
    for run in lay.paragraph((Span(text, Style(31)),), 300).runs:
        assert not (run.face.endswith(FROM_RIGHT) and any(map(str.isdecimal, run.text)))


# The scripts.


def test_every_script_of_ours_is_drawn_whole_by_a_face_of_ours(faces):
    samples = {
        "Hebrew": "שָׁלוֹם",
        "Arabic": "مریض ٹھیک ہے ڑںۓ",
        "Devanagari": "स्वास्थ्य",
        "Bengali": "স্বাস্থ্য",
        "Gurmukhi": "ਸਿਹਤ",
        "Gujarati": "સ્વાસ્થ્ય",
        "Tamil": "ஆரோக்கியம்",
    }
    assert set(samples) == {each.name for each in SCRIPTS if each.is_set}
    for words in samples.values():
        assert not is_plain(words)
        assert faces.lacks(words) == ""


def test_letters_of_europe_africa_and_vietnam_are_found_in_one_of_our_faces(faces):
    for words in ("Tiếng Việt", "Ẹ̀kọ́ ọ̀rọ̀", "українська", "Ελληνικά", "Łódź ŵ ŷ", "ș ț"):
        assert is_plain(words)
        assert faces.lacks(words) == ""


def test_a_letter_of_nobody_is_told(faces):
    assert faces.lacks("a test 𓀀") == "𓀀"
    assert strangers("abc") is None
    place, script = strangers("abc ก")
    assert (place, script.name) == (4, "Thai")
