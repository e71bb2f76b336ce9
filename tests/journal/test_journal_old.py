"""Sessions of every format that was ever released open, and come to where they stood."""

import shutil
from pathlib import Path

import pytest
from journal_faults import look

from game.app.log import log
from game.content.load import load_texts
from game.content.loaded import PackText
from game.journal.lines import format_line, json_of
from game.journal.merge import NAMES
from game.journal.records import Closed, Restored, Rewound
from game.journal.sessions import sessions
from game.journal.store import open_session
from game.model.themes import Theme
from game.outcomes.answers import Commitment, Hands, Sheet
from game.rules.state import Phase, SeatKind, Stage

OLD = Path(__file__).parent / "old"
FIRST = "2026-11-23-1402-67d0"
PROGRAMME = "2026-11-27-0930-c29b"
UNFINISHED = "2026-11-27-1517-25a7"


@pytest.fixture
def saves(tmp_path):
    """A copy: the originals are never written to."""
    return Path(shutil.copytree(OLD / "format-1", tmp_path / "saves"))


def named(saves, name):
    """The session of this name, as the list shows it."""
    return next(each for each in sessions(saves) if each.id == name)


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_session_of_format_1_comes_to_the_state_in_which_it_ended(saves):
    found = named(saves, FIRST)
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
    assert state.closing.commitments == ((1, Commitment("Ask about sleep.")),)


def test_a_session_of_format_1_has_every_kind_of_record_that_play_makes(saves):
    found = named(saves, FIRST)
    records = [each.record for each in look(found.folder).entries]
    assert records[0].format == 1
    assert sum(isinstance(each, Rewound) for each in records) == 3
    assert sum(isinstance(each, Restored) for each in records) == 1
    assert sum(isinstance(each, Closed) for each in records) == 2


def test_a_session_of_format_1_still_has_its_pack_as_played(saves):
    found = named(saves, FIRST)
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
    found = named(saves, FIRST)
    assert (found.title, found.begun) == ("MaP core pack", "2026-11-23T14:02:17Z")
    assert (found.played, found.planned, found.finished) == (2, 2, True)
    assert not found.damaged


def test_a_session_of_format_1_is_not_changed_by_opening_it(saves):
    found = named(saves, FIRST)
    before = files(found.folder)
    look(found.folder).journal.close("2027-01-01T00:00:00Z")
    after = files(found.folder)
    after.pop(found.folder / "lock")
    assert after == before


def test_the_third_session_of_a_programme_comes_to_the_state_in_which_it_ended(saves):
    found = named(saves, PROGRAMME)
    opened = look(found.folder)
    assert opened.notices == ()
    assert (found.title, found.played, found.planned, found.finished) == (
        "MaP core pack",
        4,
        4,
        True,
    )
    assert len(opened.entries) == 180
    assert opened.history.at == len(opened.history.steps) == 97
    state = opened.history.state
    assert state.phase is Phase.FINISHED
    assert (state.setup.lit, state.setup.weights) == ((Theme.ROLES, Theme.EARLY), (-1, 0, 2))
    assert (len(state.setup.met), state.setup.left_out) == (4, ("weight",))
    assert (state.setup.person, state.setup.hardest, state.setup.voice_seconds) == (
        "desmond",
        3,
        30,
    )
    assert [each.name for each in state.seats[:2]] == ["Tomasz", "Νίκος"]
    assert (len(state.seats), state.joined, state.chances) == (5, 6, 12)
    assert [each.card for each in state.played] == [
        "filed-with-the-menus",
        "advice-given",
        "a-column-headed-ask",
        "just-before-the-punchline",
    ]
    assert [each.weight for each in state.played] == [None, -1, -1, None]
    assert state.lit == (
        Theme.ROLES,
        Theme.EARLY,
        Theme.WELLBEING,
        Theme.MESSAGE,
        Theme.MOVING,
        Theme.PERSON,
    )
    assert state.closing.commitments == ((0, Commitment("We would all say the same.")),)


def test_a_session_with_many_steps_taken_back_and_put_on_again_keeps_them_all(saves):
    opened = look(named(saves, PROGRAMME).folder)
    records = [each.record for each in opened.entries]
    assert sum(isinstance(each, Rewound) for each in records) == 26
    assert sum(isinstance(each, Restored) for each in records) == 4
    assert max(each.by for each in records if isinstance(each, Rewound)) == 2
    assert len(opened.records) == 177


def test_an_unfinished_session_of_somebodys_own_pack_goes_on_where_it_was_killed(saves):
    found = named(saves, UNFINISHED)
    assert (found.title, found.played, found.planned, found.finished) == (
        "What our ward talks about",
        1,
        2,
        False,
    )
    opened = look(found.folder)
    assert opened.notices == (
        "This session was not closed last time. It goes on from the last step that was saved.",
    )
    assert next(name for name, _ in opened.texts) == "own.ward.yaml"
    history = opened.history
    assert (history.at, len(history.steps)) == (30, 31)
    assert (history.state.phase, history.state.stage) == (Phase.TALK, Stage.THINK)
    assert history.state.round.card == "filed-with-the-menus"
    assert history.state.round.order == (0, 1, 2)
    assert [each.name for each in history.state.seats] == ["Another name", "Mo", "Somebody new"]
    # What was taken back last can still be put on again.
    assert history.redo().state.stage is Stage.ROUND


@pytest.mark.parametrize("name", [FIRST, PROGRAMME, UNFINISHED])
def test_an_old_session_of_a_pack_that_the_reader_still_reads_is_told_step_by_step(saves, name):
    opened = look(saves / name)
    loaded = load_texts(
        (PackText(*text) for text in opened.texts), today="2026-11-28", advice=False
    )
    lines = log(loaded.pack, opened.records)
    assert len(lines) == len(opened.records)
    assert lines[0].words[0].startswith("The session began with ")


@pytest.mark.parametrize("name", [FIRST, PROGRAMME, UNFINISHED])
def test_an_old_session_as_a_newer_version_would_mark_it_says_so_and_stays_untouched(saves, name):
    folder = saves / name
    whole = (folder / NAMES[0]).read_bytes().splitlines(keepends=True)
    header = json_of(whole[0].rstrip(b"\n")).replace('"min_reader": 1', '"min_reader": 2')
    for each in NAMES:
        (folder / each).write_bytes(b"".join([format_line(0, header), *whole[1:]]))
    before = files(folder)
    opened = open_session(folder, "2026-11-28T09:00:00Z")
    assert opened.journal is None
    assert "Made by a newer version" in opened.notices[0]
    assert files(folder) == before
