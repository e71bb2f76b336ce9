"""The card editor: a card from nothing, with keys alone; broken, mended, saved, and played."""

import dataclasses
import difflib

import pytest
from ui_screens import focus, in_words
from ui_table import Table

from game.app.authoring import Draft
from game.app.desk import Desk
from game.app.places import find
from game.model.themes import Theme
from game.rules.state import Phase
from game.ui.kit.geometry import Rect
from game.ui.kit.inputs import PointerPressed, PointerReleased, TextTyped
from game.ui.pilot import Pilot

CORE = find().content / "scenarios.yaml"


def words(table):
    """Everything that the screen says now."""
    return "\n".join(in_words(table.host.frame().root))


def fill(table, key, text):
    focus(table, key)
    table.press("ctrl+a")
    table.host.accept(TextTyped(text))


def to_part(table, part):
    while table.screen != f"editor {part}":
        table.press("ctrl+enter")


def library(table):
    focus(table, "tile library")
    table.press("enter")


def new_card(table):
    library(table)
    table.press("c")
    assert table.screen == "editor card"


def write_a_card(table, title="Tea before tablets"):
    """Everything that a card needs, typed and chosen with keys."""
    fill(table, "title", title)
    focus(table, "theme early")
    table.press("enter")
    to_part(table, "meet")
    fill(table, "scene", "Joan is ninety. Her tablets come at eight, and she wakes at ten.")
    fill(table, "voice", "Tea first, love.")
    to_part(table, "think")
    fill(table, "think", "What might matter to Joan before the tablets?")
    to_part(table, "round")
    fill(table, "lenses person", "What makes a good morning?")
    to_part(table, "talk")
    fill(table, "talk 0", "Who could move the time?")
    fill(table, "talk 1", "What is it for: is it urgent?")
    fill(table, "helps", "A kettle by the bed.")
    to_part(table, "agree")
    fill(table, "agree", "We would all say…")


def own_pack(table):
    return table.desk.places.own_pack


def changed(before, after):
    lines = list(difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm=""))
    return [each for each in lines[2:] if each[0] in "+-"]


def test_a_card_from_nothing_is_broken_mended_saved_and_played(table):
    laid = table()
    new_card(laid)
    write_a_card(laid)

    # One question is taken away, and the editor says so beside the field when asked to save.
    to_part(laid, "talk")
    fill(laid, "talk 1", "")
    focus(laid, "talk 1")
    laid.press("backspace")
    to_part(laid, "card")
    laid.press("ctrl+s")
    assert laid.screen == "editor talk"
    assert '"talk" has 1, where 2 to 3 can stand' in words(laid)
    assert "Not saved yet: one thing to mend" in words(laid)
    assert not own_pack(laid).exists()

    fill(laid, "talk 1", "What is it for: is it urgent?")
    assert "where 2 to 3 can stand" not in words(laid)
    laid.press("ctrl+s")
    assert "Saved in a pack of your own" in words(laid)
    assert changed(CORE.read_text("utf-8"), own_pack(laid).read_text("utf-8")) == [
        "-  title: MaP core pack",
        "+  title: My pack",
        "+  - id: tea-before-tablets",
        "+    theme: early",
        "+    title: Tea before tablets",
        "+    level: 1",
        "+    scene: >-",
        "+      Joan is ninety. Her tablets come at eight, and she wakes at ten.",
        "+    voice: Tea first, love.",
        "+    think: What might matter to Joan before the tablets?",
        "+    lenses:",
        "+      person: What makes a good morning?",
        "+    talk:",
        "+      - Who could move the time?",
        '+      - "What is it for: is it urgent?"',
        "+    helps: A kettle by the bed.",
        "+    agree: We would all say…",
        "+    feeds: [early]",
        "+",
    ]

    # Only this card is left to deal, so the next card turned is this one.
    others = tuple(each.id for each in laid.desk.pack.cards if each.id != "tea-before-tablets")
    laid.desk.change(dataclasses.replace(laid.desk.settings, without=others))
    laid.press("escape", "escape", "escape")
    pilot = Pilot(laid.desk, laid.host, wait=laid.clock.wait)
    assert laid.screen == "home"
    laid.press("q")
    while laid.screen != "card":
        pilot.step()
    assert "Tea before tablets" in words(laid)
    pilot.step()
    assert laid.desk.session.state.phase is Phase.TALK
    assert "Joan is ninety." in words(laid)


