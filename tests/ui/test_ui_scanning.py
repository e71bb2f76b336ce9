"""Play with one switch and with two: a short session each, and what the light does on its way."""

import pytest
from ui_fits import misfits
from ui_hands import OneSwitch, TwoSwitches, main_action, play, write

from game.app import settings as settings_file
from game.app.settings import Settings
from game.app.switches import keys_of
from game.app.voice import Recording
from game.cli import main
from game.cli.accessibility import chosen
from game.cli.arguments import parser
from game.rules.state import Phase
from game.ui.kit.drawing import Box
from game.ui.kit.groups import MOST, stops
from game.ui.kit.inputs import KeyPressed, PointerPressed, PointerReleased, TextTyped
from game.ui.scanning import ROUNDS
from game.ui.telling import Telling
from game.values import replace


@pytest.mark.parametrize("hand", [OneSwitch, TwoSwitches])
def test_a_session_is_played_to_the_open_door(table, hand):
    laid = table(size=(1280, 720))
    play(hand(laid))
    state = laid.desk.session.state
    assert state.phase is Phase.DOOR
    assert state.seats[0].name == "Ann"
    assert "'Call'" in str(state.closing.commitments)


def test_the_light_begins_at_the_main_action_and_goes_on_in_reading_order(table):
    laid = table()
    two = TwoSwitches(laid)
    two.settle()
    assert two.lit == (main_action(laid),)
    tops = [each.keys for each in stops(laid.host.frame().root)]
    seen = []
    for _ in tops:
        two.key("space")
        seen.append(two.lit)
    assert seen == tops
    two.key("space")
    assert two.lit == (main_action(laid),)


def test_the_focus_goes_with_the_light_so_that_readers_tell_the_same(table):
    laid = table()
    two = TwoSwitches(laid)
    two.settle()
    for _ in range(12):
        assert laid.host.interaction.focus == two.lit[0]
        two.key("space")


def test_a_group_is_entered_gone_through_and_left_again(table):
    laid = table()
    two = TwoSwitches(laid)
    two.settle()
    group = next(each for each in stops(laid.host.frame().root) if each.parts)
    for _ in range(9):
        if two.lit == group.keys:
            break
        two.key("space")
    two.key("enter")
    inside = []
    for _ in group.parts:
        inside.append(two.lit)
        two.key("space")
    assert inside == [part.keys for part in group.parts]
    # After the last comes the group as a whole, and then what follows it.
    assert two.lit == group.keys
    two.key("space")
    assert two.lit not in {group.keys, *inside}


def test_many_controls_stand_in_few_stops(table):
    laid = table(size=(1280, 720))
    laid.press("shift+a")

    def look(parts):
        assert 1 <= len(parts) <= MOST
        for part in parts:
            if part.parts:
                assert part.keys == tuple(key for each in part.parts for key in each.keys)
                look(part.parts)

    found = stops(laid.host.frame().root)
    look(found)
    assert tuple(key for each in found for key in each.keys) == laid.host.reachable()
    assert len(laid.host.reachable()) > 50


def test_one_switch_rests_after_two_rounds_and_one_press_begins_again(table):
    laid = table()
    one = OneSwitch(laid, pace=1000)
    one.settle()
    rounds = ROUNDS * (len(stops(laid.host.frame().root)) + 1)
    for _ in range(rounds + 2):
        laid.clock.wait(1.0)
        one.hands.due()
    assert one.lit == ()
    frame = laid.host.frame()
    laid.clock.wait(15.0)
    one.hands.due()
    # Nothing moves and nothing is drawn anew, however long nobody presses.
    assert laid.host.frame().ops is frame.ops
    one.key("space")
    assert one.lit == (main_action(laid),)
    assert laid.screen == "home"
    one.key("space")
    assert laid.screen != "home"


def test_the_light_moves_at_the_pace_that_was_chosen_and_waits_longer_after_a_press(table):
    laid = table()
    one = OneSwitch(laid, pace=500)
    one.settle()
    first = one.lit
    assert _until_it_moves(one, first) == pytest.approx(1.0, abs=0.06)
    assert _until_it_moves(one, one.lit) == pytest.approx(0.5, abs=0.06)
    laid.desk.change(replace(laid.desk.settings, pace=3000))
    one.press("step by step")
    assert laid.screen == "seats"
    one.hands.due()
    assert _until_it_moves(one, one.lit) == pytest.approx(6.0, abs=0.06)


