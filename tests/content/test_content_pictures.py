"""Pictures in packs: their names, their headers, and what is left of them."""

import struct
import zlib

import pytest

from game.content.codes.samples import PERSON, cards, png, zipped
from game.content.load import load_pack
from game.content.pictures import is_file_name, looked_at, turn_of, why_no_name
from game.content.refusal import RefusedError

TODAY = "2026-11-20"


def part(kind: bytes, data: bytes) -> bytes:
    crc = zlib.crc32(kind + data)
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", crc)


def with_note(picture: bytes) -> bytes:
    """A PNG that also says something about itself."""
    return picture[:33] + part(b"tEXt", b"Comment\0taken at home") + picture[33:]


def jpeg(*, frame=0xC0, width=3, height=2, colours=3, depth=8, notes=b"", scans=1, end=b"\xff\xd9"):
    """The parts of a JPEG, as far as they are looked at."""
    body = struct.pack(">BHHB", depth, height, width, colours) + b"\x01\x11\0" * colours
    made = b"\xff\xd8" + notes
    made += struct.pack(">BBH", 0xFF, frame, len(body) + 2) + body
    scan = (
        struct.pack(">BBH", 0xFF, 0xDA, 8) + b"\x01\x01\0\0\x3f\0" + b"\x12\xff\x00\x34\xff\xd0\x56"
    )
    return made + scan * scans + end


def exif(turn: int, order: str = "<") -> bytes:
    """What a camera writes: which way is up, and where it was."""
    mark = b"II" if order == "<" else b"MM"
    tiff = mark + struct.pack(order + "HLH", 42, 8, 1)
    tiff += struct.pack(order + "HHLHH", 0x0112, 3, 1, turn, 0) + bytes(4) + b"GPS 53.7 -0.3"
    note = b"Exif\0\0" + tiff
    return struct.pack(">HH", 0xFFE1, len(note) + 2) + note


@pytest.mark.parametrize(
    "name",
    [
        *("../len.png", "/etc/len.png", "//srv/share/len.png", "a/../../len.png", "./len.png"),
        *("C:len.png", "C:/len.png", "\\\\srv\\share\\len.png", "a\\len.png", "len.png:stream"),
        *("CON.png", "aux.jpg", "a/com1/len.png", "a/b/c/d/e.png", ".hidden.png", "len.png."),
        *("len.svg", "len.gif", "len.PNG", "len.exe", "len", "a//len.png", "len png.png"),
        *(
            "http://example.org/len.png",
            "file:///len.png",
            "l\u00e9n.png",
            "-len.png",
            "%2e/len.png",
        ),
        "x" * 65 + ".png",
        "len.png\0.svg",
        "~/len.png",
    ],
)
def test_a_picture_is_called_by_a_plain_name_inside_the_pack_or_not_at_all(name):
    assert why_no_name(name)


@pytest.mark.parametrize("name", ["len.png", "pictures/len.jpg", "a/b/c/Len_2-x.jpeg"])
def test_plain_names_will_do(name):
    assert is_file_name(name)
    assert why_no_name(name) == ""


