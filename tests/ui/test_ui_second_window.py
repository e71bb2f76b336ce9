"""The facilitator's window: covered at first, in step with the game, and gone with its display."""

import itertools

import pygame
import pytest
from ui_fits import misfits
from ui_screens import focus, in_words

from game.rules.state import Phase, Stage
from game.ui.host import Host
from game.ui.kit.geometry import Rect
from game.ui.pilot import Pilot
from game.ui.screens.all import look_of
from game.ui.screens.notes import NotesScreen, room_of
from game.ui.screens.sheets import SheetsScreen
from game.ui.stack import Push
from game.ui.window.display import open_window
from game.ui.window.loop import Loop
from game.ui.window.paint import Painter
from game.ui.window.second import SecondWindow, beside
from game.ui.window.sound import Sounds
from game.ui.window.vector import Pictures
from game.values import replace

LEFT, RIGHT = Rect(0, 0, 1024, 768), Rect(1024, 0, 1920, 1080)
LATER = 2.0
"""More seconds than pass between two looks at the displays."""


class Silence:
    def woke(self, seconds):
        pass

    def sound_on(self):
        return False

    def tick(self, now):
        del now
        return False


class Both:
    """A game in an unseen window, with as many displays as a test says there are."""

    def __init__(self, laid, monkeypatch, *places):
        self.laid = laid
        self.monkeypatch = monkeypatch
        laid.host.settle()
        surface = open_window((800, 600), full=False, icon=None, unseen=True)
        self.plug(*places)
        assets = laid.desk.places.assets
        painter = Painter(laid.faces, Pictures(assets))
        self.loop = Loop(
            surface,
            laid.host,
            painter,
            Sounds(assets / "sounds"),
            Silence(),
            second=lambda move: SecondWindow(
                laid.desk,
                laid.host,
                laid.faces,
                clock=laid.clock,
                move=move,
                places=lambda: self.places,
            ),
        )

    def plug(self, *places):
        self.places = places
        sizes = [(place.w, place.h) for place in places]
        self.monkeypatch.setattr(pygame.display, "get_desktop_sizes", lambda: sizes)

    def go(self, ticks=2):
        count = itertools.count()
        self.loop.run(until=lambda: next(count) >= ticks)
        return self

    def press(self, *keys, window=None):
        for key in keys:
            self.laid.clock.wait(1)
            *held, name = key.split("+")
            mod = (pygame.KMOD_SHIFT if "shift" in held else 0) | (
                pygame.KMOD_CTRL if "ctrl" in held else 0
            )
            mod |= pygame.KMOD_ALT if "alt" in held else 0
            code = pygame.key.key_code(name)
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                self.post(kind, window, key=code, mod=mod, unicode="", scancode=0)
            self.go()
        return self

    def post(self, kind, window=None, **what):
        pygame.event.post(pygame.event.Event(kind, window=window, **what))

    @property
    def second(self):
        return self.loop._second

    @property
    def window(self):
        return self.second._window

    @property
    def shown(self):
        """What the notes' window says, in one line."""
        return " ".join(in_words(self.second.host.frame().root))

    @property
    def told(self):
        """The notice on the game's window."""
        return self.laid.host.cues.notice.words


@pytest.fixture
def both(table, monkeypatch):
    opened = []

    def open_on(*places, laid=None):
        opened.append(Both(laid or table(), monkeypatch, *(places or (LEFT, RIGHT))))
        return opened[-1]

    yield open_on
    # A window that is thrown away after its display has gone takes one of a later test with it.
    for each in opened:
        if each.second is not None:
            each.second.close()
    pygame.display.quit()


def talked(laid, stage):
    """A session whose first card has come to this stage."""
    laid.press("q", "space", "space", "2")
    session = laid.desk.session
    while session.state.round is None:
        laid.press("3" if session.state.phase.name == "CROSSROADS" else "space")
    while session.state.stage is not stage:
        laid.press("space")
    return session.pack.card(session.state.round.card)


def test_it_opens_covered_and_shows_the_notes_only_when_asked_again(both, table):
    laid = table()
    card = talked(laid, Stage.ROUND)
    pair = both(laid=laid).press("f8")
    assert "For the facilitator alone" in pair.shown
    assert card.facilitator[:30] not in pair.shown
    pair.press("shift+f8")
    assert card.facilitator[:30] in pair.shown
    assert "Round, 3 of 7" in pair.shown
    for voice in ("Each seat’s question", "Talk, about 1:30", "Where to turn"):
        assert voice in pair.shown
    pair.press("shift+f8")
    assert card.facilitator[:30] not in pair.shown
    # Closed and opened again, it begins covered.
    pair.press("shift+f8", "f8")
    assert not pair.second.is_open
    pair.press("f8")
    assert card.facilitator[:30] not in pair.shown


