"""The closing, from the debrief to the open door, played by keys and pointer without a window."""

import itertools
import threading
from pathlib import Path

import pytest
from ui_fits import misfits
from ui_matrix import Case, again
from ui_table import Table

from game.app import errand, reporting
from game.model.themes import Theme
from game.outcomes.answers import Commitment, Hands, Sheet
from game.outcomes.items import ITEMS, POINTS, SURE, SURE_POINTS
from game.outcomes.promises import LIKELY, Likely
from game.report.reading import read
from game.report.words import scale_sentence, summary
from game.rules.commands import (
    AcceptAgreement,
    ChangePlan,
    ChooseTheme,
    CountHands,
    EndBreather,
    EndMoment,
    EndSurvey,
    HandInSheets,
    NextDebriefStep,
    NextStage,
    NextVoice,
    OpenDoor,
    PlaceMarker,
    PlayCard,
    Refusal,
    RollDie,
    StopHere,
    Walk,
    WriteCommitment,
    WriteMessage,
    WriteWords,
)
from game.rules.state import (
    Direction,
    Phase,
    Played,
    Seat,
    SeatId,
    Setup,
    Stage,
)
from game.ui.art.change import TOO_FEW, Change, point_words
from game.ui.kit.drawing import Box
from game.ui.kit.inputs import KeyPressed, PointerPressed, PointerReleased
from game.ui.pilot import Pilot
from game.ui.screens.registry import screen_for

NAMES = ("Priya", "Tom", "Agnes and Lou", "Marek", "Bola", "Chidi", "Dee", "Esme")
LINE = "We would all say: we check body and mind together."


@pytest.fixture
def laid(table):
    """A table of some seats at the debrief, after some conversations."""

    def lay(conversations=0, seats=4, hurried=False, **choices):
        made = table(**choices)
        sitting = tuple(Seat(SeatId(n), NAMES[n]) for n in range(seats))
        assert made.desk.begin(Setup(sitting)) is None
        do(made, AcceptAgreement(), ChangePlan(max(1, conversations)))
        for number in range(conversations):
            converse(made, LINE if number == 0 else "", hurried=hurried)
        if not conversations:
            do(made, StopHere())
        made.host_on(screen_for(made.desk))
        return made

    return lay


def do(table, *commands):
    """Put commands straight to the rules, as earlier screens would have done."""
    for command in commands:
        answer = table.desk.session.send(command)
        assert not isinstance(answer, Refusal), (command, answer)


def converse(table, words, *, hurried):
    """From the roll to the end of one conversation."""
    session = table.desk.session
    held = len(session.state.played)
    while len(session.state.played) == held:
        match session.state.phase:
            case Phase.ROLL:
                do(table, RollDie())
            case Phase.WALK:
                do(table, Walk(Direction.FORWARD))
            case Phase.CROSSROADS:
                next(t for t in Theme if not isinstance(session.send(ChooseTheme(t)), Refusal))
            case Phase.CARD:
                do(table, PlayCard())
            case Phase.MOMENT:
                do(table, EndMoment())
            case Phase.BREATHER:
                do(table, EndBreather())
            case _:
                talk_on(table, words, hurried=hurried)


def talk_on(table, words, *, hurried):
    """One step through the stages; a hurried table leaves the round before its end."""
    stage = table.desk.session.state.stage
    if stage is Stage.ROUND and not hurried:
        do(table, NextVoice())
        return
    if stage is Stage.AGREE:
        do(table, WriteWords(words), PlaceMarker(0))
    do(table, NextStage())


def at(laid, phase, **choices):
    """A table that has come to a phase of the closing."""
    table = laid(**choices)
    if phase is not Phase.DEBRIEF:
        do(table, *[NextDebriefStep()] * 4)
    if phase in {Phase.COMMITMENTS, Phase.DOOR}:
        do(table, EndSurvey())
    if phase is Phase.DOOR:
        do(table, OpenDoor())
    table.host_on(screen_for(table.desk))
    return table


def state(table):
    return table.desk.session.state


def said(table):
    """Everything the screen says to somebody who listens, in reading order."""
    roles = [each.role for each in table.host.frame().root.walk() if each.role is not None]
    return " | ".join(f"{role.name} {role.value}".strip() for role in roles)


