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
    # As many cards as there are fields, from all over the pack.
    for number, (card, values) in enumerate(list(cards.items())[:: len(cards) // len(FIELDS)]):
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
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.replace("\n", "\r\n", 40).encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=[
        "plain",
        "windows",
        "marked",
        "cp1252",
        "utf-16",
        "utf-16 from the other end",
        "mixed",
        "returns",
    ],
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
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
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


def test_bytes_that_are_no_letters_are_left_alone():
    outcome = rewrite_bytes(b"cards:\n  - id: a\x81\n", [RemoveItem("cards", "a")])
    assert outcome == Refused(
        "This file is saved in letters that cannot be told: save it as UTF-8 first."
    )


# Where there is nothing yet, or nothing left.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "cards:\n  - id: a\n    title: A\n"),
        ("cards:\npeople: []\n", "cards:\n  - id: a\n    title: A\npeople: []\n"),
        ("cards: []   # none yet\n", "cards:   # none yet\n  - id: a\n    title: A\n"),
        ("pack:\n  title: x", "pack:\n  title: x\n\ncards:\n  - id: a\n    title: A\n"),
    ],
)
def test_the_first_card_begins_its_section(before, after):
    assert edited(before, AddItem("cards", "a", {"title": "A"})) == after


def test_the_last_card_takes_its_section_along():
    text = "pack:\n  title: x\ncards:  # all of them\n  - id: a\n    title: A\n# the end\n"
    assert edited(text, RemoveItem("cards", "a")) == "pack:\n  title: x\n# the end\n"


def test_a_card_at_the_end_takes_the_gap_above_along():
    text = "cards:\n  - id: a\n    title: A\n\n  - id: b\n    title: B\n"
    assert edited(text, RemoveItem("cards", "b")) == "cards:\n  - id: a\n    title: A\n"


def test_a_pack_without_any_list_gets_lists_that_are_set_in_by_two():
    after = edited("pack:\n  title: x\n", AddItem("cards", "a", {"talk": ("A?", "B?")}))
    assert after.endswith("cards:\n  - id: a\n    talk:\n      - A?\n      - B?\n")


def test_a_card_goes_where_it_is_wanted():
    after = edited(NASTY, AddItem("cards", "new", {"theme": "early"}, after="first"))
    assert list(item_values(after, "cards")) == ["first", "new", "second", "third"]


def test_a_card_whose_name_does_not_come_first_is_found_and_one_without_is_passed_by():
    text = "cards:\n  - no card\n  - title: No name\n  - title: A\n    id: a\n"
    after = edited(text, SetFields("cards", "a", {"title": "B"}))
    assert after == text.replace("title: A", "title: B")


# Sections of other kinds.


def test_the_fields_of_the_pack_itself_change_between_their_brackets():
    after = edited(NASTY, SetFields("pack", "pack", {"title": "Our ward"}))
    assert changed(NASTY, after) == (
        [NASTY.split("\n")[1]],
        ["pack: {title: \"Our ward\", version: '1.10'}   # a whole group in braces"],
    )


def test_a_fact_is_copied_with_its_comments_under_another_name():
    after = edited(NASTY, CopyItem("evidence", "one-fact", "new-fact", {"claim": "It was so."}))
    lost, gained = changed(NASTY, after)
    assert not lost
    assert "  new-fact:" in gained
    assert "    claim: It was so.   # is it" in gained


def test_a_field_that_comes_before_all_others_goes_in_front():
    text = "evidence:\n  fact:\n    checked: 2026-11-01\n"
    after = edited(text, SetFields("evidence", "fact", {"claim": "So."}))
    assert after == "evidence:\n  fact:\n    claim: So.\n    checked: 2026-11-01\n"


def test_a_group_that_is_too_long_for_brackets_stands_in_lines():
    source = {"org": "NHS", "title": "A long name " * 9}
    after = edited(
        "pack:\n  title: x\n", AddItem("evidence", "fact", {"claim": "So.", "source": source})
    )
    assert "    source:\n      org: NHS\n      title: " in after


# Themes.


def test_a_card_takes_the_comments_above_it_along_to_another_theme():
    after = edited(NASTY, MoveCard("second", "roles"))
    assert list(item_values(after, "cards")) == ["first", "second", "third"]
    rows = after.split("\n")
    at = rows.index("  # touches the second")
    assert rows[at + 1 : at + 3] == ["  # and so does this", "  - # a comment behind the dash"]


