"""
Words that one face cannot draw as it is: joined and stacked letters, and letters it lacks.

A word is cut where its face changes: first the reader's own, then faces of ours by script, then
those of the system. What no face has is drawn as a box, never left out.
"""

from functools import cache
from pathlib import Path

import pygame

from game.script.coverage import coverage_of
from game.script.letters import Script, is_mark, script_of
from game.tuples import NamedTuple
from game.ui.kit.text import FROM_RIGHT, HANGING, SHAPED, hanging_reach
from game.ui.kit.tones import Colour

_BY_SCRIPT = {
    "Arab": "NotoSansArabic",
    "Hebr": "NotoSansHebrew",
    "Deva": "NotoSansDevanagari",
    "Beng": "NotoSansBengali",
    "Guru": "NotoSansGurmukhi",
    "Gujr": "NotoSansGujarati",
    "Taml": "NotoSansTamil",
}
_HANGING_FACE = "NotoNastaliqUrdu"
_HANGING_SHARE = 0.85
"""Of the size of other letters: it stands taller."""
_WIDER = ("Lexend", "NotoSans")
"""Letters of Vietnamese, Yoruba, Ukrainian, Greek and others that the reader's face may lack."""
_ANY = "Zyyy"
"""A script that says nothing of the sort: letters that stand one by one."""
# Above and below the line of writing, in sizes of type.
_ROOM = (1.15, 0.55)
_HANGING_ROOM = (1.75, 0.75)
# Faces that systems bring for letters of which we have none; the first that is there and has them.
_OF_SYSTEMS = (
    *("notosans", "notosanscjksc", "notosanssc", "notosanscjkjp", "microsoftyahei", "simsun"),
    *("pingfangsc", "hiraginosans", "applesdgothicneo", "malgungothic", "yugothic", "msgothic"),
    *("wenquanyizenhei", "wenquanyimicrohei", "droidsansfallback", "nyala", "ebrima", "kefa"),
    *("notosansethiopic", "abyssinicasil", "sylfaen", "notosansarmenian", "notosansgeorgian"),
    *("segoeui", "segoeuisymbol", "arialunicodems", "applesymbols", "dejavusans", "freesans"),
)


class _Opened(NamedTuple):
    """A face, opened at a size for a script and a way of running, and the letters it has."""

    font: pygame.font.Font
    path: Path

    def has(self, letter: str) -> bool:
        return letter in coverage_of(self.path)


class _Piece(NamedTuple):
    """Letters that one face draws."""

    by: _Opened
    text: str

    @property
    def wide(self) -> int:
        """How far the letters run; those of the hanging hand reach over what stands beside them."""
        font = self.by.font
        if not self.hangs:
            return font.size(self.text)[0]
        # Between two spaces all ink is within, so that what is left is how far the word runs.
        return max(1, font.size(f" {self.text} ")[0] - 2 * font.size(" ")[0])

    @property
    def hangs(self) -> bool:
        return self.by.path.name.startswith(_HANGING_FACE)


