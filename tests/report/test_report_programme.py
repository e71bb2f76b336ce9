"""A programme's report and the follow-up sheet: told by the sessions, with nobody in them."""

import pytest
from report_sessions import desk_in, sheets

from game.app.programmes import in_programme
from game.cli import main
from game.model.themes import Theme
from game.outcomes.answers import Commitment, FollowUp, Form, Sheet
from game.outcomes.promises import Done
from game.report.collection import collect
from game.report.html import html_of
from game.report.programme import programme_document
from game.report.series import series_of
from game.rules import commands as ask
from game.rules.state import Meeting, Phase, Seat, SeatId, Setup

SEATS = tuple(Seat(SeatId(n), f"Seat {n + 1}") for n in range(4))
HALF = (None,) * 7


def hold(folder, *, number, day, form=Form.RETROSPECTIVE):
    """One session of a programme, with one conversation, answers and a commitment; its folder."""
    desk, clock = desk_in(folder, start=f"2026-11-{day:02}T14:00:00Z", seed=number)
    known = [each for each in desk.programmes() if each.name == "Ward 7"]
    series = known[0] if known else desk.make_programme("Ward 7", 3)
    assert desk.begin(in_programme(Setup(SEATS, form=form), series)) is None
    session = desk.session

    def send(*commands):
        for command in commands:
            clock.now += 17
            answer = session.send(command)
            assert isinstance(answer, tuple), (command, answer)

    if session.state.phase is Phase.FOLLOW_UP:
        told = (FollowUp("", Done.FULLY),) * 8 + (FollowUp("", None, "The new form."),)
        send(ask.TellFollowUp(told), ask.EndFollowUp())
    send(ask.AcceptAgreement())
    if form is Form.BEFORE_AND_AFTER:
        send(ask.HandInSheets(tuple(Sheet((n % 3 + 1,) * 7, HALF, form=form) for n in range(9))))
        send(ask.EndBefore())
    talk_once(session, send)
    send(ask.StopHere(), *[ask.NextDebriefStep()] * 4)
    if form is Form.RETROSPECTIVE:
        send(ask.HandInSheets(sheets()))
    else:
        send(ask.HandInSheets(tuple(Sheet(HALF, (n % 2 + 4,) * 7, form=form) for n in range(9))))
    send(ask.EndSurvey(), ask.WriteCommitment(SeatId(1), f"ring {number}", "", "Friday"))
    send(ask.OpenDoor(), ask.FinishSession())
    desk.leave()
    desk.settle()


def talk_once(session, send):
    while not session.state.played:
        match session.state.phase:
            case Phase.ROLL:
                send(ask.RollDie())
            case Phase.WALK:
                send(ask.Walk(ask.Direction.FORWARD))
            case Phase.CROSSROADS:
                send(ask.ChooseTheme(Theme.ROLES))
            case Phase.CARD:
                send(ask.PlayCard())
            case Phase.MOMENT:
                send(ask.EndMoment())
            case Phase.BREATHER:
                send(ask.EndBreather())
            case _:
                send(ask.NextStage())


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programme")
    for number, day in enumerate((2, 9, 16), 1):
        hold(folder, number=number, day=day)
    return folder


def only(folder):
    (series,) = series_of(collect(folder, lambda _done, _of: None).sessions)
    return series


def test_a_programme_is_told_by_its_sessions_alone(held):
    series = only(held)
    assert [one.meeting.number for one in series.sessions] == [1, 2, 3]
    assert {one.meeting.programme for one in series.sessions} == {series.id}
    assert series.next_meeting == Meeting(series.id, "Ward 7", 4, 4)
    assert series.promised == (Commitment("ring 3", "", "Friday"),)


def test_panes_cards_and_promises_went_along(held):
    desk, _ = desk_in(held)
    later = max(desk.saved(), key=lambda each: each.begun)
    desk.resume(later.folder)
    setup = desk.session.state.setup
    desk.leave()
    first, second, _ = only(held).sessions
    fed = {theme for one in (first, second) for each in one.played for theme in each.panes}
    assert set(setup.lit) == fed
    assert setup.met == tuple(dict.fromkeys(e.card for o in (first, second) for e in o.played))
    assert setup.promised == (Commitment("ring 2", "", "Friday"),)


def test_cards_met_before_come_last(held):
    met = [each.card for one in only(held).sessions for each in one.played]
    assert len(set(met)) == len(met)


def test_the_report_of_a_folder_tells_the_series(held, tmp_path, capsys):
    assert (
        main(["report", str(held / "saves"), "--out", str(tmp_path), "--format", "html,csv"]) == 0
    )
    (page,) = tmp_path.glob("programme-*.html")
    told = page.read_text(encoding="utf-8")
    for words in ("Our programme", "Ward 7", "3 of 3", "Session 3", "Did you do it?", "Fully"):
        assert words in told
    assert "Ward" not in page.name
    for name in ("Seat 1", "Seat 2", "ring 1"):
        assert name not in told
    assert str(page) in capsys.readouterr().out


def test_a_follow_up_sheet_asks_what_became_of_it_without_names(held, tmp_path):
    assert main(["report", str(held / "saves"), "--out", str(tmp_path), "--format", "html"]) == 0
    found = sorted(tmp_path.glob("follow-up-*.html"))
    assert len(found) == 3
    told = "\n".join(each.read_text(encoding="utf-8") for each in found)
    for words in ("ring 1, by Friday", "ring 2, by Friday", *map(str, Done), "What helped"):
        assert words in told
    assert "Seat 2" not in told


def test_two_halves_without_pairs_stand_side_by_side_and_say_nothing_of_who(
    tmp_path, icons, assets
):
    hold(tmp_path, number=1, day=3, form=Form.BEFORE_AND_AFTER)
    told = html_of(programme_document(only(tmp_path), icons), assets)
    assert "asked twice, without pairs" in told
    assert "cannot say who changed" in told
    assert "Higher now" not in told
