"""
A disk that hangs while packs are looked at, opened, ticked, sent and removed, and whatever else a
screen reads and writes: the loop touches nothing itself, goes on, and everything comes in the end.
"""

import threading
from dataclasses import replace

import pytest
from test_ui_paper import CARDS, HEAD
from ui_disk import HangingDisk
from ui_screens import every_screen, focus

from game.app import shelf
from game.app.errand import Errand
from game.app.opening import Opening
from game.journal.sessions import session_folders
from game.ui.kit.inputs import FileDropped, PointerMoved
from game.ui.screens.standby import SLOW_SECONDS
from game.ui.window.play import Outside


@pytest.fixture
def laid(table):
    """The title page in a window that never waits for the disk."""
    each = table()
    each.desk.patience = 0
    each.host_on(each.host.screen)
    return settled(each)


@pytest.fixture
def disk(laid, tmp_path, monkeypatch):  # noqa: ARG001 - the table is laid while all is well
    with monkeypatch.context() as patch:
        made = HangingDisk(tmp_path, patch)
        yield made
        made.answer()
    assert made.touched == []


def words(laid):
    return " ".join(getattr(each.widget, "plain", "") for each in laid.host.frame().root.walk())


def passes(laid):
    """So much time passes that every screen looks again."""
    for _ in range(2):
        laid.clock.wait(1)
        if Outside(laid.desk, laid.host.tell, sound=False).tick(laid.clock()):
            laid.host.stir()
        laid.host.frame()
    return laid


def settled(laid):
    """Everything that is on its way has come."""
    for _ in range(3):
        for name in ("errand", "looking", "reading", "waiting", "where", "opening"):
            errand = getattr(laid.host.screen, name, None)
            if isinstance(errand, (Errand, Opening)):
                assert errand.wait(30)
        watching = laid.desk.in_play._looking
        assert watching is None or watching.wait(30)
        passes(laid)
    return laid


def goes_on(laid):
    """The window lives: time passes, a pointer moves, help is asked for, keys are taken."""
    first = laid.host.frame()
    laid.clock.wait(SLOW_SECONDS)
    passes(laid)
    laid.host.accept(PointerMoved(500, 500))
    before = laid.screen
    laid.press("f1", "escape")
    assert laid.screen == before
    assert laid.host.frame() is not first
    return laid


def presses(laid, key):
    focus(laid, key)
    laid.press("enter")


def at_packs(laid):
    presses(laid, "tile packs")
    settled(laid)


def drops(laid, path):
    laid.host.accept(FileDropped(str(path)))


def stands_by(laid, disk):
    """The screen stands by, and says so calmly; the disk then answers."""
    assert disk.asked.wait(30)
    assert laid.screen == "standby"
    goes_on(laid)
    assert "slow to answer" in words(laid)
    disk.answer()
    return settled(laid)


