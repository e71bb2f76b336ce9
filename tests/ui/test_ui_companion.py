"""Cards on the table: the screen shows the card whose code is typed, and nothing of board or dice."""

import pytest
from ui_fits import misfits
from ui_screens import focus

from game.rules.events import CardTurned, DieRolled, TokenWalked
from game.rules.state import Phase, PlayedOn
from game.ui.screens.registry import screen_for


@pytest.fixture
def laid(table):
    """A table with printed cards, its agreement made."""
    made = table(size=(1280, 720))
    focus(made, "tile companion")
    made.press("enter", "page down", "page down")
    assert made.screen == "companion"
    return made


def words_on(made):
    return " ".join(each.role.name for each in made.host.frame().root.walk() if each.role)


def test_typing_goes_into_the_code_from_the_start(laid):
    assert laid.host.interaction.focus == "code"
    laid.type("e7")
    assert "Green diary, blue diary" in words_on(laid)
    assert "Read E-07 together" in words_on(laid)


def test_the_card_is_read_and_goes_through_its_seven_stages(laid):
    laid.type("e7").press("enter")
    seen = [laid.screen]
    while laid.screen != "companion":
        laid.press("page down")
        if laid.screen != seen[-1]:
            seen.append(laid.screen)
    stages = ("meet", "think", "round", "talk", "evidence", "agree", "keep")
    assert seen == [*(f"conversation {stage}" for stage in stages), "companion"]
    assert "Colour the panes on your own door, too." in words_on(laid)
    assert laid.host.interaction.focus == "code"


def test_a_code_that_is_missing_is_said_with_what_is_near(laid):
    laid.type("e13").press("enter")
    assert laid.screen == "companion"
    assert "No card of this pack has the code E-13." in words_on(laid)
    assert "E-12" in words_on(laid)
    laid.press("tab", "enter")
    assert "Read E-12 together" in words_on(laid)
    laid.press("enter")
    assert laid.screen == "conversation meet"


def test_a_moments_code_shows_the_moment_and_leaves_nothing(laid):
    pack, at = laid.desk.session.pack, laid.desk.session.at
    moment = next(each for each in pack.moments if each.bright)
    laid.type(moment.code.lower())
    assert f"Read {moment.code} together" in words_on(laid)
    laid.press("enter")
    assert laid.screen == "laid moment"
    assert moment.ask in words_on(laid)
    assert misfits(laid.host.frame()) == []
    laid.press("space")
    assert laid.screen == "companion"
    assert laid.host.interaction.focus == "code"
    assert laid.desk.session.at == at
    # Undo there takes back a step of the session, and the table goes on from one screen.
    laid.type(moment.code).press("enter", "ctrl+z")
    assert laid.desk.session.at == at - 1
    assert laid.screen == "agreement"


def test_what_the_plan_would_rather_have_is_said_and_nothing_is_refused(laid):
    pack = laid.desk.session.pack
    hard = next(card for card in pack.cards if card.level == 3)
    laid.type(hard.code)
    assert "A first card goes best when it is gentle: level 1." in words_on(laid)
    laid.press("enter")
    assert laid.desk.session.state.round.card == hard.id


def test_a_swap_is_another_code(laid):
    laid.type("e7").press("enter", "w")
    assert laid.screen == "companion"
    assert laid.desk.session.state.swapped == 1
    laid.type("r1").press("enter")
    assert laid.desk.session.pack.card(laid.desk.session.state.round.card).code == "R-01"


def test_the_pause_can_swap_too_and_undo_brings_the_card_back(laid):
    laid.type("e7").press("enter", "p", "w")
    assert laid.screen == "companion"
    laid.press("escape", "ctrl+z")
    assert laid.screen == "conversation meet"
    assert laid.desk.session.state.swapped == 0


def test_a_card_can_be_picked_from_the_library(laid):
    focus(laid, "pick")
    laid.press("enter")
    assert laid.screen == "library"
    focus(laid, "theme early")
    laid.press("enter")
    focus(laid, "card green-diary-blue-diary")
    laid.press("enter")
    assert laid.screen == "conversation meet"
    assert laid.desk.session.state.round.card == "green-diary-blue-diary"


def test_the_usual_ways_out_are_there_once_the_field_is_left(laid):
    laid.press("escape")
    for key, screen in (("p", "pause"), ("s", "support"), ("b", "curtain"), ("t", "table")):
        laid.press(key)
        assert laid.screen == screen
        laid.press("escape")
        if laid.screen != "companion":
            laid.press("page down")
        assert laid.screen == "companion"
        laid.press("escape")


def test_it_goes_on_where_it_stopped_and_comes_to_the_open_door(laid):
    laid.type("e7").press("enter", "page down", "page down")
    folder = laid.desk.session.folder
    laid.desk.leave()
    laid.desk.resume(folder)
    session = laid.desk.session
    assert session.state.setup.played_on is PlayedOn.COMPANION
    laid.host_on(screen_for(laid.desk))
    codes = iter(("r1", "p3", "m2", "b12"))
    for _ in range(200):
        if session.state.phase is Phase.DOOR:
            break
        if laid.screen == "companion":
            laid.type(next(codes)).press("enter")
        else:
            laid.press("0" if laid.screen == "survey" else "page down")
    assert session.state.phase is Phase.DOOR
    kinds = {type(event) for event in session.events}
    assert not kinds & {DieRolled, TokenWalked, CardTurned}


@pytest.mark.parametrize(
    ("size", "text", "palette"),
    [
        ((1024, 768), 100, "paper"),
        ((1280, 720), 200, "high contrast"),
        ((1920, 1080), 200, "dark"),
    ],
)
def test_it_fits_whatever_is_typed(table, size, text, palette):
    made = table(size=size, text=text, palette=palette)
    focus(made, "tile companion")
    made.press("enter")
    assert misfits(made.host.frame()) == []
    made.press("page down", "page down")
    for typed in ("", "e", "7", "e13", "E-07", "nothing like it"):
        made.press("ctrl+a", "delete")
        made.type(typed)
        assert misfits(made.host.frame()) == [], typed
    made.press("enter")
    assert misfits(made.host.frame()) == []
