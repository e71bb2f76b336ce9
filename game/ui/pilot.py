"""
Plays a whole session by itself through the real screens, with the keys a person would press.

The demo saves a picture of everything it sees; tests use it to play sessions of any length.
"""

import re
from collections.abc import Callable

from game.app.desk import Desk
from game.model.themes import Theme
from game.rules.state import Phase, State
from game.ui.host import Host
from game.ui.kit.inputs import KeyPressed, TextTyped
from game.values import dataclass

NAMES = ("Priya", "Tom", "Agnes and Lou", "Marek", "Yusuf", "Wren", "Bo", "Hana")

AGREED = (
    "We check body and mind together, once, and tell each other what we found.",
    "First step: ring before the visit, by Friday.",
    "We ask what matters today before we ask anything else.",
    "We write down one name to call, and the person keeps it.",
)

WILL_DO = (
    "ring before the yearly check",
    "walk to clinic with people",
    "keep one list of medicines",
    "tell the surgery the same day",
    "ask what helps on a bad day",
    "put the support numbers up by the kettle",
    "read the letter aloud together",
    "visit the ward before the move",
)

# How many hands at each of the five points, before and now, a line of the form after another.
HANDS = (
    ((1, 3, 2, 0, 0), (0, 0, 2, 3, 1)),
    ((0, 2, 3, 1, 0), (0, 0, 1, 4, 1)),
    ((2, 2, 2, 0, 0), (0, 1, 2, 2, 1)),
    ((1, 2, 3, 0, 0), (0, 0, 3, 2, 1)),
    ((0, 1, 4, 1, 0), (0, 0, 2, 3, 1)),
    ((1, 2, 2, 1, 0), (0, 1, 1, 3, 1)),
    ((1, 3, 2, 0, 0), (0, 0, 4, 2, 0)),
    ((0, 3, 2, 1, 0), (0, 0, 2, 3, 1)),
)

STAYS = "One list, kept by the person."
# A sheet on paper, key by key: eight lines twice, three about the session, and two more.
PAPER = (*"2334142325350224", "3", "enter", "4", "1", "p")

MOST_STEPS = 4000


class StuckError(Exception):
    """The pilot pressed and pressed, and the session did not move on."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Something worth a picture: which screen, what was done, and how far the session is."""

    screen: str
    what: str


