"""Records become the history again; what makes no sense stops play and never the program."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_faults import NOW, OPENING, STEPS, begin

from game.journal.records import Restored, Rewound, Step, Unreadable
from game.journal.replay import Entry, replay
from game.journal.sessions import sessions
from game.model.themes import Theme
from game.rules.events import (
    CardTurned,
    CommitmentWritten,
    ConversationEnded,
    LensesDealt,
    MomentEnded,
    Paused,
    PlanChanged,
    Resumed,
    SeatKindChanged,
    SeatLeft,
    SeatMoved,
    SeatRenamed,
    SessionFinished,
    StageBegun,
    TokenWalked,
    TurnBegun,
)
from game.rules.history import History
from game.rules.state import Direction, Phase, Plan, Played, SeatId, SeatKind, Stage

ROLES = Played("R-01", (Theme.ROLES,), None, "")

ACTS = {
    "rename": lambda history: history.push((SeatRenamed(SeatId(0), "Ann"),)),
    "play": lambda history: history.push((ConversationEnded(Theme.ROLES, ROLES),)),
    "plan": lambda history: history.push((PlanChanged(Plan(history.at + 2)),)),
    "finish": lambda history: history.push((SessionFinished(),)),
    "pause": lambda history: history.push((Paused(), Resumed())),
    "undo": History.undo,
    "redo": History.redo,
}


def record(name: str, before: History, after: History):
    match name:
        case "undo":
            return Rewound(NOW, 1)
        case "redo":
            return Restored(NOW, 1)
        case "pause":
            return Step(NOW, (Paused(), Resumed()))
        case _:
            return Step(NOW, after.steps[before.at])


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=14))
def test_any_play_with_undo_and_redo_comes_back_and_the_list_agrees(tmp_path_factory, names):
    history = History().push((OPENING,))
    records = [Step(NOW, (OPENING,))]
    for name in names:
        after = ACTS[name](history)
        if after is not history:
            records.append(record(name, history, after))
            history = after
    entries = tuple(Entry(seq, each) for seq, each in enumerate(records))
    again = replay(entries)
    assert again.unplayable is None
    assert again.history.state == history.state
    assert again.history.steps == history.steps
    saves = tmp_path_factory.mktemp("saves")
    journal = begin(saves)
    for each in records:
        journal._append(each)
    journal.let_go()
    (found,) = sessions(saves)
    assert found.played == len(history.state.played)
    assert found.planned == history.state.plan.cards
    assert found.finished == (history.state.phase is Phase.FINISHED)


# Events that are in shape and refer to what is not there.
ASTRAY = [
    SeatLeft(SeatId(99)),
    SeatRenamed(SeatId(99), "Nobody"),
    SeatKindChanged(SeatId(-1), SeatKind.TEAM),
    SeatMoved(SeatId(99), 10**18),
    TokenWalked(SeatId(99), Direction.BACK, -5),
    CardTurned(Theme.EARLY, "no-such-card"),
    ConversationEnded(Theme.EARLY, ROLES),
    LensesDealt(()),
    StageBegun(Stage.KEEP),
    TurnBegun(SeatId(99)),
    MomentEnded(),
    CommitmentWritten(SeatId(99), "x"),
    SessionFinished(),
]


@pytest.mark.parametrize("opened", [True, False], ids=["after the opening", "before it"])
@pytest.mark.parametrize("event", ASTRAY, ids=lambda each: type(each).__name__)
def test_an_event_that_leads_astray_never_ends_the_program(event, opened):
    start = ((OPENING,),) if opened else ()
    records = [Step(NOW, events) for events in (*start, (event,), *STEPS[1:])]
    played = replay(tuple(Entry(seq, each) for seq, each in enumerate(records)))
    assert isinstance(played.history, History)
    if played.unplayable is not None:
        assert f"Record {played.unplayable[0]} cannot be played" in played.sentence


def test_what_is_left_out_is_counted():
    entries = (
        Entry(0, Step(NOW, (OPENING,))),
        Entry(1, Unreadable("events[0].seat: missing")),
        Entry(2, Step(NOW, STEPS[1])),
    )
    played = replay(entries)
    assert played.history.at == 1
    assert played.unplayable == (1, 2)
    assert played.sentence == (
        "Record 1 cannot be played (events[0].seat: missing); the session goes on from the step "
        "before it. 2 records are left out, and kept in the file."
    )
    assert "1 record is left out" in replay(entries[:2]).sentence
