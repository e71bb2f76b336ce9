"""Home, welcome, agreement, table and the screens laid over a session, played by keys alone."""

import dataclasses

import pytest
from ui_fits import misfits
from ui_screens import focus

from game.rules.commands import AcceptAgreement, Pause, RenameSeat
from game.rules.state import Phase, Seat, SeatId, SeatKind, Setup
from game.ui.kit.content import Text
from game.ui.screens.agreement import AgreementScreen, shared_out
from game.ui.screens.cardview import CardView
from game.ui.screens.curtain import CurtainScreen, Seen
from game.ui.screens.dates import day
from game.ui.screens.front import PutAside
from game.ui.screens.help import AT_THE_TABLE, BY_SCREEN, HelpScreen
from game.ui.screens.home import HomeScreen
from game.ui.screens.library import LibraryScreen
from game.ui.screens.menu import MenuScreen
from game.ui.screens.pause import PauseScreen
from game.ui.screens.problems import MarkedLine, ProblemsScreen
from game.ui.screens.registry import screen_for
from game.ui.screens.seats import SeatsScreen, Sitting, welcome
from game.ui.screens.support import SupportScreen, whole_numbers
from game.ui.screens.walking import WalkingScreen

ROOMS = [((1024, 768), 200), ((1280, 720), 100), ((1920, 1080), 100), ((3840, 2160), 200)]
BAD_PACK = """\
cards:
  - id: missed
    theme: earlly
    title: The missed blood test
"""


def said(table):
    """Every word on the screen, in reading order."""
    return "\n".join(
        each.widget.plain
        for each in table.host.frame().root.walk()
        if isinstance(each.widget, Text)
    )


def sit_down(table, *, agreed=True):
    """A session of three seats at the board, or still at its agreement."""
    seats = tuple(Seat(SeatId(n), name) for n, name in enumerate(("Priya", "Tom", "Agnes")))
    person = table.desk.pack.people[0].id
    assert table.desk.begin(Setup(seats, 30, person=person)) is None
    if agreed:
        table.desk.session.send(AcceptAgreement())
    table.host_on(screen_for(table.desk))
    return table


def turn_a_card(table):
    """Go on until a card lies face up."""
    for _ in range(60):
        if table.desk.session.state.phase is Phase.CARD:
            return table
        key = "1" if table.desk.session.state.phase is Phase.CROSSROADS else "space"
        table.press(key)
    raise AssertionError("no card came in sixty presses")


def state(table):
    return table.desk.session.state


# Home.


def test_quick_start_is_at_the_board_after_two_presses_and_has_a_plan(table):
    laid = table()
    assert "Quick start: four seats, 30 minutes" in said(laid)
    laid.press("space")
    assert laid.screen == "agreement"
    laid.press("space")
    assert laid.screen == "board"
    assert [seat.name for seat in state(laid).seats] == ["Seat 1", "Seat 2", "Seat 3", "Seat 4"]
    assert state(laid).setup.person is not None


def test_quick_start_goes_by_the_length_of_last_time(table):
    laid = table()
    laid.desk.change(dataclasses.replace(laid.desk.settings, minutes=90))
    laid.press("space")
    assert state(laid).setup.minutes == 60


def test_an_unfinished_session_is_offered_first_and_goes_on_where_it_stopped(table):
    laid = sit_down(table())
    laid.press("space")
    before = state(laid)
    laid.desk.leave()
    laid.host_on(HomeScreen(laid.desk))
    assert "Continue last session" in said_buttons(laid)
    laid.press("space")
    assert laid.screen == "board"
    assert state(laid) == before


def said_buttons(table):
    return [
        each.role.name
        for each in table.host.frame().root.walk()
        if each.role is not None and each.role.kind == "button"
    ]


def test_carrying_on_with_a_paused_session_ends_its_pause(table):
    laid = sit_down(table())
    laid.desk.session.send(Pause())
    laid.desk.leave()
    laid.host_on(HomeScreen(laid.desk))
    laid.press("space")
    assert not state(laid).paused


def test_quick_start_stays_one_key_away_beside_a_session_to_go_on_with(table):
    laid = sit_down(table())
    laid.desk.leave()
    laid.host_on(HomeScreen(laid.desk))
    laid.press("q")
    assert laid.screen == "agreement"
    assert len(state(laid).seats) == 4


