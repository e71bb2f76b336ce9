"""What a report is made of, and what never reaches it."""

from pathlib import Path

import pytest
from report_sessions import MESSAGE, NAMES, PROMISES, TODAY, play, sheets

from game.journal.store import CannotOpen, look_at
from game.model.themes import Theme
from game.outcomes.answers import Commitment, Hands, Sheet
from game.report.facts import facts_of, short_id
from game.report.gather import gather
from game.report.reading import read
from game.rules.events import (
    CommitmentWritten,
    HandsCounted,
    SeatLeft,
    SheetsHandedIn,
    VoiceOffered,
)
from game.rules.state import SeatId

OLD = Path(__file__).parents[1] / "journal" / "old" / "format-1"


def test_the_facts_of_a_session(facts):
    assert (facts.seats, facts.minutes_planned, facts.cards_planned) == (6, 60, 5)
    assert (len(facts.met), facts.set_aside, facts.finished) == (5, 1, True)
    assert facts.message == MESSAGE
    assert facts.when == "November 2026"
    assert facts.left_out == ("weight and eating",)
    assert facts.walked_with == "Amira"
    assert len(facts.agreed) == 4
    assert facts.weights == (-1, 1, None, 2, -2)
    assert set(facts.lit) <= set(Theme)
    assert facts.notices == ()


def test_cards_are_told_in_the_words_of_the_sessions_own_pack(played, tmp_path):
    folder = tmp_path / played.name
    folder.mkdir()
    for path in played.rglob("*"):
        if path.is_file() and path.name != "lock":
            (folder / path.relative_to(played)).parent.mkdir(exist_ok=True)
            (folder / path.relative_to(played)).write_bytes(path.read_bytes())
    whole = facts_of(read(folder, TODAY))
    assert all(met.card is not None and met.card.scene for met in whole.met)
    for text in (folder / "pack").iterdir():
        text.unlink()
    lost = facts_of(read(folder, TODAY))
    assert [met.title for met in lost.met] == ["A card whose wording is lost"] * 5
    assert any("damaged or missing" in notice for notice in lost.notices)


def test_facts_were_true_on_the_day_of_the_session_not_on_the_day_of_the_report(played):
    met = facts_of(read(played, "2035-01-01")).met
    assert any(each.facts for each in met)


def test_gathering_from_events_comes_to_what_the_session_itself_holds(played):
    opened = look_at(played)
    closing = opened.history.state.closing
    found = gather(opened.history.events)
    assert found.sheets == closing.sheets
    assert found.hands == closing.hands
    assert set(found.commitments) == {promise for _, promise in closing.commitments}


def test_what_was_taken_away_or_counted_again_is_not_gathered_twice():
    first, again = Hands(0, (1, 0, 0, 0, 0), (0,) * 5), Hands(0, (2, 0, 0, 0, 0), (0,) * 5)
    sheet = Sheet((1,) * 7, (2,) * 7)
    found = gather(
        [
            HandsCounted(first),
            HandsCounted(again),
            SheetsHandedIn((sheet,)),
            SheetsHandedIn((sheet,)),
            CommitmentWritten(SeatId(0), "Ring."),
            CommitmentWritten(SeatId(1), "Walk."),
            CommitmentWritten(SeatId(2), "Ask."),
            CommitmentWritten(SeatId(1), ""),
            SeatLeft(SeatId(2)),
        ]
    )
    assert found.hands == (again,)
    assert found.sheets == (sheet, sheet)
    assert found.commitments == (Commitment("Ring."),)


def test_a_session_of_long_ago_has_a_report():
    folder = OLD / "2026-11-23-1402-67d0"
    facts = facts_of(read(folder, TODAY))
    assert facts.message == "Ask about both, every time."
    assert len(facts.met) == 2
    assert facts.gathered.commitments == (Commitment("Ask about sleep."),)


def test_reading_changes_nothing_in_the_folder(played):
    before = {path: path.read_bytes() for path in played.rglob("*") if path.is_file()}
    read(played, TODAY)
    assert {path: path.read_bytes() for path in played.rglob("*") if path.is_file()} == before


def test_a_folder_without_a_session_says_so(tmp_path):
    assert isinstance(read(tmp_path, TODAY), CannotOpen)


def test_the_id_says_neither_day_nor_hour(facts, played):
    assert facts.id == short_id(played.name)
    assert played.name[:10] not in facts.stem
    assert facts.stem.startswith("2026-11-")


@pytest.mark.parametrize("name", NAMES)
def test_facts_hold_no_name_of_a_seat(facts, name):
    assert name not in repr(facts)


def test_a_pass_and_a_word_leave_the_same_facts(tmp_path):
    spoken = play(tmp_path / "a", answers=sheets(), passing=False)
    passed = play(tmp_path / "b", answers=sheets(), passing=True)
    one, other = (look_at(folder).history.events for folder in (spoken, passed))
    assert one == other
    assert any(isinstance(event, VoiceOffered) for event in one)


def test_commitments_have_no_owner_and_no_order(facts):
    assert {each.what for each in facts.gathered.commitments} == set(PROMISES)
