"""
What a table that has never seen the game relies on: keys shown are keys that work, nothing typed is
lost, nothing jumps away, and everybody sees who sits round the table.
"""

from types import SimpleNamespace

import pytest
from ui_hands import Finger

from game import tongue
from game.rules.commands import (
    AcceptAgreement,
    ChooseTheme,
    EndBreather,
    EndMoment,
    NextDebriefStep,
    NextStage,
    NextVoice,
    PlayCard,
    Refusal,
    RollDie,
    StopHere,
    Walk,
)
from game.rules.state import Direction, Phase, Seat, SeatId, Setup, Stage
from game.ui.art.board import BoardArt
from game.ui.kit.content import Text
from game.ui.kit.controls import KeyCap
from game.ui.kit.drawing import Words
from game.ui.kit.inputs import CloseAsked, KeyPressed
from game.ui.kit.scroll import ScrollBy, Scrolled
from game.ui.screens.board import BoardScreen
from game.ui.screens.faceup import FaceUpScreen
from game.ui.screens.languages import nowhere
from game.ui.screens.registry import screen_for
from game.values import replace

NAMES = ("Priya", "Tom", "Agnes and Lou", "Marek", "Bola", "Chidi", "Dee", "Esme")
SEED = 1
"""With which the first roll leads from the start to a crossroads."""
LONGEST = "One clear message behind you, or The person’s view ahead?"


@pytest.fixture
def seated(table):
    """A table of so many seats that has agreed how it talks."""

    def lay(seats=4, size=(1280, 720), **choices):
        made = table(size=size, **choices)
        sitting = tuple(Seat(SeatId(n), NAMES[n]) for n in range(seats))
        assert made.desk.begin(Setup(sitting)) is None
        do(made, AcceptAgreement())
        return shown(made)

    return lay


def do(table, *commands):
    for command in commands:
        assert not isinstance(table.desk.session.send(command), Refusal), command


def shown(table):
    table.host_on(screen_for(table.desk))
    return table


def state(table):
    return table.desk.session.state


def at_stage(table, stage):
    """On to this stage of the first card."""
    ways = {
        Phase.ROLL: RollDie(),
        Phase.WALK: Walk(Direction.FORWARD),
        Phase.CROSSROADS: ChooseTheme,
        Phase.CARD: PlayCard(),
        Phase.MOMENT: EndMoment(),
        Phase.BREATHER: EndBreather(),
    }
    while state(table).phase is not Phase.TALK:
        do(table, ways[state(table).phase])
    while state(table).stage is not stage:
        do(table, NextVoice() if state(table).stage is Stage.ROUND else NextStage())
    return shown(table)


def counting(table):
    """At the first line of the show of hands."""
    do(table, StopHere(), *[NextDebriefStep()] * 4)
    return shown(table).press("1")


def placed(table, key):
    return next(each for each in table.host.frame().root.walk() if each.key == key)


def caps(table):
    """What the key caps say, as they are drawn."""
    frame = table.host.frame()
    boxes = [each.rect for each in frame.root.walk() if isinstance(each.widget, KeyCap)]
    return {
        op.text
        for op in frame.ops
        if isinstance(op, Words) and any(box.holds(*op.bounds.centre) for box in boxes)
    }


# The show of hands.


def test_hands_are_counted_by_typing_from_the_first_line_on(seated):
    table = counting(seated())
    table.type("2").press(*["enter"] * 10)
    assert table.screen == "hands 1"
    table.type("3").press("space")
    hands = state(table).closing.hands
    assert [each.before for each in hands] == [(2, 0, 0, 0, 0), (3, 0, 0, 0, 0)]


def test_while_hands_are_counted_the_keys_of_every_screen_go_on_working(seated):
    table = counting(seated())
    assert table.host.typing
    table.press("p")
    assert table.screen == "pause"
    table.press("p", "b")
    assert table.screen == "curtain"
    table.press("b", "space", "escape", "escape")
    assert table.screen == "hands 0"


# Keys on the screen.


def test_while_words_are_typed_no_cap_names_a_key_that_only_types(seated):
    table = at_stage(seated(), Stage.AGREE)
    assert {"Space", "N", "P", "B", "S"} <= caps(table)
    table.press("tab")
    assert table.host.typing
    assert {"PgDn", "F1", "F2", "F3", "F4", "F6"} <= caps(table)
    assert not {"Space", "N", "P", "B", "S"} & caps(table)
    table.press("page down")
    assert state(table).stage is Stage.KEEP


@pytest.mark.parametrize(("key", "screen"), [("f4", "pause"), ("f3", "support"), ("f6", "table")])
def test_in_the_middle_of_a_word_what_is_there_at_any_moment_is_one_key_away(seated, key, screen):
    table = at_stage(seated(), Stage.AGREE).press("tab").type("We ask")
    assert table.host.typing
    table.press(key)
    assert table.screen == screen
    table.press("escape")
    assert table.screen == "conversation agree"
    assert state(table).proposal.words == "We ask"


