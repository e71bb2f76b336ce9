"""The log: every step in words, what was taken back marked as such, and the way back to any of them."""

from pathlib import Path

from game.app.desk import Desk
from game.app.log import LogLine, log
from game.app.looking import Looked, look
from game.app.places import shortened
from game.app.takeaway import take_along
from game.files.writing import NotWritten
from game.journal.store import CannotOpen
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Column, Fixed, Grow, Panel, Row
from game.ui.kit.content import Icon, Text
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import CARD, CREAM, INK, SOFT, Tone
from game.ui.screens.cardsheet import soft
from game.ui.screens.dates import hour
from game.ui.screens.frame import framed, pinned, titled
from game.ui.screens.front import Close, bottom, front, front_keys, small
from game.ui.screens.registry import OVERLAYS, Ask, live, screen_for
from game.ui.screens.standby import Words, beside
from game.ui.stack import Binding, Env, Notice, Outcome, Push, Replace, Screen, Stay, View
from game.values import dataclass, field, replace

PAGE = 30
"""So many steps at once: a page that can be taken in, and a frame that costs little."""


@dataclass(frozen=True, slots=True)
class Turn:
    """To another page of the log."""

    page: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Ask whether to go to the step of this line."""

    line: LogLine


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to this step."""

    step: int


@dataclass(frozen=True, slots=True)
class KeepOn:
    """Stay where the session is."""


@dataclass(frozen=True, slots=True)
class Export:
    """Write the log and the session to the exports."""


