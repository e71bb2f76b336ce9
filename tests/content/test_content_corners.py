"""The reader in its corners: files that vanish or are none, odd pictures and zips, tables that lie."""

import os
import struct
from pathlib import Path

import pytest
from hostile_zips import GOOD
from test_content_pictures import exif, jpeg

from game.content import gather, limits
from game.content.alignment import missing_colon, out_of_line
from game.content.archive import one_file
from game.content.codes import content as codes
from game.content.codes.samples import FACT, card, cards, png, zipped
from game.content.decode import Item
from game.content.decoder import Decoder
from game.content.diagnostics import found_at
from game.content.fields import CARD
from game.content.gather import core_files
from game.content.load import Around, PackText, load_pack, load_texts, read_texts
from game.content.nodes import SourceText
from game.content.pictures import looked_at, turn_of
from game.content.portraits import picture_file
from game.content.readers import reader
from game.content.refusal import RefusedError
from game.content.render import as_text
from game.content.shapes import Field, Kind
from game.content.zipguard import Bounds, guarded

CORE = Path(__file__).parent / "core"
TODAY = "2026-11-20"


def load(path, core=CORE):
    return load_pack(path, core, today=TODAY)


def sentences(loaded):
    return " ".join(each.sentence for each in loaded.diagnostics)


def refuse(*_):
    raise PermissionError(13, "Permission denied")


# Files and folders.


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_pipe_is_no_pack_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pack.yaml")
    assert "neither a file nor a folder" in sentences(load(tmp_path / "pack.yaml"))


def test_a_file_that_may_not_be_read_is_told_and_the_others_are_read(tmp_path, monkeypatch):
    (tmp_path / "one.yaml").write_text(cards(), encoding="utf-8")
    (tmp_path / "two.yaml").write_text(cards(card(id="the-tap")), encoding="utf-8")
    before = gather._bytes

    def some(path, most):
        return refuse() if path.name == "two.yaml" else before(path, most)

    monkeypatch.setattr(gather, "_bytes", some)
    loaded = load(tmp_path)
    assert "this computer does not let you read it" in sentences(loaded)
    assert len(loaded.pack.cards) == 1


def test_a_file_of_the_core_that_may_not_be_read_is_told(monkeypatch):
    monkeypatch.setattr(gather, "_bytes", refuse)
    files, findings = core_files(CORE)
    assert files == []
    assert len(findings) > 1
    assert all("does not let you read it" in each.sentence for each in findings)


def test_a_zip_that_is_too_large_is_not_opened(tmp_path, monkeypatch):
    (tmp_path / "pack.zip").write_bytes(zipped(GOOD))
    monkeypatch.setattr(limits, "ZIP_BYTES", 10)
    assert "the zip holds more than 10 bytes" in sentences(load(tmp_path / "pack.zip"))


def test_a_link_in_a_folder_is_not_followed(tmp_path):
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "cards.yaml").write_text(cards(), encoding="utf-8")
    (tmp_path / "far.yaml").write_text(cards(card(id="the-tap")), encoding="utf-8")
    (folder / "more.yaml").symlink_to(tmp_path / "far.yaml")
    loaded = load(folder)
    assert "this is a link or no file at all" in sentences(loaded)
    assert len(loaded.pack.cards) == 1


def test_a_folder_that_cannot_be_looked_into_holds_no_packs(tmp_path):
    assert gather.extra_packs(tmp_path / "gone") == []


def test_the_texts_of_the_core_are_its_own():
    names = [each.name for each in read_texts(CORE, CORE)]
    assert names == [each.name for each in load(CORE).texts]


def test_two_files_whose_names_come_out_alike_are_kept_apart(tmp_path):
    for name, card_id in (("a b.yaml", "the-tap"), ("a+b.yaml", "the-cup")):
        (tmp_path / name).write_text(cards(card(id=card_id)), encoding="utf-8")
    names = [each.name for each in load(tmp_path).texts]
    assert len(set(names)) == len(names)
    assert sum("a-b" in name for name in names) == 2


def test_one_text_is_read_again_among_the_others():
    around = Around(load(CORE).texts)
    changed = PackText("own.more.yaml", cards(card(id="the-tap")))
    loaded = around.read(changed, today=TODAY)
    assert [each.id for each in loaded.pack.cards] == ["the-tap"]
    assert loaded.texts == (changed,)


# Places in a text.