class Pilot:
    """
    Presses keys on a host.

    *wait* lets so many seconds pass on the host's clock; *seen* is called with everything that is
    worth a look. It types letter by letter, or *by_words*, as some input methods and dictation do.
    """

    def __init__(
        self,
        desk: Desk,
        host: Host,
        *,
        wait: Callable[[float], None],
        seen: Callable[[Seen], None] = lambda _: None,
        by_words: bool = False,
    ) -> None:
        self._desk = desk
        self._host = host
        self._wait = wait
        self._seen = seen
        self._by_words = by_words
        self._pressed = 0
        self._agreed = 0

    # Pressing.

    def press(self, *keys: str, seconds: float = 1.0) -> None:
        """Press keys one after another; "shift+tab" holds Shift."""
        for key in keys:
            self._pressed += 1
            if self._pressed > MOST_STEPS:
                raise StuckError(f"still at {self._host.screen.name}")
            self._wait(seconds)
            held = key.split("+")
            name = held[-1] or "+"
            self._host.accept(
                KeyPressed(name, "ctrl" in held[:-1], "shift" in held[:-1], "alt" in held[:-1])
            )
            self._host.settle()

    def type(self, words: str) -> None:
        """Type into the field that has the focus."""
        for piece in re.findall(r"\S+\s*|\s+", words) if self._by_words else words:
            self._wait(0.02 * len(piece))
            self._host.accept(TextTyped(piece))

    def focus(self, key: str) -> None:
        """Press Tab until the widget with this key has the focus."""
        for _ in range(len(self._host.reachable()) + 1):
            if self._host.interaction.focus == key:
                return
            self.press("tab", seconds=0.1)
        raise StuckError(f"{key} cannot be reached on {self._host.screen.name}")

    def look(self, what: str) -> None:
        self._host.settle()
        # What came meanwhile from beside the screen is to be in the picture too.
        self._host.stir()
        self._host.frame()
        self._seen(Seen(self._host.screen.name, what))

    # Playing.

    def play(self, minutes: int, seats: int) -> None:
        """From home to the open door."""
        self.look("home")
        self.sit_down(minutes, seats)
        self.look("the agreement")
        self.press("space", seconds=90)
        while self._phase() not in {Phase.DOOR, Phase.FINISHED}:
            self.step()
        self._wait(3)
        self.look("the open door")

    def sit_down(self, minutes: int, seats: int) -> None:
        """New session, step by step: names, minutes, and on to the agreement."""
        self.focus("step by step")
        self.press("enter")
        self.look("who is round the table")
        for number in range(seats):
            if f"name {number}" not in self._host.reachable():
                self.focus("add seat")
                self.press("enter")
            self.focus(f"name {number}")
            self.type(NAMES[number])
        while f"remove {seats}" in self._host.reachable():
            self.focus(f"remove {seats}")
            self.press("enter")
        self.focus(f"minutes {minutes}")
        self.press("enter")
        self.look("everybody sits")
        self.press("page down")

    def step(self) -> None:
        """Whatever comes next."""
        name, phase = self._host.screen.name, self._phase()
        match phase:
            case Phase.ROLL:
                self.look("the board")
                self.press("space", seconds=6)
            case Phase.WALK:
                self.look("rolled")
                # Turn and turn about, so that the path is walked both ways.
                played = len(self._live().played)
                self.press("2" if played % 2 == 0 else "1", seconds=6)
            case Phase.CROSSROADS:
                self.look("a crossroads")
                self.press(str(self._theme_to_choose()), seconds=8)
                if self._phase() is Phase.CROSSROADS:
                    self._try_every_theme()
            case Phase.CARD:
                self.look("a card lies face up")
                self.press("space", seconds=10)
            case Phase.TALK:
                self._conversation(name)
            case Phase.DEBRIEF:
                self._debrief()
            case Phase.SURVEY:
                self._survey()
            case Phase.COMMITMENTS:
                self._commit()
            case _:
                self.look(name)
                self.press("space", seconds=60)

    def _theme_to_choose(self) -> int:
        """The first theme whose pane is still dark."""
        lit = self._live().lit
        return next((theme.place + 1 for theme in Theme if theme not in lit), 1)

    def _try_every_theme(self) -> None:
        for number in range(1, 8):
            if self._phase() is Phase.CROSSROADS:
                self.press(str(number))

    def _conversation(self, name: str) -> None:
        self.look(name)
        match name:
            case "conversation round":
                # The second voice passes: it looks and sounds just like having spoken.
                self.press("x" if self._live().voice == 1 else "space", seconds=16)
            case "conversation agree":
                self.focus("agreed")
                self.type(AGREED[self._agreed % len(AGREED)])
                self._agreed += 1
                self.press("escape")
                self.focus("weight 0" if self._agreed % 2 else "weight 1")
                self.press("enter")
                self.look("agreed")
                self.press("page down", seconds=40)
            case _:
                self.press("space", seconds=35)

    def _debrief(self) -> None:
        if self._live().closing.step == 3:
            self.focus("message")
            self.type(AGREED[0])
            self.press("escape")
        last = self._live().closing.step == 3
        self.look("debrief")
        self.press("page down" if last else "space", seconds=120)

    def _survey(self) -> None:
        self.look("before and now")
        self.press("1")
        for before, now in HANDS:
            self.focus("before 1")
            for place, count in enumerate((*before, *now)):
                if self._by_words:
                    # Nothing stands there yet that would have to be written over.
                    self._wait(0.1)
                else:
                    self.press("ctrl+a", seconds=0.1)
                self.type(str(count))
                if place < 9:
                    self.press("enter", seconds=0.1)
            self.look("a show of hands")
            self.press("page down")
        self.look("everything is counted")
        self._own_sheet()
        self._paper_sheet()
        self.look("everything is handed in")
        self.press("page down", seconds=30)

    def _own_sheet(self) -> None:
        """One person says alone what the session was like."""
        self.press("4")
        self.look("the keys go round")
        self.press("space", "3", "4", "2")
        self.look("about today")
        self.press("page down", "2")
        self.look("was it all right")
        self.press("page down")
        self.type(STAYS)
        self.look("in one's own words")
        self.press("page down")
        self.look("one last line")
        self.press("2", "page down", "h")

    def _paper_sheet(self) -> None:
        """One sheet is typed in from paper."""
        self.press("3", *PAPER)
        self.look("a paper sheet")
        self.press("h")

    def _commit(self) -> None:
        for number, seat in enumerate(self._live().seats):
            self.focus(f"commitment {seat.id}")
            self.type(WILL_DO[number])
            if number == 0:
                self.press("enter")
                self.type("at Bridge Street")
                self.press("enter")
                self.type("by Friday")
                self.press("enter", "tab", "tab", "enter")
        self.press("escape")
        self.look("what we will do")
        self.press("page down", seconds=30)

    def _live(self) -> State:
        if self._desk.session is None:
            raise StuckError(f"no session is running at {self._host.screen.name}")
        return self._desk.session.state

    def _phase(self) -> Phase:
        return self._live().phase
