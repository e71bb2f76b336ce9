"""Every screen: it can be reached, it is as it was last reviewed, and every action has two routes."""

import os
from pathlib import Path

import pygame
import pytest
from ui_screens import every_screen, in_words
from ui_table import Table

from game.app.places import find
from game.ui.kit.pointing import topmost
from game.ui.window import paint
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures

SNAPSHOTS = Path(__file__).with_name("snapshots")

EXPECTED = {
    "home",
    "print",
    "about",
    "agreement",
    "board",
    "board rolled",
    "card",
    "commitments",
    "conversation agree",
    "conversation evidence",
    "conversation keep",
    "conversation meet",
    "conversation round",
    "conversation talk",
    "conversation think",
    "choosing",
    "curtain",
    "dashboard",
    "dealing",
    "debrief 0",
    "debrief 3",
    "editor agree",
    "editor card",
    "editor evidence",
    "editor meet",
    "editor new",
    "editor notes",
    "editor round",
    "editor talk",
    "editor think",
    "finale",
    "help",
    "lens",
    "library",
    "one card",
    "packs",
    "paper",
    "papers 0",
    "programmes",
    "pause",
    "preview agree",
    "preview evidence",
    "preview keep",
    "preview meet",
    "preview printed",
    "preview round",
    "preview talk",
    "preview think",
    "seats",
    "sessions",
    "settings",
    "support",
    "survey",
    "hands 0",
    "sheets hand over",
    "table",
    "what we hold",
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory, faces):
    """What each screen looked like in words, and its frame, at 1280×720."""
    folder = tmp_path_factory.mktemp("screens")
    laid = Table(folder, faces, size=(1280, 720))
    frames = {}

    def look(name):
        frame = laid.host.frame()
        frames[name] = (frame, "\n".join(in_words(frame.root)) + "\n")

    with pytest.MonkeyPatch.context() as patch:
        # Paths are shown from the home folder, so that every machine shows the same.
        patch.setenv("HOME", str(folder))
        every_screen(laid, look)
    yield frames
    laid.desk.leave()


def test_every_screen_is_reached(shown):
    assert set(shown) >= EXPECTED


def test_every_screen_is_as_it_was_reviewed(shown):
    writing = os.environ.get("MAP_SNAPSHOTS") == "write"
    changed = []
    for name, (_, words) in shown.items():
        path = SNAPSHOTS / f"{name.replace(' ', '-')}.txt"
        if writing:
            SNAPSHOTS.mkdir(exist_ok=True)
            path.write_text(words, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != words:
            changed.append(name)
    assert changed == [], "run with MAP_SNAPSHOTS=write and read the difference"


def test_every_key_of_a_screen_has_something_to_press_as_well(shown):
    lonely = []
    for name, (frame, _) in shown.items():
        pressable = [each.message for each in frame.root.walk() if each.message is not None]
        lonely.extend(
            f"{name}: {binding.combo} {binding.label}"
            for binding in frame.view.keys
            if binding.message not in pressable
            # The question mark is F1 by another name, and does nothing on the help itself.
            and binding.combo != "?"
        )
        if frame.view.primary is not None and frame.view.primary not in pressable:
            lonely.append(f"{name}: {frame.view.primary}")
    assert lonely == []


def test_everything_that_can_be_pressed_can_have_the_focus_and_be_hit(shown):
    hidden = []
    for name, (frame, _) in shown.items():
        for each in frame.root.walk():
            if each.message is None:
                continue
            if each.key is None:
                hidden.append(f"{name}: {each.role} has no key")
            x, y = each.rect.centre
            inside = 0 <= y < frame.size[1]
            if inside and topmost(frame.root, x, y) is None and not _scrolled_away(frame, each):
                hidden.append(f"{name}: {each.key} cannot be hit")
    assert hidden == []


def _scrolled_away(frame, thing):
    regions = [each for each in frame.root.walk() if each.clip is not None]
    return any(
        thing in tuple(region.walk()) and not region.clip.holds(*thing.rect.centre)
        for region in regions
    )


def test_keys_of_controls_are_told_apart(shown):
    for name, (frame, _) in shown.items():
        keys = [each.key for each in frame.root.walk() if each.key and each.message is not None]
        assert len(keys) == len(set(keys)), name


def test_nothing_is_missing_where_what_is_painted_over_is_left_out(shown, faces, monkeypatch):
    """Beneath is a colour that no screen has: a part that nothing was painted on would show it."""
    assets = find().assets

    def painted(frame, pictures):
        surface = pygame.Surface((frame.root.rect.w, frame.root.rect.h))
        surface.fill((255, 0, 255))
        Painter(faces, pictures).paint(surface, frame.ops)
        return surface.get_buffer().raw

    pictures = Pictures(assets)
    quick = {name: painted(frame, pictures) for name, (frame, _) in shown.items()}
    monkeypatch.setattr(paint, "covers", lambda _ops, _patch: [])
    differ = [name for name, (frame, _) in shown.items() if painted(frame, pictures) != quick[name]]
    assert differ == []
