"""A few kinds of events, read cheaply; what a folder holds; how long a session was at the table."""

import json
import os

import pytest
from journal_faults import NOW, OPENING, STEPS, begin, play, whole_session

from game.files.disk import Disk
from game.journal import holdings as holding
from game.journal import sessions
from game.journal.duration import LONGEST_GAP, seconds_at_table
from game.journal.extract import Extract, NotRead, extract
from game.journal.holdings import holdings, only_backups
from game.journal.lines import format_line, json_of
from game.journal.lock import NAME, holder, take
from game.journal.merge import NAMES
from game.journal.records import Step, Unknown, encode_record
from game.journal.sessions import NotErased, erase_backups
from game.rules.events import (
    AgreementAccepted,
    AgreementWritten,
    DoorOpened,
    Paused,
    Resumed,
    SeatRenamed,
    SessionOpened,
)

KINDS = (SessionOpened, SeatRenamed, AgreementAccepted)
FOUND = (OPENING, STEPS[2][0], STEPS[3][0])


def lines(folder):
    return (folder / NAMES[0]).read_bytes().splitlines()


def write(folder, texts):
    """Both copies, with these records."""
    for name in NAMES:
        (folder / name).write_bytes(
            b"".join(format_line(seq, text) for seq, text in enumerate(texts))
        )


def texts(folder):
    return [json_of(line) for line in lines(folder)]


@pytest.fixture
def folder(tmp_path):
    return whole_session(tmp_path / "saves", STEPS[:4])


def test_the_events_asked_for_are_found_in_order_and_others_left_out(folder):
    found = extract(folder, KINDS)
    assert isinstance(found, Extract)
    assert found.events == FOUND
    assert (found.id, found.title, found.begun) == (folder.name, "Our pack", NOW)
    assert found.records == len(lines(folder))
    assert len(found.pack) == 64


@pytest.mark.parametrize("spoil", ["cut", "flipped", "gone", "both longer"])
def test_a_damaged_copy_takes_nothing_away(folder, spoil):
    path = folder / NAMES[0]
    data = path.read_bytes()
    if spoil == "cut":
        path.write_bytes(data[:-40])
    elif spoil == "flipped":
        path.write_bytes(data[:99] + bytes([data[99] ^ 1]) + data[100:])
    elif spoil == "gone":
        path.unlink()
    else:
        for name in NAMES:
            (folder / name).write_bytes(data + b"0badc0de 9 {")
    assert extract(folder, KINDS).events == FOUND


def test_what_was_taken_back_or_passed_over_is_left_out_and_what_was_put_on_again_is_in(tmp_path):
    journal = begin(tmp_path / "saves")
    play(journal, STEPS[:4])
    journal.rewound(2, NOW)
    assert extract(journal.folder, KINDS).events == (OPENING,)
    journal.restored(1, NOW)
    assert extract(journal.folder, KINDS).events == FOUND[:2]
    # The opening is never taken back, and nothing is put on that never was.
    journal.rewound(9, NOW)
    journal.restored(9, NOW)
    assert extract(journal.folder, KINDS).events == FOUND
    journal.let_go()
    told = texts(journal.folder)
    passed = {"kind": "passed_over", "at": NOW, "first": 3, "last": 99}
    write(journal.folder, [*told[:5], json.dumps(passed)])
    assert extract(journal.folder, KINDS).events == (OPENING,)


def test_an_empty_step_and_a_quiet_one_are_no_steps_to_take_back(folder):
    told = texts(folder)
    empty = {"kind": "step", "at": NOW, "events": []}
    back = {"kind": "rewound", "at": NOW, "by": 1}
    write(folder, [*told[:5], json.dumps(empty), json.dumps(back)])
    assert extract(folder, KINDS).events == FOUND[:2]


def test_lines_that_another_program_wrote_in_its_own_manner_are_read_all_the_same(folder):
    write(folder, [json.dumps(json.loads(text), separators=(",", ":")) for text in texts(folder)])
    assert extract(folder, KINDS).events == FOUND


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"kind": "step"}, "it is not a session of this game"),
        ({"min_reader": 99}, "a newer version of the game wrote it"),
    ],
)
def test_a_first_line_that_is_not_ours_is_told(folder, change, why):
    first, *others = texts(folder)
    write(folder, [json.dumps(json.loads(first) | change), *others])
    assert extract(folder, KINDS) == NotRead(folder, why)


def test_a_first_line_that_is_no_object_is_told(folder):
    write(folder, ["[]", *texts(folder)[1:]])
    assert extract(folder, KINDS) == NotRead(folder, "it is not a session of this game")


def test_a_folder_without_a_beginning_is_told(folder):
    for name in NAMES:
        (folder / name).write_bytes(b"")
    assert extract(folder, KINDS) == NotRead(folder, "its beginning cannot be read in either copy")


