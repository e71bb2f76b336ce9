"""The list of sessions never fails, whatever lies in the folder; one that is erased is gone."""

import os

import pytest
from journal_faults import NOW, OPENING, STEPS, begin, look, play, whole_session
from saved_sessions import everything_in

from game.journal.lines import format_line
from game.journal.merge import NAMES
from game.journal.sessions import NotErased, erase, sessions, sweep
from game.journal.store import create
from game.model.themes import Theme
from game.rules.events import ConversationEnded, PlanChanged, SessionFinished
from game.rules.state import Plan, Played

ENDED = ConversationEnded(Theme.ROLES, Played("R-01", (Theme.ROLES,), 0, "We would all ask."))


def only(saves):
    (found,) = sessions(saves)
    return found


def test_a_session_tells_its_title_its_times_and_how_far_it_came(tmp_path):
    journal = begin(tmp_path)
    play(journal, (*STEPS[:4], (ENDED,)))
    journal.let_go()
    found = only(tmp_path)
    assert found.folder == journal.folder
    assert found.id == journal.folder.name
    assert found.id.startswith("2026-11-23-1402-")
    assert found.title == "Our pack"
    assert found.begun == NOW
    assert found.last_step == "2026-11-23T14:04:00Z"
    assert (found.played, found.planned) == (1, OPENING.plan.cards)
    assert (found.finished, found.damaged, found.newer) == (False, False, False)


def test_what_was_taken_back_does_not_count_until_it_is_put_on_again(tmp_path):
    journal = begin(tmp_path)
    play(journal, (*STEPS[:4], (ENDED,), (PlanChanged(Plan(5)),), (SessionFinished(),)))
    assert (only(tmp_path).played, only(tmp_path).planned, only(tmp_path).finished) == (1, 5, True)
    journal.rewound(3, NOW)
    assert (only(tmp_path).played, only(tmp_path).planned, only(tmp_path).finished) == (0, 2, False)
    journal.restored(2, NOW)
    assert (only(tmp_path).played, only(tmp_path).planned, only(tmp_path).finished) == (1, 5, False)
    journal.rewound(2, NOW)
    play(journal, STEPS[5:6])
    assert (only(tmp_path).played, only(tmp_path).planned) == (0, 2)
    journal.let_go()


def test_the_opening_is_never_counted_as_taken_back(tmp_path):
    journal = begin(tmp_path)
    play(journal, STEPS[:4])
    journal.rewound(99, NOW)
    journal.let_go()
    assert only(tmp_path).planned == OPENING.plan.cards


def test_the_session_begun_last_comes_first_whatever_the_clock_did_to_the_files(tmp_path):
    times = ["2026-11-23T09:00:00", "2026-11-24T09:00:00", "2026-11-22T09:00:00"]
    for now in times:
        create(tmp_path, app="0.1.0", title=now, texts=(), now=now).close(now)
    for age, each in enumerate(sessions(tmp_path)):
        for name in NAMES:
            os.utime(each.folder / name, (age, age))
    assert [each.begun for each in sessions(tmp_path)] == sorted(times, reverse=True)


def test_a_damaged_session_is_listed_as_damaged_until_it_is_mended(tmp_path):
    folder = whole_session(tmp_path)
    (folder / NAMES[0]).write_bytes(b"spoilt")
    assert only(tmp_path).damaged
    assert only(tmp_path).title == "Our pack"
    look(folder)
    assert not only(tmp_path).damaged


def test_a_session_damaged_beyond_reading_is_listed_by_its_folder(tmp_path):
    folder = whole_session(tmp_path)
    for name in NAMES:
        (folder / name).write_bytes(b"\0" * 999)
    found = only(tmp_path)
    assert found.damaged
    assert found.id == folder.name
    assert found.title == ""


def stray_records(*texts):
    return b"".join(format_line(seq, text) for seq, text in enumerate(texts))


