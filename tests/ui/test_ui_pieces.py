"""What the title page was made of, kept for the next start: the same picture, from nothing drawn."""

import shutil

import pygame
import pytest
from ui_table import Table

from game.app.places import find
from game.ui.window import pieces as pieces_module
from game.ui.window import vector
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter
from game.ui.window.pieces import Pieces, keep, recall
from game.ui.window.vector import Pictures

SIZE = (1024, 768)


@pytest.fixture
def assets(tmp_path):
    """Assets of our own, so that a face can change under our hands."""
    shutil.copytree(find().assets, tmp_path / "assets", ignore=shutil.ignore_patterns("languages"))
    return tmp_path / "assets"


def title_page(folder, assets, ready):
    """The title page's pixels, all that it was made of, and whether any of that was new."""
    folder.mkdir()
    faces = Faces(assets / "fonts", ready)
    pictures = Pictures(assets, ready=ready)
    surface = pygame.display.set_mode(SIZE)
    table = Table(folder, faces, size=SIZE)
    Painter(faces, pictures).paint(surface, table.host.frame().ops)
    made = Pieces()
    anew = [faces.add_to(made), pictures.add_to(made)]
    return pygame.image.tobytes(surface, "RGB"), made, anew


@pytest.fixture
def first(tmp_path, assets):
    """The picture of a first start, and the file that it leaves."""
    picture, made, anew = title_page(tmp_path / "first", assets, Pieces())
    assert anew == [True, True]
    keep(tmp_path / "kept", assets, made)
    return picture, tmp_path / "kept"


def forbid(*_given, **_named):
    raise AssertionError("nothing is to be opened, measured or drawn")


def test_the_next_start_shows_the_same_picture_and_draws_nothing(
    first, tmp_path, assets, monkeypatch
):
    picture, file = first
    ready = recall(file, assets)
    monkeypatch.setattr(pygame.font, "Font", forbid)
    monkeypatch.setattr(vector, "drawn", forbid)
    again, _made, anew = title_page(tmp_path / "again", assets, ready)
    assert again == picture
    assert anew == [False, False]


def test_what_is_new_is_drawn_beside_what_is_kept(first, tmp_path, assets):
    picture, file = first
    ready = recall(file, assets)
    # A word, a width, a height and a drawing fewer than were kept.
    for each in (*ready.words.values(), *ready.widths.values()):
        each.pop(next(iter(each)))
    ready.lines.popitem()
    ready.drawings.popitem()
    again, made, anew = title_page(tmp_path / "again", assets, ready)
    assert again == picture
    assert anew == [True, True]
    whole = recall(file, assets)
    assert made.lines == whole.lines
    assert made.widths == whole.widths
    assert made.drawings.keys() == whole.drawings.keys()


def test_what_is_no_longer_wanted_is_not_kept_again(first, tmp_path, assets):
    _, file = first
    ready = recall(file, assets)
    ready.widths["Bold", 999] = {"gone": 1}
    _, made, _anew = title_page(tmp_path / "again", assets, ready)
    assert ("Bold", 999) not in made.widths


def test_another_face_or_program_is_not_drawn_from_what_is_kept(first, assets, monkeypatch):
    _, file = first
    assert recall(file, assets).words
    face = assets / "fonts" / "Lexend-Bold.ttf"
    face.write_bytes(face.read_bytes() + b"\0")
    assert recall(file, assets).words == {}
    monkeypatch.setattr(pieces_module, "_key", lambda _assets: ["a newer program"])
    assert recall(file, assets).words == {}


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data.replace(b'"', b"'", 1),
        lambda _: b"MaP has drawn 1 2 00000000\n[]",
        lambda data: b"something else\n" + data,
    ],
)
def test_a_damaged_file_is_no_more_than_none(first, assets, damage):
    _, file = first
    file.write_bytes(damage(file.read_bytes()))
    found = recall(file, assets)
    assert (found.widths, found.lines, found.words, found.drawings) == ({}, {}, {}, {})


def test_no_file_and_one_that_is_too_large_are_none_as_well(first, tmp_path, assets, monkeypatch):
    _, file = first
    assert recall(tmp_path / "nowhere", assets).words == {}
    monkeypatch.setattr(pieces_module, "MOST_BYTES", 1000)
    assert recall(file, assets).words == {}
    keep(tmp_path / "second", assets, Pieces(drawings={("", 20, 20): pygame.Surface((20, 20))}))
    assert not (tmp_path / "second").exists()


def test_words_with_letters_of_other_faces_are_not_kept(assets):
    """They may come from the system, whose faces change without our knowledge."""
    faces = Faces(assets / "fonts", Pieces())
    faces.width("ﺎ", "Regular", 20)
    made = Pieces()
    assert not faces.add_to(made)
    assert made.widths == {}
