"""A desk in a folder of its own, with a host without a window, a clock that tests set, and keys."""

import dataclasses
from functools import cache

import pytest

from game.app.clock import stamp_after
from game.app.desk import Desk
from game.app.inplay import InPlay, Read
from game.app.places import Places, find
from game.content.load import load_packs
from game.ui.host import Host
from game.ui.kit.inputs import KeyPressed, TextTyped
from game.ui.screens.all import beforehand, home, letters, look_of

TODAY = "2026-11-20"


class Clock:
    """Time that moves only when a test says so."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def wait(self, seconds):
        self.now += seconds

    def stamp(self):
        return stamp_after("2026-01-06T14:00:00Z", self.now)


@cache
def as_read(pack, core):
    """What is read from our own pack, which no test changes, once for all tables."""
    return load_packs((pack,), core, today=TODAY, advice=False)


class OwnPack(InPlay):
    """Our own pack in play, as it was read before; any other is read as ever."""

    def _load(self, chosen):
        if chosen != (find().content / "scenarios.yaml",):
            return super()._load(chosen)
        return Read(chosen, as_read(self.core, self._places.content), {})


class Table:
    """A desk with a host that shows it, and hands to press keys with."""

    def __init__(self, folder, faces, *, size=(1920, 1080), text=100, palette="paper", seed=7):
        own = find()
        self.clock = Clock()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("game.app.desk.InPlay", OwnPack)
            self.desk = Desk(
                Places(own.content, own.assets, folder / "saves", folder, folder / "exports"),
                clock=self.clock,
                stamp=self.clock.stamp,
                today=lambda: TODAY,
                seeds=lambda: seed,
                keep_settings=False,
            )
        settings = dataclasses.replace(self.desk.settings, text=text, palette=palette)
        self.desk.change(settings)
        self.size = size
        self.faces = faces
        self.host = self.host_on(home(self.desk))

    def host_on(self, screen):
        self.host = Host(
            screen,
            fonts=self.faces,
            look=lambda: look_of(self.desk),
            clock=self.clock,
            size=self.size,
            beforehand=beforehand(self.desk),
            letters=letters(self.desk),
        )
        return self.host

    def press(self, *keys, seconds=1.0):
        for key in keys:
            self.clock.wait(seconds)
            held = key.split("+")
            name = held[-1] or "+"
            self.host.accept(
                KeyPressed(name, "ctrl" in held[:-1], "shift" in held[:-1], "alt" in held[:-1])
            )
            self.host.settle()
        return self

    def type(self, words):
        for character in words:
            self.host.accept(TextTyped(character))
        return self

    @property
    def screen(self):
        return self.host.screen.name
