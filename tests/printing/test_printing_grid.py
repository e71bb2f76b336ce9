"""Cards on sheets: each once, inside the paper, with its back behind its front."""

import pytest

from game.printing.cardframe import POCKET
from game.printing.grid import CUT, Flip, Layout, Piece, Plan, behind, best_grid, sheets
from game.printing.page import MM, Box, Paper, Shape, Words

ROUND_THE_UPRIGHT = [((595, 842), Flip.LONG), ((842, 595), Flip.SHORT)]
ROUND_THE_LEVEL = [((595, 842), Flip.SHORT), ((842, 595), Flip.LONG)]


def pieces(count):
    def one(text):
        return (Words(10, 20, text, "Regular", 8, (0, 0, 0)),)

    return [Piece(f"{n}", one(f"front {n}"), one(f"back {n}")) for n in range(count)]


def laid(count, **plan):
    choices = {"paper": Paper.A4, "layout": Layout.DUPLEX, **plan}
    return list(sheets(pieces(count), POCKET.w, POCKET.h, Plan(**choices), "Cards", "Cards"))


def turned_over(box, page, flip):
    """Where the paper of *box* is seen once a sheet has been turned, worked out corner by corner."""
    w, h = page
    round_the_upright = (w < h) == (flip is Flip.LONG)
    corners = [(box.x, box.y), (box.right, box.bottom)]
    seen = [(w - x, y) if round_the_upright else (x, h - y) for x, y in corners]
    xs, ys = zip(*seen, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("flip", list(Flip))
@pytest.mark.parametrize("count", [1, 2, 5, 9, 10, 25])
def test_every_back_comes_out_behind_its_front(paper, flip, count):
    found = laid(count, paper=paper, flip=flip)
    for front, back in zip(found[::2], found[1::2], strict=True):
        behind_them = {slot.name: slot.box for slot in back.slots}
        assert {slot.name for slot in front.slots} == set(behind_them)
        for slot in front.slots:
            box = behind_them[slot.name]
            seen = turned_over(slot.box, front.size, flip)
            assert (box.x, box.y, box.right, box.bottom) == pytest.approx(seen, abs=0.01)


@pytest.mark.parametrize(("page", "flip"), ROUND_THE_UPRIGHT)
def test_turned_like_a_book_the_left_comes_out_on_the_right(page, flip):
    assert behind(Box(10, 30, 100, 50), page, flip) == Box(page[0] - 110, 30, 100, 50)


@pytest.mark.parametrize(("page", "flip"), ROUND_THE_LEVEL)
def test_turned_like_a_notepad_the_top_comes_out_at_the_bottom(page, flip):
    assert behind(Box(10, 30, 100, 50), page, flip) == Box(10, page[1] - 80, 100, 50)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("count", [1, 7, 9, 20])
def test_every_side_is_printed_once_and_wholly_on_the_paper(paper, layout, count):
    found = laid(count, paper=paper, layout=layout)
    sides = [(slot.name, slot.side) for sheet in found for slot in sheet.slots]
    assert sorted(sides) == sorted(
        (f"{n}", side) for n in range(count) for side in ("front", "back")
    )
    said = [mark.text for sheet in found for mark in sheet.texts()]
    assert sorted(said) == sorted(f"{side} {name}" for name, side in sides)
    for sheet in found:
        paper_box = Box(0, 0, *sheet.size)
        boxes = [slot.box for slot in sheet.slots]
        assert all(paper_box.encloses(box) for box in boxes)
        assert all((box.w, box.h) == pytest.approx((63 * MM, 88 * MM)) for box in boxes)
        for n, one in enumerate(boxes):
            for other in boxes[n + 1 :]:
                apart_x = one.right <= other.x + 0.01 or other.right <= one.x + 0.01
                apart_y = one.bottom <= other.y + 0.01 or other.bottom <= one.y + 0.01
                assert apart_x or apart_y


def test_nine_cards_go_on_a_page_and_four_pairs_to_fold():
    assert [len(sheet.slots) for sheet in laid(20)] == [9, 9, 9, 9, 2, 2]
    assert [len(sheet.slots) for sheet in laid(5, layout=Layout.FOLD)] == [8, 2]
    assert best_grid(Paper.LETTER, POCKET.w, POCKET.h).count == 9


def test_a_back_to_fold_stands_beside_its_front():
    (sheet,) = laid(3, layout=Layout.FOLD)
    fronts = {slot.name: slot.box for slot in sheet.slots if slot.side == "front"}
    for slot in sheet.slots:
        if slot.side == "back":
            front = fronts[slot.name]
            assert (slot.box.x, slot.box.y) == pytest.approx((front.right, front.y))


@pytest.mark.parametrize("count", [1, 4, 9])
def test_crop_marks_stand_at_every_cut_and_never_on_a_card(count):
    sheet = laid(count)[0]
    marks = [each for each in sheet.marks if isinstance(each, Shape) and each.line == CUT]
    ends = [tuple(segment.points for segment in mark.segments) for mark in marks]
    boxes = [slot.box for slot in sheet.slots]
    for (x0, y0), (x1, y1) in ends:
        for box in boxes:
            off_x = max(x0, x1) <= box.x + 0.01 or min(x0, x1) >= box.right - 0.01
            off_y = max(y0, y1) <= box.y + 0.01 or min(y0, y1) >= box.bottom - 0.01
            assert off_x or off_y
    upright = {round(x0, 2) for (x0, _), (x1, _) in ends if x0 == x1}
    level = {round(y0, 2) for (_, y0), (_, y1) in ends if y0 == y1}
    assert upright == {round(x, 2) for box in boxes for x in (box.x, box.right)}
    assert level == {round(y, 2) for box in boxes for y in (box.y, box.bottom)}


def test_an_offset_moves_backs_and_leaves_fronts_alone():
    plain, moved = laid(10), laid(10, offset=(3.0, -2.0))
    for n, (one, other) in enumerate(zip(plain, moved, strict=True)):
        dx, dy = (3.0, -2.0) if n % 2 else (0.0, 0.0)
        for before, after in zip(one.slots, other.slots, strict=True):
            assert after.box.x == pytest.approx(before.box.x + dx)
            assert after.box.y == pytest.approx(before.box.y + dy)
