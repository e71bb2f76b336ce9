"""The JSON of `check`, held to its page: a program written from the page keeps working."""

import io
import json
import re
from pathlib import Path

import pytest

from game.content.check import run_check
from game.content.codes.samples import card, cards

CORE = Path(__file__).parent / "core"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "check-json.md"


def printed(path: Path) -> str:
    out = io.StringIO()
    run_check([path], today="2026-11-20", out=out, as_json=True, core=CORE)
    return out.getvalue()


@pytest.fixture
def page() -> str:
    # What check --legibility says has a part of its own, held to by tests/ui/test_ui_legible.py.
    return PAGE.read_text(encoding="utf-8").partition("## What check --legibility says")[0]


def names(value) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(names(each) for each in value.values()))
    return set().union(*(names(each) for each in value)) if isinstance(value, list) else set()


def test_the_example_of_the_page_is_what_check_prints(page, tmp_path):
    path = tmp_path / "my-pack.yaml"
    path.write_text(cards(card(person="amria")), encoding="utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)[1]
    assert printed(path).replace(path.as_posix(), path.name) == example


def test_the_page_explains_every_name_and_no_other(page, tmp_path):
    path = tmp_path / "my-pack.yaml"
    path.write_text(cards(card(person="amria")), encoding="utf-8")
    rows = re.findall(r"^\| (`.*?`) \|", page, re.MULTILINE)
    explained = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert explained == names(json.loads(printed(path))) - {"summary", "diagnostics"}


def test_types_and_order_hold(tmp_path):
    path = tmp_path / "my-pack.yaml"
    path.write_text(cards(card(theme="erly", title="Ward #3", voice=None)), encoding="utf-8")
    whole = json.loads(printed(path))
    assert whole["format"] == 1
    assert all(type(value) is int for value in whole["summary"].values())
    numbers = {"line", "column", "length"}
    for each in whole["diagnostics"]:
        assert {key for key, value in each.items() if type(value) is int} == numbers
        assert all(type(value) is str for key, value in each.items() if key not in numbers)
        assert each["severity"] in {"error", "warning", "advice"}
    places = [(each["line"], each["column"]) for each in whole["diagnostics"]]
    assert places == sorted(places)


def test_any_console_can_write_it(tmp_path):
    path = tmp_path / "my-pack.yaml"
    path.write_text(cards(card(title="血液 #3 “Zoë”")), encoding="utf-8")
    assert printed(path).isascii()
    assert json.loads(printed(path))["diagnostics"][0]["line_text"].endswith("血液 #3 “Zoë”")