def test_each_new_session_walks_with_somebody_else(table):
    laid = table()
    laid.press("space")
    first = state(laid).setup.person
    laid.desk.leave()
    laid.host_on(HomeScreen(laid.desk))
    laid.press("q")
    assert state(laid).setup.person != first


def test_about_says_that_the_game_copies_nothing_and_claims_nothing(table):
    laid = table()
    focus(laid, "key a")
    laid.press("enter")
    words = said(laid)
    assert "This is a new game, built from the published aims of the MaP project" in words
    assert "none of this copies it" in words
    assert "No result of the MaP learning groups is claimed for it." in words


def test_home_leads_to_what_is_wrong_when_nothing_can_be_played(table, tmp_path):
    laid = table()
    bad = tmp_path / "bad.yaml"
    bad.write_text(BAD_PACK, encoding="utf-8")
    laid.desk.open_pack(bad)
    laid.host_on(HomeScreen(laid.desk))
    laid.press("space")
    assert laid.screen == "problems"


# The welcome.


def test_names_are_typed_one_after_another_with_enter(table):
    laid = table().press("n")
    assert laid.screen == "seats"
    focus(laid, "name 0")
    for name in ("Priya", "Tom", "Agnes", "Marek"):
        laid.type(name).press("enter")
    laid.press("enter")
    assert laid.screen == "agreement"
    assert [seat.name for seat in state(laid).seats] == ["Priya", "Tom", "Agnes", "Marek"]


def test_after_the_last_name_the_way_to_another_seat_is_said_and_works(table):
    laid = table().press("n")
    focus(laid, "name 3")
    laid.type("Marek").press("enter")
    assert "A adds another seat. Enter opens the agreement." in said(laid)
    laid.press("a").type("Lou")
    assert [seat.name for seat in laid.host.screen.seats] == ["", "", "", "Marek", "Lou"]
    for _ in range(3):
        laid.press("enter", "a")
    laid.press("enter")
    assert len(laid.host.screen.seats) == 8
    assert "A adds another seat" not in said(laid)


def test_a_letter_typed_into_a_name_is_no_shortcut(table):
    laid = table().press("n")
    focus(laid, "name 0")
    laid.press("a").type("a")
    assert len(laid.host.screen.seats) == 4
    assert laid.host.screen.seats[0].name == "a"


def test_a_seat_is_added_with_its_name_ready_to_be_typed(table):
    laid = table().press("n", "a").type("Lou")
    assert laid.host.screen.seats[4].name == "Lou"


def test_one_escape_too_many_costs_no_name(table):
    laid = table()
    focus(laid, "step by step")
    laid.press("enter")
    for number, name in enumerate(("Priya", "Tom")):
        focus(laid, f"name {number}")
        laid.type(name)
    laid.press("escape", "escape")
    assert laid.screen == "home"
    laid.press("n")
    assert [seat.name for seat in laid.host.screen.seats] == ["Priya", "Tom", "", ""]


def test_names_put_aside_are_forgotten_when_a_session_begins(table):
    laid = table()
    laid.press("n", "a").type("Lou").press("escape", "escape", "q")
    assert laid.screen == "agreement"
    laid.host_on(HomeScreen(laid.desk)).frame()
    laid.press("n")
    assert [seat.name for seat in laid.host.screen.seats] == [""] * 4


def test_with_another_pack_names_are_kept_and_its_own_topics_asked(table):
    laid = table().press("n", "a").type("Lou")
    there = laid.desk.pack
    written = dataclasses.replace(laid.host.screen, left_out=(there.topics[0].id,))
    for pack, left_out in ((there, written.left_out), (None, ())):
        again = welcome(laid.desk, "home", PutAside(written, pack))
        assert (again.seats[4].name, again.left_out) == ("Lou", left_out)


def test_there_are_never_fewer_than_two_seats_nor_more_than_eight(table):
    laid = table().press("n")
    for _ in range(6):
        focus(laid, "remove 0")
        laid.press("enter")
    assert len(laid.host.screen.seats) == 2
    for _ in range(9):
        laid.press("escape", "a")
        if laid.screen == "home":
            laid.press("n")
    laid.host_on(SeatsScreen(laid.desk, seats=(Sitting(),) * 8)).frame()
    assert "add seat" not in laid.host.reachable()


