"""Soft sounds; silent where there is no sound card, and nothing ever waits for them."""

from importlib import import_module
from pathlib import Path

import pygame


class Sounds:
    """Plays the assets' sounds by name. The mixer is opened when the first is wanted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: bool | None = None
        self._loaded: dict[str, pygame.mixer.Sound] = {}

    @property
    def available(self) -> bool:
        """Whether this machine can play sounds at all; opens the mixer to find out."""
        if self._open is None:
            try:
                # A start leaves it out, as the first picture does not wait for it.
                import_module("pygame.mixer")
                pygame.mixer.init(frequency=44100, size=-16, channels=1, buffer=1024)
                self._open = pygame.mixer.get_init() is not None
            except (pygame.error, NotImplementedError, ImportError):
                self._open = False
        return self._open

    def play(self, name: str) -> None:
        if not self.available:
            return
        try:
            sound = self._loaded.get(name)
            if sound is None:
                sound = pygame.mixer.Sound(self._folder / f"{name}.wav")
                sound.set_volume(0.5)
                self._loaded[name] = sound
            sound.play()
        except pygame.error:
            # The device went away in mid-session: play on, silent.
            self._open = False
