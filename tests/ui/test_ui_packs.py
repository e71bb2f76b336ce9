"""The packs screens: choosing which packs play together, dropping one, sending and removing one."""

import pygame
from ui_screens import focus

from game.ui.kit.content import Photo
from game.ui.kit.inputs import FileDropped
from game.ui.screens.cardview import CardView
from game.ui.window.input import Keyboard
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures


def said(laid) -> str:
    frame = laid.host.frame()
    return "\n".join(
        f"{each.role.name} {each.role.value}" for each in frame.root.walk() if each.role is not None
    )


def drop(laid, path):
    laid.host.accept(FileDropped(str(path)))
    return laid


def test_a_file_dropped_on_the_window_is_opened_and_plays(table, sent):
    laid = drop(table(), sent)
    assert laid.screen == "packs"
    assert "New sessions play 1 card: Our ward." in said(laid)
    assert "From: The Tuesday group" in said(laid)
    assert [each.id for each in laid.desk.pack.cards] == ["long-walk"]


def test_a_file_dropped_where_no_file_is_wanted_does_nothing(table, sent):
    laid = table().press("f1")
    before = laid.screen
    drop(laid, sent)
    assert laid.screen == before
    assert laid.desk.chosen == (laid.desk.core,)


def test_ticked_packs_play_together_until_they_are_unticked(table, sent):
    laid = drop(table(), sent)
    alone = len(laid.desk.pack.cards)
    focus(laid, "pack 0")
    laid.press("enter")
    together = len(laid.desk.pack.cards)
    assert together > alone
    assert f"New sessions play {together} cards: MaP core pack + Our ward." in said(laid)
    focus(laid, "pack 1")
    laid.press("enter")
    assert laid.desk.chosen == (laid.desk.core,)
    focus(laid, "pack 0")
    laid.press("enter")
    assert "One pack has to play" in said(laid)
    assert laid.desk.chosen == (laid.desk.core,)


def test_a_hostile_file_is_refused_in_the_same_words_as_on_the_command_line(table, tmp_path):
    path = tmp_path / "odd.zip"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    laid = drop(table(), path)
    assert "odd.zip was not opened: this is no zip file, or its end is missing." in said(laid)
    assert laid.desk.chosen == (laid.desk.core,)


def test_a_pack_is_looked_at_sent_on_and_removed_only_when_asked_twice(table, sent):
    laid = drop(table(), sent)
    path = laid.desk.packs()[1]
    focus(laid, "about pack 1")
    laid.press("enter")
    assert laid.screen == "one pack"
    assert "Holds: 1 card, 1 person, 1 picture" in said(laid)
    focus(laid, "send")
    laid.press("enter")
    assert "ward.zip is ready" in said(laid)
    assert (laid.desk.places.exports / "ward.zip").read_bytes() == sent.read_bytes()
    focus(laid, "remove")
    laid.press("enter")
    assert "3 files" in said(laid)
    assert path.exists()
    laid.press("enter")
    assert not path.exists()
    assert laid.screen == "packs"
    assert "ward is removed" in said(laid)
    assert laid.desk.chosen == (laid.desk.core,)


def test_the_core_and_packs_of_ones_own_cannot_be_removed(table):
    laid = table()
    focus(laid, "tile packs")
    laid.press("enter")
    focus(laid, "about pack 0")
    laid.press("enter")
    assert "send" in laid.host.reachable()
    assert "remove" not in laid.host.reachable()


def test_the_picture_of_a_packs_person_is_painted_where_that_person_is_shown(table, sent, faces):
    laid = drop(table(size=(1280, 720)), sent)
    laid.host_on(CardView(laid.desk, ("long-walk",)))
    placed = [each for each in laid.host.frame().root.walk() if isinstance(each.widget, Photo)]
    assert [each.role.name for each in placed] == ["Len"]
    surface = pygame.Surface((1280, 720))
    painter = Painter(faces, Pictures(laid.desk.places.assets))
    painter.paint(surface, laid.host.frame().ops)
    x, y, w, h = placed[0].rect
    # The sample is a grey picture; round it, the panel's own colour.
    assert surface.get_at((x + w // 2, y + h // 2))[:3] == (0x99, 0x99, 0x99)
    assert surface.get_at((x + 1, y + 1))[:3] != (0x99, 0x99, 0x99)


def test_a_picture_is_painted_without_asking_the_disk(table, sent, faces):
    laid = drop(table(size=(1280, 720)), sent)
    for each in (laid.desk.places.data / "pictures").iterdir():
        each.unlink()
    laid.host_on(CardView(laid.desk, ("long-walk",)))
    (placed,) = [each for each in laid.host.frame().root.walk() if isinstance(each.widget, Photo)]
    surface = pygame.Surface((1280, 720))
    pictures = Pictures(laid.desk.places.assets, photos=laid.desk.photo)
    Painter(faces, pictures).paint(surface, laid.host.frame().ops)
    x, y, w, h = placed.rect
    assert surface.get_at((x + w // 2, y + h // 2))[:3] == (0x99, 0x99, 0x99)


def test_a_picture_that_is_gone_leaves_a_quiet_disc_and_the_game_goes_on(table, sent, faces):
    laid = drop(table(size=(1280, 720)), sent)
    for each in (laid.desk.places.data / "pictures").iterdir():
        each.unlink()
    laid.host_on(CardView(laid.desk, ("long-walk",)))
    painter = Painter(faces, Pictures(laid.desk.places.assets))
    assert painter.paint(pygame.Surface((1280, 720)), laid.host.frame().ops)


def test_the_window_tells_of_a_file_let_go_over_it():
    event = pygame.event.Event(pygame.DROPFILE, file="/home/a/ward.zip")
    assert Keyboard().read(event) == FileDropped("/home/a/ward.zip")
