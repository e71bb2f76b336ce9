"""
In every language: nothing is cut, and nothing of the interface is left in English.

The language for testing puts each message between brackets, with accents, two fifths longer. What
then stands on a screen outside brackets must be content: the words of a pack, names, figures, keys.
"""

import dataclasses
import re
from functools import cache

import pytest
from babel.messages.pofile import read_po
from ui_fits import misfits
from ui_screens import every_screen, focus
from ui_table import Table

from game import tongue
from game.app import pseudo
from game.app.languages import ENGLISH, LANGUAGES, PSEUDO
from game.app.places import find
from game.app.pseudo import CLOSE, OPEN
from game.app.rehearsal import NAMES as REHEARSED
from game.ui.kit.content import Text
from game.ui.kit.controls import KeyCap
from game.ui.pilot import AGREED, NAMES, STAYS, WILL_DO, Pilot

OWN_NAMES = {
    "MaP",
    *LANGUAGES.values(),
    "Atkinson",
    "Lexend",
    "PDF",
    "A4",
    "Letter",
    "Ctrl",
    "Esc",
    "Tab",
}
"""What is called the same in every language."""
INWARD = {"now", "done", "to come"}
"""Marks by which a reader of steps is told where it is: never shown, never said."""


@pytest.fixture(autouse=True)
def english_again():
    yield
    tongue.speak(None)


TEMPLATE = find().assets / "languages" / "map.pot"


class OnlyGathered(pseudo.Pseudo):
    """The language for testing, which knows no more than translators are given."""

    def __init__(self):
        with TEMPLATE.open("rb") as file:
            words = read_po(file)
        self._known = {
            text
            for each in words
            for text in (each.id if isinstance(each.id, tuple) else (each.id,))
        }

    def gettext(self, message):
        return pseudo.accented(message) if message in self._known else message


def walked(folder, faces, language, look, **given):
    """Every screen in this language; *look* is told each name and frame."""
    table = Table(folder, faces, **given)
    table.desk.change(dataclasses.replace(table.desk.settings, language=language))
    table.host_on(table.host.screen)
    try:
        every_screen(table, lambda name: look(name, table.host.frame(), table.desk))
    finally:
        table.desk.leave()


def texts_in(value):
    """Every string in a value of the model, however deep."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from texts_in(getattr(value, each.name))
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)


def said_on(frame):
    """Everything that a screen shows or says, with the kind of thing that says it."""
    yield "title", frame.view.title
    for each in frame.root.walk():
        if isinstance(each.widget, Text):
            yield "text", each.widget.plain
        if isinstance(each.widget, KeyCap):
            continue
        if each.role is not None:
            yield each.role.kind, each.role.name
            if each.role.value not in INWARD:
                yield f"{each.role.kind} value", each.role.value


BRACKETED = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
BREAKS = re.compile(r"[\n,.:;·()“”?!/\d\x00]+")


def outside(words):
    """What is left of the words once everything between brackets is taken out."""
    before = None
    while words != before:
        before, words = words, BRACKETED.sub("\0", words)
    return words


def pieces(words):
    """The words between stops and figures, by whose like content is known again."""
    found = (each.strip(" –-+%~’").casefold() for each in BREAKS.split(words))
    return {each for each in found if re.search(r"[^\W\d_]{2,}", each)}


@cache
def pieces_of(pack):
    return {piece for text in texts_in(pack) for piece in pieces(text)}


def known_pieces(desk):
    """What content, names and paths bring along."""
    whole = [*NAMES, *AGREED, *WILL_DO, STAYS, *REHEARSED, *OWN_NAMES]
    places = (desk.places.saves, desk.places.exports, desk.core)
    whole += [part for place in places for part in place.parts]
    if desk.session is not None:
        whole += [*texts_in(desk.session.state), desk.session.folder.name]
    return pieces_of(desk.pack) | {piece for text in whole for piece in pieces(text)}


@pytest.fixture(scope="module")
def tried(tmp_path_factory, faces):
    """What was left in English, and what was cut, in the language for testing."""
    folder = tmp_path_factory.mktemp("tried")
    left, cut = set(), set()

    def look(name, frame, desk):
        known = known_pieces(desk)
        keys = {piece for each in frame.view.keys for piece in pieces(each.written)}
        for kind, words in said_on(frame):
            bare = pieces(outside(words)) - known - keys
            if bare:
                left.add(f"{name}: {kind} {words!r}: {sorted(bare)}")
        cut.update(f"{name}: {each}" for each in misfits(frame))

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setattr(pseudo, "Pseudo", OnlyGathered)
        walked(folder, faces, PSEUDO, look, size=(1280, 720))
    return left, cut


def test_nothing_of_the_interface_stays_in_english(tried):
    assert "\n".join(sorted(tried[0])) == ""


def test_nothing_is_cut_where_words_are_longer(tried):
    assert "\n".join(sorted(tried[1])) == ""


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != ENGLISH])
def test_nothing_is_cut_in_our_languages(tmp_path, faces, monkeypatch, language):
    monkeypatch.setenv("HOME", str(tmp_path))
    found = set()
    walked(
        tmp_path,
        faces,
        language,
        lambda name, frame, _desk: found.update(f"{name}: {each}" for each in misfits(frame)),
        size=(1280, 720),
    )
    assert "\n".join(sorted(found)) == ""


def test_a_language_is_chosen_by_its_own_name_and_every_screen_speaks_it_at_once(tmp_path, faces):
    table = Table(tmp_path, faces)
    table.press("shift+a")
    assert table.host.frame().view.title == "Settings and accessibility"
    focus(table, "language cymraeg")
    table.press("enter")
    assert table.host.frame().view.title == "Gosodiadau a hygyrchedd"
    assert table.host.interaction.focus == "language cymraeg"
    table.press("escape")
    assert "Cychwyn cyflym" in dict.fromkeys(words for _kind, words in said_on(table.host.frame()))
    table.press("shift+a")
    focus(table, "language english")
    table.press("enter")
    assert table.host.frame().view.title == "Settings and accessibility"
    table.desk.leave()


def test_a_session_is_written_down_alike_in_every_language(tmp_path, faces):
    written = []
    for language in LANGUAGES:
        table = Table(tmp_path / language, faces)
        table.desk.change(dataclasses.replace(table.desk.settings, language=language))
        Pilot(table.desk, table.host, wait=table.clock.wait, by_words=True).play(30, 2)
        table.desk.leave()
        table.desk.settle()
        (journal,) = (tmp_path / language / "saves").glob("2*/journal.a.log")
        # The first line holds the session's own name, drawn by lot.
        written.append(journal.read_text(encoding="utf-8").splitlines()[1:])
    assert len(written[0]) > 20
    assert all(each == written[0] for each in written)


def test_a_language_is_named_in_itself_whatever_the_screen_speaks(table):
    laid = table()
    laid.desk.change(dataclasses.replace(laid.desk.settings, language="cy"))
    laid.press("shift+a")
    names = [each.role.name for each in laid.host.frame().root.walk() if each.role is not None]
    assert "Iaith: English" in names
    assert "Iaith: Cymraeg" in names
