"""Sessions of every format that was ever released open, and come to where they stood."""

import shutil
from pathlib import Path

import pytest
from journal_faults import look

from game.journal.records import Closed, Restored, Rewound
from game.journal.sessions import sessions
from game.model.themes import Theme
from game.outcomes.answers import Hands, Sheet
from game.rules.state import Phase, SeatKind

OLD = Path(__file__).parent / "old"


@pytest.fixture
def saves(tmp_path):
    """A copy: the originals are never written to."""
    return Path(shutil.copytree(OLD / "format-1", tmp_path / "saves"))


def test_a_session_of_format_1_comes_to_the_state_in_which_it_ended(saves):
    (found,) = sessions(saves)
    opened = look(found.folder)
    assert opened.notices == ()
    assert opened.journal.records == len(opened.entries) == 59
    assert opened.history.at == len(opened.history.steps) == 47
    state = opened.history.state
    assert state.phase is Phase.FINISHED
    assert [each.name for each in state.seats] == ["Priya", "Zoë Ł", "Ann and Bo", "李 and team"]
    assert [each.kind for each in state.seats[2:]] == [SeatKind.PAIR, SeatKind.TEAM]
    assert state.setup.person == "amira"
    assert (state.seed, state.chances, state.swapped, state.joined) == (7, 10, 1, 4)
    assert state.places == (1, 3, 0, 0)
    assert state.agreement == (
        "What is shared stays.",
        "What is learnt can leave.",
        "Pass at any time.",
    )
    first, second = state.played
    assert (first.card, second.card) == ("five-up-the-steps", "scales-in-the-corridor")
    assert (first.weight, second.weight) == (-1, -1)
    assert first.words == "We would all say: “what matters to you?” — 😀"
    assert first.panes == (Theme.ROLES, Theme.MESSAGE)
    assert state.lit == (Theme.ROLES, Theme.MESSAGE, Theme.PERSON, Theme.WELLBEING)
    assert [len(pile) for pile in state.draw] == [3, 4, 3, 4, 12, 12, 11]
    assert state.closing.message == "Ask about both, every time."
    assert state.closing.hands == (Hands(0, (1, 1, 1, 0, 0), (0, 0, 1, 1, 1)),)
    assert state.closing.sheets == (Sheet((1, None, 3, 2, 2, 1, 4), (3, 4, 4, 3, None, 2, 5)),)
    assert state.closing.commitments == ((1, "Ask about sleep."),)


def test_a_session_of_format_1_has_every_kind_of_record_that_play_makes(saves):
    (found,) = sessions(saves)
    records = [each.record for each in look(found.folder).entries]
    assert records[0].format == 1
    assert sum(isinstance(each, Rewound) for each in records) == 3
    assert sum(isinstance(each, Restored) for each in records) == 1
    assert sum(isinstance(each, Closed) for each in records) == 2


def test_a_session_of_format_1_still_has_its_pack_as_played(saves):
    (found,) = sessions(saves)
    opened = look(found.folder)
    assert opened.texts_lost == ()
    assert [name for name, _ in opened.texts] == [
        "own.scenarios.yaml",
        "core.evidence.yaml",
        "core.support.yaml",
        "core.language.yaml",
    ]
    assert "id: five-up-the-steps" in opened.texts[0][1]


def test_a_session_of_format_1_is_listed_with_how_far_it_came(saves):
    (found,) = sessions(saves)
    assert (found.title, found.begun) == ("MaP core pack", "2026-11-23T14:02:17Z")
    assert (found.played, found.planned, found.finished) == (2, 2, True)
    assert not found.damaged


def test_a_session_of_format_1_is_not_changed_by_opening_it(saves):
    (found,) = sessions(saves)
    before = {path: path.read_bytes() for path in found.folder.rglob("*") if path.is_file()}
    look(found.folder).journal.close("2027-01-01T00:00:00Z")
    after = {path: path.read_bytes() for path in found.folder.rglob("*") if path.is_file()}
    after.pop(found.folder / "lock")
    assert after == before
