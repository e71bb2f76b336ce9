"""A draft of a card that the disk refuses: told once, in plain words, and nothing that was typed is lost."""

import errno
import functools
from pathlib import Path

import pytest
from test_ui_editor import library, new_card, to_part, words
from ui_screens import focus

from game.app import drafts
from game.app.drafts import AGAIN_SECONDS
from game.files.disk import Disk
from game.files.writing import NotWritten, write_atomically
from game.ui.kit.inputs import KeyPressed, TextTyped
from game.ui.window.play import Outside

TOLD = (
    "The draft is not on the disk: the disk is full. It stays here until the game is closed: "
    "save the card (Ctrl S), or copy its words."
)
STANDS = "Draft not on the disk"


class FullDisk(Disk):
    """A disk on which there is no room, until there is."""

    full = True

    def write(self, handle, data):
        if self.full:
            raise OSError(errno.ENOSPC, "full")
        return super().write(handle, data)


@pytest.fixture
def disk(monkeypatch):
    made = FullDisk()
    monkeypatch.setattr(drafts, "write_atomically", functools.partial(write_atomically, disk=made))
    return made


@pytest.fixture
def laid(table, disk):  # noqa: ARG001 - the disk stands before anything is written
    """The editor with a new card, and all that was said on the way."""
    made = table()
    made.told = []
    tell = made.host.tell
    made.host.tell = lambda sentence: (made.told.append(sentence), tell(sentence))
    made.outside = Outside(made.desk, made.host.tell, sound=False)
    new_card(made)
    return made


def rests(laid, seconds=1.0):
    """Nobody types for so long, and the loop goes round."""
    laid.clock.wait(seconds)
    laid.outside.tick(laid.clock())
    laid.host.frame()


def types(laid, text):
    """Letters as a keyboard brings them: a key pressed, and what it types."""
    for letter in text:
        laid.host.accept(KeyPressed(letter))
        laid.host.accept(TextTyped(letter))


def files(laid):
    folder = laid.desk.places.drafts
    return list(folder.iterdir()) if folder.exists() else []


def test_a_draft_that_is_not_on_the_disk_is_told_once_and_marked_for_as_long_as_it_is_so(
    laid, disk
):
    types(laid, "tea")
    rests(laid)
    assert TOLD in words(laid)
    types(laid, " first")
    assert TOLD not in words(laid)
    for _ in range(4):
        rests(laid, AGAIN_SECONDS)
    assert laid.told == [TOLD]
    assert STANDS in words(laid)
    assert laid.host.screen.draft.text("title") == "tea first"
    assert files(laid) == []
    disk.full = False
    rests(laid, AGAIN_SECONDS)
    rests(laid)
    assert laid.told == [TOLD, "The draft is on the disk now."]
    assert STANDS not in words(laid)
    assert "tea first" in files(laid)[0].read_text("utf-8")


def test_nothing_moves_for_it(laid):
    types(laid, "tea")
    before = {key: laid.host.attention.find(key).rect for key in laid.host.reachable()}
    rests(laid)
    after = {key: laid.host.attention.find(key).rect for key in laid.host.reachable()}
    assert after == before


def test_whoever_leaves_the_editor_finds_the_words_again_and_the_title_page_says_so(laid):
    types(laid, "tea")
    laid.press("escape", "escape")
    assert "The draft of a card is not on the disk: it is kept until the game is closed." in words(
        laid
    )
    laid.press("escape")
    assert laid.screen == "home"
    rests(laid, 20)
    assert "it is kept until the game is closed" in words(laid)
    library(laid)
    laid.press("c")
    assert laid.host.screen.draft.text("title") == "tea"


def test_an_older_draft_on_the_disk_is_not_taken_for_the_one_that_is_not_there(laid, disk):
    disk.full = False
    types(laid, "tea")
    rests(laid)
    disk.full = True
    types(laid, " first")
    rests(laid)
    laid.press("escape", "escape", "c")
    assert laid.host.screen.draft.text("title") == "tea first"


def test_at_the_end_it_is_tried_once_more(laid, disk):
    types(laid, "tea")
    rests(laid)
    disk.full = False
    laid.desk.settle()
    assert "tea" in files(laid)[0].read_text("utf-8")


def test_a_draft_that_is_given_up_is_told_of_no_more(laid):
    types(laid, "tea")
    rests(laid)
    to_part(laid, "notes")
    focus(laid, "afresh")
    laid.press("enter")
    rests(laid)
    assert laid.told == [TOLD]
    assert laid.desk.drafts.trouble == ""


def test_a_draft_given_up_while_it_was_being_written_does_not_come_back(laid, disk, monkeypatch):
    kept = laid.desk.drafts
    disk.full = False
    types(laid, "tea")
    rests(laid)

    def given_up_and_refused(path, text):
        del text
        kept.drop(laid.desk.pack_path, "")
        raise NotWritten(path, "the disk is full")

    def refused(self, **_):
        raise PermissionError(errno.EACCES, "refused", str(self))

    monkeypatch.setattr(drafts, "write_atomically", given_up_and_refused)
    monkeypatch.setattr(Path, "unlink", refused)
    types(laid, " first")
    rests(laid, AGAIN_SECONDS)
    assert kept.trouble == ""
