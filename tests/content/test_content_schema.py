"""The schema for editors accepts what the game accepts, and flags what check would flag."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.content.codes.samples import DEBRIEF, FACT, MOMENT, PERSON, WHOLE, card, cards
from game.content.fields import SECTIONS
from game.content.gather import CORE_FILES
from game.content.schema import FILE_NAME, FIRST_LINE, as_json, schema

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"

FLAGGED = {
    "a theme that is none": cards(card(theme="erly")),
    "a level that is none": cards(card(level="4")),
    "a field that is none": cards(card(helsp="Her sister rang.")),
    "a field that is missing": cards(card(title=None)),
    "a field that is empty": cards(card(title="")),
    "one question only": cards(card(talk="\n      - Who could act first?")),
    "a lens that is none": cards(card(lenses="\n      patient: What now?")),
    "a short name with spaces": cards(card(id="Missed blood test")),
    "a code that is none": cards(card(code="E7")),
    "text where a list belongs": cards(card(feeds="early")),
    "a theme named twice": cards(card(feeds="[early, early]")),
    "a title without end": cards(card(title="very " * 40)),
    "a section that is none": cards() + "nudge:\n  - Breathe.\n",
    "a date the other way round": FACT.replace("2026-11-01", "1.11.2026"),
    "a link that is none": FACT.replace("https://", ""),
    "a picture outside the pack": PERSON + "    portrait: ../len.png\n",
    "a space that is none": "board: [early, roles, early, roles, early, roles, early, hall]\n",
}

ACCEPTED = {
    "values as typed": cards(card(title="no", agree="8:30", helps="1.10", voice="2026-11-01")),
    "numbers as titles": cards(card(title="1984", think="7")),
    "quoted numbers": cards(card(level='"1"')),
    "fields left empty": cards(card(voice="", helps="", notes="", lenses="", person="")),
    "every lens by a second name": cards(card(lenses="\n      therapist: What now?")),
    "a whole pack": WHOLE + PERSON,
    "portraits of both kinds": PERSON + "    portrait: pictures/len.jpg\n",
    "moments and debrief": MOMENT + DEBRIEF,
    "yes and no": MOMENT.replace("true", "yes"),
}


def flagged(*paths: Path) -> str:
    """What check-jsonschema says of these files; empty when it accepts them."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", str(CONTENT / FILE_NAME)]
        + [str(path) for path in paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout if done.returncode else ""


def written(folder: Path, texts: dict[str, str]) -> list[Path]:
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name.replace(' ', '-')}.yaml")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def test_our_own_packs_are_accepted():
    assert flagged(*(path for name in CORE_FILES if (path := CONTENT / name).exists())) == ""


def test_what_the_game_accepts_is_accepted(tmp_path):
    assert flagged(*written(tmp_path, ACCEPTED)) == ""


def test_planted_mistakes_are_flagged_each(tmp_path):
    told = flagged(*written(tmp_path, FLAGGED))
    missed = [name for name in FLAGGED if f"/{name.replace(' ', '-')}.yaml" not in told]
    assert missed == []


@pytest.mark.parametrize("name", CORE_FILES)
def test_the_first_line_of_our_packs_leads_to_the_schema(name):
    path = CONTENT / name
    if path.exists():
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith(FIRST_LINE)
        assert (CONTENT / first.removeprefix(FIRST_LINE)).is_file()


def test_every_hint_of_the_table_is_in_it():
    made = as_json()
    for section in SECTIONS.fields:
        assert section.hint in made
        shape = section.shape or (section.of and section.of.shape)
        for field in shape.fields if shape else ():
            assert field.hint in made
    assert schema()["additionalProperties"] is False


def test_it_is_printed_or_written(tmp_path, capsys):
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == as_json()
    assert main(["schema", "--out", str(tmp_path / "s.json")]) == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == as_json()
    assert main(["schema", "--out", str(tmp_path / "none" / "s.json")]) == 1
    assert "cannot be written" in capsys.readouterr().err
