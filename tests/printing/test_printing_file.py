"""The PDF file itself, as other programs read it: needs poppler-utils, and fails without it."""

import re
import xml.etree.ElementTree as ET

import pytest
from printing_read import TODAY, read

from game.model.themes import Theme
from game.printing.grid import Flip, Layout, behind
from game.printing.kit import PARTS, Wish, kit
from game.printing.page import A3, MM, Box, Paper
from game.printing.pdf import pdf

XHTML = "{http://www.w3.org/1999/xhtml}"


def info(path, *arguments):
    lines = (line.partition(":") for line in read("pdfinfo", *arguments, path).splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def fonts(path):
    return [line.split() for line in read("pdffonts", path).splitlines()[2:]]


def placed(path, tmp_path):
    """For each page, where each word stands: its text and its box."""
    out = tmp_path / "words.html"
    read("pdftotext", "-bbox", path, out)
    root = ET.fromstring(out.read_text(encoding="utf-8"))  # noqa: S314 - our own
    return [
        [
            (word.text, *(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iter(f"{XHTML}word")
        ]
        for page in root.iter(f"{XHTML}page")
    ]


def test_the_whole_kit_is_one_sound_file(printed, pack):
    path, sheets = printed()
    told = info(path)
    assert told["Title"] == "The title"
    assert told["Subject"] == "The subject"
    assert int(told["Pages"]) == len(sheets)
    listed = fonts(path)
    assert {row[0].partition("+")[2] for row in listed} == {
        f"AtkinsonHyperlegibleNext-{face}" for face in ("Regular", "SemiBold", "Bold", "ExtraBold")
    }
    # The columns emb, sub and uni: inside the file, only what is used, and with its letters told.
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in listed)
    data = path.read_bytes()
    assert b"Helvetica" not in data
    assert b"/Lang (en-GB)" in data
    assert b"/PrintScaling /None" in data
    said = re.sub(r"\s+", " ", read("pdftotext", "-raw", path, "-"))
    for card in pack.cards:
        assert said.count(card.scene) == 1, card.code
    for chapter in ("Cards", "Lenses", "Seat tokens", "To take home"):
        assert b"/Title (" + chapter.encode() + b")" in data


def test_every_page_has_exactly_the_size_of_its_paper(printed):
    for choices, size in (
        ({"what": ("door", "scale"), "paper": Paper.A4}, (210 * MM, 297 * MM)),
        ({"what": ("door", "scale"), "paper": Paper.LETTER}, (612, 792)),
    ):
        path, _ = printed(**choices)
        boxes = info(path, "-box", "-f", "1", "-l", "2")
        upright = [float(each) for each in boxes["Page    1 MediaBox"].split()]
        lying = [float(each) for each in boxes["Page    2 MediaBox"].split()]
        assert upright == pytest.approx([0, 0, *size], abs=0.01)
        assert lying == pytest.approx([0, 0, size[1], size[0]], abs=0.01)
    path, _ = printed(what=("board",))
    assert info(path, "-box")["CropBox"].split()[2:] == [f"{side:.2f}" for side in A3]


@pytest.mark.parametrize("flip", list(Flip))
def test_in_the_files_own_numbers_backs_lie_behind_their_fronts(printed, tmp_path, flip):
    codes = tuple(f"R-{n:02}" for n in range(1, 8))
    path, sheets = printed(what=("cards",), codes=codes, flip=flip)
    front, back = placed(path, tmp_path)
    for page, sheet in ((front, sheets[0]), (back, sheets[1])):
        for slot in sheet.slots:
            (found,) = [word for word in page if word[0] == slot.name]
            assert slot.box.encloses(
                Box(found[1], found[2], found[3] - found[1], found[4] - found[2])
            )
    size = sheets[0].size
    for slot in sheets[0].slots:
        place = behind(slot.box, size, flip)
        (code,) = [word for word in back if word[0] == slot.name]
        # The code of a back stands 3.1 mm and a hair from the left edge of its card.
        assert code[1] - place.x == pytest.approx(3.1 * MM + 1.5, abs=0.6)
        assert 0 < code[2] - place.y < 6 * MM


def test_a_card_reads_in_its_order(printed, pack):
    path, _ = printed(what=("cards",), codes=("E-07",))
    said = re.sub(r"\s+", " ", read("pdftotext", "-raw", path, "-"))
    card = next(each for each in pack.cards if each.code == "E-07")
    parts = [card.title, card.scene, card.voice, card.helps, card.think]
    parts += [
        *(each.prompt for each in card.lenses),
        *card.talk,
        pack.fact(card.evidence).claim,
        card.agree,
    ]
    places = [said.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_the_same_kit_gives_the_same_file(pack, assets):
    wish = Wish(what=("cards", "door"), themes=(Theme.EARLY,), layout=Layout.FOLD)
    one, other = (
        pdf(kit(pack, wish, assets, TODAY).sheets, assets, "Twice", duplex="long") for _ in range(2)
    )
    assert one == other
    assert b"/Duplex /DuplexFlipLongEdge" in one


def test_the_outline_opens_on_every_part(printed):
    path, sheets = printed()
    chapters = [sheet.chapter for sheet in sheets if sheet.chapter]
    assert len(chapters) == len(PARTS)
    assert path.read_bytes().count(b"/Dest ") >= len(chapters)
