"""The language of the interface: chosen, kept, spoken at once, and English where it cannot be had."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from game import tongue
from game.app.desk import Desk
from game.app.languages import LANGUAGES, PSEUDO, speak_in
from game.app.paperfields import day_in
from game.app.places import Places
from game.app.pseudo import accented
from game.cli import main
from game.tongue import N_, _, ngettext, pgettext

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(autouse=True)
def english_again():
    yield
    tongue.speak(None)


def places(tmp_path, assets=ASSETS):
    return Places(
        data=tmp_path,
        saves=tmp_path / "saves",
        exports=tmp_path / "exports",
        content=ASSETS.parent / "content",
        assets=assets,
    )


def test_english_is_what_stands_in_the_code():
    assert _("Language") == "Language"
    assert (ngettext("one", "many", 1), ngettext("one", "many", 0)) == ("one", "many")
    assert pgettext("of a door", "Open") == "Open"
    assert N_("Open") == "Open"
    assert _("") == ""


def test_welsh_is_spoken_and_english_again():
    assert speak_in("cy", ASSETS)
    assert _("Language") == "Iaith"
    assert _("") == ""
    assert _("No catalogue has this sentence.") == "No catalogue has this sentence."
    assert speak_in("en", ASSETS)
    assert _("Language") == "Language"


def test_a_language_chosen_on_the_screen_is_spoken_at_once_and_kept(tmp_path):
    desk = Desk(places(tmp_path))
    desk.change(replace(desk.settings, language="cy"))
    assert _("Language") == "Iaith"
    assert json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))["language"] == "cy"
    assert Desk(places(tmp_path)).settings.language == "cy"
    desk.change(replace(desk.settings, language="en"))
    assert _("Language") == "Language"


@pytest.mark.parametrize("damaged", [None, b"", b"nothing of the kind", b"\xde\x12\x04\x95" * 9])
def test_a_catalogue_that_cannot_be_read_leaves_english_and_a_sentence(tmp_path, damaged):
    assets = tmp_path / "assets"
    shutil.copytree(ASSETS / "languages", assets / "languages")
    file = assets / "languages" / "cy" / "map.mo"
    file.unlink()
    if damaged is not None:
        file.write_bytes(damaged)
    desk = Desk(places(tmp_path, assets))
    desk.change(replace(desk.settings, language="cy"))
    assert _("Language") == "Language"
    assert any("Cymraeg could not be read" in note for note in desk.notes)


def test_the_language_for_testing_is_longer_in_brackets_and_not_listed():
    assert PSEUDO not in LANGUAGES
    assert speak_in(PSEUDO, ASSETS)
    for message in ("On", "Quick start", "What do you notice? Take your time."):
        shown = _(message)
        assert shown == accented(message)
        assert (shown[0], shown[-1]) == ("‹", "›")
        assert len(shown) >= 1.4 * len(message)
    assert "{name}" in _("{name} walks on.")


def test_a_language_that_there_is_not_is_refused_in_words(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--language", "tlh"])
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert "the interface has no “tlh”; it has en English, cy Cymraeg" in told
    assert len(told.splitlines()) == 1


def test_a_command_prints_in_the_language_it_was_given(tmp_path):
    out = tmp_path / "kit.html"
    given = ("--data-dir", str(tmp_path), "--language", "cy")
    assert main([*given, "print", "--what", "take-home", "--out", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert '<html lang="cy">' in page
    assert "Ble i droi" in page


def test_a_month_can_be_typed_in_english_and_in_the_language_chosen():
    assert speak_in("cy", ASSETS)
    assert day_in("25 Tachwedd 2026", "2026-12-01") == "2026-11-25"
    assert day_in("25 November 2026", "2026-12-01") == "2026-11-25"
