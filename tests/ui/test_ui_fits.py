"""The eye that the layout tests look with: it finds faults that were planted for it."""

from ui_fits import misfits

from game.ui.frames import Frame
from game.ui.kit.boxes import Column, Fixed, Grow, Layers, Pad, Row
from game.ui.kit.content import Text
from game.ui.kit.controls import Button
from game.ui.kit.geometry import Rect
from game.ui.kit.layout import Layout
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Style
from game.ui.stack import View

BODY = "Each team thought another had done it."


def faults(faces, widget, size=(400, 300)):
    lay = Layout(faces, 1.0)
    root = widget.place(lay, Rect(0, 0, *size))
    return misfits(Frame(size, root, (), View("", widget)))


def test_a_screen_in_order_has_no_faults(faces):
    assert faults(faces, Column((Text(BODY), Button("Go on", 1, "go")))) == []


def test_text_taller_than_its_place_is_found(faces):
    found = faults(faces, Column((Fixed(Text(BODY), height=20), Text("Below"))))
    assert any("too tall" in each for each in found)


def test_a_word_broken_to_fit_is_found(faces):
    found = faults(faces, Row((Fixed(Text("Nudge"), 40), Grow(Text("Pass")))))
    assert any("broken inside a word" in each for each in found)


def test_texts_upon_one_another_are_found(faces):
    found = faults(faces, Layers((Text("One voice"), Text("Another voice"))))
    assert any("overlap" in each for each in found)


def test_buttons_upon_one_another_are_found(faces):
    pair = Layers((Button("Pass", 1, "pass"), Pad(Button("Nudge", 2, "nudge"), 0, 20)))
    assert any("controls" in each for each in faults(faces, pair))


def test_what_stands_outside_the_screen_is_found(faces):
    words = Text(BODY, Style(31))
    root = words.place(Layout(faces, 1.0), Rect(300, 0, 300, 100))
    found = misfits(Frame((400, 300), root, (), View("", words)))
    assert any("sticks out" in each for each in found)


def test_what_waits_below_in_a_scrolled_region_is_no_fault(faces):
    long = Column(tuple(Text(BODY) for _ in range(20)))
    assert faults(faces, Scroll(long, key="long")) == []
