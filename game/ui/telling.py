"""
What is new in each picture, in words, for whoever follows the screen by ear.

The game's own voice and a screen reader are told the same; each keeps a `Telling` of its own.
"""

from game.tongue import _
from game.ui.kit.layout import Placed
from game.ui.kit.speech import Line, actions, focused, grouped, news, spoken
from game.ui.stack import View

LONG = 120
"""A text of so many characters, such as a scene, is not said twice unasked within a few steps."""


class Telling:
    """
    Remembers the pictures before, to say what is new in the next.

    *private* is what is said instead of a view that is for one person alone; *never* what nobody
    need be told; both in English, and said in the language chosen. Where somebody else says what has the focus, `focus` is false.
    """

    def __init__(self, private: str, *, never: str = "", focus: bool = True) -> None:
        self._private_words = private
        self._never = never
        self._says_focus = focus
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

    def see(
        self, view: View, root: Placed, focus: str | None, lit: tuple[str, ...] = ()
    ) -> list[str]:
        """What is new in this picture; *lit* is what a scan stands on."""
        lines, held = self._heard(view, root, focus)
        group = "" if view.private else grouped(root, lit)
        held = group or held
        says = self._says_focus or bool(group)
        said = self._new(view, root, lines, held, focus, says=says)
        self._remember(view, lines, held, focus)
        return said

    def whole(self, view: View, root: Placed, focus: str | None) -> list[str]:
        """All that there is to say of this picture."""
        lines, held = self._heard(view, root, focus)
        self._remember(view, lines, held, focus)
        if view.private:
            return [view.title, _(self._private_words)]
        return [view.title, *(line.words for line in lines if line.words != view.title)]

    @staticmethod
    def _heard(view: View, root: Placed, focus: str | None) -> tuple[tuple[Line, ...], str]:
        return ((), "") if view.private else (spoken(root), focused(root, focus))

    def _remember(self, view: View, lines: tuple[Line, ...], held: str, focus: str | None) -> None:
        self._private = view.private
        if view.title != self._title:
            self._below = (self._title, self._lines)
        self._title, self._lines, self._focus, self._key = view.title, lines, held, focus

    def _new(
        self,
        view: View,
        root: Placed,
        lines: tuple[Line, ...],
        held: str,
        focus: str | None,
        *,
        says: bool,
    ) -> list[str]:
        said: list[str] = []
        known = self._lines
        if view.title != self._title:
            said.append(view.title)
            if view.private and not self._private:
                said.append(_(self._private_words))
            if view.title == self._below[0]:
                known += self._below[1]
        # The title is often a heading on the screen as well, and is said once.
        old_words = {view.title, _(self._never), *self._told}
        fresh = [each for each in news(known, lines) if each not in old_words]
        said += fresh
        self._told = (*self._told, *(each for each in fresh if len(each) >= LONG))[-4:]
        moved = focus != self._key
        # What is typed is not said back, letter by letter.
        changed = held != self._focus and not held.partition(", " + _("text field"))[1]
        if held and (moved or changed) and says:
            said.append(held)
        can = () if view.private else actions(root, view.primary)
        if not held:
            # On a screen that is known, only what has changed.
            old = self._actions if view.title == self._title else ()
            said += [each for each in can if each not in old]
        self._actions = can
        return said
