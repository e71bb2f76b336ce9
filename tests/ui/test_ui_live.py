"""Live: a pack's file changes under the running game, and the card on screen changes with it."""

import os

from test_ui_editor import PACK, library, open_own, words
from ui_screens import focus

from game.app.watch import Watch
from game.rules.state import Phase, Stage
from game.ui.pilot import Pilot


def write(path, text, laid):
    """Save the file as an editor would, and let half a second pass."""
    path.write_text(text, encoding="utf-8", newline="")
    # File systems may tell time in steps longer than a test takes.
    laid.clock.wait(0.6)
    stamp = path.stat().st_mtime_ns + int(laid.clock.now * 1e9)
    os.utime(path, ns=(stamp, stamp))
    if laid.desk.tick():
        laid.host.stir()


def at_the_card(laid):
    """The card of our own pack in the library, watched."""
    path = open_own(laid)
    library(laid)
    focus(laid, "card one")
    laid.press("enter")
    laid.desk.tick()
    return path


def test_the_card_in_the_library_changes_within_a_second(table):
    laid = table()
    path = at_the_card(laid)
    assert "A nurse waits." in words(laid)
    write(path, PACK.replace("A nurse waits.", "Two nurses wait."), laid)
    assert "Two nurses wait." in words(laid)
    assert laid.screen == "one card"


def test_a_bad_edit_keeps_the_last_good_card_and_says_what_is_wrong(table):
    laid = table()
    path = at_the_card(laid)
    write(path, PACK.replace("theme: roles", "theme: rolls"), laid)
    shown = words(laid)
    assert "A nurse waits." in shown
    assert 'ward.yaml, line 4: no theme is called "rolls". Did you mean "roles"?' in shown
    # It stays until it is mended, whatever is pressed meanwhile.
    laid.press("n")
    laid.clock.wait(60)
    assert "Did you mean" in words(laid)
    write(path, PACK.replace("One", "Mended"), laid)
    assert "Did you mean" not in words(laid)
    assert "Mended" in words(laid)


def test_a_file_that_cannot_be_read_at_all_keeps_the_last_good_card(table):
    laid = table()
    path = at_the_card(laid)
    write(path, 'cards: "', laid)
    assert "A nurse waits." in words(laid)
    assert "ward.yaml, line 1" in words(laid)
    path.unlink()
    laid.clock.wait(1)
    laid.desk.tick()
    assert "A nurse waits." in words(laid)


def play_to(laid, stage):
    laid.press("escape", "escape", "q")
    pilot = Pilot(laid.desk, laid.host, wait=laid.clock.wait)
    while laid.desk.session.state.phase is not Phase.TALK:
        pilot.step()
    while laid.desk.session.state.stage is not stage:
        pilot.step()


def test_a_card_in_play_changes_its_words_and_keeps_its_stage(table):
    laid = table()
    path = at_the_card(laid)
    play_to(laid, Stage.THINK)
    assert "Why?" in words(laid)
    write(path, PACK.replace("Why?", "What for?"), laid)
    assert "What for?" in words(laid)
    assert laid.desk.session.state.stage is Stage.THINK
    # What the session was dealt by stays: another theme or level of the file is for the next one.
    write(path, PACK.replace("level: 1", "level: 3").replace("Why?", "And now?"), laid)
    assert laid.desk.session.pack.card("one").level == 1
    assert "And now?" in words(laid)
    write(path, PACK.replace("Why?", '"And now?'), laid)
    assert "And now?" in words(laid)
    assert "ward.yaml, line" in words(laid)


def test_the_curtain_says_nothing_of_slips_in_a_file(table):
    laid = table()
    path = at_the_card(laid)
    play_to(laid, Stage.THINK)
    write(path, PACK.replace("theme: roles", "theme: rolls"), laid)
    assert "Did you mean" in words(laid)
    laid.press("b")
    assert laid.screen == "curtain"
    assert "Did you mean" not in words(laid)


def test_a_saved_session_keeps_the_words_that_it_began_with(table):
    laid = table()
    path = at_the_card(laid)
    play_to(laid, Stage.THINK)
    write(path, PACK.replace("Why?", "What for?"), laid)
    folder = laid.desk.places.saves / laid.desk.session.name
    assert laid.desk.resume(folder) == ()
    assert laid.desk.session.pack.card("one").think == "Why?"
    assert laid.desk.session.state.stage is Stage.THINK


def test_f5_reads_the_pack_by_hand(table):
    laid = table()
    path = at_the_card(laid)
    path.write_text(PACK.replace("One", "Uno"), encoding="utf-8")
    laid.press("f5")
    assert "Uno" in words(laid)
    assert "The content has been read again." in words(laid)


class SlowClock:
    """A clock on a drive so slow that each look takes *takes* seconds."""

    def __init__(self, takes):
        self.now, self.takes = 100.0, takes

    def __call__(self):
        self.now += self.takes / 2
        return self.now


def test_a_slow_drive_is_looked_at_seldom(tmp_path):
    clock = SlowClock(takes=2.0)
    watch = Watch(clock)
    path = tmp_path / "pack.yaml"
    path.write_text("a", encoding="utf-8")
    watch.follow((path,))
    looks = 0
    real = watch._look

    def counted():
        nonlocal looks
        looks += 1
        return real()

    watch._look = counted
    begun = clock.now
    while clock.now - begun < 500:
        watch.changed()
    assert 5 <= looks <= 11


def test_a_file_that_is_only_touched_has_not_changed(tmp_path):
    now = 0.0
    watch = Watch(lambda: now)
    path = tmp_path / "pack.yaml"
    path.write_text("a", encoding="utf-8")
    watch.follow((path,))
    now += 1
    os.utime(path, ns=(1, 1))
    assert not watch.changed()
    now += 1
    path.write_text("b", encoding="utf-8")
    os.utime(path, ns=(2, 2))
    assert watch.changed()
    assert not watch.changed()
