"""Packs as one file: built, opened, listed and removed; and nothing hostile gets in."""

import dataclasses
import io
import json
import os
import random
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from game.app.desk import Desk
from game.app.gallery import Gallery, decoded
from game.app.packing import build
from game.app.packs import install, name_for
from game.app.places import Places, find, installed, portrait_file
from game.cli import main
from game.content.codes.samples import PERSON, card, cards, fact, png, zipped
from game.content.pictures import Picture, looked_at
from game.model.pack import PersonId
from game.rules.state import Setup

sys.path.append(str(Path(__file__).parents[1] / "content"))
from hostile_zips import HOSTILE

TODAY = "2026-11-20"
WORDS = (
    "pack: {title: Our ward, author: The Tuesday group, licence: CC BY 4.0, version: 3}\n"
    + cards(card(id="long-walk", person="len", evidence="walking-helps"))
    + PERSON
    + "    portrait: pictures/len.png\n"
    + fact()
)


@pytest.fixture
def places(tmp_path):
    own, data = find(), tmp_path / "data"
    return Places(own.content, own.assets, data / "saves", data, data / "exports")


@pytest.fixture
def ward(tmp_path):
    folder = tmp_path / "our ward"
    (folder / "pictures").mkdir(parents=True)
    (folder / "cards.yaml").write_text(WORDS, encoding="utf-8")
    (folder / "pictures" / "len.png").write_bytes(png())
    (folder / "notes.docx").write_bytes(b"PK not for sending")
    return folder


def sent(folder, tmp_path, places) -> Path:
    path = tmp_path / "Our Ward.zip"
    path.write_bytes(build(folder, core=places.content, today=TODAY).data)
    return path


