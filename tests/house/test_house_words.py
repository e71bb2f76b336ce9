"""What the interface says is marked so that it can be said in every language."""

import ast
from pathlib import Path
from string import Formatter

import pytest
from catalogues import languages, read

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "game").rglob("*.py"))
MARKS = {"_", "N_", "ngettext", "pgettext"}


def calls(tree):
    return [
        each
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in MARKS
    ]


def name_of(path, node):
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def test_no_sentence_is_put_together_before_it_is_translated():
    wrong = [
        name_of(path, call)
        for path in MODULES
        for call in calls(ast.parse(path.read_text(encoding="utf-8")))
        for words in call.args
        if isinstance(words, ast.JoinedStr)
        or (
            isinstance(words, ast.Call)
            and isinstance(words.func, ast.Attribute)
            and words.func.attr == "format"
        )
    ]
    assert wrong == [], "these hold what changes: translate first, then .format(name=…)"


def test_every_place_in_a_sentence_has_a_name():
    wrong = [
        name_of(path, call)
        for path in MODULES
        for call in calls(ast.parse(path.read_text(encoding="utf-8")))
        for words in call.args
        if isinstance(words, ast.Constant)
        and isinstance(words.value, str)
        and not all(name.isidentifier() for name in places(words.value))
    ]
    assert wrong == [], (
        "translators must know what stands in each place, and may change their order"
    )


def bound(function):
    """Names that a function binds itself."""
    return {
        each.id
        for each in ast.walk(function)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    } | {each.arg for each in ast.walk(function) if isinstance(each, ast.arg)}


def test_nothing_is_thrown_away_under_the_name_that_translates():
    wrong = [
        name_of(path, function)
        for path in MODULES
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, (ast.FunctionDef, ast.Lambda))
        and "_" in bound(function)
        and any(call.func.id == "_" for call in calls(function))
    ]
    assert wrong == []


def places(text):
    """The named places of a message, each as often as it stands there."""
    return sorted(
        name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None
    )


@pytest.mark.parametrize("language", languages())
def test_a_translation_has_the_places_of_its_english(language):
    wrong = []
    for message in read(language):
        if not message.id:
            continue
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        given = message.string if isinstance(message.string, tuple) else (message.string,)
        # The form for one may leave the number out; so may each of a language's forms.
        allowed = [places(english[-1]), [each for each in places(english[-1]) if each != "count"]]
        allowed.append(places(english[0]))
        wrong += [text for text in given if text and places(text) not in allowed]
    assert wrong == []