def test_a_seat_turns_from_one_person_to_a_pair_to_a_team_and_back(table):
    laid = table().press("n")
    focus(laid, "kind 1")
    kinds = []
    for _ in range(3):
        laid.press("enter")
        kinds.append(laid.host.screen.seats[1].kind)
    assert kinds == [SeatKind.PAIR, SeatKind.TEAM, SeatKind.PERSON]


def test_the_focus_travels_with_a_seat_that_moves(table):
    laid = table()
    laid.host_on(SeatsScreen(laid.desk, seats=tuple(map(Sitting, "ABCD"))))
    focus(laid, "up 3")
    laid.press("enter", "enter", "enter")
    assert [seat.name for seat in laid.host.screen.seats] == ["D", "A", "B", "C"]
    assert laid.host.interaction.focus == "down 0"


@pytest.mark.parametrize(
    ("typed", "minutes"), [("75", 75), ("5", 10), ("999", 240), ("soon", 60), ("4 5", 45)]
)
def test_the_tables_own_minutes_are_kept_within_reason(table, typed, minutes):
    laid = table()
    laid.host_on(SeatsScreen(laid.desk))
    focus(laid, "minutes own")
    laid.type(typed)
    assert laid.host.screen.minutes == minutes


def test_more_seats_mean_fewer_cards_in_the_same_hour(table):
    laid = table()
    laid.host_on(SeatsScreen(laid.desk))
    assert "5 cards" in said(laid)
    laid.host_on(SeatsScreen(laid.desk, seats=(Sitting(),) * 8))
    assert "4 cards" in said(laid)


def test_topics_and_person_chosen_at_the_welcome_are_in_the_session(table):
    laid = table()
    laid.host_on(SeatsScreen(laid.desk))
    focus(laid, "topic grief")
    laid.press("enter", "escape")
    laid.host_on(SeatsScreen(laid.desk, left_out=("grief",)))
    laid.press("w")
    person = laid.desk.pack.people[-1]
    focus(laid, f"person {person.id}")
    laid.press("enter")
    focus(laid, "level 1")
    laid.press("enter")
    focus(laid, "voice 30")
    laid.press("enter", "page down")
    assert laid.screen == "seats"
    laid.press("page down")
    setup = state(laid).setup
    assert (setup.left_out, setup.person, setup.hardest, setup.voice_seconds) == (
        ("grief",),
        person.id,
        1,
        30,
    )


def test_one_set_of_cards_is_dealt_when_the_welcome_asks_for_it(table):
    laid = table()
    laid.host_on(SeatsScreen(laid.desk))
    laid.press("w")
    for key in ("set assembly", "done"):
        focus(laid, key)
        laid.press("enter")
    assert "One set of cards: yearly physical health checks." in said(laid)
    focus(laid, "begin")
    laid.press("enter")
    dealt = {card for pile in state(laid).draw for card in pile}
    pack = laid.desk.pack
    assert state(laid).setup.only == "assembly"
    assert dealt == {card.id for card in pack.cards if "assembly" in card.sets and card.level < 3}


def test_the_library_shows_one_set_and_a_card_names_the_sets_it_belongs_to(table):
    laid = table()
    laid.host_on(LibraryScreen(laid.desk))
    focus(laid, "set assembly")
    laid.press("enter")
    pack = laid.desk.pack
    listed = [card for card in pack.cards if "assembly" in card.sets]
    assert f"{len(listed)} of {len(pack.cards)} cards" in said(laid)
    laid.host_on(CardView(laid.desk, (listed[0].id,)))
    assert "It belongs to" in said(laid)
    assert "yearly physical health checks" in said(laid)


def test_the_welcome_says_that_the_pack_is_in_order(table):
    laid = table().press("n")
    cards = len(laid.desk.pack.cards)
    assert f"The pack is in order: {cards} cards" in said(laid)


# The agreement.


