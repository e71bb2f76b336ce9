"""How findings are shown: the text form to the letter, the JSON form by name."""

import json

from game.content.diagnostics import Diagnostic, Severity
from game.content.load import load_texts
from game.content.loaded import PackText
from game.content.render import all_as_text, as_text, as_values, width

SCENARIOS = """\
people:
  - {id: amira, name: Amira, age: 46, life: A life., strength: Routes., wish: An allotment.,
     conditions: [], summary: Amira is 46.}
board: [early, roles, early, roles, early, roles, early, roles]
topics: {weight: weight}


cards:
- id: missed-blood-test
  theme: early
  title: The missed blood test
  level: 1
  notes: [weight]
  person: amria
  scene: Amira feels well in herself.
  think: What might matter most?
  talk: [Who acts first?, What gets in the way?]
  agree: We would all say…
  feeds: [early, roles]
"""

SHOWN = """\
content/scenarios.yaml:14:11: error C109: no person is called "amria"
   14 |     person: amria
      |             ^^^^^
  Did you mean "amira"?"""


def finding(line_text: str, column: int, length: int = 1, line: int = 7) -> Diagnostic:
    return Diagnostic(
        "C109", Severity.ERROR, "my.yaml", line, column, length, line_text, "this is so", "Do that."
    )


def mark_line(each: Diagnostic) -> tuple[str, str]:
    lines = as_text(each).split("\n")
    return lines[1], lines[2]


def test_the_example_of_the_design_is_shown_to_the_letter():
    loaded = load_texts([PackText("own.scenarios.yaml", SCENARIOS)], today="2026-11-20")
    person = next(each for each in loaded.diagnostics if each.code == "C109")
    shown = as_text(person).replace("scenarios.yaml", "content/scenarios.yaml")
    assert shown == SHOWN


def test_wide_letters_take_two_columns_and_accents_none():
    text, mark = mark_line(finding("  title: 血液 x", 13))
    assert text.index("x") + 2 == mark.index("^")
    text, mark = mark_line(finding("  title: e\u0301e\u0301 x", 15))
    assert text.index("x") - 2 == mark.index("^")
    assert width("血液") == 4
    assert width("e\u0301") == 1


def test_a_mark_is_as_wide_as_what_it_marks():
    _, mark = mark_line(finding("  title: 血液", 10, 2))
    assert mark.endswith(" ^^^^")


def test_a_tab_is_shown_as_spaces_and_nothing_steers_the_terminal():
    text, mark = mark_line(finding("\tx\x1b[31m", 2))
    assert "\t" not in text
    assert "\x1b" not in text
    assert text.index("x") == mark.index("^")


def test_a_long_line_is_shown_round_its_mark():
    text, mark = mark_line(finding("a" * 3000 + "X" + "b" * 900, 3001))
    assert len(text) < 130
    assert text.index("X") == mark.index("^")
    assert text.count("…") == 2


def test_line_numbers_of_six_digits_keep_the_mark_in_place():
    text, mark = mark_line(finding("  x", 3, line=123456))
    assert text.index("x") == mark.index("^")


def test_a_finding_about_a_whole_file_has_no_line_below_it():
    whole = finding("", 1, line=1)
    assert as_text(whole) == "my.yaml:1:1: error C109: this is so\n  Do that."


def test_twenty_are_shown_and_the_rest_is_counted():
    many = [finding("x", 1, line=each) for each in range(1, 24)]
    text = all_as_text(many, 20)
    assert text.count("error C109") == 20
    assert text.endswith("\nand 3 more")
    assert "more" not in all_as_text(many[:20], 20)
    assert all_as_text(many).count("error C109") == 23


def test_the_values_for_programs_are_plain_and_complete():
    values = as_values(finding("  person: amria", 11, 5))
    assert json.loads(json.dumps(values)) == {
        "code": "C109",
        "severity": "error",
        "file": "my.yaml",
        "line": 7,
        "column": 11,
        "length": 5,
        "line_text": "  person: amria",
        "sentence": "this is so",
        "fix": "Do that.",
    }