def charts(table):
    return [each for each in table.host.frame().root.walk() if isinstance(each.widget, Change)]


def click(table, key):
    placed = next(each for each in table.host.frame().root.walk() if each.key == key)
    table.clock.wait(1)
    table.host.accept(PointerPressed(*placed.rect.centre))
    table.host.accept(PointerReleased(*placed.rect.centre))


def focus(table, key):
    """Walk with Tab until the focus is there."""
    for _ in range(80):
        if table.host.interaction.focus == key:
            return
        table.press("tab")
    raise AssertionError(f"Tab never came to {key}")


def on_disk(table):
    """Every byte that the session has written."""
    saves = table.desk.places.saves
    return {path: path.read_bytes() for path in sorted(saves.rglob("*")) if path.is_file()}


# The debrief.


def test_the_debrief_goes_through_its_four_steps_to_before_and_now(laid):
    table = laid()
    for step in table.desk.session.pack.debrief:
        assert step.say in said(table)
        assert all(question in said(table) for question in step.ask)
        table.press("space")
    assert state(table).phase is Phase.SURVEY
    assert table.screen == "survey"


def test_beside_the_debrief_stands_what_the_table_met(laid):
    table = laid(conversations=2)
    for played in state(table).played:
        card = table.desk.session.pack.card(played.card)
        assert card.title in said(table)
        assert card.theme.label in said(table)
    assert "Our plans gave mind and body equal weight." in said(table)


def test_at_patterns_the_agreed_lines_are_read_once_more(laid):
    table = laid(conversations=1)
    assert LINE not in said(table)
    table.press("space")
    assert f"“{LINE}”" in said(table)


def test_an_agreed_line_can_be_the_start_of_our_one_message(laid):
    table = laid(conversations=1)
    table.press("space", "space", "space")
    click(table, "start 0")
    table.press("space")
    assert state(table).closing.message == LINE
    assert state(table).phase is Phase.SURVEY


def test_no_press_puts_another_line_in_place_of_our_own_words(laid):
    table = laid(conversations=1)
    table.press("space", "space", "space")
    assert "start 0" in table.host.reachable()
    click(table, "message")
    table.type("Ask twice.")
    assert "start 0" not in table.host.reachable()


def test_enter_keeps_the_message(laid):
    table = laid()
    table.press("space", "space", "space")
    click(table, "message")
    table.type("One plan, one page.").press("enter")
    assert state(table).closing.message == "One plan, one page."


def test_what_is_being_typed_survives_undo_and_comes_back_with_redo(laid):
    table = laid()
    table.press("space", "space", "space")
    click(table, "message")
    table.type("One plan.").press("escape", "ctrl+z")
    assert table.screen == "debrief 3"
    assert state(table).closing.message == ""
    table.press("ctrl+y")
    assert state(table).closing.message == "One plan."


# By show of hands.


def test_before_and_now_can_be_left_out(laid):
    table = at(laid, Phase.SURVEY)
    table.press("0")
    assert state(table).phase is Phase.COMMITMENTS
    assert state(table).closing.hands == ()
    assert state(table).closing.sheets == ()


