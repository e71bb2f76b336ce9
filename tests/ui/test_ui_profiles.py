"""What a video call, a projector and a TV are shown: nothing moves, shades, or stands at the edge."""

from dataclasses import replace

import pytest
from ui_fits import misfits
from ui_matrix import Case, each_screen
from ui_table import Table

from game.app.profiles import entered
from game.ui.art.palettes import GLASS_MARK, PALETTES
from game.ui.kit.drawing import Box, Ground, Icon, Sketch, Words
from game.ui.kit.inputs import KeyPressed
from game.ui.kit.tones import CAP_LINE, SAND_LINE, SOFT
from game.ui.pilot import Pilot
from game.ui.window.paint import changed

EVERYTHING_ON = {
    "typeface": "lexend",
    "lines": 175,
    "letters": 12,
    "large_targets": True,
    "captions": True,
    "still": True,
    "flat": True,
    "strong": True,
    "edges": 5,
    "profile": "call",
}


def in_profile(faces, folder, profile, size=(1280, 720)):
    laid = Table(folder, faces, size=size)
    laid.desk.change(entered(laid.desk.settings, profile))
    return laid


@pytest.fixture(scope="module")
def walked(tmp_path_factory, faces):
    """Every screen in four ways, by profile."""
    cases = {
        "call": Case(text=125, palette="high contrast", more={"flat": True, "still": True}),
        "plain": Case(more={"flat": True}),
        "tv": Case(size=(1920, 1080), more={"strong": True, "edges": 5}),
        "everything": Case(
            size=(1920, 1080), text=200, palette="high contrast", more=EVERYTHING_ON
        ),
    }
    names = {id(case): name for name, case in cases.items()}
    frames = {name: {} for name in cases}
    folder = tmp_path_factory.mktemp("profiles")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        each_screen(
            folder,
            faces,
            tuple(cases.values()),
            lambda screen, case, frame: frames[names[id(case)]].update({screen: frame}),
        )
    return frames


@pytest.mark.parametrize("profile", ["call", "plain", "tv", "everything"])
def test_every_screen_fits(walked, profile):
    found = [f"{name}: {each}" for name, f in walked[profile].items() for each in misfits(f)]
    assert found == []


@pytest.mark.parametrize("profile", ["call", "plain", "tv", "everything"])
def test_nothing_is_shaded_and_nothing_throws_a_shadow(walked, profile):
    for name, frame in walked[profile].items():
        for op in frame.ops:
            if isinstance(op, Sketch):
                assert "Gradient" not in op.svg, name
            if isinstance(op, Ground):
                assert op.top == op.bottom, name
            if isinstance(op, Box):
                assert not op.shadow, name


@pytest.mark.parametrize("profile", ["tv", "everything"])
def test_no_words_icon_or_control_stands_where_a_tv_may_cut_the_picture_off(walked, profile):
    for name, frame in walked[profile].items():
        w, h = frame.size
        left, top = round(w * 0.05), round(h * 0.05)
        for placed in frame.root.walk():
            if placed.message is not None and placed.key:
                x, y, right, low = *placed.rect[:2], placed.rect.right, placed.rect.bottom
                assert left <= x, (name, placed.key)
                assert right <= w - left, (name, placed.key)
                if not _scrolled(frame, placed):
                    assert top <= y, (name, placed.key)
                    assert low <= h - top, (name, placed.key)
        for op in frame.ops:
            if isinstance(op, Words | Icon):
                assert op.bounds.x >= left, (name, op)
                assert op.bounds.right <= w - left, (name, op)


def _scrolled(frame, placed):
    return any(
        placed is each
        for region in frame.root.walk()
        if region.clip is not None
        for each in region.walk()
    )


def test_a_tv_has_no_pale_words_and_no_pale_lines(walked):
    pale = {PALETTES["paper"][tone] for tone in (SOFT, SAND_LINE, CAP_LINE, GLASS_MARK)}
    for name, frame in walked["tv"].items():
        if name in {"print", "preview printed"}:
            # There a page of paper is shown as it will be printed.
            continue
        for op in frame.ops:
            drawn = getattr(op, "line" if isinstance(op, Box) else "colour", None)
            assert drawn not in pale, (name, op)


def test_a_call_stays_still_for_a_minute_but_for_small_steps_of_the_ring(tmp_path, faces):
    laid = in_profile(faces, tmp_path, "call")
    whole = laid.size[0] * laid.size[1]
    stages = set()

    def rest(seen):
        if not seen.screen.startswith("conversation") or seen.screen in stages:
            return
        stages.add(seen.screen)
        before, steps = laid.host.frame(), 0
        for _ in range(60):
            laid.clock.wait(1)
            frame = laid.host.frame()
            patches = changed(before.ops, frame.ops)
            area = sum(each.w * each.h for each in patches)
            assert area < whole / 50, (seen.screen, patches)
            steps += bool(patches)
            before = frame
        assert steps <= 20, f"{seen.screen} changed {steps} times in a minute"

    Pilot(laid.desk, laid.host, wait=laid.clock.wait, seen=rest, by_words=True).play(30, 3)
    laid.desk.leave()
    assert len(stages) >= 6


def test_nothing_moves_in_a_call(tmp_path, faces):
    laid = in_profile(faces, tmp_path, "call")
    laid.press("q", "space", "space", "2")
    assert not laid.host.moving
    usual = Table(tmp_path / "usual", faces)
    usual.press("q", "space")
    usual.clock.wait(1)
    usual.host.accept(KeyPressed("space"))
    assert usual.host.moving, "and otherwise the die would roll"


def test_the_accessibility_screen_has_one_chip_for_each_profile(table):
    laid = table()
    laid.desk.change(replace(laid.desk.settings, text=110))
    own = laid.desk.settings
    laid.press("shift+a")
    for profile, label in (("call", "video call"), ("tv", "tv"), ("room", "in the room")):
        while laid.host.interaction.focus != f"where it is seen {label}":
            laid.press("tab")
        laid.press("enter")
        assert laid.desk.settings.profile == profile
    assert laid.desk.settings == own
