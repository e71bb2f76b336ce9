"""Which session the title page offers to go on with, whatever the clocks have said."""

import shutil

import pytest
from journal_faults import OPENING, TEXTS
from saved_sessions import copied, three_sessions

from game.app.desk import Desk
from game.app.lastopened import NAME, forget, note, noted
from game.app.listing import Summaries, last_open
from game.app.places import Places, find
from game.app.removing import remove
from game.journal.sessions import session_folders
from game.journal.store import create

NOW = "2026-11-27T10:00:00Z"


def session(saves, at):
    """One that goes on, with its last step at this moment, as the clock had it."""
    journal = create(saves, app="0.1.0", title="Our pack", texts=TEXTS, now=at)
    journal.step((OPENING,), at)
    journal.close(at)
    return journal.folder


def offered(saves, now=NOW):
    found = last_open(saves, Summaries(), now)
    return None if found is None else found.folder


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    return three_sessions(tmp_path_factory.mktemp("played") / "saves")


@pytest.fixture
def three(tmp_path):
    """One of last week, one of yesterday, and one made while the clock was years ahead."""
    days = ("2026-11-20T10:00:00Z", "2026-11-26T10:00:00Z", "2031-03-01T10:00:00Z")
    return [session(tmp_path, day) for day in days]


def test_a_session_from_a_clock_set_ahead_is_the_last_only_until_another_is_opened(three, tmp_path):
    week, _yesterday, ahead = three
    note(ahead)
    assert offered(tmp_path) == ahead
    note(week)
    assert offered(tmp_path) == week


def test_where_nothing_tells_a_date_to_come_is_believed_last(three, tmp_path):
    _week, yesterday, ahead = three
    assert offered(tmp_path) == yesterday
    for folder in three[:2]:
        remove(tmp_path, (folder.name,), NOW)
    assert offered(tmp_path) == ahead


@pytest.mark.usefixtures("three")
def test_a_session_from_a_clock_set_back_is_the_last_once_it_was_opened(tmp_path):
    back = session(tmp_path, "2001-01-01T00:00:00Z")
    assert offered(tmp_path) != back
    note(back)
    assert offered(tmp_path) == back


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"\xff\xfe",
        b"no such session\n",
        b"../elsewhere\n",
        b"/etc\n",
        b"..\n",
        b"a\0b\n",
        b"x" * 5000,
    ],
)
def test_a_name_that_means_no_session_here_changes_nothing(three, tmp_path, told):
    (tmp_path / NAME).write_bytes(told)
    assert offered(tmp_path) == three[1]


def test_a_name_of_a_session_that_has_ended_is_passed_over(tmp_path, played):
    saves = copied(played, tmp_path / "saves")
    ended = session_folders(saves)[-1]
    note(ended)
    assert offered(saves) not in {None, ended}


def test_where_nothing_can_be_written_play_goes_on_without(three, tmp_path):
    (tmp_path / NAME).mkdir()
    note(three[0])
    forget(tmp_path)
    assert (tmp_path / NAME).is_dir()
    assert offered(tmp_path) == three[1]


def test_the_name_goes_with_its_session_and_stays_with_another(three, tmp_path):
    note(three[0])
    remove(tmp_path, (three[1].name,), NOW)
    assert noted(tmp_path) == three[0]
    remove(tmp_path, (three[0].name,), NOW)
    assert not (tmp_path / NAME).exists()


class TestTheDesk:
    def desk(self, folder, **choices):
        own = find()
        places = Places(own.content, own.assets, folder / "saves", folder, folder / "exports")
        return Desk(places, **choices)

    def test_what_it_opens_it_offers_next_time(self, tmp_path, played):
        saves = copied(played, tmp_path / "saves")
        third, second, _first = session_folders(saves)
        desk = self.desk(tmp_path)
        for folder in (second, third, second):
            desk.resume(folder)
            desk.leave()
            assert self.desk(tmp_path).last_open().folder == folder

    def test_what_an_erasing_that_was_cut_short_has_left_goes_at_the_end(self, tmp_path, played):
        saves = copied(played, tmp_path / "saves")
        for folder in session_folders(saves):
            note(folder)
            shutil.rmtree(folder)
        self.desk(tmp_path).tidy()
        assert not (saves / NAME).exists()

    def test_leaving_nothing_it_notes_nothing(self, tmp_path, played):
        saves = copied(played, tmp_path / "saves")
        desk = self.desk(tmp_path, leave_nothing=True)
        desk.resume(session_folders(saves)[0])
        desk.leave()
        desk.tidy()
        assert not (saves / NAME).exists()