class Lettering:
    """See the module. *folder* holds the faces; they are opened when somebody needs them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[tuple[Path, int, str, bool], _Opened] = {}
        self._homeless: dict[str, Path | None] = {}
        """For a letter that no face of ours has: the system's that has it, or nothing."""

    def room(self, face: str, size: int) -> tuple[int, int]:
        """Pixels above and below the line of writing."""
        above, below = _HANGING_ROOM if HANGING in face else _ROOM
        return round(above * size), round(below * size)

    def width(self, word: str, own: Path, face: str, size: int) -> int:
        """How far a word runs, whose reader's own face lies at *own*."""
        return sum(each.wide for each in self._pieces(word, own, face, size))

    def drawn(self, word: str, own: Path, face: str, size: int, colour: Colour) -> pygame.Surface:
        """The word as it stands on its line: all its pieces on one line of writing."""
        pieces = self._pieces(word, own, face, size)
        if face[-1] == FROM_RIGHT:
            pieces.reverse()
        if face[-1] in SHAPED + FROM_RIGHT:
            above, below = self.room(face, size)
            tall = above + below
        else:
            usual = self._open(own, size).font
            above, tall = usual.get_ascent(), usual.get_height()
        reach = hanging_reach(face, size)
        wide = sum(each.wide for each in pieces) + 2 * reach
        surface = pygame.Surface((max(1, wide), tall), pygame.SRCALPHA)
        x = reach
        for each in pieces:
            font = each.by.font
            letters = font.render(f" {each.text} " if each.hangs else each.text, True, colour)
            before = font.size(" ")[0] if each.hangs else 0
            surface.blit(letters, (x - before, above - font.get_ascent() - _raised(letters, font)))
            x += each.wide
        return surface

    def lacks(self, text: str, own: Path) -> str:
        """The letters of *text* that no face here can draw."""
        odd = sorted({each for each in text if not each.isascii() and not each.isspace()})
        return "".join(each for each in odd if not self._has_somewhere(each, own))

    def _has_somewhere(self, letter: str, own: Path) -> bool:
        names = self._names(script_of(letter), "")
        return (
            letter in "\u200c\u200d"
            or letter in coverage_of(own)
            or any(letter in coverage_of(self._file(name, "Regular")) for name in names)
            or self._of_system(letter) is not None
        )

    def _pieces(self, word: str, own: Path, face: str, size: int) -> list[_Piece]:
        pieces: list[_Piece] = []
        for letter in word:
            by = self._face_for(letter, pieces[-1].by if pieces else None, own, face, size)
            if pieces and pieces[-1].by is by:
                pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + letter)
            else:
                pieces.append(_Piece(by, letter))
        return pieces

    def _face_for(
        self, letter: str, before: _Opened | None, own: Path, face: str, size: int
    ) -> _Opened:
        from_right = face[-1] == FROM_RIGHT
        script = script_of(letter)
        joins = script is not None or is_mark(letter)
        # What joins or stands on another letter must not be cut from it where one face has both.
        if before is not None and joins and (before.has(letter) or letter in "\u200c\u200d"):
            return before
        usual = self._open(own, size, from_right=from_right)
        if script is None and usual.has(letter):
            return usual
        weight = "Regular" if "Regular" in face else "Bold"
        for name in self._names(script, face):
            by = self._open(
                self._file(name, weight),
                round(size * (_HANGING_SHARE if name == _HANGING_FACE else 1.0)),
                _ANY if script is None else script.code,
                from_right=from_right,
            )
            if by.has(letter):
                return by
        system = self._of_system(letter)
        return usual if system is None else self._open(system, size, from_right=from_right)

    def _names(self, script: Script | None, face: str) -> tuple[str, ...]:
        """The faces to look in, the best first."""
        if script is None:
            return (*_WIDER, *_BY_SCRIPT.values())
        if script.code == "Arab" and HANGING in face:
            return (_HANGING_FACE, _BY_SCRIPT["Arab"])
        own = _BY_SCRIPT.get(script.code)
        return (own,) if own else ()

    def _file(self, name: str, weight: str) -> Path:
        return self._folder / f"{name}-{weight}.ttf"

    def _open(
        self, path: Path, size: int, code: str = _ANY, *, from_right: bool = False
    ) -> _Opened:
        key = (path, size, code, from_right)
        opened = self._opened.get(key)
        if opened is None:
            font = pygame.font.Font(path, size)
            # Shaping goes by the script and the way it runs; both stay with the opened face.
            if code != _ANY:
                font.set_script(code)
            font.set_direction(pygame.DIRECTION_RTL if from_right else pygame.DIRECTION_LTR)
            opened = self._opened[key] = _Opened(font, path)
        return opened

    def _of_system(self, letter: str) -> Path | None:
        """Where the system's face for this letter lies; None where it has none."""
        if letter not in self._homeless:
            places = (place for name in _OF_SYSTEMS if (place := _place(name)) is not None)
            has = (place for place in places if letter in coverage_of(place))
            self._homeless[letter] = next(has, None)
        return self._homeless[letter]


@cache
def _place(name: str) -> Path | None:
    """The file of a face of the system, where it has one of this name."""
    found = pygame.font.match_font(name)
    return Path(found) if found else None


def _raised(letters: pygame.Surface, font: pygame.font.Font) -> int:
    """How far letters taller than their face's own ascent have pushed their line of writing down."""
    over = letters.get_height() - font.get_height()
    return over if over > 0 and letters.get_bounding_rect().y < over else 0
