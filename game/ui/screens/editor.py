"""The card editor: fields beside the card itself, as it will lie on the table."""

from pathlib import Path
from typing import Self

from game.app import authoring
from game.app.authoring import Draft, Problem, Reading, Saved
from game.app.desk import DRAFT_NOT_KEPT, PACKS, Desk
from game.app.errand import Errand
from game.app.places import shortened
from game.content.codes import content as codes
from game.model.pack import Card
from game.rules.state import Stage
from game.tongue import N_, _, ngettext
from game.ui.kit.boxes import Column, Flow, Grow, Panel, Row
from game.ui.kit.content import Text, heading
from game.ui.kit.controls import Button, Chip, Kind
from game.ui.kit.layout import Message, Widget
from game.ui.kit.tones import CREAM
from game.ui.screens.cardsheet import READING, note_line, soft
from game.ui.screens.choosing import ChoosingScreen, Chosen, Option
from game.ui.screens.editfields import (
    PARTS,
    Choose,
    Pick,
    Toggle,
    Write,
    field_block,
    fields_of,
    first_key,
    part_of,
    trouble,
)
from game.ui.screens.frame import framed, spread, status
from game.ui.screens.front import Close, front, front_keys
from game.ui.screens.preview import PreviewScreen
from game.ui.screens.rehearsing import sheets
from game.ui.screens.standby import Words, beside, when_read
from game.ui.stack import (
    Binding,
    Cue,
    Env,
    FocusOn,
    Notice,
    Outcome,
    Pop,
    Push,
    Replace,
    Screen,
    Stay,
    View,
)
from game.values import dataclass, field, replace

_LABELS = {
    "card": N_("Card"),
    "meet": N_("Meet"),
    "think": N_("Think"),
    "round": N_("Round"),
    "talk": N_("Talk"),
    "evidence": N_("Evidence"),
    "agree": N_("Agree"),
    "notes": N_("Notes"),
}
_STAGES = {
    "card": Stage.MEET,
    "meet": Stage.MEET,
    "think": Stage.THINK,
    "round": Stage.ROUND,
    "talk": Stage.TALK,
    "evidence": Stage.EVIDENCE,
    "agree": Stage.AGREE,
    "notes": Stage.KEEP,
}
"""At which stage the card is shown while a part is being written."""
_NOT_YET = frozenset({codes.FIELD_MISSING.number, codes.FIELD_EMPTY.number})
_MOST_UNDONE = 200


@dataclass(frozen=True, slots=True)
class ShowPart:
    part: str


@dataclass(frozen=True, slots=True)
class Save:
    """Write the card into its pack."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came of saving: where the card is, or why it is not."""

    saved: Saved | str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change to the card."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Bring back what was taken back."""


@dataclass(frozen=True, slots=True)
class MakeCopy:
    """Go on with a new card that says the same."""


@dataclass(frozen=True, slots=True)
class StartAfresh:
    """Give the draft up: back to the card as it is in the pack, or to an empty one."""


@dataclass(frozen=True, slots=True)
class SeePreview:
    """The card at every stage."""


