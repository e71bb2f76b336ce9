"""Settings are written beside the screen: the newest in the end, and never an older one after it."""

import dataclasses
import json
import threading

import pytest

from game.app import settings as settings_file
from game.app.desk import NOT_KEPT, Desk
from game.app.places import Places, find
from game.app.settings import Settings, read


class Gate:
    """Writing that stands still while the gate is shut, and what was written."""

    def __init__(self, monkeypatch):
        self.open = threading.Event()
        self.begun = threading.Event()
        self.texts = []
        self._write = settings_file.write
        monkeypatch.setattr(settings_file, "write", self.write)

    def write(self, path, settings):
        self.begun.set()
        assert self.open.wait(30)
        self.texts.append(settings.text)
        return self._write(path, settings)


@pytest.fixture
def gate(monkeypatch):
    gate = Gate(monkeypatch)
    yield gate
    gate.open.set()


@pytest.fixture
def desk(tmp_path):
    own = find()
    places = Places(own.content, own.assets, tmp_path / "saves", tmp_path, tmp_path / "exports")
    return Desk(places, patience=0)


def larger(desk, *texts):
    for text in texts:
        desk.change(dataclasses.replace(desk.settings, text=text))


def test_a_disk_that_does_not_answer_keeps_nobody_from_changing_settings(desk, gate, tmp_path):
    larger(desk, 110)
    assert gate.begun.wait(30)
    larger(desk, 120, 130, 140)
    assert desk.settings.text == 140
    assert not (tmp_path / "settings.json").exists()
    gate.open.set()
    desk.settle()
    # What was changed in between is never written.
    assert gate.texts == [110, 140]
    assert read(tmp_path / "settings.json").settings == desk.settings


def test_what_is_changed_after_all_was_written_is_written_too(desk, tmp_path):
    for text in (110, 120):
        larger(desk, text)
        desk.settle()
        assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))["text"] == text


@pytest.mark.parametrize("fault", [None, RuntimeError("nobody thought of it")])
def test_settings_that_cannot_be_saved_hold_and_the_title_page_says_so(desk, monkeypatch, fault):
    def refused(_path, _settings):
        if fault is not None:
            raise fault
        return False

    with monkeypatch.context() as patch:
        patch.setattr(settings_file, "write", refused)
        larger(desk, 150)
        desk.settle()
    assert desk.settings == Settings(text=150)
    assert NOT_KEPT in desk.notes
    larger(desk, 160)
    desk.settle()
    assert NOT_KEPT not in desk.notes
