"""The kit: every part, in order, on pages that can be printed on both sides."""

import dataclasses

import pytest
from printing_read import TODAY

from game.model.themes import Theme
from game.outcomes import evaluation, items
from game.printing.grid import Layout
from game.printing.kit import (
    ONE_SIDED,
    PARTS,
    NothingToPrintError,
    Wish,
    chosen,
    first_sheet,
    kit,
    part_sheets,
)
from game.printing.page import A3, MM, Box, ClipOff, ClipOn, Paper, Words
from game.printing.webpage import webpage

SMALL = tuple(part for part in PARTS if part not in {"cards", "guide", "moments"})


def text_of(sheets):
    return " ".join(mark.text for sheet in sheets for mark in sheet.texts())


@pytest.mark.parametrize("part", [part for part in PARTS if part != "cover"])
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("paper", list(Paper))
def test_every_part_stays_on_its_paper_and_keeps_its_type_large_enough(
    pack, assets, look, part, large, paper
):
    wish = Wish(what=(part,), codes=("R-01", "E-07"), paper=paper, large_print=large)
    sheets = tuple(part_sheets(part, pack, wish, assets, TODAY))
    assert sheets[0].chapter
    assert not any(sheet.chapter for sheet in sheets[1:])
    for sheet in sheets:
        edge = Box(0, 0, *sheet.size)
        clipped = None
        for mark in sheet.marks:
            clipped = mark.box if isinstance(mark, ClipOn) else clipped
            clipped = None if isinstance(mark, ClipOff) else clipped
            if not isinstance(mark, Words):
                continue
            # Names on a part of the board may run on to the next part.
            wide = look.type.width(mark.text, mark.face, mark.size)
            where = Box(mark.x, mark.y - mark.size * 0.75, wide, mark.size * 0.75)
            assert clipped or edge.encloses(where), mark.text
            assert mark.size >= (16 if large else 7), mark.text


def test_the_board_lies_on_a3_and_its_quarters_on_the_paper_in_the_printer(pack, assets):
    (board,) = part_sheets("board", pack, Wish(), assets, TODAY)
    assert board.size == A3
    quarters = tuple(part_sheets("tiles", pack, Wish(paper=Paper.LETTER), assets, TODAY))
    assert [sheet.size for sheet in quarters] == [(792, 612)] * 4
    shown = [
        next(mark.box for mark in sheet.marks if isinstance(mark, ClipOn)) for sheet in quarters
    ]
    upper_left, upper_right, lower_left, lower_right = shown
    tab = 10 * MM
    assert upper_right.w == pytest.approx(upper_left.w + tab)
    assert lower_left.h == pytest.approx(upper_left.h + tab)
    assert (lower_right.w, lower_right.h) == pytest.approx((upper_right.w, lower_left.h))
    assert "glue" in text_of(quarters[1:2])
    assert "glue" not in [mark.text for mark in quarters[0].texts()]


def test_printed_on_both_sides_each_part_begins_a_sheet_and_nothing_to_cut_is_backed(pack, assets):
    sheets = kit(pack, Wish(codes=("R-01", "B-02")), assets, TODAY).sheets
    starts = {sheet.chapter: n for n, sheet in enumerate(sheets) if sheet.chapter}
    assert list(starts) == [
        PARTS[part] if part != "tiles" else "Board in four parts, A4" for part in PARTS
    ]
    assert all(n % 2 == 0 for n in starts.values())
    single = {PARTS[part] for part in ONE_SIDED} | {"Board in four parts, A4"}
    inside = ""
    for n, sheet in enumerate(sheets):
        inside = sheet.chapter or inside
        if inside in single and n % 2:
            assert sheet.marks == ()


@pytest.mark.parametrize("layout", list(Layout))
def test_the_contents_name_the_pages_on_which_parts_really_stand(pack, assets, layout):
    sheets = kit(pack, Wish(codes=("R-01",), layout=layout), assets, TODAY).sheets
    numbers = {sheet.chapter: n for n, sheet in enumerate(sheets, 1) if sheet.chapter}
    lines = [mark.text for mark in sheets[0].texts()]
    for chapter, number in numbers.items():
        if chapter == PARTS["cover"]:
            continue
        pages = lines[lines.index(chapter) + 1]
        assert pages == f"page {number}" or pages.startswith(f"pages {number} to ")


def test_cards_are_chosen_by_code_and_theme(pack):
    some = chosen(pack, Wish(codes=("e-07", "R-01")))
    assert [card.code for card in some] == ["R-01", "E-07"]
    early = chosen(pack, Wish(themes=(Theme.EARLY,)))
    assert {card.theme for card in early} == {Theme.EARLY}
    assert len(chosen(pack, Wish())) == len(pack.cards)


def test_a_code_that_is_not_there_is_named(pack, assets):
    with pytest.raises(NothingToPrintError, match=r"has the code X-1\. Codes look like R-01"):
        kit(pack, Wish(codes=("X-1",)), assets, TODAY)
    with pytest.raises(NothingToPrintError, match="No card fits"):
        kit(pack, Wish(codes=("R-01",), themes=(Theme.EARLY,)), assets, TODAY)
    with pytest.raises(NothingToPrintError):
        kit(pack, Wish(what=()), assets, TODAY)


