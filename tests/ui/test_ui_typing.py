"""Typing into a field: caret, selection, clipboard, undo, and an input method composing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.kit import editing as edit
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.typing import PlainClipboard, by_key


def typed(text, *keys, clipboard=None, limit=100):
    """The text after the keys; `<` in it marks the caret, `[`…`]` a selection."""
    editing = edit.begin(text)
    for key in keys:
        if isinstance(key, KeyPressed):
            editing = by_key(editing, key, clipboard or PlainClipboard(), limit)
        else:
            editing = edit.insert(editing, key, limit)
    return editing


def key(name, **held):
    return KeyPressed(name, **held)


def test_what_is_typed_stands_before_the_caret():
    assert typed("Ag", "nes").text == "Agnes"


def test_the_caret_walks_by_letters_and_by_words():
    walked = typed("Agnes and Lou", key("left"), key("left", ctrl=True))
    assert walked.caret == len("Agnes and ")


def test_a_letter_with_its_accents_is_one_step_and_one_erasure():
    decomposed = "Zoe\u0308"
    assert typed(decomposed, key("left")).caret == 2
    assert typed("Zoë", key("backspace")).text == "Zo"


def test_typing_over_a_selection_takes_its_place():
    assert typed("Tom", key("a", ctrl=True), "Priya").text == "Priya"


def test_cut_and_paste_move_text_through_the_clipboard():
    clipboard = PlainClipboard()
    moved = typed(
        "Agnes and Lou",
        key("left", ctrl=True, shift=True),
        key("x", ctrl=True),
        key("home"),
        key("v", ctrl=True),
        clipboard=clipboard,
    )
    assert moved.text == "LouAgnes and "


def test_copying_nothing_leaves_the_clipboard_as_it_was():
    clipboard = PlainClipboard()
    clipboard.copy("kept")
    typed("Tom", key("c", ctrl=True), clipboard=clipboard)
    assert clipboard.paste() == "kept"


def test_a_paste_is_cut_to_the_room_there_is_and_cleaned():
    clipboard = PlainClipboard()
    clipboard.copy("a\x00b\u202ec\nd" + "e" * 100_000)
    assert typed("", key("v", ctrl=True), clipboard=clipboard, limit=8).text == "abc deee"


def test_ten_thousand_marks_on_a_letter_become_four():
    assert len(edit.clean("e" + "\u0323\u0301" * 5_000)) <= 6


def test_undo_and_redo_go_through_every_change():
    editing = typed("", "one", " two", key("backspace"))
    back = edit.undo(edit.undo(editing))
    assert back.text == "one"
    assert edit.redo(edit.redo(back)).text == editing.text


def test_what_is_being_composed_is_shown_and_not_yet_written():
    composing = edit.compose(edit.begin("Ŵyn"), "ŷ")
    assert (composing.text, composing.composing) == ("Ŵyn", "ŷ")
    assert edit.insert(composing, "ŷ", 100).composing == ""


KEYS = st.sampled_from(
    [
        key(name, ctrl=ctrl, shift=shift)
        for name in ("left", "right", "home", "end", "backspace", "delete", "a", "x", "v", "z", "y")
        for ctrl in (False, True)
        for shift in (False, True)
        if ctrl or len(name) > 1
    ]
)


@settings(derandomize=True, database=None, deadline=None, max_examples=150)
@given(st.text(max_size=20), st.lists(st.one_of(KEYS, st.text(max_size=5)), max_size=30))
def test_whatever_is_pressed_the_caret_stays_in_the_text(start, presses):
    clipboard = PlainClipboard()
    clipboard.copy("pasted")
    editing = edit.begin(edit.clean(start)[:40])
    for press in presses:
        if isinstance(press, str):
            editing = edit.insert(editing, press, 40)
        else:
            editing = by_key(editing, press, clipboard, 40)
        assert 0 <= editing.caret <= len(editing.text) <= 40
        assert 0 <= editing.anchor <= len(editing.text)


@pytest.mark.parametrize("name", ["f1", "tab", "page down", "q"])
def test_keys_that_are_none_of_a_texts_business_are_left_alone(name):
    assert by_key(edit.begin("Tom"), key(name), PlainClipboard(), 10) is None
