"""Which letters a font has, read from the font itself."""

import struct

from game.app.places import find
from game.script.coverage import coverage_of

FONTS = find().assets / "fonts"


def test_a_face_has_what_it_is_known_to_have_and_lacks_what_it_is_known_to_lack():
    own = coverage_of(FONTS / "AtkinsonHyperlegibleNext-Regular.ttf")
    assert set("azAZ09ŵŷ’–…μ") <= own
    assert own.isdisjoint("µ→✓ệ")
    assert set("ڑٹے۱ۓ") <= coverage_of(FONTS / "NotoSansArabic-Regular.ttf")
    assert "ক" not in coverage_of(FONTS / "NotoSansArabic-Regular.ttf")


def test_both_weights_of_a_script_have_the_same_letters():
    for regular in FONTS.glob("Noto*-Regular.ttf"):
        bold = regular.with_name(regular.name.replace("Regular", "Bold"))
        assert coverage_of(regular) == coverage_of(bold), regular.name


def test_what_is_no_font_has_no_letters(tmp_path):
    for number, data in enumerate((b"", b"not a font", b"ttcf", b"\0\1\0\0" + b"\xff" * 40)):
        path = tmp_path / f"{number}.ttf"
        path.write_bytes(data)
        assert coverage_of(path) == frozenset()
    assert coverage_of(tmp_path / "nowhere.ttf") == frozenset()


def test_letters_beyond_the_first_sixty_thousand_are_read_too(tmp_path):
    # A table of the kind for all letters, with one group of two.
    groups = struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x13000, 0x13001, 5)
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + groups
    head = b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0)
    table = struct.pack(">4sIII", b"cmap", 0, 28, len(cmap))
    path = tmp_path / "large.ttf"
    path.write_bytes(head + table + cmap)
    assert coverage_of(path) == {"𓀀", "𓀁"}