def test_an_offset_is_the_reverse_of_a_place():
    source = SourceText("a.yaml", "one:\n  two: three\n\nfour: five\n")
    for offset in range(len(source.text)):
        assert source.offset(*source.place(offset)) == offset


def test_a_field_whose_text_follows_its_colon_at_once_is_told_where_a_colon_is_missed():
    source = SourceText("a.yaml", "cards:\n  - id: kettle\n    title:The kettle\n")
    told = missing_colon(source, 3, 5)
    assert told.sentence == 'a space is missing after "title:"'
    assert (told.line, told.column) == (3, 10)


def test_a_line_without_a_colon_that_begins_with_a_question_mark_is_told_as_that():
    source = SourceText("a.yaml", "agreement:\n  - ? who speaks first\n")
    assert 'cannot begin with "?"' in missing_colon(source, 2, 5).sentence


def test_a_line_out_of_line_below_a_joined_item_is_told_at_the_item():
    source = SourceText("a.yaml", "cards:\n  - id:kettle\n      title: The kettle\n")
    told = out_of_line(source, 3, 2)
    assert told.sentence == 'a space is missing after "id:"'
    assert told.line == 2


def test_an_item_out_of_line_in_a_text_without_a_section_is_told_too():
    source = SourceText("a.yaml", "  id: kettle\n   - id: tap\n")
    assert "has no dash" in out_of_line(source, 2, 1).sentence


def test_a_finding_without_a_fix_ends_with_its_mark():
    source = SourceText("a.yaml", "cards:\n")
    told = found_at(codes.WRONG_COUNT, source, 1, 1, 5, "something is amiss", "")
    assert as_text(told).splitlines()[-1].strip(" |") == "^^^^^"


# Values.


def test_the_part_of_an_item_that_is_not_there_is_the_item():
    node = ("kettle", 0, 6)
    item = Item("cards", "kettle", None, node, SourceText("a.yaml", "kettle"), has_error=False)
    assert item.part("title") is node
    assert item.part(3) is node


@pytest.mark.parametrize("kind", [Kind.LIST, Kind.GROUP, Kind.NAMED])
def test_a_table_that_does_not_say_what_a_field_holds_is_refused_at_once(kind):
    with pytest.raises(ValueError, match="does not say what it holds"):
        reader(Field("odd", kind, "", ""))


def test_more_than_may_stand_there_is_counted():
    source = SourceText("a.yaml", "people: [a, b, c]")
    decoder = Decoder(source)
    wanted = Field("people", Kind.LIST, "", "", most=2, of=Field("one", Kind.TEXT, "", ""))
    node = load_node(source)
    assert len(reader(wanted)(decoder, node)) == 3
    (told,) = decoder.findings
    assert "at most 2 can stand" in told.sentence


def test_after_the_last_finding_that_is_told_faults_are_only_counted():
    source = SourceText("a.yaml", "{nobody: x}")
    decoder = Decoder(source)
    while not decoder.is_full:
        decoder.at(codes.UNKNOWN_WORD, ("x", 0, 1), "again", "")
    told, errors = len(decoder.findings), decoder.errors
    word = Field("level", Kind.WORD, "", "", words=("one",))
    reader(word)(decoder, ("two", 0, 3))
    lenses = CARD.by_name["lenses"]
    reader(lenses)(decoder, load_node(source, whole=True))
    assert len(decoder.findings) == told
    assert decoder.errors > errors + 1


def test_what_need_not_be_there_may_be_left_empty():
    decoder = Decoder(SourceText("a.yaml", "x:"))
    empty = ("", 0, 0)
    number = Field("age", Kind.NUMBER, "", "", most=9)
    many = Field("many", Kind.LIST, "", "", of=Field("one", Kind.TEXT, "", ""))
    assert reader(number)(decoder, empty) is None
    assert reader(many)(decoder, empty) is None
    assert decoder.findings == []


def load_node(source, *, whole=False):
    from game.content.source import parse  # noqa: PLC0415 - beside its only use

    parsed, _ = parse(source, frozenset({"people", "nobody"}), frozenset())
    return parsed.root if whole else parsed.root.entries[0][1]


# Advice and whole texts.


