"""
Play with one switch or two: a light goes from one thing to the next, and a switch presses what is lit.

With two switches one moves the light and the other presses. With one the light moves by itself, and
rests after two rounds in which nobody pressed: then nothing moves until somebody does. The focus goes
where the light goes, so that a screen reader and read aloud tell the same. It knows no window: keys
and time come from outside.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui.host import Host
from game.ui.kit.focus import focusable
from game.ui.kit.groups import Stop, stops
from game.ui.kit.inputs import Chosen, InputEvent, KeyPressed, Lit, PointerPressed, PointerReleased
from game.ui.kit.inputs import TextTyped as Typed
from game.ui.kit.speech import spoken
from game.values import dataclass

if TYPE_CHECKING:
    from game.ui.frames import Frame
    from game.ui.kit.layout import Placed

ROUNDS = 2
"""So many rounds without a press, and the light rests."""
PAUSE = 1.0
"""How much longer, in steps, the light stays where something has just been pressed or begun."""
LONGEST = 160
"""So many words, at most, are waited for."""
WRITING_SECONDS = 1.5
"""A switch's key this soon after a letter typed on a keyboard belongs to what is being written."""
MOUSE_LEFT = "mouse left"
_TYPED = {"space": " "}


@dataclass(frozen=True, slots=True)
class Switch:
    """How many switches there are, which keys they send, and how fast the light moves by itself."""

    count: int
    keys: tuple[str, str] = ("space", "enter")
    """The one that moves on, and the one that presses; with one switch either presses."""
    pace: float = 1.5
    """Seconds from one thing to the next."""
    word: float = 0.0
    """Seconds that a word takes where the screen is read aloud; 0 where it is not."""


