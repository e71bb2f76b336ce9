"""One pack: what it holds and from whom, sending it as one file, and taking it away again."""

from pathlib import Path

from game.app.desk import PACKS, Desk
from game.app.packs import Gone, send, what_goes
from game.app.places import shortened
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Grow, Panel
from game.ui.kit.content import Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK, SAND_LINE
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys
from game.ui.screens.standby import Words, beside
from game.ui.stack import Env, Outcome, Pop, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Send:
    """Make one file of the pack."""


@dataclass(frozen=True, slots=True)
class Remove:
    """Show what would be removed; and, asked again, remove it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the file to send."""

    words: str


@dataclass(frozen=True, slots=True)
class WillGo:
    """What would be removed."""

    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """What became of the pack, for the list of packs to show."""

    words: str


AMISS = N_("Nothing was changed: something unexpected happened.")


@dataclass(frozen=True, slots=True)
class OnePackScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str
    path: Path
    lines: tuple[str, ...]
    """What it holds and from whom, its name first; nothing where nothing could be read."""
    told: str = ""
    going: bool = False
    """Whether it was asked once already to remove it."""
    name: str = "one pack"

    def update(self, message: Message) -> Outcome:
        match message:
            case Send():
                return self._sending()
            case Sent(words):
                return Stay(replace(self, told=words, going=False))
            case Remove() if self.going:
                return self._removing()
            case Gone():
                return Pop(Said(self.desk.without(message)))
            case Remove():
                return self._looking()
            case WillGo(words):
                return Stay(replace(self, told=words, going=True))
            case _:
                return front(self.desk, self, message) or Stay(self)

    # What touches the disk, beside the screen.

    def _sending(self) -> Outcome:
        desk, path, today = self.desk, self.path, self.desk.today()
        return beside(
            desk,
            self,
            self._words(_("One file to send"), _("Writing it to the disk …")),
            lambda: Sent(send(path, desk.places, today=today)),
            lambda _fault: Sent(_(AMISS)),
            soon=PACKS,
        )

    def _removing(self) -> Outcome:
        return beside(
            self.desk,
            self,
            self._words(_("Remove it"), _("Removing it from the disk …")),
            lambda: self.desk.take_away(self.path),
            lambda _fault: Gone(self.path, _(AMISS)),
            soon=PACKS,
        )

    def _looking(self) -> Outcome:
        return beside(
            self.desk,
            self,
            self._words(_("To be removed"), _("Reading it from the disk …")),
            lambda: WillGo(what_goes(self.path)),
            lambda _fault: Sent(_(AMISS)),
        )

    def _words(self, title: str, doing: str) -> Words:
        return Words(title, title, self._title, doing)

    # Looking.

    @property
    def _title(self) -> str:
        return self.lines[0] if self.lines else self.path.name

    def view(self, env: Env) -> View:
        keys = front_keys()
        lines, title = self.lines, self._title
        parts: list[Widget] = [Text(line, Style(32, Face.SEMIBOLD, INK, 1.4)) for line in lines[1:]]
        own = self.path == self.desk.core
        where = (
            _("It comes with the game.")
            if own
            else _("It lies in {folder}.").format(folder=shortened(self.path))
        )
        parts.append(soft(where, 26))
        sheets: list[Widget] = [Panel(Column(tuple(parts), gap=10))]
        if self.told:
            words = Text(self.told, Style(30, Face.REGULAR, INK, 1.4))
            title_of = _("To be removed") if self.going else _("One file to send")
            sheets.insert(
                0,
                Panel(
                    Column((heading(title_of, 32), words), gap=10),
                    fill=CREAM,
                    raised=False,
                    line=SAND_LINE,
                    role=Role("status", self.told),
                ),
            )
        buttons: list[tuple[Widget, float]] = []
        if self.path.parent == self.desk.places.packs:
            label = _("Yes, remove it") if self.going else _("Remove it")
            buttons.append((Button(label, Remove(), "remove"), 340))
        buttons.append((Button(_("Make one file to send"), Send(), "send"), 470))
        buttons.append((Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY), 360))
        body = Column(
            (
                Grow(Scroll(Column(tuple(sheets), gap=20), key="one pack")),
                bottom(env, "", *buttons),
            ),
            gap=22,
        )
        under = _("What this pack holds, and what may be done with it.")
        return View(title, framed(env, titled(title, under, body), keys), keys, primary=Close())
