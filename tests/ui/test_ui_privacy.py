"""Which files hold what: names only where the sheet says, nothing of who passed, nothing once erased."""

import getpass
import io
import json
import socket
import zipfile
from pathlib import Path

import pytest
from saved_sessions import everything_in

from game.app.held import as_markdown, sheet
from game.app.removing import everything, remove
from game.journal.merge import NAMES
from game.rules.commands import JoinSeat, RenameSeat
from game.rules.state import SeatId, Stage

ROOT = Path(__file__).resolve().parents[2]
NAMED = "Qzephyrine"


def talked(laid, key):
    """A session up to the open talk, each voice answered with *key*; what its journal says."""
    laid.press("q", "space")
    session = laid.desk.session
    session.send(RenameSeat(SeatId(0), NAMED))
    laid.press("space", "2")
    while session.state.round is None:
        laid.press("3" if session.state.phase.name == "CROSSROADS" else "space")
    while session.state.stage is not Stage.ROUND:
        laid.press("space")
    while session.state.stage is Stage.ROUND:
        laid.press(key)
    lines = (session.folder / NAMES[0]).read_text(encoding="ascii").splitlines()
    # The first line names the session, whose name is made by chance.
    return [line.split(" ", 2)[2] for line in lines[1:]]


def unpacked(files):
    """The files, and what is in the archives among them."""
    for name, data in files.items():
        yield name, data
        if name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for inner in archive.namelist():
                    yield f"{name}:{inner}", archive.read(inner)


def holding(folder, words):
    """The files below the folder that hold the words, in whatever way our files write them."""
    forms = {words.encode(), json.dumps(words).strip('"').encode(), words.encode("utf-16-le")}
    return {
        name
        for name, data in unpacked(everything_in(folder))
        if any(each in data for each in forms)
    }


def test_a_session_in_which_all_passed_is_byte_for_byte_that_in_which_all_spoke(table):
    assert talked(table(), "x") == talked(table(), "space")


def test_no_record_tells_who_passed_swapped_or_kept(table):
    told = " ".join(talked(table(), "x"))
    for field in ("passed", "passer", "swapper", "who", "kept", "secret"):
        assert f'"{field}"' not in told


def test_names_stand_only_where_the_sheet_says_and_nowhere_once_erased(table, tmp_path):
    laid = table()
    talked(laid, "x")
    laid.desk.session.send(JoinSeat("Wörd 李"))
    session = laid.desk.session.name
    laid.press("t", "l", "e")
    laid.desk.leave()
    folder = laid.desk.places.data
    for words in (NAMED, "Wörd 李"):
        assert holding(folder, words) == {
            *(f"saves/{session}/{name}" for name in NAMES),
            f"saves/backups/{session}/0001-2026-01-06T1400Z.zip:{NAMES[0]}",
            f"exports/{session}.zip:log.txt",
            f"exports/{session}.zip:log.csv",
            *(f"exports/{session}.zip:{name}" for name in NAMES),
        }
    for machine in (socket.gethostname(), getpass.getuser(), str(tmp_path), str(Path.home())):
        if len(machine) > 5:
            assert holding(folder, machine) == set(), machine
    removed = remove(laid.desk.places.saves, everything(laid.desk.places.saves), laid.desk.stamp())
    assert removed.erased == (session,)
    assert everything_in(laid.desk.places.saves) == {}
    assert {name.partition("/")[0] for name in everything_in(folder)} == {"exports"}


def test_an_erasing_that_was_cut_short_is_ended_by_the_next(table, monkeypatch):
    laid = table()
    talked(laid, "space")
    session = laid.desk.session.name
    laid.desk.leave()
    saves = laid.desk.places.saves

    def stops(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("game.journal.sessions.shutil.rmtree", stops)
        with pytest.raises(KeyboardInterrupt):
            remove(saves, (session,), laid.desk.stamp())
    assert everything(saves) == (session,) or everything(saves) == ()
    remove(saves, everything(saves), laid.desk.stamp())
    assert everything_in(saves) == {}


def test_the_page_in_docs_is_the_sheet(table):
    page = (ROOT / "docs" / "what-we-hold.md").read_text(encoding="utf-8")
    assert page == as_markdown(sheet())
    assert "saves" in as_markdown(sheet(table().desk.places))


def test_the_sheet_names_every_kind_of_file_that_a_session_makes(table):
    laid = table()
    talked(laid, "space")
    laid.press("t", "l", "e")
    laid.desk.leave()
    told = as_markdown(sheet())
    made = {Path(name) for name in everything_in(laid.desk.places.data)}
    for kind in ("journal.a.log", "journal.b.log", "lock", "last-opened"):
        assert any(path.name == kind for path in made)
        assert kind in told
    known = {"journal.a.log", "journal.b.log", "lock", "last-opened"}
    others = {
        path
        for path in made
        if path.name not in known and not {"pack", "backups", "exports"} & set(path.parts)
    }
    assert others == set()
