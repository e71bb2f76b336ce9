"""`main.py sessions`: what it tells, what it changes, and what it leaves alone."""

import csv
import io
import json
import os
import zipfile

import pytest
from saved_sessions import copied, everything_in, three_sessions

from game.app.log import LogLine
from game.app.programmes import make
from game.app.takeaway import as_csv
from game.cli import main
from game.journal.backups import backups_of
from game.journal.lock import Lock, holder, take
from game.journal.merge import NAMES
from game.journal.sessions import session_folders

NOW = "2026-11-23T14:02:11Z"


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    return three_sessions(tmp_path_factory.mktemp("played") / "saves")


@pytest.fixture
def here(played, tmp_path):
    copied(played, tmp_path / "saves")
    return tmp_path


@pytest.fixture
def run(here, capsys):
    def ask(*words):
        status = main(["--data-dir", str(here), "sessions", *words])
        said = capsys.readouterr()
        return status, said.out, said.err

    return ask


def names(here):
    return [folder.name for folder in session_folders(here / "saves")]


def test_the_list_tells_what_exists_when_how_far_and_what_is_amiss(run, here):
    (here / "saves" / names(here)[1] / NAMES[0]).write_bytes(b"spoilt")
    lock = take(here / "saves" / names(here)[0], NOW)
    status, out, _ = run("list")
    lock.release()
    lines = out.splitlines()
    assert status == 0
    assert [line.split()[:2] for line in lines if line[:4].strip().isdigit()] == [
        [str(number), name] for number, name in enumerate(names(here), 1)
    ]
    assert "1 of 2 cards" in out
    assert lines[-1].endswith("MaP core pack, finished")
    assert "Already open since" in out
    assert "Needs mending" in out


def test_the_list_of_nothing_is_a_sentence_and_makes_no_folder(tmp_path, capsys):
    assert main(["--data-dir", str(tmp_path / "none"), "sessions", "list"]) == 0
    assert capsys.readouterr().out.startswith("No session is saved in ")
    assert not (tmp_path / "none").exists()


def test_the_list_for_programs_says_the_same(run, here):
    _, out, _ = run("list", "--json")
    told = json.loads(out)
    assert [each["session"] for each in told["sessions"]] == names(here)
    assert [each["finished"] for each in told["sessions"]] == [False, False, True]


def test_a_session_is_shown_in_words_and_nothing_of_it_changes(run, here):
    before = everything_in(here)
    status, out, _ = run("show", "1")
    assert status == 0
    assert f"Session {names(here)[0]}, begun 2026-01-09T14:00:00Z" in out
    assert "Seats: " in out
    assert "Cards met:" in out
    assert "(taken back)" in out
    assert "2 steps were taken back." in out
    assert "2 copies of the session’s steps" in out
    assert everything_in(here) == before


def test_a_session_is_meant_by_number_name_beginning_or_folder(run, here):
    first = names(here)[0]
    folder = str(here / "saves" / first)
    shown = {run("show", meant)[1] for meant in ("1", first, first[:10], folder)}
    assert len(shown) == 1
    status, _, err = run("show", "2026-01")
    assert status == 1
    assert all(name in err for name in names(here))
    for meant in ("nobody", "", "9", "0", "²", "x" * 5000, "\0"):
        status, _, err = run("show", meant)
        assert (status, err.count("\n")) == (1, 1), meant


def test_an_export_holds_the_log_to_read_and_the_session_to_bring_back(run, here):
    status, out, _ = run("export", "1", "--out", str(here / "out.zip"))
    assert (status, out) == (0, f"Written: {here / 'out.zip'}\n")
    with zipfile.ZipFile(here / "out.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    folder = here / "saves" / names(here)[0]
    assert {held[name] for name in NAMES} == {(folder / NAMES[0]).read_bytes()}
    assert "(taken back)" in held["log.txt"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(held["log.csv"].decode("utf-8-sig"))))
    assert rows[0] == ["number", "time (UTC)", "what happened", "taken back"]
    assert [row[3] for row in rows].count("taken back") == 3
    # It comes back as it was, under its own name where that is free.
    name = names(here)[0]
    assert run("erase", "1", "--yes")[0] == 0
    status, out, _ = run("restore", str(here / "out.zip"))
    assert (status, out.split()[3]) == (0, f"{name}.")
    assert (folder / NAMES[1]).read_bytes() == held[NAMES[1]]
    assert run("verify", name)[0] == 0


