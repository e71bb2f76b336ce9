"""
A session that was played on paper, typed in from its record: one form, from top to bottom.

Enter goes to the next field. What is typed is kept as it is typed, until the session is entered.
"""

from functools import partial
from pathlib import Path

from game.app.desk import Desk
from game.app.paperdrafts import PaperDraft, new_path
from game.app.paperentry import Entered, NotEntered, made_of
from game.app.paperform import (
    CARDS,
    END,
    HANDS,
    SEATS,
    SESSION,
    Amiss,
    Entry,
    PaperForm,
    entries,
    said,
)
from game.app.paperplay import Made, in_memory
from game.model.pack import Pack
from game.model.themes import Theme
from game.tongue import N_, _
from game.ui.kit.boxes import Column, Fit, Fixed, Grid, Grow, Panel, Row
from game.ui.kit.content import Rule, Text, heading
from game.ui.kit.controls import Button, Kind
from game.ui.kit.field import TextField
from game.ui.kit.layout import Message, Widget
from game.ui.kit.scroll import Scroll
from game.ui.kit.text import Face, Style
from game.ui.kit.tones import INK, SAND_LINE, SOFT
from game.ui.screens.cardsheet import soft
from game.ui.screens.frame import framed, titled
from game.ui.screens.front import Close, Reread, front, front_keys, small
from game.ui.screens.opening import on_with
from game.ui.screens.registry import screen_for
from game.ui.screens.standby import Words, beside, waited_for, when_read
from game.ui.stack import (
    Binding,
    Cue,
    Env,
    FocusOn,
    Notice,
    Outcome,
    Pop,
    Replace,
    Screen,
    Stay,
    View,
)
from game.values import dataclass, field, replace

KEPT_EVERY = 1.0
"""Seconds between two writings of the draft while somebody types without a stop."""