class TestHeaders:
    def refused(self, data: bytes, words: str) -> None:
        with pytest.raises(RefusedError) as refused:
            looked_at(data)
        assert words in refused.value.sentence
        assert refused.value.fix

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "no picture"),
            (b"MZ\x90\0" + b"x" * 99, "no picture"),
            (b"GIF89a" + bytes(30), "GIF"),
            (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
            (b"\0\0\0\x18ftypheic", "HEIC"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
            (b"  \n<?xml version='1.0'?><svg/>", "SVG"),
            (b"\x89PNG\r\n\x1a\n", "cut short"),
            (png()[:-6], "cut short"),
            (png(30_000, 30_000), "30,000 × 30,000"),
            (png(4_097, 1), "pixels"),
            (png(4_096, 4_096), "pixels"),
            (png(0, 4), "no size"),
            (png().replace(b"IDAT", b"IDAX"), "damaged"),
            (png()[:8] + part(b"IHDR", bytes(12)) + png()[33:], "header"),
            (png()[:33] + png()[8:33] + png()[33:], "header"),
            (png()[:8] + part(b"IHDR", struct.pack(">LLBBBBB", 4, 4, 3, 0, 0, 0, 0)), "header"),
            (png()[:33] + part(b"IEND", b""), "empty"),
            (b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 2**31) + b"IHDR" + bytes(99), "cut short"),
            (jpeg(width=65_000, height=65_000), "pixels"),
            (jpeg(colours=4), "CMYK"),
            (jpeg(depth=12), "kind of JPEG"),
            (jpeg(frame=0xC3), "kind of JPEG"),
            (jpeg(scans=0), "empty"),
            (jpeg(scans=101), "damaged"),
            (jpeg(end=b""), "cut short"),
            (jpeg()[:2] + b"\xff\xd9", "empty"),
            (jpeg()[:2] + jpeg()[2:21] * 2, "header"),
            (b"\xff\xd8\xff\xe0\0\x01", "cut short"),
            (jpeg()[:2] + b"\xff\xe0\0\x04ab" + bytes(40), "damaged"),
            (png() + bytes(8 * 1_048_576), "bytes"),
        ],
        ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
    )
    def test_what_is_not_as_it_should_be_is_refused_before_anything_decodes_it(self, data, words):
        self.refused(data, words)

    @pytest.mark.parametrize("cut", range(2, len(jpeg()) - 1))
    def test_a_picture_cut_anywhere_is_refused(self, cut):
        with pytest.raises(RefusedError):
            looked_at(jpeg()[:cut])

    def test_what_stands_beside_and_behind_the_picture_goes_no_further(self):
        assert looked_at(with_note(png()) + b"<script>").data == png()
        noted = jpeg(notes=exif(1) + b"\xff\xfe\0\x08secret")
        assert looked_at(noted + b"PK\x03\x04").data == jpeg()

    @pytest.mark.parametrize("order", "<>")
    @pytest.mark.parametrize("turn", range(2, 9))
    def test_which_way_is_up_is_all_that_is_kept_of_a_cameras_note(self, turn, order):
        kept = looked_at(jpeg(notes=exif(turn, order))).data
        assert turn_of(kept) == turn
        assert b"GPS" not in kept
        assert looked_at(kept).data == kept

    def test_a_note_that_makes_no_sense_turns_nothing(self):
        for note in (exif(9), exif(6)[:20] + b"\xff" * 4 + exif(6)[24:]):
            assert turn_of(looked_at(jpeg(notes=note)).data) == 1

    def test_largest_pictures_are_still_let_in(self):
        assert looked_at(jpeg(width=4_096, height=2_048)).width == 4_096


class TestInPacks:
    def told(self, path):
        loaded = load_pack(path, today=TODAY, advice=False)
        return [each.sentence for each in loaded.diagnostics], loaded

    def pack(self, folder, name="pictures/len.png"):
        words = cards() + PERSON + f"    portrait: {name}\n"
        (folder / "cards.yaml").write_text(words, encoding="utf-8")
        return folder

    def test_a_picture_beside_the_pack_is_found(self, tmp_path):
        (tmp_path / "pictures").mkdir()
        (tmp_path / "pictures" / "len.png").write_bytes(with_note(png()))
        for path in (self.pack(tmp_path), tmp_path / "cards.yaml"):
            told, loaded = self.told(path)
            assert told == []
            assert [(each.person, each.picture.data) for each in loaded.portraits] == [
                ("len", png())
            ]

    def test_a_picture_in_a_zip_is_found_beside_the_file_that_names_it(self, tmp_path):
        words = cards() + PERSON + "    portrait: len.png\n"
        path = tmp_path / "ward.zip"
        path.write_bytes(zipped({"ward/cards.yaml": words, "ward/len.png": png()}))
        told, loaded = self.told(path)
        assert told == []
        assert loaded.portraits[0].name == "len.png"

    def test_other_capitals_a_link_and_a_missing_file_are_told_and_the_person_plays(self, tmp_path):
        pictures = tmp_path / "pictures"
        pictures.mkdir()
        (pictures / "Len.png").write_bytes(png())
        (pictures / "link.png").symlink_to(pictures / "Len.png")
        (tmp_path / "out").symlink_to(pictures)
        for name, words in (
            ("pictures/len.png", "no file of this name"),
            ("pictures/link.png", "a link"),
            ("out/Len.png", "a link"),
            ("nowhere/len.png", "no file of this name"),
        ):
            told, loaded = self.told(self.pack(tmp_path, name))
            assert len(told) == 1
            assert words in told[0]
            assert loaded.errors == 0
            assert "len" in {each.id for each in loaded.pack.people}
            assert loaded.portraits == ()

    def test_no_more_pictures_than_a_pack_may_have(self, tmp_path):
        (tmp_path / "a.png").write_bytes(png())
        people = "people:\n" + "".join(
            PERSON.removeprefix("people:\n").replace("id: len", f"id: len-{n}")
            + "    portrait: a.png\n"
            for n in range(66)
        )
        (tmp_path / "cards.yaml").write_text(cards() + people, encoding="utf-8")
        told, loaded = self.told(tmp_path)
        assert len(loaded.portraits) == 64
        assert len(told) == 2
