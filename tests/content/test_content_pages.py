"""
What is made from the tables and kept as files: the messages' pages and the schema.

`MAP_SNAPSHOTS=write` writes both anew.
"""

import os
from pathlib import Path

import pytest
from content_pages import pages

from game.app.places import find
from game.content.codes import ALL
from game.content.schema import FILE_NAME, as_json
from game.ui.window.fit import on_screen

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def fit():
    return on_screen(find())


def kept(path: Path, text: str) -> None:
    """That the file says what the tables say."""
    if os.environ.get("MAP_SNAPSHOTS") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text, (
        f"{path.name} is out of date: run these tests with MAP_SNAPSHOTS=write"
    )


def test_every_message_has_its_page_with_what_check_really_says(tmp_path, fit):
    kept(ROOT / "docs" / "messages.md", pages(tmp_path, (fit,)))


def test_what_text_cannot_show_is_told_in_words():
    for code in ALL:
        made = callable(code.failing) or callable(code.mended)
        assert all(code.in_words) if made else not any(code.in_words), code.number


def test_the_schema_beside_the_packs_is_the_one_the_decoder_reads_by():
    kept(ROOT / "content" / FILE_NAME, as_json())
