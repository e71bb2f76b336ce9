"""The log in plain words, taking back and going back to any step, across resumes."""

from dataclasses import replace
from typing import get_args

import pytest

from game.app import shelf
from game.app.clock import stamp_after
from game.app.desk import Desk
from game.app.log import as_text, log
from game.app.places import Places, find
from game.app.told import _SENTENCES, _STAGES, _weighed, told
from game.journal.records import Restored, Rewound
from game.journal.store import open_session
from game.rules.apply import apply
from game.rules.commands import AcceptAgreement, Pause, RenameSeat, Resume, RollDie
from game.rules.events import (
    CardSwapped,
    CommitmentWritten,
    Event,
    MessageWritten,
    SeatRenamed,
    TokenWalked,
    VoiceOffered,
    WordsWritten,
)
from game.rules.simulate import simulate_session
from game.rules.state import UNOPENED, Direction, Seat, SeatId, Setup, Stage

SEATS = Setup(seats=(Seat(SeatId(0), "Zoë"), Seat(SeatId(1), "李")))


@pytest.fixture
def desk(tmp_path):
    own = find()
    made = Desk(
        Places(own.content, own.assets, tmp_path / "saves", tmp_path, tmp_path / "exports"),
        clock=lambda: 0.0,
        stamp=lambda: stamp_after("2026-11-23T14:02:11Z", 0),
        today=lambda: "2026-11-23",
        seeds=lambda: 7,
        keep_settings=False,
    )
    assert made.begin(SEATS) is None
    yield made
    made.leave()


def again(desk):
    """The same session, left and taken up again."""
    folder = desk.session.folder
    desk.leave()
    assert desk.resume(folder) == ()
    return desk.session


def play(session):
    session.send(AcceptAgreement())
    session.send(RollDie())
    session.send(RenameSeat(SeatId(1), "Ann"))


def words(session):
    return [" ".join(line.words) for line in log(session.pack, session.records)]


def test_the_log_tells_each_step_in_plain_words(desk):
    play(desk.session)
    value = desk.session.state.rolled
    assert words(desk.session) == [
        "The session began with Zoë, 李.",
        "The table accepted the agreement.",
        f"Zoë rolled a {value}.",
        "李 is now called Ann.",
    ]
    assert as_text(log(desk.session.pack, desk.session.records)).splitlines()[1] == (
        "   2  2026-11-23T14:02:11Z  The table accepted the agreement."
    )


def test_what_was_taken_back_is_marked_and_one_can_go_to_any_step_still_there(desk):
    session = desk.session
    play(session)
    session.undo()
    session.undo()
    lines = log(session.pack, session.records)
    assert [line.taken_back for line in lines] == [False, False, True, True, False, False]
    assert [line.step for line in lines] == [1, 2, 3, 4, None, None]
    assert lines[-1].words == ("One step was taken back.",)
    assert "(taken back) Zoë rolled" in as_text(lines)
    # Forward to what was taken back, and back to the start, each in one go.
    assert session.go_to(4)
    assert session.state.seats[1].name == "Ann"
    assert session.go_to(1)
    assert session.records[-1] == Rewound(session.records[-1].at, 3)
    assert words(session)[-2:] == ["2 steps were put on again.", "3 steps were taken back."]
    # A new step replaces what was taken back: there is no way there any more.
    session.send(RenameSeat(SeatId(0), "Zed"))
    lines = log(session.pack, session.records)
    assert [line.step for line in lines] == [1, *[None] * 7, 2]
    assert [line.taken_back for line in lines] == [False, *[True] * 3, *[False] * 5]


def test_going_where_there_is_nothing_does_nothing(desk):
    play(desk.session)
    before = desk.session.records
    for step in (0, -3, 4, 5, 99):
        assert not desk.session.go_to(step)
    assert desk.session.records == before


def test_undo_redo_and_going_back_work_across_any_number_of_resumes(desk):
    play(desk.session)
    states = [desk.session.state]
    assert desk.session.undo()
    assert again(desk).undo()
    assert again(desk).redo()
    assert again(desk).redo()
    assert desk.session.state == states[0]
    assert again(desk).go_to(2)
    session = again(desk)
    assert (session.at, session.can_redo) == (2, True)
    assert session.go_to(4)
    assert again(desk).state == states[0]
    assert isinstance(desk.session.records[-1], Restored)
    whole = log(desk.session.pack, desk.session.records)
    assert whole == log(desk.session.pack, open_session(desk.session.folder, "").records)


