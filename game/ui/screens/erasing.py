"""Erasing: what would go is shown first, and only a button of its own erases it."""

from game.app.desk import Desk
from game.app.errand import Errand
from game.app.removing import Removed, named_programmes, remove, what_goes
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Column, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys
from game.ui.stack import Env, Outcome, Pop, Stay, View
from game.values import dataclass, field, replace

SHOWN = 40
STAYS = N_(
    "Nothing brings it back. What somebody exported or copied elsewhere stays, and so does what a "
    "cloud folder or another computer keeps."
)


@dataclass(frozen=True, slots=True)
class EraseNow:
    """Erase all that is shown."""


@dataclass(frozen=True, slots=True)
class Gone:
    """To the screen below: what became of it."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Goes:
    """What would go."""

    sessions: tuple[str, ...]
    """With each of the first ones, in words."""
    programmes: str = ""


@dataclass(frozen=True, slots=True)
class EraseScreen:
    """See the module. Space, Enter and the clicker keep everything."""

    desk: Desk = field(compare=False, repr=False)
    sessions: tuple[str, ...]
    """Names of the sessions' folders."""
    programmes: bool = False
    """Whether the programmes' names go as well."""
    looking: Errand[Goes] | None = field(default=None, compare=False, repr=False)
    """What goes, looked at beside the screen: nothing can be erased before it is shown."""
    working: Errand[Removed] | None = field(default=None, compare=False, repr=False)
    name: str = "erase"

    def __post_init__(self) -> None:
        if self.looking is None:
            saves, names, named = self.desk.places.saves, self.sessions[:SHOWN], self.programmes
            looking = self.desk.errand(
                lambda: Goes(
                    tuple("; ".join(what_goes(saves, each)) for each in names),
                    named_programmes(saves) if named else "",
                ),
                lambda _fault: Goes(tuple(_("what is in it cannot be read") for _name in names)),
                soon=1,
            )
            object.__setattr__(self, "looking", looking)

    @property
    def _goes(self) -> Goes | None:
        return None if self.looking is None else self.looking.answer

    def update(self, message: Message) -> Outcome:
        match message:
            case EraseNow() if self.working is None and self._goes is not None:
                saves, now, names = self.desk.places.saves, self.desk.stamp(), self.sessions
                named = self.programmes
                working = self.desk.errand(
                    lambda: remove(saves, names, now, programmes=named),
                    lambda fault: Removed((), ((_("The rest"), f"{type(fault).__name__}."),)),
                )
                return self._ended(working) or Stay(replace(self, working=working))
            case Close() if self.working is not None:
                return self._ended(self.working) or Stay(self)
            case _:
                return front(self.desk, self, message) or Stay(self)

    @staticmethod
    def _ended(working: Errand[Removed]) -> Outcome | None:
        """Back with the news, once it is done."""
        removed = working.answer
        return Pop(Gone(removed.sentence)) if working.done and removed is not None else None

    def view(self, env: Env) -> View:
        keys = front_keys()
        waits = self.working is not None and not self.working.done
        goes = self._goes
        if goes is None:
            title, under, shown, actions = self._reading(env)
        elif self.working is None:
            title, under, shown, actions = self._question(env, goes)
        else:
            removed = self.working.answer
            words = _("Erasing …") if removed is None else removed.sentence
            title, under = _("Erasing") if waits else _("Erased"), ""
            shown = Panel(Text(words, Style(34, Face.SEMIBOLD, INK, 1.4)))
            back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY, live=not waits)
            actions = bottom(env, "", (back, 420))
        body = Column((Grow(Scroll(Column((shown,)), key="erase")), actions), gap=22)
        return View(
            _("Erase"),
            framed(env, titled(title, under, body), keys),
            keys,
            primary=Close(),
            back=Close(),
            refresh=0.2 if waits or goes is None else None,
        )

    @staticmethod
    def _reading(env: Env) -> tuple[str, str, Widget, Widget]:
        """Until it is known what would go."""
        words = Panel(Text(_("Reading …"), Style(34, Face.SEMIBOLD, INK, 1.4)))
        back = Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY)
        return _("Erase"), "", words, bottom(env, "", (back, 420))

    def _question(self, env: Env, goes: Goes) -> tuple[str, str, Widget, Widget]:
        """What would go, with the one button that erases it and the one that keeps it."""
        count = len(self.sessions)
        one = count == 1
        rows = [
            _row(name, words) for name, words in zip(self.sessions, goes.sessions, strict=False)
        ]
        if count > SHOWN:
            rows.append(
                soft(
                    ngettext(
                        "and {count} more, with all that is in it",
                        "and {count} more, each with all that is in it",
                        count - SHOWN,
                    ).format(count=count - SHOWN),
                    27,
                )
            )
        if goes.programmes:
            rows.append(soft(_("and {programmes}").format(programmes=goes.programmes), 27))
        listed = Panel(Column(tuple(rows), gap=22), pad=40, pad_y=32)
        keep = Button(
            _("Keep it") if one else _("Keep them"), Close(), "keep", "Space", Kind.PRIMARY
        )
        label = (
            _("Erase it for good") if one else _("Erase all {count} for good").format(count=count)
        )
        away = Button(label, EraseNow(), "erase now", icon="trash")
        title = (
            _("Erase this session?")
            if one
            else _("Erase all {count} sessions?").format(count=count)
        )
        shown = Column((listed, soft(_(STAYS), 27)), gap=22)
        return title, _("All of this goes:"), shown, bottom(env, "", (away, 560), (keep, 420))


def _row(name: str, goes: str) -> Widget:
    words = Column(
        (
            Text(name, Style(30, Face.BOLD, INK, 1.25), kind="label"),
            Text(f"{goes}.", Style(28, Face.REGULAR, INK, 1.35)),
        ),
        gap=2,
    )
    return Row((Icon("trash", 40, INK), Grow(words)), gap=22, align=0)
