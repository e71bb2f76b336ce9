"""An edit changes its own lines and nothing else, and what it wrote reads back exactly."""

import codecs
import difflib
import io
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from game.content.encoding import decode
from game.content.rewrite import (
    AddItem,
    CopyItem,
    MoveCard,
    Refused,
    RemoveItem,
    Rewritten,
    SetFields,
    item_values,
    rewrite,
    rewrite_bytes,
)

CONTENT = Path(__file__).parents[2] / "content"

NASTY = """\
# yaml-language-server: $schema=x
pack: {title: "Nasty", version: '1.10'}   # a whole group in braces

people:
- id: ann            # dashes as far left as the name
  name: 'Ann'
  age: 52   # in years
  conditions: []
  summary: Ann is 52.

cards:    # all of them

  # Who does what

  # about the first card
  - id: first
    title: "Quoted: yes"      # keeps its quotes
    theme: roles
    code: R-01
    level: 1

    # a comment inside

    scene: >   # folded, with a comment
      Ann rings the surgery and waits.
      Nobody comes to the phone.

      Then it is six.
    voice: |
      I waited.
        I really did.
    think: a long plain line that its author never folded and which runs on and on far beyond the hundredth column of the file, as people write them
    lenses: {person: 'What helps?', gp: "What now?"}
    talk:
      # before the first
      - One?   # first
      -   Two?

      # before the third
      - >-
        Three is long
        and folded?
    notes: [
      money,   # a comment in a list
      pain
    ]
    agree: 'It''s ours'
    helps:
    feeds: [roles, early]


  # touches the second
  # and so does this
  - # a comment behind the dash
    id: second
    theme: early
    title: plain over
      two lines
    talk: [One?, "Two, or three?"]
    feeds:
    - early
    - moving
    agree: no
  # Acting early
  - {id: third, theme: early, title: 'In braces', level: 2, talk: [A?, B?]}

evidence:
  # the first fact
  one-fact:
    claim: It is so.   # is it
    source: {org: NHS England, title: "Guidance: one", year: 2024}
    checked: 2026-11-01

  two-fact: {claim: So it is., nation: England}
# the end
"""


def changed(before, after):
    """What a text lost and what it gained, line by line."""
    steps = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    lines = list(steps)[2:]
    return (
        [each[1:] for each in lines if each.startswith("-")],
        [each[1:] for each in lines if each.startswith("+")],
    )


def edited(text, *edits):
    outcome = rewrite(text, edits)
    assert isinstance(outcome, Rewritten), outcome
    return outcome.text


def set_first(**values):
    return SetFields("cards", "first", values)


