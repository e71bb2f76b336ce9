"""Every code has a page: its two examples are shown to authors, so they have to be true."""

import re

import pytest
from content_pages import told

from game.app.places import find
from game.content.codes import ALL, BY_NUMBER, advice, content, reading
from game.content.diagnostics import Code, Severity
from game.ui.window.fit import on_screen


@pytest.fixture(scope="module")
def measurers():
    """What measures an example: the screen, for the codes that only the screen gives."""
    fit = on_screen(find())
    measured = (advice.DOES_NOT_FIT, content.LETTER_LACKING)
    return lambda code: (fit,) if code in measured else ()


@pytest.mark.parametrize("code", ALL, ids=lambda code: code.number)
def test_the_failing_example_fails_with_its_code_and_a_place(code, tmp_path, measurers):
    loaded = told(code, code.failing, tmp_path, measurers(code))
    own = [each for each in loaded.diagnostics if each.code == code.number]
    assert own, [(each.code, each.sentence) for each in loaded.diagnostics]
    for each in own:
        assert each.severity is code.severity
        assert each.line >= 1
        assert each.column >= 1
        assert each.length >= 1
        assert each.fix
    others = {each.code for each in loaded.diagnostics if each.is_error} - {code.number}
    # Where a section's name is wrong, or a field is, there is less of something besides.
    allowed = {
        content.UNKNOWN_SECTION: {content.NOTHING_TO_PLAY.number},
        content.NOT_ENOUGH_LEFT: {content.FIELD_MISSING.number},
    }.get(code, set())
    assert others <= allowed


@pytest.mark.parametrize("code", ALL, ids=lambda code: code.number)
def test_the_mended_example_plays_and_has_no_error_and_no_warning(code, tmp_path, measurers):
    loaded = told(code, code.mended, tmp_path, measurers(code))
    assert code.number not in {each.code for each in loaded.diagnostics}
    serious = [each for each in loaded.diagnostics if each.severity is not Severity.ADVICE]
    assert serious == []
    assert loaded.pack is not None


def test_every_code_has_all_parts_of_its_page():
    for code in ALL:
        assert code.title
        assert code.explanation.endswith(".")
        assert code.failing != code.mended
        assert "!" not in code.title + code.explanation


def test_numbers_are_used_once_and_say_which_room_they_belong_to():
    assert len(BY_NUMBER) == len(ALL)
    for module, pattern in ((reading, "C0"), (content, "C1"), (advice, "A2")):
        for each in vars(module).values():
            if isinstance(each, Code):
                assert re.fullmatch(pattern + r"\d\d", each.number)
    for code in ALL:
        assert (code.severity is Severity.ADVICE) == code.number.startswith("A")


def test_no_sentence_speaks_the_language_of_parsers(tmp_path):
    wrong = re.compile(
        r"\b(sequence|mapping|scalar|token|str|dict|octet|null|parse|invalid|syntax)\b|!",
        re.IGNORECASE,
    )
    for code in ALL:
        for each in told(code, code.failing, tmp_path).diagnostics:
            # Inside quotes stand the author's own words.
            plain = re.sub(r'"[^"]*"', "", f"{each.sentence} {each.fix}")
            assert not wrong.search(plain), plain
        assert not wrong.search(code.title + code.explanation + "".join(code.in_words))