def test_what_is_not_written_yet_is_no_mistake_until_it_should_be_saved(table):
    laid = table()
    new_card(laid)
    assert "to mend" not in words(laid)
    laid.press("ctrl+s")
    assert "to mend" in words(laid)
    assert 'This card has no "theme"' in words(laid)
    to_part(laid, "think")
    assert 'This card has no "think"' in words(laid)


def test_advice_on_words_stands_beside_the_scene(table):
    laid = table()
    new_card(laid)
    to_part(laid, "meet")
    fill(laid, "scene", "Joan suffers from dementia.")
    assert "suffers from" in words(laid)
    assert "to mend" not in words(laid)


def test_the_card_beside_the_fields_follows_each_letter(table):
    laid = table()
    new_card(laid)
    laid.type("Tea")
    assert "heading 'Tea'" in words(laid)
    focus(laid, "theme moving")
    laid.press("enter")
    assert "Moving between" in words(laid)


def test_letters_of_one_field_are_taken_back_in_one_go(table):
    laid = table()
    new_card(laid)
    laid.type("Tea")
    focus(laid, "theme early")
    laid.press("enter")
    laid.press("ctrl+z")
    assert laid.host.screen.draft.text("theme") == ""
    laid.press("ctrl+z")
    assert laid.host.screen.draft.text("title") == ""
    laid.press("ctrl+z")
    assert "Nothing to take back." in words(laid)
    laid.press("ctrl+y", "ctrl+y")
    assert laid.host.screen.draft.text("title") == "Tea"
    assert laid.host.screen.draft.text("theme") == "early"


def test_a_draft_survives_a_kill(tmp_path, faces):
    first = Table(tmp_path, faces)
    new_card(first)
    first.type("Half a thou")
    first.clock.wait(1.5)
    first.desk.tick()
    # No goodbye: another program over the same folder is all there is.
    second = Table(tmp_path, faces)
    new_card(second)
    assert second.host.screen.draft.text("title") == "Half a thou"
    second.type("ght")
    second.press("escape", "escape")
    assert "kept as a draft" in words(second)
    assert "Half a thought" in next(iter((tmp_path / "drafts").iterdir())).read_text("utf-8")


def test_a_draft_is_written_while_somebody_types_without_a_rest(tmp_path, faces):
    laid = Table(tmp_path, faces)
    new_card(laid)
    for letter in "abcdefgh":
        laid.type(letter)
        laid.clock.wait(0.5)
        laid.desk.tick()
    assert list((tmp_path / "drafts").iterdir())


def test_giving_a_draft_up_brings_back_the_card_as_it_is_in_the_pack(table):
    laid = table()
    library(laid)
    focus(laid, "card four-names-on-a-receipt")
    laid.press("enter", "e")
    fill(laid, "title", "Another name")
    laid.press("escape", "escape", "e")
    assert laid.host.screen.draft.text("title") == "Another name"
    to_part(laid, "notes")
    focus(laid, "afresh")
    laid.press("enter")
    assert laid.host.screen.draft.text("title") == "Four names on a receipt"
    assert not list(laid.desk.places.drafts.iterdir())


def test_a_draft_that_waits_is_marked_where_its_card_is_opened_and_can_be_thrown_away_there(table):
    laid = table()
    library(laid)
    focus(laid, "card four-names-on-a-receipt")
    laid.press("enter")
    assert "draft" not in words(laid)
    laid.press("e")
    fill(laid, "title", "Another name")
    assert "A draft from before" not in words(laid)
    laid.press("escape", "escape")
    assert "A draft of this card waits." in words(laid)
    laid.press("e")
    assert "A draft from before, not yet in the pack." in words(laid)
    laid.press("escape")
    focus(laid, "throw away")
    laid.press("enter")
    assert laid.host.screen.draft.text("title") == "Four names on a receipt"
    assert "A draft from before" not in words(laid)
    # It was not meant: one step back, and it waits again.
    laid.press("escape", "ctrl+z")
    assert laid.host.screen.draft.text("title") == "Another name"
    laid.press("ctrl+y", "escape")
    assert "A draft of this card waits." not in words(laid)


