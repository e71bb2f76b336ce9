"""Printing from the screen: Ctrl+P from anywhere, choices, the picture of the first page, and the file."""

from dataclasses import replace

import pytest
from ui_screens import focus

from game.app.printer import Job, NotPrintedError, Order, Printed, Working
from game.printing.grid import Flip, Layout
from game.printing.kit import PARTS
from game.printing.page import MM, Paper
from game.ui.art.page import PagePicture
from game.ui.kit.drawing import Sketch, Words


def choose(table, *keys):
    for key in keys:
        focus(table, key)
        table.press("enter")


def roles(table):
    return [part.role.name for part in table.host.frame().root.walk() if part.role is not None]


def picture(table):
    return next(
        part.widget
        for part in table.host.frame().root.walk()
        if isinstance(part.widget, PagePicture)
    )


@pytest.mark.parametrize("way", [(), ("tile library",), ("tile packs",)])
def test_ctrl_p_opens_printing_from_anywhere_and_escape_leads_back(table, way):
    at = table()
    choose(at, *way)
    before = at.screen
    at.press("ctrl+p")
    assert at.screen == "print"
    at.press("ctrl+p")
    assert len(at.host.stack) == len(way) + 2
    at.press("escape")
    assert at.screen == before


def test_the_home_screen_has_a_way_to_print(table):
    at = table()
    choose(at, "tile print")
    assert at.screen == "print"


def test_printing_opens_over_a_session_and_comes_back_to_it(table):
    at = table()
    at.press("q", "ctrl+p")
    assert at.screen == "print"
    at.press("escape")
    assert at.screen == "agreement"


def test_choices_come_to_a_wish(table):
    at = table()
    at.press("ctrl+p")
    assert at.host.screen.wish.what == tuple(PARTS)
    choose(at, "group Cards", "paper Letter", "ink", "large", "flip short")
    focus(at, "codes")
    at.type("e-07, r-01")
    focus(at, "offset")
    at.type("0.5, -1")
    wish = at.host.screen.wish
    assert (wish.what, wish.codes) == (("cards",), ("E-07", "R-01"))
    assert (wish.paper, wish.flip) == (Paper.LETTER, Flip.SHORT)
    assert (wish.ink_saving, wish.large_print) == (True, True)
    assert wish.offset == pytest.approx((0.5 * MM, -1 * MM))
    choose(at, "layout fold", "part door")
    assert at.host.screen.wish.layout is Layout.FOLD
    assert at.host.screen.wish.what == ("cards", "door")


def test_the_picture_is_the_first_page_in_its_own_words_and_shape(table):
    at = table()
    at.press("ctrl+p")
    choose(at, "group Cards")
    shown = picture(at)
    ops = at.host.frame().ops
    said = {op.text for op in ops if isinstance(op, Words)}
    assert {"receipt", "R-01", "Darren"} <= said
    assert any(isinstance(op, Sketch) and op.svg is shown.page.svg for op in ops)
    rect = next(
        part.rect for part in at.host.frame().root.walk() if isinstance(part.widget, PagePicture)
    )
    assert rect.w / rect.h == pytest.approx(210 / 297, abs=0.01)
    choose(at, "layout fold")
    assert picture(at).page.size[0] > picture(at).page.size[1]


def test_a_picture_once_made_is_kept(table):
    at = table()
    at.press("ctrl+p")
    first = picture(at).page
    choose(at, "ink", "ink")
    assert picture(at).page is first


def test_a_code_that_is_not_there_is_said_before_anything_is_printed(table):
    at = table()
    at.press("ctrl+p")
    choose(at, "group Cards")
    focus(at, "codes")
    at.type("X-9")
    assert any("has the code X-9" in name for name in roles(at))


def test_what_cannot_be_printed_is_said_in_one_sentence(table):
    at = table()
    at.press("ctrl+p")
    choose(at, "group Cards", "part cards")
    at.press("page down")
    assert any("Choose at least one thing" in name for name in roles(at))
    choose(at, "group Cards")
    focus(at, "offset")
    at.type("left a bit")
    focus(at, "pdf")
    at.press("enter")
    assert any("two numbers of millimetres" in name for name in roles(at))
    assert at.host.screen.job is None


def test_printing_runs_beside_the_screen_and_says_where_the_file_went(table):
    at = table()
    at.press("ctrl+p")
    choose(at, "group Cards", "part die", "part cards")
    at.press("page down")
    job = at.host.screen.job
    assert at.host.frame().view.refresh is not None
    job._child.join(60)
    at.clock.wait(1)
    out = at.desk.places.exports / "MaP core pack, die, A4.pdf"
    assert job.state == Printed(out, 1)
    assert any(f"Saved: {out}" in name for name in roles(at))
    assert at.host.frame().view.refresh is None
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (Working("Cards", 1, 19), "Cards (2 of 19)"),
        (NotPrintedError("kit.pdf was not written: the disk is full."), "the disk is full"),
    ],
)
def test_how_a_job_stands_can_be_read(table, state, sentence):
    at = table()
    at.press("ctrl+p")
    screen = at.host.screen
    out = at.desk.places.exports / "kit.pdf"
    order = Order(at.desk.pack, screen.wish, at.desk.places.assets, at.desk.today(), out)
    at.host.stack[-1] = replace(screen, job=Job(order, state))
    at.host.stir()
    assert any(sentence in name for name in roles(at))
