"""A frame after one change, and a full repaint: board and conversation, at 1080p and 4K."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")

import tempfile
import time
from pathlib import Path
from statistics import median

import pygame
from measure import Row

from game.app.desk import Desk
from game.app.places import Places, find
from game.rules.commands import (
    AcceptAgreement,
    NextStage,
    PlaceMarker,
    PlayCard,
    RenameSeat,
    RollDie,
    Walk,
)
from game.rules.state import Direction, Phase, Seat, SeatId, Setup, Stage
from game.ui.host import Host
from game.ui.kit.inputs import KeyPressed
from game.ui.screens.all import look_of
from game.ui.screens.registry import screen_for
from game.ui.stack import Stay
from game.ui.window.fonts import Faces
from game.ui.window.paint import Painter
from game.ui.window.vector import Pictures


def desk_at_the_board(folder):
    places = find()
    desk = Desk(
        Places(places.content, places.assets, folder / "saves", folder, folder / "out"),
        seeds=lambda: 11,
        keep_settings=False,
    )
    names = ("Priya", "Tom", "Agnes", "Marek")
    seats = tuple(Seat(SeatId(n), name) for n, name in enumerate(names))
    desk.begin(Setup(seats, person=desk.pack.people[0].id))
    desk.session.send(AcceptAgreement())
    return desk


def on_to_agreeing(desk):
    session = desk.session
    while session.state.phase is not Phase.CARD:
        session.send(RollDie())
        session.send(Walk(Direction.FORWARD))
        if session.state.phase not in {Phase.CARD, Phase.WALK, Phase.ROLL}:
            session.undo()
            session.send(Walk(Direction.BACK))
    session.send(PlayCard())
    while session.state.stage is not Stage.AGREE:
        session.send(NextStage())


def rows(*, quick):
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("board", "conversation"):
            desk = desk_at_the_board(Path(folder))
            if name == "conversation":
                on_to_agreeing(desk)
            for (w, h), one, full in (((1920, 1080), 2, 12), ((3840, 2160), 4, 30)):
                found.extend(_frames(desk, name, w, h, one, full, 15 if quick else 60))
            desk.leave()
    return found


def _frames(desk, name, w, h, goal_one, goal_full, rounds):
    pygame.display.init()
    surface = pygame.display.set_mode((w, h))
    assets = desk.places.assets
    faces = Faces(assets / "fonts")
    painter = Painter(faces, Pictures(assets))
    host = Host(
        screen_for(desk), fonts=faces, look=lambda: look_of(desk), clock=time.monotonic, size=(w, h)
    )

    def show():
        patches = painter.paint(surface, host.frame().ops)
        pygame.display.update([pygame.Rect(patch) for patch in patches])

    show()
    ones, moves, fulls, flips = [], [], [], []
    for n in range(rounds):
        # The focus moves on, which is what many presses do.
        start = time.perf_counter()
        host.accept(KeyPressed("tab"))
        show()
        moves.append(time.perf_counter() - start)
        # A step of the session: its rules and its place on disk are not the frame's work.
        desk.session.send(
            PlaceMarker(n % 3) if name == "conversation" else RenameSeat(0, f"Tom {n}")
        )
        host.follow(Stay(screen_for(desk)))
        start = time.perf_counter()
        show()
        ones.append(time.perf_counter() - start)
        start = time.perf_counter()
        host.stir()
        painter.forget()
        show()
        fulls.append(time.perf_counter() - start)
        start = time.perf_counter()
        pygame.display.flip()
        flips.append(time.perf_counter() - start)
    flip = median(flips) * 1e3
    label = f"{name} at {w}x{h}"
    return [
        Row(f"the focus moves, {label}", "a flip", flip, median(moves) * 1e3, "ms", goal_one, True),
        Row(f"a step is taken, {label}", "a flip", flip, median(ones) * 1e3, "ms", goal_one, True),
        Row(f"full repaint, {label}", "a flip", flip, median(fulls) * 1e3, "ms", goal_full, True),
    ]
