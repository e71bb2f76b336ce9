"""Backups: made at every proper end, thinned with care, and a way back from each."""

import shutil
import zipfile

import pytest
from journal_faults import (
    FULL,
    NOW,
    STEPS,
    CountedDisk,
    begin,
    failing,
    look,
    open_well,
    play,
    steps_of,
    whole_session,
)

from game.files.disk import Disk
from game.journal.backups import (
    Backup,
    back_up,
    backups,
    backups_of,
    restore,
    thrown_away,
)
from game.journal.merge import NAMES
from game.journal.sessions import erase
from game.journal.twin import NotSaved


def made(*days):
    """Backups numbered from 1 on, made on these days of November; the newest first."""
    return tuple(
        Backup(place, number, f"2026-11-{day:02}")
        for number, day in reversed([*enumerate(days, 1)])
        for place in [f"{number}"]
    )


def test_a_session_is_copied_at_its_proper_end_and_not_before(tmp_path):
    journal = begin(tmp_path)
    play(journal)
    assert backups(tmp_path) == ()
    journal.close(NOW)
    (only,) = backups(tmp_path)
    assert only.path.name == "0001-2026-11-23T1402Z.zip"
    assert (only.session, only.number) == (journal.folder.name, 1)
    assert (only.at, only.day) == ("2026-11-23T14:02:00Z", "2026-11-23")
    with zipfile.ZipFile(only.path) as archive:
        assert archive.read(NAMES[0]) == (journal.folder / NAMES[0]).read_bytes()
        assert archive.namelist() == [NAMES[0], "pack/01-scenarios.yaml", "pack/02-evidence.yaml"]


def test_a_session_that_was_only_looked_at_is_not_copied_again(tmp_path):
    folder = whole_session(tmp_path)
    open_well(folder).journal.close(NOW)
    assert len(backups(tmp_path)) == 1
    journal = open_well(folder).journal
    play(journal, STEPS[4:5])
    journal.close(NOW)
    assert [each.number for each in backups_of(tmp_path, folder.name)] == [2, 1]


def test_a_backup_brings_the_session_back_beside_what_is_there(tmp_path):
    folder = whole_session(tmp_path)
    (only,) = backups(tmp_path)
    back = restore(only.path, tmp_path)
    assert back.name == f"{folder.name}-2"
    again = look(back)
    assert steps_of(again) == STEPS
    assert again.texts == look(folder).texts
    assert again.notices == ()


def test_a_session_that_somebody_tidied_away_comes_back_under_its_own_name(tmp_path):
    folder = whole_session(tmp_path)
    shutil.rmtree(folder)
    assert restore(backups(tmp_path)[0].path, tmp_path) == folder
    assert steps_of(look(folder)) == STEPS


def test_every_bit_of_a_backup_counts_and_no_damage_becomes_a_session(tmp_path):
    folder = whole_session(tmp_path / "saves", STEPS[:2])
    (only,) = backups(tmp_path / "saves")
    whole = only.path.read_bytes()
    true = (folder / NAMES[0]).read_bytes()
    spoilt = tmp_path / folder.name / "0001-2026-11-23.zip"
    spoilt.parent.mkdir()
    refused = []
    for at in range(0, len(whole), 3):
        spoilt.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        try:
            back = restore(spoilt, tmp_path / f"back-{at}")
        except NotSaved as trouble:
            refused.append(trouble.sentence)
            assert not (tmp_path / f"back-{at}").exists()
        else:
            assert (back / NAMES[0]).read_bytes() == true
    assert refused
    assert all("this backup" in each for each in refused)


def test_something_else_than_a_backup_is_refused(tmp_path):
    stray = tmp_path / "stray.zip"
    for content in (b"", b"PK", b"no archive"):
        stray.write_bytes(content)
        with pytest.raises(NotSaved, match="cannot be read"):
            restore(stray, tmp_path / "saves")
    with zipfile.ZipFile(stray, "w") as archive:
        archive.writestr("../../evil", "x")
        archive.writestr(NAMES[0], "x")
    with pytest.raises(NotSaved, match="is damaged"):
        restore(stray, tmp_path / "saves")
    assert not (tmp_path / "saves").exists()


def test_a_backup_that_cannot_be_restored_for_want_of_room_says_so(tmp_path):
    whole_session(tmp_path)
    disk = CountedDisk()
    disk.fault = failing(0, FULL, for_ever=True)
    with pytest.raises(NotSaved, match="the disk is full"):
        restore(backups(tmp_path)[0].path, tmp_path, disk)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_backup_that_cannot_be_made_leaves_the_session_and_the_older_ones_alone(tmp_path):
    folder = whole_session(tmp_path)
    before = backups(tmp_path)
    whole = (folder / NAMES[0]).read_bytes()
    counted = CountedDisk()
    back_up(counted, folder, whole + b"x", NOW)
    assert len(backups(tmp_path)) == 2
    backups(tmp_path)[0].path.unlink()
    # The last touch flushes the folder, when the backup has its name already.
    for number in range(len(counted.touches) - 1):
        disk = CountedDisk()
        disk.fault = failing(number, FULL, for_ever=True)
        back_up(disk, folder, whole + b"x", NOW)
        assert backups(tmp_path) == before
    assert (folder / NAMES[0]).read_bytes() == whole


def test_the_last_ten_are_kept_and_one_a_day_for_seven_days():
    assert thrown_away(made(*range(1, 11))) == ()
    many = made(*(day for day in range(1, 13) for _ in range(3)))
    kept = sorted(each.number for each in set(many) - set(thrown_away(many)))
    # The last of each of the days 6 to 12, and the last ten.
    assert kept == [18, 21, 24, *range(27, 37)]


def test_nothing_is_thrown_away_while_the_dates_run_backwards():
    assert thrown_away(made(*range(20, 5, -1))) == ()


def test_old_backups_go_when_new_ones_come_by_number_not_by_the_files_age(tmp_path):
    folder = whole_session(tmp_path, STEPS[:1])
    for number in range(1, 15):
        back_up(Disk(), folder, b"%d" % number, f"2026-12-{number // 8 + 1:02}T10:00:00Z")
    assert [each.number for each in backups_of(tmp_path, folder.name)] == [
        *range(15, 5, -1),
        1,
    ]


def test_backups_of_one_day_tell_the_time_and_older_ones_the_day_alone(tmp_path):
    for name in ("0001-2026-11-23.zip", "0002-2026-11-23T0902Z.zip", "0003-2026-11-23T1405Z.zip"):
        path = tmp_path / "backups" / "2026-11-23-1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    assert [each.at for each in backups(tmp_path)] == [
        "2026-11-23T14:05:00Z",
        "2026-11-23T09:02:00Z",
        "2026-11-23",
    ]
    assert {each.day for each in backups(tmp_path)} == {"2026-11-23"}


def test_strays_among_the_backups_are_none_and_stay(tmp_path):
    folder = whole_session(tmp_path)
    room = tmp_path / "backups" / folder.name
    for stray in (
        "x.zip",
        "0002-2026-13-40.zip",
        "0002-2026-11-23T2460Z.zip",
        "0002-2026-11-23.zip.new",
    ):
        (room / stray).write_bytes(b"")
    (tmp_path / "backups" / "file").write_bytes(b"")
    assert [each.number for each in backups(tmp_path)] == [1]
    assert backups(tmp_path / "nowhere") == ()


def test_an_erased_session_takes_its_backups_with_it(tmp_path):
    folder = whole_session(tmp_path)
    assert erase(folder, NOW) is None
    assert backups(tmp_path) == ()
    assert not (tmp_path / "backups" / folder.name).exists()
