"""The ways of asking, the follow-up and programmes, played by keys and pointer without a window."""

import pytest
from ui_fits import misfits
from ui_screens import focus

from game.outcomes.answers import Commitment, Evaluation, FollowUp, Form, Hands, Sheet, Way
from game.outcomes.evaluation import HARM, Group, Harm
from game.outcomes.items import ITEMS, SURE_PLAIN
from game.outcomes.promises import Done
from game.rules.commands import (
    AcceptAgreement,
    CountHands,
    EndBefore,
    EndFollowUp,
    EndSurvey,
    FinishSession,
    HandInSheets,
    NextDebriefStep,
    OpenDoor,
    Refusal,
    StopHere,
    WriteCommitment,
)
from game.rules.state import Meeting, Phase, Seat, SeatId, Setup
from game.ui.screens.registry import screen_for
from game.ui.screens.survey import TURN

SEATS = tuple(Seat(SeatId(n), f"Seat {n + 1}") for n in range(4))
PROMISED = (Commitment("ring before the check", "at Bridge Street", "Friday"), Commitment("ask"))


def do(table, *commands):
    for command in commands:
        answer = table.desk.session.send(command)
        assert not isinstance(answer, Refusal), (command, answer)


@pytest.fixture
def asking(table):
    """A table at its questions: at the end, or with *start* before the first roll."""

    def lay(start=False, form=Form.RETROSPECTIVE, **choices):
        made = table(**choices)
        assert made.desk.begin(Setup(SEATS, form=form)) is None
        do(made, AcceptAgreement())
        if not start:
            if form is Form.BEFORE_AND_AFTER:
                do(made, EndBefore())
            do(made, StopHere(), *[NextDebriefStep()] * 4)
        made.host_on(screen_for(made.desk))
        return made

    return lay


@pytest.fixture
def later_on(table):
    """A table whose session opens with what was promised last time."""

    def lay(**choices):
        made = table(**choices)
        meeting = Meeting("p", "Ward 7, winter", 2)
        assert made.desk.begin(Setup(SEATS, meeting=meeting, promised=PROMISED)) is None
        made.host_on(screen_for(made.desk))
        return made

    return lay


def said(table):
    placed = table.host.frame().root.walk()
    roles = (each.role for each in placed if each.role is not None)
    return "\n".join(f"{role.name} {role.value}" for role in roles)


def closing(table):
    return table.desk.session.state.closing


# One at a time.


def test_one_person_answers_lines_and_session_in_one_go(asking):
    table = asking()
    table.press("2", "space")
    for point in range(8):
        table.press(str(point % 5 + 1), "4", "space")
    table.press("3", "0", "4", "space", "1", "space")
    table.type("One list.").press("enter").type("More tea.").press("enter")
    table.press("3", "space", "h")
    assert closing(table).sheets == (Sheet((1, 2, 3, 4, 5, 1, 2), (4,) * 7, 3, 4),)
    assert closing(table).evaluations == (Evaluation((3, None, 4), Harm.NO),)
    assert closing(table).remarks.stays == ("One list.",)
    assert closing(table).remarks.change == ("More tea.",)
    assert closing(table).remarks.came == (Group.NURSE,)


def test_one_key_finishes_a_sheet_wherever_somebody_is(asking):
    table = asking()
    table.press("2", "space", "3", "4", "space", "f")
    assert table.screen == "sheets hand over"
    table.press("h")
    assert closing(table).sheets[0].before == (3, *(None,) * 6)
    assert closing(table).evaluations == ()


def test_the_plain_words_are_one_key_away_and_stay(asking):
    table = asking()
    table.press("2", "space", "e")
    assert ITEMS[0].plain in said(table)
    assert "How well do you understand" not in said(table)
    table.press(*["space"] * 7)
    assert SURE_PLAIN in said(table)
    table.press("e")
    assert SURE_PLAIN not in said(table)


