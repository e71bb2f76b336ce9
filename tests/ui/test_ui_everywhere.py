"""
Every screen on small and large screens, at each text size, in each palette: a slice of `matrix.py`.

Any two of size, text and palette meet in the slice. Each screen is painted in one palette, in turn,
and every state of every control in all three.
"""

from itertools import combinations

import pytest
from ui_contrast import inks, too_faint
from ui_fits import misfits
from ui_matrix import EVERY, PALETTES, Case, each_screen, pairwise

from game.ui.art.palettes import suited
from game.ui.frames import Frame
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.drawing import Box, Ground
from game.ui.kit.field import TextField
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Editing, Interaction
from game.ui.kit.layout import Layout, Pen, paint_all
from game.ui.kit.text import Paragraph
from game.ui.kit.tones import PAPER, PAPER_LOW, contrast
from game.ui.stack import View

SLICE = pairwise()


@pytest.fixture(scope="module")
def walked(tmp_path_factory, faces):
    """What does not fit in the slice, what is set smaller than asked, and what is too faint."""
    folder = tmp_path_factory.mktemp("everywhere")
    turns, cut, smaller, faint = {}, [], [], []

    def cases(name):
        """Every screen in every third case, and the next screen in the next ones."""
        turn = turns.setdefault(name, len(turns))
        return SLICE[turn % 3 :: 3]

    def see(name, case, frame):
        cut.extend(f"{name}, {case}: {each}" for each in misfits(frame))
        smaller.extend(
            f"{name}, {case}: {each.role}"
            for each in frame.root.walk()
            if isinstance(each.data, Paragraph) and each.data.squeezed
        )
        if case.size == (1280, 720):
            faint.extend(f"{name}, {case}: {each}" for each in too_faint(faces, name, case, frame))

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        each_screen(folder, faces, cases, see)
    assert len(turns) > 50
    return {"cut": cut, "smaller": smaller, "faint": faint}


def test_any_two_choices_meet_in_the_slice():
    def pairs(cases):
        return {each for c in cases for each in combinations((c.size, c.text, c.palette), 2)}

    assert pairs(SLICE) == pairs(EVERY)
    assert len(SLICE) <= len(EVERY) / 3
    small = [each for each in SLICE if each.size == (1280, 720)]
    assert {SLICE.index(each) % 3 for each in small} == {0, 1, 2}, "each screen is painted once"
    assert {each.palette for each in small} == set(PALETTES)


def test_nothing_is_cut_and_nothing_overlaps(walked):
    assert walked["cut"] == []


def test_no_label_had_to_be_set_smaller(walked):
    assert walked["smaller"] == []


def test_texts_have_seven_to_one_and_everything_else_four_and_a_half_as_painted(walked):
    assert walked["faint"] == []


# Every state of every control.

CONTROLS = (
    Button("Quick start", 1, "primary", "Space", Kind.PRIMARY, "home"),
    Button("Step by step", 1, "second", "N", Kind.SECOND, "flag"),
    Button("Not now", 1, "quiet", "Q", Kind.QUIET),
    Button("Cannot yet", 1, "primary off", "Space", Kind.PRIMARY, "home", live=False),
    Button("Cannot either", 1, "second off", "N", Kind.SECOND, "flag", live=False),
    Chip("Chosen", 1, "chosen", chosen=True),
    Chip("Free", 1, "free", icon="heart"),
    Chip("Chosen", 1, "chosen under", chosen=True, under="with a second line"),
    Chip("Free", 1, "free under", under="with a second line"),
    TextField("empty", "", str, "Name", "A hint"),
    TextField("full", "Priya", str, "Name"),
)


def painted(faces, palette, control, interaction):
    """A control by itself, in this palette and state."""
    look = suited(palette)
    scale = 2 / 3
    root = control.place(Layout(faces, scale, interaction=interaction), Rect(20, 20, 360, 64))
    pen = Pen(look, scale, interaction)
    pen.ops.append(Ground(Rect(0, 0, 400, 104), look[PAPER], look[PAPER_LOW]))
    paint_all(root, pen)
    return Frame((400, 104), root, tuple(pen.ops), View("", control))


def states(key):
    yield Interaction()
    yield Interaction(hover=key)
    yield Interaction(pressed=key, hover=key)
    editing = Editing("Priya", 0, 5) if key == "full" else Editing("", 0, 0)
    yield Interaction(focus=key, editing=editing if key in {"full", "empty"} else None)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("control", CONTROLS, ids=lambda each: each.key)
def test_a_control_can_be_read_in_every_state(faces, palette, control):
    for state in states(control.key):
        frame = painted(faces, palette, control, state)
        assert list(too_faint(faces, control.key, Case(palette=palette), frame)) == [], state
        assert inks(faces, frame, suited(palette))


@pytest.mark.parametrize("palette", PALETTES)
def test_the_ring_of_the_focus_stands_out_from_what_is_round_it(faces, palette):
    look = suited(palette)
    for control in CONTROLS[:-2]:
        usual = set(painted(faces, palette, control, Interaction()).ops)
        rings = [
            op
            for op in painted(faces, palette, control, Interaction(focus=control.key)).ops
            if isinstance(op, Box) and op not in usual and op.fill is None
        ]
        outer = max(rings, key=lambda op: op.bounds.w)
        for ground in (PAPER, PAPER_LOW):
            assert contrast(outer.line, look[ground]) >= 4.5
        assert outer.line_width >= 2