def test_a_group_is_told_as_one_by_its_first_and_last(table):
    laid = table()
    two = TwoSwitches(laid)
    two.settle()
    telling = Telling("")
    frame, at = laid.host.frame(), laid.host.interaction
    telling.see(frame.view, frame.root, at.focus, at.lit)
    group = next(each for each in stops(frame.root) if each.parts)
    for _ in range(9):
        if two.lit == group.keys:
            break
        two.key("space")
    frame, at = laid.host.frame(), laid.host.interaction
    names = [laid.host.attention.find(key).role.name for key in (at.lit[0], at.lit[-1])]
    told = telling.see(frame.view, frame.root, at.focus, at.lit)
    assert told == [f"Group of {len(at.lit)}: {names[0]} to {names[1]}"]
    # Inside it is its first part that is told, although the focus has not moved.
    two.key("enter")
    frame, at = laid.host.frame(), laid.host.interaction
    (told,) = telling.see(frame.view, frame.root, at.focus, at.lit)
    assert told.startswith(names[0])


def test_where_the_screen_is_read_aloud_the_light_waits_until_it_has_been_heard(table):
    laid = table()
    laid.desk.speaker = Recording()
    one = OneSwitch(laid, pace=500, speak=True, speed=120)
    one.settle()
    read = _until_it_moves(one, one.lit)
    assert read > 5
    assert _until_it_moves(one, one.lit) < 1


def _until_it_moves(one, lit):
    start = one.clock.now
    while one.lit == lit:
        one.clock.wait(0.05)
        one.hands.due()
    return one.clock.now - start


def test_a_press_while_something_moves_ends_the_motion_and_presses_nothing(table):
    laid = table()
    two = TwoSwitches(laid)
    for _ in range(4):
        two.press(main_action(laid))
        if laid.desk.session.state.phase is Phase.ROLL:
            break
    two.hands.due()
    laid.clock.wait(1)
    two.hands.take(KeyPressed("enter"))
    assert laid.host.moving
    assert laid.desk.session.state.phase is Phase.WALK
    two.hands.take(KeyPressed("enter"))
    assert not laid.host.moving
    assert laid.desk.session.state.phase is Phase.WALK
    two.press(main_action(laid))
    assert laid.desk.session.state.phase is not Phase.WALK


def test_a_key_held_down_is_one_press(table):
    laid = table()
    two = TwoSwitches(laid)
    two.settle()
    two.key("space")
    lit = two.lit
    two.key("space", repeat=True)
    assert two.lit == lit


def test_other_keys_do_what_they_always_do_and_the_light_follows_the_focus(table):
    laid = table()
    two = TwoSwitches(laid)
    two.settle()
    two.key("tab")
    assert two.lit == (laid.host.interaction.focus,)
    two.key("f1")
    assert laid.screen == "help"
    assert two.lit == (main_action(laid),)
    two.key("escape")
    assert laid.screen == "home"


def test_mouse_buttons_and_buttons_of_a_pad_can_be_the_switches(table):
    laid = table()
    two = TwoSwitches(laid, switch_keys="mouse left,mouse right")
    two.settle()
    first = two.lit
    laid.clock.wait(1)
    two.hands.take(PointerPressed(5, 5))
    two.hands.take(PointerReleased(5, 5))
    assert two.lit != first
    lit = two.lit
    two.key("mouse right")
    # A group was entered, or a control pressed.
    assert two.lit != lit
    laid.desk.change(replace(laid.desk.settings, switch_keys="pad a,pad b"))
    two.settle()
    first = two.lit
    two.key("pad a")
    assert two.lit != first


def test_whoever_types_meanwhile_types_and_a_switch_leads_out_of_the_field(table):
    laid = table()
    two = TwoSwitches(laid)
    two.press("step by step")
    laid.host.attention.focus("name 0")
    laid.host.frame()
    for each in "Jo ":
        laid.clock.wait(0.2)
        two.hands.take(KeyPressed("space" if each == " " else each.lower()))
        two.hands.take(TextTyped(each))
    assert laid.host.interaction.editing.text.endswith("Jo ")
    laid.clock.wait(5)
    two.key("space")
    assert not laid.host.typing
    assert two.lit


def test_turned_off_the_light_goes_out(table):
    laid = table()
    two = TwoSwitches(laid)
    two.settle()
    assert two.lit
    laid.desk.change(replace(laid.desk.settings, switch="off"))
    two.settle()
    assert two.lit == ()
    two.key("tab")
    two.key("enter")


def test_a_ring_round_what_is_lit_is_drawn_last_and_lies_within_the_screen(table):
    laid = table(size=(1280, 720))
    two = TwoSwitches(laid)
    two.settle()
    for _ in range(12):
        *_, last = laid.host.frame().ops
        assert isinstance(last, Box)
        assert last.line_width >= 3
        assert last.rect.x >= 0
        assert last.rect.bottom <= 720
        two.key("space")


