"""The typeface and our own drawings, measured and read without the library that draws PDF."""

import math

import pytest
from reportlab.pdfbase import pdfmetrics

from game.printing import pdf, svgread
from game.printing.flow import Run, Style, broken, line_width
from game.printing.page import MM, Box, rectangle
from game.printing.typeface import FACES, FAMILY, typeface

SAYINGS = ("The missed blood test", "ŵ ŷ é £9.50 “quoted” … – ½ g/m²", "AVATAR, To We fi", "")


@pytest.mark.parametrize("face", FACES)
def test_words_run_as_far_as_the_library_says_they_do(assets, face):
    pdf._fonts(assets)
    for words in SAYINGS:
        ours = typeface(assets).width(words, face, 11)
        assert ours == pytest.approx(pdfmetrics.stringWidth(words, f"{FAMILY}-{face}", 11))


def test_every_letter_of_the_core_pack_can_be_printed(pack, assets):
    face = typeface(assets).faces["Regular"]
    letters = set(repr(pack)) - {"\n"}
    assert {each for each in letters if not face.has(each)} == set()


def test_lines_stay_in_their_width_and_lose_no_word(pack, assets):
    type_ = typeface(assets)
    style = Style(8)
    for card in pack.cards[:12]:
        lines = broken(type_, (Run(card.scene, style),), 150)
        assert all(line_width(type_, line) <= 150.02 for line in lines)
        assert " ".join(text for line in lines for _, text, _ in line) == card.scene


def test_a_word_too_long_for_its_line_is_cut_and_not_lost(assets):
    word = "https://www.england.nhs.uk/long-read/improving-the-physical-health-of-people"
    lines = broken(typeface(assets), (Run(f"See {word} now", Style(9)),), 80)
    assert all(line_width(typeface(assets), line) <= 80.02 for line in lines)
    assert (
        "".join(text.replace(" ", "") for line in lines for _, text, _ in line) == f"See{word}now"
    )


def test_words_after_a_bold_label_go_on_where_it_ends(assets):
    type_ = typeface(assets)
    bold, plain = Style(9, "Bold"), Style(9)
    ((label, rest),) = (broken(type_, (Run("Think", bold), Run("of her", plain)), 200)[0],)
    assert label[:2] == (0.0, "Think")
    gap = type_.width(" ", "Regular", 9)
    assert rest[0] == pytest.approx(type_.width("Think", "Bold", 9) + gap)


def test_every_drawing_among_the_assets_can_be_printed_within_its_own_frame(assets):
    drawings = [*assets.glob("icons/*.svg"), *assets.glob("art/**/*.svg")]
    assert len(drawings) > 90
    for path in drawings:
        (w, h), shapes = svgread.shapes(path.read_text(encoding="utf-8"))
        assert shapes, path.name
        for shape in shapes:
            ends = [segment.points[-2:] for segment in shape.segments if segment.points]
            assert all(-1 <= x <= w + 1 and -1 <= y <= h + 1 for x, y in ends), path.name


@pytest.mark.parametrize(
    ("path", "middle"),
    [
        ("M10 0A10 10 0 0 1 10 20", (20, 10)),
        ("M10 0A10 10 0 0 0 10 20", (0, 10)),
        ("M10 0a10 10 0 0110 10", (17.07, 2.93)),
    ],
)
def test_arcs_bow_to_the_side_they_should(path, middle):
    segments = svgread.path_segments(path)
    start = segments[0].points
    points = [start]
    for _, p in segments[1:]:
        x0, y0 = points[-1]
        points.extend(
            tuple(
                (1 - t) ** 3 * o + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t**2 * b + t**3 * e
                for o, a, b, e in zip((x0, y0), p[0:2], p[2:4], p[4:6], strict=True)
            )
            for t in (0.25, 0.5, 0.75, 1.0)
        )
    assert min(math.dist(point, middle) for point in points) < 0.1


def test_short_forms_of_curves_and_relative_moves_are_read():
    segments = svgread.path_segments("m1 1h2v2q1 0 1 1t1 1c1 0 2 0 2 1s1 1 2 1l-1-1z")
    ends = [segment.points[-2:] for segment in segments if segment.points]
    assert ends == [(1, 1), (3, 1), (3, 3), (4, 4), (5, 5), (7, 6), (9, 7), (8, 6)]
    assert segments[-1].kind == "z"


def test_a_turned_group_turns_what_is_in_it():
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g transform="rotate(90 5 5)">'
        '<path d="M5 0L6 0" stroke="#000"/></g></svg>'
    )
    _, (shape,) = svgread.shapes(svg)
    assert shape.segments[0].points == pytest.approx((10, 5))
    assert shape.segments[1].points == pytest.approx((10, 6))


def test_a_round_corner_never_bulges_out_of_its_box():
    box = Box(10, 20, 63 * MM, 30)
    points = [
        p for segment in rectangle(box, 12) for p in zip(*[iter(segment.points)] * 2, strict=True)
    ]
    assert all(box.x <= x <= box.right and box.y <= y <= box.bottom for x, y in points)