def test_a_step_that_makes_no_sense_is_told(folder):
    told = texts(folder)
    told[4] = json.dumps(json.loads(told[4]) | {"events": [{"event": "seat_renamed"}]})
    write(folder, told)
    found = extract(folder, KINDS)
    assert isinstance(found, NotRead)
    assert found.why.startswith("a step makes no sense (seat: missing")


# How long a session was at the table.


def at(minute, *events):
    return Step(f"2026-11-23T14:{minute:02}:00Z", events)


def test_pauses_long_gaps_and_a_clock_set_back_are_no_time_at_the_table():
    written = AgreementWritten(("Pass any time.",))
    assert seconds_at_table((at(0, written), at(2, written))) == 120
    assert seconds_at_table((at(0, Paused()), at(9, Resumed()), at(10, written))) == 60
    assert seconds_at_table((at(0, written), at(15, written))) == 0
    assert LONGEST_GAP == 15 * 60
    assert seconds_at_table((at(30, written), at(5, written), at(6, written))) == 60
    assert seconds_at_table((at(0), at(1, written))) == 60


def test_a_session_is_over_at_its_door_however_long_people_stand_before_it():
    written = AgreementWritten(("Pass any time.",))
    assert seconds_at_table((at(0, written), at(2, DoorOpened()), at(9, written))) == 120


def test_records_without_a_time_and_with_none_of_ours_are_passed_by():
    written = AgreementWritten(("Pass any time.",))
    odd = Step("yesterday", (written,))
    steps = (at(0, written), Unknown("from_the_future"), odd, at(1, written))
    assert seconds_at_table(steps) == 60


# What lies on the disk for a session.


def test_everything_in_the_folder_is_counted_and_no_link_followed(folder, tmp_path):
    (folder / f"{NAMES[0]}.damaged-1").write_bytes(b"spoilt")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "person-1.png").write_bytes(b"1234")
    (folder / "notes.txt").write_bytes(b"12")
    far = tmp_path / "far"
    far.mkdir()
    (far / "large").write_bytes(b"0" * 10_000)
    (folder / "elsewhere").symlink_to(far, target_is_directory=True)
    found = holdings(folder)
    assert (found.journals, found.kept_aside, found.texts, found.pictures) == (2, 1, 2, 1)
    assert found.others == ("elsewhere", "notes.txt")
    assert len(found.backups) == 1
    files = [each for each in folder.rglob("*") if each.is_file() and not each.is_symlink()]
    kept = sum(each.path.stat().st_size for each in found.backups)
    assert found.bytes == kept + sum(each.stat().st_size for each in files)


def test_a_folder_that_somebody_else_filled_is_not_counted_to_its_end(folder, monkeypatch):
    monkeypatch.setattr(holding, "MOST", 1)
    assert sum(1 for _ in holding._files(folder)) == 1


def test_a_file_that_has_gone_meanwhile_weighs_nothing(folder):
    assert holding._size(folder / "gone") == 0


def test_sessions_of_which_only_backups_are_left_are_named(folder, tmp_path):
    saves = tmp_path / "saves"
    assert only_backups(tmp_path / "none") == ()
    assert only_backups(saves) == ()
    folder.rename(tmp_path / "away")
    assert only_backups(saves) == (folder.name,)


def test_backups_that_cannot_be_deleted_say_so(folder, monkeypatch):
    def refuse(*_):
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(sessions, "_erase_backups", refuse)
    assert erase_backups(folder.parent, folder.name) == NotErased(
        "Not erased: this folder cannot be changed. Ask whoever looks after this computer to allow "
        "it, then erase again."
    )


def test_where_locks_cannot_be_tried_nobody_is_named(folder, monkeypatch):
    lock = take(folder, NOW)
    assert holder(folder).startswith("Already open")

    def refuse(_handle):
        raise OSError(37, "No locks available")

    monkeypatch.setattr("game.journal.lock._locked", refuse)
    assert holder(folder) == ""
    lock.release()
    assert (folder / NAME).read_bytes() == b""


def test_a_line_that_cannot_be_stated_is_read_from_both_copies(folder):
    class Blind(Disk):
        def read(self, path):
            if path.name == NAMES[0]:
                raise OSError(5, os.strerror(5))
            return super().read(path)

    assert extract(folder, KINDS, Blind()).events == FOUND


def test_what_is_written_by_hand_in_the_records_own_words_is_a_session(tmp_path):
    folder = whole_session(tmp_path / "saves", STEPS[:2])
    told = [
        *texts(folder)[:3],
        encode_record(Step(NOW, STEPS[2])),
        encode_record(Step(NOW, STEPS[3])),
    ]
    write(folder, told)
    assert extract(folder, KINDS).events == FOUND