def test_it_opens_on_the_display_where_the_game_is_not(both):
    pair = both().press("f8")
    x, y = pair.window.position
    assert RIGHT.encloses(Rect(x, y, *pair.window.size))
    assert pair.told == ""


def test_on_one_display_it_opens_beside_the_game_and_says_how_it_is_kept_private(both):
    pair = both(LEFT).press("f8")
    assert pair.second.is_open
    assert "Share only the game’s window" in pair.told
    assert "Ctrl F8" not in pair.shown


@pytest.mark.parametrize(
    ("game", "notes"),
    [
        (Rect(320, 180, 1280, 720), Rect(1280, 300, 640, 480)),
        (Rect(600, 180, 1280, 720), Rect(0, 300, 640, 480)),
        (Rect(0, 180, 1024, 720), Rect(1120, 240, 800, 600)),
        (Rect(0, 0, 1920, 1080), Rect(1280, 300, 640, 480)),
    ],
)
def test_on_one_display_it_takes_the_freer_side_and_never_hides_the_whole_game(game, notes):
    assert beside(Rect(0, 0, 1920, 1080), game) == notes


def test_on_one_display_the_window_stands_where_it_leaves_the_game_to_be_seen(both):
    pair = both(LEFT).press("f8")
    x, y = pair.window.position
    game = Rect(*pygame.display.get_window_position(), *pygame.display.get_window_size())
    assert Rect(x, y, *pair.window.size) == beside(LEFT, game)


def test_keys_pressed_in_it_drive_the_game_and_its_own_arrows_move_the_notes(both, table):
    laid = table(size=(800, 600))
    talked(laid, Stage.ROUND)
    pair = both(laid=laid).press("f8", "shift+f8")
    before = laid.desk.session.state.voice
    pair.press("space", window=pair.window)
    assert laid.desk.session.state.voice == before + 1
    assert not pair.second.host.interaction.scrolls
    pair.press("alt+down", window=pair.window)
    assert any(pair.second.host.interaction.scrolls.values())
    assert laid.host.interaction.focus is None


def test_a_key_on_it_can_be_pressed_with_the_pointer(both, table):
    laid = table()
    talked(laid, Stage.TALK)
    pair = both(laid=laid).press("f8", "shift+f8")
    placed = next(
        each for each in pair.second.host.frame().root.walk() if each.key == "press space"
    )
    at = placed.rect.centre
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pair.post(kind, pair.window, button=1, pos=at)
    pair.go()
    assert laid.desk.session.state.stage is Stage.EVIDENCE
    assert "Evidence, 5 of 7" in pair.go().shown


def test_it_is_painted_only_when_something_changes(both, table):
    laid = table()
    talked(laid, Stage.TALK)
    pair = both(laid=laid).press("f8", "shift+f8").go(3)
    painted = pair.second.repaints
    pair.post(pygame.MOUSEMOTION, None, pos=(400, 300), rel=(0, 0), buttons=(0, 0, 0))
    pair.go(5)
    assert pair.second.repaints == painted
    # Its clock moves on each five seconds.
    laid.clock.wait(6)
    pair.go(3)
    assert pair.second.repaints == painted + 1
    pair.press("space")
    assert pair.second.repaints == painted + 2


def test_it_closes_with_a_sentence_when_its_display_goes_and_nothing_is_lost(both, table):
    laid = table()
    card = talked(laid, Stage.ROUND)
    pair = both(laid=laid).press("f8", "shift+f8")
    state = laid.desk.session.state
    pair.plug(LEFT)
    laid.clock.wait(LATER)
    pair.go()
    assert not pair.second.is_open
    assert "has gone" in pair.told
    assert laid.desk.session.state == state
    pair.press("f8", "shift+f8")
    assert card.facilitator[:30] in pair.shown


