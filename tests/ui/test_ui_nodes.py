"""What a screen reader is given of every screen: whole, named, unmistakable, and the same tomorrow."""

import accesskit
import pytest
from ui_screens import every_screen, focus
from ui_table import Table

from game.ui.kit.focus import focusable
from game.ui.kit.inputs import CaretPut, ControlPressed, FocusAsked, Stepped, TextPut
from game.ui.kit.nodes import ROOT, changed, tree_of
from game.ui.kit.scroll import ScrollBy
from game.ui.kit.speech import CONTROLS
from game.ui.readable import PRIVATE, Readable, Update
from game.ui.screens.hands import HandsScreen
from game.ui.screens.sheets import SheetsScreen
from game.ui.stack import Push
from game.ui.window.bridge import _update


class Ear:
    """A screen reader: puts together what it is told, and hears what is announced."""

    def __init__(self, host):
        self.readable = Readable()
        self.host = host
        self.nodes, self.focus, self.heard = {}, None, []
        host.join(self.readable)

    def attend(self):
        """Take whatever there is to be told, until there is no more."""
        self.host.frame()
        while (update := self.readable.take()) is not None:
            for node in update.nodes:
                before = self.nodes.get(node.id)
                assert before is None or before.kind == node.kind
                self.nodes[node.id] = node
                if node.kind == "news" and before is None:
                    self.heard.append(node.name)
            self.focus = update.focus
            self._forget_what_has_gone()
        return self

    def _forget_what_has_gone(self):
        reached, waiting = set(), [ROOT]
        while waiting:
            each = waiting.pop()
            reached.add(each)
            lines = {line.id for line in self.nodes[each].lines}
            waiting.extend(child for child in self.nodes[each].children if child not in lines)
        self.nodes = {key: node for key, node in self.nodes.items() if key in reached}

    def named(self, name):
        (found,) = [node for node in self.nodes.values() if node.name == name]
        return found

    @property
    def words(self):
        return [node.name for node in self.nodes.values() if node.kind != "news"]


def tree(host):
    frame = host.frame()
    return tree_of(frame.root, frame.view.title, host.interaction, primary=frame.view.primary)


@pytest.fixture(scope="module")
def screens(tmp_path_factory, faces):
    """Each screen's tree and frame, as they are met on the way, and what a reader put together."""
    folder = tmp_path_factory.mktemp("nodes")
    laid = Table(folder, faces, size=(1280, 720))
    ear = Ear(laid.host)
    met = {}

    def look(name):
        frame = laid.host.frame()
        ear.attend()
        met[name] = (frame, tree(laid.host), dict(ear.nodes), ear.focus)

    every_screen(laid, look)
    yield met
    laid.desk.leave()


def test_no_two_nodes_are_one_and_each_but_the_window_stands_in_exactly_one_other(screens):
    for name, (_, grown, _, _) in screens.items():
        ids = [node.id for node in grown.nodes]
        lines = [line.id for node in grown.nodes for line in node.lines]
        assert len({*ids, *lines}) == len(ids) + len(lines), name
        children = [child for node in grown.nodes for child in node.children]
        assert sorted([ROOT, *children]) == sorted([*ids, *lines]), name
        assert grown.nodes[0].id == ROOT


def test_whatever_can_have_the_focus_is_there_with_a_role_and_a_name_and_in_that_order(screens):
    for name, (frame, grown, _, _) in screens.items():
        controls = [node for node in grown.nodes if node.key is not None]
        assert [node.key for node in controls] == [each.key for each in focusable(frame.root)], name
        assert all(node.kind in CONTROLS and node.name.strip() for node in controls), name
        assert all(node.live for node in controls), name


def test_controls_of_one_screen_can_be_told_apart_by_what_they_are_called(screens):
    """Two of one name only where both do the same, such as a button and its key in the footer."""
    for name, (frame, grown, _, _) in screens.items():
        does = {each.key: each.message for each in focusable(frame.root)}
        said = {}
        for node in grown.nodes:
            if node.key is not None and not isinstance(does[node.key], ScrollBy):
                said.setdefault((node.name, node.kind), []).append(does[node.key])
        alike = [which for which, what in said.items() if any(each != what[0] for each in what)]
        assert alike == [], name


