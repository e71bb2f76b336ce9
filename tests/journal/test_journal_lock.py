"""One writer a session: the second is told who has it, and a dead one has nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from journal_faults import NOW, STEPS, begin, look, open_well, play, steps_of, whole_session

from game.journal.lock import Held, take
from game.journal.store import open_session

ROOT = Path(__file__).parents[2]

CHILD = """
import sys, time
from pathlib import Path
from game.journal.lock import Lock, take
print(type(take(Path(sys.argv[1]), "2026-11-23T10:42:00")).__name__, flush=True)
time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that has the session open."""
    folder = whole_session(tmp_path / "saves")
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout.readline() == "Lock\n"
        yield folder, child
        child.kill()


def test_the_second_may_look_and_is_told_who_has_it(holder):
    folder, child = holder
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    opened = open_session(folder, NOW)
    assert opened.journal is None
    assert opened.notices == (f"Already open since 10:42 (process {child.pid}).",)
    assert steps_of(opened) == STEPS
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_killed_holder_has_nothing_any_more(holder):
    folder, child = holder
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert f"process {child.pid}" in (folder / "lock").read_text()
    assert steps_of(look(folder)) == STEPS


def test_two_openers_in_one_process_are_two(tmp_path):
    journal = begin(tmp_path)
    play(journal, STEPS[:3])
    second = open_session(journal.folder, NOW)
    assert second.journal is None
    assert second.notices[0].startswith("Already open since ")
    assert steps_of(second) == STEPS[:3]
    play(journal, STEPS[3:])
    journal.let_go()
    assert steps_of(look(journal.folder)) == STEPS


def test_an_open_end_is_no_news_while_somebody_writes(tmp_path):
    journal = begin(tmp_path)
    with (journal.folder / "journal.a.log").open("ab") as file:
        file.write(b"half a line")
    assert len(open_session(journal.folder, NOW).notices) == 1
    journal.let_go()


def test_the_lock_leaves_no_name_behind(tmp_path):
    journal = begin(tmp_path)
    assert (journal.folder / "lock").read_text().startswith(f"process {os.getpid()}\ncomputer ")
    journal.close(NOW)
    assert (journal.folder / "lock").read_bytes() == b""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (b"", "Already open."),
        (b"\xff\x00\n\n process", "Already open."),
        (b"process 12\n", "Already open (process 12)."),
        (b"process rm -rf\nsince yesterday\n", "Already open."),
        (b"since 2026-11-23T10:42:00\n", "Already open since 10:42."),
        (b"since 9999-12-31T23:59:59-23:00\n", "Already open."),
        (b"computer ward-7\n", "Already open on ward-7."),
        (
            b"process 12\ncomputer ward-7\nsince 2026-11-23T10:42:00\n",
            "Already open since 10:42 on ward-7 (process 12).",
        ),
    ],
)
def test_whatever_the_lock_says_it_makes_a_sentence(tmp_path, text, sentence):
    lock = take(tmp_path, NOW)
    (tmp_path / "lock").write_bytes(text)
    assert take(tmp_path, NOW) == Held(sentence)
    lock.release()


@pytest.mark.skipif(time.tzname is None or not hasattr(time, "tzset"), reason="no zones to set")
def test_the_time_is_told_as_the_clock_on_the_wall_shows_it(tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "XXX-01:00")
    time.tzset()
    try:
        lock = take(tmp_path, "2026-11-23T10:42:00Z")
        assert "since 11:42" in take(tmp_path, NOW).sentence
        lock.release()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_link_in_place_of_the_lock_leads_nowhere(tmp_path):
    folder = whole_session(tmp_path / "saves")
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    (folder / "lock").unlink()
    (folder / "lock").symlink_to(precious)
    assert open_session(folder, NOW).journal is None
    assert precious.read_bytes() == b"precious"


def test_a_place_without_locks_is_only_looked_at(tmp_path, monkeypatch):
    folder = whole_session(tmp_path)

    def none(*_args):
        raise OSError(37, "No locks available")

    monkeypatch.setattr("game.journal.lock.fcntl.flock", none)
    opened = open_session(folder, NOW)
    assert opened.journal is None
    assert "No locks available" in opened.notices[0]
    assert steps_of(opened) == STEPS


def test_a_lock_whose_text_cannot_be_written_holds_all_the_same(tmp_path, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("game.journal.lock.os.write", full)
        lock = take(tmp_path, NOW)
    assert take(tmp_path, NOW) == Held("Already open.")
    lock.release()


def test_the_session_is_free_again_after_it_is_closed(tmp_path):
    folder = whole_session(tmp_path)
    for _ in range(3):
        open_well(folder).journal.close(NOW)
    assert steps_of(look(folder)) == STEPS