@dataclass(frozen=True, slots=True)
class TakenAlong:
    """What became of a session that was to be taken along, in a sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class LogScreen:
    """
    See the module. The newest step comes first.

    It shows the running session, or a saved one that was *looked* at, which it cannot change.
    """

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    looked: Looked | None = field(default=None, compare=False, repr=False)
    lines: tuple[LogLine, ...] | None = field(default=None, compare=False, repr=False)
    """The newest first."""
    page: int = 0
    asking: LogLine | None = None
    name: str = "log"

    def __post_init__(self) -> None:
        if self.lines is None:
            if self.looked is not None:
                lines = self.looked.lines
            else:
                session = live(self.desk)
                lines = log(session.pack, session.records)
            object.__setattr__(self, "lines", lines[::-1])

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Turn(page):
                return Stay(replace(self, page=page))
            case Choose(line):
                return Stay(replace(self, asking=line))
            case KeepOn():
                return Stay(replace(self, asking=None))
            case GoTo(step):
                return self._go_to(step)
            case Export():
                return self._export()
            case TakenAlong(sentence):
                return Stay(self, (Notice(sentence),))
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _go_to(self, step: int) -> Outcome:
        session = live(self.desk)
        before = session.at
        if not session.go_to(step):
            return Stay(replace(self, asking=None), (Notice(session.unsaved or _(_THERE)),))
        by = abs(before - step)
        if step < before:
            told = ngettext(
                "One step was taken back. Ctrl+Y puts on again what was taken back.",
                "{count} steps were taken back. Ctrl+Y puts on again what was taken back.",
                by,
            )
        else:
            told = ngettext(
                "One step was put on again. Ctrl+Z takes back.",
                "{count} steps were put on again. Ctrl+Z takes back.",
                by,
            )
        told = told.format(count=by)
        return Replace(screen_for(self.desk), all_of_them=True, cues=(Notice(told),))

    def _export(self) -> Outcome:
        what: Looked | Path | None = self.looked
        if what is None:
            what = live(self.desk).folder
        if what is None:
            # It is on no disk yet: first it must be brought to one.
            return Push(OVERLAYS[Ask.SAVING](self.desk, self.name))
        return take_it_along(self.desk, self, what)

    # Looking.

    @property
    def _at(self) -> int:
        return self.looked.at if self.looked is not None else live(self.desk).at

    @property
    def _can_go(self) -> bool:
        return self.looked is None and not live(self.desk).read_only

    def view(self, env: Env) -> View:
        if self.asking is not None and self.asking.step is not None:
            return self._question(env, self.asking, self.asking.step)
        lines = self.lines or ()
        pages = max(1, -(-len(lines) // PAGE))
        page = min(self.page, pages - 1)
        own = [Binding("e", _("export"), Export())]
        if page + 1 < pages:
            own.append(Binding("o", _("older steps"), Turn(page + 1)))
        if page:
            own.append(Binding("n", _("newer steps"), Turn(page - 1)))
        keys = front_keys(*own)
        shown = lines[page * PAGE : (page + 1) * PAGE]
        rows: list[Widget] = [self._row(each) for each in shown]
        if not rows:
            rows = [Text(_("Nothing has happened yet."), Style(32, Face.SEMIBOLD, INK, 1.4))]
        listed = Column(tuple(rows), gap=10)
        buttons: list[tuple[Widget, float]] = [
            (Button(_("Export"), Export(), "export", "E"), 270),
        ]
        if page:
            buttons.append((Button(_("Newer"), Turn(page - 1), "newer", "N"), 270))
        if page + 1 < pages:
            buttons.append((Button(_("Older"), Turn(page + 1), "older", "O"), 270))
        buttons.append((Button(_("Back"), Close(), "back", "Space", Kind.PRIMARY), 330))
        where = _("Page {page} of {pages}").format(page=page + 1, pages=pages) if pages > 1 else ""
        # Each page begins at its top: it scrolls by a name of its own.
        listing = Scroll(listed, key=f"steps {page}")
        foot = bottom(env, where, *buttons)
        if env.narrow:
            foot = pinned(env, tuple(each for each, width in reversed(buttons)))
        body = Column((Grow(listing), foot), gap=22)
        under = _(
            "The newest first. Nothing is deleted: what was taken back stays, marked as such."
        )
        if self._can_go and not env.narrow:
            under += _(" Choose a step to go back to it.")
        return View(
            _("What happened"),
            framed(env, titled(_("What happened"), under, body), keys),
            keys,
            primary=Close(),
            back=Close(),
        )

    def _row(self, line: LogLine) -> Widget:
        here = line.step == self._at and not line.taken_back
        goes = self._can_go and line.step is not None and not here
        tone = SOFT if line.taken_back else INK
        words = Text(" ".join(line.words), Style(28, Face.REGULAR, tone, 1.3))
        told = Column((words, _mark(line, here=here)), gap=4) if line.taken_back or here else words
        when = Column(
            (
                small(str(line.number), tone, 25, Face.BOLD),
                small(hour(line.at), SOFT, 24, Face.REGULAR),
            ),
            gap=0,
        )
        parts: list[Widget] = [Fixed(when, 92, scaled=True), Grow(told)]
        if goes:
            icon = "arrow-forward-up" if line.taken_back else "arrow-back-up"
            parts.append(Icon(icon, 34, INK))
        sheet = Panel(
            Row(tuple(parts), gap=20),
            fill=CREAM if here else CARD,
            raised=False,
            line=INK if here else None,
            radius=16,
            pad=22,
            pad_y=12,
        )
        if not goes:
            return sheet
        label = _("Go to step {number}: {words}").format(
            number=line.number, words=" ".join(line.words)
        )
        return Tap(sheet, Choose(line), f"step {line.number}", Role("button", label), 16)

    def _question(self, env: Env, line: LogLine, step: int) -> View:
        by = abs(self._at - step)
        back = step < self._at
        title = _("Go back to here?") if back else _("Go on to here?")
        does = (
            ngettext(
                "{count} step will be taken back. It stays in the log, and Ctrl+Y puts it on again, "
                "until the table does something else.",
                "{count} steps will be taken back. They stay in the log, and Ctrl+Y puts them on "
                "again, one by one, until the table does something else.",
                by,
            )
            if back
            else ngettext(
                "{count} step that was taken back will be put on again. Ctrl+Z takes it back.",
                "{count} steps that were taken back will be put on again. Ctrl+Z takes them back.",
                by,
            )
        ).format(count=by)
        panel = Panel(
            Column(
                (
                    small(
                        _("Step {number}, {hour}").format(number=line.number, hour=hour(line.at)),
                        SOFT,
                        27,
                    ),
                    Text(" ".join(line.words), Style(36, Face.SEMIBOLD, INK, 1.35)),
                    Text(does, Style(30, Face.REGULAR, INK, 1.4)),
                ),
                gap=18,
            ),
            pad=48,
            pad_y=40,
        )
        label = _("Go back to here") if back else _("Go on to here")
        keys = front_keys(
            Binding("g", label.lower(), GoTo(step)),
            Binding("escape", _("stay"), KeepOn(), cap="Esc"),
            close="",
        )
        go = Button(label, GoTo(step), "go", "G")
        stay = Button(_("Stay where we are"), KeepOn(), "stay", "Space", Kind.PRIMARY)
        body = Column(
            (
                Grow(Scroll(Column((panel,)), key="question")),
                bottom(env, "", (go, 460), (stay, 520)),
            ),
            gap=22,
        )
        return View(
            title,
            framed(env, titled(title, "", body), keys),
            keys,
            primary=KeepOn(),
            back=KeepOn(),
        )


_THERE = N_("The session stands there already.")


def take_it_along(desk: Desk, screen: Screen, what: Looked | Path) -> Outcome:
    """
    Write a session to the exports, beside *screen*, which gets a `TakenAlong`.

    *what* is the session's folder, or what was read of it already.
    """
    exports, today = desk.places.exports, desk.today()
    folder = what if isinstance(what, Path) else what.folder
    words = Words(
        _("Save a copy"),
        _("Saving a copy of the session"),
        folder.name,
        _("Writing it to the disk …"),
    )
    return beside(
        desk,
        screen,
        words,
        lambda: TakenAlong(_taken(look(what, today) if isinstance(what, Path) else what, exports)),
        lambda fault: TakenAlong(
            _("Not written: something unexpected happened ({fault}).").format(
                fault=type(fault).__name__
            )
        ),
    )


def _taken(looked: Looked | CannotOpen, exports: Path) -> str:
    if isinstance(looked, CannotOpen):
        return looked.sentence
    try:
        written = take_along(looked, exports / f"{looked.folder.name}.zip")
    except NotWritten as why:
        return why.sentence
    return _("Written: {file}").format(file=shortened(written))


def _mark(line: LogLine, *, here: bool) -> Widget:
    words, icon, tone = _MARKS[here and not line.taken_back]
    return Row((Icon(icon, 28, tone), Grow(soft(_(words), 25))), gap=10)


_MARKS: dict[bool, tuple[str, str, Tone]] = {
    True: (N_("we are here"), "map", INK),
    False: (N_("taken back"), "arrow-back-up", SOFT),
}
