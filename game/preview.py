"""
The preview: one card as people will see it, at every stage and in print, as pictures.

It needs no display, and nothing of it is saved but the pictures.
"""

import math
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from game.app.desk import Desk
from game.app.places import Places, find
from game.app.rehearsal import rehearse
from game.content.diagnostics import did_you_mean
from game.model.pack import Card, Pack
from game.tongue import _
from game.ui.host import Host
from game.ui.kit.boxes import Grow, Pad, Row
from game.ui.kit.layout import Message
from game.ui.screens.all import look_of
from game.ui.screens.phases import SCREENS
from game.ui.screens.rehearsing import leaves as leaves_of
from game.ui.stack import Env, Outcome, Stay, View
from game.ui.window.display import open_window
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures
from game.values import dataclass, field, replace

Leaf = tuple[str, pygame.Surface]
"""What a picture shows, and the picture."""

_GAP = 24
_GROUND = (120, 120, 120)


def preview(
    name: str,
    out: Path,
    *,
    pack: Path | None,
    size: tuple[int, int],
    text: int,
    palette: str,
    say: Callable[[str], None],
) -> int:
    """
    Save the card called *name*, by its id or its short code; 0 when that is done, 1 when not.

    Where *out* ends in .png all stages are in that one picture; otherwise it is a folder, and each
    stage has a picture of its own.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    own = find()
    nowhere = Places(own.content, own.assets, Path(), Path(), Path())
    desk = Desk(nowhere, pack_path=pack, clock=lambda: 0.0, keep_settings=False)
    desk.change(replace(desk.settings, text=text, palette=palette))
    if desk.pack is None:
        say(f"No card of {desk.pack_path} can be played yet. Run check on it to see why.")
        return 1
    card = find_card(desk.pack, name)
    if card is None:
        names = [each for one in desk.pack.cards for each in (one.id, one.code)]
        hint = did_you_mean(name, names, "Give a card's id or its short code.")
        say(f'No card that can be played is called "{name}". {hint}')
        return 1
    surface = open_window(size, full=False, icon=None, unseen=True)
    try:
        leaves = [*on_screen(desk, card, surface), *as_printed(desk, card, surface)]
        return _save(leaves, out, say)
    except (OSError, pygame.error) as fault:
        say(f"The pictures cannot be saved in {out}: {fault}. Choose another place with --out.")
        return 1
    finally:
        pygame.display.quit()


def find_card(pack: Pack, name: str) -> Card | None:
    """The card of this id or short code, in capitals or not."""
    wanted = name.casefold()
    return next(
        (each for each in pack.cards if wanted in (each.id.casefold(), each.code.casefold())), None
    )


def on_screen(desk: Desk, card: Card, surface: pygame.Surface) -> Iterator[Leaf]:
    """The card face up and at each stage, painted as the window would."""
    pack = desk.pack
    if pack is None:
        raise LookupError("no pack is open")
    faces = Faces(desk.places.assets / "fonts")
    painter = Painter(faces, Pictures(desk.places.assets))
    for stage, session in rehearse(pack, card):
        desk.session = session
        host = Host(
            SCREENS[session.state.phase](desk),
            fonts=faces,
            look=lambda: look_of(desk),
            clock=lambda: 0.0,
            size=surface.get_size(),
        )
        painter.paint(surface, host.frame().ops)
        yield stage, surface.copy()


def as_printed(desk: Desk, card: Card, surface: pygame.Surface) -> Iterator[Leaf]:
    """The printed card, front beside back, as tall as the picture lets it be."""
    faces = Faces(desk.places.assets / "fonts")
    host = Host(
        Printed(desk, card),
        fonts=faces,
        look=lambda: look_of(desk),
        clock=lambda: 0.0,
        size=surface.get_size(),
    )
    Painter(faces, Pictures(desk.places.assets)).paint(surface, host.frame().ops)
    yield "as printed", surface.copy()


@dataclass(frozen=True, slots=True)
class Printed:
    """Nothing but the sides of the printed card, in the middle of the room."""

    desk: Desk = field(compare=False, repr=False)
    card: Card
    name: str = "printed"

    def update(self, message: Message) -> Outcome:
        del message
        return Stay(self)

    def view(self, env: Env) -> View:
        del env
        sides = tuple(Grow(each) for each in leaves_of(self.desk, self.card))
        return View(_("As printed"), Pad(Row(sides, gap=48, stretch=True), 48, 48, 48, 48))


def _save(leaves: list[Leaf], out: Path, say: Callable[[str], None]) -> int:
    if out.suffix.lower() == ".png":
        out.parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(_side_by_side([each for _, each in leaves]), out)
        say(f"The card at every stage and as printed is in {out}.")
        return 0
    out.mkdir(parents=True, exist_ok=True)
    for number, (stage, surface) in enumerate(leaves):
        pygame.image.save(surface, out / f"{number}-{stage.replace(' ', '-')}.png")
    say(f"{len(leaves)} pictures of the card are in {out}.")
    return 0


def _side_by_side(surfaces: list[pygame.Surface]) -> pygame.Surface:
    """The pictures in two columns, in reading order."""
    w, h = surfaces[0].get_size()
    rows = math.ceil(len(surfaces) / 2)
    sheet = pygame.Surface((2 * w + 3 * _GAP, rows * h + (rows + 1) * _GAP))
    sheet.fill(_GROUND)
    for place, each in enumerate(surfaces):
        row, column = divmod(place, 2)
        sheet.blit(each, (_GAP + column * (w + _GAP), _GAP + row * (h + _GAP)))
    return sheet
