"""The kept reading: the same to the letter, or none at all."""

import json
import os
import zlib
from dataclasses import replace
from enum import Enum

import pytest

import game.model.coverage
import game.model.evidence
import game.model.lenses
import game.model.pack
import game.model.themes
from game.app.desk import Desk
from game.app.places import Places, find
from game.content import kept, load
from game.content.codes.samples import PERSON, card, cards, png
from game.content.load import load_packs

TODAY = "2026-11-20"
CORE = find().content
OWN = PERSON + cards(card(id="mine"), card(id="and-mine"))


def read(*paths):
    return load_packs(paths, CORE, today=TODAY, advice=False)


@pytest.fixture
def pack(tmp_path):
    """A whole pack of one's own, and where its reading is kept."""
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache" / "packs-as-read"


def kept_for(file, *paths):
    """The file, after a reading of these packs was kept in it."""
    kept.keep(file, paths, CORE, read(*paths))
    return file


def rewritten(file, change):
    """The kept file with its JSON changed, and a checksum that vouches for it."""
    head, _, rest = file.read_bytes().partition(b"\n")
    length = int(head.split()[-1])
    held = json.loads(rest[:length])
    text = change(held)
    text = json.dumps(held).encode() if text is None else text
    start = head[: head.rindex(b" ") - 8]
    head = b"%s%08x %d\n" % (start, zlib.crc32(text), len(text))
    file.write_bytes(head + text + rest[length:])


class TestWhatIsRecalled:
    def test_it_is_what_was_read_value_for_value(self, file):
        core = CORE / "scenarios.yaml"
        assert kept.recall(kept_for(file, core), (core,), CORE) == read(core)

    def test_so_it_is_with_several_packs_together(self, file, pack):
        both = (CORE / "scenarios.yaml", pack)
        found = kept.recall(kept_for(file, *both), both, CORE)
        assert found == read(*both)
        assert found.sha256 == read(*both).sha256

    def test_so_it_is_with_the_folder_of_the_core_itself(self, file):
        assert kept.recall(kept_for(file, CORE), (CORE,), CORE) == read(CORE)

    def test_letters_and_line_ends_of_other_systems_read_the_same(self, file, pack):
        pack.write_bytes(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
        found = kept.recall(kept_for(file, pack), (pack,), CORE)
        assert found == read(pack)
        assert "\r" not in found.texts[0].text

    def test_everything_that_a_pack_can_be_made_of_can_be_kept(self):
        rooms = (
            *(game.model.coverage, game.model.evidence, game.model.lenses),
            *(game.model.pack, game.model.themes),
        )
        made = {
            each
            for room in rooms
            for each in vars(room).values()
            if isinstance(each, type) and each.__module__ == room.__name__
        }
        values = {each for each in made if hasattr(each, "_shape_") or issubclass(each, Enum)}
        assert values
        assert values <= set(kept._KINDS)


class TestWhatIsReadAnew:
    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(
                lambda text: text.replace("a", "e", 1), id="a letter, no longer, no shorter"
            ),
            pytest.param(lambda text: text + "\n", id="an empty line"),
        ],
    )
    def test_a_file_that_was_edited(self, file, pack, change):
        kept_for(file, pack)
        when = pack.stat()
        pack.write_text(change(OWN), encoding="utf-8")
        os.utime(pack, ns=(when.st_atime_ns, when.st_mtime_ns))
        assert kept.recall(file, (pack,), CORE) is None

    def test_other_packs_or_the_same_in_another_order(self, file, pack):
        core = CORE / "scenarios.yaml"
        kept_for(file, core, pack)
        assert kept.recall(file, (pack,), CORE) is None
        assert kept.recall(file, (pack, core), CORE) is None
        assert kept.recall(file, (core, pack), CORE) is not None

    def test_what_another_program_has_read(self, file, pack, monkeypatch):
        kept_for(file, pack)
        monkeypatch.setattr(kept, "__version__", "another")
        assert kept.recall(file, (pack,), CORE) is None

    def test_what_another_reader_has_read(self, file, pack, monkeypatch):
        kept_for(file, pack)
        makers = list(kept._makers())
        assert {"load.py", "pack.py", "reading.py", "scanner.py"} <= {each[0] for each in makers}
        monkeypatch.setattr(kept, "_makers", lambda: iter(makers[1:]))
        assert kept.recall(file, (pack,), CORE) is None

    def test_a_file_that_is_damaged_anywhere(self, file, pack):
        good = kept_for(file, pack).read_bytes()
        for place in (*range(40), *range(40, len(good), 9_973), len(good) - 1):
            file.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
            assert kept.recall(file, (pack,), CORE) is None, place
            file.write_bytes(good[:place])
            assert kept.recall(file, (pack,), CORE) is None, place

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda held: held.__setitem__(1, {"999": []}), id="a kind that is none"),
            pytest.param(lambda held: held.__setitem__(1, {"25": ["x"]}), id="no member of it"),
            pytest.param(lambda held: held.__setitem__(1, {"1": ["too few"]}), id="parts missing"),
            pytest.param(lambda held: held.__setitem__(1, {"1": 7}), id="parts that are none"),
            pytest.param(lambda held: held.__setitem__(1, {"1": [], "2": []}), id="two kinds"),
            pytest.param(lambda held: held.__setitem__(1, {}), id="no kind at all"),
            pytest.param(lambda held: held.__setitem__(1, [[], []]), id="lists alone"),
            pytest.param(lambda held: held.__setitem__(1, held[2]), id="something else that is"),
            pytest.param(lambda held: held.__setitem__(2, held[1]), id="a pack for its credits"),
            pytest.param(lambda held: held.clear(), id="empty"),
            pytest.param(lambda _: b"[" * 100_000, id="a tower"),
            pytest.param(lambda _: b'{"no": "list"}', id="something else"),
        ],
    )
    def test_what_somebody_else_wrote(self, file, pack, change):
        rewritten(kept_for(file, pack), lambda _: None)
        assert kept.recall(file, (pack,), CORE) is not None
        rewritten(file, change)
        assert kept.recall(file, (pack,), CORE) is None

    def test_a_pack_that_has_gone(self, file, pack):
        kept_for(file, pack)
        pack.unlink()
        assert kept.recall(file, (pack,), CORE) is None

    def test_what_another_reader_made(self, file, pack, monkeypatch):
        kept_for(file, pack)
        assert kept.recall(file, (pack,), CORE) is not None
        monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
        assert kept.recall(file, (pack,), CORE) is None

    def test_where_nothing_is_kept(self, file, pack):
        assert kept.recall(file, (pack,), CORE) is None


