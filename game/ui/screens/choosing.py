"""Choosing one of many, such as a fact or a person: a list to search, a page at a time."""

from game.app.desk import Desk
from game.tongue import _
from game.ui.kit.boxes import Column, Fixed, Flow, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, GOOD, INK, SAND_LINE
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys, small
from game.ui.stack import Binding, Env, Outcome, Pop, Stay, View
from game.values import dataclass, field, replace

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose; `under` says more about it."""

    value: str
    label: str
    under: str = ""

    @property
    def searched(self) -> str:
        return f"{self.value} {self.label} {self.under}".casefold()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the screen pops with: for what, and what was chosen; empty for none of them."""

    what: str
    value: str


@dataclass(frozen=True, slots=True)
class Take:
    value: str


@dataclass(frozen=True, slots=True)
class Look:
    words: str


@dataclass(frozen=True, slots=True)
class Turn:
    """To another page: 1 for the next, -1 for the one before."""

    by: int


@dataclass(frozen=True, slots=True)
class ChoosingScreen:
    """Pops with a `Chosen`; closing it chooses nothing new."""

    desk: Desk = field(compare=False, repr=False)
    what: str
    title: str
    options: tuple[Option, ...]
    chosen: str = ""
    none: str = ""
    """What choosing none is called; empty where one has to be chosen."""
    words: str = ""
    page: int = 0
    name: str = "choosing"

    @property
    def b_leafs_back(self) -> bool:
        """B is not the curtain here."""
        return True

    def update(self, message: Message) -> Outcome:
        match message:
            case Take(value):
                return Pop(Chosen(self.what, value))
            case Look(words):
                return Stay(replace(self, words=words, page=0))
            case Turn(by):
                pages = max(1, -(-len(self._found()) // A_PAGE))
                return Stay(replace(self, page=(self.page + by) % pages))
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _found(self) -> tuple[Option, ...]:
        wanted = self.words.casefold().split()
        return tuple(each for each in self.options if all(word in each.searched for word in wanted))

    def view(self, env: Env) -> View:
        found = self._found()
        shown = found[self.page * A_PAGE : (self.page + 1) * A_PAGE]
        keys = front_keys()
        turning: tuple[Widget, ...] = ()
        if len(found) > A_PAGE:
            keys = front_keys(
                Binding("n", _("next page"), Turn(1), footer=False),
                Binding("b", _("page before"), Turn(-1), footer=False),
            )
            turning = (
                Button(_("Page before"), Turn(-1), "page before", "B"),
                Button(_("Next page"), Turn(1), "next page", "N"),
            )
        rows: list[Widget] = []
        if self.none and not self.words:
            rows.append(self._row(Option("", self.none)))
        rows.extend(map(self._row, shown))
        if not rows:
            rows.append(Panel(Text(_("Nothing fits these words."), Style(30, Face.SEMIBOLD))))
        search = TextField(
            "search", self.words, Look, _("Search"), hint=_("Search"), limit=60, size=28
        )
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        last = min(len(found), (self.page + 1) * A_PAGE)
        said = _("{first} to {last} of {count}").format(
            first=self.page * A_PAGE + 1, last=last, count=len(found)
        )
        if not found:
            said = ""
        listed: Widget = Grid(tuple(rows), columns=2, gap=16, least=600)
        if env.narrow:
            # The list needs the room more than the way to its other pages does.
            listed = Column((listed, Flow(turning, gap=14)), gap=18) if turning else listed
            turning = ()
        buttons = (*((each, 330) for each in turning), (back, 300))
        body = Column(
            (
                search if env.narrow else Row((Fixed(search, 700), Grow(soft(said, 26))), gap=24),
                Grow(Scroll(listed, key="choices")),
                bottom(env, "", *buttons),
            ),
            gap=20,
        )
        return View(
            self.title,
            framed(env, titled(self.title, "", body, size=50), keys),
            keys,
            primary=Close(),
            focus="search",
        )

    def _row(self, option: Option) -> Widget:
        here = option.value == self.chosen
        icon, tone = ("circle-check", GOOD) if here else ("circle", INK)
        words: list[Widget] = [Text(option.label, Style(28, Face.SEMIBOLD, INK, 1.25))]
        if option.under:
            words.append(small(option.under, INK, 24, Face.REGULAR))
        sheet = Panel(
            Row((Icon(icon, 38, tone), Grow(Column(tuple(words), gap=2))), gap=18),
            fill=CREAM if here else CARD,
            line=INK if here else SAND_LINE,
            line_width=3 if here else 2,
            raised=False,
            radius=20,
            pad=22,
            pad_y=16,
        )
        role = Role("radio", option.label, option.under, here)
        return Tap(sheet, Take(option.value), f"choice {option.value or 'none'}", role, radius=20)