def test_a_card_without_comments_moves_as_it_is_and_a_new_theme_needs_no_move():
    text = "cards:\n" + "".join(
        f"  - id: {name}\n    theme: {theme}\n" for name, theme in zip("abc", THEMES, strict=True)
    )
    after = edited(text, MoveCard("b", "early"))
    assert list(item_values(after, "cards")) == ["a", "c", "b"]
    after = edited(text, MoveCard("b", "moving"))
    assert changed(text, after) == (["    theme: roles"], ["    theme: moving"])


THEMES = ("roles", "roles", "early")


# Lists.


def test_lines_of_a_list_go_in_at_its_top_and_empty_texts_stay_empty():
    after = edited(
        NASTY, set_first(talk=("New?", "One?", "Two?", "Three is long and folded?"), facilitator="")
    )
    lost, gained = changed(NASTY, after)
    assert (lost, gained) == ([], ["      - New?", '    facilitator: ""'])


STEPS = """\
cards:
  - id: a
    steps:
      - title: One   # first
        tone: calm
      - title: Two
        tone: calm
"""


def test_groups_in_a_list_change_field_by_field_and_new_ones_join_them():
    one, two = item_values(STEPS, "cards")["a"]["steps"]
    changes = {"steps": (dict(one, tone="warm"), dict(two, title="2nd"), {"title": "Three"}, ())}
    after = edited(STEPS, SetFields("cards", "a", changes))
    assert item_values(after, "cards")["a"]["steps"] == changes["steps"]
    assert after == STEPS.replace("calm", "warm", 1).replace("Two", "2nd") + (
        "      - title: Three\n      - []\n"
    )


# Folding.

FOLDED = """\
cards:
  - id: a
    scene: >-
      One line that stays as it was because
      nobody has changed a word of it, and
      another that is just as it was before.
"""


@pytest.mark.parametrize("where", ["behind", "before", "between"])
def test_lines_without_a_change_stay_where_they_were_broken(where):
    old = item_values(FOLDED, "cards")["a"]["scene"]
    new = {
        "behind": f"{old} And more.",
        "before": f"More, and: {old}",
        "between": old.replace("nobody has", "nobody, really, has"),
    }[where]
    after = edited(FOLDED, SetFields("cards", "a", {"scene": new}))
    assert item_values(after, "cards")["a"]["scene"] == new
    lines = FOLDED.split("\n")[3:6]
    kept = [line in after.split("\n") for line in lines]
    assert (
        kept
        == {
            "behind": [True, True, True],
            "before": [True, True, True],
            "between": [True, False, True],
        }[where]
    )


# What can only be changed by hand is refused, and nothing is changed.


@pytest.mark.parametrize(
    ("text", "edit", "words"),
    [
        ("cards: none\n", SetFields("cards", "a", {"title": "B"}), "is called"),
        ("cards: none\n", AddItem("cards", "a", {"title": "B"}), "cannot be made here"),
        ("{pack: {title: x}}\n", AddItem("cards", "a", {"title": "B"}), "cannot be made here"),
        ("cards: [{id: a, title: A}]\n", CopyItem("cards", "a", "b"), "cannot be made here"),
        (
            "cards:\n  - id: a\n  - id: a\n",
            SetFields("cards", "a", {"title": "B"}),
            "More than one card",
        ),
        (
            "evidence:\n  one: a text\n",
            SetFields("evidence", "one", {"claim": "B"}),
            "not a group of fields",
        ),
        (
            "cards:\n  - id: a\n    title: A\n    title: B\n",
            SetFields("cards", "a", {"title": "C"}),
            "cannot be made here",
        ),
        (
            "cards:\n  - title: A\n    # why\n    id: a\n",
            SetFields("cards", "a", {"title": None}),
            "take it out by hand",
        ),
        (
            "cards:\n  - theme: roles\n    title: A\n    id: a\n",
            SetFields("cards", "a", {"theme": None, "title": None}),
            "cannot be made here",
        ),
        (
            "cards:\n  - theme: roles\n    title: A\n    id: a\n",
            CopyItem("cards", "a", "b", {"theme": None, "title": None}),
            "cannot be made here",
        ),
        (
            "pack: {title: x}\n",
            SetFields("pack", "pack", {"title": None}),
            "Nothing would be left",
        ),
        (
            "cards:\n  - id: a\n    talk:\n      - [One?]\n      - Two?\n",
            SetFields("cards", "a", {"talk": ("One?", "Two?")}),
            "This list holds other lists",
        ),
    ],
)
def test_what_can_only_be_changed_by_hand_is_refused_with_a_sentence(text, edit, words):
    outcome = rewrite(text, [edit])
    assert isinstance(outcome, Refused), outcome
    assert words in outcome.sentence
    assert rewrite_bytes(text.encode(), [edit]) == outcome
