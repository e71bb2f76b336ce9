"""One saved session: what it is, and all that can be done with it."""

from pathlib import Path

from game.app.desk import Desk
from game.app.errand import Errand
from game.app.looking import Looked, look
from game.app.returning import Returned, bring_back, kept_of
from game.app.shelf import SavedSession
from game.journal.backups import Backup
from game.journal.store import CannotOpen
from game.tongue import _
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CREAM, INK, SOFT
from game.ui.screens.cardsheet import READING, soft
from game.ui.screens.dates import day_and_hour
from game.ui.screens.erasing import EraseScreen, Gone
from game.ui.screens.frame import framed, spread, titled
from game.ui.screens.front import Close, Reread, front, front_keys, small
from game.ui.screens.opening import go_on
from game.ui.screens.standby import Words, beside
from game.ui.screens.steps import LogScreen, TakenAlong, take_it_along
from game.ui.stack import (
    Binding,
    Env,
    Notice,
    Outcome,
    Pop,
    Push,
    Stay,
    View,
)
from game.values import dataclass, field

SHOWN_BACKUPS = 6


@dataclass(frozen=True, slots=True)
class GoOn:
    """Open the session where it stopped."""


@dataclass(frozen=True, slots=True)
class ShowSteps:
    """To its log."""


@dataclass(frozen=True, slots=True)
class TakeAlong:
    """Write its log and a copy of it to the exports."""


@dataclass(frozen=True, slots=True)
class EraseIt:
    """To the screen that shows what would go."""


@dataclass(frozen=True, slots=True)
class BringBack:
    """Make a session of this backup."""

    path: Path


