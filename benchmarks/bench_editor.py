"""The card editor's answer to a letter, and a library of a thousand cards against one of a page."""

import dataclasses
import os
import tempfile
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from measure import Row, in_turn

from game.app.desk import Desk
from game.app.places import Places, find
from game.content.load import load_texts
from game.ui.host import Host
from game.ui.screens.all import look_of
from game.ui.screens.editfields import Write
from game.ui.screens.editor import edit
from game.ui.screens.library import LibraryScreen, Search
from game.ui.window.fonts import Faces


def rows(*, quick):
    own = find()
    rounds = 5 if quick else 15
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        places = Places(own.content, own.assets, place / "saves", place, place / "exports")
        desk = Desk(places, keep_settings=False)
        faces = Faces(own.assets / "fonts")
        return [_letter(desk, rounds), _library(desk, faces, rounds)]


def _letter(desk, rounds):
    """A letter: the whole card is written down, read, checked and advised on."""
    screen = edit(desk, desk.pack.cards[0], None)
    letters = iter(range(1_000_000))
    floor, ours = in_turn(
        lambda: load_texts(desk.texts, today=desk.today(), advice=False),
        lambda: screen.update(Write("title", "", f"A title {next(letters)}")),
        rounds=rounds,
    )
    return Row("a letter typed into a card", "reading the pack", floor * 1e3, ours * 1e3, "ms", 0.5)


def _library(desk, faces, rounds):
    pack = desk.pack
    cards = tuple(
        dataclasses.replace(pack.cards[number % len(pack.cards)], id=f"card-{number}")
        for number in range(1_000)
    )
    page = _searching(desk, faces, dataclasses.replace(pack, cards=cards[:24]))
    all_of_them = _searching(desk, faces, dataclasses.replace(pack, cards=cards))
    floor, ours = in_turn(page, all_of_them, rounds=rounds)
    return Row("a library of 1,000 searched", "of 24 cards", floor * 1e3, ours * 1e3, "ms", 3)


def _searching(desk, faces, pack):
    other = desk.with_session(None)
    other.in_play.loaded = dataclasses.replace(desk.loaded, pack=pack)
    host = Host(
        LibraryScreen(other),
        fonts=faces,
        look=lambda: look_of(desk),
        clock=lambda: 0.0,
        size=(1920, 1080),
    )

    def search():
        for words in ("the", ""):
            host.send(Search(words))
            host.frame()

    return search
