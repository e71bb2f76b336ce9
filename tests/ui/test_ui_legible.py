"""How large and how clear everything is: the arithmetic, the measuring, and the command."""

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from game.app import legibility
from game.app.legibility import Faint, Report, Sized, Smallest, as_text, as_values
from game.app.places import find
from game.app.viewing import LABEL_GOAL, PRESETS, READING_GOAL, Viewing
from game.cli import main
from game.content.load import load_pack
from game.printing.typeface import typeface
from game.ui.art.palettes import PALETTES
from game.ui.frames import Frame
from game.ui.kit.boxes import Column, Layers, Panel
from game.ui.kit.content import Icon, Space, Text
from game.ui.kit.drawing import Ground
from game.ui.kit.geometry import Rect
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Layout, Pen, paint_all
from game.ui.kit.text import Style
from game.ui.kit.tones import CARD, INK, PAPER, SAND_LINE, contrast
from game.ui.stack import View
from game.ui.window import legible
from game.ui.window.legible import on_screen
from game.ui.window.measured import Measure
from game.ui.window.vector import Pictures

DOCS = Path(__file__).parents[2] / "docs"


# The arithmetic.


def test_a_millimetre_at_a_metre_is_seen_under_so_many_minutes():
    assert Viewing("", "", (1920, 1080), 55, 1).minutes(1) == pytest.approx(3.4377, abs=1e-4)


def test_twice_as_far_is_half_as_tall():
    near, far = (Viewing("", "", (1920, 1080), 55, each) for each in (2, 4))
    assert near.minutes(5) == pytest.approx(2 * far.minutes(5), rel=1e-6)


def test_the_pixels_of_a_screen_make_up_its_diagonal():
    for each in PRESETS.values():
        if not each.on_paper:
            assert each.pixel * math.hypot(*each.size) == pytest.approx(each.diagonal * 25.4)


def test_black_on_white_is_21_to_one():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


# The measuring.


@pytest.mark.parametrize("face", ["Regular", "SemiBold", "Bold", "ExtraBold"])
def test_an_x_drawn_is_as_tall_as_the_typeface_says(faces, face):
    said = typeface(find().assets).faces[face].x_height
    assert faces.x_height(face) == pytest.approx(said, abs=0.003)
    assert faces.x_height(f"{face}+12") == faces.x_height(face)
    assert faces.x_height(f"Lexend:{face}") > 0.5


def painted(faces, widget, palette="paper"):
    """What is measured of a widget alone on its page."""
    look = PALETTES[palette]
    root = widget.place(Layout(faces, 1.0), Rect(10, 10, 380, 280))
    pen = Pen(look, 1.0, Interaction())
    pen.ops.append(Ground(Rect(0, 0, 400, 300), look[PAPER], look[PAPER]))
    paint_all(root, pen)
    frame = Frame((400, 300), root, tuple(pen.ops), View("", widget))
    return Measure(faces, Pictures(find().assets)).inks(frame, look)


def test_ink_on_paper_is_read_from_the_pixels_as_the_palette_has_it(faces):
    (ink,) = painted(faces, Text("Her sister rang.", Style(30)))
    look = PALETTES["paper"]
    assert (ink.ink, ink.ground, ink.body) == (look[INK], look[PAPER], True)
    assert ink.ratio == pytest.approx(contrast(look[INK], look[PAPER]))


def test_pale_words_and_a_pale_icon_are_found(faces):
    pale = Column((Text("Too pale", Style(30, tone=SAND_LINE)), Icon("heart", 60, SAND_LINE)))
    assert [each.ratio < 2 for each in painted(faces, pale)] == [True, True]


def test_words_of_the_colour_of_their_ground_are_not_there_to_be_seen(faces):
    assert painted(faces, Text("Nobody sees this", Style(30, tone=PAPER))) == []


def test_thin_small_words_are_paler_than_their_colour(faces):
    small, large = (painted(faces, Text("llll", Style(size)))[0] for size in (8, 40))
    assert small.ratio < large.ratio


def test_what_lies_under_something_else_is_not_measured(faces):
    sheet = Panel(Space(200, 300), fill=CARD, raised=False, radius=0)
    hidden = Layers((Text("Under a sheet", Style(30)), sheet))
    assert painted(faces, hidden) == []


# The report.