@dataclass(frozen=True, slots=True)
class OneSessionScreen:
    """See the module. The session is read beside the screen, once, when this opens."""

    desk: Desk = field(compare=False, repr=False)
    session: str
    """The name of its folder."""
    saved: SavedSession | None = None
    """Its line in the list; None where only backups are left of it."""
    reading: Errand[Looked | CannotOpen] | None = field(default=None, compare=False, repr=False)
    keeping: Errand[tuple[Backup, ...]] | None = field(default=None, compare=False, repr=False)
    """Its backups, read in the same way."""
    name: str = "session"

    def __post_init__(self) -> None:
        if self.reading is None and self.saved is not None:
            folder, today = self.saved.folder, self.desk.today()
            reading = self.desk.errand(
                lambda: look(folder, today),
                lambda _fault: CannotOpen(_("This session cannot be read. Nothing was changed.")),
            )
            object.__setattr__(self, "reading", reading)
        if self.keeping is None:
            saves, name = self.desk.places.saves, self.session
            keeping: Errand[tuple[Backup, ...]] = self.desk.errand(
                lambda: kept_of(saves, name), lambda _fault: (), soon=1
            )
            object.__setattr__(self, "keeping", keeping)

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case GoOn() if self.saved is not None:
                return go_on(self.desk, self, self.saved)
            case ShowSteps() if self._looked is not None:
                return Push(LogScreen(self.desk, self.name, looked=self._looked))
            case TakeAlong() if self._looked is not None:
                return take_it_along(self.desk, self, self._looked)
            case TakenAlong(sentence):
                return Stay(self, (Notice(sentence),))
            case EraseIt():
                return Push(EraseScreen(self.desk, (self.session,)))
            case BringBack(path):
                return self._bring_back(path)
            case Returned(None, sentence):
                return Stay(self, (Notice(sentence),))
            case Returned(_folder, sentence):
                return Pop(Reread(sentence))
            case Gone(sentence):
                return Pop(Reread(sentence))
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _bring_back(self, backup: Path) -> Outcome:
        saves = self.desk.places.saves
        words = Words(
            *(_("Bring a backup back"), _("Bringing a backup back"), self.session),
            _("Reading it, and writing it as a session of its own …"),
        )
        return beside(
            self.desk,
            self,
            words,
            lambda: bring_back(backup, saves),
            lambda fault: Returned(
                None,
                _("Not brought back: something unexpected happened ({fault}).").format(
                    fault=type(fault).__name__
                ),
            ),
        )

    @property
    def _looked(self) -> Looked | None:
        answer = None if self.reading is None else self.reading.answer
        return answer if isinstance(answer, Looked) else None

    # Looking.

    def view(self, env: Env) -> View:
        looked = self._looked
        saved = self.saved
        own = [Binding("l", _("log"), ShowSteps()), Binding("e", _("save a copy"), TakeAlong())]
        keys = front_keys(*(own if looked is not None else ()))
        side: list[Widget] = [self._facts()]
        backups = None if self.keeping is None else self.keeping.answer
        if backups:
            side.append(self._backups(backups))
        title = _("Only backups are left") if saved is None else day_and_hour(saved.begun)
        under = (
            self.session if saved is None else f"{saved.title or _('No title')}, {saved.progress}."
        )
        body = spread(
            env,
            Column((self._met(),)),
            Column(tuple(side), gap=24),
            self._actions(env),
            key="session",
        )
        waits = any(each is not None and not each.done for each in (self.reading, self.keeping))
        return View(
            _("A saved session"),
            framed(env, titled(title, under, body), keys),
            keys,
            primary=Close() if saved is None else GoOn(),
            back=Close(),
            refresh=0.2 if waits else None,
        )

    def _actions(self, env: Env) -> tuple[Widget, ...]:
        erase = Button(_("Erase …"), EraseIt(), "erase", icon="trash", size=28, height=66)
        back = Button(_("Back"), Close(), "back", size=28, height=66)
        if self.saved is None:
            return (Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY, height=88), erase)
        label = _("Look at it again") if self.saved.finished else _("Go on with it")
        if self.saved.held:
            label = _("Open for reading")
        on = Button(label, GoOn(), "go on", "Space", Kind.PRIMARY, height=88)
        if self._looked is None:
            few = (erase, back)
            return (on, *few) if env.narrow else (on, Grid(few, columns=2, gap=14, least=200))
        more = (
            Button(_("The log"), ShowSteps(), "steps", "L", size=28, height=66),
            Button(_("Save a copy"), TakeAlong(), "take along", "E", size=28, height=66),
            erase,
            back,
        )
        # In a strip they stand side by side of themselves.
        return (on, *more) if env.narrow else (on, Grid(more, columns=2, gap=14, least=230))

    def _facts(self) -> Widget:
        saved, looked = self.saved, self._looked
        lines: list[Widget] = []
        if saved is not None and saved.last:
            lines.append(
                _fact(
                    "clock",
                    _("Last step: {day_and_hour}").format(day_and_hour=day_and_hour(saved.last)),
                )
            )
        if looked is not None:
            lines.append(_fact("users", ", ".join(looked.seats) or _("Nobody has sat down.")))
        held = looked.held if looked is not None else saved.held if saved is not None else ""
        if held:
            lines.append(_fact("lock", f"{held} " + _("From here it can be read, not changed.")))
        lines += [_fact("info-circle", each) for each in (looked.notices if looked else ())]
        if saved is not None and saved.trouble:
            lines.append(_fact("alert-triangle", saved.trouble))
        lines.append(_fact("folder-open", self.session))
        return Panel(Column(tuple(lines), gap=14), pad=32, pad_y=26)

    def _backups(self, backups: tuple[Backup, ...]) -> Widget:
        rows = tuple(
            Tap(
                Panel(
                    Row(
                        (
                            Icon("refresh", 32, INK),
                            Grow(
                                small(
                                    _("Backup {number}, {when}").format(
                                        number=each.number, when=day_and_hour(each.at)
                                    ),
                                    INK,
                                    26,
                                )
                            ),
                        ),
                        gap=14,
                    ),
                    fill=CREAM,
                    raised=False,
                    radius=18,
                    pad=20,
                    pad_y=12,
                ),
                BringBack(each.path),
                f"backup {each.number}",
                Role(
                    "button",
                    _("Bring back backup {number}, made on {when}").format(
                        number=each.number, when=day_and_hour(each.at)
                    ),
                ),
                18,
            )
            for each in backups[:SHOWN_BACKUPS]
        )
        told = _("Bringing one back makes a session of its own. This one stays as it is.")
        return Panel(
            Column((heading(_("Bring a backup back"), 30), soft(told, 25), *rows), gap=12),
            pad=32,
            pad_y=26,
        )

    def _met(self) -> Widget:
        answer = None if self.reading is None else self.reading.answer
        if self.saved is None:
            return _said(
                _("Somebody has taken the session’s folder away. Choose a backup to bring it back.")
            )
        if answer is None:
            return _said(_("Reading …"))
        if isinstance(answer, CannotOpen):
            return _said(answer.sentence)
        if not answer.met:
            return _said(_("No card has been talked about yet."))
        rows: list[Widget] = [heading(_("Cards we met"), 34)]
        for each in answer.met:
            words: list[Widget] = [Text(each.title, Style(30, Face.BOLD, INK, 1.25))]
            if each.agreed:
                words.append(Text(f"“{each.agreed}”", READING))
            rows.append(
                Row((Icon("cards", 38, SOFT), Grow(Column(tuple(words), gap=2))), gap=18, align=0)
            )
        return Panel(Column(tuple(rows), gap=20), pad=40, pad_y=34)


def _said(words: str) -> Widget:
    return Panel(Text(words, Style(32, Face.SEMIBOLD, INK, 1.4)), pad=40, pad_y=34)


def _fact(icon: str, words: str) -> Widget:
    return Row(
        (Icon(icon, 34, SOFT), Grow(Text(words, Style(26, Face.REGULAR, INK, 1.3)))),
        gap=16,
        align=0,
    )