def test_three_voices_share_the_lines_out_in_order():
    assert shared_out(tuple("12345678")) == (("1", "2", "3"), ("4", "5", "6"), ("7", "8"))
    assert shared_out(("1",)) == (("1",), (), ())


def test_lines_can_be_changed_added_and_left_empty(table):
    laid = sit_down(table(), agreed=False).press("e")
    count = len(state(laid).agreement)
    focus(laid, "drop 0")
    laid.press("enter")
    focus(laid, "add line")
    laid.press("enter").type("Tea first.")
    focus(laid, "add line")
    laid.press("enter")
    focus(laid, "keep")
    laid.press("enter")
    assert laid.screen == "agreement"
    assert len(state(laid).agreement) == count
    assert state(laid).agreement[-1] == "Tea first."


def test_an_agreement_without_a_line_is_refused_in_a_sentence(table):
    laid = sit_down(table(), agreed=False)
    before = state(laid).agreement
    laid.host_on(AgreementScreen(laid.desk, ("",)))
    laid.press("page down")
    assert "An agreement has at least one line." in said(laid)
    assert state(laid).agreement == before


def test_escape_leaves_the_lines_as_they_were(table):
    laid = sit_down(table(), agreed=False)
    before = state(laid).agreement
    laid.press("e").type("!").press("escape", "escape")
    assert laid.screen == "agreement"
    assert state(laid).agreement == before


# The table in mid-session.


def test_people_come_and_go_in_mid_session(table):
    laid = sit_down(table()).press("t", "a").type(" and Lou").press("enter")
    assert state(laid).seats[3].name == "Seat 4 and Lou"
    focus(laid, "remove 1")
    laid.press("enter")
    assert [seat.name for seat in state(laid).seats] == ["Priya", "Agnes", "Seat 4 and Lou"]
    laid.press("page down")
    assert laid.screen == "board"


def test_a_name_still_being_typed_is_kept_when_the_table_closes(table):
    laid = sit_down(table()).press("t")
    focus(laid, "name 0")
    laid.type(" B").press("page down")
    assert laid.screen == "board"
    assert state(laid).seats[0].name == "Priya B"


def test_a_name_that_was_emptied_stays_as_it_was(table):
    laid = sit_down(table()).press("t")
    focus(laid, "name 0")
    laid.press("ctrl+a", "backspace", "enter", "escape")
    assert state(laid).seats[0].name == "Priya"


def test_seats_change_places_and_the_plan_changes_by_a_card(table):
    laid = sit_down(table()).press("t")
    focus(laid, "down 0")
    laid.press("enter")
    assert [seat.name for seat in state(laid).seats] == ["Tom", "Priya", "Agnes"]
    planned = state(laid).plan.cards
    laid.press("escape", "t", "ctrl++".removeprefix("ctrl+"))
    assert state(laid).plan.cards == planned + 1
    laid.press("-")
    assert state(laid).plan.cards == planned


def test_why_a_seat_cannot_leave_is_said(table):
    laid = sit_down(table()).press("t")
    focus(laid, "remove 2")
    laid.press("enter")
    focus(laid, "remove 1")
    laid.press("enter")
    assert "Two seats are needed to talk." in said(laid)


def test_leaving_to_home_keeps_the_session_for_another_day(table):
    laid = sit_down(table()).press("t")
    focus(laid, "home")
    laid.press("enter")
    assert laid.screen == "home"
    assert laid.desk.session is None
    assert [each.finished for each in laid.desk.saved()] == [False]


def test_stopping_from_the_table_leads_to_the_closing(table):
    laid = sit_down(table()).press("t")
    focus(laid, "stop")
    laid.press("enter")
    assert state(laid).phase is Phase.DEBRIEF
    assert laid.host.stack == [laid.host.screen]


# Pause and curtain.


def test_the_clock_stands_still_in_a_pause(table):
    laid = sit_down(table())
    laid.press("p")
    assert laid.screen == "pause"
    before = laid.desk.session.elapsed
    laid.clock.wait(600)
    assert laid.desk.session.elapsed == before
    laid.press("p")
    assert laid.screen == "board"
    assert not state(laid).paused


