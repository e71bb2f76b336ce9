"""What may arrive by e-mail: never an exception, always a sentence with file, line and column."""

import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from content_damage import DAMAGE, damaged, misplaced, slip_by_slip, whole

from game.content.codes.samples import cards, zipped
from game.content.encoding import decode as decode_bytes
from game.content.fields import FIELD_NAMES, SECTION_NAMES
from game.content.load import load_pack, load_texts
from game.content.loaded import PackText
from game.content.nodes import SourceText
from game.content.render import as_text
from game.content.source import PARSERS, parse

CORE = Path(__file__).parent / "core"
TODAY = "2026-11-20"
SAMPLE = (CORE / "scenarios.yaml").read_text("utf-8")


def laughs(levels: int, merge: bool = False) -> str:
    lines = ["a0: &a0 [lol, lol]"]
    for level in range(1, levels):
        inner = ", ".join([f"*a{level - 1}"] * 9)
        value = f"{{<<: [{inner}]}}" if merge else f"[{inner}]"
        lines.append(f"a{level}: &a{level} {value}")
    return "\n".join(lines) + "\n"


HOSTILE = {
    "billion laughs": laughs(9),
    "merged laughs": laughs(8, merge=True),
    "a list inside itself": "cards: &a [*a]\n",
    "brackets, open": "[" * 3_900,
    "brackets on many lines": "[\n" * 200_000,
    "braces": "{a: " * 900,
    "dashes": "- " * 1_900 + "x",
    "questions": "? " * 1_900,
    "stairs": "".join(" " * each + "a:\n" for each in range(1_400)),
    "mixed nesting": "- [{a: " * 500,
    "a name that is a list": "? [a, b]\n: c\n",
    "a tag that runs code": "cards: !!python/object/apply:os.system ['true']\n",
    "every tag": "".join(f"a{each}: !!{each} x\n" for each in ("int", "set", "omap", "binary")),
    "a local tag": "cards: !include ../../secret\n",
    "an endless number": "cards: [{level: " + "9" * 3_000 + "}]\n",
    "a number in base sixty": "cards: [{level: " + "1:" * 1_500 + "0}]\n",
    "a date that is none": "evidence: {a: {checked: 2024-02-30}}\n",
    "directive": "%YAML 3.0\n---\na: b\n",
    "unknown directive": "%FOO bar\n---\na: b\n",
    "many documents": "---\na: b\n" * 5_000,
    "document end": "a: b\n... x\n",
    "a list at the top": "- a\n- b\n",
    "text at the top": "just text",
    "a number at the top": "42\n",
    "only comments": "# nothing\n# here\n",
    "empty": "",
    "spaces": "   \n\n  \n",
    "a quote to the end": 'cards:\n  - id: "abc\n' + "    title: x\n" * 3_000,
    "a bad escape": 'cards: [{title: "\\q"}]\n',
    "an impossible escape": 'cards: [{title: "\\UFFFFFFFF"}]\n',
    "half a pair": 'cards: [{title: "\\ud83d"}]\n',
    "zero": 'cards: [{title: "a\\0b"}]\n',
    "conflict": "cards:\n<<<<<<< mine\n  - id: a\n=======\n  - id: b\n>>>>>>> yours\n",
    "unknown fields without end": "cards:\n"
    + "".join("  - {" + ", ".join(f"f{each}: x" for each in range(300)) + "}\n" for _ in range(60)),
    "unknown people without end": "cards:\n"
    + "".join(f"  - {{id: c{each}, person: p{each}}}\n" for each in range(1_900)),
    "colons without end": ("a " * 1_000 + ":a" * 900 + "\n") * 100,
    "hashes without end": (" #" * 1_900 + "\n") * 200,
    "words without end": "moments:\n  - {id: a, text: '"
    + "suffers from \n    " * 600
    + "'}\n",
    "anchors as text": "cards: &\n",
    "an alias as a name": "*a : b\n",
    "brackets that do not match": "cards: [}\n",
    "a comma too many": "board: [early,,, roles]\n",
    "tabs": "\tcards:\n\t\t- id: a\n",
    "nbsp": "cards:\n\u00a0\u00a0- id: a\n",
    "a name twice, often": "cards: []\n" * 300,
    "towers": "x: " + "e" + "\u0301" * 3_000,
    "right to left": "cards:\n  - title: \u202eabc\n",
    "a bell": "cards:\n  - title: \x07\n",
    "null": "cards: ~\npeople: null\nboard:\n",
    "wrong kinds": "pack: []\ntopics: x\npeople: {a: b}\nboard: {}\ncards: x\nmoments: [[]]\n"
    "evidence: [a]\nsupport: [1]\nlanguage: {a: [b]}\ndebrief: [[[]]]\nagreement: [{a: b}]\n",
    "wrong kinds inside": "cards:\n  - {id: [], theme: {}, title: {a: b}, level: [], notes: x, "
    "person: [a], lenses: [a], talk: {}, feeds: {a: b}, evidence: {}, code: []}\n",
    "wrong kinds of facts": "evidence:\n  a: {source: x, signed: [a], seen: {}, year: 1}\n  b: []\n",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("parser", PARSERS, ids=lambda each: each.__name__)
def test_hostile_text_is_explained(text, parser):
    if parser is not PARSERS[0] and len(text) > 60_000:
        text = text[:60_000]
    source = SourceText("my.yaml", text)
    parsed, findings = parse(source, SECTION_NAMES, FIELD_NAMES, parser)
    for each in findings:
        line = source.line(each.line)
        assert each.column <= len(line) + 1
        assert as_text(each).startswith(f"my.yaml:{each.line}:{each.column}: ")
    assert parsed.root is not None or findings


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_pack_gives_a_place_for_each_problem(text):
    loaded = load_texts([PackText("own.my.yaml", text)], today=TODAY)
    assert loaded.pack is None
    assert loaded.diagnostics
    for each in loaded.diagnostics:
        assert each.file == "my.yaml"
        assert each.line >= 1
        assert each.column >= 1
        assert each.sentence


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ("cards: [{title: Zoë}]\n".encode("cp1252"), "C006", (1, 19)),
        ("# a\r\n# b\r\n# “c”\r\n".encode("cp1252"), "C006", (3, 3)),
        ("# a\n# é\x81\n".encode("latin-1"), "C007", (2, 3)),
        (cards().encode("utf-16"), "C005", (1, 1)),
        (cards().encode("utf-16-le"), "C005", (1, 1)),
        (cards().encode("utf-16-be"), "C005", (1, 1)),
        (cards().encode("utf-32"), "C005", (1, 1)),
        (b"\xff\xfea", "C007", (1, 1)),
        (b"{\\rtf1 cards", "C002", (1, 1)),
        (b"<!DOCTYPE html><html>", "C002", (1, 1)),
        (b"PK\x03\x04docx", "C002", (1, 1)),
        (b"%PDF-1.7", "C002", (1, 1)),
        (b"\xff\xd8\xff\xe0", "C002", (1, 1)),
    ],
)
def test_letters_of_every_kind_are_told_apart(data, code, place):
    source, findings = decode_bytes("my.yaml", data)
    assert [(each.code, (each.line, each.column)) for each in findings] == [(code, place)]
    assert (source is None) == (code in ("C002", "C007"))