@dataclass(frozen=True, slots=True)
class EditorScreen:
    """See the module. Made by `edit`, `create` and `duplicate`."""

    desk: Desk = field(compare=False, repr=False)
    draft: Draft
    saved: Draft
    reading: Reading
    shown: Card | None
    """The card as it could last be read."""
    part: str = "card"
    asked: bool = False
    """Whether saving was asked for, so that what is missing is told too."""
    past: tuple[Draft, ...] = field(default=(), repr=False)
    future: tuple[Draft, ...] = field(default=(), repr=False)
    waited: bool = False
    """Whether it was opened with a draft from before."""
    typing: str = ""
    """The field whose text is being typed: its letters are taken back in one go."""
    where: Errand[Path | None] | None = field(default=None, compare=False, repr=False)
    """The file into which saving writes it; looked for beside the screen."""

    def __post_init__(self) -> None:
        if self.where is None:
            desk, card = self.desk, self.draft.card
            where: Errand[Path | None] = desk.errand(
                lambda: authoring.saves_into(desk, card), lambda _fault: None, soon=1
            )
            object.__setattr__(self, "where", where)

    @property
    def name(self) -> str:
        return f"editor {self.part}"

    # Messages.

    def update(self, message: Message) -> Outcome:
        match message:
            case ShowPart(part):
                return Stay(replace(self, part=part, typing=""))
            case Write():
                return Stay(self._written(message))
            case Choose(name, value):
                now = self.draft.text(name)
                needed = name in ("theme", "level")
                return Stay(
                    self._with(self._chosen(name, "" if now == value and not needed else value))
                )
            case Toggle(name, value):
                has = self.draft.texts(name)
                kept = tuple(each for each in has if each != value)
                return Stay(
                    self._with(self.draft.having(name, kept if value in has else (*has, value)))
                )
            case Pick("evidence"):
                return Push(self._facts())
            case Chosen(name, value):
                return Stay(self._with(self.draft.having(name, value)), (FocusOn("pick evidence"),))
            case Undo() | Redo():
                return self._stepped(back=isinstance(message, Undo))
            case Save() | Written():
                return self._save() if isinstance(message, Save) else self._done(message.saved)
            case MakeCopy():
                self.desk.drafts.flush()
                return Replace(duplicate(self.desk, self.draft))
            case StartAfresh():
                self.desk.drafts.drop(self.desk.pack_path, self.draft.card)
                fresh = replace(
                    _opened(self.desk, self.saved, self.saved),
                    part=self.part,
                    past=(*self.past, self.draft)[-_MOST_UNDONE:],
                )
                gone = _(
                    "The draft is gone. This is the card as it was; Undo brings the draft back."
                )
                return Stay(fresh, (Notice(gone), FocusOn(first_key(self.part))))
            case SeePreview():
                if self.shown is None:
                    return Stay(self, (Notice(_("There is too little of the card to show yet.")),))
                return Push(PreviewScreen(self.desk, self.shown, draft=True))
            case Close():
                return self._close()
            case _:
                return front(self.desk, self, message) or Stay(self)

    def _close(self) -> Outcome:
        self.desk.drafts.flush()
        if self.draft == self.saved:
            # Nothing of one's own is in it, so nothing waits.
            self.desk.drafts.drop(self.desk.pack_path, self.draft.card)
            return Pop()
        if self.desk.drafts.trouble:
            return Pop(None, (Notice(_(DRAFT_NOT_KEPT)),))
        return Pop(None, (Notice(_("What you wrote is kept as a draft.")),))

    def _written(self, message: Write) -> Self:
        name, part = message.field, message.part
        if not part:
            draft = self.draft.having(name, message.text)
        elif part.isdigit():
            items = [*self.draft.texts(name)]
            items += [""] * (int(part) + 1 - len(items))
            items[int(part)] = message.text
            draft = self.draft.having(name, tuple(items))
        else:
            draft = self.draft.having(name, {**self.draft.group(name), part: message.text})
        return self._with(draft, typing=f"{name} {part}")

    def _chosen(self, name: str, value: str) -> Draft:
        """The draft with a word chosen; a card that changes its theme feeds the new one's pane."""
        if name != "theme":
            return self.draft.having(name, value)
        before = self.draft.text("theme")
        feeds = self.draft.texts("feeds")
        others = tuple(each for each in feeds if each not in (before, value))
        values = {key: each for key, each in self.draft.values.items() if key != "code"}
        return Draft({**values, "theme": value, "feeds": (value, *others)}, self.draft.card)

    def _with(self, draft: Draft, typing: str = "") -> Self:
        """The screen with a changed draft, which is kept on disk as well."""
        if draft == self.draft:
            return self
        run_on = typing and typing == self.typing
        past = self.past if run_on else (*self.past, self.draft)[-_MOST_UNDONE:]
        return replace(self._reading(draft), past=past, future=(), typing=typing)

    def _reading(self, draft: Draft) -> Self:
        self.desk.drafts.hold(self.desk.pack_path, draft, self.desk.clock())
        reading = authoring.read_draft(self.desk, draft)
        return replace(self, draft=draft, reading=reading, shown=reading.card or self.shown)

    def _stepped(self, *, back: bool) -> Outcome:
        if back and self.past:
            before = replace(self._reading(self.past[-1]), past=self.past[:-1], typing="")
            return Stay(replace(before, future=(self.draft, *self.future)))
        if not back and self.future:
            after = replace(self._reading(self.future[0]), future=self.future[1:], typing="")
            return Stay(replace(after, past=(*self.past, self.draft)))
        words = _("Nothing to take back.") if back else _("Nothing to bring back.")
        return Stay(self, (Notice(words),))

    def _facts(self) -> ChoosingScreen:
        facts = () if self.desk.in_play.shown is None else self.desk.in_play.shown.facts
        today = self.desk.today()
        options = tuple(
            Option(
                each.id,
                each.claim,
                each.source.line
                if each.shows_on(today)
                else _("{source} · being re-checked").format(source=each.source.line),
            )
            for each in facts
        )
        return ChoosingScreen(
            self.desk,
            "evidence",
            _("Which fact does this card bring?"),
            options,
            self.draft.text("evidence"),
            none=_("No fact"),
        )

    def _save(self) -> Outcome:
        errors = self.reading.errors
        if errors:
            amiss = {part_of(each.field) for each in errors if each.field}
            place = next((part for part in PARTS if part in amiss), self.part)
            words = ngettext(
                "Not saved yet: one thing to mend, here. The draft is kept.",
                "Not saved yet: {count} things to mend, here first. The draft is kept.",
                len(errors),
            ).format(count=len(errors))
            cues: tuple[Cue, ...] = (Notice(words),)
            return Stay(replace(self, part=place, asked=True, typing=""), cues)
        title = self.draft.text("title")
        return beside(
            self.desk,
            self,
            Words(_("Save"), title, "", _("Writing it to the disk …")),
            lambda: Written(authoring.save(self.desk, self.draft, self.saved)),
            lambda _fault: Written(_("Nothing was changed: something unexpected happened.")),
            soon=PACKS,
        )

    def _done(self, saved: Saved | str) -> Outcome:
        if isinstance(saved, str):
            return Stay(replace(self, asked=True), (Notice(saved),))
        self.desk.drafts.drop(self.desk.pack_path, self.draft.card)
        self.desk.in_play.add(saved.path)
        self.desk.play(saved.read)
        written = authoring.draft_of(self.desk, saved.card) or replace(self.draft, card=saved.card)
        kept = replace(
            self, draft=written, saved=written, typing="", past=(), future=(), where=None
        )
        where = shortened(saved.path)
        words = _("Saved in {where}. New sessions play it.").format(where=where)
        if saved.first:
            words = _(
                "Saved in a pack of your own, {where}. It holds all the cards, and is open now."
            ).format(where=where)
        return Stay(kept, (Notice(words),))

    # Looking.

    def _told(self) -> tuple[Problem, ...]:
        """The problems to show: what is not written yet is no mistake until it should be saved."""
        strict = self.asked or bool(self.draft.card)
        return tuple(
            each for each in self.reading.problems if strict or each.finding.code not in _NOT_YET
        )

    def view(self, env: Env) -> View:
        parts = tuple(PARTS)
        place = parts.index(self.part)
        on, before = parts[(place + 1) % len(parts)], parts[place - 1]
        keys = front_keys(
            Binding("ctrl+s", _("save"), Save(), cap="Ctrl S"),
            Binding("ctrl+enter", _("next part"), ShowPart(on), footer=False),
            Binding("ctrl+z", _("undo"), Undo(), cap="Ctrl Z"),
            Binding("ctrl+y", _("redo"), Redo(), cap="Ctrl Y"),
            Binding("page up", _("part before"), ShowPart(before), footer=False),
        )
        told = self._told()
        strip = Flow(tuple(self._chip(part, told) for part in parts), gap=10, line_gap=10)
        if self.shown is not None:
            card = sheets(self.desk, self.shown, _STAGES[self.part], env)[0]
        else:
            card = Panel(Text(_("The card appears here as you write it."), READING))
        form = self._form(env, told)
        if env.narrow:
            # What is being written comes first where only one column fits.
            card, form = form, card
        body = spread(env, card, form, self._actions(env, on), key=f"edit {self.part}")
        title = self.draft.text("title") or _("A new card")
        whole = Column((strip, Grow(body)), gap=20)
        return View(
            _("Card editor: {title}").format(title=title),
            framed(env, whole, keys, self._news(), note_low=True),
            keys,
            primary=ShowPart(on),
            back=Close(),
            focus=first_key(self.part),
        )

    def _news(self) -> tuple[Widget, ...]:
        """What is so for as long as it is so; the notice that tells it goes with the next letter."""
        if not self.desk.drafts.trouble:
            return ()
        return (status(_("Draft not on the disk"), "alert-triangle"),)

    def _chip(self, part: str, told: tuple[Problem, ...]) -> Widget:
        amiss = sum(part_of(each.field) == part and each.finding.is_error for each in told)
        label = _(_LABELS[part])
        if amiss:
            label = _("{part} · {count} to mend").format(part=label, count=amiss)
        return Chip(label, ShowPart(part), f"part {part}", part == self.part, radio=True, pad=22)

    def _form(self, env: Env, told: tuple[Problem, ...]) -> Widget:
        blocks: list[Widget] = [
            trouble(each) for each in told if not each.field and self.part == "card"
        ]
        if self.waited and self.draft != self.saved:
            blocks.insert(0, self._waiting())
        for each in fields_of(self.part):
            beside = tuple(one for one in told if one.field == each.name)
            blocks.append(field_block(self.desk, each, self.draft, beside, tall=not env.narrow))
        if self.part == "notes":
            blocks.append(self._more())
        if env.narrow:
            blocks.append(Flow(self._changes(), gap=12, line_gap=12))
        return Panel(Column(tuple(blocks), gap=26), pad=30, pad_y=28)

    def _waiting(self) -> Widget:
        """That this is not the card as it is in the pack, and the way back to that."""
        said = note_line("pencil", _("A draft from before, not yet in the pack."), size=27)
        away = Button(_("Throw away the draft"), StartAfresh(), "throw away", size=26, height=58)
        return Panel(
            Column((said, away), gap=12), fill=CREAM, raised=False, radius=18, pad=22, pad_y=16
        )

    def _more(self) -> Widget:
        path = None if self.where is None else self.where.answer
        where = "…" if path is None else shortened(path)
        return Column(
            (
                heading(_("This card"), 28),
                soft(_("Saving writes it into {where}.").format(where=where), 24),
                Button(_("Make a copy"), MakeCopy(), "copy", size=28, height=66),
                Button(_("Throw away the draft"), StartAfresh(), "afresh", size=28, height=66),
            ),
            gap=10,
        )

    def _changes(self) -> tuple[Widget, Widget, Widget]:
        return (
            Button(_("Undo"), Undo(), "undo", size=28, height=66, live=bool(self.past)),
            Button(_("Redo"), Redo(), "redo", size=28, height=66, live=bool(self.future)),
            Button(_("Preview"), SeePreview(), "preview", size=28, height=66),
        )

    def _actions(self, env: Env, on: str) -> tuple[Widget, ...]:
        first = Button(
            _("On to {next}").format(next=_(_LABELS[on])),
            ShowPart(on),
            "on",
            "Page Down",
            Kind.PRIMARY,
            height=82,
        )
        save = Button(_("Save"), Save(), "save", "Ctrl S", size=28, height=66)
        undo, redo, seen = self._changes()
        back = Button(_("Back"), Close(), "back", size=28, height=66)
        if env.narrow:
            # The rest stands below the fields, which would have no room left otherwise.
            return (first, save, back)
        return (
            first,
            Row((Grow(save, 1.4), Grow(seen)), gap=12),
            Row((Grow(undo), Grow(redo), Grow(back)), gap=12),
        )


