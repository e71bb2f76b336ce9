"""The rare turns: what hardly ever happens, and must still end well."""

import zipfile
from typing import Literal

import pytest
from journal_faults import (
    FULL,
    NOW,
    STEPS,
    TEXTS,
    CountedDisk,
    begin,
    failing,
    look,
    open_well,
    play,
    steps_of,
    whole_session,
)
from test_keeper import Kept

from game.files.disk import Disk
from game.files.writing import NotWritten, write_atomically
from game.journal import folder as folder_module
from game.journal import journal as journal_module
from game.journal import sessions as sessions_module
from game.journal import store
from game.journal.backups import back_up, backups, restore
from game.journal.lock import Held, _who, take
from game.journal.merge import NAMES
from game.journal.records import Text
from game.journal.sessions import sessions, sweep
from game.journal.shapes import ShapeError, shape_of
from game.journal.store import CannotOpen, open_session
from game.journal.twin import NotSaved


def test_a_name_that_is_taken_is_not_given_again(tmp_path, monkeypatch):
    taken = begin(tmp_path)
    mark = taken.folder.name.rpartition("-")[2]
    marks = iter([mark, mark, "beef"])
    monkeypatch.setattr(folder_module.secrets, "token_hex", lambda _: next(marks))
    assert begin(tmp_path).folder.name.endswith("-beef")


def test_a_stray_file_among_the_packs_texts_is_no_part_of_a_backup(tmp_path):
    journal = begin(tmp_path)
    (journal.folder / "pack" / "notes.txt").write_text("mine", encoding="utf-8")
    journal.close(NOW)
    with zipfile.ZipFile(backups(tmp_path)[0].path) as archive:
        assert not any("notes" in name for name in archive.namelist())


def test_a_backup_too_large_to_be_ours_is_refused(tmp_path, monkeypatch):
    whole_session(tmp_path)
    monkeypatch.setattr("game.journal.backups.LARGEST", 100)
    with pytest.raises(NotSaved, match="cannot be read"):
        restore(backups(tmp_path)[0].path, tmp_path)


def test_a_lock_that_is_tidied_away_while_it_is_read_names_nobody(tmp_path):
    lock = take(tmp_path, NOW)
    assert take(tmp_path, NOW).sentence.startswith("Already open since ")
    assert _who(tmp_path / "gone") == "Already open."
    lock.release()


def test_a_last_backup_that_is_spoilt_is_followed_by_a_good_one(tmp_path):
    folder = whole_session(tmp_path)
    backups(tmp_path)[0].path.write_bytes(b"spoilt")
    back_up(Disk(), folder, (folder / NAMES[0]).read_bytes(), NOW)
    assert [each.number for each in backups(tmp_path)] == [2, 1]
    assert steps_of(look(restore(backups(tmp_path)[0].path, tmp_path))) == STEPS


def test_a_session_that_was_let_go_does_not_move(tmp_path):
    journal = begin(tmp_path)
    journal.let_go()
    with pytest.raises(NotSaved, match="no longer open"):
        journal.move(tmp_path / "stick", NOW)
    assert not (tmp_path / "stick").exists()


def held(_folder, _now):
    return Held("Already open.")


def test_a_new_session_that_somebody_else_opens_first_is_left_to_them(tmp_path, monkeypatch):
    journal = begin(tmp_path)
    play(journal, STEPS[:2])
    monkeypatch.setattr(store, "take", held)
    monkeypatch.setattr(journal_module, "take", held)
    with pytest.raises(NotSaved, match="opened the new session first"):
        begin(tmp_path)
    with pytest.raises(NotSaved, match="opened the new session first"):
        journal.move(tmp_path / "stick", NOW)
    play(journal, STEPS[2:])
    journal.let_go()
    monkeypatch.undo()
    assert steps_of(look(journal.folder)) == STEPS


def test_a_session_that_vanishes_while_its_lock_is_taken_cannot_be_opened(tmp_path, monkeypatch):
    folder = whole_session(tmp_path)

    def taken(folder, now):
        for name in NAMES:
            (folder / name).unlink()
        return take(folder, now)

    monkeypatch.setattr(store, "take", taken)
    assert isinstance(open_session(folder, NOW), CannotOpen)
    assert not isinstance(take(folder, NOW), Held)


def test_a_beginning_cut_short_is_swept_away(tmp_path):
    whole_session(tmp_path)
    (tmp_path / ".making-2026" / "pack").mkdir(parents=True)
    sweep(tmp_path)
    assert len(sessions(tmp_path)) == 1
    assert not (tmp_path / ".making-2026").exists()


def test_a_folder_that_cannot_be_looked_into_is_no_session(tmp_path, monkeypatch):
    whole_session(tmp_path)

    class Shut(type(tmp_path)):
        def is_symlink(self):
            raise OSError(13, "Permission denied")

    assert sessions_module._is_session(Shut(tmp_path / "x")) is False
    monkeypatch.setattr(type(tmp_path), "is_symlink", Shut.is_symlink)
    assert sessions(tmp_path) == ()


def test_types_that_have_no_shape_are_refused_when_the_table_is_built():
    for hint in (complex, Literal["a"], dict[str, int]):
        with pytest.raises(TypeError, match="no shape"):
            shape_of(hint)


def test_a_record_that_is_no_object_is_a_misfit():
    with pytest.raises(ShapeError, match="an object was expected"):
        shape_of(Text).of_json([])


def test_waiting_is_waiting():
    Disk().wait(0)


def test_a_disk_that_fails_again_while_a_session_is_begun_late_keeps_the_order(tmp_path):
    each = Kept(tmp_path / "saves", None)
    each.refuse()
    each.play(0, 1, 2)
    each.allow()
    counted = CountedDisk()
    begin(tmp_path / "count", counted).let_go()
    # The folder can be made; the first step in it cannot be written, the others wait behind it.
    after = len(each.disk.touches) + len(counted.touches)
    each.disk.fault = failing(after, FULL, for_ever=True)
    each.keeper.retry()
    assert each.keeper.folder is not None
    assert "full" in each.keeper.trouble
    each.allow()
    each.keeper.retry()
    assert each.keeper.trouble == ""
    assert each.ends() == STEPS[:3]


def test_a_session_that_never_could_be_begun_ends_without_a_trace(tmp_path):
    each = Kept(tmp_path / "saves", None)
    each.refuse()
    each.play(0, 1)
    each.keeper.close(NOW)
    assert each.keeper.trouble
    assert each.keeper.folder is None
    assert sessions(each.saves) == ()


def test_texts_that_were_lost_do_not_move_into_anothers_place(tmp_path):
    folder = whole_session(tmp_path)
    (folder / "pack" / "01-scenarios.yaml").unlink()
    journal = open_well(folder).journal
    journal.move(tmp_path / "stick", NOW)
    journal.let_go()
    opened = look(journal.folder)
    assert opened.texts == TEXTS[1:]
    assert opened.texts_lost == ("core/scenarios.yaml",)


def test_a_temporary_that_is_always_tidied_away_is_given_up_in_the_end(tmp_path):
    disk = CountedDisk()

    def tidied(_number, name):
        if name.startswith("replace"):
            for each in tmp_path.iterdir():
                each.unlink()

    disk.fault = tidied
    with pytest.raises(NotWritten, match="cannot be found"):
        write_atomically(tmp_path / "x", b"", disk=disk)
    assert sum(each.startswith("replace") for each in disk.touches) == 4