def test_everything_else_says_something_and_stands_within_the_window(screens):
    for name, (frame, grown, _, _) in screens.items():
        for node in grown.nodes:
            assert node.name.strip() or node.children, (name, node)
            assert 0 <= node.rect.x <= node.rect.right <= frame.size[0], (name, node)
            assert 0 <= node.rect.y <= node.rect.bottom <= frame.size[1], (name, node)


def test_a_reader_who_is_told_only_what_is_new_knows_what_there_is(screens):
    for name, (_, grown, known, where) in screens.items():
        kept = {key: node for key, node in known.items() if node.kind not in {"news", "window"}}
        assert kept == {node.id: node for node in grown.nodes[1:]}, name
        assert where == grown.focus, name


def test_every_text_field_gives_its_whole_text_in_lines(screens):
    count, wrapped = 0, False
    for name, (frame, grown, _, _) in screens.items():
        holds = {each.key: each.role.value for each in focusable(frame.root) if each.takes_text}
        for node in grown.nodes:
            if node.takes_text:
                assert "".join(line.text for line in node.lines) == holds[node.key], name
                count, wrapped = count + 1, wrapped or len(node.lines) > 1
    assert count > 20
    assert wrapped


def test_accesskit_is_handed_every_node_of_every_screen(screens):
    roles = set()
    for name, (_, grown, _, _) in screens.items():
        handed = dict(_update(accesskit, Update(grown.nodes, grown.focus), whole=True).nodes)
        for node in grown.nodes:
            given = handed[node.id]
            roles.add(str(given.role))
            words = given.value if node.kind in {"text", "label"} else given.label
            assert (words or "") == node.name, name
            assert list(given.children) == list(node.children), name
            assert given.is_disabled == (not node.live), name
            on = {None: None, True: accesskit.Toggled.TRUE, False: accesskit.Toggled.FALSE}
            assert given.toggled == on[node.on], name
            assert given.supports_action(accesskit.Action.CLICK) == (node.key is not None), name
    assert len(roles) >= 12


def test_a_node_stays_the_same_one_while_time_passes_and_things_are_typed_and_chosen(table):
    laid = table()
    laid.press("n")
    before = tree(laid.host)
    laid.clock.wait(70)
    laid.host.stir()
    assert changed(before, tree(laid.host)) == ()
    focus(laid, "name 1")
    laid.type("Viv")
    after = tree(laid.host)
    assert {node.name for node in changed(before, after)} <= {
        *(
            "Name of Seat 2",
            "Seat 2 is one person: change",
            "Remove Seat 2",
            "Viv is one person: change",
        ),
        *("Move Seat 2 up", "Move Seat 2 down", "Move Viv up", "Move Viv down", "Remove Viv"),
    }
    assert {node.id for node in after.nodes} == {node.id for node in before.nodes}
    # A seat more stands among the others, and they are who they were.
    laid.press("escape")
    focus(laid, "add seat")
    laid.press("enter")
    assert {node.id for node in before.nodes} <= {node.id for node in tree(laid.host).nodes}


def at_the_table(laid):
    laid.press("q", "space")
    return Ear(laid.host).attend()


def test_who_comes_hears_where_they_are_and_then_each_stage_and_each_voice(table):
    laid = table()
    ear = at_the_table(laid)
    assert "rolls" in ear.heard[0]
    assert "Space: Roll the die." in ear.heard[0]
    for _ in range(60):
        if laid.screen == "conversation round":
            break
        ear.heard.clear()
        laid.press("2" if laid.screen == "board" and "rolled" in " ".join(ear.words) else "space")
        if "crossroads" in laid.screen or any(word.startswith("Choose") for word in ear.words):
            laid.press("3")
        ear.attend()
    said = " ".join(ear.heard)
    assert "Round: " in said
    ear.heard.clear()
    laid.press("space")
    ear.attend()
    assert "has had their time" in ear.heard[0]
    assert "Next voice" in ear.heard[0]