def test_a_card_too_long_is_told_on_the_cover_and_to_whoever_prints(pack, assets):
    cards = (dataclasses.replace(pack.cards[0], scene="Long words. " * 200), *pack.cards[1:])
    longer = dataclasses.replace(pack, cards=cards)
    made = kit(longer, Wish(what=("cover", "cards"), codes=("R-01",)), assets, TODAY)
    assert len(made.notes) == 1
    assert "What did not fit" in text_of(made.sheets[:2])


def test_progress_tells_every_part_in_turn(pack, assets):
    told = []
    wish = Wish(what=("door", "die", "scale"))
    kit(pack, wish, assets, TODAY, lambda *each: told.append(each))
    assert told == [
        ("Door to colour", 0, 3),
        ("Die to fold", 1, 3),
        ("Scale and marker", 2, 3),
        ("", 3, 3),
    ]


def test_the_first_page_shown_beforehand_is_the_first_page_printed(pack, assets):
    for what in (("cards",), ("door", "die"), ("moments",), ("record",)):
        wish = Wish(what=what)
        assert first_sheet(pack, wish, assets, TODAY) == kit(pack, wish, assets, TODAY).sheets[0]


def test_the_record_asks_in_the_order_in_which_it_is_typed_in(pack, assets):
    said = text_of(part_sheets("record", pack, Wish(), assets, TODAY))
    steps = [
        "Date",
        "Minutes played",
        "2 Seats",
        "3 Cards",
        "Card 1",
        "Our sentence",
        "R Who does what",
    ]
    steps += [
        "All mind",
        "Card 8",
        "4 Debrief",
        "5 Before and now",
        "6 Evaluation",
        "7 Commitments",
    ]
    places = [said.index(step) for step in steps]
    assert places == sorted(places)
    for never in ("passed:", "Who passed"):
        assert never not in said


def test_forms_ask_word_for_word_what_the_screen_asks(pack, assets):
    said = text_of(part_sheets("before-and-now", pack, Wish(), assets, TODAY))
    asked = [items.HEADING, items.STEM, items.LEAD, items.SURE]
    asked += [item.asks for item in items.ITEMS] + [item.plain for item in items.ITEMS]
    for words in asked:
        assert words in said
    assert all(said.count(point) >= 14 for point in items.POINTS)
    said = text_of(part_sheets("evaluation", pack, Wish(), assets, TODAY))
    for words in (*evaluation.VOICE, evaluation.HARM, evaluation.STAYS, evaluation.CHANGE):
        assert words in said


def test_the_take_home_sheet_says_when_every_number_was_checked(pack, assets):
    said = text_of(part_sheets("take-home", pack, Wish(), assets, TODAY))
    for route in pack.support:
        assert route.route in said
    assert said.count("Checked 1 November 2026.") == len(pack.support)


def test_the_guide_holds_this_packs_notes_for_the_cards_that_are_printed(pack, assets):
    wish = Wish(codes=("R-01", "E-07"))
    said = text_of(part_sheets("guide", pack, wish, assets, TODAY))
    for card in chosen(pack, wish):
        assert f"{card.code} {card.title}. {card.facilitator}" in said
    assert "R-02" not in said


def test_the_guide_tells_what_may_be_said_beside_a_cards_own_fact(pack, assets):
    wish = Wish(codes=("R-01",))
    (card,) = chosen(pack, wish)
    shown = next(each for each in pack.facts if each.shows_on(TODAY))
    hidden = dataclasses.replace(
        shown, id="hidden", claim="Not to be shown yet.", review="2020-01-01"
    )
    beside = dataclasses.replace(card, beside=(shown.id, hidden.id))
    fuller = dataclasses.replace(pack, cards=(beside,), facts=(*pack.facts, hidden))
    said = text_of(part_sheets("guide", fuller, wish, assets, TODAY))
    assert f"Beside its fact: {shown.claim} {shown.source.line}." in said
    assert hidden.claim not in said
    assert shown.claim in webpage(
        fuller, dataclasses.replace(wish, what=frozenset({"guide"})), assets, TODAY
    )


def test_every_printed_moment_bears_a_code_of_its_own(pack, assets):
    codes = {each.code for each in pack.moments}
    assert len(codes) == len(pack.moments)
    assert codes.isdisjoint(card.code for card in pack.cards)
    said = text_of(part_sheets("moments", pack, Wish(), assets, TODAY))
    assert all(code in said for code in codes)


def test_the_die_adds_up_to_seven_and_every_seat_has_a_token(pack, assets):
    (tokens,) = part_sheets("tokens", pack, Wish(), assets, TODAY)
    assert len({slot.name for slot in tokens.slots}) == 24
    assert [mark.text for mark in tokens.texts() if mark.text.isdigit()] == list("12345678")
    (die,) = part_sheets("die", pack, Wish(), assets, TODAY)
    pips = [mark for mark in die.marks if getattr(mark, "fill", None) == (20, 33, 61)]
    assert len(pips) == 21
