"""The command `check` as it is typed: what it looks at, what it measures, what it can print."""

import io
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.content.codes.samples import card, cards

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def pack(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def pack(text: str) -> str:
        (tmp_path / "my-pack.yaml").write_text(text, encoding="utf-8")
        return "my-pack.yaml"

    return pack


LONG = "".join(f"\n      - {'Who could act first, and what would they need? ' * 7}" for _ in "123")


def test_cards_that_do_not_fit_the_screen_are_told(pack, capsys):
    assert main(["check", pack(cards(card(talk=LONG)))]) == 0
    assert "advice A218: this card does not fit the screen" in capsys.readouterr().out


def test_without_the_window_the_rest_is_checked_and_that_is_said(pack, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pygame", None)
    assert main(["check", pack(cards(card(talk=LONG, theme="erly")))]) == 1
    said = capsys.readouterr()
    assert "error C108" in said.out
    assert "Whether cards fit the screen was not looked at." in said.err
    assert "A218" not in said.out


def test_all_writes_out_what_is_otherwise_counted(pack, capsys):
    path = pack(cards(*(card(id=f"c-{each}", theme="erly") for each in range(25))))
    main(["check", path])
    assert "\nand 5 more\n" in capsys.readouterr().out
    main(["check", "--all", path])
    assert capsys.readouterr().out.count("error C108") == 25


def test_a_console_of_few_letters_shows_a_question_mark_and_goes_on(pack, monkeypatch):
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    monkeypatch.setattr(sys, "stdout", console)
    assert main(["check", pack(cards(card(title="血液 #3", voice="“Zoë”")))]) == 0
    console.flush()
    assert "?? #3" in console.buffer.getvalue().decode("cp437")


@pytest.mark.parametrize("command", ["check", "new", "preview", "schema"])
def test_each_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as done:
        main([command, "--help"])
    assert done.value.code == 0
    assert f"main.py {command}" in capsys.readouterr().out