def test_who_needs_larger_text_gets_to_it_in_the_middle_of_a_word(table):
    laid = table().press("n", "tab")
    assert laid.host.typing
    assert "F9" in caps(laid)
    assert "Shift A" not in caps(laid)
    laid.press("f9")
    assert laid.screen == "settings"
    laid.press("escape")
    assert laid.screen == "seats"


def test_the_seats_say_which_key_leads_to_the_names(table):
    laid = table().press("n")
    assert "Tab" in caps(laid)
    assert "key tab" not in laid.host.reachable()
    laid.press("tab")
    assert laid.host.interaction.focus == "name 0"


# What is typed.


def test_a_step_taken_back_leaves_the_line_that_was_typed_before_it(seated):
    table = at_stage(seated(), Stage.AGREE)
    panes = state(table).proposal.panes
    table.press("tab").type("Levi rings").press("tab", "enter")
    assert state(table).proposal.panes != panes
    table.press("escape")
    assert state(table).proposal.panes == panes
    assert state(table).proposal.words == "Levi rings"


@pytest.mark.parametrize("closing", [CloseAsked(), KeyPressed("q", ctrl=True)])
def test_closing_the_window_keeps_a_half_typed_line(seated, closing):
    table = at_stage(seated(), Stage.AGREE)
    table.press("tab").type("Levi rings")
    assert state(table).proposal.words == ""
    table.host.accept(closing)
    assert not table.host.running
    assert state(table).proposal.words == "Levi rings"


# What is shown.


def test_a_notice_moves_nothing_that_can_be_pressed(seated):
    table = at_stage(seated(), Stage.ROUND)
    before = {
        each.key: each.rect for each in table.host.frame().root.walk() if each.message is not None
    }
    table.press("n")
    frame = table.host.frame()
    told = [each for each in frame.root.walk() if each.role and each.role.kind == "alert"]
    assert len(told) == 1
    after = {each.key: each.rect for each in frame.root.walk() if each.message is not None}
    assert after == before


def test_a_notice_covers_the_bar_of_keys_and_nothing_that_is_read(seated):
    table = at_stage(seated(), Stage.ROUND).press("n")
    (told,) = (
        each for each in table.host.frame().root.walk() if each.role and each.role.kind == "alert"
    )
    lowest = max(
        each.rect.bottom
        for each in table.host.frame().root.walk()
        if each.key and each.message is not None and not each.key.startswith("key ")
    )
    assert lowest <= told.rect.y
    assert told.rect.bottom <= 720


LONG = "A third pane takes the place of the one that was chosen first, Acting early."


def notice_of(table):
    (told,) = (
        each for each in table.host.frame().root.walk() if each.role and each.role.kind == "alert"
    )
    return told.rect


def pressed_on(table):
    """Where everything stands that can be pressed, but for the marks of what scrolls."""
    return {
        each.key: each.rect
        for each in table.host.frame().root.walk()
        if each.message is not None and not isinstance(each.message, ScrollBy)
    }


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("words", ["Who haven’t we heard?", LONG])
def test_at_any_text_a_notice_of_any_length_moves_and_covers_nothing_that_is_pressed(
    seated, text, words
):
    table = at_stage(seated(text=text), Stage.ROUND)
    before = pressed_on(table)
    table.host.tell(words)
    assert pressed_on(table) == before
    told = notice_of(table)
    for key, rect in before.items():
        if not key.startswith("key "):
            assert told.shared(rect).h <= 4, key
    # Nor does it lie on the question in hand.
    asked = next(
        each.rect
        for each in table.host.frame().root.walk()
        if getattr(each.widget, "plain", "").endswith("?")
    )
    assert not told.shared(asked).h


def test_a_long_notice_leaves_the_head_of_the_board_free(seated):
    table = seated(text=200)
    table.host.tell(f"{LONG} That one is not fed now: mark it again.")
    assert table.screen == "board"
    assert notice_of(table).y > 200
    for rect in (each for key, each in pressed_on(table).items() if not key.startswith("key ")):
        assert not notice_of(table).shared(rect).h


@pytest.mark.parametrize(
    ("card", "words"),
    [
        ("a-cuff-on-the-kitchen-table", "The person you walk with."),
        ("four-names-on-a-receipt", "not about Amira, but about somebody else"),
        ("one-side-please", "about somebody else whom Amira might meet"),
    ],
)
def test_a_card_says_whether_it_is_about_whom_the_table_walks_with(
    seated, monkeypatch, card, words
):
    table = seated()
    session = table.desk.session
    setup = replace(session.state.setup, person="amira")
    walking = SimpleNamespace(state=replace(session.state, setup=setup), pack=session.pack)
    monkeypatch.setattr("game.ui.screens.faceup.live", lambda _desk: walking)
    told = FaceUpScreen(table.desk)._whom(session.pack.card(card))
    assert words in repr(told)