@pytest.mark.parametrize("ending", [".txt", ".csv"])
def test_the_log_alone_can_be_written(run, here, ending):
    assert run("export", "2", "--out", str(here / f"log{ending}"))[0] == 0
    text = (here / f"log{ending}").read_text(encoding="utf-8-sig")
    assert "The session began with" in text


def test_an_export_that_cannot_be_written_says_why(run, here):
    assert run("export", "2", "--out", str(here))[0] == 0
    assert (here / f"{names(here)[1]}.zip").exists()
    status, _, err = run("export", "2", "--out", str(here / "log.pdf"))
    assert (status, err) == (
        1,
        "log.pdf was not written: the name should end in .zip, .txt or .csv.\n",
    )
    (here / "file").write_text("")
    assert run("export", "2", "--out", str(here / "file" / "x.zip"))[0] == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝", "＠"])
def test_no_cell_of_the_table_is_a_formula_and_half_a_character_spoils_none(start):
    line = LogLine(1, NOW, (f"{start}1+1 \ud800 walked.",))
    assert f"'{start}1+1 ? walked.".encode() in as_csv((line,))


def test_erasing_shows_what_goes_and_asks(run, here, monkeypatch):
    before = everything_in(here)
    for answer in ("yes", "", "erase"):
        monkeypatch.setattr("builtins.input", lambda answer=answer: answer)
        status, out, _ = run("erase", "1")
        assert status == 1
        assert "1 backup" in out
        assert out.endswith("Nothing was erased.\n")

    def nobody():
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert run("erase", "1")[0] == 1
    assert everything_in(here) == before
    monkeypatch.setattr("builtins.input", lambda: "ERASE")
    gone = names(here)[0]
    assert run("erase", "1")[0] == 0
    assert not any(gone in name for name in everything_in(here))
    assert len(names(here)) == 2


def test_erasing_all_takes_backups_of_lost_sessions_too_and_leaves_what_is_open(run, here):
    saves = here / "saves"
    lost, held = names(here)[0], names(here)[1]
    (saves / lost).rename(here / "elsewhere")
    lock = take(saves / held, NOW)
    status, _, err = run("erase", "--all", "--yes")
    assert status == 1
    assert err.startswith(f"{held} stays: Already open")
    assert names(here) == [held]
    assert not backups_of(saves, lost)
    lock.release()
    # The names of programmes go as well, and are told first.
    make(saves, "Ward 7, winter", 3, 1)
    status, out, _ = run("erase", "--all", "--yes")
    assert (status, "Also 1 programme’s name." in out) == (0, True)
    assert everything_in(saves) == {}
    assert run("erase", "--all")[1].startswith("Nothing is saved")


def test_erasing_wants_to_know_what(run, here):
    before = everything_in(here)
    assert run("erase")[0] == 2
    assert run("erase", "1", "--all")[0] == 2
    (here / "copy").mkdir()
    (here / "copy" / NAMES[0]).write_bytes(b"x")
    status, _, err = run("erase", str(here / "copy"), "--yes")
    assert (status, "not among the saved sessions" in err) == (1, True)
    (here / "copy" / NAMES[0]).unlink()
    assert everything_in(here) == before


def test_verify_says_whole_mended_or_closed_and_changes_nothing(run, here):
    folder = here / "saves" / names(here)[0]
    assert run("verify", str(folder))[0] == 0
    (folder / NAMES[1]).write_bytes((folder / NAMES[1]).read_bytes()[:-40])
    before = everything_in(here)
    status, out, _ = run("verify", "1")
    assert (status, "journal.b.log is incomplete." in out) == (1, True)
    for name in NAMES:
        (folder / name).write_bytes(b"spoilt")
    assert run("verify", "1")[0] == 2
    assert run("verify", "nowhere")[0] == 2
    assert set(everything_in(here)) == set(before)


