"""One card in two languages: side by side, below each other, in a right-to-left language alone."""

from pathlib import Path

import pytest
from ui_fits import misfits

from game.app.rehearsal import rehearse
from game.app.voice import Recording
from game.ui.aloud import Aloud
from game.ui.host import Host
from game.ui.kit.boxes import InLanguage
from game.ui.kit.field import TextField
from game.ui.kit.geometry import Rect
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.interaction import Editing, Interaction
from game.ui.kit.layout import Layout
from game.ui.kit.nodes import tree_of
from game.ui.screens.all import look_of
from game.ui.screens.phases import SCREENS
from game.values import replace

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "two-languages" / "swim.yaml"
ENGLISH, URDU = "Rosa swims", "روزا ہر"
SIZES = ((1280, 720), (1920, 1080))


@pytest.fixture
def laid(table):
    """The example's card at a stage, with settings of one's own."""

    def laid(stage, *, size=(1920, 1080), text=100, pack=EXAMPLE, **settings):
        made = table(size=size, text=text)
        made.desk.open_pack(pack)
        made.desk.change(replace(made.desk.settings, **settings))
        whole = made.desk.pack
        made.desk.session = dict(rehearse(whole, whole.cards[0]))[stage]
        made.host_on(SCREENS[made.desk.session.state.phase](made.desk))
        return made

    return laid


def texts(frame):
    return {
        each.role.name: each
        for each in frame.root.walk()
        if each.role is not None and each.role.name
    }


def at(frame, beginning):
    return next(each.rect for name, each in texts(frame).items() if name.startswith(beginning))


def keys(frame):
    footer = next(each for each in frame.root.walk() if each.role and each.role.kind == "footer")
    return {
        each.role.value: each.role.name for each in footer.walk() if each.role and each.role.value
    }


def test_the_key_is_there_where_the_pack_has_another_language_and_only_there(laid):
    assert keys(laid("meet").host.frame())["I"] == "Welsh too"
    plain = laid("meet", pack=ROOT / "content" / "scenarios.yaml")
    assert "I" not in keys(plain.host.frame())


def test_the_key_goes_through_the_languages_and_back_to_one(laid):
    made = laid("meet")
    seen = []
    for _ in range(3):
        made.press("i")
        seen.append((made.desk.settings.second, keys(made.host.frame())["I"]))
    assert seen == [("cy", "Urdu instead"), ("ur", "one language"), ("", "Welsh too")]


def test_the_first_language_stands_left_and_the_second_right_at_one_height(laid):
    frame = laid("meet", second="ur").host.frame()
    first, second = at(frame, ENGLISH), at(frame, URDU)
    assert first.right < second.x
    assert at(frame, "English").y == at(frame, "Urdu").y
    assert at(frame, "Urdu").right == second.right


@pytest.mark.parametrize(("size", "text"), [((1920, 1080), 200), ((1024, 768), 150)])
def test_where_there_is_little_room_the_second_stands_below(laid, size, text):
    frame = laid("meet", size=size, text=text, second="ur").host.frame()
    assert at(frame, ENGLISH).bottom < at(frame, URDU).y


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("second", ["cy", "ur"])
def test_every_stage_fits(laid, size, text, second):
    made = laid("meet", size=size, text=text, second=second)
    whole = made.desk.pack
    for stage, session in rehearse(whole, whole.cards[0]):
        made.desk.session = session
        frame = made.host_on(SCREENS[session.state.phase](made.desk)).frame()
        assert misfits(frame) == [], stage


def test_facts_stand_once_in_the_words_that_were_checked(laid):
    frame = laid("evidence", second="ur").host.frame()
    assert not any(isinstance(each.widget, InLanguage) for each in frame.root.walk())


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("think", "آپ روزا سے کیا"),
        ("round", "آپ منگل کے بارے"),
        ("talk", "کون ایک چیز"),
        ("agree", "ہم سب کہیں گے"),
        ("keep", "Something that helps: ایک"),
        ("face up", "منگل کی تیراکی"),
    ],
)
def test_each_stage_shows_its_own_words_in_both(laid, stage, words):
    assert at(laid(stage, second="ur").host.frame(), words)


def test_a_language_that_this_pack_does_not_have_changes_nothing(laid):
    usual, other = laid("meet").host.frame(), laid("meet", second="pl").host.frame()
    assert texts(usual).keys() == texts(other).keys()


# A right-to-left language alone.


@pytest.fixture
def arabic(tmp_path):
    path = tmp_path / "arabic.yaml"
    path.write_text(
        EXAMPLE.read_text(encoding="utf-8")
        .replace("en-GB", "ar")
        .replace("The Tuesday swim", "سباحة يوم الثلاثاء")
        .replace("Rosa swims at the baths every Tuesday at 10:30", "تسبح روزا الساعة 10:30 كل يوم")
        .replace("Who could move one thing", "من يستطيع تغيير شيء واحد"),
        encoding="utf-8",
    )
    return path


def test_its_card_is_laid_out_from_the_right(laid, arabic):
    frame = laid("talk", pack=arabic).host.frame()
    title, code = at(frame, "سباحة"), at(frame, "P-38")
    assert code.x < title.x
    heading, question = at(frame, "Talk about"), at(frame, "من يستطيع")
    dot = min(
        (each.rect for each in frame.root.walk() if getattr(each.widget, "words", "") == "•"),
        key=lambda rect: abs(rect.y - question.y),
    )
    assert dot.x > question.right
    assert heading.right == dot.right


def test_what_stands_beside_it_keeps_the_order_of_the_interface(laid, arabic):
    usual, turned = laid("talk").host.frame(), laid("talk", pack=arabic).host.frame()
    assert at(usual, "Open to everyone") == at(turned, "Open to everyone")


# Read aloud.


def heard(made):
    speaker = Recording()
    made.desk.speaker = speaker
    host = Host(
        made.host.screen,
        fonts=made.faces,
        look=lambda: look_of(made.desk),
        clock=made.clock,
        size=made.size,
        reader=Aloud(speaker, lambda: True),
    )
    host.accept(KeyPressed("v", False, True, False))
    host.frame()
    return speaker


def test_of_two_languages_one_is_read_the_first_unless_the_second_is_wished_for(laid):
    said = "\n".join(heard(laid("meet", second="ur")).said)
    assert ENGLISH in said
    assert URDU not in said
    said = "\n".join(heard(laid("meet", second="ur", hear_second=True)).said)
    assert URDU in said
    assert ENGLISH not in said


def test_words_in_another_language_go_to_its_own_voice(laid):
    speaker = heard(laid("meet", second="ur", hear_second=True))
    assert any("ur" in each and "" in each for each in speaker.languages)
    assert heard(laid("meet", second="ur")).languages == []


def test_a_screen_reader_is_told_both_and_what_language_each_is_in(laid):
    made = laid("meet", second="ur")
    frame = made.host.frame()
    told = tree_of(frame.root, frame.view.title, Interaction(), primary=None)
    scenes = {each.language for each in told.nodes if each.name.startswith((ENGLISH, URDU))}
    assert scenes == {"", "ur"}


def test_a_field_written_from_the_right_is_told_letter_for_letter(faces):
    text = "אב 123"
    at = Interaction(focus="f", editing=Editing(text, 2, 2))
    field = Layout(faces, 1.0, interaction=at).put(
        TextField("f", text, str, "Words"), Rect(0, 0, 600, 80)
    )
    (node,) = [each for each in tree_of(field, "", at).nodes if each.kind == "text field"]
    assert "".join(line.text for line in node.lines) == text
    assert (node.caret.line, node.caret.at) == (0, 2)