def report(**changes):
    small = Smallest(9, 1.0, 3.0, "tiny words")
    fine = Smallest(31, 9.0, 12.0, "plain words")
    usual = Report(
        PRESETS["1080p-tv"],
        (Sized("board", 100, fine, fine), Sized("board", 80, small, small)),
        (Faint("board", "paper", True, 8.0, "plain words"),),
        (),
        0,
    )
    return replace(usual, **changes), small, fine


def test_the_goals_are_held_to_the_text_size_that_people_have_there():
    usual, small, fine = report()
    assert usual.short == ()
    bad = replace(usual, sizes=(Sized("board", 100, small, fine),))
    assert bad.short == (f"board: 'tiny words' is 3.0′ (our goal: {READING_GOAL:g}′)",)
    bad = replace(usual, sizes=(Sized("board", 100, fine, small),))
    assert f"our goal: {LABEL_GOAL:g}′" in bad.short[0]
    assert "Short of our goals" in as_text(bad)


@pytest.mark.parametrize(
    ("body", "ratio", "short"), [(True, 6.9, 1), (True, 7, 0), (False, 4.4, 1), (False, 4.5, 0)]
)
def test_texts_need_seven_to_one_and_everything_else_four_and_a_half(body, ratio, short):
    usual, _, _ = report()
    faint = replace(usual, contrasts=(Faint("board", "paper", body, ratio, "words"),))
    assert len(faint.short) == short


def test_of_one_place_the_worst_is_told():
    _, small, fine = report()
    (worst,) = legibility.worst_sizes((Sized("a", 100, fine, small), Sized("a", 100, small, None)))
    assert (worst.reading, worst.label) == (small, small)
    faint = (Faint("a", "dark", True, ratio, "") for ratio in (9, 8, 12))
    assert [each.ratio for each in legibility.worst_contrasts(faint)] == [8]


# The whole.


@pytest.fixture(scope="module")
def measured():
    """The screens of a session on a TV, at one text size and in one palette."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(legible, "TEXT_SIZES", (100,))
        patch.setattr(legible, "PALETTE_NAMES", ("high contrast",))
        patch.setattr(legible, "CARD_TEXTS", (100, 200))
        return on_screen(find(), PRESETS["1080p-tv"], [few_cards()])


def few_cards():
    pack = load_pack(find().content, find().content, today="2026-11-20").pack
    return replace(pack, cards=pack.cards[:2])


def test_every_screen_of_a_session_is_measured_and_nothing_falls_short(measured):
    wheres = {each.where for each in measured.sizes}
    assert wheres >= {"home", "settings", "seats", "board", "conversation talk", "finale", "pause"}
    assert {each.where for each in measured.contrasts} == wheres
    assert measured.short == ()


def test_each_card_is_measured_at_each_text_size(measured):
    assert [(each.text, each.below > 0.5) for each in measured.cards] == [
        (100, False),
        (200, True),
    ] * 2
    assert measured.checked == 2


def test_every_name_in_the_json_is_told_in_the_documentation(measured):
    page = (DOCS / "check-json.md").read_text(encoding="utf-8")
    said = page.partition("## What check --legibility says")[2]

    def names(values):
        if isinstance(values, dict):
            for name, value in values.items():
                yield name
                yield from names(value)
        elif isinstance(values, list):
            for each in values:
                yield from names(each)

    assert {name for name in names(as_values(measured)) if f"`{name}`" not in said} == set()


# The command.


def test_what_is_printed_is_told_in_points(capsys):
    assert main(["check", "--legibility", "--screen", "print"]) == 0
    said = capsys.readouterr().out
    assert "Cards, large print" in said
    assert "18 pt, x 3.15 mm" in said
    assert "Nothing falls short of our goals." in said


def test_from_too_far_away_the_exit_status_is_1_and_json_says_why(capsys):
    given = ["check", "--legibility", "--screen", "print", "--distance", "2", "--json"]
    assert main(given) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["screen"]["distance"] == 2
    assert any(each.startswith("Cards:") for each in said["short"])


def test_a_pack_that_is_not_there_gives_2(capsys):
    assert main(["check", "--legibility", "nowhere.yaml", "--screen", "print"]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_distance_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        main(["check", "--legibility", "--distance", "far"])
    assert left.value.code == 2
    assert "is not a length" in capsys.readouterr().err
