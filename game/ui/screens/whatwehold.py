"""What is kept: which files, what is in them and what never is, for how long, how to erase."""

from game.app.desk import Desk
from game.app.held import IN_SHORT, TITLE, Part, sheet
from game.tongue import _
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys
from game.ui.stack import Env, Outcome, Stay, View
from game.values import dataclass, field

_ICONS = ("folder-open", "file-text", "eye-off", "clock", "trash", "lock")


@dataclass(frozen=True, slots=True)
class HeldScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    name: str = "what we hold"

    def update(self, message: Message) -> Outcome:
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = front_keys()
        parts = sheet(self.desk.places)
        cells = tuple(_part(part, icon) for part, icon in zip(parts, _ICONS, strict=True))
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        intro = Text(_(IN_SHORT), Style(31, Face.SEMIBOLD, INK, 1.4))
        listed = Column((intro, Grid(cells, columns=2, gap=22, least=640)), gap=26)
        said = _("The same text is in docs/what-we-hold.md, to print or send.")
        body = Column((Grow(Scroll(listed, key="held")), bottom(env, said, (back, 420))), gap=22)
        return View(
            _(TITLE),
            framed(env, titled(_(TITLE), "", body), keys),
            keys,
            primary=Close(),
            back=Close(),
        )


def _part(part: Part, icon: str) -> Widget:
    lines = tuple(Text(line, Style(27, Face.REGULAR, INK, 1.35)) for line in part.lines)
    top = Row((Icon(icon, 40, INK), Grow(heading(_(part.title), 32))), gap=18)
    return Panel(Column((top, *lines), gap=14), pad=36, pad_y=30)
