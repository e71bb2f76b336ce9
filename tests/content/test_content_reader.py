"""The reader of packs: every code has two examples that prove it, and nothing that arrives can hurt."""

import random

import pytest

from game.app.places import find
from game.content.check import run_check
from game.content.load import load_pack, load_texts
from game.content.loaded import PackText
from game.content.render import as_text

TODAY = "2026-11-20"
CONTENT = find().content


def test_our_own_pack_has_no_errors_and_no_warnings():
    loaded = load_pack(CONTENT / "scenarios.yaml", CONTENT, today=TODAY)
    told = [as_text(each) for each in loaded.diagnostics if each.severity != "advice"]
    assert told == []
    assert loaded.pack is not None


def test_a_misspelt_person_is_shown_with_a_caret_and_the_nearest_name(tmp_path):
    path = tmp_path / "ward.yaml"
    path.write_text(CARD.replace("person: amira", "person: amria"), encoding="utf-8")
    loaded = load_pack(path, CONTENT, today=TODAY)
    [told] = [each for each in loaded.diagnostics if each.code == "C109"]
    lines = as_text(told).splitlines()
    assert lines[0].endswith('ward.yaml:7:13: error C109: no person is called "amria"')
    assert lines[1].endswith("    person: amria")
    assert lines[2].index("^^^^^") == lines[1].index("amria")
    assert lines[3].strip() == 'Did you mean "amira"?'


def test_one_bad_card_never_stops_the_others(tmp_path):
    path = tmp_path / "ward.yaml"
    second = (
        CARD.replace("cards:\n", "")
        .replace("the-kettle", "the-tap")
        .replace("level: 1", "level: 9")
    )
    path.write_text(CARD + second, encoding="utf-8")
    loaded = load_pack(path, CONTENT, today=TODAY)
    assert [card.id for card in loaded.pack.cards] == ["the-kettle"]
    assert loaded.errors == 1


def test_values_stay_what_the_author_typed(tmp_path):
    path = tmp_path / "ward.yaml"
    path.write_text(CARD.replace("title: The kettle", "title: no"), encoding="utf-8")
    assert load_pack(path, CONTENT, today=TODAY).pack.cards[0].title == "no"


def test_a_session_can_be_read_again_from_its_own_copy_of_the_texts():
    first = load_pack(CONTENT / "scenarios.yaml", CONTENT, today=TODAY)
    again = load_texts((PackText(t.name, t.text) for t in first.texts), today=TODAY)
    assert (again.pack, again.sha256) == (first.pack, first.sha256)


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        "{a: " * 60_000,
        "- " * 50_000,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "a: &a [*a]\n",
        "a: !!python/object/apply:os.system [echo]\n",
        "%YAML 1.2\n---\na: b\n---\nc: d\n",
        "a: " + "9" * 20_000,
        "a: \x1b[31m",
        "a: b\u202ec",
        "e" + "\u0301" * 10_000,
    ],
    ids=[
        "brackets",
        "braces",
        "dashes",
        "laughs",
        "self",
        "tag",
        "two",
        "digits",
        "escape",
        "bidi",
        "marks",
    ],
)
def test_hostile_files_get_a_sentence_with_a_place(hostile, tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text(hostile, encoding="utf-8")
    loaded = load_pack(path, CONTENT, today=TODAY)
    assert loaded.errors
    assert all(each.line >= 1 and each.column >= 1 for each in loaded.diagnostics)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_files_from_other_programs_are_read_or_explained(encoding, tmp_path):
    path = tmp_path / "ward.yaml"
    path.write_bytes(CARD.replace("kettle", "“kettle”").replace("\n", "\r\n").encode(encoding))
    loaded = load_pack(path, CONTENT, today=TODAY)
    assert loaded.pack is not None or loaded.errors
    assert all(each.sentence for each in loaded.diagnostics)


def test_damaged_files_never_raise():
    """Cut, swapped, repeated and poked lines and characters of our own pack."""
    source = (CONTENT / "scenarios.yaml").read_text(encoding="utf-8")
    # A part of the pack holds every kind of line, and is read a good deal faster.
    start = source.index("\ncards:") + 1
    text = source[start : start + 9_000]
    rng = random.Random(20)
    for _ in range(300):
        loaded = load_texts((PackText("own.pack.yaml", damaged(text, rng)),), today=TODAY)
        assert all(each.line >= 1 and each.sentence for each in loaded.diagnostics)


def damaged(text, rng):
    lines = text.split("\n")
    for _ in range(rng.randrange(1, 4)):
        a, b = rng.randrange(len(lines)), rng.randrange(len(lines))
        match rng.randrange(6):
            case 0:
                lines = lines[: max(1, a)]
            case 1:
                lines[a], lines[b] = lines[b], lines[a]
            case 2:
                lines.insert(a, lines[b])
            case 3:
                del lines[a]
                lines = lines or [""]
            case 4:
                lines[a] = " " * rng.randrange(9) + lines[a].lstrip()
            case _:
                at = rng.randrange(len(lines[a]) + 1)
                lines[a] = (
                    lines[a][:at] + rng.choice("\t:#-[]{}&*!|>'\"%@`\x00é\u200b ") + lines[a][at:]
                )
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("name", "text", "status"),
    [("good.yaml", None, 0), ("bad.yaml", "cards: [", 1), ("missing.yaml", "", 2)],
)
def test_check_says_by_its_exit_status_what_it_found(name, text, status, tmp_path, capsys):
    import sys  # noqa: PLC0415 - the stream that the test watches

    path = tmp_path / name
    if status < 2:
        path.write_text(CARD if text is None else text, encoding="utf-8")
    assert run_check([path], today=TODAY, out=sys.stdout) == status
    assert capsys.readouterr().out.strip()


CARD = """\
cards:
  - id: the-kettle
    theme: early
    title: The kettle
    level: 1
    notes: [medicines]
    person: amira
    scene: Amira puts the kettle on. Her sister has come, and the letter lies on the table.
    voice: Read it to me, will you?
    think: What would help before the letter is opened?
    lenses:
      person: Who would you like beside you?
      carer: What could you ask, and what could you leave?
      gp: What could the letter have said first?
    talk:
      - What makes a letter hard to open?
      - Who could have rung instead?
    helps: They open it together, after the tea.
    evidence: check-six-parts
    agree: We would all say…
    feeds: [early, message]
"""
