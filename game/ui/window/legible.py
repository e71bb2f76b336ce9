"""
How large and how clear everything is on a screen: the game plays itself, and each screen is measured.

The type is the real type, placed as it will be shown; contrast is read from what is painted.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from game.app.clock import stamp_after
from game.app.desk import Desk
from game.app.legibility import (
    Faint,
    Overflow,
    Report,
    Sized,
    Smallest,
    worst_contrasts,
    worst_sizes,
)
from game.app.places import Places
from game.app.rehearsal import rehearse
from game.app.settings import PALETTE_NAMES, TEXT_SIZES
from game.app.viewing import Viewing
from game.model.pack import Pack
from game.ui.art.palettes import suited
from game.ui.frames import Frame
from game.ui.host import Host
from game.ui.kit.drawing import Words
from game.ui.pilot import Pilot, Seen
from game.ui.screens.all import beforehand, home, look_of
from game.ui.stack import Screen
from game.ui.window.fit import FULLEST, waiting_below
from game.ui.window.fonts import Faces
from game.ui.window.measured import Ink, Measure, body_of
from game.ui.window.vector import Pictures
from game.values import replace

SMALL_SCREEN = (1280, 720)
"""Where contrast is measured: thin strokes mix most with their ground where pixels are few."""
CARD_TEXTS = (100, 125, 150, 200)
TILES = ("sessions", "programmes", "paper", "library", "packs")
"""What the title page leads to besides a session."""
MINUTES, SEATS = 30, 3
SHOWN_LETTERS = 30


def on_screen(places: Places, viewing: Viewing, packs: Sequence[Pack]) -> Report:
    """Everything there is to measure for this screen; takes about a minute."""
    faces = Faces(places.assets / "fonts")
    with TemporaryDirectory() as folder:
        nowhere = Path(folder)
        still = Places(places.content, places.assets, nowhere, nowhere, nowhere)
        walk = _Walk(still, viewing, faces)
        walk.play()
        cards = tuple(each for pack in packs for each in _overflows(still, viewing, faces, pack))
    checked = sum(len(pack.cards) for pack in packs)
    return Report(viewing, worst_sizes(walk.sizes), worst_contrasts(walk.contrasts), cards, checked)


class _Walk:
    """A session that plays itself in memory, and what was measured on its screens."""

    def __init__(self, places: Places, viewing: Viewing, faces: Faces) -> None:
        self.sizes: list[Sized] = []
        self.contrasts: list[Faint] = []
        self._viewing = viewing
        self._faces = faces
        self._measure = Measure(faces, Pictures(places.assets))
        self._now = 0.0
        self._desk = Desk(
            places,
            clock=lambda: self._now,
            stamp=lambda: stamp_after("2026-01-06T14:00:00Z", self._now),
            seeds=lambda: 7,
            keep_settings=False,
            leave_nothing=True,
        )
        self._host = self._host_on(home(self._desk), SMALL_SCREEN)
        self._pilot = Pilot(self._desk, self._host, wait=self._wait, seen=self._look, by_words=True)
        self._seen: set[str] = set()

    def _wait(self, seconds: float) -> None:
        self._now += seconds

    def _host_on(self, screen: Screen, size: tuple[int, int]) -> Host:
        return Host(
            screen,
            fonts=self._faces,
            look=lambda: look_of(self._desk),
            clock=lambda: self._now,
            size=size,
            beforehand=beforehand(self._desk),
        )

    def play(self) -> None:
        try:
            self._pilot.play(MINUTES, SEATS)
        finally:
            self._desk.leave()
            self._desk.tidy()

    def _look(self, seen: Seen) -> None:
        if seen.screen in self._seen:
            return
        self._seen.add(seen.screen)
        self._measured(seen.screen)
        if seen.screen == "home":
            self._detours((("f1",), ("shift+a",), ("a",)))
            for tile in TILES:
                self._pilot.focus(f"tile {tile}")
                self._detours((("enter",),))
        elif seen.screen == "board":
            self._detours((("b",), ("s",), ("t",), ("p",)))

    def _detours(self, ways: tuple[tuple[str, ...], ...]) -> None:
        """Open each screen, measure it, and come back."""
        before = self._host.screen.name
        for keys in ways:
            self._pilot.press(*keys)
            self._measured(self._host.screen.name)
            for _ in range(4):
                if self._host.screen.name != before:
                    self._pilot.press("escape")

    def _measured(self, name: str) -> None:
        # The same form eight times over is one screen to whoever reads the table.
        where = name.rstrip("0123456789 ")
        usual = self._desk.settings
        for text in TEXT_SIZES:
            self._desk.settings = replace(usual, text=text)
            frame = self._host_on(self._host.screen, self._viewing.size).frame()
            self.sizes.append(self._sized(where, text, frame))
        for palette in PALETTE_NAMES:
            self._desk.settings = replace(usual, palette=palette)
            frame = self._host_on(self._host.screen, SMALL_SCREEN).frame()
            self.contrasts.extend(_faintest(where, palette, self._inks(frame, palette)))
        self._desk.settings = usual

    def _inks(self, frame: Frame, palette: str) -> list[Ink]:
        return self._measure.inks(frame, suited(palette))

    def _sized(self, where: str, text: int, frame: Frame) -> Sized:
        body = body_of(frame, suited("paper"))
        words = [op for op in frame.ops if isinstance(op, Words) and op.text.strip()]
        reading = [op for op in words if op in body]
        labels = [op for op in words if op not in body]
        return Sized(where, text, self._smallest(reading), self._smallest(labels))

    def _smallest(self, words: list[Words]) -> Smallest | None:
        if not words:
            return None
        op = min(words, key=self._x_pixels)
        height = self._x_pixels(op) * self._viewing.pixel
        return Smallest(op.size, height, self._viewing.minutes(height), op.text[:SHOWN_LETTERS])

    def _x_pixels(self, op: Words) -> float:
        return self._faces.x_height(op.face) * op.size


def _faintest(where: str, palette: str, inks: list[Ink]) -> Iterator[Faint]:
    for body in (True, False):
        of_it = [each for each in inks if each.body is body]
        if of_it:
            least = min(of_it, key=lambda each: each.ratio)
            op = least.op
            said = op.text[:SHOWN_LETTERS] if isinstance(op, Words) else f"icon {op.name}"
            yield Faint(where, palette, body, least.ratio, said)


def _overflows(places: Places, viewing: Viewing, faces: Faces, pack: Pack) -> Iterator[Overflow]:
    """Each card at each text size, where most of it waits below the edge."""
    desk = Desk(places, clock=lambda: 0.0, keep_settings=False)
    for card in pack.cards:
        most = dict.fromkeys(CARD_TEXTS, (0.0, ""))
        for stage, session in rehearse(pack, card):
            if stage not in FULLEST:
                continue
            desk.session = session
            for text in CARD_TEXTS:
                desk.settings = replace(desk.settings, text=text)
                below = waiting_below(desk, faces, viewing.size)
                most[text] = max(most[text], (below, stage))
        desk.session = None
        for text, (below, stage) in most.items():
            yield Overflow(card.code, card.title, text, stage, below)
