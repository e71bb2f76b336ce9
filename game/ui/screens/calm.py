"""
The calm screen: another screen failed, nothing is lost, and these are the ways on.

It asks as little as it can of everything else, because something else has just failed.
"""

from pathlib import Path

from game.app.desk import Desk
from game.tongue import _, pgettext
from game.ui.kit.boxes import Centre, Column, Fixed, Grow
from game.ui.kit.content import Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SOFT
from game.ui.screens.frame import framed
from game.ui.screens.registry import screen_for
from game.ui.screens.saving import leave
from game.ui.stack import Binding, Env, Outcome, Replace, Stay, View
from game.values import dataclass, field


@dataclass(frozen=True, slots=True)
class GoOn:
    """Back to where the session stands."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back the last step, and go on from there."""


@dataclass(frozen=True, slots=True)
class GoHome:
    """Put the session away, where it is saved."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Close the game."""


@dataclass(frozen=True, slots=True)
class CalmScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    fault: Exception = field(compare=False)
    name: str = "calm"

    def update(self, message: Message) -> Outcome:
        session = self.desk.session
        match message:
            case GoOn() if session is not None:
                return Replace(screen_for(self.desk), all_of_them=True)
            case TakeBack() if session is not None:
                session.undo()
                return Replace(screen_for(self.desk), all_of_them=True)
            case GoOn() | GoHome():
                return leave(self.desk, self)
            case Leave():
                return leave(self.desk, self, quits=True)
            case _:
                return Stay(self)

    def view(self, env: Env) -> View:
        session = self.desk.session
        if session is None:
            said = _("Nothing you have saved is touched by it.")
        elif session.unsaved:
            said = session.unsaved
        else:
            said = _(
                "Everything the table has agreed is saved, and the session goes on where it was."
            )
        keys = [Binding("q", _("close the game"), Leave())]
        more: list[Widget] = []
        if session is not None and session.can_undo:
            keys.insert(0, Binding("z", _("take the last step back"), TakeBack(), footer=False))
            more.append(Button(_("Take the last step back"), TakeBack(), "take back", "Z"))
        if session is not None:
            keys.insert(0, Binding("h", pgettext("the first page", "home"), GoHome(), footer=False))
            more.append(Button(_("Home"), GoHome(), "home", "H"))
        words = (
            Text(_("That did not work"), Style(76, Face.HEAVY, INK, 1.1), kind="heading"),
            Text(
                _("Something went wrong on this screen. {said}").format(said=said),
                Style(36, Face.REGULAR, INK, 1.4),
            ),
            Text(
                _(
                    "If it happens again, take the last step back. For whoever looks after the game: "
                    "{where}."
                ).format(where=where(self.fault)),
                Style(27, Face.REGULAR, SOFT, 1.4),
            ),
        )
        go_on = Button(_("Go on"), GoOn(), "go on", "Space", Kind.PRIMARY, height=98)
        body = Column(
            (
                Grow(Centre(Scroll(Column(words, gap=26), key="calm"), across=0)),
                Fixed(Column((*more, go_on), gap=18), None if env.narrow else 760),
            ),
            gap=24,
        )
        bound = tuple(keys)
        return View(_("That did not work"), framed(env, body, bound), bound, primary=GoOn())


def where(fault: Exception) -> str:
    """The kind of the fault and the place in our code; never what anybody wrote."""
    trace = fault.__traceback__
    place = ""
    while trace is not None:
        place = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(fault).__name__}{place}"