def test_a_pack_without_cards_is_given_no_advice_about_cards(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text(FACT, encoding="utf-8")
    assert "no card has level 1" not in sentences(load(path))


def test_a_scene_with_wide_gaps_is_as_long_as_its_words(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(cards(card(scene=f'"{"Word, again.   " * 45}"')), encoding="utf-8")
    loaded = load(path)
    assert loaded.pack.cards[0].scene.count(" ") > 90
    assert "A202" not in [each.code for each in loaded.diagnostics]


def test_a_hidden_character_that_no_item_holds_ends_the_reading():
    loaded = load_texts((PackText("own.a.yaml", "\u202e\n" + cards()),), today=TODAY)
    assert "a hidden character stands here" in sentences(loaded)


def test_a_text_that_is_hidden_characters_and_nothing_else_is_given_up():
    lines = "\u202e\n" * (limits.BROKEN_PLACES + 5)
    loaded = load_texts((PackText("own.a.yaml", lines),), today=TODAY)
    assert loaded.pack is None
    assert 0 < len(loaded.diagnostics) <= limits.BROKEN_PLACES + 5


def test_a_quote_that_goes_over_two_lines_and_closes_is_not_blamed_for_what_follows_it():
    text = 'cards:\n  - id: kettle\n    title: "The\n      kettle boils" and on\n'
    loaded = load_texts((PackText("own.a.yaml", text),), today=TODAY)
    assert loaded.errors
    assert "never closed" not in sentences(loaded)


# Pictures.


def test_marks_may_be_padded_before_a_part_and_within_the_coded_lines():
    padded = jpeg(notes=b"\xff" + exif(6)).replace(b"\xff\xd0", b"\xff\xff\xd0")
    assert turn_of(looked_at(padded).data) == 6


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xd8\xff\xc0\x00\x04\x08\x00" + b"\xff\xd9", "header is damaged"),
        (jpeg(end=b""), "cut short"),
    ],
)
def test_a_picture_whose_parts_are_too_short_is_refused(data, words):
    with pytest.raises(RefusedError, match=words):
        looked_at(data)


@pytest.mark.parametrize("note", [b"http://ns.adobe.com/xap/1.0/\0<x/>", b"Exif\0\0II*\0\x08"])
def test_a_note_that_is_not_a_cameras_or_is_cut_short_turns_nothing(note):
    part = struct.pack(">HH", 0xFFE1, len(note) + 2) + note
    assert turn_of(looked_at(jpeg(notes=part)).data) == 1


def test_a_picture_that_is_not_in_the_zip_is_told(tmp_path):
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped(GOOD))
    assert picture_file(path, f"{path.as_posix()}/cards.yaml", "pictures/len.png") == png()
    with pytest.raises(RefusedError, match="holds no such file"):
        picture_file(path, f"{path.as_posix()}/cards.yaml", "none.png")


def test_a_pack_that_has_gone_or_may_not_be_read_has_no_pictures(tmp_path, monkeypatch):
    with pytest.raises(RefusedError, match="does not let you read it"):
        picture_file(tmp_path / "gone.zip", "gone.zip/cards.yaml", "len.png")
    (tmp_path / "len.png").write_bytes(png())
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(RefusedError, match="does not let you read it"):
        picture_file(tmp_path, "cards.yaml", "len.png")


# Zips.


def test_one_file_of_what_is_no_zip_is_none():
    assert one_file(b"no zip at all", "cards.yaml", 10) is None


def test_a_folder_in_a_zip_is_no_file_of_it():
    with guarded(zipped({"pictures/": b"", **GOOD})) as (_, entries):
        assert [each.filename for each in entries] == list(GOOD)


def test_a_zip_that_counts_its_files_wrongly_is_counted_again():
    data = bytearray(zipped(GOOD))
    end = data.rfind(b"PK\x05\x06")
    data[end + 8 : end + 12] = struct.pack("<HH", 1, 1)
    with (
        pytest.raises(RefusedError, match="more than 1 files"),
        guarded(bytes(data), Bounds(1, 10**6, 100)),
    ):
        pass


def test_a_zip_may_hold_so_many_bytes_and_no_more():
    with (
        pytest.raises(RefusedError, match="unpack to more than 10 bytes"),
        guarded(zipped(GOOD), Bounds(9, 10, 100)),
    ):
        pass


def test_a_file_that_runs_into_the_table_of_contents_is_refused():
    data = bytearray(zipped({"cards.yaml": cards()}))
    at = data.find(b"PK\x01\x02")
    data[at + 20 : at + 24] = struct.pack("<L", len(cards()) + 20)
    with pytest.raises(RefusedError, match="on top of one another"), guarded(bytes(data)):
        pass
