"""Where to turn: every route with the day it was last checked. One press away on every screen."""

import re

from game.app.desk import Desk
from game.model.evidence import SupportRoute
from game.tongue import N_, _
from game.ui.art.palettes import VOICE
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.dates import day
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys, small
from game.ui.stack import Binding, Env, Outcome, Stay, View
from game.values import dataclass, field

NOTHING_LISTED = N_(
    "This pack lists nowhere to turn. If a life is at risk now, call 999. "
    "Otherwise start with the person who invited you today."
)


@dataclass(frozen=True, slots=True)
class SupportScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    name: str = "support"

    def update(self, message: Message) -> Outcome:
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = front_keys(Binding("s", _("back"), Close(), footer=False))
        pack = self.desk.session.pack if self.desk.session is not None else self.desk.pack
        routes = pack.support if pack is not None else ()
        if routes:
            sheets = tuple(_route(route) for route in routes)
            listed: Widget = Grid(sheets, columns=3, gap=22, least=480)
        else:
            listed = Panel(Text(_(NOTHING_LISTED), Style(34, Face.SEMIBOLD, INK, 1.4)))
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        words = _("Nobody needs to say why. Step out, or ask somebody to come with you.")
        actions = bottom(env, words, (back, 420))
        body = Column((Grow(Scroll(listed, key="support")), actions), gap=22)
        under = _("For anybody here, now or later. Each line says when it was last checked.")
        return View(
            _("Where to turn"),
            framed(env, titled(_("Where to turn"), under, body), keys),
            keys,
            primary=Close(),
        )


def _route(route: SupportRoute) -> Widget:
    checked = _("{nation}. Checked {day}.").format(nation=route.nation, day=day(route.checked))
    parts = (
        Row((Icon(_icon(route), 34, VOICE), Grow(small(route.need, SOFT, 26))), gap=14),
        Text(whole_numbers(route.route), Style(33, Face.BOLD, INK, 1.25), kind="heading"),
        Text(route.detail, Style(28, Face.REGULAR, INK, 1.35)),
        soft(checked, 24),
    )
    return Panel(Column(parts, gap=8), radius=24, pad=30, pad_y=24)


def whole_numbers(words: str) -> str:
    """The words with each telephone number kept on one line."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", words)


def _icon(route: SupportRoute) -> str:
    """A telephone, a message, or a person: how the route is reached."""
    words = route.route.lower()
    if words.startswith("text "):
        return "message-circle"
    return "phone" if any(each.isdigit() for each in words) else "user-heart"
