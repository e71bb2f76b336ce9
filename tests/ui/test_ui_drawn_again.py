"""What a part of a screen drew before is taken again only where it would draw the same now."""

from ui_screens import every_screen
from ui_table import Table

from game.art.palettes import suited
from game.ui.kit.boxes import Column
from game.ui.kit.controls import Button
from game.ui.kit.focus import focusable
from game.ui.kit.geometry import Rect
from game.ui.kit.inert import Inert
from game.ui.kit.interaction import Editing, Interaction
from game.ui.kit.layout import Layout, Pen, paint_all


def doings(root):
    """Whatever somebody may be doing, so that each of it follows upon another."""
    keys = [each.key for each in focusable(root)]
    fields = {each.key for each in root.walk() if each.takes_text}
    yield Interaction()
    for before, key, after in zip(keys[-1:] + keys, keys, keys[1:] + keys[:1], strict=False):
        yield Interaction(focus=key, hover=after, pressed=before)
        if key in fields:
            yield Interaction(focus=key, editing=Editing("Priya", 5, 5))
            yield Interaction(focus=key, editing=Editing("12", 0, 2, digits=True))
    yield Interaction(lit=tuple(keys[:2]), focus=keys[0] if keys else None)
    yield Interaction(hover=keys[0] if keys else None)


def drawn(root, look, doing, *, whole):
    pen = Pen(look, 2 / 3, doing, whole=whole)
    paint_all(root, pen)
    return pen.ops


def drawn_anew(root, look, doing, *, whole):
    for each in root.walk():
        each.painted = None
    return drawn(root, look, doing, whole=whole)


def test_a_screen_looks_the_same_whether_drawn_again_or_anew(tmp_path, faces):
    table = Table(tmp_path, faces, size=(1280, 720))
    looks = (suited("paper"), suited("high contrast"))
    stale = []

    def look(name):
        root = table.host.frame().root
        window = Rect(0, 0, 1280, 720)
        stale.extend(
            f"{name}: {doing}"
            for doing in doings(root)
            if drawn(root, looks[0], doing, whole=window)
            != drawn_anew(root, looks[0], doing, whole=window)
        )
        rest = Interaction()
        for colours, whole in ((looks[1], window), (looks[0], None), (looks[0], window)):
            again = drawn(root, colours, rest, whole=whole)
            if again != drawn_anew(root, colours, rest, whole=whole):
                stale.append(f"{name}: another palette or window")

    every_screen(table, look)
    table.desk.leave()
    assert stale == []


def test_what_nobody_does_anything_with_is_not_drawn_anew(tmp_path, faces):
    table = Table(tmp_path, faces, size=(1280, 720))
    root = table.host.frame().root
    look = suited("paper")
    keys = [each.key for each in focusable(root)]
    drawn(root, look, Interaction(focus=keys[0]), whole=None)
    before = {id(each): each.painted for each in root.walk()}
    drawn(root, look, Interaction(focus=keys[1]), whole=None)
    anew = [each for each in root.walk() if each.painted is not before[id(each)]]
    table.desk.leave()
    held = [set(keys[:2]) & each.keys for each in anew]
    assert held
    assert all(held), "only what holds one of the two was drawn anew"


def test_a_copy_to_look_at_only_takes_over_nothing_that_was_drawn_with_its_controls(faces):
    row = Column((Button("Go on", 1, "go"),))
    lay = Layout(faces, 1.0)
    doing, look = Interaction(focus="go"), suited("paper")
    drawn(lay.put(row, Rect(0, 0, 400, 100)), look, doing, whole=None)
    copy = lay.put(Inert(row), Rect(0, 0, 400, 100))
    assert drawn(copy, look, doing, whole=None) == drawn_anew(copy, look, Interaction(), whole=None)
