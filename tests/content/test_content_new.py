"""What `new` gives: templates that play as they are, and never write over anything."""

import io
from pathlib import Path

import pytest

from game.app.places import find
from game.cli import main
from game.content.check import run_check
from game.content.fields import CARD, FACT, PERSON
from game.content.load import load_pack
from game.content.templates import KINDS, Wish, schema_beside, template
from game.model.themes import Theme
from game.rules.simulate import simulate_session
from game.ui.window.fit import on_screen

TODAY = "2026-11-20"
CORE = find().content


@pytest.fixture(scope="module")
def fit():
    return on_screen(find())


def checked(path: Path, fit) -> tuple[int, str]:
    out = io.StringIO()
    status = run_check([path], today=TODAY, out=out, strict=True, core=CORE, measurers=(fit,))
    return status, out.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_check_has_nothing_to_say_of_a_new_file(kind, tmp_path, fit):
    path = tmp_path / "new.yaml"
    path.write_text(template(Wish(kind, today=TODAY)), encoding="utf-8")
    status, told = checked(path, fit)
    assert told.endswith("nothing is wrong\n"), told
    assert status == 0


@pytest.mark.parametrize("theme", Theme)
def test_a_new_card_of_each_theme_plays_a_whole_session(theme, tmp_path, fit):
    path = tmp_path / "card.yaml"
    path.write_text(template(Wish("card", theme=theme, today=TODAY)), encoding="utf-8")
    assert checked(path, fit)[0] == 0
    pack = load_pack(path, CORE, today=TODAY).pack
    assert [card.theme for card in pack.cards] == [theme]
    for seed in range(3):
        played = simulate_session(pack, 30, 4, seed)
        assert played.stuck is None
        assert played.cards_seen == (pack.cards[0].id,)


def test_a_new_pack_brings_its_own_person(tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_text(template(Wish("pack", "Ward 7: our cards")), encoding="utf-8")
    pack = load_pack(path, CORE, today=TODAY).pack
    assert pack.title == "Ward 7: our cards"
    assert pack.person(pack.cards[0].person).name == "Rosa"


def test_a_new_fact_is_shown_for_a_year(tmp_path):
    path = tmp_path / "fact.yaml"
    path.write_text(template(Wish("fact", "our-fact", today="2028-02-29")), encoding="utf-8")
    fact = load_pack(path, CORE, today=TODAY).pack.fact("our-fact")
    assert fact.shows_on("2029-02-28")
    assert not fact.shows_on("2029-03-01")


@pytest.mark.parametrize(("kind", "shape"), [("card", CARD), ("person", PERSON), ("fact", FACT)])
def test_every_field_stands_in_it_with_its_hint(kind, shape):
    text = " ".join(template(Wish(kind)).replace("#", " ").split())
    for field in shape.fields:
        assert field.hint in text
        assert f"{field.name}:" in text


class TestCommand:
    def test_it_writes_a_file_that_names_the_schema(self, tmp_path, capsys):
        out = tmp_path / "ward.yaml"
        assert (
            main(["new", "card", "--theme", "early", "--name", "our-first", "--out", str(out)]) == 0
        )
        first, _, rest = out.read_text(encoding="utf-8").partition("\n")
        assert (tmp_path / first.partition("$schema=")[2]).resolve().name == "scenarios.schema.json"
        assert (tmp_path / first.partition("$schema=")[2]).exists()
        assert "id: our-first" in rest
        assert "theme: early" in rest
        assert "check" in capsys.readouterr().err

    def test_it_never_writes_over_what_is_there(self, tmp_path, capsys):
        out = tmp_path / "ward.yaml"
        out.write_text("mine", encoding="utf-8")
        assert main(["new", "pack", "--out", str(out)]) == 1
        assert out.read_text(encoding="utf-8") == "mine"
        assert "left as it is" in capsys.readouterr().err

    def test_without_a_file_it_is_printed(self, capsys):
        assert main(["new", "person"]) == 0
        assert capsys.readouterr().out.startswith("# A person to walk with.")

    def test_a_name_with_spaces_is_refused_in_a_sentence(self, capsys):
        assert main(["new", "card", "--name", "Our card"]) == 1
        assert "small letters, digits and hyphens" in capsys.readouterr().err


def test_a_schema_on_another_drive_is_not_named(monkeypatch):
    def no_way(*_):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("game.content.templates.os.path.relpath", no_way)
    assert schema_beside(Path("a.yaml"), Path("b.json")) == ""
