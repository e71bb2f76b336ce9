"""One choice for where the screen is seen sets several settings, and gives the reader's own back."""

from dataclasses import replace

import pytest

from game.app import settings as kept
from game.app.profiles import as_chosen, entered, left
from game.app.settings import PROFILES, Settings
from game.cli.accessibility import chosen
from game.cli.arguments import parser

OWN = Settings(text=110, palette="dark", letters=8, captions=False)


def test_a_video_call_is_still_plain_large_and_in_words():
    call = entered(OWN, "call")
    assert (call.profile, call.text, call.palette) == ("call", 125, "high contrast")
    assert call.still
    assert call.flat
    assert call.captions
    assert call.letters == 8, "what a profile does not touch stays"


def test_a_call_never_makes_the_text_smaller():
    assert entered(replace(OWN, text=175), "call").text == 175


@pytest.mark.parametrize(("profile", "edges"), [("projector", 4), ("tv", 5)])
def test_a_projector_and_a_tv_have_clear_edges_and_nothing_pale(profile, edges):
    shown = entered(OWN, profile)
    assert (shown.profile, shown.edges, shown.strong) == (profile, edges, True)


@pytest.mark.parametrize("profile", PROFILES)
def test_leaving_a_profile_gives_back_what_the_reader_had(profile):
    assert left(entered(OWN, profile)) == OWN
    assert entered(entered(OWN, profile), "room") == OWN


def test_what_is_changed_in_a_profile_holds_until_it_is_left():
    call = replace(entered(OWN, "call"), text=200, letters=12)
    assert call.text == 200
    # The text size was the call's to set; the letters never were.
    assert left(call) == replace(OWN, letters=12)


def test_from_one_profile_to_another_nothing_of_the_first_stays():
    assert left(entered(entered(OWN, "call"), "tv")) == OWN
    assert entered(entered(OWN, "call"), "tv") == entered(OWN, "tv")


def test_a_profile_and_what_was_before_it_are_kept_for_next_time(tmp_path):
    path = tmp_path / "settings.json"
    call = entered(OWN, "call")
    assert kept.write(path, call)
    assert kept.read(path).settings == call
    assert left(kept.read(path).settings) == OWN


@pytest.mark.parametrize(
    "before",
    ['{"text": 9000, "palette": "plaid", "profile": "tv", "before": {"text": 1}}', "[]", "7"],
)
def test_a_damaged_file_still_leads_out_of_a_profile(tmp_path, before):
    path = tmp_path / "settings.json"
    path.write_text(f'{{"profile": "call", "before": {before}}}', encoding="utf-8")
    own = left(kept.read(path).settings)
    assert own.profile == "room"
    assert own.palette in kept.PALETTE_NAMES
    assert 80 <= own.text <= 200


def test_a_profile_can_be_given_on_the_command_line_with_settings_beside_it():
    given = parser().parse_args(
        ["--profile", "call", "--text", "150", "--flat", "--strong", "--edges", "4"]
    )
    assert chosen(given) == {
        "profile": "call",
        "text": 150,
        "flat": True,
        "strong": True,
        "edges": 4,
    }


def test_what_is_given_beside_a_profile_counts_more_than_the_profile():
    both = as_chosen(OWN, {"palette": "paper", "profile": "call", "letters": 12})
    assert (both.profile, both.palette, both.letters) == ("call", "paper", 12)
    assert both.text == 125
    assert as_chosen(OWN, {}) == OWN


def test_a_demo_is_given_the_settings_before_the_command_and_its_own(monkeypatch):
    given = {}
    monkeypatch.setattr("game.demo.demo", lambda *_, **more: given.update(more) or 0)
    words = ["--profile", "tv", "--captions", "demo", "--out", "x", "--palette", "high-contrast"]
    options = parser().parse_args(words)
    assert options.run(options) == 0
    assert given["chosen"] == {"profile": "tv", "captions": True, "palette": "high contrast"}