def _opened(desk: Desk, draft: Draft, saved: Draft) -> EditorScreen:
    reading = authoring.read_draft(desk, draft)
    return EditorScreen(desk, draft, saved, reading, reading.card)


def edit(desk: Desk, card: Card, kept: Draft | None) -> EditorScreen | None:
    """The editor with a card of the open pack, or with the draft *kept* of it."""
    saved = authoring.draft_of(desk, card.id)
    if saved is None:
        return None
    return replace(_opened(desk, kept or saved, saved), waited=kept is not None and kept != saved)


def create(desk: Desk, below: str = "") -> Screen:
    """The editor with a new card, or with the one that was being written."""
    empty = authoring.blank()

    def begun(kept: Draft | None) -> Screen:
        waited = kept is not None and kept != empty
        return replace(_opened(desk, kept or empty, empty), waited=waited)

    words = Words(_("A new card"), _("A new card"), "", _("Reading it from the disk …"))
    return when_read(
        desk, below, words, desk.drafts.finding(desk.pack_path, ""), begun, lambda _fault: None
    )


def duplicate(desk: Desk, draft: Draft) -> EditorScreen:
    """The editor with a new card that says what *draft* says."""
    made = authoring.copied(desk, draft)
    screen = _opened(desk, made, authoring.blank())
    desk.drafts.hold(desk.pack_path, made, desk.clock())
    return screen