class Scanning:
    """*switch* tells what is wanted now; None where nobody plays so."""

    def __init__(
        self, host: Host, clock: Callable[[], float], switch: Callable[[], Switch | None]
    ) -> None:
        self._host = host
        self._clock = clock
        self._switch = switch
        self._on = False
        self._resting = False
        self._here: tuple[str, int] = ("", 0)
        """The screen that the light is on."""
        self._path: tuple[int, ...] = (0,)
        """Where the light stands: which stop, which stop inside that, and so on."""
        self._rounds = 0
        self._known: tuple[Placed, tuple[Stop, ...]] | None = None
        """The stops of the picture that was seen last."""
        self._next = 0.0
        """When the light moves on by itself."""
        self._seen: Frame | None = None
        """The picture after the light was last seen to."""
        self._wrote = -1e9
        """When a letter was last typed on a keyboard."""

    def take(self, event: InputEvent) -> bool:
        """Do what the event says, if it comes from a switch; whether it did."""
        switch = self._switch()
        if switch is None:
            return False
        match event:
            case Typed(text):
                # What a switch's key types is no letter; what else is typed is a letter.
                ours = self._is_ours(switch, next((k for k, t in _TYPED.items() if t == text), ""))
                if not ours:
                    self._wrote = self._clock()
                return ours
            case PointerPressed() | PointerReleased():
                if MOUSE_LEFT not in switch.keys:
                    return False
                if isinstance(event, PointerPressed):
                    self._pressed(switch, MOUSE_LEFT)
                return True
            case KeyPressed() if self._is_ours(switch, event.combo):
                if not event.repeat:
                    self._pressed(switch, event.key)
                return True
            case _:
                return False

    def _is_ours(self, switch: Switch, key: str) -> bool:
        writing = self._host.typing and self._clock() - self._wrote < WRITING_SECONDS
        return key in switch.keys and not writing

    def due(self) -> None:
        """Called often: moves the light when its time has come, and puts it out when not wanted."""
        switch = self._switch()
        if switch is None:
            if self._on:
                self._on = False
                self._put(())
            return
        if not self._host.settled:
            return
        if not self._on:
            self._on, self._resting, self._here = True, False, ("", 0)
        moves = switch.count == 1 and not self._resting and self._clock() >= self._next
        frame = self._host.frame()
        if frame is self._seen and not moves:
            # The picture is the one that the light was put in: there is nothing to see to.
            return
        self._follow(switch)
        self._seen = self._host.frame()
        if moves and self._clock() >= self._next:
            self._step()
            self._wait(switch)
            if self._rounds >= ROUNDS:
                self._rest()

    # A press.

    def _pressed(self, switch: Switch, key: str) -> None:
        self._rounds = 0
        if self._host.moving:
            # A press ends what moves, and no more: nobody could tell yet what it would press.
            self._host.settle()
            self._follow(switch)
            return
        if not self._host.settled:
            return
        if self._resting or not self._on:
            # Whoever begins again sees first where the light is.
            self._resting, self._on, self._here = False, True, ("", 0)
            self._follow(switch)
            return
        self._follow(switch)
        if switch.count == 2 and key == switch.keys[0]:
            self._step()
            return
        stop = self._at(self._path)
        if stop is None:
            return
        self._wait(switch, PAUSE)
        if stop.parts:
            self._path = (*self._path, 0)
            self._light()
            return
        afresh = self._host.frame().view.afresh
        self._host.accept(Chosen())
        if afresh:
            self._path = (0,)
            if self._host.settled and self._screen() == self._here:
                self._light()

    # Where the light is.

    def _screen(self) -> tuple[str, int]:
        return self._host.screen.name, len(self._host.stack)

    def _stops(self) -> tuple[Stop, ...]:
        """What the main action is stands first: most of a session is pressing it."""
        frame = self._host.frame()
        if self._known is not None and self._known[0] is frame.root:
            return self._known[1]
        found = stops(frame.root)
        main = frame.view.primary
        if main is not None:
            held = [e for e in focusable(frame.root) if e.message == main]
            first = tuple(Stop((str(each.key),)) for each in held[:1])
            found = found if found[:1] == first else (*first, *found)
        self._known = (frame.root, found)
        return found

    def _at(self, path: tuple[int, ...]) -> Stop | None:
        parts, stop = self._stops(), None
        for place in path:
            if place >= len(parts):
                return None
            stop = parts[place]
            parts = stop.parts
        return stop

    def _follow(self, switch: Switch) -> None:
        """See to it that the light is where it should be, whatever others have done meanwhile."""
        here = self._screen()
        focus, lit = self._host.interaction.focus, self._host.interaction.lit
        stop = self._at(self._path)
        if here == self._here and lit and stop is not None and stop.keys == lit:
            return
        if self._resting:
            self._here = here
            return
        fresh = here != self._here
        self._here = here
        # Somebody has given the focus to something: it goes on from there. Else it begins anew.
        there = None if focus is None else self._way_to(focus)
        if there is None:
            there = (0,)
        elif not fresh and stop is not None and focus in stop.keys:
            there = self._path
        self._path = there
        self._light()
        self._wait(switch, PAUSE)
        if fresh and switch.word:
            # What is new is read first: the light's next step would cut it short.
            self._next += switch.word * min(LONGEST, self._words())

    def _words(self) -> int:
        """How many words of the screen are read unasked."""
        frame = self._host.frame()
        if frame.view.private:
            return 0
        return sum(len(line.words.split()) for line in spoken(frame.root) if line.news)

    def _way_to(self, key: str) -> tuple[int, ...] | None:
        """The path to a control."""
        path: tuple[int, ...] = ()
        parts = self._stops()
        while parts:
            place = next((n for n, each in enumerate(parts) if key in each.keys), None)
            if place is None:
                return None
            path, parts = (*path, place), parts[place].parts
        return path or None

    def _step(self) -> None:
        """On to the next stop; after the last of a group, the group itself, and then what follows."""
        *above, place = self._path
        onward = (*above, place + 1)
        if self._at(onward) is not None:
            self._path = onward
        elif above:
            self._path = tuple(above)
        else:
            self._path = (0,)
            self._rounds += 1
        self._light()

    def _wait(self, switch: Switch, longer: float = 0.0) -> None:
        self._next = self._clock() + switch.pace * (1 + longer)

    def _light(self) -> None:
        stop = self._at(self._path)
        self._put(() if stop is None else stop.keys)

    def _put(self, keys: tuple[str, ...]) -> None:
        if self._host.interaction.lit != keys:
            self._host.accept(Lit(keys))

    def _rest(self) -> None:
        self._resting = True
        self._put(())
