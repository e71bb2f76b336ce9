"""Flip, cut, delete or swap what is on the disk: the session comes back, or says what is missing."""

import os
import shutil

import pytest
from journal_faults import NOW, STEPS, begin, look, open_well, play, steps_of, whole_session

from game.journal.heal import heal
from game.journal.lines import format_line, json_of
from game.journal.merge import NAMES, merge
from game.journal.records import Closed, encode_record
from game.journal.store import CannotOpen, Disk, open_session

A, B = NAMES


@pytest.fixture
def folder(tmp_path):
    return whole_session(tmp_path / "saves")


@pytest.fixture
def whole(folder):
    return (folder / A).read_bytes()


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("copy", [0, 1])
def test_every_flipped_bit_of_one_copy_is_repaired_from_the_other(folder, whole, copy):
    session = folder.name
    for bit in range(len(whole) * 8):
        spoilt = bytearray(whole)
        spoilt[bit // 8] ^= 1 << bit % 8
        copies = (bytes(spoilt), whole) if copy == 0 else (whole, bytes(spoilt))
        merged = merge(copies, session)
        assert merged.whole == whole
        assert not merged.beyond


@pytest.mark.parametrize("copy", [0, 1])
def test_every_cut_of_one_copy_is_repaired_from_the_other(folder, whole, copy):
    for length in range(len(whole)):
        copies = (whole[:length], whole) if copy == 0 else (whole, whole[:length])
        assert merge(copies, folder.name).whole == whole


def test_every_zeroed_tail_of_one_copy_is_repaired_from_the_other(folder, whole):
    for length in range(len(whole)):
        zeroed = whole[:length] + b"\0" * (len(whole) - length)
        assert merge((zeroed, whole), folder.name).whole == whole


def test_both_copies_cut_anywhere_give_what_was_whole_in_either_and_nothing_else(folder, whole):
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 10]
    for first in range(0, len(whole), 7):
        for second in range(0, len(whole), 61):
            merged = merge((whole[:first], whole[:second]), folder.name)
            longest = max(first, second)
            # A line that lacks only its end is whole all the same.
            expected = max((end for end in ends if end - 1 <= longest), default=0)
            assert merged.whole == whole[:expected]


def test_the_same_line_flipped_in_both_copies_is_never_taken_for_right(folder, whole):
    lines = whole.splitlines(keepends=True)
    for number, line in enumerate(lines):
        before = sum(map(len, lines[:number]))
        for at in range(before, before + len(line) - 1):
            spoilt = bytearray(whole)
            spoilt[at] ^= 4
            merged = merge((bytes(spoilt), bytes(spoilt)), folder.name)
            assert merged.whole == b"".join(lines[:number])
            # Where the flip makes a line's end, the rest of it is one more piece, not a line.
            assert merged.beyond == len(lines) - number - 1


def test_a_damaged_copy_is_mended_and_kept_beside_it(folder, whole):
    spoilt = whole.replace(b"journ", b"x").replace(b"rea", b"xxx", 1)
    (folder / A).write_bytes(spoilt)
    opened = look(folder)
    assert steps_of(opened) == STEPS
    assert (folder / A).read_bytes() == whole
    assert (folder / f"{A}.damaged-1").read_bytes() == spoilt
    assert opened.notices == (
        (
            "journal.a.log was damaged and has been mended; "
            "the damaged file is kept as journal.a.log.damaged-1."
        ),
    )


def test_a_second_damage_is_kept_beside_the_first(folder, whole):
    for number in (1, 2):
        (folder / B).write_bytes(b"?%d" % number + whole[2:])
        look(folder)
    assert (folder / f"{B}.damaged-1").read_bytes().startswith(b"?1")
    assert (folder / f"{B}.damaged-2").read_bytes().startswith(b"?2")


def test_the_same_damage_is_kept_once(folder, whole):
    for _ in range(3):
        (folder / B).write_bytes(b"?" + whole[1:])
        look(folder)
    assert not (folder / f"{B}.damaged-2").exists()


def test_two_copies_damaged_in_different_places_mend_each_other(folder, whole):
    lines = whole.splitlines(keepends=True)
    (folder / A).write_bytes(b"".join([*lines[:3], b"spoilt\n", *lines[4:]]))
    (folder / B).write_bytes(b"".join([b"spoilt\n", *lines[1:-1]]))
    assert steps_of(look(folder)) == STEPS
    assert (folder / A).read_bytes() == (folder / B).read_bytes() == whole


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_copy_is_made_again(folder, whole, name):
    (folder / name).unlink()
    opened = look(folder)
    assert (folder / name).read_bytes() == whole
    assert opened.notices == (f"{name} was incomplete and has been completed from its twin.",)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_copy_is_filled_again(folder, whole, name):
    (folder / name).write_bytes(b"")
    look(folder)
    assert (folder / name).read_bytes() == whole


def test_a_gap_in_both_copies_ends_the_session_before_it_and_is_told(folder, whole):
    lines = whole.splitlines(keepends=True)
    gapped = b"".join(lines[:6] + lines[7:])
    for name in NAMES:
        (folder / name).write_bytes(gapped)
    opened = look(folder)
    assert steps_of(opened) == STEPS[:5]
    assert any("7 lines after them cannot be used" in notice for notice in opened.notices)
    for name in NAMES:
        assert (folder / f"{name}.damaged-1").read_bytes() == gapped