def test_a_pause_belongs_to_its_step_and_takes_nothing_away(desk):
    session = desk.session
    play(session)
    session.undo()
    session.send(Pause())
    session.send(Resume())
    lines = log(session.pack, session.records)
    assert [line.step for line in lines] == [1, 2, 3, 4, None, 3, 3]
    assert session.redo()
    assert session.state.seats[1].name == "Ann"


def test_every_event_and_every_stage_has_its_sentence():
    assert set(_SENTENCES) == set(get_args(Event))
    assert set(_STAGES) == set(Stage)


def test_whole_sessions_are_told_in_sentences_without_a_gap(desk):
    pack = desk.pack
    heard = set()
    for seed in range(4):
        state = UNOPENED
        for event in simulate_session(pack, 60, 4, seed).events:
            sentence = told(pack, state, event)
            assert sentence[0].isupper() or sentence[0] in "“李"
            assert sentence.endswith((".", ".”", "?”"))
            assert ".”." not in sentence
            heard.add(type(event))
            state = apply(state, event)
    assert len(heard) > 25


def test_no_sentence_tells_who_passed_or_swapped(desk):
    pack, state = desk.pack, desk.session.state
    card = pack.cards[0]
    assert told(pack, state, VoiceOffered(1)) == "The next voice was offered."
    assert told(pack, state, CardSwapped(card.theme, card.id)) == (
        f"“{card.title}” was swapped for another card."
    )


def test_what_the_pack_no_longer_has_is_named_by_its_id(desk):
    bare = replace(desk.pack, cards=(), moments=())
    card = desk.pack.cards[0]
    assert told(bare, UNOPENED, CardSwapped(card.theme, card.id)).startswith(f"“{card.id}”")
    assert told(bare, UNOPENED, TokenWalked(SeatId(5), Direction.BACK, 1)) == "A seat walked back."
    assert told(bare, UNOPENED, CommitmentWritten(SeatId(5), "")).endswith(", and is blank.")


@pytest.mark.parametrize(
    ("weight", "where"),
    [
        (-2, "well towards mind"),
        (-1, "towards mind"),
        (0, "in the middle"),
        (2, "well towards body"),
    ],
)
def test_where_a_plans_weight_lay_is_told_without_judging(weight, where):
    assert _weighed(weight) == f"The plan’s weight was placed {where}."


def test_saving_elsewhere_goes_on_there_and_the_list_shows_it(desk, tmp_path):
    play(desk.session)
    stick = tmp_path / "stick"
    assert desk.session.save_elsewhere(stick) == ""
    assert desk.session.folder.parent == stick
    desk.session.send(RenameSeat(SeatId(0), "Zed"))
    desk.leave()
    assert len(shelf.saved(stick)) == 1
    assert open_session(shelf.saved(stick)[0].folder, "").history.state.seats[0].name == "Zed"


def test_a_session_that_is_only_looked_at_says_so_and_saves_nothing(desk, tmp_path):
    fetched = shelf.fetch(desk.session.folder, desk.stamp(), desk.today())
    session = shelf.seat(desk, fetched)
    assert fetched.notices[0].startswith("Already open")
    assert "reading only" in session.unsaved
    assert "reading only" in session.save_elsewhere(tmp_path / "stick")
    session.send(AcceptAgreement())
    session.tick()
    session.retry()
    session.close()
    assert (session.saving, session.busy, session.folder, session.name) == (None, False, None, "")
    assert session.settle()
    assert desk.session.at == 1


@pytest.mark.parametrize("words", ["We ask first.", "Who else knows?", "One list"])
def test_words_that_bring_their_own_full_stop_get_no_second(desk, words):
    pack, state = desk.session.pack, desk.session.state
    mark = "" if words[-1] in ".?" else "."
    for event in (WordsWritten(words), MessageWritten(words), SeatRenamed(SeatId(0), words)):
        sentence = told(pack, state, event)
        assert sentence.endswith((f"“{words}”{mark}", f"{words}{mark}"))
