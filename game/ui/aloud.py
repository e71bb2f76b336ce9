"""
Read aloud: follows what is shown, and has a voice say what is new in it.

It sees only the picture that everybody sees, so that nothing covered is ever said, and it says
nothing of a view that is private. Any key and any press of the pointer ends what is being said.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from game.tongue import N_, _
from game.ui.kit.interaction import Interaction
from game.ui.kit.layout import Placed
from game.ui.stack import View

# What finds the words in a picture is brought when somebody listens.
if TYPE_CHECKING:
    from game.ui.kit.speech import Line
    from game.ui.telling import Telling

ON = N_(
    "Read aloud is on. V turns it off; Shift V reads the whole screen; Tab goes from one thing to "
    "the next."
)
OFF = N_("Read aloud is off.")
PRIVATE = N_("This is for one person alone, so it is not read aloud.")


class Voice(Protocol):
    """Somebody who can speak; one utterance at a time, the newest ends the one before."""

    def say(self, words: str) -> None: ...

    def say_in(self, parts: Sequence[tuple[str, str]]) -> None:
        """Say words in several languages, one after another: each a language's code and its words."""

    def stop(self) -> None:
        """Be silent at once."""


class Aloud:
    """See the module. *on* tells whether what is new is said unasked."""

    patient = True

    def __init__(self, voice: Voice, on: Callable[[], bool]) -> None:
        self._voice = voice
        self._on = on
        self._was_on = False
        self._telling: Telling | None = None
        """What was heard so far; None while nobody listens, and nothing is remembered then."""
        self._asked = False

    def interrupt(self) -> None:
        """Somebody did something: whatever is being said is old."""
        self._voice.stop()

    def whole(self) -> None:
        """Read the whole screen when it is next seen."""
        self._asked = True

    def see(self, view: View, root: Placed, at: Interaction) -> None:
        """Say what is new in this picture."""
        on = self._on()
        asked, self._asked = self._asked, False
        turned, self._was_on = on and not self._was_on, on
        if not on:
            # Whoever turns it on later hears where they are.
            self._telling = None
        if not (on or asked):
            return
        from game.ui.kit.speech import spoken  # noqa: PLC0415 - see the top of the module
        from game.ui.telling import Telling  # noqa: PLC0415

        if self._telling is None:
            self._telling = Telling(PRIVATE, never=ON)
        said: list[str] = [_(ON)] if turned else []
        if asked:
            said += self._telling.whole(view, root, at.focus)
        else:
            said += self._telling.see(view, root, at.focus, at.lit)
        if said:
            self._say(said, () if view.private else spoken(root))

    def _say(self, said: Sequence[str], lines: "Sequence[Line]") -> None:
        """Each line in the language that its words are in."""
        from game.ui.kit.speech import utterance  # noqa: PLC0415 - see the top of the module

        languages = {line.words: line.language for line in lines if line.language}
        if languages.keys().isdisjoint(said):
            self._voice.say(utterance(said))
            return
        parts: list[tuple[str, list[str]]] = []
        for words in said:
            language = languages.get(words, "")
            if parts and parts[-1][0] == language:
                parts[-1][1].append(words)
            else:
                parts.append((language, [words]))
        self._voice.say_in([(language, utterance(words)) for language, words in parts])
