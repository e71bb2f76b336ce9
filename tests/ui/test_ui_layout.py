"""What was laid out before is used again, and nobody can tell from the picture."""

import pytest
from ui_screens import every_screen, in_words

from game.ui.kit.boxes import Column, Panel, Row
from game.ui.kit.content import Text
from game.ui.kit.controls import Button
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Earlier, Layout
from game.ui.kit.scroll import Scroll

ROOM = Rect(0, 0, 400, 300)


def tree(words, label="Go on"):
    """A column of two rows, made anew: its parts are equal from one to the next, never the same."""
    return Column(
        (
            Row((Panel(Text(words)), Button(label, 1, "go"))),
            Scroll(Column((Text("Stays as it is."), Text("And this."))), key="scrolled"),
        )
    )


def laid_out(faces, widget, earlier=None, **differently):
    layout = Layout(faces, **{"scale": 1.0, "interaction": Interaction(), **differently})
    if earlier is not None and earlier.holds_for(layout):
        earlier.compare(widget)
        layout.earlier = earlier
    return layout.put(widget, ROOM), Earlier(widget, layout)


def test_what_did_not_change_is_the_very_same_and_the_rest_is_new(faces):
    before, earlier = laid_out(faces, tree("One"))
    after, _ = laid_out(faces, tree("Two"), earlier)
    assert after.parts[1] is before.parts[1]
    assert after.parts[0] is not before.parts[0]
    assert after == laid_out(faces, tree("Two"))[0]


def test_what_moved_is_placed_anew(faces):
    _, earlier = laid_out(faces, tree("One"))
    taller = tree("One line and more of them than would ever fit beside that button " * 3)
    after, _ = laid_out(faces, taller, earlier)
    assert after == laid_out(faces, taller)[0]


def test_a_third_layout_still_knows_what_the_first_worked_out(faces):
    first, earlier = laid_out(faces, tree("One"))
    _, earlier = laid_out(faces, tree("Two"), earlier)
    third, _ = laid_out(faces, tree("Three"), earlier)
    assert third.parts[1] is first.parts[1]


@pytest.mark.parametrize(
    "differently",
    [
        {"scale": 2.0},
        {"text": 2.0},
        {"interaction": Interaction().scrolled("scrolled", 12)},
    ],
)
def test_nothing_holds_when_type_scale_or_scrolling_changed(faces, differently):
    _, earlier = laid_out(faces, tree("One"))
    after, _ = laid_out(faces, tree("One"), earlier, **differently)
    assert after == laid_out(faces, tree("One"), **differently)[0]


def test_every_frame_of_a_session_is_as_if_drawn_for_the_first_time(table):
    names, table = [], table()

    def compare(name):
        names.append(name)
        kept = table.host.frame()
        table.host._earlier = None
        table.host.stir()
        fresh = table.host.frame()
        assert kept.ops == fresh.ops, name
        assert in_words(kept.root) == in_words(fresh.root), name

    every_screen(table, compare)
    assert len(names) > 20
