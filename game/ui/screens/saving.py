"""Where a session is not saved: why, and the ways on. Play goes on whatever is chosen here."""

from pathlib import Path

from game.app.desk import Desk
from game.app.errand import Errand
from game.app.places import elsewhere, shortened
from game.app.session import LiveSession
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.tones import CREAM, GOOD, INK
from game.ui.screens.cardsheet import READING, soft
from game.ui.screens.frame import framed, spread, titled
from game.ui.screens.front import Close, front, front_keys, small
from game.ui.screens.home import HomeScreen
from game.ui.screens.registry import live
from game.ui.stack import Binding, Env, Notice, Outcome, Push, Quit, Replace, Screen, Stay, View
from game.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Save now, where it was to be saved."""


@dataclass(frozen=True, slots=True)
class SaveIn:
    """Go on in a copy of the session in this place."""

    place: Path


@dataclass(frozen=True, slots=True)
class TypedPlace:
    text: str


@dataclass(frozen=True, slots=True)
class SaveTyped:
    """Go on in a copy of the session in the place that was typed."""


@dataclass(frozen=True, slots=True)
class LeaveIt:
    """Leave the session as it is, saved or not."""


def leave(desk: Desk, screen: Screen, *, quits: bool = False) -> Outcome:
    """Leave the running session for the title page, or the game; first ask where it would be lost."""
    session = desk.session
    if session is not None and at_risk(session):
        # It may be safe by the time somebody has read the question.
        session.retry()
        if at_risk(session):
            return Push(SavingScreen(desk, screen.name, leaving=True, quits=quits))
    return _left(desk, quits=quits)


def at_risk(session: LiveSession) -> bool:
    """Whether leaving the session now would lose something of it."""
    return session.in_memory or bool(session.unsaved and not session.read_only)


def _left(desk: Desk, *, quits: bool) -> Outcome:
    if quits:
        return Quit()
    desk.leave()
    return Replace(HomeScreen(desk), all_of_them=True)


@dataclass(frozen=True, slots=True)
class SavingScreen:
    """See the module. With *leaving*, somebody is about to leave what is not saved."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    leaving: bool = False
    quits: bool = False
    """Whether leaving means the game and not only the session."""
    typed: str = ""
    places: Errand[tuple[Path, ...]] | None = field(default=None, compare=False, repr=False)
    """Where else it could go; looked for beside the screen, since a lost share answers slowly."""
    moving: Errand[str] | None = field(default=None, compare=False, repr=False)
    """Saving elsewhere, under way or done; empty words are good news."""
    name: str = "saving"

    def __post_init__(self) -> None:
        if self.places is None:
            places: Errand[tuple[Path, ...]] = self.desk.errand(elsewhere, lambda _fault: ())
            object.__setattr__(self, "places", places)

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case TryAgain():
                session = live(self.desk)
                session.retry()
                still = session.unsaved and not session.busy
                return Stay(self, (Notice(_("It still cannot be saved there.")),) if still else ())
            case TypedPlace(text):
                return Stay(replace(self, typed=text))
            case SaveTyped():
                text = self.typed.strip().strip("\"'")
                if not text:
                    return Stay(self, (Notice(_("Type a folder, or choose a place.")),))
                return self._save(Path(text).expanduser())
            case SaveIn(place):
                return self._save(place)
            case LeaveIt():
                return _left(self.desk, quits=self.quits)
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _save(self, place: Path) -> Outcome:
        if self.moving is not None and not self.moving.done:
            return Stay(self)
        moving = self.desk.errand(
            lambda: self.desk.running.save_elsewhere(place),
            lambda _fault: _(
                "Not saved there: something unexpected happened. Choose another place."
            ),
        )
        return Stay(replace(self, moving=moving))

    # Looking.

    def view(self, env: Env) -> View:
        session = live(self.desk)
        busy = self.moving is not None and not self.moving.done
        looking = self.places is not None and not self.places.done
        safe = not (session.unsaved or session.in_memory)
        ask = self.leaving and not safe and not session.read_only
        own: list[Binding] = []
        if session.unsaved and not session.read_only:
            own.append(Binding("r", _("try again"), TryAgain()))
        keys = front_keys(*own)
        on: Message = LeaveIt() if self.leaving and safe else Close()
        label = _("Stay with it") if ask else _("Go on playing")
        if self.leaving and safe:
            label = _("Leave: it is saved")
        if session.read_only:
            label = _("Go on reading")
        actions: list[Widget] = [Button(label, on, "on", "Space", Kind.PRIMARY, height=92)]
        if own:
            actions.append(Button(_("Try again"), TryAgain(), "retry", "R", icon="refresh"))
        if ask:
            away = _("Leave, and keep nothing") if session.in_memory else _("Leave all the same")
            actions.append(Button(away, LeaveIt(), "leave", icon="trash"))
        side = self._told(session, safe=safe, busy=busy)
        main = side if session.read_only or (safe and not busy) else self._elsewhere(env, busy=busy)
        below = () if main is side else (side,)
        body = spread(
            env,
            Column((main,)),
            Column(below, gap=20),
            tuple(actions),
            key="saving",
            side_width=660,
        )
        title, under = _heading(session, safe=safe, leaving=ask)
        return View(
            title,
            framed(replace(env, unsaved=""), titled(title, under, body), keys),
            keys,
            primary=on,
            back=Close(),
            refresh=0.2 if busy or session.busy or looking else 1.0,
        )

    def _told(self, session: LiveSession, *, safe: bool, busy: bool) -> Widget:
        words: list[tuple[str, str]] = []
        if self.moving is not None and self.moving.answer:
            words.append(("alert-triangle", self.moving.answer))
        if safe:
            folder = session.folder
            where = (
                _("Everything is saved.")
                if folder is None
                else _("Everything is saved in {folder}.").format(folder=shortened(folder))
            )
            words.append(("circle-check", where))
            if folder is not None and folder.parent != self.desk.places.saves:
                words.append(
                    (
                        "info-circle",
                        _(
                            "The session goes on there. To open it another day, start the game with "
                            "--data-dir {shortened}, or bring it home with "
                            "“sessions restore”."
                        ).format(shortened=shortened(folder.parent.parent)),
                    )
                )
        elif session.in_memory:
            words.append(("eye-off", _(_MEMORY)))
        else:
            words.append(("alert-triangle", session.unsaved))
        if not safe and not session.read_only and not session.in_memory:
            words.append(("info-circle", _(_KEEPS)))
        if busy:
            words.append(("hourglass", _("Saving there …")))
        rows = tuple(
            Row(
                (
                    Icon(icon, 42, GOOD if icon == "circle-check" else INK),
                    Grow(Text(each, READING)),
                ),
                gap=20,
                align=0,
            )
            for icon, each in words
        )
        return Panel(Column(rows, gap=22), pad=40, pad_y=34)

    def _elsewhere(self, env: Env, *, busy: bool) -> Widget:
        rows = tuple(
            Tap(
                Panel(
                    Row(
                        (
                            Icon("folder-open", 40, INK),
                            Grow(small(_called(place), INK, 28)),
                        ),
                        gap=20,
                    ),
                    fill=CREAM,
                    raised=False,
                    radius=20,
                    pad=26,
                    pad_y=16,
                ),
                SaveIn(place),
                f"place {number}",
                Role("button", _("Save in {called}").format(called=_called(place))),
                20,
            )
            for number, place in enumerate((self.places.answer if self.places else None) or ())
        )
        typing = TextField(
            "place",
            self.typed,
            TypedPlace,
            _("Another folder"),
            hint=_("A folder, such as E:\\ or /media/stick"),
            limit=400,
            done=SaveTyped(),
            size=28,
        )
        save = Button(_("Save there"), SaveTyped(), "save typed", height=72, size=28, live=not busy)
        line: Widget = (
            Column((typing, save), gap=14)
            if env.narrow
            else Row((Grow(typing), Fixed(save, 230)), gap=16)
        )
        title = _("Save it somewhere else")
        if live(self.desk).in_memory:
            title = _("Take it along after all")
        told = _(
            "A folder “saves” is made there, with the whole session in it. Play goes on in it."
        )
        return Panel(
            Column((heading(title, 34), soft(told, 26), *rows, line), gap=16),
            pad=40,
            pad_y=34,
        )


_MEMORY = N_(
    "This session is in this computer’s memory and on no disk. When it is left, or when the computer "
    "stops, it is gone. A stick or another folder can take it along."
)
_KEEPS = N_(
    "Nothing is lost while this window stays open: what is not saved waits in memory, and is tried "
    "again every few seconds."
)


def _called(place: Path) -> str:
    """The place for people."""
    return (
        _("Your home folder")
        if shortened(place) in {"~", str(Path("~") / ".")}
        else shortened(place)
    )


def _heading(session: LiveSession, *, safe: bool, leaving: bool) -> tuple[str, str]:
    if session.read_only:
        return (
            _("Open for reading only"),
            _("Somebody else has this session, or it cannot be written to."),
        )
    if safe:
        return _("Everything is saved"), ""
    if session.in_memory:
        if leaving:
            return _("Leave, and keep nothing?"), _(
                "This session was to leave nothing on this computer."
            )
        return _("Nothing is kept on this computer"), _(
            "So it was chosen. Nothing needs to be done."
        )
    if leaving:
        return _("Not everything is saved"), _("Leaving now loses what is not saved.")
    return _("Not saved yet"), _("Play goes on. There are ways on, now or later.")