def test_a_draft_that_makes_no_sense_is_not_taken_up(tmp_path, faces):
    laid = Table(tmp_path, faces)
    drafts = laid.desk.drafts
    drafts.hold(laid.desk.pack_path, Draft({"title": "Fine", "talk": ("a",)}), 0.0)
    drafts.flush()
    path = next(laid.desk.places.drafts.iterdir())
    assert drafts.finding(laid.desk.pack_path, "")().values == {"title": "Fine", "talk": ("a",)}
    for text in ("", "[]", "{", '{"values": 3}', '{"values": {"title": [[[[[[1]]]]]]}}'):
        path.write_text(text, encoding="utf-8")
        found = drafts.finding(laid.desk.pack_path, "")()
        assert found is None or found.text("title") == ""


def test_the_pack_that_came_with_the_game_stays_as_it_is(table):
    laid = table()
    before = CORE.read_bytes()
    library(laid)
    focus(laid, "card four-names-on-a-receipt")
    laid.press("enter", "e")
    fill(laid, "title", "Five names on a receipt")
    laid.press("ctrl+s")
    assert CORE.read_bytes() == before
    assert changed(CORE.read_text("utf-8"), own_pack(laid).read_text("utf-8")) == [
        "-  title: MaP core pack",
        "+  title: My pack",
        "-    title: Four names on a receipt",
        "+    title: Five names on a receipt",
    ]
    assert laid.desk.pack_path == own_pack(laid)
    assert own_pack(laid) in laid.desk.packs()


PACK = """\
# My ward.
cards:
  - id: one   # the first
    theme: roles
    title: One
    level: 1
    scene: A nurse waits.
    think: Why?
    talk: [Who?, When?]
    agree: We would all say…
    feeds: [roles]
"""


def open_own(laid, text=PACK):
    path = laid.desk.places.data / "ward.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    laid.desk.open_pack(path)
    return path


def edit_one(laid, title):
    library(laid)
    focus(laid, "card one")
    laid.press("enter", "e")
    fill(laid, "title", title)


def test_saving_keeps_what_somebody_else_wrote_into_the_file_meanwhile(table):
    laid = table()
    path = open_own(laid)
    edit_one(laid, "Uno")
    theirs = PACK.replace("A nurse waits.", "Two nurses wait.  # really")
    path.write_text(theirs, encoding="utf-8")
    laid.press("ctrl+s")
    assert path.read_text("utf-8") == theirs.replace("title: One", "title: Uno")
    assert "Saved in" in words(laid)


def test_a_pack_that_was_opened_is_open_again_next_time(tmp_path, faces):
    first = Table(tmp_path, faces)
    path = open_own(first)
    keeping = Desk(first.desk.places)
    keeping.open_pack(path)
    assert Desk(first.desk.places).pack_path == path
    path.unlink()
    assert Desk(first.desk.places).pack_path == CORE


def test_a_file_that_cannot_be_written_is_told_and_the_draft_kept(table):
    laid = table()
    path = open_own(laid)
    path.chmod(0o444)
    edit_one(laid, "Uno")
    laid.press("ctrl+s")
    assert "ward.yaml was not written: it is marked as read-only" in words(laid)
    assert path.read_text("utf-8") == PACK
    laid.desk.drafts.flush()
    assert laid.desk.drafts.finding(path, "one")().text("title") == "Uno"


def test_a_card_moves_to_another_theme_and_loses_its_code(table):
    laid = table()
    path = open_own(laid, PACK.replace("    title", "    code: R-05\n    title"))
    library(laid)
    focus(laid, "card one")
    laid.press("enter", "e")
    focus(laid, "theme early")
    laid.press("enter", "ctrl+s")
    text = path.read_text("utf-8")
    assert "theme: early" in text
    assert "code" not in text
    assert "feeds: [early]" in text
    assert laid.desk.pack.cards[0].theme is Theme.EARLY