def written(tmp_path, data: bytes, name: str = "odd.zip") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def everything_in(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


class TestBuilding:
    def test_the_file_holds_words_pictures_licence_and_review_dates_and_nothing_else(
        self, ward, places
    ):
        built = build(ward, core=places.content, today=TODAY)
        with zipfile.ZipFile(io.BytesIO(built.data)) as made:
            assert made.testzip() is None
            assert made.namelist() == ["LICENCE.txt", "cards.yaml", "pack.json", "pictures/len.png"]
            assert made.read("cards.yaml") == WORDS.encode()
            assert b"CC BY 4.0" in made.read("LICENCE.txt")
            listed = json.loads(made.read("pack.json"))
        assert listed["title"] == "Our ward"
        assert listed["author"] == "The Tuesday group"
        assert listed["facts"] == [
            {"id": "walking-helps", "checked": "2026-11-01", "review": "2027-11-01"}
        ]
        assert sorted(listed["files"]) == ["LICENCE.txt", "cards.yaml", "pictures/len.png"]

    def test_the_same_pack_gives_the_same_bytes_at_any_time(self, ward, places):
        first = build(ward, core=places.content, today=TODAY).data
        for each in ward.rglob("*"):
            os.utime(each, (1_000_000_000, 1_000_000_000))
        assert build(ward, core=places.content, today="2031-01-01").data == first

    def test_the_packs_own_licence_goes_with_it(self, ward, places):
        (ward / "LICENSE").write_text("Ask Maureen.", encoding="utf-8")
        built = build(ward, core=places.content, today=TODAY)
        with zipfile.ZipFile(io.BytesIO(built.data)) as made:
            assert made.read("LICENCE.txt") == b"Ask Maureen."

    def test_a_single_file_is_built_with_the_picture_beside_it(self, ward, places):
        built = build(ward / "cards.yaml", core=places.content, today=TODAY)
        assert built.data == build(ward, core=places.content, today=TODAY).data

    def test_nothing_is_built_of_a_pack_with_errors(self, ward, places):
        (ward / "cards.yaml").write_text(cards(card(person="nobody")), encoding="utf-8")
        built = build(ward, core=places.content, today=TODAY)
        assert built.data == b""
        assert "errors" in built.trouble
        assert built.loaded.errors

    def test_what_a_camera_wrote_is_not_sent(self, ward, places):
        note = b"tEXtGPS\x0053.7 -0.3"
        noted = png()[:33] + struct.pack(">L", len(note) - 4) + note
        noted += struct.pack(">L", zlib.crc32(note)) + png()[33:]
        (ward / "pictures" / "len.png").write_bytes(noted)
        assert b"GPS" not in build(ward, core=places.content, today=TODAY).data


class TestOpening:
    def test_a_pack_goes_from_one_computer_to_another_and_plays(self, ward, tmp_path, places):
        opened = install(sent(ward, tmp_path, places), places, today=TODAY)
        assert opened.trouble == ""
        assert opened.path == places.packs / "our-ward"
        assert everything_in(opened.path) == ["LICENCE.txt", "cards.yaml", "pictures/len.png"]
        assert (opened.holding.cards, opened.holding.people, opened.holding.pictures) == (1, 1, 1)
        desk = Desk(places, packs=(opened.path,), keep_settings=False, today=lambda: TODAY)
        assert [each.id for each in desk.pack.cards] == ["long-walk"]
        (person,) = [each for each in desk.pack.people if each.id == "len"]
        assert looked_at(desk.portrait_of(person).read_bytes()).width == 4

    def test_one_that_is_here_already_is_not_written_over_unasked(self, ward, tmp_path, places):
        path = sent(ward, tmp_path, places)
        install(path, places, today=TODAY)
        assert "already" in install(path, places, today=TODAY).trouble
        (ward / "cards.yaml").write_text(cards(), encoding="utf-8")
        again = install(sent(ward, tmp_path, places), places, today=TODAY, replace=True)
        assert everything_in(again.path) == ["LICENCE.txt", "cards.yaml"]
        assert [each.name for each in places.packs.iterdir()] == ["our-ward"]

    def test_a_zip_made_by_hand_opens_and_what_is_of_no_use_is_left_out(self, tmp_path, places):
        files = {
            "ward/cards.yaml": cards(),
            "ward/agenda.docx": "x",
            "__MACOSX/ward/._cards.yaml": "x",
            "ward/.DS_Store": "x",
        }
        opened = install(written(tmp_path, zipped(files)), places, today=TODAY)
        assert opened.left_out == ("ward/agenda.docx",)
        assert everything_in(opened.path) == ["cards.yaml"]

    def test_facts_past_their_review_date_are_counted(self, ward, tmp_path, places):
        opened = install(sent(ward, tmp_path, places), places, today="2028-01-01")
        assert [each.id for each in opened.holding.out_of_date] == ["walking-helps"]

    @pytest.mark.parametrize(
        ("files", "words"),
        [
            ({"cards.yaml": cards(), "len.svg": "<svg/>"}, "picture that could hold more"),
            ({"cards.yaml": cards(), "a/len.GIF": "GIF89a"}, "picture that could hold more"),
            ({"cards.yaml": cards(), "inner.zip": zipped({})}, "a zip inside"),
            ({"cards.yaml": cards(), "start.exe": "MZ"}, "a program"),
            ({"cards.yaml": cards(), "click.lnk": "x"}, "a program"),
            ({"readme.txt": "x"}, "no .yaml file"),
            ({"a/cards.yaml": cards(), "b/more.yaml": cards()}, "several folders"),
            ({"cards.yaml": "cards: []\n"}, "no card of it can be played"),
            ({"cards.yaml": cards(), "pack.json": "{}"}, "damaged or changed"),
            ({"cards.yaml": cards(), "pack.json": "[" * 90_000}, "damaged or changed"),
            ({"cards.yaml": cards(), "pack.json": '{"format": 1, "files": 3}'}, "damaged"),
            ({"cards.yaml": cards(), "pack.json": '{"format": 9, "files": {}}'}, "newer version"),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_what_is_no_pack_is_refused_in_words(self, files, words, tmp_path, places):
        opened = install(written(tmp_path, zipped(files)), places, today=TODAY)
        assert words in opened.trouble
        assert opened.path is None
        assert installed(places.packs) == []

    @pytest.mark.parametrize("data", [e[1] for e in HOSTILE], ids=[e[0] for e in HOSTILE])
    def test_nothing_hostile_leaves_anything_behind(self, data, tmp_path, places):
        before = everything_in(tmp_path)
        opened = install(written(tmp_path, data), places, today=TODAY)
        assert opened.path is None
        assert opened.trouble
        assert everything_in(tmp_path) == sorted([*before, "odd.zip"])

    def test_a_file_changed_after_building_is_refused(self, ward, tmp_path, places):
        with zipfile.ZipFile(sent(ward, tmp_path, places)) as made:
            files = {each: made.read(each) for each in made.namelist()}
        files["cards.yaml"] = files["cards.yaml"].replace(b"breathless", b"speechless")
        opened = install(written(tmp_path, zipped(files)), places, today=TODAY)
        assert "damaged or changed" in opened.trouble

    @pytest.mark.parametrize("seed", range(3))
    def test_damage_anywhere_never_raises(self, seed, ward, tmp_path, places):
        chance = random.Random(seed)
        whole = sent(ward, tmp_path, places).read_bytes()
        for _ in range(25):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 5)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            opened = install(written(tmp_path, bytes(data)), places, today=TODAY, replace=True)
            assert opened.path is not None or opened.trouble

    def test_names_are_of_our_own_making(self):
        for given, name in (
            ("Our Ward (2).zip", "our-ward-2"),
            ("../../x.zip", "x"),
            ("CON.zip", "con-pack"),
            ("日本.zip", "pack"),
        ):
            assert name_for(Path(given)) == name

    def test_where_it_cannot_be_kept_is_said(self, ward, tmp_path, places):
        places.data.mkdir()
        places.packs.write_text("a file in the way", encoding="utf-8")
        opened = install(sent(ward, tmp_path, places), places, today=TODAY)
        assert "could not be kept" in opened.trouble


REACH = """
import sys
reached = []
def watch(event, details):
    if event.startswith(("socket.", "urllib.", "ftplib.", "http.client")) or event in (
        "os.system", "subprocess.Popen", "os.exec", "os.posix_spawn",
    ):
        reached.append(event)
    elif event == "open" and isinstance(details[0], (str, bytes)):
        reached.append(str(details[0]))
from pathlib import Path
from game.content.load import load_pack
core = Path(sys.argv[2])
load_pack(core / "scenarios.yaml", core, today="2026-11-20")
sys.addaudithook(watch)
load_pack(Path(sys.argv[1]), core, today="2026-11-20")
print("\\n".join(reached))
"""


def test_a_pack_reaches_neither_outside_its_folder_nor_to_the_network(tmp_path, places):
    people = "".join(
        PERSON.removeprefix("people:\n").replace("id: len", f"id: len-{n}")
        + f"    portrait: '{name}'\n"
        for n, name in enumerate(
            [
                *("../../secret.png", "/etc/passwd.png", "//srv/share/a.png", "C:/a.png"),
                *("\\\\srv\\share\\a.png", "http://127.0.0.1:9/a.png", "out/a.png", "link.png"),
            ]
        )
    )
    folder = tmp_path / "ward"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "out").symlink_to(tmp_path)
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "cards.yaml").write_text(cards() + "people:\n" + people, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", REACH, str(folder), str(places.content)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    allowed = (str(folder / "cards.yaml"), str(places.content))
    reached = done.stdout.split()
    assert str(folder / "cards.yaml") in reached
    assert [each for each in reached if not each.startswith(allowed)] == []


class TestPictures:
    """The decoder stands in a process of its own."""

    def test_a_picture_comes_out_clean_and_no_larger_than_shown(self):
        clean = looked_at(decoded(looked_at(png()), side=2))
        assert (clean.ending, clean.width, clean.height) == ("png", 2, 2)

    def test_a_picture_is_turned_as_the_camera_held_it(self):
        import pygame  # noqa: PLC0415 - only this test makes a photograph

        photograph = pygame.Surface((40, 20))
        photograph.fill((255, 0, 0), (0, 0, 20, 20))
        out = io.BytesIO()
        pygame.image.save(photograph, out, "photo.jpg")
        plain = out.getvalue()
        note = b"Exif\0\0II" + struct.pack("<HLHHHLHHL", 42, 8, 1, 0x0112, 3, 1, 6, 0, 0)
        turned = plain[:2] + struct.pack(">HH", 0xFFE1, len(note) + 2) + note + plain[2:]
        shown = pygame.image.load(io.BytesIO(decoded(looked_at(turned))), "a.png")
        assert shown.get_size() == (20, 40)
        # Number 6: the left side of what is stored is the top.
        assert shown.get_at((10, 4)).r > 200
        assert shown.get_at((10, 36)).r < 50

    @pytest.mark.parametrize(
        "lines", [b"", zlib.compress(b"\0\1"), zlib.compress(b"\0" * 2_000_000)[:200], b"junk" * 9]
    )
    def test_a_picture_whose_lines_are_damaged_is_not_shown_and_is_tried_once(
        self, lines, tmp_path
    ):
        body = b"IDAT" + lines
        broken = png()[:33] + struct.pack(">L", len(lines)) + body
        broken += struct.pack(">L", zlib.crc32(body)) + png()[-12:]
        gallery = Gallery(tmp_path)
        shown = gallery.shown(looked_at(broken))
        if shown is None:
            assert [each.suffix for each in tmp_path.iterdir()] == [".refused"]
            assert gallery.shown(looked_at(broken)) is None
        else:
            assert looked_at(shown.read_bytes()).width == 4

    def test_a_decoder_that_takes_too_long_is_killed(self):
        assert decoded(looked_at(png()), seconds=0.0001) is None

    def test_a_decoder_that_dies_takes_nobody_with_it(self, monkeypatch):
        for source in (
            "import os, sys; sys.stdin.buffer.read(); os.abort()",
            "import sys; sys.stdin.buffer.read(); print('no picture')",
            "import sys; sys.exit(1)",
        ):
            monkeypatch.setattr(
                "game.app.gallery.command", lambda source=source: [sys.executable, "-c", source]
            )
            assert decoded(looked_at(png())) is None

    def test_a_header_that_claims_more_than_there_may_be_is_refused_before_the_decoder(self):
        # The decoder would take 3 GiB for these bytes; a picture of this size cannot be made here.
        huge = Picture("png", 30_000, 30_000, png(30_000, 30_000))
        assert decoded(huge) is None


class TestSessions:
    def test_a_session_keeps_its_own_copy_of_words_and_pictures(self, ward, tmp_path, places):
        opened = install(sent(ward, tmp_path, places), places, today=TODAY)
        desk = Desk(places, packs=(opened.path,), keep_settings=False, today=lambda: TODAY)
        assert desk.begin(setup()) is None
        folder = places.saves / desk.session.name
        desk.leave()
        assert "removed" in desk.remove(opened.path)
        assert not opened.path.exists()
        assert list((places.data / "pictures").iterdir()) == []
        assert desk.chosen == (desk.core,)
        desk.resume(folder)
        person = desk.session.pack.person(PersonId("len"))
        assert desk.portrait_of(person) == portrait_file(folder, "len")
        assert looked_at(desk.portrait_of(person).read_bytes()).width == 4
        # Painting it asks no disk.
        assert looked_at(desk.photo(str(desk.portrait_of(person)))).width == 4
        desk.leave()

    def test_only_packs_that_were_opened_here_are_removed(self, ward, places):
        desk = Desk(places, keep_settings=False, today=lambda: TODAY)
        for path in (ward, desk.core, places.packs, places.packs / "none"):
            assert "nothing was removed" in desk.remove(path)
        assert ward.exists()
        assert desk.core.exists()


class TestChoosing:
    def test_the_choice_is_remembered(self, ward, places):
        desk = Desk(places, today=lambda: TODAY)
        desk.open_pack(ward)
        desk.choose([ward, desk.core])
        again = Desk(places, today=lambda: TODAY)
        assert again.chosen == (desk.core, ward)
        assert again.pack_path == ward
        assert again.pack == desk.pack

    def test_a_pack_that_is_gone_is_said_and_the_rest_plays(self, ward, places):
        desk = Desk(places, today=lambda: TODAY)
        desk.open_pack(ward)
        ward.rename(ward.with_name("elsewhere"))
        again = Desk(places, today=lambda: TODAY)
        assert again.chosen == (again.core,)
        assert any("our ward" in each for each in again.notes)

    def test_packs_of_the_command_line_play_together_and_are_not_remembered(self, ward, places):
        desk = Desk(places, packs=(ward, places.content / "scenarios.yaml"), today=lambda: TODAY)
        assert desk.chosen == (desk.core, ward)
        assert Desk(places, today=lambda: TODAY).chosen == (desk.core,)


def test_the_option_for_packs_may_be_given_again():
    from game.cli.arguments import parser  # noqa: PLC0415 - only this test reads options alone

    options = parser().parse_args(["--pack", "a.yaml", "--pack", "b", "simulate"])
    assert options.packs == (Path("a.yaml"), Path("b"))
    assert options.pack == Path("a.yaml")
    assert parser().parse_args([]).packs == ()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "--data-dir kept --size 1280x720 --debug",
        "--pack a.yaml --pack b --no-sound",
        "--full --text 125",
        "--pack a.yaml simulate --seats 3",
        "check --strict",
    ],
)
def test_the_short_way_to_the_game_understands_what_the_whole_command_line_does(words):
    from game.cli.arguments import options, parser  # noqa: PLC0415 - see above

    assert options(words.split()) == parser().parse_args(words.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--help", "COMMAND"),
        ("--no-sound --help", "COMMAND"),
        ("--version", "MaP "),
        ("chekc", "invalid choice: 'chekc'"),
        ("--size 3", "is not a size such as 1280x720"),
        ("--pack", "expected one argument"),
        ("--size 640x480 --full-screen", "not allowed with argument"),
    ],
)
def test_what_is_not_the_game_alone_is_answered_by_the_whole_command_line(words, said, capsys):
    with pytest.raises(SystemExit) as left:
        main(words.split())
    spoken = capsys.readouterr()
    assert left.value.code == (0 if words.endswith(("--help", "--version")) else 2)
    assert said in spoken.out + spoken.err


