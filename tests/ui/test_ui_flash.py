"""
Nothing flashes: whatever moves is watched, picture by picture, by an eye that counts swings of light.

A swing is a rise and a fall (or a fall and a rise) of a tenth of full light or more, between two
pictures in which the darker is darker than 0.8: what WCAG 2.3.1 calls a flash. Three in any second
are the most that may be.
"""

import itertools

import pygame
import pytest
from ui_table import Table

from game.app.places import find
from game.art.tones import luminance
from game.ui.pilot import Pilot
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures

RATE = 30
"""Pictures a second."""
SIZE = (640, 360)
CELLS = (32, 18)
"""The picture is watched in cells of 20 × 20 pixels, each for itself."""
MOST = 3
PALETTES = ("paper", "high contrast")
"""The swings of the dark palette lie between those of these two."""
ENOUGH = {"roll", "walk", "turn", "light", "door", "change"}


def cells(surface):
    """The light of each cell, 0 to 1."""
    small = pygame.transform.smoothscale(surface, CELLS)
    data = pygame.image.tobytes(small, "RGB")
    return [luminance(each) for each in zip(data[0::3], data[1::3], data[2::3], strict=True)]


def flashes(series, rate=RATE):
    """The most flashes that a cell has within any one second of its *series* of light."""
    turns = [0]
    for at, light in enumerate(series):
        before = series[turns[-1]]
        if len(turns) > 1 and (light - before) * (before - series[turns[-2]]) > 0:
            # On in the same direction: the turn has only come later.
            turns[-1] = at
        elif abs(light - before) >= 0.1 and min(light, before) < 0.8:
            turns.append(at)
    # Two swings in opposite directions are one flash.
    swings = turns[1:]
    return max(
        (sum(start <= each < start + rate for each in swings) // 2 for start in swings), default=0
    )


def test_the_eye_counts_a_lamp_that_goes_on_and_off():
    lamp = [float(n // 3 % 2) for n in range(60)]
    assert flashes(lamp) == 5, "ten changes a second are five flashes"
    assert flashes([0.5] * 60) == 0
    assert flashes([n / 60 for n in range(60)]) == 0, "growing light is no flash"
    assert flashes([0.0] * 20 + [1.0] * 20 + [0.0] * 20) <= 1
    assert flashes([0.5 + 0.04 * (n % 2) for n in range(60)]) == 0, "nor is a faint flicker"


@pytest.fixture(scope="module")
def watched(tmp_path_factory, faces):
    """The light of each cell through each kind of movement of a whole session, by palette."""
    found = {}
    for palette in PALETTES:
        found[palette] = _session(tmp_path_factory.mktemp("watched"), faces, palette)
    return found


def _session(folder, faces, palette):
    laid = Table(folder, faces, size=SIZE, palette=palette)
    surface = pygame.Surface(SIZE)
    painter = Painter(faces, Pictures(find().assets))
    films = {}
    settle, moving = laid.host.settle, laid.host.cues.motions

    def watch():
        """Let what moves run to its end in real steps, filming it, before it is cut short."""
        names = tuple(sorted(moving._running))
        if names and not any(set(names) <= set(each) for each in films):
            film = films[names] = []
            seen = set(names)
            # A little stillness at the end, so that no flash hides there.
            resting = 0
            while resting < 5:
                resting = 0 if moving.running else resting + 1
                seen.update(moving._running)
                painter.paint(surface, laid.host.frame().ops)
                film.append(cells(surface))
                laid.clock.wait(1 / RATE)
                if len(film) > RATE * 10:
                    raise AssertionError(f"{names} never ends")
            films[tuple(sorted(seen))] = films.pop(names)
        settle()

    laid.host.settle = watch

    def swap(seen):
        # A card turns over only where it is swapped for another.
        if seen.screen == "card" and not any("turn" in each for each in films):
            pilot.press("w")

    pilot = Pilot(laid.desk, laid.host, wait=laid.clock.wait, by_words=True, seen=swap)
    pilot.play(30, 2)
    laid.desk.leave()
    return films


@pytest.mark.parametrize("palette", PALETTES)
def test_every_kind_of_movement_was_seen(watched, palette):
    assert set(itertools.chain(*watched[palette])) == ENOUGH


@pytest.mark.parametrize("palette", PALETTES)
def test_nothing_flashes(watched, palette):
    worst = {
        names: max(flashes(series) for series in zip(*film, strict=True))
        for names, film in watched[palette].items()
    }
    assert {names: count for names, count in worst.items() if count > MOST} == {}