@pytest.mark.parametrize(
    ("edit", "lost", "gained"),
    [
        (
            set_first(title="Other: no"),
            ['    title: "Quoted: yes"      # keeps its quotes'],
            ['    title: "Other: no"      # keeps its quotes'],
        ),
        (
            set_first(scene="Ann rings the surgery and waits.\nNobody answers.\nThen it is six."),
            ["      Nobody comes to the phone."],
            ["", "      Nobody answers."],
        ),
        (
            set_first(voice="I waited.\nI did."),
            ["        I really did."],
            ["      I did."],
        ),
        (
            set_first(lenses={"person": "What helps?", "gp": "What, then?", "nurse": "And you?"}),
            ["    lenses: {person: 'What helps?', gp: \"What now?\"}"],
            [
                "    lenses: {person: 'What helps?', gp: \"What, then?\", nurse: And you?}",
            ],
        ),
        (
            set_first(talk=("One?", "Two and a half?", "Three is long and folded?")),
            ["      -   Two?"],
            ["      -   Two and a half?"],
        ),
        (
            set_first(talk=("Two?", "Three is long and folded?", "Four: is it?")),
            ["      - One?   # first"],
            ['      - "Four: is it?"'],
        ),
        (
            set_first(agree="It's everybody's"),
            ["    agree: 'It''s ours'"],
            ["    agree: 'It''s everybody''s'"],
        ),
        (set_first(helps="A kettle."), ["    helps:"], ["    helps: A kettle."]),
        (set_first(level="2"), ["    level: 1"], ["    level: 2"]),
        (set_first(code=None), ["    code: R-01"], []),
        (
            set_first(evidence="one-fact", facilitator="Wait."),
            [],
            [
                "    evidence: one-fact",
                "    facilitator: >-",
                "      Wait.",
            ],
        ),
        (
            SetFields("cards", "second", {"title": "short", "agree": "yes"}),
            ["    title: plain over", "      two lines", "    agree: no"],
            ["    title: short", '    agree: "yes"'],
        ),
        (
            SetFields("cards", "second", {"feeds": ("early", "roles", "moving")}),
            [],
            ["    - roles"],
        ),
        (
            SetFields("cards", "second", {"talk": ("One?", "Two, or four?")}),
            ['    talk: [One?, "Two, or three?"]'],
            ['    talk: [One?, "Two, or four?"]'],
        ),
        (
            SetFields("cards", "third", {"level": "3", "title": None, "notes": ("pain",)}),
            ["  - {id: third, theme: early, title: 'In braces', level: 2, talk: [A?, B?]}"],
            ["  - {id: third, theme: early, level: 3, notes: [pain], talk: [A?, B?]}"],
        ),
        (
            SetFields("people", "ann", {"name": "Anne", "conditions": ("asthma",)}),
            ["  name: 'Ann'", "  conditions: []"],
            ["  name: 'Anne'", "  conditions: [asthma]"],
        ),
        (
            SetFields("evidence", "one-fact", {"claim": "It was so.", "checked": "2026-12-01"}),
            ["    claim: It is so.   # is it", "    checked: 2026-11-01"],
            ["    claim: It was so.   # is it", "    checked: 2026-12-01"],
        ),
        (
            SetFields("evidence", "two-fact", {"nation": "UK"}),
            ["  two-fact: {claim: So it is., nation: England}"],
            ["  two-fact: {claim: So it is., nation: UK}"],
        ),
        (
            RemoveItem("cards", "second"),
            [
                *NASTY.split("\n  # touches")[1]
                .join(["  # touches", ""])
                .split("\n  # Acting")[0]
                .split("\n"),
            ],
            [],
        ),
        (
            RemoveItem("evidence", "two-fact"),
            ["  two-fact: {claim: So it is., nation: England}"],
            [],
        ),
    ],
    ids=lambda value: str(value)[:60] if not isinstance(value, list) else "",
)
def test_an_edit_of_a_nasty_file_touches_only_its_own_lines(edit, lost, gained):
    after = edited(NASTY, edit)
    assert changed(NASTY, after) == (lost, gained)
    # A second reader agrees that it is YAML.
    YAML(typ="safe", pure=True).load(io.StringIO(after))


def test_a_plain_line_that_its_author_never_folded_stays_one_line():
    after = edited(NASTY, set_first(think="Another " + "long line " * 20))
    lost, gained = changed(NASTY, after)
    assert len(lost) == len(gained) == 1


def test_a_short_line_that_grows_long_is_folded_and_its_comment_stays():
    after = edited(NASTY, set_first(title="Long words " * 12))
    assert "    title: >-      # keeps its quotes\n      Long words" in after


def test_a_copy_carries_the_comments_inside_and_stands_below():
    after = edited(NASTY, CopyItem("cards", "first", "copied", {"title": "Copied"}))
    lost, gained = changed(NASTY, after)
    assert not lost
    assert "    # a comment inside" in gained
    assert "      - One?   # first" in gained
    assert '    title: "Copied"      # keeps its quotes' in gained
    assert "    code: R-01" not in gained
    assert list(item_values(after, "cards")) == ["first", "copied", "second", "third"]