_UNDER = {
    SEATS: N_("A seat is one person, a pair or a team. Only how many; nobody is named."),
    HANDS: N_("Five counts each, from “not at all” to “very well”. Leave out what was not asked."),
    END: N_("A total: nobody writes down who swapped."),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What a field holds."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """Enter in a field: what is typed is kept, and the next field has its turn."""

    key: str


@dataclass(frozen=True, slots=True)
class EnterIt:
    """The form is filled: make it a session."""


@dataclass(frozen=True, slots=True)
class ThrowAway:
    """Take the form away with all that was typed; asked twice."""


@dataclass(frozen=True, slots=True)
class Another:
    """Put this form aside, and begin another."""


@dataclass(frozen=True, slots=True)
class PutAside:
    """The form is on the disk; or why it is not."""

    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody went back while the form was becoming a session."""


_AMISS = N_("Nothing was changed: something unexpected happened.")


@dataclass(frozen=True, slots=True)
class PaperScreen:
    """See the module."""

    desk: Desk = field(compare=False, repr=False)
    below: str
    path: Path
    form: PaperForm = PaperForm()
    kept: PaperForm = PaperForm()
    """The form as it lies on the disk, or is on its way there."""
    kept_at: float = 0.0
    amiss: Amiss | None = None
    going: bool = False
    """Whether it was asked once already to throw it away."""
    name: str = "paper"

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case Typed(key, text):
                return self._typed(key, text)
            case Done(key):
                return self.held((FocusOn(self._after(key)),))
            case EnterIt():
                return self._enter()
            case ThrowAway() if self.going:
                papers = self.desk.papers
                papers.put(self.path, PaperForm())
                told = papers.trouble or _("The form was thrown away.")
                return Pop(Reread(), (Notice(told),))
            case ThrowAway():
                words = _(
                    "Everything typed here will be gone. Press it once more to throw it away."
                )
                return Stay(replace(self, going=True), (Notice(words),))
            case Another():
                return self._put_aside()
            case PutAside(trouble) if trouble:
                return Stay(self, (Notice(trouble),))
            case PutAside():
                return Replace(_empty(self.desk, self.below), cues=(FocusOn("date"),))
            case Made() | Amiss() | NotEntered():
                return self._entered(message)
            case Left():
                return self._left()
            case Close():
                self.kept_now()
                # The screen below may say what is half typed in.
                return Pop(Reread())
            case _:
                screen = self.kept_now()[0]
                return front(self.desk, screen, message) or Stay(screen)

    def _typed(self, key: str, text: str) -> Outcome:
        amiss = None if self.amiss is not None and self.amiss.key == key else self.amiss
        form = self.form.with_text(key, text)
        screen = replace(self, form=form, amiss=amiss, going=False)
        if self.desk.clock() - self.kept_at < KEPT_EVERY:
            return Stay(screen)
        return screen.held(())

    def held(self, cues: tuple[Cue, ...]) -> Outcome:
        """The same screen with the draft on the disk; a notice where it could not be written."""
        screen, trouble = self.kept_now()
        return Stay(screen, (*cues, Notice(trouble)) if trouble else cues)

    def kept_now(self) -> "tuple[PaperScreen, str]":
        """The screen with its draft on the way to the disk; and why one could not be written."""
        papers = self.desk.papers
        if self.desk.leaves_nothing or (self.form == self.kept and not papers.trouble):
            return self, ""
        papers.put(self.path, self.form)
        trouble = papers.trouble
        kept = self.kept if trouble else self.form
        return replace(self, kept=kept, kept_at=self.desk.clock(), going=False), trouble

    def _after(self, key: str) -> str:
        """The field after this one, or the button after the last."""
        keys = [each.key for each in entries(self.form)]
        at = keys.index(key) + 1 if key in keys else 0
        return keys[at] if at < len(keys) else "enter"

    def _put_aside(self) -> Outcome:
        """Once this form is on the disk, another one."""
        screen, desk = self.kept_now()[0], self.desk

        def written() -> PutAside:
            desk.papers.settle(None)
            return PutAside("" if desk.leaves_nothing else desk.papers.trouble)

        words = self._words(_("Writing it to the disk …"))
        return beside(desk, screen, words, written, lambda _fault: PutAside(_(_AMISS)))

    def _enter(self) -> Outcome:
        screen, desk = self.kept_now()[0], self.desk
        words = self._words(_("Writing it to the disk …"))
        if desk.leaves_nothing:
            # It becomes a session when it is taken, and whoever goes back takes nothing.
            return beside(
                *(desk, screen, words, lambda: made_of(desk, screen.path, screen.form)),
                lambda _fault: NotEntered(_(_AMISS)),
            )
        return waited_for(
            desk, screen, words, desk.entries.enter(self.path, screen.form), left=Left()
        )

    def _left(self) -> Outcome:
        """The form is as good as handed over: it does not stay, to be handed over a second time."""
        desk = self.desk
        if desk.papers.trouble:
            # Only here is all that was typed.
            return Stay(self, (Notice(desk.papers.trouble),))
        desk.entries.leave(self.path, self.form)
        told = _("The form is still being entered. You will be told when it is saved.")
        return Pop(Reread(), (Notice(told),))

    def _words(self, doing: str) -> Words:
        title = _("A session played on paper")
        return Words(title, title, "", doing)

    def _entered(self, result: Entered) -> Outcome:
        match result:
            case Amiss():
                told: tuple[Cue, ...] = (Notice(result.told),)
                cues = (*told, FocusOn(result.key)) if result.key else told
                return Stay(replace(self, amiss=result), cues)
            case NotEntered(why):
                return Stay(self, (Notice(why),))
            case Made(played, folder):
                news = tuple(filter(None, (_("Entered from paper."), result.programme)))
                if folder is not None:
                    return on_with(self.desk, self.below, folder, news)
                # A draft is on the disk from before nothing was to be left, if at all.
                self.desk.papers.put(self.path, PaperForm())
                in_memory(self.desk, played)
                cue = (Notice(" ".join(news)),)
                return Replace(screen_for(self.desk), all_of_them=True, cues=cue)

    # Looking.

    def view(self, env: Env) -> View:
        pack = self.desk.pack
        keys = front_keys(Binding("ctrl+enter", _("enter it"), EnterIt(), cap="Ctrl Enter"))
        parts: list[Widget] = []
        if pack is not None:
            parts.extend(self._parts(pack, narrow=env.narrow))
        else:
            parts.append(soft(_("Nothing in this pack can be played yet."), 29))
        onward = Button(
            _("Check and enter it"), EnterIt(), "enter", "Ctrl Enter", Kind.PRIMARY, height=88
        )
        other = Button(_("Begin another"), Another(), "another")
        away = Button(
            _("Yes, throw it away") if self.going else _("Throw this away"), ThrowAway(), "away"
        )
        form = Column(tuple(parts), gap=26)
        kept = _("All is kept as you type.")
        if self.desk.leaves_nothing:
            kept = _("Nothing is kept: finish in one go.")
        if env.narrow:
            everything = Column((form, other, away), gap=20)
            body: Widget = Column((Grow(Scroll(everything, key="paper")), onward), gap=18)
        else:
            words = soft(_("Enter goes to the next field.") + " " + kept, 26)
            beside = Row((Grow(words, least=280), away, other, Fixed(onward, 560)), gap=20)
            below = Row((away, other, Grow(onward)), gap=20)
            foot = Fit((beside, Column((words, below), gap=14)))
            body = Column((Grow(Scroll(form, key="paper")), foot), gap=22)
        title = _("A session played on paper")
        under = _(
            "In the order of the printed record. First names or seats only, and no real person."
        )
        return View(
            title,
            framed(env, titled(title, under, body, size=52), keys),
            keys,
            primary=EnterIt(),
            back=Close(),
            focus=next(iter(entries(self.form))).key,
        )

    def _parts(self, pack: Pack, *, narrow: bool) -> list[Widget]:
        listed = tuple(entries(self.form))
        parts: list[Widget] = []
        for number, part in enumerate(dict.fromkeys(each.part for each in listed), 1):
            inside = [each for each in listed if each.part == part]
            under = _(_UNDER.get(part, ""))
            if part == SESSION:
                under = _("Pack: {title}.").format(title=pack.title)
            rows: list[Widget] = [heading(f"{number}  {_(part)}", 34)]
            if part == CARDS:
                under = "  ".join(f"{theme.letter} {theme.label}." for theme in Theme)
            if under:
                rows.append(soft(under, 25))
            rows.extend(self._rows(pack, inside, narrow=narrow))
            parts.append(Panel(Column(tuple(rows), gap=16), pad=36, pad_y=28))
        return parts

    def _rows(self, pack: Pack, inside: list[Entry], *, narrow: bool) -> list[Widget]:
        """Long fields by themselves, short ones side by side; a rule before each further card."""
        rows: list[Widget] = []
        beside: list[Widget] = []

        def flush() -> None:
            if beside:
                rows.append(Grid(tuple(beside), columns=2, gap=22, least=470))
                beside.clear()

        for each in inside:
            cell = self._cell(pack, each, narrow=narrow)
            starts = each.part == CARDS and each.key.startswith("code ")
            if starts and each.key != "code 0":
                flush()
                rows.append(Rule(SAND_LINE))
            if each.short:
                beside.append(cell)
            else:
                flush()
                rows.append(cell)
        flush()
        return rows

    def _cell(self, pack: Pack, entry: Entry, *, narrow: bool) -> Widget:
        """A field with its name above it and, below, what it says or how to fill it."""
        told = said(entry, self.form, pack, self.desk.today())
        if self.amiss is not None and self.amiss.key == entry.key:
            told = self.amiss.sentence
        fieldset = TextField(
            entry.key,
            self.form[entry.key],
            partial(Typed, entry.key),
            entry.label,
            limit=entry.limit,
            done=Done(entry.key),
            size=29,
        )
        under = Text(
            told or entry.hint or " ",
            Style(25, Face.SEMIBOLD if told else Face.REGULAR, INK if told else SOFT, 1.3),
            kind="status" if told else "text",
        )
        label = small(entry.label, INK, 26)
        # Where little fits at a time, what the field says must come into view together with it.
        rows = (label, under, fieldset) if narrow else (label, fieldset, under)
        return Column(rows, gap=4)


def open_paper(desk: Desk, below: str) -> Screen:
    """The form that was typed last and not entered; an empty one where there is none."""

    def opened(waiting: tuple[PaperDraft, ...]) -> Screen:
        return open_draft(desk, below, waiting[0]) if waiting else _empty(desk, below)

    title = _("A session played on paper")
    words = Words(title, title, "", _("Reading it from the disk …"))
    return when_read(desk, below, words, desk.paper_drafts, opened, lambda _fault: ())


def open_draft(desk: Desk, below: str, draft: PaperDraft) -> PaperScreen:
    return PaperScreen(desk, below, draft.path, draft.form, draft.form)


def _empty(desk: Desk, below: str) -> PaperScreen:
    return PaperScreen(desk, below, new_path(desk.places))
