"""
Records on paper on their way to becoming sessions: of each form one session, however often it is asked for.

It is made beside the screen, one form after another. Whoever goes on to something else meanwhile is told
what came of it. Before a session takes its place among the others its name is written into the draft:
a draft that a kill left behind is known as entered by that.
"""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from game.app.paperdrafts import PaperDraft, becoming
from game.app.paperform import Amiss, PaperForm
from game.app.paperplay import Made, make
from game.tongue import _
from game.values import dataclass

if TYPE_CHECKING:
    from game.app.desk import Desk
    from game.app.errand import Errand


@dataclass(frozen=True, slots=True)
class NotEntered:
    """Why the form did not become a session, as a sentence."""

    why: str


Entered: TypeAlias = Made | Amiss | NotEntered


def made_of(desk: "Desk", path: Path, form: PaperForm) -> Entered:
    """Make the form a session, in the errand that is to bring it."""
    result = make(desk, form, lambda folder: becoming(path, form, folder))
    return NotEntered(result) if isinstance(result, str) else result


class Entries:
    """See the module."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._turn = threading.Lock()
        self._coming: dict[Path, Errand[Entered]] = {}
        """By draft: what was asked for last, also when it has come."""
        self._left: dict[Path, PaperForm] = {}
        """Those that no screen waits for."""

    def enter(self, path: Path, form: PaperForm) -> "Errand[Entered]":
        """Enter this form; what is on its way already, or has become a session, is not made again."""
        self._left.pop(path, None)
        before = self._coming.get(path)
        if before is not None and (not before.done or isinstance(before.answer, Made)):
            return before
        sentence = _("Nothing was changed: something unexpected happened.")
        coming: Errand[Entered] = self._desk.errand(
            lambda: self._made(path, form), lambda _fault: NotEntered(sentence), soon=1
        )
        self._coming[path] = coming
        return coming

    def leave(self, path: Path, form: PaperForm) -> None:
        """No screen waits for this one any more: `news` says what came of it."""
        self._left[path] = form

    def news(self) -> str:
        """What came of forms that were left, once it is known, and once only."""
        ended = [path for path in self._left if self._coming[path].done]
        told = [_said(PaperDraft(path, self._left.pop(path)), self._answer(path)) for path in ended]
        return " ".join(told)

    @property
    def made(self) -> int:
        """How many have become sessions."""
        return sum(isinstance(each.answer, Made) for each in tuple(self._coming.values()))

    def settle(self, seconds: float | None) -> None:
        """Wait until all that is on its way has come; unless *seconds* is None, not for ever."""
        for each in tuple(self._coming.values()):
            each.wait(seconds)

    def still(self, found: tuple[PaperDraft, ...]) -> tuple[PaperDraft, ...]:
        """Those of these drafts that are no sessions yet, though their file may not have gone."""
        return tuple(each for each in found if not isinstance(self._answer(each.path), Made))

    def _answer(self, path: Path) -> Entered | None:
        coming = self._coming.get(path)
        return None if coming is None else coming.answer

    def _made(self, path: Path, form: PaperForm) -> Entered:
        papers = self._desk.papers
        # What the form says last must not be written over what is to be written now.
        papers.settle(None)
        with self._turn:
            entered = made_of(self._desk, path, form)
        if isinstance(entered, Made):
            papers.put(path, PaperForm())
        return entered


def _said(form: PaperDraft, entered: Entered | None) -> str:
    match entered:
        case Made():
            return _("Entered from paper and saved: {told}.").format(told=form.told)
        case Amiss(told=why) | NotEntered(why):
            return _("Not entered from paper, and kept half typed: {told}. {why}").format(
                told=form.told, why=why
            )
        case None:
            return ""