def test_a_copy_is_a_card_of_its_own(table):
    laid = table()
    path = open_own(laid)
    library(laid)
    focus(laid, "card one")
    laid.press("enter", "c")
    assert laid.host.screen.draft.text("title") == "One (copy)"
    laid.press("ctrl+s")
    assert [each.id for each in laid.desk.pack.cards] == ["one", "one-2"]
    assert path.read_text("utf-8").startswith(PACK)


def test_a_title_that_another_card_has_cannot_take_its_name(table):
    laid = table()
    open_own(laid)
    new_card(laid)
    write_a_card(laid, "One")
    laid.press("ctrl+s")
    assert laid.screen == "editor card"
    assert 'Another card of the pack is called "one"' in words(laid)


def test_a_fact_is_found_by_its_words_and_put_on_the_card(table):
    laid = table()
    open_own(laid)
    library(laid)
    focus(laid, "card one")
    laid.press("enter", "e")
    to_part(laid, "evidence")
    laid.press("enter")
    assert laid.screen == "choosing"
    focus(laid, "search")
    laid.type("six parts")
    key = next(each for each in laid.host.reachable() if each.startswith("choice "))
    focus(laid, key)
    laid.press("enter")
    assert laid.host.screen.draft.text("evidence") == key.removeprefix("choice ")
    focus(laid, "no evidence")
    laid.press("enter")
    assert laid.host.screen.draft.text("evidence") == ""


def test_everything_of_a_card_can_be_made_with_the_pointer_too(table):
    laid = table()
    new_card(laid)
    for key in ("theme roles", "level 2", "person amira", "part agree", "feeds early"):
        press(laid, key)
    press(laid, "undo")
    assert laid.host.screen.draft.texts("feeds") == ("roles",)
    press(laid, "redo")
    assert laid.screen == "editor agree"
    draft = laid.host.screen.draft
    assert (draft.text("theme"), draft.text("level")) == ("roles", "2")
    assert draft.texts("feeds") == ("roles", "early")
    press(laid, "preview")
    assert laid.screen == "preview"


def press(laid, key):
    """Scroll as the focus would, then point at it."""
    focus(laid, key)
    laid.host.frame()
    placed = next(each for each in laid.host.frame().root.walk() if each.key == key)
    x, y = Rect(*placed.rect).centre
    laid.clock.wait(1)
    laid.host.accept(PointerPressed(x, y))
    laid.host.accept(PointerReleased(x, y))
    laid.host.settle()


def test_the_preview_shows_both_sides_as_they_are_printed(table):
    laid = table()
    library(laid)
    focus(laid, "card four-names-on-a-receipt")
    laid.press("enter", "p", "b")
    assert laid.host.screen.printed
    sides = [each.role.name for each in laid.host.frame().root.walk() if each.role]
    assert "R-01 as printed, front" in sides
    assert "R-01 as printed, back" in sides
    laid.press("n")
    assert not laid.host.screen.printed


@pytest.mark.parametrize("stage", ["meet", "think", "round", "talk", "evidence", "agree", "keep"])
def test_the_preview_says_what_a_session_will(table, stage):
    laid = table()
    library(laid)
    focus(laid, "card four-names-on-a-receipt")
    laid.press("enter", "p")
    focus(laid, f"stage {stage}")
    laid.press("enter")
    card = laid.desk.pack.card("four-names-on-a-receipt")
    said = {
        "meet": card.scene,
        "think": card.think,
        "round": card.lenses[0].prompt,
        "talk": card.talk[0],
        "evidence": laid.desk.pack.fact(card.evidence).claim,
        "agree": card.agree,
        "keep": card.helps,
    }[stage]
    shown = words(laid)
    assert repr(said) in shown or said in shown
    # What could be pressed on the card in a session is here to look at only.
    assert not [key for key in laid.host.reachable() if key.startswith(("pane", "agreed"))]