def test_both_copies_cut_at_the_same_line_end_are_told_by_the_missing_close(folder, whole):
    lines = whole.splitlines(keepends=True)
    for number in range(1, len(lines)):
        for name in NAMES:
            (folder / name).write_bytes(b"".join(lines[:number]))
        opened = look(folder)
        assert opened.notices == (
            "This session was not closed last time. It goes on from the last step that was saved.",
        )
        assert steps_of(opened) == STEPS[: number - 1]


def test_a_last_line_half_written_in_both_is_told(folder, whole):
    for name in NAMES:
        (folder / name).write_bytes(whole[:-20])
    assert "The last step may be missing: it was not written whole." in look(folder).notices


def test_copies_of_two_sessions_are_never_mixed(tmp_path):
    mine = whole_session(tmp_path / "saves", STEPS[:4])
    other = whole_session(tmp_path / "saves", STEPS)
    theirs = (other / A).read_bytes()
    for name in NAMES:
        twin = A if name == B else B
        before = (mine / twin).read_bytes()
        (mine / name).write_bytes(theirs)
        opened = look(mine)
        assert opened.session.session == mine.name
        assert steps_of(opened) == STEPS[:4]
        assert (mine / name).read_bytes() == before
        assert (mine / f"{name}.damaged-1").read_bytes() == theirs


def test_an_older_copy_of_the_same_session_is_brought_up_to_date(tmp_path):
    journal = begin(tmp_path)
    play(journal, STEPS[:4])
    old = (journal.folder / B).read_bytes()
    play(journal, STEPS[4:])
    journal.let_go()
    (journal.folder / B).write_bytes(old)
    assert steps_of(look(journal.folder)) == STEPS


def test_copies_that_went_different_ways_are_never_mixed(tmp_path):
    journal = begin(tmp_path)
    play(journal, STEPS[:3])
    journal.let_go()
    rival = tmp_path / "rival"
    shutil.copytree(journal.folder, rival)
    longer, shorter = open_well(journal.folder).journal, open_well(rival).journal
    play(longer, STEPS[4:8])
    play(shorter, STEPS[8:9] + STEPS[3:4])
    longer.let_go()
    shorter.let_go()
    shutil.copyfile(rival / A, journal.folder / A)
    assert steps_of(look(journal.folder)) == STEPS[:3] + STEPS[4:8]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["folder", "link", "dangling", "fifo", "huge", "shut"])
def test_something_else_under_a_copys_name_is_put_aside_unread(folder, whole, tmp_path, name, kind):
    path = folder / name
    path.unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"not ours")
    match kind:
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to(elsewhere)
        case "dangling":
            path.symlink_to(tmp_path / "nowhere")
        case "fifo":
            os.mkfifo(path)
        case "huge":
            path.touch()
            os.truncate(path, 2 << 30)
        case _:
            path.symlink_to(path)
    opened = look(folder)
    assert steps_of(opened) == STEPS
    assert path.read_bytes() == whole
    assert not path.is_symlink()
    assert (folder / f"{name}.damaged-1").lstat()
    assert elsewhere.read_bytes() == b"not ours"


def test_something_else_under_the_name_for_damaged_files_is_left_alone(folder, whole):
    (folder / f"{A}.damaged-1").mkdir()
    (folder / A).write_bytes(b"?" + whole[1:])
    assert "kept as journal.a.log.damaged-2" in look(folder).notices[0]


def test_a_beginning_damaged_in_both_copies_cannot_be_opened_and_is_not_touched(folder, whole):
    for name in NAMES:
        (folder / name).write_bytes(b"?" + whole[1:])
    before = files(folder)
    refused = open_session(folder, NOW)
    assert isinstance(refused, CannotOpen)
    assert "damaged in both copies" in refused.sentence
    assert files(folder) == before


@pytest.mark.parametrize("stray", ["missing", "empty", "file", "zeros", "other"])
def test_what_is_no_session_cannot_be_opened(tmp_path, stray):
    folder = tmp_path / "stray"
    match stray:
        case "empty":
            folder.mkdir()
        case "file":
            folder.write_bytes(b"x")
        case "zeros":
            folder.mkdir()
            (folder / A).write_bytes(b"\0" * 5000)
        case "other":
            folder.mkdir()
            (folder / A).write_bytes(format_line(0, encode_record(Closed(NOW, 0))))
    refused = open_session(folder, NOW)
    assert isinstance(refused, CannotOpen)
    assert refused.sentence.endswith(".")


def test_a_sound_session_is_opened_without_a_byte_changed(folder):
    before = files(folder)
    opened = look(folder)
    assert opened.notices == ()
    assert files(folder) == before
    assert heal(Disk(), folder, before[A]) == ()


def test_the_journal_can_be_read_in_a_text_editor(whole):
    lines = whole.decode("ascii").splitlines()
    assert len(lines) == len(STEPS) + 2
    assert all(line.isprintable() for line in lines)
    assert '"event": "seat_renamed"' in json_of(lines[3].encode())
