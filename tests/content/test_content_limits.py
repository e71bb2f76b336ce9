"""Each limit, exactly: one less and just as much are read, one more is refused by its own code."""

from pathlib import Path

import pytest

from game.content import limits
from game.content.codes.samples import card, cards, zipped
from game.content.encoding import decode as decode_bytes
from game.content.encoding import is_forbidden
from game.content.fields import FIELD_NAMES, SECTION_NAMES
from game.content.load import load_pack
from game.content.nodes import SourceText
from game.content.source import PARSERS, parse

CORE = Path(__file__).parent / "core"


def told(text: str, parser=PARSERS[0]) -> set[str]:
    """The codes of what reading a text alone, not what it means, has to say."""
    _, findings = parse(SourceText("my.yaml", text), SECTION_NAMES, FIELD_NAMES, parser)
    return {each.code for each in findings}


def nested(depth: int) -> str:
    # The file's own group is the first.
    return "x: " + "[" * (depth - 1) + "]" * (depth - 1) + "\n"


def with_nodes(count: int) -> str:
    # The outermost group, its only name, the list, and then each list inside with its words.
    forties, rest = divmod(count - 3, 41)
    return "x:\n" + f"- [{', '.join('a' * 40)}]\n" * forties + "- a\n" * rest


def block(length: int) -> str:
    """A text of this many characters, over several lines."""
    words = ("word " * 15).strip()
    whole, rest = divmod(length, len(words) + 1)
    return "x: >-\n" + f"  {words}\n" * whole + (f"  {'y' * rest}\n" if rest else "")


@pytest.mark.parametrize("parser", PARSERS, ids=lambda each: each.__name__)
@pytest.mark.parametrize(
    ("make", "most", "code"),
    [
        (nested, limits.DEPTH, "C011"),
        (block, limits.TEXT_LENGTH, "C013"),
        (lambda count: f"{'n' * count}: x\n", limits.NAME_LENGTH, "C014"),
        (lambda count: "x:\n" + "- a\n" * count, limits.LIST_ITEMS, "C015"),
        (
            lambda count: "x:\n" + "".join(f"  k{each}: a\n" for each in range(count)),
            limits.GROUP_FIELDS,
            "C015",
        ),
        (lambda count: f"x: {'y' * (count - 3)}\n", limits.LINE_LENGTH, "C010"),
        (lambda count: "x: e" + "\u0301" * count + "\n", limits.MARKS_IN_A_ROW, "C009"),
        (lambda count: 'x: "e' + "\\u0301" * count + '"\n', limits.MARKS_IN_A_ROW, "C009"),
    ],
    ids=["depth", "text", "name", "list", "group", "line", "marks", "escaped marks"],
)
def test_a_limit_holds_to_the_last_one(make, most, code, parser):
    assert told(make(most - 1), parser) == set()
    assert told(make(most), parser) == set()
    assert code in told(make(most + 1), parser)


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_file_can_hold_so_many_nodes(more):
    # The count is the reader's own, so the faster parser does for it.
    assert told(with_nodes(limits.NODES + more)) == ({"C012"} if more > 0 else set())


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_file_can_hold_so_many_bytes(more):
    data = cards().encode("utf-8")
    line = b"# " + b"x" * 97 + b"\n"
    size = limits.FILE_BYTES + more
    data += line * ((size - len(data)) // len(line))
    data += b"#" * (size - len(data))
    source, findings = decode_bytes("my.yaml", data)
    assert (source is None) == (more > 0)
    assert [each.code for each in findings] == ["C003"] * (more > 0)


def read(path: Path):
    loaded = load_pack(path, CORE, today="2026-11-20")
    return [each.code for each in loaded.diagnostics if each.is_error], loaded.pack


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_folder_can_hold_so_many_files(more, tmp_path):
    (tmp_path / "0.yaml").write_text(cards(), encoding="utf-8")
    for number in range(1, limits.PACK_FILES + more):
        (tmp_path / f"{number}.yaml").write_text("nudges: [Breathe.]\n", encoding="utf-8")
    errors, pack = read(tmp_path)
    assert errors == ["C004"] * (more > 0)
    assert (pack is None) == (more > 0)


@pytest.mark.parametrize("more", [0, 1])
def test_a_pack_can_hold_so_many_bytes(more, tmp_path):
    filling = b"# " + b"x" * 97 + b"\n"
    whole = cards().encode("utf-8")
    for number in range(16):
        size = limits.PACK_BYTES // 16 + (more if number == 0 else 0)
        data = whole if number == 0 else b"nudges: [Breathe.]\n"
        data += filling * ((size - len(data)) // len(filling))
        (tmp_path / f"{number}.yaml").write_bytes(data + b"#" * (size - len(data)))
    errors, _ = read(tmp_path)
    assert errors == ["C004"] * more


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_a_zip_can_hold_so_many_entries(more, tmp_path):
    files = {f"picture-{number}.png": "" for number in range(limits.ZIP_ENTRIES + more - 1)}
    path = tmp_path / "ward.zip"
    path.write_bytes(zipped({"cards.yaml": cards(), **files}))
    errors, pack = read(path)
    assert errors == ["C022"] * (more > 0)
    assert (pack is None) == (more > 0)


FORBIDDEN = [
    *(each for each in range(0x20) if chr(each) not in "\t\n\r"),
    *range(0x7F, 0xA0),
    *(0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    *range(0xFFF9, 0xFFFC),
    *(0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF),
    *(0xE0000, 0xE0001, 0xE0041, 0xE007F),
]
ALLOWED = "\t a~\u00a0é\u0300–…“”\u200c\u200d\u202f\u2027\u2070\ufdf0\ufffd血😀\U000e0100"


@pytest.mark.parametrize("number", FORBIDDEN, ids=lambda each: f"U+{each:04X}")
def test_a_hidden_character_is_refused_as_it_is_and_as_an_escape(number):
    assert is_forbidden(chr(number))
    text = f"cards:\n  - title: ab{chr(number)}c\n"
    _, findings = parse(SourceText("my.yaml", text), SECTION_NAMES, FIELD_NAMES)
    hidden = next(each for each in findings if each.code == "C008")
    assert (hidden.line, hidden.column) == (2, 14)
    assert f"U+{number:04X}" in hidden.sentence
    for parser in PARSERS:
        codes = told(f'cards:\n  - title: "ab\\U{number:08x}c"\n', parser)
        # The C parser knows by itself that a surrogate is no character.
        assert codes & {"C008", "C038"}


def test_letters_marks_and_joiners_are_allowed():
    assert not any(map(is_forbidden, ALLOWED))
    assert told(f"x: a{ALLOWED}b\n") == set()


def test_zip_limits_name_what_is_wrong(tmp_path):
    path = tmp_path / "ward.zip"
    for name in ("../c.yaml", "/c.yaml", "a/../../c.yaml", "C:c.yaml", "a\\c.yaml"):
        path.write_bytes(zipped({name: cards()}))
        assert read(path) == (["C022"], None), name
    path.write_bytes(zipped({"a.yaml": cards(), "A.yaml": card()}))
    assert read(path) == (["C022"], None)
