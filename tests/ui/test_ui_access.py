"""The accessibility settings: each is chosen with keys, works at once, and every screen still fits."""

import pytest
from ui_fits import misfits
from ui_screens import every_screen, focus

from game.app import settings as settings_file
from game.app.settings import Settings
from game.app.voice import NO_ESPEAK, Recording
from game.cli import main
from game.cli.accessibility import chosen
from game.cli.arguments import parser
from game.ui.keytimes import KeyTimes
from game.ui.kit.inputs import KeyPressed, PointerPressed, PointerReleased
from game.ui.kit.text import Face, Setting, Span, Style, fit_text, set_text
from game.ui.screens.table import gentle_seconds
from game.values import replace

CHOICES = (
    ("between lines 150 %", "lines", 150),
    ("between letters +8 %", "letters", 8),
    ("typeface lexend", "typeface", "lexend"),
    ("read aloud on", "speak", True),
    ("speed of reading 260", "speed", 260),
    ("voice british", "voice", "en-gb"),
    ("captions on", "captions", True),
    ("timers off", "timers", "off"),
    ("larger targets on", "large_targets", True),
    ("same key again 0.6 s", "ignore", 600),
    ("hold a key 0.5 s", "hold", 500),
)


def words(frame):
    return [each.role.name for each in frame.root.walk() if each.role is not None]


def test_every_choice_is_made_with_keys_alone_and_says_what_it_belongs_to(table):
    laid = table(size=(1280, 720))
    laid.desk.speaker = Recording()
    laid.press("shift+a")
    for key, name, value in CHOICES:
        focus(laid, key)
        laid.press("enter")
        assert getattr(laid.desk.settings, name) == value
        assert misfits(laid.host.frame()) == []
    assert "Timers: Off" in words(laid.host.frame())


def test_all_of_them_are_kept_and_nonsense_in_the_file_is_not(tmp_path):
    path = tmp_path / "settings.json"
    wanted = replace(Settings(), **{name: value for _, name, value in CHOICES})
    assert settings_file.write(path, wanted)
    assert settings_file.read(path).settings == wanted
    path.write_text('{"lines": 3, "letters": true, "hold": [], "typeface": 4}', encoding="utf-8")
    assert settings_file.read(path).settings == Settings()


def test_without_a_voice_the_screen_says_why_and_offers_no_switch(table):
    laid = table()
    laid.press("shift+a")
    assert NO_ESPEAK in words(laid.host.frame())
    assert "read aloud on" not in laid.host.reachable()


def test_every_screen_fits_with_the_widest_spacing_at_the_largest_text(
    tmp_path, faces, monkeypatch
):
    from ui_table import Table  # noqa: PLC0415

    monkeypatch.setenv("HOME", str(tmp_path))
    laid = Table(tmp_path, faces, size=(1024, 768), text=200)
    laid.desk.speaker = Recording()
    laid.desk.change(
        replace(laid.desk.settings, lines=175, letters=12, typeface="lexend", captions=True)
    )
    found = set()
    every_screen(
        laid,
        lambda name: found.update(f"{name}: {each}" for each in misfits(laid.host.frame())),
    )
    laid.desk.leave()
    assert sorted(found) == []


def test_texts_labels_and_headings_are_spaced(faces):
    wide = Setting(1.5, 8, "Lexend")
    read = (Span("Her sister rang.", Style(30, leading=1.4)),)
    label = (Span("Roll the die", Style(30, Face.BOLD, leading=1.2)),)
    usual, spaced = (set_text(faces, read, (30,), 2000, each) for each in (Setting(), wide))
    assert spaced.h == round(usual.h * 1.5)
    assert spaced.w > usual.w * 1.08
    assert spaced.runs[0].face == "Lexend:Regular+8"
    usual, spaced = (fit_text(faces, label, (30,), 2000, each) for each in (Setting(), wide))
    assert spaced.h == usual.h, "a label stays in its line"
    assert spaced.w > usual.w * 1.08
    assert spaced.runs[0].face == "Lexend:Bold+8"


def test_a_label_that_would_break_in_a_word_stands_closer_and_then_smaller(faces):
    label = (Span("Go forward", Style(30, Face.BOLD, leading=1.2)),)
    spaced = Setting(letters=12)
    word = faces.width("forward", "Bold", 30)
    closer = fit_text(faces, label, (30,), word, spaced)
    assert {(run.face, run.size) for run in closer.runs} == {("Bold", 30)}
    smaller = fit_text(faces, label, (30,), word - 20, spaced)
    assert {run.face for run in smaller.runs} == {"Bold"}
    assert all(18 <= run.size < 30 for run in smaller.runs)
    for paragraph in (closer, smaller):
        assert [run.text for run in paragraph.runs] == ["Go", "forward"]
        assert paragraph.squeezed
    # What is read in lines keeps its size and its spacing whatever the room.
    read = (Span("Go forward", Style(30, leading=1.4)),)
    assert fit_text(faces, read, (30,), 40, spaced) == set_text(faces, read, (30,), 40, spaced)