class TestCommand:
    @pytest.fixture
    def run(self, tmp_path, capsys):
        def run(*words):
            status = main(["--data-dir", str(tmp_path / "data"), *map(str, words)])
            said = capsys.readouterr()
            return status, said.out + said.err

        return run

    def test_build_open_list_and_remove(self, run, ward, tmp_path):
        out = tmp_path / "ward.zip"
        status, said = run("pack", "build", ward, "--out", out)
        assert status == 0
        assert "From: The Tuesday group" in said
        status, said = run("pack", "open", out)
        assert status == 0
        assert "Licence: CC BY 4.0" in said
        assert "1 card, 1 person, 1 picture" in said
        status, said = run("pack", "list")
        assert status == 0
        assert "Our ward, version 3" in said
        status, said = run("pack", "remove", "ward")
        assert status == 1
        assert "3 files" in said
        assert "--yes" in said
        assert run("pack", "remove", "ward", "--yes")[0] == 0
        assert "No packs from other people" in run("pack", "list")[1]

    def test_what_cannot_be_done_is_said_with_its_number(self, run, tmp_path, ward):
        assert run("pack", "build", tmp_path / "none")[0] == 2
        assert run("pack", "build", ward, "--out", tmp_path / "ward.rar")[0] == 2
        assert run("pack", "remove", "none")[0] == 2
        status, said = run("pack", "open", ward / "cards.yaml")
        assert status == 1
        assert "no zip" in said
        (ward / "cards.yaml").write_text(cards(card(person="nobody")), encoding="utf-8")
        status, said = run("pack", "build", ward)
        assert status == 1
        assert 'no person is called "nobody"' in said


def setup() -> Setup:
    from game.ui.screens.seats import quick_setup  # noqa: PLC0415 - the seats of a quick start

    own = find()
    places = Places(own.content, own.assets, Path(), Path(), Path())
    made = quick_setup(Desk(places, keep_settings=False), 30, 0)
    return dataclasses.replace(made, person=None)
