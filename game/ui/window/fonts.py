"""Type: opens the faces, measures words, and keeps drawn words ready."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.ui.kit.text import FROM_RIGHT, HANGING, SHAPED
from game.ui.kit.tones import Colour
from game.ui.window.pieces import Pieces

# What knows the letters of other faces is brought by the first word with one of them.
if TYPE_CHECKING:
    from game.ui.window.lettering import Lettering

FAMILIES = {"": "AtkinsonHyperlegibleNext", "Lexend": "Lexend"}
KEPT_WORDS = 6000


class Faces:
    """
    The typeface at every size asked for, and words drawn once and kept.

    Letters the face lacks (µ among them) are drawn as their look-alikes where there is one, and
    otherwise in the first face that has them; see `Lettering`.
    """

    def __init__(self, folder: Path, ready: Pieces | None = None) -> None:
        """*ready* is what need not be measured and drawn again."""
        if not pygame.font.get_init():
            pygame.font.init()
        self._folder = folder
        self._ready = Pieces() if ready is None else ready
        self._anew = False
        self._borrowed = False
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._widths: dict[tuple[str, int], dict[str, int]] = {}
        self._lines: dict[tuple[str, int], int] = {}
        self._x_heights: dict[str, float] = {}
        self._words: dict[tuple[str, int, Colour], dict[str, pygame.Surface]] = {}
        self._kept = 0

    @cached_property
    def _lettering(self) -> "Lettering":
        from game.ui.window.lettering import Lettering  # noqa: PLC0415 - see the top of the module

        return Lettering(self._folder)

    def font(self, face: str, size: int) -> pygame.font.Font:
        key = (face, size)
        found = self._fonts.get(key)
        if found is None:
            found = self._fonts[key] = pygame.font.Font(self._file(face), size)
        return found

    def _file(self, face: str) -> Path:
        """Where the reader's own face lies, without what `kit.text` has put at its end."""
        family, weight = face.rstrip(SHAPED + FROM_RIGHT + HANGING).rpartition(":")[::2]
        return self._folder / f"{FAMILIES[family]}-{weight.partition('+')[0]}.ttf"

    def _needs_lettering(self, text: str, face: str) -> bool:
        """Whether the reader's own face cannot draw this word by itself."""
        if face[-1] not in _MARKS:
            if text.isascii():
                return False
            from game.script.coverage import coverage_of  # noqa: PLC0415 - see the top of the module

            if coverage_of(self._file(face)).issuperset(text):
                return False
        self._borrowed = True
        return True

    def width(self, text: str, face: str, size: int) -> int:
        """How far *text* runs; the sum of its words and spaces, as they are drawn one by one."""
        key = (face, size)
        widths = self._widths.get(key)
        if widths is None:
            widths = self._widths[key] = {}
        known = widths.get(text)
        if known is None:
            known = self._ready.widths.get(key, _NONE).get(text)
            if known is None:
                known = self._measure(text, face, size)
                self._anew = True
            if len(widths) > KEPT_WORDS:
                widths.clear()
            widths[text] = known
        return known

    def _measure(self, text: str, face: str, size: int) -> int:
        font = self.font(face, size)
        if " " not in text or text == " ":
            if not text:
                return 0
            drawable, gap = _drawable(text), _gap(face, size)
            if self._needs_lettering(drawable, face):
                return self._lettering.width(drawable, self._file(face), face, size)
            if gap:
                return sum(font.size(each)[0] + gap for each in drawable)
            return font.size(drawable)[0]
        space = self.width(" ", face, size)
        words = text.split(" ")
        return sum(self.width(word, face, size) for word in words) + space * (len(words) - 1)

    def lacks(self, text: str) -> str:
        """The letters of *text* for which only a box can be drawn."""
        return (
            "" if text.isascii() else self._lettering.lacks(_drawable(text), self._file("Regular"))
        )

    def line(self, face: str, size: int) -> int:
        key = (face, size)
        known = self._lines.get(key)
        if known is None:
            known = self._ready.lines.get(key)
            if known is None:
                known = self._line(face, size)
                self._anew = True
            self._lines[key] = known
        return known

    def _line(self, face: str, size: int) -> int:
        if face[-1] in _MARKS:
            return sum(self._lettering.room(face, size))
        return self.font(face, size).get_height()

    def x_height(self, face: str) -> float:
        """How tall an x stands, as a share of the type's size: measured on a large one, drawn."""
        large = 1000
        family, weight = face.rpartition(":")[::2]
        name = f"{family}:{weight.partition('+')[0]}" if family else weight.partition("+")[0]
        known = self._x_heights.get(name)
        if known is None:
            letter = self.font(name, large).render("x", True, (0, 0, 0))
            known = self._x_heights[name] = letter.get_bounding_rect(min_alpha=128).h / large
        return known

    def drawn(self, face: str, size: int, colour: Colour) -> Callable[[str], pygame.Surface]:
        """A way to get single words in this type and colour, each drawn at most once."""
        key = (face, size, colour)
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = {}
        kept = words
        ready = self._ready.words.get(key, _NO_WORDS)

        def word(text: str) -> pygame.Surface:
            found = kept.get(text)
            if found is None:
                found = ready.get(text)
                if found is None:
                    found = self._draw(text, face, size, colour)
                kept[text] = found
                self._count()
            return found

        return word

    def _draw(self, text: str, face: str, size: int, colour: Colour) -> pygame.Surface:
        self._anew = True
        drawable = _drawable(text)
        if self._needs_lettering(drawable, face):
            return self._lettering.drawn(drawable, self._file(face), face, size, colour)
        gap = _gap(face, size)
        if gap:
            return _spaced(self.font(face, size), drawable, colour, gap)
        return self.font(face, size).render(drawable, True, colour)

    def add_to(self, pieces: Pieces) -> bool:
        """
        Put in all that was measured and drawn so far; whether any of it was not ready before.

        Nothing, once letters were borrowed from other faces: those of the system may change.
        """
        if self._borrowed:
            return False
        pieces.widths.update((key, dict(each)) for key, each in self._widths.items())
        pieces.lines.update(self._lines)
        pieces.words.update((key, dict(each)) for key, each in self._words.items())
        # What was kept and is not wanted any longer stays ready for nobody.
        self._ready = Pieces()
        return self._anew

    def _count(self) -> None:
        """Forget all drawn words once there are very many, so that memory stays bounded."""
        self._kept += 1
        if self._kept > KEPT_WORDS:
            self._kept = 0
            for words in self._words.values():
                words.clear()


_NONE: dict[str, int] = {}
_NO_WORDS: dict[str, pygame.Surface] = {}
_MARKS = frozenset((SHAPED, FROM_RIGHT))


def _gap(face: str, size: int) -> int:
    """Pixels after every letter, of a face such as "Regular+8"; joined letters stay joined."""
    if face[-1] in _MARKS:
        return 0
    letters = face.partition("+")[2]
    return max(1, round(size * int(letters) / 100)) if letters else 0


def _spaced(font: pygame.font.Font, text: str, colour: Colour, gap: int) -> pygame.Surface:
    """A word with room between its letters, each drawn by itself."""
    letters = [font.render(each, True, colour) for each in text]
    wide = sum(each.get_width() + gap for each in letters)
    word = pygame.Surface((max(1, wide), font.get_height()), pygame.SRCALPHA)
    x = 0
    for each in letters:
        word.blit(each, (x, 0))
        x += each.get_width() + gap
    return word


# The face draws Greek mu but not the micro sign; to a reader they are one letter.
_LOOK_ALIKES = str.maketrans({"\u00b5": "\u03bc", "\u2011": "-", "\u202f": " ", "\u2212": "–"})


def _drawable(text: str) -> str:
    return text.translate(_LOOK_ALIKES)
