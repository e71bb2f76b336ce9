"""
The author's guide, followed to the letter: each slip is made, told as printed there, and mended.

`MAP_SNAPSHOTS=write` writes the messages into the guide anew.
"""

import io
import os
import re
from pathlib import Path

import pytest

from game.app.places import find
from game.cli import main
from game.content.check import run_check
from game.content.fields import CARD
from game.content.load import load_pack
from game.content.templates import Wish, template

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "authors-guide.md"
CORE = find().content
TODAY = "2026-11-20"
SLIP = re.compile(
    r"^### (?P<title>[^\n]+)\n\n```yaml\n(?P<line>[^\n]+)\n```\n\n```text\n(?P<told>.*?)```\n",
    re.MULTILINE | re.DOTALL,
)
FIRST = "# yaml-language-server: $schema=content/scenarios.schema.json\n"


def checked(text: str, folder: Path) -> str:
    path = folder / "our-ward.yaml"
    path.write_text(text, encoding="utf-8")
    out = io.StringIO()
    run_check([path], today=TODAY, out=out, core=CORE)
    return out.getvalue().replace(f"{folder.as_posix()}/", "")


def with_slip(line: str) -> str:
    """The new card with this line in place of the one of the same field."""
    name = line.split(":", maxsplit=1)[0].strip()
    lines = (FIRST + template(Wish("card", today=TODAY))).split("\n")
    (at,) = (n for n, each in enumerate(lines) if each.startswith(f"    {name}: "))
    lines[at] = line
    return "\n".join(lines)


def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


def test_each_of_five_slips_is_told_as_the_guide_prints_it(tmp_path):
    text = guide()
    slips = list(SLIP.finditer(text))
    assert len(slips) == 5
    for slip in slips:
        told = checked(with_slip(slip["line"]), tmp_path)
        if os.environ.get("MAP_SNAPSHOTS") == "write":
            text = text.replace(
                slip[0], slip[0].replace(f"```text\n{slip['told']}", f"```text\n{told}")
            )
        else:
            assert slip["told"] == told, slip["title"]
        assert told.count(" error C") + told.count(" warning C") == 1
    if os.environ.get("MAP_SNAPSHOTS") == "write":
        GUIDE.write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    "mended",
    [
        '    title: "The Tuesday swim: week two"',
        '    voice: "The water is where I feel like myself."',
        "    helps: A neighbour offers her a lift to the evening swim.",
        '    helps: "A neighbour waits with her for bus #7 to the baths."',
        "    theme: person",
    ],
)
def test_mended_as_the_guide_says_nothing_is_wrong_and_it_plays(mended, tmp_path):
    assert checked(with_slip(mended), tmp_path).endswith("1 card to play: nothing is wrong\n")
    pack = load_pack(tmp_path / "our-ward.yaml", CORE, today=TODAY).pack
    assert [card.id for card in pack.cards] == ["rosas-swim"]


def test_the_first_steps_work_as_they_are_written(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    steps = re.findall(r"`python main\.py ((?:new card|check|preview) [^`]+)`", guide())
    assert [each.split()[0] for each in steps[:3]] == ["new", "check", "preview"]
    for each in steps[:3]:
        assert main(each.split()) == 0, capsys.readouterr()
    assert (tmp_path / "card.png").exists()
    assert "nothing is wrong" in capsys.readouterr().out


def test_every_field_of_a_card_is_in_the_table():
    rows = set(re.findall(r"^\| `([a-z]+)` \|", guide(), re.MULTILINE))
    assert rows == set(CARD.by_name)