class TestWhatIsKept:
    def test_nothing_of_a_pack_with_something_to_be_said_of_it(self, file, pack):
        pack.write_text(OWN + "\nodd: 1\n", encoding="utf-8")
        assert read(pack).diagnostics
        assert not kept_for(file, pack).exists()

    def test_nothing_of_a_pack_with_pictures(self, file, tmp_path):
        folder = tmp_path / "own"
        (folder / "pictures").mkdir(parents=True)
        (folder / "pictures" / "len.png").write_bytes(png())
        person = PERSON.rstrip("\n") + "\n    portrait: pictures/len.png\n"
        (folder / "own.yaml").write_text(person + cards(), encoding="utf-8")
        assert read(folder).portraits
        assert not kept_for(file, folder).exists()

    def test_nothing_of_a_pack_that_holds_a_value_of_no_kind_we_know(self, file, pack):
        loaded = read(pack)
        odd = replace(loaded, credits=(replace(loaded.credits[0], people=1.5),))
        kept.keep(file, (pack,), CORE, odd)
        assert not file.exists()

    def test_nothing_of_files_that_were_edited_since(self, file, pack):
        before = read(pack)
        pack.write_text(OWN + "\n", encoding="utf-8")
        kept.keep(file, (pack,), CORE, before)
        assert not file.exists()

    def test_nothing_where_nothing_can_be_written(self, tmp_path, pack):
        (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
        kept_for(tmp_path / "cache" / "packs-as-read", pack)
        assert (tmp_path / "cache").is_file()


class TestTheDesk:
    def desk(self, folder, **choices):
        own = find()
        places = Places(
            *(own.content, own.assets, folder / "saves", folder, folder / "exports"),
            reading=folder / "packs-as-read",
        )
        return Desk(places, today=lambda: TODAY, **choices)

    def test_its_second_start_reads_nothing(self, tmp_path, monkeypatch):
        first = self.desk(tmp_path)
        first.tidy()

        def unwanted(*_, **__):
            raise AssertionError("the packs were read again")

        monkeypatch.setattr(load, "load_packs", unwanted)
        second = self.desk(tmp_path)
        assert second.pack == first.pack
        assert second.texts == first.texts

    def test_leaving_nothing_it_keeps_nothing(self, tmp_path):
        desk = self.desk(tmp_path, leave_nothing=True)
        desk.tidy()
        assert not any(tmp_path.iterdir())