def test_a_card_can_be_swapped_from_the_pause_and_only_where_there_is_one(table):
    laid = sit_down(table()).press("p", "w")
    assert laid.screen == "pause"
    laid.press("p")
    turn_a_card(laid)
    before = state(laid).face_up
    laid.press("p", "w")
    assert laid.screen == "card"
    assert not state(laid).paused
    assert state(laid).face_up != before
    assert state(laid).swapped == 1


def test_the_room_sees_no_notes_until_they_are_asked_for_twice(table):
    laid = turn_a_card(sit_down(table()))
    notes = laid.desk.session.pack.card(state(laid).face_up).facilitator
    assert notes
    laid.press("b")
    assert notes not in said(laid)
    laid.press("f")
    assert "Turn this screen away from the room first" in said(laid)
    assert notes not in said(laid)
    laid.press("f")
    assert notes in said(laid)
    laid.press("page down")
    assert notes not in said(laid)


def test_a_clicker_never_brings_the_notes(table):
    laid = turn_a_card(sit_down(table())).press("b", "f")
    laid.press("page down")
    assert laid.host.screen.seen is Seen.CALM


# Support, help, settings, library, packs, problems.


def test_support_gives_every_route_with_the_day_it_was_checked(table):
    laid = sit_down(table()).press("s")
    words = said(laid)
    for route in laid.desk.pack.support:
        assert whole_numbers(route.route) in words
        assert f"Checked {day(route.checked)}." in words
    laid.press("s")
    assert laid.screen == "board"


def test_a_telephone_number_is_never_broken_over_two_lines():
    assert whole_numbers("Call 0800 068 4141 now") == "Call 0800\u00a0068\u00a04141 now"


@pytest.mark.parametrize("below", sorted({*BY_SCREEN, *AT_THE_TABLE, "finale", "about"}))
def test_help_fits_one_screen_without_scrolling(table, below):
    laid = table()
    laid.host_on(HelpScreen(laid.desk, below))
    regions = [each for each in laid.host.frame().root.walk() if hasattr(each.data, "most")]
    assert all(region.data.most == 0 for region in regions)


def test_help_names_the_keys_of_the_screen_below(table):
    laid = sit_down(table()).press("f1")
    assert "The board" in said(laid)
    assert "walk back" in said(laid)
    laid.press("f1")
    assert laid.screen == "board"


def test_settings_work_at_once_and_from_anywhere(table):
    laid = sit_down(table()).press("shift+a")
    assert laid.screen == "settings"
    for key in ("text 150", "palette dark", "motion off", "sound off", "timers hidden"):
        focus(laid, key)
        laid.press("enter")
    settings = laid.desk.settings
    assert (settings.text, settings.palette, settings.still) == (150, "dark", True)
    assert (settings.sound, settings.timers) == (False, "hidden")
    laid.press("escape")
    assert laid.screen == "board"


def test_settings_stand_in_groups_each_under_a_heading_of_its_own(table):
    rows = {
        "Language and place": ("Language", "Where it is seen"),
        "Letters and lines": ("Text size", "Typeface"),
        "Colours and motion": ("Colours", "Motion"),
        "Hearing": ("Sound", "Captions"),
        "Pressing": ("Switch", "Hold a key"),
        "Time and keeping": ("Timers", "Full screen"),
    }
    wanted = [each for head, under in rows.items() for each in (head, *under)]
    laid = table().press("shift+a")
    headings = [
        each.role.name
        for each in laid.host.frame().root.walk()
        if each.role is not None and each.role.kind == "heading"
    ]
    assert [each for each in headings if each in wanted] == wanted


def test_full_screen_is_asked_of_the_window(table):
    laid = table().press("shift+a")
    focus(laid, "full screen on")
    laid.press("enter")
    assert [signal.name for signal in laid.host.signals] == ["full screen"]
    assert laid.desk.settings.full_screen


def test_the_library_narrows_by_theme_level_and_words(table):
    laid = table()
    focus(laid, "tile library")
    laid.press("enter")
    cards = laid.desk.pack.cards
    assert f"{len(cards)} of {len(cards)} cards" in said(laid)
    focus(laid, "theme early")
    laid.press("enter")
    early = sum(card.theme == "early" for card in cards)
    assert f"{early} of {len(cards)} cards" in said(laid)
    focus(laid, "search")
    laid.type("no such word anywhere")
    assert "No card fits." in said(laid)


