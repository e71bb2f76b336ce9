"""Zips from somebody else: each hostile one is refused with a sentence, and good ones open."""

import zipfile

import pytest
from hostile_zips import GOOD, HOSTILE

from game.content.codes.samples import zipped
from game.content.refusal import RefusedError
from game.content.zipguard import guarded, is_hidden, read_part


def opened(data: bytes) -> dict[str, bytes]:
    with guarded(data) as (made, entries):
        return {each.filename: read_part(made, each, 1_000_000) for each in entries}


@pytest.mark.parametrize(
    ("data", "words"), [each[1:] for each in HOSTILE], ids=[e[0] for e in HOSTILE]
)
def test_a_hostile_zip_is_refused_with_a_sentence(data, words):
    with pytest.raises(RefusedError) as refused:
        opened(data)
    assert words in refused.value.sentence
    assert refused.value.fix


def test_a_good_zip_gives_its_files():
    assert sorted(opened(zipped(GOOD))) == ["cards.yaml", "pictures/len.png"]


def test_an_empty_zip_holds_nothing():
    assert opened(zipped({})) == {}


def test_what_a_part_holds_is_read_no_further_than_asked():
    with guarded(zipped({"long.yaml": "x" * 5_000})) as (made, entries):
        assert len(read_part(made, entries[0], 100)) == 101


def test_shadow_files_of_other_systems_are_known():
    assert is_hidden("__MACOSX/ward/._cards.yaml")
    assert is_hidden("ward/.DS_Store")
    assert not is_hidden("ward/cards.yaml")


def test_as_many_files_as_may_be_are_read():
    assert len(opened(zipped({f"{n}.txt": "" for n in range(500)}))) == 500


def test_a_zip_with_a_note_at_its_end_opens(tmp_path):
    path = tmp_path / "noted.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("cards.yaml", "x")
        made.comment = b"from the Tuesday group"
    assert list(opened(path.read_bytes())) == ["cards.yaml"]
