"""What tests of screens are given: the faces of the type, and tables to sit down at."""

import pytest
from ui_table import Table

from game.app.packing import build
from game.app.places import find
from game.content.codes.samples import PERSON, card, cards, png
from game.ui.window.fonts import Faces


@pytest.fixture(scope="session")
def faces():
    return Faces(find().assets / "fonts")


@pytest.fixture
def table(tmp_path, faces):
    made = []

    def lay(**choices):
        folder = tmp_path / str(len(made))
        made.append(Table(folder, faces, **choices))
        return made[-1]

    yield lay
    for each in made:
        each.desk.leave()


WORDS = (
    "pack: {title: Our ward, author: The Tuesday group}\n"
    + cards(card(id="long-walk", person="len"))
    + PERSON
    + "    portrait: pictures/len.png\n"
)


@pytest.fixture
def ward(tmp_path):
    """A pack with a portrait of its own, in a folder."""
    folder = tmp_path / "ward"
    (folder / "pictures").mkdir(parents=True)
    (folder / "cards.yaml").write_text(WORDS, encoding="utf-8")
    (folder / "pictures" / "len.png").write_bytes(png())
    return folder


@pytest.fixture
def sent(ward):
    """The same as it comes from somebody else: one file."""
    path = ward.with_suffix(".zip")
    path.write_bytes(build(ward, core=find().content, today="2026-11-20").data)
    return path