def test_spaced_words_are_drawn_as_wide_as_they_were_measured(faces):
    for face in ("Regular+12", "Lexend:Bold+4", "Lexend:Regular"):
        drawn = faces.drawn(face, 31, (0, 0, 0))("answered")
        assert drawn.get_width() == faces.width("answered", face, 31)


def test_sounds_are_put_into_words_in_the_footer_for_a_while(table):
    laid = table()
    laid.desk.change(replace(laid.desk.settings, captions=True, still=True, sound=False))
    laid.press("q", "space", "space")
    assert "the die rolls" in words(laid.host.frame())
    laid.clock.wait(5)
    assert "the die rolls" not in words(laid.host.frame())


def test_without_captions_the_footer_keeps_its_own_news(table):
    laid = table()
    laid.press("q", "space", "space")
    assert "the die rolls" not in words(laid.host.frame())


def press_beside(laid, key):
    spot = next(each for each in laid.host.frame().root.walk() if each.key == key).rect
    x, y = spot.centre[0], spot.bottom + 9
    laid.host.accept(PointerPressed(x, y))
    laid.host.accept(PointerReleased(x, y))


def test_a_press_near_a_button_counts_where_targets_are_larger(table):
    laid = table()
    press_beside(laid, "step by step")
    assert laid.screen == "home"
    laid.desk.change(replace(laid.desk.settings, large_targets=True))
    press_beside(laid, "step by step")
    assert laid.screen == "seats"


def test_a_ring_takes_twice_as_long_where_timers_are_longer(table):
    laid = table()
    laid.press("q", "space", "space", "2", "space")
    while laid.screen != "conversation think":
        laid.press("space")
    usual = gentle_seconds(laid.desk)
    laid.desk.change(replace(laid.desk.settings, timers="longer"))
    assert gentle_seconds(laid.desk) == 2 * usual
    laid.desk.change(replace(laid.desk.settings, timers="off"))
    laid.host.stir()
    assert "timer" not in {each.role.kind for each in laid.host.frame().root.walk() if each.role}


def test_with_timers_off_there_is_no_ring_and_a_notice_stays_until_a_key(table):
    laid = table()
    laid.desk.change(replace(laid.desk.settings, timers="off"))
    laid.press("ctrl++")
    laid.clock.wait(3600)
    assert "Text size 110 %" in words(laid.host.frame())
    laid.press("tab")
    assert "Text size 110 %" not in words(laid.host.frame())
    laid.press("q", "space", "space", "2", "space")
    assert "minutes left" not in " ".join(words(laid.host.frame()))


class Keys:
    """Key times with a clock of their own."""

    def __init__(self, *, ignore=0.0, hold=0.0):
        self.now = 0.0
        self.times = KeyTimes(lambda: self.now, lambda: ignore, lambda: hold)

    def press(self, at, key="space", *, typing=False, repeat=False):
        self.now = at
        return self.times.pressed(KeyPressed(key, repeat=repeat), typing=typing)


def test_the_same_key_again_is_one_press_and_another_key_is_not():
    keys = Keys(ignore=0.6)
    assert keys.press(1.0)
    assert keys.press(1.5) is None
    assert keys.times.dropped
    assert keys.press(1.5, "x")
    assert keys.press(1.7)
    keys.now = 3.0
    keys.times.released("space")
    assert keys.press(3.4) is None


def test_a_key_that_must_be_held_counts_once_when_it_has_been():
    keys = Keys(hold=0.5)
    assert keys.press(1.0) is None
    assert keys.press(1.3, repeat=True) is None
    assert keys.times.due() == ()
    keys.now = 1.5
    assert keys.times.due() == (KeyPressed("space"),)
    assert keys.times.due() == ()


def test_a_key_let_go_too_soon_does_not_count_and_typing_needs_no_holding():
    keys = Keys(hold=0.5)
    keys.press(1.0)
    keys.times.released("space")
    keys.now = 2.0
    assert keys.times.due() == ()
    assert keys.press(2.0, "a", typing=True)
    assert keys.press(2.1, "tab")


def test_settings_can_be_given_on_the_command_line():
    given = parser().parse_args(
        [
            "--palette",
            "high-contrast",
            "--still",
            "--speak",
            "--line-spacing",
            "150",
            "--large-targets",
            "--timers",
            "off",
            "--text",
            "150",
        ]
    )
    assert chosen(given) == {
        "palette": "high contrast",
        "still": True,
        "speak": True,
        "lines": 150,
        "large_targets": True,
        "timers": "off",
        "text": 150,
    }
    assert chosen(parser().parse_args([])) == {}


def test_a_value_that_does_not_exist_is_refused_with_those_that_do(capsys):
    with pytest.raises(SystemExit) as left:
        main(["--palette", "plaid"])
    assert left.value.code == 2
    assert "high-contrast" in capsys.readouterr().err