@pytest.mark.parametrize("seats", range(2, 9))
def test_everybody_at_the_board_is_seen_beside_the_longest_question(seated, monkeypatch, seats):
    monkeypatch.setattr(BoardScreen, "_ways", lambda _screen, _state: LONGEST)
    table = seated(seats)
    do(table, RollDie())
    side = placed(shown(table), "board side")
    assert side.data == Scrolled(0, 0)


@pytest.mark.parametrize("seats", [5, 8])
def test_at_the_crossroads_nothing_is_cut_off_below_the_themes(seated, seats):
    table = seated(seats, seed=SEED)
    do(table, RollDie(), Walk(Direction.FORWARD))
    assert state(table).phase is Phase.CROSSROADS
    assert placed(shown(table), "board side").data == Scrolled(0, 0)


def test_what_scrolls_begins_level_with_what_stands_beside_it(seated):
    table = seated().press("shift+a")
    left = placed(table, "settings left")
    assert left.data.most > 0
    assert left.parts[0].rect.y == left.rect.y


def test_the_themes_are_named_beside_the_door_at_half_as_large_again(seated):
    table = seated(text=150)
    said = {
        each.widget.plain
        for each in table.host.frame().root.walk()
        if hasattr(each.widget, "plain")
    }
    assert {"Who does what", "Moving between"} <= said


def test_a_second_language_that_no_card_has_is_told(table):
    laid = table()
    assert nowhere(laid.desk) == ""
    laid.press("space")
    laid.desk.settings = type(laid.desk.settings)(second="zz")
    assert "No card here is in “zz”" in nowhere(laid.desk)


# Fingers and a keyboard.


def test_a_tap_on_a_field_brings_letters_only_where_no_keyboard_was_used_last(table):
    laid = table(size=(1280, 720))
    laid.press("n")
    finger = Finger(laid)
    finger.press("name 0")
    assert laid.screen == "seats"
    assert laid.host.typing
    finger.press("name 0")
    assert laid.screen == "lettering"


def board_of(table):
    """What is seen of the board's region, and where the ring stands in it."""
    parts = list(table.host.frame().root.walk())
    region = next(each for each in parts if each.key == "board all")
    return region.rect, next(each.rect for each in parts if isinstance(each.widget, BoardArt))


@pytest.mark.parametrize("text", [160, 180, 200])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_the_whole_path_is_seen_at_large_text_and_keeps_its_size(seated, size, text):
    laid = seated(size=size, text=text)
    region, ring = board_of(laid)
    assert region.y <= ring.y
    assert ring.bottom <= region.bottom
    laid.press("space")
    assert state(laid).phase is Phase.WALK
    region, walked = board_of(laid)
    assert walked.bottom <= region.bottom
    laid.press("space", "escape", "escape")
    assert board_of(laid)[1] == ring


def test_who_sits_there_is_reached_by_keys_alone_at_large_text(seated):
    table = seated(seats=8, text=200)
    assert not in_view(table, "Esme")
    table.press("tab")
    assert table.host.interaction.focus == "board all more"
    for _ in range(4):
        table.press("enter")
        if in_view(table, "Esme"):
            break
    assert in_view(table, "Esme")
    # Or with an arrow, with no focus anywhere.
    table.host_on(screen_for(table.desk))
    table.press(*["down"] * 8)
    assert in_view(table, "Esme")


def in_view(table, name):
    parts = list(table.host.frame().root.walk())
    region = next(each for each in parts if each.key == "board all")
    row = next(each.rect for each in parts if each.role and each.role.name == name)
    return region.rect.y <= row.y and row.bottom <= region.rect.bottom


@pytest.fixture
def english_again():
    yield
    tongue.speak(None)


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("text", [100, 130, 150, 200])
def test_no_name_of_a_button_is_broken_however_many_sit_there(seated, text, language):
    table = seated(seats=8, text=text)
    table.desk.change(replace(table.desk.settings, language=language))
    at_stage(table, Stage.ROUND)
    names = [
        part
        for key in ("next", "pass", "nudge", "lens", "onward")
        for part in placed(table, key).walk()
        if isinstance(part.widget, Text) and part.widget.kind == "label"
    ]
    lines = {each.widget.plain: each.data.lines for each in names}
    assert lines == dict.fromkeys(lines, 1)
    assert len(lines) == 5
    if text == 100:
        # And all the voices are seen at once.
        regions = (each for each in table.host.frame().root.walk() if each.key)
        (side,) = (each.data for each in regions if each.key.endswith(f"{Stage.ROUND} side"))
        assert side == Scrolled(0, 0)