def test_all_seven_lines_are_read_in_their_exact_words(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    for item in ITEMS:
        assert f"How well do you understand {item.asks.removeprefix('… ')}" in said(table)
        assert all(point in said(table) for point in POINTS)
        table.press("space")
    assert SURE in said(table)
    assert all(point in said(table) for point in SURE_POINTS)
    table.press("space")
    assert table.screen == "survey"


def test_hands_can_be_counted_by_typing_alone(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    focus(table, "before 1")
    for count in ("1", "2", "3", "", "", "", "", "2", "3", "1"):
        table.type(count).press("enter")
    assert state(table).closing.hands == (Hands(0, (1, 2, 3, 0, 0), (0, 0, 2, 3, 1)),)
    assert table.screen == "hands 1"


def test_hands_can_be_counted_with_plus_and_minus(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    for key in ("plus before 2", "plus before 2", "minus before 2", "minus now 5", "plus now 4"):
        click(table, key)
    table.press("space")
    assert state(table).closing.hands == (Hands(0, (0, 1, 0, 0, 0), (0, 0, 0, 1, 0)),)


def test_only_numbers_stay_in_a_count(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    click(table, "before 1")
    table.type("1x2")
    assert table.host.interaction.editing.text == "12"
    table.press("page down")
    assert state(table).closing.hands[0].before == (12, 0, 0, 0, 0)


def test_space_in_a_count_goes_on_as_the_main_button_says(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    click(table, "before 1")
    table.type("3").press("space").type(" ")
    assert table.screen == "hands 1"
    assert state(table).closing.hands[0].before == (3, 0, 0, 0, 0)


def test_more_hands_than_people_are_remarked_upon_and_kept(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    click(table, "before 1")
    table.type("4")
    assert "More hands" not in said(table)
    table.press("backspace").type("5")
    assert "More hands than the 4 people at the table." in said(table)
    table.press("space")
    assert state(table).closing.hands[0].before == (5, 0, 0, 0, 0)


@pytest.mark.parametrize(("seats", "told"), [(4, True), (5, False)])
def test_a_table_too_small_for_a_chart_is_told_so_beforehand_and_leaves_it_out_by_one_key(
    laid, seats, told
):
    table = at(laid, Phase.SURVEY, seats=seats)
    assert ("You are four. A chart needs five answers, and a report eight" in said(table)) is told
    table.press("0")
    assert state(table).phase is Phase.COMMITMENTS
    assert state(table).closing.hands == ()


def test_a_line_that_nobody_counted_writes_nothing(laid):
    table = at(laid, Phase.SURVEY)
    before = on_disk(table)
    table.press("1", *["space"] * 8)
    assert state(table).closing.hands == ()
    assert on_disk(table) == before


def test_a_count_can_be_taken_back_without_losing_the_line(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    click(table, "plus now 3")
    # The first Esc leads out of the field, the second to the line before.
    table.press("space", "escape", "escape", "ctrl+z")
    assert table.screen == "hands 0"
    assert state(table).closing.hands == ()
    table.press("ctrl+y")
    assert state(table).closing.hands == (Hands(0, (0,) * 5, (0, 0, 1, 0, 0)),)


def test_counting_a_line_again_takes_the_place_of_the_first_count(laid):
    table = at(laid, Phase.SURVEY)
    table.press("1")
    click(table, "plus now 3")
    table.press("space", "escape", "escape")
    click(table, "plus now 3")
    table.press("space")
    assert state(table).closing.hands == (Hands(0, (0,) * 5, (0, 0, 2, 0, 0)),)


# One at a time, behind the curtain.


def fill_in(table, before, now):
    """One person's turn at the keys; a point of 0 is "prefer not to say"."""
    table.press("space")
    for one, other in zip(before, now, strict=True):
        table.press(str(one), str(other), "space")
    table.press("f")


def test_no_sheet_is_on_disk_before_all_are_handed_in_together(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    before = on_disk(table)
    for points in ((5, 4), (1, 2), (3, 3)):
        fill_in(table, [points[0]] * 7, [points[1]] * 7)
        assert on_disk(table) == before
        assert state(table).closing.sheets == ()
    table.press("h")
    assert on_disk(table) != before
    assert [(each.before[0], each.now[0]) for each in state(table).closing.sheets] == [
        (1, 2),
        (3, 3),
        (5, 4),
    ]


def test_all_sheets_are_handed_in_by_one_step_at_one_time(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    steps = len(table.desk.session.events)
    for point in (4, 2, 3):
        fill_in(table, [point] * 7, [point] * 7)
        table.clock.wait(60)
    table.press("h")
    assert len(table.desk.session.events) == steps + 1
    assert table.screen == "survey"
    assert "Three sheets handed in" in said(table)


@pytest.mark.parametrize("order", list(itertools.permutations((1, 3, 5))))
def test_the_waiting_sheets_do_not_tell_who_came_first(laid, order):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    for point in order:
        fill_in(table, [point] * 7, [point] * 7)
    assert [each.before[0] for each in table.host.screen.waiting.sheets] == [1, 3, 5]


def test_a_sheet_holds_just_what_was_answered(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    fill_in(table, (1, 2, 3, 4, 5, 0, 2), (5, 4, 3, 2, 1, 3, 0))
    table.press("h")
    assert state(table).closing.sheets == (
        Sheet((1, 2, 3, 4, 5, None, 2), (5, 4, 3, 2, 1, 3, None)),
    )


def test_lines_can_be_passed_over_without_a_word(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2", "space", *["page down"] * 12, "h")
    assert state(table).closing.sheets == (Sheet((None,) * 7, (None,) * 7),)


def test_an_answer_can_be_changed_by_pointer_and_on_the_way_back(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2", "space", "2", "4", "space", "escape")
    click(table, "0 3")
    click(table, "1 5")
    table.press(*["page down"] * 12, "h")
    sheet = state(table).closing.sheets[0]
    assert (sheet.before[0], sheet.now[0]) == (3, 5)


def test_the_next_person_finds_nothing_of_the_last_ones_answers(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    fill_in(table, [5] * 7, [5] * 7)
    table.press("space")
    radios = [each.role for each in table.host.frame().root.walk() if each.role is not None]
    assert not any(role.on for role in radios if role.kind == "radio")


def test_no_key_carries_the_waiting_sheets_away(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    fill_in(table, [2] * 7, [4] * 7)
    table.press("escape", "ctrl+z", "ctrl+y", "t", "p", "page up")
    assert table.host.screen.waiting.count == 1
    assert len(table.host.stack) == 1


def test_sheets_outlast_a_look_at_help_support_and_curtain(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    fill_in(table, [2] * 7, [4] * 7)
    for key in ("f1", "s", "b"):
        table.press(key)
        assert len(table.host.stack) == 2
        table.press("escape")
    assert table.host.screen.waiting.count == 1


def test_sheets_can_be_let_go_unread_after_a_second_thought(laid):
    table = at(laid, Phase.SURVEY)
    table.press("2")
    before = on_disk(table)
    fill_in(table, [2] * 7, [4] * 7)
    click(table, "let go")
    table.press("space")
    assert table.host.screen.waiting.count == 1
    click(table, "let go")
    click(table, "let go")
    assert table.screen == "survey"
    assert state(table).closing.sheets == ()
    assert on_disk(table) == before


# What we will do.


def test_each_seat_may_write_one_line_and_none_has_to(laid):
    table = at(laid, Phase.COMMITMENTS)
    click(table, "commitment 0")
    table.type("ring before the check").press("enter")
    assert table.host.interaction.focus == "where 0"
    table.type("at clinic").press("enter").type("Friday").press("enter", "tab", "enter")
    assert table.host.interaction.focus == "commitment 1"
    table.press("enter").type("ask for the letter").press("enter", "escape", "space")
    assert state(table).phase is Phase.DOOR
    assert dict(state(table).closing.commitments) == {
        SeatId(0): Commitment("ring before the check", "at clinic", "Friday", Likely.MAYBE),
        SeatId(2): Commitment("ask for the letter"),
    }


def test_the_caret_goes_along_from_one_empty_line_to_the_next(laid):
    table = at(laid, Phase.COMMITMENTS)

    def carets():
        fields = [each for each in table.host.frame().root.walk() if each.takes_text]
        return [each.key for each in fields if each.data.caret is not None]

    for number in range(2):
        focus(table, f"commitment {state(table).seats[number].id}")
        assert carets() == [f"commitment {state(table).seats[number].id}"]


def test_opening_the_door_keeps_what_is_still_being_typed(laid):
    table = at(laid, Phase.COMMITMENTS)
    click(table, "commitment 1")
    table.type("walk to clinic")
    click(table, "commitment 3")
    table.type("tell the GP")
    click(table, "open")
    assert dict(state(table).closing.commitments) == {
        SeatId(1): Commitment("walk to clinic"),
        SeatId(3): Commitment("tell the GP"),
    }


@pytest.mark.parametrize("text", [100, 200])
def test_the_ring_round_how_likely_is_round_and_clear_of_the_question(laid, text):
    table = at(laid, Phase.COMMITMENTS, text=text)
    click(table, "commitment 0")
    table.type("walk")
    focus(table, "likely 0 unlikely")
    frame = table.host.frame()
    placed = {
        each.key or getattr(each.widget, "plain", ""): each.rect for each in frame.root.walk()
    }
    chip, question = placed["likely 0 unlikely"], placed[LIKELY]
    around = (op for op in frame.ops if isinstance(op, Box) and op.fill is None)
    rings = [op for op in around if op.rect.x < chip.x and op.rect.holds(*chip.centre)]
    ring = max(rings, key=lambda op: op.rect.h)
    assert question.bottom <= ring.rect.y
    assert 2 * ring.radius <= ring.rect.h


def test_a_half_written_line_survives_undo_and_comes_back_with_redo(laid):
    table = at(laid, Phase.COMMITMENTS)
    click(table, "commitment 1")
    table.type("walk").press("escape", "ctrl+z")
    assert table.screen == "commitments"
    assert state(table).closing.commitments == ()
    table.press("ctrl+y")
    assert dict(state(table).closing.commitments) == {SeatId(1): Commitment("walk")}


# The finale.


def open_door(table):
    table.clock.wait(1)
    table.host.accept(KeyPressed("space"))


def test_the_door_swings_open_with_a_sound(laid):
    table = at(laid, Phase.COMMITMENTS)
    open_door(table)
    assert table.host.moving
    assert [signal.name for signal in table.host.signals] == ["chime"]
    table.clock.wait(5)
    table.host.frame()
    assert not table.host.moving


def test_with_reduced_motion_the_door_is_open_at_once(laid):
    table = at(laid, Phase.COMMITMENTS)
    table.press("shift+a")
    table.host.stack.pop()
    table.desk.change(type(table.desk.settings)(still=True))
    open_door(table)
    assert not table.host.moving
    assert "The door is open" in said(table)


def test_the_door_opens_after_no_conversation_at_all(laid):
    table = at(laid, Phase.DOOR)
    assert "However far we came today, the door opens." in said(table)
    assert charts(table) == []


def test_the_finale_shows_what_we_will_do_and_our_one_message(laid):
    table = at(laid, Phase.DOOR, conversations=1)
    do(table, WriteMessage("One plan, one page."), WriteCommitment(SeatId(1), "walk to clinic"))
    table.host.stir()
    assert "Tom: walk to clinic" in said(table)
    assert "“One plan, one page.”" in said(table)
    assert "Our plan gave mind and body equal weight." in said(table)
    assert "Priya" not in said(table)


def test_a_voice_for_every_seat_is_claimed_only_where_it_was_offered(laid):
    whole = at(laid, Phase.DOOR, conversations=2)
    assert "Two conversations" in said(whole)
    assert "every seat offered a voice" in said(whole)
    hurried = at(laid, Phase.DOOR, conversations=1, hurried=True)
    assert "One conversation" in said(hurried)
    assert "every seat offered a voice" not in said(hurried)


def test_one_key_writes_the_report_and_says_where_it_is(laid):
    table = at(laid, Phase.DOOR, conversations=1)
    table.host.accept(KeyPressed("r"))
    table.desk.report.wait()
    table.clock.wait(1)
    table.host.frame()
    written = sorted(each.name for each in table.desk.places.exports.iterdir())
    assert [name.rpartition("-")[0] for name in written] == [
        *["report-2026-01"] * 3,
        *["take-home-2026-01"] * 2,
    ]
    assert f"open {written[1]}" in said(table)
    assert table.screen == "finale"


def test_frames_go_on_while_the_report_is_written_and_a_second_press_waits(laid, monkeypatch):

    go_on = threading.Event()
    monkeypatch.setattr(reporting, "write_session", lambda *_: go_on.wait() and [Path("done.html")])
    table = at(laid, Phase.DOOR)
    table.press("r")
    first = table.desk.report
    assert "Writing the report…" in said(table)
    table.press("r")
    assert table.desk.report is first
    go_on.set()
    first.wait()
    table.clock.wait(1)
    table.host.frame()
    assert "done.html" in said(table)


def test_the_end_of_the_program_waits_for_a_report_but_not_for_ever(laid, monkeypatch):
    go_on = threading.Event()
    monkeypatch.setattr(reporting, "write_session", lambda *_: go_on.wait() and [Path("done.html")])
    table = at(laid, Phase.DOOR)
    table.press("r")
    job = table.desk.report
    table.desk.leave()
    with monkeypatch.context() as patch:
        patch.setattr(errand, "CLOSING_SECONDS", 0)
        table.desk.settle()
    assert not job.done
    go_on.set()
    table.desk.settle()
    assert job.done


def test_a_report_that_cannot_be_written_says_why_and_play_goes_on(laid):
    table = at(laid, Phase.DOOR)
    table.desk.places.exports.write_text("a file where the folder should be")
    table.press("r")
    table.desk.report.wait()
    table.clock.wait(1)
    table.host.frame()
    assert "was not written" in said(table)
    table.press("space")
    assert table.screen == "home"


def test_minutes_stand_still_while_the_table_looks_at_the_open_door(laid):
    table = laid(conversations=1)
    table.clock.wait(600)
    do(table, *[NextDebriefStep()] * 4, EndSurvey(), OpenDoor())
    table.host_on(screen_for(table.desk))
    assert "One conversation, 10 minutes," in said(table)
    table.clock.wait(300)
    table.host.stir()
    assert "10 minutes" in said(table)


def test_the_open_door_and_every_report_tell_the_same_minutes(laid):
    table = laid(conversations=1)
    table.clock.wait(275)
    do(table, *[NextDebriefStep()] * 4, EndSurvey(), OpenDoor())
    table.host_on(screen_for(table.desk))
    assert "One conversation, 5 minutes," in said(table)
    # They stand before it for a while, and then leave: that was no part of the session.
    table.clock.wait(80)
    table.press("r")
    table.desk.report.wait()
    folder = table.desk.session.folder
    table.press("space")
    assert table.screen == "home"
    assert round(read(folder, table.desk.today()).seconds / 60) == 5
    pages = table.desk.places.exports.rglob("*.html")
    assert any("One conversation, 5 minutes," in page.read_text("utf-8") for page in pages)
    table.desk.resume(folder)
    assert round(table.desk.session.at_table / 60) == 5


@pytest.mark.parametrize(
    ("held", "minutes", "every_voice", "words"),
    [
        (7, 58, True, "Seven conversations, 58 minutes, every seat offered a voice."),
        (1, 1, False, "One conversation, 1 minute."),
        (12, 0, True, "12 conversations, every seat offered a voice."),
    ],
)
def test_the_line_under_the_title_says_only_what_is_true(held, minutes, every_voice, words):
    assert summary(held, minutes, every_voice=every_voice) == words


def survey_of(laid, *commands):
    """The finale of a table that answered so."""
    table = laid(conversations=1)
    do(table, *[NextDebriefStep()] * 4, *commands, EndSurvey(), OpenDoor())
    table.host_on(screen_for(table.desk))
    return table


def sheets(count, before=2, now=4):
    return HandInSheets((Sheet((before,) * 7, (now,) * 7),) * count)


def test_four_sheets_are_thanked_for_and_not_shown(laid):
    table = survey_of(laid, sheets(4))
    assert charts(table) == []
    assert "nobody should be picked out" in said(table)


def test_five_sheets_make_a_chart_with_the_number_of_people(laid):
    table = survey_of(laid, sheets(5))
    assert len(charts(table)) == 1
    assert "middle answers, 5 people" in said(table)
    assert "before: a little; now: well" in said(table)


def test_a_line_with_too_few_answers_says_so_beside_the_others(laid):
    skipping = Sheet((2,) * 6 + (None,), (4,) * 7)
    table = survey_of(laid, sheets(4), HandInSheets((skipping,) * 2))
    assert said(table).count("before: a little; now: well") == 6
    assert TOO_FEW in said(table)
    assert "6 people" in said(table)


def test_hands_and_sheets_are_never_put_into_one_total(laid):
    hands = CountHands(Hands(0, (0, 0, 8, 0, 0), (0, 0, 0, 0, 8)))
    table = survey_of(laid, hands, sheets(5))
    assert "middle answers of 5 people" in charts(table)[0].role.name
    click(table, "hands")
    assert "middle answers of 8 hands" in charts(table)[0].role.name
    assert "13" not in said(table)


def test_three_hands_and_four_sheets_do_not_add_up_to_a_chart(laid):
    hands = CountHands(Hands(0, (0, 0, 3, 0, 0), (0, 0, 0, 0, 3)))
    assert charts(survey_of(laid, hands, sheets(4))) == []


def test_home_finishes_the_session_and_puts_it_away(laid):
    table = at(laid, Phase.DOOR)
    table.press("space")
    assert table.screen == "home"
    assert table.desk.session is None
    assert [each.finished for each in table.desk.saved()] == [True]


def test_a_finished_session_opens_at_its_open_door(laid):
    table = at(laid, Phase.DOOR)
    folder_before = table.desk.saved()[0].folder
    table.press("space")
    table.desk.resume(folder_before)
    table.host_on(screen_for(table.desk))
    assert "The door is open" in said(table)


def test_going_back_from_a_finished_session_leaves_it_finished(laid):
    table = at(laid, Phase.DOOR)
    folder = table.desk.saved()[0].folder
    table.press("space")
    table.desk.resume(folder)
    table.host_on(screen_for(table.desk))
    table.press("escape")
    assert table.screen == "home"
    assert [each.finished for each in table.desk.saved()] == [True]


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ((), ""),
        ((None, None), ""),
        ((0, 0), "Our plans gave mind and body equal weight."),
        ((-2, None, 2), "Our plans gave mind and body equal weight."),
        ((0,), "Our plan gave mind and body equal weight."),
        ((-2, 1, 0), "Our plans gave mind a little more weight than body."),
        ((2, 1, 0), "Our plans gave body more weight than mind."),
        ((-2, -2), "Our plans put all their weight on mind."),
        ((2,), "Our plan put all its weight on body."),
    ],
)
def test_the_scale_is_a_mirror_in_words(weights, words):
    played = [Played("a-card", (Theme.EARLY,), weight, "") for weight in weights]
    assert scale_sentence(played) == words


@pytest.mark.parametrize(
    ("point", "words"),
    [(1.0, "not at all"), (3.5, "between fairly well and well"), (5.0, "very well")],
)
def test_a_middle_answer_has_words(point, words):
    assert point_words(point) == words


# Fitting.

ROOMS = [
    {"size": (1920, 1080)},
    {"size": (1024, 768), "text": 200},
    {"size": (1280, 720), "text": 150, "palette": "dark"},
    {"size": (1366, 768), "palette": "high contrast"},
]


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("phase", [Phase.DEBRIEF, Phase.SURVEY, Phase.COMMITMENTS, Phase.DOOR])
def test_everything_fits_and_the_main_button_is_in_view(laid, phase, room):
    table = at(laid, phase, conversations=2, seats=8, **room)
    assert_fits(table)


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize("keys", [("1",), ("2",), ("2", "space", "3")], ids=str)
def test_both_ways_of_answering_fit(laid, keys, room):
    table = at(laid, Phase.SURVEY, **room)
    table.press(*keys)
    assert_fits(table)


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_a_full_finale_fits(laid, room):
    table = laid(conversations=2, seats=8, **room)
    long = "ask at Bridge Street whether both checks can be on one day, by the end of November"
    do(table, *[NextDebriefStep()] * 4, sheets(6), EndSurvey())
    do(table, *(WriteCommitment(SeatId(n), long) for n in range(8)), WriteMessage(long))
    do(table, OpenDoor())
    table.host_on(screen_for(table.desk))
    assert_fits(table)


def test_the_finale_of_four_stands_whole_on_a_small_screen_at_the_usual_text(tmp_path, faces):
    """One glance: the chart, what we will do and our one message, with nothing below the edge."""
    table = Table(tmp_path, faces, size=(1280, 720))
    Pilot(table.desk, table.host, wait=table.clock.wait, by_words=True).play(30, 4)
    for size in ((1280, 720), (1920, 1080)):
        frame = again(table, Case(size))
        assert [each.data.most for each in frame.root.walk() if each.key == "finale"] == [0]
    table.desk.leave()


def assert_fits(table):
    frame = table.host.frame()
    assert misfits(frame) == []
    primary = [each for each in frame.root.walk() if each.message == frame.view.primary]
    assert primary, "the main button is missing"
    height = frame.size[1]
    assert any(each.rect.y >= 0 and each.rect.bottom <= height for each in primary)
