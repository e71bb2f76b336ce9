"""What tests of screens are given: the faces of the type, and tables to sit down at."""

import pytest
from ui_table import Table

from game.app.places import find
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
