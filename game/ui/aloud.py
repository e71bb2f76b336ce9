"""
Read aloud: follows what is shown, and has a voice say what is new in it.

It sees only the picture that everybody sees, so that nothing covered is ever said, and it says
nothing of a view that is private. Any key and any press of the pointer ends what is being said.
"""

from collections.abc import Callable
from typing import Protocol

from game.tongue import N_, _
from game.ui.kit.layout import Placed
from game.ui.kit.speech import Line, actions, focused, news, spoken, utterance
from game.ui.stack import View

ON = N_(
    "Read aloud is on. V turns it off; Shift V reads the whole screen; Tab goes from one thing to "
    "the next."
)
OFF = N_("Read aloud is off.")
LONG = 120
"""A text of so many characters, such as a scene, is not said twice unasked within a few steps."""
PRIVATE = N_("This is for one person alone, so it is not read aloud.")


class Voice(Protocol):
    """Somebody who can speak; one utterance at a time, the newest ends the one before."""

    def say(self, words: str) -> None: ...

    def stop(self) -> None:
        """Be silent at once."""


class Aloud:
    """See the module. *on* tells whether what is new is said unasked."""

    def __init__(self, voice: Voice, on: Callable[[], bool]) -> None:
        self._voice = voice
        self._on = on
        self._was_on = False
        self._title = ""
        self._lines: tuple[Line, ...] = ()
        self._below: tuple[str, tuple[Line, ...]] = ("", ())
        """The title and lines before these: whoever closes what lay on top comes back to them."""
        self._actions: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()
        """The long texts said last."""
        self._focus = ""
        self._key: str | None = None
        self._private = False
        self._asked = False

    def interrupt(self) -> None:
        """Somebody did something: whatever is being said is old."""
        self._voice.stop()

    def whole(self) -> None:
        """Read the whole screen when it is next seen."""
        self._asked = True

    def see(self, view: View, root: Placed, focus: str | None) -> None:
        """Say what is new in this picture."""
        on = self._on()
        asked, self._asked = self._asked, False
        turned, self._was_on = on and not self._was_on, on
        if not (on or asked):
            # Nothing is remembered: whoever turns it on later hears where they are.
            self._title, self._lines, self._focus, self._key = "", (), "", None
            self._below, self._actions, self._told = ("", ()), (), ()
            return
        lines, held = ((), "") if view.private else (spoken(root), focused(root, focus))
        said: list[str] = [_(ON)] if turned else []
        if asked:
            said += [view.title, *(line.words for line in lines if line.words != view.title)]
            if view.private:
                said.append(_(PRIVATE))
        else:
            said += self._new(view, root, lines, held, focus)
        self._private = view.private
        if view.title != self._title:
            self._below = (self._title, self._lines)
        self._title, self._lines, self._focus, self._key = view.title, lines, held, focus
        if said:
            self._voice.say(utterance(said))

    def _new(
        self, view: View, root: Placed, lines: tuple[Line, ...], held: str, focus: str | None
    ) -> list[str]:
        said: list[str] = []
        known = self._lines
        if view.title != self._title:
            said.append(view.title)
            if view.private and not self._private:
                said.append(_(PRIVATE))
            if view.title == self._below[0]:
                known += self._below[1]
        # The title is often a heading on the screen as well, and is said once.
        fresh = [
            each for each in news(known, lines) if each not in {view.title, _(ON), *self._told}
        ]
        said += fresh
        self._told = (*self._told, *(each for each in fresh if len(each) >= LONG))[-4:]
        moved = focus != self._key
        # What is typed is not said back, letter by letter.
        changed = held != self._focus and not held.partition(", " + _("text field"))[1]
        if held and (moved or changed):
            said.append(held)
        can = () if view.private else actions(root, view.primary)
        if not held:
            # On a screen that is known, only what has changed.
            old = self._actions if view.title == self._title else ()
            said += [each for each in can if each not in old]
        self._actions = can
        return said
