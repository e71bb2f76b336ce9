"""What the doctor says of a machine, in sentences and for programs; and what to do about the rest."""

import importlib.util
import json
import os
import shutil
import socket
import sys
import threading

import pytest

from game.app import doctor
from game.app.doctor import Verdict
from game.app.places import Places, find
from game.app.voice import Recording, Silent
from game.cli import main
from game.ui.window import doctor as window

TODAY = "2026-11-27"
ABOUT = [
    *("python", "sessions", "data", "content", "pdf", "spreadsheets", "editor", "voice"),
    *("pygame", "screen", "sound", "fonts", "reader"),
]


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    """A machine without a screen, a bus or a sound card, whose folders are in *tmp_path*."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "nowhere")
    monkeypatch.setenv("MAP_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def places(folder):
    own = find()
    return Places(own.content, own.assets, folder / "saves", folder, folder / "exports")


def only(found):
    (finding,) = found
    return finding


def test_everything_is_looked_at_in_one_order_and_told_to_programs(at_home, capfd):
    assert main(["doctor", "--json"]) == 1
    out, err = capfd.readouterr()
    assert err == ""
    told = json.loads(out)
    assert [each["about"] for each in told["findings"]][:13] == ABOUT
    by_name = {each["about"]: each for each in told["findings"]}
    # Nobody would see a window here, and that alone keeps the game from being played.
    assert [name for name, each in by_name.items() if each["verdict"] == "wrong"] == ["screen"]
    assert by_name["sound"]["verdict"] == "without"
    assert all(each["said"].endswith(".") for each in told["findings"])
    assert all(each["do"] for each in told["findings"] if each["verdict"] != "fine")
    assert not told["fine"]
    # Only looked at: nothing was made.
    assert not (at_home / "data").exists()


@pytest.mark.usefixtures("at_home")
def test_people_are_told_the_same_in_lines_with_what_to_do_below(capfd):
    assert main(["doctor"]) == 1
    out, err = capfd.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[-1] == "The game cannot be played yet."
    (amiss,) = [n for n, line in enumerate(lines) if line.startswith("amiss")]
    assert lines[amiss + 1].strip().startswith("Start the game from a desktop session")
    assert any(line.startswith("good     The pack can be played: ") for line in lines)


@pytest.mark.usefixtures("at_home")
def test_where_all_that_is_needed_is_there_the_status_is_0(monkeypatch, capfd):
    monkeypatch.setattr(window, "INVISIBLE", set())
    assert main(["doctor"]) == 0
    assert capfd.readouterr().out.endswith("The game can be played.\n")


def test_an_old_python_is_told_with_the_version_that_is_needed():
    assert doctor.python((3, 10, 4)).verdict is Verdict.WRONG
    assert "3.11" in doctor.python((3, 10, 4)).do
    assert doctor.python((3, 11, 0)).verdict is Verdict.FINE


def test_a_folder_that_cannot_be_written_is_told_with_the_way_round(tmp_path):
    (tmp_path / "file").touch()
    sessions, data = doctor.folders(places(tmp_path / "file"))
    assert sessions.verdict is data.verdict is Verdict.WRONG
    assert "--data-dir" in sessions.do


def test_content_that_is_missing_or_spoilt_is_told(tmp_path):
    own = places(tmp_path)
    gone = Places(tmp_path / "none", own.assets, own.saves, own.data, own.exports)
    assert doctor.content(gone, TODAY).verdict is Verdict.WRONG
    shutil.copytree(own.content, tmp_path / "spoilt")
    (tmp_path / "spoilt" / "scenarios.yaml").write_text("cards: [", encoding="utf-8")
    spoilt = Places(tmp_path / "spoilt", own.assets, own.saves, own.data, own.exports)
    assert doctor.content(spoilt, TODAY).verdict is Verdict.WRONG
    assert "check" in doctor.content(spoilt, TODAY).do


def test_a_library_that_is_missing_or_broken_is_told_with_how_to_get_it():
    def bring(module):
        if module == "openpyxl":
            raise OSError("a file of it is broken")

    pdf, sheets, editor = doctor.libraries(bring)
    assert pdf.verdict is editor.verdict is Verdict.FINE
    assert sheets.verdict is Verdict.WITHOUT
    assert 'pip install openpyxl"' in sheets.do


def test_a_voice_is_looked_for_and_not_used():
    speaker = Recording()
    assert doctor.read_aloud(speaker).verdict is Verdict.FINE
    assert speaker.said == []
    assert doctor.read_aloud(Silent()).verdict is Verdict.WITHOUT


def test_type_that_is_missing_or_broken_is_told(tmp_path):
    assert window.fonts(places(tmp_path)).verdict is Verdict.FINE
    own = places(tmp_path)
    (tmp_path / "fonts").mkdir()
    for file in (own.assets / "fonts").glob("Atkinson*.ttf"):
        shutil.copy(file, tmp_path / "fonts")
    (tmp_path / "fonts" / "Lexend-Regular.ttf").write_bytes(b"no type at all")
    spoilt = Places(own.content, tmp_path, own.saves, own.data, own.exports)
    assert window.fonts(spoilt).verdict is Verdict.WRONG
    assert "Lexend" in window.fonts(spoilt).said
    assert "Atkinson" not in window.fonts(spoilt).said


def test_the_package_for_screen_readers_may_be_missing_or_broken(monkeypatch):
    assert window.reader().verdict is Verdict.FINE
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert window.reader().verdict is Verdict.WITHOUT
    assert "pip install accesskit" in window.reader().do
    monkeypatch.undo()
    monkeypatch.setitem(sys.modules, "accesskit", None)
    assert window.reader().verdict is Verdict.WITHOUT


@pytest.mark.usefixtures("at_home")
def test_the_way_to_screen_readers_is_told_apart_by_what_is_amiss_with_it(tmp_path, monkeypatch):
    assert "no message bus" in doctor.message_bus().said
    # An address at which nobody answers.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    assert "does not answer" in doctor.message_bus().said
    with _a_bus_that_greets(tmp_path / "bus"):
        monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
        assert "at-spi2-core" in doctor.message_bus().do
        services = tmp_path / "dbus-1" / "services"
        services.mkdir(parents=True)
        (services / "org.a11y.Bus.service").touch()
        assert doctor.message_bus().verdict is Verdict.FINE


class _a_bus_that_greets:  # noqa: N801 - reads as what it is
    """Answers the first words of whoever comes, as a bus does."""

    def __init__(self, path):
        self._line = socket.socket(socket.AF_UNIX)
        self._line.bind(os.fspath(path))
        self._line.listen()
        self._thread = threading.Thread(target=self._answer)

    def _answer(self):
        while True:
            caller, _ = self._line.accept()
            with caller:
                if not caller.recv(64):
                    return
                caller.sendall(b"OK 1234\r\n")

    def __enter__(self):
        self._thread.start()

    def __exit__(self, *_):
        # A caller who says nothing ends it.
        with socket.socket(socket.AF_UNIX) as last:
            last.connect(self._line.getsockname())
        self._thread.join()
        self._line.close()