def test_a_yes_to_harm_is_met_with_where_to_turn_and_no_question_who(asking):
    table = asking()
    table.press("4", "space", "space", "1")
    assert "where to turn" not in said(table)
    table.press("3")
    assert HARM in said(table)
    assert "S shows where to turn" in said(table)
    table.press("s")
    assert table.screen == "support"


@pytest.mark.parametrize("harm", ["1", "2", "3"])
def test_the_room_sees_the_same_words_whatever_was_answered(asking, harm):
    table = asking()
    table.press("4", "space", "space", harm, "f", "h")
    assert table.screen == "survey"
    assert TURN in said(table)
    assert closing(table).evaluations[0].harm is tuple(Harm)[int(harm) - 1]


# From paper.


def test_a_paper_sheet_is_typed_in_with_one_key_an_answer(asking):
    table = asking()
    table.press("3", *"1234512345123450", "1", "enter", "p", "2", "6", "space")
    assert table.screen == "papers 1"
    table.press(*"55555555", "h")
    assert closing(table).sheets == (
        Sheet((1, 3, 5, 2, 4, 1, 3), (2, 4, 1, 3, 5, 2, 4), 5, None, Way.PAPER),
        Sheet((5, 5, 5, 5, None, None, None), (5, 5, 5, 5, None, None, None), way=Way.PAPER),
    )
    assert closing(table).evaluations == (
        Evaluation((1, None, None), Harm.A_LITTLE, way=Way.PAPER),
    )
    assert closing(table).remarks.came == (Group.OTHER,)


def test_the_card_that_a_paper_sheet_names_is_typed_by_its_code(asking):
    table = asking()
    card = table.desk.session.pack.cards[3]
    table.press("3", *["enter"] * 19, "3")
    focus(table, "code")
    table.type(card.code.lower().replace("-", "")).press("escape", "h")
    assert closing(table).evaluations == (
        Evaluation((None, None, None), Harm.YES, card.id, Way.PAPER),
    )


def test_esc_goes_back_answer_by_answer_and_a_key_mends_it(asking):
    table = asking()
    table.press("3", "1", "2", "escape", "4", "h")
    assert (closing(table).sheets[0].before[0], closing(table).sheets[0].now[0]) == (1, 4)


def test_a_key_that_pauses_elsewhere_answers_nothing_here(asking):
    table = asking()
    before = table.press("3").host.screen
    table.press("f4")
    assert table.host.screen == before
    assert table.press("f3").screen == "support"


def test_typed_sheets_are_let_go_only_after_a_second_thought(asking):
    table = asking()
    table.press("3", "1", "space", "escape")
    assert table.screen == "papers 1"
    table.press("escape")
    assert table.screen == "survey"
    assert closing(table).sheets == ()


def test_all_three_ways_go_together_in_one_session(asking):
    table = asking()
    hands = Hands(0, (1, 1, 0, 0, 0), (0, 0, 1, 1, 0))
    do(table, CountHands(hands))
    table.press("2", "space", "2", "5", "f", "h", "3", "1", "1", "h")
    assert closing(table).hands == (hands,)
    assert [each.way for each in closing(table).sheets] == [Way.PRIVATE, Way.PAPER]


# Before, at the start.


def test_the_start_asks_one_half_and_goes_on_to_the_roll(asking):
    table = asking(start=True, form=Form.BEFORE_AND_AFTER)
    assert table.screen == "before"
    assert "today, before we start" in said(table)
    table.press("2", "space")
    for _ in range(8):
        table.press("2", "space")
    table.press("h")
    form = Form.BEFORE_AND_AFTER
    assert closing(table).sheets == (Sheet((2,) * 7, (None,) * 7, 2, form=form),)
    table.press("space")
    assert table.desk.session.state.phase is Phase.ROLL


def test_the_start_can_be_left_out_with_one_key(asking):
    table = asking(start=True, form=Form.BEFORE_AND_AFTER)
    table.press("0")
    assert table.desk.session.state.phase is Phase.ROLL


