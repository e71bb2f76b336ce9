"""The command line as a whole: what stands in the wrong order is told in one sentence."""

import pytest

from game.cli import main


def said(capsys, *arguments):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            ("check", "my pack.yaml", "--palette", "dark"),
            "--palette goes before the command: main.py --palette dark check 'my pack.yaml'\n",
        ),
        (
            ("sessions", "list", "--data-dir=here", "--debug"),
            "--data-dir goes before the command: main.py --data-dir=here --debug sessions list\n",
        ),
        (
            ("check", "--data-dir"),
            "--data-dir goes before the command: main.py --data-dir DIR check\n",
        ),
    ],
)
def test_an_option_of_the_game_after_the_command_is_told_where_it_belongs(capsys, given, told):
    assert said(capsys, *given) == told


def test_a_commands_own_option_of_the_same_name_stays_its_own(capsys):
    assert "not a size such as 1280x720" in said(capsys, "demo", "--size", "large")


def test_other_wrong_usage_is_told_as_ever(capsys):
    assert "usage: main.py report" in said(capsys, "report", "one")
    assert "invalid choice: 'nothing'" in said(capsys, "nothing")