def test_what_the_focus_is_on_is_left_to_the_reader_to_say(table):
    laid = table()
    ear = Ear(laid.host).attend()
    ear.heard.clear()
    focus(laid, "tile library")
    ear.attend()
    assert ear.nodes[ear.focus].name == "Library"
    assert ear.heard == []


def test_nothing_that_is_covered_is_there(table):
    laid = table()
    ear = at_the_table(laid)
    board = set(ear.words)
    laid.press("b")
    ear.attend()
    assert "Back in a moment" in ear.words
    assert not board & set(ear.words) - {"Keys", "read aloud", "MaP"}


def test_a_private_sheet_can_be_read_by_whoever_answers_and_is_not_announced(table):
    laid = table()
    ear = at_the_table(laid)
    laid.host.follow(Push(SheetsScreen(laid.desk)))
    laid.press("space")
    ear.heard.clear()
    laid.press("space")
    ear.attend()
    laid.press("4")
    ear.attend()
    assert [each for each in ear.heard if "Your sheet" not in each] == []
    assert all(PRIVATE in each or each.startswith("Your sheet") for each in ear.heard)
    assert [node.name for node in ear.nodes.values() if node.on]


def test_a_press_by_a_reader_does_what_a_pointer_does_and_leaves_the_focus_there(table):
    laid = table()
    laid.press("n")
    laid.host.accept(ControlPressed("minutes 60"))
    chosen = [node.name for node in tree(laid.host).nodes if node.on and node.kind == "radio"]
    assert chosen == ["60 min, 5 cards"]
    assert laid.host.interaction.focus == "minutes 60"
    laid.host.accept(FocusAsked("name 0"))
    assert laid.host.typing


def test_what_is_covered_or_gone_cannot_be_pressed(table):
    laid = table()
    laid.press("q", "space", "b")
    assert laid.screen == "curtain"
    for key in ("roll", "key p", "no such thing"):
        laid.host.accept(ControlPressed(key))
        laid.host.accept(FocusAsked(key))
        laid.host.accept(TextPut(key, "x"))
    assert laid.screen == "curtain"


def test_a_text_that_a_reader_puts_into_a_field_is_cleaned_and_cut_as_any_other(table):
    laid = table()
    laid.press("n")
    laid.host.accept(TextPut("name 0", "Zo\u202eë\n" + "x" * 500))
    (field,) = [node for node in tree(laid.host).nodes if node.key == "name 0"]
    text = "".join(line.text for line in field.lines)
    assert text.startswith("Zoë x")
    assert len(text) < 100
    laid.host.accept(CaretPut("name 0", 2, 0))
    laid.type("A")
    (field,) = [node for node in tree(laid.host).nodes if node.key == "name 0"]
    assert field.lines[0].text.startswith("Aë x")
    assert field.caret.at == 1


def test_a_count_of_hands_goes_up_and_down_by_one_and_no_lower_than_none(table):
    laid = table()
    laid.press("q", "space")
    laid.host.follow(Push(HandsScreen(laid.desk, 0)))

    def count():
        (field,) = [node for node in tree(laid.host).nodes if node.key == "before 1"]
        assert field.steps
        return "".join(line.text for line in field.lines)

    for by in (1, 1, 1, -1):
        laid.host.accept(Stepped("before 1", by))
    assert count() == "2"
    laid.type("0")
    assert count() == "20"
    for _ in range(22):
        laid.host.accept(Stepped("before 1", -1))
    assert count() == ""


def test_while_the_games_own_voice_speaks_nothing_is_announced_but_what_is_asked_for(table):
    laid = table()
    quiet = [True]
    ear = Ear(laid.host)
    ear.readable._quiet = lambda: quiet[0]
    ear.attend()
    laid.press("f1")
    ear.attend()
    assert ear.heard == []
    ear.readable.whole()
    ear.attend()
    assert ear.heard[0].startswith("Help.")
    quiet[0] = False
    laid.press("escape")
    ear.attend()
    assert len(ear.heard) == 2