def test_the_end_asks_the_other_half(asking):
    table = asking(form=Form.BEFORE_AND_AFTER)
    table.press("2", "space", "5", "f", "h")
    assert closing(table).sheets[0].now[0] == 5
    assert closing(table).sheets[0].before == (None,) * 7


def test_two_ends_without_pairs_make_a_chart_of_the_room(asking):
    form = Form.BEFORE_AND_AFTER
    table = asking(start=True, form=form)
    early = Sheet((2,) * 7, (None,) * 7, form=form)
    late = Sheet((None,) * 7, (4,) * 7, form=form)
    do(table, HandInSheets((early,) * 6), EndBefore(), StopHere(), *[NextDebriefStep()] * 4)
    do(table, HandInSheets((late,) * 5), EndSurvey(), OpenDoor())
    table.host_on(screen_for(table.desk))
    assert "middle answers of 5 people" in said(table)
    assert "before: a little; now: well" in said(table)


@pytest.mark.parametrize("key", ["t", "b", "s", "f1", "p"])
def test_every_key_of_a_session_works_before_the_first_roll(asking, later_on, key):
    for table in (later_on(), asking(start=True, form=Form.BEFORE_AND_AFTER)):
        before = table.screen
        table.press(key, "escape")
        assert table.screen == before


# Last time you said.


def test_what_was_promised_is_read_out_and_followed_up_in_counts(later_on):
    table = later_on()
    assert "ring before the check, at Bridge Street, by Friday" in said(table)
    table.press("1", "1", "3")
    focus(table, "helped")
    table.type("The new form.").press("enter")
    assert table.screen == "agreement"
    assert closing(table).follow_ups == (
        FollowUp("", None, "The new form."),
        FollowUp("", Done.FULLY),
        FollowUp("", Done.FULLY),
        FollowUp("", Done.NOT_YET),
    )


@pytest.mark.parametrize("text", [100, 200])
def test_last_time_you_said_is_a_heading_once(later_on, text):
    roles = [each.role for each in later_on(text=text).host.frame().root.walk() if each.role]
    headings = [role.name for role in roles if role.kind == "heading"]
    assert headings.count("Last time you said …") == 1
    assert not [each for each in headings if "we said" in each]


def test_the_follow_up_is_passed_over_with_one_key(later_on):
    table = later_on()
    table.press("space")
    assert table.screen == "agreement"
    assert closing(table).follow_ups == ()


def test_a_count_survives_undo(later_on):
    table = later_on()
    table.press("2", "f1", "escape")
    assert closing(table).follow_ups == (FollowUp("", Done.PARTLY),)
    table.press("ctrl+z")
    assert closing(table).follow_ups == ()


# Programmes.


def a_programme(table, name="Ward 7, winter"):
    """Made by keys from home; the seats for its first session are being laid."""
    focus(table, "tile programmes")
    table.press("enter")
    focus(table, "programme name")
    table.type(name).press("enter")
    assert table.screen == "seats"


def through(table):
    """Straight through a session to its end, with one commitment."""
    while table.desk.session.state.phase is not Phase.AGREEMENT:
        do(table, EndFollowUp())
    do(table, AcceptAgreement(), StopHere(), *[NextDebriefStep()] * 4, EndSurvey())
    do(table, WriteCommitment(SeatId(1), "walk to clinic"), OpenDoor(), FinishSession())
    table.desk.leave()


def test_a_programme_is_made_named_and_gone_on_with_by_keys(table):
    laid = table()
    a_programme(laid)
    laid.press("page down")
    assert laid.desk.session.state.setup.meeting.number == 1
    through(laid)
    (series,) = laid.desk.programmes()
    assert (series.name, len(series.sessions)) == ("Ward 7, winter", 1)
    laid.host_on(screen_programmes(laid))
    assert "One of three sessions held" in said(laid)
    laid.press("space", "page down")
    state = laid.desk.session.state
    assert state.setup.meeting == Meeting(series.id, "Ward 7, winter", 2)
    assert state.phase is Phase.FOLLOW_UP
    assert "walk to clinic" in said(laid)