def test_a_card_of_the_library_is_read_in_full_but_for_the_facilitators_notes(table):
    laid = table()
    card = laid.desk.pack.cards[0]
    laid.host_on(CardView(laid.desk, tuple(each.id for each in laid.desk.pack.cards)))
    words = said(laid)
    assert card.scene in words
    assert card.helps in words
    assert card.facilitator not in words
    laid.press("b")
    assert laid.desk.pack.cards[-1].scene in said(laid)


def test_a_pack_is_opened_by_typing_where_it_is(table, tmp_path):
    laid = table()
    bad = tmp_path / "bad.yaml"
    bad.write_text(BAD_PACK, encoding="utf-8")
    focus(laid, "tile packs")
    laid.press("enter")
    focus(laid, "pack path")
    laid.type(str(bad)).press("enter")
    assert laid.desk.pack_path == bad
    assert laid.screen == "problems"
    laid.press("escape")
    focus(laid, "pack 0")
    laid.press("enter")
    assert laid.desk.chosen == (laid.desk.core, bad)
    focus(laid, "pack 1")
    laid.press("enter")
    assert laid.desk.chosen == (laid.desk.core,)


def test_a_path_that_leads_nowhere_is_said(table, tmp_path):
    laid = table()
    focus(laid, "tile packs")
    laid.press("enter")
    focus(laid, "pack path")
    laid.type(str(tmp_path / "none.yaml")).press("enter")
    assert "Nothing is there" in said(laid)
    assert laid.desk.pack_path == laid.desk.core


def test_problems_are_shown_in_the_readers_own_words_with_the_part_marked(table, tmp_path):
    laid = table()
    bad = tmp_path / "bad.yaml"
    bad.write_text(BAD_PACK, encoding="utf-8")
    laid.desk.open_pack(bad)
    laid.host_on(ProblemsScreen(laid.desk))
    words = said(laid)
    marked = [
        each.widget.marked
        for each in laid.host.frame().root.walk()
        if isinstance(each.widget, MarkedLine)
    ]
    assert laid.desk.diagnostics
    for finding in laid.desk.diagnostics:
        assert f"{finding.severity.value} {finding.code}: {finding.sentence}" in words
        assert finding.fix in words
        if finding.line_text:
            start = finding.column - 1
            assert finding.line_text[start : start + finding.length] in marked


def test_a_saved_session_is_chosen_from_the_list(table):
    laid = sit_down(table())
    laid.desk.session.send(RenameSeat(SeatId(0), "Bola"))
    laid.desk.leave()
    laid.host_on(HomeScreen(laid.desk))
    focus(laid, "tile sessions")
    laid.press("enter")
    row = next(key for key in laid.host.reachable() if key.startswith("session "))
    focus(laid, row)
    laid.press("enter", "space")
    assert state(laid).seats[0].name == "Bola"


# Room for everything.


@pytest.mark.parametrize(
    "room", ROOMS, ids=lambda room: f"{room[0][0]}x{room[0][1]} at {room[1]} %"
)
def test_everything_fits_and_the_main_button_is_in_view(table, room):
    size, text = room
    laid = turn_a_card(sit_down(table(size=size, text=text)))
    desk = laid.desk
    listed = tuple(card.id for card in desk.pack.cards)
    screens = (
        HomeScreen(desk),
        SeatsScreen(desk, seats=(Sitting("Agnes and Lou", SeatKind.PAIR),) * 8, own="75"),
        WalkingScreen(desk),
        CardView(desk, listed),
        MenuScreen(desk),
        PauseScreen(desk),
        CurtainScreen(desk, seen=Seen.WARNED),
        CurtainScreen(desk, seen=Seen.NOTES),
        SupportScreen(desk),
        HelpScreen(desk, "conversation round"),
    )
    for screen in screens:
        laid.host_on(screen)
        frame = laid.host.frame()
        assert misfits(frame) == [], screen.name
        main = [
            each
            for each in frame.root.walk()
            if each.message == frame.view.primary and each.role.kind == "button"
        ]
        assert any(each.rect.y >= 0 and each.rect.bottom <= size[1] for each in main), screen.name