def test_what_the_loop_touches_is_seen(tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        disk = HangingDisk(tmp_path, patch)
        (tmp_path / "before").write_text("on a quick disk", "utf-8")
        disk.hang()
        (tmp_path / "file").write_text("while it hangs", "utf-8")
        list(tmp_path.iterdir())
        assert not (tmp_path / "none").exists()
    assert [each.split()[0] for each in disk.touched] == ["open", "listdir", "stat"]


def test_on_no_screen_does_the_loop_touch_the_disk(table, tmp_path, monkeypatch):
    """From the title page to the open door, with everything beside the way."""
    laid = table()
    # All is waited for, as long as it takes; only who touches the disk is looked at.
    laid.desk.patience = 30
    with monkeypatch.context() as patch:
        disk = HangingDisk(tmp_path, patch)
        disk.only_watch()
        every_screen(laid, lambda _name: None)
        laid.desk.tick()
    assert disk.touched == []


def test_the_packs_are_shown_when_the_disk_answers(laid, disk):
    disk.hang()
    presses(laid, "tile packs")
    assert "Reading" in words(laid)
    goes_on(laid)
    assert "pack 0" not in laid.host.reachable()
    disk.answer()
    settled(laid)
    assert "pack 0" in laid.host.reachable()


@pytest.mark.parametrize("where", ["home", "packs"])
def test_a_pack_that_is_dropped_is_let_in_beside_the_screen(laid, disk, sent, where):
    if where == "packs":
        at_packs(laid)
    disk.hang()
    drops(laid, sent)
    stands_by(laid, disk)
    assert laid.screen == "packs"
    assert "New sessions play 1 card: Our ward." in words(laid)
    assert [each.id for each in laid.desk.pack.cards] == ["long-walk"]
    assert "pack 1" in laid.host.reachable()


def test_whoever_goes_back_opens_nothing(laid, disk, sent):
    before = laid.desk.chosen
    disk.hang()
    drops(laid, sent)
    errand = laid.host.screen.errand
    laid.press("escape")
    assert laid.screen == "home"
    disk.answer()
    assert errand.wait(30)
    settled(laid)
    assert (laid.screen, laid.desk.chosen) == ("home", before)


@pytest.fixture
def installed(laid, disk, sent):  # noqa: ARG001 - the disk stands before anything is done
    """The list of packs, with one that somebody sent; it plays."""
    drops(laid, sent)
    settled(laid)
    assert laid.screen == "packs"
    return laid


def test_a_ticked_pack_plays_once_it_is_read(installed, disk):
    alone = len(installed.desk.pack.cards)
    disk.hang()
    presses(installed, "pack 0")
    stands_by(installed, disk)
    assert len(installed.desk.pack.cards) > alone
    assert installed.screen == "packs"


def test_one_file_is_made_beside_the_screen(installed, disk):
    disk.hang()
    # What the list has read is not read again.
    presses(installed, "about pack 1")
    assert "Our ward" in words(installed)
    presses(installed, "send")
    stands_by(installed, disk)
    assert "ward.zip is ready" in words(installed)
    assert (installed.desk.places.exports / "ward.zip").exists()


def test_a_pack_is_removed_beside_the_screen(installed, disk):
    presses(installed, "about pack 1")
    disk.hang()
    presses(installed, "remove")
    stands_by(installed, disk)
    assert "The folder" in words(installed)
    disk.hang()
    presses(installed, "remove")
    stands_by(installed, disk)
    assert installed.screen == "packs"
    assert "ward is removed" in words(installed)
    assert installed.desk.chosen == (installed.desk.core,)
    assert "pack 1" not in installed.host.reachable()


def test_a_programme_is_kept_beside_the_screen(laid, disk):
    presses(laid, "tile programmes")
    settled(laid)
    focus(laid, "programme name")
    laid.type("Ward 7")
    disk.hang()
    laid.press("enter")
    stands_by(laid, disk)
    assert laid.screen == "seats"
    assert [each.name for each in laid.desk.programmes()] == ["Ward 7"]


def test_content_is_read_again_beside_the_screen(installed, disk):
    path = installed.desk.chosen[0] / "cards.yaml"
    path.write_text(path.read_text("utf-8").replace("Our ward", "Their ward"), "utf-8")
    disk.hang()
    installed.press("f5")
    goes_on(installed)
    assert installed.desk.pack.title == "Our ward"
    disk.answer()
    assert installed.desk.in_play._looking.wait(30)
    passes(installed)
    assert installed.desk.pack.title == "Their ward"


def test_an_edited_file_is_seen_beside_the_screen(installed, disk):
    path = installed.desk.chosen[0] / "cards.yaml"
    settled(installed)
    path.write_text(path.read_text("utf-8").replace("Our ward", "Their new ward"), "utf-8")
    disk.hang()
    # However long the look before this one took, it is time for another.
    installed.clock.wait(100)
    goes_on(installed)
    assert disk.asked.wait(30)
    goes_on(installed)
    assert installed.desk.pack.title == "Our ward"
    disk.answer()
    assert installed.desk.in_play._looking.wait(30)
    passes(installed)
    assert "Their new ward" in words(settled(installed))


# Cards that somebody writes.


@pytest.fixture
def writing(laid, disk, ward):  # noqa: ARG001 - as above
    """The card of a pack of one's own, in the library."""
    laid.desk.open_pack(ward / "cards.yaml")
    presses(laid, "tile library")
    presses(laid, "card long-walk")
    return settled(laid)


def types_a_title(laid, title):
    focus(laid, "title")
    laid.press("ctrl+a")
    laid.type(title)


def test_a_card_is_opened_written_and_saved_beside_the_screen(writing, disk):
    path = writing.desk.pack_path
    disk.hang()
    writing.press("e")
    stands_by(writing, disk)
    assert writing.screen == "editor card"
    disk.hang()
    types_a_title(writing, "A longer walk")
    # Typing has rested: the draft is on its way.
    goes_on(writing)
    assert disk.asked.wait(30)
    writing.press("page down")
    assert writing.screen == "editor meet"
    disk.answer()
    writing.desk.drafts.settle()
    assert "A longer walk" in next(writing.desk.places.drafts.iterdir()).read_text("utf-8")
    disk.hang()
    writing.press("ctrl+s")
    stands_by(writing, disk)
    assert "A longer walk" in path.read_text("utf-8")
    assert writing.desk.pack.cards[0].title == "A longer walk"
    writing.desk.drafts.settle()
    assert not list(writing.desk.places.drafts.iterdir())


def test_a_draft_from_before_is_found_beside_the_screen(writing, disk):
    writing.press("e")
    settled(writing)
    types_a_title(writing, "A longer walk")
    writing.press("escape", "escape")
    writing.desk.drafts.settle()
    writing.desk._drafts = None
    disk.hang()
    writing.host.stir()
    assert "A draft of this card waits." not in words(writing)
    goes_on(writing)
    disk.answer()
    assert writing.desk.drafts._found.wait(30)
    assert "A draft of this card waits." in words(passes(writing))


def test_where_a_card_goes_is_looked_for_beside_the_screen(writing, disk):
    disk.hang()
    writing.press("e")
    stands_by(writing, disk)
    disk.hang()
    presses(writing, "part notes")
    goes_on(writing)
    disk.answer()
    assert "cards.yaml" in words(settled(writing))


def test_a_new_card_goes_on_with_its_draft_beside_the_screen(writing, disk):
    writing.press("escape", "c")
    settled(writing).type("Half a thou")
    writing.press("escape", "escape")
    writing.desk.drafts.settle()
    disk.hang()
    writing.press("c")
    stands_by(writing, disk)
    assert writing.host.screen.draft.text("title") == "Half a thou"


# Records on paper.


@pytest.fixture
def form(laid, disk):  # noqa: ARG001 - as above
    """An empty form for a record on paper."""
    presses(laid, "tile paper")
    return settled(laid)


def types(laid, *lines):
    for each in lines:
        laid.type(each)
        laid.press("enter", seconds=2)


def kept_papers(laid):
    laid.desk.papers.settle()
    return laid.desk.paper_drafts()


def test_what_is_typed_from_paper_is_kept_beside_the_screen(form, disk):
    disk.hang()
    types(form, "18 nov", "60", "62")
    assert disk.asked.wait(30)
    goes_on(form)
    disk.answer()
    (draft,) = kept_papers(form)
    assert (draft.form["planned"], draft.form["played"]) == ("60", "62")


def test_the_form_typed_last_is_found_beside_the_screen(form, disk):
    types(form, "18 nov", "60")
    form.press("escape", "escape")
    disk.hang()
    presses(form, "tile paper")
    stands_by(form, disk)
    assert form.host.screen.form["planned"] == "60"


def test_another_form_is_begun_when_the_first_is_on_the_disk(form, disk):
    types(form, "18 nov")
    disk.hang()
    types(form, "60")
    presses(form, "another")
    stands_by(form, disk)
    assert form.screen == "paper"
    assert form.host.screen.form["date"] == ""
    assert [each.form["planned"] for each in kept_papers(form)] == ["60"]


def test_a_form_is_thrown_away_beside_the_screen(form, disk):
    types(form, "18 nov")
    assert len(kept_papers(form)) == 1
    disk.hang()
    presses(form, "away")
    form.press("enter")
    assert form.screen == "home"
    goes_on(form)
    disk.answer()
    assert kept_papers(form) == ()


def test_a_record_becomes_a_session_beside_the_screen(form, disk):
    types(form, *HEAD, *CARDS[0])
    disk.hang()
    form.press("ctrl+enter")
    stands_by(form, disk)
    assert form.screen == "finale"
    assert "Entered from paper." in words(form)
    assert kept_papers(form) == ()


def sessions_of(laid):
    return len(session_folders(laid.desk.places.saves))


@pytest.fixture
def entering(form, disk):
    """A record that somebody let become a session, on a disk that hangs."""
    types(form, *HEAD, *CARDS[0])
    disk.hang()
    form.press("ctrl+enter")
    return form


def test_whoever_goes_back_enters_nothing_twice_and_is_told(entering, disk):
    assert disk.asked.wait(30)
    entering.press("escape")
    # The form has gone with its session, so that nobody enters it again.
    assert entering.screen == "home"
    assert "The form is still being entered." in words(entering)
    goes_on(entering)
    disk.answer()
    entering.desk.entries.settle(None)
    assert "Entered from paper and saved: 18 nov, Tuesday group, 1 card." in words(passes(entering))
    assert sessions_of(entering) == 1
    assert "half typed in" not in words(settled(entering))


def test_a_form_asked_for_again_meanwhile_is_waited_for(entering, disk):
    entering.press("escape")
    presses(entering, "tile paper")
    stands_by(entering, disk)
    assert entering.screen == "paper"
    assert entering.host.screen.form["date"] == ""
    assert sessions_of(entering) == 1


@pytest.mark.parametrize("keys", [("ctrl+enter", "enter"), ("enter", "space", "page down")])
def test_a_form_that_is_entered_twice_becomes_one_session(entering, disk, keys):
    entering.press(*keys)
    stands_by(entering, disk)
    entering.press("ctrl+enter")
    assert (settled(entering).screen, sessions_of(entering)) == ("finale", 1)


def test_one_form_of_one_name_is_made_once_whoever_asks(entering, disk):
    form = entering.host.stack[-2]
    again = entering.desk.entries.enter(form.path, form.form)
    disk.answer()
    assert again.wait(30)
    assert entering.desk.entries.enter(form.path, form.form) is again
    assert (settled(entering).screen, sessions_of(entering)) == ("finale", 1)


def test_a_mistake_in_a_form_that_was_left_is_told_and_the_form_waits(form, disk):
    types(form, "18 nov", "sixty")
    disk.hang()
    form.press("ctrl+enter", "escape")
    assert form.screen == "home"
    disk.answer()
    form.desk.entries.settle(None)
    said = words(passes(form))
    assert "Not entered from paper, and kept half typed: 18 nov, no card yet." in said
    assert "Minutes planned: A number from 10 to 240 is wanted here." in said
    presses(settled(form), "half typed")
    assert settled(form).host.screen.form["planned"] == "six"


def test_the_list_of_sessions_shows_what_was_left_to_be_entered(entering, disk):
    entering.press("escape")
    presses(entering, "tile sessions")
    assert "entered from paper" not in words(entering)
    disk.answer()
    entering.desk.entries.settle(None)
    for _ in range(4):
        entering.host.screen.listing.wait(30)
        passes(entering)
    assert "entered from paper, 1 card" in words(entering)


def test_a_session_made_of_a_form_is_told_also_where_nobody_waits_for_it_to_open(
    entering, disk, monkeypatch
):
    opens = threading.Event()
    real = shelf.open_session
    monkeypatch.setattr(
        shelf, "open_session", lambda *given, **named: opens.wait(30) and real(*given, **named)
    )
    disk.answer()
    assert entering.host.screen.errand.wait(30)
    passes(entering)
    assert entering.screen == "opening"
    entering.press("escape")
    opens.set()
    assert entering.screen == "home"
    assert "Entered from paper." in words(entering)
    assert sessions_of(entering) == 1


def test_where_nothing_is_left_whoever_goes_back_is_at_the_form_again(form, disk):
    form.desk.change(replace(form.desk.settings, leave_nothing=True))
    types(form, *HEAD, *CARDS[0])
    disk.hang()
    form.press("ctrl+enter", "escape")
    assert form.screen == "paper"
    form.press("ctrl+enter")
    stands_by(form, disk)
    assert form.screen == "finale"
    assert sessions_of(form) == 0


def test_where_nothing_is_left_the_draft_from_before_goes_with_its_session(form, disk):
    types(form, *HEAD, *CARDS[0])
    form.desk.papers.settle(None)
    form.desk.change(replace(form.desk.settings, leave_nothing=True))
    disk.hang()
    form.press("ctrl+enter")
    stands_by(form, disk)
    assert form.screen == "finale"
    assert form.desk.paper_drafts() == ()


def test_a_record_with_a_mistake_says_so_when_the_disk_has_answered(form, disk):
    types(form, "18 nov", "sixty")
    disk.hang()
    form.press("ctrl+enter")
    disk.answer()
    settled(form)
    assert form.screen == "paper"
    assert form.host.interaction.focus == "planned"
