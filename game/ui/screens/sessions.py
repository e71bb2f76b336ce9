"""The saved sessions, to go on with or to look at again."""

from pathlib import Path

from game.app.desk import Desk
from game.app.shelf import SavedSession
from game.ui.kit.boxes import Column, Grid, Grow, Panel, Row
from game.ui.kit.content import Icon, Text, heading
from game.ui.kit.controls import Button, Kind, Tap
from game.ui.kit.layout import Message, Role, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import GOOD, INK, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.dates import day_and_hour
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, bottom, front, front_keys, small
from game.ui.screens.registry import screen_for
from game.ui.screens.table import resumed
from game.ui.stack import Env, Notice, Outcome, Replace, Screen, Stay, View
from game.values import dataclass, field


@dataclass(frozen=True, slots=True)
class GoOn:
    """Open this saved session where it stopped."""

    folder: Path


def go_on(desk: Desk, screen: Screen, folder: Path) -> Outcome:
    """Open a saved session and show it; where that cannot be, say why."""
    sentences = desk.resume(folder)
    said = (Notice(" ".join(sentences)),) if sentences else ()
    if desk.session is None:
        return Stay(screen, said)
    # Whoever carries on has ended the pause.
    resumed(desk)
    return Replace(screen_for(desk), all_of_them=True, cues=said)


@dataclass(frozen=True, slots=True)
class SessionsScreen:
    """See the module. `saved` is read from disk once, when the screen opens."""

    desk: Desk = field(compare=False, repr=False)
    below: str = ""
    saved: tuple[SavedSession, ...] | None = None
    name: str = "sessions"

    def __post_init__(self) -> None:
        if self.saved is None:
            object.__setattr__(self, "saved", self.desk.saved())

    def update(self, message: Message) -> Outcome:
        if isinstance(message, GoOn):
            return go_on(self.desk, self, message.folder)
        return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        keys = front_keys()
        rows = tuple(self._row(each) for each in self.saved or ())
        listed: Widget = (
            Grid(rows, columns=2, gap=20, least=640)
            if rows
            else Panel(Text("No session has been saved yet.", Style(34, Face.SEMIBOLD, INK, 1.4)))
        )
        back = Button("Back", Close(), "back", "Space", Kind.PRIMARY)
        actions = bottom(env, "", (back, 420))
        body = Column((Grow(Scroll(listed, key="sessions")), actions), gap=22)
        words = "Every step is saved as it happens. Choose a session to go on where it stopped."
        return View(
            "Saved sessions",
            framed(env, titled("Saved sessions", words, body), keys),
            keys,
            primary=Close(),
        )

    @staticmethod
    def _row(saved: SavedSession) -> Widget:
        icon, tone = ("circle-check", GOOD) if saved.finished else ("player-play", INK)
        words: list[Widget] = [
            heading(day_and_hour(saved.begun), 32),
            small(f"{saved.title}, {saved.progress}", INK, 27, Face.REGULAR),
        ]
        if saved.trouble:
            words.append(
                Row((Icon("alert-triangle", 30, SOFT), Grow(soft(saved.trouble, 25))), gap=12)
            )
        inner = Row(
            (
                Icon(icon, 52, tone),
                Grow(Column(tuple(words), gap=4)),
                Icon("chevron-right", 36, SOFT),
            ),
            gap=26,
        )
        sheet = Panel(inner, radius=24, pad=30, pad_y=22)
        label = f"Session of {day_and_hour(saved.begun)}, {saved.progress}"
        return Tap(sheet, GoOn(saved.folder), f"session {saved.folder.name}", Role("button", label))
