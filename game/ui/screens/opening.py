"""Going on with a saved session; while the disk takes its time, a calm word and a way back."""

from pathlib import Path

from game.app.desk import Desk
from game.app.opening import Opening
from game.app.shelf import SavedSession
from game.tongue import _
from game.ui.kit.layout import Message
from game.ui.screens.dates import day_and_hour
from game.ui.screens.front import Close, Reread, front
from game.ui.screens.registry import screen_for
from game.ui.screens.standby import Look, Words, standing_by
from game.ui.screens.table import resumed
from game.ui.stack import Env, Notice, Outcome, Pop, Push, Replace, Screen, Stay, View
from game.values import dataclass, field


def go_on(desk: Desk, screen: Screen, saved: SavedSession) -> Outcome:
    """Open a saved session and show it; where that cannot be, say why."""
    opening = desk.running.open(saved.folder)
    if opening.wait(desk.moment):
        return _came(desk, opening) or Stay(screen, _said(opening.notices))
    under = f"{day_and_hour(saved.begun)}, {saved.progress}."
    return Push(OpeningScreen(desk, screen.name, under, opening, desk.clock()))


def on_with(desk: Desk, below: str, folder: Path, news: tuple[str, ...]) -> Outcome:
    """Open a session that was made just now in the place of a screen, and tell the *news* of it."""
    opening = desk.running.open(folder)
    if opening.wait(desk.moment):
        return _came(desk, opening, news) or Pop(cues=_said((*news, *opening.notices)))
    return Replace(OpeningScreen(desk, below, folder.name, opening, desk.clock(), news))


def _came(desk: Desk, opening: Opening, news: tuple[str, ...] = ()) -> Outcome | None:
    """On with the session that has come; None where it cannot be gone on with."""
    if not desk.running.take(opening):
        return None
    # Whoever carries on has ended the pause.
    resumed(desk)
    return Replace(screen_for(desk), all_of_them=True, cues=_said((*news, *opening.notices)))


def _said(sentences: tuple[str, ...]) -> tuple[Notice, ...]:
    return (Notice(" ".join(sentences)),) if sentences else ()


@dataclass(frozen=True, slots=True)
class OpeningScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str
    under: str
    """Which session it is."""
    opening: Opening = field(compare=False, repr=False)
    since: float
    news: tuple[str, ...] = ()
    """What is told of it beside what opening it tells."""
    name: str = "opening"

    def update(self, message: Message) -> Outcome:
        match message:
            case Look():
                if not self.opening.done:
                    return Stay(self)
                told = (*self.news, *self.opening.notices)
                return _came(self.desk, self.opening, self.news) or Pop(cues=_said(told))
            case Close():
                self.opening.give_up()
                if self.news:
                    # It was made just now, and the screen below does not know of it.
                    return Pop(Reread(), _said(self.news))
                return Pop()
            case _:
                return front(self.desk, self, message) or Stay(self)

    def view(self, env: Env) -> View:
        words = Words(
            _("Opening"), _("Opening the session"), self.under, _("Reading it from the disk …")
        )
        return standing_by(env, words, self.since)
