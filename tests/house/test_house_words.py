"""What the interface says is marked so that it can be said in every language."""

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from catalogues import (
    TEMPLATE,
    brought_up,
    compiled,
    compiled_file,
    gathered,
    languages,
    read,
    source,
    written,
)

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "game").rglob("*.py"))
MARKS = {"_", "N_", "ngettext", "pgettext"}


@cache
def nodes(path):
    """Everything in a module's tree, walked once for every test here."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def calls(among):
    return [
        each
        for each in among
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in MARKS
    ]


def name_of(path, node):
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def test_no_sentence_is_put_together_before_it_is_translated():
    wrong = [
        name_of(path, call)
        for path in MODULES
        for call in calls(nodes(path))
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
        for call in calls(nodes(path))
        for words in call.args
        if isinstance(words, ast.Constant)
        and isinstance(words.value, str)
        and not all(name.isidentifier() for name in places(words.value))
    ]
    assert wrong == [], (
        "translators must know what stands in each place, and may change their order"
    )


def bound(among):
    """Names that are bound somewhere among these."""
    return {
        each.id for each in among if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    } | {each.arg for each in among if isinstance(each, ast.arg)}


def test_nothing_is_thrown_away_under_the_name_that_translates():
    wrong = [
        name_of(path, function)
        for path in MODULES
        # Few modules bind it anywhere; only there is each function looked through.
        if "_" in bound(nodes(path))
        for function in nodes(path)
        if isinstance(function, (ast.FunctionDef, ast.Lambda))
        and "_" in bound(inside := tuple(ast.walk(function)))
        and any(call.func.id == "_" for call in calls(inside))
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


SHOWN = {
    "Binding": (1,),
    "Button": (0,),
    "Chip": (0,),
    "Choice": (0,),
    "Notice": (0,),
    "Refusal": (0,),
    "Role": (1, 2),
    "Sound": (1,),
    "Span": (0,),
    "Text": (0,),
    "TextField": (3, 4),
    "View": (0,),
    "heading": (0,),
    "line": (2, 3),
    "note_line": (1,),
    "small": (0,),
    "soft": (0,),
    "titled": (0, 1),
}
"""What is shown or said of each of these: which of the things given to them, counted from 0."""
SHOWN_BY_NAME = {"hint", "told", "under"}
SAME_EVERYWHERE = re.compile(
    r"MaP|Atkinson|Lexend|now|done|to come|(Ctrl|Shift|Esc|Space|F\d+)\b.*"
)
"""Names, keys, and the marks by which a reader of steps is told where it is."""


def bare(node):
    """The English of what is given as it stands, without a mark for translation."""
    if isinstance(node, ast.JoinedStr):
        return "".join(each.value for each in node.values if isinstance(each, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_whatever_is_shown_can_be_said_in_every_language():
    """Also on the screens that only trouble brings."""
    wrong = []
    for path in MODULES:
        for call in nodes(path):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            given = [call.args[n] for n in SHOWN.get(call.func.id, ()) if n < len(call.args)]
            if call.func.id in SHOWN:
                given += [each.value for each in call.keywords if each.arg in SHOWN_BY_NAME]
            wrong += [
                f"{name_of(path, node)}: {bare(node)}"
                for node in given
                if re.search(r"[^\W\d_]{2,}", bare(node))
                and not SAME_EVERYWHERE.fullmatch(bare(node).strip())
            ]
    assert wrong == []


ANEW = "run python tests/house/catalogues.py"


@pytest.fixture(scope="module")
def template():
    return gathered()


def test_translators_are_given_the_words_of_today(template):
    assert TEMPLATE.read_text(encoding="utf-8") == written(template), ANEW


@pytest.mark.parametrize("language", languages())
def test_a_language_has_every_message_and_is_compiled(language, template):
    words = brought_up(read(language), template)
    assert source(language).read_text(encoding="utf-8") == written(words), ANEW
    assert compiled_file(language).read_bytes() == compiled(read(language)), ANEW