def screen_programmes(laid):
    from game.ui.screens.programmes import ProgrammesScreen  # noqa: PLC0415

    return ProgrammesScreen(laid.desk, "home")


def test_a_programme_without_a_name_is_not_made(table):
    laid = table()
    focus(laid, "tile programmes")
    laid.press("enter", "page down")
    assert laid.screen == "programmes"
    assert laid.desk.programmes() == ()


ROOMS = [
    {"size": (1280, 720)},
    {"size": (1024, 768), "text": 200},
    {"size": (1280, 720), "text": 150, "palette": "dark"},
    {"size": (1366, 768), "palette": "high contrast"},
]


@pytest.mark.parametrize("room", ROOMS, ids=str)
@pytest.mark.parametrize(
    "keys",
    [
        ("3",),
        ("3", *["enter"] * 19, "3"),
        ("2", "space"),
        ("4", "space"),
        ("4", "space", "space", "3"),
        ("4", "space", *["space"] * 2),
    ],
    ids=str,
)
def test_every_page_of_the_questions_fits(asking, keys, room):
    table = asking(**room)
    table.press(*keys)
    assert misfits(table.host.frame()) == []


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_the_last_page_and_the_start_fit(asking, room):
    table = asking(start=True, form=Form.BEFORE_AND_AFTER, **room)
    assert misfits(table.host.frame()) == []
    table.press("1")
    assert misfits(table.host.frame()) == []


@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_the_follow_up_and_programmes_fit(later_on, room):
    table = later_on(**room)
    assert misfits(table.host.frame()) == []
    through(table)
    assert table.desk.make_programme("A name that is about as long as a name may be, forty", 4)
    table.host_on(screen_programmes(table))
    assert misfits(table.host.frame()) == []
    assert len(table.desk.programmes()) == 2


def test_nothing_of_a_programme_needs_its_file(table):
    laid = table()
    a_programme(laid)
    laid.press("page down")
    through(laid)
    before = laid.desk.programmes()
    (path,) = laid.desk.places.saves.glob("programme-*.json")
    written = path.read_text(encoding="utf-8")
    path.unlink()
    assert laid.desk.programmes() == before
    assert path.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"id": "x"}', "\x00", "nonsense"])
def test_a_spoilt_file_hides_no_programme(table, text):
    laid = table()
    a_programme(laid)
    laid.press("page down")
    through(laid)
    (path,) = laid.desk.places.saves.glob("programme-*.json")
    path.write_text(text, encoding="utf-8")
    assert [each.name for each in laid.desk.programmes()] == ["Ward 7, winter"]


def test_panes_cards_and_weights_go_along(table):
    from game.app.programmes import in_programme  # noqa: PLC0415

    laid = table()
    series = laid.desk.make_programme("Ward 7", 3)
    setup = in_programme(Setup(SEATS), series)
    assert (setup.lit, setup.met, setup.weights, setup.promised) == ((), (), (), ())
    assert setup.meeting == Meeting(series.id, "Ward 7", 1)


def lonely(table):
    """Keys of the screen that nothing on it can be pressed for."""
    frame = table.host.frame()
    pressable = [each.message for each in frame.root.walk() if each.message is not None]
    return [
        binding.combo
        for binding in frame.view.keys
        if binding.message not in pressable and binding.combo != "?"
    ]


def test_every_key_of_these_screens_has_something_to_press_as_well(asking, later_on):
    follow = later_on()
    assert lonely(follow) == []
    through(follow)
    follow.host_on(screen_programmes(follow))
    assert lonely(follow) == []
    assert lonely(asking(start=True, form=Form.BEFORE_AND_AFTER)) == []
    for keys in (("3",), ("3", *["enter"] * 19, "3"), ("2", "space"), ("4", "space", "space")):
        assert lonely(asking().press(*keys)) == []