def test_a_card_moves_to_the_others_of_its_new_theme_with_its_comments():
    after = edited(NASTY, MoveCard("first", "early"))
    assert list(item_values(after, "cards")) == ["second", "third", "first"]
    assert item_values(after, "cards")["first"]["theme"] == "early"
    assert "code" not in item_values(after, "cards")["first"]
    for line in NASTY.split("\n"):
        if "#" in line:
            assert line in after.split("\n")


def test_a_card_moves_back_where_it_came_from():
    there = edited(CORE, MoveCard("the-dames-frock", "moving"))
    here = edited(there, MoveCard("the-dames-frock", "roles"))
    lost, gained = changed(edited(CORE, MoveCard("the-dames-frock", "roles")), here)
    # A code belongs to a theme, so it is gone.
    assert (lost, gained) == (["    code: R-08"], [])


def test_new_items_begin_their_section_or_join_it():
    after = edited(
        "# mine\n",
        AddItem("cards", "a", {"theme": "early", "title": "no", "talk": ("8:30", "B?")}),
        AddItem("cards", "b", {"theme": "roles", "title": "1.10"}),
        AddItem("cards", "c", {"theme": "early", "title": "~"}),
        AddItem("people", "bob", {"name": "Bob", "age": "33", "conditions": ()}),
        AddItem(
            "evidence",
            "fact",
            {"claim": "So.", "source": {"org": "NHS", "title": "T: a", "year": "2024"}},
        ),
    )
    assert after == (
        "# mine\n"
        "\n"
        "cards:\n"
        "  - id: a\n"
        "    theme: early\n"
        '    title: "no"\n'
        "    talk:\n"
        '      - "8:30"\n'
        "      - B?\n"
        "\n"
        "  - id: b\n"
        "    theme: roles\n"
        '    title: "1.10"\n'
        "\n"
        "  - id: c\n"
        "    theme: early\n"
        '    title: "~"\n'
        "\n"
        "people:\n"
        "  - id: bob\n"
        "    name: Bob\n"
        "    age: 33\n"
        "    conditions: []\n"
        "\n"
        "evidence:\n"
        "  fact:\n"
        "    claim: So.\n"
        '    source: {org: NHS, title: "T: a", year: 2024}\n'
    )


def test_many_edits_at_once_are_all_or_none():
    edits = [
        SetFields("cards", "first", {"title": "One"}),
        SetFields("cards", "no-such-card", {"title": "Two"}),
    ]
    assert rewrite(NASTY, edits) == Refused('No card of this file is called "no-such-card".')


@pytest.mark.parametrize("text", ["a\u202eb", "bell\a", "x" * 9_000])
def test_what_the_reader_would_not_take_is_refused_with_a_sentence(text):
    outcome = rewrite(NASTY, [set_first(title=text)])
    assert isinstance(outcome, Refused)
    assert outcome.sentence.startswith("This cannot be written into the file: ")


HARD = [
    "no", "Yes", "on", "~", "null", "8:30", "1.10", "0x1F", "1_000", "2026-11-01", "-", "- a", "? b",
    "a: b", "a #b", "#a", "a:", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "{a", "[a", "]", "a, b",
    "'", '"', "it's", 'say "no"', "'both\" of them", "back\\slash", "a\nb", "a\n\nb", "a\n  b\nc",
    "“curly”", "née", "🫖 tea", "a  b", "a\tb", "...", "---", "--- a", "=", "<<", ".inf", "+44 20 7946",
    "long " * 60 + "end", ("long  " * 40).strip(), "x: " + "long " * 40 + "# end", "w" * 140,
]  # fmt: skip


@pytest.mark.parametrize(
    "field", ["title", "scene", "voice", "think", "helps", "agree", "facilitator"]
)
def test_hard_texts_read_back_exactly_in_every_style(field):
    for text in HARD:
        after = edited(NASTY, set_first(**{field: text}))
        assert item_values(after, "cards")["first"][field] == text
        back = edited(after, set_first(**{field: "Plain again."}))
        assert item_values(back, "cards")["first"][field] == "Plain again."


