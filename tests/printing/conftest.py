"""What tests of print share: the core pack, a card to change, and the printed file as others read it."""

import shutil
import subprocess

import pytest

from game.app.places import find
from game.content.load import load_pack
from game.printing.kit import Wish, kit
from game.printing.look import Look
from game.printing.pdf import pdf

TODAY = "2026-11-20"


@pytest.fixture(scope="session")
def assets():
    return find().assets


@pytest.fixture(scope="session")
def pack():
    content = find().content
    return load_pack(content / "scenarios.yaml", core=content, today=TODAY, advice=False).pack


@pytest.fixture(scope="session")
def look(assets):
    return Look(assets)


def reader(name):
    """A program that reads PDF files, from poppler-utils."""
    path = shutil.which(name)
    assert path, f"This test reads the printed file with {name}: install the package poppler-utils."
    return path


def read(name, *arguments):
    done = subprocess.run(
        [reader(name), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def printed(pack, assets, tmp_path_factory):
    """Prints what is wished for to a file; the path of the file and its sheets."""
    folder = tmp_path_factory.mktemp("printed")
    made = {}

    def to_file(**choices):
        wish = Wish(**choices)
        if wish not in made:
            path = folder / f"{len(made)}.pdf"
            sheets = kit(pack, wish, assets, TODAY).sheets
            path.write_bytes(pdf(sheets, assets, "The title", "The subject"))
            made[wish] = (path, sheets)
        return made[wish]

    return to_file
