"""What was laid out before is used again, and nobody can tell from the picture."""

import pytest
from ui_screens import every_screen, focus, in_words

from game.ui import frames
from game.ui.kit.again import Again
from game.ui.kit.boxes import Column, Grow, Layers, Panel, Row
from game.ui.kit.content import Space, Text
from game.ui.kit.controls import Button
from game.ui.kit.editing import begin
from game.ui.kit.field import TextField
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Layout, Memory
from game.ui.kit.passing import Passing
from game.ui.kit.scroll import Scroll
from game.ui.pilot import Pilot

ROOM = Rect(0, 0, 400, 300)


def tree(words, label="Go on"):
    """A column of two rows, made anew: its parts are equal from one to the next, never the same."""
    return Column(
        (
            Row((Panel(Text(words)), Button(label, 1, "go"))),
            Scroll(Column((Text("Stays as it is."), Text("And this."))), key="scrolled"),
        )
    )


def laid_out(faces, widget, memory=None, **differently):
    given = {"scale": 1.0, "interaction": Interaction(), **differently}
    layout = Layout(faces, memory=memory or Memory(), **given)
    layout.memory.turn_to(widget, layout)
    return layout.put(widget, ROOM)


def test_what_did_not_change_is_the_very_same_and_the_rest_is_new(faces):
    memory = Memory()
    before = laid_out(faces, tree("One"), memory)
    after = laid_out(faces, tree("Two"), memory)
    assert after.parts[1] is before.parts[1]
    assert after.parts[0] is not before.parts[0]
    assert after == laid_out(faces, tree("Two"))


def test_what_moved_is_placed_anew(faces):
    memory = Memory()
    laid_out(faces, tree("One"), memory)
    taller = tree("One line and more of them than would ever fit beside that button " * 3)
    assert laid_out(faces, taller, memory) == laid_out(faces, taller)


def test_a_tree_that_stays_for_a_while_is_still_known_by_its_parts(faces):
    memory = Memory()
    first = laid_out(faces, tree("One"), memory)
    assert laid_out(faces, tree("One"), memory) is first
    assert laid_out(faces, tree("One"), memory) is first
    assert laid_out(faces, tree("Two"), memory).parts[1] is first.parts[1]
    for label in ("Go", "Go on", "Go", "Go on"):
        assert laid_out(faces, tree("Two", label), memory).parts[1] is first.parts[1]


@pytest.mark.parametrize(
    ("height", "focus", "low", "y"),
    [
        (40, None, False, 260),  # no higher than the bar and a little air: upon the bar
        (120, None, False, 0),  # over the head, which nobody presses just now
        (120, "top", False, 40),  # what is being used is there: over the foot of what scrolls
        (120, None, True, 40),  # or what is needed is there
    ],
)
def test_a_note_lies_where_it_covers_the_least(faces, height, focus, low, y):
    bar = Space(40)
    lines = Scroll(Column(tuple(Text(f"Line {n}") for n in range(20))), key="lines")
    top = Button("At the head", 1, "top", height=40)
    go = Button("Go on", 2, "go", height=60)
    screen = Column((top, Grow(lines), go, Space(40), bar), gap=0)
    note = Space(height)
    laid = laid_out(
        *(faces, Passing(screen, bar, note, low)),
        interaction=Interaction(focus=focus),
    )
    assert laid.parts[1].rect == Rect(0, y, 400, height)
    assert laid.parts[0] == laid_out(faces, screen)


def test_memory_stays_bounded(faces):
    memory = Memory()
    for number in range(1500):
        assert laid_out(faces, tree(f"{number}"), memory).rect == ROOM
    assert len(memory.kept) < Memory.MOST_KEPT + 100


@pytest.mark.parametrize(
    "differently",
    [
        {"scale": 2.0},
        {"text": 2.0},
        {"interaction": Interaction().scrolled("scrolled", 12)},
    ],
)
def test_nothing_holds_when_type_scale_or_scrolling_changed(faces, differently):
    memory = Memory()
    laid_out(faces, tree("One"), memory)
    after = laid_out(faces, tree("One"), memory, **differently)
    assert after == laid_out(faces, tree("One"), **differently)


def form(words):
    """Words above a field."""
    return Column((Panel(Text(words)), Panel(TextField("name", "Ana", str, "Name"))))


def test_writing_lays_out_anew_only_what_it_sways(faces):
    memory = Memory()
    before = laid_out(faces, form("One"), memory)
    for text in ("A", "An", "Another name", "An"):
        at = Interaction(focus="name", editing=begin(text))
        after = laid_out(faces, form("One"), memory, interaction=at)
        assert after == laid_out(faces, form("One"), interaction=at)
        assert after.parts[0] is before.parts[0]
        assert after.parts[1] is not before.parts[1]
    elsewhere = Interaction(focus="go")
    assert laid_out(faces, form("One"), memory, interaction=elsewhere) == before


@pytest.mark.parametrize(
    "around",
    [
        lambda field, other: Column((Column((Row((Panel(field), other)), other)), Text("Below"))),
        lambda field, other: Layers((field, other)),
    ],
    ids=["measured", "placed unmeasured"],
)
def test_what_is_new_round_a_field_is_swayed_by_it_too(faces, around):
    memory, short, long = Memory(), "short", "long and longer, " * 12
    for words, text in (("One", short), ("Two", short), ("Two", long), ("Three", long)):
        # A long text makes the field taller, and moves what stands below.
        widget = around(TextField("name", "Ana", str, "Name", rows=2), Text(words))
        at = Interaction(focus="name", editing=begin(text))
        after = laid_out(faces, widget, memory, interaction=at)
        assert after == laid_out(faces, widget, interaction=at)


def test_every_letter_of_a_session_is_as_if_drawn_for_the_first_time(table):
    table = table()
    Pilot(table.desk, table.host, wait=table.clock.wait).sit_down(30, 3)
    table.press("space", "f1", "escape", "space", "1", "space")
    while table.screen != "conversation agree":
        table.press("space")
    focus(table, "agreed")
    for words in "one word, then so many more of them that the field grows by a line or two ":
        table.type(words)
        kept = table.host.frame()
        table.host.frames.memory = Memory()
        table.host.stir()
        fresh = table.host.frame()
        assert kept.ops == fresh.ops
        assert in_words(kept.root) == in_words(fresh.root)


def test_every_frame_of_a_session_is_as_if_drawn_for_the_first_time(table):
    names, table = [], table()

    def compare(name):
        names.append(name)
        kept = table.host.frame()
        table.host.frames.memory = Memory()
        table.host.stir()
        fresh = table.host.frame()
        assert kept.ops == fresh.ops, name
        assert in_words(kept.root) == in_words(fresh.root), name

    every_screen(table, compare)
    assert len(names) > 20


def test_what_is_made_of_the_same_is_made_once():
    again, made = Again(), []

    def make():
        made.append(object())
        return made[-1]

    first = again.made(("a", 1), make)
    assert again.made(("a", 1), make) is first
    assert again.made(("a", 2), make) is not first
    assert again.made(("a", 1), make) is not first
    assert len(made) == 3


def test_only_what_is_seen_is_painted_however_many_keys_led_there(table, monkeypatch):
    laid, painted = table(), []
    laid.host.frame()
    paint = frames.paint_all

    def counted(root, pen):
        painted.append(root)
        paint(root, pen)

    monkeypatch.setattr(frames, "paint_all", counted)
    laid.press("q", "space", "tab", "f1", "escape", "tab")
    assert painted == []
    seen = laid.host.frame()
    assert painted == [seen.root]
    assert seen.ops
    assert laid.host.frame() is seen