def test_when_the_games_own_display_goes_it_comes_to_the_other_and_the_notes_are_covered(
    both, table
):
    laid = table()
    card = talked(laid, Stage.ROUND)
    pair = both(laid=laid).press("f8", "shift+f8")
    pair.plug(RIGHT)
    laid.clock.wait(LATER)
    pair.go()
    x, y = pygame.display.get_window_position()
    assert RIGHT.encloses(Rect(x, y, *pygame.display.get_window_size()))
    assert pair.second.is_open
    assert card.facilitator[:30] not in pair.shown


def test_game_and_notes_change_displays_and_the_notes_are_covered_by_then(both, table):
    laid = table()
    card = talked(laid, Stage.ROUND)
    pair = both(laid=laid).press("f8", "shift+f8", "ctrl+f8")
    assert RIGHT.holds(*pygame.display.get_window_position())
    assert LEFT.holds(*pair.window.position)
    assert card.facilitator[:30] not in pair.shown
    pair.press("ctrl+f8", window=pair.window)
    assert LEFT.holds(*pygame.display.get_window_position())
    assert RIGHT.holds(*pair.window.position)


def test_closing_it_leaves_the_game_and_closing_the_game_ends_both(both):
    pair = both().press("f8")
    pair.post(pygame.WINDOWCLOSE, pair.window)
    pair.go()
    assert not pair.second.is_open
    assert pair.laid.host.running
    pair.press("f8")
    pair.post(pygame.WINDOWCLOSE)
    pair.go()
    assert not pair.laid.host.running
    assert not pair.second.is_open


def test_keys_for_notes_that_have_no_window_say_how_to_open_one(both):
    pair = both().press("shift+f8")
    assert "F8 opens one" in pair.told


def test_notes_that_cannot_be_shown_are_covered_and_the_game_goes_on(both, table, monkeypatch):
    laid = table()
    talked(laid, Stage.ROUND)
    pair = both(laid=laid).press("f8")
    monkeypatch.setattr("game.ui.screens.notes.card_notes", lambda *_: 1 / 0)
    pair.press("shift+f8")
    assert "For the facilitator alone" in pair.shown
    assert "cannot be shown just now" in pair.told
    before = laid.desk.session.state.voice
    pair.press("space")
    assert laid.desk.session.state.voice == before + 1


def test_a_private_sheet_on_the_shared_screen_is_not_named_in_it(table):
    laid = table()
    talked(laid, Stage.TALK)
    laid.host.follow(Push(SheetsScreen(laid.desk)))
    laid.press("space")
    frame = laid.host.frame()
    assert frame.view.private
    words = " ".join(in_words(notes_beside(laid, (1280, 720)).frame().root))
    assert "something for one person alone" in words
    assert frame.view.title not in words


def notes_beside(laid, size, *, shown=True):
    room = room_of(laid.host.frame())
    return Host(
        NotesScreen(laid.desk, room, 2, shown),
        fonts=laid.faces,
        look=lambda: look_of(laid.desk),
        clock=laid.clock,
        size=size,
    )


@pytest.mark.parametrize("stage", [Stage.MEET, Stage.ROUND, Stage.KEEP])
def test_nothing_in_it_is_cut_or_covered_at_any_size_of_text(table, stage):
    laid = table()
    talked(laid, stage)
    for text, size, shown in itertools.product(
        (80, 100, 200), ((1024, 768), (1280, 720), (1920, 1080)), (True, False)
    ):
        laid.desk.change(replace(laid.desk.settings, text=text))
        assert misfits(notes_beside(laid, size, shown=shown).frame()) == [], (text, size, shown)


def test_every_phase_of_a_session_has_its_words(table):
    laid = table()
    assert "No session is running" in " ".join(
        in_words(notes_beside(laid, (1280, 720)).frame().root)
    )
    seen = set()

    def look(_):
        session = laid.desk.session
        if session is None or session.state.phase in seen:
            return
        seen.add(session.state.phase)
        frame = notes_beside(laid, (1280, 720)).frame()
        assert misfits(frame) == []
        assert "Keys, here as in the game" in " ".join(in_words(frame.root))

    Pilot(laid.desk, laid.host, wait=laid.clock.wait, seen=look, by_words=True).play(30, 3)
    assert {Phase.AGREEMENT, Phase.TALK, Phase.DEBRIEF, Phase.SURVEY, Phase.DOOR} <= seen


def test_the_table_offers_it_as_well(both, table):
    laid = table()
    laid.press("q", "space", "t")
    focus(laid, "notes")
    pair = both(laid=laid).press("return")
    assert pair.second.is_open
    assert laid.screen == "table"
