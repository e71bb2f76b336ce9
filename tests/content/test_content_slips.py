"""Slips as people make them who have never heard of YAML: each is told once, in words that mend it."""

import pytest

from game.content.codes.samples import card, cards
from game.content.load import load_texts
from game.content.loaded import PackText

SCENE = ">-\n      Amira feels well in herself. The walk to clinic leaves her breathless."
WHOLE = cards(card(scene=SCENE, evidence=None, notes=None, person=None))
"""What is changed below; lines count from `cards:`, which is the first."""
SECOND = WHOLE.removeprefix("cards:\n").replace("missed-blood-test", "another")


def changed(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new, 1)


def each(old: str, new: str) -> str:
    return WHOLE.replace(old, new)


# What was typed; the code and the line of the one message; words of its fix.
SLIPS = {
    "a colon in a text": (
        changed("think: What", "think: First: what"), "C033", 9, "double quotes round the whole"),
    "a colon in the second line of a text": (
        changed(SCENE, "Amira feels well\n      in herself: tired. The walk."), "C033", 7, ">-"),
    "no space after the colon": (changed("title: The", "title:The"), "C034", 4, '"title: "'),
    "no space after the first colon": (changed("id: missed", "id:missed"), "C034", 2, '"id: "'),
    "no colon": (changed("title: The", "title The"), "C035", 4, '"title: …"'),
    "a semicolon": (changed("title: The", "title; The"), "C035", 4, '"title: …"'),
    "a scene that does not stand further in": (
        changed("      Amira feels", "    Amira feels"), "C036", 7, "two more spaces"),
    "a field one space short": (changed("    helps:", "   helps:"), "C036", 15, "in column 5"),
    "a field one space too far": (changed("    helps:", "     helps:"), "C036", 15, "in column 5"),
    "a field among the questions": (changed("    helps:", "      helps:"), "C036", 15, "column 5"),
    "a second card too far left": (
        WHOLE + SECOND.replace("  - id", "- id"), "C036", 18, "dashes above begin in column 3"),
    "a second card without its dash": (
        WHOLE + SECOND.replace("  - id", "    id"), "C104", 18, '"- id: …"'),
    "a first card without its dash": (
        changed("  - id", "    id") + SECOND, "C036", 2, '"- id: …"'),
    "lenses that do not stand further in": (
        changed("      person: What", "    nurse: What"), "C105", 11, 'belongs to "lenses"'),
    "cards twice": (WHOLE + "cards:\n" + SECOND, "C104", 18, "Delete this line"),
    "questions with stars": (
        each("- Who", "* Who").replace("- What", "* What"), "C016", 13, '"- "'),
    "questions with bullets": (
        each("- Who", "• Who").replace("- What", "• What"), "C112", 13, "a dash and a space"),
    "a quote left open": (changed("voice: I want", 'voice: "I want'), "C031", 8, 'Add "'),
    "a straight quote and a curly one": (
        changed("voice: I want my allotment back.", 'voice: "I want it back.”'), "C031", 8,
        'a straight "'),
    "a curly quote and a straight one": (
        changed("voice: I want my allotment back.", 'voice: “I want it back."'), "C052", 8,
        "Leave them out"),
    "single quotes round an apostrophe": (
        changed("title: The missed blood test", "title: 'Amira's test'"), "C039", 4,
        "an apostrophe may then stand"),
    "spaces from a web page": (
        changed("    title:", "\u00a0\u00a0\u00a0\u00a0title:"), "C036", 4, "use the space bar"),
    "a tab": (changed("    title:", "\ttitle:"), "C030", 4, "use the space bar"),
    "a question mark first": (changed("think: What", "think: ? What"), "C037", 9, "double quotes"),
    "fields copied with <<": (changed("    title:", "    <<: *base\n    title:"), "C017", 4, "out here"),
    "themes without brackets": (
        changed("[early, roles]", "early, roles"), "C112", 17, "[early, roles]"),
    "a level in words": (changed("level: 1", "level: two"), "C114", 5, 'Did you mean "2"?'),
    "a level with a decimal": (changed("level: 1", "level: 2.0"), "C114", 5, 'Did you mean "2"?'),
}  # fmt: skip


def told(text: str):
    findings = load_texts([PackText("own.my.yaml", text)], today="2026-11-20").diagnostics
    # Without the core pack there is no board and no debrief; that is not the author's slip.
    return [
        one for one in findings if one.severity != "advice" and one.code not in {"C125", "C130"}
    ]


def test_the_card_itself_is_in_order():
    assert told(WHOLE) == []


@pytest.mark.parametrize(("text", "code", "line", "words"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_once_where_it_happened_with_its_mend(text, code, line, words):
    findings = told(text)
    assert [(one.code, one.line) for one in findings] == [(code, line)]
    assert words in findings[0].fix


def test_a_capital_letter_in_a_name_points_to_its_line():
    findings = told(changed("title:", "Title:"))
    assert [one.code for one in findings] == ["C106", "C105"]
    assert findings[0].fix == 'Line 4 says "Title": write "title" there.'
    assert findings[1].fix == 'Did you mean "title"?'


def test_a_section_that_was_nearly_called_cards_is_not_quietly_played_over():
    codes = [one.code for one in told(WHOLE.replace("cards:", "Cards:"))]
    assert codes == ["C102", "C126"]