def test_hard_texts_read_back_exactly_in_lists_and_braces():
    for text in HARD:
        wanted = {"title": text, "talk": ("One?", text), "lenses": {"gp": text}}
        for card in ("first", "second", "third"):
            after = edited(NASTY, SetFields("cards", card, wanted))
            now = item_values(after, "cards")[card]
            assert {name: now[name] for name in wanted} == wanted


CORE = (CONTENT / "scenarios.yaml").read_text(encoding="utf-8")
FIELDS = (
    "title", "level", "notes", "person", "scene", "voice", "think", "lenses", "talk", "helps",
    "evidence", "agree", "feeds", "facilitator",
)  # fmt: skip


def other(field, value):
    """A value of the same kind that differs."""
    match field:
        case "level":
            return "3" if value != "3" else "1"
        case "person" | "evidence":
            return "somebody-else"
        case "notes" | "feeds":
            return ("pain", "money") if value != ("pain", "money") else ("grief",)
        case "talk":
            return (*value[:1], "Something else: what?")
        case "lenses":
            return {**value, "gp": "Something else?"}
    return f"Something else: {value}".replace("the", "that")


def lines_of(text, card):
    """From a card's dash to the next."""
    rows = text.split("\n")
    start = rows.index(f"  - id: {card}")
    end = next(
        (
            row
            for row in range(start + 1, len(rows))
            if rows[row] and not rows[row].startswith("    ")
        ),
        len(rows),
    )
    return start, end


def test_edits_all_over_our_own_pack_stay_inside_their_cards():
    cards = item_values(CORE, "cards")
    for number, (card, values) in enumerate(list(cards.items())[::3]):
        field = FIELDS[number % len(FIELDS)]
        old = values.get(field, () if field in ("notes", "feeds") else "the")
        new = other(field, old)
        after = edited(CORE, SetFields("cards", card, {field: new}))
        start, end = lines_of(CORE, card)
        before_rows, rows = CORE.split("\n"), after.split("\n")
        assert rows[:start] == before_rows[:start]
        assert rows[len(rows) - (len(before_rows) - end) :] == before_rows[end:]
        assert item_values(after, "cards") == {**cards, card: {**values, field: new}}
        # Saying the old words again gives the old card, where the field had stood before.
        if field in values and field not in ("scene", "facilitator", "lenses"):
            back = edited(after, SetFields("cards", card, {field: values[field]}))
            assert item_values(back, "cards") == cards


def test_every_card_of_our_pack_changes_in_one_go():
    cards = item_values(CORE, "cards")
    after = edited(CORE, *(SetFields("cards", card, {"title": "Same"}) for card in cards))
    lost, gained = changed(CORE, after)
    assert len(lost) == len(gained) == len(cards)
    assert set(gained) == {"    title: Same"}


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\n", 40).encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=["plain", "windows", "marked", "cp1252", "utf-16", "mixed", "returns"],
)
def test_letters_and_line_ends_of_the_file_stay_as_they_are(encode):
    text = NASTY.replace("surgery", "cliniqué")
    data = encode(text)
    after = rewrite_bytes(
        data, [set_first(title="Café", helps="A kettle."), CopyItem("cards", "second", "other")]
    )
    assert isinstance(after, bytes)
    before, now = data.splitlines(keepends=True), after.splitlines(keepends=True)
    blocks = difflib.SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
    if not data.startswith(codecs.BOM_UTF16):
        assert len(before) - sum(each.size for each in blocks) == 2
    plain = rewrite(
        text, [set_first(title="Café", helps="A kettle."), CopyItem("cards", "second", "other")]
    )
    assert read(after) == plain.text


def read(data):
    source, _ = decode("x", data)
    return source.text


def test_letters_that_the_file_cannot_hold_turn_it_into_utf_8():
    after = rewrite_bytes(
        "cards:\n  - id: a\n    title: é\n".encode("cp1252"),
        [SetFields("cards", "a", {"title": "🫖"})],
    )
    assert after.decode() == "cards:\n  - id: a\n    title: 🫖\n"