def test_marks_and_line_ends_of_every_system_read_alike():
    plain = cards()
    for data in (
        plain.encode(),
        b"\xef\xbb\xbf" + plain.encode(),
        plain.replace("\n", "\r\n").encode(),
        plain.replace("\n", "\r").encode(),
        plain.encode("utf-16"),
    ):
        source, _ = decode_bytes("my.yaml", data)
        assert source.text == plain


class TestZips:
    def told(self, data: bytes, tmp_path) -> list[str]:
        path = tmp_path / "ward.zip"
        path.write_bytes(data)
        loaded = load_pack(path, CORE, today=TODAY)
        assert loaded.pack is None
        assert all((each.line, each.column) == (1, 1) for each in loaded.diagnostics)
        return [each.code for each in loaded.diagnostics]

    def test_a_bomb_is_refused_before_it_is_opened(self, tmp_path):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("cards.yaml", b"#" * 5_000_000)
        assert self.told(out.getvalue(), tmp_path) == ["C022"]

    def test_a_bomb_that_lies_about_its_size_is_read_no_further_than_a_file_may_go(self, tmp_path):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("cards.yaml", b"#" * 5_000_000)
        data = out.getvalue().replace(struct.pack("<L", 5_000_000), struct.pack("<L", 90))
        assert self.told(data, tmp_path) in (["C022"], ["C003"])

    def test_a_link_is_refused(self, tmp_path):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            info = zipfile.ZipInfo("cards.yaml")
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            made.writestr(info, "/etc/passwd")
        assert self.told(out.getvalue(), tmp_path) == ["C022"]

    def test_a_password_is_named(self, tmp_path):
        data = bytearray(zipped({"cards.yaml": cards()}))
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.find(mark) + place] |= 1
        assert self.told(bytes(data), tmp_path) == ["C022"]

    def test_a_table_of_contents_without_end_is_refused(self, tmp_path):
        data = zipped({f"{each}.png": "" for each in range(60)})
        end = data.rfind(b"PK\x05\x06")
        lying = data[: end + 8] + struct.pack("<HHL", 9, 9, 2**31) + data[end + 16 :]
        assert self.told(lying, tmp_path) == ["C022"]

    def test_one_without_a_pack_in_it_says_so(self, tmp_path):
        assert self.told(zipped({"a.txt": "x"}), tmp_path) == ["C001"]

    @pytest.mark.parametrize("seed", range(4))
    def test_damage_anywhere_never_raises(self, seed, tmp_path):
        chance = random.Random(seed)
        whole = zipped({"cards.yaml": cards(), "b/more.yaml": "nudges: [a]"})
        path = tmp_path / "ward.zip"
        for _ in range(40):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            path.write_bytes(data[: chance.randint(len(data) // 2, len(data))])
            loaded = load_pack(path, CORE, today=TODAY)
            assert loaded.pack is not None or loaded.diagnostics


class TestPaths:
    def test_what_is_not_there_or_no_file_is_named(self, tmp_path):
        (tmp_path / "empty").mkdir()
        for path in (tmp_path / "none.yaml", tmp_path / "empty", Path("a\0b")):
            loaded = load_pack(path, CORE, today=TODAY)
            assert [each.code for each in loaded.diagnostics] == ["C001"]
            assert loaded.pack is None

    def test_a_link_inside_a_folder_is_left_alone(self, tmp_path):
        (tmp_path / "a.yaml").write_text(cards(), encoding="utf-8")
        (tmp_path / "b.yaml").symlink_to(CORE / "scenarios.yaml")
        loaded = load_pack(tmp_path, CORE, today=TODAY)
        assert [each.code for each in loaded.diagnostics if each.is_error] == ["C001"]
        assert len(loaded.pack.cards) == 1


# `content_damage.py` tries twenty thousand.
ROUNDS = 60


@pytest.mark.parametrize("seed", range(20))
def test_damaged_packs_never_raise_and_every_problem_has_its_place(seed):
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        text = damaged(SAMPLE, chance)
        loaded = load_texts([PackText("own.my.yaml", text)], today=TODAY)
        assert misplaced(text, loaded.diagnostics) == []
        assert loaded.pack is not None or any(each.is_error for each in loaded.diagnostics)


@pytest.mark.parametrize("seed", range(2))
def test_both_parsers_tell_the_same_of_damaged_packs(seed):
    chance = random.Random(1000 + seed)
    same, rounds = 0, 25
    for _ in range(rounds):
        lines = SAMPLE.split("\n")
        chance.choice(DAMAGE)(lines, chance)
        source = SourceText("my.yaml", "\n".join(lines))
        told = [
            [
                (each.code, each.line)
                for each in parse(source, SECTION_NAMES, FIELD_NAMES, parser)[1]
            ]
            for parser in PARSERS
        ]
        same += told[0] == told[-1]
    # A few of their own rules differ, such as where a tab or an unquoted "?]" may stand.
    assert same >= rounds * 0.9


def test_a_slip_is_told_within_two_lines_of_where_it_happened():
    tallies = slip_by_slip(SAMPLE, every=2)
    assert whole(tallies).told > 400
    assert whole(tallies).share >= 0.95
    for kind in ("no space after the colon", "no colon", "quote not closed", "colon in the text"):
        assert tallies[kind].told
        assert tallies[kind].share >= 0.95, kind


def test_an_unclosed_quote_is_told_where_it_opens():
    lines = SAMPLE.rstrip("\n").split("\n")
    right = told = 0
    for at, line in enumerate(lines):
        name, colon, value = line.partition(": ")
        if not colon or not value or value[0] in "\"'>|[{" or "#" in line or "{" in name:
            continue
        text = "\n".join([*lines[:at], f'{name}: "{value}', *lines[at + 1 :]]) + "\n"
        _, findings = parse(SourceText("my.yaml", text), SECTION_NAMES, FIELD_NAMES)
        told += 1
        right += any(each.code == "C031" and each.line == at + 1 for each in findings)
    assert told > 30
    assert right >= told * 0.95