@pytest.mark.parametrize("order", ["order", "often"])
def test_a_name_is_written_with_letters_to_press(table, order):
    laid = table(size=(1280, 720))
    two = TwoSwitches(laid, letter_order=order)
    two.press("step by step")
    two.press("name 0")
    assert laid.screen == "lettering"
    for _ in laid.host.screen.text:
        two.press("take back")
    two.press("letter l")
    two.press("letter i")
    two.press("letter x")
    two.press("take back")
    two.press("letter z")
    two.press("space")
    two.press("capital")
    two.press("letter b")
    two.press("signs")
    two.press("letter .")
    two.press("finish")
    assert laid.screen == "seats"
    assert laid.host.attention.find("name 0").role.value == "Liz B."
    assert two.lit


def test_giving_up_leaves_the_field_as_it_was(table):
    laid = table()
    two = TwoSwitches(laid)
    two.press("step by step")
    before = laid.host.attention.find("name 0").role.value
    two.press("name 0")
    two.press("letter q")
    two.press("give up")
    assert laid.host.attention.find("name 0").role.value == before


def test_letters_are_also_typed_and_v_is_a_letter_there(table):
    laid = table()
    two = TwoSwitches(laid, switch_keys="f7,f8")
    two.key("tab")
    for _ in laid.host.reachable():
        if laid.host.interaction.focus != "step by step":
            two.key("tab")
    two.key("enter")
    laid.host.attention.light(("name 0",))
    two.settle()
    two.key("f8")
    assert laid.screen == "lettering"
    for _ in laid.host.screen.text:
        two.key("backspace")
    assert laid.host.screen.text == ""
    laid.host.attention.light(())
    for each in "v":
        two.key(each)
    assert laid.host.screen.text == "V"


def test_what_is_private_stays_private_among_the_letters(table):
    laid = table()
    TwoSwitches(laid)
    from game.ui.kit.field import TextField  # noqa: PLC0415

    held = TextField("stays", "", lambda text: text, "What stays")
    assert laid.host._letters(held, True).view(laid_env(laid)).private
    assert not laid.host._letters(held, False).view(laid_env(laid)).private


def laid_env(laid):
    from game.ui.stack import Env  # noqa: PLC0415

    return Env(1920, 1080, laid.desk.settings.text / 100, 0.0)


def test_choices_are_kept_given_on_the_command_line_and_nonsense_is_refused(tmp_path, capsys):
    given = chosen(
        parser().parse_args(
            [
                "--switch",
                "one",
                "--scan-pace",
                "2.5",
                "--switch-keys",
                "mouse-left,mouse-right",
                "--letter-order",
                "often",
            ]
        )
    )
    wanted = {
        "switch": "one",
        "pace": 2500,
        "switch_keys": "mouse left,mouse right",
        "letter_order": "often",
    }
    assert given == wanted
    path = tmp_path / "settings.json"
    assert settings_file.write(path, replace(Settings(), **wanted))
    assert settings_file.read(path).settings == replace(Settings(), **wanted)
    path.write_text('{"switch": 2, "pace": 9, "switch_keys": "a", "letter_order": ""}', "utf-8")
    assert settings_file.read(path).settings == replace(Settings(), pace=500)
    for wrong in (["--scan-pace", "9"], ["--switch-keys", "space,space"], ["--switch", "six"]):
        with pytest.raises(SystemExit):
            main(wrong)
        assert "error" in capsys.readouterr().err
    assert keys_of("Space, F7") == ("space", "f7")
    assert keys_of("space,escape") is None


def test_the_lines_on_the_accessibility_screen_turn_it_on_and_off(table):
    laid = table(size=(1280, 720))
    two = TwoSwitches(laid)
    two.key("a", shift=True)
    assert laid.screen == "settings"
    two.press("switch one")
    assert laid.desk.settings.switch == "one"
    one = OneSwitch(laid)
    one.press("the light moves every 0.5 s")
    assert laid.desk.settings.pace == 500
    one.press("switch off")
    assert laid.desk.settings.switch == "off"
    write(one, "")


@pytest.mark.parametrize(
    ("size", "text"),
    [((1280, 720), 100), ((1024, 768), 110), ((1280, 720), 200), ((1024, 768), 200)],
)
def test_letters_signs_and_the_lines_about_switches_fit(table, size, text):
    laid = table(size=size, text=text)
    two = TwoSwitches(laid)
    two.press("step by step")
    two.press("name 0")
    assert misfits(laid.host.frame()) == []
    two.press("signs")
    assert misfits(laid.host.frame()) == []
    two.press("give up")
    two.key("a", shift=True)
    for count in ("one", "two"):
        laid.desk.change(replace(laid.desk.settings, switch=count, switch_keys="f7,f8"))
        laid.host.stir()
        assert misfits(laid.host.frame()) == []
