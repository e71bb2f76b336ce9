"""Every screen again on other screens: another size, text, palette, and whatever a reader may choose."""

import dataclasses
from dataclasses import dataclass, field
from typing import Any

from ui_screens import every_screen
from ui_table import Table

from game.ui.host import Host
from game.ui.screens.all import look_of

SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768))
TEXTS = (100, 150, 200)
PALETTES = ("paper", "dark", "high contrast")


@dataclass(frozen=True)
class Case:
    """One way in which a reader has the game before them."""

    size: tuple[int, int] = (1280, 720)
    text: int = 100
    palette: str = "paper"
    more: dict[str, Any] = field(default_factory=dict, compare=False)

    def __str__(self):
        more = "".join(f", {name} {value}" for name, value in self.more.items())
        return f"{self.size[0]}×{self.size[1]}, {self.text} %, {self.palette}{more}"


EVERY = tuple(Case(size, text, palette) for size in SIZES for text in TEXTS for palette in PALETTES)


def pairwise():
    """Nine or so of all the cases, among which any two choices meet at least once."""
    wanted = {
        pair
        for case in EVERY
        for pair in ((case.size, case.text), (case.size, case.palette), (case.text, case.palette))
    }
    chosen = []
    while wanted:
        best = max(EVERY, key=lambda case: len(wanted & _pairs(case)))
        wanted -= _pairs(best)
        chosen.append(best)
    return tuple(chosen)


def _pairs(case):
    return {(case.size, case.text), (case.size, case.palette), (case.text, case.palette)}


def again(table, case):
    """The frame that the table sees now, as it would be in another case."""
    desk, host = table.desk, table.host
    before = desk.settings
    desk.settings = dataclasses.replace(before, text=case.text, palette=case.palette, **case.more)
    try:
        other = Host(
            host.screen,
            fonts=table.faces,
            look=lambda: look_of(desk),
            clock=table.clock,
            size=case.size,
        )
        other.attention.interaction = dataclasses.replace(host.interaction, scrolls={})
        return other.frame()
    finally:
        desk.settings = before


def each_screen(folder, faces, cases, see):
    """
    Walk to every screen once, and show *see* its name, the case and the frame in each case.

    *cases* may be a function that chooses them for each name.
    """
    laid = Table(folder, faces, size=(1280, 720))

    def look(name):
        for case in cases(name) if callable(cases) else cases:
            see(name, case, again(laid, case))

    every_screen(laid, look)
    laid.desk.leave()