def odd(folder, kind):
    """The folder of a session in which everything is of another kind than it should be."""
    match kind:
        case "a file":
            folder.write_text("not a folder")
            return
        case "a link to nothing":
            folder.symlink_to(folder.with_name("nothing"))
            return
        case "a pipe":
            os.mkfifo(folder)
            return
    folder.mkdir()
    for name in NAMES:
        match kind:
            case "folders for files":
                (folder / name).mkdir()
            case "pipes for files":
                os.mkfifo(folder / name)
            case "links for files":
                (folder / name).symlink_to("/dev/zero")
            case "2 GiB":
                with (folder / name).open("wb") as file:
                    file.truncate(2 << 30)
            case "hostile":
                (folder / name).write_bytes(b"[" * 100_000 + b"\n\xff\xfe\0")


@pytest.mark.parametrize(
    "kind",
    [
        "a file",
        "a link to nothing",
        "a pipe",
        "folders for files",
        "pipes for files",
        "links for files",
        "2 GiB",
        "hostile",
        "empty",
    ],
)
def test_whatever_lies_in_the_folder_gets_a_sentence(run, here, kind):
    folder = here / "saves" / "2026-12-01-odd"
    odd(folder, kind)
    assert run("list")[0] == 0
    for words in (("verify",), ("show",), ("export", "--out", str(here / "x.zip"))):
        status, out, err = run(words[0], str(folder), *words[1:])
        assert status == (2 if words[0] == "verify" else 1)
        assert (out + err).strip()
        assert "Traceback" not in out + err
        assert "Something went wrong" not in err
    assert run("restore", str(folder))[0] == 1
    assert run("held")[0] == 0
    assert len([name for name in names(here) if "odd" not in name]) == 3


def test_a_backup_brings_a_session_back_beside_the_one_that_is_there(run, here):
    name = names(here)[0]
    status, out, _ = run("restore")
    assert (status, len(out.splitlines())) == (0, 3)
    status, out, _ = run("restore", name)
    assert (status, out.split()[3]) == (0, f"{name}-2.")
    status, _, err = run("restore", name, "--backup", "7")
    assert (status, err) == (1, f"{name} has the backups 1.\n")
    status, _, err = run("restore", f"{name}-2")
    assert (status, "There is no backup" in err) == (1, True)


def test_a_session_that_was_tidied_away_is_named_and_comes_back(run, here):
    name = names(here)[0]
    whole = (here / "saves" / name / NAMES[0]).read_bytes()
    (here / "saves" / name).rename(here / "tidied")
    assert f"{name}  only backups are left" in run("list")[1]
    status, _, err = run("show", name)
    assert (status, err.startswith("Only backups are left")) == (1, True)
    assert run("restore", name)[0] == 0
    assert (here / "saves" / name / NAMES[0]).read_bytes() == whole
    # So does one from a folder elsewhere, such as a stick.
    assert run("restore", str(here / "tidied"))[0] == 0
    assert run("verify", "tidied")[0] == 0


def test_a_spoilt_backup_is_refused_and_nothing_is_made(run, here):
    before = names(here)
    for data in (b"", b"PK\x03\x04", b"x" * 5000):
        (here / "x.zip").write_bytes(data)
        status, _, err = run("restore", str(here / "x.zip"))
        assert (status, err) == (1, "This backup cannot be read. Choose another.\n")
    assert names(here) == before


def test_what_is_held_is_told_with_the_places_and_how_much_there_is(run, here):
    status, out, _ = run("held")
    assert status == 0
    assert str(here / "saves") in out
    assert "Now on this computer: 3 sessions, 3 backups, " in out


def test_who_has_a_session_is_told_by_the_lock_and_not_by_what_a_crash_left(here):
    folder = here / "saves" / names(here)[0]
    assert holder(folder) == ""
    lock = take(folder, NOW)
    assert isinstance(lock, Lock)
    assert holder(folder).startswith("Already open since")
    lock.release()
    assert holder(folder) == ""
    (folder / "lock").write_text("process 1\ncomputer gone\nsince yesterday\n")
    assert holder(folder) == ""
    (folder / "lock").unlink()
    (folder / "lock").symlink_to("nowhere")
    assert holder(folder) == ""
