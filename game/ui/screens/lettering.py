"""
Writing without a keyboard: letters to press, for whoever plays with a switch, a game pad or a finger.

It opens upon a text field. The rows are what a scan goes through, so there are few of them.
"""

from game.app.desk import Desk
from game.tongue import _, pgettext
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.editing import clean
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK, SOFT
from game.ui.kit.typing import Lettered
from game.ui.screens.frame import framed
from game.ui.stack import Binding, Env, Outcome, Pop, Stay, View
from game.values import dataclass, field, replace

SIGNS = "1234567890.,?!'’-:;/&()@"
COLUMNS = 8
_ENDS = ".?!"


@dataclass(frozen=True, slots=True)
class Put:
    """One more character."""

    character: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The last character goes; with `word`, the last word."""

    word: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """To signs, or back to letters; to capitals, or back."""

    what: str


@dataclass(frozen=True, slots=True)
class Finish:
    """What is written goes into the field."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """The field stays as it was."""


@dataclass(frozen=True, slots=True)
class LetteringScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    label: str = ""
    text: str = ""
    limit: int = 120
    private: bool = False
    signs: bool = False
    capital: bool | None = None
    """Chosen by hand for the next letter; None while the sentence decides."""
    name: str = "lettering"

    def update(self, message: Message) -> Outcome:
        match message:
            case Put(character):
                text = clean(self.text + character)[: self.limit]
                return Stay(replace(self, text=text, capital=None))
            case TakeBack(word):
                whole = self.text.rstrip()
                text = whole[: whole.rfind(" ") + 1] if word else self.text[:-1]
                return Stay(replace(self, text=text, capital=None))
            case Turn("signs"):
                return Stay(replace(self, signs=not self.signs))
            case Turn("capital"):
                return Stay(replace(self, capital=not self._large))
            case Finish():
                return Pop(Lettered(self.text))
            case GiveUp():
                return Pop()
            case _:
                return Stay(self)

    @property
    def _large(self) -> bool:
        """Whether the next letter is a capital: at the start of a sentence, or when asked for."""
        if self.capital is not None:
            return self.capital
        said = self.text.rstrip()
        return not said or (said != self.text and said[-1] in _ENDS)

    @property
    def _characters(self) -> str:
        if self.signs:
            return SIGNS
        if self.desk.settings.letter_order == "often":
            # Translators put the letters of their language, the one most written first.
            letters = pgettext("letters, most written first", "etaoinshrdlucmfwypvbgkjqxz")
        else:
            letters = pgettext("letters, in order", "abcdefghijklmnopqrstuvwxyz")
        return letters.upper() if self._large else letters

    def view(self, env: Env) -> View:
        size, tall = (28, 76) if env.narrow else (36, 100)
        letters = tuple(
            Button(each, Put(each), f"letter {each.lower()}", size=size, height=tall)
            for each in self._characters
        )
        rest = (
            Button(_("Space"), Put(" "), "space", size=size - 4),
            Button(_("Delete"), TakeBack(), "take back", size=size - 4),
            Button(_("Delete word"), TakeBack(word=True), "take back word", size=size - 4),
            Button(_("Letters") if self.signs else "1 2 3", Turn("signs"), "signs", size=size - 4),
            Button(
                _("Small letters") if self._large else _("Capitals"),
                Turn("capital"),
                "capital",
                size=size - 4,
            ),
        )
        out = (
            Button(_("Leave as it was"), GiveUp(), "give up", "Esc", size=size - 2),
            Button(_("Done"), Finish(), "finish", kind=Kind.PRIMARY, size=size - 2),
        )
        grid = Grid(letters, columns=COLUMNS, gap=12)
        commands: Widget = Row(tuple(Grow(each) for each in rest), gap=12, stretch=True)
        if env.narrow:
            commands = Grid(rest, columns=3, gap=12)
        inside = Column((grid, commands), gap=18)
        ends = Row((Grow(out[0]), Grow(out[1])), gap=16, stretch=True)
        body = Column(
            (self._written(), Grow(Scroll(inside, key="letters")), ends),
            gap=18 if env.narrow else 24,
        )
        keys = (Binding("escape", _("leave it as it was"), GiveUp(), cap="Esc"),)
        typed = tuple(
            Binding(each.lower(), "", Put(each), footer=False) for each in self._characters
        )
        return View(
            _("Writing: {field}").format(field=self.label),
            framed(replace(env, standing="", unsaved=""), body, keys),
            (
                *keys,
                *typed,
                Binding("backspace", "", TakeBack(), footer=False),
                Binding("space", "", Put(" "), footer=False),
                Binding("enter", "", Finish(), footer=False),
            ),
            back=GiveUp(),
            private=self.private,
            afresh=True,
        )

    def _written(self) -> Widget:
        style = Style(40, Face.SEMIBOLD, INK if self.text else SOFT, 1.25)
        # The end is what is being written, and must be in sight.
        shown = self.text if len(self.text) <= 90 else "…" + self.text[-88:]
        words = Text(f"{shown}|" if self.text else _("Nothing is written yet"), style)
        sheet = Panel(
            words,
            fill=CREAM,
            raised=False,
            radius=18,
            pad=28,
            pad_y=18,
            role=Role("status", self.text or _("Nothing is written yet")),
        )
        return Column((heading(self.label, 34), sheet), gap=10)