HOSTILE = [
    stray_records("[]"),
    stray_records("{"),
    stray_records('{"kind": 3, "title": 5, "at": null, "session": [], "min_reader": "x"}'),
    stray_records('{"kind": "session"}', '{"kind": "rewound", "by": -9}'),
    stray_records('{"kind": "session"}', '{"kind": "rewound", "by": 99}'),
    stray_records('{"kind": "session"}', '{"kind": "restored", "by": 99}'),
    stray_records('{"kind": "session"}', '{"kind": "step", "events": 5}'),
    stray_records('{"kind": "session"}', '{"kind": "step", "events": [5, {"event": []}]}'),
    stray_records(
        '{"kind": "session"}',
        '{"kind": "step", "events": [{"event": "plan_changed", "plan": []}]}',
        '{"kind": "step", "events": [{"event": "plan_changed", "plan": {"cards": "x"}}]}',
    ),
    stray_records('{"kind": "session"}', '{"kind": "passed_over", "first": [], "last": 1}'),
    stray_records('{"kind": "session"}', '{"kind": "passed_over", "first": -9, "last": 1e9}'),
    stray_records('{"kind": "session"}', '{"kind": "passed_over", "first": -9, "last": 99}'),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_session_is_listed_without_fail(tmp_path, data):
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes(data)
    assert only(tmp_path).folder == folder
    assert (only(tmp_path).played, only(tmp_path).planned) == (0, 0)


def test_stray_things_are_no_sessions(tmp_path):
    saves = tmp_path / "saves"
    folder = whole_session(saves)
    (saves / "README.md").write_text("Sessions are kept here.")
    (saves / "empty").mkdir()
    (saves / ".making-2026").mkdir()
    (saves / ".making-2026" / NAMES[0]).touch()
    (saves / "link").symlink_to(folder)
    (saves / "dangling").symlink_to(tmp_path / "nowhere")
    assert only(saves).folder == folder


@pytest.mark.parametrize("kind", ["missing", "file", "empty"])
def test_no_saves_folder_is_no_sessions(tmp_path, kind):
    saves = tmp_path / "saves"
    if kind == "file":
        saves.write_text("x")
    elif kind == "empty":
        saves.mkdir()
    assert sessions(saves) == ()


def test_an_erased_session_is_gone_with_everything_in_its_folder(tmp_path):
    kept, gone = whole_session(tmp_path), whole_session(tmp_path)
    assert erase(gone, NOW) is None
    assert sorted(each.name for each in tmp_path.iterdir()) == [kept.name, "backups"]
    assert [each.name for each in (tmp_path / "backups").iterdir()] == [kept.name]


def test_a_session_that_somebody_has_open_is_not_erased(tmp_path):
    journal = begin(tmp_path)
    refused = erase(journal.folder, NOW)
    assert isinstance(refused, NotErased)
    assert refused.sentence.startswith("Already open since ")
    play(journal)
    journal.let_go()
    assert erase(journal.folder, NOW) is None


def test_only_a_session_is_erased(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.png").touch()
    link = tmp_path / "link"
    link.symlink_to(whole_session(tmp_path / "saves"))
    for each in (tmp_path / "photos", link, tmp_path / "missing"):
        assert erase(each, NOW) == NotErased("There is no session here.")
    assert (tmp_path / "photos" / "one.png").exists()
    assert only(tmp_path / "saves")


def test_a_session_in_a_folder_that_cannot_be_changed_stays_whole_and_says_what_helps(
    tmp_path, monkeypatch
):
    folder = whole_session(tmp_path)
    before = everything_in(tmp_path)

    def shut(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("game.journal.sessions.move", shut)
    assert erase(folder, NOW) == NotErased(
        "Not erased: this folder cannot be changed. Ask whoever looks after this computer to allow "
        "it, then erase again."
    )
    assert everything_in(tmp_path) == before


def test_a_deletion_cut_short_is_not_listed_and_can_be_ended(tmp_path, monkeypatch):
    folder = whole_session(tmp_path)

    def full(_path):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("game.journal.sessions.shutil.rmtree", full)
        refused = erase(folder, NOW)
    assert refused == NotErased(
        "Not all of it could be deleted yet. The rest goes when the game is closed."
    )
    assert sessions(tmp_path) == ()
    sweep(tmp_path)
    assert not any(tmp_path.iterdir())
