"""What tests of print share: the core pack, its look, and files printed once for all."""

import pytest
from printing_read import TODAY

from game.app.places import find
from game.content.load import load_pack
from game.printing.kit import Wish, kit
from game.printing.look import Look
from game.printing.pdf import pdf


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
